// What the repository itself does: the convention probe of practices-catalogue.md §1.5, once per repository.
// In: the project and its contexts. Out: habits that decide whether a rule speaks, and in which words.
// Leaves alone: single findings. Each part is computed when it is first asked for.
import type { FilePath } from '../base/file-path.ts';
import { filePath } from '../base/file-path.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import { dottedText, importedFrom, joinedName } from './bindings.ts';
import { configurationFiles, tomlAt } from './configuration-files.ts';
import type { Module } from './module.ts';
import { projectFacts } from './project-facts.ts';
import type { ProjectModel } from './project-model.ts';
import { parameterNames } from './project-model.ts';
import type { FileContext } from './test-context.ts';
import { hasTestBase } from './test-context.ts';
import { todosOf } from './todo-comment.ts';

export interface WaitHelper {
  /** As it is called: `_wait_for_state_change`. */
  readonly name: string;
  readonly module: Module;
  readonly functionIndex: number;
  /** Names of its parameters, without `self` and `cls`. */
  readonly parameters: readonly string[];
  /** Those of them that bound the wait: `timeout`, `max_retries`. */
  readonly bounds: readonly string[];
  readonly inTest: boolean;
}

export interface UuidSentinel {
  /** The name that most files give it: `uuids`. */
  readonly name: string;
  /** What that name imports: `oslo_utils.fixture.uuidsentinel`. */
  readonly target: string;
  readonly files: number;
}

export interface GlobalTimeout {
  /** `pytest-timeout`, `faulthandler_timeout`, or an environment variable that the runner sets. */
  readonly name: string;
  /** As configured; absent if the value is not a plain number. */
  readonly seconds?: number;
  readonly file: FilePath;
}

export interface TodoStatistics {
  readonly total: number;
  readonly owned: number;
  /** owned / total; 0 without any. */
  readonly share: number;
}

export interface Conventions {
  readonly todos: TodoStatistics;
  readonly uuidSentinel: UuidSentinel | undefined;
  /** What seeds random numbers for the tests: a pytest plugin, or the path of the file that calls `random.seed`. */
  readonly seededBy: string | undefined;
  /** In path order; in one file by place. */
  readonly waitHelpers: readonly WaitHelper[];
  /** An environment variable about test timeouts that the code names: `OS_TEST_TIMEOUT`. */
  readonly timeoutVariable: string | undefined;
  readonly globalTimeouts: readonly GlobalTimeout[];
}

/** Asks the whole repository once. */
export function findConventions(project: ProjectModel, contextOf: (module: Module) => FileContext): Conventions {
  const todos = once(() => countTodos(project));
  const uuidSentinel = once(() => findUuidSentinel(project));
  const seededBy = once(() => findSeeding(project, contextOf));
  const waitHelpers = once(() => findWaitHelpers(project, contextOf));
  const timeoutVariable = once(() => findTimeoutVariable(project));
  const globalTimeouts = once(() => findGlobalTimeouts(project));
  return {
    get todos() {
      return todos();
    },
    get uuidSentinel() {
      return uuidSentinel();
    },
    get seededBy() {
      return seededBy();
    },
    get waitHelpers() {
      return waitHelpers();
    },
    get timeoutVariable() {
      return timeoutVariable();
    },
    get globalTimeouts() {
      return globalTimeouts();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

function countTodos(project: ProjectModel): TodoStatistics {
  const todos = project.modules.flatMap(todosOf);
  const owned = todos.filter((todo) => todo.owned).length;
  return { total: todos.length, owned, share: todos.length === 0 ? 0 : owned / todos.length };
}

function findUuidSentinel(project: ProjectModel): UuidSentinel | undefined {
  const wanted = new Set(['uuidsentinel', 'uuids'].map(project.names.find).filter((name) => name !== 0));
  if (wanted.size === 0) return undefined;
  const counts = new Map<string, number>();
  for (const module of project.modules) {
    const { tree } = module;
    for (const node of module.index.imports) {
      for (const child of tree.children(node)) {
        const aliased = tree.kind(child) === Kind.aliased_import;
        const name = aliased ? tree.child(child, Field.name) : child;
        if (tree.kind(name) !== Kind.dotted_name || tree.field(child) !== Field.name) continue;
        const last = tree.children(name).at(-1)!;
        const bound = aliased ? tree.child(child, Field.alias) : last;
        if (!wanted.has(tree.name(last)) && !wanted.has(tree.name(bound))) continue;
        const from = tree.kind(node) === Kind.import_from_statement ? importedFrom(tree, node) : { level: 0, name: '' };
        const written = joinedName(from.name, dottedText(tree, name));
        const target = module.resolveImport(from.level, written) ?? written;
        const key = `${tree.text(bound)} ${target}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === undefined) return undefined;
  const [name, target] = most[0].split(' ');
  return { name: name!, target: target!, files: most[1] };
}

function findSeeding(project: ProjectModel, contextOf: (module: Module) => FileContext): string | undefined {
  const facts = projectFacts(project);
  const plugin = ['pytest-randomly', 'pytest-random-order'].find(facts.declared);
  if (plugin !== undefined) return plugin;
  const seed = project.names.find('seed');
  if (seed === 0) return undefined;
  for (const module of project.modules) {
    const { tree, index } = module;
    const seeds = index.calls.filter((call) => {
      const callee = call + 1;
      const last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
      return tree.name(last) === seed;
    });
    if (seeds.length === 0 || !runsTests(project, module, contextOf(module))) continue;
    const isRandom = (call: number): boolean => {
      const definition = project.dotted(module, module.functionAround(call), call + 1);
      return definition?.kind === 'external' && /^(?:random|numpy\.random)\.seed$/.test(definition.name);
    };
    if (seeds.some(isRandom)) return module.path;
  }
  return undefined;
}

// conftest.py, a base class of tests or a runner. A test that seeds speaks for itself only.
function runsTests(project: ProjectModel, module: Module, context: FileContext): boolean {
  if (/(?:^|\/)(?:conftest|noxfile|run_?tests?|\w*test_?runner\w*)\.py$/.test(module.path)) return true;
  return context.isHelper && module.index.classes.some((_, index) => hasTestBase(project, module, index));
}

const waitName = /^_*(?:wait_for|wait_until|poll|eventually)/;
const boundNames = new Set('timeout deadline max_retries retries attempts tries max_wait'.split(' '));

function findWaitHelpers(project: ProjectModel, contextOf: (module: Module) => FileContext): WaitHelper[] {
  const found: WaitHelper[] = [];
  for (const module of project.modules) {
    if (module.file.kind === 'stub') continue;
    const { names } = module.tree;
    module.index.functions.forEach((item, functionIndex) => {
      // A nested function is nobody else's helper.
      if (item.name === 0 || item.parent >= 0 || !waitName.test(names.text(item.name))) return;
      const parameters = parameterNames(module, item)
        .map((name) => names.text(name))
        .filter((name, i) => i > 0 || !/^(?:self|cls)$/.test(name));
      const bounds = parameters.filter((name) => boundNames.has(name));
      if (bounds.length === 0) return;
      found.push({
        name: names.text(item.name),
        module,
        functionIndex,
        parameters,
        bounds,
        inTest: contextOf(module).isTest,
      });
    });
  }
  return found;
}

const timeoutName = /^(["'])([A-Z][A-Z\d_]*TIMEOUT[A-Z\d_]*)\1$/;

/** Of all string constants that name a timeout of tests, the first by alphabet. */
function findTimeoutVariable(project: ProjectModel): string | undefined {
  const found: string[] = [];
  for (let number = 1; number < project.names.size; number++) {
    const text = project.names.text(number);
    // Nearly every text is no string, or a longer one.
    if (text.length > 60 || (text[0] !== "'" && text[0] !== '"') || !text.includes('TIMEOUT')) continue;
    const name = timeoutName.exec(text)?.[2];
    if (name !== undefined && /(?:^|_)TESTS?_/.test(name)) found.push(name);
  }
  return found.sort()[0];
}

function findGlobalTimeouts(project: ProjectModel): GlobalTimeout[] {
  const { ini, toml } = configurationFiles(project);
  const found: GlobalTimeout[] = [];
  const add = (name: string, value: unknown, file: FilePath): void => {
    if (value === undefined || value === '' || found.some((other) => other.name === name)) return;
    const seconds =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)
          ? Number(value)
          : undefined;
    if (seconds === 0) return;
    found.push({ name, ...(seconds === undefined ? {} : { seconds }), file: filePath(file) });
  };
  const addPytest = (get: (key: string) => unknown, file: FilePath): void => {
    add('pytest-timeout', get('timeout'), file);
    add('faulthandler_timeout', get('faulthandler_timeout'), file);
    const options = get('addopts');
    const text = Array.isArray(options) ? options.join(' ') : typeof options === 'string' ? options : '';
    add('pytest-timeout', /(?:^|\s)--timeout[=\s](\S+)/.exec(text)?.[1], file);
  };
  for (const file of toml) {
    const table = tomlAt(file.content, 'tool', 'pytest', 'ini_options') ?? tomlAt(file.content, 'tool', 'pytest');
    if (table !== undefined) addPytest((key) => tomlAt(table, key), file.path);
  }
  for (const file of ini) {
    const section =
      file.content.get('tool:pytest') ?? (file.name === 'setup.cfg' ? undefined : file.content.get('pytest'));
    if (section !== undefined) addPytest((key) => section.get(key), file.path);
    for (const values of file.content.values()) {
      // tox hands the variable to the runner; the base class of the tests reads it.
      const variable = /^\s*(\w*TEST_TIMEOUT\w*)\s*=\s*(\S+)/m.exec(
        values.get('setenv') ?? values.get('set_env') ?? '',
      );
      if (variable !== null) add(variable[1]!, variable[2], file.path);
    }
  }
  return found;
}
