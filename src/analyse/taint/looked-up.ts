// What was looked up by a name from outside and is examined before it is called: `found = getattr(desk, name)`, then `if found not in
// ALLOWED: abort()`. In: the look-up, questions about what it gave, calls of that. Out: its result with the name's taint, which only a
// look-up minds; checks of it; the look-ups of which every call comes behind a check. Leaves alone: what is called in the same breath.
import type { Module } from '../../model/module.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import { allKinds, hasKind, kindSet } from '../values/kind-set.ts';
import type { Checks, Taint } from '../values/taint.ts';
import { changeMark, changeTaint, mapMarks } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant, withTaint } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import { checkOf, whenTrue } from './checks.ts';
import { callsOf } from './reflection-form.ts';
import type { SinkSite } from './sink-log.ts';

const others = allKinds & ~kindSet('reflection');

/** The result of a look-up, by which what is asked of it afterwards is known. */
export function asFound(node: number, entries: readonly ApiEntry[], args: Arguments, result: Value): Value {
  const entry = entries.find(({ sinks }) => sinks.includes('reflection'));
  if (entry === undefined || result.taint !== undefined || result.constants !== undefined) return result;
  const name = (entry.argument ?? '0')
    .split('|')
    .map((part) => (/^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part)))
    .find((argument) => argument !== undefined);
  const taint = mapMarks(name?.value.taint, (mark) => changeMark(mark, { cleaned: mark.cleaned | others }));
  if (taint === undefined) return result;
  return withTaint(result, changeTaint(taint, { view: { of: name!.value.taint!, node, as: 'found' } }));
}

/** What `getattr(found, "exposed", False)`, `isinstance(found, Command)` and `issubclass(found, Command)` show of what was found. */
export function foundChecks(
  frame: Frame,
  node: number,
  name: string,
  { positional: [found, asked] }: Arguments,
): Checks | undefined {
  if (found?.value.taint?.view?.as !== 'found' || asked === undefined) return undefined;
  switch (name) {
    case 'getattr':
    case 'hasattr': {
      const constant = onlyConstant(asked.value);
      const mark = constant === undefined ? undefined : textOf(constant);
      return mark === undefined || isEverywhere(mark) ? undefined : whenTrue(shown(frame, node, found, `\`${mark}\``));
    }
    case 'isinstance':
    case 'issubclass':
      return isOwnClass(frame, asked.value) ? whenTrue(shown(frame, node, found, `${name}()`)) : undefined;
    default:
      return undefined;
  }
}

/** Every function and class has attributes of such names. */
export function isEverywhere(name: string): boolean {
  return name.startsWith('__');
}

function shown(frame: Frame, node: number, found: Argument, name: string): ReturnType<typeof checkOf> {
  return checkOf(frame, found, kindSet('reflection'), `check of what was found: ${name}`, node);
}

/** A class of somebody's making: not `type`, not that of all functions. */
function isOwnClass(frame: Frame, value: Value): boolean {
  const held = frame.holds(value).find(({ kind }) => kind === 'tuple');
  const classes = held === undefined ? [value] : [...held.entries.values()];
  return classes.every(
    ({ denotes }) =>
      denotes.length > 0 &&
      denotes.every(
        (one) =>
          one.kind === 'class' ||
          (one.kind === 'symbol' &&
            /(?:^|\.)_?[A-Z]\w*$/.test(one.name) &&
            !/^(?:types|typing|collections)\./.test(one.name)),
      ),
  );
}

const questions = /^(?:getattr|hasattr|isinstance|issubclass|callable|type|id|repr|str|print|inspect\.is\w+)$/;

/** What look-ups gave, and whether it was checked where it is called or passed on. */
export class FoundUses {
  readonly #calls = new Map<Module, Map<number, boolean>>();
  readonly #uses = new Map<Module, Map<number, boolean>>();

  /** Notes a call of something that hangs on untrusted data. */
  called({ module }: Frame, node: number, taint: Taint): void {
    noteAt(this.#calls, module, node, isChecked(taint));
    if (taint.view?.as === 'found') noteAt(this.#uses, module, taint.view.node, isChecked(taint));
  }

  /** Notes what is passed on to anything that does more than ask about it. */
  passed({ module }: Frame, names: readonly string[], { positional, keywords }: Arguments): void {
    const note = ({ value: { taint } }: Argument): void => {
      if (taint?.view?.as === 'found' && !names.some((name) => questions.test(name)))
        noteAt(this.#uses, module, taint.view.node, isChecked(taint));
    };
    for (const argument of positional) note(argument);
    for (const argument of keywords.values()) note(argument);
  }

  /** The look-up is harmless: what it gave is used, and only behind checks. */
  areChecked({ module, node, functionIndex, kind }: SinkSite): boolean {
    if (kind !== 'reflection' || this.#uses.get(module)?.get(node) !== true) return false;
    return callsOf(module, node, functionIndex).every((call) => this.#calls.get(module)?.get(call) !== false);
  }
}

function isChecked({ marks }: Taint): boolean {
  return marks.every(({ cleaned }) => hasKind(cleaned, 'reflection'));
}

/** One that was not checked counts. */
function noteAt(noted: Map<Module, Map<number, boolean>>, module: Module, node: number, isHarmless: boolean): void {
  let ofModule = noted.get(module);
  if (ofModule === undefined) noted.set(module, (ofModule = new Map<number, boolean>()));
  ofModule.set(node, isHarmless && ofModule.get(node) !== false);
}
