import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { FindingSet, FoundPlace } from '../../src/findings/finding-set.ts';
import { codeFrame } from '../../src/report/console/code-frame.ts';
import { style } from '../../src/report/console/style.ts';
import { render } from '../../src/report/render.ts';
import { displayWidth } from '../../src/report/text/wrap-text.ts';
import {
  emptyCoverage,
  finding,
  findingSet,
  sampleOptions,
  sampleRules,
  sampleRun,
  seedReview,
  webReview,
} from './samples.ts';

function consoleOf(set: FindingSet, outputs: Partial<typeof sampleOptions.outputs> = {}): string {
  return render(set, sampleRules, sampleOptions, sampleRun).console({
    ...sampleOptions,
    outputs: { ...sampleOptions.outputs, ...outputs },
  });
}

describe('the console', () => {
  test('begins with the verdict and what was reviewed, and ends with the caveat', () => {
    const lines = consoleOf(seedReview).split('\n');
    expect(lines.slice(0, 2).join(' ')).toBe(
      'No explicit security defects found in what was analysed: 1 Python file, 4 security rules · injection not examined.',
    );
    expect(lines.slice(3, 5).join(' ')).toBe(
      'Reviewed: test code (functional, testtools) for Nova, 1 file, 126 lines. Subject: regression test for bug 1718455.',
    );
    expect(lines.slice(-3).join(' ')).toMatch(/a review of the whole system is still needed\. $/);
  });

  test('says how many can be mended mechanically, and nothing where none can', () => {
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 };
    const replacements = [{ range: { start: 20, end: 23 }, region, text: 'go', shared: false }];
    const repairs = [{ file: filePath('a.py'), safe: false, replacements }];
    const mended = findingSet([finding('PV513', 3, 'open', { repairs }), finding('PV513', 5, 'open')]);
    expect(consoleOf(mended)).toContain('1 finding has a mechanical fix: pyverdict scan --diff prints it as a patch.');
    expect(consoleOf(webReview)).not.toContain('mechanical fix');
  });

  test('shows a defect with place, frame, message and fix', () => {
    expect(consoleOf(webReview)).toContain(
      [
        'app/views.py:21:16',
        '  high  PV513 cert-validation-off (CWE-295)',
        '    21 | response = requests.get(url, verify=False, timeout=10)',
        '       |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
        '  requests.get is called with verify=False: the server is not authenticated, so anybody',
        '  on the way can answer for it.',
        '  Fix: Do it without cert-validation-off.',
      ].join('\n'),
    );
  });

  test('has its parts in order', () => {
    const text = consoleOf(webReview);
    const order = [
      '3 security defects found',
      'Reviewed:',
      'Defects (3)',
      '  critical  PV401',
      'PV101 sql-injection',
      'How the value gets there',
      'To review (1)',
      'Suppressed in source',
      'Practice notes (6)',
      'Error handling:',
      'And 4 more like it in this file',
      'Looked at:',
      'What was analysed',
      'Counted only: 3 constant-shell-command',
      'Not covered',
      'app/broken.py',
      'The verdict covers only',
    ];
    const positions = order.map((part) => text.indexOf(part));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  test('keeps prose within 88 columns', () => {
    const long = [...consoleOf(webReview).split('\n'), ...consoleOf(seedReview).split('\n')].filter(
      (line) => line.length > 88,
    );
    // Only a place and the name of its rule may be longer than that.
    expect(long.every((line) => /^\s*\S+:\d+:\d+ {2}BP\d+ \S+$/.test(line))).toBe(true);
  });

  test('is coloured only when asked for', () => {
    expect(consoleOf(webReview)).not.toContain('\x1b');
    const coloured = consoleOf(webReview, { colour: true });
    expect(coloured).toContain('\x1b[31m');
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(consoleOf(webReview));
  });

  test('is empty when quiet', () => {
    expect(consoleOf(webReview, { quiet: true })).toBe('');
  });

  test('says how many more there are of what it does not show', () => {
    const many = findingSet([
      ...Array.from({ length: 60 }, (_, index) => finding('PV513', index + 1, 'm')),
      ...Array.from({ length: 12 }, (_, index) => finding('BP201', index + 1, 'm', { file: filePath(`t${index}.py`) })),
    ]);
    expect(consoleOf(many)).toMatch(
      /Defects \(60\)[^]*And 10 more: see --json[^]*12 literals stand[^]*And 7 more: see --json/,
    );
  });

  test('has a verdict for code it could not read, and for nothing at all', () => {
    const unread = findingSet([], { verdict: 'incomplete', problems: webReview.problems });
    expect(consoleOf(unread)).toMatch(
      /^Incomplete: no security defects found, but 1 of 2 files could not be analysed and 1 rule\nfailed\.\n/,
    );
    const tooLarge = findingSet([], { verdict: 'incomplete', skipped: webReview.skipped });
    expect(consoleOf(tooLarge)).toMatch(
      /^Incomplete: no security defects found, but 1 of 2 files could not be analysed\./,
    );
    const nothing = findingSet([], { verdict: 'incomplete', coverage: emptyCoverage });
    expect(consoleOf(nothing)).toMatch(/^Incomplete: no security defects found, but no Python file was analysed\./);
    expect(consoleOf(findingSet([], { verdict: 'failed' }))).toMatch(/^Failed: the analysis did not finish\./);
  });

  test('says when there are no notes, and when no practice rule ran', () => {
    expect(consoleOf(findingSet([]))).toContain('No practice notes in 1 file of test code and 0 of production code.');
    const securityOnly = findingSet([], { coverage: { ...emptyCoverage, rulesRun: ['PV513'] } });
    expect(consoleOf(securityOnly)).toContain('No practice rule ran');
  });
});

describe('a code frame', () => {
  const plain = style(false);
  const frame = (snippet: string, startColumn: number, endColumn: number, width = 88) => {
    const place: FoundPlace = {
      file: filePath('a.py'),
      region: { startLine: 7, startColumn, endLine: 7, endColumn },
      snippet,
    };
    return codeFrame(place, width, plain, (text) => text).map((line) => line.slice(9));
  };

  test.each([
    ['plain', 'x = f(1)', 5, 9, ['x = f(1)', '    ^^^^']],
    ['indented', '\t    f(1)', 6, 10, ['f(1)', '^^^^']],
    ['after a wide character', 's = "漢字"; f(1)', 11, 15, ['s = "漢字"; f(1)', '            ^^^^']],
    ['after a combining mark', 'e\u0301 = f()', 6, 9, ['e\u0301 = f()', '    ^^^']],
    ['after an astral character', '"😀"; f()', 7, 10, ['"😀"; f()', '      ^^^']],
    ['with a tab inside', 'x\t= f()', 5, 8, ['x  = f()', '     ^^^']],
    ['with a control character', 'x = "\x1b"', 5, 8, ['x = "\\u001B"', '    ^^^^^^^^']],
    ['past the end', 'abc', 10, 12, ['abc', '   ^']],
    ['of no width', 'abc', 2, 2, ['abc', ' ^']],
  ])('marks a place %s', (_, snippet, start, end, lines) => {
    expect(frame(snippet, start, end)).toEqual(lines);
  });

  test('of a long line keeps the place in view', () => {
    const snippet = `x = [${'1, '.repeat(80)}f(), ${'2, '.repeat(80)}]`;
    const start = snippet.indexOf('f()') + 1;
    const [line, marker] = frame(snippet, start, start + 3, 60);
    expect(line).toMatch(/^….*f\(\), .*…$/);
    expect(line!.length).toBeLessThanOrEqual(51);
    expect(line!.indexOf('f()')).toBe(marker!.indexOf('^^^'));
  });

  test.each([40, 60, 88])('is never wider than %i columns', (width) => {
    const samples = ['漢'.repeat(200), 'a'.repeat(300), '\x1b'.repeat(100), '😀'.repeat(90)];
    for (const snippet of samples) {
      for (const start of [1, 20, 90]) {
        for (const line of frame(snippet, start, start + 60, width))
          expect(displayWidth(line) + 9).toBeLessThanOrEqual(width);
      }
    }
  });

  test('is left out where there is no line to show', () => {
    expect(frame('   ', 1, 2)).toEqual([]);
  });
});
