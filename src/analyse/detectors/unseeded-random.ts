// BP154: a test draws random numbers that nobody can draw again. In: calls of the shared random generators in tests. Out: a note at the
// first of a function. Leaves alone: generators with a seed of their own, suites whose runner seeds.
import { MODULE } from '../../model/file-index.ts';
import { isPatched, ownNodesOfDecorated, runsUnder } from '../waiting/patched-names.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { calledName, written } from './written-expression.ts';

export const unseededRandom: CreateDetector<'unseeded-random'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const wanted = wantedCalls(project.names, rule.calls);
  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const { tree, index } = module;
      const calls = externalCalls(project, module, wanted);
      if (calls.length === 0 || knowledge.conventions.seededBy !== undefined) return;
      if (index.calls.some((call) => calledName(tree, call) === 'seed' && module.functionAround(call) === MODULE))
        return;
      const told = new Set<number>();
      for (const { node } of calls) {
        const functionIndex = module.functionAround(node);
        if (functionIndex === MODULE || told.has(functionIndex) || knowledge.role(module, functionIndex) === 'nested')
          continue;
        told.add(functionIndex);
        const seeds = runsUnder(project, module, functionIndex, (where, root) => {
          for (const inner of ownNodesOfDecorated(where.tree, root))
            if (/^(?:seed|set_seed|manual_seed|default_rng)$/.test(calledName(where.tree, inner))) return true;
          return false;
        });
        if (
          seeds ||
          isPatched(project, module, functionIndex, /^(?:random|randint|choice|shuffle|sample|randrange|uniform)$/)
        )
          continue;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: tree.names.text(index.functions[functionIndex]!.name) || 'this function',
            call: written(tree, node),
          },
        });
      }
    },
  };
};
