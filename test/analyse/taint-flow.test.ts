// How data is followed, by what the engine can do: test/analyse/taint-flow/*.py holds pairs that differ in one thing. `# == name`
// begins a pair, `# -- safe` its harmless twin. A line with `# reached` is reported as a defect, with `# review` as a hotspot, and
// no other line is. A line of a snippet `# rule: sql-injection` names another rule than command-injection, `# file: path` begins a
// file; a snippet without one gets the imports below. `# known: reason` says what is not so yet, and fails as soon as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rules/schema.ts';
import { ruleFolder } from '../rule-folder.ts';
import { scanExample } from '../scan-example.ts';

const folder = new URL('./taint-flow/', import.meta.url);
const imports = 'import os\nfrom flask import abort, request\n';
const mark = / {2}# (reached|review)$/;
const tiers: Readonly<Record<string, string>> = { reached: 'defect', review: 'hotspot' };

interface Row {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly known: string | undefined;
  /** `main.py:5 defect` */
  readonly expected: readonly string[];
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.py')))('%s', (name) => {
  const rows = readRows(readFileSync(new URL(name, folder), 'utf8'));

  test('pairs are whole', () => {
    expect(rows.filter((row, index) => row.name.endsWith(': safe') !== (index % 2 === 1))).toEqual([]);
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    const defects = (row: Row): number => row.expected.filter((place) => place.endsWith('defect')).length;
    expect(rows.filter((row, index) => (index % 2 === 0 ? row.expected.length === 0 : defects(row) > 0))).toEqual([]);
  });

  test.each(rows)('$name', ({ files, rule, known, expected }) => {
    const { findings, problems } = scanExample(files, ruleOf(rule));
    expect(problems).toEqual([]);
    const reported = findings.map(({ path, line, tier }) => `${path}:${line} ${tier}`);
    if (known === undefined) expect(reported).toEqual(expected);
    else expect(reported).not.toEqual(expected);
  });
});

function readRows(text: string): Row[] {
  const pairs = text.split(/^# == /m).slice(1);
  return pairs.flatMap((pair) => {
    const [head, ...lines] = pair.split('\n');
    const [vulnerable = '', safe = ''] = lines.join('\n').split(/^# -- safe\n/m);
    const rule = /^# rule: (.*)$/m.exec(vulnerable)?.[1] ?? 'command-injection';
    return [readRow(head!, vulnerable, rule), readRow(`${head!}: safe`, safe, rule)];
  });
}

function readRow(name: string, text: string, rule: string): Row {
  const written: Record<string, string> = {};
  const expected: string[] = [];
  let known: string | undefined;
  let path = 'main.py';
  for (const line of text.trimEnd().split('\n')) {
    const [, option, value] = /^# (rule|file|known): (.*)$/.exec(line) ?? [];
    if (option === 'file') path = value!;
    if (option === 'known') known = value;
    if (option !== undefined) continue;
    const before = written[path] ?? (path === 'main.py' ? imports : '');
    const tier = tiers[mark.exec(line)?.[1] ?? ''];
    if (tier !== undefined) expected.push(`${path}:${before.split('\n').length} ${tier}`);
    written[path] = `${before}${line.replace(mark, '')}\n`;
  }
  return { name, files: written, rule, known, expected: expected.sort() };
}

function ruleOf(id: string): Rule {
  const rule = ruleFolder.rules.find((file) => file.rule.id === id)?.rule;
  if (rule === undefined) throw new Error(`the rule ${id} is gone`);
  return rule;
}
