// BP159: a test changes the process and leaves it so for the tests after it. In: changes of environment, directory, search path,
// locale and other modules in tests and set-up. Out, at the end: a note at each that nothing undoes, with where the variable is read.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { frameworkOf } from '../../model/framework.ts';
import { isFixtureFunction } from '../../model/test-context.ts';
import type { Repair } from '../analysis.ts';
import { undoneChange } from '../repairs/undone-change.ts';
import { inChildProcess } from '../waiting/noteworthy-wait.ts';
import { callReplaces, ownNodesOfDecorated, runsUnder } from '../waiting/patched-names.ts';
import { wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import type { StateChange } from './process-state.ts';
import { stateChanges } from './process-state.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const testCase =
  /^(?:unittest|unittest2|testtools|oslotest|django\.test|twisted\.trial|aiohttp\.test_utils|absl\.testing|fixtures|object$|abc\.ABC$|typing\.)/;

type Leak = StateChange & { readonly module: Module };

interface Place {
  readonly module: Module;
  readonly node: number;
}

const tearDown = /^(?:async)?_?(?:tearDown|teardown)/i;

export const processStateLeak: CreateDetector<'process-state-leak'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const calls = wantedCalls(project.names, rule.calls);
  const undoing = new RegExp(rule.undoing, 'u');
  const leaks: Leak[] = [];
  const readers = new Map<string, Place[]>();

  /** `self.replace_path(...)`, a method of the class that has a clean-up. */
  const cleansUp = (module: Module, functionIndex: number, call: number): boolean => {
    const { tree, index } = module;
    const callee = tree.child(call, Field.function);
    const owner = index.functions[functionIndex]!.methodOf;
    if (owner === MODULE || tree.kind(callee) !== Kind.attribute) return false;
    if (tree.text(tree.child(callee, Field.object)) !== 'self') return false;
    const method = project.method({ module, index: owner }, calledName(tree, call));
    if (method === undefined) return false;
    const { body } = method.module.index.functions[method.index]!;
    return ownNodes(method.module.tree, body, Kind.call).some((inner) =>
      /^add(?:Class)?Cleanup$/.test(calledName(method.module.tree, inner)),
    );
  };

  /** Something in the function, its decorators or those of its class puts things back. */
  const undoes = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    const item = index.functions[functionIndex]!;
    const root = item.decorated >= 0 ? item.decorated : item.node;
    for (const node of ownNodesOfDecorated(tree, root)) {
      const kind = tree.kind(node);
      if (kind === Kind.finally_clause || kind === Kind.yield) return true;
      if (kind === Kind.identifier && /^(?:monkeypatch|fork)$/.test(tree.text(node))) return true;
      if (kind === Kind.call && (undoing.test(calledName(tree, node)) || cleansUp(module, functionIndex, node)))
        return true;
    }
    const owner = item.methodOf === MODULE ? -1 : index.classes[item.methodOf]!.decorated;
    return (
      owner >= 0 &&
      tree
        .children(owner)
        .some((child) => tree.kind(child) === Kind.decorator && undoing.test(calledName(tree, child + 1)))
    );
  };

  const hasTearDown = (module: Module, functionIndex: number): boolean => {
    const { index } = module;
    const isOne = (where: Module, name: number): boolean => tearDown.test(where.tree.names.text(name));
    const { methodOf } = index.functions[functionIndex]!;
    if (methodOf === MODULE) {
      return index.functions.some(({ methodOf: owner, name }) => owner === MODULE && isOne(module, name));
    }
    const { classes, external } = project.ancestry({ module, index: methodOf });
    // What a base that nobody has seen does at the end is not known.
    if (external.some((name) => !testCase.test(name))) return true;
    return classes.some((owner) => {
      const { functions } = owner.module.index;
      return functions.some(({ methodOf: of, name }) => of === owner.index && isOne(owner.module, name));
    });
  };

  /** A `with` around it manages what is changed. */
  const isManaged = ({ tree }: Module, node: number): boolean => {
    for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
      if (tree.kind(current) === Kind.with_statement) return true;
      if (tree.kind(current) === Kind.function_definition) return false;
    }
    return false;
  };

  /** The same target is changed again later, or taken away. */
  const isTouchedAgain = (module: Module, change: StateChange, all: readonly StateChange[]): boolean => {
    const same = all.filter(
      ({ functionIndex, target }) => functionIndex === change.functionIndex && target === change.target,
    );
    if (same.length > 1) return true;
    const { tree, index } = module;
    return ownNodes(tree, index.functions[change.functionIndex]!.body).some((node) => {
      if (node < change.node) return false;
      if (tree.kind(node) === Kind.delete_statement) return written(tree, node + 1) === change.target;
      if (tree.kind(node) !== Kind.call) return false;
      const callee = tree.child(node, Field.function);
      if (calledName(tree, node) === 'delattr') {
        const [object, name] = argumentsOf(tree, node).positional;
        return change.target === `${written(tree, object ?? -1)}.${literalText(tree, name ?? -1) ?? ''}`;
      }
      if (tree.kind(callee) !== Kind.attribute) return false;
      const object = written(tree, tree.child(callee, Field.object));
      return (
        object !== '' &&
        change.target.startsWith(object) &&
        /^(?:pop|remove|update|clear|unsetenv)$/.test(calledName(tree, node))
      );
    });
  };

  /**
   * Of each leak. Several changes through one API have the first one's repair, which keeps all of it. Where one change of a function
   * cannot be put back, the others are left too: with an undo in it the function would look as if it undid everything.
   */
  const findRepairs = (): Map<Leak, Repair> => {
    const found = new Map<Leak, Repair>();
    const first = new Map<string, Repair>();
    const stays = new Set<string>();
    for (const leak of leaks) {
      const { module, functionIndex, target } = leak;
      const framework = frameworkOf(project, module, module.index.functions[functionIndex]!.methodOf);
      const isFixture = isFixtureFunction(project, module, functionIndex) && !hasScope(module, functionIndex);
      const api = `${module.path} ${functionIndex} ${target.replace(/\[.*$/, '')}`;
      const earlier = framework.startsWith('pytest') ? undefined : first.get(api);
      const repair = earlier ?? undoneChange(leak, framework, isFixture);
      if (repair === undefined) stays.add(`${module.path} ${functionIndex}`);
      else {
        first.set(api, repair);
        found.set(leak, repair);
      }
    }
    for (const leak of leaks) if (stays.has(`${leak.module.path} ${leak.functionIndex}`)) found.delete(leak);
    return found;
  };

  const look = (module: Module): void => {
    // A file that no module can be named after is run as a program: what it changes ends with it.
    if (!/^\w+$/.test(module.path.slice(module.path.lastIndexOf('/') + 1).replace(/\.pyw?$/, ''))) return;
    const all = stateChanges(project, module, calls);
    for (const change of all) {
      const { functionIndex, node } = change;
      if (change.restores === true) continue;
      const role = knowledge.role(module, functionIndex);
      if ((role !== 'test' && role !== 'set-up') || tearDown.test(functionName(module, functionIndex))) continue;
      if (undoes(module, functionIndex) || hasTearDown(module, functionIndex) || isManaged(module, node)) continue;
      if (isTouchedAgain(module, change, all) || inChildProcess({ module, node })) continue;
      const last = change.variable ?? change.target.slice(change.target.lastIndexOf('.') + 1);
      const name = new RegExp(`^(?:environ|${last.replace(/\W/g, '.')})$`, 'u');
      if (runsUnder(project, module, functionIndex, (where, root) => callReplaces(where, root, name))) continue;
      leaks.push({ ...change, module });
    }
  };

  return {
    module: (module) => {
      readVariables(module, (variable, node) => {
        const list = readers.get(variable);
        if (list === undefined) readers.set(variable, [{ module, node }]);
        else list.push({ module, node });
      });
      if (knowledge.context(module).isTest) look(module);
    },
    finish: () => {
      const repairs = findRepairs();
      for (const leak of leaks) {
        const { module, functionIndex, node, target, variable } = leak;
        const reader =
          variable === undefined ? undefined : readers.get(variable)?.find((place) => place.module !== module);
        const where =
          reader === undefined
            ? ''
            : ` It is read in ${reader.module.path} line ${reader.module.tree.lineOf(reader.node)}.`;
        const isCall = module.tree.kind(node) === Kind.call;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: functionName(module, functionIndex),
            change: isCall
              ? `calls ${written(module.tree, module.tree.child(node, Field.function))}`
              : `sets ${target}`,
            reader: where,
          },
          repair: repairs.get(leak),
          related: reader === undefined ? [] : [{ ...reader, message: 'read here' }],
          groupKey: `${module.path} ${target.replace(/\[.*$/, '')}`,
          rank: { spansFiles: reader !== undefined },
        });
      }
    },
  };
};

function functionName(module: Module, functionIndex: number): string {
  return module.tree.names.text(module.index.functions[functionIndex]!.name);
}

/** A fixture of another scope cannot ask for one that is made anew for each test. */
function hasScope({ tree, index }: Module, functionIndex: number): boolean {
  const { decorated, node } = index.functions[functionIndex]!;
  for (let one = decorated; one >= 0 && one < node; one++) if (tree.text(one) === 'scope') return true;
  return false;
}

/** Environment variables that a module reads by a literal name. */
function readVariables(module: Module, found: (variable: string, node: number) => void): void {
  const { tree, index } = module;
  const environ = tree.names.find('environ');
  const getenv = tree.names.find('getenv');
  if (environ === 0 && getenv === 0) return;
  const note = (key: number, node: number): void => {
    const variable = literalText(tree, key);
    if (variable !== undefined) found(variable, node);
  };
  for (const attribute of index.attributes) {
    const name = tree.name(tree.child(attribute, Field.attribute));
    if (name === 0 || (name !== environ && name !== getenv)) continue;
    const parent = tree.parent(attribute);
    if (name === getenv) {
      if (tree.kind(parent) === Kind.call) note(argumentsOf(tree, parent).positional[0] ?? -1, parent);
    } else if (tree.kind(parent) === Kind.subscript) {
      const isTarget = tree.kind(tree.parent(parent)) === Kind.assignment && tree.field(parent) === Field.left;
      if (!isTarget) note(tree.child(parent, Field.subscript), parent);
    } else if (tree.kind(parent) === Kind.attribute && tree.text(tree.child(parent, Field.attribute)) === 'get') {
      const call = tree.parent(parent);
      if (tree.kind(call) === Kind.call) note(argumentsOf(tree, call).positional[0] ?? -1, call);
    }
  }
}
