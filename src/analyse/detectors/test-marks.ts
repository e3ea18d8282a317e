// BP164, BP165: what tests say about their own reliability. In: decorators of tests and calls that skip one. Out: a note at each that
// reruns a test, or skips it for a reason that `reason` matches; one group a file.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { isTestClass } from '../../model/test-context.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const MAX_REASON = 80;
const conditional = /(?:^|\.)(?:skipIf|skipUnless|skipif)$/;

/** A condition that is not written as a constant. */
function isOpen(tree: LoweredTree, condition: number | undefined): boolean {
  if (condition === undefined) return false;
  const kind = tree.kind(condition);
  return kind !== Kind.true && kind !== Kind.false && kind !== Kind.string;
}

export const testMarks: CreateDetector<'test-marks'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const marks = new RegExp(rule.marks, 'u');
  const reason = rule.reason === undefined ? undefined : new RegExp(rule.reason, 'iu');
  const keywords = rule.keywords ?? [];

  /** The decorator, or statement, marks by its name or by a keyword; with a reason that matches, if one is asked for. */
  const told = (module: Module, expression: number): string | undefined => {
    const { tree } = module;
    const isCall = tree.kind(expression) === Kind.call;
    const callee = isCall ? tree.child(expression, Field.function) : expression;
    const name = written(tree, callee);
    const given = isCall ? argumentsOf(tree, expression) : undefined;
    const isMarked = marks.test(name) || keywords.some((keyword) => given?.keywords.has(keyword) === true);
    if (!isMarked) return undefined;
    if (reason === undefined) return name;
    // Skipped under a condition, it counts elsewhere.
    if (conditional.test(name) && isOpen(tree, given?.positional[0] ?? given?.keywords.get('condition')))
      return undefined;
    const texts = [...(given?.positional ?? []), ...(given?.keywords.values() ?? [])].map(
      (node) => literalText(tree, node) ?? '',
    );
    return texts.find((text) => reason.test(text));
  };

  const tell = (module: Module, functionIndex: number, node: number, test: string, said: string): void => {
    const text = said.length > MAX_REASON ? `${said.slice(0, MAX_REASON - 3)}...` : said;
    report({ module, functionIndex, node, values: { test, said: text }, groupKey: module.path });
  };

  const lookAtDecorators = (module: Module, decorated: number, functionIndex: number, test: string): void => {
    const { tree } = module;
    for (const decorator of decorated < 0 ? [] : tree.children(decorated)) {
      if (tree.kind(decorator) !== Kind.decorator) continue;
      const said = told(module, decorator + 1);
      if (said !== undefined) tell(module, functionIndex, decorator + 1, test, said);
    }
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const { tree, index } = module;
      index.functions.forEach((item, functionIndex) => {
        if (item.decorated < 0 || knowledge.role(module, functionIndex) !== 'test') return;
        lookAtDecorators(module, item.decorated, functionIndex, tree.names.text(item.name));
      });
      index.classes.forEach((item, classIndex) => {
        if (item.decorated < 0 || !isTestClass(project, module, classIndex)) return;
        lookAtDecorators(module, item.decorated, MODULE, tree.names.text(item.name));
      });
      if (reason === undefined) return;
      // `self.skipTest("flaky")` in a test or its set-up.
      for (const call of index.calls) {
        if (!/^(?:skipTest|skip|xfail|SkipTest)$/.test(calledName(tree, call))) continue;
        const functionIndex = module.functionAround(call);
        if (functionIndex === MODULE) continue;
        const said = told(module, call);
        if (said !== undefined)
          tell(module, functionIndex, call, tree.names.text(index.functions[functionIndex]!.name), said);
      }
    },
  };
};
