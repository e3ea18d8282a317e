// Reads every rule and model file of a `rules` folder and checks what concerns several of them. For scripts and tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Bundle } from './bundle.ts';
import type { ModelEntry } from './model-schema.ts';
import { readModel } from './read-model.ts';
import { readRule } from './read-rule.ts';
import type { RuleFile } from './schema.ts';

export interface RuleFolder {
  /** Sorted by code. */
  readonly rules: readonly RuleFile[];
  /** Sorted by file, then as they stand there. */
  readonly models: readonly ModelEntry[];
  /** What is wrong with the files that were left out, `path:line: message` each; empty: all is well. */
  readonly mistakes: readonly string[];
}

/** Rules and models below `folder` (absolute path). A file with a mistake is left out and its mistake kept. */
export function readRuleFolder(folder: string): RuleFolder {
  const mistakes: string[] = [];
  const rules = [
    ...readEach(folder, 'practice', readRule, mistakes),
    ...readEach(folder, 'security', readRule, mistakes),
  ];
  const models = readEach(folder, 'models', readModel, mistakes).flat();
  mistakes.push(...repeated(rules));
  return { rules: rules.sort((a, b) => (a.rule.code < b.rule.code ? -1 : 1)), models, mistakes };
}

/** What a release carries of them. Throws one ConfigurationError if any file has a mistake. */
export function bundleOf({ rules, models, mistakes }: RuleFolder): Bundle {
  if (mistakes.length > 0) throw new ConfigurationError(mistakes.join('\n'));
  const content = { rules: rules.map(({ rule }) => rule), models };
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}

function readEach<T>(folder: string, part: string, read: (path: string, text: string) => T, mistakes: string[]): T[] {
  if (!existsSync(join(folder, part))) return [];
  const names = readdirSync(join(folder, part)).filter((name) => name.endsWith('.yml'));
  return names.sort().flatMap((name) => {
    try {
      return [read(`rules/${part}/${name}`, readFileSync(join(folder, part, name), 'utf8'))];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      mistakes.push(error.message);
      return [];
    }
  });
}

/** Codes and ids are unique over both categories: either may be used in a suppression. `overlaps` may name rules to come. */
function repeated(rules: readonly RuleFile[]): string[] {
  const seen = new Map<string, string>();
  const mistakes: string[] = [];
  for (const { path, rule } of rules) {
    for (const name of [rule.code, rule.id]) {
      const other = seen.get(name);
      if (other !== undefined) mistakes.push(`${path}:1: ${name} is taken by ${other}`);
      seen.set(name, path);
    }
  }
  return mistakes;
}
