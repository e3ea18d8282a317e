import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/analyse/analysis.ts';
import { resolveEdits } from '../../src/findings/resolve-edits.ts';

const none = { start: 0, end: 0 };

function resolved(text: string, edits: readonly Edit[]): string[] | undefined {
  return resolveEdits(edits, Buffer.from(text))?.map((edit) => edit.text);
}

describe('the text of an edit', () => {
  test('line ends are those of the file', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(resolved(`x${end}y`, [{ range: none, parts: ['a\nb'] }])).toEqual([`a${end}b`]);
    expect(resolved('x', [{ range: none, parts: ['a\n'] }])).toEqual(['a\n']);
  });

  test('an indent is copied, tabs as tabs', () => {
    const parts = (offset: number): Edit['parts'] => [{ indentOf: offset }, '|', { indentOf: offset, deeper: true }];
    expect(resolved('if x:\n  y', [{ range: none, parts: parts(8) }])).toEqual(['  |      ']);
    expect(resolved('if x:\n\ty', [{ range: none, parts: parts(7) }])).toEqual(['\t|\t\t']);
  });

  test('a statement behind something else in its line has no indent', () => {
    expect(resolved('if x: y', [{ range: none, parts: [{ indentOf: 6 }] }])).toBeUndefined();
    expect(resolved('a; y', [{ range: none, parts: ['z', { indentOf: 3 }] }])).toBeUndefined();
    expect(resolved('\ufeffy', [{ range: none, parts: [{ indentOf: 3 }] }])).toEqual(['']);
  });

  test('lines move to the right, the inside of texts and empty lines do not', () => {
    const text = 'a = """\n  in\n"""\n\n  \nb\n';
    const end = text.length - 1;
    const parts: Edit['parts'] = [{ indented: { start: 0, end }, inTexts: [8, 13] }];
    expect(resolved(text, [{ range: none, parts }])).toEqual(['a = """\n  in\n"""\n\n  \n    b']);
  });

  test('edits come in file order', () => {
    const edits: Edit[] = [
      { range: { start: 4, end: 5 }, parts: ['second'] },
      { range: { start: 1, end: 2 }, parts: [{ copy: { start: 0, end: 2 } }] },
    ];
    expect(resolved('é = x', edits)).toEqual(['é', 'second']);
  });
});
