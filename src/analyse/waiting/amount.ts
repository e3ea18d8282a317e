// How much a wait's attempts or seconds are, and who can change them. In: an expression with the values known before the
// loop. Out: a number if it is known, and where it comes from.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { numberOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { readNames } from './expressions.ts';

/**
 * `fixed`: literals and locals of the function; `named`: a constant with a name at the top level of some module;
 * `open`: a parameter, an attribute of an object or configuration, which a caller or an operator can set.
 */
export type Source = 'fixed' | 'named' | 'open' | 'unknown';

export interface Amount {
  readonly value: number | undefined;
  readonly source: Source;
}

/** Where an expression stands and how to read values there. */
export interface Reader {
  readonly module: Module;
  readonly functionIndex: number;
  readonly evaluate: (node: number) => Value;
}

export const unknownAmount: Amount = { value: undefined, source: 'unknown' };

/** The amount an expression stands for. */
export function amountOf(reader: Reader, node: number): Amount {
  const value = reader.evaluate(node);
  const constant = onlyConstant(value);
  const number = constant === undefined ? undefined : numberOf(constant);
  return { value: number, source: sourceOf(reader, node, value, 0) };
}

const rank: Readonly<Record<Source, number>> = { fixed: 0, named: 1, unknown: 2, open: 3 };

/** The source that is hardest to predict. */
export function leastFixed(sources: readonly Source[]): Source {
  return sources.reduce((worst, source) => (rank[source] > rank[worst] ? source : worst), 'fixed');
}

// `a = b; c = a`: further back than this nobody looks.
const MAX_DEPTH = 4;

function sourceOf(reader: Reader, node: number, value: Value, depth: number): Source {
  switch (value.origin) {
    case 'parameter':
    case 'class':
    case 'config':
      return 'open';
    case 'module':
      return 'named';
    case 'literal':
    case 'local':
      if (value.constants !== undefined) return 'fixed';
      break;
    case 'unknown':
      break;
  }
  return sourceOfParts(reader, node, depth);
}

function sourceOfParts(reader: Reader, node: number, depth: number): Source {
  const { module } = reader;
  const { tree } = module;
  if (depth > MAX_DEPTH) return 'unknown';
  const sources: Source[] = [];
  const end = tree.next(node);
  for (let inner = node; inner < end;) {
    const kind = tree.kind(inner);
    if (kind === Kind.attribute) {
      sources.push(sourceOfAttribute(reader, inner));
      inner = tree.next(inner);
      continue;
    }
    if (kind === Kind.call) {
      sources.push('unknown');
      // A function's name says nothing about the number it returns; whose method it is does.
      const callee = tree.child(inner, Field.function);
      const root = rootOf(reader, callee);
      if (root >= 0 && root !== callee && sourceOfName(reader, root, depth) === 'open') sources.push('open');
      inner = tree.child(inner, Field.arguments);
      continue;
    }
    if (kind === Kind.identifier) sources.push(sourceOfName(reader, inner, depth));
    inner++;
  }
  return sources.length === 0 ? 'unknown' : leastFixed(sources);
}

/** The name a dotted expression starts with, -1 if it starts otherwise. */
function rootOf({ module }: Reader, expression: number): number {
  const { tree } = module;
  let node = expression;
  while (tree.kind(node) === Kind.attribute) node = tree.child(node, Field.object);
  return tree.kind(node) === Kind.identifier ? node : -1;
}

function sourceOfAttribute({ module, evaluate }: Reader, node: number): Source {
  const { tree } = module;
  const name = tree.text(tree.child(node, Field.attribute));
  // `support.SHORT_TIMEOUT`; an upper-case attribute of `self` is the class's, which a subclass may set.
  const object = tree.child(node, Field.object);
  if (/^(?:self|cls)$/.test(tree.text(object))) return 'open';
  if (/^_*[A-Z][A-Z\d_]*$/.test(name)) return 'named';
  return evaluate(node).origin === 'module' ? 'named' : 'open';
}

function sourceOfName(reader: Reader, node: number, depth: number): Source {
  const { module, functionIndex } = reader;
  const { tree, index } = module;
  const name = tree.name(node);
  for (let current = functionIndex; current !== MODULE; current = index.functions[current]!.parent) {
    const item = index.functions[current]!;
    if (parameterNames(module, item).includes(name)) return 'open';
    const bindings = module.functionBindings(item).byName.get(name);
    if (bindings === undefined) continue;
    const values = bindings.flatMap((binding) => (binding.kind === 'value' ? [binding.value] : []));
    if (values.length < bindings.length && values.length === 0) return 'unknown';
    return leastFixed(
      values.map((value) =>
        holdsName(reader, value, name) ? 'unknown' : sourceOf(reader, value, reader.evaluate(value), depth + 1),
      ),
    );
  }
  return /^_*[A-Z][A-Z\d_]*$/.test(tree.text(node)) || module.bindings.byName.has(name) ? 'named' : 'unknown';
}

function holdsName({ module }: Reader, node: number, name: number): boolean {
  for (const inner of readNames(module.tree, node)) if (module.tree.name(inner) === name) return true;
  return false;
}
