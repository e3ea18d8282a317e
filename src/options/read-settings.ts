// The text of a configuration file to settings. In: the text and its name. Out: what it sets. Every mistake is told at
// once, with file, line and the nearest valid name. The text is data that anybody may have written: it is parsed and
// checked, and nothing else. Leaves alone: where the file lies.
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import type { OwnFile, PathRules } from '../base/options.ts';
import type { OptionValue } from './option-value.ts';
import { checkOptionValue } from './option-value.ts';
import type { Settings } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import type { Mistake } from './path-rules.ts';
import { pathRulesKey, readPathRules } from './path-rules.ts';

/** What a configuration file sets. */
export interface FileSettings {
  readonly settings: Partial<Settings>;
  readonly perPath: readonly PathRules[];
}

const SHOWN_MISTAKES = 20;

/**
 * The settings of `pyverdict.toml`, or of `[tool.pyverdict]` if `name` is a pyproject.toml; undefined if that has no such
 * table. `ownRules`: what the checkout adds to the rules that may be named. Throws ConfigurationError with every mistake, one a line.
 */
export async function readSettings(
  text: string,
  name: string,
  ownRules: readonly OwnFile[] = [],
): Promise<FileSettings | undefined> {
  // Loaded only when there is a file to read: most scans have none, and start-up counts.
  const [{ parse, TomlError }, { tomlLines }] = await Promise.all([import('smol-toml'), import('./toml-lines.ts')]);
  const source = text.replace(/^\uFEFF/, '');
  let document: Record<string, unknown>;
  try {
    document = parse(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line says what is wrong; the rest repeats the text around it.
    const message = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    throw new ConfigurationError(`${name}:${error.line}: ${message}`);
  }
  const inProject = isPackaging(name);
  const above = inProject ? ['tool', 'pyverdict'] : [];
  const table = inProject ? tableOf(document['tool'], 'pyverdict') : document;
  if (table === undefined) return undefined;

  const mistakes: Mistake[] = [];
  const complain = (mistake: Mistake): void => void mistakes.push(mistake);
  const read = isTable(table) ? await checkTable(table, ownRules, complain) : undefined;
  if (read === undefined) complain({ path: [], message: 'tool.pyverdict is not a table' });
  if (read !== undefined && mistakes.length === 0) return read;
  const lineOf = tomlLines(source);
  const told = mistakes
    .map(({ path, message }) => ({ line: lineOf([...above, ...path]), message }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, message }) => `${name}:${line}: ${message}`);
  const more = told.length > SHOWN_MISTAKES ? [`and ${told.length - SHOWN_MISTAKES} more in ${name}`] : [];
  throw new ConfigurationError([...told.slice(0, SHOWN_MISTAKES), ...more].join('\n'));
}

/** Whether settings stand in a table of a file that is about packaging. */
export function isPackaging(name: string): boolean {
  return /(?:^|[\\/])pyproject\.toml$/.test(name);
}

async function checkTable(
  table: Readonly<Record<string, unknown>>,
  ownRules: readonly OwnFile[],
  complain: (mistake: Mistake) => void,
): Promise<FileSettings> {
  const rows = optionsTable.filter((row) => row.configuration);
  const settings: Record<string, OptionValue> = {};
  let perPath: readonly PathRules[] = [];
  for (const [key, value] of Object.entries(table)) {
    if (key === pathRulesKey) {
      perPath = readPathRules(value, complain);
      continue;
    }
    const row = rows.find((candidate) => candidate.name === key);
    if (row === undefined) {
      complain({ path: [key], message: `unknown key "${key}"${unknownHint(key, [...rows.map(({ name }) => name)])}` });
      continue;
    }
    try {
      settings[key] = checkOptionValue(row, value, key);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      complain({ path: [key], message: error.message });
    }
  }
  await checkRuleNames(settings, perPath, ownRules, complain);
  return { settings, perPath };
}

/** Some options exist, only not here: whoever writes one is told where it goes. */
function unknownHint(key: string, known: readonly string[]): string {
  const elsewhere = optionsTable.find((row) => row.name === key);
  if (elsewhere !== undefined) {
    const input = elsewhere.input ? `the input ${key} of the Action` : undefined;
    const places = [elsewhere.flag, input].filter((place) => place !== undefined);
    if (places.length > 0) return `: it is set by ${places.join(' or ')} only`;
  }
  return didYouMean(key, [...known, pathRulesKey]);
}

async function checkRuleNames(
  settings: Readonly<Record<string, OptionValue>>,
  perPath: readonly PathRules[],
  ownRules: readonly OwnFile[],
  complain: (mistake: Mistake) => void,
): Promise<void> {
  const lists = [
    ...(['select', 'ignore'] as const).map((key) => ({
      path: [key],
      names: (settings[key] ?? []) as readonly string[],
    })),
    ...perPath.flatMap((one, index) =>
      (['select', 'ignore'] as const).map((key) => ({ path: [pathRulesKey, index, key], names: one[key] })),
    ),
  ].filter(({ names }) => names.length > 0);
  if (lists.length === 0) return;
  const [{ bundleFor }, { requireRule }] = await Promise.all([
    import('../rules/bundle-for.ts'),
    import('../rules/find-rule.ts'),
  ]);
  const { rules } = await bundleFor(ownRules);
  const groups = ['security', 'practice'];
  for (const { path, names } of lists) {
    names.forEach((name, index) => {
      if (groups.includes(name)) return;
      try {
        requireRule(rules, name, groups);
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        complain({ path: [...path, index], message: `${String(path.at(-1))}: ${error.message}` });
      }
    });
  }
}

function tableOf(value: unknown, name: string): unknown {
  return isTable(value) ? value[name] : undefined;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
