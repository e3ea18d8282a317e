// Validates SARIF files with Microsoft's validator as GitHub would read them: `node validate-sarif.mjs FILE...`.
// Prints every finding of level error or warning; exits with 1 on an error, on a warning of the list below and where the
// validator wrote no report, since its own exit code is 0 even for a file that is not JSON. Needs `npm ci` in this folder.
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  const folder = prepare([file]);
  try {
    const run = spawnSync(validator, commandLine([file], folder), { encoding: 'utf8' });
    return itemsOf([file], folder, `${run.stdout}${run.stderr}${run.error ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same of several files at once, which is quicker; each item has its `file` where the validator names it. */
async function validateTogether(files) {
  const folder = prepare(files);
  try {
    const said = await new Promise((resolve) => {
      execFile(
        validator,
        commandLine(files, folder),
        { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
        (error, out, err) => resolve(`${out}${err}${error ?? ''}`),
      );
    });
    // One that it gave up on must not take the others along unseen.
    if (!said.includes(`${files.length} files scanned`) && files.length > 1) return files.flatMap(alone);
    const items = itemsOf(files, folder, said);
    // Of a single file it writes the name alone.
    return files.length === 1 ? items.map((item) => ({ ...item, file: resolve(files[0]) })) : items;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function alone(file) {
  try {
    return validateSarif(file).map((item) => ({ ...item, file: resolve(file) }));
  } catch (error) {
    return [{ level: 'error', rule: 'validator', text: String(error.message ?? error), file: resolve(file) }];
  }
}

function prepare(files) {
  if (!existsSync(validator)) throw new Error(`the validator is not installed: run "npm ci" in ${here}`);
  for (const file of files) if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  chmodSync(validator, 0o755);
  return mkdtempSync(join(tmpdir(), 'sarif-'));
}

function commandLine(files, folder) {
  const configuration = join(here, 'sarif-validate.xml');
  const kinds = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '-c', configuration];
  return ['validate', ...files, ...kinds, '-o', join(folder, 'report.sarif'), '--log', 'ForceOverwrite'];
}

function itemsOf(files, folder, said) {
  const report = join(folder, 'report.sarif');
  if (!existsSync(report)) throw new Error(`no report about ${files.join(', ')}: ${said}`);
  const { runs } = JSON.parse(readFileSync(report, 'utf8'));
  const notes = runs.flatMap((item) =>
    (item.invocations ?? []).flatMap((invocation) => invocation.toolExecutionNotifications ?? []),
  );
  const broken = notes
    .filter((note) => note.level === 'error')
    .map((note) => ({ level: 'error', rule: note.descriptor?.id ?? 'tool', text: note.message.text }));
  return [...broken, ...runs.flatMap((item) => (item.results ?? []).map((result) => described(result, item)))];
}

function described(result, run) {
  const rule = run.tool.driver.rules?.find((item) => item.id === result.ruleId);
  const template = rule?.messageStrings?.[result.message.id]?.text ?? result.message.text ?? '';
  const text = template.replace(/\{(\d+)\}/g, (_, index) => result.message.arguments?.[Number(index)] ?? '');
  const place = result.locations?.[0]?.physicalLocation;
  const line = place?.region?.startLine;
  const uri = place?.artifactLocation?.uri ?? '';
  return {
    level: result.level ?? 'warning',
    rule: result.ruleId,
    text: line === undefined ? text : `line ${line}: ${text}`,
    ...(uri.startsWith('file:') && { file: fileURLToPath(uri) }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    console.error('usage: node validate-sarif.mjs FILE...');
    process.exit(2);
  }
  const atOnce = Math.min(availableParallelism(), files.length);
  const groups = Array.from({ length: atOnce }, (_, group) => files.filter((_file, index) => index % atOnce === group));
  const items = (await Promise.all(groups.map(validateTogether))).flat();
  const report = (name, own) => {
    const errors = own.filter((item) => item.level === 'error').length;
    console.log(`${name}: ${errors} errors, ${own.length - errors} warnings`);
    for (const item of own) console.log(`  ${item.level} ${item.rule} ${item.text.slice(0, 400)}`);
  };
  for (const file of files)
    report(
      file,
      items.filter((item) => item.file === resolve(file)),
    );
  const elsewhere = items.filter((item) => !files.some((file) => item.file === resolve(file)));
  if (elsewhere.length > 0) report('not said of which file', elsewhere);
  const bad = items.filter((item) => item.level === 'error' || forbiddenWarnings.has(item.rule));
  process.exitCode = bad.length > 0 ? 1 : 0;
}
