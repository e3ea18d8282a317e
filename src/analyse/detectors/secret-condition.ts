// Uses that ask for a secret: what may be said about it. In: the conditions of a Use and what they were asked of.
// Out: words with the secret's place and length, never the secret.
import type { Condition } from '../../rules/use-schema.ts';
import type { Arguments } from '../interpreter/events.ts';
import { textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { passwordOfConnection } from './secret-value.ts';
import type { Given } from './use-conditions.ts';
import { argumentOf } from './use-conditions.ts';

/** "password of 12 characters", "literal of 12 characters" for what is assigned; undefined if no condition asks for a secret. */
export function secretAskedFor(
  where: Readonly<Record<string, Condition>> | undefined,
  given: Given,
): string | undefined {
  for (const [key, condition] of Object.entries(where ?? {})) {
    if (!asksForSecret(condition)) continue;
    const value = 'value' in given ? given.value : argumentOf(given.arguments, key)?.value;
    const length = value === undefined ? undefined : lengthOf(condition, value, given);
    const what = 'value' in given ? 'literal' : nameOf(key, given.arguments);
    return length === undefined ? what : `${what} of ${length} character${length === 1 ? '' : 's'}`;
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

/** Characters of the secret that a condition found; undefined where it is not one constant. */
function lengthOf(condition: Condition, value: Value, given: Given): number | undefined {
  if (condition === null || typeof condition !== 'object') return undefined;
  if (condition.secret !== undefined) {
    const constant = onlyConstant(value);
    const text = constant === undefined ? undefined : textOf(constant);
    return text === undefined
      ? undefined
      : (condition.secret === 'connection' ? passwordOfConnection(text) : text)?.length;
  }
  for (const one of [...(condition.any ?? []), ...(condition.all ?? [])]) {
    const length = asksForSecret(one) ? lengthOf(one, value, given) : undefined;
    if (length !== undefined) return length;
  }
  if (condition.default !== undefined && value.fallback !== undefined) return textOf(value.fallback)?.length;
  const held = given.holds(value)[0];
  for (const [keys, prefix] of [
    [condition.elements, 'n'],
    [condition.entries, 's'],
  ] as const) {
    for (const [key, one] of Object.entries(keys ?? {})) {
      const element = held?.entries.get(`${prefix}${key}`);
      if (element !== undefined && asksForSecret(one)) return lengthOf(one, element, given);
    }
  }
  return undefined;
}
