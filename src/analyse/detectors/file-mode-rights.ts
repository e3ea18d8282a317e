// Rights that a file mode grants.
import type { Grant } from '../../rules/use-schema.ts';

const bits: Readonly<Record<Grant, number>> = {
  'other-read': 0o004,
  'other-write': 0o002,
  'group-write': 0o020,
  'set-id': 0o6000,
};

/** Whether a mode such as 0o666 grants a right. */
export function grantsRight(mode: number, right: Grant): boolean {
  return (mode & bits[right]) !== 0;
}
