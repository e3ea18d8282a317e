// BP308: a file is opened and nobody closes it. In: calls that open one. Out: a note where the result is used in passing, or kept in a
// local that is never closed. Leaves alone: what is returned, stored or passed on, since somebody else may close it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { statementAround } from '../constructs.ts';
import { withOpen } from '../repairs/with-open.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { externalCalls, externalName, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { usesOfLocal } from './local-uses.ts';
import { calledName, written } from './written-expression.ts';

const ending = /^(?:close|detach|fileno|__exit__)$/;
/** What has read or written everything when it returns. */
const eager =
  /^(?:(?:read|readline|readlines|readinto|write|writelines|getnames|getmembers|namelist|infolist|extractall)\(\)|a loop)$/;
const lazy = /(?:^|\.)(?:reader|writer|DictReader|DictWriter|enumerate)\(\)$/;
const enters = /^__a?enter__$/;

export const unclosedResource: CreateDetector<'unclosed-resource'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const wanted = wantedCalls(project.names, rule.calls);
  const consumers = new Set(rule.consumers);

  /** How the result is used: in passing by a method or a function that does not close it, or as a local. */
  const use = (
    module: Module,
    call: number,
  ):
    | { readonly kind: 'passing'; readonly by: string }
    | { readonly kind: 'local'; readonly target: number }
    | undefined => {
    const { tree } = module;
    const parent = tree.parent(call);
    switch (tree.kind(parent)) {
      case Kind.attribute: {
        const method = tree.parent(parent);
        const name = tree.text(tree.child(parent, Field.attribute));
        const isCall = tree.kind(method) === Kind.call && tree.child(method, Field.function) === parent;
        return isCall && !ending.test(name) ? { kind: 'passing', by: `${name}()` } : undefined;
      }
      case Kind.for_statement:
      case Kind.for_in_clause:
        return tree.child(parent, Field.right) === call ? { kind: 'passing', by: 'a loop' } : undefined;
      case Kind.argument_list: {
        const outer = tree.parent(parent);
        const name = tree.kind(outer) === Kind.call ? externalName(project, module, outer) : undefined;
        return name !== undefined && consumers.has(name)
          ? { kind: 'passing', by: `${written(tree, outer)}` }
          : undefined;
      }
      case Kind.assignment: {
        const left = tree.child(parent, Field.left);
        const isName = tree.kind(left) === Kind.identifier && tree.child(parent, Field.right) === call;
        return isName ? { kind: 'local', target: left } : undefined;
      }
      default:
        return undefined;
    }
  };

  const isLeftOpen = (module: Module, functionIndex: number, target: number): boolean => {
    const name = module.tree.name(target);
    if (module.functionBindings(module.index.functions[functionIndex]!).outer.has(name)) return false;
    const uses = usesOfLocal(module, functionIndex, name);
    // Opened to see whether that works.
    if (uses.length === 1 && isTried(module, target)) return false;
    return uses.every((place) => {
      if (place.kind === 'bound') return place.node === target;
      return place.kind === 'member' && !ending.test(place.attribute) && place.call >= 0;
    });
  };

  return {
    module: (module) => {
      const { tree, index } = module;
      for (const { node } of externalCalls(project, module, wanted)) {
        const functionIndex = module.functionAround(node);
        if (functionIndex === MODULE) continue;
        const item = index.functions[functionIndex]!;
        const name = tree.names.text(item.name);
        const found = use(module, node);
        if (found === undefined || (found.kind === 'local' && !isLeftOpen(module, functionIndex, found.target)))
          continue;
        if (enters.test(name) || isContextManager(module, item.decorated)) continue;
        const { isTest } = knowledge.context(module);
        if (isTest && isPatched(project, module, functionIndex, /^(?:open|fdopen|mock_open|ZipFile)$/)) continue;
        report({
          module,
          functionIndex,
          node,
          ...(found.kind === 'local' ? { wording: 'local' } : {}),
          repair: found.kind === 'passing' && usesUp(found.by) ? withOpen(module, node) : undefined,
          values: {
            function: name === '' ? 'a lambda' : name,
            call: written(tree, node) || `${calledName(tree, node)}()`,
            by: found.kind === 'passing' ? found.by : '',
            name: found.kind === 'local' ? tree.text(found.target) : '',
          },
        });
      }
    },
  };
};

function usesUp(by: string): boolean {
  return (
    eager.test(by) || (by.includes('(') && !/^\w+\(\)$/.test(by) && !lazy.test(by)) || /^(?:list|sorted)\(\)$/.test(by)
  );
}

/** In the body of a `try` that catches something. */
function isTried({ tree }: Module, node: number): boolean {
  const block = tree.parent(statementAround(tree, node));
  return tree.kind(tree.parent(block)) === Kind.try_statement && tree.field(block) === Field.body;
}

function isContextManager({ tree }: Module, decorated: number): boolean {
  return (
    decorated >= 0 &&
    tree
      .children(decorated)
      .some((child) => tree.kind(child) === Kind.decorator && /contextmanager$/.test(written(tree, child + 1)))
  );
}
