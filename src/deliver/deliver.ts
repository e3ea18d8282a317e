// Stage 9. In: the report and the options. Out: files, the upload, standard output, the job summary, the outputs, and
// whether the run failed. Each step is on its own: one that fails is told of and the next ones still run. The gate comes
// last and looks at the complete findings, whatever was uploaded or shown.
import { basename, isAbsolute, relative, sep } from 'node:path';
import type { Logger } from '../base/logger.ts';
import { foreignEvents } from '../base/github-context.ts';
import type { Options } from '../base/options.ts';
import type { FindingSet } from '../findings/finding-set.ts';
import type { DeliveryOutcome } from '../report/delivery-outcome.ts';
import { githubCommands } from '../report/formats/github-commands.ts';
import type { Report } from '../report/render.ts';
import type { GateExitCode } from './gate.ts';
import { failing, gate } from './gate.ts';
import { annotate, appendJobSummary, setOutputs } from './job.ts';
import type { WrittenFiles } from './outputs.ts';
import { outputs } from './outputs.ts';
import { shownScope } from '../findings/scope.ts';
import { tellCorrections } from './tell-corrections.ts';
import { uploadStep } from './upload-step.ts';
import { writeResultFile } from './write-file.ts';

export interface Delivery {
  /** For the command line; 3: nothing could be analysed, or a file that was asked for could not be written. */
  readonly exitCode: GateExitCode | 3;
  /** Why the run fails, in one line; absent if it passed. */
  readonly failure?: string;
}

/** Delivers the report on these findings everywhere it was asked for. Only a bug makes it throw. */
export async function deliver(findings: FindingSet, report: Report, options: Options, log: Logger): Promise<Delivery> {
  const wanted = options.outputs;
  const inAction = options.host === 'action';
  const failures: string[] = [];
  const attempt = async (what: string, step: () => void | Promise<void>): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      const message = `${what} could not be written: ${reasonOf(error)}`;
      failures.push(message);
      log.warning(message);
      return false;
    }
  };
  const write = (path: string | undefined, text: () => string): Promise<boolean> =>
    path === undefined
      ? Promise.resolve(false)
      : attempt(shownPath(path, options), () => writeResultFile(path, text(), wanted.within));

  const { github } = options;
  // What such a run scans was written by somebody who may not push here, and it runs with this repository's rights.
  if (github !== undefined && foreignEvents.has(github.eventName))
    log.warning(`On ${github.eventName} the commit ${github.head ?? 'of the checkout'} was scanned, whoever wrote it.`);
  if (findings.coverage.files.length === 0)
    log.warning('No Python file was analysed: this run says nothing about the code.');
  const sarifWritten = await write(wanted.sarif, () => pretty(report.sarif));
  const jsonWritten = await write(wanted.json, () => pretty(report.json));
  const { upload, cut } = await uploadStep(report, options, log);
  const gated = gate(findings, options);
  // Code scanning annotates what was uploaded; twice would only annoy.
  const isAnnotated = upload.status === 'uploaded' || upload.status === 'processing';
  const { annotations = 'auto' } = wanted;
  if (inAction && (annotations === 'true' || (annotations === 'auto' && !isAnnotated)))
    await attempt('Annotations', () => annotate(report.annotations(failing(findings, options))));

  const outcome: DeliveryOutcome = {
    ...(sarifWritten && { sarifFile: namedPath(wanted.sarif!, options) }),
    ...(jsonWritten && { jsonFile: namedPath(wanted.json!, options) }),
    ...((inAction || options.upload.when !== 'never') && { upload }),
    gate: { result: gated.result, text: gated.text },
    ...cut,
    // The command line's outputs hold no clock: the same tree gives the same bytes.
    ...(inAction && { durationSeconds: Math.round(performance.now() / 100) / 10 }),
  };
  if (findings.corrections !== undefined) {
    const refused = tellCorrections(findings.corrections, options, log);
    failures.push(...refused);
  }
  await attempt('Standard output', () => print(report, findings, outcome, options));
  const summaryWritten = await write(wanted.summary, () => report.summary(outcome));
  if (inAction && wanted.summaryStyle !== 'none') {
    const markdown = report.summary(outcome);
    await appendJobSummary(markdown).catch((error: unknown) => {
      log.info(
        `No job summary (${reasonOf(error)}); it is in ${wanted.summary === undefined ? 'no file' : shownPath(wanted.summary, options)}.`,
      );
    });
  }
  if (inAction) {
    const files: WrittenFiles = {
      ...outcome,
      ...(summaryWritten && { summaryFile: shownPath(wanted.summary!, options) }),
    };
    await attempt('Outputs', () => setOutputs(outputs(findings, files, upload, cut, shownScope(findings, options))));
  }

  const reasons = gated.result === 'failed' ? [gated.text] : [];
  if (findings.verdict === 'failed') reasons.push('none of the Python files could be analysed');
  if (options.upload.when === 'always' && (upload.status === 'failed' || upload.status === 'skipped')) {
    reasons.push(`nothing was uploaded (${upload.reason ?? 'unknown'}) and upload is "always"`);
  }
  if (!inAction) reasons.push(...failures);
  if (reasons.length === 0) return { exitCode: 0 };
  return { exitCode: gated.exitCode === 0 ? 3 : gated.exitCode, failure: reasons.join('; ') };
}

function print(report: Report, findings: FindingSet, outcome: DeliveryOutcome, options: Options): void {
  switch (options.outputs.stdout) {
    case 'text':
      process.stdout.write(report.console(options));
      break;
    case 'json':
      process.stdout.write(pretty(report.json));
      break;
    case 'sarif':
      process.stdout.write(pretty(report.sarif));
      break;
    case 'diff':
      process.stdout.write(report.diff());
      break;
    case 'markdown':
      process.stdout.write(report.summary(outcome));
      break;
    case 'github':
      process.stdout.write(githubCommands(report.annotations(failing(findings, options))));
      break;
    case 'gitlab':
      process.stdout.write(pretty(report.gitlab()));
      break;
    case 'junit':
      process.stdout.write(report.junit());
      break;
    case undefined:
      break;
  }
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** How a product names a file: no absolute path, which would differ from one machine to the next. */
function namedPath(path: string, options: Options): string {
  const shown = shownPath(path, options);
  return isAbsolute(shown) ? basename(shown) : shown;
}

/** As a workflow names it: relative to the workspace, with `/`. Outside of one: relative to the current directory. */
function shownPath(path: string, options: Options): string {
  const shown = relative(options.outputs.within ?? process.cwd(), path)
    .split(sep)
    .join('/');
  return shown.startsWith('../') ? path : shown;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission to write there';
    case 'EISDIR':
      return 'it is a directory';
    case 'ENOTDIR':
      return 'part of its path is a file';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error.message;
  }
}
