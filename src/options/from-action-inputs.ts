// Inputs of the Action to settings. In: the runner's environment. Out: the settings whose input is not empty.
import type { Settings } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import type { OptionValue } from './option-value.ts';
import { readOptionValue } from './option-value.ts';

/**
 * The inputs that are set. An empty input is one that is not set, since a workflow cannot say otherwise; for the same
 * reason `action.yml` leaves out the default of every input that a configuration file can set too.
 * Throws ConfigurationError.
 */
export function fromActionInputs(environment: Readonly<Record<string, string | undefined>>): Partial<Settings> {
  const settings: Record<string, OptionValue> = {};
  for (const row of optionsTable) {
    if (!row.input) continue;
    const text = environment[`INPUT_${row.name.toUpperCase()}`]?.trim() ?? '';
    if (text !== '') settings[row.name] = readOptionValue(row, text, `input ${row.name}`);
  }
  return settings;
}
