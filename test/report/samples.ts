// Hand-built findings for the tests of the report: the seed review's file, and a small web application with one of
// everything.
import type { Coverage, ReviewedCode } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import type { Options } from '../../src/base/options.ts';
import type { Finding, FindingSet, FoundStep } from '../../src/findings/finding-set.ts';
import type { RuleView } from '../../src/report/rule-view.ts';
import type { RunFacts } from '../../src/report/run-facts.ts';
import type { DeliveryOutcome } from '../../src/report/delivery-outcome.ts';

const practice = (code: string, id: string, family: string, title: string, fix: string, warning = false): RuleView => ({
  code,
  id,
  title,
  family,
  category: 'practice',
  severity: undefined,
  precision: 'high',
  practiceLevels: { test: warning ? 'warning' : 'note', production: 'note' },
  cwe: [],
  tags: ['test'],
  references: [],
  why: `Why ${id} matters.`,
  fix,
  badExample: 'time.sleep(0.5)',
  goodExample: 'done.wait(5)',
});

const security = (
  code: string,
  id: string,
  family: string,
  severity: number,
  cwe: number,
  tier: 'defect' | 'hotspot' | 'inventory' = 'defect',
): RuleView => ({
  code,
  id,
  title: `${id.replaceAll('-', ' ')} in a call`,
  family,
  category: 'security',
  tier,
  severity,
  precision: 'very-high',
  cwe: [cwe],
  tags: ['api'],
  references: ['https://docs.python.org/3/library/security_warnings.html'],
  why: `Why ${id} matters. It has a second sentence.`,
  fix: `Do it without ${id}.`,
  badExample: 'requests.get(url, verify=False)',
  goodExample: 'requests.get(url)',
});

export const sampleRules: readonly RuleView[] = [
  practice('BP101', 'sleep-polling', 'waiting', 'Sleep in a polling loop', 'Wait on an event.'),
  practice(
    'BP151',
    'fixed-wait-budget',
    'flakiness',
    'Wait budget that nobody can change',
    'Make the budget a parameter.',
  ),
  practice('BP201', 'hardcoded-uuid', 'hardcoded', 'UUID that is defined elsewhere', 'Import the constant.'),
  practice('BP303', 'test-passes-either-way', 'errors', 'Test that passes either way', 'Use assertRaises.', true),
  practice('BP304', 'unchecked-api-result', 'errors', 'API answer used unchecked', 'Assert on the length.'),
  practice(
    'BP407',
    'wait-or-api-helper-without-docstring',
    'comments',
    'Helper without a docstring',
    'Add a docstring.',
  ),
  security('PV101', 'sql-injection', 'injection', 8.8, 89),
  security('PV202', 'constant-shell-command', 'process', 1, 78, 'inventory'),
  security('PV310', 'debugger-exposed', 'web', 6.5, 489, 'hotspot'),
  security('PV401', 'provider-token', 'secrets', 9.3, 798),
  security('PV513', 'cert-validation-off', 'transport', 7.4, 295),
];

export const sampleOptions: Options = {
  host: 'command-line',
  upload: { when: 'never', waitForProcessing: true },
  root: '/checkout',
  paths: ['/checkout'],
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
};

export const sampleRun: RunFacts = {
  version: '0.1.0',
  ruleSetHash: '3f1c8a20d94be6a10c57',
  repository: {
    serverUrl: 'https://github.example',
    owner: 'openstack',
    repo: 'nova',
    sha: '0123456789abcdef0123456789abcdef01234567',
    branch: 'main',
  },
};

export const sampleOutcome: DeliveryOutcome = {
  sarifFile: 'pyverdict-results/results.sarif',
  upload: { status: 'uploaded' },
  gate: { result: 'passed', text: 'passed (fail-on: high)' },
  truncated: false,
  omitted: 0,
  durationSeconds: 1.2,
};

export function finding(rule: string, line: number, message: string, changes: Partial<Finding> = {}): Finding {
  const securityRule = sampleRules.find((view) => view.code === rule);
  const severity = securityRule?.severity;
  return {
    file: filePath('nova/tests/functional/regressions/test_bug_1718455.py'),
    region: { startLine: line, startColumn: 13, endLine: line, endColumn: 28 },
    snippet: '            time.sleep(0.5)',
    rule,
    ruleId: rule,
    tier: rule.startsWith('BP') ? 'note' : 'defect',
    level: rule.startsWith('BP') ? 'note' : (severity ?? 0) >= 7 ? 'error' : 'warning',
    ...(severity === undefined ? {} : { severity }),
    message,
    fix: securityRule?.fix ?? '',
    evidence: [],
    context: { startLine: line, startColumn: 1, endLine: line + 1, endColumn: 40 },
    scope: 'TestLiveMigrateOneOfConcurrentlyCreatedInstances',
    related: [],
    furtherPlaces: 0,
    allPlaces: [{ file: filePath('nova/tests/functional/regressions/test_bug_1718455.py'), line }],
    flows: [],
    lineHash: `${line.toString(16).padStart(16, 'a')}:1`,
    fingerprint: `${rule}${line}`.toLowerCase().padStart(32, '0'),
    inTest: true,
    mergedRules: [],
    secret: false,
    rank: 1,
    ...changes,
  };
}

export const emptyCoverage: Coverage = {
  files: [],
  functions: 0,
  rulesRun: sampleRules.map((rule) => rule.code),
  familiesNotExamined: [],
  sinks: [],
  credited: [],
  entryPoints: 0,
  inventory: new Map(),
  unresolvedImports: 0,
  deferred: new Map(),
  facts: [],
};

export function findingSet(findings: readonly Finding[], changes: Partial<FindingSet> = {}): FindingSet {
  const reviewed: ReviewedCode = { description: 'test code (functional, testtools) for Nova' };
  return {
    verdict: findings.some((item) => item.tier === 'defect' && !item.suppression) ? 'defects' : 'no-explicit-defects',
    findings,
    artifacts: [],
    coverage: {
      ...emptyCoverage,
      files: [{ path: filePath('a.py'), lines: 126, test: true, description: '' }],
      functions: 9,
    },
    reviewed,
    skipped: [],
    listedBy: 'git',
    problems: [],
    ...changes,
  };
}

const seedFile = filePath('nova/tests/functional/regressions/test_bug_1718455.py');

/** The seed review's file, scanned alone. */
export const seedReview: FindingSet = findingSet(
  [
    finding(
      'BP407',
      64,
      '_boot_servers makes 2 API calls and waits for ACTIVE in 15 lines; nothing says what it returns or why it filters by reservation id.',
      {
        region: { startLine: 64, startColumn: 9, endLine: 64, endColumn: 22 },
        snippet: '    def _boot_servers(self, num_servers, servers_name):',
        rank: 1,
      },
    ),
    finding(
      'BP201',
      66,
      'image_uuid is the literal 155d900f-4e14-4e4c-a73d-069cbf4541e6, which must match a value defined elsewhere.',
      {
        region: { startLine: 66, startColumn: 54, endLine: 66, endColumn: 92 },
        snippet: "        server_req = self._build_server(image_uuid='155d900f-4e14-4e4c-a73d-069cbf4541e6',",
      },
    ),
    finding(
      'BP304',
      71,
      '_boot_servers uses response["reservation_id"] and the list from get_servers() unchecked. The client raises on a bad status, but a short answer shows up later as an IndexError at servers[0] (line 102) with no hint that 2 servers were asked for.',
      {
        region: { startLine: 71, startColumn: 17, endLine: 71, endColumn: 41 },
        snippet: '        reservation_id = response["reservation_id"]',
        related: [
          {
            file: seedFile,
            region: { startLine: 102, startColumn: 13, endLine: 102, endColumn: 23 },
            snippet: '        server = servers[0]',
            message: 'indexed here',
          },
        ],
      },
    ),
    finding(
      'BP151',
      85,
      'the budget of 10 x 0.5 s = 5 s is fixed in _wait_for_migration_status; the last look is at 4.5 s. Nothing says why 10 and 0.5.',
      {
        region: { startLine: 85, startColumn: 9, endLine: 85, endColumn: 35 },
        snippet: '        for attempt in range(10):',
        mergedRules: ['BP406'],
        rank: 2,
      },
    ),
    finding(
      'BP101',
      92,
      '_wait_for_migration_status polls up to 10 times every 0.5 s: gives up after 5 s (the last look is at 4.5 s).',
      {
        fix: 'Use the shared helper _wait_for_state_change of nova/tests/functional/integrated_helpers.py, which takes a timeout.',
        rank: 2,
      },
    ),
  ],
  {
    reviewed: { description: 'test code (functional, testtools) for Nova', subject: 'regression test for bug 1718455' },
    artifacts: [{ path: seedFile, length: 5021, sha256: 'ab'.repeat(32), encoding: 'utf-8' }],
    coverage: {
      ...emptyCoverage,
      files: [
        {
          path: seedFile,
          lines: 126,
          test: true,
          description: 'functional, testtools',
          commentReasons: { withReason: 2, blocks: 7 },
        },
      ],
      functions: 9,
      familiesNotExamined: ['injection'],
      unresolvedImports: 4,
    },
  },
);

const app = filePath('app/views.py');
const stepAt = (line: number, kind: FoundStep['kind'], message: string, depth = 0, file = app): FoundStep => ({
  kind,
  message,
  depth,
  file,
  region: { startLine: line, startColumn: 5, endLine: line, endColumn: 30 },
  snippet: `    line_${line} = something(${line})`,
});

export const sqlSteps: readonly FoundStep[] = [
  stepAt(12, 'source', 'source: `request.args["q"]`'),
  stepAt(13, 'assignment', 'assigned to `name`'),
  stepAt(14, 'call', 'passed to parameter `q` of `find_user`', 1),
  stepAt(40, 'sink', 'sink: SQL text of `cursor.execute`', 1, filePath('app/db.py')),
];

/** One of everything: defects with and without a path, a secret, a hotspot, suppressions, problems, notes in a row. */
export const webReview: FindingSet = findingSet(
  [
    finding(
      'PV101',
      40,
      'Untrusted value from the query parameter `q` (app/views.py line 12) reaches the text of a SQL query, so a caller can read or change any row.',
      {
        file: filePath('app/db.py'),
        region: { startLine: 40, startColumn: 12, endLine: 40, endColumn: 70 },
        snippet: '    cursor.execute(f"SELECT * FROM users WHERE name = \'{name}\'")',
        inTest: false,
        flows: [{ steps: sqlSteps }],
        fix: 'Pass the value as a bound parameter: cursor.execute("... WHERE name = %s", (name,)).',
        scope: 'find_user',
      },
    ),
    finding(
      'PV401',
      3,
      'A GitHub token (ghp_, 40 characters) is part of the source; whoever reads the repository can use it.',
      {
        file: filePath('app/settings.py'),
        region: { startLine: 3, startColumn: 9, endLine: 3, endColumn: 51 },
        secret: true,
        inTest: false,
        scope: '<module>',
      },
    ),
    finding(
      'PV513',
      21,
      'requests.get is called with verify=False: the server is not authenticated, so anybody on the way can answer for it.',
      {
        file: app,
        region: { startLine: 21, startColumn: 16, endLine: 21, endColumn: 55 },
        snippet: '\tresponse = requests.get(url, verify=False, timeout=10)',
        inTest: false,
      },
    ),
    finding('PV513', 30, 'requests.post is called with verify=False.', {
      file: app,
      inTest: false,
      suppression: { mark: '# noqa: S501', reason: 'internal host', file: app, line: 30 },
    }),
    finding(
      'PV310',
      9,
      'debug=True is read from the environment; check that it is off where others can reach the server.',
      {
        file: filePath('app/__main__.py'),
        ruleId: 'PV310/review',
        tier: 'hotspot',
        level: 'warning',
        severity: 6.5,
        inTest: false,
        region: { startLine: 9, startColumn: 5, endLine: 9, endColumn: 30 },
        snippet: '    app.run(debug=os.environ.get("DEBUG") == "1")',
      },
    ),
    ...[10, 20, 30, 40, 50].map((line) =>
      finding(
        'BP304',
        line,
        `test_${line} uses response["id"] unchecked; a short answer shows up as KeyError at line ${line + 1}.`,
        { file: filePath('tests/test_api.py'), rank: 2 },
      ),
    ),
    finding('BP303', 70, 'test_close ends green whether or not ValueError is raised.', {
      file: filePath('tests/test_api.py'),
      level: 'warning',
      rank: 3,
    }),
  ],
  {
    reviewed: { description: 'production code (Flask) and test code (pytest) for shop' },
    artifacts: [{ path: app, length: 900, sha256: 'cd'.repeat(32), encoding: 'utf-8' }],
    skipped: [
      { path: filePath('app/vendor/six.py'), reason: 'vendored', detail: 'folder vendor' },
      { path: filePath('app/big.py'), reason: 'too-large', detail: '6,100,000 bytes' },
    ],
    problems: [
      {
        id: 'PVN001',
        message: 'the file cannot be parsed from line 7: unexpected indent',
        file: filePath('app/broken.py'),
        line: 7,
        hidesCode: true,
      },
      {
        id: 'PVN005',
        message: 'rule PV513 failed on app/odd.py',
        file: filePath('app/odd.py'),
        rule: 'PV513',
        hidesCode: true,
      },
      { id: 'PVC002', message: 'the suppression names the unknown rule PV999', file: app, line: 5, hidesCode: false },
    ],
    coverage: {
      ...emptyCoverage,
      files: ['app/__main__.py', 'app/db.py', 'app/settings.py', 'app/views.py']
        .map((path) => ({ path: filePath(path), lines: 310, test: false, description: '' }))
        .concat([{ path: filePath('tests/test_api.py'), lines: 1200, test: true, description: 'pytest' }]),
      functions: 88,
      sinks: [
        {
          kind: 'sql',
          seen: 12,
          constant: 9,
          cleaned: 1,
          guarded: 0,
          noSource: 1,
          unresolved: 0,
          reported: 1,
          cleanedBy: ['`int()`'],
          guardedBy: [],
          unresolvedAt: [{ path: app, line: 12 }],
        },
      ],
      credited: [
        {
          path: app,
          line: 9,
          kind: 'guard',
          name: '`known()`',
          sinks: 2,
          kinds: ['sql'],
          refusedAt: { path: filePath('tests/test_api.py'), line: 14 },
        },
      ],
      inventory: new Map([['PV202', 3]]),
      deferred: new Map([['BP403', 'ruff ERA001']]),
      facts: ['41 of 620 TODO comments name an owner.'],
      unresolvedImports: 2,
    },
  },
);
