// The configuration of the commit that a pull request starts from: a pull request must not change what it is judged by. In:
// the checkout and the commit. Out: its settings, or why they cannot be had. They come out of git's objects, or from GitHub's
// API where history is cut off. A mistake in them must not keep the pull request that mends it from being reviewed.
import { relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Against, ChangedConfiguration, RuleSettings } from '../base/options.ts';
import { baseCommit, fileOfCommit, placeInRepository } from '../discover/git-objects.ts';
import { configurationNames, maxConfigurationBytes, mayConfigure } from './configuration-file.ts';
import type { Settings } from './options-table.ts';
import type { FileSettings } from './read-settings.ts';
import { readSettings } from './read-settings.ts';

/** A file of a commit, `missing`, or `unknown` where nobody can tell. */
export type FetchFile = (path: string, commit: string) => Promise<{ readonly text: string } | 'missing' | 'unknown'>;

export interface BaseConfiguration extends FileSettings {
  /** Why the built-in settings stand in for those of the base. */
  readonly unreadable?: string;
}

const builtIn: FileSettings = { settings: {}, perPath: [] };

/** Reads the settings of the commit before. `given`: the file the workflow names, relative to the root. Never throws. */
export async function readBaseConfiguration(
  root: string,
  given: string,
  head: string | undefined,
  against: Against,
  fetch: FetchFile,
): Promise<BaseConfiguration> {
  const prefix = (await placeInRepository(root)) ?? '';
  const commit = head === undefined ? undefined : await baseCommit(root, head, against);
  const read = async (path: string): ReturnType<FetchFile> => {
    const local = commit === undefined ? 'unknown' : await fileOfCommit(root, commit, prefix + path);
    return local === 'unknown' ? fetch(prefix + path, commit ?? against.sha) : local;
  };
  const names = given === '' ? configurationNames : [relative(root, resolve(root, given)).split(sep).join('/')];
  for (const name of names) {
    const file = await read(name);
    if (file === 'unknown') return { ...builtIn, unreadable: 'it could not be read' };
    if (file === 'missing' || !mayConfigure(name, file.text)) continue;
    if (file.text.length > maxConfigurationBytes) return { ...builtIn, unreadable: 'it is larger than 1 MB' };
    try {
      const settings = await readSettings(file.text, name);
      if (settings !== undefined) return settings;
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return { ...builtIn, unreadable: `it has a mistake: ${error.message.split('\n')[0]}` };
    }
  }
  return builtIn;
}

/** What the pull request changes of the settings; undefined: nothing. `rules`: what its own settings say. */
export function changedConfiguration(
  before: BaseConfiguration,
  now: FileSettings,
  rules: RuleSettings,
): ChangedConfiguration | undefined {
  const names = new Set([...Object.keys(before.settings), ...Object.keys(now.settings)]) as Set<keyof Settings>;
  const differs = [...names].filter((name) => text(before.settings[name]) !== text(now.settings[name]));
  const keys = [...differs, ...(text(before.perPath) === text(now.perPath) ? [] : ['per-path'])].sort();
  if (keys.length === 0) return undefined;
  const { unreadable } = before;
  return { keys, ...(unreadable !== undefined && { unreadable }), rules };
}

function text(value: unknown): string {
  return JSON.stringify([value]);
}
