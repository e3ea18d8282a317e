// Product of `analyse`: what was detected, and how much of the code that answer covers. Places are byte ranges;
// `findings` turns them into lines when it reads the files with findings again.
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import type { ByteRange } from '../base/region.ts';

/** `defect` turns the verdict, `hotspot` is to review, `note` is a best-practice note. */
export type DetectionTier = 'defect' | 'hotspot' | 'note';

export interface Place {
  readonly file: FilePath;
  readonly range: ByteRange;
}

export interface RelatedPlace extends Place {
  /** What this place has to do with the detection: "defined here". */
  readonly message: string;
}

export type FlowStepKind = 'source' | 'assignment' | 'call' | 'return' | 'sanitizer' | 'guard' | 'sink';

export interface FlowStep extends Place {
  readonly kind: FlowStepKind;
  readonly message: string;
  /** Depth of calls, 0 where the source is. */
  readonly depth: number;
}

/** One path from a source to the sink, in order of execution. */
export interface Flow {
  readonly steps: readonly FlowStep[];
}

/** What decides the order of practice notes (`practices-catalogue.md` §7). */
export interface RankEvidence {
  /** The note carries a number that was computed, not "of unknown length". */
  readonly numberKnown?: boolean;
  readonly spansFiles?: boolean;
  /** How many tests call the helper the note is about. */
  readonly callingTests?: number;
  readonly explainedByComment?: boolean;
  readonly fixtureData?: boolean;
}

/**
 * What an edit puts in: text, of which the line ends become the file's own; a piece of the file as it is; the white space that an
 * offset's line begins with, one step deeper if asked for; a piece of the file of which each line but the first, which is the caller's,
 * moves one step to the right, without those that begin at `inTexts`: the inside of a string.
 */
export type EditPart =
  | string
  | { readonly copy: ByteRange }
  | { readonly indentOf: number; readonly deeper?: true }
  | { readonly indented: ByteRange; readonly inTexts: readonly number[] };

/** Something else in the place of a range; an empty range puts in without taking away. */
export interface Edit {
  readonly range: ByteRange;
  readonly parts: readonly EditPart[];
  /** What several repairs may need and is then put in once: an import, a fixture among the parameters. */
  readonly shared?: true;
}

/** A mechanical replacement, in the detection's own file. The edits do not touch each other. */
export interface Repair {
  readonly edits: readonly Edit[];
  /** What the author meant stays as it is, so it may be written without a look at it. */
  readonly safe: boolean;
}

export interface Detection extends Place {
  /** Code of the rule, `PV513`: without `/review`, which follows from the tier. */
  readonly rule: string;
  readonly tier: DetectionTier;
  /** Level of the result where it differs from the rule's: a lowered finding ("note"), a practice rule by context. */
  readonly level?: 'error' | 'warning' | 'note';
  /** `range` (of Place) is the construct to underline: from the callee's name to the end of the call. */
  readonly message: string;
  /** GitHub's number where this place has one of its own, as an advisory gives it; else the rule's. */
  readonly severity?: number;
  /** One sentence with the fix in the words of this place, if the rule's own is not enough. */
  readonly fix?: string;
  /** What else is known of the place, each a sentence: "No test calls this handler ...". */
  readonly evidence?: readonly string[];
  /** The fix as edits, where it is mechanical. */
  readonly repair?: Repair;
  /** Smallest enclosing statement; of a compound statement its header. The context fingerprint hashes its tokens. */
  readonly statement: ByteRange;
  /** Qualified name in the file: `Class.method`, `<module>`. */
  readonly scope: string;
  /** Header line of the function or class around it; a suppression there counts for rules about functions. */
  readonly scopeHeader?: ByteRange;
  readonly related: readonly RelatedPlace[];
  readonly flows: readonly Flow[];
  /** Kinds a taint result connects; part of its fingerprint. */
  readonly taint?: { readonly source: string; readonly sink: string };
  /** Rules that group by a value (BP201): detections with the same key are one finding. Default: rule, file and scope for notes. */
  readonly groupKey?: string;
  /** Further places of which the note is true as it stands, of a detector that groups itself; some may be among the related. */
  readonly otherPlaces?: readonly Place[];
  readonly rank: RankEvidence;
  readonly inTest: boolean;
  /** Rules whose message was merged into this one (BP406 in BP151). */
  readonly mergedRules?: readonly string[];
  /** For rules about secrets: no snippet of this line may be shown. */
  readonly secret?: boolean;
}

/** A line of a file, where no finding stands. */
export interface SourceLine {
  readonly path: FilePath;
  readonly line: number;
}

/** How the places where values reach a kind of sink were found to be harmless, or not. Each place counts once. */
export interface SinkCoverage {
  /** `sql`, `shell`: a name of `rules/kinds.ts`. */
  readonly kind: string;
  readonly seen: number;
  /** Constant, a number, or text to which values are bound. */
  readonly constant: number;
  readonly cleaned: number;
  readonly guarded: number;
  readonly noSource: number;
  readonly unresolved: number;
  readonly reported: number;
  /** The sanitizers and guards, most frequent first. */
  readonly cleanedBy: readonly string[];
  readonly guardedBy: readonly string[];
  /** Some of the places at which the receiver's type is not known. */
  readonly unresolvedAt: readonly SourceLine[];
}

/** What was made of one place where a value reaches a sink. */
export interface SinkAnswer {
  readonly path: FilePath;
  /** Lines of the call, both included. */
  readonly line: number;
  readonly endLine: number;
  readonly kind: string;
  readonly outcome: SinkOutcome;
  /** Sanitizers and guards that count there. */
  readonly by: readonly string[];
}

export type SinkOutcome = 'reported' | 'cleaned' | 'guarded' | 'constant' | 'unresolved' | 'noSource';

/** A sanitizer or guard on which the answer relies. */
export interface Credited extends SourceLine {
  readonly kind: 'sanitizer' | 'guard';
  readonly name: string;
  /** How many sinks it holds untrusted data back from, and of which kinds. */
  readonly sinks: number;
  readonly kinds: readonly string[];
  /** Where a test sees it refuse a value. */
  readonly refusedAt?: SourceLine;
}

/** One file that was read and analysed. */
export interface AnalysedFile {
  readonly path: FilePath;
  readonly lines: number;
  readonly test: boolean;
  /** "functional, testtools"; empty for production code. */
  readonly description: string;
  /** Share of comment blocks that give a reason (BP408), for files with at least 5 blocks. */
  readonly commentReasons?: { readonly withReason: number; readonly blocks: number };
}

export interface Coverage {
  readonly files: readonly AnalysedFile[];
  readonly functions: number;
  /** Codes of the rules that ran, sorted. */
  readonly rulesRun: readonly string[];
  /** Families that exist in the catalogue and were not examined: "injection". */
  readonly familiesNotExamined: readonly string[];
  readonly sinks: readonly SinkCoverage[];
  /** Each place by itself, where somebody asked for them. */
  readonly sinkAnswers?: readonly SinkAnswer[];
  /** Sanitizers and guards that count, by path and line. */
  readonly credited: readonly Credited[];
  /** Functions that somebody outside calls: handlers of frameworks. */
  readonly entryPoints: number;
  /** Inventory rules: code to number of places. */
  readonly inventory: ReadonlyMap<string, number>;
  readonly unresolvedImports: number;
  /** Practice rules that kept quiet because the project's linters have them: rule code to linter and its rule. */
  readonly deferred: ReadonlyMap<string, string>;
  /** Statistics for the summary, each a sentence ("41 of 620 TODO comments name an owner."). */
  readonly facts: readonly string[];
}

/** "test code (functional, testtools) for Nova": what the review's header says about the code. */
export interface ReviewedCode {
  readonly description: string;
  /** "regression test for bug 1718455", if one clear subject exists. */
  readonly subject?: string;
}

export interface Analysis {
  /** Sorted by path, start, rule. */
  readonly detections: readonly Detection[];
  readonly coverage: Coverage;
  readonly reviewed: ReviewedCode;
  readonly problems: readonly Problem[];
}
