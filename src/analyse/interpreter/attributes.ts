// Attributes: what an object holds, what its class or module defines, what a dotted name stands for.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Constant } from '../values/constant.ts';
import type { Denotation, Value } from '../values/value.ts';
import {
  changeValue,
  denoting,
  fromConfig,
  instanceOf,
  joinValues,
  onlyConstant,
  unknown,
  withOrigin,
  withTaint,
} from '../values/value.ts';
import type { ApiModels } from '../taint/api-models.ts';
import { fieldType, isHarmlessField, isTextField } from '../taint/harmless-types.ts';
import { rechecked } from '../taint/apply-checks.ts';
import { withoutFoundRows } from '../taint/found-rows.ts';
import { viewOfAttribute } from '../taint/views.ts';
import type { Taint } from '../values/taint.ts';
import { asText, cleanTaint, derivedTaint, isTainted, parameterAt, parameterTaint } from '../values/taint.ts';
import { externalAttribute, modelledValue } from './external-attributes.ts';
import { externalValue } from './external-constants.ts';
import { MODULE } from '../../model/file-index.ts';
import { Frame } from './frame.ts';
import { outsideValue } from './outside-value.ts';

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
  const value = rechecked(frame, node, attributeOf(frame, object, name, node));
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
    (configNames.test(last) && !isFromOutside(object)) ||
    object.denotes.some((denotation) => denotation.kind === 'symbol' && denotation.name === 'os.environ')
  );
}

/** `request.args` only shares its name with the options of a program. */
function isFromOutside({ taint }: Value): boolean {
  return taint !== undefined && taint.marks.some(({ source }) => source !== undefined);
}

// What is reached from a parameter is told apart to this depth.
const MAX_PATH = 3;
// Attributes of untrusted data that carry none of it.
const harmlessAttributes =
  /^(?:__class__|__name__|__doc__|__module__|__dict__|method|status_code|status|remote_addr|model_fields_set|model_fields|__fields_set__|__fields__)$/;

/** An attribute of a value: what its heap object holds, else what its class, module or name says. `node` is its expression, -1 if it has none. */
export function attributeOf(frame: Frame, object: Value, name: string, node = -1): Value {
  // The names and values of an object, as `vars()` gives them.
  if (name === '__dict__')
    return changeValue(object, { denotes: [...object.denotes, { kind: 'instance', of: 'vars()' }] });
  const own = name === '__class__' ? classOf(object) : undefined;
  if (own !== undefined) return own;
  const value = plainAttribute(frame, object, name, node);
  const { taint } = object;
  if (taint === undefined || value.denotes.some(({ kind }) => kind === 'function' || kind === 'class')) return value;
  if (isClassConstant(frame, object, name, value)) return value;
  return carried(frame, object, name, value, node);
}

/** The class of an object of the checkout, as `self.__class__` and `type(self)` give it; undefined if it is not known. */
export function classOf({ denotes }: Value): Value | undefined {
  const classes = denotes.flatMap((one): Denotation[] =>
    one.kind === 'object' ? [{ kind: 'class', module: one.module, index: one.index }] : [],
  );
  return classes.length > 0 && classes.length === denotes.length ? denoting(...classes) : undefined;
}

const constantName = /^_*[A-Z][A-Z\d_]+$/;

/** What a class says once for all of its objects, whatever they hold: `FIELDS = ("note", "total")`. */
function isClassConstant(frame: Frame, object: Value, name: string, value: Value): boolean {
  if (!constantName.test(name) || isTainted(value.taint)) return false;
  if (value.constants === undefined && frame.holds(value).length === 0) return false;
  return object.denotes.length > 0 && object.denotes.every(({ kind }) => kind === 'object');
}

function plainAttribute(frame: Frame, object: Value, name: string, node: number): Value {
  let joined: Value | undefined;
  const add = (value: Value): void => {
    joined = joined === undefined ? value : joinValues(joined, value);
  };
  const holds = frame.holds(object);
  if (holds.length > 0 && holds.every((held) => held.kind === 'instance' && held.entries.has(name))) {
    for (const held of holds) add(held.entries.get(name)!);
    // Code that asks something of an attribute that is None so far knows it set by a method that is called elsewhere: `connect()`.
    if (onlyConstant(joined!)?.type !== 'none') return joined!;
  }
  for (const denotation of object.denotes) add(memberOf(frame, object, denotation, name, node));
  if (joined === undefined && object.constants !== undefined && object.constants.length > 0) {
    // Only the member of an enumeration has one; as a value it is the constant that its class gives it.
    if (name === 'value') return object;
    const type = typeName(object.constants[0]!);
    return denoting({ kind: 'member', of: type, name, self: object });
  }
  if (joined === undefined && object.text !== undefined)
    return denoting({ kind: 'member', of: 'str', name, self: object });
  return joined ?? (object.origin === 'config' ? fromConfig : unknown);
}

/** Untrusted data goes on into the attributes of what holds it; of a parameter's attribute it stays known which it is. */
function carried(frame: Frame, object: Value, name: string, value: Value, node: number): Value {
  const taint = withoutFoundRows(object, name);
  if (taint?.is !== undefined && taint.is.path.length < MAX_PATH) {
    const known = frame.holds(object).some((held) => held.kind === 'instance' && held.entries.has(name));
    if (known || isTainted(value.taint)) return value;
    const reached = parameterTaint(parameterAt(taint.is.index, [...taint.is.path, `.${name}`]));
    return withTaint(value, reached);
  }
  if (!isTainted(taint) || isTainted(value.taint) || harmlessAttributes.test(name)) return value;
  // What was put into this very attribute is known.
  const holds = frame.holds(object);
  if (holds.length > 0 && holds.every((held) => held.kind === 'instance' && held.entries.has(name))) return value;
  // What a method of it gives is told when it is called.
  if (value.denotes.some((one) => one.kind === 'member' && isBuiltin(one.of))) return value;
  for (const one of object.denotes) {
    if (one.kind !== 'object') continue;
    const field = fieldType(frame.engine, one, name);
    if (field !== undefined && isHarmlessField(frame.engine, field)) return value;
    if (field === undefined) continue;
    // What stands beside the field in its class is only its default.
    if (isTextField(frame.engine, field))
      return viewOfAttribute(frame, node, name, object, withTaint(unknown, asText(taint)));
    const there =
      field.module === frame.module
        ? frame
        : new Frame(frame.engine, field.module, MODULE, { observing: false, depth: 1 });
    const own = outsideValue(there, field.node, derivedTaint([taint]) ?? taint);
    return viewOfAttribute(frame, node, name, object, own ?? withTaint(unknown, derivedTaint([taint])));
  }
  const marks = cleanedAttribute(frame, object, name, node, derivedTaint([taint]));
  return viewOfAttribute(frame, node, name, object, withTaint(value, marks));
}

/** A part that the models say is harmless for some uses: the last name of a path, the port of a URL. */
function cleanedAttribute(
  frame: Frame,
  object: Value,
  name: string,
  node: number,
  taint: Taint | undefined,
): Taint | undefined {
  const { models } = frame.engine;
  let kinds = 0n;
  for (const one of object.denotes) {
    if (one.kind !== 'instance') continue;
    for (const { sanitizes } of models.attribute(`${models.canonical(one.of)}.${name}`) ?? []) kinds |= sanitizes;
  }
  if (kinds === 0n) return taint;
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: `\`.${name}\``, module: frame.module, node, kinds });
}

function isBuiltin(type: string): boolean {
  return /^(?:str|bytes|list|dict|set|tuple|int|float|bool)$/.test(type);
}

function typeName(constant: Constant): string {
  return constant.type === 'none' ? 'NoneType' : constant.type;
}

function memberOf(frame: Frame, object: Value, denotation: Denotation, name: string, node: number): Value {
  const { engine } = frame;
  switch (denotation.kind) {
    case 'symbol':
      return externalNamed(frame, `${denotation.name}.${name}`, node);
    case 'instance': {
      const of = engine.models.canonical(denotation.of);
      return (
        externalAttribute(frame, of, name, node) ??
        engine.storedGlobally(of, name) ??
        anyAttribute(engine.models, of, name) ??
        // `blanks = re.compile(r"\s+").sub` knows its pattern.
        denoting(of === 're.Pattern' ? { kind: 'member', of, name, self: object } : { kind: 'member', of, name })
      );
    }
    case 'member':
      return denoting({ kind: 'member', of: `${denotation.of}.${denotation.name}`, name });
    case 'module': {
      const member = engine.project.member(denotation.module, name);
      return member === undefined ? unknown : engine.definitionValue(member);
    }
    case 'class':
      // Of an enumeration: its names, or its values.
      if (name === '__members__' || name === '_value2member_map_') return instanceOf('dict');
      return engine.classAttribute(denotation, name, undefined, frame, node);
    case 'object':
      return engine.classAttribute(denotation, name, object, frame, node);
    case 'function':
      return unknown;
  }
}

/** An attribute of a class whose `__getattr__` a model knows: `client.database.collection`. Methods that one knows are no such. */
function anyAttribute(models: ApiModels, of: string, name: string): Value | undefined {
  const type = models.returns(`${of}.__getattr__`);
  return type === undefined || models.call(`${of}.${name}`) !== undefined ? undefined : instanceOf(type);
}

/** A name outside the checkout: an object of which a model knows the type, `flask.request`, or what it says itself. */
export function externalNamed(frame: Frame, name: string, node: number): Value {
  const entries = frame.engine.models.attribute(name);
  if (entries === undefined) {
    const dot = name.lastIndexOf('.');
    return frame.engine.storedGlobally(name.slice(0, dot), name.slice(dot + 1)) ?? externalValue(name);
  }
  return modelledValue(frame, entries, node, { kind: 'symbol', name });
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
