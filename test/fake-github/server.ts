// A code-scanning server on the loopback address. It checks every request as GitHub's description of the endpoint does,
// unpacks the SARIF, and answers as it was told to.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Log } from 'sarif';
import { maxGzipBytes, refusal } from './sarif-limits.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection without an answer. */
  readonly reset?: boolean;
}

export interface Scenario {
  /** Answers to uploads in order; the last one again and again. Default: 202. */
  readonly uploads?: readonly Answer[];
  /** `processing_status` in order; the last one again and again. Default: `complete`. */
  readonly statuses?: readonly ('pending' | 'complete' | 'failed' | Answer)[];
  readonly errors?: readonly string[];
  /** `warning` of the analysis. */
  readonly warning?: string;
  /** `/api/v3` for an Enterprise server. Default: none. */
  readonly basePath?: string;
  /** What the compare endpoint answers. Default: 404. */
  readonly compare?: Answer;
  /** Files that the contents endpoint has, by path. */
  readonly contents?: Readonly<Record<string, string>>;
}

export interface UploadRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** The document that was uploaded. */
  readonly sarif: { readonly runs: readonly { readonly results: readonly unknown[] }[] };
}

export interface FakeGitHub {
  readonly url: string;
  readonly uploads: readonly UploadRequest[];
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  /** What was wrong with requests; an empty list is what a test wants. */
  readonly violations: readonly string[];
  readonly close: () => Promise<void>;
}

const uploadId = '47177e22-5596-11eb-80a1-c1e54ef945c6';
const required = ['commit_sha', 'ref', 'sarif'];
const optional = ['checkout_uri', 'started_at', 'tool_name', 'validate'];

/** Starts the server for `POST /repos/{owner}/{repo}/code-scanning/sarifs` and what belongs to it. */
export async function startFakeGitHub(scenario: Scenario = {}): Promise<FakeGitHub> {
  const uploads: UploadRequest[] = [];
  const requests: string[] = [];
  const violations: string[] = [];
  const answers = [...(scenario.uploads ?? [{ status: 202 }])];
  const statuses = [...(scenario.statuses ?? ['complete' as const])];
  const next = <T>(list: T[]): T => (list.length > 1 ? list.shift()! : list[0]!);
  let url = '';

  const handle = (request: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const { basePath = '' } = scenario;
    const given = request.url ?? '';
    if (!given.startsWith(`${basePath}/`)) violations.push(`outside of ${basePath}: ${given}`);
    const path = given.slice(basePath.length);
    requests.push(`${request.method} ${path}`);
    if (!/^token \S+$|^bearer \S+$/i.test(request.headers.authorization ?? '')) violations.push('no authorization');
    if (request.headers.accept !== 'application/vnd.github+json') violations.push(`accept: ${request.headers.accept}`);
    if (request.headers['x-github-api-version'] !== '2022-11-28') violations.push('no API version');
    if (!/^pyverdict\/\d+\.\d+\.\d+/.test(request.headers['user-agent'] ?? ''))
      violations.push(`user agent: ${request.headers['user-agent']}`);

    if (request.method === 'POST' && /^\/repos\/[^/]+\/[^/]+\/code-scanning\/sarifs$/.test(path)) {
      const upload = readUpload(path, request, body, violations);
      if (upload) uploads.push(upload);
      const answer = next(answers);
      const accepted = { id: uploadId, url: `${url}${path}/${uploadId}` };
      return send(response, answer, answer.status === 202 ? accepted : {});
    }
    if (request.method === 'GET' && path.endsWith(`/code-scanning/sarifs/${uploadId}`)) {
      const status = next(statuses);
      if (typeof status !== 'string') return send(response, status, {});
      return send(
        response,
        { status: 200 },
        {
          processing_status: status,
          analyses_url: `${url}${path.replace(/sarifs\/.*/, 'analyses')}?sarif_id=${uploadId}`,
          errors: scenario.errors ?? null,
        },
      );
    }
    if (request.method === 'GET' && path.endsWith(`/code-scanning/analyses?sarif_id=${uploadId}`)) {
      return send(response, { status: 200 }, [{ warning: scenario.warning ?? '', error: '' }]);
    }
    if (request.method === 'GET' && /^\/repos\/[^/]+\/[^/]+\/compare\/[0-9a-f]{40}\.\.\.[0-9a-f]{40}$/.test(path))
      return send(response, scenario.compare ?? { status: 404, body: { message: 'Not Found' } }, {});
    const content = /^\/repos\/[^/]+\/[^/]+\/contents\/(.+)\?ref=[0-9a-f]{40}$/.exec(path)?.[1];
    if (request.method === 'GET' && content !== undefined) {
      const path = decodeURIComponent(content);
      const inside = Object.keys(scenario.contents ?? {}).filter((name) => name.startsWith(`${path}/`));
      if (inside.length > 0) {
        const names = inside.map((name) => name.slice(path.length + 1)).filter((name) => !name.includes('/'));
        return send(
          response,
          { status: 200 },
          names.map((name) => ({ type: 'file', name })),
        );
      }
      const text = scenario.contents?.[path];
      if (text === undefined) return send(response, { status: 404, body: { message: 'Not Found' } }, {});
      const encoded = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n');
      return send(response, { status: 200 }, { type: 'file', encoding: 'base64', size: text.length, content: encoded });
    }
    violations.push(`unexpected request: ${request.method} ${path}`);
    send(response, { status: 404 }, { message: 'Not Found' });
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handle(request, Buffer.concat(chunks), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${scenario.basePath ?? ''}`;
  return {
    url,
    uploads,
    requests,
    violations,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, answer: Answer, body: unknown): void {
  if (answer.reset) return void response.destroy();
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(JSON.stringify(answer.body ?? body));
}

function readUpload(
  path: string,
  request: IncomingMessage,
  text: Buffer,
  violations: string[],
): UploadRequest | undefined {
  const wrong = (what: string): undefined => void violations.push(what);
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) wrong('content type');
  const body = JSON.parse(text.toString('utf8')) as Record<string, unknown>;
  for (const name of required) if (typeof body[name] !== 'string') wrong(`${name} is missing`);
  for (const name of Object.keys(body)) if (![...required, ...optional].includes(name)) wrong(`${name} is not allowed`);
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(String(body['commit_sha'])))
    wrong(`commit_sha: ${String(body['commit_sha'])}`);
  if (!/^refs\/(heads|tags|pull)\/.*$/.test(String(body['ref']))) wrong(`ref: ${String(body['ref'])}`);
  if (!/^file:\/\/\/.*\/$/.test(String(body['checkout_uri']))) wrong(`checkout_uri: ${String(body['checkout_uri'])}`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(body['started_at'])))
    wrong(`started_at: ${String(body['started_at'])}`);
  if (body['tool_name'] !== 'pyverdict') wrong(`tool_name: ${String(body['tool_name'])}`);
  const packed = Buffer.from(String(body['sarif']), 'base64');
  if (packed.length > maxGzipBytes) wrong('the SARIF is too large');
  let json: string;
  try {
    json = gunzipSync(packed).toString('utf8');
  } catch {
    return wrong('sarif is not base64 of gzip');
  }
  const sarif = JSON.parse(json) as UploadRequest['sarif'] & { version?: string };
  if (JSON.stringify(sarif) !== json) wrong('the SARIF is not minified');
  if (sarif.version !== '2.1.0') wrong('the SARIF has no version');
  const tooMuch = refusal(sarif as unknown as Log);
  if (tooMuch !== undefined) wrong(tooMuch);
  if (sarif.runs.length !== 1) wrong(`the SARIF has ${sarif.runs.length} runs`);
  return { path, headers: request.headers, body, sarif };
}
