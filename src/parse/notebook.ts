// Notebooks as Python. In: the bytes of an .ipynb file. Out: its code cells joined into one source, a map from there to the lines
// and columns of the file, the cells that were left out. Leaves alone: outputs, Markdown, what the code means.
import { isUtf8 } from 'node:buffer';
import type { FilePath } from '../base/file-path.ts';
import type { SkippedFile } from '../discover/source-set.ts';
import type { JsonText } from './json-strings.ts';
import { advanceInString, decodeJsonString, findCells } from './json-strings.ts';
import { cellMagic, withoutMagics } from './notebook-magics.ts';

/** From 1; columns count UTF-16 code units. */
export interface NotebookPosition {
  readonly line: number;
  readonly column: number;
}

export interface NotebookText {
  readonly bytes: Uint8Array;
  readonly encoding: 'utf-8';
  /** Where the character at `offset` of `bytes` stands in the .ipynb file. */
  readonly map: (offset: number) => NotebookPosition;
  readonly skippedCells: readonly SkippedFile[];
}

export type Notebook =
  NotebookText | { readonly otherLanguage: string } | { readonly wrong: string; readonly line?: number };

/** A stretch of the joined source that stands in one string of the file, without a line end before its last character. */
interface Piece {
  /** Where it starts in the joined bytes. */
  readonly byte: number;
  /** Where it starts in the file's text: inside a JSON string, past the quote. */
  readonly raw: number;
  /** A blanked line has no characters of its own: all of it maps to its start. */
  readonly isBlanked: boolean;
}

/** Reads a notebook of format 3 or 4. Without a word about its language it is taken for Python. */
export function readNotebook(path: FilePath, file: Uint8Array): Notebook {
  if (!isUtf8(file)) return { wrong: 'is not UTF-8' };
  const text = Buffer.from(file)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { wrong: 'is not valid JSON' };
  }
  if (!isRecord(parsed)) return { wrong: 'is not a notebook: no object at the top' };
  const language = languageOf(parsed);
  if (language !== undefined && !/^i?python[\d.]*$/i.test(language))
    return { otherLanguage: `a notebook for ${language.slice(0, 40)}` };
  const cells = findCells(text);
  if (cells === undefined) return { wrong: 'is not a notebook: it has no cells' };

  const pieces: Piece[] = [];
  const chunks: string[] = [];
  const skippedCells: SkippedFile[] = [];
  let byte = 0;
  cells.forEach((cell, index) => {
    if (!cell.isCode) return;
    const lines = linesOf(cell.source.map((string) => decodeJsonString(text, string)));
    const source = lines.map((line) => line.text);
    const magic = cellMagic(source);
    if (magic !== undefined && !magic.isTransparent) {
      skippedCells.push({ path, reason: 'cell-magic', detail: `cell ${index + 1}: %%${magic.name}` });
      return;
    }
    withoutMagics(source).forEach((line, i) => {
      const isBlanked = line !== source[i];
      for (const start of isBlanked ? (lines[i]?.starts.slice(0, 1) ?? []) : (lines[i]?.starts ?? [])) {
        pieces.push({ byte: byte + Buffer.byteLength(line.slice(0, start.column)), raw: start.raw, isBlanked });
      }
      chunks.push(line, '\n');
      byte += Buffer.byteLength(line) + 1;
    });
  });
  return { bytes: Buffer.from(chunks.join('')), encoding: 'utf-8', map: positionMap(text, pieces), skippedCells };
}

interface CellLine {
  readonly text: string;
  /** Where parts of the line stand in the file: more than one if the JSON breaks the line into several strings. */
  readonly starts: readonly { readonly column: number; readonly raw: number }[];
}

/** Splits a cell at LF, whether each line is a string of its own, as notebooks are usually saved, or not. */
function linesOf(strings: readonly JsonText[]): CellLine[] {
  const lines: CellLine[] = [];
  let text = '';
  let starts: { column: number; raw: number }[] = [];
  for (const string of strings) {
    let from = 0;
    for (;;) {
      const newline = string.value.indexOf('\n', from);
      const end = newline < 0 ? string.value.length : newline;
      if (end > from || newline >= 0) starts.push({ column: text.length, raw: string.rawAt(from) });
      text += string.value.slice(from, end);
      if (newline < 0) break;
      lines.push({ text, starts });
      text = '';
      starts = [];
      from = newline + 1;
    }
  }
  if (starts.length > 0) lines.push({ text, starts });
  return lines;
}

function positionMap(text: string, pieces: readonly Piece[]): (offset: number) => NotebookPosition {
  let lineStarts: readonly number[] | undefined;
  return (offset) => {
    lineStarts ??= findLineStarts(text);
    const piece = pieces[lastAtMost(pieces, (one) => one.byte, offset)];
    const raw =
      piece === undefined ? 0 : piece.isBlanked ? piece.raw : advanceInString(text, piece.raw, offset - piece.byte);
    const line = lastAtMost(lineStarts, (start) => start, raw);
    return { line: line + 1, column: raw - (lineStarts[line] ?? 0) + 1 };
  };
}

function lastAtMost<T>(sorted: readonly T[], key: (item: T) => number, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && key(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Lines end at LF, CRLF or CR. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function languageOf(notebook: Record<string, unknown>): string | undefined {
  const metadata = recordIn(notebook, 'metadata');
  const names = [recordIn(metadata, 'language_info')['name'], recordIn(metadata, 'kernelspec')['language']];
  return names.find((name) => typeof name === 'string' && name !== '') as string | undefined;
}

function recordIn(record: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = record[key];
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
