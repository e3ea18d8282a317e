// The comment that accepts a finding (`github-delivery.md` §6.1). In: the wish, the groups of detections, the files. Out: the edit
// that writes the comment, or why there is none. For a taint finding the comment names the path, so that it counts for that path
// only. Leaves alone: writing.
import type { Detection } from '../analyse/analysis.ts';
import type { AcceptRequest } from '../base/options.ts';
import type { ByteRange } from '../base/region.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { applyEdits, onDisk } from './correct-files.ts';
import type { Acceptance, Suppression } from './finding-set.ts';
import type { Group } from './group.ts';
import { createPathPrint, writtenPrint } from './path-print.ts';
import type { PlaceFinder } from './place-finder.ts';
import { lineEndOf } from './resolve-edits.ts';
import { suppressionMarks, type Mark } from './suppression-marks.ts';
import { reaches } from './suppressions.ts';

export interface AcceptInput {
  readonly request: AcceptRequest;
  readonly groups: readonly Group[];
  /** Before overlaps were dropped: a mark speaks for all that it reaches. */
  readonly detections: readonly Detection[];
  readonly suppressions: ReadonlyMap<Detection, Suppression>;
  readonly facts: readonly FileFacts[];
  readonly places: PlaceFinder;
}

/** Where a comment is written. */
interface Spot {
  /** Line of the parser's text. */
  readonly line: number;
  readonly range: ByteRange;
  readonly before: string;
  readonly after: string;
  /** Offset that stands for the comment when it is asked what it reaches. */
  readonly offset: number;
}

/** The comment for the finding of a rule at a line: the line that is shown, or any line of its statement. */
export function acceptFinding(input: AcceptInput): Acceptance {
  const { request, groups, places } = input;
  const group = groupAt(input);
  if (group === undefined) {
    const near = groups
      .map(({ primary }) => ({
        file: primary.file,
        rule: primary.rule,
        line: places.line(primary.file, primary.range.start),
      }))
      .filter(({ file, rule, line }) => file === request.file && (line === request.line || rule === request.rule))
      .map(({ rule, line }) => ({ rule, line }));
    return { kind: 'nothing', near };
  }
  const members = membersOf(group);
  const wanted = members.find((member) => isAt(member, input)) ?? group.primary;
  const accepted = input.suppressions.get(wanted);
  if (accepted !== undefined) return { kind: 'accepted', by: accepted };
  return commentFor(input, group, wanted);
}

function commentFor(input: AcceptInput, group: Group, wanted: Detection): Acceptance {
  const { request, facts, places } = input;
  const trees = new Map(facts.map(({ file, tree }) => [file.path as string, tree]));
  const kind = facts.find(({ file }) => file.path === wanted.file)?.file.kind;
  const tree = trees.get(wanted.file);
  const read = places.bytes(wanted.file);
  const printOf = createPathPrint((file) => trees.get(file), places);
  const markFor = (reached: readonly Detection[], before?: Mark): { text: string; line: string } => {
    const print = printOf(reached);
    const text = markText(request, print && writtenPrint(print), before);
    const reason = request.reason || (before?.reason ?? '');
    return { text, line: reason === '' ? text : `${text} ${reason}` };
  };
  const refused = (why: string): Acceptance => ({ kind: 'refused', why, mark: markFor([wanted]).line });
  if (kind === undefined) return refused('it is no Python file, and only those are written');
  if (kind !== 'python') return refused('it is a notebook, whose cells other programs write');
  if (tree === undefined || read === undefined) return refused('the file changed or vanished during the scan');
  const { bytes } = read;

  const area = areaOf(group, wanted);
  const reachedFrom = (line: number, offset: number): Detection[] =>
    input.detections.filter(
      (one) =>
        one.rule === request.rule &&
        one.file === wanted.file &&
        reaches({ form: 'pyverdict', line, offset }, one, { path: one.file, tree }, input),
    );
  const outdated = ownMark(tree, wanted, input);
  const spots = outdated === undefined ? spotsOf(area, wanted, tree, bytes) : [outdated.spot];
  for (const spot of spots) {
    const reached = reachedFrom(spot.line, spot.offset);
    // A line of its own is not in the text yet.
    const mark = markFor(reached.includes(wanted) ? reached : [wanted], outdated?.mark);
    const edit = { range: spot.range, text: `${spot.before}${mark.line}${spot.after}` };
    if (!read.differsInComments(applyEdits(bytes, [{ ...edit.range, bytes: Buffer.from(edit.text) }]))) continue;
    const edits = onDisk([edit], read);
    if (edits === undefined) return refused("the file's encoding cannot be written here");
    const line = places.line(wanted.file, spot.range.start);
    const remaining = membersOf(group)
      .filter((member) => member !== wanted && !reached.includes(member) && !input.suppressions.has(member))
      .map(({ file, range }) => ({ file, line: places.line(file, range.start) }));
    return {
      kind: 'written',
      mark: mark.text,
      line,
      change: { file: wanted.file, before: read.original, edits },
      remaining,
    };
  }
  return refused('no comment can stand in these lines');
}

function groupAt(input: AcceptInput): Group | undefined {
  const { request, groups, places } = input;
  const own = groups.filter((group) => group.primary.rule === request.rule);
  const shown = own.find((group) =>
    membersOf(group).some(
      ({ file, range }) => file === request.file && places.line(file, range.start) === request.line,
    ),
  );
  return shown ?? own.find((group) => membersOf(group).some((member) => isAt(member, input)));
}

function membersOf(group: Group): Detection[] {
  return [group, ...group.sameLine].flatMap(({ primary, others }) => [primary, ...others]);
}

function isAt({ file, range, statement }: Detection, { request, places }: AcceptInput): boolean {
  if (file !== request.file) return false;
  const first = places.line(file, Math.min(range.start, statement.start));
  const last = places.line(file, Math.max(range.start, statement.end - 1));
  return request.line >= first && request.line <= last;
}

/** A note that stands for several places of a function is accepted at the function's header. */
function areaOf(group: Group, wanted: Detection): ByteRange {
  const isForAll = group.by === 'function' && group.others.length > 0;
  return isForAll && wanted.scopeHeader !== undefined ? wanted.scopeHeader : wanted.statement;
}

/** Where a comment may stand, best first: the line that is shown, the last one, the first one, the others, a line above. */
function spotsOf(area: ByteRange, wanted: Detection, tree: LoweredTree, bytes: Uint8Array): Spot[] {
  const first = tree.line(area.start);
  const last = tree.line(trimmedEnd(bytes, area));
  const shown = tree.line(wanted.range.start);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const lines = [...new Set([...(shown >= first && shown <= last ? [shown] : []), last, first, ...all])];
  const ends = lines.flatMap((line): Spot[] => {
    const range = lineRange(tree, line, bytes);
    let end = range.end;
    while (end > range.start && isBlank(bytes[end - 1]!)) end--;
    // What follows a backslash is no comment.
    if (bytes[end - 1] === BACKSLASH) return [];
    return [{ line, range: { start: end, end: range.end }, before: '  ', after: '', offset: end }];
  });
  const { start } = lineRange(tree, first, bytes);
  const indent = Buffer.from(bytes.subarray(start, area.start)).toString('utf8');
  // A line that another statement begins, or a decorator's, is no place for a line above.
  if (!/^[ \t\f]*$/.test(indent.replace(/^\uFEFF/, ''))) return ends;
  const at = area.start;
  return [
    ...ends,
    {
      line: first,
      range: { start: at, end: at },
      before: '',
      after: `${lineEndOf(bytes)}${indent.replace(/^\uFEFF/, '')}`,
      offset: at,
    },
  ];
}

/** A mark of ours for the rule that reaches the detection and does not count: it is written again in its place. */
function ownMark(
  tree: LoweredTree,
  wanted: Detection,
  { request, places }: AcceptInput,
): { readonly spot: Spot; readonly mark: Mark } | undefined {
  const { texts, ranges } = tree.comments;
  for (const [index, text] of texts.entries()) {
    const offset = ranges[index * 2]!;
    const line = tree.line(offset);
    for (const mark of suppressionMarks(text, () => false)) {
      if (mark.form !== 'pyverdict' || !mark.ids.some((id) => means(id, request))) continue;
      if (!reaches({ form: 'pyverdict', line, offset }, wanted, { path: wanted.file, tree }, { places })) continue;
      const bytesOf = (end: number): number => offset + Buffer.byteLength(text.slice(0, end));
      const range = { start: bytesOf(mark.start), end: bytesOf(mark.end) };
      return { spot: { line, range, before: '', after: '', offset }, mark };
    }
  }
  return undefined;
}

/** The comment without its reason; `before`: one that is written again, of which the other ids stay as they are. */
function markText(request: AcceptRequest, path: string | undefined, before: Mark | undefined): string {
  const entries = (before?.ids ?? [request.rule]).map((id) => {
    const own = means(id, request) ? path : before?.paths.get(id.toLowerCase());
    return own === undefined ? id : `${id} path=${own}`;
  });
  return `# pyverdict: ignore[${entries.join(', ')}]`;
}

function means(id: string, { rule, ruleId }: AcceptRequest): boolean {
  return [rule, ruleId].some((name) => id.toLowerCase().replace(/\/review$/, '') === name.toLowerCase());
}

const [TAB, LF, FORM_FEED, CR, SPACE, BACKSLASH] = [9, 10, 12, 13, 32, 92];

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === FORM_FEED;
}

/** Offset of the last byte that is no white space. */
function trimmedEnd(bytes: Uint8Array, { start, end }: ByteRange): number {
  let last = end - 1;
  while (last > start && (isBlank(bytes[last]!) || bytes[last] === LF || bytes[last] === CR)) last--;
  return last;
}

/** A line without its line end. */
function lineRange({ lineStarts }: LoweredTree, line: number, bytes: Uint8Array): ByteRange {
  const start = lineStarts[line - 1] ?? bytes.length;
  let end = lineStarts[line] ?? bytes.length;
  while (end > start && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return { start, end };
}
