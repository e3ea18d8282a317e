// A part of a value at a sink, and small questions about values that several forms ask.
import type { SinkKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import { parts } from '../interpreter/operators.ts';
import { textOf } from '../values/constant.ts';
import type { Source } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import { changeValue, onlyConstant } from '../values/value.ts';

export interface SinkPart {
  readonly kind: SinkKind;
  readonly value: Value;
  /** Worth a review only. */
  readonly review?: boolean;
  /** Worth a review only where it is from such a source. */
  readonly reviewFrom?: (source: Source) => boolean;
  /** The name of a program that is started without a shell: harmless unless somebody from outside chooses it. */
  readonly isProgram?: boolean;
  /** Only what may be a dict or list does harm. */
  readonly objectsOnly?: boolean;
  /** What has one of these shapes does none. */
  readonly without?: readonly Shape[];
}

/** Elements of a list whose beginning is known, then what else it may hold. */
export function elementsOf(frame: Frame, value: Value): Value[] | undefined {
  const held = frame.holds(value).find(({ kind }) => kind === 'list' || kind === 'tuple');
  if (held === undefined) return undefined;
  const known = [...held.entries.values()];
  return held.rest === undefined ? known : [...known, held.rest];
}

/** The text of a value that is one constant. */
export function constantText(value: Value): string | undefined {
  const constant = onlyConstant(value);
  return constant === undefined ? undefined : textOf(constant);
}

/** The text begins with a known part: what follows is no option, name or scheme of its own. */
export function startsConstant(value: Value): boolean {
  const [first] = parts(value);
  return typeof first === 'string' && first !== '';
}

/** The same, or it begins with something that is not from outside: `f"{reverse(name)}?q={word}"`. */
export function startsAsOurs(frame: Frame, value: Value): boolean {
  if (startsConstant(value)) return true;
  const [first] = soundParts(value).filter((part) => part !== '');
  if (first === undefined || typeof first === 'string') return first !== undefined;
  return !isTainted(frame.whole(first.hole).taint);
}

/**
 * The parts of a text, if they are all there is to say of what is untrusted in it; the value as one part where it may be something
 * else as well.
 */
export function soundParts(value: Value): readonly TextPart[] {
  const { text, taint } = value;
  if (text === undefined || taint === undefined) return parts(value);
  const inner = text.flatMap((part) => (typeof part === 'string' ? [] : (part.hole.taint?.marks ?? [])));
  const isWhole = taint.marks.every((mark) =>
    inner.some(
      (one) =>
        one.source === mark.source &&
        one.parameter?.text === mark.parameter?.text &&
        (one.cleaned & ~mark.cleaned) === 0n,
    ),
  );
  if (!isWhole) return [{ hole: changeValue(value, { text: undefined }) }];
  // A text that was put into this one.
  return text.flatMap((part) =>
    typeof part === 'string' || part.hole.text === undefined ? [part] : soundParts(part.hole),
  );
}
