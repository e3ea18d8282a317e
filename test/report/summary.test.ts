import { describe, expect, test } from 'vitest';
import type { Options } from '../../src/base/options.ts';
import { filePath } from '../../src/base/file-path.ts';
import type { FindingSet, FoundStep } from '../../src/findings/finding-set.ts';
import type { DeliveryOutcome } from '../../src/report/delivery-outcome.ts';
import { render } from '../../src/report/render.ts';
import type { RunFacts } from '../../src/report/run-facts.ts';
import { assemble } from '../../src/report/summary/budget.ts';
import { flowDiagram, nodeText } from '../../src/report/summary/flow-diagram.ts';
import {
  emptyCoverage,
  finding,
  findingSet,
  sampleOptions,
  sampleOutcome,
  sampleRules,
  sampleRun,
  seedReview,
  webReview,
} from './samples.ts';

function summaryOf(
  set: FindingSet,
  outcome: DeliveryOutcome = sampleOutcome,
  run: RunFacts = sampleRun,
  options: Options = sampleOptions,
): string {
  return render(set, sampleRules, options, run).summary(outcome);
}

const commandLine: RunFacts = { version: '0.1.0', ruleSetHash: 'abc' };
const nothingDelivered: DeliveryOutcome = { truncated: false, omitted: 0 };
const paragraphs = (text: string): string[] => text.trimEnd().split('\n\n');

test('what is new stands in one table only', () => {
  const comparison = { by: 'git' as const, base: 'a'.repeat(40), baseScanned: true, lostChecks: [] };
  const changed = { ...sampleOptions, scope: 'changed-lines' as const };
  const one = (line: number, touched: boolean) =>
    finding('PV513', line, `call ${line}`, { change: { touched, fresh: touched } });
  const section = (lines: readonly (readonly [number, boolean])[]): string => {
    const set = findingSet(
      lines.map(([line, touched]) => one(line, touched)),
      { comparison },
    );
    return summaryOf(set, sampleOutcome, sampleRun, changed)
      .split('### Security findings\n\n')[1]!
      .split('\n\n###')[0]!;
  };
  expect(section([[1, true]])).toBe('The one there is stands in the table above.');
  expect(
    section([
      [1, true],
      [2, true],
    ]),
  ).toBe('Both stand in the table above.');
  const mixed = section([
    [1, true],
    [2, false],
  ]);
  expect(mixed.match(/^\| high/gm)).toHaveLength(1);
  expect(mixed).toContain('call 2');
  expect(mixed).toMatch(/\n\n1 more stands in the table above\.$/);
  expect(section([[2, false]]).match(/^\| high/gm)).toHaveLength(1);
});

describe('the top', () => {
  test('is verdict, header and status', () => {
    expect(paragraphs(summaryOf(seedReview)).slice(0, 4)).toEqual([
      '## pyverdict: no explicit security defects found',
      '**No explicit security defects found in what was analysed: 1 Python file, 4 security rules · injection not examined.**',
      'Reviewed: test code (functional, testtools) for Nova, 1 file, 126 lines. Subject: regression test for bug 1718455.',
      '0 defects · 0 to review · 5 practice notes · gate passed (fail-on: high) · uploaded to code scanning: ' +
        '[alerts](https://github.example/openstack/nova/security/code-scanning?query=is%3Aopen+branch%3Amain+tool%3Apyverdict) (maintainers)',
    ]);
  });

  test('says first what an incomplete answer lacks', () => {
    const problems = Array.from({ length: 5 }, (_, index) => ({
      id: 'PVN001' as const,
      message: `m${index}.py has a syntax error at line 3.`,
      file: filePath(`m${index}.py`),
      hidesCode: true,
    }));
    const set = findingSet([], { verdict: 'incomplete', problems });
    expect(paragraphs(summaryOf(set))[2]!.split('\n')).toEqual([
      '- <code>m0&#46;py</code> has a syntax error at line 3.',
      '- <code>m1&#46;py</code> has a syntax error at line 3.',
      '- <code>m2&#46;py</code> has a syntax error at line 3.',
      '- and 2 more, listed below',
    ]);
  });

  test('says "new in" where a finding is not on a changed line', () => {
    const comparison = { by: 'git' as const, base: 'a'.repeat(40), baseScanned: true, lostChecks: [] };
    const changed = { ...sampleOptions, scope: 'changed-lines' as const };
    const there = (touched: boolean) => finding('PV513', 1, 'm', { change: { touched, fresh: true } });
    const words = (set: FindingSet): string => paragraphs(summaryOf(set, sampleOutcome, sampleRun, changed))[1]!;
    expect(words(findingSet([there(true)], { comparison }))).toContain(
      '1 of them on lines changed in this pull request.',
    );
    expect(words(findingSet([there(false)], { comparison }))).toContain('1 of them new in this pull request.');
  });

  test.each([
    ['defects', webReview, '**3 security defects found: 1 critical, 2 high.**'],
    ['one defect', findingSet([finding('PV513', 1, 'm')]), '**1 security defect found: 1 high.**'],
    [
      'incomplete',
      findingSet([], { verdict: 'incomplete', problems: webReview.problems.slice(0, 1) }),
      '**Incomplete: no security defects found, but 1 of 2 files could not be analysed.**',
    ],
    ['failed', findingSet([], { verdict: 'failed' }), '**Failed: the analysis did not finish.**'],
    [
      'nothing missing',
      findingSet([]),
      '**No explicit security defects found in what was analysed: 1 Python file, 4 security rules.**',
    ],
  ])('has the words of the verdict: %s', (_, set, words) => {
    expect(paragraphs(summaryOf(set))[1]).toBe(words);
  });

  test('names every family that was not examined', () => {
    const set = findingSet([], {
      coverage: { ...emptyCoverage, familiesNotExamined: ['injection', 'AI and supply chain'] },
    });
    expect(paragraphs(summaryOf(set))[1]).toContain(' · injection, AI and supply chain not examined.');
  });

  test('is never softened by notes, hotspots or suppressed defects', () => {
    const top = (set: FindingSet) => paragraphs(summaryOf(set)).slice(0, 2);
    const notes = findingSet([
      finding('BP303', 1, 'm', { level: 'warning' }),
      finding('PV310', 2, 'm', { ruleId: 'PV310/review', tier: 'hotspot', severity: 6.5 }),
      finding('PV513', 3, 'm', { suppression: { mark: '# noqa', reason: '', file: filePath('a.py'), line: 3 } }),
    ]);
    expect(top(notes)).toEqual(top(findingSet([])));
    expect(paragraphs(summaryOf(notes))[3]).toMatch(
      /^0 defects · 1 to review · 1 practice note · 1 suppressed in source/,
    );
  });

  test.each<[string, DeliveryOutcome, string]>([
    [
      'a failed gate',
      {
        ...nothingDelivered,
        gate: { result: 'failed', text: '1 security defect of severity high or above (fail-on: high)' },
      },
      ' · **gate failed**: 1 security defect of severity high or above (fail-on: high)',
    ],
    [
      'a fork',
      {
        ...nothingDelivered,
        upload: { status: 'skipped', reason: 'fork', remedy: 'Pull requests from forks run with a read-only token.' },
      },
      ' · not uploaded (fork): Pull requests from forks run with a read-only token.',
    ],
    [
      'no permission',
      {
        ...nothingDelivered,
        upload: {
          status: 'failed',
          reason: 'no-permission',
          remedy: 'Give the job `permissions: security-events: write`.',
          serverMessage: 'no <b>',
        },
      },
      ' · upload failed (no-permission): Give the job <code>permissions&#58; security&#45;events&#58; write</code>. GitHub says: <code>no &#60;b&#62;</code> The findings are below and in `results.sarif`.',
    ],
    ['nothing to upload', nothingDelivered, '0 practice notes'],
  ])('tells of %s', (_, outcome, end) => {
    expect(paragraphs(summaryOf(findingSet([]), outcome))[3]).toMatch(
      new RegExp(`${end.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
    );
  });

  test('links the alerts of the pull request, and names a category of its own', () => {
    const run = { ...sampleRun, repository: { ...sampleRun.repository!, pullRequest: 7 } };
    const text = summaryOf(seedReview, sampleOutcome, run, { ...sampleOptions, category: 'pyverdict-api' });
    expect(text).toContain('query=is%3Aopen+pr%3A7+tool%3Apyverdict');
    expect(text).toContain(' · category <code>pyverdict&#45;api</code>');
    const branch = { ...sampleRun, repository: { ...sampleRun.repository!, branch: 'a b)(c' } };
    expect(summaryOf(seedReview, sampleOutcome, branch)).toContain('+branch%3A%22a%20b%29%28c%22+');
  });
});

test('marks of flaky tests are counted', () => {
  const [sample] = sampleRules.filter(({ code }) => code === 'BP151');
  const rules = [...sampleRules, { ...sample!, code: 'BP164' }, { ...sample!, code: 'BP165' }];
  const file = filePath('tests/test_sync.py');
  const places = (...lines: number[]) => ({ allPlaces: lines.map((line) => ({ file, line })) });
  const told = (...notes: Parameters<typeof findingSet>[0]) =>
    render(findingSet(notes), rules, sampleOptions, sampleRun).summary(sampleOutcome);
  const rerun = finding('BP164', 3, 'test_sync is rerun until it passes.', places(3));
  const skipped = finding('BP165', 9, 'test_order does not count: "flaky".', places(9, 20, 31));
  expect(told(rerun, skipped)).toContain('- 4 tests are marked flaky.');
  expect(told(rerun)).toContain('- 1 test is marked flaky.');
});

describe('findings', () => {
  test('are tables of defects and of hotspots, linked to the line at the commit', () => {
    const text = summaryOf(webReview);
    const rows = text.split('\n').filter((line) => /^\| (critical|high|medium|low) /.test(line));
    expect(rows.map((row) => row.split(' | ')[1]!.slice(0, 5))).toEqual(['PV401', 'PV101', 'PV513', 'PV310']);
    expect(rows[2]).toBe(
      '| high | PV513 <code>cert&#45;validation&#45;off</code> | [<code>app/views&#46;py&#58;21</code>]' +
        '(https://github.example/openstack/nova/blob/0123456789abcdef0123456789abcdef01234567/app/views.py#L21) | ' +
        '<code>requests&#46;get</code> is called with <code>verify=False</code>: the server is not authenticated, so anybody on the way can answer for it.' +
        '<br>**Fix:** Do it without cert-validation-off. | [295](https://cwe.mitre.org/data/definitions/295.html) |',
    );
    expect(text.indexOf('### Security findings')).toBeLessThan(text.indexOf('### To review'));
  });

  test('say what else is known, in the summary and on the console', () => {
    const evidence = ['No test calls this handler: none mentions `show` or `/users/<id>`.'];
    const set = findingSet([finding('PV101', 3, 'q', { evidence })]);
    expect(summaryOf(set)).toContain(
      '<br>No test calls this handler: none mentions <code>show</code> or <code>/users/&#60;id&#62;</code>. |',
    );
    expect(render(set, sampleRules, sampleOptions, sampleRun).console(sampleOptions)).toContain(`  ${evidence[0]}\n`);
    expect(summaryOf(webReview)).toContain(
      '(2 sinks; a test sees it refuse: <code>tests/test&#95;api&#46;py</code> line 14)',
    );
  });

  test('have no links on the command line', () => {
    const text = summaryOf(webReview, nothingDelivered, commandLine);
    expect(text).toContain('| <code>app/views&#46;py&#58;21</code> |');
    expect(text.replaceAll(/\[\d+\]\(https:\/\/cwe\.mitre\.org[^)]*\)/g, '')).not.toContain('](');
  });

  test('are at most 50 and 20 rows, the rest counted', () => {
    const many = findingSet([
      ...Array.from({ length: 70 }, (_, index) => finding('PV513', index + 1, 'm')),
      ...Array.from({ length: 30 }, (_, index) =>
        finding('PV310', index + 1, 'm', { ruleId: 'PV310/review', tier: 'hotspot', severity: 6.5 }),
      ),
    ]);
    const text = summaryOf(many);
    expect(text.match(/^\| high /gm)).toHaveLength(50);
    expect(text.match(/^\| medium /gm)).toHaveLength(20);
    expect(text).toContain('20 more in `results.sarif`.');
    expect(text).toContain('10 more in `results.sarif`.');
  });

  test('that the baseline lacks come first', () => {
    const text = summaryOf(
      findingSet([
        finding('PV513', 1, 'old', { baseline: 'unchanged' }),
        finding('PV513', 2, 'fresh', { baseline: 'new' }),
        finding('BP101', 3, 'n', { baseline: 'new' }),
      ]),
    );
    const section = text.slice(text.indexOf('### New since the baseline'), text.indexOf('### Security findings'));
    expect(section).toContain('fresh');
    expect(section).not.toContain('old');
    expect(section).toContain('1 new practice note.');
    expect(summaryOf(webReview)).not.toContain('### New');
  });
});

describe('data flow', () => {
  const steps = (count: number): FoundStep[] =>
    Array.from({ length: count }, (_, index) => ({
      file: filePath('a.py'),
      region: { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 2 },
      kind: index === 0 ? 'source' : index === count - 1 ? 'sink' : 'assignment',
      depth: 0,
      message: `step "${index + 1}"`,
    }));

  test('is a list of steps and a diagram, folded away', () => {
    const text = summaryOf(webReview);
    const details = text.slice(text.indexOf('### Data flow'), text.indexOf('### Best-practice'));
    expect(details).toMatch(
      /<details>\n<summary>PV101 <code>sql&#45;injection<\/code> at <code>app\/db&#46;py<\/code> line 40<\/summary>\n\n1\. /,
    );
    expect(details).toContain('4. [<code>app/db&#46;py&#58;40</code>]');
    expect(details).toContain(
      '```mermaid\nflowchart TD\n  n0["source#58; request.args#91;#34;q#34;#93;<br/>app/views.py#58;12"]',
    );
    expect(details).toContain('  n2 --> n3\n```\n\n</details>');
  });

  test('with two steps shows no more than the list', () => {
    expect(flowDiagram(steps(2))).toBeUndefined();
  });

  test.each([3, 12, 13, 40, 300])('with %i steps has at most 12 nodes', (count) => {
    const diagram = flowDiagram(steps(count))!;
    const nodes = diagram.match(/^ {2}n\d+\[/gm)!.length;
    expect(nodes).toBeLessThanOrEqual(12);
    expect(diagram.match(/-->/g)).toHaveLength(nodes - 1);
    expect(diagram.includes('#8230; ')).toBe(count > 12);
    expect(diagram).toContain(`step #34;${count}#34;`);
  });

  test('of more than five findings is counted', () => {
    const text = summaryOf(
      findingSet(
        Array.from({ length: 8 }, (_, index) => finding('PV101', index + 1, 'm', { flows: [{ steps: steps(3) }] })),
      ),
    );
    expect(text.match(/```mermaid/g)).toHaveLength(5);
    expect(text).toContain('3 more paths in `results.sarif`.');
  });

  test.each([
    '"]; click a0 href "javascript:1"',
    '<img onerror>',
    '#quot; #60; end',
    '%%{init: {}}%%',
    'é 😀',
    '`x` **y**',
  ])('label %s holds nothing that Mermaid reads', (text) => {
    expect(nodeText(text).replace(/#\d+;/g, '')).toMatch(/^[A-Za-z0-9 ._/-]*$/);
  });
});

describe('practice notes', () => {
  test('are the paragraphs of the families, in order, with their evidence', () => {
    const text = summaryOf(seedReview);
    const titles = [...text.matchAll(/^\*\*([^*]+)\.\*\* (.*)$/gm)].map((match) => `${match[1]}: ${match[2]}`);
    expect(titles).toEqual([
      'Waiting: 1 place waits by sleeping and looking again.',
      'Potential for flakiness: 1 place can pass or fail with machine speed, order or environment.',
      'Hardcoded values: 1 literal stands for something defined elsewhere.',
      'Error handling: 1 place would fail without saying why.',
      'Comments: 1 helper or constant lacks the reason.',
    ]);
    expect(text).toContain(
      '- [line 85](https://github.example/openstack/nova/blob/0123456789abcdef0123456789abcdef01234567/nova/tests/functional/regressions/test_bug_1718455.py#L85): ' +
        'the budget of 10 x 0.5 s = 5 s is fixed in <code>&#95;wait&#95;for&#95;migration&#95;status</code>; the last look is at 4.5 s. Nothing says why 10 and 0.5. (BP151)',
    );
    expect(text).toContain('- 2 of 7 comment blocks give a reason.');
    expect(text).not.toContain('marked flaky');
    expect(text).toContain('Use the shared helper <code>&#95;wait&#95;for&#95;state&#95;change</code>');
    expect(text).toContain(
      "Looked at: waiting, flakiness, hardcoded values, error handling, comments. These are notes on the files given; they say nothing about the system's behaviour at run time or about its dependencies.",
    );
  });

  test('of one rule in one file are one line above three', () => {
    const notes = (count: number) =>
      findingSet(Array.from({ length: count }, (_, index) => finding('BP101', index + 1, `message ${index}.`)));
    const evidence = (count: number) =>
      summaryOf(notes(count))
        .split('\n')
        .filter((line) => line.includes('(BP101)'));
    expect(evidence(3)).toHaveLength(3);
    expect(evidence(15)).toHaveLength(1);
    expect(evidence(15)[0]).toContain('message 0. And 14 more like it in this file.');
    expect(summaryOf(notes(15))).toContain('15 places wait by sleeping and looking again.');
  });

  test('are at most five for a family, the rest counted', () => {
    const text = summaryOf(
      findingSet(
        Array.from({ length: 9 }, (_, index) =>
          finding('BP201', index + 1, `m ${index}`, { file: filePath(`t${index}.py`) }),
        ),
      ),
    );
    expect(text.match(/\(BP201\)/g)).toHaveLength(5);
    expect(text).toContain('- and 4 more (see the Security tab / SARIF)');
  });

  test("that the family's sentences do not fit are counted apart and bring their own advice", () => {
    const text = summaryOf(findingSet([finding('BP303', 1, 'test_x ends green.', { level: 'warning' })]));
    expect(text).toContain('**Error handling.** 1 note.\n\n- ');
    expect(text).toMatch(/test_x|test&#95;x<\/code> ends green\. Use <code>assertRaises<\/code>\. \(BP303\)/);
    expect(text).not.toContain('IndexError');
  });

  test('in production code have no words about tests', () => {
    const text = summaryOf(findingSet([finding('BP201', 1, 'm', { inTest: false })]));
    expect(text).toContain('this code fails far from the cause');
    expect(text).not.toContain('these tests');
  });

  test('of rules of the checkout have a paragraph, too', () => {
    const own = { ...sampleRules[0]!, code: 'ACME001', id: 'own-rule', family: 'acme <b>' };
    const text = render(
      findingSet([finding('ACME001', 1, 'm.', { tier: 'note', level: 'note' })]),
      [...sampleRules, own],
      sampleOptions,
      sampleRun,
    ).summary(sampleOutcome);
    expect(text).toContain('**acme <code>&#60;b&#62;</code>.** 1 note.');
  });

  test('that are none are said to be none', () => {
    expect(summaryOf(findingSet([]))).toContain(
      'No practice notes in 1 file of test code and 0 of production code.\n\nLooked at: ',
    );
  });
});

describe('the rest', () => {
  test('says what was analysed, what was not, and what was suppressed', () => {
    const text = summaryOf(webReview);
    for (const part of [
      '- 5 Python files, 2,440 lines, 88 functions; 4 security rules, 6 practice rules.',
      '- SQL: 12 places seen: 1 reported, 9 constant or bound, 1 cleaned by <code>int&#40;&#41;</code>, 1 that no untrusted value reaches.',
      '- Left to the linters this project has: <code>BP403</code> (ruff <code>ERA001</code>).',
      '- Skipped: 1 too large, 1 vendored.',
      '<summary>1 security finding suppressed in source</summary>',
      'by <code>&#35; noqa&#58; S501</code>, reason: <code>internal host</code>',
    ])
      expect(text).toContain(part);
  });

  test('ends with caveat and facts of the run', () => {
    const [caveat, footer] = paragraphs(summaryOf(webReview)).slice(-2);
    expect(caveat).toMatch(/^> The verdict covers only the code analysed, by static rules\./);
    expect(footer).toMatch(
      /^<sub>pyverdict <code>0&#46;1&#46;0<\/code> · 1\.2 s · commit \[<code>0123456789ab<\/code>\]\(.*\) · rule set <code>3f1c8a20d94b<\/code>/,
    );
  });

  test('is left out of the short form, all but verdict, caveat and facts', () => {
    const short = { ...sampleOptions, outputs: { ...sampleOptions.outputs, summaryStyle: 'short' as const } };
    const text = paragraphs(summaryOf(webReview, sampleOutcome, sampleRun, short));
    expect(text.map((part) => part.slice(0, 8))).toEqual([
      '## pyver',
      '**3 secu',
      'Reviewed',
      '3 defect',
      '> The ve',
      '<sub>pyv',
    ]);
  });

  test('is nothing where no summary is wanted', () => {
    const none = { ...sampleOptions, outputs: { ...sampleOptions.outputs, summaryStyle: 'none' as const } };
    expect(summaryOf(webReview, sampleOutcome, sampleRun, none)).toBe('');
  });
});

describe('the budget', () => {
  const section = (priority: number, ...forms: string[]) => ({ priority, forms });

  test('keeps the order of the sections and the richest forms that fit', () => {
    const sections = [
      section(0, 'top'),
      section(2, 'b'.repeat(50), 'b'),
      section(1, 'a'.repeat(50), 'a'),
      section(0, 'end'),
    ];
    expect(assemble(sections, { target: 1000, hardStop: 1000 })).toBe(
      `top\n\n${'b'.repeat(50)}\n\n${'a'.repeat(50)}\n\nend\n`,
    );
    expect(assemble(sections, { target: 80, hardStop: 1000 })).toBe(`top\n\nb\n\n${'a'.repeat(50)}\n\nend\n`);
    expect(assemble(sections, { target: 30, hardStop: 1000 })).toBe('top\n\nb\n\na\n\nend\n');
    expect(assemble(sections, { target: 5, hardStop: 1000 })).toBe('top\n\nend\n');
  });

  test('counts bytes, not characters', () => {
    expect(assemble([section(1, '漢'.repeat(10), 'x')], { target: 20, hardStop: 100 })).toBe('x\n');
  });
});
