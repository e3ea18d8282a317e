import { describe, expect, test } from 'vitest';
import type { Advisories } from '../../src/advisories/advisory.ts';
import { askOsv } from '../../src/advisories/ask-osv.ts';
import { namedVersions } from '../../src/model/named-versions.ts';
import { projectOf } from '../model/project-of.ts';
import { document } from './documents.ts';
import type { OsvScenario, OsvServer } from './osv-server.ts';
import { startOsvServer } from './osv-server.ts';

const requirements = 'Shop.Label==1.4.2\nshopframe>=4.0,<5\nopen-range\nshoptools<2\nlocal @ file:///home/shop\n';

interface Asked {
  readonly answer: Advisories;
  readonly server: OsvServer;
  readonly pauses: readonly number[];
}

async function ask(scenario: OsvScenario, text = requirements): Promise<Asked> {
  const server = await startOsvServer(scenario);
  const pauses: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  const named = namedVersions(projectOf({ 'secret_plans.py': 'x = 1\n' }, { 'requirements.txt': text }));
  return { answer: await askOsv(named, { server: server.url, pause }), server, pauses };
}

const known = { 'shop-label 1.4.2': ['2', '1', '3'].map((number) => document(`PYSEC-0000-${number}`)) };
const ids = ({ byPackage }: Advisories): string[] => (byPackage.get('shop-label') ?? []).map(({ id }) => id);

test('exact versions are asked about, of ranges the lowest; nothing else is sent', async () => {
  const { answer, server } = await ask({ known });
  expect(server.questions).toEqual(['shop-label 1.4.2', 'shopframe 4.0']);
  expect(ids(answer)).toEqual(['PYSEC-0000-1', 'PYSEC-0000-2', 'PYSEC-0000-3']);
  expect(answer).toMatchObject({ count: 3, from: "OSV's public database", problems: [] });
  expect(server.requests.toSorted()).toEqual([
    'GET /v1/vulns/PYSEC-0000-1',
    'GET /v1/vulns/PYSEC-0000-2',
    'GET /v1/vulns/PYSEC-0000-3',
    'POST /v1/querybatch',
  ]);
  expect(server.sent.join('\n')).not.toMatch(/secret|requirements|home|authorization|cookie/i);
});

test('an answer on several pages', async () => {
  const { answer, server } = await ask({ known, page: 1 });
  expect(ids(answer)).toHaveLength(3);
  expect(server.questions).toEqual(
    ['', ' from 1', ' from 2'].flatMap((page) => [
      `shop-label 1.4.2${page}`,
      ...(page === '' ? ['shopframe 4.0'] : []),
    ]),
  );
});

test('more packages than one request takes', async () => {
  const lines = Array.from({ length: 1_001 }, (_, index) => `shop-part-${index}==1.0`);
  const { server } = await ask({}, `${lines.join('\n')}\n`);
  expect(server.requests).toEqual(['POST /v1/querybatch', 'POST /v1/querybatch']);
  expect(server.questions).toHaveLength(1_001);
});

test('nothing to ask about: nobody is asked', async () => {
  const { answer, server } = await ask({}, 'shoptools\n');
  expect(server.requests).toEqual([]);
  expect(answer).toMatchObject({ count: 0, problems: [] });
});

describe('failures', () => {
  test('are tried again', async () => {
    const { answer, pauses } = await ask({ known, failures: [503, 0, 429], headers: { 'retry-after': '7' } });
    expect(ids(answer)).toHaveLength(3);
    expect(pauses).toEqual([7_000, 4_000, 16_000]);
  });

  test.each<[string, OsvScenario, string, number]>([
    ['for long', { failures: [503, 502, 500, 503, 503] }, 'it answered 503', 3],
    ['refused', { failures: [403] }, 'it answered 403', 0],
    ['a redirect', { failures: [302, 302, 302, 302], headers: { location: 'http://127.0.0.1:9/' } }, 'redirect', 3],
    ['no JSON', { body: '<html>' }, 'its answer is not JSON', 0],
    ['another answer', { body: '{"results": []}' }, 'its answer is none to the question', 0],
    [
      'a document that is none',
      { known: { 'shop-label 1.4.2': [{ id: 'A 1' }] } },
      'a document for A 1 that cannot be read',
      0,
    ],
  ])('%s: a problem that says so, and the run goes on', async (_, scenario, reason, tries) => {
    const { answer, pauses } = await ask(scenario);
    expect(answer.byPackage.size).toBe(0);
    expect(answer.problems).toEqual([{ id: 'PVN010', message: expect.stringContaining(reason), hidesCode: true }]);
    expect(answer.problems[0]!.message).toContain('known vulnerabilities in them were not looked for');
    expect(pauses).toHaveLength(tries);
  });

  test('nobody there', async () => {
    const named = namedVersions(projectOf({}, { 'requirements.txt': 'shop-label==1\n' }));
    const answer = await askOsv(named, { server: 'http://127.0.0.1:1', pause: async () => {} });
    expect(answer.problems[0]!.message).toContain('http://127.0.0.1:1');
    expect(answer.problems).toHaveLength(1);
  });
});
