// PV214: a program writes to, or runs, a file at a fixed path that everybody can create. In: calls of code that is no test that write,
// create or run files. Out: a detection at each path that `paths` matches. Leaves alone: paths that are read or deleted only, files that
// must not be there yet (mode `x`), programs in a container of their own, where nobody else is.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Value } from '../values/value.ts';
import { constantValue } from '../values/value.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { matchingTexts } from './matching-texts.ts';
import { hasNamedPart } from './named-origin.ts';
import { pathCallNames, pathUses } from './path-calls.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { onlyText, textBeginning, valueAlone } from './value-alone.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

// What nobody can know before it is there; the directory of everybody is no such name.
const chance =
  /uuid|rand|secret|token|mkdtemp|mkstemp|tempfile(?!\.gettempdir)|unique|nonce|temporary|tmpdir|(?<!get)temp_?dir|sha\d|hexdigest/iu;

// Functions and methods that save what they are given, and the position of the path.
const saving: Readonly<Record<string, number>> = {
  'numpy.save': 0,
  'numpy.savetxt': 0,
  'numpy.savez': 0,
  'numpy.savez_compressed': 0,
  'torch.save': 1,
  'joblib.dump': 1,
  'matplotlib.pyplot.savefig': 0,
  'cv2.imwrite': 0,
  'sqlite3.connect': 0,
  'logging.FileHandler': 0,
  'logging.handlers.RotatingFileHandler': 0,
  'logging.handlers.TimedRotatingFileHandler': 0,
  'logging.handlers.WatchedFileHandler': 0,
  'shelve.open': 0,
};
const savingMethods =
  /^(?:to_(?:csv|parquet|excel|pickle|feather|hdf|json|stata|orc)|savefig|save_pretrained|extractall)$/;
const savingNames =
  'save savetxt savez savez_compressed dump savefig imwrite to_csv to_parquet to_excel to_pickle to_feather to_hdf to_json to_stata to_orc save_pretrained extractall connect FileHandler RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler open'.split(
    ' ',
  );

const running = ['run', 'call', 'check_call', 'check_output', 'Popen', 'system', 'execv', 'execvp', 'execl'];

interface Found {
  readonly node: number;
  readonly path: string;
  readonly verb: string;
  readonly isDefault: boolean;
}

export const sharedTempPath: CreateDetector<'shared-temp-path'> = (context) => {
  const { rule, knowledge, engine, report } = context;
  const { project } = knowledge;
  const numbers = [...new Set([...pathCallNames, ...running, ...savingNames])]
    .map((name) => project.names.find(name))
    .filter((name) => name !== 0);
  const paths = new RegExp(rule.paths, 'iu');

  /** The path that an expression is: the only one, the one that holds where a setting is not given, or how it begins. */
  const pathOf = (value: Value, isKnowable: () => boolean): Omit<Found, 'node' | 'verb'> | undefined => {
    if (
      (value.origin === 'config' || value.origin === 'module') &&
      value.fallback !== undefined &&
      value.constants === undefined
    ) {
      const path = onlyText(constantValue(value.fallback));
      return path === undefined ? undefined : { path, isDefault: true };
    }
    if (value.origin === 'parameter' || value.origin === 'config') return undefined;
    const path = onlyText(value);
    if (path !== undefined) return { path, isDefault: false };
    const start = textBeginning(value);
    return start !== undefined && isShared(`${start}x`) && isKnowable()
      ? { path: `${start}...`, isDefault: false }
      : undefined;
  };

  /** Below one of the directories, not the directory itself. */
  const isShared = (path: string): boolean => paths.test(path) && path.replace(paths, '') !== '';

  const look = (module: Module, call: number): Found | undefined => {
    const functionIndex = module.functionAround(call);
    const uses = [
      ...pathUses(project, module, call).filter(({ does, verb }) => does === 'writes' && verb !== 'deletes'),
      ...programs(module, call),
      ...saved(module, call),
    ];
    for (const { node, verb } of uses) {
      const isKnowable = (): boolean => !hasNamedPart(module, functionIndex, node, chance);
      const found = pathOf(valueAlone(engine(), module, functionIndex, node), isKnowable);
      if (found !== undefined && isShared(found.path) && !isNew(module, call)) return { node, verb, ...found };
    }
    return undefined;
  };

  /** The program that `subprocess.run(["/tmp/x", ...])` or `os.system("/tmp/x ...")` starts. */
  const programs = (module: Module, call: number): { readonly node: number; readonly verb: string }[] => {
    const name = externalName(project, module, call);
    if (
      name === undefined ||
      !/^(?:subprocess|os)\.(?:run|call|check_call|check_output|Popen|system|exec[lv]p?)$/.test(name)
    )
      return [];
    const { tree } = module;
    const [first] = argumentsOf(tree, call).positional;
    if (first === undefined) return [];
    if (tree.kind(first) !== Kind.list) return [{ node: first, verb: 'runs' }];
    return tree.next(first) === first + 1 ? [] : [{ node: first + 1, verb: 'runs' }];
  };

  /** The path that `frame.to_csv("/tmp/x.csv")` or `torch.save(model, "/tmp/x.pt")` writes. */
  const saved = (module: Module, call: number): { readonly node: number; readonly verb: string }[] => {
    const { tree } = module;
    const { positional, keywords } = argumentsOf(tree, call);
    const at = saving[externalName(project, module, call) ?? ''];
    const isMethod =
      tree.kind(tree.child(call, Field.function)) === Kind.attribute && savingMethods.test(calledName(tree, call));
    if (at === undefined && !isMethod) return [];
    const node =
      positional[at ?? 0] ??
      keywords.get('path') ??
      keywords.get('path_or_buf') ??
      keywords.get('fname') ??
      keywords.get('filename') ??
      keywords.get('database');
    return node === undefined ? [] : [{ node, verb: 'writes' }];
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      // Most files name no such path; only then the calls are looked at.
      if (matchingTexts(module, rule.paths).length === 0 && !asksForTempDirectory(module)) return;
      const byName = callsByName(module);
      const calls = [...new Set(numbers.flatMap((name) => byName.get(name) ?? []))].sort((a, b) => a - b);
      const told = new Set<string>();
      for (const call of calls) {
        const found = look(module, call);
        if (found === undefined) continue;
        const functionIndex = module.functionAround(call);
        // What a function does twice to one file is one thing to review.
        const key = `${functionIndex} ${found.path}`;
        if (told.has(key)) continue;
        const site = { module, functionIndex, node: call };
        if (rule.unless?.some((one) => circumstancesHold(one, site, undefined, context)) === true || isLambda(module))
          continue;
        told.add(key);
        report({
          ...site,
          values: { verb: found.verb, path: found.path },
          ...(found.isDefault ? { level: 'note' } : {}),
        });
      }
    },
  };
};

/** `tempfile.gettempdir()` gives the directory of everybody as well. */
function asksForTempDirectory(module: Module): boolean {
  return (
    module.importTargets().includes('tempfile.gettempdir') ||
    callsByName(module).has(module.tree.names.find('gettempdir'))
  );
}

/** The file must not be there yet: `open(path, "x")`. */
function isNew({ tree }: Module, call: number): boolean {
  const { positional, keywords } = argumentsOf(tree, call);
  const mode = positional[1] ?? keywords.get('mode') ?? -1;
  return /x/.test(literalText(tree, mode) ?? '');
}

/** A function that a cloud runs: the machine is its own, and no other directory can be written. */
function isLambda({ tree, index }: Module): boolean {
  return index.functions.some(({ name, parent, parameters }) => {
    if (parent !== MODULE || parameters < 0) return false;
    return (
      /^(?:lambda_)?handler$/.test(tree.names.text(name)) &&
      tree
        .children(parameters)
        .some(
          (node) => tree.text(tree.kind(node) === Kind.identifier ? node : tree.child(node, Field.name)) === 'event',
        )
    );
  });
}
