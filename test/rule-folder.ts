// The rules as they stand in rules/**/*.yml, read anew by each test file: editing a rule needs no other step.
import { fileURLToPath } from 'node:url';
import { readRuleFolder } from '../src/rules/read-rule-folder.ts';

export const rulesPath = fileURLToPath(new URL('../rules', import.meta.url));
export const ruleFolder = readRuleFolder(rulesPath);
