// Lists, tuples, sets and dicts that are written out, and comprehensions. In: their expressions. Out: heap objects with what they hold.
import { makeHeld } from '../values/held.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { constantKey } from '../values/constant.ts';
import { asElement } from '../taint/loop-checks.ts';
import type { Value } from '../values/value.ts';
import { derivedTaint, isTainted } from '../values/taint.ts';
import { changeValue, instanceOf, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { assign } from './assign.ts';
import { refine } from './conditions.ts';
import { anyValueOf, elementOf, loopedOver } from './containers.ts';
import type { Frame } from './frame.ts';

// Longer literals are tables; what they hold beyond this is known as a whole only.
const MAX_ENTRIES = 256;

/** `[a, *b]`, `(a, b)`, `{a, b}`: what stands at which place. */
export function evaluateSequence(frame: Frame, node: number): Value {
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
  return changeValue(frame.allocate(node, makeHeld(kind, entries, rest), kind), { origin: 'literal' });
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

/** `{a: b, **c}`: the entries under constant keys, the others together. */
export function evaluateDictionary(frame: Frame, node: number): Value {
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
        addKey(changeValue(unknown, { taint: derivedTaint([value.taint]) }));
      }
      for (const held of holds) {
        for (const [key, inner] of held.entries) entries.set(key, inner);
        if (held.rest !== undefined) addRest(held.rest);
        if (held.keys !== undefined) addKey(held.keys);
        else if (isTainted(value.taint)) {
          addRest(anyValueOf(frame, value));
          addKey(changeValue(unknown, { taint: derivedTaint([value.taint]) }));
        }
      }
    }
  }
  if (isMore) addRest(unknown);
  const object = makeHeld('dict', entries, rest, keys);
  return changeValue(frame.allocate(node, object, 'dict'), { origin: 'literal' });
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

/** A list, set, dict or generator that is made of others: what any of its elements is. */
export function evaluateComprehension(frame: Frame, node: number): Value {
  const { tree } = frame;
  const before = frame.state.copy();
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (tree.kind(child) === Kind.for_in_clause) {
      const whole = { node: tree.child(child, Field.right), value: frame.evaluate(tree.child(child, Field.right)) };
      const each = asElement(loopedOver(frame, whole.node, whole.value), whole);
      assign(frame, tree.child(child, Field.left), each, -1);
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
    makeHeld(kind, new Map(), element, isTainted(keys?.taint) ? keys : undefined),
    kind,
  );
  return tree.kind(node) === Kind.generator_expression
    ? changeValue(value, { denotes: instanceOf('generator').denotes })
    : value;
}
