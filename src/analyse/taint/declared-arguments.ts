// Arguments of requests that a parser of Flask-RESTful or Flask-RESTX declares: `parser.add_argument("state", choices=STATES)`. In: the
// call that parses. Out: names of those that hold no free text, and of uploads. Leaves alone: parsers that are handed in.
import { foundOncePerFunction } from '../../model/found-once.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName, lastWord, literalText } from '../detectors/written-expression.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { TypedFields } from './clean-fields.ts';

const none: TypedFields = { clean: [], files: [] };
const withoutText =
  /^(?:int|float|bool|boolean|int_range|natural|positive|date|datetime|datetime_from_iso8601|datetime_from_rfc822|date_from_iso8601|iso8601interval|UUID|uuid)$/;

/** What is declared of a parser's arguments, by the call of its `parse_args`. */
export function declaredArguments({ tree, module, functionIndex, engine }: Frame, call: number): TypedFields {
  if (tree.kind(call) !== Kind.call) return none;
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return none;
  const parser = tree.child(callee, Field.object);
  if (tree.kind(parser) !== Kind.identifier) return none;
  const definition = engine.project.dotted(module, functionIndex, parser);
  const there = definition?.kind === 'value' ? definition : { module, name: tree.name(parser) };
  return parsersOf(there.module, MODULE).get(there.name) ?? none;
}

/** For the numbers of parsers' names in a module what is declared of their arguments. */
const parsersOf = foundOncePerFunction((module: Module): ReadonlyMap<number, TypedFields> => {
  const { tree } = module;
  const found = new Map<number, { clean: string[]; files: string[] }>();
  for (let node = 0; node < tree.size; node++) {
    if (calledName(tree, node) !== 'add_argument') continue;
    const callee = tree.child(node, Field.function);
    const parser = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
    if (parser < 0 || tree.kind(parser) !== Kind.identifier) continue;
    const { positional, keywords } = argumentsOf(tree, node);
    const name = literalText(tree, positional[0] ?? -1);
    if (name === undefined) continue;
    const of = found.get(tree.name(parser)) ?? { clean: [], files: [] };
    found.set(tree.name(parser), of);
    const type = lastWord(tree, keywords.get('type') ?? -1);
    const key = literalText(tree, keywords.get('dest') ?? -1) ?? name;
    if (type === 'FileStorage' || literalText(tree, keywords.get('location') ?? -1) === 'files') of.files.push(key);
    else if (withoutText.test(type) || keywords.has('choices')) of.clean.push(key);
  }
  return found;
});
