// What the data around a place is for, as far as the name says to which it is assigned.
// In: a place. Out: documentation, test data, or undefined. Leaves alone: what kind of file it is.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { wordsOf } from '../detectors/secret-name.ts';

const documentation = new Set(
  'documentation doc docs example examples usage help epilog description synopsis'.split(' '),
);
const testData = new Set('test tests example examples sample samples fixture fixtures demo'.split(' '));

/** `OpenApiExample(value={...})`, `Field(examples=[...])`: what a reader of the documentation sees. */
function showsExample(tree: LoweredTree, node: number): boolean {
  if (tree.kind(node) === Kind.keyword_argument) return /^examples?$/.test(tree.text(node + 1));
  return tree.kind(node) === Kind.call && /Examples?$/.test(tree.text(tree.next(tree.child(node, Field.function)) - 1));
}

const showing = new Set('placeholder placeholders sample samples example examples preview previews'.split(' '));

/** In a function that is named after what it only shows: `def mail_placeholders()`. */
export function inShowingFunction(module: Module, node: number): boolean {
  const { functions } = module.index;
  for (let current = module.functionAround(node); current !== MODULE; current = functions[current]!.parent)
    if (wordsOf(module.tree.names.text(functions[current]!.name)).some((word) => showing.has(word))) return true;
  return false;
}

/** `EXAMPLES = '''...'''` and docstrings are documentation, what stands in `_TESTS = [...]` is test data. */
export function purposeOf(module: Module, node: number): 'documentation' | 'test-data' | undefined {
  const { tree } = module;
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
    const kind = tree.kind(parent);
    // A string that stands alone, or parts of one.
    if (
      kind === Kind.expression_statement &&
      (tree.kind(current) === Kind.string || tree.kind(current) === Kind.concatenated_string)
    )
      return 'documentation';
    if (kind === Kind.block || kind === Kind.module) return undefined;
    if (showsExample(tree, parent)) return 'documentation';
    // `{'connection_examples': [...]}`, as seen from inside of the value.
    const isEntry = kind === Kind.pair && parent !== node && tree.field(current) === Field.value;
    if (kind !== Kind.assignment && !isEntry) continue;
    const words = wordsOf(tree.text(tree.next(parent + 1) - 1));
    if (isEntry && !words.some((word) => word === 'example' || word === 'examples')) continue;
    if ((isEntry || tree.kind(node) !== Kind.pair) && words.some((word) => documentation.has(word)))
      return 'documentation';
    if (words.some((word) => testData.has(word))) return 'test-data';
  }
  return undefined;
}
