// What one round of a loop may tell the next: variables that are read before the round has given them a value. In: the loop. Leaves alone:
// what objects hold, but for those that the loop only fills.
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** Numbers of names. */
export interface Carried {
  /** Variables that a round may read before it sets them. */
  readonly read: ReadonlySet<number>;
  /** Variables that the loop mentions only to put something into what they hold: `found.append(x)`, `found[key] = x`. */
  readonly filled: ReadonlySet<number>;
}

const known = new WeakMap<Module, Map<number, Carried>>();

/** For a loop, which is a statement. */
export function carriedNames(module: Module, loop: number): Carried {
  let ofModule = known.get(module);
  if (ofModule === undefined) known.set(module, (ofModule = new Map<number, Carried>()));
  let found = ofModule.get(loop);
  if (found === undefined) ofModule.set(loop, (found = find(module, loop)));
  return found;
}

function find({ tree }: Module, loop: number): Carried {
  const reads = new Reads(tree);
  const set = new Set<number>();
  if (tree.kind(loop) === Kind.for_statement) reads.define(tree.child(loop, Field.left), set);
  else reads.read(tree.child(loop, Field.condition), set);
  reads.block(tree.child(loop, Field.body), set);
  const { early, all, filled } = reads;
  return { read: early, filled: new Set([...filled].filter((name) => !all.has(name))) };
}

const filling = /^(?:append|appendleft|extend|add|update|insert)$/;

/** Names that code has surely given a value so far; undefined where nothing goes on. */
type Assigned = Set<number> | undefined;

class Reads {
  /** Names read before they were surely given a value. */
  readonly early = new Set<number>();
  /** Names read or set anywhere, but for those that are only filled there. */
  readonly all = new Set<number>();
  readonly filled = new Set<number>();
  readonly #tree: LoweredTree;

  constructor(tree: LoweredTree) {
    this.#tree = tree;
  }

  /** All names below a node are read, but those of attributes. */
  read(from: number, set: ReadonlySet<number>): void {
    const tree = this.#tree;
    for (let node = from; node >= 0 && node < tree.next(from); node++) {
      if (tree.kind(node) !== Kind.identifier || tree.field(node) === Field.attribute) continue;
      this.all.add(tree.name(node));
      if (!set.has(tree.name(node))) this.early.add(tree.name(node));
    }
  }

  /** A target is given a value. */
  define(target: number, set: Set<number>): void {
    const tree = this.#tree;
    const kind = tree.kind(target);
    if (kind === Kind.identifier) {
      set.add(tree.name(target));
      this.all.add(tree.name(target));
    } else if (kind === Kind.pattern_list || kind === Kind.tuple_pattern || kind === Kind.list_pattern)
      for (const child of tree.children(target)) this.define(child, set);
    else if (kind === Kind.subscript && tree.kind(tree.child(target, Field.value)) === Kind.identifier) {
      this.filled.add(tree.name(tree.child(target, Field.value)));
      this.read(tree.child(target, Field.subscript), set);
    } else this.read(target, set);
  }

  /** `found.append(x)` as a statement. */
  #fills(call: number, set: ReadonlySet<number>): boolean {
    const tree = this.#tree;
    if (tree.kind(call) !== Kind.call) return false;
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute || !filling.test(tree.text(tree.child(callee, Field.attribute))))
      return false;
    const object = tree.child(callee, Field.object);
    if (tree.kind(object) !== Kind.identifier) return false;
    this.filled.add(tree.name(object));
    this.read(tree.child(call, Field.arguments), set);
    return true;
  }

  block(block: number, set: Set<number>): Assigned {
    let after: Assigned = set;
    for (const statement of this.#tree.children(block)) {
      if (after === undefined) break;
      after = this.#statement(statement, after);
    }
    return after;
  }

  #statement(node: number, set: Set<number>): Assigned {
    const tree = this.#tree;
    switch (tree.kind(node)) {
      case Kind.expression_statement:
        for (const child of tree.children(node)) this.#expression(child, set);
        return set;
      case Kind.return_statement:
      case Kind.raise_statement:
      case Kind.break_statement:
      case Kind.continue_statement:
        this.read(node, set);
        return undefined;
      case Kind.if_statement:
        return this.#branches(node, set);
      case Kind.for_statement: {
        this.read(tree.child(node, Field.right), set);
        const inside = new Set(set);
        this.define(tree.child(node, Field.left), inside);
        this.#inside(node, inside, set);
        return set;
      }
      case Kind.while_statement:
        this.read(tree.child(node, Field.condition), set);
        this.#inside(node, new Set(set), set);
        return set;
      case Kind.try_statement:
        return this.#attempt(node, set);
      case Kind.with_statement: {
        const clause = tree.childOfKind(node, Kind.with_clause);
        for (const item of tree.children(clause)) {
          const value = tree.child(item, Field.value);
          const target = value < 0 ? -1 : tree.childOfKind(value, Kind.as_pattern_target);
          this.read(target < 0 ? item : value + 1, set);
          if (target >= 0) this.define(target + 1, set);
        }
        // A context may swallow what its block raises: then not all of the block has run.
        const after = this.block(tree.child(node, Field.body), new Set(set));
        return after === undefined ? undefined : set;
      }
      default:
        // Definitions, `match`, `del` and the rest: everything in them is read.
        this.read(node, set);
        return set;
    }
  }

  #expression(node: number, set: Set<number>): void {
    const tree = this.#tree;
    if (tree.kind(node) !== Kind.assignment) {
      if (!this.#fills(node, set)) this.read(node, set);
      return;
    }
    const right = tree.child(node, Field.right);
    if (right < 0) return;
    // `a = b = value`
    this.#expression(right, set);
    this.define(tree.child(node, Field.left), set);
  }

  #branches(node: number, set: Set<number>): Assigned {
    const tree = this.#tree;
    this.read(tree.child(node, Field.condition), set);
    const ends: Assigned[] = [this.block(tree.child(node, Field.consequence), new Set(set))];
    let hasElse = false;
    for (const child of tree.children(node)) {
      if (tree.field(child) !== Field.alternative) continue;
      if (tree.kind(child) === Kind.else_clause) {
        hasElse = true;
        ends.push(this.block(tree.child(child, Field.body), new Set(set)));
      } else {
        this.read(tree.child(child, Field.condition), set);
        ends.push(this.block(tree.child(child, Field.consequence), new Set(set)));
      }
    }
    return meet(hasElse ? ends : [...ends, set]);
  }

  /** Body and `else` of a loop inside, which may not run at all. */
  #inside(node: number, inside: Set<number>, set: Set<number>): void {
    const tree = this.#tree;
    this.block(tree.child(node, Field.body), inside);
    const otherwise = tree.childOfKind(node, Kind.else_clause);
    if (otherwise >= 0) this.block(tree.child(otherwise, Field.body), new Set(set));
  }

  #attempt(node: number, set: Set<number>): Assigned {
    const tree = this.#tree;
    let after = this.block(tree.child(node, Field.body), new Set(set));
    const ends: Assigned[] = [];
    let last = -1;
    for (const child of tree.children(node)) {
      const kind = tree.kind(child);
      if (kind === Kind.except_clause) ends.push(this.#handler(child, new Set(set)));
      else if (kind === Kind.else_clause && after !== undefined)
        after = this.block(tree.child(child, Field.body), after);
      else if (kind === Kind.finally_clause) last = tree.childOfKind(child, Kind.block);
    }
    const met = meet([after, ...ends]);
    if (last < 0) return met;
    // It runs also when the body was left half way.
    this.block(last, new Set(set));
    return met === undefined ? undefined : this.block(last, met);
  }

  #handler(clause: number, set: Set<number>): Assigned {
    const tree = this.#tree;
    const block = tree.childOfKind(clause, Kind.block);
    for (const part of tree.children(clause)) {
      if (part === block) continue;
      const target = tree.childOfKind(part, Kind.as_pattern_target);
      this.read(target < 0 ? part : part + 1, set);
      if (target >= 0) this.define(target + 1, set);
    }
    return block < 0 ? set : this.block(block, set);
  }
}

/** What has a value on every way that goes on. */
function meet(ends: readonly Assigned[]): Assigned {
  const open = ends.filter((one) => one !== undefined);
  if (open.length === 0) return undefined;
  return new Set([...open[0]!].filter((name) => open.every((one) => one.has(name))));
}
