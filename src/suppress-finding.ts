// `pyverdict suppress FILE:LINE RULE [REASON...]`: writes the comment that accepts a finding. In: the words, the settings of a scan. Out:
// a text for the user. Throws ConfigurationError where nothing is written, with what the user can do.
import { relative, sep } from 'node:path';
import { ConfigurationError } from './base/configuration-error.ts';
import { filePath } from './base/file-path.ts';
import type { Logger } from './base/logger.ts';
import { deadline } from './deadline.ts';
import { safeLines } from './deliver/terminal-log.ts';
import { replaceFile } from './deliver/write-corrections.ts';
import type { Acceptance } from './findings/finding-set.ts';
import { suppressionMarks } from './findings/suppression-marks.ts';
import { existingPaths, isInside } from './options/checkout-root.ts';
import type { Settings } from './options/options-table.ts';
import { toOptions } from './options/to-options.ts';
import { count } from './report/text/count.ts';
import { visibleText } from './report/text/visible-text.ts';
import { bundleFor } from './rules/bundle-for.ts';
import { requireRule } from './rules/find-rule.ts';
import { loadRuleSet } from './rules/load-rule-set.ts';
import { scan } from './scan.ts';
import { tuneEngine } from './tune-engine.ts';

export interface SuppressRequest {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
}

/** Scans the checkout around the current directory, since a path may come from any file of it, and writes one comment. */
export async function suppressFinding(
  request: SuppressRequest,
  settings: Partial<Settings>,
  directory: string,
  log: Logger,
): Promise<string> {
  const [file] = existingPaths([request.file], directory) as [string];
  const options = await toOptions(settings, { host: 'command-line', directory, colour: false, changing: [] });
  if (!isInside(options.root, file)) {
    throw new ConfigurationError(
      `${request.file} is not below the current directory, which is what is scanned: run this in the root of the checkout`,
    );
  }
  const rules = loadRuleSet(options, await bundleFor(options.ownRules));
  const rule = requireRule(rules.all, request.rule);
  if (!rules.rules.some(({ code }) => code === rule.code)) {
    throw new ConfigurationError(
      `${rule.code} (${rule.id}) does not run with these settings: give the --profile that has it`,
    );
  }
  const reason = reasonIn(request.reason);
  if (options.requireSuppressionReason && reason === '')
    throw new ConfigurationError('the configuration asks for a reason: write it behind the rule');
  const path = filePath(relative(options.root, file).split(sep).join('/'));
  const accept = { file: path, line: request.line, rule: rule.code, ruleId: rule.id, reason };
  tuneEngine();
  const set = await scan({ ...options, accept }, rules, log, deadline(options.timeoutMinutes));
  if (!set.acceptance) throw new Error('a scan that was asked to accept a finding gave no answer');
  return safeLines(answer(set.acceptance, options.root, `${path}:${request.line}`, rule.code));
}

function answer(acceptance: Acceptance, root: string, place: string, code: string): string {
  switch (acceptance.kind) {
    case 'written': {
      const { change, mark, line, remaining } = acceptance;
      try {
        replaceFile(root, change);
      } catch (error) {
        throw new ConfigurationError(
          `${change.file} was not written: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      return `${change.file}:${line}: wrote "${mark}".\n${mark.includes(' path=') ? pathText : ''}${remainingText(remaining)}`;
    }
    case 'accepted':
      return `${place}: ${code} is accepted already, by "${visibleText(acceptance.by.mark)}" in line ${acceptance.by.line}.\n`;
    case 'nothing':
      throw new ConfigurationError(`${place}: nothing of ${code} is found there${nearText(acceptance.near)}`);
    case 'refused':
      throw new ConfigurationError(`${place}: ${acceptance.why}. Write it by hand: ${acceptance.mark}`);
  }
}

const pathText =
  'It holds for this path: if source, sink or a check on the way changes, the finding is reported again.\n';

function remainingText(remaining: readonly { readonly file: string; readonly line: number }[]): string {
  if (remaining.length === 0) return '';
  const shown = remaining.slice(0, 5).map(({ file, line }) => `${visibleText(file)}:${line}`);
  const more = remaining.length > shown.length ? ', ...' : '';
  return `${count(remaining.length, 'place')} of the same finding ${remaining.length === 1 ? 'is' : 'are'} left: ${shown.join(', ')}${more}.\n`;
}

function nearText(near: readonly { readonly rule: string; readonly line: number }[]): string {
  if (near.length === 0) return '. "pyverdict scan" lists what is found';
  const places = near.slice(0, 5).map(({ rule, line }) => `${rule} in line ${line}`);
  return `; in this file: ${places.join(', ')}`;
}

/** One line without control characters, in which nothing is a mark of its own. */
function reasonIn(text: string): string {
  const reason = visibleText(text.replace(/\s+/g, ' ').trim());
  if (suppressionMarks(`# ${reason}`, () => false).length > 0)
    throw new ConfigurationError(
      `the reason "${reason}" would be read as another suppression comment: word it without the #`,
    );
  return reason;
}
