// BP302: every error is caught and nothing is done with it. In: handlers. Out: a note at each.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { documentsAnswer, goesOnOnlyWithAnswer, onlyAsks, onlyPutsAway } from './accepted-loss.ts';
import {
  answersNo,
  describeAttempt,
  discardsSilently,
  handlerBlock,
  isExplained,
  isImportGuard,
  isTidyingUp,
  onlyCalls,
} from './attempt.ts';
import type { CreateDetector } from './detector.ts';

export const swallowedError: CreateDetector<'swallowed-error'> = (context) => {
  const { rule, knowledge } = context;
  const types = new Set(rule.types);
  const tidying = new Set(rule.tidying);
  const closing = new Set(rule.closing);
  const telling = new Set(rule.telling);

  /** The clause catches one of the types, by itself or in a tuple. */
  const catchesAll = (module: Module, functionIndex: number, handler: number): boolean => {
    const { tree } = module;
    let value = tree.child(handler, Field.value);
    if (value >= 0 && tree.kind(value) === Kind.as_pattern) value += 1;
    if (value < 0) return false;
    const caught = tree.kind(value) === Kind.tuple ? tree.children(value) : [value];
    return caught.some((node) => {
      const definition = knowledge.project.dotted(module, functionIndex, node);
      return definition?.kind === 'external' && types.has(definition.name.replace(/^builtins\./, ''));
    });
  };

  const look = (module: Module, handler: number): void => {
    const { tree } = module;
    const block = handlerBlock(tree, handler);
    const attempt = tree.parent(handler);
    if (block < 0 || tree.kind(attempt) !== Kind.try_statement || !discardsSilently(tree, block)) return;
    const functionIndex = module.functionAround(handler);
    if (functionIndex === MODULE || !catchesAll(module, functionIndex, handler)) return;
    if (isImportGuard(tree, attempt) || isExplained(module, attempt, handler)) return;
    if (answersNo(module, attempt, block, functionIndex)) return;
    const attempted = tree.child(attempt, Field.body);
    if (onlyCalls(tree, attempted, telling)) return;
    if (onlyCalls(tree, attempted, tidying) && isTidyingUp(module, attempt, functionIndex)) return;
    if (onlyPutsAway(module, attempt, functionIndex, closing)) return;
    if (onlyAsks(tree, attempt) || goesOnOnlyWithAnswer(tree, attempt, block)) return;
    if (documentsAnswer(module, functionIndex, attempt, block)) return;
    context.report({ module, functionIndex, node: handler, values: { attempt: describeAttempt(tree, attempt) } });
  };
  return { module: (module) => module.index.handlers.forEach((handler) => look(module, handler)) };
};
