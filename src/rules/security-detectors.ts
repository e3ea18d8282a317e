// Parameters of the detectors of security that each serve one or a few rules, by name; detector-schemas.ts has them all.
import * as z from 'zod/mini';
import { names, pattern, text } from './fields.ts';
import { sinkKinds, sourceKinds } from './kinds.ts';
import { circumstances, lowering, use } from './use-schema.ts';

const list = z.exactOptional(names);
const modeArguments = z.strictObject({
  /** Keys such as `0|path`; `self` is the receiver. */
  path: text('an argument'),
  mode: text('an argument'),
  directory: z.exactOptional(z.boolean()),
});

export const securityDetectors = {
  /** Control characters that turn the direction of text, and letters that look Latin but are not. */
  'bidirectional-text': z.strictObject({ localePaths: pattern }),
  /** Tokens in the formats of `provider-tokens.ts`; `except`: ids of formats that are left out. */
  'provider-token': z.strictObject({ except: list }),
  /** Private keys with their body. RSA keys of fewer bits than `testBits` are made for tests. */
  'private-key': z.strictObject({ testBits: z.number() }),
  /** A literal given to a name that promises a secret. `lookups`: functions whose first argument is a key. */
  'hardcoded-password': z.strictObject({ lookups: pattern }),
  /** The same where it holds only if nobody gives another: defaults of parameters, options, reads of the environment. */
  'credential-default': z.strictObject({ lookups: pattern }),
  /**
   * Assertions that decide something, by what their condition asks (names in lower case, joined by `_`): `calls` of functions, `names`
   * that hold an answer, what is `compared`. A role or an owner counts if it belongs to `people`; `given` is what visitors send.
   */
  'assert-as-check': z.strictObject({
    calls: pattern,
    names: pattern,
    compared: pattern,
    people: pattern,
    given: pattern,
  }),
  /**
   * Ciphers and password hashers of one's own: functions or methods whose name (words in lower case, joined by `_`) matches and that mix
   * bytes by `^` or a table, and classes that derive from one of `bases` and have one of `methods`.
   */
  'custom-crypto': z.strictObject({ names: pattern, places: pattern, bases: names, methods: names }),
  /** Files that are opened for writing and get a mode for their owner alone afterwards. */
  'late-file-mode': z.strictObject({ unless: z.exactOptional(circumstances) }),
  /** Files that are written, made or run at one of `paths`. */
  'shared-temp-path': z.strictObject({ paths: pattern, unless: z.exactOptional(circumstances) }),
  /** What templates write without escaping, or where escaping does not help. `find`: the first kind is rarely right, the second often. */
  'template-unescaped': z.strictObject({
    find: z.enum(['unescaped', 'places']),
    /** Packages of which one is imported somewhere: who else fills templates is not known. */
    imports: names,
  }),
  /** Imports of modules by name; `declared` and `notDeclared` are distributions that the project asks for, or does not. */
  'imported-module': z.strictObject({
    imports: z
      .array(
        z.strictObject({
          modules: names,
          declared: z.exactOptional(names),
          notDeclared: z.exactOptional(names),
          message: z.exactOptional(text('a message')),
          fix: z.exactOptional(text('a fix')),
        }),
      )
      .check(z.minLength(1)),
  }),
  /** Calls of builtin `functions` where a file, or the project, is written for Python 2. */
  'python2-call': z.strictObject({ functions: names }),
  /** `scheme://user:password@host`. `words`: passwords that only say that one stands there. */
  'credentials-in-url': z.strictObject({ words: pattern }),
  /** A secret made of what others can guess, given to a name that `names` matches (words in lower case, joined by `_`). */
  'guessable-secret': z.strictObject({
    names: pattern,
    /** Functions of which the result is a secret by their name, in the same form. */
    makers: pattern,
    /** Names that count only where a text is formed (digits filled up, characters joined, a hash): a case to review. */
    plainNames: z.exactOptional(pattern),
    /** Classes whose methods that make something (`generate`, `new_id`) make a secret, in the same form. */
    makerClasses: z.exactOptional(pattern),
    /** Qualified names of functions whose results can be guessed. */
    calls: names,
    /** The same of clocks and the like: this rule speaks about them where they are hashed, or where they are not. */
    clocks: names,
    clocksIn: z.enum(['plain', 'hashed']),
    /** Names of what others know; a hash of nothing else is guessable too. */
    known: z.exactOptional(pattern),
    uses: z.exactOptional(z.array(use).check(z.minLength(1))),
    unless: z.exactOptional(circumstances),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** A request's headers or whole body in a log. */
  'logged-request': z.strictObject({
    /** Names and texts in the function that say that a body has secrets in it. */
    worth: pattern,
    /** Names of what takes them out. */
    masking: pattern,
  }),
  /** A secret, by its name or by a mark, at a sink of one of these kinds. */
  'exposed-secret': z.strictObject({
    sinks: z.array(z.enum(sinkKinds)).check(z.minLength(1)),
    /** Names (words in lower case, joined by `_`) of what may be shown there. */
    exceptNames: z.exactOptional(pattern),
    /** What comes from one of these may go there. */
    notFrom: z._default(z.array(z.enum(sourceKinds)), []),
    unless: z.exactOptional(circumstances),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** Cross-origin access by `uses`, and by a header that repeats the request's origin (`messages.reflected`). */
  'reflected-origin': z.strictObject({
    /** Speak about those that allow credentials as well; else about the others. */
    credentials: z.boolean(),
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** Protection against forged requests that is off: by `uses`, and for a view or an authentication class. */
  'csrf-off': z.strictObject({
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
    /** Decorators, as functions too, that take the check from a view; methods that do, by class: `flask_wtf.CSRFProtect.exempt`. */
    exempting: names,
    /** Methods that are the check, by class. */
    checks: names,
    /** Names and texts in a view of what it does to data. */
    changing: pattern,
    /** Of a check of its own: a signature, a token. */
    checking: pattern,
    /** Of a session: who is signed in by cookie. */
    session: pattern,
    /** Decorators and bases (last names) under which a request changes nothing, or is checked in another way. */
    safe: pattern,
    /** Names of views that programs call. */
    machines: pattern,
  }),
  /**
   * Regular expressions that are known and do not do what they are for. `find`: host names that admit others, script elements that are
   * missed, ranges that hold too much, loops that take exponential time.
   */
  'pattern-flaw': z.strictObject({
    find: z.enum(['hostname', 'origin', 'whole', 'scripts', 'range', 'exponential']),
    /** Names of variables, functions and arguments that show that something is decided by it. */
    guarding: z.exactOptional(pattern),
    /** Names of what is searched. */
    subject: z.exactOptional(pattern),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** A URL, host or origin that is asked whether it has, begins or ends with a host name, where something is decided by it. */
  'host-text-check': z.strictObject({
    /** `origin`: only the origin of a request that is then allowed to read the answer. */
    of: z.enum(['url', 'origin']),
    /** Names of what is asked. */
    subject: pattern,
    /** Names of functions and variables that show that something is decided by it. */
    guarding: pattern,
    /** Methods of frameworks that check the origin, by class: overridden with nothing they let every site in. */
    checks: list,
    lower: z.exactOptional(z.array(lowering)),
  }),
  /**
   * `running`: functions that run code; `decoding`: names of what unpacks it; from which `length` of a literal on. `hiding`: those of which a
   * shorter literal is one to review.
   */
  'obfuscated-payload': z.strictObject({
    running: names,
    decoding: pattern,
    length: z.int(),
    hiding: z.exactOptional(pattern),
  }),
  /**
   * Forms and serializers (`owners`: their base classes) that let a request set fields of a model. `rights`: names of fields that decide about
   * rights, where all fields are taken over; `listed`: where they are named one by one.
   */
  'open-model-fields': z.strictObject({ owners: pattern, rights: pattern, listed: pattern }),
  /** Loops that gather what a socket gives (`calls`: names of methods) and do not look whether the other side has left. */
  'receive-without-end': z.strictObject({ calls: names }),
  /** A list of what must not be in a text, by which something is decided. `named`: names of such lists; `guarding`: of functions that decide. */
  'deny-list': z.strictObject({ find: z.enum(['shell', 'extension']), named: pattern, guarding: pattern }),
  /** A route of FastAPI that takes a file and a JSON body. */
  'upload-mixed-body': z.strictObject({
    /** Types and marks of files, marks of a JSON body, base classes of models. */
    files: names,
    bodies: names,
    models: names,
    /** What a parameter is by another mark: a form, a dependency, a part of the URL. */
    others: pattern,
  }),
  /** Secrets in files that are made to hold them: `.env`, `id_rsa`, `.npmrc`. `typed`: values for a machine of one's own. */
  'committed-secret': z.strictObject({ typed: pattern }),
  /** Files of requirements: `find` lines without an exact version, or files without hashes. */
  'loose-requirement': z.strictObject({ find: z.enum(['version', 'hash']) }),
  /** Versions of dependencies that an advisory is about, where the run is given advisories. */
  'vulnerable-dependency': z.strictObject({
    /** How a lock file is made to take another version: its name to a command, with the holes {name} and {version}. */
    relock: z.record(z.string(), z.string()),
  }),
  /** Something fetched from the network that is then unpacked, run or loaded; `uses` for functions that do both. */
  'unverified-download': z.strictObject({
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
    /** Functions that give back what they fetch. */
    fetching: names,
    /** Functions that write what they fetch to a file: name to the arguments for it, `1|filename`. */
    storing: z.record(z.string(), z.string()),
    /** Functions that start a program with a list. */
    programs: names,
    /** Qualified names of what unpacks, runs or loads its first argument; `*.name` for a method. */
    using: pattern,
    /** Names and texts in a function that show that it looks at a hash or a signature. */
    checking: pattern,
    /** Functions whose result is an answer about a thing and not the thing. */
    dropping: pattern,
  }),
  /** An application of Flask with sessions and forms in which nothing names a check for forged requests. */
  'csrf-missing': z.strictObject({
    /** Functions that make an application, and those that sign somebody in. */
    making: names,
    signing: names,
    /** Keys of a session that say who somebody is. */
    identity: pattern,
    /** Names and texts, anywhere in the checkout, that show a check. */
    protecting: pattern,
    /** Views whose form is for people who are not signed in. */
    open: names,
  }),
  /** A view that changes data and takes GET besides other methods. All are patterns of names. */
  'unsafe-methods': z.strictObject({
    /** Methods of applications that bind a route with its `methods`. */
    routing: pattern,
    /** Methods that change data when called without arguments by position, and those of a manager (`objects`). */
    writing: pattern,
    bulk: pattern,
    /** Names in the body that ask for the method, or that only a POST has. */
    separating: pattern,
    /** Decorators that let only some methods pass. */
    safe: pattern,
    /** Names of views, parameters and things for which a link is meant to do it, or of what is only counted. */
    meant: pattern,
    /** Qualified names of what makes an answer of Django. */
    answering: pattern,
  }),
  /** What the client says of itself decides who it is or what it may do. All are patterns, of keys in lower case joined by `_` (flags `iu`). */
  'client-claim': z.strictObject({
    /** Keys that say yes or no: `is_admin`. Keys that name a role, and those of cookies that name what somebody has paid for. */
    flags: pattern,
    roles: pattern,
    offers: pattern,
    /** Keys of cookies that say who somebody is. */
    identity: pattern,
    /** Names of functions whose answer decides. */
    guarding: pattern,
    /** Names and texts in the function that show that what is read was signed. */
    checking: pattern,
    /** Last names of functions that look somebody up. */
    lookup: pattern,
  }),
  /** Binds of python-ldap (method names) with a password that somebody types and that may be empty. */
  'ldap-empty-password': z.strictObject({ calls: names }),
  /** Rights of an account that are what the request says. Patterns have the flags `iu`. */
  'role-from-request': z.strictObject({
    /** Names of rights: attributes, arguments and keys. */
    rights: pattern,
    /** Last names of what makes or changes an account. */
    accounts: pattern,
    /** Names in a function, its decorators and parameters that show that it asks who may. */
    asking: pattern,
  }),
  /** A token that is taken apart by hand, where nothing looks at a signature. */
  'unsigned-token': z.strictObject({
    /** Names and texts (flags `iu`) of a check, anywhere in the file; modules that a server imports. */
    checking: pattern,
    serving: pattern,
  }),
  /** Access by Referer, Host or reverse DNS. Patterns have the flags `iu`. */
  'spoofable-origin': z.strictObject({
    /** Functions that give the name of an address. */
    lookups: names,
    /** Names of functions and variables that decide. */
    guarding: pattern,
    /** Names and texts in the function of a check for forged requests, of one for foreign names of the host, of a name that is looked up again. */
    forged: pattern,
    rebinding: pattern,
    forward: pattern,
  }),
  /** New passwords with fewer characters than `least` allowed. Patterns have the flags `iu`. */
  'weak-password-rule': z.strictObject({
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
    least: z.int(),
    /** Names of passwords; names of functions and classes where one is chosen, or typed. */
    password: pattern,
    choosing: pattern,
    typing: pattern,
  }),
  /** A handler without a check of who asks, where its neighbours have one. Patterns have the flags `iu`. */
  'missing-authentication': z.strictObject({
    /** Names and texts of checks: in decorators, parameters and bodies; names of decorators and dependencies alone. */
    checking: pattern,
    guards: pattern,
    /** Names and paths that are for everybody. */
    open: pattern,
    /** Names and paths of what changes or gives away much; of what is for administrators. */
    grave: pattern,
    administration: pattern,
    /** Names, and texts of SQL, in a body that changes something, or that reads what is stored. */
    changing: pattern,
    reading: pattern,
    /** Decorators that have nothing to do with access. */
    neutral: pattern,
  }),
  /** A field of a form that is read from the request after the form was checked. */
  'form-data-bypass': z.strictObject({
    /** Base classes of forms. */
    forms: pattern,
  }),
  /** Statements of cloud policies, as calls (`uses`), dicts and JSON: `find` those for everybody, or those that allow everything. */
  'policy-document': z.strictObject({
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
    find: z.enum(['principal', 'privileges']),
    /** Actions by which somebody gets all others. */
    escalating: z.exactOptional(pattern),
  }),
  /** A secret or digest that is compared with `==`. */
  'secret-compare': z.strictObject({
    /** Names of parameters that hold what somebody tries (words in lower case, joined by `_`). */
    given: pattern,
    /** Names and texts that make a comparison worth a look. */
    worth: pattern,
    unless: z.exactOptional(circumstances),
    lower: z.exactOptional(z.array(lowering)),
  }),
  /** File modes that let others write, or read what names say is secret. */
  'file-mode': z.strictObject({
    /** Functions that set a mode as given: name to the arguments for path and mode. */
    sets: z.record(z.string(), modeArguments),
    /** Functions that make something with a mode from which the umask is taken. */
    makes: z.record(z.string(), modeArguments),
    umask: names,
    /** File names of credentials, and among them of keys that nobody else should read. */
    credentials: pattern,
    secretFiles: pattern,
    publicFiles: pattern,
    /** Other ways to give such rights: settings, commands. */
    uses: z.array(use).check(z.minLength(1)),
  }),
  /** Cookies with a session or token that lack a protecting flag; `uses` for settings. */
  'cookie-flags': z.strictObject({
    flag: z.enum(['secure', 'httponly', 'samesite']),
    /** Methods that set a cookie, and the types of responses that have them. */
    calls: names,
    on: names,
    /** Cookie names that matter, in snake case; and those among them that scripts have to read. */
    sensitive: pattern,
    /** What is put into a cookie of another name matters if something in it is called so, in snake case. */
    contents: pattern,
    readByScripts: pattern,
    /** The rules by flag. */
    rules: z.strictObject({ secure: text('a code'), httponly: text('a code'), samesite: text('a code') }),
    uses: z.array(use).check(z.minLength(1)),
    lower: z.exactOptional(z.array(lowering)),
  }),
};
