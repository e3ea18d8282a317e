// Circumstances that silence a Use: versions the project allows, what else the module does, where the place stands.
import type { Module } from '../../model/module.ts';
import type { Floor } from '../../model/project-facts.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Circumstance, Condition } from '../../rules/use-schema.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Site } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import { standsIn } from './surroundings.ts';
import type { Given } from './use-conditions.ts';
import { conditionsHold } from './use-conditions.ts';

/** All entries of one circumstance hold. */
export function circumstancesHold(
  circumstance: Circumstance,
  site: Site,
  given: Given | undefined,
  { knowledge, engine }: { readonly knowledge: Knowledge; readonly engine: () => Engine },
): boolean {
  if (circumstance.python !== undefined && !satisfies(knowledge.facts.requiresPython, circumstance.python)) return false;
  if (circumstance.dependency !== undefined) {
    const [, name, bound] = /^([\w.-]+?)([<>].*)$/.exec(circumstance.dependency)!;
    if (!satisfies(knowledge.facts.floor(name!), bound!)) return false;
  }
  if (circumstance.called !== undefined && !circumstance.called.some((name) => calls(site.module, name, knowledge))) return false;
  if (circumstance.assigned !== undefined && !circumstance.assigned.some((name) => assignsAttribute(site.module, name))) return false;
  if (circumstance.calledInFunction !== undefined && !circumstance.calledInFunction.some((name) => calls(site.module, name, knowledge, site.functionIndex)))
    return false;
  if (circumstance.text !== undefined && !hasText(site.module, circumstance.text)) return false;
  if (circumstance.bound !== undefined && !boundTo(circumstance.bound, site.module, engine())) return false;
  if (circumstance.beside !== undefined && !hasNeighbour(site.module, circumstance.beside, knowledge)) return false;
  if (circumstance.in !== undefined && !circumstance.in.some((surrounding) => standsIn(surrounding, site, knowledge))) return false;
  if (circumstance.where !== undefined && (given === undefined || !conditionsHold(circumstance.where, given))) return false;
  return true;
}

/** Whether the versions that are admitted satisfy a bound, `>=3.10` or `<6`; what is not declared is the newest. */
function satisfies(floor: Floor | undefined, bound: string): boolean {
  const version = bound.replace(/^[<>=]+/, '');
  const admitsBelow = floor?.admitsBelow(version) ?? false;
  return bound.startsWith('<') ? admitsBelow : !admitsBelow;
}

/** Whether the module, or one function of it, calls a function by qualified name; of a method, any method of that name. */
function calls(module: Module, name: string, knowledge: Knowledge, functionIndex?: number): boolean {
  const { tree, index } = module;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return index.calls.some((call) => {
    if (functionIndex !== undefined && module.functionAround(call) !== functionIndex) return false;
    const callee = tree.child(call, Field.function);
    const isAttribute = tree.kind(callee) === Kind.attribute;
    if (isAttribute && tree.text(tree.child(callee, Field.attribute)) !== last) return false;
    const definition = knowledge.project.dotted(module, module.functionAround(call), callee);
    if (definition?.kind === 'external') return definition.name === name;
    // The receiver is not known by name alone: the method's name has to do.
    return isAttribute && definition === undefined;
  });
}

/** Whether some text in the module that is no docstring, or a constant part of one, matches. */
function hasText(module: Module, pattern: string): boolean {
  const { tree, index } = module;
  const regex = new RegExp(pattern, 'u');
  return index.strings.some((node) => {
    if (tree.kind(tree.parent(node)) === Kind.expression_statement) return false;
    if (tree.next(node) === node + 1) {
      const constant = stringConstant(tree.text(node));
      return constant !== undefined && regex.test(textOf(constant) ?? '');
    }
    return tree.children(node).some((part) => tree.kind(part) === Kind.string_content && regex.test(tree.text(part)));
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
  return knowledge.project.projectFiles.some(({ path }) => path.startsWith(directory) && regex.test(path.slice(directory.length)));
}

function assignsAttribute(module: Module, name: string): boolean {
  const { tree, index } = module;
  return index.assignments.some((assignment) => {
    const left = tree.child(assignment, Field.left);
    return tree.kind(left) === Kind.attribute && tree.text(tree.child(left, Field.attribute)) === name;
  });
}
