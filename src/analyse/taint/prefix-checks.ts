// Checks of how a text begins: `x.startswith("https://host/")`, `path.startswith(base + os.sep)`, `name.startswith("-")`. In: the text
// and the prefixes with what is known of them. Out: what holds of the text where it begins so, or does not.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { signText } from '../values/path-signs.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { CleanableKind, KindSet } from '../values/kind-set.ts';
import { hasKind, kindSet, urlKinds } from '../values/kind-set.ts';
import { textOf } from '../values/constant.ts';
import type { Check, Checks } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { checkOf, viewCheck, whenFalse, whenTrue } from './checks.ts';
import { conditions } from './given.ts';

/** What a check for the directory shows: of a path that was not made absolute, little, unless whoever passes it has done so. */
export function belowKinds(value: Pick<Value, 'taint'>): KindSet {
  return isResolved(value) ? kindSet('path') | kindSet('path-below') : kindSet('path-below');
}

/** Every way the value took made it absolute, without `..`. */
export function isResolved(value: Pick<Value, 'taint'>): boolean {
  return value.taint?.marks.every(({ cleaned }) => hasKind(cleaned, 'path-resolved')) === true;
}

/** What `written.startswith(prefix)` shows. */
export function prefixChecks(frame: Frame, node: number, written: Argument, prefix: Argument): Checks | undefined {
  const receiver = withoutSeparator(frame, written);
  const given = conditions(frame, prefix.value, 'ours');
  const texts = given === undefined ? undefined : prefixTexts(frame, prefix.value);
  if (given === undefined) return undefined;
  // Wherever the settings say that it begins: it does not get out of there.
  const below = isResolved(receiver.value) ? kindSet('url-path') : 0n;
  if (texts === undefined)
    return below === 0n ? undefined : whenTrue(checkOf(frame, receiver, below, 'startswith()', node, given));
  if (texts.includes('-')) return whenFalse(checkOf(frame, receiver, kindSet('argv'), 'startswith("-")', node));
  const roots = rootChecks(frame, node, receiver, texts) ?? outwardChecks(frame, node, receiver, texts);
  if (roots !== undefined) return roots;
  let kinds = 0n;
  if (texts.every((text) => text !== '' && !text.startsWith('-') && !text.startsWith('\u0000')))
    kinds |= kindSet('argv');
  if (
    texts.every(
      (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/$/i.test(text) || /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/./i.test(text),
    )
  )
    kinds |= urlKinds;
  if (texts.every((text) => /^\/[^/\\]/.test(text))) kinds |= kindSet('redirect');
  // A base without a separator behind it is also the beginning of its siblings.
  if (texts.every((text) => /[/\\]$/.test(text))) kinds |= belowKinds(receiver.value);
  return kinds === 0n ? undefined : whenTrue(checkOf(frame, receiver, kinds, 'startswith()', node, given));
}

/** The `path` of `path + os.sep`, which begins with `base + os.sep` where the path is below the base, or the base itself. */
function withoutSeparator(frame: Frame, written: Argument): Argument {
  const { tree } = frame;
  let { node } = written;
  while (tree.kind(node) === Kind.parenthesized_expression) node++;
  if (tree.kind(node) !== Kind.binary_operator || tree.childOfKind(node, Kind["'+'"]) < 0) return written;
  const added = prefixTexts(frame, frame.evaluateSilently(tree.child(node, Field.right)));
  if (added?.every((text) => text === '/' || text === '\\') !== true) return written;
  const left = tree.child(node, Field.left);
  return { ...written, node: left, value: frame.evaluateSilently(left) };
}

/** `startswith("/")` and `startswith("//")`: a path of this machine, a path of this site, another host. */
function rootChecks(frame: Frame, node: number, receiver: Argument, texts: readonly string[]): Checks | undefined {
  const check = (kind: CleanableKind, name: string): Check => checkOf(frame, receiver, kindSet(kind), name, node);
  const isRoot = texts.every((text) => text === '/' || text === '\\');
  if (isRoot) {
    return { whenTrue: [check('rooted', 'startswith("/")')], whenFalse: [check('path-relative', 'startswith("/")')] };
  }
  return texts.includes('//') ? whenFalse(check('single-slash', 'startswith("//")')) : undefined;
}

/** `startswith("..")` of a path of which nothing else can lead out: normalised, or relative to a directory of ours. */
function outwardChecks(frame: Frame, node: number, receiver: Argument, texts: readonly string[]): Checks | undefined {
  const { taint } = receiver.value;
  const form = taint?.view?.as;
  if (taint === undefined || (form !== 'normalised' && form !== 'relative')) return undefined;
  // Two dots alone are a directory, and with a sign behind them a name.
  if (!texts.some((text) => text === '..' || /^\.\.[/\\]$/.test(text))) return undefined;
  return whenFalse(
    form === 'relative'
      ? viewCheck(frame, node, taint, kindSet('path'))
      : checkOf(frame, receiver, kindSet('path-inside'), 'startswith("..")', node),
  );
}

/** The prefixes that are asked for; of one with holes what is known of its end, behind a sign for the rest. */
function prefixTexts(frame: Frame, value: Value): string[] | undefined {
  const named = signText(value);
  if (named !== undefined) return [named];
  if (value.constants !== undefined) {
    const texts = value.constants.map(textOf);
    return texts.some((text) => text === undefined) ? undefined : (texts as string[]);
  }
  const held = frame.holds(value).find(({ kind }) => kind === 'tuple');
  if (held !== undefined && held.rest === undefined) {
    const inner = [...held.entries.values()].map((entry) => prefixTexts(frame, entry));
    return inner.some((texts) => texts === undefined) ? undefined : (inner as string[][]).flat();
  }
  if (value.text === undefined) return undefined;
  const whole = value.text.map((part) => (typeof part === 'string' ? part : (signText(part.hole) ?? '\u0000')));
  return [whole.join('')];
}
