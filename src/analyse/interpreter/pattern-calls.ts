// Regular expressions: what a match holds of the text it was found in, group by group, and what a replacement leaves.
// In: a pattern, constant or not, and the subject. Out: values with the subject's taint, cleaned by what the pattern admits.
import { makeHeld } from '../values/held.ts';
import { groupBody, patternCleans, removedCleans } from '../taint/pattern-class.ts';
import { numberOf, textOf } from '../values/constant.ts';
import type { Credit, Taint } from '../values/taint.ts';
import { asText, cleanTaint, derivedTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, instanceOf, joinValues, onlyConstant, withTaint } from '../values/value.ts';
import type { Argument } from './events.ts';
import type { Frame } from './frame.ts';

/** `pattern.how(...)`: `given` are the arguments behind the pattern. Undefined for methods that give no part of the subject. */
export function patternCall(
  frame: Frame,
  node: number,
  how: string,
  pattern: Value,
  given: readonly Argument[],
): Value | undefined {
  const text = constantText(patternOf(pattern));
  switch (how) {
    case 'match':
    case 'fullmatch':
    case 'search':
      return given[0] === undefined ? undefined : matchOf(frame, patternOf(pattern), given[0].value);
    case 'finditer': {
      if (given[0] === undefined) return undefined;
      return frame.allocate(
        node,
        makeHeld('list', new Map(), matchOf(frame, patternOf(pattern), given[0].value)),
        'list',
      );
    }
    case 'findall': {
      if (given[0] === undefined) return undefined;
      const rest = cleaned(
        frame,
        node,
        textFrom(frame, given[0].value),
        text === undefined ? 0n : patternCleans(text, 'fullmatch'),
        'pattern',
      );
      return frame.allocate(node, makeHeld('list', new Map(), rest), 'list');
    }
    case 'split': {
      if (given[0] === undefined) return undefined;
      return frame.allocate(node, makeHeld('list', new Map(), textFrom(frame, given[0].value)), 'list');
    }
    case 'sub': {
      const [replacement, subject] = given;
      if (replacement === undefined || subject === undefined) return undefined;
      const by = constantText(replacement.value);
      const kinds = text === undefined || by === undefined ? 0n : removedCleans(text, by);
      const left = cleaned(frame, node, textFrom(frame, subject.value), kinds, '`re.sub()`');
      return withTaint(left, derivedTaint([left.taint, replacement.value.taint]));
    }
    default:
      return undefined;
  }
}

/** What `re.sub(pattern, ...)` is given may be compiled already: the pattern as it was written. */
export function patternOf(value: Value): Value {
  return value.held?.entries.get('pattern') ?? value;
}

function matchOf(frame: Frame, pattern: Value, subject: Value): Value {
  const taint = asText(frame.whole(subject).taint);
  const held = makeHeld('instance', new Map([['pattern', pattern]]), undefined);
  return changeValue(instanceOf('re.Match'), { held, taint: derivedTaint([taint]) });
}

/** A part of what a match holds: `group(1)`, `groups()`, `groupdict()`, `[1]`. */
export function matchPart(
  frame: Frame,
  node: number,
  match: Value,
  name: string,
  args: readonly Argument[],
): Value | undefined {
  const pattern = match.held?.entries.get('pattern');
  const text = pattern === undefined ? undefined : constantText(pattern);
  const whole = changeValue(instanceOf('str'), { taint: derivedTaint([match.taint]) });
  switch (name) {
    case 'group':
    case '__getitem__': {
      const parts = args.map(({ value }) => groupOf(frame, node, whole, text, value));
      if (parts.length === 0) return groupOf(frame, node, whole, text, undefined);
      if (parts.length === 1) return parts[0]!;
      return tupleOf(frame, node, parts);
    }
    case 'groups': {
      const parts = text === undefined ? [] : everyGroup(frame, node, whole, text);
      if (parts.length > 0) return tupleOf(frame, node, parts);
      return frame.allocate(node, makeHeld('tuple', new Map(), whole), 'tuple');
    }
    case 'groupdict':
      return frame.allocate(node, makeHeld('dict', namedGroups(frame, node, whole, text), whole), 'dict');
    default:
      return undefined;
  }
}

/** A match as it is written out: it shows what it has found, and nothing of the pattern. */
export function writtenMatch(frame: Frame, node: number, value: Value): Value | undefined {
  const isMatch =
    value.denotes.length === 1 && value.denotes.some((one) => one.kind === 'instance' && one.of === 're.Match');
  return isMatch && value.held !== undefined ? matchPart(frame, node, value, 'group', []) : undefined;
}

function tupleOf(frame: Frame, node: number, parts: readonly Value[]): Value {
  const entries = new Map(parts.map((part, index) => [`n${index}`, part]));
  return frame.allocate(node, makeHeld('tuple', entries, undefined), 'tuple');
}

const MAX_GROUPS = 20;

function everyGroup(frame: Frame, node: number, whole: Value, text: string): Value[] {
  const found: Value[] = [];
  for (let number = 1; number <= MAX_GROUPS; number++) {
    const body = groupBody(text, number);
    if (body === undefined) break;
    found.push(cleaned(frame, node, whole, patternCleans(body, 'fullmatch'), 'a group of the pattern'));
  }
  return found;
}

function namedGroups(frame: Frame, node: number, whole: Value, text: string | undefined): Map<string, Value> {
  const names = text === undefined ? [] : [...text.matchAll(/\(\?P<(\w+)>/g)].map((match) => match[1]!);
  return new Map(
    names.map((name) => {
      const kinds = patternCleans(groupBody(text!, name) ?? '.', 'fullmatch');
      return [`s${name}`, cleaned(frame, node, whole, kinds, 'a group of the pattern')];
    }),
  );
}

function groupOf(frame: Frame, node: number, whole: Value, text: string | undefined, which: Value | undefined): Value {
  if (text === undefined) return whole;
  const constant = which === undefined ? undefined : onlyConstant(which);
  if (which !== undefined && constant === undefined)
    return everyGroup(frame, node, whole, text).reduce(joinValues, whole);
  const number = constant === undefined ? 0 : numberOf(constant);
  const name = number ?? (constant === undefined ? 0 : (textOf(constant) ?? 0));
  const body = name === 0 ? text : groupBody(text, name);
  return body === undefined
    ? whole
    : cleaned(frame, node, whole, patternCleans(body, 'fullmatch'), 'a group of the pattern');
}

function cleaned(frame: Frame, node: number, value: Value, kinds: bigint, name: string): Value {
  if (kinds === 0n) return value;
  const credit: Credit = { kind: 'sanitizer', name, module: frame.module, node, kinds };
  return withTaint(value, cleanTaint(value.taint, kinds, credit));
}

function textFrom(frame: Frame, value: Value): Value {
  const taint: Taint | undefined = asText(frame.whole(value).taint);
  return changeValue(instanceOf('str'), { taint: derivedTaint([taint]) });
}

function constantText(value: Value): string | undefined {
  const constant = onlyConstant(value);
  return constant === undefined ? undefined : textOf(constant);
}
