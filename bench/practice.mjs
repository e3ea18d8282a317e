// Figures about practice notes from JSON reports, for docs/practice-precision.md.
//   node bench/practice.mjs density NAME=report.json ...      how many notes for 1,000 lines, in places and in results
//   node bench/practice.mjs sample SEED COUNT NAME=report.json ...   notes drawn at random, one JSON object a line, to be judged
//   node bench/practice.mjs tally bench/practice-sample.jsonl   what was judged, by rule and project
// The same seed and reports draw the same notes. No code is copied: a note is named by project, path, line and rule.
import { readFileSync } from 'node:fs';

const [command, ...rest] = process.argv.slice(2);
switch (command) {
  case 'density':
    density(rest.map(readReport));
    break;
  case 'sample':
    sample(Number(rest[0]), Number(rest[1]), rest.slice(2).map(readReport));
    break;
  case 'tally':
    tally(rest[0]);
    break;
  default:
    console.error('usage: node bench/practice.mjs density|sample|tally ...');
    process.exitCode = 2;
}

function readReport(argument) {
  const [name, path] = argument.split('=', 2);
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const tests = new Set(report.coverage.files.filter(({ test }) => test).map((file) => file.path));
  const testLines = report.coverage.files.reduce((sum, file) => sum + (file.test ? file.lines : 0), 0);
  const notes = report.findings.filter(({ category }) => category === 'practice');
  return { name, notes, tests, lines: report.coverage.lines, files: report.coverage.fileCount, testLines };
}

function density(projects) {
  console.log(
    '| project | files | lines | of them tests | places | for 1,000 lines | results | for 1,000 lines | most of one rule |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
  for (const { name, notes, tests, lines, files, testLines } of projects) {
    const places = notes.reduce((sum, note) => sum + note.places.length, 0);
    const inTests = new Map();
    for (const note of notes) {
      const count = note.places.filter(({ path }) => tests.has(path)).length;
      inTests.set(note.rule, (inTests.get(note.rule) ?? 0) + count);
    }
    const [[rule, most] = ['', 0]] = [...inTests].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // Of a few test files a rate says nothing.
    const rate = most === 0 || testLines < 5000 ? '' : `${rule}: ${perThousand(most, testLines)} for 1,000 test lines`;
    const cells = [files, lines, testLines, places].map((n) => n.toLocaleString('en'));
    cells.push(perThousand(places, lines), notes.length.toLocaleString('en'), perThousand(notes.length, lines), rate);
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

function perThousand(count, lines) {
  return ((count / lines) * 1000).toFixed(2);
}

function sample(seed, count, projects) {
  const all = projects.flatMap(({ name, notes }) =>
    notes.map(({ rule, path, region, message }) => ({ project: name, path, line: region.startLine, rule, message })),
  );
  const next = generator(seed);
  // Each note keeps its number, so that two notes of one line stay apart.
  const drawn = all
    .map((note) => ({ note, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count);
  for (const { note } of drawn) console.log(JSON.stringify({ ...note, verdict: '', reason: '' }));
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function tally(path) {
  const judged = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  for (const by of ['rule', 'project']) {
    const groups = new Map();
    for (const note of judged) groups.set(note[by], [...(groups.get(note[by]) ?? []), note]);
    console.log(`| ${by} | notes | useful | not useful |\n| --- | ---: | ---: | ---: |`);
    for (const [name, notes] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(row(name, notes));
    console.log(`${row('together', judged)}\n`);
  }
}

function row(name, notes) {
  const useful = notes.filter(({ verdict }) => verdict === 'useful').length;
  return `| ${name} | ${notes.length} | ${useful} (${Math.round((useful / notes.length) * 100)} %) | ${notes.length - useful} |`;
}
