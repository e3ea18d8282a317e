// What is known of a project besides its files. In: the options and the source set. Out: hints for describeProject.
import type { GitHubContext } from '../base/github-context.ts';
import type { Options } from '../base/options.ts';
import type { SourceSet } from '../discover/source-set.ts';
import type { ProjectHints } from './component.ts';

/**
 * The repository's name, if HEAD of the checkout shows that it is the runner's repository that was scanned and not another
 * one. On the command line the name of a clone's folder; the Action's folders are named by workflows, which says nothing.
 */
export function projectHints(
  { host, github }: Pick<Options, 'host' | 'github'>,
  { cloneName }: Pick<SourceSet, 'cloneName'>,
): ProjectHints {
  return {
    ...(github !== undefined && isScanned(github) && { repository: `${github.owner}/${github.repository}` }),
    ...(host === 'command-line' && cloneName !== undefined && { rootFolder: cloneName }),
  };
}

function isScanned({ head, sha, pullRequest }: GitHubContext): boolean {
  return head !== undefined && (head === sha || head === pullRequest?.headSha);
}
