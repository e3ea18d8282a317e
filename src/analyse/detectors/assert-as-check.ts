// PV226: an `assert` decides who may do something, or whether what came in is good. In: assertions of code that is no test. Out: a
// detection at each whose condition is such a check. Leaves alone: what narrows a type, and what says that the code itself is right.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { wordsOf } from './secret-name.ts';
import { argumentsOf, calledName, lastWord, literalText, written } from './written-expression.ts';

export const assertAsCheck: CreateDetector<'assert-as-check'> = ({ rule, knowledge, report }) => {
  const calls = new RegExp(rule.calls, 'u');
  const names = new RegExp(rule.names, 'u');
  const compared = new RegExp(rule.compared, 'u');
  const people = new RegExp(rule.people, 'u');
  const given = new RegExp(rule.given, 'u');

  /** The part of a condition that is a check; -1 if none is. Of `a and b` each has to hold, of `not a` the same is asked. */
  const checkIn = (module: Module, node: number): number => {
    const { tree } = module;
    switch (tree.kind(node)) {
      case Kind.parenthesized_expression:
      case Kind.await:
        return checkIn(module, node + 1);
      case Kind.not_operator:
        return checkIn(module, tree.child(node, Field.argument));
      case Kind.boolean_operator: {
        const left = checkIn(module, tree.child(node, Field.left));
        return left >= 0 ? left : checkIn(module, tree.child(node, Field.right));
      }
      case Kind.call:
        return calls.test(snake(calledName(tree, node))) || staysInside(module, node) ? node : -1;
      case Kind.attribute:
      case Kind.identifier:
        return names.test(snake(lastWord(module.tree, node))) ? node : -1;
      case Kind.comparison_operator:
        return isComparedCheck(module, node) ? node : -1;
      default:
        return -1;
    }
  };

  /** `order.owner == user`, `signature == expected`, `'name' in request.form`, `'..' not in path`. */
  const isComparedCheck = (module: Module, node: number): boolean => {
    const { tree } = module;
    const operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators);
    if (operands.length !== 2 || operands.some((operand) => isNarrowing(module, operand))) return false;
    if (operands.some((operand) => isGiven(module, operand))) return true;
    const [first] = operands;
    if (first !== undefined && literalText(tree, first) === '..') return true;
    return operands.some((operand) => {
      const name = snake(entryAsked(module, operand) ?? lastWord(module.tree, operand));
      if (compared.test(name)) return true;
      return (
        /^(?:role|roles|owner|owner_id|user_id|permission|permissions|groups)$/.test(name) &&
        operands.some((one) => isOfPerson(module, one))
      );
    });
  };

  /** `user`, `user.role`, `request.user.groups`: somebody's, not a node's or a parser's. */
  const isOfPerson = ({ tree }: Module, node: number): boolean => {
    const callee = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
    const whose = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : node;
    return wordsOf(written(tree, whose)).some((word) => people.test(word));
  };

  /** `request.form`, `self.request.headers["X"]`: what a visitor sent. */
  const isGiven = ({ tree }: Module, node: number): boolean => {
    const text = tree.kind(node) === Kind.call ? written(tree, tree.child(node, Field.function)) : written(tree, node);
    return given.test(text);
  };

  /** `os.path.realpath(path).startswith(base)`, `path.resolve().is_relative_to(base)`. */
  const staysInside = ({ tree }: Module, call: number): boolean => {
    if (!/^(?:startswith|is_relative_to)$/.test(calledName(tree, call))) return false;
    return /\b(?:abspath|realpath|normpath|resolve|safe_join|commonpath)\b/.test(
      written(tree, tree.child(tree.child(call, Field.function), Field.object)),
    );
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const node of index.asserts) {
        const check = checkIn(module, node + 1);
        if (check < 0) continue;
        const condition = written(
          tree,
          tree.kind(check) === Kind.comparison_operator ? firstNamed(module, check) : check,
        );
        report({
          module,
          functionIndex: module.functionAround(node),
          node,
          values: { check: condition === '' ? 'this condition' : condition },
        });
      }
    },
  };
};

function snake(name: string): string {
  return wordsOf(name).join('_');
}

/** `role` of `session.get("role")`. */
function entryAsked({ tree }: Module, node: number): string | undefined {
  if (calledName(tree, node) !== 'get') return undefined;
  return literalText(tree, argumentsOf(tree, node).positional[0] ?? -1);
}

/** Compared with None, a number or a truth value: a type is narrowed, or a state asked for. */
function isNarrowing({ tree }: Module, node: number): boolean {
  const kind = tree.kind(node);
  return (
    kind === Kind.none || kind === Kind.true || kind === Kind.false || kind === Kind.integer || kind === Kind.float
  );
}

function firstNamed({ tree }: Module, comparison: number): number {
  return tree.children(comparison).find((child) => written(tree, child) !== '') ?? comparison + 1;
}
