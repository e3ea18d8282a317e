// Whether a syntax error cost us code: the problem to report for a file that did not parse cleanly.
import { Buffer } from 'node:buffer';
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import type { LoweredWords } from './flat-parser.ts';
import { Kind, LoweredTree } from './lowered-tree.ts';

const noNames = { size: 1, text: () => '', find: () => 0 };

/** PVN001 with the line of the first error, or undefined. It hides code if recovery swallowed a function or a class. */
export function syntaxProblem(path: FilePath, lowered: LoweredWords, bytes: Uint8Array): Problem | undefined {
  const tree = new LoweredTree(lowered.words, lowered.lineStarts, { ranges: lowered.comments, texts: [] }, noNames);
  let first: number | undefined;
  let lost = 0;
  for (let node = 0; node < tree.size; node++) {
    if (tree.isMissing(node)) first ??= tree.start(node);
    if (tree.kind(node) !== Kind.ERROR) continue;
    first ??= tree.start(node);
    const text = Buffer.from(
      bytes.buffer,
      bytes.byteOffset + tree.start(node),
      tree.end(node) - tree.start(node),
    ).toString('latin1');
    lost += text.match(/^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+\w/gm)?.length ?? 0;
    node = tree.next(node) - 1;
  }
  if (first === undefined) return undefined;
  const line = tree.line(first);
  const consequence =
    lost > 0
      ? `${lost} function${lost === 1 ? '' : 's'} or class${lost === 1 ? '' : 'es'} could not be read`
      : 'the rest of the file was read';
  return {
    id: 'PVN001',
    message: `${path} has a syntax error at line ${line}; ${consequence}.`,
    file: path,
    line,
    hidesCode: lost > 0,
  };
}
