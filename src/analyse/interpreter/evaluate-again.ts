// When a callee is evaluated again in its caller's context instead of by its summary: where what the call passes decides something the
// summary cannot know (constants, code, containers it changes, something untrusted), and as long as there is room for it.
import { foundOncePerFunction } from '../../model/found-once.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Binding } from '../taint/reach.ts';
import { reach } from '../taint/reach.ts';
import { bearsSources } from '../taint/seen-requests.ts';
import { isTainted } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import type { Callee } from './callee.ts';
import { itemOf } from './callee.ts';
import { changedParameters } from './changed-parameters.ts';
import { decidingParameters } from './deciding-parameters.ts';
import type { Summary } from './engine.ts';
import { ITERATED } from './containers.ts';
import type { Frame } from './frame.ts';
import { callsOverridden } from './overridden-methods.ts';

const MAX_INLINE_DEPTH = 4;
// A callee is evaluated again in its caller's context if it is about this small (nodes of its lowered tree).
const MAX_INLINE_NODES = 160;
// The same for what has to be seen with its caller's variables or with what an object holds.
const MAX_CLOSURE_NODES = 600;
// Nodes of all callees that are evaluated again for one function; beyond it summaries have to do.
const MAX_INLINED = 6000;

/** Whether a call has its callee evaluated again; takes the room for it. */
export function isWorthEvaluating(caller: Frame, callee: Callee, summary: Summary, binding: Binding): boolean {
  const { module, index } = callee;
  const { node } = module.index.functions[index]!;
  const size = module.tree.next(node) - node;
  const isClosure = callee.captured !== undefined;
  const opens = summary.openCalls.length > 0 && caller.isFollowing && opensCode(caller, summary, binding);
  if (caller.depth >= MAX_INLINE_DEPTH || size > (isClosure || opens ? MAX_CLOSURE_NODES : MAX_INLINE_NODES))
    return false;
  if (caller.engine.inlining.has(itemOf(callee))) return false;
  if (isClosure) return true;
  if (opens || isTemplate(caller, callee, binding)) return isAffordable(caller, size);
  // What it does with a function or object it is given shows only with that one.
  const isGivenCode =
    caller.isFollowing &&
    binding.values.some(
      (value, position) => value?.denotes.some(isCode) === true && !(position === 0 && callee.self !== undefined),
    ) &&
    callsParameter(module, index);
  // What comes back whole, or never changes, needs no second look.
  const hasEffects = (caller.isFollowing && summary.pending.length > 0) || summary.storesOutside || isGivenCode;
  // An entry under a key that the call gives is known better with that key.
  const comesBackWhole =
    summary.returns.taint?.is?.path.every((step) => step !== '[]' && step !== ITERATED) === true ||
    summary.returns.constants?.length === 1;
  if (!hasEffects && comesBackWhole) return false;
  if (binding.values.some((value) => value?.constants !== undefined)) return isAffordable(caller, size);
  if (!caller.isFollowing) return false;
  const isSelf = (position: number) => position === 0 && callee.self !== undefined;
  const told = [...binding.values.keys()].filter((position) => {
    const value = binding.values[position];
    if (value === undefined || !(hasEffects || decidingParameters(summary).has(position))) return false;
    return isSelf(position) ? isTainted(caller.whole(value).taint) : tells(value);
  });
  // A form of what is passed, by which that one may be checked, is made of the caller's own value only here.
  const isWanted =
    (told.length > 0 && summary.returns.taint?.view !== undefined) ||
    told.some((position) => !isSelf(position) && isCodeOrChanged(callee, binding.values[position]!, position)) ||
    (told.length > 0 && isSourceGiven(caller, binding));
  return isWanted && isAffordable(caller, size);
}

/** Whether the callee is given code to call, or something at this position that it changes for its caller. */
function isCodeOrChanged({ module, index }: Callee, value: Value, position: number): boolean {
  return isFunction(value) || (isContainer(value) && changedParameters(module, index).has(position));
}

/** Whether something untrusted is passed, or an object that has some: a parameter of the caller's own is neither yet. */
function isSourceGiven(caller: Frame, { values }: Binding): boolean {
  return values.some(
    (value) =>
      value !== undefined &&
      (bearsSources(caller, value) ||
        caller.whole(value).taint?.marks.some(({ source }) => source !== undefined) === true),
  );
}

function isFunction({ denotes }: Value): boolean {
  return denotes.some(({ kind }) => kind === 'function' || kind === 'class');
}

function isContainer({ objects, held }: Value): boolean {
  return objects.length > 0 || held !== undefined;
}

/** A method of a base class that calls others on its object, of which the object's own class has another one, and gets something to tell. */
function isTemplate(caller: Frame, { module, index, self }: Callee, { values }: Binding): boolean {
  if (self === undefined || !caller.isFollowing) return false;
  const { project } = caller.engine;
  if (!self.denotes.some((one) => one.kind === 'object' && callsOverridden(project, { module, index }, one)))
    return false;
  return values.some(
    (value, position) =>
      value !== undefined && (isTainted(caller.whole(value).taint) || (position > 0 && tells(value))),
  );
}

/** Whether there is room for one more callee of a size; takes it. */
function isAffordable({ root }: Frame, size: number): boolean {
  if (root.inlined + size > MAX_INLINED) return false;
  root.inlined += size;
  return true;
}

/** Code of the checkout that does something with what it is given, as far as its summary tells. */
function isActive({ engine }: Frame, one: Denotation): boolean {
  if (one.kind !== 'function') return one.kind === 'class' || one.kind === 'object';
  const summary = engine.summary(one.module, one.index);
  return (
    summary.pending.length > 0 ||
    summary.openCalls.length > 0 ||
    summary.storesOutside ||
    decidingParameters(summary).size > 0
  );
}

/**
 * Whether the call passes code of the checkout where the callee calls what it is given, and something untrusted that goes into it. What
 * is the caller's own parameter stays open there.
 */
function opensCode(caller: Frame, { openCalls }: Summary, binding: Binding): boolean {
  let isCodeGiven = false;
  for (const { callee, given, isTold } of openCalls) {
    const value = reach(caller, binding.values[callee.index], callee.path);
    if (value === undefined) continue;
    const isOpen = value.denotes.length === 0 && isTainted(value.taint);
    if (!isOpen && !value.denotes.some((one) => isActive(caller, one))) continue;
    const taints = given.map(({ index, path }) => {
      const passed = reach(caller, binding.values[index], path);
      return passed === undefined ? undefined : caller.whole(passed).taint;
    });
    if (isOpen) caller.noteOpenCall(value.taint, taints);
    else isCodeGiven ||= isTold || taints.some(isTainted);
  }
  return isCodeGiven;
}

function isCode({ kind }: Denotation): boolean {
  return kind === 'function' || kind === 'class' || kind === 'object';
}

/** Whether a function calls one of its parameters, or a method of one, or hands one on to another call. */
const callsParameter = foundOncePerFunction((module, index): boolean => {
  const { tree } = module;
  const { node } = module.index.functions[index]!;
  const names = new Set(parameterNames(module, module.index.functions[index]!));
  const isParameter = (one: number): boolean => tree.kind(one) === Kind.identifier && names.has(tree.name(one));
  for (let inner = node + 1; inner < tree.next(node); inner++) {
    if (tree.kind(inner) !== Kind.call) continue;
    const called = tree.child(inner, Field.function);
    if (isParameter(tree.kind(called) === Kind.attribute ? tree.child(called, Field.object) : called)) return true;
    const list = tree.child(inner, Field.arguments);
    if (
      list >= 0 &&
      tree
        .children(list)
        .some(
          (argument) => isParameter(argument) || (tree.kind(argument) === Kind.list_splat && isParameter(argument + 1)),
        )
    )
      return true;
  }
  return false;
});

/** What a parameter alone would not tell: a function, a type, what a container holds, text that is known in part. */
function tells(value: Value): boolean {
  return (
    value.objects.length > 0 ||
    value.held !== undefined ||
    value.text !== undefined ||
    value.taint?.marks.some(({ source }) => source !== undefined) === true ||
    value.denotes.some(
      ({ kind }) => kind === 'function' || kind === 'class' || kind === 'object' || kind === 'instance',
    )
  );
}
