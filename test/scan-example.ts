// An example of a built-in rule, with the models as they stand in rules/models.
import type { Rule } from '../src/rules/schema.ts';
import type { ScannedExample } from '../src/scan-example.ts';
import { scanExample as scanWith } from '../src/scan-example.ts';
import { ruleFolder } from './rule-folder.ts';

/** What this one rule finds in the files (path to text), with all framework models. */
export function scanExample(files: Readonly<Record<string, string>>, rule: Rule): ScannedExample {
  return scanWith(files, rule, ruleFolder.models);
}
