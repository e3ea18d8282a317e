// What commits of a checkout hold, read out of git's object store. Nothing is checked out, so no filter, hook or driver that
// the checkout names can run. Every answer may be "git cannot say": history is often cut off, and git may be missing.
import type { Against } from '../base/options.ts';
import type { Changes, ChangesAnswer, FileChange } from './changes.ts';
import { readHunks, unchangedFile, wholeFile } from './changes.ts';
import { runGit } from './run-git.ts';

/** A file of a commit. */
export interface TreeFile {
  /** Relative to the root of the scan. */
  readonly path: string;
  readonly object: string;
}

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Full hash of a commit that is there: `HEAD`, its first parent, or a hash. */
export async function presentCommit(root: string, revision: string): Promise<string | undefined> {
  if (revision !== 'HEAD' && revision !== 'HEAD^1' && !commitPattern.test(revision)) return undefined;
  const answer = await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const commit = answer.ok ? answer.stdout.toString('latin1').trim() : '';
  return commitPattern.test(commit) ? commit : undefined;
}

/** The best common ancestor of two commits, as far as the history that is there tells. */
export async function mergeBase(root: string, one: string, other: string): Promise<string | undefined> {
  if (!commitPattern.test(one) || !commitPattern.test(other)) return undefined;
  const answer = await runGit(root, ['merge-base', one, other]);
  const commit = answer.ok ? answer.stdout.toString('latin1').trim().split('\n')[0]! : '';
  return commitPattern.test(commit) ? commit : undefined;
}

/** The commit before, if it is in the checkout: of a merge its first parent, otherwise the common ancestor. */
export async function baseCommit(root: string, head: string, { sha, isMerge }: Against): Promise<string | undefined> {
  const parent = isMerge ? await presentCommit(root, 'HEAD^1') : undefined;
  if (parent !== undefined) return parent;
  const tip = await presentCommit(root, sha);
  return tip && mergeBase(root, tip, head);
}

/** A regular file of a commit by its path in the repository. */
export async function fileOfCommit(
  root: string,
  commit: string,
  path: string,
): Promise<{ readonly text: string } | 'missing' | 'unknown'> {
  const listed = await runGit(root, ['ls-tree', '-z', '--full-tree', commit, '--', path]);
  if (!listed.ok) return 'unknown';
  const object = /^100\d{3} blob ([0-9a-f]+)\t/.exec(listed.stdout.toString('utf8'))?.[1];
  if (object === undefined) return 'missing';
  const [content] = (await readObjects(root, [object])) ?? [];
  return content === undefined ? 'unknown' : { text: content.toString('utf8') };
}

/** Where the root lies in its repository: `''` or a path that ends in a slash. */
export async function placeInRepository(root: string): Promise<string | undefined> {
  const answer = await runGit(root, ['rev-parse', '--show-prefix']);
  return answer.ok ? answer.stdout.toString('utf8').replace(/\n$/, '') : undefined;
}

/** Regular files of a commit below the root; links and submodules are left out. */
export async function filesOfCommit(root: string, commit: string): Promise<readonly TreeFile[] | undefined> {
  const prefix = await placeInRepository(root);
  if (prefix === undefined || !commitPattern.test(commit)) return undefined;
  const scope = prefix === '' ? [] : ['--', prefix];
  const answer = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit, ...scope]);
  if (!answer.ok) return undefined;
  return answer.stdout
    .toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
      if (match === null || !match[2]!.startsWith(prefix)) return [];
      return [{ path: match[2]!.slice(prefix.length), object: match[1]! }];
    });
}

/** The contents of objects, in their order; undefined if one of them is not there. */
export async function readObjects(root: string, objects: readonly string[]): Promise<readonly Buffer[] | undefined> {
  if (objects.length === 0) return [];
  const answer = await runGit(root, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  if (!answer.ok) return undefined;
  const { stdout } = answer;
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = stdout.indexOf(10, at);
    const header = end < 0 ? null : /^([0-9a-f]+) blob (\d+)$/.exec(stdout.toString('latin1', at, end));
    if (header === null || header[1] !== object) return undefined;
    const size = Number(header[2]);
    contents.push(stdout.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

// Plumbing, since it heeds less of the configuration than `git diff`; what it does heed is said again.
const diffArguments = [
  ...['diff-tree', '-r', '--no-commit-id', '--no-color', '--no-ext-diff', '--no-textconv', '--find-renames=50%'],
  ...['--full-index', '--ignore-submodules=none', '--submodule=short', '--no-relative'],
];

/** The lines that differ between two commits that are there. */
export async function changesBetween(root: string, base: string, head: string): Promise<ChangesAnswer> {
  const prefix = await placeInRepository(root);
  if (prefix === undefined || !commitPattern.test(base) || !commitPattern.test(head))
    return { ok: false, reason: 'git could not be asked' };
  const [names, patch] = await Promise.all([
    runGit(root, [...diffArguments, '--raw', '-z', base, head]),
    runGit(root, [...diffArguments, '--patch', '--unified=0', '--inter-hunk-context=0', base, head]),
  ]);
  if (!names.ok) return { ok: false, reason: names.reason };
  if (!patch.ok) return { ok: false, reason: patch.reason };
  const changes = readDiff(names.stdout.toString('utf8'), patch.stdout.toString('latin1'), prefix, base);
  return changes === undefined ? { ok: false, reason: "git's answer could not be read" } : { ok: true, changes };
}

interface NamedChange {
  readonly status: string;
  readonly from: string;
  readonly to: string;
}

/** Names come NUL-separated, patches in the same order: so no name has to be read out of a patch. */
function readDiff(names: string, patch: string, prefix: string, base: string): Changes | undefined {
  const entries = readNames(names);
  const sections = readSections(patch);
  if (entries === undefined || sections === undefined) return undefined;
  const files = new Map<string, FileChange>();
  const formerPaths = new Map<string, string>();
  const deleted: string[] = [];
  let next = 0;
  for (const { status, from, to } of entries) {
    // A change of type is written as a deletion and a new file.
    const own = sections.slice(next, next + (status === 'T' ? 2 : 1));
    next += own.length;
    const section = own.at(-1);
    if (section === undefined) return undefined;
    if (!to.startsWith(prefix)) continue;
    if (status === 'D') {
      deleted.push(to.slice(prefix.length));
      continue;
    }
    const path = to.slice(prefix.length);
    const change = section.hunks.length > 0 ? readHunks(section.hunks) : section.binary ? wholeFile : unchangedFile;
    if (change === undefined) return undefined;
    files.set(path, change);
    if (status === 'R' && from.startsWith(prefix)) formerPaths.set(path, from.slice(prefix.length));
  }
  return next === sections.length ? { files, deleted, formerPaths, by: 'git', base } : undefined;
}

function readNames(text: string): NamedChange[] | undefined {
  const fields = text.split('\0');
  if (fields.pop() !== '') return undefined;
  const entries: NamedChange[] = [];
  for (let at = 0; at < fields.length;) {
    const status = /^:\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([ACDMRT])\d*$/.exec(fields[at++]!)?.[1];
    const from = fields[at++];
    const to = status === 'R' || status === 'C' ? fields[at++] : from;
    if (status === undefined || from === undefined || to === undefined) return undefined;
    entries.push({ status, from, to });
  }
  return entries;
}

interface Section {
  /** From the first hunk header on. */
  readonly hunks: readonly string[];
  readonly binary: boolean;
}

function readSections(patch: string): Section[] | undefined {
  if (patch === '') return [];
  const lines = patch.split('\n');
  if (lines.pop() !== '') return undefined;
  const starts = lines.flatMap((line, index) => (line.startsWith('diff --git ') ? [index] : []));
  if (starts[0] !== 0) return undefined;
  return starts.map((start, index): Section => {
    const own = lines.slice(start + 1, starts[index + 1]);
    const first = own.findIndex((line) => line.startsWith('@@'));
    const head = first < 0 ? own : own.slice(0, first);
    return { hunks: first < 0 ? [] : own.slice(first), binary: head.some((line) => line.startsWith('Binary files ')) };
  });
}
