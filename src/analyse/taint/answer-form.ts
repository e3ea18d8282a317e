// Headers by their names: of an answer that is returned whole, as functions in a cloud do, `{"statusCode": 302, "headers": {"Location": x}}`; those that
// a handler of Flask returns beside its text, `"", 302, {"Location": x}`; those that are handed over as a mapping or as pairs, `[("Location", x)]`.
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { constantText, elementsOf } from './sink-part.ts';

/** The values of a header in what a function returns, by its name in lower case. */
export function answeredHeader(frame: Frame, answer: Value, name: string): Value[] {
  return frame.holds(answer).flatMap((held) => {
    if (held.kind !== 'dict') return [];
    const headers = ['sheaders', 'smultiValueHeaders'].flatMap((key) => held.entries.get(key) ?? []);
    return headers.flatMap((value) => entriesNamed(frame, value, name));
  });
}

/** The values of a header in the dicts that stand behind the text of an answer, by its name in lower case. */
export function headerBeside(frame: Frame, answer: Value, name: string): Value[] {
  return frame.holds(answer).flatMap(({ kind, entries }) => {
    if (kind !== 'tuple') return [];
    const [, ...others] = [...entries.values()];
    return others.flatMap((value) => entriesNamed(frame, value, name));
  });
}

/** The values of a header among headers, a mapping or pairs, by its name in lower case. */
export function headerAmong(frame: Frame, headers: Value, name: string): Value[] {
  const pairs = (elementsOf(frame, headers) ?? []).flatMap((pair) => {
    const [key, value] = elementsOf(frame, pair) ?? [];
    return key !== undefined && value !== undefined && constantText(key)?.toLowerCase() === name ? [value] : [];
  });
  return [...pairs, ...entriesNamed(frame, headers, name)];
}

function entriesNamed(frame: Frame, value: Value, name: string): Value[] {
  return frame
    .holds(value)
    .flatMap(({ entries }) =>
      [...entries].flatMap(([key, entry]) => (key.toLowerCase() === `s${name}` ? [entry] : [])),
    );
}
