// What a run leaves behind that ended before it could report: its SARIF. In: where it may lie, best first, and why the run failed.
// Out: the file, inside the workspace.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderFailure } from '../report/render-failure.ts';
import { writeResultFile } from './write-file.ts';

/**
 * Writes the SARIF of a failed run to the first of `paths`, relative to the workspace, that can be written. What the user asked for may be
 * what is wrong. The path that was written; undefined if none could be.
 */
export function writeFailedRun(
  workspace: string,
  paths: readonly string[],
  reason: string,
  isConfiguration: boolean,
  informationUri?: string,
): string | undefined {
  const text = renderFailure(reason, isConfiguration, informationUri);
  return paths.find((path) => {
    try {
      const within = realpathSync(workspace);
      writeResultFile(resolve(within, path), text, within);
      return true;
    } catch {
      return false;
    }
  });
}
