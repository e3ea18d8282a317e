// Names under which an upload is kept where the server hands files out or runs them. In: a path as far as it is known. Out: the part that keeps
// the ending its sender chose. Leaves alone: where the path leads, and directories that nothing tells to be served.
import type { Source } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

const served = /(?:^|[/\\])(?:static|media|templates|public|uploads?|www|htdocs|assets)(?:[/\\]|$)/i;

/** What stands behind such a directory, if the ending is not ours. */
export function uploadParts(value: Value): SinkPart[] {
  if (value.text === undefined) return [];
  const parts = soundParts(value);
  const last = parts.at(-1);
  if (last === undefined || typeof last === 'string') return [];
  const before = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  return served.test(before) ? [{ kind: 'upload', value: last.hole }] : [];
}

/** The name that its sender gave to a file. */
export function isNameOfUpload({ name }: Source): boolean {
  return /(?:^|\.)(?:filename|name)$/.test(name);
}
