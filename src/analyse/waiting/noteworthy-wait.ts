// Which waiting loops a note is worth (BP101, "Do not flag"). In: a bounded waiting loop. Out: yes or no; the rules that
// build on BP101 leave alone what it leaves alone.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import { ownNodes } from './expressions.ts';
import { isPatched } from './patched-names.ts';
import type { WaitingLoop } from './waiting-loop.ts';

const sleepName = /^_?sleep$/;

/** True for a bounded loop whose wait nobody outside of its function can change. */
export function isNoteworthy(loop: WaitingLoop, knowledge: Knowledge): boolean {
  const { limit, pause, module } = loop;
  if (limit.kind === 'none' || limit.kind === 'other' || pause.source === 'open') return false;
  const { isTest } = knowledge.context(module);
  if (
    !isTest &&
    (limit.amount.source !== 'fixed' || pause.source !== 'fixed' || pause.value === undefined || pause.afterError)
  )
    return false;
  if (limit.kind === 'deadline' && limit.amount.source !== 'fixed') return false;
  if (limit.kind === 'attempts' && (limit.amount.source === 'open' || limit.amount.source === 'unknown')) return false;
  return !standsApart(loop, knowledge);
}

/** The sleep is patched, or the loop is in a fake, a worker or a child process. */
export function standsApart(loop: WaitingLoop, knowledge: Knowledge): boolean {
  const { module, functionIndex } = loop;
  if (functionIndex !== MODULE && knowledge.role(module, functionIndex) === 'nested') return true;
  return isFake(loop) || inChildProcess(loop) || isPatched(knowledge.project, module, functionIndex, sleepName);
}

/** A class or function that stands in for another. */
export function isFake({ module, functionIndex }: Pick<WaitingLoop, 'module' | 'functionIndex'>): boolean {
  if (functionIndex === MODULE) return false;
  return /fake|mock|stub|dummy/i.test(module.qualifiedName(functionIndex));
}

/** `if pid == 0:` around the place. */
export function inChildProcess({ module, node }: Pick<WaitingLoop, 'module' | 'node'>): boolean {
  const { tree } = module;
  let inner = node;
  for (let current = tree.parent(node); current >= 0; inner = current, current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.function_definition) return false;
    if (kind !== Kind.if_statement || tree.field(inner) !== Field.consequence) continue;
    const condition = tree.child(current, Field.condition);
    const nodes = [...ownNodes(tree, condition)];
    const namesProcess = nodes.some(
      (part) => tree.kind(part) === Kind.identifier && /pid|fork|child/i.test(tree.text(part)),
    );
    const comparesToZero = nodes.some(
      (part) => tree.kind(part) === Kind.not_operator || (tree.kind(part) === Kind.integer && tree.text(part) === '0'),
    );
    if (namesProcess && comparesToZero) return true;
  }
  return false;
}
