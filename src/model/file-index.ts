// One scan over a file's tree: where its functions, classes, imports, loops and calls are.
// In: a lowered tree. Out: plain lists of nodes, in file order. Leaves alone: what names mean.
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';

/** Index of the module's own scope where a list of functions or classes is meant. */
export const MODULE = -1;

export interface FunctionNode {
  /** function_definition, or lambda. */
  readonly node: number;
  /** Number of its name; 0 for a lambda. */
  readonly name: number;
  /** Innermost enclosing function and class, or MODULE. */
  readonly parent: number;
  readonly parentClass: number;
  /** The class whose body it stands in directly, or MODULE. */
  readonly methodOf: number;
  /** Block of a function, expression of a lambda. */
  readonly body: number;
  /** parameters node, or -1. */
  readonly parameters: number;
  /** decorated_definition node, or -1. */
  readonly decorated: number;
  readonly isAsync: boolean;
}

export interface ClassNode {
  readonly node: number;
  readonly name: number;
  readonly parent: number;
  readonly parentClass: number;
  readonly body: number;
  /** argument_list of bases and keywords, or -1. */
  readonly superclasses: number;
  readonly decorated: number;
}

export interface FileIndex {
  readonly functions: readonly FunctionNode[];
  readonly classes: readonly ClassNode[];
  /** import_statement, import_from_statement and future_import_statement nodes. */
  readonly imports: readonly number[];
  readonly calls: readonly number[];
  /** for_statement and while_statement nodes. */
  readonly loops: readonly number[];
  readonly handlers: readonly number[];
  readonly raises: readonly number[];
  readonly asserts: readonly number[];
  readonly strings: readonly number[];
  readonly assignments: readonly number[];
  readonly attributes: readonly number[];
  /** For each function the index in `functions`; by node. */
  readonly functionOfNode: ReadonlyMap<number, number>;
  readonly classOfNode: ReadonlyMap<number, number>;
}

/** Scans the whole tree once. */
export function indexFile(tree: LoweredTree): FileIndex {
  const functions: FunctionNode[] = [];
  const classes: ClassNode[] = [];
  const imports: number[] = [];
  const calls: number[] = [];
  const loops: number[] = [];
  const handlers: number[] = [];
  const raises: number[] = [];
  const asserts: number[] = [];
  const strings: number[] = [];
  const assignments: number[] = [];
  const attributes: number[] = [];
  const functionOfNode = new Map<number, number>();
  const classOfNode = new Map<number, number>();
  // Enclosing definitions: where each ends, and what to fall back to.
  const open: { end: number; isClass: boolean; index: number }[] = [];
  let innerEnd = Infinity;
  let decorated = -1;
  const innermost = (isClass: boolean): number => {
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.isClass === isClass) return open[i]!.index;
    return MODULE;
  };
  for (let node = 0; node < tree.size; node++) {
    while (node >= innerEnd) {
      open.pop();
      innerEnd = open.at(-1)?.end ?? Infinity;
    }
    switch (tree.kind(node)) {
      case Kind.call:
        calls.push(node);
        break;
      case Kind.attribute:
        attributes.push(node);
        break;
      case Kind.string:
        strings.push(node);
        break;
      case Kind.assignment:
      case Kind.augmented_assignment:
        assignments.push(node);
        break;
      case Kind.for_statement:
      case Kind.while_statement:
        loops.push(node);
        break;
      case Kind.except_clause:
        handlers.push(node);
        break;
      case Kind.raise_statement:
        raises.push(node);
        break;
      case Kind.assert_statement:
        asserts.push(node);
        break;
      case Kind.import_statement:
      case Kind.import_from_statement:
        imports.push(node);
        break;
      case Kind.decorated_definition:
        decorated = node;
        break;
      case Kind.function_definition:
      case Kind.lambda: {
        const nameNode = tree.child(node, Field.name);
        const top = open.at(-1);
        functions.push({
          node,
          name: nameNode < 0 ? 0 : tree.name(nameNode),
          parent: innermost(false),
          parentClass: innermost(true),
          methodOf: top?.isClass === true ? top.index : MODULE,
          body: tree.child(node, Field.body),
          parameters: tree.child(node, Field.parameters),
          decorated: decorated >= 0 && tree.child(decorated, Field.definition) === node ? decorated : -1,
          isAsync: tree.childOfKind(node, Kind["'async'"]) >= 0,
        });
        functionOfNode.set(node, functions.length - 1);
        innerEnd = tree.next(node);
        open.push({ end: innerEnd, isClass: false, index: functions.length - 1 });
        break;
      }
      case Kind.class_definition: {
        const nameNode = tree.child(node, Field.name);
        classes.push({
          node,
          name: nameNode < 0 ? 0 : tree.name(nameNode),
          parent: innermost(false),
          parentClass: innermost(true),
          body: tree.child(node, Field.body),
          superclasses: tree.child(node, Field.superclasses),
          decorated: decorated >= 0 && tree.child(decorated, Field.definition) === node ? decorated : -1,
        });
        classOfNode.set(node, classes.length - 1);
        innerEnd = tree.next(node);
        open.push({ end: innerEnd, isClass: true, index: classes.length - 1 });
        break;
      }
      default:
        break;
    }
  }
  // The long lists are kept for the whole run, so they give back the room they were growing into.
  return {
    functions,
    classes,
    imports,
    calls: calls.slice(),
    loops,
    handlers,
    raises,
    asserts,
    strings: strings.slice(),
    assignments: assignments.slice(),
    attributes: attributes.slice(),
    functionOfNode,
    classOfNode,
  };
}
