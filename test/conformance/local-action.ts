// The Action through GitHub's own `@github/local-action`, on the Node that GitHub runs Actions on. In: a job as the child-process harness
// prepares it, and what to start. Out: the same as of a run, with the outputs that the tool printed.
//
// Its command `local-action` asks npm for tsx, which looks only into the folder it is started in; here tsx is started as that command does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Run } from '../action/run-action.ts';
import { endJob } from '../action/run-action.ts';
import { actionNode, runNode } from '../built-dist.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const installed = fileURLToPath(new URL('node_modules', import.meta.url));

/** `action`: the folder with `action.yml`; `entry`: a module in it with a function `run`. */
export async function runLocalAction(job: Job, action: string, entry: string): Promise<Run> {
  const settings = join(job.directory, '.env');
  // Quoted as that file wants it; no value here has a quote of its own.
  writeFileSync(
    settings,
    Object.entries(job.environment)
      .map(([name, value]) => `${name}='${value}'\n`)
      .join(''),
  );
  const tool = ['tsx/dist/cli.mjs', '@github/local-action/src/index.ts'].map((path) => join(installed, path));
  // It looks for the packages it replaces from where it is started.
  const environment = { TARGET_ACTION_PATH: action, NODE_PACKAGE_MANAGER: 'npm', NODE_NO_WARNINGS: '1' };
  const ended = await runNode([...tool, 'run', action, entry, settings], root, environment, actionNode);
  const run = endJob(job, ended);
  const printed = [...ended.stdout.matchAll(/^::set-output name=([\w-]+)::(.*)$/gm)];
  return {
    ...run,
    outputs: { ...run.outputs, ...Object.fromEntries(printed.map(([, name, value]) => [name!, value!])) },
  };
}
