// The value of an expression by itself: literals, locals by what is assigned to them, constants of classes and modules.
// In: an expression of a function. Out: its value. Leaves alone: the order in which things happen.
import type { Module } from '../../model/module.ts';
import type { Engine } from '../interpreter/engine.ts';
import { Frame } from '../interpreter/frame.ts';
import { numberOf, textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';

export function valueAlone(engine: Engine, module: Module, functionIndex: number, node: number): Value {
  return new Frame(engine, module, functionIndex, { observing: false, depth: 1 }).evaluateAlone(node);
}

/** The one number a value is; truth values are none. */
export function onlyNumber(value: Value): number | undefined {
  const constant = onlyConstant(value);
  return constant === undefined || constant.type === 'bool' ? undefined : numberOf(constant);
}

/** The one text a value is. */
export function onlyText(value: Value): string | undefined {
  const constant = onlyConstant(value);
  return constant === undefined ? undefined : textOf(constant);
}

/** The text a value begins with: all of it, or what stands before its first hole. */
export function textBeginning(value: Value): string | undefined {
  const [first] = value.text ?? [];
  return onlyText(value) ?? (typeof first === 'string' ? first : undefined);
}
