// The stages that make findings, in their order: of the checkout, and of the commit a pull request starts from.
import type { Advisories } from './advisories/advisory.ts';
import { loadAdvisories } from './advisories/load-advisories.ts';
import { unreadVersions } from './advisories/unread-versions.ts';
import { analyse } from './analyse/analyse.ts';
import { needsAdvisories } from './analyse/dependency-facts.ts';
import type { Logger } from './base/logger.ts';
import type { AdvisorySource, Options } from './base/options.ts';
import { discover } from './discover/discover.ts';
import { requireSources } from './discover/require-sources.ts';
import type { SourceSet } from './discover/source-set.ts';
import type { ComparisonAnswer } from './findings/comparison.ts';
import type { FindingSet } from './findings/finding-set.ts';
import { settle } from './findings/settle.ts';
import { buildModel } from './model/build-model.ts';
import { namedVersions } from './model/named-versions.ts';
import { projectHints } from './model/project-hints.ts';
import type { ProjectModel } from './model/project-model.ts';
import { createFlatParser } from './parse/flat-parser.ts';
import { parse, parserModule } from './parse/parse.ts';
import { createReader } from './parse/reread.ts';
import type { RuleSet } from './rules/load-rule-set.ts';

/** The findings below `options.root`. `outOfTime` ends the analysis early. Throws ConfigurationError. */
export async function scan(
  options: Options,
  rules: RuleSet,
  log: Logger,
  outOfTime: () => boolean,
  comparison?: ComparisonAnswer,
): Promise<FindingSet> {
  const sources = requireSources(await discover(options), options);
  const parsed = await parse(sources, options.threads, log);
  const model = buildModel(parsed, sources);
  const onProgress = (done: number, total: number): void => log.progress('analysing', done, total);
  const hints = projectHints(options, sources);
  const { advisories: source, ...rest } = options;
  const advisories = source && rules.rules.some(needsAdvisories) && (await published(source, model, sources));
  const analysis = analyse(model, rules, { ...rest, ...(advisories && { advisories }), hints, outOfTime, onProgress });
  const reader = createReader(() => createFlatParser(parserModule()));
  const { facts } = parsed;
  return settle({ analysis, facts, sources, rules: rules.all, options, reader, ...(comparison && { comparison }) });
}

/** What is published about the packages, with the files that name versions and could not be read among the problems. */
async function published(source: AdvisorySource, model: ProjectModel, sources: SourceSet): Promise<Advisories> {
  const advisories = await loadAdvisories(source, namedVersions(model));
  return { ...advisories, problems: [...advisories.problems, ...unreadVersions(model, sources.problems)] };
}
