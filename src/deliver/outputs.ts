// Outputs of the Action. In: the findings and what became of the files and the upload. Out: name to text.
import type { Scope } from '../base/options.ts';
import type { FindingSet } from '../findings/finding-set.ts';
import { isInScope } from '../findings/scope.ts';
import { activeFindings, tally } from '../report/tally.ts';
import { filesNotAnalysed } from '../report/verdict-text.ts';
import type { SarifUploadOutcome } from './upload-sarif.ts';

/** What each output is, in the order of `action.yml` (a test compares them). */
export const outputsTable = {
  verdict: 'no-explicit-defects, defects, incomplete or failed.',
  'security-count': 'Number of security defects.',
  'hotspot-count': 'Number of findings to review.',
  'practice-count': 'Number of best-practice notes.',
  'suppressed-count': 'Number of findings suppressed in source.',
  'critical-count': 'Security defects of severity critical.',
  'high-count': 'Security defects of severity high.',
  'medium-count': 'Security defects of severity medium.',
  'low-count': 'Security defects of severity low.',
  'new-security-count': 'Security defects in `scope`; empty if that is everything, or nobody could tell.',
  'new-practice-count': 'Best-practice notes in `scope`; empty if that is everything, or nobody could tell.',
  'files-analysed': 'Number of Python files analysed.',
  'files-not-analysed': 'Number of Python files that should have been analysed and could not be.',
  'sarif-file': 'SARIF file, relative to the workspace.',
  'json-file': 'Report as JSON, relative to the workspace.',
  'summary-file': 'The job summary as a file, relative to the workspace.',
  'sarif-id': 'Id of the upload; empty if nothing was uploaded.',
  'upload-status': 'uploaded, processing, skipped or failed.',
  'upload-status-reason': 'Why it was skipped or failed; empty otherwise.',
  truncated: 'true if code scanning got fewer findings than there are.',
  'omitted-count': 'Number of findings that code scanning did not get.',
} as const;

export type OutputName = keyof typeof outputsTable;
export type Outputs = Readonly<Record<OutputName, string>>;

export interface WrittenFiles {
  readonly sarifFile?: string;
  readonly jsonFile?: string;
  readonly summaryFile?: string;
}

/** The outputs of a run that came to its end. */
export function outputs(
  set: FindingSet,
  files: WrittenFiles,
  upload: SarifUploadOutcome,
  cut: { readonly truncated: boolean; readonly omitted: number },
  scope: Scope,
): Outputs {
  const counts = tally(set.findings);
  const compared = scope !== 'all';
  const fresh = tally(activeFindings(set.findings).filter((finding) => isInScope(finding, scope)));
  return {
    verdict: set.verdict,
    'security-count': String(counts.defects),
    'hotspot-count': String(counts.hotspots),
    'practice-count': String(counts.notes),
    'suppressed-count': String(counts.suppressed),
    'critical-count': String(counts.bySeverity.critical),
    'high-count': String(counts.bySeverity.high),
    'medium-count': String(counts.bySeverity.medium),
    'low-count': String(counts.bySeverity.low),
    'new-security-count': compared ? String(fresh.defects) : '',
    'new-practice-count': compared ? String(fresh.notes) : '',
    'files-analysed': String(set.coverage.files.length),
    'files-not-analysed': String(filesNotAnalysed(set)),
    'sarif-file': files.sarifFile ?? '',
    'json-file': files.jsonFile ?? '',
    'summary-file': files.summaryFile ?? '',
    'sarif-id': upload.id ?? '',
    'upload-status': upload.status,
    'upload-status-reason': upload.reason ?? '',
    truncated: String(cut.truncated),
    'omitted-count': String(cut.omitted),
  };
}
