// Whether data was read from a place that belongs to this program: a file beside the code, a path that is written down. In: the
// expression that reads, or names, it. Out: yes or no; what is not known is no. Leaves alone: what a path's permissions are.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Engine } from '../interpreter/engine.ts';
import { calledName, literalText, written } from './written-expression.ts';

const MAX_DEPTH = 10;

// What comes out of these is from the place that went in.
const keeping = new Set(
  (
    'open GzipFile BZ2File LZMAFile Path PurePath PosixPath str fspath join joinpath dirname abspath realpath normpath resolve absolute ' +
    'with_name with_suffix with_stem read read_bytes read_text read_binary open_binary get_data files as_file resource_filename resource_stream ' +
    'resource_string decompress b64decode BytesIO decode encode getsourcefile'
  ).split(' '),
);

/** Directories that everybody can write. */
const shared = /^(?:\/tmp|\/var\/tmp|\/dev\/shm)(?:\/|$)/;

/** `open("words.pickle", "rb")`, `(Path(__file__).parent / "words.pickle").read_bytes()`; names are followed to their only assignment. */
export function isOwnPlace(engine: Engine, module: Module, functionIndex: number, node: number, depth = 0): boolean {
  const { tree } = module;
  if (node < 0 || depth > MAX_DEPTH) return false;
  const again = (inner: number): boolean => isOwnPlace(engine, module, functionIndex, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.none:
    case Kind.true:
    case Kind.false:
      return true;
    case Kind.string: {
      const text = literalText(tree, node);
      if (text !== undefined) return !shared.test(text);
      return tree
        .children(node)
        .every((child) => tree.kind(child) !== Kind.interpolation || again(tree.child(child, Field.expression)));
    }
    case Kind.parenthesized_expression:
    case Kind.await:
      return again(node + 1);
    case Kind.binary_operator:
      return again(tree.child(node, Field.left)) && again(tree.child(node, Field.right));
    case Kind.subscript:
      return again(tree.child(node, Field.value));
    case Kind.call:
      return keepsPlace(engine, module, functionIndex, node, depth);
    case Kind.attribute:
      return isNamedPlace(engine, module, functionIndex, node, depth) || again(tree.child(node, Field.object));
    case Kind.identifier:
      return isNamedPlace(engine, module, functionIndex, node, depth);
    default:
      return false;
  }
}

function keepsPlace(engine: Engine, module: Module, functionIndex: number, node: number, depth: number): boolean {
  const { tree } = module;
  if (!keeping.has(calledName(tree, node))) return false;
  const list = tree.child(node, Field.arguments);
  const given = list < 0 ? [] : tree.children(list).filter((child) => tree.kind(child) !== Kind.keyword_argument);
  const callee = tree.child(node, Field.function);
  const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
  const isFunction = object < 0 || engine.project.dotted(module, functionIndex, callee)?.kind === 'external';
  if (isFunction && given.length === 0) return false;
  return (
    (isFunction || isOwnPlace(engine, module, functionIndex, object, depth + 1)) &&
    given.every((one) => isOwnPlace(engine, module, functionIndex, one, depth + 1))
  );
}

function isNamedPlace(engine: Engine, module: Module, functionIndex: number, node: number, depth: number): boolean {
  const { tree } = module;
  if (/^__(?:file|name|package)__$/.test(written(tree, node))) return true;
  const local = tree.kind(node) === Kind.identifier ? localValue(module, functionIndex, tree.name(node)) : undefined;
  if (local !== undefined) return local >= 0 && isOwnPlace(engine, module, functionIndex, local, depth + 1);
  const definition = engine.project.dotted(module, functionIndex, node);
  if (definition?.kind !== 'value') return false;
  const bindings = definition.module.bindings.byName.get(definition.name) ?? [];
  const [only] = bindings;
  return (
    bindings.length === 1 &&
    only?.kind === 'value' &&
    isOwnPlace(engine, definition.module, MODULE, only.value, depth + 1)
  );
}

/** The only value of a variable of a function; -1 if it has several or is something else; undefined if it is no variable of it. */
function localValue(module: Module, functionIndex: number, name: number): number | undefined {
  if (functionIndex === MODULE) return undefined;
  const bindings = module.functionBindings(module.index.functions[functionIndex]!).byName.get(name);
  if (bindings === undefined) return undefined;
  const [only] = bindings;
  return bindings.length === 1 && only?.kind === 'value' ? only.value : -1;
}
