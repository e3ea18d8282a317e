// Uses that ask for a secret: what may be said about it. In: the conditions of a Use and what they were asked of.
// Out: words with the secret's place and length, and what is needed to find where it is written.
import type { Condition } from '../../rules/use-schema.ts';
import type { Arguments } from '../interpreter/events.ts';
import { textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { passwordOfConnection } from './secret-value.ts';
import type { Given } from './use-conditions.ts';
import { argumentOf } from './use-conditions.ts';

export interface AskedSecret {
  /** "password of 12 characters", "literal of 12 characters" for what is assigned. */
  readonly words: string;
  /** The literal's text, to find where it is written; never shown. */
  readonly text: string | undefined;
  /** The argument's expression, -1 for what is assigned. */
  readonly node: number;
}

/** The secret that the conditions found; undefined if none asks for one. */
export function secretAskedFor(
  where: Readonly<Record<string, Condition>> | undefined,
  given: Given,
): AskedSecret | undefined {
  for (const [key, condition] of Object.entries(where ?? {})) {
    if (!asksForSecret(condition)) continue;
    const argument = 'value' in given ? undefined : argumentOf(given.arguments, key);
    const value = 'value' in given ? given.value : argument?.value;
    const found = value === undefined ? undefined : secretIn(condition, value, given);
    const what = 'value' in given ? 'literal' : nameOf(key, given.arguments);
    const length = found?.length;
    return {
      words: length === undefined ? what : `${what} of ${length} character${length === 1 ? '' : 's'}`,
      text: found?.text,
      node: argument?.node ?? -1,
    };
  }
  return undefined;
}

/** A key that is made of constants (`madeBy`), with its text where it is one as it stands; undefined if no condition asks for that. */
export function constantAskedFor(
  where: Readonly<Record<string, Condition>> | undefined,
  given: Given,
): Pick<AskedSecret, 'text' | 'node'> | undefined {
  if ('value' in given) return undefined;
  for (const [key, condition] of Object.entries(where ?? {})) {
    if (condition === null || typeof condition !== 'object' || condition.madeBy === undefined) continue;
    const argument = argumentOf(given.arguments, key);
    const constant = argument === undefined ? undefined : onlyConstant(argument.value);
    return argument && { text: constant === undefined ? undefined : textOf(constant), node: argument.node };
  }
  return undefined;
}

/** The keyword that was used, or the one the position has. */
function nameOf(key: string, { keywords }: Arguments): string {
  const names = key.split('|').filter((part) => !/^\d+$/.test(part));
  return names.find((name) => keywords.has(name)) ?? names[0] ?? 'argument';
}

function asksForSecret(condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return false;
  return condition.secret !== undefined || inner(condition).some(asksForSecret);
}

function inner({
  any,
  all,
  item,
  first,
  default: fallback,
  elements,
  entries,
}: Exclude<Condition, string | number | boolean | null>): Condition[] {
  const single = [item, first, fallback].filter((one) => one !== undefined);
  return [...(any ?? []), ...(all ?? []), ...single, ...Object.values(elements ?? {}), ...Object.values(entries ?? {})];
}

interface FoundSecret {
  readonly text: string;
  readonly length: number;
}

/** The secret that a condition found; undefined where it is not one constant. */
function secretIn(condition: Condition, value: Value, given: Given): FoundSecret | undefined {
  if (condition === null || typeof condition !== 'object') return undefined;
  if (condition.secret !== undefined) {
    const constant = onlyConstant(value);
    const text = constant === undefined ? undefined : textOf(constant);
    const secret = text !== undefined && condition.secret === 'connection' ? passwordOfConnection(text) : text;
    return text === undefined || secret === undefined ? undefined : { text, length: secret.length };
  }
  for (const one of [...(condition.any ?? []), ...(condition.all ?? [])]) {
    const found = asksForSecret(one) ? secretIn(one, value, given) : undefined;
    if (found !== undefined) return found;
  }
  if (condition.default !== undefined && value.fallback !== undefined) {
    const text = textOf(value.fallback);
    return text === undefined ? undefined : { text, length: text.length };
  }
  const held = given.holds(value)[0];
  for (const [keys, prefix] of [
    [condition.elements, 'n'],
    [condition.entries, 's'],
  ] as const) {
    for (const [key, one] of Object.entries(keys ?? {})) {
      const element = held?.entries.get(`${prefix}${key}`);
      if (element !== undefined && asksForSecret(one)) return secretIn(one, element, given);
    }
  }
  return undefined;
}
