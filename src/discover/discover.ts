// The stage `discover`. In: the root, what to scan, which globs. Out: a SourceSet: files to read, files left out and why, the
// project's description of itself. Leaves alone: the contents of sources past their first bytes; nothing is executed or followed out.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, relative, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import { filePath } from '../base/file-path.ts';
import type { Options } from '../base/options.ts';
import type { Problem } from '../base/problem.ts';
import type { Decision } from './classify-file.ts';
import { classifier } from './classify-file.ts';
import { leftOutDirectories, parentOf } from './left-out-directory.ts';
import { listFiles } from './list-files.ts';
import { describesProject, isProjectFile, projectFilesAbove, readProjectFile } from './project-files.ts';
import type { ProjectFile, SkippedFile, SourceFile, SourceSet } from './source-set.ts';
import { looksLikeTestPath } from './test-path.ts';

type DiscoverOptions = Pick<Options, 'root' | 'paths' | 'include' | 'exclude'>;

/** A path the user named, relative to the root with `/`; `''` is the root itself. */
interface Given {
  readonly path: string;
  readonly isDirectory: boolean;
}

/**
 * Lists the Python sources below `options.paths` (none: the root). A file that is named itself is always taken, also when it is
 * ignored, excluded, vendored or generated; only its size and a binary content keep it out.
 * Throws ConfigurationError if a path does not exist or lies outside the root, or if a glob cannot be used.
 */
export async function discover(options: DiscoverOptions): Promise<SourceSet> {
  const root = realDirectory(options.root);
  const givens = (options.paths.length === 0 ? [root] : options.paths).map((path) => given(root, path));
  const classify = classifier(root, options);
  const decisions = new Map<string, Decision>();
  const projectPaths = new Set<string>();
  const problems: Problem[] = [];
  let listedBy: SourceSet['listedBy'] = 'git';

  for (const directory of givens.filter((one) => one.isDirectory).map((one) => one.path)) {
    const leftOut = leftOutDirectories(root, directory);
    const leaveOut = (path: string): boolean => {
      const found = leftOut(path);
      if (found === undefined || found.reason === 'vendored') return false;
      settle(decisions, { skipped: { path: filePath(found.directory), reason: found.reason, detail: found.detail } });
      return true;
    };
    const listing = await listFiles(root, directory, leaveOut);
    if (listing.listedBy === 'ignore-files') listedBy = 'ignore-files';
    problems.push(...listing.problems);
    for (const path of listing.files) {
      const folder = leftOut(parentOf(path));
      if (folder !== undefined && folder.reason !== 'vendored') {
        if (classify.mayBeSource(path)) leaveOut(folder.directory);
        continue;
      }
      // What describes the project holds for all of it; of what is left out nothing is told.
      if (folder === undefined && (describesProject(path) || (isProjectFile(path) && !classify.isExcluded(path))))
        projectPaths.add(path);
      settle(decisions, classify.file(path, folder));
    }
    for (const path of listing.unreadable) {
      const detail = 'the directory could not be listed';
      settle(decisions, { skipped: { path: filePath(path === '' ? '.' : path), reason: 'unreadable', detail } });
    }
  }
  for (const one of givens) {
    if (!one.isDirectory) settle(decisions, classify.named(one.path));
    for (const path of projectFilesAbove(root, one.path)) projectPaths.add(path);
  }
  settleLinks(decisions);

  const sorted = [...decisions.values()].sort(byPath);
  const files = sorted.flatMap((decision) => ('file' in decision ? [withNamedFolders(decision.file, givens)] : []));
  const skipped = sorted.flatMap((decision) => ('skipped' in decision ? [decision.skipped] : []));
  const read = [...projectPaths].sort(inCodeUnitOrder).flatMap((path) => readProjectFile(root, path) ?? []);
  return {
    root,
    ...(givens.some((one) => one.path === '') && existsSync(`${root}${sep}.git`) && { cloneName: basename(root) }),
    files,
    skipped,
    projectFiles: read.filter((one): one is ProjectFile => 'text' in one),
    listedBy,
    problems: [
      ...problems,
      ...read.filter((one): one is Problem => 'id' in one),
      ...skipped.flatMap(hidingProblem),
    ].sort((a, b) => inCodeUnitOrder(a.file ?? '', b.file ?? '') || inCodeUnitOrder(a.message, b.message)),
  };
}

/** A file with the number of folders that every path by which it was asked for names. */
function withNamedFolders(file: SourceFile, givens: readonly Given[]): SourceFile {
  const counts = givens
    .filter(({ path, isDirectory }) =>
      isDirectory ? path === '' || file.path.startsWith(`${path}/`) : file.path === path,
    )
    .map(({ path, isDirectory }) => (isDirectory && path !== '' ? path.split('/').length : 0));
  const namedFolders = Math.min(...counts);
  return namedFolders > 0 && Number.isFinite(namedFolders) ? { ...file, namedFolders } : file;
}

function realDirectory(path: string): string {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) return real;
  } catch {
    throw new ConfigurationError(`The root ${path} does not exist.`);
  }
  throw new ConfigurationError(`The root ${path} is not a directory.`);
}

function given(root: string, path: string): Given {
  let real: string;
  try {
    real = realpathSync(path);
  } catch {
    throw new ConfigurationError(`${path} does not exist.`);
  }
  const below = relative(root, real).split(sep).join('/');
  if (below === '..' || below.startsWith('../') || isAbsolute(below)) {
    throw new ConfigurationError(`${path} lies outside the root of the checkout, ${root}.`);
  }
  const stats = statSync(real);
  if (!stats.isDirectory() && !stats.isFile())
    throw new ConfigurationError(`${path} is neither a file nor a directory.`);
  return { path: below, isDirectory: stats.isDirectory() };
}

/** Several given paths can hold the same file: what one of them takes is taken. */
function settle(decisions: Map<string, Decision>, decision: Decision | undefined): void {
  if (decision === undefined) return;
  const path = pathOf(decision);
  const earlier = decisions.get(path);
  if (earlier === undefined || ('skipped' in earlier && !('skipped' in decision))) decisions.set(path, decision);
}

/** A link inside the checkout is read only if what it points to is not read under its own name. */
function settleLinks(decisions: Map<string, Decision>): void {
  const taken = new Set([...decisions.keys()].filter((path) => !('link' in (decisions.get(path) ?? {}))));
  for (const path of [...decisions.keys()].sort(inCodeUnitOrder)) {
    const decision = decisions.get(path);
    if (decision === undefined || !('link' in decision)) continue;
    if (taken.has(decision.target)) {
      const detail = `a symbolic link to ${decision.target}`;
      decisions.set(path, { skipped: { path: decision.link.path, reason: 'symlink', detail } });
    } else {
      taken.add(decision.target);
      decisions.set(path, { file: decision.link });
    }
  }
}

function pathOf(decision: Decision): string {
  if ('file' in decision) return decision.file.path;
  return 'link' in decision ? decision.link.path : decision.skipped.path;
}

/** Only what might be production code and would have been read keeps a verdict from being clean (`design.md` §6). */
function hidingProblem(skipped: SkippedFile): Problem[] {
  if (skipped.reason !== 'too-large' && skipped.reason !== 'unreadable') return [];
  if (looksLikeTestPath(skipped.path) || skipped.path.endsWith('.pyi')) return [];
  const advice =
    skipped.reason === 'too-large'
      ? 'exclude it if it is data or generated.'
      : 'mend its name or permissions, or exclude it.';
  return [
    {
      id: 'PVN002',
      message: `${skipped.path} was not read: ${skipped.detail}; ${advice}`,
      file: skipped.path,
      hidesCode: true,
    },
  ];
}

function byPath(a: Decision, b: Decision): number {
  return inCodeUnitOrder(pathOf(a), pathOf(b));
}

function inCodeUnitOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
