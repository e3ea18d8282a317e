// Advisories about dependencies in the Action: what is uploaded, what a pull request changes.
import { expect, test } from 'vitest';
import { document, worst } from '../advisories/documents.ts';
import { startOsvServer } from '../advisories/osv-server.ts';
import { runAction, token, useAction } from './run-action.ts';

useAction();

const advisory = document('PYSEC-0000-1', { severity: worst });
const files = {
  'shop/labels.py': 'import shop_label\n\nprint(shop_label.name())\n',
  'requirements.txt': 'shop-label==1.4.2\n',
  'osv/PYSEC-0000-1.json': JSON.stringify(advisory),
};

test('the input names a folder: a result in the requirements file, with its place of import', async () => {
  const run = await runAction({ files, inputs: { advisories: 'osv', 'fail-on': 'critical', 'fail-scope': 'all' } });
  expect(run.code).toBe(1);
  expect(run.outputs).toMatchObject({ verdict: 'defects', 'critical-count': '1' });
  expect(run.summary).toContain('1 pinned package was checked against 1 advisory (osv).');
  expect(run.server.uploads[0]!.sarif.runs[0]!.results).toMatchObject([
    {
      ruleId: 'PV712',
      relatedLocations: [{ message: { text: 'shop_label is imported here' } }],
    },
  ]);
});

test('a pull request is told about the version it brings, and not about those that were there', async () => {
  const old = { ...files, 'requirements.txt': 'shop-label==1.4.1\n', 'pyverdict.toml': 'advisories = "osv"\n' };
  const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' };
  const setup = { files: old, event: 'pull_request', environment: () => environment, inputs: { scope: 'new' } };
  const other = await runAction({ ...setup, pull: { files: { 'shop/more.py': 'x = 1\n' } } });
  expect(other.code).toBe(0);
  expect(other.outputs).toMatchObject({ verdict: 'defects', 'new-security-count': '0' });
  const worse = await runAction({ ...setup, pull: { files: { 'requirements.txt': 'shop-label==1.4.2\n' } } });
  expect(worse.outputs).toMatchObject({ verdict: 'defects', 'new-security-count': '1' });
  expect(worse.code).toBe(1);
});

test('online: only packages and versions leave, and never the token', async () => {
  const osv = await startOsvServer({ known: { 'shop-label 1.4.2': [advisory] } });
  const run = await runAction({
    files,
    inputs: { advisories: 'online' },
    preload: [new URL('../advisories/osv-elsewhere.mjs', import.meta.url).href],
    environment: () => ({ OSV_SERVER: osv.url }),
  });
  expect(run.outputs).toMatchObject({ verdict: 'defects' });
  expect(osv.questions).toEqual(['shop-label 1.4.2']);
  expect(osv.sent.join('\n')).not.toContain(token);
  expect(osv.sent.join('\n')).not.toMatch(/octo|hello|authorization/i);
});

test('online, out of reach: the verdict is incomplete, the step passes', async () => {
  const osv = await startOsvServer({ failures: [403] });
  const run = await runAction({
    files,
    inputs: { advisories: 'online' },
    preload: [new URL('../advisories/osv-elsewhere.mjs', import.meta.url).href],
    environment: () => ({ OSV_SERVER: osv.url }),
  });
  expect(run.code).toBe(0);
  expect(run.outputs).toMatchObject({ verdict: 'incomplete' });
  expect(run.summary).toContain('could not be asked about the dependencies');
});
