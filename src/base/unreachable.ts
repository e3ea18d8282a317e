/** For the `default` of an exhaustive switch: the compiler reports the case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
