// PV257: a check answers yes when it could not be made. In: handlers of every error, or of one that says that something was out of reach, in
// code that is no test. Out: a detection at the `return True`, or at the handler after which the yes from before is returned. Leaves alone:
// functions whose yes keeps people out (`is_blocked`), errors that are an answer of their own, handlers with a comment.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { handlerBlock, isExplained, isImportGuard } from './attempt.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { wordsOf } from './secret-name.ts';
import { calledName, written } from './written-expression.ts';

export const checkFailsOpen: CreateDetector<'check-fails-open'> = ({ rule, knowledge, report }) => {
  const checks = new RegExp(rule.checks, 'u');
  const closing = new RegExp(rule.closing, 'u');
  const errors = new RegExp(rule.errors, 'u');

  const isCheck = (name: string): boolean => {
    const snake = wordsOf(name).join('_');
    return checks.test(snake) && !closing.test(snake);
  };

  /** `except:`, `except Exception`, `except requests.Timeout`, alone or among others. */
  const catchesFailure = ({ tree }: Module, handler: number): boolean => {
    let value = tree.child(handler, Field.value);
    if (value < 0) return true;
    if (tree.kind(value) === Kind.as_pattern) value += 1;
    const caught = tree.kind(value) === Kind.tuple ? tree.children(value) : [value];
    return caught.every((node) => {
      const name = written(tree, node);
      return errors.test(name.slice(name.lastIndexOf('.') + 1));
    });
  };

  /** What the `try` answers with: what it returns, or gives to the name that is returned. */
  const answersOf = (module: Module, body: number, kept: string | undefined): number[] => {
    const { tree } = module;
    if (kept === undefined)
      return ownNodes(tree, body, Kind.return_statement).flatMap((node) =>
        tree.next(node) > node + 1 ? [node + 1] : [],
      );
    return ownNodes(tree, body, Kind.assignment).flatMap((node) =>
      tree.text(tree.child(node, Field.left)) === kept && tree.child(node, Field.right) >= 0
        ? [tree.child(node, Field.right)]
        : [],
    );
  };

  /** The check by its name: the function, or what it asks. '' if it is none. */
  const checkOf = (module: Module, functionIndex: number, answers: readonly number[]): string => {
    const { tree } = module;
    const own = tree.names.text(module.index.functions[functionIndex]!.name);
    if (closing.test(wordsOf(own).join('_'))) return '';
    // A yes of which every other answer is no means the error itself: `return False` where it went well.
    if (answers.length === 0 || answers.every((node) => tree.kind(node) === Kind.false)) return '';
    if (isCheck(own)) return `${own}()`;
    for (const answer of answers) {
      const call = tree.kind(answer) === Kind.await ? answer + 1 : answer;
      if (tree.kind(call) === Kind.call && isCheck(calledName(tree, call))) return written(tree, call) || `${own}()`;
    }
    return '';
  };

  const look = (module: Module, handler: number): void => {
    const { tree } = module;
    const functionIndex = module.functionAround(handler);
    const attempt = tree.parent(handler);
    const block = handlerBlock(tree, handler);
    if (functionIndex === MODULE || block < 0 || tree.kind(attempt) !== Kind.try_statement) return;
    const statements = tree.children(block);
    const last = statements.at(-1);
    if (last === undefined || !catchesFailure(module, handler)) return;
    const isYes = tree.kind(last) === Kind.return_statement && tree.kind(last + 1) === Kind.true;
    const isQuiet = statements.every((one) => tree.kind(one) === Kind.pass_statement || isCallOnly(module, one));
    if (!isYes && !isQuiet) return;
    const kept = isYes ? undefined : yesBefore(module, attempt);
    if (!isYes && kept === undefined) return;
    const check = checkOf(module, functionIndex, answersOf(module, tree.child(attempt, Field.body), kept));
    if (check === '' || isImportGuard(tree, attempt) || isExplained(module, attempt, handler)) return;
    report({ module, functionIndex, node: isYes ? last : handler, values: { check } });
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      for (const handler of module.index.handlers) look(module, handler);
    },
  };
};

/** `log.warning(...)`. */
function isCallOnly({ tree }: Module, statement: number): boolean {
  return tree.kind(statement) === Kind.expression_statement && tree.kind(statement + 1) === Kind.call;
}

/** The name that is True before the `try` and returned right after it: `ok = True; try: ...; return ok`. */
function yesBefore({ tree }: Module, attempt: number): string | undefined {
  const siblings = tree.children(tree.parent(attempt));
  const at = siblings.indexOf(attempt);
  const after = siblings[at + 1] ?? -1;
  if (after < 0 || tree.kind(after) !== Kind.return_statement || tree.kind(after + 1) !== Kind.identifier)
    return undefined;
  const name = tree.text(after + 1);
  const isYes = siblings.slice(0, at).some((one) => {
    const assignment = tree.kind(one) === Kind.expression_statement ? one + 1 : one;
    return (
      tree.kind(assignment) === Kind.assignment &&
      tree.text(tree.child(assignment, Field.left)) === name &&
      tree.kind(tree.child(assignment, Field.right)) === Kind.true
    );
  });
  return isYes ? name : undefined;
}
