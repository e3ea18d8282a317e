// Regular expressions for origins that libraries for CORS take. In: a module. Out: each pattern that is written out, with how it is tried: Starlette
// asks for the whole origin, django-cors-headers and Flask-CORS for its beginning. Leaves alone: patterns that are computed.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import type { ConstantPattern } from './constant-patterns.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

const settings = /^CORS_(?:ALLOWED_ORIGIN_REGEXES|ORIGIN_REGEX_WHITELIST)$/;
// A text that Flask-CORS takes for a pattern.
const isPattern = /[*\\\]?$^[()]/;
const flags = { ignoreCase: true, dotAll: false, verbose: false };

/** Patterns for origins in a module. */
export function originPatterns(module: Module): ConstantPattern[] {
  const { tree, index } = module;
  const found: ConstantPattern[] = [];
  const add = (node: number, how: 'match' | 'fullmatch'): void => {
    const literal =
      node >= 0 && calledName(tree, node) === 'compile' ? (argumentsOf(tree, node).positional[0] ?? -1) : node;
    const text = literalText(tree, literal);
    const parsed = text === undefined ? undefined : parsePattern(text, flags);
    if (text !== undefined && parsed !== undefined)
      found.push({ call: literal, node: literal, text, parsed, how, subject: -1 });
  };
  for (const assignment of index.assignments) {
    const left = tree.child(assignment, Field.left);
    if (tree.kind(left) === Kind.identifier && settings.test(tree.text(left)))
      for (const one of elements(module, tree.child(assignment, Field.right))) add(one, 'match');
  }
  for (const call of index.calls) {
    const list = tree.child(call, Field.arguments);
    if (list < 0 || tree.kind(list) !== Kind.argument_list) continue;
    for (const argument of tree.children(list)) {
      if (tree.kind(argument) !== Kind.keyword_argument) continue;
      const name = tree.text(tree.child(argument, Field.name));
      const value = tree.child(argument, Field.value);
      if (name === 'allow_origin_regex') add(value, 'fullmatch');
      if (name === 'origins' && /^(?:CORS|cross_origin)$/.test(calledName(tree, call)))
        for (const one of elements(module, value)) if (isPattern.test(literalText(tree, one) ?? '')) add(one, 'match');
    }
  }
  return found;
}

/** Elements of a list or tuple; else the one. */
function elements({ tree }: Module, node: number): readonly number[] {
  if (node < 0) return [];
  const kind = tree.kind(node);
  return kind === Kind.list || kind === Kind.tuple || kind === Kind.set ? tree.children(node) : [node];
}
