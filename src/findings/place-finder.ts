// From places in bytes to places in lines: regions, snippets, line hashes, tokens.
// Reads files through the reader given, keeps the last few, and remembers whose lines must not be shown.
// Leaves alone: which places a finding has.
import type { Place, Repair } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import type { ByteRange, Region } from '../base/region.ts';
import type { SourceFile } from '../discover/source-set.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import type { ReadFile, Reader } from '../parse/reread.ts';
import type { Artifact, FoundPlace, FoundRepair } from './finding-set.ts';
import { lineHashes, type LineHashes } from './line-hash.ts';
import { resolveEdits } from './resolve-edits.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';

const SNIPPET_LIMIT = 300;
/** Enough for the files that a group's places are in; more would only cost memory. */
const KEPT_BYTES = 4 * 1024 * 1024;

export interface PlaceFinder {
  /** One line, with the text of that line unless a secret stands in it. */
  readonly found: (place: Place) => FoundPlace;
  /** Every line of the range. */
  readonly context: (place: Place) => Region;
  /** Line where a place starts. */
  readonly line: (file: FilePath, offset: number) => number;
  /** `primaryLocationLineHash` of a line; '' if the file cannot be read any more. */
  readonly lineHash: (file: FilePath, line: number) => string;
  /** Normalised text of a statement (`github-delivery.md` §4.2); '' if the file cannot be read any more. */
  readonly tokens: (place: Place, strings: 'kept' | 'hidden') => string;
  /** A byte of the text, undefined behind its end. */
  readonly byte: (file: FilePath, offset: number) => number | undefined;
  /** Whether nothing but white space precedes an offset in its line. */
  readonly startsLine: (file: FilePath, offset: number) => boolean;
  /** A repair in lines and text; undefined if it does not fit the text, or would show a line with a secret. */
  readonly repair: (file: FilePath, repair: Repair) => FoundRepair | undefined;
  /** A file as the parser saw it and as it is on disk; undefined if it cannot be read or has changed. */
  readonly bytes: (file: FilePath) => Pick<ReadFile, 'bytes' | 'original' | 'differsInComments'> | undefined;
  /** What SARIF says about a file; undefined if it cannot be read. */
  readonly artifact: (file: FilePath) => Artifact | undefined;
  /** Files that vanished or changed although something was found in them, sorted. */
  readonly changed: () => FilePath[];
}

interface OpenFile {
  readonly read: ReadFile;
  readonly index: LineIndex;
  hashes?: LineHashes;
}

/** `secrets`: places whose lines are never shown, whatever rule a snippet is for. */
export function createPlaceFinder(
  reader: Reader,
  files: readonly SourceFile[],
  facts: readonly FileFacts[],
  secrets: readonly Place[],
): PlaceFinder {
  const sources = new Map(files.map((file) => [file.path, file]));
  const trees = new Map(facts.flatMap(({ file, tree }) => (tree === undefined ? [] : [[file.path, tree] as const])));
  const open = new Map<FilePath, OpenFile | undefined>();
  const artifacts = new Map<FilePath, Artifact>();
  const changed = new Set<FilePath>();
  let keptBytes = 0;

  const fileAt = (path: FilePath): OpenFile | undefined => {
    if (open.has(path)) {
      const file = open.get(path);
      // Put last again: the file that was not needed for longest is closed first.
      open.delete(path);
      open.set(path, file);
      return file;
    }
    const source = sources.get(path);
    const read = source === undefined ? undefined : reader(source);
    const index = read && createLineIndex(read.bytes);
    const file = read && index && !hasChanged(index, trees.get(path)) ? { read, index } : undefined;
    if (read === undefined || file === undefined) changed.add(path);
    else {
      const { byteLength, sha256, encoding } = read;
      artifacts.set(path, { path, length: byteLength, sha256, encoding });
      keptBytes += read.bytes.length;
    }
    open.set(path, file);
    for (const [oldest, closing] of open) {
      if (keptBytes <= KEPT_BYTES || oldest === path) break;
      keptBytes -= closing?.read.bytes.length ?? 0;
      open.delete(oldest);
    }
    return file;
  };

  // Lines of the parser's text, by file: of a notebook these are not the file's lines.
  const hiddenLines = new Map<FilePath, Set<number>>();
  const textLine = (path: FilePath, offset: number): number =>
    trees.get(path)?.line(offset) ?? fileAt(path)?.index.line(offset) ?? 1;
  for (const { file, range } of secrets) {
    const lines = hiddenLines.get(file) ?? new Set();
    hiddenLines.set(file, lines);
    const last = textLine(file, range.end);
    for (let line = textLine(file, range.start); line <= last; line++) lines.add(line);
  }

  const region = (place: Place, whole: boolean): Region => {
    const file = fileAt(place.file);
    if (file === undefined) return unreadRegion(place.file, place.range);
    const { read, index } = file;
    if (read.position === undefined) return whole ? index.region(place.range) : index.firstLine(place.range);
    const lineEnd = index.lineEnd(index.line(place.range.start));
    const start = read.position(place.range.start);
    const end = read.position(
      whole ? place.range.end : Math.max(place.range.start, Math.min(place.range.end, lineEnd)),
    );
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  };

  // A finding is not lost because its file vanished during the scan: its line is known from the parse.
  const unreadRegion = (path: FilePath, range: ByteRange): Region => {
    const line = textLine(path, range.start);
    return { startLine: line, startColumn: 1, endLine: line, endColumn: 1 };
  };

  const isHidden = (path: FilePath, { start, end }: ByteRange): boolean => {
    const hidden = hiddenLines.get(path);
    if (hidden === undefined) return false;
    for (let line = textLine(path, start); line <= textLine(path, end); line++) if (hidden.has(line)) return true;
    return false;
  };

  return {
    found(place) {
      const found = { file: place.file, region: region(place, false) };
      const index = fileAt(place.file)?.index;
      if (index === undefined) return found;
      const line = index.line(place.range.start);
      if (hiddenLines.get(place.file)?.has(line) === true) return found;
      return { ...found, snippet: clip(index.lineText(line)) };
    },
    context: (place) => region(place, true),
    line(path, offset) {
      if (sources.get(path)?.kind !== 'notebook') return textLine(path, offset);
      return fileAt(path)?.read.position?.(offset).line ?? textLine(path, offset);
    },
    lineHash(path, line) {
      const file = fileAt(path);
      if (file === undefined) return '';
      file.hashes ??= lineHashes(file.read.text);
      // The file may have become shorter since it was parsed.
      return file.hashes.hash(Math.min(line, file.hashes.lineCount));
    },
    tokens: (place, strings) => fileAt(place.file)?.read.tokens(place.range, strings).join(' ') ?? '',
    byte: (path, offset) => fileAt(path)?.read.bytes[offset],
    startsLine(path, offset) {
      const bytes = fileAt(path)?.read.bytes;
      if (bytes === undefined) return false;
      let at = offset - 1;
      while (at >= 0 && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 12)) at--;
      return at < 0 || bytes[at] === 10 || bytes[at] === 13 || (at === 2 && bytes[0] === 0xef && bytes[1] === 0xbb);
    },
    repair(path, { edits, safe }) {
      const file = fileAt(path);
      if (file === undefined) return undefined;
      const resolved = resolveEdits(edits, file.read.bytes);
      if (resolved === undefined || edits.some(({ range }) => isHidden(path, range))) return undefined;
      return {
        file: path,
        replacements: resolved.map((edit) => ({ ...edit, region: file.index.region(edit.range) })),
        safe,
      };
    },
    bytes: (path) => {
      const file = fileAt(path);
      // Same lines and another length: it is not what was parsed.
      return file === undefined || file.read.original.length !== sources.get(path)?.size ? undefined : file.read;
    },
    artifact(path) {
      if (!artifacts.has(path) && sources.has(path)) fileAt(path);
      return artifacts.get(path);
    },
    changed: () => [...changed].sort(),
  };
}

/** Whether the lines are no longer where the parse found them: offsets would point at other code, perhaps at a secret. */
function hasChanged({ starts }: LineIndex, tree: LoweredTree | undefined): boolean {
  if (tree === undefined) return false;
  return starts.length !== tree.lineStarts.length || starts.some((start, index) => start !== tree.lineStarts[index]);
}

/** At most 300 UTF-16 code units, never half a character. */
function clip(text: string): string {
  if (text.length <= SNIPPET_LIMIT) return text;
  const last = text.charCodeAt(SNIPPET_LIMIT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? SNIPPET_LIMIT - 1 : SNIPPET_LIMIT);
}
