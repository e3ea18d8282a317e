// Which parts of a body are taken for HTML: texts, but not dicts and lists that become JSON, and not text that was escaped or
// declared to be HTML before. In: what is given to a response, or returned by a handler. Out: the parts that do harm if untrusted.
import type { Frame } from '../interpreter/frame.ts';
import { parts } from '../interpreter/operators.ts';
import type { Value } from '../values/value.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { SinkPart } from './sink-part.ts';
import { constantText } from './sink-part.ts';

/** How a body comes to its client. */
export interface Body {
  /** It is what a handler returns, with status and headers where the framework has it so. */
  readonly isResult: boolean;
  /** A list of texts, or a dict with a body and headers, is a whole answer. */
  readonly isAnswer: boolean;
}

// What can become JSON, and an upload, is no text of a page.
const noTexts: readonly Shape[] = ['object', 'mapping', 'file'];
const safeTypes = /^(?:markupsafe\.Markup|django\.utils\.safestring\.Safe(?:String|Text))$/;
const translations = /(?:^|\.)_?(?:u?n?p?gettext(?:_lazy|_noop)?|lazy_n?p?gettext|trans(?:late)?)\(\)$/;

/** A text that escapes, or was said to be HTML where it was made. */
export function isMarkup({ denotes }: Value): boolean {
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && safeTypes.test(one.of));
}

/** The parts of a body that a browser would read as HTML. */
export function htmlParts(frame: Frame, kind: SinkKind, value: Value, body: Body): SinkPart[] {
  const content = body.isResult ? contentOf(frame, value, body) : textsOnly(frame, value);
  if (content === undefined) return [];
  return parts(content).flatMap((part) =>
    typeof part === 'string' || isMarkup(part.hole) || isTranslation(part.hole)
      ? []
      : [{ kind, value: part.hole, without: noTexts }],
  );
}

/** A constant text in the reader's language. */
function isTranslation({ denotes, taint }: Value): boolean {
  if (taint !== undefined && taint.marks.length > 0) return false;
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && translations.test(one.of));
}

/** A dict becomes JSON, and so does an object of the checkout. */
function textsOnly(frame: Frame, value: Value): Value | undefined {
  return frame.holds(value).some(({ kind }) => kind === 'dict' || kind === 'instance') ? undefined : value;
}

/** The body in what a handler returns; undefined if there is none that is HTML. */
function contentOf(frame: Frame, value: Value, body: Body): Value | undefined {
  const held = frame.holds(value);
  if (held.length === 0) return value.denotes.some(({ kind }) => kind === 'object') ? undefined : value;
  const [only] = held;
  if (held.length > 1 || only === undefined) return undefined;
  switch (only.kind) {
    case 'tuple': {
      const [first, ...others] = only.entries.values();
      if (first === undefined || others.some((other) => saysOther(frame, other))) return undefined;
      return contentOf(frame, first, { ...body, isAnswer: false });
    }
    case 'dict': {
      const text = only.entries.get('sbody');
      const headers = only.entries.get('sheaders');
      return body.isAnswer && headers !== undefined && typeIn(frame, headers)?.includes('html') === true ? text : undefined;
    }
    case 'list':
      return body.isAnswer ? value : undefined;
    default:
      return undefined;
  }
}

/** Headers that say the content is something else. */
function saysOther(frame: Frame, headers: Value): boolean {
  const type = typeIn(frame, headers);
  return type !== undefined && !/html|svg/i.test(type);
}

/** The content type in a dict of headers. */
function typeIn(frame: Frame, headers: Value): string | undefined {
  for (const held of frame.holds(headers)) {
    for (const [key, value] of held.entries) {
      if (/^scontent-type$/i.test(key)) return constantText(value);
    }
  }
  return undefined;
}
