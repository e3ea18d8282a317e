// A bounded loop that polls (BP101). In: waiting loops. Out: a note at the sleep, with attempts, interval and budget as
// far as they are known, and the replacement that fits what is polled.
import { MODULE } from '../../model/file-index.ts';
import type { WaitHelper } from '../../model/conventions.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { LoopEvent } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';
import { oneWait } from '../repairs/one-wait.ts';
import { lastName, writtenName } from '../waiting/expressions.ts';
import { isNoteworthy } from '../waiting/noteworthy-wait.ts';
import { written } from '../waiting/seconds.ts';
import { waitNumbers } from '../waiting/wait-numbers.ts';
import type { WaitNumbers } from '../waiting/wait-numbers.ts';
import type { WaitingLoop } from '../waiting/waiting-loop.ts';
import { functionName } from '../waiting/waiting-loop.ts';
import type { Draft } from './detector.ts';
import type { TellWaits } from './polling-loop.ts';

export const boundedWait: TellWaits = ({ knowledge, report }, loops) => ({
  observer: {
    loop: (event) => {
      const loop = loops.at(event);
      if (loop === undefined || !isNoteworthy(loop, knowledge)) return;
      const { module, functionIndex, sleep } = loop;
      const numbers = waitNumbers(loop);
      const helper = knowledge.context(module).isTest ? nearestHelper(loop, knowledge) : undefined;
      report({
        module,
        functionIndex,
        node: sleep,
        ...wording(loop, numbers, knowledge.context(module).isTest),
        ...replacement(event, loop, numbers, helper),
        rank: { numberKnown: numbers.budget !== undefined },
      });
    },
  },
});

function wording(loop: WaitingLoop, numbers: WaitNumbers, isTest: boolean): Pick<Draft, 'wording' | 'values'> {
  const { attempts, interval, budget, lastLook, about } = numbers;
  const values = {
    function: functionName(loop),
    attempts: attempts ?? '',
    interval: interval === undefined ? '' : written(interval),
    budget: budget === undefined ? '' : written(budget),
    last_look: lastLook === undefined ? '' : ` (the last look is at ${written(lastLook)} s)`,
    pauses: loop.pause.grows ? 'growing pauses' : 'pauses of unknown length',
    held: loop.module.tree.kind(loop.module.tree.parent(loop.sleep)) === Kind.await ? 'task' : 'thread',
  };
  if (loop.limit.kind === 'deadline') {
    if (budget === undefined) return { wording: interval === undefined ? 'unknown' : 'interval', values };
    if (!isTest) return { wording: 'production_deadline', values };
    return { wording: interval === undefined ? 'deadline_only' : 'deadline', values };
  }
  if (attempts !== undefined && budget !== undefined) {
    if (!isTest) return { wording: 'production', values };
    return about ? { wording: 'about', values } : { values };
  }
  if (attempts !== undefined) return { wording: 'attempts', values };
  return { wording: interval === undefined ? 'unknown' : 'interval', values };
}

/** The first of the catalogue's replacements that fits: the event, the process or thread itself, the shared helper. */
function replacement(
  event: LoopEvent,
  loop: WaitingLoop,
  numbers: WaitNumbers,
  helper: WaitHelper | undefined,
): Pick<Draft, 'fix' | 'related' | 'repair'> {
  const seconds = written(numbers.budget ?? 5);
  for (const look of loop.state.looks) {
    const waits = waitOf(event, look, seconds);
    if (waits === undefined) continue;
    const { module, node, sleep } = loop;
    // `Popen.wait` and `wait_for` raise where the loop went on, and after `join` somebody has to look again.
    const isSame = /^[\w.]+\.wait\([\d.]+\)$/.test(waits) && numbers.budget !== undefined;
    return {
      fix: `Wait with \`${waits}\`, which returns as soon as it happens.`,
      repair: isSame ? oneWait(module, node, look, sleep, waits) : undefined,
    };
  }
  if (helper === undefined) return {};
  const node = helper.module.index.functions[helper.functionIndex]!.node;
  const bound = helper.bounds.map((name) => `\`${name}\``).join(' and ');
  return {
    fix: `Wait on a notification, or make the budget a parameter as the shared helper \`${helper.name}\` (${helper.module.path} line ${helper.module.tree.lineOf(node)}) has it in ${bound}.`,
    related: [{ module: helper.module, node, message: 'shared wait helper' }],
  };
}

/** `done.wait(5)` for a look at an event, a process or a thread. */
function waitOf({ module, evaluate }: LoopEvent, look: number, seconds: string): string | undefined {
  const { tree } = module;
  if (tree.kind(look) !== Kind.call) return undefined;
  const callee = tree.child(look, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return undefined;
  const object = tree.child(callee, Field.object);
  const method = tree.text(lastName(tree, callee));
  const name = writtenName(tree, object);
  if (name === '') return undefined;
  for (const denotation of evaluate(object).denotes) {
    if (denotation.kind !== 'instance') continue;
    if (method === 'is_set' && /^(?:threading|multiprocessing)\.Event$/.test(denotation.of))
      return `${name}.wait(${seconds})`;
    if (method === 'is_set' && denotation.of === 'asyncio.Event') return `asyncio.wait_for(${name}.wait(), ${seconds})`;
    if (method === 'poll' && denotation.of === 'subprocess.Popen') return `${name}.wait(timeout=${seconds})`;
    if (method === 'is_alive' && /^(?:threading\.Thread|multiprocessing\.Process)$/.test(denotation.of))
      return `${name}.join(${seconds})`;
  }
  return undefined;
}

/** A shared wait helper within reach: of the class, of the file, or of a module that the file imports; the most called one. */
function nearestHelper(
  { module, functionIndex }: WaitingLoop,
  { project, conventions }: Knowledge,
): WaitHelper | undefined {
  const helpers = conventions.waitHelpers.filter(
    (helper) => helper.module !== module || helper.functionIndex !== functionIndex,
  );
  if (helpers.length === 0) return undefined;
  const owner = functionIndex === MODULE ? MODULE : module.index.functions[functionIndex]!.methodOf;
  const owners = owner === MODULE ? [] : project.ancestry({ module, index: owner }).classes;
  const inherited = helpers.filter((helper) =>
    owners.some(({ module: home, index }) => home === helper.module && methodOf(helper) === index),
  );
  if (inherited.length > 0) return mostCalled(inherited, project);
  const imported = new Set(module.importTargets());
  const reachable = helpers.filter(
    (helper) =>
      methodOf(helper) === MODULE &&
      (helper.module === module ||
        helper.module.names.some((name) => imported.has(name) || imported.has(`${name}.${helper.name}`))),
  );
  return mostCalled(reachable, project);
}

function methodOf({ module, functionIndex }: WaitHelper): number {
  return module.index.functions[functionIndex]!.methodOf;
}

function mostCalled(helpers: readonly WaitHelper[], project: ProjectModel): WaitHelper | undefined {
  const counts = callCounts(project);
  const count = ({ name }: WaitHelper): number => counts.get(project.names.find(name)) ?? 0;
  return helpers.reduce<WaitHelper | undefined>(
    (best, helper) => (best === undefined || count(helper) > count(best) ? helper : best),
    undefined,
  );
}

const countsOf = new WeakMap<ProjectModel, ReadonlyMap<number, number>>();

/** How often a name is called in the whole checkout. */
function callCounts(project: ProjectModel): ReadonlyMap<number, number> {
  let counts = countsOf.get(project);
  if (counts !== undefined) return counts;
  const found = new Map<number, number>();
  for (const { tree, index } of project.modules) {
    for (const call of index.calls) {
      const last = lastName(tree, tree.child(call, Field.function));
      if (last >= 0) found.set(tree.name(last), (found.get(tree.name(last)) ?? 0) + 1);
    }
  }
  countsOf.set(project, (counts = found));
  return counts;
}
