import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/base/configuration-error.ts';
import { readModel } from '../../src/rules/read-model.ts';
import { readRule } from '../../src/rules/read-rule.ts';
import { changed, practiceRule, securityRule } from './rule-text.ts';

const practicePath = 'rules/practice/sleep-polling.yml';
const securityPath = 'rules/security/cert-validation-off.yml';

/** The message of the ConfigurationError that reading the rule ends with. */
function mistake(path: string, text: string, read: (path: string, text: string) => unknown = readRule): string {
  try {
    read(path, text);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
  return 'no mistake found';
}

test('a rule comes out with defaults, lists of names and the code of one pair of examples', () => {
  const { rule, bad, ok } = readRule(practicePath, practiceRule);
  expect(rule).toMatchObject({
    code: 'BP101',
    detector: 'polling-loop',
    calls: ['time.sleep'],
    cwe: [],
    tags: [],
    overlaps: [],
    precision: 'high',
    help: { bad: 'sleep(1)', good: 'done.wait(5)' },
  });
  expect(bad[0]!.code).toBe('sleep(1)  # finding\n');
  expect(ok).toEqual([]);
});

test('a name stands for a list of one, everywhere in a Use', () => {
  const text = changed(securityRule, 'call: requests.get', 'call: get\n    on: requests.Session\n    in: production');
  expect(readRule(securityPath, text).rule).toMatchObject({
    uses: [{ call: ['get'], on: ['requests.Session'], in: ['production'], where: { verify: false } }],
  });
});

describe('a mistake is reported with path, line and field', () => {
  const practice: [name: string, part: string, replacement: string, message: string][] = [
    [
      'unknown detector',
      'detector: polling-loop',
      'detector: poling-loop',
      "6: detector: expected 'usage' | 'taint' | 'unproven-sink' | 'polling-loop'",
    ],
    ['no category', 'category: practice\n', '', "1: category: expected 'security' | 'practice'"],
    ['unknown field', 'calls:', 'call:', '7: call: unknown field; did you mean calls?'],
    ['missing parameter', 'calls: [time.sleep]\n', '', '1: calls: missing, expected a name or a list of names'],
    ['missing field', 'fix: Wait on an event.\n', '', '1: fix: missing, expected what to do'],
    ['code of another category', 'BP101', 'PV101', '1: code: PV101 is not in a family of practice rules'],
    ['code outside the families', 'BP101', 'BP999', '1: code: BP999 is not in a family of practice rules'],
    ['malformed code', 'BP101', 'BP1', '1: code: expected a code such as PV101 or BP101'],
    [
      'id other than the file',
      'id: sleep-polling',
      'id: polling',
      '2: id: the file must be rules/practice/polling.yml',
    ],
    ['level', 'test: note', 'test: error', '5: severity.test: expected warning, note, opt-in or off'],
    ['never speaks', 'test: note', 'test: off', '5: severity: off in test and production'],
    ['long title', 'Sleep in a polling loop', 'x'.repeat(121), '3: title: a title has at most 120 characters'],
    ['long reason', 'It gives up', 'x'.repeat(900), '9: why: `why` has at most 900 characters'],
    ['malformed hole', '{function} polls', '{Function x} polls', '8: message: {Function x} is no hole'],
    [
      'no finding',
      '  # finding\n    expect: [{ line: 1, message: "wait polls." }]',
      '',
      '12: bad[0]: a bad example needs a mark `# finding` or an `expect`',
    ],
    ['no message', ', message: "wait polls."', '', '11: bad: one `expect` must give the whole message'],
    [
      'mark in a good example',
      'done.wait(5)',
      '"done.wait(5)  # finding"',
      '16: good[0]: a good or ok example has no mark',
    ],
    ['neither code nor files', ', code: done.wait(5)', '', '16: good[0]: expected either `code` or `files`'],
    [
      'expect in a good example',
      'code: done.wait(5)',
      'code: done.wait(5), expect: []',
      '16: good[0].expect: unknown field',
    ],
    [
      'examples of one name',
      'code: done.wait(5) }',
      'code: done.wait(5) }, { name: event, code: x }',
      '16: good: two examples have the same name',
    ],
    [
      'path that leaves the example',
      'name: event,',
      'name: event, path: ../x.py,',
      '16: good[0].path: expected a path relative to the example',
    ],
    [
      'many tags',
      'severity:',
      'tags: [a, b, c, d, e, f, g]\nseverity:',
      '5: tags: with the generated ones 10 tags, GitHub keeps 9',
    ],
    ['no YAML', 'severity: {', 'severity: [', '5: '],
    ['key given twice', 'fix: Wait', 'why: x\nfix: Wait', '10: Map keys must be unique'],
  ];
  test.each(practice)('practice: %s', (_, part, replacement, message) => {
    expect(mistake(practicePath, changed(practiceRule, part, replacement))).toContain(`${practicePath}:${message}`);
  });

  const security: [name: string, part: string, replacement: string, message: string][] = [
    ['no CWE', 'cwe: [295]', 'cwe: []', '9: cwe: a security rule names at least one CWE'],
    [
      'severity between two bands',
      '7.4',
      '9.0',
      '6: severity: expected a severity from 0.1 to 10 in tenths, other than 9.0',
    ],
    ['severity of two decimals', '7.4', '8.95', '6: severity: expected a severity from 0.1 to 10 in tenths'],
    ['severity of nothing', '7.4', '0', '6: severity: expected a severity from 0.1 to 10 in tenths'],
    ['tier in a practice word', 'tier: defect', 'tier: note', '5: tier: expected one of '],
    ['field of a practice rule', '7.4', '{ test: note, production: note }', '6: severity: expected a severity'],
    [
      'no subject',
      'call: requests.get',
      'fix: x',
      '12: uses[0]: expected exactly one of call, assign, setting, reference, header, text, got none',
    ],
    [
      'two subjects',
      'call: requests.get',
      'call: a.b\n    reference: c.d',
      '12: uses[0]: expected exactly one of call, assign, setting, reference, header, text, got call and reference',
    ],
    [
      'receiver without method',
      'call: requests.get',
      'reference: a.b\n    on: c.D',
      '12: uses[0]: `on` goes with `call` or `assign`',
    ],
    [
      'unknown test',
      '{ verify: false }',
      '{ verify: { contians: x } }',
      '13: uses[0].where.verify.contians: unknown field',
    ],
    ['no test', '{ verify: false }', '{ verify: {} }', '13: uses[0].where.verify: expected at least one test'],
    [
      'list as a condition',
      '{ verify: false }',
      '{ verify: [1] }',
      '13: uses[0].where.verify: expected a literal or an object of tests',
    ],
    [
      'regular expression',
      '{ verify: false }',
      '{ verify: { matches: "a(" } }',
      '13: uses[0].where.verify.matches: "a(" is no regular expression',
    ],
    [
      'nested condition',
      '{ verify: false }',
      '{ verify: { any: [{ name: a.b }, { below: x }] } }',
      '13: uses[0].where.verify.any[1].below: expected a number',
    ],
    [
      'argument',
      '{ verify: false }',
      '{ "1st": false }',
      '13: uses[0].where.1st: expected a position, a keyword, both',
    ],
    ['place', 'where: { verify: false }', 'in: tests', '13: uses[0].in: expected one of "settings"'],
    [
      'version',
      'where: { verify: false }',
      'unless: { python: "3.10" }',
      '13: uses[0].unless.python: expected a version bound such as `>=3.10`',
    ],
  ];
  test.each(security)('security: %s', (_, part, replacement, message) => {
    expect(mistake(securityPath, changed(securityRule, part, replacement))).toContain(`${securityPath}:${message}`);
  });

  test('a case above the rule needs a severity of its own', () => {
    const raised = changed(securityRule, 'where: { verify: false }', 'tier: defect');
    const hotspot = changed(raised, 'tier: defect\nseverity: 7.4', 'tier: hotspot\nseverity: 6.5');
    expect(mistake(securityPath, hotspot)).toContain(
      '13: uses[0].tier: a defect in hotspot rule needs caseSeverity.defect',
    );
    const given = changed(hotspot, 'severity: 6.5', 'severity: 6.5\ncaseSeverity: { defect: 8.8 }');
    expect(readRule(securityPath, given).rule).toMatchObject({ caseSeverity: { defect: 8.8 } });
  });

  test('every mistake has its line, in the order of the file', () => {
    const text = changed(changed(practiceRule, 'BP101', 'BP1'), 'calls:', 'callz:');
    expect(
      mistake(practicePath, text)
        .split('\n')
        .map((line) => line.split(':')[1]),
    ).toEqual(['1', '1', '7']);
  });

  test('the nearest detector is named', () => {
    const message = mistake(practicePath, changed(practiceRule, 'polling-loop', 'poling-loop'));
    expect(message).toMatch(/; did you mean polling-loop\?$/);
  });

  test('an empty file', () =>
    expect(mistake(practicePath, '')).toBe(`${practicePath}:1: category: expected 'security' | 'practice'`));
});

describe('models', () => {
  test('entries carry the name of their file', () => {
    const text =
      '- { call: execute, on: sqlite3.Cursor, arg: 0, kind: sink:sql }\n- { call: sqlite3.connect, returns: sqlite3.Connection }\n';
    expect(readModel('rules/models/python-stdlib.yml', text)).toEqual([
      { model: 'python-stdlib', call: ['execute'], on: ['sqlite3.Cursor'], arg: 0, kind: ['sink:sql'] },
      { model: 'python-stdlib', call: ['sqlite3.connect'], returns: 'sqlite3.Connection' },
    ]);
  });

  test.each([
    [
      '- { call: a.b, kind: sink:sqll }',
      '1: [0].kind: expected a kind such as source:remote, sink:sql, sanitizer:shell or propagator; did you mean sink:sql?',
    ],
    ['- { call: a.b, kind: [sink:sql, source:shell] }', '1: [0].kind[1]: expected a kind such as'],
    ['- { call: a.b, kind: sink:sql }\n- { attr: a.b }', '2: [1]: expected `kind`, `returns` or `elements`'],
    [
      '- { kind: sink:sql }',
      '1: [0]: expected exactly one of call, attr, assign, item, decorator, method, function, registrar, got none',
    ],
    ['- { call: a.b, kind: sink:sql, before: 3.10 }', '1: [0].before: expected a version such as "3.12", in quotes'],
  ])('%s', (text, message) => {
    expect(mistake('rules/models/x.yml', text, readModel)).toContain(`rules/models/x.yml:${message}`);
  });
});
