// BP156: a test starts a thread or process and does not wait for its end. In: calls that make one, in test code. Out: a note at each.
// Leaves alone: what is passed on, stored or returned, since somebody else may join it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { inChildProcess } from '../waiting/noteworthy-wait.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { usesOfLocal } from './local-uses.ts';
import { argumentsOf } from './written-expression.ts';

// Whoever asks whether it still runs, or ends it, has thought of its end.
const ends = /^(?:join|is_alive|isAlive|terminate|kill|setDaemon)$/;

export const unjoinedThread: CreateDetector<'unjoined-thread'> = ({ rule, knowledge, report }) => {
  const wanted = wantedCalls(knowledge.project.names, rule.calls);

  const isLeft = (module: Module, functionIndex: number, target: number): boolean => {
    let starts = false;
    for (const use of usesOfLocal(module, functionIndex, module.tree.name(target))) {
      if (use.kind === 'bound') {
        if (use.node !== target) return false;
      } else if (use.kind === 'other' || ends.test(use.attribute)) return false;
      else if (use.assignment >= 0 && use.attribute === 'daemon') return false;
      else if (use.attribute === 'start') {
        // `add(worker.start)` starts it at another time.
        if (use.call < 0) return false;
        starts = true;
      }
    }
    return starts;
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const { tree } = module;
      for (const { node, name } of externalCalls(knowledge.project, module, wanted)) {
        const functionIndex = module.functionAround(node);
        const assignment = tree.parent(node);
        if (functionIndex === MODULE || tree.kind(assignment) !== Kind.assignment) continue;
        const target = tree.child(assignment, Field.left);
        if (tree.kind(target) !== Kind.identifier || tree.child(assignment, Field.right) !== node) continue;
        const { keywords, hasSplat } = argumentsOf(tree, node);
        if (hasSplat || keywords.has('daemon') || !isLeft(module, functionIndex, target)) continue;
        if (knowledge.role(module, functionIndex) === 'nested' || inChildProcess({ module, node })) continue;
        const last = name.slice(name.lastIndexOf('.') + 1);
        if (isPatched(knowledge.project, module, functionIndex, new RegExp(`^${last}$`))) continue;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: tree.names.text(module.index.functions[functionIndex]!.name),
            kind: last === 'Process' ? 'process' : last === 'Timer' ? 'timer' : 'thread',
            name: tree.text(target),
          },
        });
      }
    },
  };
};
