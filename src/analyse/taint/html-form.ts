// Which parts of a body are taken for HTML: texts, but not dicts and lists that become JSON, and not text that was escaped or
// declared to be HTML before. In: what is given to a response, or returned by a handler. Out: the parts that do harm if untrusted.
import type { Frame } from '../interpreter/frame.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { ModelEntry, Shape } from '../../rules/model-schema.ts';
import type { SinkPart } from './sink-part.ts';
import { escapedInVain, withTagsInTags } from './html-quoting.ts';
import { constantText, soundParts } from './sink-part.ts';

// What can become JSON, and an upload, is no text of a page.
const noTexts: readonly Shape[] = ['object', 'mapping', 'file'];
const safeTypes = /^(?:markupsafe\.Markup|django\.utils\.safestring\.Safe(?:String|Text))$/;
const translations = /(?:^|\.)_?(?:u?n?p?gettext(?:_lazy|_noop)?|lazy_n?p?gettext|trans(?:late)?)\(\)$/;

/** A text that escapes, or was said to be HTML where it was made. */
export function isMarkup({ denotes }: Value): boolean {
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && safeTypes.test(one.of));
}

/** The same, with nothing untrusted in it that could have come another way. */
function isSafe(value: Value): boolean {
  return isMarkup(value) && !isTainted(value.taint);
}

/** The parts of a body that a browser would read as HTML. */
export function htmlParts(frame: Frame, kind: SinkKind, value: Value, entry: ModelEntry): SinkPart[] {
  const isResult = (entry.decorator ?? entry.method ?? entry.function ?? entry.registrar) !== undefined;
  if (kind === 'mail-html') return mailedHtml(frame, value).flatMap((one) => htmlText(kind, one));
  const content = isResult ? contentOf(frame, value, entry.content === 'html') : textsOnly(frame, value);
  if (content === undefined) return [];
  return htmlText(kind, content);
}

function htmlText(kind: SinkKind, content: Value): SinkPart[] {
  const text = soundParts(content);
  const holes = withTagsInTags(text).flatMap((part) =>
    typeof part === 'string' || isSafe(part.hole) || isTranslation(part.hole) ? [] : [part.hole],
  );
  return [...holes, ...escapedInVain(text)].map((value) => ({
    kind,
    value,
    ...(content.text === undefined ? { without: noTexts } : {}),
  }));
}

/** What a service that sends mail is given: the HTML itself, or a dict with it under its name. */
function mailedHtml(frame: Frame, value: Value, depth = 0): Value[] {
  const held = frame.holds(value).filter(({ kind }) => kind !== 'tuple');
  if (held.length === 0) return [value];
  if (depth > 4) return [];
  return held.flatMap(({ kind, entries, rest }) => {
    if (kind !== 'dict')
      return [...entries.values(), ...(rest === undefined ? [] : [rest])].flatMap((one) => inDict(frame, one, depth));
    return [...entries].flatMap(([key, one]) => {
      if (!/^s(?:html|html_?part|html_?body|html_?content)$/i.test(key)) return inDict(frame, one, depth);
      const data = frame.holds(one).flatMap((part) => part.entries.get('sData') ?? []);
      return data.length > 0 ? data : [one];
    });
  });
}

/** Names that are not HTML lead on to dicts that may hold it. */
function inDict(frame: Frame, value: Value, depth: number): Value[] {
  return frame.holds(value).length === 0 ? [] : mailedHtml(frame, value, depth + 1);
}

/** A constant text in the reader's language. */
function isTranslation({ denotes, taint }: Value): boolean {
  if (isTainted(taint)) return false;
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && translations.test(one.of));
}

/** A dict becomes JSON, and so does an object of the checkout. */
function textsOnly(frame: Frame, value: Value): Value | undefined {
  return frame.holds(value).some(({ kind }) => kind === 'dict' || kind === 'instance') ? undefined : value;
}

/**
 * The body in what a handler returns; undefined if there is none that is HTML. `isAnswer`: a list of texts, or a dict with body and
 * headers, is a whole answer.
 */
function contentOf(frame: Frame, value: Value, isAnswer: boolean): Value | undefined {
  const held = frame.holds(value);
  if (held.length === 0) return value.denotes.some(({ kind }) => kind === 'object') ? undefined : value;
  const [only] = held;
  if (held.length > 1 || only === undefined) return undefined;
  switch (only.kind) {
    case 'tuple': {
      const [first, ...others] = only.entries.values();
      if (first === undefined || others.some((other) => saysOther(frame, other))) return undefined;
      return contentOf(frame, first, false);
    }
    case 'dict': {
      const text = only.entries.get('sbody');
      const headers = only.entries.get('sheaders');
      return isAnswer && headers !== undefined && typeIn(frame, headers)?.includes('html') === true ? text : undefined;
    }
    case 'list':
      return isAnswer ? value : undefined;
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
