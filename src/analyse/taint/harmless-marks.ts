// Whether what came from outside can still do harm at a sink. In: a kind of sink, and a mark with what it was cleaned and checked for. Leaves
// alone: what a value is besides, a constant or a number.
import type { SinkKind } from '../../rules/kinds.ts';
import { allKinds, hasKind } from '../values/kind-set.ts';
import type { Mark, Source } from '../values/taint.ts';
import { changeMark, harmless } from '../values/taint.ts';
import { isCheckedBefore } from './late-normal-form.ts';
import { isNameOfUpload } from './upload-form.ts';

/** Whether a mark can do no harm if a caller passes what a check of it needs. */
export function mayBeHarmless(kind: SinkKind, mark: Mark): boolean {
  if (mark.provided === undefined) return false;
  const cleaned = mark.provided.reduce((all, { kinds }) => all | kinds, mark.cleaned);
  return isHarmless(kind, changeMark(mark, { cleaned }));
}

const cookies = /(?:^|\.)(?:cookies|COOKIES|get_cookie|get_secure_cookie|get_signed_cookie)(?:\(\))?$/;

function isCookie({ name, key }: Source): boolean {
  return cookies.test(name) || key?.toLowerCase() === 'cookie' || key === 'HTTP_COOKIE';
}

/** Whether a mark was checked in a way that leaves little: worth a review. */
export function isHalfChecked(kind: SinkKind, { cleaned }: Mark): boolean {
  if (kind === 'html' || kind === 'safe-html') return hasKind(cleaned, 'no-tag');
  return kind === 'redirect' && hasKind(cleaned, 'by-parser');
}

/** Whether a mark can do no harm at a sink of a kind. */
export function isHarmless(kind: SinkKind, mark: Mark): boolean {
  const { cleaned } = mark;
  // A text is no amount: it would only raise.
  if (kind === 'size' && mark.source !== undefined && mark.shape !== 'object' && !harmless(mark)) return true;
  // What a visitor's cookie holds already, no link has put there.
  if (kind === 'cookie' && mark.source !== undefined && isCookie(mark.source)) return true;
  if (kind === 'upload' && mark.source !== undefined && !isNameOfUpload(mark.source)) return true;
  if (kind === 'unicode-form' && mark.source !== undefined && !isCheckedBefore(mark)) return true;
  if (cleaned === 0n) return false;
  // An address that was parsed is still the client's choice; one that was compared is not.
  if (kind === 'decision') return mark.credits.some((credit) => credit.kind === 'guard' && hasKind(credit.kinds, kind));
  if (cleaned === allKinds || hasKind(cleaned, kind)) return true;
  const isBelow = hasKind(cleaned, 'path-resolved') && hasKind(cleaned, 'path-below');
  if (kind === 'url-path' && isBelow) return true;
  if (kind === 'path') {
    return isBelow || (hasKind(cleaned, 'path-inside') && hasKind(cleaned, 'path-relative'));
  }
  if (kind === 'redirect')
    return hasKind(cleaned, 'single-slash') && (hasKind(cleaned, 'rooted') || hasKind(cleaned, 'by-parser'));
  if (kind === 'header' || kind === 'log' || kind === 'mail' || kind === 'config')
    return hasKind(cleaned, 'single-line');
  if (kind === 'markup' || kind === 'html-text') return hasKind(cleaned, 'html');
  return kind === 'nosql' && hasKind(cleaned, 'text');
}
