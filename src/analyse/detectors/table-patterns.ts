// Regular expressions that are written as such and handed over by other ways: rows of a lexer, attributes of a class, arguments of a function
// of the checkout. In: a module. Out: each raw text that can be nothing else, parsed. Leaves alone: what `constantPatterns` has, patterns
// over several lines whose flags nobody tells, and modules with an engine that takes time in proportion.
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import { writtenFlags } from '../patterns/written-flags.ts';
import { externalName } from './calls-by-name.ts';
import type { ConstantPattern } from './constant-patterns.ts';
import { constantPatterns } from './constant-patterns.ts';
import { constantText } from './constant-text.ts';
import { matchingTexts } from './matching-texts.ts';

// What only a regular expression has: a group that captures nothing, a class of characters, a set of all but some.
const syntax = '\\(\\?[:=!<P]|\\\\[sSwWdD]|\\[\\^';
const linear = /^(?:re2|pyre2|hyperscan|rure|google_re2)(?:\.|$)/;

/** Patterns of a module that no call of `re` is seen to get, in file order. */
export function tablePatterns(project: ProjectModel, module: Module): ConstantPattern[] {
  const { tree } = module;
  const literals = matchingTexts(module, syntax).filter((node) => /^r/i.test(tree.text(node)));
  if (literals.length === 0 || module.importTargets().some((target) => linear.test(target))) return [];
  const seen = new Set(constantPatterns(project, module).map(({ node }) => node));
  const found: ConstantPattern[] = [];
  for (const literal of literals) {
    const node = wholeText(module, literal);
    if (seen.has(node) || seen.has(literal)) continue;
    seen.add(node);
    const call = callAround(module, node);
    // A call of another library says itself what it takes; one of `re` has been looked at.
    if (call >= 0 && externalName(project, module, call) !== undefined) continue;
    const text = constantText(project, module, module.functionAround(node), node)?.text;
    const flags = writtenFlags(module, call);
    if (text === undefined || (text.includes('\n') && !flags.verbose)) continue;
    const parsed = parsePattern(text, flags);
    if (parsed !== undefined) found.push({ call: node, node, text, parsed, how: 'table', subject: -1 });
  }
  return found;
}

/** The text that a literal is a part of: texts side by side, sums. */
function wholeText({ tree }: Module, literal: number): number {
  let node = literal;
  for (let parent = tree.parent(node); parent >= 0; parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.concatenated_string || kind === Kind.binary_operator) node = parent;
    else if (kind !== Kind.parenthesized_expression) break;
  }
  return node;
}

/** The call that a text is an argument of, -1 if there is none. */
function callAround({ tree }: Module, node: number): number {
  let at = tree.parent(node);
  while (at >= 0 && (tree.kind(at) === Kind.parenthesized_expression || tree.kind(at) === Kind.keyword_argument))
    at = tree.parent(at);
  return at >= 0 && tree.kind(at) === Kind.argument_list ? tree.parent(at) : -1;
}
