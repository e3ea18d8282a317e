import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SinkAnswer } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import { answerAlerts } from '../../src/findings/alert-answers.ts';
import type { ForeignAlert } from '../../src/findings/foreign-alerts.ts';
import { readForeignAlerts } from '../../src/findings/foreign-alerts.ts';
import { ruleTable } from '../../src/findings/rule-view.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import { rule, settled, smallProject } from './small-project.ts';

const read = (content: unknown) => {
  const root = temporaryDirectory();
  const file = join(root, 'other.sarif');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readForeignAlerts(file, root);
};
const at = (uri: string, startLine: number, more: object = {}) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine, ...more } } }],
});

describe('alerts of another tool', () => {
  test('ids by name, by object, by index; paths of every form', () => {
    const root = temporaryDirectory();
    const file = join(root, 'x.sarif');
    const results = [
      { ruleId: 'B608', message: { text: 'm' }, ...at('./app/a%20b.py', 3, { endLine: 5 }) },
      { rule: { id: 'B602' }, ...at(`file://${root}/app/c.py`, 1) },
      { ruleIndex: 0, ...at('d.py', 2) },
      { ruleId: 'B1' },
      null,
    ];
    const driver = { name: 'Bandit', rules: [{ id: 'B101' }] };
    writeFileSync(file, JSON.stringify({ runs: [{ tool: { driver }, results }] }));
    const { alerts, unplaced } = readForeignAlerts(file, root);
    expect(alerts.map(({ form, rule: id, path, line, endLine }) => [form, id, path, line, endLine])).toEqual([
      ['nosec', 'B608', 'app/a b.py', 3, 5],
      ['nosec', 'B602', 'app/c.py', 1, 1],
      ['nosec', 'B101', 'd.py', 2, 2],
    ]);
    expect(unplaced).toBe(2);
  });
  test.each(['{', '[]', 'null'])('%j is refused', (text) => {
    expect(() => read(text)).toThrow(/SARIF/);
  });
  test('a hostile address is a name like any other', () => {
    const { alerts } = read({
      runs: [
        {
          results: [
            { ruleId: 'x', ...at('%zz::error::', 1) },
            { ruleId: 'x', ...at('../../etc/passwd', 1) },
          ],
        },
      ],
    });
    expect(alerts.map(({ path }) => path)).toEqual(['%zz::error::', '../../etc/passwd']);
  });
});

describe('answers', () => {
  const project = smallProject({ 'a.py': 'run(1)\nquery(\n    2,\n)\nclean(3)\nodd(4)\nquiet(5)\n' });
  const rules = [
    rule('PV101', { peers: { bandit: ['B608'] } }),
    rule('PV102', { peers: { bandit: ['B602'], semgrep: ['python.lang.shell'] } }),
    rule('PV103', { peers: { bandit: ['B310'] } }),
  ];
  const set = settled(project, [project.detect('a.py', 'PV102', 'run(1)')], rules.slice(0, 2));
  const sink = (line: number, endLine: number, outcome: SinkAnswer['outcome'], by: string[] = []): SinkAnswer => ({
    path: filePath('a.py'),
    line,
    endLine,
    kind: 'sql',
    outcome,
    by,
  });
  const sinkAnswers = [sink(2, 4, 'constant'), sink(5, 5, 'cleaned', ['int()']), sink(6, 6, 'unresolved')];
  const alert = (id: string, line: number, more: Partial<ForeignAlert> = {}): ForeignAlert => ({
    tool: 'Bandit',
    form: 'nosec',
    rule: id,
    message: 'm',
    path: 'a.py',
    line,
    endLine: line,
    ...more,
  });
  const answer = (one: ForeignAlert): string => {
    const [found] = answerAlerts(
      [one],
      { ...set, coverage: { ...set.coverage, sinkAnswers } },
      ruleTable(rules),
      (code) => (code === 'PV101' ? ['sql'] : []),
    );
    return `${found!.kind}: ${found!.why}`;
  };
  test.each<[ForeignAlert, string]>([
    [alert('B602', 1), 'confirmed: PV102: PV102 here.'],
    [alert('rules.python.lang.shell', 1, { form: 'nosemgrep' }), 'confirmed: PV102: PV102 here.'],
    [alert('B608', 3), 'contradicted: What reaches the call is constant or bound.'],
    [alert('B608', 5), 'contradicted: What reaches the call is cleaned by int().'],
    [alert('B608', 2, { endLine: 6 }), 'not-found: The type of the receiver is not known, so PV101 says nothing.'],
    [alert('B608', 7), 'not-found: PV101 ran and found nothing there.'],
    [alert('B310', 7), 'outside: PV103 did not run (profile, select or ignore).'],
    [alert('B999', 1), 'outside: There is no rule for B999 here.'],
    [alert('B602', 1, { path: 'other.py' }), 'outside: The file was not analysed.'],
  ])('%j', (one, expected) => expect(answer(one)).toBe(expected));
});
