// Files and folders of a commit, by GitHub's API, for checkouts without history. In: the context. Out: what it says. Only text that
// GitHub gives as base64 counts; whatever else comes back is "unknown".
import type { GitHubContext } from '../base/github-context.ts';
import { connect } from './github-api.ts';

/** Asks for the file at `path` in the repository; `missing` is GitHub's word for it. Never throws. */
export async function fetchFile(
  github: GitHubContext,
  path: string,
  commit: string,
): Promise<{ readonly text: string } | 'missing' | 'unknown'> {
  const content = await contentsOf(github, path, commit);
  if (typeof content === 'string') return content;
  const data = content.data as { type?: unknown; encoding?: unknown; content?: unknown } | null;
  if (data === null || typeof data !== 'object' || data.type !== 'file') return 'unknown';
  if (data.encoding !== 'base64' || typeof data.content !== 'string') return 'unknown';
  return { text: Buffer.from(data.content, 'base64').toString('utf8') };
}

// GitHub lists no more of a folder than this.
const MOST_LISTED = 1000;

/** Names of the plain files in a folder of the repository. Never throws. */
export async function fetchFolder(
  github: GitHubContext,
  path: string,
  commit: string,
): Promise<readonly string[] | 'missing' | 'unknown'> {
  const content = await contentsOf(github, path, commit);
  if (typeof content === 'string') return content;
  if (!Array.isArray(content.data) || content.data.length >= MOST_LISTED) return 'unknown';
  return (content.data as { type?: unknown; name?: unknown }[]).flatMap(({ type, name }) =>
    type === 'file' && typeof name === 'string' ? [name] : [],
  );
}

async function contentsOf(
  github: GitHubContext,
  path: string,
  commit: string,
): Promise<{ readonly data: unknown } | 'missing' | 'unknown'> {
  if (github.token() === '') return 'unknown';
  const api = await connect(github);
  const segments = path.split('/').map(encodeURIComponent).join('/');
  const repository = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}`;
  const result = await api('GET', `${repository}/contents/${segments}?ref=${encodeURIComponent(commit)}`);
  if (!result.ok) return result.failure.status === 404 ? 'missing' : 'unknown';
  return { data: result.answer.data };
}
