import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Options } from '../../src/base/options.ts';
import { deliver } from '../../src/deliver/deliver.ts';
import type { DeliveryOutcome } from '../../src/report/delivery-outcome.ts';
import type { Report } from '../../src/report/render.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import { finding, findingSet, plainOptions } from './finding-set.ts';

const sarif = { version: '2.1.0', runs: [] } as unknown as Report['sarif'];
let printed = '';
let warnings: string[] = [];
const log = { info: () => {}, warning: (message: string) => void warnings.push(message), progress: () => {} };

function fakeReport(outcomes: DeliveryOutcome[] = []): Report {
  return {
    sarif,
    uploadView: () => ({ log: sarif, truncated: false, omitted: 0, counts: () => '' }),
    json: { schemaVersion: 1 } as unknown as Report['json'],
    console: () => 'text\n',
    annotations: () => [],
    gitlab: () => [],
    junit: () => '<xml/>\n',
    diff: () => Buffer.from('patch\n'),
    summary: (outcome) => {
      outcomes.push(outcome);
      return '# summary\n';
    },
  };
}

beforeEach(() => {
  printed = '';
  warnings = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const withOutputs = (outputs: Partial<Options['outputs']>): Options => {
  const options = plainOptions();
  return { ...options, outputs: { ...options.outputs, ...outputs } };
};

describe('the command line', () => {
  test.each([
    ['text', 'text\n'],
    ['json', '{\n  "schemaVersion": 1\n}\n'],
    ['sarif', '{\n  "version": "2.1.0",\n  "runs": []\n}\n'],
    ['markdown', '# summary\n'],
  ] as const)('prints %s', async (stdout, text) => {
    expect(await deliver(findingSet(), fakeReport(), withOutputs({ stdout }), log)).toEqual({ exitCode: 0 });
    expect(printed).toBe(text);
  });

  test('writes files, and the gate fails after that', async () => {
    const directory = temporaryDirectory();
    const options = withOutputs({
      sarif: join(directory, 's/x.sarif'),
      json: join(directory, 'x.json'),
      summary: join(directory, 'x.md'),
    });
    expect(await deliver(findingSet([finding()]), fakeReport(), options, log)).toEqual({
      exitCode: 1,
      failure: '1 security defect of severity high or above (fail-on: high)',
    });
    expect(JSON.parse(readFileSync(join(directory, 's/x.sarif'), 'utf8'))).toEqual(sarif);
    expect(readFileSync(join(directory, 'x.md'), 'utf8')).toBe('# summary\n');
    expect(readFileSync(join(directory, 'x.json'), 'utf8')).toContain('schemaVersion');
  });

  test('a file that cannot be written costs no other output', async () => {
    const directory = temporaryDirectory({ file: '' });
    const options = withOutputs({
      sarif: join(directory, 'file/x.sarif'),
      json: join(directory, 'x.json'),
      stdout: 'text',
    });
    const delivery = await deliver(findingSet(), fakeReport(), options, log);
    expect(delivery).toMatchObject({ exitCode: 3, failure: expect.stringContaining('x.sarif could not be written') });
    expect(readFileSync(join(directory, 'x.json'), 'utf8')).toContain('schemaVersion');
    expect(printed).toBe('text\n');
  });

  test('a summary that throws costs no other output', async () => {
    const directory = temporaryDirectory();
    const report: Report = {
      ...fakeReport(),
      summary: () => {
        throw new Error('bug');
      },
    };
    const options = withOutputs({ summary: join(directory, 'x.md'), json: join(directory, 'x.json'), stdout: 'text' });
    expect(await deliver(findingSet([finding()]), report, options, log)).toMatchObject({ exitCode: 1 });
    expect(printed).toBe('text\n');
    expect(warnings.join()).toContain('x.md could not be written: bug');
  });

  test('files of which none could be analysed are no pass', async () => {
    const failed = findingSet([], { verdict: 'failed', coverage: { ...findingSet().coverage, files: [] } });
    expect(await deliver(failed, fakeReport(), withOutputs({ stdout: 'text' }), log)).toEqual({
      exitCode: 3,
      failure: 'none of the Python files could be analysed',
    });
    expect(printed).toBe('text\n');
  });

  test('the summary learns what was written and how the gate went, and no time', async () => {
    const directory = temporaryDirectory();
    const outcomes: DeliveryOutcome[] = [];
    await deliver(
      findingSet([finding()]),
      fakeReport(outcomes),
      withOutputs({ sarif: join(directory, 'x.sarif'), summary: join(directory, 'x.md') }),
      log,
    );
    expect(outcomes[0]).toMatchObject({ sarifFile: expect.stringContaining('x.sarif'), gate: { result: 'failed' } });
    expect(outcomes[0]).not.toHaveProperty('upload');
    expect(outcomes[0]).not.toHaveProperty('durationSeconds');
  });
});

describe('the Action', () => {
  const inAction = (workspace: string, changes: Partial<Options> = {}): Options => ({
    ...plainOptions({
      host: 'action',
      root: workspace,
      failScope: 'none',
      upload: { when: 'auto', waitForProcessing: false },
    }),
    outputs: {
      within: workspace,
      sarif: join(workspace, 'r/results.sarif'),
      json: join(workspace, 'r/results.json'),
      summary: join(workspace, 'r/summary.md'),
      summaryStyle: 'full',
      colour: false,
      quiet: false,
    },
    ...changes,
  });

  test('writes outputs and the job summary; nothing on standard output', async () => {
    const workspace = temporaryDirectory({ output: '', summary: '' });
    vi.stubEnv('GITHUB_OUTPUT', join(workspace, 'output'));
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(workspace, 'summary'));
    expect(await deliver(findingSet([finding()]), fakeReport(), inAction(workspace), log)).toEqual({ exitCode: 0 });
    expect(printed).toBe('');
    expect(readFileSync(join(workspace, 'summary'), 'utf8')).toContain('# summary');
    expect(readOutputs(join(workspace, 'output'))).toMatchObject({
      verdict: 'defects',
      'security-count': '1',
      'high-count': '1',
      'critical-count': '0',
      'new-security-count': '',
      'sarif-file': 'r/results.sarif',
      'json-file': 'r/results.json',
      'summary-file': 'r/summary.md',
      'upload-status': 'skipped',
      'upload-status-reason': 'network',
      truncated: 'false',
      'omitted-count': '0',
      'files-analysed': '1',
    });
  });

  test('without a place for the summary it goes on', async () => {
    const workspace = temporaryDirectory();
    writeFileSync(join(workspace, 'output'), '');
    vi.stubEnv('GITHUB_OUTPUT', join(workspace, 'output'));
    vi.stubEnv('GITHUB_STEP_SUMMARY', '');
    expect(await deliver(findingSet(), fakeReport(), inAction(workspace), log)).toEqual({ exitCode: 0 });
    expect(readOutputs(join(workspace, 'output'))['verdict']).toBe('no-explicit-defects');
    expect(readFileSync(join(workspace, 'r/summary.md'), 'utf8')).toBe('# summary\n');
  });

  test('upload: always fails the step when nothing was uploaded', async () => {
    const workspace = temporaryDirectory({ output: '', summary: '' });
    vi.stubEnv('GITHUB_OUTPUT', join(workspace, 'output'));
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(workspace, 'summary'));
    const delivery = await deliver(
      findingSet(),
      fakeReport(),
      inAction(workspace, { upload: { when: 'always', waitForProcessing: false } }),
      log,
    );
    expect(delivery.failure).toBe('nothing was uploaded (network) and upload is "always"');
    expect(readFileSync(join(workspace, 'r/summary.md'), 'utf8')).toContain('# summary');
  });

  test('no Python file is warned of', async () => {
    const workspace = temporaryDirectory({ output: '', summary: '' });
    vi.stubEnv('GITHUB_OUTPUT', join(workspace, 'output'));
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(workspace, 'summary'));
    const empty = findingSet([], { verdict: 'incomplete', coverage: { ...findingSet().coverage, files: [] } });
    expect(await deliver(empty, fakeReport(), inAction(workspace), log)).toEqual({ exitCode: 0 });
    expect(warnings[0]).toMatch(/^No Python file was analysed/);
  });
});

/** The runner's file format: `name<<delimiter`, lines, delimiter. */
function readOutputs(file: string): Record<string, string> {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map((match) => [match[1]!, match[3]!]),
  );
}
