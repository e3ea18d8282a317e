// What calls do to files. In: a call of the standard library, `Path` methods included. Out: the expressions of the paths it writes,
// creates, moves or deletes, or of the one it reads. Leaves alone: what the paths are.
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalName } from './calls-by-name.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

export interface PathUse {
  readonly node: number;
  readonly does: 'writes' | 'reads';
  /** "creates", "deletes": for a message. */
  readonly verb: string;
}

// Positions of the paths, and what happens to them.
const functions: Readonly<Record<string, readonly [verb: string, ...positions: number[]]>> = {
  'os.mkdir': ['creates', 0],
  'os.makedirs': ['creates', 0],
  'os.mkfifo': ['creates', 0],
  'os.mknod': ['creates', 0],
  'os.remove': ['deletes', 0],
  'os.unlink': ['deletes', 0],
  'os.rmdir': ['deletes', 0],
  'os.removedirs': ['deletes', 0],
  'os.rename': ['renames', 0, 1],
  'os.replace': ['renames', 0, 1],
  'os.symlink': ['creates', 1],
  'os.link': ['creates', 1],
  'os.truncate': ['writes', 0],
  'shutil.rmtree': ['deletes', 0],
  'shutil.copy': ['writes', 1],
  'shutil.copy2': ['writes', 1],
  'shutil.copyfile': ['writes', 1],
  'shutil.copytree': ['writes', 1],
  'shutil.move': ['renames', 0, 1],
};

// Functions with a mode, and its position; without one they read.
const opening: Readonly<Record<string, number>> = {
  open: 1,
  'io.open': 1,
  'codecs.open': 1,
  'gzip.open': 1,
  'bz2.open': 1,
  'lzma.open': 1,
  'tarfile.open': 1,
  'zipfile.ZipFile': 1,
};

const methods: Readonly<Record<string, string>> = {
  write_text: 'writes',
  write_bytes: 'writes',
  touch: 'creates',
  mkdir: 'creates',
  unlink: 'deletes',
  rmdir: 'deletes',
  rename: 'renames',
  replace: 'renames',
};

/** Last names of all functions and methods that this file knows. */
export const pathCallNames: readonly string[] = [
  ...new Set([
    ...[...Object.keys(functions), ...Object.keys(opening)].map((name) => name.slice(name.lastIndexOf('.') + 1)),
    ...Object.keys(methods),
    'read_text',
    'read_bytes',
  ]),
];

export function pathUses(project: ProjectModel, module: Module, call: number): PathUse[] {
  const { tree } = module;
  const { positional, keywords } = argumentsOf(tree, call);
  const external = externalName(project, module, call);
  if (external === undefined) return ofPath(project, module, call);
  const known = functions[external];
  if (known !== undefined) {
    const [verb, ...positions] = known;
    return positions.flatMap((at) =>
      positional[at] === undefined ? [] : [{ node: positional[at], does: 'writes', verb }],
    );
  }
  const modeAt = opening[external];
  const path = positional[0] ?? keywords.get('file') ?? keywords.get('name');
  if (modeAt === undefined || path === undefined) return [];
  return [opened(module, path, positional[modeAt] ?? keywords.get('mode'))].flat();
}

function opened({ tree }: Module, path: number, mode: number | undefined): PathUse[] {
  if (mode === undefined) return [{ node: path, does: 'reads', verb: 'opens' }];
  const text = literalText(tree, mode);
  if (text === undefined) return [];
  return [
    /[wax+]/.test(text) ? { node: path, does: 'writes', verb: 'writes' } : { node: path, does: 'reads', verb: 'opens' },
  ];
}

/** `Path("...").write_text(...)`: the path of the object itself. */
function ofPath(project: ProjectModel, module: Module, call: number): PathUse[] {
  const { tree } = module;
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return [];
  const object = tree.child(callee, Field.object);
  if (tree.kind(object) !== Kind.call || !/^(?:pathlib\.)?Path$/.test(externalName(project, module, object) ?? ''))
    return [];
  const [path] = argumentsOf(tree, object).positional;
  if (path === undefined) return [];
  const name = calledName(tree, call);
  const verb = methods[name];
  if (verb !== undefined) return [{ node: path, does: 'writes', verb }];
  if (name === 'open') {
    const { positional, keywords } = argumentsOf(tree, call);
    return opened(module, path, positional[0] ?? keywords.get('mode'));
  }
  return name === 'read_text' || name === 'read_bytes' ? [{ node: path, does: 'reads', verb: 'opens' }] : [];
}
