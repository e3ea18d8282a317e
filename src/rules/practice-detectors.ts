// Parameters of the detectors of best practice, by name; detector-schemas.ts has them all.
import * as z from 'zod/mini';
import { names, pattern } from './fields.ts';

export const practiceDetectors = {
  // waiting, flakiness
  'polling-loop': z.strictObject({
    calls: names,
    bound: z.exactOptional(z.enum(['bounded', 'unbounded', 'fixed'])),
  }),
  'elapsed-time-assertion': z.strictObject({
    calls: names,
    clocks: names,
    below: z.number({ error: 'expected a number' }),
  }),
  'blocking-sleep': z.strictObject({ calls: names }),
  'fixed-sleep': z.strictObject({ calls: names }),
  /**
   * `calls`: functions that read the clock; `bare`: those that do without an argument; `local`: those that read the zone or the
   * locale of the machine, with the most arguments of that form, or `format` for a format with directives of the locale.
   * `stops`: calls and fixtures that stop the clock; `patched`: what tests put something else in the place of.
   */
  'clock-expectation': z.strictObject({
    calls: z._default(names, []),
    bare: z.exactOptional(names),
    local: z.exactOptional(z.record(z.string(), z.union([z.int(), z.literal('format')]))),
    stops: pattern,
    patched: pattern,
  }),
  /** `calls`, `methods`: what lists a directory in any order. `use`: compared with a list, or read by position. */
  'unordered-listing': z.strictObject({ calls: names, methods: names, use: z.enum(['compared', 'first']) }),
  'unjoined-thread': z.strictObject({ calls: names }),
  /** `calls`, `methods`: what binds a port, with the argument that holds it: `2|port`, or an address with it. */
  'fixed-port': z.strictObject({ calls: z.record(z.string(), z.string()), methods: z.record(z.string(), z.string()) }),
  /**
   * `calls`, `methods` of instances of `on`: what asks the network, with the argument that holds URL, host or address. `hosts`: in
   * tests those of the public internet; in other code names, or addresses of any network. `replacing`: calls that put something in
   * the place of the network; `marks`: words by which a file asks for it.
   */
  'fixed-address': z.strictObject({
    calls: z.record(z.string(), z.string()),
    methods: z.record(z.string(), z.string()),
    on: names,
    hosts: z.enum(['public', 'name', 'address']),
    replacing: pattern,
    marks: pattern,
  }),
  /** `calls`: functions that change the process; `undoing`: calls in a function that will put it back. */
  'process-state-leak': z.strictObject({ calls: names, undoing: pattern }),
  /** `paths`: which paths are meant. `use`: those that are written, created, moved or deleted; or those that are read. */
  'fixed-path': z.strictObject({ paths: pattern, use: z.enum(['writes', 'reads']) }),
  /**
   * `marks`: decorators and functions by the name the code writes; `keywords`: of a decorator that says the same; `reason`: only with
   * a text that matches.
   */
  'test-marks': z.strictObject({ marks: pattern, keywords: z.exactOptional(names), reason: z.exactOptional(pattern) }),
  /** `asking`: calls in a loop's condition that only ask about state. */
  'busy-wait': z.strictObject({ asking: pattern }),
  /** `calls`: libraries for retries, of which the numbers are read. */
  'retry-budget': z.strictObject({ calls: names }),
  /** `calls`: functions of generators that everybody shares. */
  'unseeded-random': z.strictObject({ calls: names }),
  /**
   * `find`: tests with no assertion, with assertions only under a condition, or with at least so many `assertions` that show no value.
   * `surviving`: words of tests that only must not crash.
   */
  'weak-assertions': z.strictObject({
    find: z.enum(['none', 'conditional', 'silent']),
    assertions: z.exactOptional(z.int()),
    surviving: z.exactOptional(pattern),
  }),
  /** `computing`: functions whose result is a computed number. */
  'float-equality': z.strictObject({ computing: pattern }),
  'timeout-hides-last-state': z.strictObject({ calls: names }),
  // hardcoded values
  'uuid-literal': z.strictObject({ names, files: z.int().check(z.gte(2)), functions: z.int().check(z.gte(2)) }),
  /** `placeholders`: names of users that stand for anybody. */
  'developer-path': z.strictObject({ placeholders: pattern }),
  /**
   * `find`: numbers in comparisons of production code; texts of at least `length` characters that functions of one file write `times`
   * times; credentials of tests.
   */
  'plain-literals': z.strictObject({
    find: z.enum(['numbers', 'texts', 'credentials']),
    length: z.exactOptional(z.int()),
    times: z.exactOptional(z.int()),
  }),
  // error handling
  /** `find`: errors raised in a handler without their cause, or expectations of an error over several statements. */
  'raise-forms': z.strictObject({ find: z.enum(['without-cause', 'several-statements']) }),
  /** Waiting loops that lose errors, or go on in a state that leads nowhere. `calls` as in polling-loop. */
  'poll-blindness': z.strictObject({ calls: names, find: z.enum(['lost-error', 'terminal-state']) }),
  /** `calls`, and `methods` without an argument: what decodes an answer. */
  'unguarded-key': z.strictObject({ calls: names, methods: names }),
  /** `calls`: what opens a file; `consumers`: functions that read one and do not close it. */
  'unclosed-resource': z.strictObject({ calls: names, consumers: names }),
  /** `calls`: what expects an error, as methods of a test case or by qualified name; `types`: errors that mean every error. */
  'any-exception': z.strictObject({ calls: names, types: names }),
  /**
   * `handled`: names in a handler that show that somebody gets the error. `tidying`: methods that may fail when things are put
   * away. `telling`: functions that may fail because there is nobody left to tell.
   */
  'bare-except': z.strictObject({ handled: pattern, tidying: names, telling: names }),
  /** `types`: errors that mean every error. `tidying`, `telling` as above. `closing`: methods after which a thing is not used again. */
  'swallowed-error': z.strictObject({ types: names, tidying: names, closing: names, telling: names }),
  /** `calls`: functions that raise an error to say no. */
  'silenced-check': z.strictObject({ calls: pattern }),
  /** `checks`: names of functions that decide who gets through; `closing`: words of those whose yes keeps people out; `errors` that say that no check took place. */
  'check-fails-open': z.strictObject({ checks: pattern, closing: pattern, errors: pattern }),
  /** `checking`: functions that decide whether a test passes. `surviving`: words of tests that only must not crash. */
  'test-passes-either-way': z.strictObject({ checking: pattern, surviving: pattern, tidying: names }),
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
  // comments
  /** `prose`: what shows that a comment is text about code. */
  'commented-out-code': z.strictObject({ statements: z.number(), prose: pattern }),
  /** `find`: what adds nothing. From how many `statements` a function is long, and how many `comments` of a file count. */
  'empty-words': z.strictObject({
    find: z.enum(['long-function', 'repeats-name', 'restates-code']),
    statements: z.exactOptional(z.int()),
    comments: z.exactOptional(z.int()),
  }),
  'unexplained-timing': z.strictObject({ calls: names }),
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
};
