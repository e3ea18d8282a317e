// The stages from parsing to detections on texts in memory: the one place where examples of rules meet the pipeline, so that a hundred of
// them survive a change of its API.
import type { Advisories } from './advisories/advisory.ts';
import { collectAdvisories } from './advisories/collect-advisories.ts';
import type { Analysis, Detection } from './analyse/analysis.ts';
import { analyse } from './analyse/analyse.ts';
import { isProjectFile } from './discover/project-files.ts';
import { ownSeverity } from './findings/severity.ts';
import { modelOfTexts } from './model/model-of-texts.ts';
import { namedVersions } from './model/named-versions.ts';
import { levelOfSeverity, practiceLevel, severityOf } from './rules/derived.ts';
import type { RuleSet } from './rules/load-rule-set.ts';
import type { ModelEntry } from './rules/model-schema.ts';
import type { Rule } from './rules/schema.ts';

export interface ScannedExample {
  /** By path, then line. */
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly message: string;
    readonly tier: Detection['tier'];
    readonly level: 'error' | 'warning' | 'note' | 'off';
  }[];
  readonly inventory: number;
  /** Messages of problems that hid code or cost the rule. */
  readonly problems: readonly string[];
}

/** What this one rule finds in the files (path to text). */
export function scanExample(
  files: Readonly<Record<string, string>>,
  rule: Rule,
  models: readonly ModelEntry[],
): ScannedExample {
  const rules: RuleSet = {
    rules: [rule],
    models,
    all: [rule],
    hash: rule.code,
    familiesNotExamined: [],
  };
  const analysis: Analysis = analyseTexts(files, rules);
  const findings = analysis.detections.map((detection) => ({
    path: detection.file,
    line: lineAt(files[detection.file] ?? '', detection.range.start),
    message: detection.message,
    tier: detection.tier,
    level: detection.level ?? defaultLevel(rule, detection),
  }));
  findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return {
    findings,
    inventory: analysis.coverage.inventory.get(rule.code) ?? 0,
    problems: analysis.problems
      .filter(({ id, hidesCode }) => hidesCode || id === 'PVN005')
      .map(({ message }) => message),
  };
}

/** What the rules find in files given as path to text; packaging files among them become the project's. */
export function analyseTexts(files: Readonly<Record<string, string>>, rules: RuleSet): Analysis {
  const entries = Object.entries(files);
  const sources = Object.fromEntries(entries.filter(([path]) => /\.pyw?i?$/.test(path)));
  const packaging = Object.fromEntries(entries.filter(([path]) => isProjectFile(path)));
  const project = modelOfTexts(sources, packaging);
  const advisories = advisoriesOf(entries, project);
  return analyse(project, rules, { deferToConfiguredLinters: true, ...(advisories && { advisories }) });
}

/** The JSON files of the folder `advisories` are what the option of that name would give. */
function advisoriesOf(
  entries: readonly (readonly [string, string])[],
  project: ReturnType<typeof modelOfTexts>,
): Advisories | undefined {
  const documents = entries.filter(([path]) => /^advisories\/.+\.json$/.test(path));
  if (documents.length === 0) return undefined;
  const collector = collectAdvisories(
    new Set(namedVersions(project).map(({ dependency }) => dependency.name)),
    'advisories',
  );
  for (const [path, text] of documents) collector.add(path, text);
  return collector.finish();
}

function defaultLevel(rule: Rule, detection: Detection): 'error' | 'warning' | 'note' | 'off' {
  if (rule.category === 'practice') return practiceLevel(rule, detection.inTest);
  const usual = severityOf(rule, detection.tier === 'defect' ? 'defect' : 'hotspot');
  return levelOfSeverity(detection.severity === undefined ? usual : ownSeverity(detection.severity, detection.tier));
}

/** Line, from 1, of a byte of the text in UTF-8; lines end at LF, CRLF or CR. */
function lineAt(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split(/\r\n|\r|\n/).length;
}
