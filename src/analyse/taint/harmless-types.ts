// Types whose values carry no free text: numbers, dates, UUIDs, choices. In: annotations and classes. Out: whether a value so
// typed can hold what a client likes; for models (pydantic, dataclasses) field by field.
import { constantText } from '../detectors/constant-text.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { MODULE } from '../../model/file-index.ts';
import { foundOncePerClass } from '../../model/found-once.ts';
import type { Module } from '../../model/module.ts';
import { argumentsOf, calledName } from '../detectors/written-expression.ts';
import type { Engine } from '../interpreter/engine.ts';
import { isEnumeration } from '../interpreter/enum-members.ts';
import type { Frame } from '../interpreter/frame.ts';
import { allKinds, numberKinds } from '../values/kind-set.ts';
import { namedKinds, patternCleans } from './pattern-class.ts';

const harmlessNames =
  /^(?:int|float|bool|complex|None|decimal\.Decimal|fractions\.Fraction|uuid\.UUID|datetime\.(?:date|datetime|time|timedelta|timezone)|ipaddress\.\w+|enum\.\w+|pydantic\.(?:\w*Int|\w*Float|UUID\d|conint|confloat|condecimal|PositiveInt|FutureDate|PastDate|IPvAny\w+)|fastapi\.(?:Request|Response|BackgroundTasks|WebSocket)|starlette\..*)$/;
const wrappers = new Set([
  'Optional',
  'Union',
  'Annotated',
  'Final',
  'List',
  'Sequence',
  'Set',
  'Iterable',
  'list',
  'set',
  'tuple',
  'frozenset',
  'Tuple',
  'conlist',
]);

/** Whether every value an annotation admits is harmless. Unknown names are not. */
export function isHarmlessType(frame: Frame, annotation: number): boolean {
  return harmless(frame.engine, frame.module, frame.functionIndex, annotation);
}

// Names for types that stand for each other.
const MAX_ALIASES = 4;

function harmless(engine: Engine, module: Module, functionIndex: number, node: number, aliases = 0): boolean {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) && harmless(engine, module, functionIndex, node + 1, aliases);
    case Kind.none:
      return true;
    case Kind.binary_operator:
    case Kind.union_type:
      return tree
        .children(node)
        .filter((child) => tree.field(child) !== Field.operator)
        .every((child) => harmless(engine, module, functionIndex, child, aliases));
    case Kind.subscript:
    case Kind.generic_type: {
      const base = node + 1;
      const last = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      if (last === 'Literal') return true;
      if (!wrappers.has(last)) return false;
      const inner = tree
        .children(node)
        .slice(1)
        .flatMap((child) => (tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]));
      // Of Annotated only the first is a type; the pattern of a constrained text is read with the call.
      if (last === 'Annotated') {
        return (
          inner.length > 0 &&
          (harmless(engine, module, functionIndex, inner[0]!, aliases) ||
            inner.slice(1).some((one) => hasHarmlessPattern(engine, module, one)))
        );
      }
      return inner.length > 0 && inner.every((child) => harmless(engine, module, functionIndex, child, aliases));
    }
    case Kind.identifier:
    case Kind.attribute: {
      const definition = engine.project.dotted(module, functionIndex, node);
      if (definition?.kind === 'external')
        return harmlessNames.test(definition.name) || isConversion(engine, definition.name);
      if (definition?.kind === 'value') {
        // `Month = Annotated[str, Field(pattern=...)]`
        const binding = definition.bindings.at(-1);
        return (
          binding?.kind === 'value' &&
          aliases < MAX_ALIASES &&
          harmless(engine, definition.module, MODULE, binding.value, aliases + 1)
        );
      }
      return definition?.kind === 'class' && isEnumeration(engine, definition);
    }
    case Kind.call:
      // `UserId = NewType("UserId", int)`
      if (calledName(tree, node) === 'NewType') {
        const [, type = -1] = argumentsOf(tree, node).positional;
        return type >= 0 && harmless(engine, module, functionIndex, type, aliases);
      }
      // `conint(gt=1)`, `constr(pattern=...)`
      return (
        harmless(engine, module, functionIndex, tree.child(node, Field.function), aliases) ||
        hasHarmlessPattern(engine, module, node)
      );
    default:
      return false;
  }
}

/** A class that the models know as a conversion: its instances hold no free text. */
function isConversion({ models }: Engine, name: string): boolean {
  return (
    models
      .call(models.canonical(name))
      ?.some(({ sanitizes, entry }) => sanitizes === allKinds && entry.where === undefined) === true
  );
}

/** `Query(pattern="^[a-z]+$")`, `constr(regex=...)`: what the pattern admits has no meaning anywhere. */
export function hasHarmlessPattern(engine: Engine, module: Module, node: number): boolean {
  const { tree } = module;
  if (node < 0) return false;
  const call = tree.kind(node) === Kind.type ? node + 1 : node;
  if (tree.kind(call) !== Kind.call) return false;
  const list = tree.child(call, Field.arguments);
  return tree.children(list).some((child) => {
    if (tree.kind(child) !== Kind.keyword_argument) return false;
    if (!/^(?:pattern|regex)$/.test(tree.text(tree.child(child, Field.name)))) return false;
    const value = tree.child(child, Field.value);
    const pattern = constantText(engine.project, module, module.functionAround(value), value)?.text;
    return pattern !== undefined && (patternCleans(pattern, 'search') | namedKinds | numberKinds) === allKinds;
  });
}

/** A message of protobuf, known by the module that is generated for it: its fields are what the client sends. */
export function isMessage(name: string): boolean {
  return /_pb2\.\w+$/.test(name);
}

const modelBases =
  /(?:^|\.)(?:BaseModel|Schema|ModelSchema|SQLModel|TypedDict|NamedTuple|Struct|GenericModel|RootModel|MappedAsDataclass)$/;

/** A class whose instances are filled with what a client sends: a pydantic model, a dataclass, a typed dict. */
export function fieldsFromOutside(engine: Engine, reference: ClassRef): boolean {
  const { classes, external } = engine.project.ancestry(reference);
  if (external.some((base) => modelBases.test(base))) return true;
  return classes.some(({ module, index }) => {
    const { decorated } = module.index.classes[index]!;
    if (decorated < 0) return false;
    const { tree } = module;
    return tree.children(decorated).some((child) => {
      if (tree.kind(child) !== Kind.decorator) return false;
      const callee = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1;
      const last =
        tree.kind(callee) === Kind.attribute ? tree.text(tree.child(callee, Field.attribute)) : tree.text(callee);
      return /^(?:dataclass|define|frozen|mutable|attrs|s)$/.test(last);
    });
  });
}

export interface FieldType {
  readonly module: Module;
  /** The annotation. */
  readonly node: number;
  /** The default, -1 if there is none. */
  readonly value?: number;
}

/** The annotation of a field, in the class or one it derives from. */
export function fieldType(engine: Engine, reference: ClassRef, name: string): FieldType | undefined {
  const number = engine.project.names.find(name);
  if (number === 0) return undefined;
  for (const { module, index } of engine.project.ancestry(reference).classes) {
    for (const field of declaredFields(module, index))
      if (field.name === number) return { module, node: field.type, value: field.value };
  }
  return undefined;
}

export interface DeclaredField {
  readonly name: number;
  readonly type: number;
  /** Default, or -1. */
  readonly value: number;
}

/** The annotated names of a class's body, in order: the fields of a model or dataclass. */
export const declaredFields = foundOncePerClass((module, index): readonly DeclaredField[] => {
  const { tree } = module;
  const { body } = module.index.classes[index]!;
  if (body < 0) return [];
  return tree.children(body).flatMap((statement) => {
    const assignment = statement + 1;
    if (tree.kind(statement) !== Kind.expression_statement || tree.kind(assignment) !== Kind.assignment) return [];
    const left = tree.child(assignment, Field.left);
    const type = tree.child(assignment, Field.type);
    if (type < 0 || tree.kind(left) !== Kind.identifier) return [];
    return [{ name: tree.name(left), type, value: tree.child(assignment, Field.right) }];
  });
});

/** Whether a field so annotated can hold no free text. */
export function isHarmlessField(engine: Engine, { module, node, value = -1 }: FieldType): boolean {
  // `word: str = Field(pattern="^[a-z]+$")`.
  if (value >= 0 && hasHarmlessPattern(engine, module, value)) return true;
  const around = module.functionAround(node);
  return harmless(engine, module, around, node);
}

const textNames = /^(?:str|bytes|pydantic\.(?:EmailStr|SecretStr|constr|StrictStr|AnyUrl|HttpUrl|\w*Url))$/;

/** Whether a field holds a text, and no dict or list that would be an operator to a database. */
export function isTextField(engine: Engine, { module, node }: FieldType): boolean {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) && isTextField(engine, { module, node: node + 1 });
    case Kind.none:
      return true;
    case Kind.binary_operator:
    case Kind.union_type:
      return tree
        .children(node)
        .filter((child) => tree.field(child) !== Field.operator)
        .every((child) => isTextField(engine, { module, node: child }));
    case Kind.subscript:
    case Kind.generic_type: {
      const base = node + 1;
      const last = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      if (last !== 'Optional' && last !== 'Annotated' && last !== 'Union') return false;
      const inner = tree
        .children(node)
        .slice(1)
        .flatMap((child) => (tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]));
      const types = last === 'Union' ? inner : inner.slice(0, 1);
      return types.length > 0 && types.every((child) => isTextField(engine, { module, node: child }));
    }
    // `constr(max_length=64)`
    case Kind.call:
      return isTextField(engine, { module, node: tree.child(node, Field.function) });
    case Kind.identifier:
    case Kind.attribute: {
      const definition = engine.project.dotted(module, module.functionAround(node), node);
      return definition?.kind === 'external' && textNames.test(definition.name);
    }
    default:
      return false;
  }
}
