// Measures the program against raw C tree-sitter over the same files in the same run; docs/performance.md explains.
// Usage: node bench/ratio.mjs CORPUS [THREADS]   CORPUS as scripts/fetch-corpus.sh fills it; needs cc, and dist/ built.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPETITIONS = 3;
const root = fileURLToPath(new URL('../', import.meta.url));
const core = join(root, 'node_modules/tree-sitter/vendor/tree-sitter/lib');
const grammar = join(root, 'node_modules/tree-sitter-python/src');

function compile(out, ...sources) {
  const includes = [`-I${core}/include`, `-I${core}/src`, `-I${grammar}`];
  execFileSync('cc', ['-O3', '-DNDEBUG', '-w', ...includes, ...sources, '-o', out]);
}

function median(runs, key) {
  return runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
}

/** Runs a command several times under measure.c. */
function measured(measure, command) {
  const runs = Array.from({ length: REPETITIONS }, () => {
    const { stderr } = spawnSync(measure, command, {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
    const run = JSON.parse(stderr.trim().split('\n').at(-1));
    if (run.status !== 0) throw new Error(`${command.join(' ')} ended with ${run.status}:\n${stderr}`);
    return run;
  });
  return {
    cpu: median(runs, 'cpu'),
    wall: median(runs, 'wall'),
    peak: Math.max(...runs.map((run) => run.peakMegabytes)),
  };
}

function row(name, cpu, wall, peak, unit) {
  const cell = (value, suffix) => (value === undefined ? '' : `${value.toFixed(suffix === ' MB' ? 0 : 2)}${suffix}`);
  console.log(
    `| ${name} | ${cell(cpu, ' s')} | ${cell(cpu / unit.cpu, 'x')} | ${cell(wall, ' s')} | ${cell(wall === undefined ? undefined : wall / unit.cpu, 'x')} | ${cell(peak, ' MB')} |`,
  );
}

function main([corpusArgument, threads]) {
  if (corpusArgument === undefined) throw new Error('usage: node bench/ratio.mjs CORPUS [THREADS]');
  const corpus = resolve(corpusArgument);
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => join(corpus, name));
  const folder = mkdtempSync(join(tmpdir(), 'pyverdict-bench-'));
  try {
    const [rawC, measure] = [join(folder, 'raw-c'), join(folder, 'measure')];
    compile(rawC, join(root, 'bench/raw-c.c'), `${core}/src/lib.c`, `${grammar}/parser.c`, `${grammar}/scanner.c`);
    compile(measure, join(root, 'bench/measure.c'));
    const input = `${files.join('\n')}\n`;
    const raw = JSON.parse(execFileSync(rawC, [String(REPETITIONS)], { input, encoding: 'utf8' }));
    const unit = { cpu: median(raw.repetitions, 'cpu'), wall: median(raw.repetitions, 'wall') };
    console.log(
      `${raw.files} files, ${raw.lines} lines, ${(raw.bytes / 1e6).toFixed(1)} MB, ${raw.nodes} nodes; median of ${REPETITIONS}\n`,
    );
    console.log('| | CPU | of raw C | wall | of raw C | peak memory |\n| --- | --- | --- | --- | --- | --- |');
    row('raw C, one thread, parse only', unit.cpu, unit.wall, raw.peakMegabytes, unit);
    const lower = execFileSync(process.execPath, [join(root, 'bench/lower.mjs'), String(REPETITIONS)], {
      input,
      encoding: 'utf8',
    });
    row('our parser, one thread, parse and lower', median(JSON.parse(lower), 'cpu'), undefined, undefined, unit);
    const scan = [process.execPath, join(root, 'dist/cli.js'), 'scan', corpus, '--fail-on', 'none'];
    if (threads !== undefined) scan.push('--threads', threads);
    const whole = measured(measure, scan);
    row(
      `the whole scan${threads === undefined ? '' : `, ${threads} threads`}`,
      whole.cpu,
      whole.wall,
      whole.peak,
      unit,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main(process.argv.slice(2));
