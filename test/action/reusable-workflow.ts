// The text of .github/workflows/scan.yml, the workflow that others call, from the tables of options and outputs.
import { outputsTable } from '../../src/deliver/outputs.ts';
import { optionsTable } from '../../src/options/options-table.ts';
import { inputHelp, quoted } from './action-yml.ts';

/** Inputs of the Action that a caller may set. The token is the called job's own. */
export const passedInputs = optionsTable.filter((row) => row.input && row.name !== 'token');

export function reusableWorkflow(): string {
  const inputs = passedInputs.map((row) => {
    const later = row.default === '' || row.default.startsWith('${{') ? '' : ` Default: \`${row.default}\`.`;
    return `      ${row.name}:\n        description: ${quoted(inputHelp(row) + later)}\n        type: string\n`;
  });
  const outputs = Object.entries(outputsTable).map(
    ([name, text]) =>
      `      ${name}:\n        description: ${quoted(text)}\n        value: \${{ jobs.scan.outputs.${name} }}\n`,
  );
  const handedOn = Object.keys(outputsTable).map((name) => `      ${name}: \${{ steps.pyverdict.outputs.${name} }}\n`);
  const given = passedInputs.map(({ name }) => `          ${name}: \${{ inputs.${name} }}\n`);
  return `# Generated from src/options/options-table.ts and src/deliver/outputs.ts: npx vitest run test/action/reusable-workflow.test.ts --update
# A workflow for others to call. The caller's job gives the permissions:
#   jobs:
#     pyverdict:
#       permissions: { contents: read, security-events: write }
#       uses: OWNER/pyverdict/.github/workflows/scan.yml@<full commit hash>
#       with: { fail-on: medium }
name: Scan

on:
  workflow_call:
    inputs:
      runs-on:
        description: 'Label of the runner.'
        type: string
        default: ubuntu-latest
${inputs.join('')}    outputs:
${outputs.join('')}
permissions: {}

# The release checklist (CONTRIBUTING.md) replaces the tags by commit hashes, and OWNER by the owner.
jobs:
  scan:
    runs-on: \${{ inputs.runs-on }}
    permissions:
      contents: read
      security-events: write
    outputs:
${handedOn.join('')}    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
          # So that the commit a pull request starts from can be scanned too.
          fetch-depth: 0
      - uses: OWNER/pyverdict@v1
        id: pyverdict
        with:
${given.join('')}`;
}
