// One file from the disk to the packed form that a worker hands over. Never throws for what a file may contain.
import { Buffer } from 'node:buffer';
import type { Problem } from '../base/problem.ts';
import type { SkippedFile, SourceFile } from '../discover/source-set.ts';
import type { FlatParser, LoweredWords } from './flat-parser.ts';
import { createFlatParser, ParserFailure } from './flat-parser.ts';
import { readSource } from './read-source.ts';
import { syntaxProblem } from './syntax-problem.ts';

/** What crosses from a worker to the main thread: typed arrays are moved, not copied. */
export interface PackedFile {
  readonly lowered?: LoweredWords;
  /** Comments joined by NUL. */
  readonly commentTexts: string;
  /** Texts the parser met for the first time, joined by NUL; '' for none. */
  readonly newTexts: string;
  /** Grows when the parser had to be replaced: its numbering of texts starts again. */
  readonly parserNumber: number;
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedFile[];
}

export type FileParser = (file: SourceFile) => PackedFile;

// A parser keeps the memory of the largest file it saw; above this it is replaced, so that one file does not decide
// how much a worker holds for the rest of the run. Eight times what a file of 10,000 lines needs.
const PARSER_MEMORY_LIMIT = 160 * 1024 * 1024;

/** A function that parses one file after the other with one parser, which is replaced when it fails. */
export function createFileParser(module: WebAssembly.Module): FileParser {
  let parser: FlatParser = createFlatParser(module);
  let parserNumber = 0;
  const replaceParser = (): void => {
    parser = createFlatParser(module);
    parserNumber++;
  };

  return (file) => {
    const source = readSource(file);
    const empty = { commentTexts: '', newTexts: '', parserNumber };
    if (source.kind === 'unreadable') return { ...empty, problems: [source.problem], skipped: [] };
    if (source.kind === 'skipped') return { ...empty, problems: [], skipped: [source.skipped] };
    const { bytes, skipped } = source;
    let lowered: LoweredWords;
    try {
      lowered = parser.lower(bytes);
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      replaceParser();
      const message = `${file.path} could not be parsed: ${error.message}`;
      return { ...empty, problems: [{ id: 'PVN001', message, file: file.path, hidesCode: true }], skipped };
    }
    const broken = syntaxProblem(file.path, lowered, bytes);
    const packed: PackedFile = {
      lowered,
      commentTexts: commentTexts(lowered.comments, bytes),
      newTexts: parser.takeJoinedTexts(),
      parserNumber,
      problems: broken === undefined ? [] : [broken],
      skipped,
    };
    if (parser.memoryBytes() > PARSER_MEMORY_LIMIT) replaceParser();
    return packed;
  };
}

function commentTexts(ranges: Uint32Array, bytes: Uint8Array): string {
  if (ranges.length === 0) return '';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  for (let i = 0; i < ranges.length; i += 2) texts.push(buffer.toString('utf8', ranges[i], ranges[i + 1]));
  return texts.join('\0');
}
