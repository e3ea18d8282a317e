// The upload as a step of the delivery: decides, uploads, tells the log. In: the report and the options. Out: what became
// of it. Never throws.
import { gzipSync } from 'node:zlib';
import type { Logger } from '../base/logger.ts';
import type { Options } from '../base/options.ts';
import type { Report } from '../report/render.ts';
import { grouped } from '../report/text/count.ts';
import { rememberUploads } from './job.ts';
import { remedies } from './upload-failure.ts';
import type { SarifUploadOutcome } from './upload-sarif.ts';
import { uploadSarif } from './upload-sarif.ts';
import { uploadTarget } from './upload-target.ts';

export interface UploadStep {
  readonly upload: SarifUploadOutcome;
  /** What of the findings the upload had no room for. */
  readonly cut: { readonly truncated: boolean; readonly omitted: number };
}

const whole = { truncated: false, omitted: 0 };

/** Uploads the report's view for code scanning if the options and the event allow it. */
export async function uploadStep(report: Report, options: Options, log: Logger): Promise<UploadStep> {
  const { github } = options;
  const target = uploadTarget(options.upload, github);
  if (!target.upload || !github) {
    const reason = target.upload ? 'unknown' : target.reason;
    const remedy = target.upload ? '' : target.remedy;
    if (reason !== 'off') tell(log, reason, remedy);
    return { upload: { status: 'skipped', reason, remedy }, cut: whole };
  }
  const sentinel = `${target.sha} ${options.category}`;
  const before = github.uploadedBefore ?? [];
  if (before.includes(sentinel)) {
    // The later one would replace the earlier and close its alerts.
    const remedy = remedies['duplicate-category'];
    tell(log, 'duplicate-category', remedy);
    return { upload: { status: 'skipped', reason: 'duplicate-category', remedy }, cut: whole };
  }
  try {
    const view = report.uploadView();
    const cut = { truncated: view.truncated, omitted: view.omitted };
    const gzip = gzipSync(JSON.stringify(view.log), { level: 9 });
    const answer = await uploadSarif(
      {
        gzip,
        ref: target.ref,
        sha: target.sha,
        root: options.root,
        waitForProcessing: options.upload.waitForProcessing,
        validate: options.upload.when === 'always',
      },
      github,
    );
    // GitHub names the limit; which of our findings make up so much is for the user to know.
    const upload = tooMuch.has(answer.reason ?? '')
      ? {
          ...answer,
          remedy: `${answer.remedy ?? ''} Sent were ${view.counts()}; ${grouped(gzip.length)} bytes compressed.`,
        }
      : answer;
    if (options.host === 'action' && (upload.status === 'uploaded' || upload.status === 'processing'))
      await rememberUploads([...before, sentinel]);
    if (upload.reason !== undefined && upload.status !== 'uploaded') tell(log, upload.reason, upload.remedy ?? '');
    if (upload.serverMessage) log.info(`GitHub said: ${upload.serverMessage}`);
    if (view.notice !== undefined) log.warning(view.notice);
    return { upload, cut };
  } catch (error) {
    // A bug of ours must not cost the summary and the gate.
    const serverMessage = error instanceof Error ? error.message : String(error);
    tell(log, 'unknown', serverMessage);
    return { upload: { status: 'failed', reason: 'unknown', serverMessage }, cut: whole };
  }
}

const tooMuch = new Set(['too-many', 'too-large']);

// Nothing is wrong with these: they are how GitHub works.
const expected = new Set(['fork', 'event', 'processing-timeout']);

function tell(log: Logger, reason: string, remedy: string): void {
  const text = `Upload to code scanning: ${reason}. ${remedy}`;
  if (expected.has(reason)) log.info(text);
  else log.warning(text);
}
