// The patterns of a `case`. In: the clause, and the value of the subject. Out: names that the patterns bind are set in the frame's state, the
// subject is checked where only constants match; whether the case is taken. Leaves alone: guards and what the case does.
import { Kind } from '../../parse/lowered-tree.ts';
import { applyChecks } from '../taint/apply-checks.ts';
import type { Constant } from '../values/constant.ts';
import { equalConstants } from '../values/constant.ts';
import { allKinds } from '../values/kind-set.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, onlyConstant, unknown } from '../values/value.ts';
import { assign } from './assign.ts';
import { attributeOf } from './attributes.ts';
import { anyValueOf, elementOf } from './containers.ts';
import type { Frame } from './frame.ts';

/**
 * Binds what a case's patterns name and narrows the subject to the constants they ask for. Returns whether the case matches for
 * certain (a wildcard, the subject's only constant), cannot match, or may.
 */
export function matchPatterns(frame: Frame, clause: number, subject: number, value: Value): boolean | undefined {
  const { tree, module } = frame;
  const patterns = tree.children(clause).filter((child) => tree.kind(child) === Kind.case_pattern);
  const constants: Constant[] = [];
  let isWild = false;
  let isOther = false;
  for (const pattern of patterns) {
    if (tree.next(pattern) === pattern + 1) isWild = true;
    for (const part of alternatives(frame, pattern)) {
      if (tree.kind(part) === Kind["'_'"]) isWild = true;
      else if (tree.kind(part) === Kind.dotted_name && tree.next(part) === part + 2) {
        // A plain name takes the whole subject.
        assign(frame, part + 1, value, subject);
        isWild = true;
      } else if (tree.kind(part) === Kind.as_pattern) {
        const bound = boundPattern(frame, part, value);
        if (bound === undefined) {
          isOther = true;
          bindPattern(frame, part, value);
        } else constants.push(...bound);
      } else {
        const constant = onlyConstant(patternValue(frame, part));
        if (constant === undefined) {
          isOther = true;
          bindPattern(frame, part, value);
        } else constants.push(constant);
      }
    }
  }
  if (isWild) return true;
  if (isOther || constants.length === 0) return undefined;
  const credit = { kind: 'guard' as const, name: 'a case of constants', module, node: clause, kinds: allKinds };
  if (isTainted(value.taint)) applyChecks(frame, [{ node: subject, taint: value.taint, kinds: allKinds, credit }]);
  if (value.constants === undefined) return undefined;
  const fitting = value.constants.filter((one) => constants.some((known) => equalConstants(one, known)));
  return fitting.length === 0 ? false : fitting.length === value.constants.length ? true : undefined;
}

/** What a case compares with: of `case Colour.RED` the attribute. */
function patternValue(frame: Frame, pattern: number): Value {
  const { tree } = frame;
  if (tree.kind(pattern) !== Kind.dotted_name) return frame.evaluate(pattern);
  const [first, ...names] = tree.children(pattern);
  const start = first === undefined ? unknown : frame.evaluate(first);
  return names.reduce((object, name) => attributeOf(frame, object, tree.text(name)), start);
}

/** `case "a" | "b" as x`: the constants, with `x` bound to one of them; undefined if it asks for anything else. */
function boundPattern(frame: Frame, pattern: number, value: Value): Constant[] | undefined {
  const { tree } = frame;
  const [inner, target] = tree.children(pattern);
  if (inner === undefined || target === undefined) return undefined;
  const parts =
    tree.kind(inner) === Kind.case_pattern ? alternatives(frame, inner) : alternatives(frame, pattern).slice(0, -1);
  const constants = parts.map((part) => onlyConstant(frame.evaluate(part)));
  if (constants.length === 0 || constants.some((one) => one === undefined)) return undefined;
  const name = tree.kind(target) === Kind.as_pattern_target ? target + 1 : target;
  if (tree.kind(name) === Kind.identifier)
    frame.state.setVariable(
      tree.name(name),
      changeValue(value, { constants: constants as Constant[], taint: undefined }),
    );
  return constants as Constant[];
}

/** What stands in a pattern: of `case "a" | "b"` the alternatives. */
function alternatives({ tree }: Frame, pattern: number): number[] {
  return tree.children(pattern).flatMap((child) => {
    if (tree.kind(child) !== Kind.union_pattern) return [child];
    return tree.children(child).filter((one) => tree.kind(one) !== Kind["'|'"]);
  });
}

/** Names in a pattern of parts get what the subject may hold. */
function bindPattern(frame: Frame, pattern: number, value: Value): void {
  const { tree } = frame;
  const element = frame.holds(value).some(({ kind }) => kind === 'dict')
    ? anyValueOf(frame, value)
    : elementOf(frame, value);
  const end = tree.next(pattern);
  for (let node = pattern; node < end; node++) {
    if (tree.kind(node) === Kind.identifier) frame.state.setVariable(tree.name(node), element);
  }
}
