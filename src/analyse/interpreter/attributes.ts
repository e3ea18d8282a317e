// Attributes: what an object holds, what its class or module defines, what a dotted name stands for.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Constant } from '../values/constant.ts';
import type { Denotation, Value } from '../values/value.ts';
import { denoting, fromConfig, joinValues, unknown, withOrigin } from '../values/value.ts';
import { externalValue } from './external-constants.ts';
import type { Frame } from './frame.ts';

// Names whose attributes are configuration: what they hold, an operator can change.
const configNames = /^(?:CONF|conf|cfg|settings|config|options|opts|args|os\.environ|environ)$/;

/** The value of an attribute node. */
export function evaluateAttribute(frame: Frame, node: number): Value {
  return attributeOn(frame, node, frame.evaluate(frame.tree.child(node, Field.object)));
}

/** The same, once its object has been evaluated. */
export function attributeOn(frame: Frame, node: number, object: Value): Value {
  const { tree } = frame;
  const objectNode = tree.child(node, Field.object);
  const name = tree.text(tree.child(node, Field.attribute));
  const value = attributeOf(frame, object, name);
  tellReference(frame, node, value);
  if (value === unknown || value.origin === 'unknown') {
    if (isConfiguration(frame, objectNode, object)) return withOrigin(value, 'config');
  }
  return value;
}

/** Whether an expression is configuration: something an operator sets. */
export function isConfiguration(frame: Frame, objectNode: number, object: Value): boolean {
  const { tree } = frame;
  if (object.origin === 'config') return true;
  const last =
    tree.kind(objectNode) === Kind.attribute
      ? tree.text(tree.child(objectNode, Field.attribute))
      : tree.text(objectNode);
  return (
    configNames.test(last) ||
    object.denotes.some((denotation) => denotation.kind === 'symbol' && denotation.name === 'os.environ')
  );
}

/** An attribute of a value: what its heap object holds, else what its class, module or name says. */
export function attributeOf(frame: Frame, object: Value, name: string): Value {
  let joined: Value | undefined;
  const add = (value: Value): void => {
    joined = joined === undefined ? value : joinValues(joined, value);
  };
  const holds = frame.holds(object);
  if (holds.length > 0 && holds.every((held) => held.kind === 'instance' && held.entries.has(name))) {
    for (const held of holds) add(held.entries.get(name)!);
    return joined!;
  }
  for (const denotation of object.denotes) add(memberOf(frame, object, denotation, name));
  if (joined === undefined && object.constants !== undefined && object.constants.length > 0) {
    const type = typeName(object.constants[0]!);
    return denoting({ kind: 'member', of: type, name });
  }
  if (joined === undefined && object.text !== undefined) return denoting({ kind: 'member', of: 'str', name });
  return joined ?? (object.origin === 'config' ? fromConfig : unknown);
}

function typeName(constant: Constant): string {
  return constant.type === 'none' ? 'NoneType' : constant.type;
}

function memberOf(frame: Frame, object: Value, denotation: Denotation, name: string): Value {
  const { engine } = frame;
  switch (denotation.kind) {
    case 'symbol':
      return externalValue(`${denotation.name}.${name}`);
    case 'instance':
      return denoting({ kind: 'member', of: denotation.of, name });
    case 'member':
      return denoting({ kind: 'member', of: `${denotation.of}.${denotation.name}`, name });
    case 'module': {
      const member = engine.project.member(denotation.module, name);
      return member === undefined ? unknown : engine.definitionValue(member);
    }
    case 'class':
      return engine.classAttribute(denotation, name, undefined);
    case 'object':
      return engine.classAttribute(denotation, name, object);
    case 'function':
      return unknown;
  }
}

/** Tells observers that a name of interest is mentioned. */
export function tellReference(frame: Frame, node: number, value: Value): void {
  if (!frame.observing) return;
  const { tree, engine } = frame;
  const last = tree.kind(node) === Kind.attribute ? tree.text(tree.child(node, Field.attribute)) : tree.text(node);
  for (const denotation of value.denotes) {
    if (denotation.kind !== 'symbol') continue;
    const wanted =
      engine.wantedReferences.has(last) ||
      engine.wantedReferences.has(denotation.name.slice(denotation.name.lastIndexOf('.') + 1));
    if (!wanted) continue;
    const event = { module: frame.module, functionIndex: frame.functionIndex, node, name: denotation.name };
    for (const observer of engine.observers) observer.reference?.(event);
  }
}
