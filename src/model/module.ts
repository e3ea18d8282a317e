// One Python file of the project: its tree, its index and the names of its top level.
import type { SourceFile } from '../discover/source-set.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { Bindings, ResolveImport } from './bindings.ts';
import { dottedText, importedFrom, joinedName, scopeBindings } from './bindings.ts';
import type { ClassNode, FileIndex, FunctionNode } from './file-index.ts';
import { indexFile, MODULE } from './file-index.ts';
import type { ImportPaths } from './import-paths.ts';
import { isPackageFile, relativeBase } from './module-names.ts';

export class Module {
  readonly file: SourceFile;
  readonly tree: LoweredTree;
  /** Dotted name; the first of `names`. */
  readonly name: string;
  readonly names: readonly string[];
  readonly isPackage: boolean;
  readonly index: FileIndex;
  readonly #importPaths: ImportPaths;
  readonly #scopes = new Map<number, Bindings>();
  #found: Imports | undefined;

  constructor(file: SourceFile, tree: LoweredTree, names: readonly string[], importPaths: ImportPaths) {
    this.file = file;
    this.tree = tree;
    this.names = names;
    this.name = names[0] ?? '';
    this.isPackage = isPackageFile(file.path);
    this.index = indexFile(tree);
    this.#importPaths = importPaths;
  }

  get path(): string {
    return this.file.path;
  }

  /** Absolute name of a module, or of a member of one, that an import statement here names after so many dots. Undefined above the top. */
  resolveImport: ResolveImport = (level, name) => {
    if (level === 0) return this.#importPaths.absolute(this.path, name, () => this.#attributesOf(name));
    const found = this.#importPaths.relative(this.path, level, name);
    if (found !== undefined) return found;
    const base = relativeBase(this.name, this.isPackage, level);
    if (base === undefined) return undefined;
    return name === '' ? base : base === '' ? name : `${base}.${name}`;
  };

  /** True for a function, class or value of that name outside of functions and classes. Asks no import, so imports may ask it. */
  definesAtTop(name: string): boolean {
    const { tree, index } = this;
    const number = tree.names.find(name);
    if (number === 0) return false;
    const isThere = (item: FunctionNode | ClassNode): boolean =>
      item.name === number && item.parent === MODULE && item.parentClass === MODULE;
    return (
      index.functions.some(isThere) ||
      index.classes.some(isThere) ||
      index.assignments.some((node) => {
        const left = tree.child(node, Field.left);
        return tree.kind(left) === Kind.identifier && tree.name(left) === number && this.#isAtTop(node);
      })
    );
  }

  #isAtTop(node: number): boolean {
    return this.functionAround(node) === MODULE && this.classAround(node) === MODULE;
  }

  /** Names that are taken from a plain name somewhere in the file: `find` of `db.find()`. */
  #attributesOf(name: string): string[] {
    const { tree, index } = this;
    const number = tree.names.find(name);
    return index.attributes.flatMap((node) => {
      const object = tree.child(node, Field.object);
      if (tree.kind(object) !== Kind.identifier || tree.name(object) !== number) return [];
      return [tree.text(tree.child(node, Field.attribute))];
    });
  }

  /** Bindings of the module's top level. */
  get bindings(): Bindings {
    return this.#scope(0);
  }

  /** Bindings of a function's body, without its parameters. */
  functionBindings(item: FunctionNode): Bindings {
    return this.#scope(item.body);
  }

  /** Bindings of a class's body. */
  classBindings(item: ClassNode): Bindings {
    return this.#scope(item.body);
  }

  /** Gives back what was computed for functions and nodes; who asks again later has it computed again. */
  release(): void {
    this.tree.forgetParents();
    for (const body of this.#scopes.keys()) if (body !== 0) this.#scopes.delete(body);
  }

  #scope(body: number): Bindings {
    let scope = this.#scopes.get(body);
    if (scope === undefined) {
      scope = scopeBindings(this.tree, this.index, body, this.resolveImport);
      this.#scopes.set(body, scope);
    }
    return scope;
  }

  /** Absolute dotted names that the file's import statements name, wherever they stand: modules, and members of modules. */
  importTargets(): readonly string[] {
    return this.#imports().targets;
  }

  /** The import statement of each of `importTargets`. */
  importNodes(): readonly number[] {
    return this.#imports().nodes;
  }

  /** What a name stands for by the file's import statements, wherever they stand: absolute dotted names; none if it is no imported name. */
  importedAs(name: number): readonly string[] {
    return this.#imports().byName.get(name) ?? [];
  }

  #imports(): Imports {
    return (this.#found ??= findImports(this));
  }

  /** Index of the innermost function around a node (itself excluded), or MODULE. */
  functionAround(node: number): number {
    return innermost(this.index.functions, this.tree, node);
  }

  /** Index of the innermost class around a node (itself excluded), or MODULE. */
  classAround(node: number): number {
    return innermost(this.index.classes, this.tree, node);
  }

  /** `Class.method`, `outer.inner`; `<module>` for MODULE. */
  qualifiedName(functionIndex: number): string {
    const item = this.index.functions[functionIndex];
    if (item === undefined) return '<module>';
    const name = item.name === 0 ? '<lambda>' : this.tree.names.text(item.name);
    const outer = this.#outerName(item);
    return outer === '' ? name : `${outer}.${name}`;
  }

  /** `Outer.Inner`. */
  qualifiedClassName(classIndex: number): string {
    const item = this.index.classes[classIndex]!;
    const outer = this.#outerName(item);
    const name = this.tree.names.text(item.name);
    return outer === '' ? name : `${outer}.${name}`;
  }

  // Of the enclosing function and class, the one that starts later is the inner one.
  #outerName(item: { readonly parent: number; readonly parentClass: number }): string {
    const { functions, classes } = this.index;
    const functionStart = item.parent === MODULE ? -1 : functions[item.parent]!.node;
    const classStart = item.parentClass === MODULE ? -1 : classes[item.parentClass]!.node;
    if (functionStart < 0 && classStart < 0) return '';
    return functionStart > classStart ? this.qualifiedName(item.parent) : this.qualifiedClassName(item.parentClass);
  }
}

interface Imports {
  readonly targets: readonly string[];
  readonly nodes: readonly number[];
  readonly byName: ReadonlyMap<number, readonly string[]>;
}

function findImports({ tree, index, resolveImport }: Module): Imports {
  const targets: string[] = [];
  const nodes: number[] = [];
  const add = (target: string, node: number): void => {
    targets.push(target);
    nodes.push(node);
  };
  const byName = new Map<number, string[]>();
  for (const node of index.imports) {
    const isFrom = tree.kind(node) === Kind.import_from_statement;
    const { level, name: base } = isFrom ? importedFrom(tree, node) : { level: 0, name: '' };
    for (const child of tree.children(node)) {
      const isStar = isFrom && tree.kind(child) === Kind.wildcard_import;
      if (!isStar && tree.field(child) !== Field.name) continue;
      const alias = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.alias) : -1;
      const dotted = alias < 0 ? child : tree.child(child, Field.name);
      const target = resolveImport(level, isStar ? base : joinedName(base, dottedText(tree, dotted)));
      if (target === undefined) continue;
      add(target, node);
      if (isStar) continue;
      // `import a.b` binds `a`.
      const local = tree.name(alias < 0 ? dotted + 1 : alias);
      const first = tree.text(dotted + 1);
      const meant = isFrom || alias >= 0 ? target : (resolveImport(0, first) ?? first);
      const known = byName.get(local);
      if (known === undefined) byName.set(local, [meant]);
      else known.push(meant);
    }
  }
  return { targets, nodes, byName };
}

// Definitions are in file order, so the last one that starts before the node and ends after it is the innermost.
function innermost(items: readonly { readonly node: number }[], tree: LoweredTree, node: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.node < node) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) if (tree.next(items[i]!.node) > node) return i;
  return MODULE;
}
