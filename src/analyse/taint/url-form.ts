// Which parts of a URL decide where a request goes: scheme and host, and the path behind them.
import { parts } from '../interpreter/operators.ts';
import type { TextPart, Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

/** Scheme and host, then the path: which holes stand in which. */
export function urlParts(value: Value): SinkPart[] {
  const found: SinkPart[] = [];
  let before = '';
  let isPath = false;
  for (const part of parts(value)) {
    if (typeof part === 'string') {
      before += part;
      // What stands behind `scheme://host/` can change neither.
      if (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*[/?#]/i.test(before) || /^\/[^/\\]/.test(before)) isPath = true;
      continue;
    }
    const host = hostOf(part);
    found.push({ kind: isPath ? 'url-path' : 'url', value: part.hole });
    // A base that stands first, whoever set it, decides the host; if it is untrusted it has been reported.
    if (!isPath && before === '') isPath = true;
    before += host;
  }
  return found;
}

function hostOf(part: TextPart): string {
  return typeof part === 'string' ? part : 'x';
}

/** A location in this site, or on a host that is fixed. */
export function isRooted(value: Value): boolean {
  const [first] = parts(value);
  if (typeof first !== 'string') return false;
  return /^\/[^/\\]/.test(first) || /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+[/?#]/i.test(first) || /^[?#]/.test(first);
}

