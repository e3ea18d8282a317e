// BP156: a test starts a thread or process and does not wait for its end. In: calls that make one, in test code. Out: a note at each.
// Leaves alone: what is passed on, stored or returned, since somebody else may join it.
import { frameworkOf } from '../../model/framework.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { joinedThread } from '../repairs/joined-thread.ts';
import { inChildProcess } from '../waiting/noteworthy-wait.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { usesOfLocal } from './local-uses.ts';
import { argumentsOf } from './written-expression.ts';

// Whoever asks whether it still runs, or ends it, has thought of its end.
const ends = /^(?:join|is_alive|isAlive|terminate|kill|cancel|setDaemon)$/;

export const unjoinedThread: CreateDetector<'unjoined-thread'> = ({ rule, knowledge, report }) => {
  const wanted = wantedCalls(knowledge.project.names, rule.calls);

  /** The one call that starts what nobody waits for; -1 if somebody may. */
  const startOf = (module: Module, functionIndex: number, target: number): number => {
    let start = -1;
    for (const use of usesOfLocal(module, functionIndex, module.tree.name(target))) {
      if (use.kind === 'bound') {
        if (use.node !== target) return -1;
      } else if (use.kind === 'other' || ends.test(use.attribute)) return -1;
      else if (use.assignment >= 0 && use.attribute === 'daemon') return -1;
      else if (use.attribute === 'start') {
        // `add(worker.start)` starts it at another time.
        if (use.call < 0) return -1;
        start = use.call;
      }
    }
    return start;
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
        const start = startOf(module, functionIndex, target);
        if (hasSplat || keywords.has('daemon') || start < 0) continue;
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
          repair: joinedThread(
            module,
            functionIndex,
            start,
            tree.text(target),
            last === 'Timer',
            frameworkOf(knowledge.project, module, module.index.functions[functionIndex]!.methodOf),
          ),
        });
      }
    },
  };
};
