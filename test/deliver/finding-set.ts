import { filePath } from '../../src/base/file-path.ts';
import type { Options } from '../../src/base/options.ts';
import type { Finding, FindingSet } from '../../src/findings/finding-set.ts';

/** A finding: a high security defect on line 1 of a.py unless told otherwise. */
export function finding(changes: Partial<Finding> = {}): Finding {
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
  return {
    file: filePath('a.py'),
    region,
    context: region,
    rule: 'PV513',
    ruleId: 'PV513',
    tier: 'defect',
    level: 'error',
    severity: 8.1,
    message: 'm',
    fix: 'f',
    evidence: [],
    scope: '<module>',
    related: [],
    furtherPlaces: 0,
    allPlaces: [],
    flows: [],
    lineHash: 'a:1',
    fingerprint: '0'.repeat(32),
    inTest: false,
    mergedRules: [],
    secret: false,
    rank: 0,
    ...changes,
  };
}

export function findingSet(findings: readonly Finding[] = [], changes: Partial<FindingSet> = {}): FindingSet {
  return {
    verdict: findings.some((one) => one.tier === 'defect' && !one.suppression) ? 'defects' : 'no-explicit-defects',
    findings,
    artifacts: [],
    coverage: {
      files: [{ path: filePath('a.py'), lines: 1, test: false, description: '' }],
      functions: 0,
      rulesRun: [],
      familiesNotExamined: [],
      sinks: [],
      credited: [],
      entryPoints: 0,
      inventory: new Map(),
      unresolvedImports: 0,
      deferred: new Map(),
      facts: [],
    },
    reviewed: { description: '' },
    skipped: [],
    listedBy: 'git',
    problems: [],
    ...changes,
  };
}

/** Options of the command line that write nothing. */
export function plainOptions(changes: Partial<Options> = {}): Options {
  return {
    host: 'command-line',
    root: '/',
    paths: ['/'],
    include: [],
    exclude: [],
    select: [],
    ignore: [],
    profile: 'default',
    minSeverity: 'low',
    deferToConfiguredLinters: true,
    requireSuppressionReason: false,
    failOn: 'high',
    failScope: 'all',
    failOnPractice: 'none',
    failOnIncomplete: false,
    uploadFindings: 'all',
    category: 'pyverdict',
    timeoutMinutes: 10,
    threads: 1,
    outputs: { summaryStyle: 'full', colour: false, quiet: false },
    upload: { when: 'never', waitForProcessing: true },
    ...changes,
  };
}
