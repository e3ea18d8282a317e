// `[[per-path]]` of the configuration file: rules that are left out under some paths.
// In: the value of the key. Out: the settings, and what is wrong with them. Leaves alone: which findings they remove.
import type { PathRules, Severity } from '../base/options.ts';
import { didYouMean } from '../base/nearest.ts';
import { ignorePatterns } from '../discover/ignore-patterns.ts';
import { optionsTable } from './options-table.ts';

/** What is wrong, and where in the document: the keys and indexes that lead there. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Keys of one table, with what each is. The JSON Schema is made of them too. */
export const pathRuleKeys = {
  paths: 'Globs of the files that the table is about, in the syntax of .gitignore.',
  select: 'Rules that are reported there: codes, ids, or the groups security and practice. Without it: all that run.',
  ignore: 'Rules that are not reported there: codes, ids, or groups.',
  'min-severity': 'Drop security findings there below this severity.',
} as const;

export const pathRulesKey = 'per-path';

/** The tables in order; a table with a mistake is left out and the mistake is handed to `complain`. */
export function readPathRules(value: unknown, complain: (mistake: Mistake) => void): PathRules[] {
  if (!Array.isArray(value)) {
    complain({ path: [pathRulesKey], message: `${pathRulesKey}: expected tables, each under [[${pathRulesKey}]]` });
    return [];
  }
  return (value as unknown[]).flatMap((table, index) => readTable(table, index, complain) ?? []);
}

function readTable(table: unknown, index: number, complain: (mistake: Mistake) => void): PathRules | undefined {
  const wrong: string[] = [];
  const wrongAt = (key: string | undefined, message: string): void => {
    wrong.push(message);
    complain({ path: [pathRulesKey, index, ...(key === undefined ? [] : [key])], message });
  };
  if (typeof table !== 'object' || table === null || Array.isArray(table)) {
    wrongAt(undefined, `${pathRulesKey}: expected tables, each under [[${pathRulesKey}]]`);
    return undefined;
  }
  const entries = table as Readonly<Record<string, unknown>>;
  const list = (key: 'paths' | 'select' | 'ignore'): readonly string[] => {
    const given = entries[key];
    if (given === undefined) return [];
    if (Array.isArray(given) && given.every((item) => typeof item === 'string' && item !== ''))
      return given as string[];
    wrongAt(key, `${key}: expected a list of texts`);
    return [];
  };
  const known = Object.keys(pathRuleKeys);
  for (const key of Object.keys(entries)) {
    if (!known.includes(key)) wrongAt(key, `unknown key "${key}" in [[${pathRulesKey}]]${didYouMean(key, known)}`);
  }
  const [paths, select, ignore] = [list('paths'), list('select'), list('ignore')];
  const least = entries['min-severity'];
  const severities = optionsTable.find(({ name }) => name === 'min-severity')!.allowed!;
  if (least !== undefined && (typeof least !== 'string' || !severities.includes(least))) {
    const hint = typeof least === 'string' ? didYouMean(least, severities) : '';
    const shown = typeof least === 'string' ? `"${least}" is not` : 'expected';
    wrongAt('min-severity', `min-severity: ${shown} one of ${severities.join(', ')}${hint}`);
  }
  const { refused } = ignorePatterns(paths);
  if (refused.length > 0) wrongAt('paths', `paths: ${refused[0]} takes too long to match: use at most three "**"`);
  if (wrong.length === 0 && paths.length === 0)
    wrongAt(undefined, `[[${pathRulesKey}]] needs paths: which files it is about`);
  if (wrong.length === 0 && select.length + ignore.length === 0 && least === undefined)
    wrongAt(undefined, `[[${pathRulesKey}]] says nothing: give it ignore, select or min-severity`);
  if (wrong.length > 0) return undefined;
  return { paths, select, ignore, ...(least !== undefined && { minSeverity: least as Severity }) };
}
