// A query text as the code puts it together: known pieces, and the expressions between them. In: the expression at a sink. Out: the
// pieces, whatever way they are joined (f-string, `+`, `%`, `format`). Leaves alone: texts that grow step by step.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { calledName, literalText, written } from '../detectors/written-expression.ts';

/** Known text, or an expression as it is written. */
export type QueryPart =
  string | { readonly hole: string; /** The list whose values it joins. */ readonly list?: string };

const MAX_DEPTH = 6;

/** The pieces of a text, a variable followed to its only assignment; undefined where one of them cannot be shown. */
export function queryParts(module: Module, functionIndex: number, node: number, depth = 0): QueryPart[] | undefined {
  const { tree } = module;
  if (node < 0 || depth > MAX_DEPTH) return undefined;
  const again = (inner: number): QueryPart[] | undefined => queryParts(module, functionIndex, inner, depth + 1);
  const literal = literalText(tree, node);
  if (literal !== undefined) return [literal];
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return again(node + 1);
    case Kind.concatenated_string:
      return joined(tree.children(node).map(again));
    case Kind.string:
      return interpolated(module, node);
    case Kind.binary_operator: {
      const left = tree.child(node, Field.left);
      const right = tree.child(node, Field.right);
      const operator = tree.kind(tree.child(node, Field.operator));
      if (operator === Kind["'+'"])
        return joined([again(left) ?? hole(module, left), again(right) ?? hole(module, right)]);
      return operator === Kind["'%'"]
        ? filled(literalText(tree, left), /%%|%\(\w+\)[sd]|%[sd]/g, values(module, right))
        : undefined;
    }
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      if (calledName(tree, node) !== 'format' || tree.kind(callee) !== Kind.attribute) return undefined;
      const text = literalText(tree, tree.child(callee, Field.object));
      return filled(text, /\{\{|\}\}|\{\w*\}/g, values(module, tree.child(node, Field.arguments)));
    }
    case Kind.identifier: {
      const bindings =
        functionIndex === MODULE
          ? module.bindings.byName.get(tree.name(node))
          : module.functionBindings(module.index.functions[functionIndex]!).byName.get(tree.name(node));
      const [only, ...more] = bindings ?? [];
      return only?.kind === 'value' && more.length === 0 ? again(only.value) : undefined;
    }
    default:
      return undefined;
  }
}

function hole({ tree }: Module, node: number): QueryPart[] | undefined {
  const list = joinedList(tree, node);
  const text = written(tree, node) || (list ?? '');
  return text === '' ? undefined : [{ hole: text, ...(list === undefined ? {} : { list }) }];
}

/** `ids` of `", ".join(ids)`, `",".join(map(str, ids))` and `",".join(f"'{one}'" for one in ids)`. */
function joinedList(tree: LoweredTree, node: number): string | undefined {
  if (tree.kind(node) !== Kind.call || calledName(tree, node) !== 'join') return undefined;
  const given = tree.child(node, Field.arguments);
  const isGenerator = tree.kind(given) === Kind.generator_expression;
  return listIn(tree, isGenerator ? given : (tree.children(given)[0] ?? -1));
}

function listIn(tree: LoweredTree, node: number): string | undefined {
  if (node < 0) return undefined;
  switch (tree.kind(node)) {
    case Kind.generator_expression:
    case Kind.list_comprehension: {
      const clause = tree.childOfKind(node, Kind.for_in_clause);
      return clause < 0 ? undefined : listIn(tree, tree.child(clause, Field.right));
    }
    case Kind.call: {
      const last = tree.children(tree.child(node, Field.arguments)).at(-1) ?? -1;
      return /^(?:map|sorted|set|list|tuple)$/.test(calledName(tree, node))
        ? listIn(tree, last)
        : written(tree, node) || undefined;
    }
    default:
      return written(tree, node) || undefined;
  }
}

function joined(lists: readonly (QueryPart[] | undefined)[]): QueryPart[] | undefined {
  return lists.some((list) => list === undefined) ? undefined : lists.flatMap((list) => list!);
}

function interpolated(module: Module, node: number): QueryPart[] | undefined {
  const { tree } = module;
  const found: QueryPart[] = [];
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.string_content)
      found.push(tree.text(child).replaceAll('{{', '{').replaceAll('}}', '}'));
    else if (tree.kind(child) === Kind.interpolation) {
      const part = hole(module, tree.child(child, Field.expression));
      if (part === undefined) return undefined;
      found.push(...part);
    }
  }
  return found;
}

/** Expressions that fill a format, in order. */
function values({ tree }: Module, node: number): string[] {
  const isList = node >= 0 && (tree.kind(node) === Kind.tuple || tree.kind(node) === Kind.argument_list);
  return (isList ? tree.children(node) : [node]).map((one) =>
    one < 0 ? '' : written(tree, tree.kind(one) === Kind.keyword_argument ? tree.child(one, Field.value) : one),
  );
}

function filled(text: string | undefined, placeholder: RegExp, given: readonly string[]): QueryPart[] | undefined {
  if (text === undefined) return undefined;
  const found: QueryPart[] = [];
  let last = 0;
  let index = 0;
  for (const match of text.matchAll(placeholder)) {
    found.push(text.slice(last, match.index));
    last = match.index + match[0].length;
    if (/^(?:%%|\{\{|\}\})$/.test(match[0])) {
      found.push(match[0][0]!);
      continue;
    }
    const value = given[index++];
    if (value === undefined || value === '') return undefined;
    found.push({ hole: value });
  }
  return index === given.length ? [...found, text.slice(last)] : undefined;
}
