// Is a string literal a UUID, and one that somebody would take for a real one? In: the literal as written. Out: its
// value in lower case, or undefined.

const literal = /^[uU]?("""|'''|"|')([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\1$/;

/** The UUID a whole string is; undefined for anything else, and for made-up ones such as 11111111-2222-... */
export function uuidOfText(text: string): string | undefined {
  const value = literal.exec(text)?.[2]?.toLowerCase();
  return value === undefined || isMadeUp(value) ? undefined : value;
}

const runs = [
  '0123456789',
  '9876543210',
  '0123456789abcdef',
  'fedcba9876543210',
  '1234567890abcdef',
  'fedcba0987654321',
].map((run) => run.repeat(3));

/** Groups of at most two different digits or of digits in their order (all but one), few different digits, or only letters. */
function isMadeUp(value: string): boolean {
  const digits = value.replaceAll('-', '');
  return (
    value.split('-').filter((group) => !isPlain(group)).length <= 1 || new Set(digits).size <= 4 || !/\d/.test(digits)
  );
}

function isPlain(group: string): boolean {
  return new Set(group).size <= 2 || runs.some((run) => run.includes(group));
}
