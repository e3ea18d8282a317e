// Product of `model`: modules by name, and what any dotted name stands for. Names are resolved, never guessed from text.
import type { ProjectFile } from '../discover/source-set.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { NameTable } from '../parse/name-table.ts';
import type { Binding } from './bindings.ts';
import { dottedText } from './bindings.ts';
import type { ClassNode, FunctionNode } from './file-index.ts';
import { MODULE } from './file-index.ts';
import type { Module } from './module.ts';

/** What a name stands for. */
export type Definition =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'function'; readonly module: Module; readonly index: number }
  | { readonly kind: 'class'; readonly module: Module; readonly index: number }
  /** A value bound at the top level of a module. */
  | { readonly kind: 'value'; readonly module: Module; readonly name: number; readonly bindings: readonly Binding[] }
  /** Not in the checkout: the qualified name, `subprocess.run`. */
  | { readonly kind: 'external'; readonly name: string };

export interface ClassRef {
  readonly module: Module;
  readonly index: number;
}

/** A class's bases, resolved: classes of the checkout and names of others. */
export interface Ancestry {
  /** The class itself first, then bases in the order of discovery, depth first, at most 5 levels deep. */
  readonly classes: readonly ClassRef[];
  /** Qualified names of bases outside the checkout. */
  readonly external: readonly string[];
}

// Deeper hierarchies exist only in generated code; a bound keeps a cycle from hanging us.
const MAX_ANCESTRY_DEPTH = 8;
const MAX_REEXPORTS = 12;

export class ProjectModel {
  /** In path order. */
  readonly modules: readonly Module[];
  readonly names: NameTable;
  readonly projectFiles: readonly ProjectFile[];
  readonly #byName: ReadonlyMap<string, Module>;
  readonly #topLevel: ReadonlySet<string>;
  readonly #ancestry = new Map<Module, Map<number, Ancestry>>();

  constructor(modules: readonly Module[], names: NameTable, projectFiles: readonly ProjectFile[]) {
    this.modules = modules;
    this.names = names;
    this.projectFiles = projectFiles;
    const byName = new Map<string, Module>();
    for (const module of modules) {
      if (module.file.kind === 'stub') continue;
      for (const name of module.names) if (!byName.has(name)) byName.set(name, module);
    }
    this.#byName = byName;
    this.#topLevel = new Set([...byName.keys()].map((name) => name.split('.', 1)[0]!));
  }

  /** The module with a dotted name, if the checkout has it. */
  module(name: string): Module | undefined {
    return this.#byName.get(name);
  }

  /** True if the first component of a dotted name is a package or module of the checkout. */
  isOwn(name: string): boolean {
    const dot = name.indexOf('.');
    return this.#topLevel.has(dot < 0 ? name : name.slice(0, dot));
  }

  /** What an absolute dotted name stands for; follows re-exports and star imports inside the checkout. */
  resolve(dotted: string, depth = 0): Definition {
    const external: Definition = { kind: 'external', name: dotted };
    if (depth > MAX_REEXPORTS || !this.isOwn(dotted)) return external;
    const parts = dotted.split('.');
    for (let length = parts.length; length > 0; length--) {
      const module = this.#byName.get(parts.slice(0, length).join('.'));
      if (module === undefined) continue;
      if (length === parts.length) return { kind: 'module', module };
      const member = this.member(module, parts[length]!, depth);
      if (member === undefined) return external;
      return this.#descend(member, parts.slice(length + 1), depth) ?? external;
    }
    return external;
  }

  /** What a name at the top level of a module stands for; undefined if nothing there binds it. */
  member(module: Module, name: string, depth = 0): Definition | undefined {
    const number = this.names.find(name);
    const bindings = number === 0 ? undefined : module.bindings.byName.get(number);
    if (bindings !== undefined) return this.#bound(module, number, bindings, depth);
    const submodule = this.#byName.get(`${module.name}.${name}`);
    if (submodule !== undefined && module.isPackage) return { kind: 'module', module: submodule };
    if (depth > MAX_REEXPORTS) return undefined;
    for (const star of module.bindings.stars) {
      const source = this.#byName.get(star);
      if (source === undefined || source === module) continue;
      const found = this.member(source, name, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #bound(module: Module, name: number, bindings: readonly Binding[], depth: number): Definition {
    // Of several bindings (try/except imports, if/else) the first that resolves inside the checkout or to a definition.
    for (const binding of bindings) {
      if (binding.kind === 'function' || binding.kind === 'class') {
        return { kind: binding.kind, module, index: binding.index };
      }
      if (binding.kind === 'import') return this.resolve(binding.target, depth + 1);
    }
    const only = bindings.length === 1 ? bindings[0]! : undefined;
    if (only?.kind === 'value') {
      // `run = subprocess.run`: an alias is what it stands for.
      const alias = this.dotted(module, MODULE, only.value, depth + 1);
      if (alias !== undefined && alias.kind !== 'value') return alias;
    }
    return { kind: 'value', module, name, bindings };
  }

  #descend(definition: Definition, rest: readonly string[], depth: number): Definition | undefined {
    if (rest.length === 0) return definition;
    switch (definition.kind) {
      case 'module': {
        const member = this.member(definition.module, rest[0]!, depth + 1);
        if (member === undefined) return { kind: 'external', name: `${definition.module.name}.${rest.join('.')}` };
        return this.#descend(member, rest.slice(1), depth + 1);
      }
      case 'external':
        // `import ns.mod` binds `ns`, which is no module where it is a folder without `__init__.py`; `ns.mod` is one.
        return this.resolve(`${definition.name}.${rest.join('.')}`, depth + 1);
      case 'class': {
        const method = this.method(definition, rest[0]!);
        if (method !== undefined && rest.length === 1) return { kind: 'function', ...method };
        return {
          kind: 'external',
          name: `${definition.module.name}.${definition.module.qualifiedClassName(definition.index)}.${rest.join('.')}`,
        };
      }
      case 'function':
      case 'value':
        // What a value holds is for the interpreter to say.
        return undefined;
    }
  }

  /**
   * What a name or dotted expression stands for, seen from a function of a module (MODULE: its top level), by scopes
   * alone. Undefined if it is not a dotted name, or its first part is a parameter or a local that says nothing.
   */
  dotted(module: Module, functionIndex: number, node: number, depth = 0): Definition | undefined {
    const { tree } = module;
    if (depth > MAX_REEXPORTS) return undefined;
    const rest: string[] = [];
    let root = node;
    while (tree.kind(root) === Kind.attribute) {
      rest.unshift(tree.text(tree.child(root, Field.attribute)));
      root = tree.child(root, Field.object);
    }
    if (tree.kind(root) === Kind.dotted_name) {
      const parts = dottedText(tree, root).split('.');
      rest.unshift(...parts.slice(1));
      root = root + 1;
    }
    if (tree.kind(root) !== Kind.identifier) return undefined;
    const found = this.scopeLookup(module, functionIndex, tree.name(root), depth);
    return found === undefined ? undefined : this.#descend(found, rest, depth);
  }

  /** What a plain name stands for in a function: enclosing functions, module, builtins. Undefined for parameters and opaque locals. */
  scopeLookup(module: Module, functionIndex: number, name: number, depth = 0): Definition | undefined {
    for (let current = functionIndex; current !== MODULE;) {
      const item = module.index.functions[current]!;
      const scope = module.functionBindings(item);
      if (!scope.outer.has(name)) {
        const bindings = scope.byName.get(name);
        if (bindings !== undefined) {
          const known = this.#bound(module, name, bindings, depth);
          // What a local holds is for the interpreter to say; what is imported here is another module's.
          return known.kind === 'value' && known.module === module ? undefined : known;
        }
        if (this.isParameter(module, item, name)) return undefined;
      }
      current = item.parent;
    }
    const text = this.names.text(name);
    return this.member(module, text, depth) ?? this.#fromElsewhere(module, text);
  }

  /** A name that nothing in the checkout binds: a builtin, or one of the module outside from which all names are imported. */
  #fromElsewhere(module: Module, name: string): Definition | undefined {
    const stars = module.bindings.stars.filter((star) => !this.#byName.has(star));
    if (stars.length === 0 || builtins.has(name)) return { kind: 'external', name };
    // Of several nobody here knows which has it.
    return stars.length === 1 ? { kind: 'external', name: `${stars[0]!}.${name}` } : undefined;
  }

  /** True if a function has a parameter of that name. */
  isParameter(module: Module, item: FunctionNode, name: number): boolean {
    return parameterNames(module, item).includes(name);
  }

  /** A method by name, in a class or its bases inside the checkout. */
  method(reference: ClassRef, name: string): ClassRef | undefined {
    const number = this.names.find(name);
    if (number === 0) return undefined;
    for (const { module, index } of this.ancestry(reference).classes) {
      const bindings = module.classBindings(module.index.classes[index]!).byName.get(number);
      const found = bindings?.findLast((binding) => binding.kind === 'function');
      if (found?.kind === 'function') return { module, index: found.index };
    }
    return undefined;
  }

  /** A class's bases, followed inside the checkout. */
  ancestry(reference: ClassRef): Ancestry {
    const { module, index } = reference;
    let ofModule = this.#ancestry.get(module);
    if (ofModule === undefined) this.#ancestry.set(module, (ofModule = new Map<number, Ancestry>()));
    let found = ofModule.get(index);
    if (found === undefined) {
      const classes: ClassRef[] = [];
      const external: string[] = [];
      this.#collect(reference, 0, classes, external);
      found = { classes, external };
      ofModule.set(index, found);
    }
    return found;
  }

  #collect(reference: ClassRef, depth: number, classes: ClassRef[], external: string[]): void {
    if (
      depth > MAX_ANCESTRY_DEPTH ||
      classes.some((seen) => seen.module === reference.module && seen.index === reference.index)
    )
      return;
    classes.push(reference);
    for (const base of this.bases(reference)) {
      if (base.kind === 'class') this.#collect(base, depth + 1, classes, external);
      else if (base.kind === 'external' && !external.includes(base.name)) external.push(base.name);
    }
  }

  /** The direct bases of a class that could be resolved. */
  bases({ module, index }: ClassRef): Definition[] {
    const item: ClassNode = module.index.classes[index]!;
    if (item.superclasses < 0) return [];
    const found: Definition[] = [];
    for (const node of module.tree.children(item.superclasses)) {
      if (module.tree.kind(node) === Kind.keyword_argument) continue;
      // Generic[T] and base classes made by a call are seen through to what is subscripted.
      const base = module.tree.kind(node) === Kind.subscript ? module.tree.child(node, Field.value) : node;
      const definition = this.dotted(module, item.parent, base);
      const made = definition === undefined || definition.kind === 'value' ? this.#madeBase(module, base) : undefined;
      if (made !== undefined) found.push({ kind: 'external', name: made });
      else if (definition !== undefined) found.push(definition);
    }
    return found;
  }

  /** A base that a call outside the checkout made, named after it: `declarative_base()`, `SQLAlchemy().Model`. */
  #madeBase(module: Module, node: number, depth = 0): string | undefined {
    const { tree } = module;
    if (depth > MAX_REEXPORTS) return undefined;
    switch (tree.kind(node)) {
      case Kind.attribute: {
        const object = this.#madeBase(module, tree.child(node, Field.object), depth + 1);
        return object === undefined ? undefined : `${object}.${tree.text(tree.child(node, Field.attribute))}`;
      }
      case Kind.call: {
        const callee = this.dotted(module, MODULE, tree.child(node, Field.function));
        return callee?.kind === 'external' && callee.name.includes('.') ? `${callee.name}()` : undefined;
      }
      case Kind.identifier: {
        const found = this.scopeLookup(module, MODULE, tree.name(node));
        const only = found?.kind === 'value' && found.bindings.length === 1 ? found.bindings[0]! : undefined;
        return found?.kind === 'value' && only?.kind === 'value'
          ? this.#madeBase(found.module, only.value, depth + 1)
          : undefined;
      }
      default:
        return undefined;
    }
  }
}

/** Numbers of a function's parameter names, in order. */
export function parameterNames(module: Module, item: FunctionNode): number[] {
  const { tree } = module;
  if (item.parameters < 0) return [];
  const found: number[] = [];
  for (const node of tree.children(item.parameters)) {
    const name = parameterName(module, node);
    if (name >= 0) found.push(tree.name(name));
  }
  return found;
}

/** What a parameter takes: one argument, or with `*` and `**` all that are left. */
export function parameterKind({ tree }: Module, node: number): 'one' | 'star' | 'double-star' {
  // `*args: int` is a typed parameter around the star.
  const inner = tree.kind(node) === Kind.typed_parameter ? node + 1 : node;
  if (tree.kind(inner) === Kind.list_splat_pattern) return 'star';
  return tree.kind(inner) === Kind.dictionary_splat_pattern ? 'double-star' : 'one';
}

/** The identifier of a parameter node, or -1 for a bare `*` or `/`. */
export function parameterName({ tree }: Module, node: number): number {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return node;
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return tree.child(node, Field.name);
    case Kind.typed_parameter:
    case Kind.list_splat_pattern:
    case Kind.dictionary_splat_pattern: {
      const inner = node + 1;
      return tree.kind(inner) === Kind.identifier
        ? inner
        : inner < tree.next(node)
          ? tree.childOfKind(inner, Kind.identifier)
          : -1;
    }
    default:
      return -1;
  }
}

// Names that are builtins for certain, even where an unknown star import could hide them.
const builtins = new Set(
  'open print eval exec compile input len range int str float bool bytes bytearray list dict set tuple frozenset type object super isinstance issubclass getattr setattr hasattr delattr vars dir id hash repr ascii format sorted reversed enumerate zip map filter any all sum min max abs round pow divmod iter next callable globals locals property classmethod staticmethod memoryview complex chr ord hex oct bin slice __import__ breakpoint Exception BaseException ValueError TypeError KeyError IndexError AttributeError RuntimeError OSError IOError NotImplementedError AssertionError StopIteration TimeoutError'.split(
    ' ',
  ),
);
