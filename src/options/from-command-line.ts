// Arguments of the command line to a command. In: what follows `pyverdict`. Out: one of the commands, with the
// settings that were given. Leaves alone: files, defaults, and whether a rule exists.
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import { commands } from './completion.ts';
import type { OptionRow, Settings } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import type { OptionValue } from './option-value.ts';
import { readOptionValue } from './option-value.ts';

export type Command =
  | { readonly name: 'scan'; readonly settings: Partial<Settings> }
  | { readonly name: 'baseline'; readonly settings: Partial<Settings> }
  | { readonly name: 'compare'; readonly other: string; readonly settings: Partial<Settings> }
  | {
      readonly name: 'suppress';
      readonly file: string;
      readonly line: number;
      readonly rule: string;
      readonly reason: string;
      readonly settings: Partial<Settings>;
    }
  | { readonly name: 'init' }
  | { readonly name: 'completion'; readonly shell: string }
  | { readonly name: 'explain'; readonly rule: string }
  | { readonly name: 'rules'; readonly json: boolean }
  | { readonly name: 'test-rules'; readonly rules: readonly string[] }
  | { readonly name: 'help' }
  | { readonly name: 'version' };

const commandNames = Object.keys(commands);
const flagRows = optionsTable.filter((row) => row.flag !== undefined);

/** What the arguments ask for. Throws ConfigurationError for what is not known, naming the nearest that is. */
export function fromCommandLine(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined || first === 'help' || wants(args, '--help', '-h')) return { name: 'help' };
  if (first === 'version' || first === '--version' || first === '-V') return { name: 'version' };
  switch (first) {
    case 'scan':
      return { name: 'scan', settings: scanSettings(rest) };
    case 'baseline':
      return { name: 'baseline', settings: scanSettings(rest) };
    case 'compare':
      return compareCommand(rest);
    case 'suppress':
      return suppressCommand(rest);
    case 'init':
      if (rest.length > 0) throw new ConfigurationError(`init takes nothing; ${rest[0]} is one too many`);
      return { name: 'init' };
    case 'completion':
      if (rest.length !== 1) throw new ConfigurationError('completion needs a shell: pyverdict completion bash');
      return { name: 'completion', shell: rest[0]! };
    case 'explain':
      return explainCommand(rest);
    case 'rules':
      return rulesCommand(rest);
    case 'test-rules':
      return testRulesCommand(rest);
    default: {
      const what = first.startsWith('-') ? 'option' : 'command';
      const known = what === 'option' ? ['--help', '--version'] : commandNames;
      throw new ConfigurationError(
        `unknown ${what} ${first}${didYouMean(first, known)}\nUsage: pyverdict scan [PATH...]; pyverdict --help has the rest`,
      );
    }
  }
}

function wants(args: readonly string[], ...flags: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => flags.includes(arg));
}

function scanSettings(args: readonly string[]): Partial<Settings> {
  const settings: Record<string, OptionValue> = {};
  const paths: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      paths.push(...args.slice(i + 1));
      break;
    }
    // A lone "-" would be standard input, which is not a checkout; it is taken as a path and reported as missing.
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const flag = equals < 0 ? arg : arg.slice(0, equals);
    const row = rowOfFlag(flag);
    let text = equals < 0 ? undefined : arg.slice(equals + 1);
    if (text === undefined) text = row.type === 'boolean' ? 'true' : args[++i];
    if (text === undefined) throw new ConfigurationError(`${flag} needs a value: ${flag} ${row.valueName ?? 'VALUE'}`);
    const value = readOptionValue(row, text, flag);
    const earlier = settings[row.name];
    settings[row.name] =
      Array.isArray(value) && Array.isArray(earlier) ? [...(earlier as string[]), ...(value as string[])] : value;
  }
  if (paths.length > 0) settings['path'] = paths;
  return settings;
}

function rowOfFlag(flag: string): OptionRow {
  const row = flagRows.find((candidate) => candidate.flag === flag);
  if (row) return row;
  const flags = flagRows.map((candidate) => candidate.flag!);
  throw new ConfigurationError(`unknown option ${flag}${didYouMean(flag, [...flags, '--help', '--version'])}`);
}

function compareCommand(args: readonly string[]): Command {
  const settings = scanSettings(args);
  const [other, ...paths] = settings.path ?? [];
  if (other === undefined)
    throw new ConfigurationError('compare needs a SARIF file of another tool: pyverdict compare OTHER.sarif [PATH...]');
  const { path: _path, ...rest } = settings;
  return { name: 'compare', other, settings: paths.length > 0 ? { ...rest, path: paths } : rest };
}

function suppressCommand(args: readonly string[]): Command {
  const { path = [], ...settings } = scanSettings(args);
  const [place, rule, ...reason] = path;
  if (place === undefined || rule === undefined)
    throw new ConfigurationError('suppress needs a place and a rule: pyverdict suppress FILE:LINE RULE [REASON...]');
  // A console prints a column behind the line; it may be copied with it.
  const match = /^(.+?):([1-9]\d{0,6})(?::\d+)?$/.exec(place);
  if (match === null) throw new ConfigurationError(`${place} names no line: write FILE:LINE, such as app/db.py:12`);
  return { name: 'suppress', file: match[1]!, line: Number(match[2]), rule, reason: reason.join(' '), settings };
}

function explainCommand(args: readonly string[]): Command {
  const [rule, ...more] = args;
  if (rule === undefined) throw new ConfigurationError('explain needs a rule: pyverdict explain PV301');
  if (rule.startsWith('-')) throw new ConfigurationError(`unknown option ${rule}`);
  if (more.length > 0) throw new ConfigurationError(`explain takes one rule; ${more[0]} is one too many`);
  return { name: 'explain', rule };
}

function rulesCommand(args: readonly string[]): Command {
  for (const arg of args) {
    if (arg !== '--json') throw new ConfigurationError(`unknown option ${arg}${didYouMean(arg, ['--json'])}`);
  }
  return { name: 'rules', json: args.includes('--json') };
}

function testRulesCommand(args: readonly string[]): Command {
  const flag = args.find((arg) => arg.startsWith('-'));
  if (flag !== undefined) throw new ConfigurationError(`unknown option ${flag}; test-rules takes names of rules`);
  return { name: 'test-rules', rules: args };
}
