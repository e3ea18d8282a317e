// What an API's client does with a bad status. In: the methods that are called on it. Out: raises, hands it on, or unknown.
// The client is the class of the checkout that has all these methods: fixtures hide where an object comes from, but a class
// that has both `post_server` and `get_servers` is rarely mistaken. If several have them, all must agree.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName } from './written-expression.ts';

export type BadStatus = 'raises' | 'handed-on' | 'unknown';

const MAX_DEPTH = 4;
const MAX_CLASSES = 8;

/** A function that answers for a set of methods; classes whose name matches `fakes` are no clients. */
export function createClientClasses(project: ProjectModel, fakes: RegExp): (methods: readonly string[]) => BadStatus {
  let owners: Map<number, ClassRef[]> | undefined;
  const answers = new Map<string, BadStatus>();

  const ownersOf = (method: string): readonly ClassRef[] => {
    owners ??= collectOwners(project, fakes);
    return owners.get(project.names.find(method)) ?? [];
  };

  return (methods) => {
    const key = [...methods].sort().join(' ');
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = ask(project, methods, ownersOf)));
    return answer;
  };
}

/** Classes that define a method themselves, by the method's name. One look at each function of the checkout. */
function collectOwners(project: ProjectModel, fakes: RegExp): Map<number, ClassRef[]> {
  const owners = new Map<number, ClassRef[]>();
  for (const module of project.modules) {
    module.index.functions.forEach((item) => {
      if (item.methodOf === MODULE || fakes.test(module.qualifiedClassName(item.methodOf))) return;
      const list = owners.get(item.name);
      if (list === undefined) owners.set(item.name, [{ module, index: item.methodOf }]);
      else list.push({ module, index: item.methodOf });
    });
  }
  return owners;
}

function ask(
  project: ProjectModel,
  methods: readonly string[],
  ownersOf: (method: string) => readonly ClassRef[],
): BadStatus {
  const [first, ...rest] = methods;
  if (first === undefined) return 'unknown';
  const classes = ownersOf(first).filter((owner) =>
    rest.every((method) => project.method(owner, method) !== undefined),
  );
  if (classes.length === 0 || classes.length > MAX_CLASSES) return 'unknown';
  const found = new Set(
    classes.flatMap((owner) => methods.map((method) => statusOf(project, owner, method, 0, new Set()))),
  );
  return found.size === 1 ? [...found][0]! : 'unknown';
}

/** Follows a method through calls of its own object's methods. */
function statusOf(project: ProjectModel, owner: ClassRef, method: string, depth: number, seen: Set<string>): BadStatus {
  const found = project.method(owner, method);
  if (found === undefined || depth > MAX_DEPTH || seen.has(method)) return 'unknown';
  seen.add(method);
  const { module } = found;
  const { tree } = module;
  const { body } = module.index.functions[found.index]!;
  const nodes = ownNodes(tree, body, Kind.raise_statement, Kind.call, Kind.identifier);
  const calls = nodes.filter((node) => tree.kind(node) === Kind.call);
  if (calls.some((call) => calledName(tree, call) === 'raise_for_status')) return 'raises';
  const raises = nodes.some((node) => tree.kind(node) === Kind.raise_statement);
  if (raises && nodes.some((node) => /status/i.test(tree.text(node)))) return 'raises';
  let answer: BadStatus = 'unknown';
  for (const call of calls) {
    const next = followed(project, owner, module, found.index, call, depth, seen);
    if (next === 'raises') return 'raises';
    if (next === 'handed-on') answer = 'handed-on';
  }
  return answer;
}

function followed(
  project: ProjectModel,
  owner: ClassRef,
  module: Module,
  functionIndex: number,
  call: number,
  depth: number,
  seen: Set<string>,
): BadStatus {
  const { tree } = module;
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === 'self') {
    return statusOf(project, owner, calledName(tree, call), depth + 1, seen);
  }
  const definition = project.dotted(module, functionIndex, callee);
  return definition?.kind === 'external' && /^(?:requests|httpx)\.\w+$/.test(definition.name) ? 'handed-on' : 'unknown';
}
