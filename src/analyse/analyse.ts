// The stage `analyse`. In: the project model and the rules. Out: detections and coverage. It knows no SARIF and reads no
// files. A detector that throws costs its rule on that file and becomes a problem; the others go on.
import type { Advisories } from '../advisories/advisory.ts';
import { filePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import { commentReasons, forgetComments } from '../model/comments.ts';
import type { ProjectHints } from '../model/component.ts';
import { describeFile, describeProject } from '../model/component.ts';
import { MODULE } from '../model/file-index.ts';
import type { Module } from '../model/module.ts';
import type { ProjectModel } from '../model/project-model.ts';
import type { RuleSet } from '../rules/load-rule-set.ts';
import type { DetectorName, Rule } from '../rules/schema.ts';
import type { Analysis, AnalysedFile, Detection } from './analysis.ts';
import { findBlindSpots } from './blind-spots.ts';
import { deferredRules } from './deferred-rules.ts';
import type { CreateDetector, Detector } from './detectors/detector.ts';
import { detectors } from './detectors/table.ts';
import { dependencyFacts, needsAdvisories } from './dependency-facts.ts';
import { dispatch } from './dispatch.ts';
import type { FindFunctions } from './interest.ts';
import { createInterest } from './interest.ts';
import { Engine } from './interpreter/engine.ts';
import { gatherKnowledge } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { Reporter } from './reporter.ts';
import { createReporter } from './reporter.ts';
import { modelsInForce } from './models-in-force.ts';
import { apiModels } from './taint/api-models.ts';
import { createCallers } from './taint/callers.ts';
import { createFollowed } from './taint/followed-modules.ts';
import { credited, sinkAnswers, sinkCoverage } from './taint/sink-coverage.ts';
import { enterDerived } from './taint/derived-handlers.ts';
import { needsTaint, sinkInterest, sinkKindsOf } from './taint/sink-interest.ts';
import type { WhereHolds } from './taint/sink-log.ts';
import { SinkLog } from './taint/sink-log.ts';
import { conditionsHold } from './detectors/use-conditions.ts';
import { testWitness } from './witness/test-witness.ts';

export interface AnalyseOptions {
  /** Leave out practice rules that the project's own linters have. */
  readonly deferToConfiguredLinters: boolean;
  /** What the checkout's files do not show of the project. */
  readonly hints?: ProjectHints;
  /** What is published about the dependencies. Absent: nobody asked, and rules that need it do not run. */
  readonly advisories?: Advisories;
  /** Say of each place with a sink what was made of it. */
  readonly wantsSinkAnswers?: boolean;
  /** Asked before each file: true ends the analysis there. The clock behind it is the caller's. */
  readonly outOfTime?: () => boolean;
  /** Told after each file: `done` of `total`; once more at the end, with `done` equal to `total`. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Runs every rule over every module. Detections are sorted by path, start and rule. When time runs out, the product has what
 * was found until then, and one problem names the files that were not looked at.
 */
export function analyse(
  project: ProjectModel,
  rules: RuleSet,
  options: AnalyseOptions,
  table: typeof detectors = detectors,
): Analysis {
  const knowledge = gatherKnowledge(project, options.advisories);
  const reporter = createReporter(knowledge);
  const deferred = options.deferToConfiguredLinters ? deferredRules(rules.rules, knowledge) : new Map<string, string>();
  const running = rules.rules.filter(
    (rule) => !deferred.has(rule.code) && (options.advisories !== undefined || !needsAdvisories(rule)),
  );
  const failures = createFailures();

  // Detectors are made before the engine, which needs their observers, and ask for it only while they listen.
  const late: { engine?: Engine } = {};
  const active = running.map((rule) => ({
    rule,
    detector: createDetector(rule, table, knowledge, () => late.engine!, reporter),
  }));
  const interests = active.flatMap(({ detector }) => (detector.interest === undefined ? [] : [detector.interest]));
  const references = new Set(
    interests.flatMap((interest) => interest.references ?? []).map((name) => name.slice(name.lastIndexOf('.') + 1)),
  );
  const observer = dispatch(active, (rule, event, hear) => failures.guard(rule, event.module, hear, event));
  const models = apiModels(modelsInForce(rules.models, knowledge));
  const kinds = sinkKindsOf(running);
  const whereHolds: WhereHolds = (where, args, frame, place) =>
    conditionsHold(where, {
      arguments: args,
      holds: frame.holds,
      engine: frame.engine,
      place: { site: place, evaluate: frame.evaluateSilently },
    });
  const sinks = !needsTaint(running) ? undefined : new SinkLog(models, kinds, whereHolds);
  const engine = new Engine(project, {
    observers: [observer],
    models,
    wantedReferences: references,
    whereHolds,
    follows: createFollowed(
      models,
      (module) => knowledge.context(module).isTest,
      () => late.engine!.entryPoints,
    ),
    ...(sinks === undefined ? {} : { sinks }),
  });
  late.engine = engine;

  const elsewhere = createInterest(project, interests);
  const whereFollowed =
    sinks === undefined ? elsewhere : createInterest(project, [...interests, sinkInterest(engine, sinks)]);
  const interesting: FindFunctions = (module) => (engine.isFollowed(module) ? whereFollowed : elsewhere)(module);
  const evaluated = createEvaluated();
  const modules = project.modules.filter((module) => module.file.kind !== 'stub');
  const files: AnalysedFile[] = [];
  let functions = 0;
  let handlers = 0;
  let done = 0;
  for (const module of modules) {
    if (options.outOfTime?.() === true) break;
    functions += module.index.functions.length;
    if (engine.isFollowed(module)) handlers += engine.entryPoints.count(module);
    for (const { rule, detector } of active) {
      if (detector.module !== undefined) failures.guard(rule, module, detector.module, module);
    }
    for (const index of worthEvaluating(interesting, module, failures)) {
      if (evaluated.add(module, index)) evaluate(engine, module, index, failures);
    }
    files.push(analysedFile(module, knowledge));
    module.release();
    forgetComments(module);
    done++;
    options.onProgress?.(done, modules.length);
  }
  if (sinks !== undefined && done === modules.length) {
    // Sinks that hang on parameters: whoever calls their functions decides, and so on upwards.
    const callers = createCallers(project);
    for (let next = 0; next < engine.open.length && options.outOfTime?.() !== true; next++) {
      for (const { module, index } of callers(engine.open[next]!)) {
        if (!engine.isFollowed(module)) continue;
        if (evaluated.add(module, index)) evaluate(engine, module, index, failures);
        engine.passUp(module, index, engine.open[next]!);
      }
    }
    // What was stored in a global or on a class may have been read before: those modules are looked at once more.
    for (const module of engine.late.takeChanged()) {
      const again = evaluated.of(module);
      engine.forget(module);
      for (const index of again) engine.again(module, index);
    }
    for (const module of modules) module.release();
  }
  options.onProgress?.(modules.length, modules.length);
  for (const { rule, detector } of active) {
    if (detector.finish !== undefined) failures.guard(rule, undefined, detector.finish, undefined);
  }

  const sites = sinks?.sites() ?? [];
  const blindSpots = findBlindSpots(modules.slice(0, done), knowledge);
  const problems: Problem[] = [
    ...failures.problems,
    ...blindSpots.problems,
    ...knowledge.facts.problems,
    ...(options.advisories?.problems ?? []),
    ...limitProblems(engine, knowledge),
    ...timeProblem(modules, done),
  ];
  return {
    detections: reporter.detections.toSorted(
      (a, b) =>
        compare(a.file, b.file) ||
        a.range.start - b.range.start ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message),
    ),
    coverage: {
      files,
      functions,
      rulesRun: running.map((rule) => rule.code).toSorted(),
      familiesNotExamined: rules.familiesNotExamined,
      sinks: sinkCoverage(sites),
      ...(options.wantsSinkAnswers === true && { sinkAnswers: sinkAnswers(sites) }),
      credited: credited(sites, testWitness(engine, knowledge).refusedAt),
      entryPoints: handlers,
      inventory: reporter.inventory,
      unresolvedImports: blindSpots.unresolvedImports,
      deferred,
      facts: [...statistics(knowledge, reporter.detections), ...dependencyFacts(knowledge, running)],
    },
    reviewed: describeProject(project, knowledge.context, undefined, options.hints),
    problems,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Which functions have been evaluated; a module's top level is MODULE. */
function createEvaluated(): {
  readonly add: (module: Module, index: number) => boolean;
  readonly of: (module: Module) => readonly number[];
} {
  const known = new Map<Module, Set<number>>();
  return {
    of: (module) => [...(known.get(module) ?? [])].toSorted((a, b) => a - b),
    add: (module, index) => {
      let ofModule = known.get(module);
      if (ofModule === undefined) known.set(module, (ofModule = new Set()));
      if (ofModule.has(index)) return false;
      ofModule.add(index);
      return true;
    },
  };
}

function createDetector(
  rule: Rule,
  table: typeof detectors,
  knowledge: Knowledge,
  engine: () => Engine,
  reporter: Reporter,
): Detector {
  // The rule's detector names the entry of the table, so its type is that entry's; TypeScript cannot follow a union there.
  const create = table[rule.detector] as CreateDetector<DetectorName>;
  return create({
    rule,
    knowledge,
    engine,
    report: (draft) => reporter.report(rule, draft),
    reportFile: (draft) => reporter.reportFile(rule, draft),
  });
}

interface Failures {
  readonly problems: Problem[];
  readonly guard: <T>(rule: Rule, module: Module | undefined, work: (of: T) => void, of: T) => void;
}

function createFailures(): Failures {
  const problems: Problem[] = [];
  const failed = new Map<Rule, Set<Module | undefined>>();
  const guard = <T>(rule: Rule, module: Module | undefined, work: (of: T) => void, of: T): void => {
    if (failed.size > 0 && failed.get(rule)?.has(module) === true) return;
    try {
      work(of);
    } catch (error) {
      const modules = failed.get(rule);
      if (modules === undefined) failed.set(rule, new Set([module]));
      else modules.add(module);
      const where = module === undefined ? '' : ` on ${module.path}`;
      // A rule of the checkout's own is its author's to mend.
      const report = /^(?:PV|BP)/.test(rule.code) ? '; please report it' : '';
      const message = `${rule.code} failed${where} (${error instanceof Error ? error.message : String(error)})${report}.`;
      problems.push({
        id: 'PVN005',
        message,
        rule: rule.code,
        hidesCode: true,
        ...(module ? { file: filePath(module.path) } : {}),
      });
    }
  };
  return { problems, guard };
}

/** Functions of a module to evaluate, in file order; none where finding them failed, which is a problem. */
function worthEvaluating(interesting: FindFunctions, module: Module, failures: Failures): number[] {
  try {
    return [...interesting(module)].toSorted((a, b) => a - b);
  } catch (error) {
    const message = `${module.path} could not be followed (${error instanceof Error ? error.message : String(error)}); please report it.`;
    failures.problems.push({ id: 'PVN004', message, file: filePath(module.path), hidesCode: true });
    return [];
  }
}

function evaluate(engine: Engine, module: Module, index: number, failures: Failures): void {
  try {
    if (index === MODULE) engine.runModule(module);
    else {
      engine.enter(module, index);
      engine.summary(module, index);
      enterDerived(engine, module, index);
    }
  } catch (error) {
    const where = `${module.qualifiedName(index)} in ${module.path}`;
    const message = `${where} could not be followed (${error instanceof Error ? error.message : String(error)}); please report it.`;
    failures.problems.push({ id: 'PVN004', message, file: filePath(module.path), hidesCode: true });
  }
}

const NAMED_FILES = 10;

/** One problem for all files after the first `done`; none if there are none. */
function timeProblem(modules: readonly Module[], done: number): Problem[] {
  const left = modules.slice(done).map((module) => filePath(module.path));
  if (left.length === 0) return [];
  const more = left.length > NAMED_FILES ? ` and ${left.length - NAMED_FILES} more` : '';
  const message =
    `Time ran out: ${left.length} of ${modules.length} files were not analysed (${left.slice(0, NAMED_FILES).join(', ')}${more}). ` +
    'Raise timeout-minutes, or exclude what needs no review.';
  return [{ id: 'PVN004', message, files: left, hidesCode: true }];
}

function limitProblems(engine: Engine, knowledge: Knowledge): Problem[] {
  return engine.limits.map(({ module, functionIndex, what }) => ({
    id: 'PVN004',
    message: `${module.qualifiedName(functionIndex)} in ${module.path} was followed only in part: ${what} reached.`,
    file: filePath(module.path),
    hidesCode: !knowledge.context(module).isTest,
  }));
}

// Fewer say nothing about a repository's habits.
const MIN_TODOS = 5;

/** What the summary says of the whole repository, where no note says it. */
function statistics({ conventions: { todos } }: Knowledge, detections: readonly Detection[]): string[] {
  if (todos.total < MIN_TODOS || todos.owned === todos.total || detections.some(({ rule }) => rule === 'BP404'))
    return [];
  return [`${todos.owned} of ${todos.total} TODO comments name an owner, an issue or a link.`];
}

function analysedFile(module: Module, knowledge: Knowledge): AnalysedFile {
  const context = knowledge.context(module);
  const reasons = commentReasons(module);
  return {
    path: filePath(module.path),
    lines: module.tree.lineCount,
    test: context.isTest,
    description: describeFile(module, context),
    ...(reasons === undefined ? {} : { commentReasons: reasons }),
  };
}
