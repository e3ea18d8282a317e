// Untrusted text that a constant pattern is matched with: how the time grows with the length of the text. In: a call of re, or of a method of
// a compiled pattern, and its subject. Out: the subject as a part where a long text keeps the pattern busy. Leaves alone: patterns that are
// not constant.
import { isExponential } from '../patterns/ambiguity.ts';
import type { PatternFlags } from '../patterns/parse-pattern.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import { growthOf } from '../patterns/polynomial.ts';
import { flagLetters, writtenFlags } from '../patterns/written-flags.ts';
import type { Source } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { describeSource } from './flow-steps.ts';
import type { PendingSink } from './sink-log.ts';
import type { SinkPart } from './sink-part.ts';
import { constantText } from './sink-part.ts';

/** The subject, if the pattern is a slow one. */
export function subjectParts(call: PendingSink, subject: Value): SinkPart[] {
  if (!isTainted(subject.taint)) return [];
  const power = powerOf(call);
  if (power < 2) return [];
  const isReview = (source: Source): boolean => power < 3 && (power < 2.5 || isShort(source));
  return [
    { kind: 'regex-subject', value: subject, reviewFrom: (source) => isReview(source) || isOneLine(source, power) },
  ];
}

/** What stands in the address or a header of a request is some thousand characters at most. */
function isShort(source: Source): boolean {
  return /^the (?:query|header|cookie|path)/.test(describeSource(source));
}

/** A header has no line breaks, and with them most ways to make a pattern fail at its end are gone. */
function isOneLine(source: Source, power: number): boolean {
  return power < Infinity && /^the (?:header|cookie)/.test(describeSource(source));
}

const known = new Map<string, number>();

/** The power of the text's length: 2 for a loop that is tried from every place, 2.5 for two loops of the pattern, infinite for exponential. */
function powerOf({ names, args, receiver, module, node }: PendingSink): number {
  const how = /^re\.(Pattern\.)?(\w+)$/.exec(names[0] ?? '');
  if (how === null) return 0;
  const compiled = how[1] === undefined ? undefined : receiver?.held?.entries;
  const pattern =
    how[1] === undefined ? (args.positional[0] ?? args.keywords.get('pattern'))?.value : compiled?.get('pattern');
  const text = pattern === undefined ? undefined : constantText(pattern);
  if (text === undefined || text.length > 2000) return 0;
  const letters =
    how[1] === undefined ? flagLetters(writtenFlags(module, node)) : flagsOfCompiled(compiled?.get('flags'));
  const key = `${how[2]!} ${letters} ${text}`;
  let power = known.get(key);
  if (power === undefined) known.set(key, (power = computed(how[2]!, text, letters)));
  return power;
}

function flagsOfCompiled(flags: Value | undefined): string {
  return (flags === undefined ? undefined : constantText(flags)) ?? '';
}

function computed(how: string, text: string, letters: string): number {
  const flags: PatternFlags = {
    ignoreCase: letters.includes('i'),
    dotAll: letters.includes('s'),
    verbose: letters.includes('x'),
    multiline: letters.includes('m'),
  };
  const parsed = parsePattern(text, flags);
  if (parsed === undefined) return 0;
  const { tree } = parsed;
  if (isExponential(tree, how === 'fullmatch')) return Infinity;
  const anchored = how === 'match' || how === 'fullmatch';
  const { power, byStart } = growthOf(tree, anchored, how === 'fullmatch', parsed.flags.multiline);
  return power === 2 && !byStart ? 2.5 : power;
}
