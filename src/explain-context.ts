// `--explain-context FILE`: the evidence for what a file counts as. In: the file and the settings of a scan. Out: a text.
// No rule runs; the other files are read because bases, imports and packaging files are evidence too.
import { join } from 'node:path';
import { ConfigurationError } from './base/configuration-error.ts';
import type { Logger } from './base/logger.ts';
import { discover } from './discover/discover.ts';
import { buildModel } from './model/build-model.ts';
import { describeProject } from './model/component.ts';
import type { Module } from './model/module.ts';
import { projectHints } from './model/project-hints.ts';
import type { FileContext, FunctionRole } from './model/test-context.ts';
import { createFunctionRoles, createTestContexts } from './model/test-context.ts';
import { existingPaths, isInside } from './options/checkout-root.ts';
import type { Settings } from './options/options-table.ts';
import { toOptions } from './options/to-options.ts';
import { parse } from './parse/parse.ts';
import { safeLogLine } from './report/text/safe-log-line.ts';

/**
 * The context of `file` as a scan of `settings.path` sees it; without paths, of `directory` if the file lies in it, else of
 * the file alone. Both are relative to `directory`. Throws ConfigurationError if the file cannot be read.
 */
export async function explainContext(
  file: string,
  settings: Partial<Settings>,
  directory: string,
  log: Logger,
): Promise<string> {
  const [path, here] = existingPaths([file, '.'], directory) as [string, string];
  const others = settings.path ?? (isInside(here, path) ? ['.'] : []);
  const facts = { host: 'command-line', directory, colour: false, changing: [] } as const;
  const options = await toOptions({ ...settings, path: [...others, file] }, facts);
  const sources = await discover(options);
  const parsed = await parse(sources, options.threads, log);
  const model = buildModel(parsed, sources);
  const module = model.modules.find((one) => one.file.absolutePath === path);
  if (module === undefined) {
    const found = parsed.facts.find((one) => one.file.absolutePath === path);
    const skipped = [...(found?.skipped ?? []), ...sources.skipped].find(
      (one) => join(options.root, one.path) === path,
    );
    const why = found?.problems[0]?.message ?? skipped?.detail ?? 'it is no Python file';
    throw new ConfigurationError(`${file} has no context: ${why}`);
  }
  const contextOf = createTestContexts(model);
  const role = createFunctionRoles(model, contextOf);
  const { description, subject } = describeProject(model, contextOf, [module], projectHints(options, sources));
  const lines = [
    ...contextLines(module, contextOf(module)),
    `component: ${description}`,
    ...(subject === undefined ? [] : [`subject: ${subject}`]),
    ...functionLines(module, (index) => role(module, index)),
  ];
  return `${lines.map(safeLogLine).join('\n')}\n`;
}

function contextLines(module: Module, context: FileContext): string[] {
  const { isTest, score, reasons, kinds, framework } = context;
  const points = (number: number): string => (number > 0 ? `+${number}` : String(number));
  return [
    `${module.path}: ${isTest ? 'test code' : 'production code'}, score ${score} (2 or more is test code)`,
    ...reasons.map((reason) => `  ${points(reason.points)}  ${reason.evidence}`),
    `role: ${context.role}`,
    ...(kinds.length > 0 ? [`kinds: ${kinds.join(', ')}`] : []),
    ...(framework === undefined ? [] : [`framework: ${framework}`]),
  ];
}

function functionLines(module: Module, roleOf: (index: number) => FunctionRole): string[] {
  const named = module.index.functions.flatMap((item, index) => (item.name === 0 ? [] : [index]));
  if (named.length === 0) return ['functions: none'];
  const roles = named.map(roleOf);
  const width = Math.max(...roles.map((role) => role.length));
  return ['functions:', ...named.map((index, i) => `  ${roles[i]!.padEnd(width)}  ${module.qualifiedName(index)}`)];
}
