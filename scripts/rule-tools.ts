// What scripts need of src/rules, as one entry to bundle.
export { modelJsonSchema, ruleJsonSchema } from '../src/rules/json-schema.ts';
export { bundleOf, readRuleFolder } from '../src/rules/read-rule-folder.ts';
export { rulePage, ruleTable } from '../src/rules/rule-page.ts';
