// What a step of a workflow hands to its runner: outputs, annotations and the job summary. Loads the toolkit only when called.
import type { Annotation } from '../report/annotations.ts';
import type { Outputs } from './outputs.ts';

/** Sets every output; the toolkit writes them with a random delimiter, so no value can forge another. */
export async function setOutputs(outputs: Outputs): Promise<void> {
  const core = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Leaves word for later steps of the job; without the runner's file for that, nothing. */
export async function rememberUploads(uploads: readonly string[]): Promise<void> {
  if (!process.env['GITHUB_ENV']) return;
  (await import('@actions/core')).exportVariable('PYVERDICT_UPLOADED', uploads.join('\n'));
}

/** Annotates the workflow run; the toolkit escapes what is in an annotation. */
export async function annotate(annotations: readonly Annotation[]): Promise<void> {
  const core = await import('@actions/core');
  for (const { level, title, message, place } of annotations) {
    core[level](message, {
      title,
      ...(place && {
        file: place.file,
        startLine: place.line,
        endLine: place.line,
        startColumn: place.column,
        endColumn: place.endColumn,
      }),
    });
  }
}

/** Appends to the job summary. Throws if the runner gave no file for it. */
export async function appendJobSummary(markdown: string): Promise<void> {
  const { summary } = await import('@actions/core');
  // A buffer of an earlier write that failed must not come back.
  await summary.emptyBuffer().addRaw(markdown, true).write();
}
