// Numbers of a wait as people write them.

/** Seconds or a count without the noise of binary fractions: 0.3, not 0.30000000000000004. */
export function written(number: number): string {
  return String(Number(number.toPrecision(6)));
}
