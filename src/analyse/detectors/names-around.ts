// Which names stand around a place, for rules that judge a call by what it is for. In: a place, where to look, words.
// Out: the first name that has one of the words. Leaves alone: what the names mean.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { NamePlace } from '../../rules/use-schema.ts';
import { statementAround } from '../constructs.ts';
import type { Site } from '../interpreter/events.ts';
import { decoratedAround } from './definition-around.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

/**
 * The first name around a place that contains one of the words, as the code writes it. Names are split at `_` and at
 * capitals: `resetToken` has the words `token` and `reset_token`, in singular or plural; `=token` is the whole name only.
 */
export function nameAround(site: Site, places: readonly NamePlace[], words: readonly string[]): string | undefined {
  const matches = matcher(words);
  for (const place of places) {
    for (const name of namesAt(site, place)) if (matches(name)) return name;
  }
  return undefined;
}

function namesAt(site: Site, place: NamePlace): string[] {
  switch (place) {
    case 'result':
      return uses(site).flatMap((use) => resultNames(site.module, use));
    case 'argument':
      return argumentNames(site);
    case 'function':
      return functionNames(site);
    case 'class':
      return classNames(site);
    case 'module':
      return site.module.path
        .replace(/\.\w+$/, '')
        .split('/')
        .slice(-3);
    case 'comment':
      return commentsBeside(site);
    case 'condition':
      return conditionNames(site);
  }
}

const matchers = new WeakMap<readonly string[], (name: string) => boolean>();

function matcher(words: readonly string[]): (name: string) => boolean {
  let found = matchers.get(words);
  if (found === undefined) {
    const whole = new Set(words.filter((word) => word.startsWith('=')).map((word) => word.slice(1)));
    const parts = words.filter((word) => !word.startsWith('='));
    const pattern = parts.length === 0 ? undefined : new RegExp(`_(?:${parts.join('|')})s?_`);
    found = (name) => {
      const snake = snakeCase(name);
      return whole.has(snake) || pattern?.test(`_${snake}_`) === true;
    };
    matchers.set(words, found);
  }
  return found;
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z]{2})/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

/** The place itself, and where the name that its result is bound to is used: `m = md5()` and later `m.hexdigest()`. */
function uses({ module, functionIndex, node }: Site): number[] {
  const { tree } = module;
  const assignment = tree.parent(node);
  if (tree.kind(node) !== Kind.call || tree.kind(assignment) !== Kind.assignment) return [node];
  const left = tree.child(assignment, Field.left);
  if (tree.kind(left) !== Kind.identifier) return [node];
  const name = tree.name(left);
  const later = module.index.calls.filter((call) => {
    if (call < node || module.functionAround(call) !== functionIndex) return false;
    const callee = call + 1;
    return (
      tree.kind(callee) === Kind.attribute &&
      tree.kind(callee + 1) === Kind.identifier &&
      tree.name(callee + 1) === name
    );
  });
  return [node, ...later];
}

/** What the value of an expression is bound to, passed to, compared with or asked for, up to its statement. */
function resultNames(module: Module, start: number): string[] {
  const { tree } = module;
  const names: string[] = [];
  let below = start;
  for (
    let node = start, parent = tree.parent(node);
    parent >= 0;
    below = node, node = parent, parent = tree.parent(node)
  ) {
    switch (tree.kind(parent)) {
      case Kind.keyword_argument:
      case Kind.named_expression:
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        names.push(...lastNames(module, tree.child(parent, Field.name)));
        break;
      case Kind.argument_list:
        names.push(...lastNames(module, tree.child(tree.parent(parent), Field.function)));
        break;
      case Kind.attribute:
        names.push(tree.text(tree.child(parent, Field.attribute)));
        break;
      case Kind.pair:
        if (tree.field(node) === Field.value) names.push(...lastNames(module, tree.child(parent, Field.key)));
        break;
      case Kind.comparison_operator:
        for (const operand of tree.children(parent)) if (operand !== node) names.push(...namesIn(module, operand));
        break;
      case Kind.assignment:
      case Kind.augmented_assignment:
        if (tree.field(node) === Field.right)
          names.push(...lastNames(module, targetOf(tree, tree.child(parent, Field.left), node, below)));
        return names;
      case Kind.block:
      case Kind.module:
        return names;
      default:
        break;
    }
  }
  return names;
}

/** What an element of the right side is assigned to: of `salt, nonce = f(), g()` each call has its own target. */
function targetOf(tree: LoweredTree, left: number, right: number, element: number): number {
  const isList = targetLists.has(tree.kind(left)) && valueLists.has(tree.kind(right));
  if (!isList) return left;
  const targets = tree.children(left);
  const values = tree.children(right);
  const position = values.indexOf(element);
  const isEach = targets.length === values.length && ![...targets, ...values].some((one) => splats.has(tree.kind(one)));
  return isEach && position >= 0 ? targets[position]! : left;
}

const targetLists: ReadonlySet<number> = new Set<number>([Kind.pattern_list, Kind.tuple_pattern]);
const valueLists: ReadonlySet<number> = new Set<number>([Kind.expression_list, Kind.tuple]);
const splats: ReadonlySet<number> = new Set<number>([Kind.list_splat, Kind.list_splat_pattern]);

/** What a target or callee is called: its last name, of an entry its key and what it is an entry of. */
function lastNames(module: Module, node: number): string[] {
  const { tree } = module;
  if (node < 0) return [];
  switch (tree.kind(node)) {
    case Kind.identifier:
      return [tree.text(node)];
    case Kind.attribute:
      return [tree.text(tree.child(node, Field.attribute))];
    case Kind.string:
      return stringName(module, node);
    case Kind.subscript:
      return tree.children(node).flatMap((child) => lastNames(module, child));
    case Kind.pattern_list:
    case Kind.tuple_pattern:
      return tree.children(node).flatMap((child) => lastNames(module, child));
    default:
      return [];
  }
}

function stringName({ tree }: Module, node: number): string[] {
  const constant = tree.next(node) === node + 1 ? stringConstant(tree.text(node)) : undefined;
  const text = constant === undefined ? undefined : textOf(constant);
  // A key, not a sentence.
  return text !== undefined && /^[\w-]{1,40}$/.test(text) ? [text] : [];
}

/** Names in the arguments of the call, and of calls of methods of its result: `m.update(password)`. */
function argumentNames(site: Site): string[] {
  const { module } = site;
  const { tree } = module;
  return uses(site).flatMap((call) => {
    const list = tree.kind(call) === Kind.call ? tree.child(call, Field.arguments) : -1;
    return list < 0 ? [] : namesIn(module, list);
  });
}

/** All names and keys in a subtree. */
function namesIn(module: Module, root: number): string[] {
  const { tree } = module;
  const names: string[] = [];
  const end = tree.next(root);
  for (let node = root; node < end; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier) names.push(tree.text(node));
    else if (kind === Kind.string) names.push(...stringName(module, node));
  }
  return names;
}

function functionNames({ module, functionIndex, node }: Site): string[] {
  const names: string[] = [];
  // A decorator stands outside what it is for.
  const decorated = functionIndex === MODULE ? decoratedAround({ module, functionIndex, node }) : -1;
  if (decorated >= 0) {
    const definition = module.tree.child(decorated, Field.definition);
    names.push(module.tree.text(module.tree.child(definition, Field.name)));
  }
  for (let current = functionIndex; current !== MODULE; current = module.index.functions[current]!.parent) {
    const { name } = module.index.functions[current]!;
    if (name !== 0) names.push(module.tree.names.text(name));
  }
  return names;
}

function classNames({ module, node }: Site): string[] {
  const names: string[] = [];
  for (
    let current = module.classAround(node);
    current !== MODULE;
    current = module.index.classes[current]!.parentClass
  ) {
    names.push(module.tree.names.text(module.index.classes[current]!.name));
  }
  return names;
}

/** What the `if`s around the place ask about, whichever branch it is in. */
function conditionNames({ module, node }: Site): string[] {
  const { tree } = module;
  const names: string[] = [];
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.lambda) break;
    if (kind === Kind.conditional_expression) names.push(...namesIn(module, tree.children(current)[1] ?? current));
    if (kind !== Kind.if_statement && kind !== Kind.elif_clause) continue;
    names.push(...namesIn(module, tree.child(current, Field.condition)));
    // In a later branch the conditions before it count too.
    for (const child of tree.children(current)) {
      if (child < node && tree.kind(child) === Kind.elif_clause)
        names.push(...namesIn(module, tree.child(child, Field.condition)));
    }
  }
  return names;
}

/** Comments on the lines of the statement, and on the line above it. */
function commentsBeside({ module, node }: Site): string[] {
  const { tree } = module;
  const { ranges, texts } = tree.comments;
  const statement = statementAround(tree, node);
  const first = tree.lineOf(statement) - 1;
  const last = tree.line(tree.end(node));
  return texts.filter((_, i) => {
    const line = tree.line(ranges[2 * i]!);
    return line >= first && line <= last;
  });
}
