// Takes the interpreter's events to the detectors that listen for their names. In: the detectors of a run. Out: one
// observer. Most calls of a checkout are nobody's business, so asking each rule about each call would cost more than
// the interpreter itself.
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { Rule } from '../rules/schema.ts';
import type { Detector } from './detectors/detector.ts';
import type { AssignEvent, CallEvent, Observer, Site } from './interpreter/events.ts';

export interface ActiveRule {
  readonly rule: Rule;
  readonly detector: Detector;
}

/** Runs a handler of a rule so that what it throws costs the rule on that file only. */
export type Guard = <E extends Site>(rule: Rule, event: E, hear: (event: E) => void) => void;

interface Listener<E> {
  readonly rule: Rule;
  readonly hear: (event: E) => void;
}

/** Listeners by the names they asked for; those that asked for none hear everything. */
class Listeners<E extends Site> {
  readonly #everything: Listener<E>[] = [];
  readonly #byName = new Map<string, Listener<E>[]>();
  /** Listeners whose names are known when the first event comes. */
  readonly #late: [Listener<E>, () => Iterable<string>][] = [];

  add(listener: Listener<E>, names: Iterable<string> | undefined, later?: () => Iterable<string>): void {
    if (later !== undefined) this.#late.push([listener, later]);
    else if (names === undefined) this.#everything.push(listener);
    if (names !== undefined) this.#addNames(listener, names);
  }

  #addNames(listener: Listener<E>, names: Iterable<string>): void {
    for (const name of new Set(names)) {
      const list = this.#byName.get(name);
      if (list === undefined) this.#byName.set(name, [listener]);
      else list.push(listener);
    }
  }

  get isEmpty(): boolean {
    return this.#everything.length === 0 && this.#byName.size === 0 && this.#late.length === 0;
  }

  tell(event: E, names: readonly string[], guard: Guard): void {
    if (this.#late.length > 0) for (const [listener, late] of this.#late.splice(0)) this.#addNames(listener, late());
    for (const listener of this.#everything) guard(listener.rule, event, listener.hear);
    let told: Listener<E>[] | undefined;
    for (const name of names) {
      const listeners = this.#byName.get(name);
      if (listeners === undefined) continue;
      for (const listener of listeners) {
        if (told?.includes(listener) === true) continue;
        (told ??= []).push(listener);
        guard(listener.rule, event, listener.hear);
      }
    }
  }
}

/** One observer for all rules. */
export function dispatch(active: readonly ActiveRule[], guard: Guard): Observer {
  const calls = new Listeners<CallEvent>();
  const assigns = new Listeners<AssignEvent>();
  const references = new Listeners<Parameters<NonNullable<Observer['reference']>>[0]>();
  const loops = new Listeners<Parameters<NonNullable<Observer['loop']>>[0]>();
  const compares = new Listeners<Parameters<NonNullable<Observer['compare']>>[0]>();
  for (const { rule, detector } of active) {
    const { observer, hears } = detector;
    if (observer?.call !== undefined) calls.add({ rule, hear: observer.call }, hears?.calls, hears?.callsLater);
    if (observer?.assign !== undefined) assigns.add({ rule, hear: observer.assign }, hears?.assigns);
    if (observer?.reference !== undefined) references.add({ rule, hear: observer.reference }, hears?.references);
    if (observer?.loop !== undefined) loops.add({ rule, hear: observer.loop }, undefined);
    if (observer?.compare !== undefined) compares.add({ rule, hear: observer.compare }, undefined);
  }
  return {
    ...(calls.isEmpty ? {} : { call: (event: CallEvent) => calls.tell(event, calledNames(event), guard) }),
    ...(assigns.isEmpty ? {} : { assign: (event: AssignEvent) => assigns.tell(event, assignedNames(event), guard) }),
    ...(references.isEmpty ? {} : { reference: (event) => references.tell(event, [event.name], guard) }),
    ...(loops.isEmpty ? {} : { loop: (event) => loops.tell(event, [], guard) }),
    ...(compares.isEmpty ? {} : { compare: (event) => compares.tell(event, [], guard) }),
  };
}

/** Last names of what a call may run, and the name it is called by; a name may come twice. */
function calledNames({ module, node, targets }: CallEvent): string[] {
  const { tree } = module;
  const callee = tree.child(node, Field.function);
  const names = [tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee)];
  for (const target of targets) {
    if (target.kind === 'symbol') names.push(target.name.slice(target.name.lastIndexOf('.') + 1));
    else if (target.kind === 'method') names.push(target.name);
    else if (target.kind === 'function')
      names.push(target.module.tree.names.text(target.module.index.functions[target.index]!.name));
  }
  return names;
}

/** The variable's or attribute's name, or the text of a key. */
function assignedNames({ target }: AssignEvent): string[] {
  if (target.kind !== 'subscript') return [target.name];
  return (target.key.constants ?? []).flatMap((key) => (key.type === 'str' ? [key.value] : []));
}
