// PV227: a check says no by raising an error, and the error is thrown away: everybody passes. In: handlers that do nothing, of every error or of
// the one by which such a check refuses.
// Out: a detection at each whose `try` calls such a check and goes on after it. Leaves alone: handlers with a comment, checks whose
// answer is kept or returned (then nothing is the answer no), other code (BP302).
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { handlerBlock, isExplained, isImportGuard, isTidyingUp } from './attempt.ts';
import type { CreateDetector } from './detector.ts';
import { wordsOf } from './secret-name.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

// Errors by which a check says no, and that say nothing else.
const refusals =
  /^(?:InvalidSignature(?:Error)?|BadSignature(?:Error)?|SignatureError|BadTimeSignature|SignatureExpired|InvalidToken(?:Error)?|PyJWTError|JWTError|JOSEError|JoseError|ExpiredSignatureError|PermissionDenied|Unauthorized|Forbidden|NotAuthenticated|AuthenticationError|AuthenticationFailed|VerificationError|VerifyMismatchError)$/;
// Functions that read a token and raise where it was not signed as it should be: nobody who wants only that keeps what they give.
const readers = /(?:^|\.)(?:jwt\.decode|jws\.verify|decode_jwt|decode_token)$/;

// Functions that give up rights: where they fail, the rights are kept.
const dropping = /^(?:setuid|setgid|setresuid|setresgid|seteuid|setegid|chroot)$/;

export const silencedCheck: CreateDetector<'silenced-check'> = ({ rule, knowledge, report }) => {
  const checks = new RegExp(rule.calls, 'u');

  /** `except:`, `except Exception`, `except InvalidSignature`, alone or among others. */
  const catchesRefusal = (module: Module, handler: number, check: number): boolean => {
    const { tree } = module;
    const isDropping = dropping.test(calledName(tree, check));
    let value = tree.child(handler, Field.value);
    if (value < 0) return true;
    if (tree.kind(value) === Kind.as_pattern) value += 1;
    const caught = tree.kind(value) === Kind.tuple ? tree.children(value) : [value];
    return caught.some((node) => {
      const name = written(tree, node);
      if (isDropping && /^(?:OSError|PermissionError|EnvironmentError|IOError)$/.test(name)) return true;
      return /^(?:Exception|BaseException)$/.test(name) || refusals.test(name.slice(name.lastIndexOf('.') + 1));
    });
  };

  /** The check that is called for its error alone: a statement of its own, after which the `try` does not return. */
  const checkIn = ({ tree }: Module, attempt: number): number => {
    const statements = tree.children(tree.child(attempt, Field.body));
    const last = statements.at(-1);
    if (last === undefined || tree.kind(last) === Kind.return_statement || tree.kind(last) === Kind.break_statement)
      return -1;
    for (const statement of statements) {
      if (tree.kind(statement) !== Kind.expression_statement) continue;
      const call = tree.kind(statement + 1) === Kind.await ? statement + 2 : statement + 1;
      if (tree.kind(call) !== Kind.call) continue;
      const words = wordsOf(calledName(tree, call));
      // What is checked has to be said: `form.validate()` looks at its own fields.
      const says = words.length > 1 || argumentsOf(tree, call).positional.length > 0;
      if (dropping.test(calledName(tree, call))) return call;
      if (says && (checks.test(words.join('_')) || readers.test(written(tree, tree.child(call, Field.function)))))
        return call;
    }
    return -1;
  };

  const look = (module: Module, handler: number): void => {
    const { tree } = module;
    const attempt = tree.parent(handler);
    const block = handlerBlock(tree, handler);
    if (tree.kind(attempt) !== Kind.try_statement || block < 0 || !goesOn(module, block)) return;
    const check = checkIn(module, attempt);
    if (check < 0 || !catchesRefusal(module, handler, check)) return;
    if (tree.children(attempt).some((child) => tree.kind(child) === Kind.else_clause)) return;
    const functionIndex = module.functionAround(handler);
    if (
      isImportGuard(tree, attempt) ||
      isExplained(module, attempt, handler) ||
      isTidyingUp(module, attempt, functionIndex)
    )
      return;
    report({
      module,
      functionIndex,
      node: handler,
      values: { check: written(tree, check) || calledName(tree, check) },
    });
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      for (const handler of module.index.handlers) look(module, handler);
    },
  };
};

/** `pass` or `...`: what stands after the `try` runs as if nothing had happened. */
function goesOn({ tree }: Module, block: number): boolean {
  const [only, more] = tree.children(block);
  if (only === undefined || more !== undefined) return false;
  return (
    tree.kind(only) === Kind.pass_statement ||
    (tree.kind(only) === Kind.expression_statement && tree.kind(only + 1) === Kind.ellipsis)
  );
}
