// PV266: a file is opened for writing with the mode that the umask leaves, and taken away from others only afterwards. In: calls of `chmod`
// and `fchmod` with a constant mode for the owner alone. Out: a detection at the call that opened the same file before, in the same
// function. Leaves alone: programs (an executable mode), functions that set the umask or make the file otherwise (`os.open`, `tempfile`).
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { pathUses } from './path-calls.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { onlyNumber, valueAlone } from './value-alone.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

const FOR_OTHERS_OR_RUN = 0o177;
const setters = ['chmod', 'fchmod'];
const writers = ['open', 'write_text', 'write_bytes'];
// Whoever calls these has the file made as it should be.
const otherWays = /^(?:os\.(?:open|umask|mkfifo|mknod)|tempfile\.\w+)$/;

interface LateMode {
  /** The path, or the open file, as it is written. */
  readonly file: string;
  readonly mode: number;
}

export const lateFileMode: CreateDetector<'late-file-mode'> = (context) => {
  const { rule, knowledge, engine, report } = context;
  const { project } = knowledge;

  const lateMode = (module: Module, call: number): LateMode | undefined => {
    const { tree } = module;
    const { positional, keywords } = argumentsOf(tree, call);
    const isFunction = /^os\.f?chmod$/.test(externalName(project, module, call) ?? '');
    const file = isFunction ? (positional[0] ?? keywords.get('path') ?? -1) : receiverOf(module, call);
    const modeNode = positional[isFunction ? 1 : 0] ?? keywords.get('mode') ?? -1;
    const name = fileName(module, file);
    if (modeNode < 0 || name === '') return undefined;
    const mode = onlyNumber(valueAlone(engine(), module, module.functionAround(call), modeNode));
    const isForOwner = mode !== undefined && mode > 0 && (mode & FOR_OTHERS_OR_RUN) === 0;
    return isForOwner ? { file: name, mode } : undefined;
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const byName = callsByName(module);
      const named = (names: readonly string[]): number[] =>
        names.flatMap((name) => byName.get(module.tree.names.find(name)) ?? []);
      const opened = named(writers).flatMap((call) =>
        openedFiles(project, module, call).map((file) => ({ call, file })),
      );
      if (opened.length === 0) return;
      const told = new Set<number>();
      for (const call of named(setters)) {
        const late = lateMode(module, call);
        if (late === undefined) continue;
        const functionIndex = module.functionAround(call);
        const before = opened.find(
          (one) => one.file === late.file && one.call < call && module.functionAround(one.call) === functionIndex,
        );
        if (before === undefined || told.has(before.call) || isMadeOtherwise(module, functionIndex)) continue;
        const site = { module, functionIndex, node: before.call };
        if (rule.unless?.some((one) => circumstancesHold(one, site, undefined, context)) === true) continue;
        told.add(before.call);
        report({
          ...site,
          values: { file: late.file, mode: `0o${late.mode.toString(8)}` },
          related: [{ module, node: call, message: 'closed to others here' }],
        });
      }
    },
  };

  function isMadeOtherwise(module: Module, functionIndex: number): boolean {
    return module.index.calls.some(
      (call) =>
        module.functionAround(call) === functionIndex && otherWays.test(externalName(project, module, call) ?? ''),
    );
  }
};

/** What a call opens for writing: the path as it is written, and the variable that holds the open file. */
function openedFiles(project: Parameters<typeof pathUses>[0], module: Module, call: number): string[] {
  const { tree } = module;
  const name = calledName(tree, call);
  const receiver = receiverOf(module, call);
  // `path.write_text(...)`, whatever path is.
  if (name !== 'open' && receiver >= 0) return [written(tree, receiver)].filter((one) => one !== '');
  if (argumentsOf(tree, call).keywords.has('opener')) return [];
  return pathUses(project, module, call)
    .filter(({ verb }) => verb === 'writes')
    .flatMap(({ node }) => [written(tree, node), boundTo(module, call)])
    .filter((one) => one !== '');
}

/** The variable of `with open(...) as file` and `file = open(...)`. */
function boundTo({ tree }: Module, call: number): string {
  const parent = tree.parent(call);
  if (tree.kind(parent) === Kind.as_pattern) {
    const alias = tree.childOfKind(parent, Kind.as_pattern_target);
    return alias < 0 ? '' : written(tree, alias + 1);
  }
  return tree.kind(parent) === Kind.assignment ? written(tree, tree.child(parent, Field.left)) : '';
}

/** `file` of `file.fileno()` and of `file.name`; otherwise the expression itself. */
function fileName(module: Module, node: number): string {
  const { tree } = module;
  if (node < 0) return '';
  if (tree.kind(node) === Kind.call && calledName(tree, node) === 'fileno')
    return written(tree, receiverOf(module, node));
  if (tree.kind(node) === Kind.attribute && tree.text(tree.child(node, Field.attribute)) === 'name')
    return written(tree, tree.child(node, Field.object));
  return written(tree, node);
}

/** The object of a method call, -1 of any other. */
function receiverOf({ tree }: Module, call: number): number {
  const callee = tree.child(call, Field.function);
  return tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
}
