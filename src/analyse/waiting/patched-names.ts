// Whether a function runs with `sleep` or the clock replaced. In: a function of a module. Out: yes if a decorator, a
// `with`, its class or the set-up around it replaces something of that name. By shape alone.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from '../detectors/written-expression.ts';
import { ownNodes } from './expressions.ts';

const replacing =
  /^(?:patch|object|dict|multiple|setattr|swap_attr|stub_out|stub|Stub|StubOut|MonkeyPatch|MockPatch\w*|replace|useFixture|flexmock|freeze_time)$/;

/** True if a name such as `sleep` is replaced while the function runs. */
export function isPatched(project: ProjectModel, module: Module, functionIndex: number, name: RegExp): boolean {
  return runsUnder(project, module, functionIndex, (where, root) => replacesIn(where, root, name));
}

/**
 * Whether something holds for the code that a function runs with: the function with its decorators and those around it,
 * decorators and set-up of its class and the bases in the checkout, fixtures of the file that are always used.
 */
export function runsUnder(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  holds: (module: Module, root: number) => boolean,
): boolean {
  const { index, tree } = module;
  for (let current = functionIndex; current !== MODULE; current = index.functions[current]!.parent) {
    const item = index.functions[current]!;
    if (holds(module, item.decorated >= 0 ? item.decorated : item.node)) return true;
    if (item.methodOf === MODULE) continue;
    for (const owner of project.ancestry({ module, index: item.methodOf }).classes) {
      const ownerItem = owner.module.index.classes[owner.index]!;
      if (
        ownerItem.decorated >= 0 &&
        decorators(owner.module, ownerItem.decorated).some((node) => holds(owner.module, node))
      )
        return true;
      for (const setUp of ['setUp', 'asyncSetUp', 'setUpClass', 'setup_method']) {
        const method = project.method(owner, setUp);
        if (method !== undefined && holds(method.module, method.module.index.functions[method.index]!.node))
          return true;
      }
    }
  }
  return index.functions.some(
    (item) =>
      item.decorated >= 0 && item.methodOf === MODULE && isAutomatic(tree, item.decorated) && holds(module, item.node),
  );
}

function isAutomatic(tree: Module['tree'], decorated: number): boolean {
  return tree.children(decorated).some((child) => {
    if (tree.kind(child) !== Kind.decorator) return false;
    return [...ownNodes(tree, child)].some(
      (node) => tree.kind(node) === Kind.identifier && tree.text(node) === 'autouse',
    );
  });
}

function decorators({ tree }: Module, decorated: number): number[] {
  return tree.children(decorated).filter((child) => tree.kind(child) === Kind.decorator);
}

/** A call that replaces the name, or an assignment to an attribute of that name. */
function replacesIn(module: Module, root: number, name: RegExp): boolean {
  const { tree } = module;
  for (const node of ownNodesOfDecorated(tree, root)) {
    if (tree.kind(node) !== Kind.assignment) continue;
    const left = tree.child(node, Field.left);
    if (tree.kind(left) === Kind.attribute && name.test(tree.text(tree.child(left, Field.attribute)))) return true;
  }
  return callReplaces(module, root, name);
}

/** A call such as `patch("time.sleep")` replaces the name. */
export function callReplaces({ tree }: Module, root: number, name: RegExp): boolean {
  for (const node of ownNodesOfDecorated(tree, root)) {
    if (tree.kind(node) !== Kind.call || !replacing.test(calledName(tree, node))) continue;
    const list = tree.child(node, Field.arguments);
    if (list < 0) continue;
    for (const inner of ownNodes(tree, list)) {
      const innerKind = tree.kind(inner);
      if (innerKind !== Kind.string && innerKind !== Kind.identifier) continue;
      const text = tree.text(inner).replace(/^[a-zA-Z]*['"]+|['"]+$/g, '');
      if (name.test(text.slice(text.lastIndexOf('.') + 1))) return true;
    }
  }
  return false;
}

// A decorated definition is entered; what it holds in nested functions is not.
/** Nodes of a subtree in order; of a decorated definition with its decorators, without nested functions and classes. */
export function* ownNodesOfDecorated(tree: Module['tree'], root: number): Generator<number> {
  if (tree.kind(root) !== Kind.decorated_definition) {
    yield* ownNodes(tree, root);
    return;
  }
  for (const child of tree.children(root)) yield* ownNodes(tree, child);
}
