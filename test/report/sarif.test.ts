import type { Log, ReportingDescriptor, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import { problemKinds } from '../../src/base/problem.ts';
import type { FindingSet, FoundStep } from '../../src/findings/finding-set.ts';
import { render } from '../../src/report/render.ts';
import type { RuleView } from '../../src/report/rule-view.ts';
import type { RunFacts } from '../../src/report/run-facts.ts';
import {
  emptyCoverage,
  finding,
  findingSet,
  sampleOptions,
  sampleRules,
  sampleRun,
  seedReview,
  webReview,
} from './samples.ts';

function sarifOf(set: FindingSet, rules: readonly RuleView[] = sampleRules, run: RunFacts = sampleRun): Log {
  return render(set, rules, sampleOptions, run).sarif;
}

function onlyRun(log: Log) {
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

function resultsOf(set: FindingSet): Result[] {
  return onlyRun(sarifOf(set)).results ?? [];
}

function descriptorsOf(set: FindingSet, rules: readonly RuleView[] = sampleRules): ReportingDescriptor[] {
  return onlyRun(sarifOf(set, rules)).tool.driver.rules ?? [];
}

const web = onlyRun(sarifOf(webReview));

describe('the run', () => {
  test('names the tool, the category and the columns, and no machine', () => {
    expect(web.tool.driver).toMatchObject({ name: 'pyverdict', semanticVersion: '0.1.0' });
    expect(web.automationDetails).toEqual({ id: 'pyverdict/' });
    expect(web.columnKind).toBe('utf16CodeUnits');
    expect(web.originalUriBaseIds?.['SRCROOT']).not.toHaveProperty('uri');
    expect(JSON.stringify(sarifOf(webReview))).not.toContain('/checkout');
  });

  test('has the same name without findings and after a failure, which alone is unsuccessful', () => {
    const failed = onlyRun(
      sarifOf(findingSet([], { verdict: 'failed', coverage: { ...emptyCoverage, rulesRun: [] } })),
    );
    expect(failed.tool.driver.name).toBe('pyverdict');
    expect(failed.results).toEqual([]);
    expect(failed.invocations?.[0]?.executionSuccessful).toBe(false);
    expect(web.invocations?.[0]?.executionSuccessful).toBe(true);
  });

  test('differs between two runs in its times alone', () => {
    const later = { ...sampleRun, startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-01T00:00:01Z' };
    const timed = sarifOf(webReview, sampleRules, later);
    const [invocation] = timed.runs[0]?.invocations ?? [];
    expect(invocation).toMatchObject({ startTimeUtc: '2026-01-01T00:00:00Z', endTimeUtc: '2026-01-01T00:00:01Z' });
    delete invocation?.startTimeUtc;
    delete invocation?.endTimeUtc;
    expect(JSON.stringify(timed)).toBe(JSON.stringify(sarifOf(webReview)));
  });

  test('tells where the code came from, without credentials', () => {
    const repository = { ...sampleRun.repository!, serverUrl: 'https://user:token@github.example/' };
    const [provenance] =
      onlyRun(sarifOf(webReview, sampleRules, { ...sampleRun, repository })).versionControlProvenance ?? [];
    expect(provenance).toEqual({
      repositoryUri: 'https://github.example/openstack/nova',
      revisionId: sampleRun.repository!.sha,
      branch: 'main',
      mappedTo: { uriBaseId: 'SRCROOT' },
    });
    expect(onlyRun(sarifOf(webReview, sampleRules, { version: '0.1.0', ruleSetHash: 'x' }))).not.toHaveProperty(
      'versionControlProvenance',
    );
  });

  test('sorts results by path, line, column and rule, however they come in', () => {
    const backwards = { ...webReview, findings: [...webReview.findings].reverse() };
    expect(JSON.stringify(sarifOf(backwards))).toBe(JSON.stringify(sarifOf(webReview)));
    const places = web.results!.map((result) => result.locations![0]!.physicalLocation!.artifactLocation!.uri);
    expect(places).toEqual([...places].sort());
  });

  test('lists files that a result, a path or a problem names, with their facts', () => {
    const uris = web.artifacts!.map((artifact) => artifact.location!.uri);
    expect(uris).toEqual([
      'app/__main__.py',
      'app/broken.py',
      'app/db.py',
      'app/odd.py',
      'app/settings.py',
      'app/views.py',
      'tests/test_api.py',
    ]);
    expect(web.artifacts!.find((artifact) => artifact.location!.uri === 'app/views.py')).toMatchObject({
      length: 900,
      hashes: { 'sha-256': 'cd'.repeat(32) },
      encoding: 'utf-8',
      roles: ['analysisTarget'],
    });
  });
});

describe('rule descriptors', () => {
  test('stand for every rule that ran, with /review where findings can be to review', () => {
    expect(descriptorsOf(webReview).map((rule) => rule.id)).toEqual([
      'BP101',
      'BP151',
      'BP201',
      'BP303',
      'BP304',
      'BP407',
      'PV101',
      'PV101/review',
      'PV310/review',
      'PV401',
      'PV401/review',
      'PV513',
      'PV513/review',
    ]);
    const few = findingSet([], { coverage: { ...emptyCoverage, rulesRun: ['PV513'] } });
    expect(descriptorsOf(few).map((rule) => rule.id)).toEqual(['PV513', 'PV513/review']);
  });

  test('of a security rule carry severity, level, CWE tag and relationship', () => {
    const rule = web.tool.driver.rules!.find((item) => item.id === 'PV513')!;
    expect(rule).toMatchObject({
      name: 'CertValidationOff',
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '7.4', precision: 'very-high', 'problem.severity': 'error' },
      relationships: [{ target: { id: 'CWE-295', toolComponent: { name: 'CWE', index: 0 } }, kinds: ['superset'] }],
    });
    expect(rule.properties!.tags).toEqual(
      expect.arrayContaining(['security', 'external/cwe/cwe-295', 'python', 'transport']),
    );
    expect(rule.help!.markdown).toMatch(
      /Why cert-validation-off matters[^]*verify=False[^]*Do it without[^]*```python\nrequests.get\(url\)\n```[^]*CWE-295/,
    );
    expect(rule.help!.text).toBeTruthy();
  });

  test('of /review weigh at most 6.9 and are never an error', () => {
    const rule = web.tool.driver.rules!.find((item) => item.id === 'PV513/review')!;
    expect(rule.name).toBe('CertValidationOffReview');
    expect(rule.shortDescription!.text).toMatch(/ \(to review\)$/);
    expect(rule.properties!['security-severity']).toBe('6.9');
    expect(rule.defaultConfiguration!.level).toBe('warning');
  });

  test('take a raised or lowered case from the rule, whether or not it was found', () => {
    const rules = sampleRules.map((rule) =>
      rule.code === 'PV310' ? { ...rule, caseSeverity: { defect: 8.8 } } : rule,
    );
    const rule = descriptorsOf(findingSet([]), rules).find((item) => item.id === 'PV310')!;
    expect(rule.properties!['security-severity']).toBe('8.8');
  });

  test('of a practice rule have no security severity and no tag "security", whatever the rule says', () => {
    const rules = sampleRules.map((rule) =>
      rule.category === 'practice' ? { ...rule, tags: ['security', 'test'], severity: 9.9 } : rule,
    );
    const practice = descriptorsOf(webReview, rules).filter((rule) => rule.id.startsWith('BP'));
    expect(practice.length).toBeGreaterThan(5);
    for (const rule of practice) {
      expect(rule.properties).not.toHaveProperty('security-severity');
      expect(rule.properties!.tags).not.toContain('security');
      expect(rule.defaultConfiguration!.level).not.toBe('error');
    }
  });

  test("keep within GitHub's lengths", () => {
    const long = sampleRules.map((rule) => ({
      ...rule,
      title: 't'.repeat(500),
      why: 'w'.repeat(5000),
      tags: Array.from({ length: 30 }, (_, i) => `tag${i}`),
    }));
    for (const rule of descriptorsOf(webReview, long)) {
      expect(rule.shortDescription!.text.length).toBeLessThanOrEqual(120);
      expect(rule.fullDescription!.text.length).toBeLessThanOrEqual(900);
      expect(rule.properties!.tags!.length).toBeLessThanOrEqual(9);
    }
  });

  test('and CWE taxonomy agree', () => {
    const taxa = web.taxonomies![0]!.taxa!;
    for (const rule of web.tool.driver.rules!) {
      const tags = rule
        .properties!.tags!.filter((tag) => tag.startsWith('external/cwe/'))
        .map((tag) => Number(tag.slice('external/cwe/cwe-'.length)));
      const related = (rule.relationships ?? []).map(({ target }) => Number(target.id!.slice(4)));
      expect(related).toEqual(tags);
      for (const { target } of rule.relationships ?? []) expect(taxa[target.index!]!.id).toBe(target.id);
    }
    expect(taxa.find((taxon) => taxon.id === 'CWE-89')).toMatchObject({
      helpUri: 'https://cwe.mitre.org/data/definitions/89.html',
    });
  });
});

describe('results', () => {
  test('point to their rule, place and fingerprints', () => {
    for (const result of web.results!) {
      expect(web.tool.driver.rules![result.ruleIndex!]!.id).toBe(result.ruleId);
      expect(result.locations).toHaveLength(1);
      const { region } = result.locations![0]!.physicalLocation!;
      expect(region!.endLine).toBe(region!.startLine);
      expect(region).toMatchObject({ startColumn: expect.any(Number), endColumn: expect.any(Number) });
      expect(Object.keys(result.partialFingerprints!)).toEqual(['primaryLocationLineHash', 'pyverdictContext/v1']);
    }
  });

  test("name their level only where it is not the rule's", () => {
    const [lowered, usual] = resultsOf(
      findingSet([
        finding('PV513', 1, 'a', { ruleId: 'PV513/review', tier: 'hotspot', level: 'note', severity: 6.9 }),
        finding('PV513', 2, 'b'),
      ]),
    );
    expect(lowered!.level).toBe('note');
    expect(usual).not.toHaveProperty('level');
  });

  test('show the text of the region, and the statement around it', () => {
    const [result] = resultsOf(findingSet([finding('BP101', 92, 'm')]));
    const place = result!.locations![0]!.physicalLocation!;
    expect(place.region!.snippet).toEqual({ text: 'time.sleep(0.5)' });
    expect(place.contextRegion).toEqual({ startLine: 92, startColumn: 1, endLine: 93, endColumn: 40 });
  });

  test('have no context that is the region itself', () => {
    const region = { startLine: 2, startColumn: 13, endLine: 2, endColumn: 28 };
    const [result] = resultsOf(findingSet([finding('BP101', 2, 'm', { region, context: region })]));
    expect(result!.locations![0]!.physicalLocation).not.toHaveProperty('contextRegion');
  });

  test.each([
    ['dir/a b#c?.py', 'dir/a%20b%23c%3F.py'],
    ['a:b.py', 'a%3Ab.py'],
    ['é/(x)[y].py', '%C3%A9/%28x%29%5By%5D.py'],
    ['%2e%2e.py', '%252e%252e.py'],
    ['win\\dows.py', 'win%5Cdows.py'],
    ['lone\uD83D.py', 'lone%EF%BF%BD.py'],
  ])('encode the path %s', (path, uri) => {
    const [result] = resultsOf(findingSet([finding('BP101', 1, 'm', { file: filePath(path) })]));
    expect(result!.locations![0]!.physicalLocation!.artifactLocation).toEqual({ uri, uriBaseId: 'SRCROOT' });
  });

  test('escape brackets, braces and backslashes of messages, and make control characters visible', () => {
    const [result] = resultsOf(findingSet([finding('BP101', 1, 'x["a"] {0} \\d [t](1)\u202E\0')]));
    expect(result!.message.text).toBe('x\\["a"\\] {{0}} \\\\d \\[t\\](1)\\\\u202E\\\\u0000');
  });

  test('link the lines that a message names to their related locations', () => {
    const file = filePath('nova/tests/functional/regressions/test_bug_1718455.py');
    const region = (line: number) => ({ startLine: line, startColumn: 1, endLine: line, endColumn: 5 });
    const [result] = resultsOf(
      findingSet([
        finding(
          'BP304',
          71,
          'an IndexError at servers[0] (line 102), see line 10, line 1025 and a/b.py line 36 and other.py line 102',
          {
            file,
            related: [
              { file, region: region(102), message: 'indexed here' },
              { file: filePath('a/b.py'), region: region(36), message: 'defined [here]' },
            ],
          },
        ),
      ]),
    );
    expect(result!.message.text).toBe(
      'an IndexError at servers\\[0\\] ([line 102](1)), see line 10, line 1025 and [a/b.py line 36](2) and other.py line 102',
    );
    expect(result!.relatedLocations!.map(({ id, message }) => [id, message!.text])).toEqual([
      [1, 'indexed here'],
      [2, 'defined \\[here\\]'],
    ]);
  });

  test('count the places that are not related locations, unless the message does', () => {
    const related = Array.from({ length: 30 }, (_, index) => ({
      file: filePath('a.py'),
      region: { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 2 },
      message: 'also here',
    }));
    const [counted, said] = resultsOf(
      findingSet([
        finding('BP201', 1, 'u is repeated.', { related, furtherPlaces: 5 }),
        finding('BP201', 2, 'u is repeated (and 45 more in this function).', { related, furtherPlaces: 5 }),
      ]),
    );
    expect(counted!.relatedLocations).toHaveLength(20);
    expect(counted!.message.text).toBe('u is repeated. And 15 more places.');
    expect(said!.message.text).toBe('u is repeated (and 45 more in this function).');
  });

  test("say the fix in the words of the place, not the rule's own", () => {
    const [own, general] = resultsOf(
      findingSet([
        finding('BP101', 1, 'Polls.', { fix: 'Use wait_for() of helpers.py.' }),
        finding('BP101', 2, 'Polls.'),
      ]),
    );
    expect(own!.message.text).toBe('Polls. Use wait_for() of helpers.py.');
    expect(general!.message.text).toBe('Polls.');
  });

  test('never show a line that holds a secret, in any output', () => {
    const secret = 'ghp_' + '0123456789'.repeat(3);
    const place = {
      file: filePath('s.py'),
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 9 },
      snippet: `key = "${secret}"`,
    };
    const set = findingSet([
      finding('PV401', 1, 'A token (ghp_, 34 characters).', {
        ...place,
        secret: true,
        related: [{ ...place, message: 'also here' }],
        flows: [{ steps: [{ ...place, kind: 'source', message: 'read', depth: 0 }] }],
      }),
    ]);
    const report = render(set, sampleRules, sampleOptions, sampleRun);
    const outputs = [
      JSON.stringify(report.sarif),
      JSON.stringify(report.json),
      report.console(sampleOptions),
      report.summary({ truncated: false, omitted: 0 }),
    ];
    for (const output of outputs) {
      expect(output).toContain('34 characters');
      expect(output).not.toContain(secret);
    }
    expect(outputs[0]).toContain('holds a secret');
  });

  test('have a text even if the message is empty', () => {
    const [result] = resultsOf(findingSet([finding('BP101', 1, ' ')]));
    expect(result!.message.text).toBe('Sleep in a polling loop.');
  });

  test('keep suppressions, with the comment and its reason', () => {
    const suppressed = web.results!.filter((result) => result.suppressions);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]!.suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'internal host',
        properties: { mark: '# noqa: S501' },
        location: {
          physicalLocation: {
            artifactLocation: { uri: 'app/views.py', uriBaseId: 'SRCROOT' },
            region: { startLine: 30 },
          },
        },
      },
    ]);
  });

  test('mark what the baseline knows as external', () => {
    const [known, fresh] = resultsOf(
      findingSet([finding('PV513', 1, 'a', { baseline: 'unchanged' }), finding('PV513', 2, 'b', { baseline: 'new' })]),
    );
    expect(known).toMatchObject({
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external', status: 'accepted' }],
    });
    expect(fresh!.baselineState).toBe('new');
    expect(fresh).not.toHaveProperty('suppressions');
  });
});

describe('code flows', () => {
  const step = (line: number, kind: FoundStep['kind'], depth = 0): FoundStep => ({
    file: filePath('app.py'),
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: 2 },
    kind,
    depth,
    message: `step ${line}`,
  });
  const path = (length: number): FoundStep[] =>
    Array.from({ length }, (_, index) =>
      step(
        index + 1,
        index === 0 ? 'source' : index === length - 1 ? 'sink' : index % 25 === 0 ? 'call' : 'assignment',
      ),
    );

  test('hold steps inline, with order, depth and importance', () => {
    const [result] = resultsOf(
      findingSet([
        finding('PV101', 9, 'm', {
          flows: [{ steps: [step(1, 'source'), step(2, 'assignment', 1), step(9, 'sink', 1)] }],
        }),
      ]),
    );
    expect(result!.codeFlows).toHaveLength(1);
    const { locations } = result!.codeFlows![0]!.threadFlows[0]!;
    expect(
      locations.map(({ kinds, importance, nestingLevel, executionOrder }) => [
        kinds,
        importance,
        nestingLevel,
        executionOrder,
      ]),
    ).toEqual([
      [['source'], 'essential', 0, 1],
      [['assignment'], 'unimportant', 1, 2],
      [['sink'], 'essential', 1, 3],
    ]);
    expect(locations.every((item) => item.location && item.index === undefined)).toBe(true);
  });

  test('are the four shortest', () => {
    const [result] = resultsOf(
      findingSet([finding('PV101', 9, 'm', { flows: [7, 3, 5, 6, 4].map((length) => ({ steps: path(length) })) })]),
    );
    expect(result!.codeFlows!.map((flow) => flow.threadFlows[0]!.locations.length)).toEqual([3, 4, 5, 6]);
  });

  test('of a long path keep source, both ends and the calls between, and say what is gone', () => {
    const [result] = resultsOf(findingSet([finding('PV101', 9, 'm', { flows: [{ steps: path(100) }] })]));
    const { locations } = result!.codeFlows![0]!.threadFlows[0]!;
    const lines = locations.map((item) => item.location!.physicalLocation!.region!.startLine);
    expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 26, 51, 76, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
    expect(locations[11]!.location!.message!.text).toBe('… 14 steps omitted; step 26');
    expect(locations.at(-1)!.executionOrder).toBe(100);
    const calls = Array.from({ length: 200 }, (_, index) => step(index + 1, 'call', index));
    const [many] = resultsOf(findingSet([finding('PV101', 9, 'm', { flows: [{ steps: calls }] })]));
    expect(many!.codeFlows![0]!.threadFlows[0]!.locations).toHaveLength(32);
  });

  test('have their source linked in the message', () => {
    const source = web.results!.find((result) => result.ruleId === 'PV101')!;
    expect(source.message.text).toContain('([app/views.py line 12](1))');
    const [unsaid] = resultsOf(
      findingSet([finding('PV101', 9, 'A value reaches SQL.', { flows: [{ steps: path(3) }] })]),
    );
    expect(unsaid!.message.text).toBe('A value reaches SQL. The value comes from [app.py line 1](1).');
    expect(unsaid!.relatedLocations![0]).toMatchObject({ id: 1, message: { text: 'step 1' } });
  });
});

describe('notifications', () => {
  const [invocation] = web.invocations!;

  test('hold problems and skipped files, configuration apart', () => {
    expect(invocation!.toolExecutionNotifications!.map(({ descriptor, level }) => [descriptor!.id, level])).toEqual([
      ['PVN001', 'warning'],
      ['PVN005', 'error'],
      ['PVN002', 'note'],
      ['PVN002', 'note'],
    ]);
    expect(invocation!.toolConfigurationNotifications!.map(({ descriptor }) => descriptor!.id)).toEqual(['PVC002']);
    expect(invocation!.toolExecutionNotifications![1]!.associatedRule).toMatchObject({ id: 'PV513' });
    expect(invocation!.toolExecutionNotifications![0]!.locations![0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'app/broken.py', uriBaseId: 'SRCROOT' },
      region: { startLine: 7 },
    });
  });

  test('point to their descriptors', () => {
    const all = [...invocation!.toolExecutionNotifications!, ...invocation!.toolConfigurationNotifications!];
    for (const { descriptor } of all)
      expect(web.tool.driver.notifications![descriptor!.index!]!.id).toBe(descriptor!.id);
    expect(web.tool.driver.notifications).toHaveLength(Object.keys(problemKinds).length);
  });

  test('name twenty skipped files of a reason and count the rest', () => {
    const skipped = Array.from({ length: 50 }, (_, index) => ({
      path: filePath(`v/${index}.py`),
      reason: 'vendored' as const,
      detail: 'v',
    }));
    const notes = onlyRun(sarifOf(findingSet([], { skipped }))).invocations![0]!.toolExecutionNotifications!;
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)!.message.text).toBe('Skipped: 30 more files (vendored).');
  });
});

test('the seed review is five notes', () => {
  expect(
    resultsOf(seedReview).map((result) => [result.ruleId, result.locations![0]!.physicalLocation!.region!.startLine]),
  ).toEqual([
    ['BP407', 64],
    ['BP201', 66],
    ['BP304', 71],
    ['BP151', 85],
    ['BP101', 92],
  ]);
});
