// What a step of a workflow hands to its runner: outputs and the job summary. Loads the toolkit only when called.
import type { Outputs } from './outputs.ts';

/** Sets every output; the toolkit writes them with a random delimiter, so no value can forge another. */
export async function setOutputs(outputs: Outputs): Promise<void> {
  const core = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Appends to the job summary. Throws if the runner gave no file for it. */
export async function appendJobSummary(markdown: string): Promise<void> {
  const { summary } = await import('@actions/core');
  // A buffer of an earlier write that failed must not come back.
  await summary.emptyBuffer().addRaw(markdown, true).write();
}
