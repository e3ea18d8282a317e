// What a run was asked to do. The command line and the Action both turn their inputs into this one object
// (`docs/options.md`); a configuration file fills what neither set.

import type { FilePath } from './file-path.ts';
import type { GitHubContext } from './github-context.ts';

export type Profile = 'default' | 'extended' | 'audit';
export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type Scope = 'all' | 'changed-lines' | 'new' | 'none';
export type OutputFormat = 'text' | 'json' | 'sarif' | 'markdown' | 'github' | 'gitlab' | 'junit';

/** Who runs us. The command line prints and ends with an exit code; the Action has outputs and a job summary. */
export type Host = 'command-line' | 'action';

/** A file below `.pyverdict/`. */
export interface OwnFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/** Rules that are left out under some paths (`[[per-path]]` of the configuration file). */
export interface PathRules {
  /** Globs in the syntax of .gitignore. */
  readonly paths: readonly string[];
  /** Codes, ids or groups; empty: all that run. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity?: Severity;
}

/** Where advisories about dependencies are: files in OSV format, or OSV's public database. */
export type AdvisorySource =
  | { readonly kind: 'online' }
  /** `path`: absolute path of a folder or a zip file; `shown`: as it was given. */
  | { readonly kind: 'files'; readonly path: string; readonly shown: string };

export interface Options {
  readonly host: Host;
  /** Absolute path of the checkout's root. */
  readonly root: string;
  /** Absolute paths of directories and files to scan, inside the root. */
  readonly paths: readonly string[];
  /** Rules and models that the checkout brings along, as texts; absent: none. */
  readonly ownRules?: readonly OwnFile[];
  /** Absolute path of the configuration file that was read, if any. */
  readonly configFile?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Codes, ids or the groups `security` and `practice`; empty: what the profile has. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly profile: Profile;
  readonly minSeverity: Severity;
  /** Absent: none. */
  readonly perPath?: readonly PathRules[];
  readonly deferToConfiguredLinters: boolean;
  readonly requireSuppressionReason: boolean;
  /** Absent: dependencies are not checked. */
  readonly advisories?: AdvisorySource;
  /** Absolute path of a SARIF file to compare with. */
  readonly baseline?: string;
  readonly failOn: Severity | 'none';
  readonly failScope: Scope;
  /** What annotations and the summary's first table are about; absent: everything. */
  readonly scope?: Scope;
  /** The commit that a pull request or merge queue starts from. */
  readonly against?: Against;
  /** Present if a pull request changes the configuration. */
  readonly changedConfiguration?: ChangedConfiguration;
  readonly failOnPractice: 'none' | 'warning' | 'note';
  readonly failOnIncomplete: boolean;
  readonly uploadFindings: 'all' | 'security';
  readonly category: string;
  /** The coverage says of each place with a sink what was made of it. */
  readonly wantsSinkAnswers?: boolean;
  /** How long the analysis may take, in minutes; 0: no limit. */
  readonly timeoutMinutes: number;
  /** Parser workers; 1: everything on the main thread. */
  readonly threads: number;
  /** What becomes of mechanical fixes: all are shown as a patch, or the safe ones are written. Absent: nothing. */
  readonly repairs?: 'show' | 'write';
  /** A finding for which a suppression comment is to be made. */
  readonly accept?: AcceptRequest;
  readonly outputs: OutputOptions;
  readonly upload: UploadOptions;
  /** What the runner says; absent outside of GitHub. */
  readonly github?: GitHubContext;
}

/** A finding that somebody wants to accept. */
export interface AcceptRequest {
  /** Relative to the root. */
  readonly file: FilePath;
  readonly line: number;
  /** Code of the rule, and its id. */
  readonly rule: string;
  readonly ruleId: string;
  /** One line; '' for none. */
  readonly reason: string;
}

/** Settings that decide which findings there are. */
export type RuleSettings = Pick<
  Options,
  'include' | 'exclude' | 'select' | 'ignore' | 'profile' | 'minSeverity' | 'perPath' | 'ownRules'
>;

/** What a pull request changes of the configuration. The run goes by the configuration of the commit before. */
export interface ChangedConfiguration {
  /** Keys that differ, sorted. */
  readonly keys: readonly string[];
  /** Why the built-in settings stand in for those of the commit before. */
  readonly unreadable?: string;
  /** What of its own models takes findings away and is not in those of the commit before, each in a few words. */
  readonly removing?: readonly string[];
  /** What the pull request's own settings say. */
  readonly rules: RuleSettings;
}

/** What the scanned commit is compared with. */
export interface Against {
  /** As the event gives it. */
  readonly sha: string;
  /** HEAD merges the pull request into its base: the first parent is what it is compared with. */
  readonly isMerge: boolean;
}

export interface UploadOptions {
  /** `auto`: when the event allows it, a failure is a warning; `always`: a failure fails the run. */
  readonly when: 'auto' | 'always' | 'never';
  /** Given together, they override what the event says. */
  readonly target?: { readonly ref: string; readonly sha: string };
  readonly waitForProcessing: boolean;
}

export interface OutputOptions {
  /** Absolute path of the directory that files may be written in, symlinks resolved: the Action's workspace. Absent: anywhere. */
  readonly within?: string;
  /** Absolute paths of files to write. */
  readonly sarif?: string;
  readonly json?: string;
  readonly summary?: string;
  readonly summaryStyle: 'full' | 'short' | 'none';
  /** Annotations of the workflow run; `auto`: only if nothing was uploaded, since code scanning makes its own. */
  readonly annotations?: 'auto' | 'true' | 'false';
  /** What standard output gets; nothing in the Action. */
  readonly stdout?: OutputFormat | 'diff';
  readonly colour: boolean;
  readonly quiet: boolean;
}
