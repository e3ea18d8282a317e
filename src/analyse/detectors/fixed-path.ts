// BP161, BP162: a test works on a file at a path that is written down. In: calls of test code that write, create, move, delete or read
// files. Out: a note at each path that `paths` matches. Leaves alone: calls that are replaced, paths with a part that varies.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { callsByName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { pathCallNames, pathUses } from './path-calls.ts';
import { expectsError } from './stand-ins.ts';
import { onlyText, valueAlone } from './value-alone.ts';
import { calledName } from './written-expression.ts';

// Who works in a directory of its own may name files as it likes.
const changesDirectory =
  /^(?:chdir|temp_cwd|change_cwd|isolated_filesystem|runInTempDir|temporary_directory|setUpPyfakefs)$/;

export const fixedPath: CreateDetector<'fixed-path'> = ({ rule, knowledge, engine, report }) => {
  const { project } = knowledge;
  const numbers = pathCallNames.map((name) => project.names.find(name)).filter((name) => name !== 0);
  const paths = new RegExp(rule.paths, 'iu');

  const look = (
    module: Module,
    node: number,
  ): { readonly path: string; readonly verb: string; readonly does: string } | undefined => {
    for (const use of pathUses(project, module, node)) {
      const value = valueAlone(engine(), module, module.functionAround(node), use.node);
      const path = value.origin === 'parameter' || value.origin === 'config' ? undefined : onlyText(value);
      if (path !== undefined && paths.test(path)) return { path, verb: use.verb, does: use.does };
    }
    return undefined;
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const byName = callsByName(module);
      const calls = [...new Set(numbers.flatMap((name) => byName.get(name) ?? []))].sort((a, b) => a - b);
      if (calls.length === 0) return;
      const isElsewhere = [...byName.keys()].some((name) => changesDirectory.test(module.tree.names.text(name)));
      if (rule.use === 'reads' && isElsewhere) return;
      const found = calls.flatMap((node) => {
        const use = look(module, node);
        return use === undefined ? [] : [{ node, ...use }];
      });
      // What the file writes itself is there when it is read.
      const written = new Set(found.filter(({ does }) => does === 'writes').map(({ path }) => path));
      for (const { node, path, verb, does } of found) {
        const functionIndex = module.functionAround(node);
        if (does !== rule.use || functionIndex === MODULE || knowledge.role(module, functionIndex) === 'nested')
          continue;
        if (does === 'reads' && written.has(path)) continue;
        const name = calledName(module.tree, node);
        if (expectsError({ module, functionIndex, node })) continue;
        if (isPatched(project, module, functionIndex, new RegExp(`^(?:${name}|open|os|shutil|path)$`, 'u'))) continue;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function',
            path,
            verb,
          },
        });
      }
    },
  };
};
