// Reads the labels of the fixture applications and compares them with what the rules find. A label stands at the end of a line:
// `# vulnerable: PV101` or `# safe: PV101 reason`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dropOverlapped } from '../../src/findings/overlap.ts';
import { ruleTable } from '../../src/findings/rule-view.ts';
import type { RuleSet } from '../../src/rules/load-rule-set.ts';
import { loadRuleSet } from '../../src/rules/load-rule-set.ts';
import { bundleOf } from '../../src/rules/read-rule-folder.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { ruleFolder } from '../rule-folder.ts';

export const fixturesFolder = join(import.meta.dirname, '../fixtures');

export interface Difference {
  /** `app/file.py:12` */
  readonly place: string;
  readonly rule: string;
}

export interface Comparison {
  readonly found: readonly Difference[];
  readonly missed: readonly Difference[];
  readonly falseAlarms: readonly Difference[];
}

export function fixtureApps(): string[] {
  return readdirSync(fixturesFolder).filter((name) => statSync(join(fixturesFolder, name)).isDirectory());
}

/** Rules that a label may name, besides those that are there to be silent. */
const bundle = bundleOf({ ...ruleFolder, mistakes: [] });
const rules: RuleSet = loadRuleSet({ profile: 'default', select: [], ignore: [] }, bundle);
const security = new Set(rules.rules.filter((rule) => rule.category === 'security').map((rule) => rule.code));

interface Label {
  readonly vulnerable: readonly string[];
  readonly safe: readonly string[];
}

/**
 * What the default rules report in one application against its labels. A false alarm is a defect without a label, and whatever the
 * rule of a `safe` label reports there; other hotspots ask for a review and are none.
 */
export function compareWithLabels(app: string): Comparison {
  const files = readFiles(join(fixturesFolder, app), '');
  const labels = new Map<string, Label>();
  for (const [path, text] of Object.entries(files)) {
    text.split('\n').forEach((line, index) => {
      const label = /#\s*(vulnerable|safe): ((?:PV\d{3}(?:, )?)+)/.exec(line);
      if (label === null) return;
      const codes = label[2]!.split(', ').filter((code) => code !== '');
      const isSafe = label[1] === 'safe';
      labels.set(`${path}:${index + 1}`, { vulnerable: isSafe ? [] : codes, safe: isSafe ? codes : [] });
    });
  }
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const { detections: all } = analyseTexts(files, rules);
  const detections = dropOverlapped(all, ruleTable(rules.all), (file, offset) => bytes.get(file)?.[offset]);
  const reported = new Map<string, Set<string>>();
  const found: Difference[] = [];
  const falseAlarms: Difference[] = [];
  for (const detection of detections) {
    if (!security.has(detection.rule)) continue;
    const at = `${detection.file}:${lineOf(files[detection.file] ?? '', detection.range.start)}`;
    const codes = reported.get(at) ?? new Set<string>();
    reported.set(at, codes.add(detection.rule));
    if (labels.get(at)?.vulnerable.includes(detection.rule) === true) continue;
    const isDenied = labels.get(at)?.safe.includes(detection.rule) === true;
    if (detection.tier === 'defect' || isDenied) falseAlarms.push({ place: `${app}/${at}`, rule: detection.rule });
  }
  const missed: Difference[] = [];
  for (const [at, { vulnerable }] of labels) {
    for (const rule of vulnerable) {
      if (!security.has(rule)) continue;
      (reported.get(at)?.has(rule) === true ? found : missed).push({ place: `${app}/${at}`, rule });
    }
  }
  return { found, missed, falseAlarms };
}

/** Per rule, then in total. */
export function tally(
  results: readonly Comparison[],
): { rule: string; found: number; missed: number; falseAlarms: number }[] {
  const rows = new Map<string, { rule: string; found: number; missed: number; falseAlarms: number }>();
  const total = { rule: 'total', found: 0, missed: 0, falseAlarms: 0 };
  const add = (list: readonly Difference[], key: 'found' | 'missed' | 'falseAlarms'): void => {
    for (const { rule } of list) {
      let row = rows.get(rule);
      if (row === undefined) rows.set(rule, (row = { rule, found: 0, missed: 0, falseAlarms: 0 }));
      row[key]++;
      total[key]++;
    }
  };
  for (const { found, missed, falseAlarms } of results) {
    add(found, 'found');
    add(missed, 'missed');
    add(falseAlarms, 'falseAlarms');
  }
  return [...[...rows.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1)), total];
}

function readFiles(folder: string, prefix: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) Object.assign(files, readFiles(path, `${prefix}${name}/`));
    else if (!name.endsWith('.pyc')) files[prefix + name] = readFileSync(path, 'utf8');
  }
  return files;
}

function lineOf(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split('\n').length;
}
