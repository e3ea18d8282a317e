// Reading JSON that somebody else wrote, of which nothing can be taken for granted.

/** The property of an object; undefined if the value is none or has it not itself. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The elements of an array; none if the value is something else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
