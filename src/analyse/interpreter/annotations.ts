// The types an annotation names: `requests.Session`, `Optional[Session]`, `Session | None`, `"Session"`.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { stringConstant } from '../values/literals.ts';
import type { Denotation } from '../values/value.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Definition } from '../../model/project-model.ts';
import { Frame } from './frame.ts';

// Names for annotations are followed this deep, calls that are evaluated again included.
const MAX_ALIASES = 7;
const wrappers = new Set(['Optional', 'Union', 'Annotated', 'Final', 'ClassVar', 'Awaitable', 'Coroutine']);

/** Instances that a value so annotated may be; empty if that is not known. */
export function typeOfAnnotation(frame: Frame, node: number): Denotation[] {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? typeOfAnnotation(frame, node + 1) : [];
    case Kind.binary_operator:
    case Kind.union_type:
    case Kind.tuple:
      return tree
        .children(node)
        .filter((child) => tree.field(child) !== Field.operator)
        .flatMap((child) => typeOfAnnotation(frame, child));
    case Kind.subscript:
    case Kind.generic_type: {
      const base = node + 1;
      const last = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      if (!wrappers.has(last)) return typeOfAnnotation(frame, base);
      return tree
        .children(node)
        .slice(1)
        .flatMap((child) => (tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]))
        .flatMap((child) => typeOfAnnotation(frame, child));
    }
    case Kind.string: {
      // A forward reference; only a dotted name is looked up.
      const constant = stringConstant(tree.text(node));
      const name = constant?.type === 'str' ? constant.value : '';
      if (!/^[A-Za-z_]\w*$/.test(name)) return [];
      const definition = frame.engine.project.member(frame.module, name);
      return definition?.kind === 'class'
        ? [{ kind: 'object', module: definition.module, index: definition.index }]
        : definition?.kind === 'external'
          ? [{ kind: 'instance', of: frame.engine.models.canonical(definition.name) }]
          : [];
    }
    case Kind.identifier:
    case Kind.attribute: {
      const definition = frame.engine.project.dotted(frame.module, frame.functionIndex, node);
      if (definition?.kind === 'class') return [{ kind: 'object', module: definition.module, index: definition.index }];
      if (definition?.kind === 'external')
        return [{ kind: 'instance', of: frame.engine.models.canonical(definition.name) }];
      return definition?.kind === 'value' ? typeOfAlias(frame, definition) : [];
    }
    default:
      return [];
  }
}

/** `SessionDep = Annotated[AsyncSession, ...]`: a name for an annotation. */
function typeOfAlias(frame: Frame, { module, bindings }: Extract<Definition, { kind: 'value' }>): Denotation[] {
  const binding = bindings.at(-1);
  if (binding?.kind !== 'value') return [];
  const kind = module.tree.kind(binding.value);
  if (kind !== Kind.subscript && kind !== Kind.binary_operator) return [];
  // `Word = Union[Word, bytes]`: a name may be bound anew to what it named.
  if (frame.depth > MAX_ALIASES) return [];
  const there = new Frame(frame.engine, module, MODULE, { observing: false, depth: frame.depth + 1 });
  return typeOfAnnotation(there, binding.value);
}
