// Checks of a value's type: `isinstance(x, str)`, `type(x) is int`. In: the comparison or call with the values known there. Out: what
// holds where it is true: a number is harmless for everything, a text is no operator of a database; where it is no dict, neither.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Checks } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { checkOf } from './checks.ts';

/** What `isinstance(value, type)` shows; `type` may be a tuple of types. */
export function typeChecks(
  frame: Frame,
  node: number,
  value: Argument,
  type: Argument | undefined,
): Checks | undefined {
  return type === undefined ? undefined : checksOf(frame, node, value, typeNames(frame, type.value), 'isinstance()');
}

/** What `type(value) is type` shows. */
export function typeIdentityChecks(frame: Frame, node: number, left: Argument, right: Argument): Checks | undefined {
  const { tree } = frame;
  if (
    left.node < 0 ||
    tree.kind(left.node) !== Kind.call ||
    tree.text(tree.child(left.node, Field.function)) !== 'type'
  )
    return undefined;
  const [given] = tree.children(tree.child(left.node, Field.arguments));
  if (given === undefined) return undefined;
  const value = { node: given, value: frame.evaluateSilently(given) };
  return isTainted(value.value.taint)
    ? checksOf(frame, node, value, typeNames(frame, right.value), 'type()')
    : undefined;
}

function typeNames(frame: Frame, type: Value): string[] {
  const held = frame.holds(type).find(({ kind }) => kind === 'tuple');
  const types = held === undefined ? [type] : [...held.entries.values()];
  return types.flatMap(({ denotes }) => denotes.flatMap((one) => (one.kind === 'symbol' ? [one.name] : ['?'])));
}

function checksOf(
  frame: Frame,
  node: number,
  value: Argument,
  names: readonly string[],
  check: string,
): Checks | undefined {
  if (names.length === 0) return undefined;
  if (names.every((name) => /^(?:int|float|bool|decimal\.Decimal|uuid\.UUID)$/.test(name))) {
    return { whenTrue: [checkOf(frame, value, kindSet('any'), check, node)], whenFalse: [] };
  }
  if (names.every((name) => /^(?:int|float|bool|decimal\.Decimal|uuid\.UUID|str|bytes)$/.test(name))) {
    // What was sent as a text and is none was not sent: a default.
    const marks = value.value.taint?.marks ?? [];
    const isText =
      names.includes('str') && marks.every(({ source, shape }) => source !== undefined && shape === 'text');
    return {
      whenTrue: [checkOf(frame, value, kindSet('text'), check, node)],
      whenFalse: isText ? [checkOf(frame, value, kindSet('any'), check, node)] : [],
    };
  }
  // An answer that the program has made is none of the texts that were sent.
  if (names.every((name) => /(?:^|\.)\w*Response$/.test(name))) {
    return { whenTrue: [checkOf(frame, value, kindSet('any'), check, node)], whenFalse: [] };
  }
  if (names.includes('dict'))
    return { whenTrue: [], whenFalse: [checkOf(frame, value, kindSet('nosql'), check, node)] };
  return undefined;
}
