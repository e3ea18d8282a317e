import { expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { Problem } from '../../src/base/problem.ts';
import type { SkippedFile, SourceFile } from '../../src/discover/source-set.ts';
import { verdictOf } from '../../src/findings/verdict.ts';
import type { VerdictInput } from '../../src/findings/verdict.ts';

const suppression = { mark: '# nosec', reason: '', file: filePath('a.py'), line: 1 };
const listed = (path: string, kind: SourceFile['kind'] = 'python'): SourceFile => ({
  path: filePath(path),
  absolutePath: `/x/${path}`,
  kind,
  size: 1,
});
const analysed = (path: string, isTest = false) => ({ path: filePath(path), lines: 1, test: isTest, description: '' });
const problem = (id: Problem['id'], hidesCode: boolean, more: Partial<Problem> = {}): Problem => ({
  id,
  message: '',
  hidesCode,
  ...more,
});
const skipped = (path: string, reason: SkippedFile['reason']): SkippedFile => ({
  path: filePath(path),
  reason,
  detail: '',
});

const clean: VerdictInput = {
  findings: [],
  coverage: { files: [analysed('a.py')] },
  sources: { files: [listed('a.py')], skipped: [] },
  problems: [],
};

test.each<[string, Partial<VerdictInput>, string]>([
  ['nothing found', {}, 'no-explicit-defects'],
  ['a defect', { findings: [{ tier: 'defect' }] }, 'defects'],
  ['a hotspot and a note', { findings: [{ tier: 'hotspot' }, { tier: 'note' }] }, 'no-explicit-defects'],
  ['a suppressed defect', { findings: [{ tier: 'defect', suppression }] }, 'no-explicit-defects'],
  [
    'a defect beside code that was not read',
    { findings: [{ tier: 'defect' }], problems: [problem('PVN001', true)] },
    'defects',
  ],
  ['a file lost a function', { problems: [problem('PVN001', true, { file: filePath('a.py') })] }, 'incomplete'],
  ['a file lost nothing', { problems: [problem('PVN001', false, { file: filePath('a.py') })] }, 'no-explicit-defects'],
  [
    'a test file lost a function',
    { problems: [problem('PVN001', true, { file: filePath('tests/a.py') })] },
    'no-explicit-defects',
  ],
  [
    'a test by content lost a function',
    {
      coverage: { files: [analysed('a.py'), analysed('b.py', true)] },
      problems: [problem('PVN001', true, { file: filePath('b.py') })],
    },
    'no-explicit-defects',
  ],
  ['a limit in a test', { problems: [problem('PVN004', true, { file: filePath('tests/a.py') })] }, 'incomplete'],
  ['a limit where no sink is', { problems: [problem('PVN004', false)] }, 'no-explicit-defects'],
  ['a security rule crashed', { problems: [problem('PVN005', false, { rule: 'PV101' })] }, 'incomplete'],
  ['a practice rule crashed', { problems: [problem('PVN005', false, { rule: 'BP101' })] }, 'no-explicit-defects'],
  ['too large', { sources: { files: [listed('a.py')], skipped: [skipped('b.py', 'too-large')] } }, 'incomplete'],
  [
    'too large, a test',
    { sources: { files: [listed('a.py')], skipped: [skipped('tests/b.py', 'too-large')] } },
    'no-explicit-defects',
  ],
  [
    'vendored',
    { sources: { files: [listed('a.py')], skipped: [skipped('b.py', 'vendored'), skipped('c.py', 'excluded')] } },
    'no-explicit-defects',
  ],
  ['no file could be analysed', { coverage: { files: [] } }, 'failed'],
  ['no file at all', { coverage: { files: [] }, sources: { files: [], skipped: [] } }, 'incomplete'],
  ['stubs only', { coverage: { files: [] }, sources: { files: [listed('a.pyi', 'stub')], skipped: [] } }, 'incomplete'],
])('%s', (_, more, verdict) => {
  expect(verdictOf({ ...clean, ...more })).toBe(verdict);
});
