// Options and rule set to what the report says about the run itself.
import type { Options } from '../base/options.ts';
import { homepage, version } from '../base/version.ts';
import type { RuleSet } from '../rules/load-rule-set.ts';
import type { RepositoryFacts, RunFacts } from './run-facts.ts';

/** The facts of this run. Only the Action has times: what the command line writes is the same for the same tree. */
export function factsOfRun(options: Options, rules: Pick<RuleSet, 'hash' | 'own'>): RunFacts {
  const { hash: ruleSetHash, own: ownRules } = rules;
  const always = { version, ruleSetHash, ...(ownRules && { ownRules }), ...(homepage && { informationUri: homepage }) };
  if (options.host === 'command-line') return always;
  const repository = repositoryFacts(options);
  return {
    ...always,
    ...(repository && { repository }),
    // The repository the workflow has it from: of a fork, the fork.
    ...(repository &&
      options.github?.actionRepository !== undefined && {
        informationUri: `${repository.serverUrl}/${options.github.actionRepository}`,
      }),
    startTime: new Date(performance.timeOrigin).toISOString(),
    endTime: new Date().toISOString(),
  };
}

function repositoryFacts({ github }: Options): RepositoryFacts | undefined {
  if (!github || !/^https?:\/\//.test(github.serverUrl)) return undefined;
  const branch = /^refs\/heads\/(.+)$/.exec(github.ref)?.[1];
  return {
    serverUrl: github.serverUrl,
    owner: github.owner,
    repo: github.repository,
    sha: github.head ?? github.sha,
    ...(branch !== undefined && { branch }),
    ...(github.pullRequest && { pullRequest: github.pullRequest.number }),
    ...(github.runId !== '' && { runId: github.runId }),
    ...(github.runAttempt !== '' && { runAttempt: github.runAttempt }),
  };
}
