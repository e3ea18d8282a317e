// The program as it is shipped, built for the tests that run it as a process.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
// @ts-expect-error -- a build script, plain JavaScript
import { buildDist } from '../scripts/build.mjs';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds before the tests of the file; the result gives the directory. */
export function useBuiltDist(): () => string {
  let directory = '';
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'pyverdict-built-'));
    // In the repository package.json says this.
    writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
    await (buildDist as (out: string) => Promise<void>)(join(directory, 'dist'));
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return () => join(directory, 'dist');
}

/** The Node that the Action runs on, which is another than the tests' where `PYVERDICT_NODE` names one. */
export const actionNode = process.env['PYVERDICT_NODE'] ?? process.execPath;

/** Runs `node` with nothing of our environment but what a process needs to start. */
export function runNode(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<Ended> {
  const { PATH, SystemRoot, TEMP, TMP, HOME } = process.env;
  const kept = Object.fromEntries(
    Object.entries({ PATH, SystemRoot, TEMP, TMP, HOME }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  return new Promise((resolve) => {
    const child = execFile(
      node,
      [...args],
      { cwd, env: { ...kept, ...environment }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
