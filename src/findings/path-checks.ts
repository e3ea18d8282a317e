// The code beside a taint path that looks at the same values: whoever accepts the path may rely on it, known to us or not. In: the
// steps of a path and the trees. Out: ranges of statements, in the order of the path and the file. What only logs or prints is none.
// Leaves alone: whether a check holds.
import type { FlowStep, Place } from '../analyse/analysis.ts';
import { headerRange, statementAround } from '../analyse/constructs.ts';
import type { FilePath } from '../base/file-path.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import { nodeAt } from './node-at.ts';

/** The statements of the functions on the path, up to the last step in each, that mention a name of a step and are no step. */
export function checksOnPath(steps: readonly FlowStep[], treeOf: (file: string) => LoweredTree | undefined): Place[] {
  const found: Place[] = [];
  for (const scope of scopesOf(steps, treeOf)) {
    const { file, tree } = scope;
    found.push(...checksOf(scope).map((range) => ({ file, range })));
    tree.forgetParents();
  }
  return found;
}

interface Scope {
  readonly file: FilePath;
  readonly tree: LoweredTree;
  /** The function's node, or the module's. */
  readonly node: number;
  /** Nodes of the steps in it, without those in functions inside of it. */
  readonly steps: number[];
}

/** What stands for the values on the path. */
interface Known {
  readonly names: Set<number>;
  readonly expressions: Expression[];
}

/** An attribute such as `request.args`, and the key that is asked of it; 0: none that is written there. */
interface Expression {
  readonly leaves: string;
  readonly key: number;
}

function scopesOf(steps: readonly FlowStep[], treeOf: (file: string) => LoweredTree | undefined): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const { file, range } of steps) {
    const tree = treeOf(file);
    const at = tree && nodeAt(tree, range);
    if (tree === undefined || at === undefined) continue;
    const node = functionAround(tree, at);
    const key = `${file}\0${node}`;
    const scope = scopes.get(key) ?? { file, tree, node, steps: [] };
    scopes.set(key, scope);
    scope.steps.push(at);
  }
  return [...scopes.values()];
}

function functionAround(tree: LoweredTree, node: number): number {
  let current = node;
  while (current > 0 && tree.kind(current) !== Kind.function_definition) current = tree.parent(current);
  return Math.max(current, 0);
}

function checksOf({ tree, node: scope, steps }: Scope): { start: number; end: number }[] {
  const known: Known = { names: new Set(), expressions: [] };
  const own = new Set(steps.map((step) => statementAround(tree, step)));
  // The header of the function holds all its parameters; the step is one of them.
  for (const step of steps) {
    if (tree.kind(step) === Kind.attribute) known.expressions.push(expressionOf(tree, step));
    else addNames(tree, step, known);
  }
  for (const statement of own) if (isAssignment(tree, statement)) addTargets(tree, statement, known);
  const last = Math.max(...steps.map((step) => tree.start(step)));
  const holdsStep = (node: number): boolean => steps.some((step) => step >= node && step < tree.next(node));
  const found: { start: number; end: number }[] = [];
  const take = (node: number): void => void found.push({ start: tree.start(node), end: tree.end(node) });

  const walk = (node: number): void => {
    if (tree.start(node) > last || isDefinition(tree.kind(node))) return;
    if (!holdsStep(node)) {
      if (mentions(tree, node, known) && !onlyTells(tree, node)) {
        take(node);
        if (isAssignment(tree, node)) addTargets(tree, node, known);
      }
      return;
    }
    const header = headerRange(tree, node);
    const parts = tree.children(node).filter((child) => isPart(tree.kind(child)));
    if (parts.length === 0) return;
    const asks = tree.children(node).some((child) => !isPart(tree.kind(child)) && mentions(tree, child, known));
    if (asks && !own.has(node)) found.push(header);
    for (const part of parts) {
      const isBlock = tree.kind(part) === Kind.block;
      // What is done instead belongs to the check: `if not ok(q): abort()`.
      if (!holdsStep(part) && (asks || mentions(tree, part, known))) take(part);
      else if (isBlock) for (const child of tree.children(part)) walk(child);
      else walk(part);
    }
  };
  const body = scope === 0 ? 0 : tree.child(scope, Field.body);
  if (body >= 0) for (const child of tree.children(body)) walk(child);
  return found;
}

const partKinds: ReadonlySet<number> = new Set<number>([
  Kind.block,
  Kind.elif_clause,
  Kind.else_clause,
  Kind.except_clause,
  Kind.finally_clause,
  Kind.case_clause,
]);

function isPart(kind: number): boolean {
  return partKinds.has(kind);
}

function isDefinition(kind: number): boolean {
  return kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.decorated_definition;
}

function isAssignment(tree: LoweredTree, node: number): boolean {
  const inner = tree.kind(node) === Kind.expression_statement ? node + 1 : node;
  return tree.kind(inner) === Kind.assignment || tree.kind(inner) === Kind.augmented_assignment;
}

/** Names of values in a subtree; `self` says nothing, but its attributes do. */
function* namesIn(tree: LoweredTree, root: number): Generator<number> {
  const self = [tree.names.find('self'), tree.names.find('cls')].filter((name) => name !== 0);
  for (let node = root; node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.identifier || self.includes(tree.name(node))) continue;
    const field = tree.field(node);
    if (node !== root && (field === Field.attribute || field === Field.function)) {
      const object = tree.child(tree.parent(node), Field.object);
      if (field === Field.function || object < 0 || !self.includes(tree.name(object))) continue;
    }
    const parent = tree.parent(node);
    if (field === Field.name && parent >= 0 && tree.kind(parent) === Kind.keyword_argument) continue;
    yield tree.name(node);
  }
}

function addNames(tree: LoweredTree, root: number, { names }: Known): void {
  for (const name of namesIn(tree, root)) names.add(name);
}

function addTargets(tree: LoweredTree, statement: number, known: Known): void {
  const inner = tree.kind(statement) === Kind.expression_statement ? statement + 1 : statement;
  const target = tree.child(inner, Field.left);
  if (target >= 0) addNames(tree, target, known);
}

function mentions(tree: LoweredTree, root: number, { names, expressions }: Known): boolean {
  for (const name of namesIn(tree, root)) if (names.has(name)) return true;
  if (expressions.length === 0) return false;
  for (let node = root; node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.attribute) continue;
    const one = expressionOf(tree, node);
    if (expressions.some((other) => other.leaves === one.leaves && other.key === one.key)) return true;
  }
  return false;
}

/** `request.args["q"]` and `request.args.get("q")` are one value, `request.args["r"]` is another. */
function expressionOf(tree: LoweredTree, node: number): Expression {
  const leaves: number[] = [];
  for (let leaf = node; leaf < tree.next(node); leaf++) if (tree.name(leaf) !== 0) leaves.push(tree.name(leaf));
  return { leaves: leaves.join(' '), key: keyBehind(tree, node) };
}

function keyBehind(tree: LoweredTree, node: number): number {
  const parent = tree.parent(node);
  if (parent < 0) return 0;
  if (tree.kind(parent) === Kind.subscript) {
    const key = tree.child(parent, Field.subscript);
    return key < 0 || key === node ? 0 : tree.name(key);
  }
  const call = tree.kind(parent) === Kind.attribute ? tree.parent(parent) : -1;
  if (call < 0 || tree.kind(call) !== Kind.call || tree.child(call, Field.function) !== parent) return 0;
  const list = tree.child(call, Field.arguments);
  const [first] = list < 0 ? [] : tree.children(list);
  return first === undefined ? 0 : tree.name(first);
}

const telling: ReadonlySet<string> = new Set([
  'debug',
  'info',
  'warning',
  'error',
  'exception',
  'critical',
  'print',
  'log',
]);

/** A call of a log or `print`, and nothing else. */
function onlyTells(tree: LoweredTree, node: number): boolean {
  if (tree.kind(node) !== Kind.expression_statement && tree.kind(node) !== Kind.call) return false;
  const call = tree.kind(node) === Kind.call ? node : node + 1;
  if (tree.kind(call) !== Kind.call) return false;
  const callee = tree.child(call, Field.function);
  const name = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
  return name >= 0 && telling.has(tree.text(name));
}
