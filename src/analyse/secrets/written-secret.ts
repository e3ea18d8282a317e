// Where a secret that is used somewhere was written down: the literal is the line to edit. In: the place of the use, the expressions there,
// and the secret's text. Out: the literal, in the same statement or elsewhere in the checkout; undefined where none is surely it.
// Leaves alone: whether the text is a secret; what is put together at run time.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName, literalText } from '../detectors/written-expression.ts';

export interface WrittenSecret {
  readonly module: Module;
  readonly node: number;
}

/** A literal this short is many things: only a name that leads from the use to it tells that it is the one. */
const tellingLength = 6;
const MAX_CLIMB = 12;

/** The literal of a secret that is used in `expression`; `isTest` says which modules only answer for themselves. */
export function writtenSecret(
  project: ProjectModel,
  module: Module,
  expression: number,
  secret: string,
  isTest: (module: Module) => boolean,
): WrittenSecret | undefined {
  const here = literalsIn(module, expression, secret);
  if (here.length > 0) return { module, node: here[0]! };
  const names = namesIn(module, expression);
  const own = literalsIn(module, 0, secret);
  const named = own.filter((node) => holders(module, node).some((name) => names.has(name)));
  // Of several the last one before the use is what holds there, as far as reading tells.
  const nearest = named.findLast((node) => node < expression) ?? named[0];
  if (nearest !== undefined) return { module, node: nearest };
  if (own.length === 1 && secret.length >= tellingLength && !isProse(module, own[0]!)) return { module, node: own[0]! };
  const tokens = tokensOf(project, secret);
  const elsewhere: WrittenSecret[] = [];
  for (const other of tokens.size === 0 ? [] : project.modules) {
    if (other === module || other.file.kind === 'stub' || (isTest(other) && !isTest(module))) continue;
    for (const node of other.index.strings)
      if (tokens.has(other.tree.name(node))) elsewhere.push({ module: other, node });
  }
  const passed = elsewhere.filter((one) => holders(one.module, one.node).some((name) => names.has(name)));
  if (passed.length === 1) return passed[0];
  const imported = passed.filter((one) => isImported(module, one.module));
  if (imported.length === 1) return imported[0];
  const single = elsewhere.length === 1 ? elsewhere[0]! : undefined;
  return single !== undefined && secret.length >= tellingLength && !isProse(single.module, single.node)
    ? single
    : undefined;
}

const MAX_NAMES = 4;

/** The one literal that the names in an expression lead to, as `SEED` does in `sha256(SEED.encode())`; constants of the same file only. */
export function literalBehind(module: Module, functionIndex: number, expression: number): WrittenSecret | undefined {
  const found = new Set<number>();
  collectLiterals(module, functionIndex, expression, found, 0);
  const [only] = found;
  return only !== undefined && found.size === 1 ? { module, node: only } : undefined;
}

function collectLiterals(
  module: Module,
  functionIndex: number,
  expression: number,
  found: Set<number>,
  depth: number,
): void {
  const { tree, index } = module;
  for (let node = expression; node < tree.next(expression); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.string && depth > 0 && node === expression) found.add(node);
    if (kind !== Kind.identifier || depth >= MAX_NAMES) continue;
    const own = functionIndex === MODULE ? undefined : module.functionBindings(index.functions[functionIndex]!);
    const local = own?.byName.get(tree.name(node));
    const bindings = local ?? module.bindings.byName.get(tree.name(node));
    const only = bindings?.length === 1 ? bindings[0]! : undefined;
    if (only?.kind !== 'value' || only.value < 0) continue;
    collectLiterals(module, local === undefined ? MODULE : functionIndex, only.value, found, depth + 1);
  }
}

/** String literals with that text, inside a node; all of the module for its root. */
function literalsIn({ tree, index }: Module, root: number, secret: string): number[] {
  const end = tree.next(root);
  const found: number[] = [];
  // A beginning that holds no escape is in the token as it is.
  const sign = /^[\w-]*/.exec(secret)![0];
  for (const string of index.strings) {
    if (string < root || string >= end || !tree.text(string).includes(sign)) continue;
    const whole = tree.kind(string - 1) === Kind.concatenated_string ? string - 1 : string;
    if (literalText(tree, whole) === secret) found.push(whole);
  }
  return found;
}

const prefixes = ['', 'b', 'u', 'r', 'rb', 'br', 'B', 'U', 'R'];
const quotes = ["'", '"', "'''", '"""'];

/** Numbers of the tokens that write a text, whole and without escapes, as far as any file has them. */
function tokensOf({ names }: ProjectModel, text: string): ReadonlySet<number> {
  const written = prefixes.flatMap((prefix) => quotes.map((quote) => names.find(`${prefix}${quote}${text}${quote}`)));
  return new Set(written.filter((name) => name !== 0));
}

/** Last names, attributes and keys that an expression mentions. */
function namesIn({ tree }: Module, expression: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (let node = expression; node < tree.next(expression); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier) names.add(tree.text(node));
    else if (kind === Kind.string) {
      const text = literalText(tree, node);
      if (text !== undefined) names.add(text);
    }
  }
  return names;
}

/** What a literal is given to: targets, keys, keywords and parameters around it, within its statement. */
function holders({ tree }: Module, literal: number): readonly string[] {
  const names: string[] = [];
  let node = literal;
  for (let steps = 0; steps < MAX_CLIMB; steps++) {
    const parent = tree.parent(node);
    if (parent < 0) break;
    switch (tree.kind(parent)) {
      case Kind.pair: {
        const key = literalText(tree, tree.child(parent, Field.key));
        if (key !== undefined && node !== tree.child(parent, Field.key)) names.push(key);
        break;
      }
      case Kind.keyword_argument:
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        names.push(tree.text(tree.child(parent, Field.name)));
        break;
      case Kind.call:
        // `os.environ.get("KEY", "...")` is read again under that name.
        names.push(...readNames(tree, parent));
        break;
      case Kind.assignment: {
        const target = parent + 1;
        const last = tree.next(target) - 1;
        names.push(literalText(tree, last) ?? tree.text(last));
        return names;
      }
      case Kind.block:
      case Kind.module:
        return names;
      default:
        break;
    }
    node = parent;
  }
  return names;
}

function readNames(tree: Module['tree'], call: number): string[] {
  if (!/^(?:get|getenv|setdefault|config|env|setattr)$/.test(calledName(tree, call))) return [];
  const list = tree.child(call, Field.arguments);
  return list < 0 ? [] : tree.children(list).flatMap((child) => literalText(tree, child) ?? []);
}

/** A literal that is a statement of its own explains. */
function isProse({ tree }: Module, node: number): boolean {
  return tree.kind(tree.parent(node)) === Kind.expression_statement;
}

function isImported(module: Module, other: Module): boolean {
  return module
    .importTargets()
    .some(
      (target) => target === other.name || target.startsWith(`${other.name}.`) || other.name.startsWith(`${target}.`),
    );
}
