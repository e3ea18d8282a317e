// What a caller's value is to the code of a callee: what is reached from an argument by attributes and keys, and a callee's
// values with the arguments in the place of its parameters.
import { mapHeld } from '../values/held.ts';
import type { Module } from '../../model/module.ts';
import { attributeOf } from '../interpreter/attributes.ts';
import { anyValueOf, elementOf, entryOf, ITERATED, taintedEntry } from '../interpreter/containers.ts';
import type { Frame } from '../interpreter/frame.ts';
import { finished } from '../interpreter/operators.ts';
import type { Given, Mark, Taint, Trace, View } from '../values/taint.ts';
import {
  changeMark,
  changeTaint,
  cleanMark,
  derivedTaint,
  isTainted,
  joinMarks,
  makeMark,
  makeTaint,
  parameterAt,
  provideMark,
  stepped,
  withStep,
} from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, typedAs, withObjects, withTaint, withText } from '../values/value.ts';
import { conditions, noCondition } from './given.ts';
import { signatureThere, signed } from './signatures.ts';

/** One call: the callee's parameters with what is passed, and where. */
export interface Binding {
  readonly callee: string;
  readonly names: readonly string[];
  readonly values: readonly (Value | undefined)[];
  /** The arguments' expressions, or the call's where there is none. */
  readonly nodes: readonly number[];
  readonly module: Module;
  readonly frame: Frame;
}

const MAX_DEPTH = 4;
const MAX_REACHING = 4;

/** What is reached from a value by a parameter's path; undefined if nothing is known of it. Sources on the way are at `node`, the argument. */
export function reach(frame: Frame, value: Value | undefined, path: readonly string[], node = -1): Value | undefined {
  if (path.length === 0) return value;
  // A property may lead on to another one, and so on without end.
  if (frame.engine.reaching >= MAX_REACHING) return undefined;
  frame.engine.reaching++;
  const found = follow(frame, value, path, node);
  frame.engine.reaching--;
  return found;
}

function follow(frame: Frame, value: Value | undefined, path: readonly string[], node: number): Value | undefined {
  let current = value;
  for (const step of path) {
    if (current === undefined) return undefined;
    if (step.startsWith('.')) current = attributeOf(frame, current, step.slice(1), node);
    else if (step === '[]') current = anyEntry(frame, current);
    else if (step === ITERATED) current = elementOf(frame, current);
    else
      current =
        entryOf(frame, current, step.slice(1)) ??
        taintedEntry(current, step.slice(1), (source, key) => frame.engine.source({ ...source, key }));
  }
  return current;
}

/** What a parameter of the callee, or what is reached from it, is at the call; `text` as in `Parameter`. */
export function reached(binding: Binding, index: number, text: string): Value | undefined {
  const path = text.slice(String(index).length).match(/\.[^.[]+|\[[^.[]*/g) ?? [];
  return reach(binding.frame, binding.values[index], parameterAt(index, path).path);
}

/** What a callee's check needs of its parameters, as this caller's values or its own parameters say it; undefined if that is not so. */
export function neededHere(binding: Binding, given: readonly Given[]): readonly Given[] | undefined {
  const needed: Given[] = [];
  for (const { parameter, test } of given) {
    const value = reached(binding, Number.parseInt(parameter, 10), parameter);
    // What is not passed is the callee's own default.
    const here = value === undefined ? noCondition : conditions(binding.frame, value, test);
    if (here === undefined) return undefined;
    needed.push(...here);
  }
  return needed;
}

/** An entry under a key that is not known, of a dict a key as well: what comes from `items()`. */
function anyEntry(frame: Frame, value: Value): Value {
  const element = elementOf(frame, value);
  return frame.holds(value).some(({ kind }) => kind === 'dict')
    ? joinValues(element, anyValueOf(frame, value))
    : element;
}

/** A callee's value as its caller sees it. Marks of parameters that got nothing untrusted are gone. */
export function substitute(value: Value, binding: Binding, depth = 0): Value {
  const { taint } = value;
  if (value.held === undefined && value.text === undefined && taint === undefined) return value;
  if (taint?.view?.as === 'digest') return digestThere(value, taint.view, binding, depth);
  if (taint?.is !== undefined && value.constants === undefined) {
    const given = reach(binding.frame, binding.values[taint.is.index], taint.is.path, binding.nodes[taint.is.index]);
    if (given !== undefined) {
      const mark = taint.marks.find(({ parameter }) => parameter?.text === taint.is!.text);
      if (!isTainted(given.taint)) return typedAs(given, value.denotes);
      const passed = through(given.taint, taint.is.index, mark?.trace, binding);
      return withTaint(
        typedAs(given, value.denotes),
        mark === undefined
          ? passed
          : changeTaint(passed, { marks: passed.marks.map((one) => alsoCleaned(one, mark, binding)) }),
      );
    }
  }
  const held =
    value.held === undefined || depth > MAX_DEPTH
      ? value.held
      : mapHeld(value.held, (entry) => substitute(entry, binding, depth + 1));
  const marks = taint === undefined ? undefined : marksThere(taint, binding);
  if (value.text !== undefined && depth <= MAX_DEPTH) {
    const text = finished(
      value.text.flatMap((part) => {
        if (typeof part === 'string') return [part];
        const hole = substitute(part.hole, binding, depth + 1);
        return hole === part.hole ? [part] : filledAgain(hole);
      }),
    );
    return changeValue(text, { held, origin: text.constants === undefined ? value.origin : 'parameter', taint: marks });
  }
  return withTaint(held === value.held ? value : withObjects(value, value.objects, held), marks);
}

/** A digest of what the caller passed. */
function digestThere(value: Value, view: View, binding: Binding, depth: number): Value {
  const marks = value.taint?.marks ?? [];
  const plain = substitute(withTaint(value, marks.length === 0 ? undefined : makeTaint(marks)), binding, depth);
  const given = (index: number, path: readonly string[]): Value | undefined =>
    reach(binding.frame, binding.values[index], path);
  const there = signatureThere(view, given, binding.nodes);
  return there === undefined ? plain : signed(plain, there);
}

function filledAgain(hole: Value): (string | { readonly hole: Value })[] {
  if (hole.text !== undefined) return [...hole.text];
  const only = hole.constants?.length === 1 ? hole.constants[0]! : undefined;
  return only?.type === 'str' ? [only.value] : [{ hole }];
}

function marksThere(taint: Taint, binding: Binding): Taint | undefined {
  if (taint.marks.every(({ source, provided }) => source !== undefined && provided === undefined))
    return taint.is === undefined ? taint : makeTaint(taint.marks);
  let marks: readonly Mark[] = [];
  for (const mark of taint.marks) {
    const { parameter } = mark;
    if (parameter === undefined) {
      marks = joinMarks(marks, [mark.provided === undefined ? mark : alsoProvided(unprovided(mark), mark, binding)]);
      continue;
    }
    const given = reach(binding.frame, binding.values[parameter.index], parameter.path, binding.nodes[parameter.index]);
    const whole = given === undefined ? undefined : binding.frame.whole(given).taint;
    if (!isTainted(whole)) continue;
    const passed = through(whole, parameter.index, mark.trace, binding).marks;
    marks = joinMarks(
      marks,
      passed.map((one) => alsoCleaned(one, mark, binding)),
    );
  }
  return marks.length === 0 ? undefined : makeTaint(marks);
}

/** A caller's mark that was also cleaned in the callee, as the mark of its parameter says. */
function alsoCleaned(given: Mark, inCallee: Mark, binding: Binding): Mark {
  let mark = given;
  for (const credit of inCallee.credits) mark = cleanMark(mark, credit.kinds & inCallee.cleaned, credit);
  const missing = inCallee.cleaned & ~mark.cleaned;
  if (missing !== 0n) mark = changeMark(mark, { cleaned: mark.cleaned | missing });
  mark = alsoProvided(mark, inCallee, binding);
  const made = inCallee.shape === 'text' ? 'text' : inCallee.madeInto;
  return made === undefined || mark.shape === made ? mark : changeMark(mark, { shape: made });
}

/** Checks with a condition: this call answers it, or its own caller will. */
function alsoProvided(given: Mark, { provided }: Mark, binding: Binding): Mark {
  let mark = given;
  for (const one of provided ?? []) {
    const needed = neededHere(binding, one.given);
    if (needed === undefined) continue;
    mark = needed.length === 0 ? cleanMark(mark, one.kinds, one.credit) : provideMark(mark, { ...one, given: needed });
  }
  return mark;
}

function unprovided({ source, parameter, cleaned, credits, shape, trace }: Mark): Mark {
  return makeMark(source, parameter, cleaned, credits, shape, trace);
}

/** Marks that went into a call as an argument. */
function through(taint: Taint, index: number, inside: Trace | undefined, binding: Binding): Taint {
  const step = {
    kind: 'call' as const,
    module: binding.module,
    node: binding.nodes[index] ?? 0,
    name: binding.callee,
    parameter: binding.names[index] ?? '',
    inside,
  };
  return withStep(taint, step);
}

/** Marks that come back from a call. */
export function returned(value: Value, module: Module, node: number, callee: string): Value {
  if (!isTainted(value.taint)) return value;
  const step = { kind: 'return' as const, module, node, name: callee };
  const marks = value.taint.marks.map((mark) =>
    mark.trace === undefined || mark.trace.kind === 'source' ? mark : stepped(mark, step),
  );
  return withTaint(value, changeTaint(value.taint, { marks }));
}

/** A value without what only holds inside its function: marks of its parameters. */
export function outside(value: Value, depth = 0): Value {
  const { taint, held } = value;
  if (taint === undefined && held === undefined) return value;
  const own = taint?.marks.filter(({ source }) => source !== undefined) ?? [];
  const hangs = own.some(({ provided }) => provided !== undefined);
  const marks = hangs ? own.map((mark) => (mark.provided === undefined ? mark : unprovided(mark))) : own;
  const kept =
    marks.length === 0 ? undefined : marks.length === taint?.marks.length && !hangs ? taint : makeTaint(marks);
  const text = value.text?.map((part) => (typeof part === 'string' ? part : { hole: outside(part.hole, depth + 1) }));
  if (held === undefined || depth > MAX_DEPTH) return withText(withTaint(value, stripped(kept)), text);
  const there = mapHeld(held, (one) => outside(one, depth + 1));
  return withText(withTaint(withObjects(value, value.objects, there), stripped(kept)), text);
}

function stripped(taint: Taint | undefined): Taint | undefined {
  return taint === undefined || taint.is === undefined ? taint : derivedTaint([taint]);
}
