// The value of every kind of expression. Tells observers of calls, references and comparisons on the way.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { quoted } from '../taint/quoted-values.ts';
import type { Constant } from '../values/constant.ts';
import { constantKey, falseConstant, none, numberOf, textOf, trueConstant } from '../values/constant.ts';
import { numberConstant, stringConstant, stringContent } from '../values/literals.ts';
import type { HeapObject } from '../values/state.ts';
import type { Denotation, TextPart, Value } from '../values/value.ts';
import type { Check } from '../values/taint.ts';
import { derivedTaint, isTainted } from '../values/taint.ts';
import { applyChecks, rechecked } from '../taint/apply-checks.ts';
import { comparisonChecks, keyCheck, negated, sharedChecks, whenFalse } from '../taint/checks.ts';
import { subsetCheck } from '../taint/subset-checks.ts';
import { comparedAddress } from '../taint/decision-sinks.ts';
import { checksOfOrigins, withOrigins } from '../taint/views.ts';
import { methodNames } from '../taint/sink-log.ts';
import { constantValue, denoting, fromConfig, instanceOf, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { assign, setEntry } from './assign.ts';
import { callFunction } from './call-function.ts';
import { evaluateCall } from './calls.ts';
import type { Argument } from './events.ts';
import { noArguments } from './events.ts';
import { settingOr } from './config-defaults.ts';
import { refine, truth } from './conditions.ts';
import { evaluateAttribute, isConfiguration, tellReference } from './attributes.ts';
import { anyValueOf, asPart, elementOf, entryOf, loopedOver, sourceByProtocol, taintedEntry } from './containers.ts';
import type { Frame } from './frame.ts';
import { lookUp } from './names.ts';
import { binary, comparison, filled, finished, operatorText, parts, unary } from './operators.ts';

const noneValue = constantValue(none);
const trueValue = constantValue(trueConstant);
const falseValue = constantValue(falseConstant);

/** Evaluates one expression node. */
export function evaluate(frame: Frame, node: number): Value {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.identifier: {
      const value = lookUp(frame, tree.name(node));
      tellReference(frame, node, value);
      return value;
    }
    case Kind.string:
      return evaluateString(frame, node);
    case Kind.concatenated_string: {
      const pieces = tree.children(node).flatMap((child) => [...parts(frame.evaluate(child))]);
      return finished(pieces);
    }
    case Kind.integer:
    case Kind.float:
      return frame.engine.literal(tree.name(node), numberConstant);
    case Kind.true:
      return trueValue;
    case Kind.false:
      return falseValue;
    case Kind.none:
      return noneValue;
    case Kind.attribute:
      return evaluateAttribute(frame, node);
    case Kind.call:
      return evaluateCall(frame, node);
    case Kind.subscript:
      return evaluateSubscript(frame, node);
    case Kind.parenthesized_expression:
    case Kind.await:
    case Kind.list_splat:
    case Kind.dictionary_splat:
    case Kind.type:
    case Kind.parenthesized_list_splat:
      return node + 1 < tree.next(node) ? frame.evaluate(node + 1) : unknown;
    case Kind.binary_operator: {
      // `a + b + c + ...` leans to the left, and may be longer than the stack is deep.
      const spine = [node];
      for (
        let left = tree.child(node, Field.left);
        tree.kind(left) === Kind.binary_operator;
        left = tree.child(left, Field.left)
      )
        spine.push(left);
      let value = frame.evaluate(tree.child(spine.at(-1)!, Field.left));
      for (const one of spine.toReversed()) {
        const right = frame.evaluate(tree.child(one, Field.right));
        const operator = operatorText(frame, tree.child(one, Field.operator));
        const left = value;
        value = binary(frame, one, operator, left, right);
        if (operator === '-' && frame.isFollowing)
          value = withDifference(frame, one, left, { node: tree.child(one, Field.right), value: right }, value);
      }
      return value;
    }
    case Kind.unary_operator:
      return unary(
        operatorText(frame, tree.child(node, Field.operator)),
        frame.evaluate(tree.child(node, Field.argument)),
      );
    case Kind.not_operator: {
      const argument = tree.child(node, Field.argument);
      const value = frame.evaluate(argument);
      const known = truth(frame, argument, value);
      if (known !== undefined) return known ? falseValue : trueValue;
      const checks = frame.checks.get(argument) ?? value.taint?.checks;
      if (checks === undefined) return instanceOf('bool');
      frame.checks.set(node, negated(checks));
      return { ...instanceOf('bool'), taint: { marks: [], checks: negated(checks) } };
    }
    case Kind.boolean_operator:
      return evaluateBoolean(frame, node);
    case Kind.comparison_operator:
      return evaluateComparison(frame, node);
    case Kind.conditional_expression:
      return evaluateConditional(frame, node);
    case Kind.list:
    case Kind.tuple:
    case Kind.expression_list:
    case Kind.set:
      return evaluateSequence(frame, node);
    case Kind.dictionary:
      return evaluateDictionary(frame, node);
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
    case Kind.dictionary_comprehension:
      return evaluateComprehension(frame, node);
    case Kind.named_expression: {
      const value = frame.evaluate(tree.child(node, Field.value));
      assign(frame, tree.child(node, Field.name), value, tree.child(node, Field.value));
      return value;
    }
    case Kind.lambda:
      return denoting({ kind: 'function', module: frame.module, index: frame.module.index.functionOfNode.get(node)! });
    case Kind.assignment: {
      // `yield`ed or erroneous nesting; the value is what counts.
      const right = tree.child(node, Field.right);
      return right < 0 ? unknown : frame.evaluate(right);
    }
    case Kind.yield:
      return evaluateYield(frame, node);
    case Kind.slice:
    case Kind.as_pattern:
    case Kind.keyword_argument:
    case Kind.expression_statement:
    case Kind.chevron:
    case Kind.pair:
    case Kind.ERROR:
      for (const child of tree.children(node)) if (tree.kind(child) !== Kind.as_pattern_target) frame.evaluate(child);
      return unknown;
    default:
      return unknown;
  }
}

/** `set(words) - WORDS`: where nothing is left, they are all ours. */
function withDifference(frame: Frame, node: number, left: Value, right: Argument, result: Value): Value {
  const words = { node: frame.tree.child(node, Field.left), value: left };
  const subset = subsetCheck(frame, node, words, right);
  if (subset === undefined) return result;
  const checks = whenFalse(subset);
  frame.checks.set(node, checks);
  return { ...result, taint: { marks: result.taint?.marks ?? [], checks } };
}

/** What a generator yields is what looping over it gives. What is sent into it is not followed. */
function evaluateYield(frame: Frame, node: number): Value {
  const { tree } = frame;
  const isFrom = tree.childOfKind(node, Kind["'from'"]) >= 0;
  let yielded: Value = unknown;
  for (const child of tree.children(node)) yielded = frame.evaluate(child);
  const element = isFrom ? elementOf(frame, yielded) : yielded;
  frame.yields = frame.yields === undefined ? element : joinValues(frame.yields, element);
  return unknown;
}

function evaluateString(frame: Frame, node: number): Value {
  const { tree } = frame;
  const next = tree.next(node);
  if (next === node + 1) {
    const token = tree.text(node);
    return token === ''
      ? { ...instanceOf('str'), origin: 'literal' }
      : frame.engine.literal(tree.name(node), stringConstant);
  }
  const prefix = tree
    .text(node + 1)
    .replace(/['"]+$/, '')
    .toLowerCase();
  const pieces: TextPart[] = [];
  for (let child = node + 1; child < next; child = tree.next(child)) {
    if (tree.kind(child) === Kind.string_content) {
      pieces.push(stringContent(tree.text(child), prefix));
    } else if (tree.kind(child) === Kind.interpolation) {
      const expression = tree.child(child, Field.expression);
      const value = expression < 0 ? unknown : asPart(frame, node, frame.evaluate(expression));
      const specifier = tree.child(child, Field.format_specifier);
      if (specifier >= 0) evaluateNested(frame, specifier);
      const conversion = tree.child(child, Field.type_conversion);
      const asked = conversion < 0 ? '' : tree.text(conversion);
      if (asked === '!r' || asked === '!a') pieces.push({ hole: quoted(frame, child, `\`${asked}\``, value) });
      else pieces.push(specifier >= 0 || conversion >= 0 ? { hole: value } : filled(value, ''));
    }
  }
  return finished(pieces);
}

/** Format specifiers hold expressions of their own: `{x:{width}}`. */
function evaluateNested(frame: Frame, specifier: number): void {
  const { tree } = frame;
  for (const child of tree.children(specifier)) {
    const expression = tree.child(child, Field.expression);
    if (expression >= 0) frame.evaluate(expression);
  }
}

function evaluateSubscript(frame: Frame, node: number): Value {
  const { tree } = frame;
  const object = frame.evaluate(tree.child(node, Field.value));
  const subscripts = tree.children(node).filter((child) => tree.field(child) === Field.subscript);
  const keys = subscripts.map((child) => frame.evaluate(child));
  subscriptSink(frame, node, object, keys);
  if (keys.length === 1 && isTainted(keys[0]!.taint)) {
    // An unknown key raises.
    const known = keyCheck(frame, node, object, { node: subscripts[0]!, value: keys[0]! });
    if (known !== undefined) applyChecks(frame, withOrigins([known]));
  }
  const item = itemOf(frame, node, object, keys);
  if (item !== undefined) return item;
  const named = globalNamed(frame, object, keys);
  if (named !== undefined) return named;
  const key = subscripts.length === 1 ? onlyConstant(keys[0]!) : undefined;
  const holds = frame.holds(object);
  const isOwn = holds.length > 0 || object.taint !== undefined;
  if (!isOwn && isConfiguration(frame, tree.child(node, Field.value), object)) return fromConfig;
  if (holds.length > 0) {
    if (key !== undefined) {
      const index = negativeIndex(holds, key);
      const found = entryOf(frame, object, index ?? constantKey(key));
      if (found !== undefined && !(found === unknown && object.taint !== undefined)) return found;
      const made = madeEntry(frame, node, object, key);
      if (made !== undefined) return made;
      return readTainted(frame, node, object, key) ?? unknown;
    }
    if (tree.kind(subscripts[0] ?? node) === Kind.slice) return sliced(frame, node, object, subscripts[0]!);
    const made = subscripts.length === 1 ? madeEntry(frame, node, object, undefined) : undefined;
    if (made !== undefined) return made;
    const any = holds.some((held) => held.kind === 'dict') ? anyValueOf(frame, object) : elementOf(frame, object);
    return tellsNothing(any) ? (readTainted(frame, node, object, undefined) ?? any) : any;
  }
  const text =
    key === undefined ? undefined : object.constants?.length === 1 ? textOf(object.constants[0]!) : undefined;
  const position = key === undefined ? undefined : numberOf(key);
  if (text !== undefined && position !== undefined) {
    const character = text.at(position);
    return character === undefined ? unknown : constantValue({ type: 'str', value: character }, object.origin);
  }
  const part = tree.kind(subscripts[0] ?? node) === Kind.slice ? textSlice(frame, object, subscripts[0]!) : undefined;
  if (part !== undefined) return part;
  const denotes = entriesOf(frame, object);
  if (subscripts.length === 1 && tree.kind(subscripts[0]!) === Kind.slice) {
    // A part of a text is text of the same origin; its first part keeps what is known of the beginning.
    return {
      ...unknown,
      denotes: object.text === undefined ? denotes : object.denotes,
      taint: derivedTaint([object.taint]),
    };
  }
  const entry = readTainted(frame, node, object, key);
  if (entry !== undefined) return { ...entry, denotes };
  return { ...unknown, denotes, taint: sourceByProtocol(frame, node, object, ['__getitem__']) };
}

function tellsNothing({ constants, denotes, objects, held, text, taint }: Value): boolean {
  const isEmpty = constants === undefined && held === undefined && text === undefined && taint === undefined;
  return isEmpty && denotes.length === 0 && objects.length === 0;
}

/** `globals()["name"]`. */
function globalNamed(frame: Frame, object: Value, keys: readonly Value[]): Value | undefined {
  const constant = keys.length === 1 ? onlyConstant(keys[0]!) : undefined;
  const text = constant === undefined ? undefined : textOf(constant);
  const isGlobals = object.denotes.some((one) => one.kind === 'instance' && one.of === 'globals()');
  const member = object.denotes.find((one) => one.kind === 'module');
  if (text === undefined || !isGlobals || member?.kind !== 'module') return undefined;
  const definition = frame.engine.project.member(member.module, text);
  return definition === undefined ? undefined : frame.engine.definitionValue(definition);
}

/** An entry that reading it makes: of a `defaultdict(list)`. */
function madeEntry(frame: Frame, node: number, object: Value, key: Constant | undefined): Value | undefined {
  const type = object.denotes.find((one) => one.kind === 'instance' && one.of.startsWith('collections.defaultdict['));
  const kind = type?.kind === 'instance' ? /\[(list|set|dict)\]$/.exec(type.of)?.[1] : undefined;
  if (kind === undefined) return undefined;
  // Under a key that is not known there may be one already.
  const before = key === undefined ? frame.state.heap.get(node) : undefined;
  const made = frame.allocate(
    node,
    before ?? { kind: kind as HeapObject['kind'], entries: new Map(), rest: undefined },
    kind,
  );
  setEntry(frame, object, key === undefined ? undefined : constantKey(key), made);
  return made;
}

/** What an entry is looked up in can be a sink: `globals()[name]`, `local[program]`. */
function subscriptSink(frame: Frame, node: number, object: Value, keys: readonly Value[]): void {
  const { sinks, models } = frame.engine;
  if (sinks === undefined || !frame.recording || frame.tree.kind(node) !== Kind.subscript) return;
  const names = methodNames(frame, object, '__getitem__').filter(
    (name) => models.call(name)?.some((entry) => entry.sinks.length > 0) === true,
  );
  if (names.length === 0) return;
  const { module, functionIndex } = frame;
  const args = { ...noArguments, positional: keys.map((value) => ({ node, value })) };
  sinks.call(frame, { module, functionIndex, node, names, method: '__getitem__', receiver: object, args });
}

/** What `__getitem__` of a class of the checkout gives. */
function itemOf(frame: Frame, node: number, object: Value, keys: readonly Value[]): Value | undefined {
  let joined: Value | undefined;
  for (const one of object.denotes) {
    if (one.kind !== 'object') continue;
    const method = frame.engine.project.method(one, '__getitem__');
    if (method === undefined) continue;
    const positional = keys.map((value) => ({ node, value }));
    const value = callFunction(frame, node, { ...method, self: object }, { ...noArguments, positional });
    joined = joined === undefined ? value : joinValues(joined, value);
  }
  return joined;
}

/** An entry of untrusted data, or of what is reached from a parameter. */
function readTainted(frame: Frame, node: number, object: Value, key: Constant | undefined): Value | undefined {
  const { engine, module } = frame;
  const entry = taintedEntry(object, key === undefined ? undefined : constantKey(key), (source, text) =>
    engine.source({ ...source, key: text, module, node }),
  );
  if (entry === undefined) return undefined;
  return rechecked(frame, node, key !== undefined && numberOf(key) === -1 ? nearestProxy(entry) : entry);
}

/** The last part of X-Forwarded-For is what the nearest proxy added. */
function nearestProxy(value: Value): Value {
  const marks = value.taint?.marks.filter(({ source }) => source?.kind !== 'client-ip');
  return marks === undefined || marks.length === value.taint!.marks.length
    ? value
    : { ...value, taint: { ...value.taint, marks } };
}

/** `x[1:]`: the elements that are left, if all are known and the bounds constant. */
function sliced(frame: Frame, node: number, object: Value, slice: number): Value {
  const { tree } = frame;
  const [held] = frame.holds(object);
  if (held === undefined || (held.kind !== 'list' && held.kind !== 'tuple')) return object;
  const bounds = sliceBounds(frame, slice);
  if (bounds === undefined) return object;
  // Of a list of which only the beginning is known, a slice of that beginning is known.
  const isFront = bounds.from >= 0 && bounds.to !== undefined && bounds.to >= 0 && bounds.to <= held.entries.size;
  if (held.rest !== undefined && !isFront) return object;
  const values = [...held.entries.values()]
    .slice(bounds.from, bounds.to)
    .filter((_, index) => index % bounds.step === 0);
  const entries = new Map(values.map((value, index) => [`n${index}`, value]));
  return frame.allocate(
    tree.kind(node) === Kind.subscript ? node : slice,
    { kind: held.kind, entries, rest: undefined },
    held.kind,
  );
}

/** A part of a constant text. */
function textSlice(frame: Frame, object: Value, slice: number): Value | undefined {
  const text = object.constants?.length === 1 ? textOf(object.constants[0]!) : undefined;
  const bounds = text === undefined ? undefined : sliceBounds(frame, slice);
  if (text === undefined || bounds === undefined) return undefined;
  const characters = [...text].slice(bounds.from, bounds.to).filter((_, index) => index % bounds.step === 0);
  return constantValue({ type: object.constants![0]!.type as 'str', value: characters.join('') }, object.origin);
}

/** Constant bounds and a step forwards; undefined for others. */
function sliceBounds(frame: Frame, slice: number): { from: number; to: number | undefined; step: number } | undefined {
  const { tree } = frame;
  const bounds: (number | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const child of tree.children(slice)) {
    if (tree.kind(child) === Kind["':'"]) at++;
    else {
      const constant = onlyConstant(frame.evaluate(child));
      const number = constant === undefined ? undefined : numberOf(constant);
      if (number === undefined) return undefined;
      bounds[at] = number;
    }
  }
  const step = bounds[2] ?? 1;
  return step >= 1 ? { from: bounds[0] ?? 0, to: bounds[1], step } : undefined;
}

/** An entry of what an external function returned is known by where it is from, `f()[]`; deeper ones are not. */
function entriesOf({ engine: { models } }: Frame, object: Value): Denotation[] {
  return object.denotes.flatMap((denotation): Denotation[] => {
    if (denotation.kind !== 'instance') return [];
    const type = models.returns(`${models.canonical(denotation.of)}.__getitem__`);
    if (type !== undefined) return [{ kind: 'instance', of: type }];
    return denotation.of.endsWith('()') ? [{ kind: 'instance', of: `${denotation.of}[]` }] : [];
  });
}

/** `x[-1]` of a list whose elements are all known. */
function negativeIndex(holds: readonly HeapObject[], key: Constant): string | undefined {
  const number = numberOf(key);
  if (number === undefined || number >= 0 || holds.length !== 1) return undefined;
  const [held] = holds;
  if (held!.rest !== undefined || held!.kind === 'dict') return undefined;
  return `n${held!.entries.size + number}`;
}

function evaluateBoolean(frame: Frame, node: number): Value {
  const { tree } = frame;
  const leftNode = tree.child(node, Field.left);
  const rightNode = tree.child(node, Field.right);
  const isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"];
  const left = frame.evaluate(leftNode);
  const known = truth(frame, leftNode, left);
  if (known === !isAnd) return left;
  // The right side runs only where the left one lets it.
  const before = frame.state.copy();
  refine(frame, leftNode, isAnd);
  const right = frame.evaluate(rightNode);
  frame.state.become(before.join(frame.state));
  if (known === isAnd) return right;
  // `rows or []`: what a caller passes, or nothing.
  if (!isAnd && left.taint?.is !== undefined && isEmptyLiteral(frame, rightNode)) return left;
  noteBoolean(frame, node, isAnd, left, right);
  const joined = (isAnd ? undefined : settingOr(left, right)) ?? joinValues(left, right);
  const checks = frame.checks.get(node);
  // `url.hostname or ""` is still the host.
  const { view } = left.taint ?? {};
  const isHost = !isAnd && view?.as === 'host' && isEmptyText(right);
  if (checks === undefined && !isHost) return joined;
  const marks = joined.taint?.marks ?? [];
  return {
    ...joined,
    taint: { marks, ...(checks === undefined ? {} : { checks }), ...(isHost ? { view } : {}) },
  };
}

function isEmptyLiteral({ tree }: Frame, node: number): boolean {
  const kind = tree.kind(node);
  return (kind === Kind.dictionary || kind === Kind.list || kind === Kind.tuple) && tree.children(node).length === 0;
}

function isEmptyText(value: Value): boolean {
  const constant = onlyConstant(value);
  return constant !== undefined && textOf(constant) === '';
}

/** `a and b` is true where both are: what both show holds. Of `a or b` the same where it is false. */
function noteBoolean(frame: Frame, node: number, isAnd: boolean, left: Value, right: Value): void {
  const { tree } = frame;
  const a = frame.checks.get(tree.child(node, Field.left)) ?? left.taint?.checks;
  const b = frame.checks.get(tree.child(node, Field.right)) ?? right.taint?.checks;
  if (a === undefined && b === undefined) return;
  const every = (way: 'whenTrue' | 'whenFalse'): readonly Check[] => [...(a?.[way] ?? []), ...(b?.[way] ?? [])];
  const either = (way: 'whenTrue' | 'whenFalse'): readonly Check[] => sharedChecks(a?.[way] ?? [], b?.[way] ?? []);
  frame.checks.set(
    node,
    isAnd
      ? { whenTrue: every('whenTrue'), whenFalse: either('whenFalse') }
      : { whenTrue: either('whenTrue'), whenFalse: every('whenFalse') },
  );
}

function evaluateComparison(frame: Frame, node: number): Value {
  const { tree } = frame;
  const operands: { node: number; value: Value }[] = [];
  const operators: string[] = [];
  for (const child of tree.children(node)) {
    if (tree.field(child) === Field.operators) operators.push(operatorText(frame, child));
    else operands.push({ node: child, value: frame.evaluate(child) });
  }
  let result: Value | undefined;
  operators.forEach((operator, index) => {
    const left = operands[index];
    const right = operands[index + 1];
    if (left === undefined || right === undefined) return;
    if (frame.observing) {
      const event = { module: frame.module, functionIndex: frame.functionIndex, node, operator, left, right };
      for (const observer of frame.engine.observers) observer.compare?.(event);
    }
    comparedAddress(frame, node, operator, left, right);
    if (operators.length === 1) {
      const checks = checksOfOrigins(comparisonChecks(frame, node, operator, left, right));
      if (checks !== undefined) frame.checks.set(node, checks);
    }
    if (operator === '==' && isMainGuard(frame, left, right)) result = instanceOf('bool');
    else result = comparison(frame, operator, left.value, right.value);
  });
  if (operators.length !== 1) return instanceOf('bool');
  const checks = frame.checks.get(node);
  const compared = result ?? unknown;
  return checks === undefined ? compared : { ...compared, taint: { marks: [], checks } };
}

/** `__name__ == "__main__"` holds when the file is run and not when it is imported. */
function isMainGuard(frame: Frame, left: { node: number }, right: { node: number }): boolean {
  return [left, right].some(
    ({ node }) => frame.tree.kind(node) === Kind.identifier && frame.tree.text(node) === '__name__',
  );
}

function evaluateConditional(frame: Frame, node: number): Value {
  const { tree } = frame;
  const [body, condition, otherwise] = tree.children(node);
  if (body === undefined || condition === undefined || otherwise === undefined) return unknown;
  const known = truth(frame, condition, frame.evaluate(condition));
  if (known !== undefined) return frame.evaluate(known ? body : otherwise);
  const before = frame.state.copy();
  refine(frame, condition, true);
  const left = frame.evaluate(body);
  const after = frame.state.copy();
  frame.state.become(before);
  refine(frame, condition, false);
  const right = frame.evaluate(otherwise);
  frame.state.become(after.join(frame.state));
  return joinValues(left, right);
}

// Longer literals are tables; what they hold beyond this is known as a whole only.
const MAX_ENTRIES = 256;

function evaluateSequence(frame: Frame, node: number): Value {
  const { tree } = frame;
  const entries = new Map<string, Value>();
  let rest: Value | undefined;
  let index = 0;
  for (const child of tree.children(node)) {
    const value = frame.evaluate(child);
    if (tree.kind(child) === Kind.list_splat) {
      const element = elementOf(frame, value);
      rest = rest === undefined ? element : joinValues(rest, element);
    } else if (rest === undefined && index < MAX_ENTRIES) {
      entries.set(`n${index++}`, value);
    } else {
      rest = rest === undefined ? value : joinValues(rest, value);
    }
  }
  const kind = tree.kind(node) === Kind.list ? 'list' : tree.kind(node) === Kind.set ? 'set' : 'tuple';
  return { ...frame.allocate(node, { kind, entries, rest }, kind), origin: 'literal' };
}

function isLiteral(tree: LoweredTree, node: number): boolean {
  const kind = tree.kind(node);
  return (
    tree.next(node) === node + 1 &&
    (kind === Kind.string ||
      kind === Kind.integer ||
      kind === Kind.float ||
      kind === Kind.true ||
      kind === Kind.false ||
      kind === Kind.none)
  );
}

function evaluateDictionary(frame: Frame, node: number): Value {
  const { tree } = frame;
  const entries = new Map<string, Value>();
  let rest: Value | undefined;
  let keys: Value | undefined;
  // Behind the entries that are told apart, literals say nothing that the first of them does not.
  let isMore = false;
  const addRest = (value: Value): void => {
    rest = rest === undefined ? value : joinValues(rest, value);
  };
  // Keys that somebody from outside chose.
  const addKey = (key: Value): void => {
    if (isTainted(key.taint)) keys = keys === undefined ? key : joinValues(keys, key);
  };
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.pair) {
      if (
        entries.size >= MAX_ENTRIES &&
        rest !== undefined &&
        isLiteral(tree, tree.child(child, Field.key)) &&
        isLiteral(tree, tree.child(child, Field.value))
      ) {
        isMore = true;
        continue;
      }
      const keyValue = frame.evaluate(tree.child(child, Field.key));
      const key = onlyConstant(keyValue);
      const value = frame.evaluate(tree.child(child, Field.value));
      if (key !== undefined && entries.size < MAX_ENTRIES) entries.set(constantKey(key), value);
      else {
        addRest(value);
        addKey(keyValue);
      }
    } else if (tree.kind(child) === Kind.dictionary_splat) {
      const value = frame.evaluate(child);
      const holds = frame.holds(value);
      if (holds.length === 0) {
        addRest(anyValueOf(frame, value));
        addKey({ ...unknown, taint: derivedTaint([value.taint]) });
      }
      for (const held of holds) {
        for (const [key, inner] of held.entries) entries.set(key, inner);
        if (held.rest !== undefined) addRest(held.rest);
        if (held.keys !== undefined) addKey(held.keys);
      }
    }
  }
  if (isMore) addRest(unknown);
  const object: HeapObject = { kind: 'dict', entries, rest, ...(keys === undefined ? {} : { keys }) };
  return { ...frame.allocate(node, object, 'dict'), origin: 'literal' };
}

/** `[last := x for x in y]`: the names that outlive a comprehension. */
function namedInside({ tree, state }: Frame, comprehension: number): [number, Value][] {
  const found: [number, Value][] = [];
  for (let node = comprehension + 1; node < tree.next(comprehension); node++) {
    if (tree.kind(node) !== Kind.named_expression) continue;
    const name = tree.name(tree.child(node, Field.name));
    const value = state.variables.get(name);
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}

function evaluateComprehension(frame: Frame, node: number): Value {
  const { tree } = frame;
  const before = frame.state.copy();
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (tree.kind(child) === Kind.for_in_clause) {
      const iterable = frame.evaluate(tree.child(child, Field.right));
      assign(frame, tree.child(child, Field.left), loopedOver(frame, tree.child(child, Field.right), iterable), -1);
    } else if (tree.kind(child) === Kind.if_clause) {
      frame.evaluate(child + 1);
      refine(frame, child + 1, true);
    }
  }
  const body = tree.child(node, Field.body);
  const isDictionary = tree.kind(node) === Kind.dictionary_comprehension;
  let element = unknown;
  let keys: Value | undefined;
  if (body >= 0 && isDictionary) {
    keys = frame.evaluate(tree.child(body, Field.key));
    element = frame.evaluate(tree.child(body, Field.value));
  } else if (body >= 0) {
    element = frame.evaluate(body);
  }
  // What the element holds is known where it was made; outside it goes with the list.
  element = frame.export(element);
  const named = namedInside(frame, node);
  frame.state.become(before);
  for (const [name, value] of named) {
    const known = frame.state.variables.get(name);
    frame.state.setVariable(name, known === undefined ? value : joinValues(known, value));
  }
  const kind = isDictionary ? 'dict' : tree.kind(node) === Kind.set_comprehension ? 'set' : 'list';
  const value = frame.allocate(
    node,
    { kind, entries: new Map(), rest: element, ...(isTainted(keys?.taint) ? { keys } : {}) },
    kind,
  );
  return tree.kind(node) === Kind.generator_expression ? { ...value, denotes: instanceOf('generator').denotes } : value;
}
