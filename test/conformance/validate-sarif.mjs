// Validates SARIF files with Microsoft's validator as GitHub would read them: `node validate-sarif.mjs FILE...`.
// Prints every finding of level error or warning; exits with 1 on an error, on a warning of the list below and where the
// validator wrote no report, since its own exit code is 0 even for a file that is not JSON. Needs `npm ci` in this folder.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const validator = join(here, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');

/** Warnings that we hold ourselves to. */
const forbiddenWarnings = new Set([
  'SARIF2001',
  'SARIF2003',
  'SARIF2004',
  'SARIF2009',
  'SARIF2010',
  'SARIF2012',
  'SARIF2014',
  'SARIF2015',
]);

/** What the validator says about one file, errors and warnings; throws where it says nothing. */
export function validateSarif(file) {
  if (!existsSync(validator)) throw new Error(`the validator is not installed: run "npm ci" in ${here}`);
  if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  chmodSync(validator, 0o755);
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  try {
    const report = join(folder, 'report.sarif');
    const options = [
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '-c',
      join(here, 'sarif-validate.xml'),
      '-o',
      report,
      '--log',
      'ForceOverwrite',
    ];
    const run = spawnSync(validator, ['validate', file, ...options], { encoding: 'utf8' });
    if (!existsSync(report)) throw new Error(`no report about ${file}: ${run.stdout}${run.stderr}${run.error ?? ''}`);
    const { runs } = JSON.parse(readFileSync(report, 'utf8'));
    const notes = runs.flatMap((item) =>
      (item.invocations ?? []).flatMap((invocation) => invocation.toolExecutionNotifications ?? []),
    );
    const broken = notes
      .filter((note) => note.level === 'error')
      .map((note) => ({ level: 'error', rule: note.descriptor?.id ?? 'tool', text: note.message.text }));
    return [...broken, ...runs.flatMap((item) => (item.results ?? []).map((result) => described(result, item)))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function described(result, run) {
  const rule = run.tool.driver.rules?.find((item) => item.id === result.ruleId);
  const template = rule?.messageStrings?.[result.message.id]?.text ?? result.message.text ?? '';
  const text = template.replace(/\{(\d+)\}/g, (_, index) => result.message.arguments?.[Number(index)] ?? '');
  const line = result.locations?.[0]?.physicalLocation?.region?.startLine;
  return {
    level: result.level ?? 'warning',
    rule: result.ruleId,
    text: line === undefined ? text : `line ${line}: ${text}`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    console.error('usage: node validate-sarif.mjs FILE...');
    process.exit(2);
  }
  let failures = 0;
  for (const file of files) {
    let items;
    try {
      items = validateSarif(file);
    } catch (error) {
      items = [{ level: 'error', rule: 'validator', text: String(error.message ?? error) }];
    }
    const bad = items.filter((item) => item.level === 'error' || forbiddenWarnings.has(item.rule));
    failures += bad.length;
    console.log(
      `${file}: ${items.filter((item) => item.level === 'error').length} errors, ${items.filter((item) => item.level !== 'error').length} warnings`,
    );
    for (const item of items) console.log(`  ${item.level} ${item.rule} ${item.text.slice(0, 400)}`);
  }
  process.exitCode = failures > 0 ? 1 : 0;
}
