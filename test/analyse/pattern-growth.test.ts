// How the time of a pattern grows: loops behind each other that read the same characters, and twins that do not.
import { describe, expect, test } from 'vitest';
import { parsePattern } from '../../src/analyse/patterns/parse-pattern.ts';
import { growthOf } from '../../src/analyse/patterns/polynomial.ts';

function powerOf(how: string, pattern: string): string {
  const { tree, flags } = parsePattern(pattern, { ignoreCase: false, dotAll: false, verbose: false })!;
  const { power, byStart } = growthOf(tree, how.endsWith('match'), how === 'fullmatch', flags.multiline);
  return byStart ? `${power} by start` : `${power}`;
}

describe('power of the length', () => {
  test.each([
    ['sub', String.raw`\s+$`, '2 by start'],
    ['sub', String.raw`^\s+|\s+$`, '2 by start'],
    ['sub', String.raw`\s+`, '1'],
    ['match', String.raw`^\s*(.*?)\s*$`, '3'],
    ['match', String.raw`\s*(.*)`, '1'],
    ['match', String.raw`a*a*b`, '2'],
    ['search', String.raw`a*a*b`, '3'],
    ['match', String.raw`a*b*c`, '1'],
    ['fullmatch', String.raw`[^@]+@[^@]+\.[^@]+`, '2'],
    ['fullmatch', String.raw`[^@]+@[^@.]+\.[^@]+`, '1'],
    ['search', String.raw`[^@]+@[^@]+\.[^@]+`, '1'],
    ['match', String.raw`(.*),(.*),x`, '2'],
    ['match', String.raw`([^,]*),([^,]*),x`, '1'],
    ['match', String.raw`^(.*),(.*)$`, '2'],
    ['match', String.raw`(?s)^(.*),(.*)$`, '1'],
    ['match', String.raw`\d{1,3}\d{0,64}x`, '1'],
    ['match', String.raw`^\d*\.?\d*$`, '2'],
    ['match', String.raw`^\d*(?:\.\d*)?$`, '1'],
    ['match', String.raw`^\w+\b\w*$`, '1'],
    ['match', String.raw`a*+a*b`, '1'],
    ['match', String.raw`(?s)^\s*(.*)$`, '1'],
    // What reads the rest of a line ends at its end, whichever that is.
    ['sub', String.raw`(?m)^#{1,6}\s+(.+)$`, '1'],
    ['sub', String.raw`^#{1,6}\s+(.+)$`, '2'],
    ['sub', String.raw`(?m)^ *(.*) *;$`, '3'],
    ['sub', String.raw`(?ms)^\s+(.+)x$`, '2'],
  ])('%s %s', (how, pattern, expected) => expect(powerOf(how, pattern)).toBe(expected));
});
