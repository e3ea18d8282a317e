// What is written as a literal: `repr(x)`, `!r`, `%r`. Line breaks, quotes and braces in it are escaped, so that it stays one value in
// one line. In: a value. Out: the same, harmless for logs and as a part of code.
import type { Frame } from '../interpreter/frame.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Credit } from '../values/taint.ts';
import { cleanTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, withTaint } from '../values/value.ts';

const kinds = kindSet('log') | kindSet('code') | kindSet('expression') | kindSet('single-line');

/** A value as `repr` writes it; `name`: how the code asks for it. */
export function quoted(frame: Frame, node: number, name: string, value: Value): Value {
  const { taint } = frame.whole(value);
  if (!isTainted(taint)) return value;
  const credit: Credit = { kind: 'sanitizer', name, module: frame.module, node, kinds };
  return withTaint(changeValue(value, { text: undefined }), cleanTaint(taint, kinds, credit));
}
