// Product of `findings`: detections with fingerprint, lines and state, and the verdict.
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import type { Coverage, Credited, DetectionTier, FlowStepKind, ReviewedCode } from '../analyse/analysis.ts';
import type { ByteRange, Region } from '../base/region.ts';
import type { SkippedFile } from '../discover/source-set.ts';
import type { PathPart } from './path-print.ts';

export interface FoundPlace {
  readonly file: FilePath;
  /** One line: clipped to the line where it starts. */
  readonly region: Region;
  /** Text of the line, without its end; at most 300 characters; absent for secrets. */
  readonly snippet?: string;
}

export interface RelatedFoundPlace extends FoundPlace {
  readonly message: string;
}

export interface FoundStep extends FoundPlace {
  readonly kind: FlowStepKind;
  readonly message: string;
  readonly depth: number;
}

export interface Suppression {
  /** The comment as written: `# noqa: S501`. */
  readonly mark: string;
  readonly reason: string;
  readonly file: FilePath;
  readonly line: number;
  /** The pull request brought the comment. */
  readonly added?: boolean;
}

/** Why a finding is reported although a comment accepts it: what it accepts is another path now. */
export interface Reopened {
  /** The comment as written. */
  readonly mark: string;
  readonly file: FilePath;
  readonly line: number;
  /** Empty: the comment names no path that can be read. */
  readonly changed: readonly PathPart[];
}

/** One piece of text in the place of another. */
export interface Replacement {
  /** In the file's text as the parser saw it. */
  readonly range: ByteRange;
  readonly region: Region;
  readonly text: string;
  readonly shared: boolean;
}

/** A mechanical fix of one place of a finding. */
export interface FoundRepair {
  readonly file: FilePath;
  /** In file order; they do not touch each other. */
  readonly replacements: readonly Replacement[];
  readonly safe: boolean;
}

/** A file with the repairs of its findings. */
export interface CorrectedFile {
  readonly file: FilePath;
  /** As it is on disk. */
  readonly before: Uint8Array;
  /** In the bytes on disk: what is taken away, and what stands there instead; in file order. */
  readonly edits: readonly DiskEdit[];
  /** How many repairs are in it. */
  readonly repairs: number;
}

export interface DiskEdit extends ByteRange {
  readonly bytes: Uint8Array;
}

/** A repair that is not among the corrections although it was asked for. */
export interface LeftOut {
  readonly file: FilePath;
  readonly line: number;
  readonly rule: string;
  readonly reason: 'overlap' | 'encoding';
}

export interface Corrections {
  /** By path. */
  readonly files: readonly CorrectedFile[];
  readonly leftOut: readonly LeftOut[];
  /** Repairs that need a look and were not asked for. */
  readonly unsafe: number;
}

/** What becomes of the wish. */
export type Acceptance =
  | {
      readonly kind: 'written';
      /** What is to be written, and where in the file it then stands. */
      readonly mark: string;
      readonly line: number;
      readonly change: Pick<CorrectedFile, 'file' | 'before' | 'edits'>;
      /** Places of the finding that the comment does not reach. */
      readonly remaining: readonly { readonly file: FilePath; readonly line: number }[];
    }
  | { readonly kind: 'accepted'; readonly by: Suppression }
  /** `near`: findings on that line, and of that rule in the file. */
  | { readonly kind: 'nothing'; readonly near: readonly { readonly rule: string; readonly line: number }[] }
  /** No comment can stand there, or the file cannot be written; `mark` is what the user may write by hand. */
  | { readonly kind: 'refused'; readonly mark: string; readonly why: string };

export type BaselineState = 'new' | 'unchanged';

/** What a pull request did to a finding. */
export interface FindingChange {
  /** Its line, a step of its path or the header of its function is on a changed line. */
  readonly touched: boolean;
  /** The commit before does not have it; absent: that commit was not scanned. */
  readonly fresh?: boolean;
}

/** How a pull request was compared with the commit before. */
export interface Comparison {
  /** Who told the changed lines; absent: nobody could, and `unavailable` says why. */
  readonly by?: 'git' | 'api';
  readonly unavailable?: string;
  /** The commit before. */
  readonly base?: string;
  readonly baseScanned: boolean;
  /** Sanitizers and guards that held something back in the commit before and do not any more. */
  readonly lostChecks: readonly Credited[];
}

export interface Finding extends FoundPlace {
  /** Code of the rule without `/review`. */
  readonly rule: string;
  /** SARIF rule id: `PV513`, `PV513/review`. */
  readonly ruleId: string;
  readonly tier: DetectionTier;
  readonly level: 'error' | 'warning' | 'note';
  /** GitHub's number for security findings: the rule's, at most 6.9 under `/review`. */
  readonly severity?: number;
  readonly message: string;
  readonly fix: string;
  /** What else is known of the place, each a sentence. */
  readonly evidence: readonly string[];
  /** Whole statement, over several lines. */
  readonly context: Region;
  readonly scope: string;
  readonly related: readonly RelatedFoundPlace[];
  /** How many further places are not among `related`. */
  readonly furtherPlaces: number;
  /** Every place of the group, the primary one first; only the JSON lists them. */
  readonly allPlaces: readonly { readonly file: FilePath; readonly line: number }[];
  readonly flows: readonly { readonly steps: readonly FoundStep[] }[];
  /** `primaryLocationLineHash` as GitHub computes it. */
  readonly lineHash: string;
  /** Our own fingerprint, 32 hexadecimal digits (`github-delivery.md` §4.2). */
  readonly fingerprint: string;
  readonly suppression?: Suppression;
  readonly reopened?: Reopened;
  readonly baseline?: BaselineState;
  /** Absent where nothing was compared. */
  readonly change?: FindingChange;
  /** Setting by which the configuration that the pull request brings would leave it out. */
  readonly removedBy?: string;
  /** Mechanical fixes of its places; none of what is suppressed. */
  readonly repairs?: readonly FoundRepair[];
  readonly inTest: boolean;
  readonly mergedRules: readonly string[];
  readonly secret: boolean;
  /** Practice notes: order in the summary, higher first. */
  readonly rank: number;
}

export type Verdict = 'defects' | 'no-explicit-defects' | 'incomplete' | 'failed';

/** Facts about a file that has a result, for SARIF artifacts. */
export interface Artifact {
  readonly path: FilePath;
  readonly length: number;
  readonly sha256: string;
  readonly encoding: string;
}

/** Findings that one `[[per-path]]` setting of the configuration left out. */
export interface LeftOutFindings {
  readonly paths: readonly string[];
  readonly security: number;
  readonly practice: number;
}

export interface FindingSet {
  readonly verdict: Verdict;
  /** Every finding, suppressed ones included, sorted by path, line, column, rule id. */
  readonly findings: readonly Finding[];
  readonly artifacts: readonly Artifact[];
  readonly coverage: Coverage;
  readonly reviewed: ReviewedCode;
  readonly skipped: readonly SkippedFile[];
  readonly listedBy: 'git' | 'ignore-files';
  /** Absent where nothing was to be compared. */
  readonly comparison?: Comparison;
  /** What `[[per-path]]` settings left out; settings that left out nothing are not among them. */
  readonly leftOut?: readonly LeftOutFindings[];
  /** What `--diff` shows or `--fix` writes; absent if neither was asked for. */
  readonly corrections?: Corrections;
  /** Absent if nothing was to be accepted. */
  readonly acceptance?: Acceptance;
  /** Of all stages, sorted. */
  readonly problems: readonly Problem[];
}
