// Operators on text that escapes: what is added to a Markup, or put into its holes, comes out escaped. In: the operands. Out: the
// result, harmless in HTML; undefined where neither is such a text.
import type { Frame } from '../interpreter/frame.ts';
import { kindSet } from '../values/kind-set.ts';
import { cleanTaint, derivedTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, instanceOf } from '../values/value.ts';

const MARKUP = 'markupsafe.Markup';
const kinds = kindSet('html') | kindSet('safe-html') | kindSet('mail-html');

/** `left operator right` where one of them is a Markup. */
export function escapingOperator(
  frame: Frame,
  node: number,
  operator: string,
  left: Value,
  right: Value,
): Value | undefined {
  if (!isEscaping(left) && !(operator === '+' && isEscaping(right))) return undefined;
  if (operator !== '+' && operator !== '%' && operator !== '*') return undefined;
  const taint = derivedTaint([frame.whole(left).taint, frame.whole(right).taint]);
  const credit = { kind: 'sanitizer' as const, name: '`Markup`', module: frame.module, node, kinds };
  return changeValue(instanceOf(MARKUP), { taint: cleanTaint(taint, kinds, credit) });
}

function isEscaping({ denotes }: Value): boolean {
  return denotes.length === 1 && denotes[0]!.kind === 'instance' && denotes[0]!.of === MARKUP;
}
