// Alerts that another tool reports, out of its SARIF file. In: the file. Out: place, id and tool of each. The file is data:
// what in it is not as SARIF has it is passed over, and counted.
import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../base/configuration-error.ts';
import { list, property } from '../base/foreign-json.ts';
import type { MarkForm } from './suppression-marks.ts';

export interface ForeignAlert {
  readonly tool: string;
  /** The form in which that tool's comments name a rule: ids mean the same there. */
  readonly form: MarkForm;
  readonly rule: string;
  readonly message: string;
  /** Relative to the root, with `/`; as the file has it if it lies elsewhere. */
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

export interface ForeignAlerts {
  readonly alerts: readonly ForeignAlert[];
  /** Results without a place in a file. */
  readonly unplaced: number;
}

const formOf: readonly (readonly [RegExp, MarkForm])[] = [
  [/bandit/i, 'nosec'],
  [/ruff|flake8/i, 'noqa'],
  [/semgrep|opengrep/i, 'nosemgrep'],
  [/codeql/i, 'codeql'],
  [/pylint/i, 'pylint'],
  [/sonar/i, 'nosonar'],
  [/pyverdict/i, 'pyverdict'],
];

/** Reads the alerts; `root`: absolute, what their paths are relative to. Throws ConfigurationError for what is no SARIF. */
export function readForeignAlerts(file: string, root: string): ForeignAlerts {
  let log: unknown;
  try {
    log = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigurationError(`${file} cannot be read as SARIF: ${(error as Error).message}`);
  }
  const runs = property(log, 'runs');
  if (!Array.isArray(runs)) throw new ConfigurationError(`${file} is not SARIF: it has no "runs"`);
  const alerts: ForeignAlert[] = [];
  let unplaced = 0;
  for (const run of runs as unknown[]) {
    const driver = property(property(run, 'tool'), 'driver');
    const tool = text(property(driver, 'name')) ?? 'another tool';
    const form = formOf.find(([pattern]) => pattern.test(tool))?.[1] ?? 'noqa';
    const rules = list(property(driver, 'rules'));
    for (const result of list(property(run, 'results'))) {
      const place = property(list(property(result, 'locations'))[0], 'physicalLocation');
      const uri = text(property(property(place, 'artifactLocation'), 'uri'));
      const region = property(place, 'region');
      const line = number(property(region, 'startLine'));
      const index = number(property(result, 'ruleIndex'));
      const rule =
        text(property(result, 'ruleId')) ??
        text(property(property(result, 'rule'), 'id')) ??
        (index === undefined ? undefined : text(property(rules[index], 'id')));
      if (uri === undefined || line === undefined || rule === undefined) {
        unplaced++;
        continue;
      }
      const message = text(property(property(result, 'message'), 'text')) ?? '';
      const endLine = Math.max(line, number(property(region, 'endLine')) ?? line);
      alerts.push({ tool, form, rule, message, path: pathOf(uri, root), line, endLine });
    }
  }
  return { alerts, unplaced };
}

function pathOf(uri: string, root: string): string {
  try {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : decodeURIComponent(uri);
    const below = isAbsolute(path) ? relative(root, path) : path;
    return below.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  } catch {
    return uri;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
