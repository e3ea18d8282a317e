// Every place where a value reaches a sink: what reached it, from where, and why it is harmless if it is. In: calls,
// assignments and results at sinks, with the values known there. Out: one record for each place and kind, for the rules
// and for the coverage. Leaves alone: which of them is a finding.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Condition } from '../../rules/use-schema.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { hasKind } from '../values/kind-set.ts';
import type { Credit, Mark, Source, Trace } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry, ApiModels } from './api-models.ts';
import { argumentOf } from '../detectors/use-conditions.ts';
import { isConstant, isNumber } from './fixed-values.ts';
import { isHalfChecked, isHarmless, mayBeHarmless } from './harmless-marks.ts';
import { isUnresolved, methodNames } from './method-names.ts';
import { argumentsMeant } from './sink-arguments.ts';
import type { Binding } from './reach.ts';
import { substitute } from './substitute.ts';
import { canBeHtml } from './content-type.ts';
import { isQuotedByMessage } from './log-form.ts';
import { FoundUses } from './looked-up.ts';
import { isOnlyRead } from './reflection-form.ts';
import { formatsObjects } from './format-form.ts';
import { subjectParts } from './pattern-form.ts';
import { sinkParts } from './sink-forms.ts';
import type { TemplatePlace } from './template-form.ts';
import { renderedParts } from './template-form.ts';

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
  /** Of a value that is put into a template: where that one writes it. */
  readonly place: TemplatePlace | undefined;
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
  /** What is called is the framework's own, in its own checkout: only what is known to come from outside counts. */
  readonly isOwn?: boolean;
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
    return (
      (kind === 'argv' && this.#wanted.has('shell')) ||
      (kind === 'url' && this.#wanted.has('url-path')) ||
      (kind === 'mail-body' && this.#wanted.has('mail-html'))
    );
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
    if (!frame.recording || isInsideSink(frame, call)) return;
    let isOpen = false;
    if (call.entry?.entry.renders !== undefined) isOpen = this.#rendered(frame, call, call.entry);
    else if (call.entry !== undefined) {
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
      for (const entry of anywhereEntries(this.models, call)) {
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
    if (entry.entry.renders !== undefined) return this.#rendered(frame, call, entry) && !isQuiet(entry);
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
      // A caller that fills one hole leaves the others to his own.
      const known = new Set<SinkSite>();
      let opens = false;
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
            const isLesserSource = part.reviewFrom?.(source) === true || isHalfChecked(part.kind, mark);
            hit(site, { source, trace, review: review || isLesserSource, note: entry.entry.level === 'note' });
          }
        }
        // Of a page the parts are what stands between the markup.
        const built = sink === 'html' ? argument.value : part.value;
        const text = entry.entry.fragment === true ? builtWithin(frame, built) : built;
        if (text.text !== undefined) site.text ??= text;
        if (hangs) isOpen = true;
        if (part.isProgram === true)
          site.constant ||= !found.some((one) => one.kind === 'shell' && one.isProgram !== true);
        else if (call.isOwn === true) continue;
        else if (hangs && !isNumber(frame, part.value)) opens = site.open = true;
        else if (hangs || isConstant(frame, part.value)) known.add(site);
        else if (!isTainted(taint) && part.objectsOnly !== true) {
          opens = site.unproven = true;
          frame.root.hangsOnOuterParameter ||= frame.root.readsOuterParameter;
        }
      }
      if (!opens) for (const site of known) site.constant = true;
    }
    return isOpen;
  }

  /** What a template gets and writes as it is; true if something of it hangs on a parameter. */
  #rendered(frame: Frame, call: PendingSink, entry: ApiEntry): boolean {
    let isOpen = false;
    for (const { place, harm, argument, value } of renderedParts(frame, call, entry)) {
      const site = this.#site(call, entry, 'html', argument.node, place);
      for (const mark of frame.whole(value).taint?.marks ?? []) {
        if (mark.source !== undefined && mark.shape === 'file') continue;
        if (isHarmless('html', mark)) credit(site, 'html', mark);
        else if (harm === 'address' && isHarmless('redirect', mark)) credit(site, 'redirect', mark);
        else if (mark.source === undefined || mayBeHarmless('html', mark)) site.open = isOpen = true;
        // Out of a string of a script an escaped value comes only by a backslash.
        else hit(site, { source: mark.source, trace: mark.trace, review: harm === 'string' });
      }
    }
    return isOpen;
  }

  #site(call: PendingSink, entry: ApiEntry, kind: SinkKind, argument: number, place?: TemplatePlace): SinkSite {
    let ofModule = this.#sites.get(call.module);
    if (ofModule === undefined) this.#sites.set(call.module, (ofModule = new Map<number, SinkSite[]>()));
    let sites = ofModule.get(call.node);
    if (sites === undefined) ofModule.set(call.node, (sites = []));
    let site = sites.find((one) => one.kind === kind && isSamePlace(one.place, place));
    if (site === undefined) {
      const { module, node, functionIndex } = call;
      site = {
        module,
        node,
        functionIndex,
        kind,
        entry,
        place,
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

function isSamePlace(one: TemplatePlace | undefined, other: TemplatePlace | undefined): boolean {
  return one?.file === other?.file && one?.range.start === other?.range.start;
}

/** What callers pass to a function of the framework itself that is a sink is told there, not where it goes inside. */
function isInsideSink({ engine, root }: Frame, { module, functionIndex }: PendingSink): boolean {
  const isOwnFrame = root.module === module && root.functionIndex === functionIndex;
  return !isOwnFrame && engine.ownNames.isSink(module, functionIndex);
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

/** Whether a condition is about an argument that is a parameter, or hangs on one. */
function asksParameter(where: Readonly<Record<string, Condition>>, args: Arguments): boolean {
  return Object.keys(where).some(
    (key) => argumentOf(args, key)?.value.taint?.marks.some(({ parameter }) => parameter !== undefined) === true,
  );
}

/** Of a list or dict of parts (`where=[...]`) the first that is put together. */
function builtWithin(frame: Frame, value: Value): Value {
  if (value.text !== undefined) return value;
  const entries = frame.holds(value).flatMap((held) => [...held.entries.values()]);
  return entries.find(({ text }) => text?.some((part) => typeof part !== 'string') === true) ?? value;
}

/** What is said of a method of whatever type: of one attribute, `*.objects.raw`, before of any, `*.raw`. */
function anywhereEntries(models: ApiModels, { names, method }: PendingSink): readonly ApiEntry[] {
  const owners = new Set(names.map((name) => name.split('.').at(-2)));
  const named = [...owners].flatMap((owner) => models.call(`*.${owner}.${method}`) ?? []);
  return named.length > 0 ? named : (models.call(`*.${method}`) ?? []);
}
