// Writes the generated files; with --check compares them and fails on a difference.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generatedRuleFiles } from './bundle-rules.mjs';
import { syntaxKinds } from './generate-syntax-kinds.mjs';
import { optionsPage, withOptionTables } from './option-docs.mjs';

const root = new URL('../', import.meta.url);
const check = process.argv.includes('--check');
const ofRules = generatedRuleFiles(root);
const files = {
  'src/parse/syntax-kinds.ts': syntaxKinds(root),
  ...ofRules,
  'README.md': withOptionTables(ofRules['README.md']),
  'docs/options.md': optionsPage(),
};

let stale = 0;
for (const [path, text] of Object.entries(files)) {
  const url = new URL(path, root);
  if (existsSync(url) && readFileSync(url, 'utf8') === text) continue;
  if (check) {
    console.error(`${path} is not what scripts/generate.mjs writes: run "npm run generate"`);
    stale++;
  } else {
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, text);
    console.log(`wrote ${path}`);
  }
}

// The page of a rule that is gone.
const pages = new URL('docs/rules/', root);
for (const name of existsSync(pages) ? readdirSync(pages) : []) {
  if (!name.endsWith('.md') || `docs/rules/${name}` in files) continue;
  if (check) {
    console.error(`docs/rules/${name} belongs to no rule: run "npm run generate"`);
    stale++;
  } else {
    rmSync(new URL(name, pages));
    console.log(`removed docs/rules/${name}`);
  }
}
process.exitCode = stale ? 1 : 0;
