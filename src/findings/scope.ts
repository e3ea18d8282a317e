// Which findings a reader or a gate looks at: all, those on changed lines, or new ones.
import type { Options, Scope } from '../base/options.ts';
import type { Finding, FindingSet } from './finding-set.ts';

/** Is the finding in the scope? One that a pull request brings is on its changed lines, wherever its own lines are. */
export function isInScope(finding: Pick<Finding, 'change' | 'baseline'>, scope: Scope): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'changed-lines':
      return finding.change?.touched === true || finding.change?.fresh === true;
    case 'new':
      return finding.baseline === undefined ? finding.change?.fresh === true : finding.baseline === 'new';
  }
}

/**
 * The scope that can be answered. Where nobody could tell what changed, everything is shown and nothing fails: never the
 * other way round, which would call a change clean that nobody has looked at.
 */
export function answerableScope(
  scope: Scope,
  set: Pick<FindingSet, 'comparison' | 'findings'>,
  options: Pick<Options, 'baseline'>,
  or: 'all' | 'none',
): Scope {
  if (scope === 'changed-lines') return set.comparison?.by === undefined ? or : scope;
  if (scope === 'new') return isCompared(set, options) || set.comparison?.baseScanned === true ? scope : or;
  return scope;
}

/** What is shown first: the scope asked for, or what can be answered of it; with a baseline and no scope, what is new. */
export function shownScope(
  set: Pick<FindingSet, 'comparison' | 'findings'>,
  options: Pick<Options, 'scope' | 'baseline'>,
): Scope {
  const scope = options.scope ?? 'all';
  return answerableScope(scope === 'all' && isCompared(set, options) ? 'new' : scope, set, options, 'all');
}

function isCompared({ findings }: Pick<FindingSet, 'findings'>, { baseline }: Pick<Options, 'baseline'>): boolean {
  return baseline !== undefined || findings.some((finding) => finding.baseline !== undefined);
}
