// What a piece of code mentions: the names it uses and the texts it writes. In: nodes of a module. Out: numbers of names, and texts.
// Leaves alone: what the names mean.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';

export interface Mentions {
  /** Numbers of names. */
  readonly names: ReadonlySet<number>;
  /** Strings without their quotes, and the constant parts of f-strings. */
  readonly texts: ReadonlySet<string>;
}

/** Adds what stands between two nodes of a module; all of it by default. */
export function gatherMentions(
  { tree }: Module,
  into: { readonly names: Set<number>; readonly texts: Set<string> },
  from = 0,
  end = tree.size,
): void {
  for (let node = from; node < end; node++) {
    switch (tree.kind(node)) {
      case Kind.identifier:
        into.names.add(tree.name(node));
        break;
      case Kind.string:
        // One with holes has its parts below it.
        if (tree.next(node) === node + 1) into.texts.add(unquoted(tree.text(node)));
        break;
      case Kind.string_content:
        into.texts.add(tree.text(node));
        break;
      default:
        break;
    }
  }
}

function unquoted(text: string): string {
  return text.replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, '$2');
}
