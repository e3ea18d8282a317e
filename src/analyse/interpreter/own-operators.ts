// What classes of the checkout say of operators and of being written into a text: `__add__`, `__str__`. In: an object of such a class.
// Out: what its method gives; undefined where the class says nothing of it.
import { writtenMatch } from './pattern-calls.ts';
import type { Value } from '../values/value.ts';
import { joinValues } from '../values/value.ts';
import { callFunction } from './call-function.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';

const names: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

/** `left operator right`, where one of the two is an object whose class has the operator's method. */
export function ownOperator(
  frame: Frame,
  node: number,
  operator: string,
  left: Value,
  right: Value,
): Value | undefined {
  const name = names[operator];
  if (name === undefined) return undefined;
  return (
    ofClass(frame, node, left, [`__${name}__`], { node, value: right }) ??
    ofClass(frame, node, right, [`__r${name}__`], { node, value: left })
  );
}

/** An object as it is written into a text: `str(x)`, `f"{x}"`, `"%s" % x`. `node` is the expression that does it. */
export function asWritten(frame: Frame, node: number, value: Value): Value | undefined {
  return ofClass(frame, node, value, ['__str__', '__repr__']) ?? writtenMatch(frame, node, value);
}

function ofClass(
  frame: Frame,
  node: number,
  object: Value,
  methods: readonly string[],
  argument?: { readonly node: number; readonly value: Value },
): Value | undefined {
  let joined: Value | undefined;
  for (const one of object.denotes) {
    if (one.kind !== 'object') continue;
    const method = methods.map((name) => frame.engine.project.method(one, name)).find((found) => found !== undefined);
    if (method === undefined) continue;
    const args = argument === undefined ? noArguments : { ...noArguments, positional: [argument] };
    const result = callFunction(frame, node, { ...method, self: object }, args);
    joined = joined === undefined ? result : joinValues(joined, result);
  }
  return joined;
}
