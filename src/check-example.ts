// One example of a rule, run: does the rule say what the example says it does? In: the example, its rule, the models. Out: what differs, in
// words for whoever wrote it. Leaves alone: how that is printed.
import { ConfigurationError } from './base/configuration-error.ts';
import { isBroken, repairExample } from './repair-example.ts';
import { fillTokens } from './rules/example-tokens.ts';
import type { ExpectedFinding } from './rules/read-example.ts';
import { readExample } from './rules/read-example.ts';
import type { ModelEntry } from './rules/model-schema.ts';
import type { Example, Rule } from './rules/schema.ts';
import type { ScannedExample } from './scan-example.ts';
import { scanExample } from './scan-example.ts';

export interface Difference {
  /** In one of the example's files; absent: it is about all of it. */
  readonly place?: { readonly path: string; readonly line: number; readonly code: string };
  readonly text: string;
}

type Found = ScannedExample['findings'][number];

/** What of the example does not hold; an empty list: all of it does. */
export function checkExample(example: Example, rule: Rule, models: readonly ModelEntry[]): Difference[] {
  try {
    const { files, expected } = readExample(example, rule);
    const scanned = scanExample(files, rule, models);
    const at = ({ path, line }: { readonly path: string; readonly line: number }): Difference['place'] => ({
      path,
      line,
      code: (files[path] ?? '').split(/\r\n|\r|\n/)[line - 1]?.trim() ?? '',
    });
    const differences: Difference[] = [
      ...scanned.problems.map((text) => ({ text: `not everything was analysed: ${text}` })),
      ...compared(expected.findings, scanned.findings).map(({ one, text }) => ({ place: at(one), text })),
      ...(scanned.inventory === expected.inventory
        ? []
        : [{ text: `${scanned.inventory} places are counted, and ${expected.inventory} are marked` }]),
      ...repairDifferences(example, files, rule, models),
    ];
    if (differences.length === 0) return [];
    // Broken code may be the point of an example; where something does not hold it is the likely reason.
    const broken = Object.keys(files).filter((path) => isBroken(path, files[path]!));
    return [...broken.map((path) => ({ text: `${path} has a syntax error` })), ...differences];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [{ text: error.message }];
  }
}

interface Compared {
  readonly one: { readonly path: string; readonly line: number };
  readonly text: string;
}

/** Both by path and line: first those that are the same, then those of one line that differ, then what is left. */
function compared(expected: readonly ExpectedFinding[], found: readonly Found[]): Compared[] {
  const open = [...found];
  const unmet = expected.filter((wanted) => !takeFirst(open, (one) => words(wanted, one).length === 0));
  const differences = unmet.map((wanted): Compared => {
    const near = takeFirst(open, (one) => one.path === wanted.path && one.line === wanted.line);
    if (near === undefined) return { one: wanted, text: 'has to be found, and is not' };
    return { one: wanted, text: words(wanted, near).join('; ') };
  });
  const more = open.map((one): Compared => ({ one, text: `is found, and must not be: "${one.message}"` }));
  return [...differences, ...more].sort((a, b) =>
    a.one.path === b.one.path ? a.one.line - b.one.line : a.one.path < b.one.path ? -1 : 1,
  );
}

function takeFirst(from: Found[], fits: (one: Found) => boolean): Found | undefined {
  const index = from.findIndex(fits);
  return index < 0 ? undefined : from.splice(index, 1)[0];
}

/** How a finding differs from what was wanted. */
function words(wanted: ExpectedFinding, found: Found): string[] {
  if (wanted.path !== found.path || wanted.line !== found.line) return ['another place'];
  return (['tier', 'level', 'message'] as const).flatMap((key) =>
    wanted[key] === undefined || wanted[key] === found[key]
      ? []
      : [`its ${key} is "${found[key]}", and has to be "${wanted[key]}"`],
  );
}

/** `fixed` and `safe` of an example; and what every fix has to keep: code that parses, and nothing left to fix. */
function repairDifferences(
  example: Example,
  files: Readonly<Record<string, string>>,
  rule: Rule,
  models: readonly ModelEntry[],
): Difference[] {
  const { safe, files: after, unrepaired, broken } = repairExample(files, rule, models);
  const differences = broken.map((path): Difference => ({
    text: `its fix leaves code in ${path} that does not parse`,
  }));
  if (unrepaired.after !== unrepaired.before)
    differences.push({ text: 'its fix leaves something that the rule finds' });
  if (example.fixed === undefined) return differences;
  const fixed = typeof example.fixed === 'string' ? { [Object.keys(files)[0]!]: example.fixed } : example.fixed;
  for (const [path, text] of Object.entries(fixed))
    if (after[path] !== fillTokens(text)) differences.push({ text: `fixed, ${path} is not what \`fixed\` says` });
  if (safe.some((one) => one !== example.safe))
    differences.push({ text: `its fixes are ${safe[0] === true ? 'safe' : 'not safe'}, and \`safe\` says otherwise` });
  return differences;
}
