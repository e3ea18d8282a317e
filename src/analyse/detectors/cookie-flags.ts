// The detector `cookie-flags`: cookies that carry a session or a token, set without a flag that protects them. In: calls that
// set a cookie, and the rule's `uses` for settings. Out: one detection for a call under the rule of the flag that is missing;
// the other flags that are missing there are named in its message. Leaves alone: cookies that are deleted, or of other names.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { setArguments } from '../repairs/argument-edits.ts';
import type { Argument, CallEvent } from '../interpreter/events.ts';
import { textOf } from '../values/constant.ts';
import { onlyConstant, truthOfValue } from '../values/value.ts';
import type { CreateDetector, Detector } from './detector.ts';
import { aFew, leavesOf } from './expression-leaves.ts';
import { usage } from './usage.ts';
import { argumentOf } from './use-conditions.ts';

type Flag = 'secure' | 'httponly' | 'samesite';
// In the order in which the rules come first at one call.
const flags: readonly Flag[] = ['secure', 'httponly', 'samesite'];
const keys: Readonly<Record<Flag, string>> = { secure: 'secure', httponly: 'httponly|http_only', samesite: 'samesite' };
const words: Readonly<Record<Flag, string>> = {
  secure: 'secure=True',
  httponly: 'httponly=True',
  samesite: 'samesite="Lax"',
};

export const cookieFlags: CreateDetector<'cookie-flags'> = (context) => {
  const { rule, report } = context;
  const sensitive = new RegExp(rule.sensitive, 'iu');
  const contents = new RegExp(rule.contents, 'iu');
  const readByScripts = new RegExp(rule.readByScripts, 'iu');
  const settings = usage({ ...context, rule: { ...rule, detector: 'usage' } });

  const onCookie = (event: CallEvent): void => {
    const known = receiverOf(event, rule.on);
    if (known === 'other') return;
    const name = argumentOf(event.arguments, '0|key|name');
    if (name === undefined) return;
    const text = cookieName(event, name);
    if (isDeleted(event) || isSign(event, name)) return;
    const isNamed = sensitive.test(snakeCase(text));
    // Of another name: what is put in is called like a session or token, or the flag is switched off on purpose.
    if (!isNamed && !holdsSecret(event) && !(rule.flag === 'secure' && known === 'response' && isOff(event, 'secure')))
      return;
    const missing = flags.filter(
      (flag) => lacks(event, flag) && !(flag === 'httponly' && readByScripts.test(snakeCase(text))),
    );
    if (!missing.includes(rule.flag)) return;
    const others = missing.slice(missing.indexOf(rule.flag) + 1);
    const { module, functionIndex, node } = event;
    report({
      module,
      functionIndex,
      node,
      wording: 'cookie',
      values: {
        cookie: text,
        missing: words[rule.flag],
        also: others.length === 0 ? '' : `; it lacks ${others.map((flag) => words[flag]).join(' and ')} too`,
      },
      ...(others.length === 0 ? {} : { mergedRules: others.map((flag) => rule.rules[flag]) }),
      ...(known === 'response' ? { repair: withFlags(event, missing) } : {}),
      // Whose method it is cannot be told: what is set is a cookie by all signs, but a person should look.
      ...(known === 'unknown' || !isNamed ? { tier: 'hotspot' as const } : {}),
      ...(isNamed ? {} : { wording: 'other' }),
    });
  };

  /** All that are missing, since the other rules say nothing here. Over plain HTTP the cookie is then no longer sent. */
  const withFlags = ({ module: { tree }, node }: CallEvent, missing: readonly Flag[]): Repair | undefined => {
    const values = missing.map((flag) => [keys[flag], flag === 'samesite' ? '"Lax"' : 'True'] as const);
    const edits = setArguments(tree, node, Object.fromEntries(values));
    return edits && { edits, safe: false };
  };

  const holdsSecret = ({ module, functionIndex, arguments: args }: CallEvent): boolean => {
    const content = argumentOf(args, '1|value');
    return (
      content !== undefined &&
      onlyConstant(content.value) === undefined &&
      leavesOf(module, functionIndex, content.node).some(
        (leaf) =>
          !leaf.through.includes(aFew) && [leaf.name, ...leaf.variables].some((one) => contents.test(snakeCase(one))),
      )
    );
  };

  const isOff = (event: CallEvent, flag: Flag): boolean => {
    const given = argumentOf(event.arguments, keys[flag]);
    return given !== undefined && truthOfValue(given.value) === false;
  };

  const lacks = (event: CallEvent, flag: Flag): boolean => {
    const { hasStar, hasDoubleStar } = event.arguments;
    const given = argumentOf(event.arguments, keys[flag]);
    if (flag === 'samesite') {
      const constant = given === undefined ? undefined : onlyConstant(given.value);
      return constant !== undefined && (constant.type === 'none' || textOf(constant)?.toLowerCase() === 'none');
    }
    if (given === undefined) return !hasStar && !hasDoubleStar && !isProtectedByDefault(event);
    return truthOfValue(given.value) === false;
  };

  const methods = new Set(rule.calls);
  const call = (event: CallEvent): void => {
    settings.observer?.call?.(event);
    const { tree } = event.module;
    const callee = tree.child(event.node, Field.function);
    if (tree.kind(callee) === Kind.attribute && methods.has(tree.text(tree.child(callee, Field.attribute))))
      onCookie(event);
  };
  const detector: Detector = {
    ...settings,
    observer: { ...settings.observer, call },
    hears: { ...settings.hears, calls: [...(settings.hears?.calls ?? []), ...rule.calls] },
    interest: {
      ...settings.interest,
      calls: [...(settings.interest?.calls ?? []), ...rule.calls.map((name) => ({ name }))],
    },
  };
  return detector;
};

/** Falcon sets both flags unless it is told not to. */
function isProtectedByDefault({ targets }: CallEvent): boolean {
  return targets.some((target) => target.kind === 'method' && target.on.startsWith('falcon.'));
}

/** Whether the method is one of a response's, of something else that is known, or of nobody knows what. */
function receiverOf(event: CallEvent, on: readonly string[]): 'response' | 'unknown' | 'other' {
  const owners = event.targets.map((target) => (target.kind === 'method' ? target.on : undefined));
  if (owners.some((owner) => owner !== undefined && on.includes(owner))) return 'response';
  // A pseudo-type, `make()`, says only who made the value.
  return owners.every((owner) => owner?.endsWith('()') === true) ? 'unknown' : 'other';
}

/** The cookie's name, or the name of the setting that holds it. */
function cookieName({ module: { tree } }: CallEvent, { node, value }: Argument): string {
  const constant = onlyConstant(value);
  if (constant !== undefined) return textOf(constant) ?? '';
  if (tree.kind(node) === Kind.identifier) return tree.text(node);
  return tree.kind(node) === Kind.attribute ? tree.text(tree.child(node, Field.attribute)) : '';
}

function isDeleted({ arguments: args }: CallEvent): boolean {
  const content = argumentOf(args, '1|value');
  const constant = content === undefined ? undefined : onlyConstant(content.value);
  return (
    (constant !== undefined && textOf(constant) === '') ||
    ['max_age', 'expires'].some((key) => {
      const age = args.keywords.get(key);
      const given = age === undefined ? undefined : onlyConstant(age.value);
      return given?.type === 'int' && given.value === 0;
    })
  );
}

/** `set_cookie(token, 'done')`, `set_cookie('token_expired', 'true')`: the name says nothing where everybody knows the content. */
function isSign({ arguments: args }: CallEvent, name: Argument): boolean {
  const content = argumentOf(args, '1|value');
  const constant = content === undefined ? undefined : onlyConstant(content.value);
  if (constant === undefined) return false;
  return onlyConstant(name.value) === undefined || /^(?:true|false|yes|no|on|off|[01])$/i.test(textOf(constant) ?? '');
}

/** `accessToken` is `access_token`. */
function snakeCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
