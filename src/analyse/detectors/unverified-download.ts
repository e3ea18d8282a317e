// The detector `unverified-download`: something that is fetched from the network and then unpacked, run or loaded, with no look at what
// came. In: calls of a function in the order in which they stand, helpers of the checkout that fetch. Out: a detection where it is used.
// Leaves alone: functions that compute or compare a hash or a signature, what is only stored or read as data.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { Definition } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { externalName } from './calls-by-name.ts';
import { says } from './definition-around.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { usage } from './usage.ts';
import { argumentsOf, calledName, lastWord, literalText, written } from './written-expression.ts';

const MAX_DEPTH = 3;

/** What a variable holds: what came, a file with it, an object that reads one of these. */
type Held = 'content' | 'file';

/** What a function fetches for its callers. */
interface Fetching {
  /** Positions and names of parameters that say to which file. */
  readonly into: ReadonlyMap<number, string>;
  readonly result: Held | undefined;
}

const nothing: Fetching = { into: new Map(), result: undefined };

export const unverifiedDownload: CreateDetector<'unverified-download'> = (context) => {
  const { rule, knowledge, report } = context;
  const { project } = knowledge;
  const asData = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  const fetching = new Set(rule.fetching);
  const storing = new Map(Object.entries(rule.storing));
  const [using, checking, dropping] = [rule.using, rule.checking, rule.dropping].map(
    (pattern) => new RegExp(pattern, 'u'),
  ) as [RegExp, RegExp, RegExp];
  const packages = new Set([...fetching, ...storing.keys()].map((name) => name.split('.', 1)[0]!));
  const isFetcher = createNameTest(project.names, (token) => /^.?["'](?:\S{0,40}\/)?(?:curl|wget)["']$/.test(token));
  const known = new Map<Module, Map<number, Fetching>>();

  const fetchingOf = (definition: Definition | undefined, depth: number): Fetching => {
    if (definition?.kind !== 'function' || depth > MAX_DEPTH) return nothing;
    const { module, index } = definition;
    let ofModule = known.get(module);
    if (ofModule === undefined) known.set(module, (ofModule = new Map<number, Fetching>()));
    let found = ofModule.get(index);
    if (found === undefined) {
      // A function that calls itself fetches nothing by that.
      ofModule.set(index, nothing);
      ofModule.set(index, (found = follow(module, index, depth)));
    }
    return found;
  };

  /** Walks through a function once; `use` hears of each call that uses what was fetched. */
  const follow = (module: Module, functionIndex: number, depth: number, use?: (call: number) => void): Fetching => {
    const { tree } = module;
    const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
    const root = item === undefined ? 0 : item.body;
    if (says(module, root, checking)) return nothing;
    const holds = new Map<string, Held>();
    const opened = new Map<string, string>();
    let result: Held | undefined;

    const keyOf = (node: number): string =>
      tree.kind(node) === Kind.identifier || tree.kind(node) === Kind.attribute ? written(tree, node) : '';
    const keep = (node: number, held: Held): void => {
      const key = node < 0 ? '' : keyOf(node);
      if (key !== '') holds.set(key, held);
    };

    /** What an expression holds, by the names in it and the calls it makes. */
    const heldBy = (node: number): Held | undefined => {
      if (node < 0) return undefined;
      for (let inner = node; inner < tree.next(node);) {
        const kind = tree.kind(inner);
        if (kind === Kind.lambda) {
          inner = tree.next(inner);
          continue;
        }
        if (kind === Kind.call) {
          // `response.json()`, `os.path.exists(path)`: an answer about it.
          if (dropping.test(calledName(tree, inner))) {
            inner = tree.next(inner);
            continue;
          }
          const given = giving(inner);
          if (given !== undefined) return given;
        }
        if (kind === Kind.identifier || kind === Kind.attribute) {
          const held = holds.get(keyOf(inner));
          if (held !== undefined && tree.field(inner) !== Field.name) return held;
        }
        inner++;
      }
      return undefined;
    };

    /** What a call that fetches gives back. */
    const giving = (call: number): Held | undefined => {
      const callee = tree.child(call, Field.function);
      const name = externalName(project, module, call);
      if (name !== undefined) return fetching.has(name) ? 'content' : storing.has(name) ? 'file' : undefined;
      if (tree.kind(callee) === Kind.attribute && /^(?:get|stream|request|urlopen)$/.test(calledName(tree, call)))
        if (
          /^_?(?:\w{1,20}_)?(?:session|http|http_client|pool)$/.test(lastWord(tree, tree.child(callee, Field.object)))
        )
          return 'content';
      return fetchingOf(project.dotted(module, functionIndex, callee), depth + 1).result;
    };

    /** Files that a call writes what it fetches to. */
    const stored = (call: number): void => {
      const { positional, keywords } = argumentsOf(tree, call);
      const name = externalName(project, module, call);
      if (name !== undefined && storing.has(name)) {
        for (const part of storing.get(name)!.split('|'))
          keep(/^\d+$/.test(part) ? (positional[Number(part)] ?? -1) : (keywords.get(part) ?? -1), 'file');
        return;
      }
      if (name !== undefined && rule.programs.includes(name)) {
        const command = positional[0] ?? keywords.get('args') ?? -1;
        if (command < 0 || tree.kind(command) !== Kind.list) return;
        const words = tree.children(command);
        if (!/(?:^|\/)(?:curl|wget)$/.test(literalText(tree, words[0] ?? -1) ?? '')) return;
        const option = words.findIndex((word) =>
          /^(?:-o|-O|-Lo|-sSLo|--output|--output-document)$/.test(literalText(tree, word) ?? ''),
        );
        if (option >= 0) keep(words[option + 1] ?? -1, 'file');
        return;
      }
      const own =
        name === undefined ? project.dotted(module, functionIndex, tree.child(call, Field.function)) : undefined;
      if (own?.kind === 'function') {
        const { into } = fetchingOf(own, depth + 1);
        for (const [position, parameter] of into) keep(keywords.get(parameter) ?? positional[position] ?? -1, 'file');
        return;
      }
      writes(call, positional);
    };

    /** `file.write(content)`, `shutil.copyfileobj(response, file)`, `path.write_bytes(content)`. */
    const writes = (call: number, positional: readonly number[]): void => {
      const callee = tree.child(call, Field.function);
      const method = calledName(tree, call);
      const receiver = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
      if (method === 'write_bytes' && heldBy(positional[0] ?? -1) === 'content') keep(pathIn(receiver), 'file');
      const into = method === 'write' ? receiver : method === 'copyfileobj' ? (positional[1] ?? -1) : -1;
      const path = into < 0 ? undefined : opened.get(keyOf(into));
      if (path !== undefined && path !== '' && heldBy(positional[0] ?? -1) === 'content') holds.set(path, 'file');
    };

    /** `Path(path)` is the path. */
    const pathIn = (node: number): number =>
      node >= 0 && tree.kind(node) === Kind.call && calledName(tree, node) === 'Path'
        ? (argumentsOf(tree, node).positional[0] ?? node)
        : node;

    const bind = (target: number, value: number): void => {
      if (target < 0 || value < 0) return;
      const name = keyOf(target);
      if (
        tree.kind(value) === Kind.call &&
        /^(?:open|NamedTemporaryFile|TemporaryFile)$/.test(calledName(tree, value))
      ) {
        const { positional } = argumentsOf(tree, value);
        const callee = tree.child(value, Field.function);
        const path = positional[0] ?? (tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1);
        const key = path < 0 ? '' : keyOf(pathIn(path));
        if (name !== '') opened.set(name, key === '' || literalText(tree, path) !== undefined ? name : key);
        if (heldBy(value) === 'file' && name !== '') holds.set(name, 'content');
        return;
      }
      const held = heldBy(value);
      if (tree.kind(target) === Kind.pattern_list || tree.kind(target) === Kind.tuple_pattern) {
        // `path, headers = urlretrieve(url)`
        const [first] = tree.children(target);
        if (held === 'file' && first !== undefined) keep(first, held);
        return;
      }
      if (held !== undefined) keep(target, held);
      else holds.delete(name);
    };

    /** The file is the program, or what an interpreter, unpacker or installer is given. */
    const runs = (command: number): boolean => {
      if (command < 0 || tree.kind(command) !== Kind.list) return false;
      const words = tree.children(command);
      if (heldBy(words[0] ?? -1) === 'file') return true;
      const program = (literalText(tree, words[0] ?? -1) ?? '').replace(/^.*\//, '');
      const isRunner =
        words[0] !== undefined &&
        (/^(?:sh|bash|zsh|python\d?(?:\.\d+)?|perl|node|sudo|tar|unzip|7z|7za|dpkg|rpm|installer|msiexec|java|chmod)$/.test(
          program,
        ) ||
          written(tree, words[0]) === 'sys.executable');
      return isRunner && words.slice(1).some((word) => heldBy(word) === 'file');
    };

    const usesHeld = (call: number): boolean => {
      const callee = tree.child(call, Field.function);
      const name = externalName(project, module, call);
      const { positional, keywords } = argumentsOf(tree, call);
      if (name !== undefined && rule.programs.includes(name)) return runs(positional[0] ?? keywords.get('args') ?? -1);
      if (name === 'os.chmod' || calledName(tree, call) === 'chmod') {
        const isFunction = name === 'os.chmod';
        const path = isFunction ? (positional[0] ?? -1) : tree.child(callee, Field.object);
        return heldBy(path) === 'file' && makesProgram(module, positional[isFunction ? 1 : 0] ?? -1);
      }
      if (name !== undefined) return using.test(name) && heldBy(positional[0] ?? -1) !== undefined;
      if (tree.kind(callee) !== Kind.attribute) return false;
      return using.test(`*.${calledName(tree, call)}`) && heldBy(tree.child(callee, Field.object)) !== undefined;
    };

    for (const node of ownNodes(tree, root)) {
      if (item === undefined && module.functionAround(node) !== MODULE) continue;
      switch (tree.kind(node)) {
        case Kind.assignment:
          bind(tree.child(node, Field.left), tree.child(node, Field.right));
          break;
        case Kind.as_pattern: {
          const [value = -1, target = -1] = tree.children(node);
          bind(tree.kind(target) === Kind.as_pattern_target ? target + 1 : target, value);
          break;
        }
        case Kind.for_in_clause:
        case Kind.for_statement:
          bind(tree.child(node, Field.left), tree.child(node, Field.right));
          break;
        case Kind.return_statement:
          result ??= heldBy(tree.children(node)[0] ?? -1);
          break;
        case Kind.call:
          stored(node);
          if (use !== undefined && usesHeld(node)) use(node);
          break;
        default:
      }
    }

    const into = new Map<number, string>();
    if (item !== undefined) {
      const parameters = parameterNames(module, item).map((number) => tree.names.text(number));
      const first = item.methodOf === MODULE ? 0 : 1;
      for (const [position, parameter] of parameters.entries())
        if (holds.get(parameter) === 'file') into.set(position - first, parameter);
    }
    return { into, result };
  };

  return {
    ...asData,
    module: (module) => {
      asData.module?.(module);
      if (knowledge.context(module).isTest || !mayFetch(module)) return;
      const { tree, index } = module;
      for (let functionIndex = MODULE; functionIndex < index.functions.length; functionIndex++) {
        const told = new Set<number>();
        follow(module, functionIndex, 0, (call) => {
          // Of a call and the one around it the outer one.
          if (told.size > 0) return;
          told.add(call);
          const callee = written(tree, tree.child(call, Field.function)) || calledName(tree, call);
          report({ module, functionIndex, node: call, wording: 'used', values: { name: callee } });
        });
      }
    },
  };

  /** It imports what fetches, or calls something whose name says so. */
  function mayFetch(module: Module): boolean {
    const { tree, index } = module;
    if (index.strings.some((node) => isFetcher(tree.name(node)))) return true;
    if (module.importTargets().some((name) => packages.has(name.split('.', 1)[0]!))) return true;
    return index.calls.some((call) => /download|fetch|retrieve/i.test(calledName(tree, call)));
  }
};

/** A mode with the right to run it: `0o755`, `mode | stat.S_IEXEC`. */
function makesProgram(module: Module, mode: number): boolean {
  if (mode < 0) return false;
  const { tree } = module;
  if (tree.kind(mode) === Kind.integer) return (Number(tree.text(mode).replace(/^0(?=[0-7]+$)/, '0o')) & 0o111) !== 0;
  return says(module, mode, /^S_I(?:EXEC|RWX|X)/);
}
