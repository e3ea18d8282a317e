// The requests and the server of our tests against GitHub's own description of the endpoints: github.com and the oldest
// Enterprise server that is supported.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { GitHubContext } from '../../src/base/github-context.ts';
import { compareCommits } from '../../src/deliver/compare-commits.ts';
import { connect } from '../../src/deliver/github-api.ts';
import { uploadSarif } from '../../src/deliver/upload-sarif.ts';
import { startFakeGitHub } from '../fake-github/server.ts';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const require = createRequire(import.meta.url);
const sha = 'a'.repeat(40);

describe.each([
  ['api.github.com', ''],
  ['ghes-3.17', '/api/v3'],
])('%s', (name, basePath) => {
  const file = require.resolve(`@octokit/openapi/generated/${name}.json`);
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://api.example/', ...description });
  const compile = (schema: object): ValidateFunction =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://api.example/#/')) as object);
  const operation = (method: string, path: string): Operation => description.paths[path]![method]!;
  const answer = (method: string, path: string, status: string): ValidateFunction =>
    compile(operation(method, path).responses[status]!.content!['application/json']!.schema);

  test("the upload is what GitHub describes, and the answers of our server are GitHub's", async () => {
    const path = '/repos/{owner}/{repo}/code-scanning/sarifs';
    const accepts = compile(operation('post', path).requestBody!.content['application/json']!.schema);
    const server = await startFakeGitHub({ basePath });
    onTestFinished(() => server.close());
    const github: GitHubContext = {
      apiUrl: server.url,
      serverUrl: 'https://github.example',
      owner: 'octo',
      repository: 'hello',
      eventName: 'push',
      ref: 'refs/heads/main',
      sha,
      actor: 'octocat',
      runId: '1',
      runAttempt: '1',
      token: () => 'ghs_not_a_real_token',
    };
    const document = { version: '2.1.0', runs: [{ tool: { driver: { name: 'pyverdict' } }, results: [] }] };
    const outcome = await uploadSarif(
      {
        gzip: gzipSync(JSON.stringify(document)),
        ref: 'refs/heads/main',
        sha,
        root: '/work/hello world',
        waitForProcessing: true,
        validate: true,
      },
      github,
      { now: () => 0, random: () => 0, pause: () => Promise.resolve() },
    );
    expect(outcome.status).toBe('uploaded');
    expect(server.violations).toEqual([]);
    const { body } = server.uploads[0]!;
    expect(accepts(body), JSON.stringify(accepts.errors)).toBe(true);
    expect(
      accepts({ ...body, more: 1 }) || accepts({ ...body, commit_sha: 'abc' }) || accepts({ ...body, ref: 'main' }),
    ).toBe(false);

    const ask = async (where: string): Promise<unknown> =>
      (await fetch(server.url + where, { headers: { authorization: 'token x' } })).json();
    const base = '/repos/octo/hello/code-scanning';
    const status = answer('get', `${path}/{sarif_id}`, '200');
    expect(status(await ask(`${base}/sarifs/${outcome.id}`)), JSON.stringify(status.errors)).toBe(true);
  });

  test('the fields that are read of a comparison and of a file are there', async () => {
    const compared = operation('get', '/repos/{owner}/{repo}/compare/{basehead}').responses['200'];
    expect(JSON.stringify(compared)).toContain('commit-comparison');
    const entry = (description as unknown as { components: { schemas: Record<string, { properties: object }> } })
      .components.schemas['diff-entry']!.properties;
    expect(Object.keys(entry)).toEqual(
      expect.arrayContaining(['filename', 'previous_filename', 'status', 'additions', 'changes', 'patch']),
    );
    const files = [
      { filename: 'a.py', status: 'modified', additions: 1, deletions: 0, changes: 1, patch: '@@ -0,0 +1 @@\n+a' },
    ];
    const server = await startFakeGitHub({ basePath, compare: { status: 200, body: { files } } });
    onTestFinished(() => server.close());
    const context = { apiUrl: server.url, owner: 'octo', repository: 'hello', token: () => 'x' } as GitHubContext;
    expect((await compareCommits(await connect(context), context, sha, 'b'.repeat(40), '')).ok).toBe(true);
    expect(server.violations).toEqual([]);
  });
});
