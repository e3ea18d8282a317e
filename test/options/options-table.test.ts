import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optionsTable } from '../../src/options/options-table.ts';

const source = new URL('../../src/', import.meta.url);

/** Text of the stages: where an option has to make a difference. */
const stages = readdirSync(source, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts') && !/^(options|base)[\\/]/.test(path))
  .map((path) => readFileSync(new URL(path.replaceAll('\\', '/'), source), 'utf8'))
  .join('\n');

/** Options that have no field of their own name in `Options`, and the field that carries them. */
const fields: Readonly<Record<string, string>> = {
  path: 'paths',
  'working-directory': 'root',
  upload: 'when',
  ref: 'target',
  sha: 'target',
  summary: 'summaryStyle',
  'summary-file': 'summary',
  'sarif-file': 'sarif',
  'json-file': 'json',
  format: 'stdout',
};
// The configuration file is read before there are Options.
const readBefore = new Set(['config']);

describe('every option does something', () => {
  test.each(optionsTable.map((row) => row.name).filter((name) => !readBefore.has(name)))('%s', (name) => {
    const field = fields[name] ?? name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
    expect(new RegExp(`\\.${field}\\b|\\{[^}]*\\b${field}\\b[^}]*\\} = `).test(stages)).toBe(true);
  });
});

test('names are unique, choices have their default among them', () => {
  const names = optionsTable.map((row) => row.name);
  expect(new Set(names).size).toBe(names.length);
  for (const row of optionsTable.filter(({ type }) => type === 'choice')) {
    expect(row.allowed).toContain(row.default);
    if (row.commandLineDefault !== undefined) expect(row.allowed).toContain(row.commandLineDefault);
  }
});
