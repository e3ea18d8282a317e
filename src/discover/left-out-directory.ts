// Which directories hold code that is not the project's: installed packages and vendored copies.
// In: a directory of the checkout. Out: why it is left out. Leaves alone: single files.
import type { Dirent } from 'node:fs';
import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { SkipReason } from './source-set.ts';

export interface LeftOut {
  readonly directory: string;
  readonly reason: Extract<SkipReason, 'virtual-environment' | 'vendored' | 'symlink' | 'symlink-outside'>;
  readonly detail: string;
}

/** Made by package managers, whatever is in them. */
const installedNames = new Set(['node_modules', '__pypackages__', '.tox', '.nox', '.eggs']);
/** Environments made before pyvenv.cfg existed (virtualenv until 20) show only their scripts. */
const environmentNames = new Set(['.venv', 'venv', '.env', 'env', 'ENV', 'virtualenv']);
const environmentScripts = ['bin/activate', 'Scripts/activate', 'Scripts/activate.bat'];

/** The underscore says it: copied in, not to be imported from outside. */
const vendoredNames = new Set(['_vendor', '_vendored', '_vendored_packages', 'vendored']);
/** A shop has a `vendor` package of its own: these need evidence that somebody else wrote what is inside. */
const perhapsVendoredNames = new Set([
  ...['vendor', 'vendors', 'third_party', 'third-party', 'thirdparty', '3rdparty', 'extern', '_extern', 'external'],
]);
const foreignEntry =
  /^(?:licen[cs]e|copying|notice)(?:[._-].*)?$|^vendor(?:ed)?\.(?:txt|toml)$|\.(?:dist-info|egg-info)$|^\.git$/i;
const maxChildren = 500;

/**
 * Makes a function that tells whether a directory, or one above it, is left out. Directories in `wanted` and those above them
 * are never left out: who names a directory inside a virtual environment wants it read. Answers are kept.
 *
 * - Virtual environment: `pyvenv.cfg` or `conda-meta/` inside; a usual name with activation scripts inside; the folders of
 *   package managers. A `site-packages` or `dist-packages` by itself is not one: unpacked distributions look like that.
 * - Vendored: a name that says so, or a name that may say so plus a foreign mark (licence, package metadata, `vendor.txt`,
 *   a checkout of its own) in the folder or in one of its direct children.
 * - A directory reached through a symbolic link is not entered; its files are read under their own names.
 */
export function leftOutDirectories(root: string, wanted: string): (directory: string) => LeftOut | undefined {
  const known = new Map<string, LeftOut | undefined>([['', undefined]]);
  for (let path = wanted; path !== ''; path = parentOf(path)) known.set(path, undefined);
  const look = (directory: string): LeftOut | undefined => {
    if (known.has(directory)) return known.get(directory);
    const answer = look(parentOf(directory)) ?? leftOutItself(root, directory);
    known.set(directory, answer);
    return answer;
  };
  return look;
}

/** The directory that holds `path`; `''` for what lies at the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function leftOutItself(root: string, directory: string): LeftOut | undefined {
  const absolute = `${root}/${directory}`;
  const name = directory.slice(directory.lastIndexOf('/') + 1);
  if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    const inside = leadsInside(root, absolute);
    const detail = inside ? 'a directory that is a symbolic link' : 'a symbolic link that leaves the checkout';
    return { directory, reason: inside ? 'symlink' : 'symlink-outside', detail };
  }
  const environment = environmentMark(absolute, name);
  if (environment !== undefined) return { directory, reason: 'virtual-environment', detail: environment };
  if (vendoredNames.has(name)) return { directory, reason: 'vendored', detail: `in ${directory}/` };
  if (!perhapsVendoredNames.has(name)) return undefined;
  const mark = foreignMark(absolute);
  return mark === undefined
    ? undefined
    : { directory, reason: 'vendored', detail: `in ${directory}/, which has ${mark}` };
}

function leadsInside(root: string, link: string): boolean {
  try {
    const real = realpathSync(link);
    return real === root || real.startsWith(root + sep);
  } catch {
    return false;
  }
}

function environmentMark(absolute: string, name: string): string | undefined {
  if (installedNames.has(name)) return `named ${name}`;
  if (existsSync(`${absolute}/pyvenv.cfg`)) return 'has pyvenv.cfg';
  if (environmentNames.has(name)) {
    const script = environmentScripts.find((path) => existsSync(`${absolute}/${path}`));
    if (script !== undefined) return `has ${script}`;
  }
  return existsSync(`${absolute}/conda-meta/history`) ? 'has conda-meta/history' : undefined;
}

function foreignMark(absolute: string): string | undefined {
  const entries = entriesOf(absolute);
  const own = entries.find((entry) => foreignEntry.test(entry.name));
  if (own !== undefined) return own.name;
  for (const child of entries.filter((entry) => entry.isDirectory()).slice(0, maxChildren)) {
    const mark = entriesOf(`${absolute}/${child.name}`).find((entry) => foreignEntry.test(entry.name));
    if (mark !== undefined) return `${child.name}/${mark.name}`;
  }
  return undefined;
}

/** Sorted, so that the mark which is named does not depend on the file system. */
function entriesOf(absolute: string): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
