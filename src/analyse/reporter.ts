// From a detector's draft to a detection: message, tier and level by the rule and the kind of code it stands in.
import type { FilePath } from '../base/file-path.ts';
import { filePath } from '../base/file-path.ts';
import { isTemplateFile } from '../discover/template-file.ts';
import { looksLikeTestPath } from '../discover/test-path.ts';
import { MODULE } from '../model/file-index.ts';
import type { Module } from '../model/module.ts';
import type { FileContext } from '../model/test-context.ts';
import { practiceLevel } from '../rules/derived.ts';
import { fillMessage } from '../rules/fill-message.ts';
import type { Rule } from '../rules/schema.ts';
import type { Detection, DetectionTier, RelatedPlace } from './analysis.ts';
import { constructRange, headerRange, statementAround } from './constructs.ts';
import type { Draft, FileDraft } from './detectors/detector.ts';
import type { Knowledge } from './knowledge.ts';

export interface Reporter {
  readonly report: (rule: Rule, draft: Draft) => void;
  /** The same for a file of the project that is no code. */
  readonly reportFile: (rule: Rule, draft: FileDraft) => void;
  readonly detections: Detection[];
  /** Places of inventory rules, by code. */
  readonly inventory: Map<string, number>;
}

/** Collects the detections of a run. */
export function createReporter(knowledge: Knowledge): Reporter {
  const detections: Detection[] = [];
  const inventory = new Map<string, number>();
  const report = (rule: Rule, draft: Draft): void => {
    const { module } = draft;
    if (module.file.kind === 'stub') return;
    const placed = place(rule, draft, knowledge.context(module));
    if (placed === 'silent') return;
    if (placed.tier === 'inventory') count(rule);
    else detections.push(toDetection(rule, draft, placed.tier, placed.level, knowledge));
  };
  const reportFile = (rule: Rule, draft: FileDraft): void => {
    const isTest = looksLikeTestPath(draft.file);
    const placed = place(rule, draft, { isTest, role: isTest ? 'test' : sideRole(draft.file) });
    if (placed === 'silent') return;
    if (placed.tier === 'inventory') count(rule);
    else detections.push(fileDetection(rule, draft, placed.tier, placed.level, isTest));
  };
  const count = (rule: Rule): void => void inventory.set(rule.code, (inventory.get(rule.code) ?? 0) + 1);
  return { report, reportFile, detections, inventory };
}

/** What a file is for, by the folders that it lies in. */
function sideRole(file: FilePath): 'example' | 'docs' | 'production' {
  // Templates of pages lie in folders of that name; of other files these are samples.
  const all = file.split('/').slice(0, -1);
  const folders = isTemplateFile(file) ? all.filter((folder) => !/^templates?$/i.test(folder)) : all;
  if (folders.some((folder) => /^(?:examples?|samples?|demos?|tutorials?|templates?)$/i.test(folder))) return 'example';
  return folders.some((folder) => /^docs?$/i.test(folder)) ? 'docs' : 'production';
}

type Placed = { readonly tier: DetectionTier | 'inventory'; readonly level: Draft['level'] };

/** Tier and level of a draft; silent where the rule does not speak about this kind of code. */
function place(
  rule: Rule,
  draft: Pick<Draft, 'tier' | 'level'>,
  { isTest, role }: Pick<FileContext, 'isTest' | 'role'>,
): Placed | 'silent' {
  if (rule.category === 'practice') {
    const level = practiceLevel(rule, isTest);
    return level === 'off' ? 'silent' : { tier: 'note', level: draft.level ?? level };
  }
  const tier = draft.tier ?? rule.tier;
  if (isTest && rule.test === 'off') return 'silent';
  if (tier === 'inventory') return { tier, level: undefined };
  // Examples, documentation and migrations are lowered as test code is, but not silenced by it.
  const lowered = (isTest && rule.test === 'note') || (role !== 'production' && !isTest && rule.test !== 'on');
  return lowered ? { tier: 'hotspot', level: 'note' } : { tier, level: draft.level };
}

function toDetection(
  rule: Rule,
  draft: Draft,
  tier: DetectionTier,
  level: Draft['level'],
  knowledge: Knowledge,
): Detection {
  const { module, node, functionIndex, page } = draft;
  const { tree } = module;
  const statement = statementAround(tree, node);
  const scopeHeader =
    functionIndex === MODULE || page !== undefined
      ? undefined
      : headerRange(tree, module.index.functions[functionIndex]!.node);
  return {
    rule: rule.code,
    tier,
    ...(level === undefined ? {} : { level }),
    file: page?.file ?? filePath(module.path),
    range: page?.range ?? draft.range ?? constructRange(tree, node),
    message: messageOf(rule, draft),
    ...(draft.fix === undefined ? {} : { fix: draft.fix }),
    ...(draft.evidence === undefined ? {} : { evidence: draft.evidence }),
    ...(draft.repair === undefined || !mayBeRepaired(rule, module, knowledge) ? {} : { repair: draft.repair }),
    statement: page?.range ?? headerRange(tree, statement),
    scope: page === undefined ? scopeName(module, functionIndex, node) : '<module>',
    ...(scopeHeader === undefined ? {} : { scopeHeader }),
    related: relatedPlaces(draft.related),
    flows: draft.flows ?? [],
    ...(draft.taint === undefined ? {} : { taint: draft.taint }),
    ...(draft.groupKey === undefined ? {} : { groupKey: draft.groupKey }),
    otherPlaces: (draft.otherPlaces ?? []).map((other) => ({
      file: filePath(other.module.path),
      range: constructRange(other.module.tree, other.node),
    })),
    rank: draft.rank ?? {},
    inTest: knowledge.context(module).isTest,
    ...(draft.mergedRules === undefined ? {} : { mergedRules: draft.mergedRules }),
    ...(draft.secret === undefined ? {} : { secret: draft.secret }),
  };
}

function relatedPlaces(places: Draft['related'] = []): RelatedPlace[] {
  return places.map(({ module, node, message }) => ({
    file: filePath(module.path),
    range: constructRange(module.tree, node),
    message,
  }));
}

function fileDetection(
  rule: Rule,
  draft: FileDraft,
  tier: DetectionTier,
  level: Draft['level'],
  isTest: boolean,
): Detection {
  return {
    rule: rule.code,
    tier,
    ...(level === undefined ? {} : { level }),
    file: draft.file,
    range: draft.range,
    message: messageOf(rule, draft),
    ...(draft.severity === undefined ? {} : { severity: draft.severity }),
    ...(draft.fix === undefined ? {} : { fix: draft.fix }),
    ...(draft.evidence === undefined ? {} : { evidence: draft.evidence }),
    statement: draft.statement,
    scope: '<module>',
    related: relatedPlaces(draft.related),
    flows: [],
    otherPlaces: [],
    rank: {},
    inTest: isTest,
    ...(draft.secret === undefined ? {} : { secret: draft.secret }),
  };
}

/**
 * A cell of a notebook is a string of a JSON file, which other programs write. What a test does without security, it does to the
 * server or the file that it made itself.
 */
function mayBeRepaired(rule: Rule, module: Module, knowledge: Knowledge): boolean {
  if (module.file.kind !== 'python') return false;
  return rule.category === 'practice' || !knowledge.context(module).isTest;
}

function messageOf(rule: Rule, draft: Pick<Draft, 'message' | 'values' | 'wording'>): string {
  if (draft.message !== undefined) return fillMessage(draft.message, draft.values ?? {});
  const template = draft.wording === undefined ? rule.message : rule.messages?.[draft.wording];
  if (template === undefined) throw new Error(`${rule.code} has no message "${draft.wording}"`);
  return fillMessage(template, draft.values ?? {});
}

/** `Class.method` of the function, `Class` for a class body, `<module>` at the top level. */
function scopeName(module: Module, functionIndex: number, node: number): string {
  const classIndex = module.classAround(node);
  const inClassBody =
    classIndex !== MODULE &&
    (functionIndex === MODULE || module.index.classes[classIndex]!.node > module.index.functions[functionIndex]!.node);
  return inClassBody ? module.qualifiedClassName(classIndex) : module.qualifiedName(functionIndex);
}
