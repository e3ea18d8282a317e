// Building blocks of the schemas: small fields that rules, detectors and models share.
import * as z from 'zod/mini';
import { whyUnbounded } from './bounded-pattern.ts';

/** Text that is not empty; what it must be is said in the error. */
export function text(expected: string): z.ZodMiniString {
  return z.string({ error: `expected ${expected}` }).check(z.minLength(1, { error: `expected ${expected}` }));
}

/** One name or a list of names; comes out as a list. */
export const names = z.pipe(
  z.union([text('a name'), z.array(text('a name')).check(z.minLength(1, { error: 'expected at least one name' }))], {
    error: 'expected a name or a list of names',
  }),
  z.transform((value: string | string[]): readonly string[] => (typeof value === 'string' ? [value] : value)),
);

/** A regular expression as text (flags `u`), checked to compile; the error shows the pattern. */
export const pattern = text('a regular expression').check(
  z.superRefine((value, context) => {
    try {
      new RegExp(value, 'u');
    } catch (error) {
      context.addIssue(`${JSON.stringify(value)} is no regular expression: ${(error as Error).message}`);
      return;
    }
    const why = whyUnbounded(value);
    if (why !== undefined)
      context.addIssue(`${JSON.stringify(value)} can take for ever on a text that somebody chose: ${why}`);
  }),
);

/** Constants of Python that YAML can write: text, number, true, false, null (None). */
export const literal = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'expected a literal: text, number, true, false or null',
});
export type Literal = z.output<typeof literal>;

/** One literal or a list of literals; comes out as a list. */
export const literals = z.pipe(
  z.union([literal, z.array(literal)], { error: 'expected a literal or a list of literals' }),
  z.transform((value: Literal | Literal[]): readonly Literal[] => (Array.isArray(value) ? value : [value])),
);
