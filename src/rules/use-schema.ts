// Parameters of the detector `usage`: one Use says which call, assignment, setting or reference is meant, what must hold
// for its values, and how serious it is. All parts of a Use must hold; of several Uses the first that matches counts.
import * as z from 'zod/mini';
import { literal, literals, names, pattern, text, type Literal } from './fields.ts';
import type { SourceKind } from './kinds.ts';
import { sourceKinds } from './kinds.ts';

/** Value tests for secrets (`docs/writing-rules.md`): the text passes for a real one, not for a placeholder. */
export const secretTests = [
  'password',
  'key',
  'token',
  'high-entropy',
  'authorization',
  'used',
  'connection',
  'placeholder',
] as const;
export type SecretTest = (typeof secretTests)[number];

/** Rights that a constant file mode may grant. */
export const grants = ['other-read', 'other-write', 'group-write', 'set-id'] as const;
export type Grant = (typeof grants)[number];

/**
 * Where a place stands. `development`: a settings file or configuration class named local, dev, test, debug or example;
 * `test-settings`: one named test. `conditional`: under an `if`; `debug-branch`: under one that asks for a debug setting.
 * `expected-error`: where a test asserts that an error comes. `patched`: the file puts something else in the place of what
 * is called. `own-server`: the file starts a server. `build-script`: a file that runs when the project is built or installed.
 */
export const surroundings = [
  'settings',
  'development',
  'test',
  'production',
  'main-guard',
  'handler',
  'test-settings',
  'conditional',
  'debug-branch',
  'expected-error',
  'patched',
  'own-server',
  'build-script',
] as const;
export type Surrounding = (typeof surroundings)[number];

/**
 * Where names stand that tell what a place is for. `result`: what the value is bound to, passed to or compared with;
 * `argument`: names in the call's arguments; `function`, `class`: those around; `module`: file and folders; `comment`;
 * `condition`: what the `if`s around ask about.
 */
export const namePlaces = ['result', 'argument', 'function', 'class', 'module', 'comment', 'condition'] as const;
export type NamePlace = (typeof namePlaces)[number];

/** What an expression is for: an argument, a parameter's default, assigned, a list's element, a dict's entry, compared, returned, a statement of its own. */
export const placeRoles = [
  'argument',
  'element',
  'default',
  'assigned',
  'entry',
  'compared',
  'returned',
  'unused',
] as const;
export type PlaceRole = (typeof placeRoles)[number];

/** What must hold for one value; several tests in one object must all hold. */
export interface ConditionTests {
  /** The value is constant and equal to one of these (`1` is `true`, as in Python; text without regard to str or bytes). */
  readonly is?: readonly Literal[];
  /** The value is constant and equal to none of these. */
  readonly not?: readonly Literal[];
  /** The value is a reference to one of these qualified names (`ssl.CERT_NONE`). */
  readonly name?: readonly string[];
  /** The value is a reference to something outside the checkout whose qualified name matches (flags `u`, unanchored). */
  readonly named?: string;
  /** True: the argument is not given, and no `*args` or `**kwargs` could give it. False: it is given. */
  readonly missing?: boolean;
  /** Known to be constant, or known not to be a literal constant. */
  readonly constant?: boolean;
  /** The value is read from the environment, and this holds for the constant that holds where nothing is set. */
  readonly default?: Condition;
  /** The value is a parameter of the function, and this holds for its constant default. */
  readonly parameterDefault?: Condition;
  /** Of that parameter: some call in the checkout leaves the default (true); no call is known (false). */
  readonly leftByCallers?: boolean;
  /** Constant, or made from constants only by calls of these: name and the argument that matters, `sha256(0)`, `digest(self)`. */
  readonly madeBy?: readonly string[];
  /** All that goes into the expression is called so: names, attributes, keys, functions (flags `iu`, unanchored); constants do not count. */
  readonly namedAs?: string;
  /** Something that goes into the expression is called so. */
  readonly partNamed?: string;
  /** The value is, or is made from, what a source of one of these kinds gave. */
  readonly carries?: readonly SourceKind[];
  /** A number of seconds, or a `timedelta`, of more than so many seconds. */
  readonly lasts?: number;
  readonly below?: number;
  readonly above?: number;
  /** A constant without content: "", b"", [], {}, (). */
  readonly empty?: boolean;
  /** Text tests hold for the known beginning or parts of a text with holes as far as they are known. */
  readonly startsWith?: readonly string[];
  readonly endsWith?: readonly string[];
  readonly contains?: readonly string[];
  /** Regular expression, flags `u`, unanchored. */
  readonly matches?: string;
  /** The same for the whole text, with `{}` for each hole: `^http://{}:{}@`. */
  readonly form?: string;
  /** The value is an instance of one of these classes, or a call of it (qualified names). */
  readonly type?: readonly string[];
  /** The same, or an instance of a class of the checkout that derives from one of them. */
  readonly instanceOf?: readonly string[];
  /** The value is one of these classes, or a class of the checkout that derives from one. */
  readonly subclassOf?: readonly string[];
  /** The value is a function or lambda of the checkout, and this holds for its result. */
  readonly returns?: Condition;
  readonly secret?: SecretTest;
  readonly grants?: readonly Grant[];
  /** The text is a loopback host, or a URL whose host is. */
  readonly loopback?: boolean;
  /** The expression reads an attribute or entry of `self`, which other methods may have filled. */
  readonly fromObject?: boolean;
  /** Some element of the list, tuple or set. */
  readonly item?: Condition;
  /** No element of a list, tuple or set of which every element is known. */
  readonly lacks?: Condition;
  /** The first element of the list or tuple: a program, a host. */
  readonly first?: Condition;
  /** Elements of the list or tuple by position, from 0: of `auth=(user, password)` the second; `{ missing: true }` for an absent one. */
  readonly elements?: Readonly<Record<string, Condition>>;
  /** Entries of the dict by constant key, all must hold; `{ missing: true }` for an absent one. */
  readonly entries?: Readonly<Record<string, Condition>>;
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
}

/** A literal is short for `{ is: literal }`. */
export type Condition = Literal | ConditionTests;

const flag = z.boolean({ error: 'expected true or false' });
const number = z.number({ error: 'expected a number' });

const conditionTests: z.ZodMiniType<ConditionTests> = z
  .strictObject({
    is: z.exactOptional(literals),
    not: z.exactOptional(literals),
    name: z.exactOptional(names),
    named: z.exactOptional(pattern),
    missing: z.exactOptional(flag),
    constant: z.exactOptional(flag),
    default: z.exactOptional(z.lazy(() => condition)),
    parameterDefault: z.exactOptional(z.lazy(() => condition)),
    leftByCallers: z.exactOptional(flag),
    madeBy: z.exactOptional(names),
    namedAs: z.exactOptional(pattern),
    partNamed: z.exactOptional(pattern),
    carries: z.exactOptional(z.array(z.enum(sourceKinds))),
    lasts: z.exactOptional(number),
    below: z.exactOptional(number),
    above: z.exactOptional(number),
    empty: z.exactOptional(flag),
    startsWith: z.exactOptional(names),
    endsWith: z.exactOptional(names),
    contains: z.exactOptional(names),
    matches: z.exactOptional(pattern),
    form: z.exactOptional(pattern),
    type: z.exactOptional(names),
    instanceOf: z.exactOptional(names),
    subclassOf: z.exactOptional(names),
    returns: z.exactOptional(z.lazy(() => condition)),
    secret: z.exactOptional(z.enum(secretTests)),
    grants: z.exactOptional(
      z.pipe(
        z.union([z.enum(grants), z.array(z.enum(grants))]),
        z.transform((value: Grant | Grant[]): readonly Grant[] => (typeof value === 'string' ? [value] : value)),
      ),
    ),
    loopback: z.exactOptional(flag),
    fromObject: z.exactOptional(flag),
    item: z.exactOptional(z.lazy(() => condition)),
    lacks: z.exactOptional(z.lazy(() => condition)),
    first: z.exactOptional(z.lazy(() => condition)),
    elements: z.exactOptional(
      z.record(
        z.string().check(z.regex(/^\d+$/, { error: 'expected a position, from 0' })),
        z.lazy(() => condition),
      ),
    ),
    entries: z.exactOptional(
      z.record(
        z.string(),
        z.lazy(() => condition),
      ),
    ),
    any: z.exactOptional(z.array(z.lazy(() => condition))),
    all: z.exactOptional(z.array(z.lazy(() => condition))),
  })
  .check(
    z.refine((tests) => Object.keys(tests).length > 0, { error: 'expected at least one test, such as `is` or `name`' }),
  );

export const condition: z.ZodMiniType<Condition> = z
  .union([literal, conditionTests], { error: 'expected a literal or an object of tests, such as `is` or `name`' })
  .check(z.meta({ id: 'condition' }));

const argument = z.string().check(
  z.regex(/^(?:value|(?:\d+|[A-Za-z_]\w*)(?:\|(?:\d+|[A-Za-z_]\w*))*)$/, {
    error: 'expected a position, a keyword, both (`0|url`), or `value`',
  }),
);

/** Conditions by argument: `0|url`, `timeout`, `value`. */
export const where = z.record(argument, condition);

const placed = z.pipe(
  z.union([z.enum(surroundings), z.array(z.enum(surroundings))], {
    error: `expected one or more of ${surroundings.join(', ')}`,
  }),
  z.transform((value: Surrounding | Surrounding[]): readonly Surrounding[] =>
    typeof value === 'string' ? [value] : value,
  ),
);

const pythonBound = z
  .string()
  .check(z.regex(/^(?:>=|<)\d+(?:\.\d+)*$/, { error: 'expected a version bound such as `>=3.10`' }));

/** Words in names around a place: anywhere but in comments and conditions, unless `of` says where. */
const around = z.strictObject({
  of: z._default(z.array(z.enum(namePlaces)), ['result', 'argument', 'function', 'class', 'module']),
  words: names,
});

/** Circumstances that silence a Use: all entries of one object must hold; of several objects any. */
const circumstance = z
  .strictObject({
    /** Every version the project allows satisfies this, `>=3.10`; where nothing is declared, the newest. */
    python: z.exactOptional(pythonBound),
    /** The same, but only where the project declares which Python it needs. */
    requiresPython: z.exactOptional(pythonBound),
    /** The same for a distribution: `PyYAML>=6`. */
    dependency: z.exactOptional(
      z
        .string()
        .check(
          z.regex(/^[A-Za-z0-9][\w.-]*(?:>=|<)\d+(?:\.\d+)*$/, { error: 'expected `name>=version` or `name<version`' }),
        ),
    ),
    /** The same, but only where the project declares the distribution. */
    requires: z.exactOptional(
      z
        .string()
        .check(
          z.regex(/^[A-Za-z0-9][\w.-]*(?:>=|<)\d+(?:\.\d+)*$/, { error: 'expected `name>=version` or `name<version`' }),
        ),
    ),
    /** One of these functions or methods (`ssl.SSLContext.load_cert_chain`) is called in the module. */
    called: z.exactOptional(names),
    /** An attribute of one of these names, or an entry of it, is assigned in the module (`verify_mode`), to something else than False or None. */
    assigned: z.exactOptional(names),
    /** One of these functions or methods is called in the same function. */
    calledInFunction: z.exactOptional(names),
    /** The same, later than the place and not in another branch of an `if`. */
    calledAfter: z.exactOptional(names),
    /** None of these is called in the module. */
    notCalled: z.exactOptional(names),
    /** One of these methods is called on what the call gives; where that is kept, returned or passed on, somewhere in the module. */
    calledOnIt: z.exactOptional(names),
    /** None of these is. */
    notCalledOnIt: z.exactOptional(names),
    /** The place is a method or an entry of an object that the function makes and keeps to itself; none of these methods is called on it there. */
    neverCalledOnOwn: z.exactOptional(names),
    /** One of these qualified names is mentioned in the module. */
    mentioned: z.exactOptional(names),
    /** The same in the function. */
    mentionedInFunction: z.exactOptional(names),
    /** The function, or one around it, has a parameter of one of these names: its callers decide. */
    parameter: z.exactOptional(names),
    /** A name around the place has one of the words: `token` is in `resetToken` and `token_for`, `=token` is the whole name. */
    around: z.exactOptional(around),
    /** What the expression is for in its statement. */
    role: z.exactOptional(z.array(z.enum(placeRoles))),
    /** The same function calls something whose last name matches (flags `u`, unanchored). */
    callsNamed: z.exactOptional(pattern),
    /** A name or text in the condition of an `if` around the place, in the same function, matches. */
    condition: z.exactOptional(pattern),
    /** The class around has a method whose name matches (flags `u`, unanchored). */
    classDefines: z.exactOptional(pattern),
    /** A name or text in the class around matches. */
    classMentions: z.exactOptional(pattern),
    /** A name or text in the decorators of the function or class around, or of the one that this decorates, matches. */
    decorated: z.exactOptional(pattern),
    /** A text of the module that is no docstring matches (flags `u`, unanchored): `\.html$`. */
    text: z.exactOptional(pattern),
    /** Names of the module's top level, or settings by key, and what holds for their values; all must. */
    bound: z.exactOptional(z.record(z.string(), condition)),
    /** A module of the checkout, tests aside, assigns a setting of one of these names: at its top level, in a class, or as an entry of what ends so, `config["CORS_ORIGINS"]`. */
    configured: z.exactOptional(names),
    /** The file name of a project file (Dockerfile, compose.yaml) in the same directory matches. */
    beside: z.exactOptional(pattern),
    in: z.exactOptional(placed),
    where: z.exactOptional(where),
  })
  .check(z.refine((value) => Object.keys(value).length > 0, { error: 'expected at least one circumstance' }));
export type Circumstance = z.output<typeof circumstance>;

export const circumstances = z.pipe(
  z.union([circumstance, z.array(circumstance)], { error: 'expected an object or a list of objects' }),
  z.transform((value: Circumstance | Circumstance[]): readonly Circumstance[] =>
    Array.isArray(value) ? value : [value],
  ),
);

const subjects = ['call', 'assign', 'setting', 'reference', 'header', 'text'] as const;

/**
 * The fix as an edit. Texts are Python; `<yaml:SafeLoader>` stands for what the file calls that member of the module, with an
 * import if it has none.
 */
const useRepair = z
  .strictObject({
    /** In the place of what is called or mentioned. */
    name: z.exactOptional(text('a name')),
    /** Values by argument, added where it is not given; null takes it away. */
    arguments: z.exactOptional(z.record(argument, z.nullable(text('an expression')))),
    /** In the place of what is assigned. */
    value: z.exactOptional(text('an expression')),
    /** The program does what its author meant as before, so `--fix` may write it. */
    safe: z._default(flag, false),
  })
  .check(
    z.refine((value) => value.name !== undefined || value.arguments !== undefined || value.value !== undefined, {
      error: 'expected `name`, `arguments` or `value`',
    }),
  );
export type UseRepair = z.output<typeof useRepair>;

export const use = z
  .strictObject({
    /** Qualified names of functions or classes, `transformers.*.from_pretrained` for those of all classes of a package; method names if `on` is there. */
    call: z.exactOptional(names),
    /** Qualified names of the receiver's class, for `call` and `assign`, also of what is assigned in the body of a class that derives from one; `*` is any, known or not: `where` has to tell. */
    on: z.exactOptional(names),
    /** Qualified name of a module attribute (`ssl._create_default_https_context`), an attribute's name if `on` is there; `os.environ[KEY]` for an entry. */
    assign: z.exactOptional(names),
    /** Upper-case key: a module-level constant in settings code, `config["KEY"]`, `config.update(KEY=...)`, `from_mapping`. */
    setting: z.exactOptional(names),
    /** Any use of these qualified names. */
    reference: z.exactOptional(names),
    /** Name of an HTTP header that is given a value: a dict entry, `headers[NAME] = value`, `set_header(NAME, value)`, a pair. */
    header: z.exactOptional(names),
    /** Text literals that are no docstrings, of which a constant part matches (flags `u`, unanchored). */
    text: z.exactOptional(pattern),
    /** Conditions by argument; `value` for what is assigned. */
    where: z.exactOptional(where),
    /** Only there. */
    in: z.exactOptional(placed),
    /** Only then: all entries of one object hold, of several objects any. */
    when: z.exactOptional(circumstances),
    unless: z.exactOptional(circumstances),
    /** Where this Use differs from the rule's tier. */
    tier: z.exactOptional(z.enum(['defect', 'hotspot', 'inventory'])),
    /** The result's level, of a hotspot. */
    level: z.exactOptional(z.literal('note', { error: 'expected note' })),
    message: z.exactOptional(text('a message')),
    fix: z.exactOptional(text('a fix')),
    repair: z.exactOptional(useRepair),
  })
  .check(
    z.superRefine((value, context) => {
      const given = subjects.filter((key) => value[key] !== undefined);
      if (given.length !== 1) {
        context.addIssue(`expected exactly one of ${subjects.join(', ')}, got ${given.join(' and ') || 'none'}`);
      }
      if (value.on && !value.call && !value.assign) context.addIssue('`on` goes with `call` or `assign`');
      if (value.level && value.tier === 'inventory') context.addIssue('an inventory Use has no level');
    }),
    z.meta({ id: 'use' }),
  );

export type Use = z.output<typeof use>;

/** Circumstances that make the defects of a rule cases to review. */
export const lowering = z.strictObject({
  when: circumstances,
  tier: z._default(z.enum(['hotspot', 'inventory']), 'hotspot'),
  level: z.exactOptional(z.literal('note', { error: 'expected note' })),
});
