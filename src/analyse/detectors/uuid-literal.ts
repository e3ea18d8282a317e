// The detector `uuid-literal` (BP201): UUIDs written into functions that stand for something defined elsewhere.
// In: the string literals of all modules. Out, at the end: one detection per value, with the place that defines it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import { createNameTest } from '../name-test.ts';
import type { CreateDetector, Draft, DraftPlace } from './detector.ts';
import type { UuidUse } from './uuid-use.ts';
import { uuidUse } from './uuid-use.ts';
import { uuidOfText } from './uuid-text.ts';

interface Occurrence extends UuidUse {
  readonly module: Module;
  readonly functionIndex: number;
  readonly node: number;
}

const MAX_RELATED = 10;

export const uuidLiteral: CreateDetector<'uuid-literal'> = ({ rule, knowledge, report }) => {
  const isUuid = createNameTest(knowledge.project.names, (text) => uuidOfText(text) !== undefined);
  const occurrences = new Map<string, Occurrence[]>();
  const valueOf = (module: Module, node: number): string | undefined => {
    const name = module.tree.name(node);
    return isUuid(name) ? uuidOfText(module.tree.names.text(name)) : undefined;
  };
  return {
    module: (module) => {
      if (/uuid/i.test(module.path.slice(module.path.lastIndexOf('/') + 1))) return;
      for (const node of module.index.strings) {
        const value = valueOf(module, node);
        if (value === undefined) continue;
        const occurrence = {
          module,
          functionIndex: module.functionAround(node),
          node,
          ...uuidUse(module, node, rule.names),
        };
        const list = occurrences.get(value);
        if (list === undefined) occurrences.set(value, [occurrence]);
        else list.push(occurrence);
      }
    },
    finish: () => {
      for (const [value, all] of occurrences) {
        const draft = judge(value, all, rule, knowledge);
        if (draft !== undefined) report(draft);
      }
    },
  };
};

interface Thresholds {
  /** Of a value that nothing defines: in so many files, or functions of one file. */
  readonly files: number;
  readonly functions: number;
}

// Fewer files that use sentinels are no convention.
const MIN_SENTINEL_FILES = 3;

function judge(value: string, every: readonly Occurrence[], rule: Thresholds, knowledge: Knowledge): Draft | undefined {
  const defining = definingPlace(every, knowledge);
  const all = defining === undefined ? withoutOwnData(value, every, knowledge) : every;
  const files = new Set(all.map(({ module }) => module));
  const repeated = mostFunctionsOfOneFile(all);
  const seen: Seen = {
    shared: files.size >= (defining === undefined ? rule.files : 2),
    repeated: repeated >= rule.functions,
    alone: every.length === 1,
    referred: all.some(({ role }) => role !== 'identity'),
  };
  const noted = new Set(
    all.filter((occurrence) => occurrence !== defining && isNoteworthy(occurrence, defining, seen, knowledge)),
  );
  const [primary, ...furtherNoted] = noted;
  if (primary === undefined) return undefined;
  const others = all.filter((occurrence) => occurrence !== primary);
  // Constants, answers of mocks and identities are linked too, after the places that the note is about.
  const also = others.filter((occurrence) => occurrence !== defining);
  const places: DraftPlace[] = [
    ...(defining === undefined ? [] : [place(defining, 'defined here')]),
    ...[...also.filter((one) => noted.has(one)), ...also.filter((one) => !noted.has(one))].map((one) =>
      place(one, 'also here'),
    ),
  ];
  const elsewhere = new Set(others.map(({ module }) => module));
  elsewhere.delete(primary.module);
  if (defining !== undefined) elsewhere.delete(defining.module);
  const { module, functionIndex, node } = primary;
  const counts = { value, files: files.size, elsewhere: elsewhere.size, repeated: seen.repeated ? repeated : 0 };
  return {
    module,
    functionIndex,
    node,
    ...wordsOf(primary, defining, counts, knowledge),
    groupKey: value,
    related: places.slice(0, MAX_RELATED),
    otherPlaces: furtherNoted,
    rank: {
      numberKnown: defining !== undefined || seen.shared,
      spansFiles: files.size > 1,
      fixtureData: knowledge.context(module).kinds.includes('fixture-data'),
    },
  };
}

interface Seen {
  /** In several files. */
  readonly shared: boolean;
  /** In many functions of one file. */
  readonly repeated: boolean;
  readonly alone: boolean;
  /** Something other than the objects themselves has it. */
  readonly referred: boolean;
}

function isNoteworthy(
  occurrence: Occurrence,
  defining: Occurrence | undefined,
  seen: Seen,
  knowledge: Knowledge,
): boolean {
  const { module, functionIndex, role } = occurrence;
  if (functionIndex === MODULE || role === 'constant' || role === 'mock') return false;
  if (!knowledge.context(module).isTest) return true;
  // Two tests that give their objects the same identity need not agree; a copy of a fixture's identity has to.
  if (role === 'identity')
    return (seen.repeated && seen.referred) || (defining !== undefined && defining.module !== module);
  if (seen.shared || seen.repeated) return true;
  return role === 'reference' && (defining !== undefined || (seen.alone && isPartOfMore(module, knowledge)));
}

/** The checkout lacks modules of the same project that the file imports: the other side is not in sight. */
function isPartOfMore(module: Module, { project }: Knowledge): boolean {
  if (project.modules.length === 1) return true;
  const folders = new Set(module.path.split('/'));
  return module.importTargets().some((target) => {
    const first = target.split('.', 1)[0]!;
    const isMissing =
      project.module(target) === undefined && project.module(target.slice(0, target.lastIndexOf('.'))) === undefined;
    return isMissing && (project.isOwn(target) || folders.has(first));
  });
}

/**
 * Of a value that nothing defines: without the test functions that write it more than once, by itself or in a longer text.
 * They give it and expect it again; nothing outside of them has to agree.
 */
function withoutOwnData(value: string, all: readonly Occurrence[], knowledge: Knowledge): readonly Occurrence[] {
  const key = ({ module, functionIndex }: Occurrence): string => `${functionIndex} ${module.path}`;
  const times = new Map<string, number>();
  for (const occurrence of all) times.set(key(occurrence), (times.get(key(occurrence)) ?? 0) + 1);
  return all.filter(
    (occurrence) =>
      occurrence.functionIndex === MODULE ||
      !knowledge.context(occurrence.module).isTest ||
      (times.get(key(occurrence)) === 1 && !isInLongerText(value, occurrence)),
  );
}

/** `<uuid>8f6d1e52-...</uuid>` in the same function. */
function isInLongerText(value: string, { module, functionIndex, node }: Occurrence): boolean {
  const { tree, index } = module;
  const { node: root } = index.functions[functionIndex]!;
  for (let inner = root; inner < tree.next(root); inner++) {
    const kind = tree.kind(inner);
    if ((kind !== Kind.string && kind !== Kind.string_content) || inner === node) continue;
    if (tree.text(inner).toLowerCase().includes(value)) return true;
  }
  return false;
}

interface Counts {
  readonly value: string;
  readonly files: number;
  /** Files besides those of the primary and the defining place. */
  readonly elsewhere: number;
  /** Functions of one file, 0 if they are few. */
  readonly repeated: number;
}

function wordsOf(
  primary: Occurrence,
  defining: Occurrence | undefined,
  counts: Counts,
  knowledge: Knowledge,
): Pick<Draft, 'wording' | 'values' | 'fix'> {
  const { module, functionIndex, name } = primary;
  const { value, files, elsewhere, repeated } = counts;
  const values = {
    name,
    value: `${value.slice(0, 8)}-…-${value.slice(-12)}`,
    function: module.qualifiedName(functionIndex),
    files,
    functions: repeated,
  };
  if (defining !== undefined) {
    const line = defining.module.tree.lineOf(defining.node);
    const place =
      defining.module === module ? `at line ${line} of this file` : `in ${defining.module.path} line ${line}`;
    const others = elsewhere === 0 ? '' : ` and repeated in ${elsewhere} other ${elsewhere === 1 ? 'file' : 'files'}`;
    return {
      wording: 'defined',
      values: { ...values, place, others },
      fix: `Take it from where it is defined, ${place}.`,
    };
  }
  const sentinel = knowledge.context(module).isTest ? knowledge.conventions.uuidSentinel : undefined;
  const fix =
    sentinel === undefined || sentinel.files < MIN_SENTINEL_FILES
      ? {}
      : {
          fix: `Name it once and use that, or take a sentinel from \`${sentinel.name}\`, as ${sentinel.files} files here do.`,
        };
  if (repeated > 0) return { wording: 'functions', values, ...fix };
  if (files > 1) return { wording: 'files', values, ...fix };
  return knowledge.context(module).isTest ? { values } : { wording: 'production', values };
}

function place({ module, node }: Occurrence, message: string): DraftPlace {
  return { module, node, message };
}

/** In how many functions of one file the value is written at most. */
function mostFunctionsOfOneFile(all: readonly Occurrence[]): number {
  const functions = new Map<Module, Set<number>>();
  for (const { module, functionIndex } of all) {
    if (functionIndex === MODULE) continue;
    const known = functions.get(module);
    if (known === undefined) functions.set(module, new Set([functionIndex]));
    else known.add(functionIndex);
  }
  return Math.max(0, ...[...functions.values()].map((set) => set.size));
}

/**
 * Where the value is some object's own identity: in fixtures and fakes, in helpers and production code, or at class or
 * module level of the only file that has it. Else the same of a named constant. An identity inside a test defines nothing.
 */
function definingPlace(all: readonly Occurrence[], knowledge: Knowledge): Occurrence | undefined {
  const isOneFile = all.every(({ module }) => module === all[0]!.module);
  const rank = ({ module, functionIndex }: Occurrence): number => {
    const inner = functionIndex === MODULE ? 0 : 1;
    if (/fixture|fake|conftest/i.test(module.path)) return inner;
    const { isTest, isHelper } = knowledge.context(module);
    if (!isTest || isHelper) return 2 + inner;
    return isOneFile && functionIndex === MODULE ? 4 : Infinity;
  };
  for (const role of ['identity', 'constant'] as const) {
    const candidates = all.filter((occurrence) => occurrence.role === role && rank(occurrence) < Infinity);
    const [first] = candidates.toSorted((a, b) => rank(a) - rank(b));
    if (first !== undefined) return first;
  }
  return undefined;
}
