// Text from the command line or an input to the value of an option, checked. No text of the user's is ever run.
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import type { OptionRow } from './options-table.ts';

export type OptionValue = string | number | boolean | readonly string[];

/**
 * The value that `text` means for an option; `where` names it in the user's words (`--fail-on`, "input fail-on").
 * Booleans as in YAML 1.2's core schema, lists by line or comma. Throws ConfigurationError naming what is allowed.
 */
export function readOptionValue(row: OptionRow, text: string, where: string): OptionValue {
  const trimmed = text.trim();
  switch (row.type) {
    case 'text':
      return trimmed;
    case 'list':
      return splitList(trimmed);
    case 'boolean':
      if (/^(true|True|TRUE)$/.test(trimmed)) return true;
      if (/^(false|False|FALSE)$/.test(trimmed)) return false;
      throw new ConfigurationError(`${where}: expected true or false, got "${trimmed}"`);
    case 'number': {
      const number = Number(trimmed);
      if (trimmed !== '' && Number.isFinite(number) && number >= 0) return number;
      throw new ConfigurationError(`${where}: expected a number of at least 0, got "${trimmed}"`);
    }
    case 'choice':
      return checkChoice(row, trimmed, where);
  }
}

/** The same for a value that a configuration file gives with a type of its own. */
export function checkOptionValue(row: OptionRow, value: unknown, where: string): OptionValue {
  switch (row.type) {
    case 'text':
      if (typeof value === 'string') return value;
      throw new ConfigurationError(`${where}: expected a text`);
    case 'list':
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
      throw new ConfigurationError(`${where}: expected a list of texts`);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw new ConfigurationError(`${where}: expected true or false`);
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
      throw new ConfigurationError(`${where}: expected a number of at least 0`);
    case 'choice':
      if (typeof value === 'string') return checkChoice(row, value, where);
      throw new ConfigurationError(`${where}: expected one of ${(row.allowed ?? []).join(', ')}`);
  }
}

function checkChoice(row: OptionRow, text: string, where: string): string {
  const allowed = row.allowed ?? [];
  if (allowed.includes(text)) return text;
  const hint = didYouMean(text, allowed);
  throw new ConfigurationError(`${where}: "${text}" is not one of ${allowed.join(', ')}${hint}`);
}

function splitList(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
