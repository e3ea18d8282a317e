// The detector `ldap-empty-password`: a bind by which people sign in, with a password that may be empty. In: binds of python-ldap. Out: a detection at
// each whose password is typed by somebody and that nothing in the file asks for. Leaves alone: the program's own accounts.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { callsByName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { onlyValue } from './expression-leaves.ts';
import { argumentsOf, lastWord, literalText } from './written-expression.ts';

const password = /pass|pwd|secret|cred/i;

export const ldapEmptyPassword: CreateDetector<'ldap-empty-password'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const binds = rule.calls.map((name) => project.names.find(name)).filter((name) => name !== 0);

  return {
    module: (module) => {
      if (binds.length === 0 || knowledge.context(module).isTest) return;
      if (!module.importTargets().some((name) => name === 'ldap' || name.startsWith('ldap.'))) return;
      for (const name of binds) {
        for (const call of callsByName(module).get(name) ?? []) {
          const { positional, keywords } = argumentsOf(module.tree, call);
          const given = positional[1] ?? keywords.get('cred') ?? -1;
          const functionIndex = module.functionAround(call);
          if (given < 0 || functionIndex === MODULE || !isTyped(module, functionIndex, given)) continue;
          if (!asksForText(module)) report({ module, functionIndex, node: call });
        }
      }
    },
  };
};

/** A parameter, or what a request or form has under such a key. */
function isTyped(module: Module, functionIndex: number, node: number): boolean {
  const { tree, index } = module;
  let current = node;
  // `password.encode()`
  while (tree.kind(current) === Kind.call && tree.kind(tree.child(current, Field.function)) === Kind.attribute) {
    const callee = tree.child(current, Field.function);
    const [key = -1] = argumentsOf(tree, current).positional;
    if (
      literalText(tree, key) !== undefined &&
      /^(?:get|pop|get_argument|get_body_argument)$/.test(lastWord(tree, callee))
    )
      return password.test(literalText(tree, key)!);
    current = tree.child(callee, Field.object);
  }
  if (tree.kind(current) === Kind.subscript)
    return (
      /form|POST|data|json|values|params/.test(lastWord(tree, tree.child(current, Field.value)) || '') &&
      password.test(lastWord(tree, current))
    );
  if (tree.kind(current) === Kind.attribute)
    return (
      tree.text(tree.child(current, Field.attribute)) === 'data' &&
      password.test(lastWord(tree, tree.child(current, Field.object)))
    );
  if (tree.kind(current) !== Kind.identifier || !password.test(tree.text(current))) return false;
  if (parameterNames(module, index.functions[functionIndex]!).includes(tree.name(current))) return true;
  const value = onlyValue(module, functionIndex, tree.name(current));
  return value >= 0 && value !== node && isTyped(module, functionIndex, value);
}

/** Somewhere in the file a password is asked for truth, for its length, or compared. */
function asksForText(module: Module): boolean {
  const { tree, index } = module;
  const isPassword = (node: number): boolean => password.test(lastWord(tree, node));
  for (let node = 0; node < tree.size; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.not_operator && isPassword(node + 1)) return true;
    if (kind === Kind.boolean_operator && tree.children(node).some(isPassword)) return true;
    if (tree.field(node) === Field.condition && isPassword(node)) return true;
    if (kind === Kind.comparison_operator && tree.children(node).some((one) => isPassword(one))) {
      if (tree.children(node).some((one) => literalText(tree, one) === '' || tree.kind(one) === Kind.none)) return true;
    }
  }
  const len = tree.names.find('len');
  return index.calls.some(
    (call) =>
      tree.name(tree.child(call, Field.function)) === len && isPassword(argumentsOf(tree, call).positional[0] ?? call),
  );
}
