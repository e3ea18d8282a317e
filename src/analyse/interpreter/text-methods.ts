// Methods of texts: what stays known of a text through `format`, `join`, `replace`, `strip` and the like, and what a text tells of itself.
import type { HeapObject } from '../values/held.ts';
import { splitWords } from './split-words.ts';
import { builtText } from '../taint/built-html.ts';
import { quoted } from '../taint/quoted-values.ts';
import { joinedAgain, viewOfAttribute } from '../taint/views.ts';
import type { Constant } from '../values/constant.ts';
import { bool, textOf } from '../values/constant.ts';
import { kindSet } from '../values/kind-set.ts';
import { missing } from '../taint/containment-checks.ts';
import type { Taint } from '../values/taint.ts';
import { cleanTaint, derivedTaint } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import {
  changeValue,
  constantValue,
  instanceOf,
  joinValues,
  onlyConstant,
  textValue,
  unknown,
} from '../values/value.ts';
import { anyValueOf, asPart, elementOf, taintedEntry } from './containers.ts';
import type { Argument, Arguments } from './events.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';
import { filled, finished, parts } from './operators.ts';

const sameText: Readonly<Record<string, (text: string, args: readonly string[]) => string | undefined>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text, [characters]) => (characters === undefined ? text.trim() : undefined),
  lstrip: (text, [characters]) => (characters === undefined ? text.trimStart() : undefined),
  rstrip: (text, [characters]) => (characters === undefined ? text.trimEnd() : undefined),
  replace: (text, [from, to]) =>
    from === undefined || from === '' || to === undefined ? undefined : text.replaceAll(from, to),
  removeprefix: (text, [prefix]) =>
    prefix !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text,
  removesuffix: (text, [suffix]) =>
    suffix !== undefined && suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  title: () => undefined,
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
};

/** The result of a text's method; undefined where nothing is known of it. */
export function textMethod(
  frame: Frame,
  node: number,
  receiver: Value,
  name: string,
  args: Arguments,
): Value | undefined {
  const texts = args.positional
    .map((argument) => onlyConstant(argument.value))
    .map((constant) => (constant === undefined ? undefined : textOf(constant)));
  const constant = onlyConstant(receiver);
  const own = constant === undefined ? undefined : textOf(constant);
  switch (name) {
    case 'format':
      return own === undefined
        ? finished([
            ...parts(receiver),
            ...args.positional.map((argument) => ({ hole: asPart(frame, node, argument.value) })),
          ])
        : builtText(frame, node, braceFormat(frame, node, own, args));
    case 'format_map':
      return own === undefined || args.positional[0] === undefined
        ? undefined
        : braceFormat(frame, node, own, {
            ...noArguments,
            keywords: entriesAsKeywords(frame, args.positional[0].value),
            doubleStar: otherEntries(frame, args.positional[0].value),
          });
    case 'join':
      return own === undefined
        ? joinedBy(frame, node, receiver, args)
        : joined(frame, node, own, args.positional[0]?.value ?? unknown);
    case 'split':
    case 'rsplit':
      return own === undefined && args.positional.length === 0 && args.keywords.size === 0
        ? splitWords(frame, node, receiver)
        : undefined;
    case 'encode':
    case 'decode':
      // The text is the same; which of the two it is decides nothing for a rule.
      return receiver.constants === undefined
        ? receiver
        : changeValue(receiver, { constants: receiver.constants.map((known) => recoded(known, name)) });
    default: {
      const told = own === undefined ? undefined : toldOfText(own, name, texts);
      if (told !== undefined) return constantValue(bool(told), receiver.origin);
      const same = sameText[name];
      if (same === undefined) return undefined;
      if (own !== undefined && texts.every((text) => text !== undefined)) {
        const result = same(own, texts);
        if (result !== undefined)
          return constantValue({ type: constant!.type as 'str', value: result }, receiver.origin);
      }
      return changeValue(instanceOf('str'), {
        taint: withoutBreaks(
          frame,
          node,
          name,
          texts,
          // What is looked for or taken off does not come out; only what takes its place does.
          derivedTaint([receiver.taint, name === 'replace' ? args.positional[1]?.value.taint : undefined]),
        ),
      });
    }
  }
}

/** What a method that answers yes or no says of a constant text. */
function toldOfText(
  text: string,
  name: string,
  [first, ...others]: readonly (string | undefined)[],
): boolean | undefined {
  if (name === 'isdigit' || name === 'isdecimal')
    return /^[0-9]+$/.test(text) ? true : /^[ -~]*$/.test(text) ? false : undefined;
  if (name === 'isalpha') return /^[a-zA-Z]+$/.test(text) ? true : /^[ -~]*$/.test(text) ? false : undefined;
  if (first === undefined || others.length > 0) return undefined;
  if (name === 'startswith') return text.startsWith(first);
  return name === 'endswith' ? text.endsWith(first) : undefined;
}

/** `replace("\\n", "")` takes out what would begin a new line; one kind of break is enough for most readers of headers and logs. */
export function withoutBreaks(
  frame: Frame,
  node: number,
  method: string,
  texts: readonly (string | undefined)[],
  taint: Taint | undefined,
): Taint | undefined {
  if (method !== 'replace' || taint === undefined) return taint;
  const [from, to] = texts;
  if (to === undefined || from === undefined) return taint;
  if (from === '/' && !to.includes('/')) return withoutSlashes(frame, node, taint);
  if (/^\.\.?$/.test(from) && !to.includes('.')) return withoutDots(frame, node, taint);
  if (from === '<' && !to.includes('<')) return withoutTags(frame, node, taint);
  if ((from === "'" || from === '"') && !to.includes(from)) return withoutQuotes(frame, node, taint, from);
  if (!/^(?:\r\n|\n|\r)$/.test(from) || /[\r\n]/.test(to)) return taint;
  const credit = {
    kind: 'sanitizer' as const,
    name: 'replacing line breaks',
    module: frame.module,
    node,
    kinds: kindSet('single-line'),
  };
  return cleanTaint(taint, kindSet('single-line'), credit);
}

/** `replace("/", "_")`: a name, of no other folder. */
function withoutSlashes({ module }: Frame, node: number, taint: Taint): Taint | undefined {
  const kinds = kindSet('path-relative') | kindSet('path-inside') | kindSet('path-segment');
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: 'replacing slashes', module, node, kinds });
}

/** `replace(".", "_")`: no two dots are left that lead out of a folder. */
function withoutDots({ module }: Frame, node: number, taint: Taint): Taint | undefined {
  const kinds = kindSet('path-inside');
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: 'replacing dots', module, node, kinds });
}

/** `replace("<", "&lt;")`: no tag begins in it; in an attribute it may still do harm. */
function withoutTags({ module }: Frame, node: number, taint: Taint): Taint | undefined {
  const kinds = kindSet('no-tag');
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: 'replacing `<`', module, node, kinds });
}

/** `replace("'", "")`: nothing in it ends a text in such quotes. */
function withoutQuotes({ module }: Frame, node: number, taint: Taint, quote: string): Taint | undefined {
  const kinds = missing(quote);
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: 'replacing quotes', module, node, kinds });
}

function recoded(constant: Constant, name: string): Constant {
  const text = textOf(constant);
  return text === undefined ? constant : { type: name === 'encode' ? 'bytes' : 'str', value: text };
}

/** `"{} {name}".format(...)`. */
function braceFormat(frame: Frame, node: number, format: string, args: Arguments): Value {
  const result: TextPart[] = [];
  let last = 0;
  let index = 0;
  for (const match of format.matchAll(/\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g)) {
    result.push(format.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[0] === '{{' || match[0] === '}}') {
      result.push(match[0][0]!);
      continue;
    }
    const field = match[1]!;
    const argument =
      field === ''
        ? args.positional[index++]
        : /^\d+$/.test(field)
          ? args.positional[Number(field)]
          : args.keywords.get(field);
    const value = argument?.value ?? attributeField(frame, field, args) ?? args.star ?? args.doubleStar ?? unknown;
    const conversion = match[2];
    const part = asPart(frame, node, value);
    result.push(
      conversion === 'r' || conversion === 'a'
        ? { hole: quoted(frame, node, `\`!${conversion}\``, part) }
        : filled(part, ''),
    );
  }
  result.push(format.slice(last));
  return finished(result);
}

/** `{item.name}`, `{0[key]}`: what is said of the whole. */
function attributeField(frame: Frame, field: string, args: Arguments): Value | undefined {
  const [root] = field.split(/[.[]/, 1);
  if (root === undefined || root === field) return undefined;
  const argument = /^\d+$/.test(root) ? args.positional[Number(root)] : args.keywords.get(root);
  if (argument === undefined) return undefined;
  const whole = changeValue(unknown, { taint: frame.whole(argument.value).taint });
  const [, name] = /^\w+\.(\w+)$/.exec(field) ?? [];
  return name === undefined ? whole : viewOfAttribute(frame, -1, name, argument.value, whole);
}

function entriesAsKeywords(frame: Frame, value: Value): ReadonlyMap<string, Argument> {
  const found = new Map<string, Argument>();
  for (const held of frame.holds(value)) {
    for (const [key, entry] of held.entries)
      if (key.startsWith('s')) found.set(key.slice(1), { node: -1, value: entry });
  }
  return found;
}

/** What a mapping holds under keys that are not known. */
function otherEntries(frame: Frame, value: Value): Value {
  const holds = frame.holds(value);
  if (holds.length === 0) return anyValueOf(frame, value);
  const others = holds.flatMap(({ rest, base }) => [
    rest ?? [],
    base === undefined ? [] : (taintedEntry(base, undefined) ?? unknown),
  ]);
  return (
    others
      .flat()
      .reduce<Value | undefined>((all, one) => (all === undefined ? one : joinValues(all, one)), undefined) ?? unknown
  );
}

/** Joined by a separator that is not constant. */
function joinedBy(frame: Frame, node: number, separator: Value, args: Arguments): Value {
  const list = args.positional[0]?.value ?? unknown;
  const [held] = frame.holds(list);
  const isWhole = held?.base === undefined && (held?.rest === undefined || held.entries.size > 0);
  if (held !== undefined && held.kind !== 'dict' && isWhole)
    return finished(piecesOf(frame, node, parts(separator), held));
  return changeValue(instanceOf('str'), { taint: derivedTaint([separator.taint, frame.whole(list).taint]) });
}

/** `separator.join(list)` with a constant separator. */
export function joined(frame: Frame, node: number, separator: string, list: Value): Value {
  const [held] = frame.holds(list);
  const [repeated, ...more] = list.text ?? [];
  // `", ".join("?" * len(keys))`.
  if (held === undefined && typeof repeated === 'string' && more.length === 0)
    return textValue([[...repeated].join(separator)]);
  const isWhole = held?.rest === undefined || held.entries.size > 0;
  if (held === undefined || held.kind === 'dict' || held.base !== undefined || !isWhole) {
    const element = elementOf(frame, list);
    const whole = asPart(frame, node, element);
    const taint = joinedAgain(separator, derivedTaint([whole.taint, list.taint]));
    return finished([{ hole: changeValue(whole, { taint }) }]);
  }
  return finished(piecesOf(frame, node, [separator], held));
}

function piecesOf(frame: Frame, node: number, separator: readonly TextPart[], held: HeapObject): TextPart[] {
  const known = [...held.entries.values()].flatMap((value, index) => [
    ...(index === 0 ? [] : separator),
    ...parts(asPart(frame, node, value)),
  ]);
  // Behind the beginning that is known there may be more.
  return held.rest === undefined ? known : [...known, ...separator, { hole: asPart(frame, node, held.rest) }];
}
