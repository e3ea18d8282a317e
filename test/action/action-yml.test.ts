import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { optionsTable } from '../../src/options/options-table.ts';
import { outputsTable } from '../../src/deliver/outputs.ts';
import { actionYml } from './action-yml.ts';

const root = new URL('../../', import.meta.url);

interface ActionFile {
  readonly runs: { readonly using: string; readonly main: string };
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Record<string, { readonly description: string; readonly default?: string }>;
  readonly outputs: Record<string, { readonly description: string }>;
}

test('action.yml is what the tables say', async () => {
  await expect(actionYml()).toMatchFileSnapshot('../../action.yml');
});

test('action.yml is a valid action', () => {
  const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as ActionFile;
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  expect(existsSync(new URL('scripts/build.mjs', root))).toBe(true);
  expect(action.branding).toEqual({ icon: 'shield', color: 'green' });
  expect(Object.keys(action.inputs)).toEqual(optionsTable.filter((row) => row.input).map((row) => row.name));
  expect(Object.keys(action.outputs)).toEqual(Object.keys(outputsTable));
});

test('an input that a configuration file can set has no default the runner would fill in', () => {
  const action = parse(actionYml()) as ActionFile;
  const both = optionsTable.filter((row) => row.input && row.configuration);
  expect(both.length).toBeGreaterThan(5);
  for (const row of both) expect(action.inputs[row.name]).not.toHaveProperty('default');
  expect(action.inputs['token']?.default).toBe('${{ github.token }}');
});
