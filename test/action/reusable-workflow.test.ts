import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { outputsTable } from '../../src/deliver/outputs.ts';
import { runAction, useAction } from './run-action.ts';
import { passedInputs, reusableWorkflow } from './reusable-workflow.ts';

useAction();

interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Record<string, unknown>; readonly outputs: object } };
  readonly jobs: {
    readonly scan: {
      readonly permissions: object;
      readonly outputs: Record<string, string>;
      readonly steps: readonly { readonly uses: string; readonly id?: string; readonly with: Record<string, string> }[];
    };
  };
}

test('scan.yml is what the tables say', async () => {
  await expect(reusableWorkflow()).toMatchFileSnapshot('../../.github/workflows/scan.yml');
});

test('scan.yml hands every input on and every output back', () => {
  const { on, jobs } = parse(
    readFileSync(new URL('../../.github/workflows/scan.yml', import.meta.url), 'utf8'),
  ) as Workflow;
  const { scan } = jobs;
  const action = scan.steps.at(-1)!;
  const { 'runs-on': runner, ...inputs } = on.workflow_call.inputs;
  expect(runner).toBeDefined();
  expect(Object.keys(inputs)).toEqual(passedInputs.map(({ name }) => name));
  expect(action.with).toEqual(Object.fromEntries(passedInputs.map(({ name }) => [name, `\${{ inputs.${name} }}`])));
  expect(action.id).toBe('pyverdict');
  expect(Object.keys(on.workflow_call.outputs)).toEqual(Object.keys(outputsTable));
  expect(Object.keys(scan.outputs)).toEqual(Object.keys(outputsTable));
  expect(scan.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
});

test('what a caller does not set is as if the workflow had not named it', async () => {
  const empty = Object.fromEntries(passedInputs.map(({ name }) => [name, '']));
  const files = { 'app/main.py': 'import requests\n\nrequests.get("https://example.org", verify=False)\n' };
  const [called, plain] = [await runAction({ files, inputs: empty }), await runAction({ files })];
  expect(called.code).toBe(0);
  const { 'sarif-id': _one, ...outputs } = called.outputs;
  const { 'sarif-id': _other, ...expected } = plain.outputs;
  expect({ ...outputs, 'upload-status': '' }).toEqual({ ...expected, 'upload-status': '' });
});
