// Which lines differ between two commits, by GitHub's compare API. In: the connection and two commits. Out: the changes, or
// why they are not to be had. The API cuts long answers without a word, so an answer at its limit is none.
import type { GitHubContext } from '../base/github-context.ts';
import type { ChangesAnswer, FileChange } from '../discover/changes.ts';
import { readHunks, unchangedFile, wholeFile } from '../discover/changes.ts';
import type { Api } from './github-api.ts';

const fileLimit = 300;

/**
 * Changes from the merge base of `base` and `head` to `head`. `prefix`: where the root lies in the repository, `''` or ending
 * in a slash. Never throws.
 */
export async function compareCommits(
  api: Api,
  github: Pick<GitHubContext, 'owner' | 'repository'>,
  base: string,
  head: string,
  prefix: string,
): Promise<ChangesAnswer> {
  const repository = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}`;
  const path = `${repository}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  const result = await api('GET', path);
  if (!result.ok) return { ok: false, reason: `the compare API answered: ${result.failure.message}` };
  const files = fieldOf(result.answer.data, 'files');
  if (!Array.isArray(files)) return { ok: false, reason: 'the compare API gave no list of files' };
  if (files.length >= fileLimit)
    return { ok: false, reason: `the pull request changes ${fileLimit} files or more, which the compare API cuts` };
  const changes = new Map<string, FileChange>();
  const formerPaths = new Map<string, string>();
  const deleted: string[] = [];
  for (const file of files as unknown[]) {
    const name = fieldOf(file, 'filename');
    const change = changeOf(file);
    if (typeof name !== 'string' || change === undefined)
      return { ok: false, reason: 'an answer of the compare API could not be read' };
    if (!name.startsWith(prefix)) continue;
    if (fieldOf(file, 'status') === 'removed') {
      deleted.push(name.slice(prefix.length));
      continue;
    }
    changes.set(name.slice(prefix.length), change);
    const former = fieldOf(file, 'previous_filename');
    if (typeof former === 'string' && former !== name && former.startsWith(prefix))
      formerPaths.set(name.slice(prefix.length), former.slice(prefix.length));
  }
  return { ok: true, changes: { files: changes, deleted, formerPaths, by: 'api', base } };
}

function changeOf(file: unknown): FileChange | undefined {
  const patch = fieldOf(file, 'patch');
  const changed = fieldOf(file, 'changes');
  // Too large, or binary: renamed without a change if nothing is counted.
  if (typeof patch !== 'string' || patch === '') return changed === 0 ? unchangedFile : wholeFile;
  const lines = patch.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const change = readHunks(lines);
  const added = lines.filter((line) => line.startsWith('+')).length;
  // Cut in the middle: what is missing could be anything.
  const additions = fieldOf(file, 'additions');
  return change !== undefined && typeof additions === 'number' && additions !== added ? wholeFile : change;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
