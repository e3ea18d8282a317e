// What scripts need of the sources, as one entry to bundle.
export { modelJsonSchema, ruleJsonSchema } from '../src/rules/json-schema.ts';
export { bundleOf, readRuleFolder } from '../src/rules/read-rule-folder.ts';
export { rulePage, ruleTable } from '../src/rules/rule-page.ts';
export { configurationJsonSchema } from '../src/options/configuration-schema.ts';
export { reportJsonSchema } from '../src/report/report-schema.ts';
