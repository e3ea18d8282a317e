// OSV's database on the loopback address. It checks what is sent: packages and versions, and nothing else.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface OsvServer {
  readonly url: string;
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  /** `name version` of every question, with the token of a further page. */
  readonly questions: readonly string[];
  /** Bodies and headers of all requests, for what must not be in them. */
  readonly sent: readonly string[];
}

export interface OsvScenario {
  /** Documents by `name version`. */
  readonly known?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** How many ids an answer has before there is another page. Default: all. */
  readonly page?: number;
  /** Status of the first answers, in place of what is asked for; 0 closes the connection. */
  readonly failures?: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What every answer is, in place of what is asked for. */
  readonly body?: string;
}

interface Query {
  readonly package: { readonly name: string; readonly ecosystem: string };
  readonly version: string;
  readonly page_token?: string;
}

/** Starts the server; it ends with the test. */
export async function startOsvServer(scenario: OsvScenario = {}): Promise<OsvServer> {
  const requests: string[] = [];
  const questions: string[] = [];
  const sent: string[] = [];
  const failures = [...(scenario.failures ?? [])];
  const documents = new Map(
    Object.values(scenario.known ?? {})
      .flat()
      .map((one) => [String(one['id']), one]),
  );
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      requests.push(`${request.method} ${request.url}`);
      sent.push(text, JSON.stringify(request.headers));
      const failure = failures.shift();
      if (failure === 0) return void request.socket.destroy();
      if (failure !== undefined) return void response.writeHead(failure, scenario.headers).end('{}');
      response.setHeader('content-type', 'application/json');
      if (scenario.body !== undefined) return void response.end(scenario.body);
      response.end(JSON.stringify(answer(request.url!, text)));
    });
  });
  const answer = (url: string, text: string): unknown => {
    if (url !== '/v1/querybatch') return documents.get(decodeURIComponent(url.replace('/v1/vulns/', '')));
    const { queries } = JSON.parse(text) as { queries: Query[] };
    return { results: queries.map(pageOf) };
  };
  const pageOf = (query: Query): unknown => {
    const name = `${query.package.name} ${query.version}`;
    questions.push(query.page_token === undefined ? name : `${name} from ${query.page_token}`);
    const all = (scenario.known?.[name] ?? []).map(({ id }) => ({ id, modified: '2020-01-01T00:00:00Z' }));
    const start = Number(query.page_token ?? 0);
    const end = start + (scenario.page ?? all.length);
    if (all.length === 0) return {};
    return { vulns: all.slice(start, end), ...(end < all.length && { next_page_token: String(end) }) };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, questions, sent };
}
