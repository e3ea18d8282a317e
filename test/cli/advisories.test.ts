// Advisories about dependencies, as a user of the command line asks for them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { document, worst } from '../advisories/documents.ts';
import { startOsvServer } from '../advisories/osv-server.ts';
import type { Ended } from '../built-dist.ts';
import { runNode, useBuiltDist } from '../built-dist.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

const dist = useBuiltDist();
const elsewhere = new URL('../advisories/osv-elsewhere.mjs', import.meta.url).href;

const scan = (directory: string, args: readonly string[] = [], server?: string): Promise<Ended> =>
  runNode(
    [...(server === undefined ? [] : ['--import', elsewhere]), join(dist(), 'cli.js'), 'scan', ...args],
    directory,
    server === undefined ? {} : { OSV_SERVER: server },
  );

const advisory = document('PYSEC-0000-1', { aliases: ['CVE-0000-10001'], severity: worst, summary: 'Labels win' });
const checkout = {
  'shop/labels.py': 'import shop_label\n\nprint(shop_label.name())\n',
  'requirements.txt': 'shopframe\nshop-label==1.4.2\n',
};

interface Report {
  readonly verdict: string;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

async function report(directory: string, args: readonly string[], server?: string): Promise<Report> {
  const { stdout } = await scan(directory, ['--format', 'json', ...args], server);
  return JSON.parse(stdout) as Report;
}

test('a folder that the configuration names: defect, exit code and coverage', async () => {
  const directory = temporaryDirectory({
    ...checkout,
    'pyverdict.toml': 'advisories = "security/osv"\n',
    'security/osv/PYSEC-0000-1.json': JSON.stringify(advisory),
  });
  const ended = await scan(directory);
  expect(ended.code).toBe(1);
  const stdout = ended.stdout.replace(/\s+/g, ' ');
  expect(stdout).toContain(
    'shop-label 1.4.2 has a published vulnerability: PYSEC-0000-1 (CVE-0000-10001), severity 9.8, fixed in 1.4.3.',
  );
  expect(stdout).toContain('Write shop-label==1.4.3, the first version that has none of them.');
  expect(stdout).toContain(
    '1 pinned package was checked against 1 advisory (security/osv); without an exact version, and so not checked as installed: shopframe.',
  );
  const { findings } = await report(directory, []);
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'PV712', path: 'requirements.txt', tier: 'defect', severity: 'critical' }),
  ]);
  expect((await scan(directory, ['--fail-on', 'critical'])).code).toBe(1);
  // The severity is the advisory's own.
  expect((await scan(directory, ['--advisories=', '--fail-on', 'low'])).code).toBe(0);
});

test('a zip file', async () => {
  const directory = temporaryDirectory(checkout);
  writeFileSync(join(directory, 'all.zip'), zipSync({ 'PYSEC-0000-1.json': strToU8(JSON.stringify(advisory)) }));
  expect((await report(directory, ['--advisories', 'all.zip'])).findings).toHaveLength(1);
});

test('without advisories nothing is said about dependencies', async () => {
  const { code, stdout } = await scan(temporaryDirectory(checkout));
  expect(code).toBe(0);
  expect(stdout).not.toContain('advisor');
});

test('an advisory that cannot be read makes the verdict incomplete', async () => {
  const directory = temporaryDirectory({
    ...checkout,
    'osv/PYSEC-0000-2.json': '{"id": "PYSEC-0000-2"',
    'osv/PYSEC-0000-3.json': JSON.stringify(document('PYSEC-0000-3', { affected: [] })),
  });
  const ended = await scan(directory, ['--advisories', 'osv', '--fail-on-incomplete']);
  expect(ended.code).toBe(4);
  expect(ended.stdout).toContain('PYSEC-0000-2.json (it is not JSON');
});

test('what is no folder of advisories is wrong usage', async () => {
  expect(await scan(temporaryDirectory(checkout), ['--advisories', 'shop'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('advisories: shop has no file that ends in .json'),
  });
});

test('online', async () => {
  const server = await startOsvServer({ known: { 'shop-label 1.4.2': [advisory] } });
  const { findings, verdict } = await report(temporaryDirectory(checkout), ['--advisories', 'online'], server.url);
  expect(findings).toHaveLength(1);
  expect(verdict).toBe('defects');
  expect(server.questions).toEqual(['shop-label 1.4.2']);
});

test('online, refused: incomplete, and why', async () => {
  const server = await startOsvServer({ failures: [403] });
  const { code, stdout } = await scan(temporaryDirectory(checkout), ['--advisories', 'online'], server.url);
  expect(code).toBe(0);
  expect(stdout).toContain("OSV's public database (https://api.osv.dev) could not be asked");
  expect(
    (await report(temporaryDirectory(checkout), ['--advisories', 'online', '--ignore', 'PV712'], server.url)).verdict,
  ).toBe('no-explicit-defects');
  // A rule that does not run asks nobody.
  expect(server.requests).toEqual(['POST /v1/querybatch']);
});

test('a comment behind the version, or above it, accepts the finding; one that accepts nothing is told', async () => {
  const directory = temporaryDirectory({
    'osv/PYSEC-0000-1.json': JSON.stringify(advisory),
    'shop/labels.py': checkout['shop/labels.py'],
    'requirements.txt': '# pyverdict: ignore[PV712] labels are our own\nshop-label==1.4.2\n',
    'requirements-api.txt': 'shop-label==1.4.1  # pyverdict: ignore[vulnerable-dependency]\n',
    'requirements-web.txt': 'shop-label==1.4.3  # pyverdict: ignore[PV712]\n',
    'pyproject.toml': '[project]\nname = "shop"\ndependencies = [\n  "shop-label==1.4.0",\n]\n',
  });
  const { findings, problems } = (await report(directory, ['--advisories', 'osv'])) as Report & { problems: unknown[] };
  const accepted = findings.map(({ path, suppression }) => [
    path,
    (suppression as { reason: string } | undefined)?.reason,
  ]);
  expect(accepted).toEqual([
    ['pyproject.toml', undefined],
    ['requirements-api.txt', ''],
    ['requirements.txt', 'labels are our own'],
  ]);
  expect(problems).toContainEqual(
    expect.objectContaining({
      id: 'PVC002',
      path: 'requirements-web.txt',
      message: expect.stringContaining('nothing of PV712 is found here'),
    }),
  );
});

test('suppress says that it writes to Python files only', async () => {
  const directory = temporaryDirectory({ ...checkout, 'osv/PYSEC-0000-1.json': JSON.stringify(advisory) });
  const args = ['suppress', 'requirements.txt:2', 'PV712', 'our', 'own', '--advisories', 'osv'];
  expect(await runNode([join(dist(), 'cli.js'), ...args], directory)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no Python file, .*Write it by hand: # pyverdict: ignore\[PV712\] our own/),
  });
});

test('a lock file that cannot be read makes the verdict incomplete', async () => {
  const directory = temporaryDirectory({
    'osv/PYSEC-0000-1.json': JSON.stringify(advisory),
    'shop/labels.py': checkout['shop/labels.py'],
    'uv.lock': '[[package]\n',
  });
  expect(await report(directory, ['--advisories', 'osv'])).toMatchObject({ verdict: 'incomplete' });
  expect(await report(directory, [])).toMatchObject({ verdict: 'no-explicit-defects' });
});
