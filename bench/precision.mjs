// Security defects on real projects against what people judged of them, for docs/precision.md.
//   node bench/precision.mjs fetch DIR [SET]      downloads the projects into DIR: wheels of the package index, packages of Debian 12
//   node bench/precision.mjs scan DIR [SET]       scans each with dist/cli.js; the reports are DIR/PROJECT.json
//   node bench/precision.mjs compare DIR [SET]    tables, and every defect that nobody has judged yet
// Sets: known, third, fourth, ... as in docs/precision.md; all of them without a name. Nothing of the projects is run. The verdicts hold for one
// version of a project and one line: a finding that moved is to be judged again. No code is copied: a defect is named by path, line and rule.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [command, folder, set] = process.argv.slice(2);
const projects = rows('precision-projects.jsonl').filter((project) => set === undefined || project.set === set);
const verdicts = rows('precision-verdicts.jsonl');
const commands = { fetch: fetchAll, scan: scanAll, compare };
if (!Object.hasOwn(commands, command ?? '') || folder === undefined) {
  console.error('usage: node bench/precision.mjs fetch|scan|compare DIR [SET]');
  process.exitCode = 2;
} else if (projects.length === 0) {
  console.error(`no projects in the set ${set}: see bench/precision-projects.jsonl`);
  process.exitCode = 2;
} else commands[command](resolve(folder));

function rows(file) {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function fetchAll(dir) {
  mkdirSync(join(dir, 'wheels'), { recursive: true });
  for (const project of projects) {
    if (existsSync(join(dir, project.project))) continue;
    try {
      if (project.debian === undefined) fetchWheel(dir, project);
      else fetchDebian(dir, project);
    } catch (error) {
      rmSync(join(dir, project.project), { recursive: true, force: true });
      console.error(`${project.project} ${project.version}: not fetched: ${error.message.split('\n')[0]}`);
    }
  }
}

function fetchWheel(dir, { project, version }) {
  const wheels = join(dir, 'wheels', project);
  // A wheel is unpacked and nothing else: neither it nor what it needs is installed or built. Some are for older Pythons only.
  const given = ['--no-deps', '--only-binary', ':all:', '--quiet', '--dest', wheels, `${project}==${version}`];
  const isFetched = ['3.14.9', '3.12.9', '3.10.9'].some(
    (python) => spawnSync('pip', ['download', ...given, '--python-version', python], { stdio: 'ignore' }).status === 0,
  );
  if (!isFetched) throw new Error('the package index gives no wheel of this version');
  const [wheel] = readdirSync(wheels);
  execFileSync('unzip', ['-q', '-o', join(wheels, wheel), '-d', join(dir, project)], { stdio: 'pipe' });
}

function fetchDebian(dir, { project, debian }) {
  const script = new URL('../scripts/fetch-corpus.sh', import.meta.url).pathname;
  const env = { ...process.env, PYVERDICT_CORPUS_PACKAGES: debian };
  execFileSync('bash', [script, join(dir, 'debian')], { env, stdio: 'pipe' });
  execFileSync('cp', ['-r', join(dir, 'debian', debian), join(dir, project)]);
}

function scanAll(dir) {
  const cli = new URL('../dist/cli.js', import.meta.url).pathname;
  for (const { project } of projects) {
    if (!existsSync(join(dir, project))) continue;
    const report = join(dir, `${project}.json`);
    const given = [cli, 'scan', '.', '--json', report, '--fail-on', 'none', '--quiet'];
    const { status } = spawnSync(process.execPath, given, { cwd: join(dir, project), stdio: 'ignore' });
    console.log(`${project}: ${status === 0 ? 'scanned' : `exit code ${status}`}`);
  }
}

function compare(dir) {
  const head = ['project (version)', 'files', 'lines', 'defects', 'true', 'arguable', 'false', 'not judged', 'gone'];
  console.log(`| ${head.join(' | ')} |\n| --- |${' ---: |'.repeat(head.length - 1)}`);
  const totals = { files: 0, lines: 0, defects: 0, true: 0, arguable: 0, false: 0, open: 0, gone: 0 };
  const told = [];
  for (const project of projects) {
    const file = join(dir, `${project.project}.json`);
    if (!existsSync(file)) {
      told.push(`${project.project} ${project.version}: not scanned`);
      continue;
    }
    const counted = compareProject(project, JSON.parse(readFileSync(file, 'utf8')), told);
    for (const key of Object.keys(totals)) totals[key] += counted[key];
    console.log(row(`${project.project} ${project.version}`, counted));
  }
  console.log(row('together', totals));
  const judged = totals.true + totals.arguable + totals.false;
  const share =
    judged === 0 ? 'none judged' : `${Math.round(((judged - totals.false) / judged) * 100)} % true or arguable`;
  console.log(`\n${share}; ${((totals.defects / totals.lines) * 1000).toFixed(3)} defects for 1,000 lines\n`);
  for (const line of told) console.log(line);
}

/** Counts of one project; what is new, and what is gone though it was not false, is told. */
function compareProject({ project }, report, told) {
  const defects = report.findings.filter(({ category, tier }) => category === 'security' && tier === 'defect');
  const counted = { files: report.coverage.fileCount, lines: report.coverage.lines, defects: defects.length };
  Object.assign(counted, { true: 0, arguable: 0, false: 0, open: 0, gone: 0 });
  const known = new Map(verdicts.filter((one) => one.project === project).map((one) => [keyOf(one), one]));
  for (const { rule, path, region } of defects) {
    const place = { rule, path, line: region.startLine };
    const verdict = known.get(keyOf(place));
    known.delete(keyOf(place));
    counted[verdict?.verdict ?? 'open']++;
    if (verdict === undefined) told.push(`not judged: ${project} ${path}:${place.line} ${rule}`);
  }
  for (const one of known.values()) {
    if (one.verdict === 'false') continue;
    counted.gone++;
    told.push(`gone (${one.verdict}): ${project} ${one.path}:${one.line} ${one.rule} ${one.reason}`);
  }
  return counted;
}

function keyOf({ rule, path, line }) {
  return `${path}:${line} ${rule}`;
}

function row(name, { files, lines, defects, true: yes, arguable, false: no, open, gone }) {
  const numbers = [files, lines, defects, yes, arguable, no, open, gone].map((count) => count.toLocaleString('en'));
  return `| ${name} | ${numbers.join(' | ')} |`;
}
