// Checks of what a text or path contains: `".." in path`, `os.sep in name`, `".." in Path(p).parts`, `base in path.parents`. In: the part
// and the whole with what is known of them. Out: what holds of the whole where the part is in it, or is not.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Check, Checks } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { checkOf, viewCheck, whenFalse, whenTrue } from './checks.ts';
import { conditions } from './given.ts';
import { belowKinds, isResolved } from './prefix-checks.ts';
import { signText } from '../values/path-signs.ts';

/** What `part in whole` shows of the whole. */
export function containmentChecks(frame: Frame, node: number, part: Argument, whole: Argument): Checks | undefined {
  const { taint } = whole.value;
  if (taint === undefined) return undefined;
  const { view } = taint;
  if (view?.as === 'parents') {
    const given = conditions(frame, part.value, 'ours');
    return given === undefined
      ? undefined
      : whenTrue(viewCheck(frame, node, taint, belowKinds({ taint: view.of }), given));
  }
  const constant = onlyConstant(part.value);
  const text = constant === undefined ? signText(part.value) : textOf(constant);
  if (text === undefined || !isTainted(taint)) return undefined;
  switch (view?.as) {
    case undefined:
    case 'element':
    case 'part':
    case 'text':
    case 'stripped':
    case 'path':
    case 'resolved':
    case 'normalised': {
      const kinds = missing(text);
      // What was made absolute has no `..` left, wherever it leads.
      const isEmpty = kinds === kindSet('path-inside') && isResolved(whole.value) && view?.as !== 'normalised';
      if (kinds === 0n || isEmpty) return undefined;
      return whenFalse(checkOf(frame, whole, kinds, `check for ${JSON.stringify(text)}`, node));
    }
    case 'relative':
      return text === '..' || text === '../' ? whenFalse(viewCheck(frame, node, taint, kindSet('path'))) : undefined;
    case 'parts':
      if (text !== '..' || isOnlyResolved(taint.view!.of)) return undefined;
      return whenFalse(viewCheck(frame, node, taint, kindSet('path-inside')));
    default:
      return undefined;
  }
}

/** `target[1] in ("/", "\\")`: where it does not hold, the text does not begin with two slashes. */
function secondSignChecks(
  frame: Frame,
  node: number,
  sign: Argument,
  texts: readonly (string | undefined)[],
): readonly Check[] {
  const { tree } = frame;
  if (sign.node < 0 || tree.kind(sign.node) !== Kind.subscript || !texts.includes('/')) return [];
  const [index, ...others] = tree.children(sign.node).filter((child) => tree.field(child) === Field.subscript);
  if (index === undefined || others.length > 0 || !/^1(?::2)?$/.test(tree.text(index))) return [];
  const whole = tree.child(sign.node, Field.value);
  const value = frame.evaluateSilently(whole);
  return isTainted(value.taint)
    ? [checkOf(frame, { node: whole, value }, kindSet('single-slash'), 'check of the second sign', node)]
    : [];
}

/** `part == ".."`, `part in (".", "..")`: where it does not hold, the part of a path leads nowhere else. */
export function partChecks(frame: Frame, node: number, part: Argument, other: Argument): readonly Check[] {
  const second = secondSignChecks(frame, node, part, textsAmong(frame, other.value));
  if (second.length > 0) return second;
  if (part.value.taint?.view?.as !== 'part') return [];
  const isParent = textsAmong(frame, other.value).includes('..');
  return isParent ? [checkOf(frame, part, kindSet('path-inside'), 'check for ".."', node)] : [];
}

/** A text, or those that a collection holds. */
function textsAmong(frame: Frame, value: Value): (string | undefined)[] {
  const among = [value, ...frame.holds(value).flatMap(({ entries }) => [...entries.values()])];
  return among.map((one) => {
    const constant = onlyConstant(one);
    return constant === undefined ? signText(one) : textOf(constant);
  });
}

/** A path that was made absolute, with a directory in front of it or not: asking it for `..` says nothing. */
export function isOnlyResolved(taint: NonNullable<Argument['value']['taint']>): boolean {
  return isResolved({ taint }) && taint.view?.as !== 'normalised';
}

/** What holds of a text that does not contain another one. */
export function missing(text: string): KindSet {
  switch (text) {
    case '..':
    case '../':
      return kindSet('path-inside');
    case '/':
      return kindSet('path-relative') | kindSet('path-inside');
    case '//':
      return kindSet('single-slash');
    case '\n':
    case '\r':
      return kindSet('single-line');
    case "'":
      return kindSet('no-single-quote');
    case '"':
      return kindSet('no-double-quote');
    default:
      return 0n;
  }
}
