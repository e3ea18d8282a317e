// The stages from parsing to detections on texts in memory.
import type { Analysis } from '../src/analyse/analysis.ts';
import { analyse } from '../src/analyse/analyse.ts';
import { isProjectFile } from '../src/discover/project-files.ts';
import type { RuleSet } from '../src/rules/load-rule-set.ts';
import { projectOf } from './model/project-of.ts';

/** What the rules find in files given as path to text; packaging files among them become the project's. */
export function analyseText(files: Readonly<Record<string, string>>, rules: RuleSet): Analysis {
  const entries = Object.entries(files);
  const sources = Object.fromEntries(entries.filter(([path]) => /\.pyw?i?$/.test(path)));
  const packaging = Object.fromEntries(entries.filter(([path]) => isProjectFile(path)));
  return analyse(projectOf(sources, packaging), rules, { deferToConfiguredLinters: true });
}
