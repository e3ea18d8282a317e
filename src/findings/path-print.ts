// What a person accepts who accepts a taint finding: the ways its data takes (`github-delivery.md` §6.1). In: detections with
// flows, the trees. Out: a short fingerprint in four parts, so that a later run can say which of them has changed. It follows the
// code and not the lines: white space, comments and moves do not change it. Leaves alone: what the comment looks like.
import { createHash } from 'node:crypto';
import type { Detection, FlowStep } from '../analyse/analysis.ts';
import { headerRange, statementAround } from '../analyse/constructs.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { nodeAt } from './node-at.ts';
import { checksOnPath } from './path-checks.ts';
import type { PlaceFinder } from './place-finder.ts';

/** Each four hexadecimal digits. */
export interface PathPrint {
  readonly source: string;
  /** The assignments, calls and returns between. */
  readonly way: string;
  /** What looks at the same values before they arrive. */
  readonly checks: string;
  readonly sink: string;
}

export type PathPart = keyof PathPrint;

const parts = ['source', 'way', 'checks', 'sink'] as const satisfies readonly PathPart[];
const written = /^([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})$/;

/** Makes the fingerprint of what a comment accepts: all detections of one rule that it reaches; undefined if none has a path. */
export function createPathPrint(
  treeOf: (file: string) => LoweredTree | undefined,
  places: Pick<PlaceFinder, 'tokens'>,
): (detections: readonly Detection[]) => PathPrint | undefined {
  return (detections) => {
    const found = {
      source: new Set<string>(),
      way: new Set<string>(),
      checks: new Set<string>(),
      sink: new Set<string>(),
    };
    for (const detection of detections) {
      const strings = detection.secret === true ? 'hidden' : 'kept';
      const textOf = (file: FlowStep['file'], range: FlowStep['range']): string =>
        places.tokens({ file, range }, strings);
      const statement = ({ file, range }: FlowStep): string => {
        const tree = treeOf(file);
        const node = tree && nodeAt(tree, range);
        return tree === undefined || node === undefined
          ? ''
          : textOf(file, headerRange(tree, statementAround(tree, node)));
      };
      for (const { steps } of detection.flows) {
        const [source, ...rest] = steps;
        if (source === undefined) continue;
        // "assigned to q" stands in the statement that the value comes from.
        const first = statement(source);
        const between = rest.filter(({ kind }) => kind !== 'sink').map(statement);
        found.source.add(first);
        found.way.add(between.filter((text) => text !== first).join('\n'));
        found.sink.add(textOf(detection.file, detection.statement));
        const checks = checksOnPath(steps, treeOf).map(({ file, range }) => textOf(file, range));
        found.checks.add(checks.join('\n'));
      }
    }
    if (found.source.size === 0) return undefined;
    return { source: hash(found.source), way: hash(found.way), checks: hash(found.checks), sink: hash(found.sink) };
  };
}

/** As it stands in a comment: `3f2a-07de-5511-91bc`. */
export function writtenPrint(print: PathPrint): string {
  return parts.map((part) => print[part]).join('-');
}

/** Undefined if it is no fingerprint. */
export function readPrint(text: string): PathPrint | undefined {
  const match = written.exec(text.toLowerCase());
  if (match === null) return undefined;
  const [, source = '', way = '', checks = '', sink = ''] = match;
  return { source, way, checks, sink };
}

/** In the order in which data passes them; `now` undefined: there is no path any more. */
export function changedParts(before: PathPrint, now: PathPrint | undefined): PathPart[] {
  return parts.filter((part) => before[part] !== now?.[part]);
}

const partNames: Readonly<Record<PathPart, string>> = {
  source: 'the source',
  way: 'the way of the data',
  checks: 'a check on the way',
  sink: 'the sink',
};

/** "the source and a check on the way have changed" */
export function reopenedBecause(changed: readonly PathPart[]): string {
  const names = changed.map((part) => partNames[part]);
  const last = names.pop() ?? 'the path';
  return names.length === 0 ? `${last} has changed` : `${names.join(', ')} and ${last} have changed`;
}

function hash(texts: ReadonlySet<string>): string {
  return createHash('sha256')
    .update([...texts].sort().join('\0'), 'utf8')
    .digest('hex')
    .slice(0, 4);
}
