// The configuration file of a checkout. In: the checkout's root and perhaps a path. Out: its settings. The file must lie
// inside the checkout: a pull request can bring along a link to anywhere.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { OwnFile } from '../base/options.ts';
import type { FileSettings } from './read-settings.ts';
import { isPackaging, readSettings } from './read-settings.ts';

export interface Configuration extends FileSettings {
  /** Absolute path of the file. */
  readonly file: string;
}

/** Where settings are looked for, in this order, if no file is named. */
export const configurationNames = ['pyverdict.toml', 'pyproject.toml'] as const;

export const maxConfigurationBytes = 1_000_000;

/**
 * Reads `given` (relative to `base`), or else `pyverdict.toml`, or else `[tool.pyverdict]` of `pyproject.toml` in the
 * root. Undefined if there is none. Throws ConfigurationError with every mistake.
 */
export async function readConfiguration(
  root: string,
  given: string,
  base: string,
  ownRules: readonly OwnFile[],
): Promise<Configuration | undefined> {
  if (given !== '') {
    const file = resolve(base, given);
    const text = readInside(root, file);
    if (text === undefined) throw new ConfigurationError(`configuration file ${given} does not exist`);
    return { file, ...((await readSettings(text, given, ownRules)) ?? { settings: {}, perPath: [] }) };
  }
  for (const name of configurationNames) {
    const file = join(root, name);
    const text = readInside(root, file);
    if (text === undefined || !mayConfigure(name, text)) continue;
    const read = await readSettings(text, name, ownRules);
    if (read !== undefined) return { file, ...read };
  }
  return undefined;
}

/** Most pyproject.toml files are not about us: one that does not even name us is not parsed. */
export function mayConfigure(name: string, text: string): boolean {
  return !isPackaging(name) || text.includes('pyverdict');
}

function readInside(root: string, file: string): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false });
  if (size === undefined) return undefined;
  const name = relative(root, file) || file;
  if (!size.isFile()) throw new ConfigurationError(`configuration file ${name} is not a file`);
  if (size.size > maxConfigurationBytes) throw new ConfigurationError(`configuration file ${name} is larger than 1 MB`);
  const real = realpathSync(file);
  if (!real.startsWith(realpathSync(root) + sep)) {
    throw new ConfigurationError(`configuration file ${name} lies outside of the checkout`);
  }
  return readFileSync(real, 'utf8');
}
