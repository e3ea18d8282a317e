// A wait whose length is written down in its function (BP151, with BP406 merged). In: waiting loops. Out, at the end of
// the run: a note at the loop's header, with the other waits of the repository for the same thing.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Repair } from '../analysis.ts';
import { waitParameters } from '../repairs/wait-parameters.ts';
import { calledName } from './written-expression.ts';
import { writtenName } from '../waiting/expressions.ts';
import { isNoteworthy } from '../waiting/noteworthy-wait.ts';
import { saysWhy } from '../waiting/says-why.ts';
import { tellsAmpleBudget } from '../waiting/told-budget.ts';
import { describeBudget, isFixed } from '../waiting/written-budget.ts';
import type { WaitingLoop, WaitingLoops } from '../waiting/waiting-loop.ts';
import { functionName } from '../waiting/waiting-loop.ts';
import type { DraftPlace } from './detector.ts';
import type { TellWaits } from './polling-loop.ts';

export const fixedWaitBudget: TellWaits = ({ knowledge, report }, loops) => ({
  // Listening makes the loops known; what they have in common shows at the end.
  observer: { loop: (event) => void loops.at(event) },
  finish: () => {
    for (const loop of loops.seen) {
      const budget = describeBudget(loop);
      if (budget === undefined || !isFixed(loop) || !isNoteworthy(loop, knowledge)) continue;
      if (tellsAmpleBudget(loop)) continue;
      const { module, functionIndex, node, sleep } = loop;
      const reason = saysWhy(loop);
      const other = otherWait(loop, loops, knowledge);
      report({
        module,
        functionIndex,
        node,
        values: {
          function: functionName(loop),
          budget: budget.text,
          why: reason ? '' : ` Nothing says why ${budget.numbers}.`,
          other: other === undefined ? '' : ` ${other.text}`,
        },
        related: [{ module, node: sleep, message: 'the pause' }, ...(other === undefined ? [] : [other.place])],
        repair: chosenByCallers(loop, knowledge),
        rank: {
          numberKnown: true,
          spansFiles: other !== undefined && other.place.module !== module,
          explainedByComment: reason,
        },
        ...(reason ? {} : { mergedRules: ['BP406'] }),
      });
    }
  },
});

/** Parameters, unless there is no function that somebody calls, or one wait can take the place of the loop. */
function chosenByCallers(
  { module, functionIndex, node, sleep, state }: WaitingLoop,
  knowledge: Knowledge,
): Repair | undefined {
  if (functionIndex === MODULE) return undefined;
  const role = knowledge.role(module, functionIndex);
  const { tree } = module;
  const looks = state.looks.filter((look) => tree.kind(look) === Kind.call).map((look) => calledName(tree, look));
  if (role === 'test' || role === 'set-up' || looks.includes('is_set')) return undefined;
  return waitParameters(module, functionIndex, node, sleep);
}

interface OtherWait {
  readonly text: string;
  readonly place: DraftPlace;
}

/** The method this one overrides, or another wait of the repository for the same call. */
function otherWait(loop: WaitingLoop, loops: WaitingLoops, knowledge: Knowledge): OtherWait | undefined {
  return overridden(loop, loops, knowledge) ?? sameCall(loop, loops);
}

function overridden(loop: WaitingLoop, { seen }: WaitingLoops, { project }: Knowledge): OtherWait | undefined {
  const { module, functionIndex } = loop;
  const owner = functionIndex === MODULE ? MODULE : module.index.functions[functionIndex]!.methodOf;
  if (owner === MODULE) return undefined;
  const name = functionName(loop);
  for (const base of project.ancestry({ module, index: owner }).classes.slice(1)) {
    const found = seen.find((other) => {
      const item = other.module.index.functions[other.functionIndex];
      return other.module === base.module && item?.methodOf === base.index && functionName(other) === name;
    });
    if (found === undefined) continue;
    const length = describeBudget(found)?.text;
    const mine = describeBudget(loop)?.text;
    if (length === undefined) return undefined;
    const says = length === mine ? 'which waits as long' : `which waits ${length}`;
    return {
      text: `It overrides ${base.module.qualifiedClassName(base.index)}.${name}, ${says}.`,
      place: { module: base.module, node: found.node, message: 'overridden here' },
    };
  }
  return undefined;
}

function sameCall(loop: WaitingLoop, { seen }: WaitingLoops): OtherWait | undefined {
  const calls = callsOf(loop);
  if (calls.length === 0) return undefined;
  const others = seen
    .filter(
      (other) =>
        (other.module !== loop.module || other.functionIndex !== loop.functionIndex) &&
        callsOf(other).some((call) => calls.includes(call)),
    )
    .filter((other) => describeBudget(other) !== undefined)
    .toSorted(
      (a, b) =>
        distance(loop.module, a) - distance(loop.module, b) || compare(a.module.path, b.module.path) || a.node - b.node,
    );
  const [other] = others;
  if (other === undefined) return undefined;
  const { module, node } = other;
  return {
    text: `${module.path} line ${module.tree.lineOf(node)} waits ${describeBudget(other)!.text} for the same call.`,
    place: { module, node, message: 'waits for the same call' },
  };
}

function distance(module: Module, other: WaitingLoop): number {
  return other.module === module ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calls that say what they look at: `self.api.get_migrations`. A short name is called on too many things. */
function callsOf({ module, state }: WaitingLoop): string[] {
  const { tree } = module;
  return state.looks
    .filter((look) => tree.kind(look) === Kind.call && tree.kind(tree.child(look, Field.function)) === Kind.attribute)
    .map((look) => writtenName(tree, tree.child(look, Field.function)))
    .filter(
      (name) =>
        /^(?:self|cls)\.\w+\.\w{4,}|^\w+\.\w+\.\w{4,}/.test(name) && /_/.test(name.slice(name.lastIndexOf('.'))),
    );
}
