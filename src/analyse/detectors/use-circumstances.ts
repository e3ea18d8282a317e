// Circumstances that silence a Use: versions the project allows, what else the module does, where the place stands.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Circumstance, Condition } from '../../rules/use-schema.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Site } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';
import { classDefines, classMentions, decoratorsMention } from './definition-around.ts';
import { matchingTexts } from './matching-texts.ts';
import { nameAround } from './names-around.ts';
import { ownNodes } from './own-nodes.ts';
import { placeRole } from './place-role.ts';
import { methodsOfReceiver, methodsOfResult } from './result-uses.ts';
import { isConfigured } from './configured.ts';
import { conditionMentions, standsIn } from './surroundings.ts';
import type { Given } from './use-conditions.ts';
import { conditionsHold } from './use-conditions.ts';

/** All entries of one circumstance hold. */
export function circumstancesHold(
  circumstance: Circumstance,
  site: Site,
  given: Given | undefined,
  { knowledge, engine }: { readonly knowledge: Knowledge; readonly engine: () => Engine },
): boolean {
  if (circumstance.python !== undefined && !knowledge.facts.pythonSatisfies(circumstance.python)) return false;
  const { facts } = knowledge;
  if (
    circumstance.requiresPython !== undefined &&
    (facts.requiresPython === undefined || !facts.pythonSatisfies(circumstance.requiresPython))
  )
    return false;
  if (circumstance.dependency !== undefined && !knowledge.facts.dependencySatisfies(circumstance.dependency))
    return false;
  if (
    circumstance.requires !== undefined &&
    (!facts.declared(/^[\w.-]*\w/.exec(circumstance.requires)![0]) || !facts.dependencySatisfies(circumstance.requires))
  )
    return false;
  if (
    circumstance.called !== undefined &&
    !circumstance.called.some((name) => calls(site.module, name, knowledge) || managerCalls(site, name, knowledge))
  )
    return false;
  if (circumstance.assigned !== undefined && !circumstance.assigned.some((name) => assignsAttribute(site.module, name)))
    return false;
  if (
    circumstance.calledInFunction !== undefined &&
    !circumstance.calledInFunction.some((name) => calls(site.module, name, knowledge, site.functionIndex))
  )
    return false;
  if (
    circumstance.calledAfter?.some((name) => calls(site.module, name, knowledge, site.functionIndex, site.node)) ===
    false
  )
    return false;
  if (circumstance.notCalled?.some((name) => calls(site.module, name, knowledge)) === true) return false;
  if (circumstance.calledOnIt?.some((name) => callsOnIt(site, name, knowledge)) === false) return false;
  if (circumstance.neverCalledOnOwn !== undefined && !isOwnWithout(site, circumstance.neverCalledOnOwn)) return false;
  if (circumstance.notCalledOnIt?.some((name) => callsOnIt(site, name, knowledge)) === true) return false;
  if (
    circumstance.mentionedInFunction?.some((name) => mentions(site.module, name, knowledge, site.functionIndex)) ===
    false
  )
    return false;
  if (circumstance.mentioned?.some((name) => mentions(site.module, name, knowledge)) === false) return false;
  if (
    circumstance.around !== undefined &&
    nameAround(site, circumstance.around.of, circumstance.around.words) === undefined
  )
    return false;
  if (circumstance.role !== undefined && !circumstance.role.some((role) => role === placeRole(site.module, site.node)))
    return false;
  if (circumstance.callsNamed !== undefined && !callsNamed(site, circumstance.callsNamed)) return false;
  if (circumstance.condition !== undefined && !conditionMentions(site, circumstance.condition)) return false;
  if (circumstance.classDefines !== undefined && !classDefines(site, circumstance.classDefines)) return false;
  if (circumstance.classMentions !== undefined && !classMentions(site, circumstance.classMentions)) return false;
  if (circumstance.decorated !== undefined && !decoratorsMention(site, circumstance.decorated)) return false;
  if (circumstance.text !== undefined && matchingTexts(site.module, circumstance.text).length === 0) return false;
  if (circumstance.bound !== undefined && !boundTo(circumstance.bound, site.module, engine())) return false;
  if (circumstance.configured?.some((name) => isConfigured(name, knowledge)) === false) return false;
  if (circumstance.beside !== undefined && !hasNeighbour(site.module, circumstance.beside, knowledge)) return false;
  if (circumstance.parameter !== undefined && !hasParameter(site, circumstance.parameter, knowledge)) return false;
  if (circumstance.in !== undefined && !circumstance.in.some((surrounding) => standsIn(surrounding, site, knowledge)))
    return false;
  if (circumstance.where !== undefined && (given === undefined || !conditionsHold(circumstance.where, given)))
    return false;
  return true;
}

/** Whether the module, or one function of it, calls a function by qualified name; of a method, any method of that name. */
function calls(module: Module, name: string, knowledge: Knowledge, functionIndex?: number, after?: number): boolean {
  const { tree, index } = module;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return index.calls.some((call) => {
    if (after !== undefined && (call <= after || inOtherBranch(module, after, call))) return false;
    if (functionIndex !== undefined && !standsInFunction(module, call, functionIndex)) return false;
    const callee = tree.child(call, Field.function);
    const isAttribute = tree.kind(callee) === Kind.attribute;
    if (isAttribute && tree.text(tree.child(callee, Field.attribute)) !== last) return false;
    const definition = knowledge.project.dotted(module, module.functionAround(call), callee);
    if (definition?.kind === 'external') return definition.name === name;
    // The receiver is not known by name alone: the method's name has to do.
    return isAttribute && definition === undefined;
  });
}

/** Whether what the call at the place gives is called so; where others can have it, whether the module calls something so. */
function callsOnIt(site: Site, name: string, knowledge: Knowledge): boolean {
  const methods = methodsOfResult(site.module, site.node);
  if (methods !== undefined) return methods.has(name.slice(name.lastIndexOf('.') + 1));
  return calls(site.module, name, knowledge) || managerCalls(site, name, knowledge);
}

/** What a method is called on at the place, or an entry of it set, is the function's own, and none of these is called on it. */
function isOwnWithout({ module, node }: Site, names: readonly string[]): boolean {
  const methods = methodsOfReceiver(module, node);
  return methods !== undefined && !names.some((name) => methods.has(name));
}

const aboutWaiting = /time_?out|internet/i;

/** A `with` around the place is on a context manager that calls the function, or that is named after what it is for. */
function managerCalls({ module, functionIndex, node }: Site, name: string, knowledge: Knowledge): boolean {
  const { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) === Kind.function_definition) return false;
    if (tree.kind(current) !== Kind.with_statement) continue;
    const clause = tree.childOfKind(current, Kind.with_clause);
    for (const call of clause < 0 ? [] : ownNodes(tree, clause, Kind.call)) {
      const manager = knowledge.project.dotted(module, functionIndex, tree.child(call, Field.function));
      if (manager?.kind === 'function' && calls(manager.module, name, knowledge, manager.index)) return true;
      // Outside the checkout its name has to do, for a function that sets a timeout.
      if (manager?.kind === 'external' && aboutWaiting.test(name) && aboutWaiting.test(manager.name)) return true;
    }
  }
  return false;
}

/** Of two places, one is in the `if` and one in the `else` (or `elif`, `case`) of the same statement. */
export function inOtherBranch({ tree }: Module, first: number, second: number): boolean {
  let common = tree.parent(first);
  while (common >= 0 && tree.next(common) <= second) common = tree.parent(common);
  const kind = common < 0 ? undefined : tree.kind(common);
  return kind === Kind.if_statement || kind === Kind.match_statement || kind === Kind.conditional_expression;
}

function callsNamed({ module, functionIndex }: Site, pattern: string): boolean {
  const { tree, index } = module;
  const regex = new RegExp(pattern, 'u');
  return index.calls.some((call) => {
    if (!standsInFunction(module, call, functionIndex)) return false;
    const callee = tree.child(call, Field.function);
    return regex.test(tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee));
  });
}

/** In the function or one nested in it; of the top level only what stands there itself. */
function standsInFunction(module: Module, node: number, functionIndex: number): boolean {
  if (functionIndex === MODULE) return module.functionAround(node) === MODULE;
  const { node: definition } = module.index.functions[functionIndex]!;
  return node > definition && node < module.tree.next(definition);
}

/** Whether the module has an attribute, or imports a name, that stands for a qualified name outside the checkout; or one function of it has. */
function mentions(module: Module, name: string, { project }: Knowledge, functionIndex?: number): boolean {
  const { tree, index } = module;
  const last = tree.names.find(name.slice(name.lastIndexOf('.') + 1));
  if (last === 0) return false;
  if (functionIndex === undefined && module.importTargets().includes(name)) return true;
  const isMeant = (node: number): boolean => {
    const definition = project.dotted(module, module.functionAround(node), node);
    return definition?.kind === 'external' && definition.name === name;
  };
  if (functionIndex !== undefined && functionIndex !== MODULE) {
    const { node: around } = index.functions[functionIndex]!;
    if (ownNodes(tree, around, Kind.identifier).some(isMeant)) return true;
  }
  return index.attributes.some((node) => {
    if (tree.name(tree.child(node, Field.attribute)) !== last) return false;
    if (functionIndex !== undefined && !standsInFunction(module, node, functionIndex)) return false;
    const definition = project.dotted(module, module.functionAround(node), node);
    return definition?.kind === 'external' && definition.name === name;
  });
}

/** Whether names of the module's top level have constant values for which the conditions hold. */
function boundTo(conditions: Readonly<Record<string, Condition>>, module: Module, engine: Engine): boolean {
  return Object.entries(conditions).every(([name, condition]) => {
    const number = module.tree.names.find(name);
    if (number === 0 || !module.bindings.byName.has(number)) return false;
    return conditionsHold({ value: condition }, { value: engine.moduleValue(module, number), holds: () => [], engine });
  });
}

function hasNeighbour(module: Module, pattern: string, knowledge: Knowledge): boolean {
  const regex = new RegExp(pattern, 'u');
  const directory = module.path.slice(0, module.path.lastIndexOf('/') + 1);
  return knowledge.project.projectFiles.some(
    ({ path }) => path.startsWith(directory) && regex.test(path.slice(directory.length)),
  );
}

/** A parameter of the function, or of one around it. */
function hasParameter({ module, functionIndex }: Site, names: readonly string[], { project }: Knowledge): boolean {
  const numbers = names.map(project.names.find).filter((number) => number !== 0);
  for (let current = functionIndex; current !== MODULE;) {
    const item = module.index.functions[current]!;
    if (numbers.some((number) => project.isParameter(module, item, number))) return true;
    current = item.parent;
  }
  return false;
}

function assignsAttribute(module: Module, name: string): boolean {
  const { tree, index } = module;
  return index.assignments.some((assignment) => {
    const target = tree.child(assignment, Field.left);
    const left = tree.kind(target) === Kind.subscript ? tree.child(target, Field.value) : target;
    if (tree.kind(left) !== Kind.attribute || tree.text(tree.child(left, Field.attribute)) !== name) return false;
    // What is switched off or left empty is not taken care of.
    const right = tree.child(assignment, Field.right);
    return right < 0 || (tree.kind(right) !== Kind.false && tree.kind(right) !== Kind.none);
  });
}
