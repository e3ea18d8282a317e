// A loop that polls with no bound at all (BP103). In: waiting loops. Out: a note at the loop's header, with what is waited for.
import { MODULE } from '../../model/file-index.ts';
import { docstringText, functionDocstring } from '../../model/comments.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import { calledName } from './written-expression.ts';
import { argumentNodes, lastName, ownNodes, writtenName } from '../waiting/expressions.ts';
import { inChildProcess, isFake } from '../waiting/noteworthy-wait.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { written } from '../waiting/seconds.ts';
import type { WaitingLoop } from '../waiting/waiting-loop.ts';
import { functionName } from '../waiting/waiting-loop.ts';
import type { TellWaits } from './polling-loop.ts';

export const unboundedWait: TellWaits = ({ knowledge, report }, loops) => ({
  observer: {
    loop: (event) => {
      const loop = loops.at(event);
      if (loop === undefined || loop.limit.kind !== 'none' || isLeftAlone(loop, knowledge)) return;
      const { module, functionIndex, node, pause } = loop;
      const { isTest } = knowledge.context(module);
      const ending = isTest ? globalTimeout(loop, knowledge) : undefined;
      report({
        module,
        functionIndex,
        node,
        wording: isTest ? 'test' : 'production',
        values: {
          what: waitedFor(loop),
          every: pause.value === undefined ? 'in a loop' : `every ${written(pause.value)} s`,
          function: functionName(loop),
          ending: ending ?? 'the runner is killed',
        },
        ...(ending === undefined ? {} : { level: 'note' as const }),
        rank: { numberKnown: pause.value !== undefined },
      });
    },
  },
});

function isLeftAlone(loop: WaitingLoop, { project }: Knowledge): boolean {
  const { module, functionIndex } = loop;
  return (
    isFake(loop) ||
    inChildProcess(loop) ||
    isPatched(project, module, functionIndex, /^_?sleep$/) ||
    waitsForStop(loop) ||
    readsStream(loop) ||
    isWorker(loop) ||
    saysItBlocks(loop) ||
    hasTimedDecorator(loop, project)
  );
}

const stopWords = /stop|exit|quit|shut|terminat|interrupt|cancel|abort|running|finalizing|keep|should_/i;

/** The state is a request to stop: the loop is somebody's idle time. */
function waitsForStop({ module, node, state }: WaitingLoop): boolean {
  const { tree } = module;
  const end = tree.next(node);
  return state.looks.some((look) => look < end && stopWords.test(writtenName(tree, look)));
}

/** A function that runs beside others for the life of a program. */
function isWorker({ module, functionIndex }: WaitingLoop): boolean {
  if (functionIndex === MODULE) return false;
  const { tree, index } = module;
  const item = index.functions[functionIndex]!;
  if (
    /worker|daemon|forever|serve|heartbeat|monitor|watch|background|keep_?alive/i.test(
      module.qualifiedName(functionIndex),
    )
  )
    return true;
  // Given to something else to call: the target of a thread, a callback.
  return index.calls.some((call) => {
    const { positional, keywords } = argumentNodes(tree, call);
    return [...positional, ...keywords.values()].some((argument) => {
      const called =
        tree.kind(argument) === Kind.call && taskMakers.test(calledName(tree, call))
          ? tree.child(argument, Field.function)
          : argument;
      const last = lastName(tree, called);
      return last >= 0 && tree.name(last) === item.name;
    });
  });
}

// These take a coroutine that is made on the spot.
const taskMakers = /^(?:create_task|ensure_future|gather|start_soon|spawn\w*|run_coroutine_threadsafe)$/;

/** A decorator of the checkout that takes a timeout: it runs the function under a limit. */
function hasTimedDecorator({ module, functionIndex }: WaitingLoop, project: ProjectModel): boolean {
  const { tree, index } = module;
  for (let current = functionIndex; current !== MODULE; current = index.functions[current]!.parent) {
    const { decorated, parent } = index.functions[current]!;
    if (decorated < 0) continue;
    for (const child of tree.children(decorated)) {
      if (tree.kind(child) !== Kind.decorator) continue;
      const callee = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1;
      const definition = project.dotted(module, parent, callee);
      if (definition?.kind !== 'function') continue;
      const maker = definition.module.index.functions[definition.index]!;
      if (
        parameterNames(definition.module, maker).some((name) =>
          /time_?out|deadline|time_?limit/i.test(project.names.text(name)),
        )
      )
        return true;
    }
  }
  return false;
}

/** Reading takes away what is read: the next round reads something else. */
function readsStream({ module, state }: WaitingLoop): boolean {
  return state.looks.some(
    (look) =>
      module.tree.kind(look) === Kind.call &&
      /^(?:read|readline|readlines|recv\w*|readexactly)$/.test(calledName(module.tree, look)),
  );
}

/** The docstring says that the function blocks: its callers know. */
function saysItBlocks({ module, functionIndex }: WaitingLoop): boolean {
  return (
    functionIndex !== MODULE &&
    /\bblocks? (?:until|till|for)\b|\bblocking (?:call|wait)\b|\bforever\b|\bindefinitely\b/i.test(
      docstringText(module, functionDocstring(module, functionIndex)),
    )
  );
}

const MAX_ARGUMENT = 40;

function waitedFor({ module, state }: WaitingLoop): string {
  for (const look of state.looks) {
    const { tree } = module;
    const name = writtenName(tree, look);
    if (name === '') continue;
    // `len(results)` says more than `len(...)`; a method's receiver says enough.
    const isPlain = tree.kind(look) === Kind.call && tree.kind(tree.child(look, Field.function)) === Kind.identifier;
    const { positional } = isPlain ? argumentNodes(tree, look) : { positional: [] };
    const argument = positional.length === 1 ? writtenName(tree, positional[0]!) : '';
    return argument === '' || argument.length > MAX_ARGUMENT ? name : `${calledName(tree, look)}(${argument})`;
  }
  return 'a change';
}

/** What ends a hanging test: a plugin of the runner, or the base class. */
function globalTimeout(
  { module, functionIndex }: WaitingLoop,
  { project, conventions }: Knowledge,
): string | undefined {
  const [timeout] = conventions.globalTimeouts;
  if (timeout !== undefined)
    return `${timeout.name} ends it${timeout.seconds === undefined ? '' : ` after ${written(timeout.seconds)} s`}`;
  if (functionIndex === MODULE) return undefined;
  const owner = module.index.functions[functionIndex]!.parentClass;
  if (owner === MODULE) return undefined;
  const setUp = project.method({ module, index: owner }, 'setUp');
  if (setUp === undefined) return undefined;
  for (const reference of project.ancestry({ module, index: owner }).classes) {
    const method = project.method(reference, 'setUp');
    if (method !== undefined && usesTimeoutFixture(method.module, method.index))
      return 'the timeout of its base class ends it';
  }
  return undefined;
}

function usesTimeoutFixture({ tree, index }: Module, functionIndex: number): boolean {
  for (const node of ownNodes(tree, index.functions[functionIndex]!.node)) {
    if (tree.kind(node) !== Kind.call || calledName(tree, node) !== 'useFixture') continue;
    if (argumentNodes(tree, node).positional.some((argument) => /timeout/i.test(writtenName(tree, argument))))
      return true;
  }
  return false;
}
