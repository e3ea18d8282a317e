// From the edits of a repair to the text they put in. In: edits as detectors give them, the file's bytes. Out: ranges with their
// new text, in file order. Leaves alone: whether two repairs get along, and what the text means.
import type { Edit, EditPart } from '../analyse/analysis.ts';
import type { ByteRange } from '../base/region.ts';

const [TAB, LF, FORM_FEED, CR, SPACE] = [9, 10, 12, 13, 32];
/** One step to the right. */
const STEP = '    ';

export interface ResolvedEdit {
  readonly range: ByteRange;
  readonly text: string;
  readonly shared: boolean;
}

/** Undefined where an edit needs a line of its own and something else stands in that line. */
export function resolveEdits(edits: readonly Edit[], bytes: Uint8Array): ResolvedEdit[] | undefined {
  const resolved: ResolvedEdit[] = [];
  const lineEnd = lineEndOf(bytes);
  for (const { range, parts, shared = false } of edits) {
    const texts = parts.map((part) => resolvePart(part, bytes, lineEnd));
    if (texts.some((text) => text === undefined)) return undefined;
    resolved.push({ range, text: texts.join(''), shared });
  }
  return resolved.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function resolvePart(part: EditPart, bytes: Uint8Array, lineEnd: string): string | undefined {
  if (typeof part === 'string') return part.replaceAll('\n', lineEnd);
  if ('copy' in part) return textOf(bytes, part.copy);
  if ('indentOf' in part) {
    const indent = indentation(bytes, part.indentOf);
    return indent === undefined || part.deeper !== true ? indent : indent + step(indent);
  }
  return indented(bytes, part.indented, new Set(part.inTexts));
}

/** White space from the beginning of the line; undefined if there is more than that before the offset. */
function indentation(bytes: Uint8Array, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && isBlank(bytes[start - 1]!)) start--;
  const startsLine = start === 0 || isLineEnd(bytes[start - 1]!) || (start === 3 && bytes[0] === 0xef);
  return startsLine ? textOf(bytes, { start, end: offset }) : undefined;
}

function indented(bytes: Uint8Array, { start, end }: ByteRange, inTexts: ReadonlySet<number>): string | undefined {
  const first = indentation(bytes, start);
  if (first === undefined) return undefined;
  let text = '';
  let line = start;
  for (let at = start; at < end; at++) {
    if (!isLineEnd(bytes[at]!) || (bytes[at] === CR && bytes[at + 1] === LF)) continue;
    text += textOf(bytes, { start: line, end: at + 1 });
    line = at + 1;
    // Nothing is put into a line without text.
    if (line < end && !inTexts.has(line) && !isBlankLine(bytes, line)) text += step(first);
  }
  return text + textOf(bytes, { start: line, end });
}

function step(indent: string): string {
  return indent.endsWith('\t') ? '\t' : STEP;
}

function isBlankLine(bytes: Uint8Array, start: number): boolean {
  let at = start;
  while (at < bytes.length && isBlank(bytes[at]!)) at++;
  return at === bytes.length || isLineEnd(bytes[at]!);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === FORM_FEED;
}

function isLineEnd(byte: number): boolean {
  return byte === LF || byte === CR;
}

function textOf(bytes: Uint8Array, { start, end }: ByteRange): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}

/** How the file's first line ends. */
export function lineEndOf(bytes: Uint8Array): string {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF) return '\n';
    if (bytes[at] === CR) return bytes[at + 1] === LF ? '\r\n' : '\r';
  }
  return '\n';
}
