// What a detector is. In: its rule with parameters, what is known of the project, and events of the interpreter.
// Out: drafts of detections through `report`. A detector prints nothing, reads no files and throws only for a bug.
import type { FilePath } from '../../base/file-path.ts';
import type { ByteRange } from '../../base/region.ts';
import type { Module } from '../../model/module.ts';
import type { DetectorName, RuleOf } from '../../rules/schema.ts';
import type { DetectionTier, Flow, RankEvidence, Repair } from '../analysis.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Observer, Site } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';

/** A place a detection points to besides its own. */
export interface DraftPlace {
  readonly module: Module;
  readonly node: number;
  readonly message: string;
}

/** What a detector says; the reporter adds tier, level, scope and statement by the rule and the context. */
export interface Draft extends Site {
  /** What to underline, if not the node's own construct (of a call: from the callee's last name to the end). */
  readonly range?: ByteRange;
  /** Where it stands, if that is a file of the project that is no code; the node is what led there. */
  readonly page?: { readonly file: FilePath; readonly range: ByteRange };
  /** Values for the holes of the rule's message. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Which of the rule's `messages`; the `message` if absent. */
  readonly wording?: string;
  /** A whole message, in place of wording and values. */
  readonly message?: string;
  readonly fix?: string;
  /** Sentences about what else is known of the place, for the reports. */
  readonly evidence?: readonly string[];
  readonly repair?: Repair | undefined;
  readonly tier?: DetectionTier | 'inventory';
  readonly level?: 'error' | 'warning' | 'note';
  readonly related?: readonly DraftPlace[];
  readonly otherPlaces?: readonly { readonly module: Module; readonly node: number }[];
  readonly groupKey?: string;
  readonly rank?: RankEvidence;
  readonly mergedRules?: readonly string[];
  readonly secret?: boolean;
  /** Ways from a source to the place. */
  readonly flows?: readonly Flow[];
  /** Kinds of source and sink that they connect. */
  readonly taint?: { readonly source: string; readonly sink: string };
}

/** The same about a file of the project that is no code; offsets count bytes of UTF-8. */
export interface FileDraft extends Pick<
  Draft,
  'values' | 'wording' | 'message' | 'fix' | 'evidence' | 'tier' | 'level' | 'related' | 'secret'
> {
  /** A number of its own, in place of the rule's. */
  readonly severity?: number;
  readonly file: FilePath;
  readonly range: ByteRange;
  /** What the fingerprint is made of; without the secret, if there is one. */
  readonly statement: ByteRange;
}

/** A call that makes the function around it worth evaluating: its last name, and the package that must be in reach. */
export interface CallInterest {
  readonly name: string;
  /** Top-level package, `requests`; absent for builtins and methods of unknown origin. */
  readonly package?: string;
  /** Last part of the module that it is a function of, `path` for `os.path.join`; absent for methods. */
  readonly module?: string;
  /** Arguments without which the call is nothing: keys as `0|url`, of which each must be given. */
  readonly needs?: readonly string[];
}

/** Where a detector wants to listen. A function that nobody is interested in is not evaluated. */
export interface Interest {
  readonly calls?: readonly CallInterest[];
  /** Names of variables, attributes or keys whose assignment matters. */
  readonly assigns?: readonly string[];
  /** Qualified names whose mention matters. */
  readonly references?: readonly string[];
  /** Functions (MODULE for the top level) to evaluate in any case. */
  readonly functions?: (module: Module) => Iterable<number>;
}

/** Names whose events an observer wants; a list that is absent means every event of that kind. */
export interface Hears {
  /** Last names of calls, as written or as resolved: `get` for `requests.get`. */
  readonly calls?: Iterable<string>;
  /** The same, where they are known only once the engine is there: asked when the first call is heard. */
  readonly callsLater?: () => Iterable<string>;
  /** Names of variables and attributes, texts of keys. */
  readonly assigns?: Iterable<string>;
  /** Qualified names. */
  readonly references?: Iterable<string>;
}

export interface Detector {
  readonly interest?: Interest;
  readonly observer?: Observer;
  readonly hears?: Hears;
  /** Called once for each module, before its functions are evaluated. */
  readonly module?: (module: Module) => void;
  /** Called once at the end. */
  readonly finish?: () => void;
}

export interface DetectorContext<Name extends DetectorName> {
  readonly rule: RuleOf<Name>;
  readonly knowledge: Knowledge;
  /** Values on demand: constants of modules, attributes of classes, function summaries. Not while it is being created. */
  readonly engine: () => Engine;
  readonly report: (draft: Draft) => void;
  readonly reportFile: (draft: FileDraft) => void;
}

export type CreateDetector<Name extends DetectorName> = (context: DetectorContext<Name>) => Detector;
