// An error that a test ignores, expected. In: a `try` with one handler that does nothing. Out: `with self.assertRaises(...)`, or pytest's
// `raises`, around the same statement. Leaves alone: whether the error is expected, which only the author knows; hence not safe.
import type { Framework } from '../../model/framework.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import type { Site } from '../interpreter/events.ts';
import { holdsComment } from './argument-edits.ts';
import { isMethodOnSelf } from './method-on-self.ts';
import { reachableName } from './reachable-name.ts';

/** `site.node` is the `try`. */
export function expectedError(site: Site, framework: Framework): Repair | undefined {
  const { module, functionIndex, node: attempt } = site;
  const { tree } = module;
  const handlers = tree.children(attempt).filter((clause) => tree.kind(clause) === Kind.except_clause);
  const [handler, another] = handlers;
  const body = tree.child(attempt, Field.body);
  // Under an expected error one statement is enough to know what raised it.
  if (handler === undefined || another !== undefined || tree.children(body).length !== 1) return undefined;
  const type = tree.child(handler, Field.value);
  if (type < 0 || tree.kind(type) === Kind.as_pattern) return undefined;
  const rest = { start: tree.end(body), end: tree.end(attempt) };
  if (holdsComment(tree, { start: tree.start(attempt), end: rest.end })) return undefined;
  const isOnSelf = framework !== 'unittest-style' && isMethodOnSelf(module, functionIndex);
  const raises = isOnSelf
    ? { text: 'self.assertRaises', edits: [] }
    : framework === 'pytest'
      ? reachableName(site, 'pytest', 'raises')
      : undefined;
  if (raises === undefined) return undefined;
  const start = tree.start(attempt);
  const keyword = { start, end: start + 'try'.length };
  const expected = { copy: { start: tree.start(type), end: tree.end(type) } };
  return {
    edits: [
      ...raises.edits,
      { range: keyword, parts: [`with ${raises.text}(`, expected, ')'] },
      { range: rest, parts: [] },
    ],
    safe: false,
  };
}
