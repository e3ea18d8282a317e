// Links of the job summary: our own templates only (`github-delivery.md` §11.6). Without a repository, as on the command
// line, places are plain `path:line`.
import type { RepositoryFacts, RunFacts } from '../run-facts.ts';
import { codeSpan, encodePath, encodeSegment, pathLimit } from '../text/markdown-text.ts';
import { shortenMiddle } from '../text/shorten.ts';
import { visibleText } from '../text/visible-text.ts';
import { toolName } from '../sarif/sarif-log.ts';

/** A place, linked to the line at the analysed commit. `label` is our own text; without it the path is shown. */
export function placeLink(run: RunFacts, path: string, line: number, label?: string): string {
  // The number is kept when a long path is cut.
  const text = label ?? codeSpan(`${shortenMiddle(visibleText(path), pathLimit)}:${line}`, pathLimit + 12);
  return run.repository ? `[${text}](${fileUrl(run.repository, path)}#L${line})` : text;
}

function fileUrl(repository: RepositoryFacts, path: string): string {
  return `${repositoryUrl(repository)}/blob/${encodeSegment(repository.sha)}/${encodePath(path)}`;
}

function repositoryUrl(repository: RepositoryFacts): string {
  const server = repository.serverUrl.replace(/\/+$/, '');
  return `${server}/${encodeSegment(repository.owner)}/${encodeSegment(repository.repo)}`;
}

/** The commit, linked, in its short form. */
export function commitLink(repository: RepositoryFacts): string {
  return `[${codeSpan(repository.sha.slice(0, 12))}](${repositoryUrl(repository)}/commit/${encodeSegment(repository.sha)})`;
}

/** The alerts of the pull request or branch; only people with write access can open it. */
export function alertsLink(repository: RepositoryFacts): string | undefined {
  const { pullRequest, branch } = repository;
  const subject =
    pullRequest === undefined ? (branch === undefined ? undefined : `branch:${quoted(branch)}`) : `pr:${pullRequest}`;
  if (subject === undefined) return undefined;
  const query = ['is:open', subject, `tool:${toolName}`].map(encodeSegment).join('+');
  return `[alerts](${repositoryUrl(repository)}/security/code-scanning?query=${query}) (maintainers)`;
}

function quoted(branch: string): string {
  return /\s/.test(branch) ? `"${branch}"` : branch;
}
