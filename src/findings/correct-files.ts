// The repairs of all findings, put together file by file. In: findings with repairs, and the files' bytes. Out: for each file what
// changes in the bytes on disk, and which repairs do not get along with another. Leaves alone: showing and writing.
import type { FilePath } from '../base/file-path.ts';
import type { ReadFile } from '../parse/reread.ts';
import type {
  Corrections,
  CorrectedFile,
  DiskEdit,
  Finding,
  FoundRepair,
  LeftOut,
  Replacement,
} from './finding-set.ts';

/** All repairs, or only those that need no look. Of two that touch each other the first in the order of the findings wins. */
export function correctFiles(
  findings: readonly Finding[],
  wanted: 'all' | 'safe',
  places: { readonly bytes: (file: FilePath) => Pick<ReadFile, 'bytes' | 'original'> | undefined },
): Corrections {
  const byFile = new Map<FilePath, { readonly finding: Finding; readonly repair: FoundRepair }[]>();
  let unsafe = 0;
  for (const finding of findings) {
    for (const repair of finding.repairs ?? []) {
      if (!repair.safe && wanted === 'safe') unsafe++;
      else byFile.set(repair.file, [...(byFile.get(repair.file) ?? []), { finding, repair }]);
    }
  }
  const files: CorrectedFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of [...byFile.keys()].sort()) {
    const read = places.bytes(file);
    if (read === undefined) continue;
    const kept: FoundRepair[] = [];
    for (const { finding, repair } of byFile.get(file)!) {
      const line = repair.replacements.find(({ shared }) => !shared)?.region.startLine ?? finding.region.startLine;
      const because = (reason: LeftOut['reason']): void =>
        void leftOut.push({ file, line, rule: finding.rule, reason });
      if (kept.some((other) => isSame(other, repair))) continue;
      if (kept.some((other) => touches(other, repair))) because('overlap');
      else if (onDisk(repair.replacements, read) === undefined) because('encoding');
      else kept.push(repair);
    }
    const edits = onDisk(merged(kept), read);
    if (edits === undefined || edits.length === 0) continue;
    files.push({ file, before: read.original, edits, repairs: kept.length });
  }
  return { files, leftOut, unsafe };
}

/** The bytes of a file with its edits in place. */
export function applyEdits(before: Uint8Array, edits: readonly DiskEdit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, bytes } of edits) {
    pieces.push(before.subarray(from, start), bytes);
    from = end;
  }
  pieces.push(before.subarray(from));
  return Buffer.concat(pieces);
}

function isSame(a: FoundRepair, b: FoundRepair): boolean {
  return JSON.stringify(a.replacements) === JSON.stringify(b.replacements);
}

/**
 * From its first to its last change: a line that one repair puts into a block does not fit if the other moves the block. What is
 * shared stands for itself.
 */
function touches(a: FoundRepair, b: FoundRepair): boolean {
  const one = extent(a);
  const other = extent(b);
  return one.start <= other.end && other.start <= one.end;
}

function extent({ replacements }: FoundRepair): { start: number; end: number } {
  const own = replacements.filter(({ shared }) => !shared);
  return { start: own[0]?.range.start ?? 0, end: own.at(-1)?.range.end ?? 0 };
}

/** All replacements in file order; what several share once, several imports at one place by name. */
function merged(repairs: readonly FoundRepair[]): Replacement[] {
  const all = new Map<string, Replacement>();
  for (const { replacements } of repairs) {
    for (const one of replacements) all.set(`${one.range.start} ${one.range.end} ${one.text}`, one);
  }
  return [...all.values()].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.text < b.text ? -1 : 1),
  );
}

/**
 * Edits of the bytes on disk. In a file that is not UTF-8 this needs an encoding of one byte a character; what is put in is then
 * ASCII, or stands elsewhere in the file. Undefined where that does not hold.
 */
export function onDisk(
  replacements: readonly Pick<Replacement, 'range' | 'text'>[],
  { bytes, original }: { readonly bytes: Uint8Array; readonly original: Uint8Array },
): DiskEdit[] | undefined {
  if (bytes === original) {
    return replacements.map(({ range, text }) => ({ ...range, bytes: Buffer.from(text) }));
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.length !== original.length) return undefined;
  const known = new Map<string, number>();
  for (let i = 0; i < text.length; i++) known.set(text.charAt(i), original[i]!);
  const position = (offset: number): number =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)).length;
  const edits: DiskEdit[] = [];
  for (const { range, text: put } of replacements) {
    const codes = [...put].map((character) => (character <= '\u007f' ? character.charCodeAt(0) : known.get(character)));
    if (codes.some((code) => code === undefined)) return undefined;
    edits.push({ start: position(range.start), end: position(range.end), bytes: Uint8Array.from(codes as number[]) });
  }
  return edits;
}
