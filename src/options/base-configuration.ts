// The configuration of the commit that a pull request starts from: a pull request must not change what it is judged by. In:
// the checkout and the commit. Out: its settings, or why they cannot be had. They come out of git's objects, or from GitHub's
// API where history is cut off. A mistake in them must not keep the pull request that mends it from being reviewed.
import { relative, resolve, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Against, ChangedConfiguration, OwnFile, RuleSettings } from '../base/options.ts';
import { baseCommit, fileOfCommit, placeInRepository } from '../discover/git-objects.ts';
import { configurationNames, maxConfigurationBytes, mayConfigure } from './configuration-file.ts';
import { bundleFor } from '../rules/bundle-for.ts';
import type { Settings } from './options-table.ts';
import type { FetchFolder } from './own-rules.ts';
import { fetchOwnRules, ownRulesOfCommit } from './own-rules.ts';
import type { FileSettings } from './read-settings.ts';
import { readSettings } from './read-settings.ts';

/** A file of a commit, `missing`, or `unknown` where nobody can tell. */
export type FetchFile = (path: string, commit: string) => Promise<{ readonly text: string } | 'missing' | 'unknown'>;

export interface BaseConfiguration extends FileSettings {
  readonly ownRules: readonly OwnFile[];
  /** Why the built-in settings stand in for those of the base. */
  readonly unreadable?: string;
}

const builtIn: BaseConfiguration = { settings: {}, perPath: [], ownRules: [] };

/** Who can be asked about a commit that is not in the checkout. */
export interface Remote {
  readonly file: FetchFile;
  readonly folder: FetchFolder;
}

/** Reads the settings of the commit before. `given`: the file the workflow names, relative to the root. Never throws. */
export async function readBaseConfiguration(
  root: string,
  given: string,
  head: string | undefined,
  against: Against,
  remote: Remote,
): Promise<BaseConfiguration> {
  const prefix = (await placeInRepository(root)) ?? '';
  const commit = head === undefined ? undefined : await baseCommit(root, head, against);
  const read = async (path: string): ReturnType<FetchFile> => {
    const local = commit === undefined ? 'unknown' : await fileOfCommit(root, commit, prefix + path);
    return local === 'unknown' ? remote.file(prefix + path, commit ?? against.sha) : local;
  };
  const unreadable = (why: string): BaseConfiguration => ({ ...builtIn, unreadable: why });
  try {
    const ownRules =
      (commit === undefined ? undefined : await ownRulesOfCommit(root, commit)) ??
      (await fetchOwnRules(prefix, commit ?? against.sha, remote.folder, remote.file));
    if (ownRules === undefined) return unreadable('it could not be read');
    await bundleFor(ownRules);
    const names = given === '' ? configurationNames : [relative(root, resolve(root, given)).split(sep).join('/')];
    for (const name of names) {
      const file = await read(name);
      if (file === 'unknown') return unreadable('it could not be read');
      if (file === 'missing' || !mayConfigure(name, file.text)) continue;
      if (file.text.length > maxConfigurationBytes) return unreadable('it is larger than 1 MB');
      const settings = await readSettings(file.text, name, ownRules);
      if (settings !== undefined) return { ...settings, ownRules };
    }
    return { ...builtIn, ownRules };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return unreadable(`it has a mistake: ${error.message.split('\n')[0]}`);
  }
}

/** What the pull request changes of the settings, and of its own rules and models; undefined: nothing. `rules`: what it says itself. */
export async function changedConfiguration(
  before: BaseConfiguration,
  now: FileSettings & { readonly ownRules: readonly OwnFile[] },
  rules: RuleSettings,
): Promise<ChangedConfiguration | undefined> {
  const names = new Set([...Object.keys(before.settings), ...Object.keys(now.settings)]) as Set<keyof Settings>;
  const differs = [...names].filter((name) => text(before.settings[name]) !== text(now.settings[name]));
  const keys = [
    ...differs,
    ...(text(before.perPath) === text(now.perPath) ? [] : ['per-path']),
    ...changedFiles(before.ownRules, now.ownRules),
  ].sort();
  if (keys.length === 0) return undefined;
  const { unreadable } = before;
  const removing = await addedRemovals(before.ownRules, now.ownRules);
  return {
    keys,
    ...(unreadable !== undefined && { unreadable }),
    ...(removing.length > 0 && { removing }),
    rules,
  };
}

function changedFiles(before: readonly OwnFile[], now: readonly OwnFile[]): string[] {
  const texts = (files: readonly OwnFile[]): Map<string, string> =>
    new Map(files.map(({ path, text: own }) => [path, own]));
  const [old, fresh] = [texts(before), texts(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path));
}

/** Sanitizers and guards in the models that the commit before does not have. */
async function addedRemovals(before: readonly OwnFile[], now: readonly OwnFile[]): Promise<string[]> {
  const wordsOf = async (files: readonly OwnFile[]): Promise<Map<string, string>> => {
    const { own } = await bundleFor(files);
    return new Map(
      (own?.removing ?? []).map(({ names, kinds, path, line }) => [
        text([names, kinds, path]),
        `${kinds.join(', ')} ${names.join(', ')} (${path} line ${line})`,
      ]),
    );
  };
  const [old, fresh] = [await wordsOf(before), await wordsOf(now)];
  return [...fresh].flatMap(([key, words]) => (old.has(key) ? [] : [words]));
}

function text(value: unknown): string {
  return JSON.stringify([value]);
}
