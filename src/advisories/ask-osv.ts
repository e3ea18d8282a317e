// What OSV's public database knows about the versions that the checkout names. In: packages and versions, and nothing else is sent. Out: the
// advisories, or a problem that says why they could not be had: the run goes on without them.
import { list, property } from '../base/foreign-json.ts';
import type { Problem } from '../base/problem.ts';
import { version } from '../base/version.ts';
import type { NamedVersion } from '../model/named-versions.ts';
import type { Advisories, Advisory } from './advisory.ts';
import { sorted } from './collect-advisories.ts';
import { readOsv } from './read-osv.ts';

const SERVER = 'https://api.osv.dev';
const ANSWER_TIMEOUT_MS = 30_000;
/** The database takes no more in one request. */
const BATCH = 1_000;
const MAX_ADVISORIES = 5_000;
const MAX_PAGES = 20;
const AT_ONCE = 8;
const DELAYS_MS = [1_000, 4_000, 16_000];
const MAX_DELAY_MS = 60_000;

const FROM = "OSV's public database";

/** Where to ask, and how to wait; tests bring their own. */
export interface OsvConnection {
  readonly server: string;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const connection: OsvConnection = {
  server: SERVER,
  pause: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
};

interface Query {
  readonly package: { readonly name: string; readonly ecosystem: 'PyPI' };
  readonly version: string;
  readonly page_token?: string;
}

/** Asks about each version, and about the lowest one where several are admitted. Never throws. */
export async function askOsv(named: readonly NamedVersion[], to: OsvConnection = connection): Promise<Advisories> {
  const queries = queriesOf(named);
  const names = new Set(queries.map((query) => query.package.name));
  const byPackage = new Map<string, Advisory[]>();
  try {
    const ids = await idsOf(queries, to);
    const documents = await inParallel(ids, (id) => send(to, 'GET', `/v1/vulns/${encodeURIComponent(id)}`));
    let count = 0;
    for (const [index, document] of documents.entries()) {
      const read = readOsv(document);
      if (!read.ok)
        throw new Failure(`it answered with a document for ${ids[index]!} that cannot be read: ${read.reason}`);
      count++;
      for (const [name, advisory] of read.packages)
        if (names.has(name)) byPackage.set(name, [...(byPackage.get(name) ?? []), advisory]);
    }
    return { byPackage: sorted(byPackage), count, from: FROM, problems: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { byPackage: new Map(), count: 0, from: FROM, failed: true, problems: [unanswered(error.message, to)] };
  }
}

/** Something that the other side did. */
class Failure extends Error {}

function unanswered(reason: string, { server }: OsvConnection): Problem {
  const message =
    `${FROM} (${server}) could not be asked about the dependencies, so known vulnerabilities in them were not looked for: ${reason}. ` +
    'Run again, or give a folder or a zip file of advisories.';
  return { id: 'PVN010', message, hidesCode: true };
}

function queriesOf(named: readonly NamedVersion[]): Query[] {
  const queries = new Map<string, Query>();
  for (const { dependency, exact } of named) {
    const asked =
      exact ?? (dependency.range?.lower?.inclusive === true ? dependency.range.lower.version.text : undefined);
    if (asked === undefined) continue;
    queries.set(`${dependency.name} ${asked}`, {
      package: { name: dependency.name, ecosystem: 'PyPI' },
      version: asked,
    });
  }
  return [...queries.values()];
}

/** Ids of all advisories about the versions, sorted. */
async function idsOf(queries: readonly Query[], to: OsvConnection): Promise<string[]> {
  const ids = new Set<string>();
  let open = queries;
  for (let page = 0; open.length > 0; page++) {
    if (page === MAX_PAGES) throw new Failure('its answers do not end');
    const more: Query[] = [];
    for (let start = 0; start < open.length; start += BATCH) {
      const batch = open.slice(start, start + BATCH);
      const results = property(await send(to, 'POST', '/v1/querybatch', { queries: batch }), 'results');
      if (!Array.isArray(results) || results.length !== batch.length)
        throw new Failure('its answer is none to the question');
      for (const [index, result] of (results as unknown[]).entries()) {
        for (const one of list(property(result, 'vulns'))) {
          const id = property(one, 'id');
          if (typeof id === 'string') ids.add(id);
        }
        const next = property(result, 'next_page_token');
        if (typeof next === 'string' && next !== '') more.push({ ...batch[index]!, page_token: next });
      }
    }
    open = more;
  }
  if (ids.size > MAX_ADVISORIES) throw new Failure(`it knows more than ${MAX_ADVISORIES} advisories about them`);
  return [...ids].sort();
}

async function inParallel<T>(items: readonly string[], work: (item: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      try {
        results[index] = await work(items[index]!);
      } catch (error) {
        // Without one of them there is no answer, so nobody is asked any more.
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}

/** The answer as parsed JSON; tried again where that helps. Throws Failure. */
async function send(to: OsvConnection, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    const { answer, reason, again, after } = await sendOnce(to.server + path, method, body);
    if (reason === undefined) return answer;
    const delay = DELAYS_MS[tries];
    if (!again || delay === undefined) throw new Failure(reason);
    await to.pause(Math.min(Math.max(delay, after ?? 0), MAX_DELAY_MS));
  }
}

interface Sent {
  readonly answer?: unknown;
  /** Why there is none. */
  readonly reason?: string;
  readonly again?: boolean;
  /** Milliseconds that the server asks to wait. */
  readonly after?: number;
}

async function sendOnce(url: string, method: 'GET' | 'POST', body: unknown): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': `pyverdict/${version}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // Whoever answers is the one that was meant.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    if (response.ok) return { answer: JSON.parse(await response.text()) as unknown };
    await response.body?.cancel();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      reason: `it answered ${response.status}`,
      again: response.status === 429 || response.status === 408 || response.status >= 500,
      ...(Number.isFinite(seconds) && { after: seconds * 1_000 }),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: 'its answer is not JSON', again: false };
    const { message, cause } = error as { readonly message: string; readonly cause?: { readonly message?: string } };
    return { reason: cause?.message === undefined || cause.message === '' ? message : cause.message, again: true };
  }
}
