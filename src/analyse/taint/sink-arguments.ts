// Which arguments of a call an entry of the models means: by position, by keyword, all, the receiver.
import { makeHeld } from '../values/held.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Value } from '../values/value.ts';
import { changeValue, unknown } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';

/** A call with its values. */
interface Given {
  readonly args: Arguments;
  readonly receiver: Value | undefined;
  readonly node: number;
}

/** The arguments that may be the one of a sink, with what `*args` and `**kwargs` hold where it is not given by itself. */
export function argumentsMeant(entry: ApiEntry, { args, receiver, node }: Given): Argument[] {
  const wanted = entry.argument ?? '0';
  if (wanted.startsWith('*_')) return keywordsEndingIn(args, wanted);
  const found: Argument[] = [];
  for (const part of wanted.split('|')) {
    // Program and arguments given one by one are a list.
    if (part === '*' && entry.sinks.includes('argv') && args.positional.length > 0)
      return [{ node: args.positional[0]!.node, value: positionalList(args) }];
    if (part === '*') return [...args.positional, ...args.keywords.values(), ...spread(args, node)];
    if (part === '**') return args.doubleStarKeys === undefined ? [] : [{ node, value: args.doubleStarKeys }];
    if (part === 'self') return receiver === undefined ? [] : [{ node, value: receiver }];
    const given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (given !== undefined) {
      found.push(given);
      break;
    }
  }
  // What `*args` and `**kwargs` hold may be the argument that is meant.
  if (found.length === 0) found.push(...spread(args, node));
  return found;
}

/** `*__regex|*__iregex`: what is given under a keyword with such an end, a lookup of a database. */
function keywordsEndingIn({ keywords }: Arguments, wanted: string): Argument[] {
  const ends = wanted.split('|').map((part) => part.slice(1));
  return [...keywords].flatMap(([name, argument]) => (ends.some((end) => name.endsWith(end)) ? [argument] : []));
}

function positionalList({ positional, star, before }: Arguments): Value {
  const known = positional
    .slice(0, before ?? positional.length)
    .map(({ value }, index) => [`n${index}`, value] as const);
  return changeValue(unknown, { held: makeHeld('list', new Map(known), star) });
}

function spread({ star, doubleStar }: Arguments, node: number): Argument[] {
  return [star, doubleStar].flatMap((value) => (value === undefined ? [] : [{ node, value }]));
}
