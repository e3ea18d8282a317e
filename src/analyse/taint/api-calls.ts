// What the models say of a call: that its result is a source, carries its arguments on, is harmless, or that an argument reaches a
// sink or has been checked. In: a call with its values. Out: the result with its taint; records in the sink log; checks.
import { routeValue } from './route-values.ts';
import { elementOf, taintedEntry } from '../interpreter/containers.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { constantKey, textOf } from '../values/constant.ts';
import { Field } from '../../parse/lowered-tree.ts';
import { written } from '../detectors/written-expression.ts';
import { sourceOf, modelledValue } from '../interpreter/external-attributes.ts';
import { withoutBreaks } from '../interpreter/text-methods.ts';
import type { Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import type { Credit, Mark, Taint } from '../values/taint.ts';
import { decodedMark } from './late-normal-form.ts';
import {
  asText,
  changeMark,
  changeTaint,
  cleanTaint,
  derivedTaint,
  isTainted,
  mapMarks,
  uncleanMark,
} from '../values/taint.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { KindSet } from '../values/kind-set.ts';
import { hasKind, kindSet, noKinds } from '../values/kind-set.ts';
import type { Denotation, Value } from '../values/value.ts';
import { changeValue, onlyConstant, withTaint } from '../values/value.ts';
import type { ApiCall } from './api-call.ts';
import { argumentsOf, entriesOf, receiverNode } from './api-call.ts';
import type { ApiEntry } from './api-models.ts';
import { withChecks } from './call-checks.ts';
import { asOrigin, partsOfPath, strippedView, tidiedView, viewOfCall } from './views.ts';
import { beginningOfAddress } from './decision-sinks.ts';
import { headerLabel, ownHost } from './header-labels.ts';
import { becoming } from './becoming.ts';
import { withSignature } from './signatures.ts';
import { asFound } from './looked-up.ts';
import { knownAs } from './path-form.ts';
import { isRestricted } from './restricted-class.ts';
import { isUnresolved, methodNames } from './method-names.ts';

/** The result of a call with what the models say of it. */
export function modelledCall(frame: Frame, call: ApiCall): Value {
  const names = calledNames(frame, call);
  let result = call.result;
  const { models, sinks } = frame.engine;
  let entries: readonly ApiEntry[] = entriesOf(models, names);
  // Of a function or class of the framework itself its model knows better.
  if (entries.some(isMaking) && call.callee.denotes.some((one) => frame.engine.ownNames.isNamed(one)))
    result = changeValue(result, { taint: undefined, objects: [], held: undefined });
  if (entries.length > 0 && entries.every(({ entry }) => entry.quiet === true) && !isTouched(call)) entries = [];
  const method = call.receiver === undefined ? '' : frame.tree.text(frame.tree.child(call.calleeNode, Field.attribute));
  if (names.length === 0 && method !== '' && call.callee.denotes.length === 0) entries = models.cleanedAnywhere(method);
  // Most calls are of nothing that a model knows, with nothing that hangs on untrusted data.
  if (entries.length === 0 && !isTouched(call) && !models.isSinkAnywhere(method)) return result;
  if (entries.length > 0) result = applyEntries(frame, call, entries, result);
  else if (call.receiver !== undefined) {
    result = carriedByMethod(frame, call.receiver, method, call.args, result, entryRead(frame, call));
    if ((method === 'split' && call.args.positional.length === 0) || method === 'splitlines') {
      const credit: Credit = {
        kind: 'sanitizer',
        name: `\`${method}()\``,
        module: frame.module,
        node: call.node,
        kinds: kindSet('single-line'),
      };
      result = withTaint(result, cleanTaint(result.taint, kindSet('single-line'), credit));
    }
    result = partsOfPath(frame, { node: receiverNode(frame, call), value: call.receiver }, method, call.args, result);
    result = sameHost(call.receiver, method, result);
    if (method === 'sub' && result.taint !== undefined) result = withTaint(result, viewOf(frame, call, result.taint));
    if (method === 'seek' || method === 'tell') knownAs(frame, receiverNode(frame, call), ['io.IOBase']);
    if (method === 'strip' || method === 'lstrip')
      result = withTaint(result, withoutRoot(frame, call.node, method, constantTexts(call.args), result.taint));
    if (method === 'strip')
      result = strippedView({ node: receiverNode(frame, call), value: call.receiver }, call.args, result);
    if (method === 'replace') {
      result = tidiedView({ node: receiverNode(frame, call), value: call.receiver }, call.args, result);
      result = withTaint(result, withoutBreaks(frame, call.node, method, constantTexts(call.args), result.taint));
    }
  }
  if (sinks !== undefined) {
    result = withSignature(result, call.receiver, method, entries, (entry) => argumentsOf(entry, call));
    if (call.receiver !== undefined)
      becoming(frame, call.node, receiverNode(frame, call), call.receiver, entries, call.args, result);
  }
  if (sinks !== undefined && frame.recording && isPossibleSink(frame, call, entries, names, method)) {
    const { module, functionIndex } = frame;
    const { node, receiver, args } = call;
    const isOwn = call.callee.denotes.some((one) => frame.engine.ownNames.isNamed(one));
    sinks.call(frame, { module, functionIndex, node, names, method, receiver, args, ...(isOwn ? { isOwn } : {}) });
  }
  if (sinks !== undefined && frame.recording) sinks.foundUses.passed(frame, names, call.args);
  if (entries.length > 0 && sinks !== undefined) result = asFound(call.node, entries, call.args, result);
  if (call.receiver !== undefined) beginningOfAddress(frame, call.node, call.receiver, method);
  return withChecks(frame, call, names, method, result);
}

function isMaking({ propagates, sanitizes }: ApiEntry): boolean {
  return propagates || sanitizes !== noKinds;
}

/** Something in the call may carry untrusted data, or stands for what a caller passes. */
function isTouched({ receiver, args }: ApiCall): boolean {
  if (receiver !== undefined && mayCarry(receiver)) return true;
  if (args.star !== undefined || args.doubleStar !== undefined) return true;
  for (const { value } of args.positional) if (mayCarry(value)) return true;
  for (const { value } of args.keywords.values()) if (mayCarry(value)) return true;
  return false;
}

function mayCarry(value: Value): boolean {
  return value.taint !== undefined || value.objects.length > 0 || value.held !== undefined;
}

function isPossibleSink(
  frame: Frame,
  { receiver, callee }: ApiCall,
  entries: readonly ApiEntry[],
  names: readonly string[],
  method: string,
): boolean {
  if (entries.some((entry) => entry.sinks.length > 0)) return true;
  if (receiver === undefined) return false;
  const { models } = frame.engine;
  if (callee.denotes.length > 0)
    return names.length > 0 && models.isSinkAnywhere(method) && isUnresolved(models, names);
  return models.isSinkAnywhere(method) || receiver.taint?.is !== undefined;
}

/** Qualified names of what is called outside the checkout: functions, classes, methods, classes that a made one derives from. */
function calledNames(frame: Frame, { callee, receiver, calleeNode }: ApiCall): string[] {
  const { models, project, ownNames } = frame.engine;
  const names: string[] = [];
  for (const one of callee.denotes) {
    switch (one.kind) {
      case 'symbol':
        names.push(one.name);
        break;
      case 'member': {
        const of = models.canonical(one.of);
        names.push(`${of}.${one.name}`);
        // `super().__init__(...)` in a class that has a constructor of its own
        if (one.name === '__init__') names.push(of);
        break;
      }
      case 'instance':
        names.push(`${models.canonical(one.of)}.__call__`);
        break;
      case 'function':
        names.push(...ownNames.called(frame.module, frame.functionIndex, one));
        break;
      case 'class':
        names.push(...ownNames.ofClass(one));
        for (const external of project.ancestry(one).external) {
          const base = models.canonical(external);
          if (!isRestricted(frame, one, models.call(base)) && !isOwnConstructor(frame, one, base)) names.push(base);
        }
        break;
      case 'object':
        if (project.method(one, '__call__') !== undefined) break;
        for (const base of project.ancestry(one).external) names.push(`${models.canonical(base)}.__call__`);
        break;
      default:
    }
  }
  if (names.length === 0 && receiver !== undefined && !callee.denotes.some(({ kind }) => kind === 'function')) {
    return methodNames(frame, receiver, frame.tree.text(frame.tree.child(calleeNode, Field.attribute)));
  }
  return names;
}

/** A class of the checkout with a constructor of its own: what that one hands to the base reaches the sinks of the base. */
function isOwnConstructor({ engine }: Frame, own: ClassRef, base: string): boolean {
  if (engine.models.call(base)?.some(({ sinks }) => sinks.length > 0) !== true) return false;
  return ['__init__', '__new__'].some((name) => engine.project.method(own, name) !== undefined);
}

function applyEntries(frame: Frame, call: ApiCall, entries: readonly ApiEntry[], plain: Value): Value {
  const { engine, module } = frame;
  let result = plain;
  const holding = entries.filter(
    ({ entry }) =>
      entry.where === undefined ||
      engine.whereHolds?.(entry.where, call.args, frame, {
        module,
        functionIndex: frame.functionIndex,
        node: call.node,
      }) === true,
  );
  const typing = holding.filter(({ sources }) => sources.length === 0);
  // The first that holds says what comes out; the interpreter knows only what comes out whatever goes in.
  const isConditional = typing.find(({ entry }) => entry.returns !== undefined)?.entry.where !== undefined;
  if (result.denotes.length === 0 || isConditional || typing.some(({ entry }) => entry.elements !== undefined)) {
    const typed = modelledValue(frame, typing, call.node);
    if (typed.denotes.length > 0) result = changeValue(result, { denotes: typed.denotes });
    if (typed.held !== undefined) result = changeValue(result, { held: result.held ?? typed.held });
  }
  if (
    typing.find(({ entry }) => entry.returns !== undefined)?.entry.returns === 'self' &&
    call.receiver !== undefined
  ) {
    result = changeValue(result, { denotes: ownType(call.receiver) });
  }
  const taints: (Taint | undefined)[] = [result.taint];
  for (const entry of holding) {
    if (entry.sources.length > 0) {
      const source = sourceOf(frame, [entry], call.node);
      taints.push(keyed(frame, call, source));
      const elements = modelledValue(frame, [entry], call.node);
      if (elements.held !== undefined) result = changeValue(result, { held: elements.held });
    }
  }
  taints.push(...carriedTaints(frame, call, holding));
  const taint = derivedTaint(taints);
  if (taint === undefined) return result;
  // What comes out is made from what went in: no longer the constant or text that the interpreter computed.
  const isReplaced = call.callee.denotes.some((one) => one.kind === 'member' && one.name === 'sub');
  return withTaint(result, holding.length === 0 && !isReplaced ? taint : viewOf(frame, call, taint));
}

/** What a method gives that returns its own object, or of a class one of its instances. */
function ownType({ denotes }: Value): Value['denotes'] {
  return denotes.map((one) =>
    one.kind === 'class'
      ? { kind: 'object', module: one.module, index: one.index }
      : one.kind === 'symbol'
        ? { kind: 'instance', of: one.name }
        : one,
  );
}

/** A source that is asked for by a key: `get_argument("id")`. */
function keyed(frame: Frame, { args, node }: ApiCall, taint: Taint | undefined): Taint | undefined {
  const [first] = args.positional;
  const constant = first === undefined ? undefined : onlyConstant(first.value);
  const key = constant === undefined ? undefined : textOf(constant);
  if (key === undefined) return taint;
  if (!isTainted(taint)) return taint;
  const { engine } = frame;
  const marks = taint.marks.flatMap((mark): Mark[] => {
    const { source } = mark;
    if (source === undefined || source.node !== node) return [mark];
    const label = headerLabel(source, key);
    const read = changeMark(mark, { source: engine.source({ ...source, key }) });
    if (label === undefined) return [read];
    return [ownHost(read, label), changeMark(mark, { source: engine.source({ ...source, kind: label, key }) })];
  });
  return changeTaint(taint, { marks });
}

interface Carried {
  readonly sanitizes: KindSet;
  readonly shape: Shape | undefined;
  /** The kind of source that untrusted data comes out as. */
  readonly as: SourceKind | undefined;
  /** Sanitizers whose work it undoes. */
  readonly undoes: readonly string[] | undefined;
}

/** What the arguments carry on into the result, cleaned for all that the entries about one argument say together. */
function carriedTaints(frame: Frame, call: ApiCall, entries: readonly ApiEntry[]): (Taint | undefined)[] {
  const carried = new Map<Value, Carried>();
  for (const entry of entries) {
    if (!entry.propagates && entry.sanitizes === noKinds) continue;
    for (const { value } of argumentsOf(entry, call)) {
      const known = carried.get(value);
      const sanitizes = (known?.sanitizes ?? noKinds) | entry.sanitizes;
      const { shape = known?.shape, as = known?.as, undoes = known?.undoes } = entry.entry;
      carried.set(value, { sanitizes, shape, as, undoes });
    }
  }
  return [...carried].map(([value, how]) => carriedTaint(frame, call, value, how));
}

function carriedTaint(frame: Frame, call: ApiCall, value: Value, how: Carried): Taint | undefined {
  const { sanitizes, shape, as, undoes } = how;
  const entry = value === call.receiver ? entryRead(frame, call) : undefined;
  let taint = derivedTaint([(entry ?? frame.whole(value)).taint]);
  if (taint === undefined) return undefined;
  if (undoes !== undefined) taint = mapMarks(taint, (mark) => decodedMark(uncleanMark(mark, undoes))) ?? taint;
  // A check of the beginning says nothing once `..` has been taken out.
  if (hasKind(sanitizes, 'path-resolved'))
    taint = mapMarks(taint, (mark) => changeMark(mark, { cleaned: mark.cleaned & ~kindSet('path-below') })) ?? taint;
  if (sanitizes !== noKinds) {
    const name = `\`${written(frame.tree, call.calleeNode) || 'a call'}()\``;
    const credit: Credit = { kind: 'sanitizer', name, module: frame.module, node: call.node, kinds: sanitizes };
    taint = cleanTaint(taint, sanitizes, credit);
  }
  if (as !== undefined) taint = mapMarks(taint, (mark) => relabelled(frame, mark, as)) ?? taint;
  if (shape === undefined) return taint;
  return mapMarks(taint, (mark) =>
    mark.parameter === undefined ? changeMark(mark, { shape }) : changeMark(mark, { shape, madeInto: shape }),
  );
}

/** What came from outside as another kind of source: an archive's names. */
function relabelled({ engine }: Frame, mark: Mark, kind: SourceKind): Mark {
  const { source } = mark;
  if (source === undefined || (source.kind !== 'remote' && source.kind !== 'response')) return mark;
  return changeMark(mark, { source: engine.source({ ...source, kind }) });
}

const carrying = new Set(
  (
    'get pop getlist getall get_all getone getfirst getvalue setdefault popitem items values keys copy to_dict dict lists ' +
    'strip lstrip rstrip split rsplit splitlines partition rpartition lower upper title casefold capitalize swapcase encode decode replace ' +
    'format format_map join ljust rjust center zfill expandtabs translate removeprefix removesuffix tobytes hex ' +
    'read readline readlines getvalue read_text read_bytes chunks iter_content group groups groupdict expand ' +
    'joinpath with_name with_stem with_suffix result send __next__ __getitem__ _asdict model_dump _replace isoformat'
  ).split(' '),
);

// Their first argument is a key, or what is looked for, and does not come out.
const comesSecond = new Set(['get', 'pop', 'setdefault', 'replace']);

/** Untrusted data goes through methods of texts, containers and files. */
function carriedByMethod(
  frame: Frame,
  receiver: Value,
  method: string,
  args: Arguments,
  result: Value,
  entry: Value | undefined,
): Value {
  const known = result.taint;
  if (known?.is !== undefined || isTainted(known) || !carrying.has(method)) return result;
  if (result.constants !== undefined || receiver.denotes.some(({ kind }) => kind === 'module')) return result;
  // Its own class says what the method gives.
  const isOwn = (one: Denotation): boolean =>
    one.kind === 'object' && frame.engine.project.method(one, method) !== undefined;
  if (receiver.denotes.length > 0 && receiver.denotes.every(isOwn)) return result;
  // What is known of each entry is known of what comes out.
  if (exactOnContainers.test(method) && isWhollyKnown(frame, receiver)) return result;
  if ((method === 'values' || method === 'keys') && result.objects.length > 0 && !isTainted(receiver.taint))
    return result;
  // Keys of a dict are what going through it gives; of settings they are names only.
  const own = method === 'keys' ? elementOf(frame, receiver).taint : (entry ?? frame.whole(receiver)).taint;
  const isText =
    /^(?:format|join|joinpath|replace|ljust|rjust|center|format_map|expand|get|pop|setdefault|with_name|with_stem|with_suffix)$/.test(
      method,
    );
  const others = isText ? args.positional.slice(comesSecond.has(method) ? 1 : 0) : [];
  // What `rows.get(slug=slug)` gives was found by it.
  const named = [...args.keywords].filter(([name]) => !comesSecond.has(method) || name === 'default');
  const taint = derivedTaint([
    isTainted(own) ? own : undefined,
    ...others.map(({ value }) => frame.whole(value).taint),
    ...(isText ? named.map(([, { value }]) => frame.whole(value).taint) : []),
  ]);
  const isNamedOnly = result.denotes.every((one) => one.kind === 'instance' && one.of.endsWith('()'));
  const typed =
    isNamedOnly && entry !== undefined && entry.denotes.length > 0
      ? changeValue(result, { denotes: entry.denotes })
      : result;
  return taint === undefined ? result : withTaint(typed, shaped(method, taint));
}

/** `url.hostname.lower()`: still the host. */
function sameHost(receiver: Value, method: string, result: Value): Value {
  if (result.taint === undefined || !/^(?:lower|casefold|strip)$/.test(method)) return result;
  const { view } = asOrigin({ node: -1, value: receiver }).value.taint ?? {};
  return view?.as === 'host' ? withTaint(result, changeTaint(result.taint, { view })) : result;
}

/** `path.lstrip("/")`: what does not begin with a slash. */
function withoutRoot(
  { module }: Frame,
  node: number,
  method: string,
  [signs]: readonly (string | undefined)[],
  taint: Taint | undefined,
): Taint | undefined {
  if (signs?.includes('/') !== true) return taint;
  const kinds = kindSet('path-relative');
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: `\`${method}()\``, module, node, kinds });
}

const exactOnContainers = /^(?:get|setdefault|values|items|keys|copy)$/;

/** A container of which all that was put into it is known by its place. */
function isWhollyKnown(frame: Frame, container: Value): boolean {
  const holds = frame.holds(container);
  return (
    !isTainted(container.taint) &&
    holds.length > 0 &&
    holds.every(({ kind, base }) => (kind === 'dict' || kind === 'list') && base === undefined)
  );
}

function constantTexts({ positional }: Arguments): (string | undefined)[] {
  return positional.map(({ value }) => {
    const constant = onlyConstant(value);
    return constant === undefined ? undefined : textOf(constant);
  });
}

const readers = /^(?:get|getlist|getall|getone|getfirst|get_all|get_list|pop|popone|poplist|popall|setdefault)$/;

/** The entry of its object that a method reads: `request.args.get("id")`. */
function entryRead(frame: Frame, { calleeNode, receiver, args, node }: ApiCall): Value | undefined {
  const { tree, engine, module } = frame;
  if (receiver === undefined || !readers.test(tree.text(tree.child(calleeNode, Field.attribute)))) return undefined;
  const [first] = args.positional;
  const constant = first === undefined ? undefined : onlyConstant(first.value);
  const key = constant === undefined ? undefined : constantKey(constant);
  const entry = taintedEntry(receiver, key, (source, text) => engine.source({ ...source, key: text, module, node }));
  return entry === undefined ? undefined : routeValue(frame, entry, node);
}

function shaped(method: string, taint: Taint): Taint {
  if (
    /^(?:strip|lstrip|rstrip|lower|upper|title|casefold|capitalize|encode|decode|replace|format|join|read_text|isoformat|hex)$/.test(
      method,
    )
  ) {
    return asText(taint) ?? taint;
  }
  const isEntry = /^(?:get|pop|getlist|getall|getone|getfirst|values|setdefault)$/.test(method);
  if (!isEntry && method !== 'items') return taint;
  // Going through a mapping of settings gives their names; through its items, the settings.
  const isText = (mark: Mark): boolean => mark.shape === 'mapping' && (isEntry || mark.source?.kind === 'settings');
  return mapMarks(taint, (mark) => (isText(mark) ? changeMark(mark, { shape: 'text' }) : mark)) ?? taint;
}

/** What was made of a URL, a host or a path stands for it when it is checked. */
function viewOf(frame: Frame, call: ApiCall, taint: Taint): Taint {
  const { receiver, args } = call;
  for (const one of call.callee.denotes) {
    if (one.kind === 'symbol') return viewOfCall(frame, one.name, undefined, args, taint);
    const object = one.kind === 'member' ? (receiver ?? one.self) : undefined;
    if (one.kind === 'member' && object !== undefined) {
      const node = receiver === undefined ? -1 : receiverNode(frame, call);
      return viewOfCall(frame, `${one.of}.${one.name}`, { node, value: object }, args, taint);
    }
  }
  return taint;
}
