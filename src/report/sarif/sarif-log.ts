// The complete SARIF document (`github-delivery.md` §2): what `results.sarif` holds. Nothing is left out here; the view
// that is uploaded is made from it in `upload-view.ts`.
import type { Artifact, Log, Run, VersionControlDetails } from 'sarif';
import type { Options } from '../../base/options.ts';
import type { FindingSet } from '../../findings/finding-set.ts';
import { compareText } from '../../findings/group.ts';
import { compareFindings } from '../../findings/rank.ts';
import { ruleOf, rulesByCode, type RuleView } from '../rule-view.ts';
import type { RepositoryFacts, RunFacts } from '../run-facts.ts';
import { cweTaxonomy } from './cwe-taxonomy.ts';
import { artifactLocation, rootId } from './locations.ts';
import { notificationDescriptors, notifications } from './notifications.ts';
import { sarifResult } from './results.ts';
import { ruleDescriptors } from './rule-descriptors.ts';

/** Name of the tool: part of what GitHub closes alerts by, so it never changes. */
export const toolName = 'pyverdict';

/** One run with every finding, sorted by path, line, column and rule. */
export function sarifLog(set: FindingSet, rules: readonly RuleView[], options: Options, run: RunFacts): Log {
  const byCode = rulesByCode(rules);
  const ran = rules.filter(
    (rule) => set.coverage.rulesRun.includes(rule.code) || set.findings.some((finding) => finding.rule === rule.code),
  );
  const taxonomy = cweTaxonomy(ran);
  const descriptors = ruleDescriptors(ran, set.findings, taxonomy, run.rulePages);
  const { tool, configuration } = notifications(set.problems, set.skipped, descriptors);
  const hasCwe = (taxonomy.component.taxa ?? []).length > 0;
  const sarifRun: Run = {
    tool: {
      driver: {
        name: toolName,
        semanticVersion: run.version,
        version: run.version,
        ...(run.informationUri === undefined ? {} : { informationUri: run.informationUri }),
        rules: descriptors.rules,
        notifications: [...notificationDescriptors],
        ...(hasCwe ? { supportedTaxonomies: [{ name: 'CWE', index: 0 }] } : {}),
        properties: { ruleSetHash: run.ruleSetHash },
      },
    },
    automationDetails: { id: `${options.category}/` },
    columnKind: 'utf16CodeUnits',
    defaultSourceLanguage: 'python',
    originalUriBaseIds: { [rootId]: { description: { text: 'The root of the checkout that was scanned.' } } },
    ...(run.repository ? { versionControlProvenance: [provenance(run.repository)] } : {}),
    invocations: [
      {
        executionSuccessful: set.verdict !== 'failed',
        ...(run.startTime === undefined ? {} : { startTimeUtc: run.startTime }),
        ...(run.endTime === undefined ? {} : { endTimeUtc: run.endTime }),
        ...(run.exitCode === undefined ? {} : { exitCode: run.exitCode }),
        toolExecutionNotifications: tool,
        toolConfigurationNotifications: configuration,
      },
    ],
    ...(hasCwe ? { taxonomies: [taxonomy.component] } : {}),
    artifacts: artifacts(set),
    results: [...set.findings]
      .sort(compareFindings)
      .map((finding) => sarifResult(finding, ruleOf(byCode, finding.rule), descriptors)),
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [sarifRun] };
}

/** Files that a result, a path, a related place or a problem names; facts where the file was read. */
function artifacts(set: FindingSet): Artifact[] {
  const facts = new Map(set.artifacts.map((artifact) => [artifact.path, artifact]));
  const paths = new Set(set.problems.flatMap((problem) => problem.file ?? []));
  for (const finding of set.findings) {
    for (const place of [finding, ...finding.related, ...finding.flows.flatMap((flow) => flow.steps)])
      paths.add(place.file);
    if (finding.suppression) paths.add(finding.suppression.file);
  }
  return [...paths].sort(compareText).map((path) => {
    const known = facts.get(path);
    return {
      location: artifactLocation(path),
      roles: ['analysisTarget'],
      sourceLanguage: 'python',
      ...(known ? { length: known.length, encoding: known.encoding, hashes: { 'sha-256': known.sha256 } } : {}),
    };
  });
}

function provenance(repository: RepositoryFacts): VersionControlDetails {
  const server = new URL(repository.serverUrl);
  // A remote address can carry a user name and a token.
  server.username = '';
  server.password = '';
  const base = server.href.replace(/\/$/, '');
  return {
    repositoryUri: `${base}/${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.repo)}`,
    revisionId: repository.sha,
    ...(repository.branch === undefined ? {} : { branch: repository.branch }),
    mappedTo: { uriBaseId: rootId },
  };
}
