// Which parameters of a route cannot hold free text: `<int:id>` (Flask, Django), `<id:int>` (Bottle), `{id:int}` (Starlette),
// `{id:\d+}` (aiohttp), `(?P<id>\d+)` (regular expressions), `(\d+)` (Tornado, by position).

export interface RouteParameters {
  /** Names whose values are numbers, UUIDs or words of letters, digits, `_` and `-`. */
  readonly harmless: ReadonlySet<string>;
  /** The same for groups without a name, by position; groups with a name are not counted. */
  readonly harmlessPositions: ReadonlySet<number>;
  /** Of these the ones that are whole numbers, of any size; and their positions. */
  readonly numbers: ReadonlySet<string>;
  readonly numberPositions: ReadonlySet<number>;
  /** Words in the places of names: what the route fills is among them. */
  readonly named: ReadonlySet<string>;
  /** How many groups without a name there are. */
  readonly unnamed: number;
}

const harmlessConverters = new Set(['int', 'float', 'uuid', 'slug', 'any', 'date', 'decimal', 'bool']);
// Classes and quantifiers that admit no sign with a meaning in any language.
const harmlessPattern = /^(?:\\d|\\w|\[(?:\\d|\\w|[A-Za-z0-9_]|\\?-)+\]|[A-Za-z0-9_|]|[+*?]|\{\d+(?:,\d*)?\})+$/;

// Digits, and no fixed few of them.
const numberPattern = /^(?:\\d|\[0-9\]|\[\\d\])[+*]$/;

/** Reads a route's text. */
export function routeParameters(route: string): RouteParameters {
  const harmless = new Set<string>();
  const harmlessPositions = new Set<number>();
  const numbers = new Set<string>();
  const numberPositions = new Set<number>();
  for (const [, first, second] of route.matchAll(/<(?!\?)(\w+)(?:\([^)]*\))?:(\w+)[^<>]*>/g)) {
    // `<int:id>` or `<id:int>`: whichever side is a converter.
    if (harmlessConverters.has(first!)) harmless.add(second!);
    else if (harmlessConverters.has(second!)) harmless.add(first!);
    if (first === 'int') numbers.add(second!);
    else if (second === 'int') numbers.add(first!);
  }
  for (const [, name, pattern] of route.matchAll(/<(\w+):re:([^<>]+)>/g)) {
    if (harmlessPattern.test(pattern!)) harmless.add(name!);
  }
  for (const [, name, rest] of route.matchAll(/\{(\w+):([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g)) {
    // `{name:path}` is a converter of Starlette's, not a pattern of letters.
    if (harmlessConverters.has(rest!) || (harmlessPattern.test(rest!) && !/^(?:path|str)$/.test(rest!)))
      harmless.add(name!);
    if (rest === 'int' || numberPattern.test(rest!)) numbers.add(name!);
  }
  let position = 0;
  for (const [, name, pattern] of route.matchAll(/\((?:\?P<(\w+)>|(?!\?))((?:[^()\\]|\\.)*)\)/g)) {
    const isHarmless = harmlessPattern.test(pattern!);
    const isNumber = numberPattern.test(pattern!);
    if (name !== undefined && isHarmless) harmless.add(name);
    if (name !== undefined && isNumber) numbers.add(name);
    if (name === undefined) {
      if (isHarmless) harmlessPositions.add(position);
      if (isNumber) numberPositions.add(position);
      position++;
    }
  }
  const places = [...route.matchAll(/<(\w+)(?:\([^)]*\))?(?::(\w+))?|\{(\w+)/g)];
  const named = new Set(
    places.flatMap(([, ...words]: readonly (string | undefined)[]) => words.filter((word) => word !== undefined)),
  );
  return { harmless, harmlessPositions, numbers, numberPositions, named, unnamed: position };
}
