import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../options/temporary-directory.ts';

export interface GitRepository {
  readonly root: string;
  readonly git: (...args: string[]) => string;
  /** Writes files (undefined: removes them) and commits everything; the answer is the commit. */
  readonly commit: (files: Readonly<Record<string, string | Buffer | undefined>>) => string;
}

/** An empty repository on the branch `main`, gone when the test ends. */
export function gitRepository(root = temporaryDirectory()): GitRepository {
  const git = (...args: string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'protocol.file.allow=always', ...args],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim();
  git('init', '-q', '-b', 'main');
  return {
    root,
    git,
    commit: (files) => {
      for (const [path, content] of Object.entries(files)) {
        if (content === undefined) {
          rmSync(join(root, path));
          continue;
        }
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'x');
      return git('rev-parse', 'HEAD');
    },
  };
}
