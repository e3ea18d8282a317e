// The detector `exposed-secret`: a password, key or connection text that ends where others read it: a log, an answer, a token, a file.
// In: calls and assignments that the models know as sinks of the rule's kinds, results of handlers; names that promise a secret, and
// marks of `secret`. Out: a detection for each place. Leaves alone: names and hashes of secrets, a few of their characters, what is
// encrypted or masked.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { filePath } from '../../base/file-path.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Flow } from '../analysis.ts';
import { constructRange } from '../constructs.ts';
import type { Argument, AssignEvent, CallEvent, Site } from '../interpreter/events.ts';
import type { ApiEntry } from '../taint/api-models.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { Value } from '../values/value.ts';
import { isKeptSafely } from '../secrets/kept-safely.ts';
import { unknown } from '../values/value.ts';
import type { CreateDetector } from './detector.ts';
import { aFew, anEntry, hashing, leavesOf } from './expression-leaves.ts';
import { ownNodes } from './own-nodes.ts';
import { qualifiedTargets } from './qualified-targets.ts';
import { calleeName, namesThatCall, namesThatGet, namesThatGive, namingFunctions } from './secret-givers.ts';
import type { Found } from './secret-in-value.ts';
import { createSecretFinder } from './secret-in-value.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { argumentOf, conditionsHold } from './use-conditions.ts';
import { argumentsOf, literalText, written } from './written-expression.ts';

/** A sink that a parameter of its function reaches. */
interface OpenSink {
  readonly site: Site;
  readonly parameter: number;
  readonly sink: string;
  readonly review: boolean;
}

/** A secret that is passed as a parameter of a function. */
interface PassedSecret {
  readonly module: Module;
  readonly index: number;
  readonly parameter: number;
  readonly found: Found;
}

const loggers = /(?:^|\.)_*(?:log|logger|logging|LOG|LOGGER)$/;
const levels = /^(?:debug|info|warning|warn|error|critical|fatal|exception|log)$/;

export const exposedSecret: CreateDetector<'exposed-secret'> = (context) => {
  const { rule, knowledge, report } = context;
  const wanted = new Set<string>(rule.sinks);
  const { secretIn, isMeant } = createSecretFinder(context.engine, rule.exceptNames, rule.notFrom);
  const told = new Map<Module, Set<number>>();
  const open: OpenSink[] = [];
  const passed: PassedSecret[] = [];

  const tell = (site: Site, sink: string, found: Found, review: boolean): void => {
    let ofModule = told.get(site.module);
    if (ofModule === undefined) told.set(site.module, (ofModule = new Set<number>()));
    if (ofModule.has(site.node)) return;
    const holds = (one: Parameters<typeof circumstancesHold>[0]): boolean =>
      circumstancesHold(one, site, undefined, context);
    if (rule.unless?.some(holds) === true) return;
    ofModule.add(site.node);
    const lowered = rule.lower?.find(({ when }) => when.some(holds));
    report({
      module: site.module,
      functionIndex: site.functionIndex,
      node: site.node,
      values: { name: found.name, sink: sinkText(site) },
      ...(found.isVague || review ? { tier: 'hotspot' as const } : {}),
      ...(lowered === undefined ? {} : { tier: lowered.tier }),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      flows: [flow(found, site)],
      taint: { source: 'secret', sink },
    });
  };

  const onCall = (event: CallEvent): void => {
    const { arguments: args, holds, evaluate } = event;
    const { models } = context.engine();
    for (const name of qualifiedTargets(event.targets)) {
      for (const { entry, sinks, argument } of models.call(name) ?? []) {
        const sink = sinks.find((kind) => wanted.has(kind));
        if (sink === undefined) continue;
        if (
          entry.where !== undefined &&
          !conditionsHold(entry.where, {
            arguments: args,
            holds,
            engine: context.engine(),
            place: { site: event, evaluate },
          })
        )
          continue;
        lookAtArguments(event, sink, argument ?? '0', entry.tier === 'hotspot');
      }
    }
    const isOutput =
      wanted.has('output') && event.targets.every(({ kind }) => kind === 'method' || kind === 'function');
    if (isOutput && qualifiedTargets(event.targets).every((name) => models.call(name) === undefined) && isLogger(event))
      lookAtArguments(event, 'output', '*', false);
    lookAtPassed(event);
  };

  const lookAtArguments = (event: CallEvent, sink: string, wantedArgument: string, review: boolean): void => {
    const { arguments: args, holds, evaluate } = event;
    const given: [Argument, string | undefined][] = [];
    if (wantedArgument === '*') {
      for (const one of args.positional) given.push([one, undefined]);
      for (const [key, one] of args.keywords) given.push([one, key]);
    } else {
      const one = argumentOf(args, wantedArgument);
      const key = wantedArgument.split('|').find((part) => args.keywords.has(part));
      const isSafe = event.targets.some(
        (target) => target.kind === 'class' && isKeptSafely(knowledge.project, target, key ?? ''),
      );
      if (one !== undefined && !(isSafe && sink === 'storage')) given.push([one, key]);
    }
    for (const [argument, key] of given) {
      const found = secretIn(event, argument, holds, evaluate, key);
      if (found !== undefined) tell(event, sink, found, review);
      else for (const parameter of parametersIn(event, argument)) open.push({ site: event, parameter, sink, review });
    }
  };

  /** Parameters that go into an argument as they are: what callers pass may be a secret. */
  const parametersIn = ({ module, functionIndex }: Site, { node }: Argument): number[] => {
    const item = module.index.functions[functionIndex];
    if (item === undefined || node < 0) return [];
    const names = parameterNames(module, item);
    return leavesOf(module, functionIndex, node).flatMap((leaf) => {
      const isPlain =
        leaf.kind === 'name' && !leaf.through.some((one) => one === aFew || one === anEntry || hashing.test(one));
      const name = isPlain ? module.tree.name(leaf.node) : 0;
      return names.includes(name) ? [name] : [];
    });
  };

  /** Secrets that a call hands to a function of the checkout under a name that does not say so. */
  const lookAtPassed = (event: CallEvent): void => {
    const { module, functionIndex, arguments: args, holds, evaluate } = event;
    if (knowledge.context(module).isTest) return;
    for (const target of event.targets) {
      if (target.kind !== 'function') continue;
      const item = target.module.index.functions[target.index]!;
      if (!reachingNames().has(item.name)) continue;
      const names = parameterNames(target.module, item).slice(item.methodOf === MODULE ? 0 : 1);
      const pairs: [number, Argument][] = args.positional.flatMap((one, i) =>
        names[i] === undefined ? [] : [[names[i], one]],
      );
      for (const [key, one] of args.keywords) pairs.push([target.module.tree.names.find(key), one]);
      for (const [name, argument] of pairs) {
        if (isMeant(target.module.tree.names.text(name))) continue;
        const found = secretIn({ module, functionIndex, node: event.node }, argument, holds, evaluate);
        if (found !== undefined) passed.push({ module: target.module, index: target.index, parameter: name, found });
      }
    }
  };

  const finish = (): void => {
    for (const { site, parameter, sink, review } of open) {
      const given = passed.find(
        (one) => one.module === site.module && one.index === site.functionIndex && one.parameter === parameter,
      );
      // A helper that writes what it is given is for anything: its caller is the one to ask.
      if (given !== undefined) tell(site, sink, given.found, review || sink === 'storage');
    }
  };

  const onAssign = (event: AssignEvent): void => {
    const { target, module, functionIndex, node, value, valueNode, holds } = event;
    if (target.kind === 'name') return;
    const entries = assignedEntries(event);
    for (const { entry, sinks } of entries) {
      const sink = sinks.find((kind) => wanted.has(kind));
      if (sink === undefined || entry.arg === 'key') continue;
      const key =
        target.kind === 'attribute'
          ? target.name
          : target.key.constants?.map((one) => (one.type === 'str' ? one.value : ''))[0];
      const found = secretIn({ module, functionIndex, node }, { node: valueNode, value }, holds, () => unknown, key);
      if (found !== undefined) tell({ module, functionIndex, node }, sink, found, entry.tier === 'hotspot');
    }
  };

  const assignedEntries = ({ target }: AssignEvent): readonly ApiEntry[] => {
    if (target.kind === 'name') return [];
    const { models } = context.engine();
    return target.object.denotes.flatMap((one) => {
      if (one.kind !== 'instance' && one.kind !== 'member') return [];
      const type = one.kind === 'member' ? `${one.of}.${one.name}` : models.canonical(one.of);
      if (target.kind === 'attribute') return models.assigned(`${type}.${target.name}`) ?? [];
      return (one.kind === 'member' ? models.item(type) : models.item(`${type}.self`)) ?? [];
    });
  };

  /** Results of handlers, and of functions that make an answer by its form. */
  const lookAtResults = (module: Module, functionIndex: number): void => {
    const { tree, index } = module;
    const { body, node } = index.functions[functionIndex]!;
    if (tree.kind(node) !== Kind.function_definition) return;
    const isHandler = context
      .engine()
      .entryPoints.results(module, functionIndex)
      .some(({ sinks }) => sinks.some((kind) => wanted.has(kind)));
    for (const statement of ownNodes(tree, body, Kind.return_statement)) {
      const result = statement + 1;
      if (result >= tree.next(statement)) continue;
      const shown = isHandler ? result : answerBody(module, result);
      if (shown < 0) continue;
      const site = { module, functionIndex, node: statement };
      const found = secretIn(
        site,
        { node: shown, value: unknown },
        () => [],
        (leaf) => valueOf(module, leaf),
      );
      if (found !== undefined) tell(site, 'answer', found, false);
    }
  };

  /** Only what the module's top level says is known without evaluating the function. */
  const valueOf = (module: Module, node: number): Value => {
    const { tree } = module;
    if (tree.kind(node) !== Kind.identifier || !module.bindings.byName.has(tree.name(node))) return unknown;
    return context.engine().moduleValue(module, tree.name(node));
  };

  /** Numbers of the names that sinks are called by. */
  let names: ReadonlySet<number> | undefined;
  const sinkNames = (): ReadonlySet<number> => {
    const { models, project } = context.engine();
    const called = wanted.has('output')
      ? ['debug', 'info', 'warning', 'warn', 'error', 'critical', 'exception', 'log']
      : [];
    for (const { entry, sinks } of names === undefined ? models.entries : []) {
      if (!sinks.some((kind) => wanted.has(kind))) continue;
      for (const call of entry.call ?? []) called.push(call.slice(call.lastIndexOf('.') + 1));
    }
    return (names ??= new Set(called.map((name) => project.names.find(name)).filter((name) => name !== 0)));
  };

  /** The same, and names of functions of the checkout in which there is one, to which a secret may be handed. */
  let reaching: ReadonlySet<number> | undefined;
  const reachingNames = (): ReadonlySet<number> =>
    (reaching ??= namesThatCall(context.engine().project, sinkNames(), (module) => knowledge.context(module).isTest));

  const functionsOf = (module: Module): Set<number> => {
    const { index } = module;
    const { models, project } = context.engine();
    const withSecrets = new Set(namingFunctions(project, module));
    const giving = namesThatGive(project, models, (one) => knowledge.context(one).isTest);
    for (const call of index.calls)
      if (giving.has(calleeName(module, call))) withSecrets.add(module.functionAround(call));
    const getting = namesThatGet(project, (one) => knowledge.context(one).isTest);
    const found = new Set<number>();
    for (const call of index.calls) {
      const name = calleeName(module, call);
      if (!reachingNames().has(name)) continue;
      const around = module.functionAround(call);
      const isHanded = around !== MODULE && sinkNames().has(name) && getting.has(index.functions[around]!.name);
      if (withSecrets.has(around) || isHanded) found.add(around);
    }
    for (const around of withSecrets) if (around !== MODULE && wanted.has('answer')) lookAtResults(module, around);
    return found;
  };

  return {
    observer: { call: onCall, assign: onAssign },
    hears: {
      callsLater: () => [...reachingNames()].map((name) => context.engine().project.names.text(name)),
    },
    finish,
    interest: {
      functions: (module) => (knowledge.context(module).isTest ? [] : functionsOf(module)),
    },
  };
};

/** `self.log.info(...)`, where nothing says what the logger is. */
function isLogger({ module, node }: CallEvent): boolean {
  const { tree } = module;
  const callee = tree.child(node, Field.function);
  if (tree.kind(callee) !== Kind.attribute || !levels.test(tree.text(tree.child(callee, Field.attribute))))
    return false;
  return loggers.test(written(tree, tree.child(callee, Field.object)));
}

/** The body of `{"statusCode": 200, "body": ...}`, the form of an answer of a function behind a gateway; -1 if it has none. */
function answerBody(module: Module, result: number): number {
  const { tree } = module;
  if (tree.kind(result) !== Kind.dictionary) return -1;
  const entries = new Map<string, number>();
  for (const child of tree.children(result)) {
    const key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : undefined;
    if (key !== undefined) entries.set(key, tree.child(child, Field.value));
  }
  return entries.has('statusCode') ? (entries.get('body') ?? -1) : -1;
}

function sinkText({ module, node }: Site): string {
  const { tree } = module;
  if (tree.kind(node) === Kind.return_statement) return 'the answer';
  return written(tree, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node) || 'this call';
}

function flow(found: Found, { module, node }: Site): Flow {
  const { tree } = module;
  const given = tree.kind(node) === Kind.call ? argumentsOf(tree, node) : undefined;
  const inside = [...(given?.positional ?? []), ...(given?.keywords.values() ?? [])].find(
    (one) => found.module === module && one <= found.node && found.node < tree.next(one),
  );
  return {
    steps: [
      {
        kind: 'source',
        file: filePath(found.module.path),
        range: constructRange(found.module.tree, found.node),
        message: `source: the secret \`${found.name}\``,
        depth: 0,
      },
      {
        kind: 'sink',
        file: filePath(module.path),
        range: constructRange(tree, inside ?? node),
        message: `sink: ${sinkText({ module, node, functionIndex: 0 })}`,
        depth: 0,
      },
    ],
  };
}
