// BP310: a test is content with any error. In: `assertRaises(Exception)` and the like. Out: a note at each. Leaves alone: tests that
// look at the error afterwards, or that raise exactly that error themselves.
import { commentsOf, docstringText, functionDocstring } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { statementAround } from '../constructs.ts';
import { hasComment } from '../waiting/says-why.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

export const anyException: CreateDetector<'any-exception'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const types = new Set(rule.types);
  const methods = new Set(rule.calls.filter((name) => !name.includes('.')));
  const functions = new Set(rule.calls.filter((name) => name.includes('.')));
  const numbers = [...new Set(rule.calls.map((name) => name.slice(name.lastIndexOf('.') + 1)))]
    .map((name) => project.names.find(name))
    .filter((name) => name !== 0);

  const isExpectation = (module: Module, call: number): boolean => {
    const { tree } = module;
    const callee = tree.child(call, Field.function);
    const isOnSelf = tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === 'self';
    return isOnSelf ? methods.has(calledName(tree, call)) : functions.has(externalName(project, module, call) ?? '');
  };

  /** The type that is expected, if it means every error. */
  const expected = (module: Module, functionIndex: number, call: number): number => {
    const { tree } = module;
    const { positional, keywords } = argumentsOf(tree, call);
    const type = positional[0] ?? keywords.get('expected_exception') ?? keywords.get('exception');
    if (type === undefined || keywords.has('match') || keywords.has('check') || tree.kind(type) !== Kind.identifier)
      return -1;
    const definition = project.dotted(module, functionIndex, type);
    return definition?.kind === 'external' && types.has(definition.name.replace(/^builtins\./, '')) ? type : -1;
  };

  /** `with ... as caught`, `error = self.assertRaises(...)`: the test goes on with it. */
  const isKept = ({ tree }: Module, call: number): boolean => {
    const kind = tree.kind(tree.parent(call));
    return (
      kind === Kind.as_pattern || kind === Kind.assignment || kind === Kind.attribute || kind === Kind.return_statement
    );
  };

  /** The function names the type elsewhere: it raises it, or lets a mock raise it. */
  const isRaisedHere = (module: Module, functionIndex: number, type: number): boolean => {
    const { tree, index } = module;
    const { node: root } = index.functions[functionIndex]!;
    const name = tree.name(type);
    const meant = project.dotted(module, functionIndex, type);
    // `ERROR = Exception`: one name of it or the other.
    const real = meant?.kind === 'external' ? project.names.find(meant.name.slice(meant.name.lastIndexOf('.') + 1)) : 0;
    for (let node = root; node < tree.next(root); node++) {
      const isNamed = tree.kind(node) === Kind.identifier && (tree.name(node) === name || tree.name(node) === real);
      if (!isNamed || node === type) continue;
      const call = tree.parent(tree.parent(node));
      if (tree.kind(call) === Kind.call && isExpectation(module, call)) continue;
      return true;
    }
    return false;
  };

  /** The docstring names the type, or a comment up to the expectation speaks of what is raised. */
  const isMeant = (module: Module, functionIndex: number, call: number): boolean => {
    const { tree } = module;
    const said = docstringText(module, functionDocstring(module, functionIndex));
    if (rule.types.some((type) => new RegExp(`\\b${type}\\b`, 'u').test(said))) return true;
    const { node } = module.index.functions[functionIndex]!;
    const statement = statementAround(tree, call);
    const comments = commentsOf(module).commentsIn({ start: tree.start(node), end: tree.end(statement) });
    return comments.some(({ text }) => /\b(?:exceptions?|raises?)\b/i.test(text));
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const byName = callsByName(module);
      for (const node of numbers.flatMap((name) => byName.get(name) ?? []).sort((a, b) => a - b)) {
        if (!isExpectation(module, node) || isKept(module, node)) continue;
        const functionIndex = module.functionAround(node);
        if (functionIndex === MODULE || knowledge.role(module, functionIndex) === 'nested') continue;
        const type = expected(module, functionIndex, node);
        if (type < 0 || isRaisedHere(module, functionIndex, type) || isMeant(module, functionIndex, node)) continue;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function',
            call: written(module.tree, module.tree.child(node, Field.function)),
            type: module.tree.text(type),
          },
          rank: { explainedByComment: hasComment({ module, functionIndex, node }) },
        });
      }
    },
  };
};
