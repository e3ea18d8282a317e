// What a framework model is: a list of entries, each saying of which kind an API is or what type it returns.
// `rules/models/*.yml`; the names of kinds are in `kinds.ts`.
import * as z from 'zod/mini';
import { names, text } from './fields.ts';
import { modelKinds, type ModelKind } from './kinds.ts';

const kind = z.enum(modelKinds, {
  error: 'expected a kind such as source:remote, sink:sql, sanitizer:shell or propagator',
});

const kinds = z.pipe(
  z.union([kind, z.array(kind).check(z.minLength(1))], {
    error: 'expected a kind or a list of kinds, such as sink:sql',
  }),
  z.transform((value: ModelKind | ModelKind[]): readonly ModelKind[] => (typeof value === 'string' ? [value] : value)),
);

const versionText = { error: 'expected a version such as "3.12", in quotes' };
const version = z.string(versionText).check(z.regex(/^\d+(?:\.\d+)*$/, versionText));

const subjects = ['call', 'attr', 'decorator', 'param'] as const;

export const modelEntry = z
  .strictObject({
    /** Qualified names: of a function or class; a method's or attribute's name if `on` is there. */
    call: z.exactOptional(names),
    attr: z.exactOptional(names),
    decorator: z.exactOptional(names),
    param: z.exactOptional(names),
    /** Qualified names of the receiver's type. */
    on: z.exactOptional(names),
    /** Index, keyword, `self` or `return`. */
    arg: z.exactOptional(
      z.union([z.int().check(z.gte(0)), z.string().check(z.regex(/^[A-Za-z_]\w*$/))], {
        error: 'expected an index, a keyword, self or return',
      }),
    ),
    kind: z.exactOptional(kinds),
    /** Type of the result, a qualified name. */
    returns: z.exactOptional(text('a type')),
    /** Versions of the library in which the entry holds: from `since`, below `before`. */
    since: z.exactOptional(version),
    before: z.exactOptional(version),
  })
  .check(
    z.superRefine((entry, context) => {
      const given = subjects.filter((key) => entry[key] !== undefined);
      if (given.length !== 1) {
        context.addIssue(`expected exactly one of ${subjects.join(', ')}, got ${given.join(' and ') || 'none'}`);
      }
      if (entry.kind === undefined && entry.returns === undefined) context.addIssue('expected `kind` or `returns`');
    }),
    z.meta({ id: 'entry' }),
  );

export const modelSchema = z.array(modelEntry);

/** One statement about an API, with the name of the model it stands in (`python-stdlib`). */
export type ModelEntry = Readonly<z.output<typeof modelEntry>> & { readonly model: string };
