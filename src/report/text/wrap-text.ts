// Text broken into lines for a terminal.

/** Lines of at most `width` columns, broken at spaces; every line begins with `indent`, which counts. */
export function wrapText(text: string, width: number, indent = ''): string[] {
  const room = Math.max(10, width - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => pieces(long, room))) {
    if (line === '') line = word;
    else if (displayWidth(line) + 1 + displayWidth(word) <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines.map((content) => indent + content);
}

/** Columns a text takes in a terminal: none for combining marks, two for East Asian and emoji, one for the rest. */
export function displayWidth(text: string): number {
  // Most text is plain ASCII.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;

export function characterWidth(character: string): number {
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

function pieces(word: string, room: number): string[] {
  if (displayWidth(word) <= room) return [word];
  const points = [...word];
  const out: string[] = [];
  // Half the room, since a character takes up to two columns.
  const size = displayWidth(word) === points.length ? room : Math.floor(room / 2);
  for (let from = 0; from < points.length; from += size) out.push(points.slice(from, from + size).join(''));
  return out;
}
