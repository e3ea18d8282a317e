// Byte offsets of a file's text as lines and columns.
// In: UTF-8 bytes as the parser saw them. Out: regions in lines and UTF-16 columns, and the text of lines.
// Leaves alone: notebooks, whose positions are mapped back by who read them.
import type { ByteRange, Region } from '../base/region.ts';

const LF = 10;
const CR = 13;

export interface LineIndex {
  /** Offset of the first byte of each line; one more than there are line ends. */
  readonly starts: Uint32Array;
  /** Line of an offset, from 1. An offset between CR and LF, or at LF, belongs to the line that ends there. */
  readonly line: (offset: number) => number;
  /** Offset where the text of a line ends, before its line end. */
  readonly lineEnd: (line: number) => number;
  /** Column of an offset in its line, from 1, in UTF-16 code units; a byte order mark has no width, a tab has one. */
  readonly column: (offset: number) => number;
  /** The whole range; offsets behind the text count as its end. */
  readonly region: (range: ByteRange) => Region;
  /** The part of the range on its first line: a pull request shows an alert only if all its lines are in the diff. */
  readonly firstLine: (range: ByteRange) => Region;
  /** Text of a line without its line end and byte order mark. */
  readonly lineText: (line: number) => string;
}

/** Makes the index; costs one pass over the bytes. Invalid UTF-8 counts as the U+FFFD it decodes to. */
export function createLineIndex(bytes: Uint8Array): LineIndex {
  const starts = lineStarts(bytes);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const textStart = (line: number): number => (line === 1 && hasMark ? 3 : starts[line - 1]!);

  const line = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const lineEnd = (of: number): number => {
    if (of >= starts.length) return bytes.length;
    let end = starts[of]! - 1;
    if (bytes[end] === LF && bytes[end - 1] === CR && end > starts[of - 1]!) end--;
    return end;
  };
  const column = (offset: number): number => {
    const start = textStart(line(offset));
    return offset <= start ? 1 : decoder.decode(bytes.subarray(start, offset)).length + 1;
  };
  const place = (start: number, end: number): Region => ({
    startLine: line(start),
    startColumn: column(start),
    endLine: line(end),
    endColumn: column(end),
  });
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), bytes.length);

  return {
    starts,
    line,
    lineEnd,
    column,
    region: (range) => place(clamp(range.start), Math.max(clamp(range.start), clamp(range.end))),
    firstLine(range) {
      const start = clamp(range.start);
      const end = Math.min(Math.max(start, clamp(range.end)), Math.max(start, lineEnd(line(start))));
      return place(start, end);
    },
    lineText: (of) => decoder.decode(bytes.subarray(textStart(of), lineEnd(of))),
  };
}

function lineStarts(bytes: Uint8Array): Uint32Array {
  const starts = [0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}
