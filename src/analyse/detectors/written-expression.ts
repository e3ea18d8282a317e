// Expressions as the code writes them, short enough for a sentence. In: a tree and a node. Out: text, or '' where there is no
// short one. Leaves alone: what a name means.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

const MAX_WRITTEN = 60;

/** `cache.flush()`, `response["id"]`, `self.api`: arguments of calls are left out, quotes are double. */
export function written(tree: LoweredTree, node: number): string {
  const text = write(tree, node);
  return text.length > MAX_WRITTEN ? '' : text;
}

function write(tree: LoweredTree, node: number): string {
  switch (tree.kind(node)) {
    case Kind.identifier:
    case Kind.integer:
      return tree.text(node);
    case Kind.attribute: {
      const object = write(tree, tree.child(node, Field.object));
      const name = tree.text(tree.child(node, Field.attribute));
      return object === '' ? name : `${object}.${name}`;
    }
    case Kind.call: {
      const callee = write(tree, tree.child(node, Field.function));
      return callee === '' ? '' : `${callee}()`;
    }
    case Kind.subscript: {
      const object = write(tree, tree.child(node, Field.value));
      const key = tree.child(node, Field.subscript);
      const text = literalText(tree, key);
      const inside = text === undefined ? write(tree, key) : JSON.stringify(text);
      return object === '' || inside === '' ? '' : `${object}[${inside}]`;
    }
    case Kind.await:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? write(tree, node + 1) : '';
    default:
      return '';
  }
}

/** Text of a plain string literal, parts that stand side by side joined; undefined for anything else, f-strings with holes too. */
export function literalText(tree: LoweredTree, node: number): string | undefined {
  if (node < 0) return undefined;
  if (tree.kind(node) === Kind.concatenated_string) {
    const parts = tree.children(node).map((part) => literalText(tree, part));
    return parts.some((part) => part === undefined) ? undefined : parts.join('');
  }
  if (tree.kind(node) !== Kind.string || tree.next(node) !== node + 1) return undefined;
  const constant = stringConstant(tree.text(node));
  return constant === undefined ? undefined : textOf(constant);
}

/** Last name of what a call calls: `flush` of `self.cache.flush()`; '' if it has none, and for what is no call. */
export function calledName(tree: LoweredTree, call: number): string {
  if (tree.kind(call) !== Kind.call) return '';
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) === Kind.attribute) return tree.text(tree.child(callee, Field.attribute));
  return tree.kind(callee) === Kind.identifier ? tree.text(callee) : '';
}

/** `status` of `server.status`, of `server["status"]`, of `get.status()`; '' if there is no such name. */
export function lastWord(tree: LoweredTree, node: number): string {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return tree.text(node);
    case Kind.attribute:
      return tree.text(tree.child(node, Field.attribute));
    case Kind.subscript:
      return literalText(tree, tree.child(node, Field.subscript)) ?? '';
    case Kind.call:
      return lastWord(tree, tree.child(node, Field.function));
    default:
      return '';
  }
}

/** Positional arguments of a call, and values of its keyword arguments by name. `hasSplat` if `*` or `**` stands among them. */
export interface WrittenArguments {
  readonly positional: readonly number[];
  readonly keywords: ReadonlyMap<string, number>;
  readonly hasSplat: boolean;
}

export function argumentsOf(tree: LoweredTree, call: number): WrittenArguments {
  const list = tree.child(call, Field.arguments);
  const positional: number[] = [];
  const keywords = new Map<string, number>();
  let hasSplat = false;
  if (list >= 0 && tree.kind(list) !== Kind.argument_list) return { positional: [list], keywords, hasSplat };
  for (const child of list < 0 ? [] : tree.children(list)) {
    const kind = tree.kind(child);
    if (kind === Kind.keyword_argument)
      keywords.set(tree.text(tree.child(child, Field.name)), tree.child(child, Field.value));
    else if (kind === Kind.list_splat || kind === Kind.dictionary_splat) hasSplat = true;
    else positional.push(child);
  }
  return { positional, keywords, hasSplat };
}
