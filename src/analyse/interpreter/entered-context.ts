// What `with value as x` binds. In: the context manager. Out: what its `__enter__` gives.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Value } from '../values/value.ts';
import { instanceOf, withTaint } from '../values/value.ts';
import { callFunction } from './call-function.ts';
import { elementOf } from './containers.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';

/** What `with value as x` binds: most context managers return themselves. */
export function entered(frame: Frame, value: Value, node: number): Value {
  const { engine } = frame;
  for (const denotation of value.denotes) {
    if (denotation.kind === 'object') {
      const method = engine.project.method(denotation, '__enter__') ?? engine.project.method(denotation, '__aenter__');
      if (method !== undefined) return callFunction(frame, node, { ...method, self: value }, noArguments);
    } else if (denotation.kind === 'instance') {
      const of = engine.models.canonical(denotation.of);
      const type = engine.models.returns(`${of}.__enter__`) ?? engine.models.returns(`${of}.__aenter__`);
      if (type !== undefined) return withTaint(instanceOf(type), value.taint);
      // A function made into a context manager gives what it yields.
      if (denotation.of === 'generator') return elementOf(frame, value);
    }
  }
  return value;
}

/** The context manager that a `with` statement binds to a name as a whole; -1 for a name that is bound in another way. */
export function contextOf({ tree }: Module, name: number): number {
  const target = tree.parent(name);
  const pattern = tree.kind(target) === Kind.as_pattern_target ? tree.parent(target) : -1;
  const isContext = pattern >= 0 && tree.kind(tree.parent(pattern)) === Kind.with_item;
  return isContext && tree.child(tree.parent(pattern), Field.value) === pattern ? pattern + 1 : -1;
}
