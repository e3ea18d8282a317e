// Methods of lists and sets: elements by constant index stay apart as long as the whole list is known.
import type { HeapObject } from '../values/held.ts';
import { changeHeld } from '../values/held.ts';
import { equalConstants } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { constantValue, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { elementOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { replaceHeld } from './replace-held.ts';

/** The result of a list's or set's method, with its effects on it; undefined for methods that are not known. */
export function listMethod(
  frame: Frame,
  receiver: Value,
  held: HeapObject,
  name: string,
  args: Arguments,
): Value | undefined {
  const first = args.positional[0]?.value ?? unknown;
  const known = held.rest === undefined && receiver.objects.length === 1;
  switch (name) {
    case 'append':
    case 'add':
      if (known) setEntry(frame, receiver, `n${held.entries.size}`, first);
      else setEntry(frame, receiver, undefined, first);
      return unknown;
    case 'extend':
    case 'update': {
      const [other] = frame.holds(first);
      if (known && other !== undefined && other.rest === undefined && other.kind !== 'dict') {
        const values = [...held.entries.values(), ...other.entries.values()];
        replaceHeld(frame, receiver, (object) => changeHeld(object, { entries: indexed(values) }));
      } else setEntry(frame, receiver, undefined, elementOf(frame, first));
      return unknown;
    }
    case 'appendleft':
    case 'popleft':
      return listMethod(frame, receiver, held, name === 'popleft' ? 'pop' : 'insert', {
        ...args,
        positional: [{ node: -1, value: constantValue({ type: 'int', value: 0 }) }, ...args.positional],
      });
    case 'insert': {
      const index = args.positional[0] === undefined ? undefined : onlyConstant(args.positional[0].value);
      const value = args.positional[1]?.value ?? unknown;
      const isInFront = receiver.objects.length === 1 && held.kind === 'list';
      if (isInFront && index?.type === 'int' && index.value >= 0 && (known || index.value <= held.entries.size)) {
        replaceHeld(frame, receiver, (object) =>
          changeHeld(object, { entries: indexed([...object.entries.values()].toSpliced(index.value, 0, value)) }),
        );
      } else
        replaceHeld(frame, receiver, (object) =>
          changeHeld(object, { entries: new Map(), rest: joinValues(elementOf(frame, receiver), value) }),
        );
      return unknown;
    }
    case 'pop': {
      const index = args.positional[0] === undefined ? -1 : constantInteger(args.positional[0].value);
      const isFront = receiver.objects.length === 1 && index === 0 && held.entries.size > 0;
      if ((!known && !isFront) || index === undefined) return elementOf(frame, receiver);
      const values = [...held.entries.values()];
      const value = values.at(index);
      replaceHeld(frame, receiver, (object) => changeHeld(object, { entries: indexed(values.toSpliced(index, 1)) }));
      return value ?? unknown;
    }
    case 'clear':
      replaceHeld(frame, receiver, (object) => changeHeld(object, { entries: new Map(), rest: undefined }));
      return unknown;
    case 'remove': {
      const removed = args.positional[0] === undefined ? undefined : onlyConstant(args.positional[0].value);
      const values = [...held.entries.values()];
      const at =
        removed === undefined
          ? -1
          : values.findIndex((value) => {
              const one = onlyConstant(value);
              return one !== undefined && equalConstants(one, removed);
            });
      const isCertain = known && at >= 0 && values.slice(0, at).every((value) => value.constants !== undefined);
      if (isCertain) {
        replaceHeld(frame, receiver, (object) => changeHeld(object, { entries: indexed(values.toSpliced(at, 1)) }));
        return unknown;
      }
      replaceHeld(frame, receiver, (object) =>
        changeHeld(object, { entries: new Map(), rest: elementOf(frame, receiver) }),
      );
      return unknown;
    }
    case 'sort':
    case 'reverse':
      // Which element is where is no longer known.
      replaceHeld(frame, receiver, (object) =>
        changeHeld(object, { entries: new Map(), rest: elementOf(frame, receiver) }),
      );
      return unknown;
    case 'copy':
      return receiver;
    default:
      return undefined;
  }
}

function constantInteger(value: Value): number | undefined {
  const constant = onlyConstant(value);
  return constant?.type === 'int' ? constant.value : undefined;
}

function indexed(values: readonly Value[]): Map<string, Value> {
  return new Map(values.map((value, index) => [`n${index}`, value]));
}
