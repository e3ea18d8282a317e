// The one reader of source files. In: a file that discover listed. Out: UTF-8 bytes for the parser, or why there are none.
// Leaves alone: what the bytes mean.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Problem } from '../base/problem.ts';
import { maxSourceBytes } from '../discover/max-source-bytes.ts';
import type { SkippedFile, SourceFile } from '../discover/source-set.ts';
import { looksLikeTestPath } from '../discover/test-path.ts';
import type { NotebookPosition, NotebookText } from './notebook.ts';
import { readNotebook } from './notebook.ts';
import { decodeSource } from './source-encoding.ts';

export type SourceText =
  | {
      readonly kind: 'text';
      /** Valid UTF-8 without zero bytes; a byte order mark stays. For a notebook: its joined cells. */
      readonly bytes: Uint8Array;
      /** Python's name of the encoding of the file on disk. */
      readonly encoding: string;
      /** The file on disk: size in bytes, and its SHA-256 in hexadecimal, computed when first asked for. */
      readonly original: { readonly length: number; readonly sha256: () => string };
      /** Only for a notebook: where a byte of `bytes` stands in the file. Otherwise lines and columns follow from `bytes`. */
      readonly map?: (offset: number) => NotebookPosition;
      /** Parts of the file that were left out: cells of a notebook. */
      readonly skipped: readonly SkippedFile[];
    }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** Reads and decodes a file, synchronously. Never throws for what the file is or does. */
export function readSource(file: SourceFile): SourceText {
  if (file.size > maxSourceBytes) return unreadable(file, `is larger than ${maxSourceBytes / 1e6} MB`);
  let original: Buffer;
  try {
    original = readFileSync(file.absolutePath);
  } catch (error) {
    return unreadable(file, `could not be read (${errorCode(error)})`);
  }
  return decodeFile(file, original);
}

/** The same for bytes that are at hand already. */
export function decodeFile(file: SourceFile, original: Uint8Array): SourceText {
  if (original.length > maxSourceBytes) return unreadable(file, `is larger than ${maxSourceBytes / 1e6} MB`);
  const decoded = file.kind === 'notebook' ? readNotebook(file.path, original) : decodeSource(original);
  if ('wrong' in decoded) return unreadable(file, decoded.wrong, decoded.line);
  if ('otherLanguage' in decoded) {
    return { kind: 'skipped', skipped: { path: file.path, reason: 'other-language', detail: decoded.otherLanguage } };
  }
  const zero = decoded.bytes.indexOf(0);
  if (zero >= 0) return unreadable(file, 'has a zero byte, which Python refuses');
  const { map, skippedCells = [] }: Partial<Pick<NotebookText, 'map' | 'skippedCells' | 'bytes'>> = decoded;
  let hash: string | undefined;
  return {
    kind: 'text',
    bytes: decoded.bytes,
    encoding: decoded.encoding,
    original: {
      length: original.length,
      sha256: () => (hash ??= createHash('sha256').update(original).digest('hex')),
    },
    ...(map === undefined ? {} : { map }),
    skipped: skippedCells,
  };
}

function unreadable(file: SourceFile, wrong: string, line?: number): SourceText {
  const problem: Problem = {
    id: 'PVN002',
    message: `${file.path} ${wrong}: nothing in it was examined.`,
    file: file.path,
    ...(line === undefined ? {} : { line }),
    hidesCode: file.kind !== 'stub' && !looksLikeTestPath(file.path),
  };
  return { kind: 'unreadable', problem };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
