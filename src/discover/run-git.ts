// Runs git on a checkout that nobody vouches for.
// In: the checkout and git's arguments. Out: what git wrote, or why it did not work. Leaves alone: what the answer means.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';

export type GitAnswer =
  { readonly ok: true; readonly stdout: Buffer } | { readonly ok: false; readonly reason: string };

const maxOutputBytes = 512 * 1024 * 1024;
const timeoutMilliseconds = 120_000;

/**
 * Runs `git` in `root` (absolute, symlinks resolved) with `args` as they are and `input` on its standard input: no shell, no hook, no file system monitor, no
 * transport, no lazy fetch, no lock. Never throws and never rejects: git missing, refusing, or too slow is an answer too.
 *
 * The configuration inside a checkout can name programs; `github-delivery.md` §8 lists the flags that keep them from running.
 */
export function runGit(root: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  const program = findGit(root);
  if (program === undefined) return Promise.resolve({ ok: false, reason: 'git is not installed' });
  const safeArgs = [
    ...[
      '-c',
      'core.fsmonitor=false',
      '-c',
      'core.hooksPath=/dev/null',
      '-c',
      `safe.directory=${root.split(sep).join('/')}`,
    ],
    ...['--no-optional-locks', '-C', root, ...args],
  ];
  const options = {
    cwd: root,
    env: gitEnvironment(process.env),
    encoding: 'buffer' as const,
    maxBuffer: maxOutputBytes,
    timeout: timeoutMilliseconds,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile(program, safeArgs, options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, stdout });
      else resolve({ ok: false, reason: firstLine(stderr.toString('utf8')) ?? 'git could not be started' });
    });
    // A git that ends early closes its end; the answer above says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** The environment without what would send git elsewhere (a hook that calls us sets GIT_DIR and GIT_INDEX_FILE). */
function gitEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone fetches missing objects through whatever program its configuration names: nothing is fetched here.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
}

/** The first git of PATH outside the checkout. Left to the system, Windows would take a `git.exe` of the checkout itself. */
function findGit(root: string): string | undefined {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || folder === root || folder.startsWith(root + sep)) continue;
    for (const name of names) {
      if (statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true) return join(folder, name);
    }
  }
  return undefined;
}

function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim();
}
