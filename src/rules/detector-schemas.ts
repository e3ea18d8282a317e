// The detectors by name, and the parameters each takes from the top level of a rule. To add a detector: one entry here,
// one file in src/analyse/detectors/ (the table there is a mapped type over this one, so the compiler asks for it).
import * as z from 'zod/mini';
import { names, pattern } from './fields.ts';
import { sinkKinds, sourceKinds } from './kinds.ts';
import { lowering, use } from './use-schema.ts';

const number = z.exactOptional(z.number({ error: 'expected a number' }));
const list = z.exactOptional(names);

export const detectorSchemas = {
  /** Data of a source kind reaches a sink kind without passing a sanitizer of that kind. */
  taint: z.strictObject({
    sources: z.array(z.enum(sourceKinds)).check(z.minLength(1)),
    sinks: z.array(z.enum(sinkKinds)).check(z.minLength(1)),
    sanitizers: z.exactOptional(z.array(z.enum(sinkKinds))),
  }),
  /** Misuse of an API or a setting, as data. */
  usage: z.strictObject({ uses: z.array(use).check(z.minLength(1)), lower: z.exactOptional(z.array(lowering)) }),

  // practice: waiting, flakiness
  'polling-loop': z.strictObject({
    calls: names,
    clocks: list,
    bound: z.exactOptional(z.enum(['bounded', 'unbounded', 'fixed'])),
  }),
  'elapsed-time-assertion': z.strictObject({ calls: list, names: list, below: number }),
  'timeout-hides-last-state': z.strictObject({ calls: list, names: list }),
  // practice: hardcoded values
  'uuid-literal': z.strictObject({ calls: list, names: list, files: number, functions: number }),
  // practice: error handling
  /** `handled`: names in a handler that show that somebody gets the error. */
  'bare-except': z.strictObject({ handled: pattern }),
  /** `types`: errors that mean every error. `tidying`: methods that may fail when things are put away. */
  'swallowed-error': z.strictObject({ types: names, tidying: names }),
  /** `checking`: functions that decide whether a test passes. `tidying` as above. */
  'test-passes-either-way': z.strictObject({ checking: pattern, tidying: names }),
  /** Which receivers are clients of an API (`receiver`, never those of `fakes`), which of their methods ask it (`verb`). */
  'unchecked-api-result': z.strictObject({
    receiver: pattern,
    fakes: pattern,
    verb: pattern,
    /** HTTP functions and methods that return a response whatever its status. */
    calls: names,
    sessions: names,
    /** Attributes of a response: what it says, and how it went. */
    body: names,
    status: names,
  }),
  /** `calls`: functions that end a test, as methods of a test case (`fail`) or by qualified name (`pytest.fail`). */
  'failure-without-message': z.strictObject({ calls: names }),
  /** `calls` as above: they take a text and do not fill it. */
  'placeholder-never-filled': z.strictObject({ calls: names }),
  // practice: comments
  /** `prose`: what shows that a comment is text about code. */
  'commented-out-code': z.strictObject({ statements: z.number(), prose: pattern }),
  /** `share`: the part of the repository's comments that have an owner, from which on the rule speaks. */
  'todo-without-owner': z.strictObject({ share: z.number(), comments: z.number() }),
  /** `receiver`, `fakes`, `verb` as in unchecked-api-result; `named`: helpers whose name says what they do. */
  'undocumented-helper': z.strictObject({
    receiver: pattern,
    fakes: pattern,
    verb: pattern,
    named: pattern,
    sleeps: names,
    statements: z.number(),
  }),

  // security
  'bidirectional-text': z.strictObject({ names: list }),
  'provider-token': z.strictObject({ names: list, matches: z.exactOptional(pattern) }),
  'private-key': z.strictObject({ names: list }),
  'hardcoded-password': z.strictObject({ calls: list, names: list }),
  'file-mode': z.strictObject({ calls: list, names: list }),
  'cookie-flags': z.strictObject({
    calls: list,
    names: list,
    flag: z.exactOptional(z.enum(['secure', 'httponly', 'samesite'])),
  }),
  cors: z.strictObject({ calls: list, names: list, credentials: z.exactOptional(z.boolean()) }),
  'weak-hash': z.strictObject({ calls: list, names: list }),
  'key-size': z.strictObject({ calls: list, names: list }),
  jwt: z.strictObject({ calls: list, names: list }),
  'tls-version': z.strictObject({ calls: list, names: list }),
  xmlrpc: z.strictObject({ calls: list, names: list }),
  'yaml-load': z.strictObject({ calls: list, names: list }),
  'shell-command': z.strictObject({ calls: list, names: list }),
  'partial-path': z.strictObject({ calls: list, names: list }),
};

export type DetectorName = keyof typeof detectorSchemas;

/** Parameters by detector, as a rule carries them after loading. */
export type DetectorParameters = {
  readonly [Name in DetectorName]: Readonly<z.output<(typeof detectorSchemas)[Name]>>;
};
