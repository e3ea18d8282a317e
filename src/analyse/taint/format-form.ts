// Format strings from outside: what they can show hangs on the arguments. From an object with attributes they walk on to its class and
// the globals of its module; of texts and numbers they show little.
import type { Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';

/** Whether an argument is an object of a class that is written in Python, or may be one. */
export function formatsObjects(frame: Frame, { positional, keywords, star, doubleStar }: Arguments): boolean {
  const values = [...positional, ...keywords.values()].map(({ value }) => value);
  return [...values, ...(star === undefined ? [] : [star]), ...(doubleStar === undefined ? [] : [doubleStar])].some(
    (value) => isWalkable(frame, value),
  );
}

function isWalkable(frame: Frame, { denotes, objects, held, origin }: Value): boolean {
  if (origin === 'config') return true;
  if (denotes.some(({ kind }) => kind === 'object' || kind === 'class' || kind === 'function' || kind === 'module'))
    return true;
  if (denotes.some((one) => one.kind === 'instance' && !plain.test(one.of))) return true;
  const all = [...objects.map((id) => frame.state.heap.get(id)), held];
  return all.some(
    (object) =>
      object !== undefined &&
      (object.kind === 'instance' || [...object.entries.values()].some((entry) => isWalkable(frame, entry))),
  );
}

const plain = /^(?:str|bytes|int|float|bool|complex|list|dict|set|tuple|decimal\.Decimal|datetime\..*|uuid\.UUID)$/;
