// The configuration file of a checkout. In: the checkout's root and perhaps a path. Out: its settings. The file is data
// that a pull request can bring along: it is parsed, checked and nothing else, and it must lie inside the checkout.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Settings } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import type { OptionValue } from './option-value.ts';
import { checkOptionValue } from './option-value.ts';

export interface Configuration {
  /** Absolute path of the file. */
  readonly file: string;
  readonly settings: Partial<Settings>;
}

const MAX_BYTES = 1_000_000;

/**
 * Reads `given` (relative to `base`), or else `pyverdict.toml`, or else `[tool.pyverdict]` of `pyproject.toml` in the
 * root. Undefined if there is none. Throws ConfigurationError naming file, key and the nearest valid key.
 */
export async function readConfiguration(root: string, given: string, base: string): Promise<Configuration | undefined> {
  if (given !== '') {
    const file = resolve(base, given);
    const text = readInside(root, file);
    if (text === undefined) throw new ConfigurationError(`configuration file ${given} does not exist`);
    const table = await tableOf(text, given, given.endsWith('pyproject.toml'));
    return { file, settings: checkTable(table ?? {}, given) };
  }
  for (const name of ['pyverdict.toml', 'pyproject.toml']) {
    const file = join(root, name);
    const text = readInside(root, file);
    // Most pyproject.toml files are not about us: one that does not even name us is not parsed.
    if (text === undefined || (name === 'pyproject.toml' && !text.includes('pyverdict'))) continue;
    const table = await tableOf(text, name, name === 'pyproject.toml');
    if (table !== undefined) return { file, settings: checkTable(table, name) };
  }
  return undefined;
}

function readInside(root: string, file: string): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false });
  if (size === undefined) return undefined;
  const name = relative(root, file) || file;
  if (!size.isFile()) throw new ConfigurationError(`configuration file ${name} is not a file`);
  if (size.size > MAX_BYTES) throw new ConfigurationError(`configuration file ${name} is larger than 1 MB`);
  const real = realpathSync(file);
  if (!real.startsWith(realpathSync(root) + sep)) {
    throw new ConfigurationError(`configuration file ${name} lies outside of the checkout`);
  }
  return readFileSync(real, 'utf8');
}

async function tableOf(text: string, name: string, packaging: boolean): Promise<Record<string, unknown> | undefined> {
  // Loaded only when there is a file to read: most scans have none, and start-up counts.
  const { parse, TomlError } = await import('smol-toml');
  let document: Record<string, unknown>;
  try {
    document = parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The first line says what is wrong; the rest repeats the text around it.
    const message = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    throw new ConfigurationError(`${name}:${error.line}: ${message}`);
  }
  if (!packaging) return document;
  const tool = document['tool'];
  const table = isTable(tool) ? tool['pyverdict'] : undefined;
  if (table === undefined) return undefined;
  if (!isTable(table)) throw new ConfigurationError(`${name}: tool.pyverdict is not a table`);
  return table;
}

function checkTable(table: Record<string, unknown>, name: string): Partial<Settings> {
  const rows = optionsTable.filter((row) => row.configuration);
  const settings: Record<string, OptionValue> = {};
  for (const [key, value] of Object.entries(table)) {
    const row = rows.find((candidate) => candidate.name === key);
    if (row === undefined) {
      const known = rows.map((candidate) => candidate.name);
      throw new ConfigurationError(`${name}: unknown key "${key}"${didYouMean(key, known)}`);
    }
    settings[key] = checkOptionValue(row, value, `${name}: ${key}`);
  }
  return settings;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
