import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Detection } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import { settle } from '../../src/findings/settle.ts';
import { analysisOf, rule, settled, smallProject } from './small-project.ts';

const rules = [rule('PV101'), rule('PV403'), rule('BP101')];

test('a finding has everything an output needs', () => {
  const text = 'import db\n\ndef f(q):\n    return db.execute(\n        "é" + q)\n';
  const project = smallProject({ 'a.py': text });
  const statement = project.range('a.py', 'return db.execute(\n        "é" + q)');
  const source = {
    file: filePath('a.py'),
    range: project.range('a.py', 'q'),
    message: 'source: q',
    kind: 'source',
    depth: 0,
  } as const;
  const detection = project.detect('a.py', 'PV101', 'execute(\n        "é" + q)', {
    scope: 'f',
    statement,
    flows: [{ steps: [source] }],
    mergedRules: ['PV102'],
  });
  expect(settled(project, [detection], rules).findings).toEqual([
    {
      file: 'a.py',
      region: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 23 },
      snippet: '    return db.execute(',
      context: { startLine: 4, startColumn: 5, endLine: 5, endColumn: 17 },
      rule: 'PV101',
      ruleId: 'PV101',
      tier: 'defect',
      level: 'error',
      severity: 8,
      message: 'PV101 here.',
      fix: 'Mend PV101.',
      scope: 'f',
      related: [],
      evidence: [],
      furtherPlaces: 0,
      allPlaces: [{ file: 'a.py', line: 4 }],
      flows: [
        {
          steps: [
            {
              file: 'a.py',
              region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 8 },
              snippet: 'def f(q):',
              message: 'source: q',
              kind: 'source',
              depth: 0,
            },
          ],
        },
      ],
      lineHash: expect.stringMatching(/^[0-9a-f]+:1$/),
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      inTest: false,
      mergedRules: ['PV102'],
      secret: false,
      rank: 3,
    },
  ]);
});

test('order: path, line, column, rule id, by code units', () => {
  const project = smallProject({ 'B.py': 'run(1)\n', 'a.py': 'x; run(1)\nrun(2)\nrun(3)\n', 'a/b.py': 'run(1)\n' });
  const detections = [
    project.detect('a/b.py', 'PV403', 'run'),
    project.detect('a/b.py', 'PV101', 'run(1)'),
    project.detect('a.py', 'PV403', 'run(1)'),
    project.detect('a.py', 'PV101', 'run(2)'),
    project.detect('a.py', 'PV101', 'run(1)'),
    project.detect('a.py', 'PV101', 'x'),
    project.detect('a.py', 'PV101', 'run(3)', { tier: 'hotspot' }),
    project.detect('B.py', 'PV101', 'run(1)'),
  ];
  const set = settled(project, detections, rules);
  // Two of a rule on one line are one, so `run(1)` has no PV101 of its own.
  expect(
    set.findings.map(({ file, region, ruleId }) => `${file}:${region.startLine}:${region.startColumn} ${ruleId}`),
  ).toEqual([
    'B.py:1:1 PV101',
    'a.py:1:1 PV101',
    'a.py:1:4 PV403',
    'a.py:2:1 PV101',
    'a.py:3:1 PV101/review',
    'a/b.py:1:1 PV101',
    'a/b.py:1:1 PV403',
  ]);
  expect(JSON.stringify(settled(project, [...detections].reverse(), rules))).toBe(JSON.stringify(set));
});

describe('snippets', () => {
  const snippet = (text: string, more: Partial<Detection> = {}): string | undefined => {
    const project = smallProject({ 'a.py': text });
    return settled(project, [project.detect('a.py', 'PV101', 'run', more)], rules).findings[0]!.snippet;
  };

  test('at most 300 characters, none cut in half', () => {
    expect(snippet(`run("${'x'.repeat(400)}")\n`)).toHaveLength(300);
    expect(snippet(`run("${'x'.repeat(294)}😀")\n`)).toBe(`run("${'x'.repeat(294)}`);
  });

  test('none of a secret, none of its line for any rule', () => {
    expect(snippet('run("hunter22")\n', { secret: true })).toBeUndefined();
    const project = smallProject({ 'a.py': 'connect(run(1),\n  "hunter22")\nrun(2)\n' });
    const statement = { start: 0, end: project.range('a.py', '"hunter22")').end };
    const step = { file: filePath('a.py'), message: 'sink', kind: 'sink', depth: 0 } as const;
    const set = settled(
      project,
      [
        project.detect('a.py', 'PV403', '"hunter22"', { secret: true, statement }),
        project.detect('a.py', 'PV101', 'run(1)', { statement }),
        project.detect('a.py', 'PV101', 'run(2)', {
          flows: [{ steps: [{ ...step, range: project.range('a.py', '"hunter22"') }] }],
        }),
      ],
      rules,
    );
    expect(set.findings.map((finding) => finding.snippet)).toEqual([undefined, undefined, 'run(2)']);
    expect(JSON.stringify(set)).not.toContain('hunter22');
  });
});

describe('files that are no plain UTF-8', () => {
  test('Latin-1: columns of the text, line hash of the bytes', () => {
    const text = Buffer.from('# coding: latin-1\n"\u00e9"; run(1)\n', 'latin1');
    const project = smallProject({ 'a.py': text });
    const set = settled(project, [project.detect('a.py', 'PV101', 'run(1)')], rules);
    expect(set.findings[0]).toMatchObject({ region: { startLine: 2, startColumn: 6 }, snippet: '"é"; run(1)' });
    const asUtf8 = smallProject({ 'a.py': '# coding: utf-8\n"\u00e9"; run(1)\n' });
    const other = settled(asUtf8, [asUtf8.detect('a.py', 'PV101', 'run(1)')], rules);
    expect(set.findings[0]!.lineHash).not.toBe(other.findings[0]!.lineHash);
    expect(set.findings[0]!.fingerprint).toBe(other.findings[0]!.fingerprint);
    expect(set.artifacts).toEqual([
      {
        path: 'a.py',
        length: text.length,
        sha256: createHash('sha256').update(text).digest('hex'),
        encoding: 'iso-8859-1',
      },
    ]);
  });

  test('a notebook: lines and columns of the file', () => {
    const source = ['import os\n', 'x = 1; run(1)  # pyverdict: ignore[PV101] why'];
    const notebook = {
      cells: [{ cell_type: 'code', execution_count: null, id: 'a', metadata: {}, outputs: [], source }],
      metadata: {
        kernelspec: { language: 'python', name: 'python3', display_name: 'Python' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    };
    const text = `${JSON.stringify(notebook, null, 1)}\n`;
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('run(1)')) + 1;
    const column = lines[line - 1]!.indexOf('run(1)') + 1;
    const project = smallProject({ 'a.ipynb': text });
    const [finding] = settled(project, [project.detect('a.ipynb', 'PV101', 'run(1)')], rules).findings;
    expect(finding!.region).toEqual({
      startLine: line,
      startColumn: column,
      endLine: line,
      endColumn: column + 'run(1)'.length,
    });
    expect(finding!.snippet).toBe('x = 1; run(1)  # pyverdict: ignore[PV101] why');
    expect(finding!.allPlaces).toEqual([{ file: 'a.ipynb', line }]);
    expect(finding!.suppression).toMatchObject({ line, reason: 'why' });
  });
});

test('min-severity drops security findings below it everywhere, practice notes never', () => {
  const project = smallProject({ 'a.py': 'run(1)\nrun(2)\nrun(3)\n' });
  const set = settled(
    project,
    [
      project.detect('a.py', 'PV101', 'run(1)'),
      project.detect('a.py', 'PV101', 'run(2)', { tier: 'hotspot' }),
      project.detect('a.py', 'BP101', 'run(3)'),
    ],
    rules,
    { minSeverity: 'high' },
  );
  expect(set.findings.map(({ ruleId }) => ruleId)).toEqual(['PV101', 'BP101']);
  const critical = settled(project, [project.detect('a.py', 'PV101', 'run(1)')], rules, { minSeverity: 'critical' });
  expect([critical.findings, critical.verdict]).toEqual([[], 'no-explicit-defects']);
});

test.each([
  ['vanished', undefined],
  ['became shorter', 'x = 1\n'],
  ['has other code in that place', 'key = "hunter22"\nx = 1\nrun(1)\n'],
])('a file that %s keeps its findings, and a problem says so', (_, now) => {
  const project = smallProject({ 'a.py': 'x = 1\nrun(1)\n' });
  const reader = now === undefined ? () => undefined : smallProject({ 'a.py': now }).reader;
  const set = settled({ ...project, reader }, [project.detect('a.py', 'PV101', 'run(1)')], rules);
  expect(set.verdict).toBe('defects');
  expect(set.findings).toMatchObject([{ region: { startLine: 2, startColumn: 1 }, lineHash: '' }]);
  expect(set.findings[0]).not.toHaveProperty('snippet');
  expect(set.problems).toMatchObject([
    { id: 'PVN002', file: 'a.py', message: expect.stringContaining('changed or vanished') },
  ]);
  expect(set.artifacts).toEqual([]);
});

test('a finding in a file of the project that is no code has its line, and never the secret', () => {
  const text = '# \u00fc\nDEBUG=0\nAPI_KEY=9fK2mx7Qw4Tz81Lv\n';
  const code = smallProject({ 'a.py': 'x = 1\n' });
  const other = smallProject({ '.env': text });
  const reader: typeof code.reader = (file) => (file.path === '.env' ? other.reader(file) : code.reader(file));
  const projectFiles = [{ path: filePath('.env'), text }];
  const detection = other.detect('.env', 'PV403', 'API_KEY=9fK2mx7Qw4Tz81Lv', {
    secret: true,
    statement: other.range('.env', 'API_KEY='),
  });
  const project = { ...code, reader, sources: { ...code.sources, projectFiles } };
  const set = settled(project, [detection], rules);
  expect(set.findings).toMatchObject([{ file: '.env', region: { startLine: 3, startColumn: 1, endColumn: 25 } }]);
  expect(JSON.stringify(set)).not.toContain('9fK2mx');
  expect(set.artifacts).toMatchObject([{ path: '.env' }]);
  expect(set.problems).toEqual([]);
});

test('problems and skipped parts of all stages, sorted; files with problems are artifacts', () => {
  const project = smallProject({ 'a.py': 'x = 1\n', 'b.py': 'x = 2\n' });
  const problem = (file: string, line: number) =>
    ({ id: 'PVN001', message: 'm', file: filePath(file), line, hidesCode: false }) as const;
  const [first, second] = project.facts;
  const analysis = analysisOf(
    [],
    project.sources.files.map(({ path }) => path),
    [],
  );
  const set = settle({
    analysis: { ...analysis, problems: [problem('a.py', 2)] },
    facts: [
      {
        ...first!,
        problems: [problem('a.py', 9)],
        skipped: [{ path: filePath('a.py'), reason: 'cell-magic', detail: '%%bash' }],
      },
      second!,
    ],
    sources: {
      ...project.sources,
      skipped: [{ path: filePath('c.py'), reason: 'vendored', detail: 'vendor/' }],
      problems: [problem('b.py', 1), { ...problem('a.py', 1), line: 10 }],
    },
    rules,
    options: { minSeverity: 'low', requireSuppressionReason: false },
    reader: project.reader,
  });
  expect(set.problems.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.py:2', 'a.py:9', 'a.py:10', 'b.py:1']);
  expect(set.skipped.map(({ path }) => path)).toEqual(['a.py', 'c.py']);
  expect(set.artifacts.map(({ path }) => path)).toEqual(['a.py', 'b.py']);
});
