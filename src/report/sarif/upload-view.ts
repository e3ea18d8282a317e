// The SARIF that is sent to code scanning: without what somebody accepted in the source, and within GitHub's limits
// (`github-delivery.md` §3, §6.1). The complete log is never changed; verdict and gate never come from here.
import { gzipSync } from 'node:zlib';
import type { Location, Log, PhysicalLocation, Result, Run, ThreadFlowLocation } from 'sarif';
import { shortenedThreadFlow } from './shortened-thread-flow.ts';
import { uploadCounts } from './upload-counts.ts';
import { truncationNotification } from './notifications.ts';
import { grouped } from '../text/count.ts';

export interface UploadView {
  readonly log: Log;
  readonly truncated: boolean;
  /** Results that are in the complete list and not in the upload because of a limit. */
  readonly omitted: number;
  /** That and why, in a sentence; absent if all results are in the upload. */
  readonly notice?: string;
  /** How much of everything that GitHub limits is in it. */
  readonly counts: () => string;
}

export interface UploadLimits {
  readonly results: number;
  /** Bytes of the minified JSON after gzip. */
  readonly gzipBytes: number;
}

/** GitHub keeps 5,000 results and rejects 10 MB. */
export const uploadLimits: UploadLimits = { results: 5000, gzipBytes: 9_000_000 };

/** A result with its weight: position in order O. */
export interface WeighedResult {
  readonly result: Result;
  readonly weight: number;
}

/**
 * The uploaded document. `weighed` are the results of the complete log that are to be uploaded, in the log's order.
 * Throws if even a run without results does not fit, which is a bug.
 */
export function uploadView(
  log: Log,
  weighed: readonly WeighedResult[],
  limits: UploadLimits = uploadLimits,
): UploadView {
  const run = log.runs[0];
  if (!run) throw new Error('a SARIF log without a run');
  const total = weighed.length;
  const view = (kept: readonly WeighedResult[], steps: readonly Step[]): Log => {
    const omitted = total - kept.length;
    const results = kept.map(({ result }) => steps.reduce((shrunk, step) => step.result(shrunk), forUpload(result)));
    const shrunk = steps.reduce((current, step) => step.run(current, results), run);
    return { ...log, runs: [{ ...withNotice(shrunk, omitted, total, limits), results }] };
  };
  const done = (kept: readonly WeighedResult[], steps: readonly Step[]): UploadView => {
    const omitted = total - kept.length;
    const sent = view(kept, steps);
    return {
      log: sent,
      counts: () => uploadCounts(sent),
      truncated: omitted > 0,
      omitted,
      ...(omitted > 0 && { notice: truncationText(omitted, kept.length, limits) }),
    };
  };

  const capped = heaviest(weighed, limits.results);
  const steps: Step[] = [];
  if (fits(view(capped, steps), limits)) return done(capped, steps);
  for (const step of sizeSteps) {
    steps.push(step);
    if (fits(view(capped, steps), limits)) return done(capped, steps);
  }
  // Step F: the longest prefix by order O that fits.
  let fitting = -1;
  let tooMany = capped.length;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (fits(view(heaviest(capped, middle), steps), limits)) fitting = middle;
    else tooMany = middle;
  }
  if (fitting < 0) throw new Error('the SARIF of a run without results is too large to upload');
  return done(heaviest(capped, fitting), steps);
}

interface Step {
  readonly run: (run: Run, results: readonly Result[]) => Run;
  readonly result: (result: Result) => Result;
}

const sameRun = (run: Run): Run => run;

// A to E of §3, in this order.
const sizeSteps: readonly Step[] = [
  { run: sameRun, result: withoutContext },
  {
    run: sameRun,
    result: (result) =>
      mapPlaces(result, (place) => (place.region ? { ...place, region: withoutSnippet(place.region) } : place)),
  },
  {
    run: sameRun,
    result: (result) =>
      result.codeFlows
        ? { ...result, codeFlows: result.codeFlows.slice(0, 1).map((flow) => shortenedThreadFlow(flow, 16)) }
        : result,
  },
  {
    run: sameRun,
    result: (result) => (result.relatedLocations ? { ...result, relatedLocations: keptRelated(result, 5) } : result),
  },
  { run: withoutUnreferencedArtifacts, result: (result) => result },
];

function heaviest(weighed: readonly WeighedResult[], limit: number): readonly WeighedResult[] {
  if (weighed.length <= limit) return weighed;
  const kept = new Set([...weighed].sort((a, b) => a.weight - b.weight).slice(0, limit));
  return weighed.filter((item) => kept.has(item));
}

// What is known since the baseline is suppressed for other viewers only: the uploaded set never depends on the event.
// GitHub does not read fixes.
function forUpload(result: Result): Result {
  const { suppressions: _suppressions, baselineState: _baselineState, fixes: _fixes, ...rest } = result;
  return rest;
}

function fits(log: Log, limits: UploadLimits): boolean {
  const bytes = Buffer.from(JSON.stringify(log));
  // gzip adds a few dozen bytes at the very worst, so what is small enough as it is need not be packed to know.
  if (bytes.length + 1024 < limits.gzipBytes) return true;
  return gzipSync(bytes, { level: 9 }).length <= limits.gzipBytes;
}

/** What is said wherever an upload was cut. `sent` below the limit means that the size, not the number, was too much. */
export function truncationText(omitted: number, sent: number, limits: UploadLimits = uploadLimits): string {
  const cause =
    sent >= limits.results
      ? `limit: ${grouped(limits.results)} per upload`
      : `with more the file would have over ${grouped(limits.gzipBytes)} bytes compressed`;
  return (
    `${grouped(omitted)} of ${grouped(omitted + sent)} findings were not sent to code scanning ` +
    `(${cause}). The complete list is in \`results.sarif\`.`
  );
}

function withNotice(run: Run, omitted: number, total: number, limits: UploadLimits): Run {
  const invocation = run.invocations?.[0];
  if (omitted === 0 || !invocation) return run;
  const notice = truncationNotification(truncationText(omitted, total - omitted, limits));
  return {
    ...run,
    invocations: [
      { ...invocation, toolExecutionNotifications: [...(invocation.toolExecutionNotifications ?? []), notice] },
    ],
  };
}

type Place = PhysicalLocation;

function withoutContext(result: Result): Result {
  return mapPlaces(result, (place) => {
    const { contextRegion: _contextRegion, ...rest } = place;
    return rest;
  });
}

function withoutSnippet<T extends { snippet?: unknown }>(region: T): Omit<T, 'snippet'> {
  const { snippet: _snippet, ...rest } = region;
  return rest;
}

function mapPlaces(result: Result, change: (place: Place) => Place): Result {
  const mapped = (location: Location): Location =>
    location.physicalLocation ? { ...location, physicalLocation: change(location.physicalLocation) } : location;
  const mappedStep = (step: ThreadFlowLocation): ThreadFlowLocation =>
    step.location ? { ...step, location: mapped(step.location) } : step;
  return {
    ...result,
    ...(result.locations ? { locations: result.locations.map(mapped) } : {}),
    ...(result.relatedLocations ? { relatedLocations: result.relatedLocations.map(mapped) } : {}),
    ...(result.codeFlows
      ? {
          codeFlows: result.codeFlows.map((flow) => ({
            ...flow,
            threadFlows: flow.threadFlows.map((thread) => ({ ...thread, locations: thread.locations.map(mappedStep) })),
          })),
        }
      : {}),
  };
}

// A location that the message links stays, or the link would lead nowhere.
function keptRelated(result: Result, limit: number): NonNullable<Result['relatedLocations']> {
  const related = result.relatedLocations ?? [];
  const linked = new Set([...(result.message.text ?? '').matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1])));
  return related.filter((location, index) => index < limit || (location.id !== undefined && linked.has(location.id)));
}

function withoutUnreferencedArtifacts(run: Run, results: readonly Result[]): Run {
  const referenced = new Set<string>();
  for (const result of results) {
    mapPlaces(result, (place) => {
      if (place.artifactLocation?.uri !== undefined) referenced.add(place.artifactLocation.uri);
      return place;
    });
  }
  return {
    ...run,
    artifacts: (run.artifacts ?? []).filter((artifact) => referenced.has(artifact.location?.uri ?? '')),
  };
}
