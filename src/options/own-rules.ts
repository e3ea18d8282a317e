// Rules and models that a checkout brings along: `.pyverdict/rules/*.yml` and `.pyverdict/models/*.yml`. In: the root, or a commit. Out: the
// texts, by path. Leaves alone: what they say. A link leads somewhere else and is no file of the checkout.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { OwnFile } from '../base/options.ts';
import { filesOfCommit, readObjects } from '../discover/git-objects.ts';

const folders = ['.pyverdict/models', '.pyverdict/rules'] as const;
const ownFile = /^\.pyverdict\/(?:models|rules)\/[^/]+\.yml$/;
const MOST_FILES = 200;
const MOST_BYTES = 256 * 1024;

/** Names in a folder of a commit, `missing`, or `unknown` where nobody can tell. */
export type FetchFolder = (path: string, commit: string) => Promise<readonly string[] | 'missing' | 'unknown'>;

/** Of the checkout on disk. Throws ConfigurationError for what is too much. */
export function readOwnRules(root: string): OwnFile[] {
  if (!isFolder(join(root, '.pyverdict'))) return [];
  const paths = folders.flatMap((folder) => {
    if (!isFolder(join(root, folder))) return [];
    return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  });
  const files = paths.filter((path) => ownFile.test(path) && isFile(join(root, path))).sort();
  for (const path of paths) {
    if (/\.yaml$/.test(path)) throw new ConfigurationError(`${path}: only files that end in .yml are read`);
  }
  return checked(files.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })));
}

/** Of a commit that is in the checkout; undefined where git cannot say. */
export async function ownRulesOfCommit(root: string, commit: string): Promise<OwnFile[] | undefined> {
  const tree = await filesOfCommit(root, commit);
  const files = tree?.filter(({ path }) => ownFile.test(path));
  const texts =
    files &&
    (await readObjects(
      root,
      files.map(({ object }) => object),
    ));
  if (files === undefined || texts === undefined) return undefined;
  return checked(files.map(({ path }, index) => ({ path, text: texts[index]!.toString('utf8') })));
}

/** The same by asking somebody else, for a checkout without history. `prefix`: where the root lies in its repository. */
export async function fetchOwnRules(
  prefix: string,
  commit: string,
  fetchFolder: FetchFolder,
  fetchFile: (path: string, commit: string) => Promise<{ readonly text: string } | 'missing' | 'unknown'>,
): Promise<OwnFile[] | undefined> {
  const found: OwnFile[] = [];
  for (const folder of folders) {
    const names = await fetchFolder(prefix + folder, commit);
    if (names === 'unknown') return undefined;
    if (names === 'missing') continue;
    const paths = names.map((name) => `${folder}/${name}`).filter((path) => ownFile.test(path));
    if (paths.length > MOST_FILES) return undefined;
    for (const path of paths.sort()) {
      const file = await fetchFile(prefix + path, commit);
      if (file === 'unknown') return undefined;
      if (file !== 'missing') found.push({ path, text: file.text });
    }
  }
  return checked(found);
}

function checked(files: OwnFile[]): OwnFile[] {
  if (files.length > MOST_FILES)
    throw new ConfigurationError(`.pyverdict has over ${MOST_FILES} files of rules and models`);
  const large = files.find(({ text }) => text.length > MOST_BYTES);
  if (large !== undefined) throw new ConfigurationError(`${large.path} is larger than 256 KB`);
  return files;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFile(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= 4 * MOST_BYTES;
}
