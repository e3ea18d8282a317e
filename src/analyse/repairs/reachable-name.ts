// How code at some place can name a member of a module. In: the place, the module's dotted name and the member. Out: the words for it,
// with the import they need. Leaves alone: names that mean something else there; then there is no way.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit } from '../analysis.ts';
import type { Site } from '../interpreter/events.ts';

export interface ReachableName {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `member` may have dots: `patch.dict` of `unittest.mock`. */
export function reachableName(site: Site, from: string, member: string): ReachableName | undefined {
  const { module } = site;
  const [first = member, ...rest] = member.split('.');
  const local = importedAs(site, from);
  if (local !== undefined) return { text: `${local}.${member}`, edits: [] };
  const direct = importedAs(site, `${from}.${first}`);
  if (direct !== undefined) return { text: [direct, ...rest].join('.'), edits: [] };
  const dot = from.lastIndexOf('.');
  const name = from.slice(dot + 1);
  if (isTaken(site, name) || module.bindings.stars.length > 0) return undefined;
  const edit = importEdit(module, dot < 0 ? `import ${name}` : `from ${from.slice(0, dot)} import ${name}`);
  return edit && { text: `${name}.${member}`, edits: [edit] };
}

/** A name for something new that nothing in the file has; undefined if all of them are taken. */
export function freeName({ tree }: Module, candidates: readonly string[]): string | undefined {
  return candidates.find((candidate) => {
    const number = tree.names.find(candidate);
    if (number === 0) return true;
    for (let node = 0; node < tree.size; node++) {
      if (tree.kind(node) === Kind.identifier && tree.name(node) === number) return false;
    }
    return true;
  });
}

/** The name under which the place sees a module or member, imported at the top level or in the function. */
function importedAs(site: Site, target: string): string | undefined {
  const { module, functionIndex } = site;
  const scopes = [module.bindings, ...scopesAround(module, functionIndex)];
  for (const scope of scopes) {
    for (const [number, bindings] of scope.byName) {
      if (bindings.length !== 1 || bindings[0]!.kind !== 'import' || bindings[0]!.target !== target) continue;
      // `import a.b` binds `a`; whatever binds the name between here and there hides it.
      if (scopes.some((other) => other !== scope && other.byName.has(number))) continue;
      const name = module.tree.names.text(number);
      if (!isParameter(module, functionIndex, number)) return name;
    }
  }
  return undefined;
}

function isTaken({ module, functionIndex }: Site, name: string): boolean {
  const number = module.tree.names.find(name);
  if (number === 0) return false;
  const scopes = [module.bindings, ...scopesAround(module, functionIndex)];
  return scopes.some(({ byName }) => byName.has(number)) || isParameter(module, functionIndex, number);
}

function scopesAround(module: Module, functionIndex: number): Module['bindings'][] {
  const scopes: Module['bindings'][] = [];
  for (let index = functionIndex; index !== MODULE; index = module.index.functions[index]!.parent) {
    scopes.push(module.functionBindings(module.index.functions[index]!));
  }
  return scopes;
}

function isParameter(module: Module, functionIndex: number, number: number): boolean {
  const { tree } = module;
  for (let index = functionIndex; index !== MODULE; index = module.index.functions[index]!.parent) {
    const { parameters } = module.index.functions[index]!;
    if (parameters < 0) continue;
    for (let node = parameters; node < tree.next(parameters); node++) {
      if (tree.kind(node) === Kind.identifier && tree.name(node) === number) return true;
    }
  }
  return false;
}

/** The statement as a line of its own: sorted into the file's first imports, or before its first statement. */
function importEdit({ tree }: Module, statement: string): Edit | undefined {
  const statements = tree.children(0);
  let at = 0;
  const [docstring] = statements;
  if (docstring !== undefined && isDocstring(tree, docstring)) at++;
  while (at < statements.length && tree.kind(statements[at]!) === Kind.future_import_statement) at++;
  const first = statements[at];
  if (first === undefined) return undefined;
  const group: number[] = [];
  for (let index = at; index < statements.length; index++) {
    const one = statements[index]!;
    const previous = group.at(-1);
    if (!isImport(tree, one)) break;
    if (previous !== undefined && tree.lineOf(one) > tree.line(tree.end(previous)) + 1) break;
    group.push(one);
  }
  if (group.length === 0) return before(tree, first, `${statement}\n\n`);
  const kind = statement.startsWith('from') ? Kind.import_from_statement : Kind.import_statement;
  const module = statement.split(' ')[1]!;
  const alike = group.filter((one) => tree.kind(one) === kind);
  const earlier = alike.filter((one) => importedModule(tree, one) < module).at(-1);
  // Of its own kind the first; plain imports before the others, the others behind them.
  const following = alike[0] ?? (kind === Kind.import_statement ? first : undefined);
  if (earlier === undefined && following !== undefined) return before(tree, following, statement);
  const previous = earlier ?? group.at(-1)!;
  const next = tree.lineStarts[tree.line(tree.end(previous))];
  if (next === undefined) return undefined;
  return { range: { start: next, end: next }, parts: [statement, '\n'], shared: true };
}

function before(tree: LoweredTree, statement: number, text: string): Edit {
  const at = tree.start(statement);
  return { range: { start: at, end: at }, parts: [{ indentOf: at }, text, '\n'], shared: true };
}

function isDocstring(tree: LoweredTree, statement: number): boolean {
  return tree.kind(statement) === Kind.expression_statement && tree.kind(statement + 1) === Kind.string;
}

function isImport(tree: LoweredTree, statement: number): boolean {
  return tree.kind(statement) === Kind.import_statement || tree.kind(statement) === Kind.import_from_statement;
}

function importedModule(tree: LoweredTree, statement: number): string {
  const field = tree.kind(statement) === Kind.import_from_statement ? Field.module_name : Field.name;
  const named = tree.child(statement, field);
  const dotted = named >= 0 && tree.kind(named) === Kind.aliased_import ? tree.child(named, Field.name) : named;
  if (dotted < 0) return '';
  if (tree.kind(dotted) === Kind.identifier) return tree.text(dotted);
  return tree
    .children(dotted)
    .map((part) => tree.text(part))
    .join('.');
}
