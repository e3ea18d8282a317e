// The text of action.yml, from the tables of options and outputs.
import type { OptionRow } from '../../src/options/options-table.ts';
import { optionsTable } from '../../src/options/options-table.ts';
import { outputsTable } from '../../src/deliver/outputs.ts';

export function actionYml(): string {
  const inputs = optionsTable.filter((row) => row.input).map(inputEntry);
  const outputs = Object.entries(outputsTable).map(([name, text]) => `  ${name}:\n    description: ${quoted(text)}\n`);
  return `# Generated from src/options/options-table.ts and src/deliver/outputs.ts: npx vitest run test/action/action-yml.test.ts --update
name: pyverdict
description: Explicit security verdict and best-practice notes for Python code
author: pyverdict contributors
branding:
  icon: shield
  color: green
runs:
  using: node24
  main: dist/index.js
inputs:
${inputs.join('')}outputs:
${outputs.join('')}`;
}

// The runner fills in defaults, so an input with one always counts as set: what a configuration file can set too has its
// default in the description only.
function inputEntry(row: OptionRow): string {
  const later = row.configuration && row.default !== '' ? ` Default: ${row.default}.` : '';
  const value = row.configuration || row.default === '' ? '' : `    default: ${quoted(row.default)}\n`;
  return `  ${row.name}:\n    description: ${quoted(inputHelp(row) + later)}\n${value}`;
}

/** What an input is and what it may be. */
export function inputHelp(row: OptionRow): string {
  const allowed = row.allowed ? ` One of ${row.allowed.join(', ')}.` : '';
  const lists = row.type === 'list' ? ' One per line, or separated by commas.' : '';
  return row.help + allowed + lists;
}

/** A text as YAML. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
