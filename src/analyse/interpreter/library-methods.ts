// Methods of standard-library objects whose result can be told from what they were made of: compiled patterns, templates.
import { textOf } from '../values/constant.ts';
import type { Denotation, TextPart, Value } from '../values/value.ts';
import { onlyConstant, unknown } from '../values/value.ts';
import { anyValueOf, asPart, entryOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { filled, finished } from './operators.ts';
import { matchPart, patternCall } from './pattern-calls.ts';

/** The result of a method of an instance outside the checkout; undefined where its making does not tell. */
export function libraryMethod(
  frame: Frame,
  node: number,
  { of, name }: Extract<Denotation, { kind: 'member' }>,
  receiver: Value | undefined,
  args: Arguments,
): Value | undefined {
  if (receiver === undefined) return undefined;
  switch (of) {
    case 're.Pattern': {
      const pattern = receiver.held?.entries.get('pattern');
      return pattern === undefined ? undefined : patternCall(frame, node, name, pattern, args.positional);
    }
    case 're.Match':
      return matchPart(frame, node, receiver, name, args.positional);
    case 'concurrent.futures.Future':
      return name === 'result' || name === 'get' ? receiver.held?.entries.get('result') : undefined;
    case 'string.Template':
      return name === 'substitute' || name === 'safe_substitute' ? substituted(frame, node, receiver, args) : undefined;
    default:
      return undefined;
  }
}

/** `Template("... $name ...").substitute(name=value)`. */
function substituted(frame: Frame, node: number, receiver: Value, args: Arguments): Value | undefined {
  const template = receiver.held?.entries.get('template');
  const constant = template === undefined ? undefined : onlyConstant(template);
  const text = constant === undefined ? undefined : textOf(constant);
  if (text === undefined) return undefined;
  const mapping = args.positional[0]?.value;
  const parts: TextPart[] = [];
  let last = 0;
  for (const match of text.matchAll(/\$(?:\$|(\w+)|\{(\w+)\})/g)) {
    parts.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    const name = match[1] ?? match[2];
    if (name === undefined) parts.push('$');
    else {
      const given =
        args.keywords.get(name)?.value ?? (mapping === undefined ? undefined : entryOf(frame, mapping, `s${name}`));
      const other = mapping === undefined ? (args.doubleStar ?? unknown) : anyValueOf(frame, mapping);
      parts.push(filled(asPart(frame, node, given ?? other), ''));
    }
  }
  parts.push(text.slice(last));
  return finished(parts);
}
