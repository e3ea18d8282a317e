// The one place where examples meet the pipeline: a hundred examples survive a change of its API.
import type { Analysis, Detection } from '../src/analyse/analysis.ts';
import { analyseText } from './analyse-text.ts';
import { levelOfSeverity, practiceLevel, severityOf } from '../src/rules/derived.ts';
import type { RuleSet } from '../src/rules/load-rule-set.ts';
import type { Rule } from '../src/rules/schema.ts';
import { ruleFolder } from './rule-folder.ts';

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

/** What this one rule finds in the files (path to text), with all framework models. */
export function scanExample(files: Readonly<Record<string, string>>, rule: Rule): ScannedExample {
  const rules: RuleSet = {
    rules: [rule],
    models: ruleFolder.models,
    all: [rule],
    hash: rule.code,
    familiesNotExamined: [],
  };
  const analysis: Analysis = analyseText(files, rules);
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

function defaultLevel(rule: Rule, detection: Detection): 'error' | 'warning' | 'note' | 'off' {
  if (rule.category === 'practice') return practiceLevel(rule, detection.inTest);
  return levelOfSeverity(severityOf(rule, detection.tier === 'defect' ? 'defect' : 'hotspot'));
}

/** Line, from 1, of a byte of the text in UTF-8; lines end at LF, CRLF or CR. */
function lineAt(text: string, byte: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split(/\r\n|\r|\n/).length;
}
