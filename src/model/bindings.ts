// What a scope's statements bind: imports, definitions and values, found without running anything.
// In: the statements of one scope. Out: name to its bindings, in file order. Nested scopes are not entered.
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { FileIndex } from './file-index.ts';

export type Binding =
  /** `target` is the absolute dotted name of a module or of a member of one. */
  | { readonly kind: 'import'; readonly target: string; readonly node: number }
  | { readonly kind: 'function'; readonly index: number; readonly node: number }
  | { readonly kind: 'class'; readonly index: number; readonly node: number }
  /** A plain assignment `name = value`; `value` is the expression's node. */
  | { readonly kind: 'value'; readonly value: number; readonly node: number }
  /** Bound in a way that says nothing about the value: a loop target, `with ... as`, unpacking, `+=`, `del`. */
  | { readonly kind: 'other'; readonly node: number };

export interface Bindings {
  readonly byName: ReadonlyMap<number, readonly Binding[]>;
  /** Absolute names of star-imported modules. */
  readonly stars: readonly string[];
  /** Names declared `global` (in a function) or `nonlocal`. */
  readonly outer: ReadonlySet<number>;
}

/** Absolute dotted name of what stands after `level` dots in an import statement; undefined if that is above the top. */
export type ResolveImport = (level: number, name: string) => string | undefined;

/** Binds the scope whose statements are the subtree of `body` (a module or block). */
export function scopeBindings(
  tree: LoweredTree,
  index: FileIndex,
  body: number,
  resolveImport: ResolveImport,
): Bindings {
  const byName = new Map<number, Binding[]>();
  const stars: string[] = [];
  const outer = new Set<number>();
  const bind = (name: number, binding: Binding): void => {
    if (name === 0) return;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [binding]);
    else list.push(binding);
  };
  const bindTargets = (target: number): void => {
    switch (tree.kind(target)) {
      case Kind.identifier:
        bind(tree.name(target), { kind: 'other', node: target });
        break;
      case Kind.attribute:
      case Kind.subscript:
        break;
      default:
        for (const child of tree.children(target)) bindTargets(child);
    }
  };
  const end = tree.next(body);
  for (let node = body + 1; node < end;) {
    let next = node + 1;
    switch (tree.kind(node)) {
      case Kind.function_definition: {
        const found = index.functionOfNode.get(node)!;
        bind(index.functions[found]!.name, { kind: 'function', index: found, node });
        next = tree.next(node);
        break;
      }
      case Kind.class_definition: {
        const found = index.classOfNode.get(node)!;
        bind(index.classes[found]!.name, { kind: 'class', index: found, node });
        next = tree.next(node);
        break;
      }
      case Kind.lambda:
      case Kind.list_comprehension:
      case Kind.set_comprehension:
      case Kind.dictionary_comprehension:
      case Kind.generator_expression:
        next = tree.next(node);
        break;
      case Kind.import_statement:
        bindImport(tree, node, resolveImport, bind);
        next = tree.next(node);
        break;
      case Kind.import_from_statement:
        bindFromImport(tree, node, resolveImport, bind, stars);
        next = tree.next(node);
        break;
      case Kind.assignment: {
        const left = tree.child(node, Field.left);
        const right = tree.child(node, Field.right);
        if (tree.kind(left) === Kind.identifier) {
          // A bare annotation binds nothing.
          if (right >= 0) bind(tree.name(left), { kind: 'value', value: innermostValue(tree, right), node });
        } else if (!bindElements(tree, left, right, node, bind)) bindTargets(left);
        break;
      }
      case Kind.augmented_assignment:
      case Kind.for_statement:
        bindTargets(tree.child(node, Field.left));
        break;
      case Kind.named_expression:
        bindTargets(tree.child(node, Field.name));
        break;
      case Kind.as_pattern_target:
        bindTargets(node);
        break;
      case Kind.delete_statement:
        for (const child of tree.children(node)) bindTargets(child);
        break;
      case Kind.global_statement:
      case Kind.nonlocal_statement:
        for (const child of tree.children(node)) outer.add(tree.name(child));
        break;
      case Kind.case_pattern:
        bindPatternNames(tree, node, bind);
        next = tree.next(node);
        break;
      default:
        break;
    }
    node = next;
  }
  return { byName, stars, outer };
}

const lists: ReadonlySet<number> = new Set<number>([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.expression_list,
  Kind.tuple,
  Kind.list,
]);

/** `a, b = x, y`: each name its own value. False, and nothing bound, where the two sides do not tell which belongs to which. */
function bindElements(
  tree: LoweredTree,
  left: number,
  right: number,
  node: number,
  bind: (name: number, binding: Binding) => void,
): boolean {
  if (right < 0 || !lists.has(tree.kind(left)) || !lists.has(tree.kind(right))) return false;
  const [targets, values] = [tree.children(left), tree.children(right)];
  if (targets.length !== values.length || values.some((value) => tree.kind(value) === Kind.list_splat)) return false;
  if (!targets.every((target) => tree.kind(target) === Kind.identifier)) return false;
  targets.forEach((target, index) => bind(tree.name(target), { kind: 'value', value: values[index]!, node }));
  return true;
}

/** The value of `a = b = value`. */
function innermostValue(tree: LoweredTree, right: number): number {
  let node = right;
  while (tree.kind(node) === Kind.assignment) {
    const inner = tree.child(node, Field.right);
    if (inner < 0) break;
    node = inner;
  }
  return node;
}

/** Text of a dotted_name or identifier. */
export function dottedText(tree: LoweredTree, node: number): string {
  if (tree.kind(node) === Kind.identifier) return tree.text(node);
  return tree
    .children(node)
    .map((child) => tree.text(child))
    .join('.');
}

function bindImport(
  tree: LoweredTree,
  node: number,
  resolveImport: ResolveImport,
  bind: (name: number, binding: Binding) => void,
): void {
  const absolute = (dotted: string): string => resolveImport(0, dotted) ?? dotted;
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.aliased_import) {
      const target = absolute(dottedText(tree, tree.child(child, Field.name)));
      bind(tree.name(tree.child(child, Field.alias)), { kind: 'import', target, node: child });
    } else if (tree.kind(child) === Kind.dotted_name) {
      // `import a.b` binds `a`.
      const first = child + 1;
      bind(tree.name(first), { kind: 'import', target: absolute(tree.text(first)), node: child });
    }
  }
}

/** What stands between `from` and `import`: how many dots, and the dotted name behind them (empty for `from . import x`). */
export function importedFrom(tree: LoweredTree, node: number): { readonly level: number; readonly name: string } {
  const module = tree.child(node, Field.module_name);
  if (tree.kind(module) !== Kind.relative_import) return { level: 0, name: dottedText(tree, module) };
  const prefix = tree.childOfKind(module, Kind.import_prefix);
  const level = tree.text(prefix).replace(/[^.]/g, '').length || tree.end(prefix) - tree.start(prefix);
  const name = tree.childOfKind(module, Kind.dotted_name);
  return { level, name: name < 0 ? '' : dottedText(tree, name) };
}

/** `a.b` and `c` are `a.b.c`; nothing and `c` are `c`. */
export function joinedName(base: string, name: string): string {
  return base === '' ? name : `${base}.${name}`;
}

function bindFromImport(
  tree: LoweredTree,
  node: number,
  resolveImport: ResolveImport,
  bind: (name: number, binding: Binding) => void,
  stars: string[],
): void {
  const { level, name: base } = importedFrom(tree, node);
  const meant = (name: string): string => resolveImport(level, joinedName(base, name)) ?? `?.${name}`;
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.wildcard_import) {
      const module = resolveImport(level, base);
      if (module !== undefined) stars.push(module);
      continue;
    }
    if (tree.field(child) !== Field.name) continue;
    const isAliased = tree.kind(child) === Kind.aliased_import;
    const target = meant(dottedText(tree, isAliased ? tree.child(child, Field.name) : child));
    bind(tree.name(isAliased ? tree.child(child, Field.alias) : child + 1), { kind: 'import', target, node: child });
  }
}

function bindPatternNames(tree: LoweredTree, pattern: number, bind: (name: number, binding: Binding) => void): void {
  const end = tree.next(pattern);
  for (let node = pattern; node < end; node++) {
    const kind = tree.kind(node);
    // A single-name capture is a dotted_name of one identifier directly in a case_pattern.
    if (
      kind === Kind.dotted_name &&
      tree.kind(tree.parent(node)) === Kind.case_pattern &&
      tree.next(node) === node + 2
    ) {
      bind(tree.name(node + 1), { kind: 'other', node });
    } else if (kind === Kind.identifier && tree.kind(tree.parent(node)) !== Kind.dotted_name) {
      bind(tree.name(node), { kind: 'other', node });
    }
  }
}
