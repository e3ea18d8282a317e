// Text literals by their content. In: a module and a pattern. Out: the literals of which a constant part matches.
// Leaves alone: docstrings and other texts that stand alone as a statement.
import type { Module } from '../../model/module.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

type NameTest = (name: number) => boolean;

/** Per run: the patterns asked for so far, and what any of them matches in the module that was asked about last. */
interface Search {
  readonly patterns: Map<string, { readonly regex: RegExp; readonly matches: NameTest }>;
  matchesAny: NameTest;
  module: Module | undefined;
  nodes: readonly number[];
}

const searches = new WeakMap<Names, Search>();

/**
 * Nodes of literals, in file order; of a text with holes each constant piece is tried as it stands (flags `u`,
 * unanchored). All patterns share one look at the module.
 */
export function matchingTexts(module: Module, pattern: string): number[] {
  const { names } = module.tree;
  let search = searches.get(names);
  if (search === undefined)
    searches.set(names, (search = { patterns: new Map(), matchesAny: () => false, module: undefined, nodes: [] }));
  let known = search.patterns.get(pattern);
  if (known === undefined) {
    const regex = new RegExp(pattern, 'u');
    known = { regex, matches: createNameTest(names, (token) => regex.test(contentOf(token))) };
    search.patterns.set(pattern, known);
    const regexes = [...search.patterns.values()].map((each) => each.regex);
    search.matchesAny = createNameTest(names, (token) => {
      const content = contentOf(token);
      return regexes.some((each) => each.test(content));
    });
    search.module = undefined;
  }
  if (search.module !== module) {
    search.module = module;
    search.nodes = findTexts(module, search.matchesAny);
  }
  const { matches } = known;
  return search.nodes.filter((node) => isMatched(module, node, matches));
}

function findTexts(module: Module, matches: NameTest): number[] {
  const { tree, index } = module;
  const found: number[] = [];
  for (const node of index.strings) {
    if (isMatched(module, node, matches) && tree.kind(tree.parent(node)) !== Kind.expression_statement)
      found.push(node);
  }
  return found;
}

function isMatched({ tree }: Module, node: number, matches: NameTest): boolean {
  const end = tree.next(node);
  if (end === node + 1) return matches(tree.name(node));
  for (let part = node + 1; part < end; part = tree.next(part)) {
    if (tree.kind(part) === Kind.string_content && matches(tree.name(part))) return true;
  }
  return false;
}

function contentOf(token: string): string {
  const constant = stringConstant(token);
  return (constant === undefined ? undefined : textOf(constant)) ?? token;
}
