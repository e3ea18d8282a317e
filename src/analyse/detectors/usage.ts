// The detector `usage`: misuse of an API or a setting, described by the rule's `uses`. In: calls, assignments and
// mentions with the values known there. Out: a detection at the first Use that matches a place.
import type { ByteRange } from '../../base/region.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Circumstance, Use } from '../../rules/use-schema.ts';
import { usageRepair } from '../repairs/usage-repair.ts';
import type { AssignEvent, CallEvent, ReferenceEvent, Site } from '../interpreter/events.ts';
import { display, textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { argumentPlace } from './argument-place.ts';
import { callInterest } from './call-interest.ts';
import type { CallInterest, CreateDetector, Detector, Draft } from './detector.ts';
import { givenHeaders, headerTokens } from './given-headers.ts';
import { matchingTexts } from './matching-texts.ts';
import { nameAround } from './names-around.ts';
import { qualifiedTargets } from './qualified-targets.ts';
import { isSettingsModule, standsIn } from './surroundings.ts';
import type { AskedSecret } from './secret-condition.ts';
import { constantAskedFor, secretAskedFor } from './secret-condition.ts';
import { createSecretUses } from './secret-uses.ts';
import { circumstancesHold } from './use-circumstances.ts';
import type { Given } from './use-conditions.ts';
import { argumentOf, conditionsHold, neededArguments } from './use-conditions.ts';

export const usage: CreateDetector<'usage'> = (context) => {
  const { rule, knowledge } = context;
  const calls = indexed(rule.uses, 'call');
  const assigns = indexed(rule.uses, 'assign');
  const references = indexed(rule.uses, 'reference');
  const settings = indexed(rule.uses, 'setting');
  const headers = indexed(rule.uses, 'header');
  const tokensOfHeaders = headerTokens(knowledge.project.names, headers.keys());
  const texts = rule.uses.filter(({ text }) => text !== undefined);

  const tryUses = (
    uses: readonly Use[] | undefined,
    event: Site | CallEvent,
    given: Given | undefined,
    what: string,
    node = event.node,
  ): boolean => {
    for (const use of uses ?? []) {
      if (use.where !== undefined && (given === undefined || !conditionsHold(use.where, given))) continue;
      if (use.in !== undefined && !use.in.some((surrounding) => standsIn(surrounding, event, knowledge))) continue;
      const holds = (circumstance: Circumstance): boolean => circumstancesHold(circumstance, event, given, context);
      if (use.when?.some(holds) === false || use.unless?.some(holds) === true) continue;
      const lowered = rule.lower?.find(({ when }) => when.some(holds));
      const asked = given === undefined ? undefined : secretAskedFor(use.where, given);
      const secret = asked?.words;
      const key = rule.keys === true && given !== undefined ? constantAskedFor(use.where, given) : undefined;
      // Of a secret the literal is the place.
      const place =
        asked === undefined && key === undefined && 'targets' in event && use.where !== undefined
          ? argumentPlace(context.engine(), event, use.where)
          : undefined;
      reportUse(asked ?? key, {
        module: event.module,
        functionIndex: event.functionIndex,
        node: decidingElement(use, event, node),
        ...place,
        ...(place?.isElsewhere === true && {
          related: [{ module: event.module, node, message: 'the call that gets it' }],
        }),
        values: {
          name: use.header === undefined && !isSetByCall(use, event) ? writtenName(event, what) : what,
          value: secret ?? (given === undefined ? what : describeGiven(use, given)),
          around: nameThatTold(use, event),
        },
        ...(use.message === undefined ? wording(use) : { message: use.message }),
        ...(use.fix === undefined ? {} : { fix: use.fix }),
        // Where a branch or a switch of the program's own decides, the one edit would take the choice away.
        repair: secret === undefined && lowered === undefined ? usageRepair(use.repair, event, node) : undefined,
        ...(use.tier === undefined ? {} : { tier: use.tier }),
        ...(use.level === undefined ? {} : { level: use.level, tier: use.tier ?? 'hotspot' }),
        ...(lowered === undefined ? {} : { tier: lowered.tier }),
        ...(lowered?.level === undefined ? {} : { level: lowered.level }),
        ...(secret === undefined && key === undefined ? {} : { secret: true, ...rangeWithValue(event) }),
      });
      return true;
    }
    return false;
  };

  const secrets = createSecretUses(context);

  const reportUse = (asked: Pick<AskedSecret, 'text' | 'node'> | undefined, draft: Draft): void => {
    if (asked === undefined) context.report(draft);
    else secrets.add(asked.text, asked.node, draft);
  };

  /** `messages.assign` and the like are the words for uses of that kind. */
  const wording = (use: Use): { wording?: string } => {
    const own = subjects.find((subject) => use[subject] !== undefined && rule.messages?.[subject] !== undefined);
    return own === undefined ? {} : { wording: own };
  };

  const onCall = (event: CallEvent): void => {
    const { arguments: args, holds, evaluate } = event;
    const given: Given = { arguments: args, holds, engine: context.engine(), place: { site: event, evaluate } };
    const names = qualifiedTargets(event.targets).map((name) => inPackage(name, calls));
    // What may run something else as well, as a table of algorithms does, is not known to run this.
    const isCertain = names.every((name) => calls.has(name)) || event.targets.some(({ kind }) => kind === 'class');
    for (const name of isCertain ? names : []) if (tryUses(calls.get(name), event, given, name)) return;
    const method =
      event.targets.length === 0 || event.targets.some(({ kind }) => kind === 'method')
        ? calls.get(`*.${calledName(event)}`)
        : undefined;
    if (method !== undefined && tryUses(method, event, given, calledName(event))) return;
    if (settings.size > 0) tryConfigurationCall(event);
  };

  /** `app.config.update(DEBUG=True)`, `app.config.from_mapping({...})`. */
  const tryConfigurationCall = (event: CallEvent): void => {
    const method =
      event.targets.length === 0
        ? calledName(event)
        : event.targets[0]!.kind === 'method'
          ? event.targets[0]!.name
          : calledName(event);
    if ((method !== 'update' && method !== 'from_mapping') || !isConfiguration(event)) return;
    const keyed: [string, Value, number?][] = [...event.arguments.keywords].map(([key, { value, node }]) => [
      key,
      value,
      node,
    ]);
    const first = event.arguments.positional[0];
    for (const held of first === undefined ? [] : event.holds(first.value)) {
      for (const [key, value] of held.entries) if (key.startsWith('s')) keyed.push([key.slice(1), value]);
    }
    for (const [key, value, node] of keyed) {
      const written = node === undefined ? {} : { written: { module: event.module, node } };
      if (tryUses(settings.get(key), event, { value, holds: event.holds, engine: context.engine(), ...written }, key))
        return;
    }
  };

  const onAssign = (event: AssignEvent): void => {
    const { module, valueNode } = event;
    const given: Given = {
      value: event.value,
      holds: event.holds,
      engine: context.engine(),
      ...(valueNode < 0 ? {} : { written: { module, node: valueNode } }),
    };
    const { target } = event;
    for (const name of assignedNames(event, knowledge.project))
      if (tryUses(assigns.get(name), event, given, name)) return;
    if (settings.size === 0) return;
    if (target.kind === 'name') {
      if (isSettingPlace(event)) tryUses(settings.get(target.name), event, given, target.name);
    } else if (target.kind === 'subscript' && isConfiguration(event)) {
      const key = onlyConstant(target.key);
      const text = key === undefined ? undefined : textOf(key);
      if (text !== undefined) tryUses(settings.get(text), event, given, text);
    }
  };

  const observer = {
    ...(calls.size > 0 || settings.size > 0 ? { call: onCall } : {}),
    ...(assigns.size > 0 || settings.size > 0 ? { assign: onAssign } : {}),
    ...(references.size > 0
      ? {
          reference: (event: ReferenceEvent) =>
            void (isWritten(event) && tryUses(references.get(event.name), event, undefined, event.name)),
        }
      : {}),
  };
  const detector: Detector = {
    observer,
    finish: secrets.report,
    hears: {
      calls: [...[...calls.keys()].map(lastPart), ...(settings.size > 0 ? ['update', 'from_mapping'] : [])],
      assigns: [...[...assigns.keys()].map(lastPart), ...settings.keys()],
      references: references.keys(),
    },
    ...(headers.size === 0 && texts.length === 0
      ? {}
      : {
          module: (module: Module) => {
            const found = new Set<number>();
            for (const use of texts) {
              for (const node of matchingTexts(module, use.text!)) {
                const place = textPlace(module, node);
                if (found.has(place)) continue;
                const site = { module, functionIndex: module.functionAround(node), node };
                if (tryUses([use], site, undefined, 'this text', place)) found.add(place);
              }
            }
            for (const header of givenHeaders(module, tokensOfHeaders, context.engine())) {
              tryUses(
                headers.get(header.name),
                header,
                {
                  value: header.value,
                  holds: () => [],
                  engine: context.engine(),
                  written: { module, node: header.valueNode },
                },
                header.name,
              );
            }
          },
        }),
    interest: {
      calls: [...rule.uses.flatMap(callInterests), ...(settings.size > 0 ? [{ name: 'from_mapping' }] : [])],
      assigns: [...[...assigns.keys()].map(lastPart), ...settings.keys()],
      references: [...references.keys()],
      functions: settings.size > 0 ? (module) => configurationUpdates(module) : () => [],
    },
  };
  return detector;
};

/** Of a setting that is judged by its first element that element: it is the line to edit. */
function decidingElement({ where }: Use, event: Site | AssignEvent, node: number): number {
  const condition = where?.['value'];
  if (typeof condition !== 'object' || condition?.first === undefined) return node;
  if (!('valueNode' in event) || event.valueNode < 0) return node;
  const { tree } = event.module;
  const kind = tree.kind(event.valueNode);
  return kind === Kind.list || kind === Kind.tuple ? event.valueNode + 1 : node;
}

/** Of an assignment, target and value: the secret is the value, and other rules speak about that. */
function rangeWithValue(event: Site | AssignEvent): { range?: ByteRange } {
  if (!('valueNode' in event) || event.valueNode < 0) return {};
  const { tree } = event.module;
  return { range: { start: tree.start(event.node), end: tree.end(event.valueNode) } };
}

const subjects = ['call', 'assign', 'setting', 'reference', 'header', 'text'] as const;

/** `app.config.update(DEBUG=True)`: the setting is what it is about, not `update`. */
function isSetByCall(use: Use, { module, node }: Site): boolean {
  return use.setting !== undefined && module.tree.kind(node) === Kind.call;
}

/** The name around the place that the use asked for. */
function nameThatTold(use: Use, site: Site): string {
  for (const { around } of use.when ?? []) {
    const name = around === undefined ? undefined : nameAround(site, around.of, around.words);
    if (name !== undefined) return name;
  }
  return 'this';
}

/** The name itself stands there, and no variable that holds what it names. */
function isWritten({ module, node, name }: ReferenceEvent): boolean {
  const { tree } = module;
  const last = tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node;
  return tree.text(last) === lastPart(name);
}

/** The call that gets a text as an argument or as a part of one; else the text. */
function textPlace({ tree }: Module, text: number): number {
  for (let node = text, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case Kind.argument_list:
        return tree.parent(parent);
      case Kind.keyword_argument:
      case Kind.list:
      case Kind.tuple:
      case Kind.binary_operator:
      case Kind.concatenated_string:
      case Kind.parenthesized_expression:
        break;
      default:
        return text;
    }
  }
  return text;
}

/** The callee, target or mention as the code writes it; the qualified name where it is no dotted name. */
function writtenName({ module, node }: Site, qualified: string): string {
  const { tree } = module;
  const written = dottedSource(module, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node);
  return written === '' ? qualified : written;
}

function dottedSource(module: Module, node: number): string {
  const { tree } = module;
  if (tree.kind(node) === Kind.identifier) return tree.text(node);
  if (tree.kind(node) === Kind.subscript) {
    const object = dottedSource(module, tree.child(node, Field.value));
    const key = tree.child(node, Field.subscript);
    return object === '' || tree.text(key) === '' ? '' : `${object}[${tree.text(key)}]`;
  }
  if (tree.kind(node) !== Kind.attribute) return '';
  const object = tree.child(node, Field.object);
  const name = tree.text(tree.child(node, Field.attribute));
  // A call in between is written without its arguments: `Session().get`.
  const before = dottedSource(module, tree.kind(object) === Kind.call ? tree.child(object, Field.function) : object);
  return before === '' ? name : `${before}${tree.kind(object) === Kind.call ? '()' : ''}.${name}`;
}

/** What the conditions looked at: `verify=False`, or the assigned value. */
function describeGiven(use: Use, given: Given): string {
  if ('value' in given) return describeValue(given.value) ?? 'this value';
  for (const key of Object.keys(use.where ?? {})) {
    const value = argumentOf(given.arguments, key)?.value;
    const text = value === undefined ? undefined : describeValue(value);
    const keyword = key.split('|').find((part) => given.arguments.keywords.has(part));
    if (text !== undefined) return keyword === undefined ? text : `${keyword}=${text}`;
    if (value !== undefined && keyword !== undefined) return `${keyword}=...`;
  }
  return 'these arguments';
}

function describeValue(value: Value): string | undefined {
  const constant = onlyConstant(value);
  if (constant !== undefined)
    return textOf(constant) === undefined ? display(constant) : JSON.stringify(textOf(constant));
  for (const denotation of value.denotes) {
    if (denotation.kind === 'symbol') return denotation.name;
    if (denotation.kind === 'class') return denotation.module.qualifiedClassName(denotation.index);
  }
  return undefined;
}

/** Uses of one subject by qualified name: `requests.get`, `ssl.SSLContext.verify_mode`. */
function indexed(
  uses: readonly Use[],
  subject: 'call' | 'assign' | 'reference' | 'setting' | 'header',
): Map<string, Use[]> {
  const map = new Map<string, Use[]>();
  for (const use of uses) {
    for (const name of use[subject] ?? []) {
      for (const owner of use.on ?? ['']) {
        const qualified = owner === '' ? name : `${owner}.${name}`;
        const list = map.get(qualified);
        if (list === undefined) map.set(qualified, [use]);
        else list.push(use);
      }
    }
  }
  return map;
}

/** Calls that a use is about: functions, or methods of its types. */
function callInterests({ call, on, where }: Use): CallInterest[] {
  const needs = neededArguments(where);
  return (call ?? []).flatMap((name) =>
    on === undefined
      ? [{ ...callInterest(name), needs }]
      : on.map((type) => ({ name, needs, ...(type.startsWith('*') ? {} : { package: type.split('.', 1)[0]! }) })),
  );
}

/** `transformers.*.from_pretrained` for the method of any class of the package, where a Use asks so. */
function inPackage(name: string, calls: ReadonlyMap<string, unknown>): string {
  if (calls.has(name)) return name;
  const any = `${name.slice(0, name.indexOf('.'))}.*.${lastPart(name)}`;
  return calls.has(any) ? any : name;
}

function lastPart(qualified: string): string {
  const subscript = /\[(\w+)\]$/.exec(qualified);
  if (subscript !== null) return subscript[1]!;
  return qualified.slice(qualified.lastIndexOf('.') + 1);
}

/** Qualified names of what an assignment sets; in the body of a class those that its bases outside the checkout give it. */
function assignedNames({ target, module, node, functionIndex }: AssignEvent, project: ProjectModel): string[] {
  if (target.kind === 'name') {
    const around = functionIndex === MODULE ? module.classAround(node) : MODULE;
    if (around === MODULE) return [];
    const { parentClass, name } = module.index.classes[around]!;
    // `class Meta` of a form says something about the form.
    const owner = parentClass === MODULE ? around : parentClass;
    const path = parentClass === MODULE ? target.name : `${module.tree.names.text(name)}.${target.name}`;
    return project.ancestry({ module, index: owner }).external.map((base) => `${base}.${path}`);
  }
  if (target.kind === 'attribute') {
    return target.object.denotes.flatMap((denotation) =>
      denotation.kind === 'symbol'
        ? [`${denotation.name}.${target.name}`]
        : denotation.kind === 'instance'
          ? [`${denotation.of}.${target.name}`]
          : denotation.kind === 'member'
            ? [`${denotation.of}.${denotation.name}.${target.name}`]
            : [],
    );
  }
  const key = onlyConstant(target.key);
  const text = key === undefined ? undefined : textOf(key);
  if (text === undefined) return [];
  return target.object.denotes.flatMap((denotation) =>
    denotation.kind === 'symbol' ? [`${denotation.name}[${text}]`] : [],
  );
}

/** The object is called `config`, or is an attribute of that name. */
function isConfiguration({ module, node }: { readonly module: Module; readonly node: number }): boolean {
  const { tree } = module;
  // Of `x.config["KEY"]` and of `x.config.update(...)`: what stands before the key or method.
  let object = node + 1;
  if (tree.next(object) > object + 1 && /^(?:update|from_mapping)$/.test(tree.text(lastChild(module, object))))
    object += 1;
  const last = tree.next(object) === object + 1 ? object : lastChild(module, object);
  return /^(?:config|conf|settings)$/.test(tree.text(last));
}

function lastChild({ tree }: Module, node: number): number {
  return tree.children(node).at(-1) ?? node;
}

function calledName({ module, node }: CallEvent): string {
  const { tree } = module;
  const callee = node + 1;
  return tree.next(callee) === callee + 1 ? tree.text(callee) : tree.text(lastChild(module, callee));
}

/** A constant of a settings module, or of a configuration class. */
function isSettingPlace(event: AssignEvent): boolean {
  if (event.functionIndex !== MODULE) return false;
  const classIndex = event.module.classAround(event.node);
  if (classIndex === MODULE || isSettingsModule(event.module)) return isSettingsModule(event.module);
  return /(?:Config|Settings|Configuration)$/.test(event.module.qualifiedClassName(classIndex));
}

const configurationUpdatesOf = new WeakMap<Module, readonly number[]>();

/** Functions with a call of `config.update`; every rule about settings asks. */
function configurationUpdates(module: Module): readonly number[] {
  let found = configurationUpdatesOf.get(module);
  if (found === undefined) configurationUpdatesOf.set(module, (found = findConfigurationUpdates(module)));
  return found;
}

function findConfigurationUpdates(module: Module): number[] {
  const { tree, index } = module;
  const update = tree.names.find('update');
  if (update === 0) return [];
  const found: number[] = [];
  for (const call of index.calls) {
    const callee = call + 1;
    if (tree.kind(callee) !== Kind.attribute || tree.name(tree.child(callee, Field.attribute)) !== update) continue;
    if (isConfiguration({ module, node: call })) found.push(module.functionAround(call));
  }
  return found;
}
