// How long a lifetime is that the code writes down. In: an expression, and the number it is known to be. Out: seconds; undefined where
// it is not known. Leaves alone: whether that is too long.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName } from './written-expression.ts';

const units: Readonly<Record<string, number>> = {
  weeks: 604_800,
  days: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
  milliseconds: 0.001,
  microseconds: 0.000_001,
};
const order = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];
const MAX_DEPTH = 6;

/** Seconds of `timedelta(days=30)`, of `2 * DAY` and of a number; names are followed to their only assignment in the file. */
export function secondsOf(module: Module, node: number, depth = 0): number | undefined {
  const { tree } = module;
  if (node < 0 || depth > MAX_DEPTH) return undefined;
  const again = (inner: number): number | undefined => secondsOf(module, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.float: {
      const number = Number(tree.text(node).replaceAll('_', ''));
      return Number.isNaN(number) ? undefined : number;
    }
    case Kind.parenthesized_expression:
      return again(node + 1);
    case Kind.binary_operator: {
      const [left, right] = [again(tree.child(node, Field.left)), again(tree.child(node, Field.right))];
      if (left === undefined || right === undefined) return undefined;
      switch (tree.text(tree.child(node, Field.operator))) {
        case '*':
          return left * right;
        case '+':
          return left + right;
        case '**':
          return left ** right;
        default:
          return undefined;
      }
    }
    case Kind.call: {
      const { positional, keywords, hasSplat } = argumentsOf(tree, node);
      const called = calledName(tree, node);
      if (hasSplat) return undefined;
      if (called === 'total_seconds') {
        const callee = tree.child(node, Field.function);
        return tree.kind(callee) === Kind.attribute ? again(tree.child(callee, Field.object)) : undefined;
      }
      if (called === 'int') return again(positional[0] ?? -1);
      if (called !== 'timedelta') return undefined;
      const given = [...positional.map((one, i) => [order[i] ?? '', one] as const), ...keywords];
      const parts = given.map(([unit, one]) => (units[unit] ?? NaN) * (again(one) ?? NaN));
      const sum = parts.reduce((all, one) => all + one, 0);
      return Number.isNaN(sum) || parts.length === 0 ? undefined : sum;
    }
    case Kind.identifier: {
      const around = module.functionAround(node);
      const own = around === MODULE ? undefined : module.functionBindings(module.index.functions[around]!);
      const bindings = own?.byName.get(tree.name(node)) ?? module.bindings.byName.get(tree.name(node));
      const only = bindings?.length === 1 ? bindings[0]! : undefined;
      return only?.kind === 'value' ? again(only.value) : undefined;
    }
    default:
      return undefined;
  }
}
