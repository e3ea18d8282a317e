// Settings of one host to Options. In: what the command line or the inputs gave. Out: Options in which every value is
// decided: given > configuration file > default. Reads the configuration file; leaves the rest of the disk alone.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { GitHubContext } from '../base/github-context.ts';
import type {
  AdvisorySource,
  Host,
  Options,
  OutputOptions,
  OwnFile,
  RuleSettings,
  UploadOptions,
} from '../base/options.ts';
import { runGit } from '../discover/run-git.ts';
import type { FetchFile } from './base-configuration.ts';
import type { FetchFolder } from './own-rules.ts';
import { readOwnRules } from './own-rules.ts';
import { changedConfiguration, readBaseConfiguration } from './base-configuration.ts';
import { checkoutOf, existingPaths, isInside } from './checkout-root.ts';
import type { Checkout } from './checkout-root.ts';
import { readConfiguration } from './configuration-file.ts';
import type { Settings } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import type { FileSettings } from './read-settings.ts';
import { readOptionValue } from './option-value.ts';
import { scopes } from './scopes.ts';

/** What the host knows besides the settings. */
export interface HostFacts {
  readonly host: Host;
  /** Absolute; paths that were given are relative to it: the current directory, or the Action's workspace. */
  readonly directory: string;
  readonly colour: boolean;
  readonly github?: GitHubContext;
  /** Asks GitHub for a file of a commit; absent: nobody can be asked. */
  readonly fetchFile?: FetchFile;
  readonly fetchFolder?: FetchFolder;
  /** Texts that may not be part of a category, since they change from run to run. */
  readonly changing: readonly string[];
}

/** Every option decided. Throws ConfigurationError. */
export async function toOptions(given: Partial<Settings>, facts: HostFacts): Promise<Options> {
  const command = facts.host === 'command-line';
  const fixed = { ...defaultSettings(facts.host), ...given };
  const checkout = command ? checkoutOf(fixed.path, facts.directory) : actionCheckout(fixed, facts.directory);
  const base = command ? facts.directory : checkout.root;
  const github = facts.github && { ...facts.github, ...(await headOf(checkout.root)) };
  const ownRules = readOwnRules(checkout.root);
  const configuration = await readConfiguration(checkout.root, fixed.config, base, ownRules);
  const own = { ...(configuration ?? { settings: {}, perPath: [] }), ownRules };
  const compared = scopes(fixed, facts.host, github);
  const before =
    compared.against &&
    (await readBaseConfiguration(checkout.root, fixed.config, github?.head, compared.against, {
      file: facts.fetchFile ?? (async () => 'unknown'),
      folder: facts.fetchFolder ?? (async () => 'unknown'),
    }));
  const defaults = defaultSettings(facts.host);
  // In a pull request the settings are those of the commit before.
  const settings: Settings = { ...defaults, ...(before ?? own).settings, ...given };
  const changed = before && (await changedConfiguration(before, own, ruleSettings(own, given, defaults)));
  checkCategory(settings.category, facts.changing);
  return {
    host: facts.host,
    root: checkout.root,
    paths: checkout.paths,
    ...(configuration && { configFile: configuration.file }),
    ...ruleSettings(before ?? own, given, defaults),
    deferToConfiguredLinters: settings['defer-to-configured-linters'],
    requireSuppressionReason: settings['require-suppression-reason'],
    ...advisorySource(given, before ?? own, base, checkout.root),
    ...(settings.baseline !== '' && { baseline: existingFile(settings.baseline, base) }),
    failOn: settings['fail-on'],
    ...compared,
    ...(changed && { changedConfiguration: changed }),
    failOnPractice: settings['fail-on-practice'],
    failOnIncomplete: settings['fail-on-incomplete'],
    uploadFindings: settings['upload-findings'],
    category: settings.category,
    timeoutMinutes: settings['timeout-minutes'],
    threads: settings.threads >= 1 ? Math.floor(settings.threads) : availableParallelism(),
    ...(settings.diff && { repairs: 'show' as const }),
    ...(settings.fix && { repairs: 'write' as const }),
    outputs: command ? commandLineOutputs(settings, facts) : actionOutputs(settings, facts.directory),
    upload: uploadOptions(settings),
    ...(github && { github }),
  };
}

/** Which findings there are to be, by the settings of a file, what was given, and the defaults. */
function ruleSettings(
  file: FileSettings & { readonly ownRules: readonly OwnFile[] },
  given: Partial<Settings>,
  defaults: Settings,
): RuleSettings {
  const settings: Settings = { ...defaults, ...file.settings, ...given };
  const added = (name: 'include' | 'exclude'): string[] => [...(file.settings[name] ?? []), ...(given[name] ?? [])];
  return {
    include: added('include'),
    exclude: added('exclude'),
    select: settings.select,
    ignore: settings.ignore,
    profile: settings.profile,
    minSeverity: settings['min-severity'],
    ...(file.perPath.length > 0 && { perPath: file.perPath }),
    ...(file.ownRules.length > 0 && { ownRules: file.ownRules }),
  };
}

async function headOf(root: string): Promise<{ head?: string }> {
  const answer = await runGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  const head = answer.ok ? answer.stdout.toString('latin1').trim() : '';
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(head) ? { head } : {};
}

function defaultSettings(host: Host): Settings {
  const entries = optionsTable.map((row) => {
    const text = host === 'command-line' ? (row.commandLineDefault ?? row.default) : row.default;
    // Expressions of a workflow are replaced by the runner; outside of one they mean "not given".
    return [row.name, readOptionValue(row, text.startsWith('${{') ? '' : text, row.name)] as const;
  });
  return Object.fromEntries(entries) as unknown as Settings;
}

/** The Action's checkout: `working-directory`, with the paths in it. */
function actionCheckout(settings: Settings, workspace: string): Checkout {
  const [root] = existingPaths([settings['working-directory'] || '.'], workspace) as [string];
  if (!isInside(realpathSync(workspace), root)) {
    throw new ConfigurationError(
      `input working-directory: ${settings['working-directory']} lies outside of the workspace`,
    );
  }
  const paths = existingPaths(settings.path, root);
  const outside = paths.findIndex((path) => !isInside(root, path));
  if (outside >= 0) throw new ConfigurationError(`input path: ${settings.path[outside]} lies outside of the checkout`);
  return { root, paths };
}

function commandLineOutputs(settings: Settings, facts: HostFacts): OutputOptions {
  const file = (name: 'sarif-file' | 'json-file' | 'summary-file'): string | undefined =>
    settings[name] === '' ? undefined : resolve(facts.directory, settings[name]);
  const sarif = file('sarif-file');
  const json = file('json-file');
  const summary = file('summary-file');
  if (settings.diff && settings.fix)
    throw new ConfigurationError('--diff shows the fixes and --fix writes them: give one');
  if (settings.diff && settings.format !== 'text')
    throw new ConfigurationError(`--diff prints a patch and --format ${settings.format} a report: give one`);
  return {
    ...(sarif !== undefined && { sarif }),
    ...(json !== undefined && { json }),
    ...(summary !== undefined && { summary }),
    summaryStyle: 'full',
    // Another format was asked for to be read by a program: that is not chatter.
    ...(settings.diff
      ? { stdout: 'diff' }
      : !(settings.quiet && settings.format === 'text') && { stdout: settings.format }),
    colour: facts.colour && settings.format === 'text',
    quiet: settings.quiet,
  };
}

function actionOutputs(settings: Settings, workspace: string): OutputOptions {
  const within = realpathSync(workspace);
  const sarif = resolve(within, settings['sarif-file']);
  if (!isInside(within, sarif)) {
    throw new ConfigurationError(`input sarif-file: ${settings['sarif-file']} lies outside of the workspace`);
  }
  const json = join(dirname(sarif), 'results.json');
  const summary = join(dirname(sarif), 'summary.md');
  if (sarif === json || sarif === summary) {
    throw new ConfigurationError(`input sarif-file: ${basename(sarif)} is the name of another result`);
  }
  return {
    within,
    sarif,
    json,
    ...(settings.summary !== 'none' && { summary }),
    summaryStyle: settings.summary,
    annotations: settings.annotations,
    colour: false,
    quiet: false,
  };
}

function uploadOptions(settings: Settings): UploadOptions {
  const { ref, sha } = settings;
  const rest = { when: settings.upload, waitForProcessing: settings['wait-for-processing'] };
  if (ref === '' && sha === '') return rest;
  if (ref === '' || sha === '') throw new ConfigurationError('inputs ref and sha: give both or none');
  if (!/^refs\/(heads|tags|pull)\/./.test(ref)) {
    throw new ConfigurationError(`input ref: "${ref}" does not start with refs/heads/, refs/tags/ or refs/pull/`);
  }
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(sha))
    throw new ConfigurationError(`input sha: "${sha}" is not a full commit hash`);
  return { ...rest, target: { ref, sha: sha.toLowerCase() } };
}

/** A path of the configuration file is relative to the root, as a pull request may bring it along: it stays inside. */
function advisorySource(
  given: Partial<Settings>,
  file: FileSettings,
  base: string,
  root: string,
): { advisories?: AdvisorySource } {
  const shown = given.advisories ?? file.settings.advisories ?? '';
  if (shown === '') return {};
  if (shown === 'online') return { advisories: { kind: 'online' } };
  const path = resolve(given.advisories === undefined ? root : base, shown);
  if (!existsSync(path)) throw new ConfigurationError(`advisories: ${shown} does not exist`);
  if (given.advisories === undefined && !isInside(realpathSync(root), realpathSync(path)))
    throw new ConfigurationError(`advisories: ${shown} lies outside of the checkout`);
  return { advisories: { kind: 'files', path, shown } };
}

function existingFile(path: string, base: string): string {
  const file = resolve(base, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ConfigurationError(`baseline: ${path} is not a file`);
  return file;
}

// GitHub closes an alert only when the same category no longer reports it: one that is new in every run closes nothing.
function checkCategory(category: string, changing: readonly string[]): void {
  if (category === '') throw new ConfigurationError('input category: must not be empty');
  if (!/^[\w.@:+ /-]{1,100}$/.test(category)) {
    throw new ConfigurationError(
      'input category: use letters, digits, spaces and . _ - / : @ +, at most 100 characters',
    );
  }
  const parts = category.split(/[^0-9A-Za-z]+/);
  const found = changing.find((text) => text !== '' && parts.includes(text));
  if (found !== undefined) {
    throw new ConfigurationError(
      `input category: it contains "${found}" (commit, run id, run number or attempt). A category must stay the same for ever: alerts of a category that changes are never closed`,
    );
  }
}
