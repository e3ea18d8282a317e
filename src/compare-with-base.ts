// The commit a pull request starts from: what has changed since, and what was found in it. In: the options. Out: the
// comparison, or why there is none. The local git comes first; where history is cut off, GitHub's compare API. The commit is
// scanned out of git's objects, if they are there, with the rules of this run.
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Logger } from './base/logger.ts';
import type { Against, Options } from './base/options.ts';
import { deadline } from './deadline.ts';
import { isScanned, writeCommit } from './discover/base-tree.ts';
import type { ChangesAnswer } from './discover/changes.ts';
import { baseCommit, changesBetween, placeInRepository } from './discover/git-objects.ts';
import type { BaseScan, ComparisonAnswer } from './findings/comparison.ts';
import type { RuleSet } from './rules/load-rule-set.ts';
import { scan } from './scan.ts';

/** Compares if one of the scopes asks for it; undefined if none does. Never throws. */
export async function compareWithBase(
  options: Options,
  rules: RuleSet,
  log: Logger,
): Promise<ComparisonAnswer | undefined> {
  const asks = (scope: Options['scope']): boolean => scope === 'changed-lines' || scope === 'new';
  const { against, github, root } = options;
  if (against === undefined || !(asks(options.scope) || asks(options.failScope))) return undefined;
  const head = github?.head;
  if (head === undefined) return { unavailable: 'the scanned directory is no git checkout' };
  const base = await baseCommit(root, head, against);
  const local: ChangesAnswer =
    base === undefined
      ? { ok: false, reason: 'the history up to the base is not in the checkout' }
      : await changesBetween(root, base, head);
  const answer = local.ok ? local : await askApi(options, against, head, local.reason);
  if (!answer.ok) {
    log.warning(
      `Nobody could tell which lines changed: ${answer.reason}. Everything is shown, and nothing fails the run. ` +
        'With `fetch-depth: 0` in actions/checkout the local git can tell.',
    );
    return { unavailable: answer.reason };
  }
  const { changes } = answer;
  if (base === undefined || changes.by !== 'git') return { changes };
  const scanned = [...changes.files.keys(), ...changes.formerPaths.values(), ...changes.deleted].some(isScanned)
    ? await scanCommit(options, rules, log, base)
    : 'same';
  return { changes, ...(scanned && { base: scanned }) };
}

async function askApi(options: Options, { sha }: Against, head: string, reason: string): Promise<ChangesAnswer> {
  const { github, root } = options;
  if (!github || github.token() === '') return { ok: false, reason };
  const [{ compareCommits }, { connect }] = await Promise.all([
    import('./deliver/compare-commits.ts'),
    import('./deliver/github-api.ts'),
  ]);
  const prefix = (await placeInRepository(root)) ?? '';
  const answer = await compareCommits(await connect(github), github, sha, head, prefix);
  return answer.ok ? answer : { ok: false, reason: `${reason}, and ${answer.reason}` };
}

/** Findings of a commit; undefined if it could not be scanned as a whole. */
async function scanCommit(
  options: Options,
  rules: RuleSet,
  log: Logger,
  commit: string,
): Promise<BaseScan | undefined> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'pyverdict-base-')));
  try {
    if (!(await writeCommit(options.root, commit, directory))) return undefined;
    const paths = options.paths
      .map((path) => join(directory, relative(options.root, path)))
      .filter((path) => existsSync(path));
    // None of what is scanned was there: all of it is new.
    if (paths.length === 0) return { fingerprints: new Set(), credited: [] };
    const { baseline: _baseline, configFile: _file, ...rest } = options;
    const quiet: Logger = { ...log, info: () => {}, warning: () => {} };
    const outOfTime = deadline(options.timeoutMinutes);
    const set = await scan({ ...rest, root: directory, paths }, rules, quiet, outOfTime);
    if (outOfTime() || set.verdict === 'failed') return undefined;
    return {
      fingerprints: new Set(
        set.findings.filter(({ suppression }) => !suppression).map(({ fingerprint }) => fingerprint),
      ),
      credited: set.coverage.credited,
    };
  } catch (error) {
    log.info(`The commit before could not be scanned: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
