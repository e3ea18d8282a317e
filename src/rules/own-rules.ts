// Rules and models that a checkout brings along under `.pyverdict/` (docs/writing-rules.md). In: their texts. Out: what a release carries,
// with them. They are data: parsed, checked, and nothing in them is run. Loaded only where there are any.
import { createHash } from 'node:crypto';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { OwnFile } from '../base/options.ts';
import { withBoundedPatterns } from './bounded-pattern.ts';
import type { Bundle, Removing } from './bundle.ts';
import { modelSchema, type ModelEntry } from './model-schema.ts';
import { readRule } from './read-rule.ts';
import type { Rule, RuleFile } from './schema.ts';
import { checkYamlFile, lineOf, parseYamlFile } from './yaml-file.ts';

const SHOWN_MISTAKES = 20;
const modelFile = /^\.pyverdict\/models\/([^/]+)\.yml$/;

/** What the files of a checkout say. */
export interface OwnFiles {
  readonly rules: readonly RuleFile[];
  readonly models: readonly ModelEntry[];
  readonly removing: readonly Removing[];
}

/** The bundle with the rules and models of the checkout. Throws ConfigurationError with the mistakes of all files. */
export function withOwnRules(from: Bundle, files: readonly OwnFile[]): Bundle {
  const { rules, models, removing } = readOwnFiles(from, files);
  const own = rules.map(({ rule }) => rule);
  const hash = createHash('sha256').update(from.hash);
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`);
  return {
    rules: [...from.rules, ...own].sort((a, b) => (a.code < b.code ? -1 : 1)),
    models: [...from.models, ...models],
    hash: hash.digest('hex'),
    own: { rules: own.length, entries: models.length, removing },
  };
}

/** Their rules, with all examples, and models. Throws ConfigurationError with the mistakes of all files. */
export function readOwnFiles(from: Bundle, files: readonly OwnFile[]): OwnFiles {
  const mistakes: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return withBoundedPatterns(read);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      mistakes.push(...error.message.split('\n'));
      return undefined;
    }
  };
  const rules: RuleFile[] = [];
  const models: ModelEntry[] = [];
  const removing: Removing[] = [];
  for (const { path, text } of files) {
    const model = modelFile.exec(path)?.[1];
    if (model === undefined) {
      const rule = attempt(() => readRule(path, text, 'own'));
      if (rule !== undefined) rules.push(rule);
      continue;
    }
    const read = attempt(() => readOwnModel(path, text, model));
    models.push(...(read?.entries ?? []));
    removing.push(...(read?.removing ?? []));
  }
  mistakes.push(...taken(rules, from.rules));
  if (mistakes.length > 0) {
    const more = mistakes.length > SHOWN_MISTAKES ? [`and ${mistakes.length - SHOWN_MISTAKES} more`] : [];
    throw new ConfigurationError([...mistakes.slice(0, SHOWN_MISTAKES), ...more].join('\n'));
  }
  return { rules, models, removing };
}

/** Entries, and those of them that take findings away, with their lines. */
function readOwnModel(path: string, text: string, model: string): { entries: ModelEntry[]; removing: Removing[] } {
  const file = parseYamlFile(path, text);
  const entries = checkYamlFile(file, modelSchema).map((entry) => ({ ...entry, model }));
  const removing = entries.flatMap((entry, index): Removing[] => {
    const kinds = (entry.kind ?? []).filter((kind) => /^(?:sanitizer|guard):/.test(kind));
    if (kinds.length === 0) return [];
    return [{ names: namesOf(entry), kinds, path, line: lineOf(file, [index]) }];
  });
  return { entries, removing };
}

function namesOf({
  call,
  attr,
  assign,
  item,
  decorator,
  method,
  function: functions,
  registrar,
}: ModelEntry): readonly string[] {
  return call ?? attr ?? assign ?? item ?? decorator ?? method ?? functions ?? registrar ?? [];
}

/** Codes and ids are unique, also among the rules that are built in: either may stand in a comment. */
function taken(own: readonly RuleFile[], builtIn: readonly Rule[]): string[] {
  const seen = new Map(builtIn.flatMap(({ code, id }) => [code, id].map((name) => [name, `the built-in ${code}`])));
  return own.flatMap(({ path, rule }) =>
    [rule.code, rule.id].flatMap((name) => {
      const other = seen.get(name);
      seen.set(name, path);
      return other === undefined ? [] : [`${path}:1: ${name} is taken by ${other}`];
    }),
  );
}
