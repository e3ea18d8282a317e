// The detector `role-from-request`: the rights of an account that are set to what the request says. In: assignments to a role or flag, and arguments of
// what makes accounts. Out: a detection at each whose value is read from the request. Leaves alone: functions that ask first whether the
// sender may give rights away.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import type { CreateDetector } from './detector.ts';
import { readingOfKey } from './request-reading.ts';
import { usesOfValue } from './value-uses.ts';
import { calledName, literalText } from './written-expression.ts';

export const roleFromRequest: CreateDetector<'role-from-request'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const [rights, accounts, asking] = (['rights', 'accounts', 'asking'] as const).map(
    (key) => new RegExp(rule[key], 'iu'),
  ) as [RegExp, RegExp, RegExp];
  const isRight = createNameTest(project.names, (token) => rights.test(token.replace(/^\w?["']+|["']+$/g, '')));

  /** What a value is given to: `user.role = value`, `User(role=value)`; -1 if that says nothing about rights. */
  const given = (module: Module, use: number): { readonly node: number; readonly name: string } | undefined => {
    const { tree } = module;
    let node = use;
    // `role == "admin"`, `value or user.role`, `Role(value)`
    for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
      const kind = tree.kind(parent);
      if (kind === Kind.assignment) {
        const left = tree.child(parent, Field.left);
        if (tree.field(node) !== Field.right || tree.kind(left) !== Kind.attribute) return undefined;
        const attribute = tree.child(left, Field.attribute);
        const owner = tree.text(tree.child(left, Field.object));
        if (owner === 'self' || owner === 'session' || !rights.test(tree.text(attribute))) return undefined;
        return { node: left, name: tree.text(attribute) };
      }
      if (kind === Kind.keyword_argument) {
        const name = tree.text(tree.child(parent, Field.name));
        const call = tree.parent(tree.parent(parent));
        if (tree.kind(call) !== Kind.call || !accounts.test(calledName(tree, call)) || !rights.test(name))
          return undefined;
        return { node: parent, name };
      }
      const isThrough =
        kind === Kind.comparison_operator ||
        kind === Kind.boolean_operator ||
        kind === Kind.parenthesized_expression ||
        (kind === Kind.conditional_expression && tree.children(parent)[0] === node);
      const isConverted =
        (kind === Kind.argument_list &&
          /^(?:bool|int|str|Role|UserRole)$/.test(calledName(tree, tree.parent(parent)))) ||
        (kind === Kind.call && tree.field(node) === Field.arguments);
      if (!isThrough && !isConverted) return undefined;
    }
    return undefined;
  };

  /** The function, its decorators or its parameters ask who may. */
  const asks = (module: Module, around: number, place: number): boolean => {
    const { tree, index } = module;
    const item = index.functions[around]!;
    const root = item.decorated < 0 ? item.node : item.decorated;
    const own = tree.parent(place);
    for (let node = root; node < tree.next(root); node++) {
      if (node >= own && node < tree.next(own)) continue;
      const kind = tree.kind(node);
      if (kind === Kind.identifier && asking.test(tree.text(node))) return true;
      // `current_user.role != "admin"`
      if (
        kind === Kind.attribute &&
        rights.test(tree.text(tree.child(node, Field.attribute))) &&
        isTested(module, node)
      )
        return true;
      if (
        kind === Kind.string &&
        /\.(?:change|add|manage)_|^(?:admin|superuser|staff)$/.test(literalText(tree, node) ?? '')
      )
        return true;
    }
    const cls = module.classAround(item.node);
    return cls !== MODULE && asking.test(tree.names.text(index.classes[cls]!.name));
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const literal of index.strings) {
        if (!isRight(tree.name(literal))) continue;
        const reading = readingOfKey(project, module, literal);
        if (reading === undefined || (reading.part !== 'body' && reading.part !== 'query')) continue;
        const functionIndex = module.functionAround(literal);
        if (functionIndex === MODULE) continue;
        for (const use of usesOfValue(module, reading.node)) {
          const target = given(module, use);
          if (target === undefined || asks(module, functionIndex, target.node)) continue;
          report({ module, functionIndex, node: target.node, values: { name: target.name } });
          break;
        }
      }
    },
  };
};

/** Compared, or asked for truth. */
function isTested({ tree }: Module, node: number): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  return kind === Kind.comparison_operator || kind === Kind.not_operator || tree.field(node) === Field.condition;
}
