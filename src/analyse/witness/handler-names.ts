// By what a test can reach a handler: its name, the name of its class, its routes and the names of those. In: a handler. Out: what to
// look for, and whether a piece of code mentions any of it. Leaves alone: whether it is called there.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { gatherMentions, type Mentions } from './mentions.ts';

export interface HandlerNames {
  /** Of the function or its class: `show_user`. */
  readonly name: string;
  readonly names: readonly number[];
  /** As routes write them, and names of routes. */
  readonly routes: readonly string[];
}

// Every test of a web application has calls of these names.
const verbs =
  /^(?:get|post|put|patch|delete|head|options|dispatch|handle|prepare|__call__|do_[A-Z]+|on_(?:get|post|put|patch|delete))$/;

// `methods=['GET', 'POST']`
const method = /^[A-Z]*$/;

/** `registered`: texts that stand beside a name where it is registered (textsBeside). */
export function handlerNames(
  module: Module,
  index: number,
  routes: readonly string[],
  registered: ReadonlyMap<number, ReadonlySet<string>>,
): HandlerNames {
  const own = ownNames(module, index);
  const { decorated } = module.index.functions[index]!;
  const beside = own.flatMap((name) => [...(registered.get(name) ?? [])]);
  return {
    name: module.tree.names.text(own[0]!),
    names: own,
    routes: [...new Set([...routes, ...decoratorTexts(module, decorated), ...beside])].filter(
      (text) => !method.test(text),
    ),
  };
}

/** Numbers of the names of a handler and its class, the one that tells most first. */
export function ownNames({ tree, index: { functions, classes } }: Module, index: number): readonly number[] {
  const { name, methodOf } = functions[index]!;
  if (methodOf === MODULE) return [name];
  const ofClass = classes[methodOf]!.name;
  return verbs.test(tree.names.text(name)) ? [ofClass] : [name, ofClass];
}

function decoratorTexts(module: Module, decorated: number): ReadonlySet<string> {
  const texts = new Set<string>();
  const { tree } = module;
  for (const child of decorated < 0 ? [] : tree.children(decorated)) {
    if (tree.kind(child) === Kind.decorator)
      gatherMentions(module, { names: new Set(), texts }, child, tree.next(child));
  }
  return texts;
}

// `path('users/', UserView.as_view(), name='users')`, `(r'/users', UserHandler)`
const MAX_CLIMB = 8;

/** For each wanted name the texts in calls and tuples that have it among their arguments: what registers a handler. */
export function textsBeside(
  modules: readonly Module[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const module of modules) {
    const { tree } = module;
    for (let node = 0; node < tree.size; node++) {
      if (tree.kind(node) !== Kind.identifier || !wanted.has(tree.name(node))) continue;
      let texts = found.get(tree.name(node));
      if (texts === undefined) found.set(tree.name(node), (texts = new Set()));
      gatherBeside(module, node, texts);
    }
    module.release();
  }
  return found;
}

function gatherBeside(module: Module, node: number, texts: Set<string>): void {
  const { tree } = module;
  let around = node;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = tree.parent(around);
    if (parent < 0) return;
    const isArgument = tree.kind(parent) === Kind.call && around === tree.child(parent, Field.arguments);
    if (isArgument || tree.kind(parent) === Kind.tuple) {
      const before = texts.size;
      gatherMentions(module, { names: new Set(), texts }, parent, tree.next(parent));
      if (texts.size > before) return;
    }
    around = parent;
  }
}

/** The code mentions the handler by one of its names, or by one of its routes. */
export function mentionsHandler({ name, names, routes }: HandlerNames, { names: used, texts }: Mentions): boolean {
  if (names.some((one) => used.has(one))) return true;
  // `url_for('users.show_user')`
  const word = new RegExp(`(?<!\\w)${escaped(name)}(?!\\w)`, 'u');
  const patterns = [word, ...routes.map(routePattern)];
  for (const text of texts) if (patterns.some((pattern) => pattern.test(text))) return true;
  return false;
}

/** The last constant part of a route, as a path has it: `/users` of `/users/<int:id>`. */
function routePattern(route: string): RegExp {
  const constant = route
    .replaceAll(/<[^<>]*>|\{[^{}]*\}|\((?:[^()\\]|\\.)*\)|(?<=\/):\w+/g, '/*/')
    .split('/')
    .map((part) => part.replaceAll(/[\^$?*+\\[\]]/g, ''))
    .filter((part) => /[\p{L}\d]/u.test(part));
  const last = constant.at(-1);
  // Nothing but the root, or placeholders: only the address itself.
  if (last === undefined) return /^(?:https?:\/\/[^/]*)?\/?(?:[?#].*)?$/u;
  return new RegExp(`(?:^|[/.:])${escaped(last)}(?:$|[/?#.%])`, 'u');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
