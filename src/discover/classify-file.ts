// What becomes of one file of the checkout. In: its path. Out: read it, skip it and why, or nothing to do with Python.
// Leaves alone: directories, which `left-out-directory.ts` judges, and everything past the first bytes.
import type { Stats } from 'node:fs';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { extname, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import { filePath } from '../base/file-path.ts';
import type { Options } from '../base/options.ts';
import { hasPythonShebang, isBinary, readHead } from './file-head.ts';
import { generatedMark } from './generated-code.ts';
import { ignorePatterns } from './ignore-patterns.ts';
import type { LeftOut } from './left-out-directory.ts';
import { maxSourceBytes } from './max-source-bytes.ts';
import type { SkippedFile, SkipReason, SourceFile, SourceKind } from './source-set.ts';

export type Decision =
  | { readonly file: SourceFile }
  /** A symbolic link to `target`, a file of the checkout: read it only if `target` is not read. */
  | { readonly link: SourceFile; readonly target: string }
  | { readonly skipped: SkippedFile };

export interface Classifier {
  /** Whether the name alone says Python. */
  readonly mayBeSource: (path: string) => boolean;
  /** Whether the options leave the path out. */
  readonly isExcluded: (path: string) => boolean;
  /** A file that was listed; `folder`: the vendored directory it lies in. `undefined`: not Python. */
  readonly file: (path: string, folder: LeftOut | undefined) => Decision | undefined;
  /** A file the user named: size and binary content are all that is asked. */
  readonly named: (path: string) => Decision | undefined;
}

const kinds: Readonly<Record<string, SourceKind>> = {
  '.py': 'python',
  '.pyw': 'python',
  '.pyi': 'stub',
  '.ipynb': 'notebook',
};

/** Makes the classifier of one checkout. Throws ConfigurationError for a glob that cannot be used. */
export function classifier(root: string, options: Pick<Options, 'include' | 'exclude'>): Classifier {
  const exclude = globs('exclude', options.exclude);
  const include = globs('include', options.include);
  const excludedBy = (path: string): string | undefined => {
    if (options.exclude.length > 0 && exclude.ignores(path)) return 'matches exclude';
    return options.include.length > 0 && !include.ignores(path) ? 'matches no include' : undefined;
  };
  return {
    mayBeSource: (path) => kindOf(path) !== undefined,
    isExcluded: (path) => excludedBy(path) !== undefined,
    file: (path, folder) => {
      const kind = kindOf(path);
      // A script without extension shows only by its first line.
      if (kind === undefined && path.includes('.', path.lastIndexOf('/') + 1)) return undefined;
      const left = folder ?? exclusion(excludedBy(path));
      if (left !== undefined) return kind === undefined ? undefined : skip(path, left.reason, left.detail);
      return classify(root, path, kind, true);
    },
    named: (path) => classify(root, path, kindOf(path) ?? 'python', false),
  };
}

function globs(option: string, patterns: readonly string[]): ReturnType<typeof ignorePatterns>['matcher'] {
  const { matcher, refused } = ignorePatterns(patterns);
  if (refused[0] === undefined) return matcher;
  throw new ConfigurationError(
    `${option}: ${refused[0].slice(0, 80)} is too costly to match: write it with at most three **.`,
  );
}

function exclusion(detail: string | undefined): { reason: SkipReason; detail: string } | undefined {
  return detail === undefined ? undefined : { reason: 'excluded', detail };
}

function kindOf(path: string): SourceKind | undefined {
  return kinds[extname(path).toLowerCase()];
}

/** `kind` undefined: only a Python shebang makes it one. */
function classify(
  root: string,
  path: string,
  kind: SourceKind | undefined,
  asksForOrigin: boolean,
): Decision | undefined {
  const absolutePath = root + sep + (sep === '/' ? path : path.split('/').join(sep));
  const stats = lstatSync(absolutePath, { throwIfNoEntry: false });
  if (stats === undefined) {
    // A name that is not UTF-8 comes with replacement characters, and so cannot be opened.
    const isUnnameable = kind !== undefined && path.includes('\ufffd');
    // Otherwise it is tracked, but deleted or not checked out: nothing is there to read.
    return isUnnameable ? skip(path, 'unreadable', 'its name is not valid UTF-8') : undefined;
  }
  if (stats.isSymbolicLink()) return followLink(root, path, absolutePath, kind, asksForOrigin);
  return classifyRegular(path, absolutePath, stats, kind, asksForOrigin);
}

function classifyRegular(
  path: string,
  absolutePath: string,
  stats: Stats,
  kind: SourceKind | undefined,
  asksForOrigin: boolean,
): Decision | undefined {
  if (!stats.isFile()) return kind === undefined ? undefined : skip(path, 'unreadable', 'not a regular file');
  const file = (known: SourceKind): Decision => ({
    file: { path: filePath(path), absolutePath, kind: known, size: stats.size },
  });
  if (stats.size === 0) return kind === undefined ? undefined : file(kind);
  const head = readHead(absolutePath);
  if (head === undefined)
    return kind === undefined ? undefined : skip(path, 'unreadable', 'the system refuses to open it');
  const found = kind ?? (hasPythonShebang(head) ? 'python' : undefined);
  if (found === undefined) return undefined;
  const generated = asksForOrigin && found !== 'notebook' ? generatedMark(path, head) : undefined;
  if (generated !== undefined) return skip(path, 'generated', generated);
  if (isBinary(head)) return skip(path, 'binary', 'a zero byte near its start');
  if (stats.size > maxSourceBytes) return skip(path, 'too-large', tooLarge(stats.size));
  return file(found);
}

function followLink(
  root: string,
  path: string,
  absolutePath: string,
  kind: SourceKind | undefined,
  asksForOrigin: boolean,
): Decision | undefined {
  let real: string;
  let stats: Stats;
  try {
    real = realpathSync(absolutePath);
    stats = statSync(real);
  } catch {
    return kind === undefined ? undefined : skip(path, 'symlink', 'a symbolic link that leads nowhere');
  }
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
    const matters = kind !== undefined || stats.isDirectory();
    return matters ? skip(path, 'symlink-outside', 'a symbolic link that leaves the checkout') : undefined;
  }
  const target = real.slice(root.length).split(sep).join('/').replace(/^\//, '');
  if (stats.isDirectory()) return skip(path, 'symlink', `a symbolic link to the directory ${target}`);
  const decision = classifyRegular(path, real, stats, kind, asksForOrigin);
  return decision !== undefined && 'file' in decision ? { link: decision.file, target } : decision;
}

function tooLarge(size: number): string {
  return `${(size / 1e6).toFixed(1)} MB, more than ${maxSourceBytes / 1e6} MB`;
}

function skip(path: string, reason: SkipReason, detail: string): Decision {
  return { skipped: { path: filePath(path), reason, detail } };
}
