// A path as the header of a patch has it, so that `git apply` and `patch` read the same one.

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' };

/** In quotes, C's way, where the path has quotes, backslashes or control characters; a space asks for a tab behind the path. */
export function quotedPath(path: string): string {
  const special = /[\u0000-\u001f\u007f"\\]/g;
  if (path.search(special) < 0) return path.includes(' ') ? `${path}\t` : path;
  const octal = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${path.replace(special, (character) => escapes[character] ?? octal(character))}"`;
}
