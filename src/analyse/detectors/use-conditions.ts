// Whether the conditions of a Use hold for the values at a place. What is not known never holds, except `constant: false`.
import type { HeapObject } from '../values/held.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Module } from '../../model/module.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import type { Condition, ConditionTests } from '../../rules/use-schema.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Argument, Arguments, Holds, Site } from '../interpreter/events.ts';
import type { Constant } from '../values/constant.ts';
import { bool, equalConstants, int, none, numberOf, textOf } from '../values/constant.ts';
import { harmless } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import { constantValue } from '../values/value.ts';
import { secondsOf } from './duration.ts';
import { grantsRight } from './file-mode-rights.ts';
import type { DefaultUse } from './left-defaults.ts';
import { defaultUse } from './left-defaults.ts';
import { isLoopback } from './loopback.ts';
import { isMadeFromConstants } from './made-from-constants.ts';
import { hasNamedPart, isMadeOfNamed } from './named-origin.ts';
import { passesSecretTest } from './secret-value.ts';

/** What a Use can ask about: a call's arguments, or the one value that is assigned. */
export type Given =
  | { readonly arguments: Arguments; readonly holds: Holds; readonly engine: Engine; readonly place: Place }
  | { readonly value: Value; readonly holds: Holds; readonly engine: Engine; readonly written?: Written };

/** The expression of what is assigned. */
export interface Written {
  readonly module: Module;
  readonly node: number;
}

/** Where the values stand, to read the expressions behind them. */
export interface Place {
  readonly site: Site;
  readonly evaluate: (node: number) => Value;
}

/** How to look behind a value: what a container holds, what a function of the checkout returns. */
interface Sight {
  readonly holds: Holds;
  readonly engine: Engine;
  readonly place?: Place;
  readonly written?: Written;
}

interface Asked {
  readonly value: Value | undefined;
  /** The argument's expression. */
  readonly node?: number;
  /** No `*args` or `**kwargs` could give the argument. */
  readonly certain: boolean;
}

/** All conditions of `where`. */
export function conditionsHold(where: Readonly<Record<string, Condition>>, given: Given): boolean {
  return Object.entries(where).every(([key, condition]) => holds(condition, ask(key, given), given));
}

/** Arguments without which the conditions cannot hold, by their keys. */
export function neededArguments(where: Readonly<Record<string, Condition>> | undefined): string[] {
  return Object.entries(where ?? {}).flatMap(([key, condition]) => (isNeeded(condition) ? [key] : []));
}

/** Whether a condition never holds for an argument that is not given. */
function isNeeded(condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return true;
  const { missing, any, all, ...others } = condition;
  return (
    missing === false || any?.every(isNeeded) === true || all?.some(isNeeded) === true || Object.keys(others).length > 0
  );
}

function ask(key: string, given: Given): Asked {
  if ('value' in given) return { value: key === 'value' ? given.value : undefined, certain: true };
  const argument = argumentOf(given.arguments, key);
  const { hasStar, hasDoubleStar } = given.arguments;
  return {
    value: argument?.value,
    certain: !hasStar && !hasDoubleStar,
    ...(argument === undefined ? {} : { node: argument.node }),
  };
}

/** The argument that a key such as `0|url` names. */
export function argumentOf(args: Arguments, key: string): Argument | undefined {
  for (const part of key.split('|')) {
    const found = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds(condition: Condition, asked: Asked, sight: Sight): boolean {
  if (condition === null || typeof condition !== 'object') return holds({ is: [condition] }, asked, sight);
  return (Object.keys(condition) as (keyof ConditionTests)[]).every((test) => testHolds(condition, test, asked, sight));
}

function testHolds(condition: ConditionTests, test: keyof ConditionTests, asked: Asked, sight: Sight): boolean {
  const { value } = asked;
  if (test === 'missing')
    return value === undefined ? condition.missing === true && asked.certain : condition.missing === false;
  if (test === 'any') return condition.any!.some((one) => holds(one, asked, sight));
  if (test === 'all') return condition.all!.every((one) => holds(one, asked, sight));
  if (value === undefined) return false;
  const { constants } = value;
  const heap = sight.holds;
  const every = (check: (constant: Constant) => boolean): boolean =>
    constants !== undefined && constants.length > 0 && constants.every(check);
  switch (test) {
    case 'is':
      return every((constant) => condition.is!.some((literal) => equalsLiteral(constant, literal)));
    case 'not':
      return every((constant) => !condition.not!.some((literal) => equalsLiteral(constant, literal)));
    case 'name':
      return everyDenotation(
        value,
        (denotation) => denotation.kind === 'symbol' && condition.name!.includes(denotation.name),
      );
    case 'named':
      return everyDenotation(
        value,
        (denotation) => denotation.kind === 'symbol' && compiled(condition.named!).test(denotation.name),
      );
    case 'constant':
      return condition.constant === isConstant(value, heap);
    case 'madeBy': {
      const { place } = sight;
      return (
        place !== undefined &&
        asked.node !== undefined &&
        isMadeFromConstants(place.site, asked.node, condition.madeBy!, place.evaluate)
      );
    }
    case 'default':
      return (
        (value.origin === 'config' || value.origin === 'module') &&
        constants === undefined &&
        value.fallback !== undefined &&
        holds(condition.default!, { value: constantValue(value.fallback), certain: true }, sight)
      );
    case 'parameterDefault':
      return (
        value.origin === 'parameter' &&
        value.fallback !== undefined &&
        holds(condition.parameterDefault!, { value: constantValue(value.fallback), certain: true }, sight)
      );
    case 'leftByCallers':
      return useOfDefault(asked, sight) === (condition.leftByCallers === true ? 'left' : 'uncalled');
    case 'namedAs':
    case 'partNamed': {
      const { place } = sight;
      if (place === undefined || asked.node === undefined) return false;
      const { module, functionIndex } = place.site;
      const pattern = compiled(condition[test]!, 'iu');
      return (test === 'namedAs' ? isMadeOfNamed : hasNamedPart)(module, functionIndex, asked.node, pattern);
    }
    case 'carries':
      return carries(value, condition.carries!);
    case 'lasts': {
      const module = sight.place?.site.module ?? sight.written?.module;
      const node = asked.node ?? sight.written?.node;
      const number = constants?.length === 1 ? numberOf(constants[0]!) : undefined;
      const seconds = number ?? (module === undefined || node === undefined ? undefined : secondsOf(module, node));
      return seconds !== undefined && seconds > condition.lasts!;
    }
    case 'below':
      return every((constant) => (numberOf(constant) ?? Infinity) < condition.below!);
    case 'above':
      return every((constant) => (numberOf(constant) ?? -Infinity) > condition.above!);
    case 'empty':
      return (
        every((constant) => textOf(constant) === '') ||
        heap(value).some((held) => held.entries.size === 0 && held.rest === undefined)
      );
    case 'startsWith':
      return withText(
        value,
        (text, whole) => condition.startsWith!.some((start) => text.startsWith(start)) && (whole || text !== ''),
      );
    case 'endsWith':
      return every((constant) => condition.endsWith!.some((end) => textOf(constant)?.endsWith(end) === true));
    case 'contains':
      return withText(value, (text) => condition.contains!.some((part) => text.includes(part)));
    case 'matches':
      return withText(value, (text) => compiled(condition.matches!).test(text));
    case 'form': {
      const whole = value.text?.map((part) => (typeof part === 'string' ? part : '{}')).join('');
      return whole === undefined
        ? withText(value, (text) => compiled(condition.form!).test(text))
        : compiled(condition.form!).test(whole);
    }
    case 'type':
      return everyDenotation(
        value,
        (denotation) => denotation.kind === 'instance' && condition.type!.includes(denotation.of),
      );
    case 'instanceOf':
      return everyDenotation(
        value,
        (denotation) =>
          (denotation.kind === 'instance' && condition.instanceOf!.includes(denotation.of)) ||
          (denotation.kind === 'object' && derives(denotation, condition.instanceOf!, sight.engine)),
      );
    case 'subclassOf':
      return isSubclass(value, condition.subclassOf!, sight.engine);
    case 'returns':
      return value.denotes.some(
        (denotation) =>
          denotation.kind === 'function' &&
          holds(
            condition.returns!,
            { value: sight.engine.summary(denotation.module, denotation.index).returns, certain: true },
            sight,
          ),
      );
    case 'secret':
      return every((constant) => passesSecretTest(condition.secret!, textOf(constant) ?? ''));
    case 'grants':
      return every((constant) => condition.grants!.some((right) => grantsRight(numberOf(constant) ?? 0, right)));
    case 'loopback':
      return withText(value, (text) => isLoopback(text)) === condition.loopback;
    case 'fromObject':
      return condition.fromObject === isFromObject(asked, sight);
    case 'item':
      return everyHeld(value, heap, (held) =>
        [...held.entries.values()].some((item) => holds(condition.item!, { value: item, certain: true }, sight)),
      );
    case 'lacks':
      return everyHeld(
        value,
        heap,
        ({ kind, entries, rest }) =>
          kind !== 'instance' &&
          rest === undefined &&
          [...entries.values()].every(
            (item) =>
              (item.constants !== undefined || item.denotes.length > 0) &&
              !holds(condition.lacks!, { value: item, certain: true }, sight),
          ),
      );
    case 'first':
      return everyHeld(
        value,
        heap,
        ({ kind, entries }) =>
          (kind === 'list' || kind === 'tuple') &&
          entries.has('n0') &&
          holds(condition.first!, { value: entries.get('n0'), certain: true }, sight),
      );
    case 'elements':
      return everyHeld(
        value,
        heap,
        ({ kind, entries, rest }) =>
          (kind === 'list' || kind === 'tuple') &&
          Object.entries(condition.elements!).every(([at, one]) =>
            holds(one, { value: entries.get(`n${at}`), certain: rest === undefined }, sight),
          ),
      );
    case 'entries':
      return everyHeld(value, heap, (held) =>
        Object.entries(condition.entries!).every(([key, one]) =>
          holds(one, { value: held.entries.get(`s${key}`), certain: held.rest === undefined }, sight),
        ),
      );
  }
}

/** A number that can be guessed stays one, hashed or not; everything else ends where it was made harmless. */
function carries({ taint }: Value, kinds: readonly SourceKind[]): boolean {
  return (
    taint?.marks.some(
      (mark) =>
        mark.source !== undefined &&
        kinds.includes(mark.source.kind) &&
        (mark.source.kind === 'weak-random' || !harmless(mark)),
    ) === true
  );
}

/** Constant itself, or a container that holds constants only. */
function isConstant(value: Value, heap: Holds): boolean {
  if (value.constants !== undefined) return true;
  const held = heap(value);
  return (
    held.length > 0 &&
    held.every(
      ({ kind, entries, rest }) =>
        kind !== 'instance' && rest === undefined && [...entries.values()].every((entry) => isConstant(entry, heap)),
    )
  );
}

/** What may be one thing or another, as an option wants it, is neither. */
function everyDenotation({ denotes }: Value, check: (denotation: Denotation) => boolean): boolean {
  return denotes.length > 0 && denotes.every(check);
}

/** Likewise for containers. */
function everyHeld(value: Value, heap: Holds, check: (held: HeapObject) => boolean): boolean {
  const held = heap(value);
  return held.length > 0 && held.every(check);
}

/** What callers do about the parameter that an argument passes on. */
function useOfDefault({ node }: Asked, { place, engine }: Sight): DefaultUse | undefined {
  if (node === undefined || place === undefined) return undefined;
  const { module, functionIndex } = place.site;
  const item = module.index.functions[functionIndex];
  const name = module.tree.kind(node) === Kind.identifier ? module.tree.name(node) : 0;
  if (item === undefined || !engine.project.isParameter(module, item, name)) return undefined;
  return defaultUse(engine.project, module, functionIndex, name);
}

/** `self.key`, `self.keys["a"]`: what other methods may have put there is not known. */
function isFromObject({ node }: Asked, { place }: Sight): boolean {
  if (node === undefined || place === undefined) return false;
  const { tree } = place.site.module;
  let root = node;
  while (tree.kind(root) === Kind.attribute || tree.kind(root) === Kind.subscript) root += 1;
  return root !== node && /^(?:self|cls)$/.test(tree.text(root));
}

/** An object of a class of the checkout that derives from one of them. */
function derives(
  object: Extract<Denotation, { kind: 'object' }>,
  names: readonly string[],
  { project }: Engine,
): boolean {
  return project.ancestry(object).external.some((name) => names.includes(name));
}

function isSubclass(value: Value, names: readonly string[], engine: Engine): boolean {
  return value.denotes.some((denotation) => {
    if (denotation.kind === 'symbol') return names.includes(denotation.name);
    return (
      denotation.kind === 'class' && engine.project.ancestry(denotation).external.some((name) => names.includes(name))
    );
  });
}

/** Every text the value can be, or the known beginning of a text with holes. */
function withText(value: Value, check: (text: string, whole: boolean) => boolean): boolean {
  if (value.constants !== undefined && value.constants.length > 0) {
    return value.constants.every((constant) => textOf(constant) !== undefined && check(textOf(constant)!, true));
  }
  const first = value.text?.[0];
  return typeof first === 'string' && check(first, false);
}

function equalsLiteral(constant: Constant, literal: string | number | boolean | null): boolean {
  if (typeof literal === 'string') return textOf(constant) === literal;
  return equalConstants(
    constant,
    literal === null ? none : typeof literal === 'boolean' ? bool(literal) : int(literal),
  );
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string, flags = 'u'): RegExp {
  const key = `${flags} ${pattern}`;
  let regex = patterns.get(key);
  if (regex === undefined) patterns.set(key, (regex = new RegExp(pattern, flags)));
  return regex;
}
