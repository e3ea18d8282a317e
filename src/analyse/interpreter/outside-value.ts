// The value of something from outside that an annotation describes: a model by its class, a list by its elements, text as it is.
import { makeHeld } from '../values/held.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { fieldsFromOutside, isHarmlessType, isMessage } from '../taint/harmless-types.ts';
import type { Taint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, denoting, unknown, withTaint } from '../values/value.ts';
import { typeOfAnnotation } from './annotations.ts';
import type { Frame } from './frame.ts';

const lists = new Set([
  'list',
  'List',
  'Sequence',
  'set',
  'Set',
  'frozenset',
  'FrozenSet',
  'tuple',
  'Tuple',
  'Iterable',
  'conlist',
  'Collection',
]);
const wrappers = new Set(['Optional', 'Annotated', 'Final', 'Required', 'NotRequired']);
const MAX_DEPTH = 4;

/** What a field or parameter so annotated holds if it comes from outside with this taint; undefined if the annotation does not say more. */
export function outsideValue(frame: Frame, annotation: number, taint: Taint, depth = 0): Value | undefined {
  const { tree } = frame;
  if (annotation < 0 || depth > MAX_DEPTH) return undefined;
  switch (tree.kind(annotation)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return annotation + 1 < tree.next(annotation) ? outsideValue(frame, annotation + 1, taint, depth) : undefined;
    case Kind.binary_operator:
    case Kind.union_type: {
      const parts = tree
        .children(annotation)
        .filter((child) => tree.field(child) !== Field.operator && !isNone(frame, child));
      return parts.length === 1 ? outsideValue(frame, parts[0]!, taint, depth + 1) : undefined;
    }
    case Kind.subscript:
    case Kind.generic_type: {
      const base = annotation + 1;
      const last = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      const [inner] = tree
        .children(annotation)
        .slice(1)
        .flatMap((child) => (tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]));
      if (inner === undefined) return undefined;
      if (wrappers.has(last)) return outsideValue(frame, inner, taint, depth + 1);
      if (!lists.has(last)) return undefined;
      const rest = isHarmlessType(frame, inner)
        ? unknown
        : (outsideValue(frame, inner, taint, depth + 1) ?? withTaint(unknown, taint));
      return changeValue(denoting({ kind: 'instance', of: 'list' }), { held: makeHeld('list', new Map(), rest) });
    }
    case Kind.identifier:
    case Kind.attribute: {
      const [type, ...others] = typeOfAnnotation(frame, annotation);
      if (type === undefined || others.length > 0) return undefined;
      if (type.kind === 'object')
        return fieldsFromOutside(frame.engine, type) ? withTaint(denoting(type), taint) : denoting(type);
      if (type.kind !== 'instance' || !type.of.includes('.') || type.of.startsWith('typing.')) return undefined;
      // A class of a library: what its attributes are, its model says.
      return isText(type.of) || isMessage(type.of) ? withTaint(denoting(type), taint) : denoting(type);
    }
    default:
      return undefined;
  }
}

function isText(type: string): boolean {
  return /^(?:pathlib|collections|pydantic|builtins)\./.test(type);
}

function isNone({ tree }: Frame, node: number): boolean {
  const inner = tree.kind(node) === Kind.type ? node + 1 : node;
  return tree.kind(inner) === Kind.none;
}
