// Every place where a value reaches a sink: what reached it, from where, and why it is harmless if it is. In: calls,
// assignments and results at sinks, with the values known there. Out: one record for each place and kind, for the rules
// and for the coverage. Leaves alone: which of them is a finding.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Condition } from '../../rules/use-schema.ts';
import { written } from '../detectors/written-expression.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import { isEnumeration } from '../interpreter/enum-members.ts';
import type { Frame } from '../interpreter/frame.ts';
import { allKinds, hasKind } from '../values/kind-set.ts';
import type { Credit, Mark, Source, Trace } from '../values/taint.ts';
import { harmless, isTainted } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import { unknown } from '../values/value.ts';
import type { ApiEntry, ApiModels } from './api-models.ts';
import { argumentOf } from '../detectors/use-conditions.ts';
import type { Binding } from './reach.ts';
import { substitute } from './reach.ts';
import { canBeHtml } from './content-type.ts';
import { isQuotedByMessage } from './log-form.ts';
import { FoundUses } from './looked-up.ts';
import { isOnlyRead } from './reflection-form.ts';
import { formatsObjects } from './format-form.ts';
import { isCheckedBefore } from './late-normal-form.ts';
import { subjectParts } from './pattern-form.ts';
import { sinkParts } from './sink-forms.ts';
import { isNameOfUpload } from './upload-form.ts';

/** One way from a source to a sink. */
export interface Hit {
  readonly source: Source;
  readonly trace: Trace | undefined;
  /** Worth a review only. */
  readonly review: boolean;
  /** And no more than a note. */
  readonly note?: boolean;
}

/** A place where values reach a sink of a kind. */
export interface SinkSite {
  readonly module: Module;
  readonly node: number;
  readonly functionIndex: number;
  readonly kind: SinkKind;
  readonly entry: ApiEntry;
  /** The argument's expression; -1 if it has none. */
  readonly argument: number;
  readonly hits: Hit[];
  /** What made untrusted values harmless on their way here. */
  readonly credits: Credit[];
  /** Texts that reached it, for rules that read them; of several the first that is not constant. */
  text: Value | undefined;
  /** Whether some value that reached it was constant, came from nowhere known, or hangs on a parameter. */
  constant: boolean;
  unproven: boolean;
  open: boolean;
  /** The receiver's type is not known. */
  unresolved: boolean;
  /** Some rule says something about it. */
  reported: boolean;
}

/** A sink whose values hang on parameters: looked at again for each caller. */
export interface PendingSink {
  readonly module: Module;
  readonly node: number;
  readonly functionIndex: number;
  /** Qualified names of what is called; empty if that hangs on the receiver. */
  readonly names: readonly string[];
  readonly method: string;
  readonly receiver: Value | undefined;
  readonly args: Arguments;
  /** Of an assignment or result: the entry that makes it a sink. Its value is the only argument. */
  readonly entry?: ApiEntry;
}

/** Decides an entry's `where`; the conditions themselves are the rules' (use-conditions.ts). */
export type WhereHolds = (
  where: Readonly<Record<string, Condition>>,
  args: Arguments,
  frame: Frame,
  place: { readonly module: Module; readonly functionIndex: number; readonly node: number },
) => boolean;

// A function with more is a dispatcher; what is beyond is recorded as a limit.
const MAX_PENDING = 600;
const MAX_HITS = 24;

export class SinkLog {
  readonly models: ApiModels;
  readonly foundUses = new FoundUses();
  readonly #wanted: ReadonlySet<SinkKind>;
  readonly #holds: WhereHolds;
  readonly #methods = new Set<string>();
  readonly #sites = new Map<Module, Map<number, SinkSite[]>>();

  constructor(models: ApiModels, wanted: ReadonlySet<SinkKind>, holds: WhereHolds) {
    this.models = models;
    this.#wanted = wanted;
    this.#holds = holds;
    for (const { entry, sinks } of models.entries) {
      if (entry.on === undefined || !sinks.some((kind) => this.isWanted(kind))) continue;
      for (const name of entry.call ?? []) this.#methods.add(name);
    }
  }

  /** Some rule of this run listens for sinks of the kind. */
  isWanted(kind: SinkKind): boolean {
    if (this.#wanted.has(kind)) return true;
    return (kind === 'argv' && this.#wanted.has('shell')) || (kind === 'url' && this.#wanted.has('url-path'));
  }

  /** All places, by path and position. */
  sites(): SinkSite[] {
    const all = [...this.#sites.values()].flatMap((ofModule) => [...ofModule.values()].flat());
    for (const site of all) if (this.foundUses.areChecked(site)) site.hits.length = 0;
    return all.sort((a, b) =>
      a.module === b.module
        ? a.node - b.node
        : a.module.path < b.module.path
          ? -1
          : a.module.path > b.module.path
            ? 1
            : 0,
    );
  }

  /** Looks at a call. */
  call(frame: Frame, call: PendingSink): void {
    if (!frame.recording) return;
    let isOpen = false;
    if (call.entry !== undefined) {
      const argument = call.args.positional[0];
      const { where, item } = call.entry.entry;
      // Of a handler `where` is about its decorator, which has been looked at.
      const holds = where === undefined || item === undefined || this.#holds(where, call.args, frame, call);
      if (argument !== undefined && holds)
        isOpen = this.#value(frame, call, call.entry, argument) && !isQuiet(call.entry);
    }
    for (const name of call.names) {
      for (const entry of this.models.call(name) ?? []) {
        if (this.#entry(frame, call, entry)) isOpen = true;
      }
    }
    if (call.entry === undefined && call.receiver !== undefined && isUnresolved(this.models, call.names)) {
      for (const entry of this.models.call(`*.${call.method}`) ?? []) {
        if (this.#entry(frame, call, entry)) isOpen = true;
      }
      if (call.receiver.taint?.is !== undefined && this.#methods.has(call.method)) isOpen = true;
    }
    if (isOpen) this.#pend(frame, call);
  }

  /** A callee's open sinks, with the arguments of one call of it. */
  apply(frame: Frame, pending: readonly PendingSink[], binding: Binding): void {
    if (!frame.recording) return;
    for (const sink of pending) {
      const receiver = sink.receiver === undefined ? undefined : substitute(sink.receiver, binding);
      const names =
        sink.names.length > 0 || receiver === undefined ? sink.names : methodNames(frame, receiver, sink.method);
      const argument = (one: Argument): Argument => {
        const value = substitute(one.value, binding);
        return value === one.value ? one : { node: one.node, value };
      };
      this.call(frame, {
        ...sink,
        receiver,
        names,
        args: {
          ...sink.args,
          positional: sink.args.positional.map(argument),
          keywords: new Map([...sink.args.keywords].map(([name, one]) => [name, argument(one)])),
        },
      });
    }
  }

  #pend(frame: Frame, call: PendingSink): void {
    const { pending, pendingKeys } = frame.root;
    // One place that hangs on the same parameters in the same way is looked at once.
    const key = pendingKey(frame, call);
    if (pendingKeys.has(key)) return;
    pendingKeys.add(key);
    if (pending.length >= MAX_PENDING) {
      if (pending.length === MAX_PENDING)
        frame.engine.limit(frame.root, `${MAX_PENDING} sinks that hang on its parameters`);
      return;
    }
    const leave = (one: Argument): Argument => ({ node: one.node, value: frame.export(one.value) });
    pending.push({
      ...call,
      receiver: call.receiver === undefined ? undefined : frame.export(call.receiver),
      args: {
        ...call.args,
        positional: call.args.positional.map(leave),
        keywords: new Map([...call.args.keywords].map(([name, one]) => [name, leave(one)])),
      },
    });
  }

  /** One entry of a call; true if it hangs on a parameter. */
  #entry(frame: Frame, call: PendingSink, entry: ApiEntry): boolean {
    if (!entry.sinks.some((kind) => this.isWanted(kind))) return false;
    const { where } = entry.entry;
    // Where the answer is a parameter's, whoever passes it decides.
    if (where !== undefined && !this.#holds(where, call.args, frame, call))
      return !isQuiet(entry) && asksParameter(where, call.args);
    let isOpen = false;
    for (const argument of argumentsMeant(entry, call)) if (this.#value(frame, call, entry, argument)) isOpen = true;
    return isOpen && !isQuiet(entry);
  }

  #value(frame: Frame, call: PendingSink, entry: ApiEntry, argument: Argument): boolean {
    let isOpen = false;
    for (const sink of entry.sinks) {
      if (!this.isWanted(sink)) continue;
      if (sink === 'html' && !isHtml(frame, call, entry, argument)) continue;
      if (sink === 'regex' && isOnlyTried(call)) continue;
      if (sink === 'log' && isQuotedByMessage(call.args, argument)) continue;
      const isLesser =
        (sink === 'reflection' && isOnlyRead(frame, call)) || (sink === 'format' && !formatsObjects(frame, call.args));
      const isSubject = sink === 'regex-subject';
      const found = isSubject
        ? subjectParts(call, argument.value)
        : sinkParts(frame, sink, argument.value, entry.entry);
      if (isSubject && found.length === 0) continue;
      if (found.length === 0) this.#site(call, entry, sink, argument.node).constant = true;
      for (const part of found) {
        const site = this.#site(call, entry, part.kind, argument.node);
        const { taint } = frame.whole(part.value);
        const review = part.review === true || isLesser || entry.entry.tier === 'hotspot';
        if (call.entry === undefined && isUnresolved(this.models, call.names)) site.unresolved = true;
        let hangs = false;
        for (const mark of taint?.marks ?? []) {
          if (part.objectsOnly === true && mark.shape !== 'object' && mark.shape !== 'mapping') continue;
          if (mark.source !== undefined && part.without?.includes(mark.shape) === true) continue;
          if (isHarmless(part.kind, mark)) credit(site, part.kind, mark);
          else if (mark.source === undefined || mayBeHarmless(part.kind, mark)) hangs = true;
          else {
            const { source, trace } = mark;
            const isLesserSource = part.reviewFrom?.(source) === true;
            hit(site, { source, trace, review: review || isLesserSource, note: entry.entry.level === 'note' });
          }
        }
        // Of a page the parts are what stands between the markup.
        const built = sink === 'html' ? argument.value : part.value;
        if (built.text !== undefined) site.text ??= built;
        if (hangs) isOpen = true;
        if (part.isProgram === true)
          site.constant ||= !found.some((one) => one.kind === 'shell' && one.isProgram !== true);
        else if (hangs && !isNumber(frame, part.value)) site.open = true;
        else if (hangs || isConstant(frame, part.value)) site.constant = true;
        else if (!isTainted(taint) && part.objectsOnly !== true) {
          site.unproven = true;
          frame.root.hangsOnOuterParameter ||= frame.root.readsOuterParameter;
        }
      }
    }
    return isOpen;
  }

  #site(call: PendingSink, entry: ApiEntry, kind: SinkKind, argument: number): SinkSite {
    let ofModule = this.#sites.get(call.module);
    if (ofModule === undefined) this.#sites.set(call.module, (ofModule = new Map<number, SinkSite[]>()));
    let sites = ofModule.get(call.node);
    if (sites === undefined) ofModule.set(call.node, (sites = []));
    let site = sites.find((one) => one.kind === kind);
    if (site === undefined) {
      const { module, node, functionIndex } = call;
      site = {
        module,
        node,
        functionIndex,
        kind,
        entry,
        argument,
        hits: [],
        credits: [],
        text: undefined,
        constant: false,
        unproven: false,
        open: false,
        unresolved: false,
        reported: false,
      };
      sites.push(site);
    }
    return site;
  }
}

/** Callers are not looked for: what they pass is followed where they are looked at anyway. */
function isQuiet({ entry }: ApiEntry): boolean {
  return entry.quiet === true;
}

/** Whether the code around lets the content be HTML; asked only for what carries untrusted data. */
function isHtml(frame: Frame, call: PendingSink, { entry }: ApiEntry, argument: Argument): boolean {
  if (!isTainted(frame.whole(argument.value).taint)) return true;
  const isMaker = entry.call !== undefined && entry.on === undefined;
  // A dict with its headers says so itself.
  const isAsked = entry.content === 'html' && (entry.function === undefined || entry.parameters !== undefined);
  return canBeHtml(frame.engine.project, call, isAsked, isMaker);
}

/** `re.compile(text)` as a statement asks whether the text is a pattern; nothing is matched with it. */
function isOnlyTried({ module: { tree }, names, node }: PendingSink): boolean {
  return (
    tree.kind(tree.parent(node)) === Kind.expression_statement &&
    names.length > 0 &&
    names.every((name) => name.endsWith('.compile'))
  );
}

function pendingKey(frame: Frame, { module, node, receiver, args, entry }: PendingSink): string {
  const texts = new Set<string>();
  const note = (value: Value | undefined): void => {
    if (value === undefined) return;
    for (const { parameter } of frame.whole(value).taint?.marks ?? [])
      if (parameter !== undefined) texts.add(parameter.text);
  };
  note(receiver);
  for (const { value } of args.positional) note(value);
  for (const { value } of args.keywords.values()) note(value);
  return `${module.path}:${node}:${entry?.argument ?? ''}:${[...texts].join(',')}`;
}

function hit(site: SinkSite, found: Hit): void {
  const known = site.hits.findIndex(({ source }) => source === found.source);
  if (known >= 0) {
    if (site.hits[known]!.review && !found.review) site.hits[known] = found;
  } else if (site.hits.length < MAX_HITS) site.hits.push(found);
}

function credit(site: SinkSite, kind: SinkKind, mark: Mark): void {
  if (mark.source === undefined) return;
  const found = mark.credits.find(({ kinds }) => hasKind(kinds, kind)) ?? mark.credits[0];
  if (found === undefined) return;
  if (!site.credits.some((one) => one.node === found.node && one.module === found.module)) site.credits.push(found);
}

/** Whether it can do none if a caller passes what a check of it needs. */
function mayBeHarmless(kind: SinkKind, mark: Mark): boolean {
  if (mark.provided === undefined) return false;
  const cleaned = mark.provided.reduce((all, { kinds }) => all | kinds, mark.cleaned);
  return isHarmless(kind, { ...mark, cleaned });
}

/** Whether a mark can do no harm at a sink of a kind. */
export function isHarmless(kind: SinkKind, mark: Mark): boolean {
  const { cleaned } = mark;
  // A text is no amount: it would only raise.
  if (kind === 'size' && mark.source !== undefined && mark.shape !== 'object' && !harmless(mark)) return true;
  if (kind === 'upload' && mark.source !== undefined && !isNameOfUpload(mark.source)) return true;
  if (kind === 'unicode-form' && mark.source !== undefined && !isCheckedBefore(mark)) return true;
  if (cleaned === 0n) return false;
  // An address that was parsed is still the client's choice; one that was compared is not.
  if (kind === 'decision') return mark.credits.some((credit) => credit.kind === 'guard' && hasKind(credit.kinds, kind));
  if (cleaned === allKinds || hasKind(cleaned, kind)) return true;
  const isBelow = hasKind(cleaned, 'path-resolved') && hasKind(cleaned, 'path-below');
  if (kind === 'url-path' && isBelow) return true;
  if (kind === 'path') {
    return isBelow || (hasKind(cleaned, 'path-inside') && hasKind(cleaned, 'path-relative'));
  }
  if (kind === 'redirect') return hasKind(cleaned, 'rooted') && hasKind(cleaned, 'single-slash');
  if (kind === 'header' || kind === 'log' || kind === 'mail' || kind === 'config')
    return hasKind(cleaned, 'single-line');
  if (kind === 'markup' || kind === 'html-text') return hasKind(cleaned, 'html');
  return kind === 'nosql' && hasKind(cleaned, 'text');
}

const numberType = /^(?:int|float|bool|complex|decimal\.Decimal|uuid\.UUID|datetime\..*|enum\.Enum\.value)$/;

/** A number or member of an enumeration, or text of which every hole is one: what a parameter's annotation says. */
function isNumber(frame: Frame, { text, denotes, constants }: Value): boolean {
  if (text !== undefined) return text.every((part) => typeof part === 'string' || isNumber(frame, part.hole));
  return constants !== undefined || (denotes.length > 0 && denotes.every((one) => isOneOfFew(frame, one)));
}

/** A number, or a member of an enumeration. */
function isOneOfFew({ engine }: Frame, one: Denotation): boolean {
  return one.kind === 'object' ? isEnumeration(engine, one) : one.kind === 'instance' && numberType.test(one.of);
}

// Containers in containers are looked at this deep.
const MAX_CONTAINED = 6;

/** Constant, a number, or made of such parts. */
function isConstant(frame: Frame, value: Value, depth = 0): boolean {
  if (value.constants !== undefined || value.fallback !== undefined) return true;
  // A list that a loop puts into itself has no end.
  if (depth > MAX_CONTAINED) return false;
  if (value.text !== undefined) {
    return value.text.every((part) => typeof part === 'string' || isConstant(frame, part.hole, depth + 1));
  }
  const held = frame.holds(value);
  if (held.length > 0) {
    return held.every(
      ({ kind, entries, rest }) =>
        kind !== 'instance' &&
        (rest === undefined || isConstant(frame, rest, depth + 1)) &&
        [...entries.values()].every((entry) => isConstant(frame, entry, depth + 1)),
    );
  }
  return (
    value.denotes.length > 0 &&
    value.denotes.every(
      (one) =>
        isOneOfFew(frame, one) ||
        (one.kind === 'instance' && one.of === 'compile()') ||
        (one.kind === 'symbol' && /^(?:sys\.executable|__file__|os\.sep|os\.linesep)$/.test(one.name)),
    )
  );
}

/** Whether a condition is about an argument that is a parameter, or hangs on one. */
function asksParameter(where: Readonly<Record<string, Condition>>, args: Arguments): boolean {
  return Object.keys(where).some(
    (key) => argumentOf(args, key)?.value.taint?.marks.some(({ parameter }) => parameter !== undefined) === true,
  );
}

/** What is called is a method, or something of a module, of which neither model nor name tells anything: no class has it. */
export function isUnresolved(models: ApiModels, names: readonly string[]): boolean {
  return names.every((name) => {
    if (models.call(name) !== undefined) return false;
    const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return !/^_?[A-Z]/.test(owner.slice(owner.lastIndexOf('.') + 1)) && !builtinOwner.test(owner);
  });
}

const builtinOwner = /^(?:str|bytes|list|dict|set|tuple|int|float|bool)$/;

function argumentsMeant(entry: ApiEntry, { args, receiver, node }: PendingSink): Argument[] {
  const wanted = entry.argument ?? '0';
  if (wanted.startsWith('*_')) return keywordsEndingIn(args, wanted);
  const found: Argument[] = [];
  for (const part of wanted.split('|')) {
    // Program and arguments given one by one are a list.
    if (part === '*' && entry.sinks.includes('argv') && args.positional.length > 0)
      return [{ node: args.positional[0]!.node, value: positionalList(args) }];
    if (part === '*') return [...args.positional, ...args.keywords.values(), ...spread(args, node)];
    if (part === '**') return args.doubleStarKeys === undefined ? [] : [{ node, value: args.doubleStarKeys }];
    if (part === 'self') return receiver === undefined ? [] : [{ node, value: receiver }];
    const given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (given !== undefined) {
      found.push(given);
      break;
    }
  }
  // What `*args` and `**kwargs` hold may be the argument that is meant.
  if (found.length === 0) found.push(...spread(args, node));
  return found;
}

/** `*__regex|*__iregex`: what is given under a keyword with such an end, a lookup of a database. */
function keywordsEndingIn({ keywords }: Arguments, wanted: string): Argument[] {
  const ends = wanted.split('|').map((part) => part.slice(1));
  return [...keywords].flatMap(([name, argument]) => (ends.some((end) => name.endsWith(end)) ? [argument] : []));
}

function positionalList({ positional, star, before }: Arguments): Value {
  const known = positional
    .slice(0, before ?? positional.length)
    .map(({ value }, index) => [`n${index}`, value] as const);
  return { ...unknown, held: { kind: 'list', entries: new Map(known), rest: star } };
}

function spread({ star, doubleStar }: Arguments, node: number): Argument[] {
  return [star, doubleStar].flatMap((value) => (value === undefined ? [] : [{ node, value }]));
}

/** Qualified names of a method by the receiver's types outside the checkout. */
export function methodNames(frame: Frame, receiver: Value, method: string): string[] {
  const { models, project } = frame.engine;
  return receiver.denotes.flatMap((denotation) => {
    switch (denotation.kind) {
      case 'symbol':
        return [`${denotation.name}.${method}`];
      case 'instance':
        return [`${models.canonical(denotation.of)}.${method}`];
      case 'member':
        return [`${denotation.of}.${denotation.name}.${method}`];
      case 'object':
      case 'class': {
        if (project.method(denotation, method) !== undefined) return [];
        return project.ancestry(denotation).external.map((base) => `${models.canonical(base)}.${method}`);
      }
      default:
        return [];
    }
  });
}

/** The callee, or what is assigned or returned, as the code writes it. */
export function sinkName({ module, node }: { readonly module: Module; readonly node: number }): string {
  const { tree } = module;
  const shown = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  if (tree.kind(node) === Kind.return_statement) return 'the response';
  if (tree.kind(node) === Kind.comparison_operator) return 'this comparison';
  return written(tree, shown) || 'this call';
}
