import { describe, expect, test } from 'vitest';
import type { Detection } from '../../src/analyse/analysis.ts';
import { fingerprint, fingerprints } from '../../src/findings/fingerprint.ts';
import { rule, settled, smallProject } from './small-project.ts';

const key = { rule: 'BP101', path: 'tests/api.py', scope: 'wait', text: 'time . sleep ( 0.5 )' };

describe('the published values', () => {
  test.each([
    { scope: 'wait', ordinal: 0, expected: 'cf21c45aba6549fc983e02f2275a2a6c' },
    { scope: 'wait2', ordinal: 0, expected: '8bb03e4e196de05a3748e477956a6cb2' },
    { scope: 'wait', ordinal: 1, expected: 'b366698b9d8c7976a5e7e36f152a51cc' },
  ])('$scope $ordinal', ({ scope, ordinal, expected }) => {
    expect(fingerprint({ ...key, scope }, ordinal)).toBe(expected);
  });

  test('equal keys count up in the order given', () => {
    expect(fingerprints([key, { ...key, scope: 'wait2' }, key])).toEqual([
      'cf21c45aba6549fc983e02f2275a2a6c',
      '8bb03e4e196de05a3748e477956a6cb2',
      'b366698b9d8c7976a5e7e36f152a51cc',
    ]);
  });

  test('what a taint result connects is part of it', () => {
    const all = [
      key,
      { ...key, taint: { source: 'remote', sink: 'sql' } },
      { ...key, taint: { source: 'local', sink: 'sql' } },
    ];
    expect(new Set(all.map((one) => fingerprint(one, 0))).size).toBe(3);
  });
});

/** Fingerprint of the one finding in a file, at `time.sleep`. */
function printOf(text: string, more: Partial<Detection> & { path?: string; part?: string } = {}): string {
  const { path = 'tests/api.py', part = 'sleep', ...detection } = more;
  const project = smallProject({ [path]: text });
  const code = detection.rule ?? 'BP101';
  const found = settled(project, [project.detect(path, code, part, { scope: 'wait', ...detection })], [rule(code)]);
  expect(found.findings).toHaveLength(1);
  return found.findings[0]!.fingerprint;
}

describe('of a finding', () => {
  const text = 'import time\ndef wait():\n    look()\n    time.sleep(0.5)\n    look()\n';
  const before = printOf(text);

  test('is that of its tokens', () => expect(before).toBe('cf21c45aba6549fc983e02f2275a2a6c'));

  test.each([
    ['moving the function', `import time\nx = 1\n\n\n${text.slice('import time\n'.length)}`],
    ['reformatting', text.replace('sleep(0.5)', 'sleep( 0.5 )').replaceAll('    ', '\t').replaceAll('\n', '\r\n')],
    ['a comment', text.replace('sleep(0.5)', 'sleep(0.5)  # why')],
    ['edits of the neighbours', text.replaceAll('look()', 'see(2)')],
    ['an error elsewhere in the file', `${text}def broken(:\n`],
  ])('does not change by %s', (_, edited) => expect(printOf(edited)).toBe(before));

  test.each([
    ['renaming the scope', () => printOf(text, { scope: 'wait2' })],
    ['renaming the file', () => printOf(text, { path: 'tests/other.py' })],
    ['changing the statement', () => printOf(text.replace('0.5', '0.6'))],
    ['another rule', () => printOf(text, { rule: 'BP102' })],
  ])('changes by %s', (_, edited) => expect(edited()).not.toBe(before));

  test('over several lines, with a continuation', () => {
    const project = smallProject({ 'tests/api.py': 'time \\\n  .sleep(  # why\n  0.5)\n' });
    const statement = project.range('tests/api.py', 'time \\\n  .sleep(  # why\n  0.5)');
    const detection = project.detect('tests/api.py', 'BP101', 'sleep', { scope: 'wait', statement });
    expect(settled(project, [detection], [rule('BP101')]).findings[0]!.fingerprint).toBe(before);
  });

  test('a loop is its header, not its body', () => {
    const loop = (body: string): string => printOf(`for _ in range(10):\n    ${body}\n`, { part: 'for' });
    expect(loop('look()')).toBe(loop('time.sleep(1); look()'));
  });

  test('the finding to review of a rule has the fingerprint of the rule', () => {
    const review = { rule: 'PV201', tier: 'hotspot' } as const;
    expect(printOf(text, review)).toBe(printOf(text, { rule: 'PV201' }));
  });

  test('string prefixes and contents count', () => {
    const print = (string: string): string => printOf(`sleep(${string})\n`);
    expect(
      new Set([print('"a"'), print('b"a"'), print('"a b"'), print('"a  b"'), print('"a\\n"'), print('f"a{x}"')]).size,
    ).toBe(6);
  });

  test('a secret is not in it', () => {
    const print = (string: string): string =>
      printOf(`key = ${string}\n`, { part: 'key', rule: 'PV403', secret: true });
    expect(print('"hunter22"')).toBe(print('"swordfish"'));
    expect(print('"hunter22"')).not.toBe(print('"a", "b"'));
    const grouped = { part: 'key', rule: 'PV403', secret: true } as const;
    expect(printOf('key = "a"\n', { ...grouped, groupKey: 'hunter22' })).toBe(
      printOf('key = "a"\n', { ...grouped, groupKey: 'swordfish' }),
    );
  });

  test('a rule that groups by a value has the value alone', () => {
    const value = { groupKey: '155d900f', rule: 'BP201' };
    expect(printOf('sleep("155d900f")\n', value)).toBe(
      printOf('x.sleep(1, "155d900f")\n', { ...value, path: 'a.py', scope: 'other' }),
    );
  });
});
