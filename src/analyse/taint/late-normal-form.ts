// Text that takes another Unicode form after it was checked or escaped: the form can bring back the very characters that were looked for.
// In: what was done to a value before. Out: whether the form undoes it. Leaves alone: checks that admit ASCII only, which no form changes.
import { hasKind, kindSet } from '../values/kind-set.ts';
import type { Mark } from '../values/taint.ts';

// Slashes, dots, quotes, brackets and semicolons have look-alikes that become them.
const undone = (
  [
    'html',
    'safe-html',
    'markup',
    'path',
    'path-inside',
    'path-relative',
    'path-below',
    'redirect',
    'rooted',
    'single-slash',
    'sql',
    'shell',
    'code',
    'expression',
    'template',
    'xpath',
    'ldap',
  ] as const
).reduce((all, kind) => all | kindSet(kind), 0n);

/** Something was checked or escaped that another form of the text brings back. */
export function isCheckedBefore({ credits }: Mark): boolean {
  return credits.some(({ kinds }) => (kinds & undone) !== 0n && !hasKind(kinds, 'unicode-form'));
}
