// PV234: a builtin function that does more in Python 2: `input()` evaluates what is typed. In: calls of `functions` in a file whose syntax
// only Python 2 reads, or in a project that asks for it. Out: a detection at each. Leaves alone: Python 3, and files that give the name
// another meaning.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';

export const python2Call: CreateDetector<'python2-call'> = ({ rule, knowledge, report }) => {
  const { project, facts } = knowledge;
  const wanted = wantedCalls(project.names, rule.functions);
  const isOld = facts.requiresPython !== undefined && facts.pythonSatisfies('<3');

  return {
    module: (module) => {
      const calls = externalCalls(project, module, wanted).filter(
        ({ node }) => module.tree.kind(module.tree.child(node, Field.function)) === Kind.identifier,
      );
      if (calls.length === 0 || wanted.last.some((name) => module.bindings.byName.has(name))) return;
      if (!isOld && !isForPython2(module)) return;
      for (const { node, name } of calls) {
        report({ module, functionIndex: module.functionAround(node), node, values: { name } });
      }
    },
  };
};

/** `print x` and `exec x` are statements. */
function isForPython2({ tree }: Module): boolean {
  for (let node = 0; node < tree.size; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.exec_statement || kind === Kind.print_statement) return true;
  }
  return false;
}
