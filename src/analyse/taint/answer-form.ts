// Headers in an answer that is returned whole, as functions in a cloud do: `{"statusCode": 302, "headers": {"Location": x}}`.
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';

/** The values of a header in what a function returns, by its name in lower case. */
export function answeredHeader(frame: Frame, answer: Value, name: string): Value[] {
  return frame.holds(answer).flatMap((held) => {
    if (held.kind !== 'dict') return [];
    const headers = ['sheaders', 'smultiValueHeaders'].flatMap((key) => held.entries.get(key) ?? []);
    return headers
      .flatMap((value) => frame.holds(value))
      .flatMap(({ entries }) =>
        [...entries].flatMap(([key, value]) => (key.toLowerCase() === `s${name}` ? [value] : [])),
      );
  });
}
