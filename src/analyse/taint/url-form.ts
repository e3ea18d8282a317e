// Which parts of a URL decide where a request or a redirect goes: scheme and host, and the path behind them.
import type { Frame } from '../interpreter/frame.ts';
import { changeMark, isTainted, mapMarks } from '../values/taint.ts';
import { hasKind, kindSet } from '../values/kind-set.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import { pathParts } from './path-form.ts';
import type { SinkPart } from './sink-part.ts';
import { elementsOf, soundParts } from './sink-part.ts';

// What stands behind `scheme://host/`, `/path` or `?` can change neither scheme nor host.
const settled = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*[/?#]|^\/[^/\\]|^[?#]/i;

// What stands behind this is a host.
const host = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]*$/i;

/** Scheme and host, then the path: which holes stand in which. Of a pair `(host, port)` the host. */
export function urlParts(frame: Frame, value: Value): SinkPart[] {
  const pair = frame.holds(value).find(({ kind }) => kind === 'tuple');
  const whole = pair === undefined ? value : (elementsOf(frame, value)?.[0] ?? value);
  const found: SinkPart[] = [];
  let before = '';
  let isPath = false;
  for (const part of soundParts(whole)) {
    if (typeof part === 'string') {
      before += part;
      if (settled.test(before)) isPath = true;
      continue;
    }
    // A proxy that hands on all of the path has no other in mind.
    if (before !== 'x' || !isWholePath(part.hole)) found.push(...pathParts(isPath ? 'url-path' : 'url', part.hole));
    // A base that stands first, whoever set it, decides the host; if it is untrusted it has been reported.
    if (!isPath && before === '') isPath = true;
    before += 'x';
  }
  return found;
}

/** The path of the request itself, as it came. */
function isWholePath({ taint, text }: Value): boolean {
  if (text !== undefined || !isTainted(taint)) return false;
  return taint.marks.every(
    ({ source }) =>
      source?.key === undefined &&
      /\.(?:path_qs|full_path|raw_path|rel_url|url\.path|path|get_full_path\(\))$/.test(source?.name ?? ''),
  );
}

/** The parts of a redirect's target that can lead to another host. */
export function redirectParts(frame: Frame, value: Value): SinkPart[] {
  const found: SinkPart[] = [];
  let before = '';
  for (const part of soundParts(value)) {
    if (typeof part === 'string') {
      before += part;
    } else if (before === '/' && isRootless(frame, part.hole)) {
      // One slash in front of what begins with none is a path of this site.
      break;
    } else {
      found.push({ kind: 'redirect', value: host.test(before) ? part.hole : asSegment(part.hole) });
      // What follows a base hangs on it.
      if (before === '') break;
      before += 'x';
    }
    if (settled.test(before)) break;
  }
  return found;
}

/** What has neither slash nor colon names no host. */
function asSegment(value: Value): Value {
  const taint = mapMarks(value.taint, (mark) =>
    hasKind(mark.cleaned, 'url-segment') ? changeMark(mark, { cleaned: mark.cleaned | kindSet('redirect') }) : mark,
  );
  return taint === undefined ? value : withTaint(value, taint);
}

/** It does not begin with a slash, whatever way it came. */
function isRootless(frame: Frame, value: Value): boolean {
  return frame.whole(value).taint?.marks.every(({ cleaned }) => hasKind(cleaned, 'path-relative')) === true;
}
