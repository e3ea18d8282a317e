// What the definition around a place says: methods and words of the class, decorators of the function. In: a place and a pattern.
// Out: whether something matches. Leaves alone: bases, and what names mean.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Site } from '../interpreter/events.ts';
import { literalText } from './written-expression.ts';

/** A method of the class around is called so. */
export function classDefines({ module, node }: Site, pattern: string): boolean {
  const around = module.classAround(node);
  const regex = new RegExp(pattern, 'u');
  return (
    around !== MODULE &&
    module.index.functions.some(({ methodOf, name }) => methodOf === around && regex.test(module.tree.names.text(name)))
  );
}

/** Something in the class around is called so, or says so. */
export function classMentions({ module, node }: Site, pattern: string): boolean {
  const around = module.classAround(node);
  return around !== MODULE && says(module, module.index.classes[around]!.node, new RegExp(pattern, 'u'));
}

/** A decorator of the definition around, or of the one that the place decorates, has such a name or text. */
export function decoratorsMention(site: Site, pattern: string): boolean {
  const { module } = site;
  const { tree } = module;
  const decorated = decoratedAround(site);
  const regex = new RegExp(pattern, 'u');
  return (
    decorated >= 0 &&
    tree.children(decorated).some((child) => tree.kind(child) === Kind.decorator && says(module, child, regex))
  );
}

/** The definition with decorators that a place stands in, be it in a decorator; -1 if there is none. */
export function decoratedAround({ module: { tree }, node }: Site): number {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) === Kind.decorated_definition) return current;
  }
  return -1;
}

/** A name or a plain text in a subtree matches. */
export function says({ tree }: Module, root: number, pattern: RegExp): boolean {
  const end = tree.next(root);
  for (let node = root; node < end; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier && pattern.test(tree.text(node))) return true;
    if (kind === Kind.string && pattern.test(literalText(tree, node) ?? '')) return true;
  }
  return false;
}
