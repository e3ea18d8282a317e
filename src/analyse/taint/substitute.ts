// A callee's values as its caller sees them: with the arguments in the place of its parameters. In: a value of a summary, and a call.
// Out: the same with the caller's marks. Leaves alone: what is reached from an argument (reach.ts).
import { mapHeld } from '../values/held.ts';
import { finished } from '../interpreter/operators.ts';
import type { Mark, Parameter, Taint, Trace, View } from '../values/taint.ts';
import {
  changeMark,
  changeTaint,
  cleanMark,
  isTainted,
  joinMarks,
  makeTaint,
  provideMark,
  unprovided,
  withStep,
} from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, typedAs, withObjects, withTaint } from '../values/value.ts';
import type { Binding } from './reach.ts';
import { neededHere, reach } from './reach.ts';
import { signatureThere, signed } from './signatures.ts';

const MAX_DEPTH = 4;

/** A callee's value as its caller sees it. Marks of parameters that got nothing untrusted are gone. */
export function substitute(value: Value, binding: Binding): Value {
  if (value.held === undefined && value.text === undefined && value.taint === undefined) return value;
  return new Substitution(binding).of(value, 0);
}

/** One value's change. What an object holds often comes from the same few parameters, and is often held in several places: each is done once. */
class Substitution {
  readonly #binding: Binding;
  #reached: Map<string, Value | undefined> | undefined;
  #whole: Map<string, Taint | undefined> | undefined;
  /** By how deep in the value it stands, which limits how far its own parts are followed. */
  readonly #done: Map<Value, Value>[] = [];

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  of(value: Value, depth: number): Value {
    if (value.held === undefined && value.text === undefined && value.taint === undefined) return value;
    if (depth === 0) return this.#substituted(value, depth);
    const known = (this.#done[depth] ??= new Map());
    let done = known.get(value);
    if (done === undefined) known.set(value, (done = this.#substituted(value, depth)));
    return done;
  }

  #substituted(value: Value, depth: number): Value {
    const { taint } = value;
    if (taint?.view?.as === 'digest') return this.#digest(value, taint.view, depth);
    if (taint?.is !== undefined && value.constants === undefined) {
      const given = this.#reach(taint.is);
      if (given !== undefined) return this.#passed(value, given, taint, taint.is);
    }
    const held =
      value.held === undefined || depth > MAX_DEPTH
        ? value.held
        : mapHeld(value.held, (entry) => this.of(entry, depth + 1));
    const marks = taint === undefined ? undefined : this.#marks(taint);
    if (value.text === undefined || depth > MAX_DEPTH)
      return withTaint(held === value.held ? value : withObjects(value, value.objects, held), marks);
    const text = finished(
      value.text.flatMap((part) => {
        if (typeof part === 'string') return [part];
        const hole = this.of(part.hole, depth + 1);
        return hole === part.hole ? [part] : filledAgain(hole);
      }),
    );
    return changeValue(text, { held, origin: text.constants === undefined ? value.origin : 'parameter', taint: marks });
  }

  /** What stands for a parameter: what is passed. */
  #passed(value: Value, given: Value, taint: Taint, parameter: Parameter): Value {
    const there = typedAs(given, value.denotes);
    if (!isTainted(given.taint)) return there;
    const mark = taint.marks.find((one) => one.parameter?.text === parameter.text);
    const passed = through(given.taint, parameter.index, mark?.trace, this.#binding);
    if (mark === undefined) return withTaint(there, passed);
    const marks = passed.marks.map((one) => alsoCleaned(one, mark, this.#binding));
    return withTaint(there, changeTaint(passed, { marks }));
  }

  /** A digest of what the caller passed. */
  #digest(value: Value, view: View, depth: number): Value {
    const { frame, values, nodes } = this.#binding;
    const marks = value.taint?.marks ?? [];
    const plain = this.of(withTaint(value, marks.length === 0 ? undefined : makeTaint(marks)), depth);
    const given = (index: number, path: readonly string[]): Value | undefined => reach(frame, values[index], path);
    const there = signatureThere(view, given, nodes);
    return there === undefined ? plain : signed(plain, there);
  }

  #marks(taint: Taint): Taint | undefined {
    if (taint.marks.every(({ source, provided }) => source !== undefined && provided === undefined))
      return taint.is === undefined ? taint : makeTaint(taint.marks);
    const binding = this.#binding;
    let marks: readonly Mark[] = [];
    for (const mark of taint.marks) {
      const { parameter } = mark;
      if (parameter === undefined) {
        marks = joinMarks(marks, [mark.provided === undefined ? mark : alsoProvided(unprovided(mark), mark, binding)]);
        continue;
      }
      const whole = this.#wholeTaint(parameter);
      if (!isTainted(whole)) continue;
      const passed = through(whole, parameter.index, mark.trace, binding).marks;
      marks = joinMarks(
        marks,
        passed.map((one) => alsoCleaned(one, mark, binding)),
      );
    }
    return marks.length === 0 ? undefined : makeTaint(marks);
  }

  /** What a parameter, or what is reached from it, is at the call. */
  #reach(parameter: Parameter): Value | undefined {
    if (this.#reached?.has(parameter.text) === true) return this.#reached.get(parameter.text);
    const { frame, values, nodes } = this.#binding;
    const found = reach(frame, values[parameter.index], parameter.path, nodes[parameter.index]);
    (this.#reached ??= new Map()).set(parameter.text, found);
    return found;
  }

  /** What is said of untrusted data in it and in all that it holds. */
  #wholeTaint(parameter: Parameter): Taint | undefined {
    if (this.#whole?.has(parameter.text) === true) return this.#whole.get(parameter.text);
    const given = this.#reach(parameter);
    const found = given === undefined ? undefined : this.#binding.frame.whole(given).taint;
    (this.#whole ??= new Map()).set(parameter.text, found);
    return found;
  }
}

function filledAgain(hole: Value): (string | { readonly hole: Value })[] {
  if (hole.text !== undefined) return [...hole.text];
  const only = hole.constants?.length === 1 ? hole.constants[0]! : undefined;
  return only?.type === 'str' ? [only.value] : [{ hole }];
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
