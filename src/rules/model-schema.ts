// What a framework model is: a list of entries, each saying of which kind an API is or what type it returns.
// `rules/models/*.yml`; the names of kinds are in `kinds.ts`.
import * as z from 'zod/mini';
import { didYouMean } from '../base/nearest.ts';
import { names, text } from './fields.ts';
import { modelKinds, sourceKinds, type ModelKind } from './kinds.ts';
import { where } from './use-schema.ts';

const kind = z.enum(modelKinds, {
  error: ({ input }) =>
    `expected a kind such as source:remote, sink:sql, sanitizer:shell or propagator${typeof input === 'string' ? didYouMean(input, modelKinds) : ''}`,
});

const kinds = z.pipe(
  z.union([kind, z.array(kind).check(z.minLength(1))], {
    error: 'expected a kind or a list of kinds, such as sink:sql',
  }),
  z.transform((value: ModelKind | ModelKind[]): readonly ModelKind[] => (typeof value === 'string' ? [value] : value)),
);

const versionText = { error: 'expected a version such as "3.12", in quotes' };
const version = z.string(versionText).check(z.regex(/^\d+(?:\.\d+)*$/, versionText));

const subjects = ['call', 'attr', 'assign', 'item', 'decorator', 'method', 'function', 'registrar'] as const;

const argumentPart = String.raw`(?:\d+|\*?[A-Za-z_]\w*)`;
const argumentPattern = new RegExp(`^(?:${argumentPart}|\\*\\*?)(?:\\|${argumentPart})*$`);
const argument = z.union([z.int().check(z.gte(0)), z.string().check(z.regex(argumentPattern))], {
  error:
    'expected a position, a keyword, both (`0|sql`), `*`, the end of keywords (`*__regex`), self, return, key or value',
});

/**
 * How a database driver marks a bound parameter in the text of a query and takes its value: PEP 249's names, `$1` with the values one
 * by one, `:name` with keywords, within `text()` (`text`), with `.bindparams()` behind it, and texts that are composed of parts.
 */
export const parameterStyles = [
  'qmark',
  'numeric',
  'named',
  'format',
  'pyformat',
  'dollar',
  'keywords',
  'text',
  'bindparams',
  'composed',
] as const;
export type ParameterStyle = (typeof parameterStyles)[number];

/**
 * What a source holds: `text`; `mapping`, whose entries are texts; `object`, anything that JSON can be; `file`, an upload whose
 * parts the type says.
 */
export const shapes = ['text', 'mapping', 'object', 'file'] as const;
export type Shape = (typeof shapes)[number];

/** How a call or handler fills a template: its name or text is the argument `arg`, what it gets are its other arguments. */
const renders = z.strictObject({
  /** The template is a file, a text, either; the receiver, made from one of these; named by the handler's decorator, or by its class. */
  by: z.enum(['file', 'text', 'either', 'receiver', 'decorator', 'class']),
  /** Where variables are: `**` the keywords, a position or keyword of a dict, `return` what the handler returns. */
  values: z.string().check(z.regex(/^(?:\*\*|\w+)(?:\|(?:\*\*|\w+))*$/)),
  /** Whether it escapes: always unless the checkout switches that off, never, or by the ending of the file's name. */
  escapes: z.enum(['always', 'never', 'suffix']),
  /** Of texts: the template language, if it is not that of Jinja, Django and Tornado. */
  language: z.exactOptional(z.enum(['mako', 'bottle'])),
  /** In modules that import it escaping may be switched off. */
  package: z.exactOptional(text('a package')),
});

export const modelEntry = z
  .strictObject({
    /** Qualified names of functions or classes; methods' names if `on` is there. */
    call: z.exactOptional(names),
    /** Qualified names of objects; attributes' names if `on` is there. */
    attr: z.exactOptional(names),
    /** Names of attributes that are assigned, of an object of `on`. */
    assign: z.exactOptional(names),
    /** Names of attributes of which an entry is assigned (`headers` for `response.headers[k] = v`), of an object of `on`; `self`: of it itself. */
    item: z.exactOptional(names),
    /** A function with this decorator: a qualified name, or a method's name of an object of `on`. */
    decorator: z.exactOptional(names),
    /** A method of this name in a class that derives from one of `on`; `*` is every method, `on_*` those that begin so. */
    method: z.exactOptional(names),
    /** A function of this name at the top level of a module; `*` is every function, methods and closures as well. */
    function: z.exactOptional(names),
    /** A function that is handed to this call as `arg`. */
    registrar: z.exactOptional(names),
    /** Qualified names of the type of the receiver, or of the base class; of a method also `*`, any class, and `*Servicer`, a base class whose name ends so; `*.objects` is that attribute of anything. */
    on: z.exactOptional(names),
    /** Which argument is meant: position, keyword or both; `*` is each, `**` the keys of `**x`, `*__regex` each keyword that ends so; `self` the receiver; of a handler `return`; of an assignment `key` or `value`. */
    arg: z.exactOptional(argument),
    /** Which parameter of the handler is meant, by position after self or by name; absent: all that no other entry claims. */
    param: z.exactOptional(argument),
    /** Of a handler: its parameters, self aside, begin with these names; `event|evt` is either. */
    parameters: z.exactOptional(names),
    /** Of a handler: its module imports one of these packages. */
    imports: z.exactOptional(names),
    /** The same of its module or one of the checkout that it imports: of packages that nobody uses for anything but answering. */
    near: z.exactOptional(names),
    /** Of a handler: it, or its class, has this attribute set to `True` where it stands (`index.exposed = True`). */
    marked: z.exactOptional(text('an attribute')),
    /** Of a handler: one of these texts is written in it, or in its class. */
    mentions: z.exactOptional(names),
    /** Of a handler: only what the route's text names is filled; a parameter with a default that it does not name keeps it. */
    filledBy: z.exactOptional(z.literal('route', { error: 'expected route' })),
    kind: z.exactOptional(kinds),
    /** Of an html sink: what it is given goes into a template. */
    renders: z.exactOptional(renders),
    /** Type of the result, attribute or parameter, a qualified name; `self`: of a method, what its object is. */
    returns: z.exactOptional(text('a type')),
    /** Type of its elements or entries. */
    elements: z.exactOptional(text('a type')),
    /** What a source holds; text if absent. */
    shape: z.exactOptional(z.enum(shapes)),
    /** Of a source with entries: constant keys of what no caller chooses, nested ones with dots: `requestContext.authorizer`. */
    except: z.exactOptional(names),
    /** Of a source with entries: what a field of the object's class, of the entry's name, makes clean is none (`typed`); or an argument that the object was told of (`declared`). */
    fields: z.exactOptional(z.enum(['typed', 'declared'], { error: 'expected typed or declared' })),
    /** The entry holds only where this holds for the call's arguments, as in a rule's `where`. */
    where: z.exactOptional(where),
    /** A sink that is worth a review only. */
    tier: z.exactOptional(z.literal('hotspot', { error: 'expected hotspot' })),
    /** Of such a sink: the result's level. */
    level: z.exactOptional(z.literal('note', { error: 'expected note' })),
    /** Of a sink whose name is too common to look for: it counts where a function is looked at anyway and untrusted data is at hand. */
    quiet: z.exactOptional(z.literal(true, { error: 'expected true' })),
    /** Of an html sink: it is one only where the code around says that the content is HTML. */
    content: z.exactOptional(z.literal('html', { error: 'expected html' })),
    /** Of a propagator: untrusted data comes out as another kind of source (`member`, a name in an archive). */
    as: z.exactOptional(z.enum(sourceKinds, { error: 'expected a kind of source such as member' })),
    /** Of a propagator: sanitizers, by their last names, whose work it undoes: `unquote` that of `quote`. */
    undoes: z.exactOptional(names),
    /** Of an argv sink: the program, where it is given its arguments only. */
    program: z.exactOptional(text('a program')),
    /** Of a SQL sink: it takes a part of a statement, a condition or a column, so a text need not read as one. */
    fragment: z.exactOptional(z.literal(true, { error: 'expected true' })),
    /** Of a SQL sink: how its driver marks a bound parameter. */
    style: z.exactOptional(z.enum(parameterStyles)),
    /** Of a guard: what its result is where the value is harmless; `returns`: it raises where the value is not. */
    holds: z.exactOptional(z.union([z.boolean(), z.literal('returns')], { error: 'expected true, false or returns' })),
    /** Of a class: not for a class of the checkout that defines one of these methods in a way that decides something. */
    unlessDefined: z.exactOptional(names),
    /** After this call or assignment its object is of this type: a qualified name. */
    becomes: z.exactOptional(text('a type')),
    /** The result stands for the argument when it is compared: a digest of it that only who has the key can make. */
    view: z.exactOptional(z.literal('digest', { error: 'expected digest' })),
    /** The entry holds in versions of the library below this one, where the project allows one. */
    before: z.exactOptional(version),
    /** The entry holds where no file of the project names the library: nothing says which version runs. */
    undeclared: z.exactOptional(z.literal(true, { error: 'expected true' })),
  })
  .check(
    z.superRefine((entry, context) => {
      const given = subjects.filter((key) => entry[key] !== undefined);
      if (given.length !== 1) {
        context.addIssue(`expected exactly one of ${subjects.join(', ')}, got ${given.join(' and ') || 'none'}`);
      }
      const says = [entry.kind, entry.returns, entry.elements, entry.becomes, entry.view];
      if (says.every((said) => said === undefined)) {
        context.addIssue('expected `kind`, `returns` or `elements`');
      }
    }),
    z.meta({ id: 'entry' }),
  );

export const modelSchema = z.array(modelEntry);

/** One statement about an API, with the name of the model it stands in (`python-stdlib`). */
export type ModelEntry = Readonly<z.output<typeof modelEntry>> & { readonly model: string };
