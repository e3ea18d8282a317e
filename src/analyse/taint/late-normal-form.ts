// Text that takes another form after it was checked or escaped, a Unicode one or the one that an encoding stood for: the form can bring
// back the very characters that were looked for. In: what was done to a value before. Out: what is left of it. Leaves alone: checks that
// admit few characters, which no form changes.
import { changeMark } from '../values/taint.ts';
import type { KindSet } from '../values/kind-set.ts';
import { hasKind, kindSet, noKinds } from '../values/kind-set.ts';
import type { Credit, Mark } from '../values/taint.ts';

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
    'path-segment',
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

const ofPaths = (['path', 'path-inside', 'path-relative', 'path-below', 'path-segment'] as const).reduce(
  (all, kind) => all | kindSet(kind),
  noKinds,
);

/** A mark of what was decoded: a path that was checked for `..` before has it again as `%2e%2e`. */
export function decodedMark(mark: Mark): Mark {
  // What admits few characters is good for a shell as well.
  const isPathCheck = ({ kind, kinds }: Credit): boolean =>
    kind === 'guard' && (kinds & ofPaths) !== noKinds && !hasKind(kinds, 'shell');
  if (!mark.credits.some(isPathCheck)) return mark;
  const credits = mark.credits.filter((credit) => !isPathCheck(credit));
  const kept: KindSet = credits.reduce((all, { kinds }) => all | kinds, noKinds);
  return changeMark(mark, { credits, cleaned: mark.cleaned & (~ofPaths | kept) });
}
