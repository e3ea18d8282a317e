// Comments of a file that is no code: requirements, settings in TOML and INI. In: its text. Out: where its comments are, as a tree of code
// tells it. A `#` in a string is taken for a comment too, which does no harm: only what reads as a mark of ours counts.
import { Buffer } from 'node:buffer';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { createLineIndex } from './line-index.ts';

/** True if `#` begins a comment in a file of this name, and people write it. */
export function hasHashComments(path: string): boolean {
  return (
    /\.(?:txt|in|toml|cfg|ini|ya?ml|env)$|(?:^|\/)(?:Pipfile|Dockerfile|Containerfile|\.env)(?:\.[^/]*)?$/.test(path) &&
    !/\.lock$/.test(path)
  );
}

/** The comments of a text: from a `#` at the start of a line, or behind white space, to the end of the line. */
export function textComments(text: string): Pick<LoweredTree, 'line' | 'comments'> {
  const lines = createLineIndex(Buffer.from(text));
  const found = [...text.matchAll(/(?<=^|\s)#[^\r\n]*/gm)];
  const ranges = found.flatMap(({ index, 0: comment }) => {
    const start = Buffer.byteLength(text.slice(0, index));
    return [start, start + Buffer.byteLength(comment)];
  });
  return {
    line: (offset) => lines.line(offset),
    comments: { texts: found.map(([comment]) => comment), ranges: Uint32Array.from(ranges) },
  };
}
