// The detectors by name, and the parameters each takes from the top level of a rule. To add a detector: one entry here
// or in one of the two tables below, one file in src/analyse/detectors/ (the table there is a mapped type over this one, so the compiler asks for it).
import * as z from 'zod/mini';
import { sinkKinds, sourceKinds } from './kinds.ts';
import { circumstances, lowering, use } from './use-schema.ts';
import { practiceDetectors } from './practice-detectors.ts';
import { securityDetectors } from './security-detectors.ts';

export const detectorSchemas = {
  /** Misuse of an API or a setting, as data. */
  usage: z.strictObject({
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
    /** What `madeBy` asks for is a secret: the finding stands at the literal, once for all uses. */
    keys: z.exactOptional(z.boolean()),
  }),

  /** A value from one of `sources` reaches a sink of one of `sinks` without having been made harmless for it. */
  taint: z.strictObject({
    sinks: z.array(z.enum(sinkKinds)).check(z.minLength(1)),
    sources: z._default(z.array(z.enum(sourceKinds)), ['remote']),
    /** Sources that make the result one to review. */
    reviewSources: z._default(z.array(z.enum(sourceKinds)), ['local', 'llm']),
    /** Other pairs of sources and sinks that are the same defect. */
    also: z.exactOptional(
      z.array(z.strictObject({ sources: z.array(z.enum(sourceKinds)), sinks: z.array(z.enum(sinkKinds)) })),
    ),
    /** Where something from one of these reaches the sink as well, it is another rule's. */
    unlessFrom: z.exactOptional(z.array(z.enum(sourceKinds))),
    /** What reaches a sink of one of these kinds is the rule's that speaks about it. */
    unlessReaches: z.exactOptional(z.array(z.enum(sinkKinds))),
    /** Uses that are the same defect without a way to be seen: what is reached lies in a library. */
    uses: z.exactOptional(z.array(use).check(z.minLength(1))),
    unless: z.exactOptional(circumstances),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** What reaches a sink of one of `sinks` is not constant, and nothing shows where it is from. */
  'unproven-sink': z.strictObject({
    sinks: z.array(z.enum(sinkKinds)).check(z.minLength(1)),
    /**
     * Of the text that is known: `sql` asks that it reads as a statement with a hole in it, `markup` that it has a tag and a hole, `built`
     * that it has a known part and a hole.
     */
    text: z.exactOptional(z.enum(['sql', 'markup', 'built'])),
    /** A hole of the text is a parameter of the function around, which others may call: no name in its way begins with `_`. */
    of: z.exactOptional(z.literal('public-parameter', { error: 'expected public-parameter' })),
    unless: z.exactOptional(circumstances),
    lower: z.exactOptional(z.array(lowering)),
  }),

  ...practiceDetectors,
  ...securityDetectors,
};

export type DetectorName = keyof typeof detectorSchemas;

/** Parameters by detector, as a rule carries them after loading. */
export type DetectorParameters = {
  readonly [Name in DetectorName]: Readonly<z.output<(typeof detectorSchemas)[Name]>>;
};
