// What a rule is. One schema gives the TypeScript type, the check when rule files are read, and (with `json-schema.ts`)
// what editors read. Nothing here runs in a scan: the rules are compiled in as JSON that has passed it.
import * as z from 'zod/mini';
import type { Profile } from '../base/options.ts';
import { detectorSchemas, type DetectorName, type DetectorParameters } from './detector-schemas.ts';
import { names, text } from './fields.ts';

const line = z.int({ error: 'expected a line number' }).check(z.positive({ error: 'lines count from 1' }));

/** Says of a bad example what a mark cannot: a place where no comment can stand, the message, the tier or level. */
const expectation = z.strictObject({
  line,
  /** Of an example with several files; else its only file. */
  path: z.exactOptional(text('a path')),
  message: z.exactOptional(text('a message')),
  tier: z.exactOptional(z.enum(['defect', 'hotspot', 'inventory', 'note'])),
  level: z.exactOptional(z.enum(['error', 'warning', 'note'])),
});

const relativePath = text('a path').check(
  z.refine((path) => !path.startsWith('/') && !path.split(/[/\\]/).includes('..'), {
    error: 'expected a path relative to the example, inside it',
  }),
);

const exampleFields = {
  name: text('a name'),
  /** Where the code stands; `example.py`, which is production code, if absent. */
  path: z.exactOptional(relativePath),
  code: z.exactOptional(text('code')),
  /** Several files: path to text. */
  files: z.exactOptional(z.record(relativePath, z.string())),
};

/** The mark of a finding in an example, optionally with tier or level: `# finding`, `# finding: hotspot`. */
export const findingMark = /#[ ]finding\b(?::[ ]?(\w+(?:,[ ]?\w+)*))?/gu;

interface ExampleCode {
  readonly code?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Texts of an example, in order. */
function texts(example: ExampleCode): string[] {
  return example.code !== undefined ? [example.code] : Object.values(example.files ?? {});
}

function hasMark(example: ExampleCode): boolean {
  return texts(example).some((code) => code.search(findingMark) >= 0);
}

const oneOfCodeAndFiles = z.refine<ExampleCode>(
  (example) => (example.code === undefined) !== (example.files === undefined),
  {
    error: 'expected either `code` or `files`',
  },
);

const cleanExample = z.strictObject(exampleFields).check(
  oneOfCodeAndFiles,
  z.refine((example) => !hasMark(example), { error: 'a good or ok example has no mark `# finding`' }),
  z.meta({ id: 'clean-example' }),
);

const badFields = {
  ...exampleFields,
  expect: z.exactOptional(z.array(expectation)),
  /** The code after all its mechanical fixes; of several files those that change, by path. */
  fixed: z.exactOptional(z.union([text('code'), z.record(relativePath, text('code'))])),
  /** Which of these fixes `--fix` may write: all of them, or none. */
  safe: z.exactOptional(z.boolean()),
};

const badExample = z.strictObject(badFields).check(
  oneOfCodeAndFiles,
  z.refine((example) => (example.fixed === undefined) === (example.safe === undefined), {
    error: '`fixed` and `safe` go together',
  }),
  z.refine((example) => hasMark(example) || (example.expect ?? []).length > 0, {
    error: 'a bad example needs a mark `# finding` or an `expect`',
  }),
  z.meta({ id: 'bad-example' }),
);

export type Example = z.output<typeof badExample>;

const uniqueNames = z.refine<readonly { readonly name: string }[]>(
  (examples) => new Set(examples.map((example) => example.name)).size === examples.length,
  { error: 'two examples have the same name' },
);

const cleanExamples = z.array(cleanExample).check(uniqueNames);

/** A number that GitHub takes for `security-severity`: 0.1 to 10.0 by tenths, but not 9.0, which lies between two bands. */
const severityNumber = z.number({ error: 'expected a severity, 0.1 to 10' }).check(
  z.refine(
    (value) => value >= 0.1 && value <= 10 && value !== 9 && Math.abs(Math.round(value * 10) - value * 10) < 1e-9,
    {
      error: 'expected a severity from 0.1 to 10 in tenths, other than 9.0',
    },
  ),
);

// `opt-in`: a note in the profile `extended`, or if the rule is named; off otherwise.
const practiceSeverity = z.enum(['warning', 'note', 'opt-in', 'off'], {
  error: 'expected warning, note, opt-in or off',
});

const peers = z.strictObject({
  bandit: z.exactOptional(names),
  ruff: z.exactOptional(names),
  semgrep: z.exactOptional(names),
  codeql: z.exactOptional(names),
  sonar: z.exactOptional(names),
  pylint: z.exactOptional(names),
  pysa: z.exactOptional(names),
  flake8: z.exactOptional(names),
  hacking: z.exactOptional(names),
  /** Names of test smells, as PyNose and tsDetect call them. */
  smells: z.exactOptional(names),
});
export type Peers = z.output<typeof peers>;

const code = z.string().check(z.regex(/^[A-Z]{2,6}\d{3}$/, { error: 'expected a code such as PV101 or BP101' }));
const cwe = z.int({ error: 'expected a CWE number' }).check(z.positive({ error: 'expected a CWE number' }));

/** Fields that every rule file has. */
export const baseFields = {
  code,
  id: z.string().check(z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'expected kebab-case' })),
  title: text('a title').check(z.maxLength(120, { error: 'a title has at most 120 characters' })),
  /** Set only where the profile cannot be derived: an opt-in practice rule, an inventory rule with cases that are defects. */
  profile: z.exactOptional(z.enum(['default', 'extended', 'audit'])),
  tags: z._default(z.array(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case words' }))), []),
  references: z._default(z.array(z.url({ error: 'expected a link' })), []),
  peers: z._default(peers, {}),
  /** Codes of rules that win over this one at the same place. */
  overlaps: z._default(z.array(code), []),
  /** Text with holes, `{function}`, that the detector fills. */
  message: text('a message'),
  /** Further wordings, chosen by the detector by name. */
  messages: z.exactOptional(z.record(z.string(), text('a message'))),
  why: text('a reason').check(z.maxLength(900, { error: '`why` has at most 900 characters' })),
  fix: text('what to do'),
  bad: z.array(badExample).check(z.minLength(1, { error: 'expected at least one bad example' }), uniqueNames),
  good: cleanExamples.check(z.minLength(1, { error: 'expected at least one good example' })),
  ok: z._default(cleanExamples, []),
};

export const securityFields = {
  category: z.literal('security'),
  /** The head's tier; single cases can be lowered or raised by the detector. */
  tier: z.enum(['defect', 'hotspot', 'inventory']),
  severity: severityNumber,
  /** Severity of cases in another tier than the head's, where it is not the derived one. */
  caseSeverity: z.exactOptional(
    z.strictObject({
      defect: z.exactOptional(severityNumber),
      hotspot: z.exactOptional(severityNumber.check(z.lte(6.9, { error: 'a hotspot has at most 6.9' }))),
    }),
  ),
  precision: z.enum(['very-high', 'high', 'medium', 'low']),
  /** In test code: as elsewhere, as a hotspot of level note, or not at all. */
  test: z.enum(['on', 'note', 'off']),
  cwe: z.array(cwe).check(z.minLength(1, { error: 'a security rule names at least one CWE' })),
};

export const practiceFields = {
  category: z.literal('practice'),
  severity: z.strictObject({ test: practiceSeverity, production: practiceSeverity }),
  precision: z._default(z.enum(['very-high', 'high', 'medium', 'low']), 'high'),
  cwe: z._default(z.array(cwe), []),
};

const baseObject = z.strictObject(baseFields);
const securityObject = z.strictObject(securityFields);
const practiceObject = z.strictObject(practiceFields);

type RuleFields = Readonly<z.output<typeof baseObject>>;
type SecurityFields = Readonly<z.output<typeof securityObject>>;
type PracticeFields = Readonly<z.output<typeof practiceObject>>;

/** What of a rule's examples the program carries: the code of one pair, for the help page. */
export interface HelpExamples {
  readonly bad: string;
  readonly good: string;
}

/** A rule whose detector is one of `Name`. */
export type RuleOf<Name extends DetectorName> = {
  [N in Name]: Omit<RuleFields, 'bad' | 'good' | 'ok'> &
    (SecurityFields | PracticeFields) & { readonly detector: N; readonly help: HelpExamples } & DetectorParameters[N];
}[Name];

/** A rule as a scan sees it. */
export type Rule = RuleOf<DetectorName>;

export type SecurityRule = Extract<Rule, { category: 'security' }>;
export type PracticeRule = Extract<Rule, { category: 'practice' }>;

/** A rule as its file has it, with every example. */
export interface RuleFile {
  /** `rules/practice/sleep-polling.yml` */
  readonly path: string;
  readonly rule: Rule;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  readonly ok: readonly Example[];
}

export type { DetectorName, DetectorParameters, Profile };

/** The schema of a rule file of this category and detector: all fields in one strict object. */
export function ruleSchema(category: 'security' | 'practice', detector: DetectorName) {
  // The union of the shapes of all detectors is more than the compiler follows; whoever reads further fields says which rule it is.
  const parameters: object = detectorSchemas[detector].shape;
  const fields: object = category === 'security' ? securityFields : practiceFields;
  const shape: typeof baseFields = { ...baseFields, ...fields, ...{ detector: z.literal(detector) }, ...parameters };
  return z.strictObject(shape);
}
