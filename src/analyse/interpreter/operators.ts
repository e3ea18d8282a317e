// Operators: arithmetic on constants, texts put together from parts, comparisons.
import { signText } from '../values/path-signs.ts';
import { makeHeld } from '../values/held.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Constant } from '../values/constant.ts';
import { binaryOperation, bool, compareConstants, display, numberOf, textOf } from '../values/constant.ts';
import { escapingOperator } from '../taint/markup-operators.ts';
import { boundedNumber } from '../taint/bound-checks.ts';
import { builtText } from '../taint/built-html.ts';
import { repeatedSequence } from '../taint/number-sinks.ts';
import { quoted } from '../taint/quoted-values.ts';
import { kindSet, textKinds } from '../values/kind-set.ts';
import type { Taint } from '../values/taint.ts';
import { cleanTaint, derivedTaint, isTainted } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import {
  MAX_CONSTANTS,
  changeValue,
  constantValue,
  instanceOf,
  joinValues,
  onlyConstant,
  textValue,
  unknown,
} from '../values/value.ts';
import { asPart, elementOf, entryOf, taintedEntry } from './containers.ts';
import { onDefault } from './config-defaults.ts';
import type { Frame } from './frame.ts';
import { ownOperator } from './own-operators.ts';

/** Source text of an operator token. */
export function operatorText(frame: Frame, token: number): string {
  return operatorNames.get(frame.tree.kind(token)) ?? '';
}

const operatorNames: ReadonlyMap<number, string> = new Map(
  Object.entries(Kind).flatMap(([name, kind]) => (name.startsWith("'") ? [[kind, name.slice(1, -1)] as const] : [])),
);

/** The constant results of combining every pair, if all are known and few. */
function combine(
  a: Value,
  b: Value,
  operate: (x: Constant, y: Constant) => Constant | undefined,
): Constant[] | undefined {
  if (a.constants === undefined || b.constants === undefined) return undefined;
  if (a.constants.length * b.constants.length > MAX_CONSTANTS) return undefined;
  const results: Constant[] = [];
  for (const x of a.constants) {
    for (const y of b.constants) {
      const result = operate(x, y);
      if (result === undefined) return undefined;
      if (!results.some((known) => known.type === result.type && compareConstants('==', known, result) === true))
        results.push(result);
    }
  }
  return results;
}

/** `left operator right`. */
export function binary(frame: Frame, node: number, operator: string, first: Value, second: Value): Value {
  const left = withoutNone(first);
  const right = withoutNone(second);
  if (operator === '*' && (left.taint ?? right.taint) !== undefined) repeatedSequence(frame, node, left, right);
  const both = derivedTaint([left.taint, right.taint]);
  const isBounded = (operator === '%' || operator === '&') && right.constants !== undefined;
  const taint = isBounded
    ? boundedNumber(frame, node, both)
    : numbersOnly.has(operator)
      ? arithmetic(frame, node, both)
      : both;
  const escaped =
    escapingOperator(frame, node, operator, left, right) ?? ownOperator(frame, node, operator, left, right);
  if (escaped !== undefined) return escaped;
  if (operator === '%' && (isText(left) || isOwnFormat(left, right)))
    return builtText(frame, node, percentFormat(frame, node, left, right));
  const constants = combine(left, right, (x, y) => binaryOperation(operator, x, y));
  if (constants !== undefined) {
    return changeValue(constantValue(constants[0]!), {
      constants,
      origin: left.origin === right.origin ? left.origin : mixedOrigin(left, right),
      taint,
    });
  }
  if (operator === '*' && right.constants === undefined) {
    // `"?, " * len(keys)`: how often is not known, but nothing else is in it.
    const repeated = onlyConstant(left);
    const text = repeated === undefined ? undefined : textOf(repeated);
    if (text !== undefined && text !== '') return changeValue(textValue([text]), { taint });
  }
  if (operator === '+' && (isText(left) || isText(right)))
    return builtText(frame, node, textValue([...parts(left), ...parts(right)]));
  if (operator === '+') {
    const joined = concatenated(frame, node, left, right);
    if (joined !== undefined) return joined;
  }
  if (operator === '|' || operator === '+' || operator === '*') {
    const merged = mergedContainers(frame, node, operator, left, right);
    if (merged !== undefined) return merged;
  }
  const path = operator === '/' ? pathType(left, right) : [];
  return changeValue(unknown, {
    taint: path.length === 0 ? taint : behindPath(frame, node, left, right),
    denotes: path,
    origin: mixedOrigin(left, right),
  });
}

// Operators that no text knows.
const numbersOnly = new Set(['<<', '>>', '**', '//']);

/** What comes out is a number, of any size. */
function arithmetic({ module }: Frame, node: number, taint: Taint | undefined): Taint | undefined {
  return cleanTaint(taint, textKinds, { kind: 'sanitizer', name: 'arithmetic', module, node, kinds: textKinds });
}

/** Of several constants those that an operator takes: with None it raises, so behind it the value was another one. */
function withoutNone(value: Value): Value {
  const { constants } = value;
  if (constants === undefined || constants.length < 2 || !constants.some(({ type }) => type === 'none')) return value;
  return changeValue(value, { constants: constants.filter(({ type }) => type !== 'none') });
}

/** A format that is not known, and not from outside: what is put into it stands behind its beginning. */
function isOwnFormat(left: Value, right: Value): boolean {
  const isNothing = left.taint === undefined && left.constants === undefined && left.objects.length === 0;
  const isNumber = left.denotes.some(
    (one) => one.kind === 'instance' && /^(?:int|float|decimal\.Decimal)$/.test(one.of),
  );
  return isNothing && left.held === undefined && !isNumber && isTainted(right.taint);
}

// What can be changed from outside stays so: a budget of a literal times a parameter is the caller's to set.
function mixedOrigin(a: Value, b: Value): Value['origin'] {
  for (const origin of ['config', 'parameter', 'unknown', 'class', 'module', 'local'] as const) {
    if (a.origin === origin || b.origin === origin) return origin;
  }
  return 'literal';
}

function pathType(left: Value, right: Value): Value['denotes'] {
  if (isNothingKnown(left) && isTextFromOutside(right)) return [{ kind: 'instance', of: 'pathlib.Path' }];
  return left.denotes.filter((denotation) => denotation.kind === 'instance' && denotation.of.startsWith('pathlib.'));
}

function isNothingKnown({ denotes, constants, held, objects, text, taint }: Value): boolean {
  const isTyped = denotes.some(({ kind }) => kind !== 'symbol' && kind !== 'member');
  return !isTyped && objects.length === 0 && [constants, held, text, taint].every((one) => one === undefined);
}

/** Nothing but a path has a text behind a slash. */
function isTextFromOutside({ taint, denotes }: Value): boolean {
  if (denotes.some((one) => one.kind === 'instance' && one.of !== 'str')) return false;
  return taint?.marks.some(({ source, shape }) => source !== undefined && shape === 'text') === true;
}

/** What stands behind a directory, or replaces it by an absolute path, begins with no dash; behind `Path()` and `Path('.')` it does. */
function behindPath(frame: Frame, node: number, left: Value, right: Value): Value['taint'] {
  const { tree, module } = frame;
  const from = tree.child(node, Field.left);
  const list = from >= 0 && tree.kind(from) === Kind.call ? tree.child(from, Field.arguments) : -1;
  const [first] = list < 0 ? [] : tree.children(list);
  const isHere = list >= 0 && (first === undefined || /^['"]\.?['"]$/.test(tree.text(first)));
  if (isHere || !isTainted(right.taint)) return derivedTaint([left.taint, right.taint]);
  const kinds = kindSet('argv');
  const credit = { kind: 'sanitizer' as const, name: 'a directory in front', module, node, kinds };
  return derivedTaint([left.taint, cleanTaint(right.taint, kinds, credit)]);
}

function concatenated(frame: Frame, node: number, left: Value, right: Value): Value | undefined {
  const [a] = frame.holds(left);
  const [b] = frame.holds(right);
  if (a === undefined || b === undefined || a.kind !== b.kind || (a.kind !== 'list' && a.kind !== 'tuple'))
    return undefined;
  if (a.rest !== undefined || b.rest !== undefined) return undefined;
  const entries = new Map(a.entries);
  let index = a.entries.size;
  for (const value of b.entries.values()) entries.set(`n${index++}`, value);
  return frame.allocate(node, makeHeld(a.kind, entries, undefined), a.kind);
}

/** `a | b` of dicts, `a + b` and `a * n` of lists of which not all is known. */
function mergedContainers(frame: Frame, node: number, operator: string, left: Value, right: Value): Value | undefined {
  const [a] = frame.holds(left);
  const [b] = frame.holds(right);
  if (a === undefined || a.kind === 'instance') return undefined;
  if (operator === '*') return frame.allocate(node, makeHeld(a.kind, new Map(), elementOf(frame, left)), a.kind);
  if (operator === '+' && a.kind === 'list') {
    // The beginning keeps its places; behind it nothing has one.
    const tail = elementOf(frame, right);
    const rest = a.rest === undefined ? tail : joinValues(a.rest, tail);
    return frame.allocate(node, makeHeld(a.kind, a.entries, rest), a.kind);
  }
  if (b === undefined || a.kind !== b.kind) return undefined;
  if (a.kind === 'dict' && operator === '|') {
    const rest = a.rest === undefined ? b.rest : b.rest === undefined ? a.rest : joinValues(a.rest, b.rest);
    return frame.allocate(node, makeHeld('dict', new Map([...a.entries, ...b.entries]), rest), 'dict');
  }
  const rest = joinValues(elementOf(frame, left), elementOf(frame, right));
  return frame.allocate(node, makeHeld(a.kind, new Map(), rest), a.kind);
}

export function isText(value: Value): boolean {
  return (
    value.text !== undefined ||
    (value.constants !== undefined &&
      value.constants.length > 0 &&
      value.constants.every((constant) => textOf(constant) !== undefined)) ||
    signText(value) !== undefined
  );
}

/** A value as parts of a text. */
export function parts(value: Value): readonly TextPart[] {
  if (value.text !== undefined) return value.text;
  const constant = value.constants?.length === 1 ? value.constants[0]! : undefined;
  const text = constant === undefined ? undefined : textOf(constant);
  return [text ?? { hole: value }];
}

/** `"...%s..." % values`. */
function percentFormat(frame: Frame, node: number, format: Value, values: Value): Value {
  const text = format.constants?.length === 1 ? textOf(format.constants[0]!) : undefined;
  if (text === undefined) return textValue([...parts(format), { hole: asPart(frame, node, values) }]);
  const result: TextPart[] = [];
  let index = 0;
  let last = 0;
  for (const match of text.matchAll(
    /%(?:\((?<key>[^)]*)\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?<type>[a-zA-Z%])/g,
  )) {
    result.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    const { key, type } = match.groups as { key?: string; type: string };
    if (type === '%') {
      result.push('%');
      continue;
    }
    const isTuple = frame.holds(values).some((held) => held.kind === 'tuple');
    const value =
      key === undefined
        ? isTuple
          ? entryOf(frame, values, `n${index++}`)
          : values
        : (entryOf(frame, values, `s${key}`) ?? taintedEntry(values, `s${key}`));
    const part = asPart(frame, node, value ?? elementOf(frame, values));
    result.push(
      type === 'r' || type === 'a' ? { hole: quoted(frame, node, `\`%${type}\``, part) } : filled(part, type),
    );
  }
  result.push(text.slice(last));
  return finished(result);
}

/** A hole of a format: its constant text if it has one; a number conversion leaves a number, which cannot carry text. */
export function filled(value: Value, conversion: string): TextPart {
  const constant = value.constants?.length === 1 ? value.constants[0]! : undefined;
  if (constant !== undefined && (conversion === 's' || conversion === 'd' || conversion === ''))
    return display(constant);
  if ('diouxXeEfFgGc'.includes(conversion) && conversion !== '')
    return { hole: changeValue(value, { taint: undefined, denotes: instanceOf('int').denotes, origin: 'local' }) };
  return { hole: value };
}

/** The parts as a constant if nothing is left open, as a text otherwise. */
export function finished(result: readonly TextPart[]): Value {
  if (result.every((part) => typeof part === 'string'))
    return changeValue(constantValue({ type: 'str', value: result.join('') }), { origin: 'local' });
  return textValue(result);
}

/** A comparison's value. */
export function comparison(frame: Frame, operator: string, left: Value, right: Value): Value {
  if (operator === 'in' || operator === 'not in') {
    const [held] = frame.holds(right);
    if (held !== undefined && held.rest === undefined && left.constants !== undefined && held.kind !== 'instance') {
      const members = held.kind === 'dict' ? undefined : [...held.entries.values()];
      if (members?.every((member) => member.constants?.length === 1) === true) {
        const found = left.constants.map((one) =>
          members.some((member) => compareConstants('==', one, member.constants![0]!) === true),
        );
        if (found.every((isMember) => isMember === found[0]))
          return constantValue(bool(found[0] === (operator === 'in')));
      }
      // Beside others that are not known, one that is the same is enough.
      const isThere = (one: Constant): boolean =>
        members?.some(
          ({ constants }) => constants?.length === 1 && compareConstants('==', one, constants[0]!) === true,
        ) === true;
      if (left.constants.every(isThere)) return constantValue(bool(operator === 'in'));
    }
  }
  const constants = combine(left, right, (x, y) => {
    const result = compareConstants(operator, x, y);
    return result === undefined ? undefined : bool(result);
  });
  if (constants !== undefined) return changeValue(constantValue(constants[0]!), { constants });
  return onDefault(left, (assumed) => comparison(frame, operator, assumed, right)) ?? instanceOf('bool');
}

/** `-x`, `+x`, `~x`. */
export function unary(operator: string, value: Value): Value {
  const results: Constant[] = [];
  for (const constant of value.constants ?? []) {
    const number = numberOf(constant);
    if (number === undefined) return unknown;
    const result = operator === '-' ? -number : operator === '~' ? ~number : number;
    results.push({ type: constant.type === 'float' ? 'float' : 'int', value: result });
  }
  return results.length === 0
    ? changeValue(unknown, { origin: value.origin })
    : changeValue(constantValue(results[0]!, value.origin), { constants: results });
}

/** The value that `left op= right` leaves in its target. */
export function augmented(frame: Frame, node: number, left: number, right: number): Value {
  const operator = operatorText(frame, frame.tree.child(node, Field.operator)).replace(/=$/, '');
  return binary(frame, node, operator, frame.evaluate(left), frame.evaluate(right));
}
