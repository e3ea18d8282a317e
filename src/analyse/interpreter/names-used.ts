// Which names a function mentions, nested functions included: of the variables around it only those matter to it.
import { foundOncePerFunction } from '../../model/found-once.ts';
import { Kind } from '../../parse/lowered-tree.ts';

/** Numbers of the identifiers in a function, its own names and attributes' among them. */
export const namesUsed = foundOncePerFunction(({ tree, index: { functions } }, index): ReadonlySet<number> => {
  const found = new Set<number>();
  const { node } = functions[index]!;
  for (let inner = node; inner < tree.next(node); inner++)
    if (tree.kind(inner) === Kind.identifier) found.add(tree.name(inner));
  return found;
});
