// Whether a test lets in or keeps out. In: a test in a module, words of names that say so. Out: yes or no: one of its branches, or what
// follows it, refuses; or it is the answer of a function whose name promises one. Leaves alone: what the test asks.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, literalText } from './written-expression.ts';

/** Names by which code says no to somebody: errors, answers, statuses. */
const refusing =
  /Forbidden|Unauthori[sz]ed|PermissionDenied|PermissionError|NotAuthenticated|NotAuthori[sz]ed|AccessDenied|AuthenticationFailed|AuthError|AuthenticationError|^HTTP_40[13]|_40[13]_|^(?:access_?denied|deny|denied|forbidden|unauthori[sz]ed|permission_denied|reject)$/;

/** It is a condition by which a branch refuses, or the answer of a function that `guarding` matches. */
export function decidesAccess(module: Module, test: number, guarding: RegExp, countsLogin = true): boolean {
  const { tree } = module;
  const top = wholeTest(module, test);
  const parent = tree.parent(top);
  const kind = tree.kind(parent);
  if (tree.field(top) === Field.condition && (kind === Kind.if_statement || kind === Kind.elif_clause)) {
    if (tree.children(parent).some((child) => child > top && refuses(module, child, countsLogin))) return true;
    if (kind === Kind.if_statement && isRefusedAfter(module, parent, countsLogin)) return true;
    return isGuard(module, test, guarding);
  }
  if (kind === Kind.assert_statement) return true;
  const isAnswer = kind === Kind.return_statement || kind === Kind.assignment || kind === Kind.lambda;
  return isAnswer && isGuard(module, test, guarding);
}

/** It is asked at all: the condition of something, or what is answered or kept. */
export function isAsked(module: Module, test: number): boolean {
  const { tree } = module;
  const top = wholeTest(module, test);
  const kind = tree.kind(tree.parent(top));
  if (tree.field(top) === Field.condition) return true;
  return (
    kind === Kind.return_statement ||
    kind === Kind.assignment ||
    kind === Kind.assert_statement ||
    kind === Kind.conditional_expression ||
    kind === Kind.while_statement
  );
}

/** The test with what negates it or joins it with others. */
export function wholeTest({ tree }: Module, test: number): number {
  let node = test;
  for (;;) {
    const parent = tree.parent(node);
    const kind = tree.kind(parent);
    const joins =
      kind === Kind.not_operator || kind === Kind.parenthesized_expression || kind === Kind.boolean_operator;
    if (!joins && !(kind === Kind.argument_list && calledName(tree, tree.parent(parent)) === 'bool')) return node;
    node = kind === Kind.argument_list ? tree.parent(parent) : parent;
  }
}

/** A branch says no: it raises, answers with 401 or 403, or, if that counts, sends people to the login. */
export function refuses({ tree }: Module, block: number, countsLogin = true): boolean {
  for (const node of ownNodes(tree, block)) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier && refusing.test(tree.text(node))) return true;
    if (kind === Kind.integer && /^40[13]$/.test(tree.text(node)) && isStatus(tree.parent(node))) return true;
    const text = kind === Kind.string ? (literalText(tree, node) ?? '') : '';
    if (/^(?:forbidden|unauthori[sz]ed|access denied|permission denied|40[13])\b/i.test(text)) return true;
    if (countsLogin && /(?:^|[/.:_])(?:log[-_]?in|sign[-_]?in)\b/i.test(text)) return true;
    if (countsLogin && kind === Kind.identifier && /^(?:redirect_to_login|login_required)$/.test(tree.text(node)))
      return true;
  }
  return false;

  function isStatus(parent: number): boolean {
    return tree.kind(parent) !== Kind.binary_operator && tree.kind(parent) !== Kind.slice;
  }
}

/** `if may: return page` and after it nothing but a no. */
function isRefusedAfter(module: Module, statement: number, countsLogin: boolean): boolean {
  const { tree } = module;
  const siblings = tree.children(tree.parent(statement));
  const at = siblings.indexOf(statement);
  const after = siblings.slice(at + 1);
  return after.length === 1 && refuses(module, after[0]!, countsLogin);
}

function isGuard(module: Module, node: number, guarding: RegExp): boolean {
  const { tree, index } = module;
  for (let at = module.functionAround(node); at !== MODULE; at = index.functions[at]!.parent)
    if (guarding.test(tree.names.text(index.functions[at]!.name))) return true;
  const around = module.classAround(node);
  if (around !== MODULE && /Permission|Guard|Authori[sz]/.test(tree.names.text(index.classes[around]!.name)))
    return true;
  const assignment = tree.parent(wholeTest(module, node));
  return tree.kind(assignment) === Kind.assignment && guarding.test(tree.text(tree.child(assignment, Field.left)));
}
