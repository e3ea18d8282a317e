// Walks `for` and `while`: the body silently until a round tells the next nothing new, then once more for those who listen.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { applyChecks } from '../taint/apply-checks.ts';
import { asElement, elementKey, wholeChecks } from '../taint/loop-checks.ts';
import { withOrigins } from '../taint/views.ts';
import type { Argument } from './events.ts';
import type { State } from '../values/state.ts';
import { joinAll } from '../values/state.ts';
import { unknown } from '../values/value.ts';
import { assign } from './assign.ts';
import { iteratorOf } from './builtin-calls.ts';
import { carriedNames } from './carried-names.ts';
import { refine, truth } from './conditions.ts';
import { loopedOver } from './containers.ts';
import type { Frame } from './frame.ts';
import { runBlock } from './statements.ts';

// A loop's body is walked silently until its state is stable, at most this often; types settle in two rounds.
const MAX_ROUNDS = 3;
// Below this depth of loops in loops every inner loop is walked once more only: rounds multiply.
const MAX_SETTLING_DEPTH = 2;

/** Walks a loop: the state is what holds behind it. */
export function runLoop(frame: Frame, node: number): void {
  const { tree } = frame;
  const isFor = tree.kind(node) === Kind.for_statement;
  const body = tree.child(node, Field.body);
  const given = isFor ? frame.evaluate(tree.child(node, Field.right)) : unknown;
  const iterable = isFor ? (iteratorOf(frame, tree.child(node, Field.right), given) ?? given) : given;
  const whole = { node: isFor ? tree.child(node, Field.right) : -1, value: given };
  let element = unknown;
  const condition = isFor ? -1 : tree.child(node, Field.condition);
  if (frame.observing) {
    const event = { module: frame.module, functionIndex: frame.functionIndex, node, evaluate: frame.evaluateSilently };
    for (const observer of frame.engine.observers) observer.loop?.(event);
  }
  if (body < 0) return;

  const round = (): State | undefined => {
    const exits = { breaks: [] as State[], continues: [] as State[] };
    frame.loops.push(exits);
    if (isFor) {
      element = asElement(loopedOver(frame, whole.node, iterable), whole);
      assign(frame, tree.child(node, Field.left), element, -1);
    } else {
      if (truth(frame, condition, frame.evaluate(condition)) === false) frame.state.reachable = false;
      refine(frame, condition, true);
    }
    runBlock(frame, body);
    frame.loops.pop();
    frame.state.become(joinAll([frame.state, ...exits.continues]));
    return exits.breaks.length > 0 ? joinAll(exits.breaks) : undefined;
  };

  // Settle: what a round changes may be there at the start of the next.
  let entry = frame.state.copy();
  let broken: State | undefined;
  let isSettled = false;
  const { observing, recording } = frame;
  frame.observing = frame.recording = false;
  const carried = carriedNames(frame.module, node);
  const rounds = frame.loops.length < MAX_SETTLING_DEPTH ? MAX_ROUNDS : 1;
  for (let i = 1; i <= rounds && !isSettled; i++) {
    broken = round();
    const joined = entry.join(frame.state);
    isSettled = joined.tellsNothingNew(entry, carried);
    // What still changes after the last round has no bound that a few more would show: a counter.
    entry = isSettled || i < rounds ? joined.widenLists(entry) : joined.widen(entry);
    if (!isSettled) frame.state.become(entry);
  }
  frame.observing = observing;
  frame.recording = recording;
  // Where nobody listens, the round that told nothing new was the last; but what it left behind is there where a later one breaks off.
  if (!isSettled || broken !== undefined || observing || recording) {
    frame.state.become(entry);
    broken = round();
  }
  // The condition may have been false at the start, so what came from above is still possible.
  const left = isNeverEmpty(whole) ? frame.state : entry.join(frame.state);
  const { view } = element.taint ?? {};
  const eachChecked = view === undefined ? undefined : frame.state.guards.get(elementKey(view));
  frame.state.become(left);
  if (eachChecked !== undefined) applyChecks(frame, withOrigins(wholeChecks(frame, element, whole, eachChecked)));
  const endless = condition >= 0 && truth(frame, condition, frame.evaluateSilently(condition)) === true;
  if (endless) frame.state.reachable = false;
  else if (condition >= 0) refine(frame, condition, false);
  const alternative = tree.child(node, Field.alternative);
  if (alternative >= 0 && frame.state.reachable) runBlock(frame, tree.child(alternative, Field.body));
  if (broken !== undefined) frame.state.become(frame.state.join(broken));
}

/** A name that is not resolved raises: where it is, there is at least one address. */
function isNeverEmpty({ value: { taint } }: Argument): boolean {
  return taint?.view?.as === 'addresses';
}
