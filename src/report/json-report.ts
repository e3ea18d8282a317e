// The report as JSON: everything the run knows, with all places of every finding. Text is as it is in the repository,
// only well-formed; who shows it must escape it.
import { problemKinds } from '../base/problem.ts';
import type { Finding, FindingSet } from '../findings/finding-set.ts';
import { compareText } from '../findings/group.ts';
import { compareFindings } from '../findings/rank.ts';
import type { ReportJson } from './report-schema.ts';
import { reportSchemaVersion } from './report-schema-version.ts';
import { ruleOf, rulesByCode, type RulesByCode, type RuleView } from './rule-view.ts';
import type { RunFacts } from './run-facts.ts';
import { severityName } from './severity.ts';
import { tally } from './tally.ts';
import { wellFormed } from './text/visible-text.ts';
import { caveat, filesNotAnalysed, verdictText } from './verdict-text.ts';

/** The report of a run. The same findings and version give the same value: no time, no absolute path. */
export function jsonReport(set: FindingSet, rules: readonly RuleView[], run: RunFacts): ReportJson {
  const byCode = rulesByCode(rules);
  const counts = tally(set.findings);
  const { coverage } = set;
  return {
    schemaVersion: reportSchemaVersion,
    tool: { name: 'pyverdict', version: run.version, ruleSetHash: run.ruleSetHash },
    verdict: set.verdict,
    sentence: verdictText(set, rules).sentence,
    caveat,
    reviewed: {
      description: wellFormed(set.reviewed.description),
      ...(set.reviewed.subject === undefined ? {} : { subject: wellFormed(set.reviewed.subject) }),
    },
    counts: {
      security: counts.defects,
      ...counts.bySeverity,
      hotspots: counts.hotspots,
      practice: counts.notes,
      suppressed: counts.suppressed,
    },
    findings: [...set.findings].sort(compareFindings).map((finding) => findingJson(finding, byCode)),
    coverage: {
      files: coverage.files.map(({ path, lines, test, description }) => ({
        path: wellFormed(path),
        lines,
        test,
        description: wellFormed(description),
      })),
      fileCount: coverage.files.length,
      lines: coverage.files.reduce((sum, file) => sum + file.lines, 0),
      functions: coverage.functions,
      filesNotAnalysed: filesNotAnalysed(set),
      rulesRun: [...coverage.rulesRun],
      familiesNotExamined: [...coverage.familiesNotExamined],
      sinks: coverage.sinks.map((sink) => ({
        ...sink,
        cleanedBy: sink.cleanedBy.map(wellFormed),
        guardedBy: sink.guardedBy.map(wellFormed),
        unresolvedAt: sink.unresolvedAt.map(({ path, line }) => ({ path: wellFormed(path), line })),
      })),
      credited: coverage.credited.map((one) => ({
        ...one,
        path: wellFormed(one.path),
        name: wellFormed(one.name),
        kinds: [...one.kinds],
        ...(one.refusedAt === undefined
          ? {}
          : { refusedAt: { path: wellFormed(one.refusedAt.path), line: one.refusedAt.line } }),
      })),
      entryPoints: coverage.entryPoints,
      inventory: [...coverage.inventory]
        .sort(([a], [b]) => compareText(a, b))
        .map(([rule, places]) => ({ rule, places })),
      unresolvedImports: coverage.unresolvedImports,
      deferred: [...coverage.deferred].sort(([a], [b]) => compareText(a, b)).map(([rule, to]) => ({ rule, to })),
      facts: coverage.facts.map(wellFormed),
      leftOut: (set.leftOut ?? []).map(({ paths, ...counted }) => ({ paths: paths.map(wellFormed), ...counted })),
      listedBy: set.listedBy,
      ...(run.ownRules && {
        ownRules: {
          rules: run.ownRules.rules,
          entries: run.ownRules.entries,
          removing: run.ownRules.removing.map(({ names, kinds, path, line }) => ({
            names: names.map(wellFormed),
            kinds: [...kinds],
            path: wellFormed(path),
            line,
          })),
        },
      }),
    },
    ...(set.comparison && {
      comparison: {
        ...set.comparison,
        ...(set.comparison.unavailable !== undefined && { unavailable: wellFormed(set.comparison.unavailable) }),
        lostChecks: set.comparison.lostChecks.map((lost) => ({
          path: wellFormed(lost.path),
          line: lost.line,
          kind: lost.kind,
          name: wellFormed(lost.name),
        })),
      },
    }),
    skipped: set.skipped.map(({ path, reason, detail }) => ({
      path: wellFormed(path),
      reason,
      detail: wellFormed(detail),
    })),
    problems: set.problems.map((problem) => ({
      id: problem.id,
      name: problemKinds[problem.id].name,
      level: problemKinds[problem.id].level,
      message: wellFormed(problem.message),
      ...(problem.file === undefined ? {} : { path: wellFormed(problem.file) }),
      ...(problem.files === undefined ? {} : { paths: problem.files.map(wellFormed) }),
      ...(problem.line === undefined ? {} : { line: problem.line }),
      ...(problem.rule === undefined ? {} : { rule: problem.rule }),
      hidesCode: problem.hidesCode,
    })),
  };
}

function findingJson(finding: Finding, rules: RulesByCode): ReportJson['findings'][number] {
  const rule = ruleOf(rules, finding.rule);
  // A line that holds a secret is shown nowhere, whatever place of the finding it belongs to.
  const snippet = (place: { snippet?: string }) =>
    place.snippet === undefined || finding.secret ? {} : { snippet: wellFormed(place.snippet) };
  return {
    rule: finding.rule,
    ruleId: finding.ruleId,
    name: rule.id,
    title: rule.title,
    family: rule.family,
    category: rule.category,
    tier: finding.tier,
    level: finding.level,
    ...(finding.severity === undefined
      ? {}
      : { severity: severityName(finding.severity), securitySeverity: finding.severity }),
    cwe: [...rule.cwe],
    path: wellFormed(finding.file),
    region: { ...finding.region },
    context: { ...finding.context },
    ...snippet(finding),
    scope: wellFormed(finding.scope),
    inTest: finding.inTest,
    message: wellFormed(finding.message),
    fix: wellFormed(finding.fix),
    evidence: finding.evidence.map(wellFormed),
    places: finding.allPlaces.map(({ file, line }) => ({ path: wellFormed(file), line })),
    related: finding.related.map((place) => ({
      path: wellFormed(place.file),
      region: { ...place.region },
      message: wellFormed(place.message),
      ...snippet(place),
    })),
    flows: finding.flows.map((flow) => ({
      steps: flow.steps.map((step) => ({
        kind: step.kind,
        path: wellFormed(step.file),
        region: { ...step.region },
        message: wellFormed(step.message),
        depth: step.depth,
        ...snippet(step),
      })),
    })),
    mergedRules: [...finding.mergedRules],
    fingerprint: finding.fingerprint,
    lineHash: finding.lineHash,
    ...(finding.suppression
      ? {
          suppression: {
            mark: wellFormed(finding.suppression.mark),
            reason: wellFormed(finding.suppression.reason),
            path: wellFormed(finding.suppression.file),
            line: finding.suppression.line,
            ...(finding.suppression.added === true && { added: true as const }),
          },
        }
      : {}),
    ...(finding.reopened && {
      reopened: {
        mark: wellFormed(finding.reopened.mark),
        path: wellFormed(finding.reopened.file),
        line: finding.reopened.line,
        changed: [...finding.reopened.changed],
      },
    }),
    ...(finding.baseline === undefined ? {} : { baseline: finding.baseline }),
    ...(finding.removedBy === undefined ? {} : { removedBy: finding.removedBy }),
    ...(finding.change && { change: { ...finding.change } }),
    ...(finding.repairs === undefined
      ? {}
      : {
          repairs: finding.repairs.map(({ file, safe, replacements }) => ({
            path: wellFormed(file),
            safe,
            replacements: replacements.map(({ region, text }) => ({ region: { ...region }, text: wellFormed(text) })),
          })),
        }),
  };
}
