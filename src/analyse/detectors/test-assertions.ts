// What decides in a test whether it passes. In: a function of test code. Out: its assertions, those of the helpers it calls included as
// far as they are in the checkout. Leaves alone: what they assert.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName } from './written-expression.ts';

const asserting =
  /^_*(?:assert|fail(?:$|If|Unless|_if|_unless)|expect|verify|check|ensure|should|must|raises$|warns$|deprecated_call$|compare|validate|eq_$|ok_$)|[Aa]ssert|_raises$/;
const MAX_DEPTH = 3;

/** Own nodes of a piece of code that assert something: `assert`, `raise`, calls whose name says so. */
export function assertionsIn({ tree }: Module, root: number): number[] {
  return ownNodes(tree, root, Kind.assert_statement, Kind.raise_statement, Kind.call).filter(
    (node) => tree.kind(node) !== Kind.call || asserting.test(calledName(tree, node)),
  );
}

/** True if the function asserts, calls something of the checkout that does, or something of which nothing is known on `self`. */
export function mayAssert(project: ProjectModel, module: Module, functionIndex: number, depth = 0): boolean {
  const { tree, index } = module;
  const item = index.functions[functionIndex]!;
  if (assertionsIn(module, item.body).length > 0) return true;
  // `check = self.assertEqual`, `run(self.assertTrue)`
  if (ownNodes(tree, item.body, Kind.identifier).some((node) => asserting.test(tree.text(node)))) return true;
  if (depth >= MAX_DEPTH) return true;
  // What is nested may be run, and a generator is run by somebody else.
  if (index.functions.some(({ parent, body }) => parent === functionIndex && assertionsIn(module, body).length > 0))
    return true;
  return ownNodes(tree, item.body, Kind.call, Kind.attribute).some((node) => {
    // A method of the test case may also run through another name: `run = self.roundtrip`.
    if (tree.kind(node) === Kind.attribute && !/^(?:self|cls)$/.test(tree.text(tree.child(node, Field.object))))
      return false;
    const callee = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
    if (tree.kind(callee) === Kind.attribute && calledName(tree, tree.child(callee, Field.object)) === 'super')
      return true;
    if (tree.kind(node) === Kind.attribute && tree.kind(tree.parent(node)) === Kind.attribute) return false;
    const target = calledFunction(project, module, functionIndex, callee);
    if (target === 'unknown') return tree.kind(node) === Kind.call;
    return target !== undefined && mayAssert(project, target.module, target.index, depth + 1);
  });
}

// Of a test case: these assert nothing.
const neutral =
  /^(?:setUp|tearDown|addCleanup|addClassCleanup|addDetail|useFixture|enterContext|id|subTest|stub_out|flags|skipTest|shortDescription|mock\w*|patch\w*|set_\w+|get_\w+|create_\w+|make_\w+|build_\w+|_create\w*|_make\w*|_build\w*|_get\w*)$/;

/** The function of the checkout that a call runs; `unknown` for a method of `self` that is defined elsewhere. */
function calledFunction(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  callee: number,
): ClassRef | 'unknown' | undefined {
  const { tree, index } = module;
  if (tree.kind(callee) === Kind.attribute && /^(?:self|cls)$/.test(tree.text(tree.child(callee, Field.object)))) {
    const { parentClass } = index.functions[functionIndex]!;
    const name = tree.text(tree.child(callee, Field.attribute));
    if (parentClass === MODULE) return undefined;
    return project.method({ module, index: parentClass }, name) ?? (neutral.test(name) ? undefined : 'unknown');
  }
  const definition = project.dotted(module, functionIndex, callee);
  return definition?.kind === 'function' ? { module: definition.module, index: definition.index } : undefined;
}
