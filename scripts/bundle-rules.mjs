// From rules/**/*.yml to what is generated of them: the JSON that is compiled in, help pages, editors' schemas, the README's table.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './import-typescript.mjs';

const tools = await importTypeScript('scripts/rule-tools.ts');

/** Text of src/rules/bundled.json. Throws with every mistake of every rule file. */
export function bundleRules(root) {
  const folder = tools.readRuleFolder(fileURLToPath(new URL('rules', root)));
  return `${JSON.stringify(tools.bundleOf(folder), null, 1)}\n`;
}

/** Generated files by path, src/rules/bundled.json included. */
export function generatedRuleFiles(root) {
  const bundled = bundleRules(root);
  const { rules } = JSON.parse(bundled);
  const files = {
    'src/rules/bundled.json': bundled,
    'rules/rule.schema.json': tools.ruleJsonSchema(),
    'rules/model.schema.json': tools.modelJsonSchema(),
    'rules/report.schema.json': `${JSON.stringify(tools.reportJsonSchema(), null, 2)}\n`,
  };
  files['rules/configuration.schema.json'] = tools.configurationJsonSchema();
  for (const rule of rules) files[`docs/rules/${rule.id}.md`] = tools.rulePage(rule);
  files['README.md'] = withRuleTable(readFileSync(new URL('README.md', root), 'utf8'), rules);
  return files;
}

/** The README with its table replaced; the markers stay. */
function withRuleTable(readme, rules) {
  const [start, end] = ['<!-- rules:start -->', '<!-- rules:end -->'];
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md needs the markers ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n\n${tools.ruleTable(rules)}\n\n${readme.slice(to)}`;
}
