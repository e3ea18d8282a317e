// Which findings are shown first and which can fail the run (`github-delivery.md` §9.1). In: the settings and the event.
// Out: both scopes, and the commit they compare with. Leaves alone: whether that commit is there.
import { ConfigurationError } from '../base/configuration-error.ts';
import type { GitHubContext } from '../base/github-context.ts';
import { foreignEvents } from '../base/github-context.ts';
import type { Against, Host, Options, Scope } from '../base/options.ts';
import type { Settings } from './options-table.ts';

type Scopes = Required<Pick<Options, 'scope' | 'failScope'>> & Pick<Options, 'against'>;

/** The scopes of a run. Throws ConfigurationError for a comparison that has nothing to compare with. */
export function scopes(settings: Settings, host: Host, github: GitHubContext | undefined): Scopes {
  const compared = settings.baseline !== '';
  const against = host === 'action' ? againstOf(github) : undefined;
  const event = github?.eventName ?? '';
  const isChange = against !== undefined && (event === 'pull_request' || event === 'merge_group');
  const scope = settings.scope !== 'auto' ? settings.scope : isChange ? 'changed-lines' : 'all';
  const failScope = settings['fail-scope'];
  const names = { scope, 'fail-scope': failScope };
  for (const [name, value] of Object.entries(names)) {
    if (value === 'new' && !compared && against === undefined)
      throw new ConfigurationError(`${name} new needs a baseline to compare with`);
    if (value === 'changed-lines' && against === undefined)
      throw new ConfigurationError(
        `${name} changed-lines needs a pull request or a merge queue: nothing else says what changed`,
      );
  }
  const auto = (): Scope => {
    if (isChange) return scope;
    // What they scan was not written by the people who may push: all of its findings count.
    if (foreignEvents.has(event)) return 'all';
    if (compared) return 'new';
    return host === 'command-line' ? 'all' : 'none';
  };
  return { scope, failScope: failScope === 'auto' ? auto() : failScope, ...(against && { against }) };
}

function againstOf(github: GitHubContext | undefined): Against | undefined {
  if (github === undefined) return undefined;
  if (github.mergeGroupBase !== undefined) return { sha: github.mergeGroupBase, isMerge: false };
  const sha = github.pullRequest?.baseSha;
  if (sha === undefined) return undefined;
  return {
    sha,
    isMerge: github.eventName === 'pull_request' && github.head !== undefined && github.head === github.sha,
  };
}
