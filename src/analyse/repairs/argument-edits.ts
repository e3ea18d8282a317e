// Edits of a call's arguments. In: a call and the argument's key as rules write it (`1|Loader`). Out: one edit, or none where the
// argument cannot be named or taken away. Leaves alone: what the argument means.
import type { ByteRange } from '../../base/region.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit } from '../analysis.ts';

/** Texts in the places of the arguments' values, or as further keyword arguments. */
export function setArguments(
  tree: LoweredTree,
  call: number,
  values: Readonly<Record<string, string>>,
): Edit[] | undefined {
  const list = argumentList(tree, call);
  if (list < 0) return undefined;
  const given = tree.children(list);
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [key, text] of Object.entries(values)) {
    const found = argumentAt(tree, list, key);
    const isPut = found >= 0 && isPlain(tree, valueOf(tree, found));
    const edit = isPut ? replace(tree, valueOf(tree, found), text) : undefined;
    const name = key.split('|').find((part) => !/^\d/.test(part));
    // What `**kwargs` holds is not known: the argument may be in there.
    const isKnown = name !== undefined && !given.some((child) => tree.kind(child) === Kind.dictionary_splat);
    if (edit !== undefined) edits.push(edit);
    else if (found < 0 && isKnown) added.push(`${name}=${text}`);
    else return undefined;
  }
  if (added.length === 0) return edits;
  const last = given.at(-1);
  const at = last === undefined ? tree.end(list) - 1 : tree.end(last);
  const text = added.join(', ');
  return [...edits, { range: { start: at, end: at }, parts: [last === undefined ? text : `, ${text}`] }];
}

/** The call without the argument; undefined too if it is not there, or others would move into its place. */
export function removeArgument(tree: LoweredTree, call: number, key: string): Edit | undefined {
  const list = argumentList(tree, call);
  const found = list < 0 ? -1 : argumentAt(tree, list, key);
  // What is read from somewhere is a switch that somebody wants to keep.
  if (found < 0 || !literals.has(tree.kind(valueOf(tree, found)))) return undefined;
  const given = tree.children(list);
  const index = given.indexOf(found);
  const next = given[index + 1];
  if (tree.kind(found) !== Kind.keyword_argument && next !== undefined) return undefined;
  const range =
    next !== undefined
      ? { start: tree.start(found), end: tree.start(next) }
      : index > 0
        ? { start: tree.end(given[index - 1]!), end: tree.end(found) }
        : { start: tree.start(list) + 1, end: tree.end(list) - 1 };
  return holdsComment(tree, range) ? undefined : { range, parts: [] };
}

/** `text` in the place of a node. */
export function replace(tree: LoweredTree, node: number, text: string): Edit | undefined {
  const range = { start: tree.start(node), end: tree.end(node) };
  return holdsComment(tree, range) ? undefined : { range, parts: [text] };
}

const literals: ReadonlySet<number> = new Set<number>([
  Kind.true,
  Kind.false,
  Kind.none,
  Kind.integer,
  Kind.float,
  Kind.string,
]);

/** A literal, a dotted name or a call of one without arguments: nothing that chooses. */
export function isPlain(tree: LoweredTree, node: number): boolean {
  const kind = tree.kind(node);
  if (kind === Kind.attribute) return isPlain(tree, tree.child(node, Field.object));
  if (kind === Kind.call) {
    const list = tree.child(node, Field.arguments);
    return tree.next(list) === list + 1 && isPlain(tree, tree.child(node, Field.function));
  }
  return kind === Kind.identifier || literals.has(kind);
}

/** A comment would go with what stands around it. */
export function holdsComment({ comments: { ranges } }: LoweredTree, { start, end }: ByteRange): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (ranges[i]! >= start && ranges[i]! < end) return true;
  return false;
}

/** -1 for `f(x for x in y)`. */
function argumentList(tree: LoweredTree, call: number): number {
  const list = tree.child(call, Field.arguments);
  return list >= 0 && tree.kind(list) === Kind.argument_list ? list : -1;
}

function argumentAt(tree: LoweredTree, list: number, key: string): number {
  const given = tree.children(list);
  const keywords = given.filter((child) => tree.kind(child) === Kind.keyword_argument);
  for (const part of key.split('|')) {
    if (/^\d+$/.test(part)) {
      const before = given.slice(0, Number(part) + 1);
      const isPositional = (child: number): boolean =>
        tree.kind(child) !== Kind.keyword_argument &&
        tree.kind(child) !== Kind.list_splat &&
        tree.kind(child) !== Kind.dictionary_splat;
      if (before.length === Number(part) + 1 && before.every(isPositional)) return before.at(-1)!;
    } else {
      const found = keywords.find((child) => tree.text(tree.child(child, Field.name)) === part);
      if (found !== undefined) return found;
    }
  }
  return -1;
}

function valueOf(tree: LoweredTree, argument: number): number {
  return tree.kind(argument) === Kind.keyword_argument ? tree.child(argument, Field.value) : argument;
}
