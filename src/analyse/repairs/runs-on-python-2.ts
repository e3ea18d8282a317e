// Whether a file is written for Python 2 too, where `raise ... from` and f-strings are syntax errors. In: a module. Out: yes where it says
// so: by imports from `__future__` that Python 3 has no use for, or by a library that hides the difference.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';

const bridges = /^(?:six|future|past|builtins|ansible\.module_utils\.six)(?:\.|$)/;
const futures = /^(?:absolute_import|division|print_function|unicode_literals|with_statement)$/;

/** True if the file has to stay readable for Python 2. */
export function runsOnPython2(module: Module): boolean {
  const { tree } = module;
  const future = tree.children(0).filter((statement) => tree.kind(statement) === Kind.future_import_statement);
  const asks = future.some((statement) => {
    for (let node = statement; node < tree.next(statement); node++) if (futures.test(tree.text(node))) return true;
    return false;
  });
  return asks || module.importTargets().some((target) => bridges.test(target));
}
