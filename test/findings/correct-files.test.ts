import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import { applyEdits, correctFiles } from '../../src/findings/correct-files.ts';
import type { Corrections, Finding, FoundRepair } from '../../src/findings/finding-set.ts';
import { decodeSource } from '../../src/parse/source-encoding.ts';

const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const file = filePath('app.py');

/** Replacements as `[start, end, text]`; a fourth element: shared. */
type Short = readonly [start: number, end: number, text: string, shared?: true];

function repair(replacements: readonly Short[], safe = true): FoundRepair {
  return {
    file,
    safe,
    replacements: replacements.map(([start, end, text, shared = false]) => ({
      range: { start, end },
      region,
      text,
      shared,
    })),
  };
}

function correct(
  text: string | Uint8Array,
  repairs: readonly FoundRepair[],
  wanted: 'all' | 'safe' = 'all',
): Corrections {
  const original = Buffer.from(text);
  const decoded = decodeSource(original);
  if (!('bytes' in decoded)) throw new Error(decoded.wrong);
  const findings = repairs.map((one) => ({ rule: 'BP999', region, repairs: [one] }) as unknown as Finding);
  return correctFiles(findings, wanted, { bytes: () => ({ bytes: decoded.bytes, original }) });
}

function after({ files: [first] }: Corrections): string | undefined {
  return first && Buffer.from(applyEdits(first.before, first.edits)).toString('latin1');
}

describe('repairs of one file', () => {
  test('are made together', () => {
    const corrections = correct('abcdef', [
      repair([[0, 1, 'A']]),
      repair([
        [2, 3, ''],
        [5, 6, 'FF'],
      ]),
    ]);
    expect(after(corrections)).toBe('AbdeFF');
    expect(corrections.files[0]!.repairs).toBe(2);
  });

  test('of two that touch, or of which one lies inside the other, the first wins', () => {
    for (const other of [[[1, 2, 'x']], [[2, 2, 'x']], [[3, 3, 'x']], [[0, 9, 'x']]] as const) {
      const corrections = correct('abcdefghij', [
        repair([
          [1, 2, 'B'],
          [4, 5, 'E'],
        ]),
        repair(other),
      ]);
      expect(after(corrections)).toBe('aBcdEfghij');
      expect(corrections.leftOut).toEqual([{ file, line: 1, rule: 'BP999', reason: 'overlap' }]);
    }
  });

  test('the same one twice is one', () => {
    const corrections = correct('abc', [repair([[1, 1, 'x']]), repair([[1, 1, 'x']])]);
    expect(after(corrections)).toBe('axbc');
    expect(corrections.leftOut).toEqual([]);
  });

  test('what several share is put in once, and different ones at one place by name', () => {
    const corrections = correct('abcdef', [
      repair([
        [0, 0, 'import b\n', true],
        [1, 2, 'B'],
      ]),
      repair([
        [0, 0, 'import b\n', true],
        [3, 4, 'D'],
      ]),
      repair([
        [0, 0, 'import a\n', true],
        [5, 6, 'F'],
      ]),
    ]);
    expect(after(corrections)).toBe('import a\nimport b\naBcDeF');
  });

  test('without those that need a look, if they are to be written', () => {
    const repairs = [repair([[0, 1, 'A']], false), repair([[2, 3, 'C']])];
    expect(after(correct('abc', repairs, 'safe'))).toBe('abC');
    expect(correct('abc', repairs, 'safe').unsafe).toBe(1);
    expect(after(correct('abc', repairs))).toBe('AbC');
  });
});

describe('encodings', () => {
  test('a byte order mark stays', () => {
    const corrections = correct('\ufeffabc', [repair([[3, 4, 'A']])]);
    expect(Buffer.from(after(corrections)!, 'latin1').toString('utf8')).toBe('\ufeffAbc');
  });

  test('one byte a character: offsets are those of the file, and its own characters can be put in', () => {
    const text = Buffer.from('# coding: latin-1\n"\xe9"; a', 'latin1');
    const corrections = correct(text, [repair([[24, 25, '\xe9\xe9']])]);
    expect(after(corrections)).toBe('# coding: latin-1\n"\xe9"; \xe9\xe9');
  });

  test('a character that the file does not have, and encodings of several bytes, are left out', () => {
    const latin = Buffer.from('# coding: latin-1\n"\xe9"; a', 'latin1');
    expect(correct(latin, [repair([[24, 25, '\u20ac']])]).leftOut).toMatchObject([{ reason: 'encoding' }]);
    const wide = Buffer.from('\ufeffabc', 'utf16le');
    expect(correct(wide, [repair([[0, 1, 'A']])])).toMatchObject({ files: [], leftOut: [{ reason: 'encoding' }] });
  });

  test('UTF-8 counts bytes', () => {
    const corrections = correct('é = x', [repair([[5, 6, 'ü']])]);
    expect(Buffer.from(after(corrections)!, 'latin1').toString('utf8')).toBe('é = ü');
  });
});
