// Untrusted data on a value: where it is from, the way it took, and what it was made harmless for.
// Immutable and shared, like the values that carry it. A mark of a parameter stands for whatever a caller passes.
import type { Module } from '../../model/module.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { KindSet } from './kind-set.ts';
import { hasKind, kindSet, noKinds, textKinds } from './kind-set.ts';

/** A place where untrusted data enters. One object for each place, so sources compare by identity. */
export interface Source {
  readonly kind: SourceKind;
  /** As the code writes it: `request.args`. */
  readonly name: string;
  /** The constant key that was read: `id`. */
  readonly key: string | undefined;
  /** Of a handler's parameter: the handler. */
  readonly handler: string | undefined;
  readonly module: Module;
  readonly node: number;
  /** Constant keys, with dots for nested ones, of what no caller chooses. */
  readonly except?: readonly string[] | undefined;
  /** Constant keys of entries that are uploads. */
  readonly files?: readonly string[];
}

/** A parameter of the function that is evaluated, or what is reached from it: `request`, then `.args`, then `[id]`. */
export interface Parameter {
  readonly index: number;
  /** Steps from the parameter: `.name` an attribute, `[key` an entry (`constantKey`), `[]` any element. */
  readonly path: readonly string[];
  /** The two as one text. */
  readonly text: string;
}

export type TraceKind = 'source' | 'assignment' | 'call' | 'return';

/** The way a value took, from its last step back to the source. */
export interface Trace {
  readonly kind: TraceKind;
  readonly module: Module;
  readonly node: number;
  /** The name that is assigned, or the function that is called or returns. */
  readonly name: string;
  /** Of a call: the parameter. */
  readonly parameter?: string | undefined;
  readonly before: Trace | undefined;
  /** Of a call whose callee was looked at for all its callers: the way inside, from its parameter on. */
  readonly inside?: Trace | undefined;
}

/** What made a value harmless, for the evidence in the coverage. */
export interface Credit {
  readonly kind: 'sanitizer' | 'guard';
  readonly name: string;
  readonly module: Module;
  readonly node: number;
  readonly kinds: KindSet;
}

/** What a mark was checked for where a caller passes what it was checked against from its own. */
export interface Provided {
  readonly kinds: KindSet;
  readonly credit: Credit;
  readonly given: readonly Given[];
}

export interface Mark {
  /** Exactly one of the two is there. */
  readonly source: Source | undefined;
  readonly parameter: Parameter | undefined;
  readonly cleaned: KindSet;
  readonly credits: readonly Credit[];
  readonly shape: Shape;
  readonly provided: readonly Provided[] | undefined;
  /** Of a parameter: what has been made of it on the way, whatever its shape was: `json.loads(text)`. */
  readonly madeInto: Shape | undefined;
  /** Undefined where a parameter's way begins. */
  readonly trace: Trace | undefined;
}

/** What a check needs of a parameter: that it is not the client's, a collection of ours, or a text or setting of ours. */
export interface Given {
  /** The parameter's text. */
  readonly parameter: string;
  readonly test: 'ours' | 'collection' | 'settled';
}

/** What holds for an expression where a condition came out one way. */
export interface Check {
  /** The expression that was checked, in the function that is evaluated. */
  readonly node: number;
  /** Its taint: other names of the same value are checked as well. */
  readonly taint: Taint | undefined;
  readonly kinds: KindSet;
  readonly credit: Credit;
  /** What is checked has no node here: an expression as the state keeps it, read by the function that was called. */
  readonly key?: string;
  /** It counts only where the caller passes what it was checked against from its own. */
  readonly given?: readonly Given[];
}

export interface Checks {
  readonly whenTrue: readonly Check[];
  readonly whenFalse: readonly Check[];
}

/** A part or a form of another value, by which that one is checked: the host of a URL. */
export interface View {
  readonly of: Taint;
  /** The expression of which it is a view. */
  readonly node: number;
  readonly as:
    | 'joined'
    | 'digest'
    | 'url'
    | 'host'
    // what its host's name was resolved to
    | 'addresses'
    // forms of a path: the same text, the same path, made absolute, without `a/..` only, relative to a directory of ours
    | 'text'
    | 'path'
    | 'resolved'
    | 'normalised'
    | 'relative'
    // without what is white at its ends
    | 'stripped'
    // its parts, its parents, what it has in common with another one
    | 'parts'
    | 'part'
    | 'parents'
    | 'common'
    // what a loop has in hand
    | 'element'
    // what was looked up by it
    | 'found'
    // of which what a pattern finds was replaced
    | 'replaced'
    // without white space, with slashes for backslashes
    | 'tidied';
  /** Of what was replaced: what holds if there was nothing. */
  readonly kinds?: KindSet;
  /** Of what paths have in common: the other one. */
  readonly other?: { readonly of: Taint; readonly node: number };
}

export interface Taint {
  readonly marks: readonly Mark[];
  /** The value is this parameter, or what is reached from it, unchanged. */
  readonly is: Parameter | undefined;
  readonly checks: Checks | undefined;
  readonly view: View | undefined;
}

// More sources of one value are not worth telling apart.
const MAX_MARKS = 12;
const MAX_CREDITS = 4;
const noCredits: readonly Credit[] = [];

// Values, taints, marks and containers are what this program makes most of. Each kind is made in one place and never by a spread, so that
// all of a kind have one shape: V8 (11.3) gives what a spread makes a new hidden class, and reads of what has many classes are slow.

export function makeTaint(marks: readonly Mark[], is?: Parameter, checks?: Checks, view?: View): Taint {
  return { marks, is, checks, view };
}

/** The same taint with some of its fields changed. */
export function changeTaint(taint: Taint, change: Partial<Taint>): Taint {
  return {
    marks: change.marks ?? taint.marks,
    is: 'is' in change ? change.is : taint.is,
    checks: 'checks' in change ? change.checks : taint.checks,
    view: 'view' in change ? change.view : taint.view,
  };
}

export function makeMark(
  source: Source | undefined,
  parameter: Parameter | undefined,
  cleaned: KindSet,
  credits: readonly Credit[],
  shape: Shape,
  trace: Trace | undefined,
  provided?: readonly Provided[],
  madeInto?: Shape,
): Mark {
  return { source, parameter, cleaned, credits, shape, provided, madeInto, trace };
}

/** The same mark with some of its fields changed. */
export function changeMark(mark: Mark, change: Partial<Mark>): Mark {
  return makeMark(
    'source' in change ? change.source : mark.source,
    mark.parameter,
    change.cleaned ?? mark.cleaned,
    change.credits ?? mark.credits,
    change.shape ?? mark.shape,
    mark.trace,
    'provided' in change ? change.provided : mark.provided,
    'madeInto' in change ? change.madeInto : mark.madeInto,
  );
}

export function parameterAt(index: number, path: readonly string[] = []): Parameter {
  return { index, path, text: `${index}${path.join('')}` };
}

/** The taint of a source that has just been read. */
export function sourceTaint(source: Source, shape: Shape): Taint {
  const { module, node, name } = source;
  const trace: Trace = { kind: 'source', module, node, name, before: undefined };
  return makeTaint([makeMark(source, undefined, noKinds, noCredits, shape, trace)]);
}

/** The taint of a parameter, or of what is reached from it. */
export function parameterTaint(parameter: Parameter): Taint {
  const mark: Mark = makeMark(undefined, parameter, noKinds, noCredits, 'object', undefined);
  return makeTaint([mark], parameter);
}

export function isTainted(taint: Taint | undefined): taint is Taint {
  return taint !== undefined && taint.marks.length > 0;
}

/** Nothing is in the one that is not from where the other is, whatever was checked since. */
export function sameOrigins(a: Taint, b: Taint): boolean {
  return a.marks.every((mark) => b.marks.some((other) => mark === other || sameOrigin(mark, other)));
}

/** Same source, so one of two marks is enough. */
function sameOrigin(a: Mark, b: Mark): boolean {
  if (a.source !== undefined || b.source !== undefined) return a.source === b.source;
  return a.parameter!.text === b.parameter!.text;
}

/** Marks of a value that may be either: of one source what both are cleaned for. */
export function joinMarks(a: readonly Mark[], b: readonly Mark[]): readonly Mark[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let joined: Mark[] | undefined;
  for (const mark of b) {
    const list: readonly Mark[] = joined ?? a;
    const at = list.findIndex((known) => known === mark || sameOrigin(known, mark));
    if (at < 0) {
      if (list.length < MAX_MARKS) (joined ??= [...a]).push(mark);
      continue;
    }
    const known = list[at]!;
    if (known === mark) continue;
    const cleaned = known.cleaned === mark.cleaned ? known.cleaned : implied(known.cleaned) & implied(mark.cleaned);
    // Of two ways the one that is cleaned for less is the one to tell.
    const plain = cleaned === known.cleaned ? known : cleaned === mark.cleaned ? mark : changeMark(known, { cleaned });
    const worse =
      known.provided === undefined && mark.provided === undefined
        ? plain
        : changeMark(plain, { provided: onBoth(known, mark) });
    if (worse !== known) (joined ??= [...a])[at] = worse;
  }
  return joined ?? a;
}

const ofThisSite = kindSet('rooted') | kindSet('single-slash');
const isInside = kindSet('path-inside') | kindSet('path-relative');
const isBelow = kindSet('path-resolved') | kindSet('path-below');

/** With what follows from two of them together: of two ways the one may show the whole and the other its halves. */
export function implied(kinds: KindSet): KindSet {
  let all = kinds;
  if ((kinds & ofThisSite) === ofThisSite) all |= kindSet('redirect');
  if (hasKind(all, 'redirect')) all |= kindSet('by-parser');
  if ((kinds & isInside) === isInside || (kinds & isBelow) === isBelow) all |= kindSet('path');
  return all;
}

/** Checks with a condition that hold on both ways, there or without any. */
function onBoth(a: Mark, b: Mark): readonly Provided[] {
  const of = (one: Mark, other: Mark): readonly Provided[] =>
    (one.provided ?? []).flatMap((provided) => {
      const same = other.provided?.find((its) => asksTheSame(provided, its));
      const kinds = provided.kinds & (other.cleaned | (same?.kinds ?? 0n));
      return kinds === 0n ? [] : [{ ...provided, kinds }];
    });
  const first = of(a, b);
  return [...first, ...of(b, a).filter((one) => !first.some((its) => asksTheSame(one, its)))];
}

/** Two checks need the same of the same parameters, or are one. */
function asksTheSame(a: Provided, b: Provided): boolean {
  if (a.credit.node === b.credit.node) return true;
  return (
    a.given.length === b.given.length &&
    a.given.every((one) => b.given.some(({ parameter, test }) => parameter === one.parameter && test === one.test))
  );
}

/** `if name is not None: name = name.strip()`: where the one is a form of the other, either is at most that. */
function formOf({ view }: Taint, plain: Taint): View | undefined {
  if (view === undefined || (view.as !== 'stripped' && view.as !== 'text')) return undefined;
  const { of } = view;
  return of === plain || (of.is !== undefined && of.is.text === plain.is?.text) ? view : undefined;
}

/** What is known of untrusted data where either value may be there. */
export function joinTaint(a: Taint | undefined, b: Taint | undefined): Taint | undefined {
  if (a === b) return a;
  if (a === undefined || b === undefined) {
    // It may be something else as well: neither the parameter itself nor what was checked.
    const only = (a ?? b)!;
    if (only.is === undefined && only.checks === undefined && only.view === undefined) return only;
    return only.marks.length === 0 ? undefined : makeTaint(only.marks);
  }
  const marks = joinMarks(a.marks, b.marks);
  const is = a.is !== undefined && a.is.text === b.is?.text ? a.is : undefined;
  const view = joinView(a.view, b.view) ?? formOf(a, b) ?? formOf(b, a);
  if (marks === a.marks && a.checks === undefined && view === a.view && is === a.is) return a;
  return makeTaint(marks, is, undefined, view);
}

/** A URL that was read anew after its text was changed is still what that text is checked by. */
function joinView(a: View | undefined, b: View | undefined): View | undefined {
  if (a === b || a === undefined || b === undefined) return a === b ? a : undefined;
  if (a.as !== b.as || (a.as !== 'url' && a.as !== 'host')) return undefined;
  if (a.of === b.of && a.node === b.node) return a;
  if (!isTainted(a.of) || !isTainted(b.of) || !sameOrigins(a.of, b.of) || !sameOrigins(b.of, a.of)) return undefined;
  return { of: joinTaint(a.of, b.of)!, node: b.node, as: a.as };
}

/** The taint of what is made from values: all their marks, and no identity of its own. */
export function derivedTaint(taints: readonly (Taint | undefined)[]): Taint | undefined {
  let marks: readonly Mark[] = [];
  for (const taint of taints) if (taint !== undefined) marks = joinMarks(marks, taint.marks);
  return marks.length === 0 ? undefined : makeTaint(marks);
}

/** The same marks, each changed; taint without marks is none. */
export function mapMarks(taint: Taint | undefined, change: (mark: Mark) => Mark): Taint | undefined {
  return isTainted(taint) ? makeTaint(taint.marks.map(change)) : undefined;
}

/** A mark that is harmless for some kinds. A conversion to a number is harmless for all. */
export function cleanMark(mark: Mark, kinds: KindSet, credit: Credit): Mark {
  if ((mark.cleaned | kinds) === mark.cleaned) return mark;
  const credits = mark.credits.length < MAX_CREDITS ? [...mark.credits, credit] : mark.credits;
  const { source, parameter, shape, provided, madeInto, trace } = mark;
  return makeMark(source, parameter, mark.cleaned | kinds, credits, shape, trace, provided, madeInto);
}

/** A mark without what sanitizers of these names (last part, without the call's brackets) made it harmless for. */
export function uncleanMark(mark: Mark, names: readonly string[]): Mark {
  const isUndone = ({ kind, name }: Credit): boolean =>
    kind === 'sanitizer' && names.includes(/(\w+)\(\)`?$/.exec(name)?.[1] ?? '');
  const undone = mark.credits.filter(isUndone);
  if (undone.length === 0) return mark;
  const credits = mark.credits.filter((credit) => !isUndone(credit));
  let { cleaned } = mark;
  for (const { kinds } of undone) cleaned &= ~kinds;
  for (const { kinds } of credits) cleaned |= kinds & mark.cleaned;
  return changeMark(mark, { cleaned, credits });
}

/** A mark without the checks that hang on a condition. */
export function unprovided({ source, parameter, cleaned, credits, shape, trace }: Mark): Mark {
  return makeMark(source, parameter, cleaned, credits, shape, trace);
}

/** A mark that is harmless for some kinds if a caller passes what that needs. */
export function provideMark(mark: Mark, provided: Provided): Mark {
  if ((provided.kinds & ~mark.cleaned) === 0n) return mark;
  const known = mark.provided ?? [];
  if (known.some(({ credit }) => credit.node === provided.credit.node)) return mark;
  return changeMark(mark, { provided: [...known, provided] });
}

export function cleanTaint(taint: Taint | undefined, kinds: KindSet, credit: Credit): Taint | undefined {
  return mapMarks(taint, (mark) => cleanMark(mark, kinds, credit));
}

/** Text made of the value: no longer anything that JSON can be. */
export function asText(taint: Taint | undefined): Taint | undefined {
  return mapMarks(taint, (mark) => (mark.shape === 'text' ? mark : changeMark(mark, { shape: 'text' })));
}

/** Marks with one more step on their way. */
export function withStep(taint: Taint, step: Omit<Trace, 'before'>): Taint {
  return changeTaint(taint, { marks: taint.marks.map((mark) => stepped(mark, step)) });
}

/** A mark with one more step on its way. */
export function stepped(mark: Mark, { kind, module, node, name, parameter: to, inside }: Omit<Trace, 'before'>): Mark {
  const { source, parameter, cleaned, credits, shape, provided, madeInto } = mark;
  const trace: Trace = { kind, module, node, name, parameter: to, before: mark.trace, inside };
  return makeMark(source, parameter, cleaned, credits, shape, trace, provided, madeInto);
}

/** Nothing differs that another round of a loop could learn from. */
export function sameTaint(a: Taint | undefined, b: Taint | undefined): boolean {
  if (a === b) return true;
  const x = a?.marks ?? [];
  const y = b?.marks ?? [];
  if (x.length !== y.length) return false;
  return x.every(
    (mark, i) =>
      mark === y[i] || (sameOrigin(mark, y[i]!) && mark.cleaned === y[i]!.cleaned && sameProvided(mark, y[i]!)),
  );
}

function sameProvided({ provided: a }: Mark, { provided: b }: Mark): boolean {
  return a === b || (a?.length ?? 0) === (b?.length ?? 0);
}

/** What is left of it is a number at most. */
export const harmless = (mark: Mark): boolean => (mark.cleaned & textKinds) === textKinds;
