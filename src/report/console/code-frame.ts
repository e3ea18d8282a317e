// A source line with a marker under the place that a finding is about.
import type { FoundPlace } from '../../findings/finding-set.ts';
import { visibleText } from '../text/visible-text.ts';
import { displayWidth } from '../text/wrap-text.ts';
import type { Style } from './style.ts';

/**
 * Two lines, the source and the marker, of at most `width` columns: without the indentation, long lines cut around the
 * place. Nothing when the line is not to be shown.
 */
export function codeFrame(place: FoundPlace, width: number, paint: Style, mark: (text: string) => string): string[] {
  if (place.snippet === undefined || place.snippet.trim() === '') return [];
  const gutter = String(place.region.startLine).padStart(6);
  const room = width - gutter.length - 3;
  const start = place.region.startColumn - 1;
  const end = Math.max(start + 1, place.region.endColumn - 1);
  const indent = /^\s*/.exec(place.snippet)?.[0].length ?? 0;
  const part = (from: number, to: number) => visibleText(place.snippet?.slice(from, to).replaceAll('\t', '  ') ?? '');

  let before = part(Math.min(indent, start), start);
  let marked = part(start, end);
  let after = part(end, place.snippet.length).trimEnd();
  if (displayWidth(before + marked + after) > room) {
    before = keepEnd(before, Math.floor(room / 4));
    marked = keepStart(marked, room - displayWidth(before) - 1);
    after = keepStart(after, room - displayWidth(before) - displayWidth(marked));
  }
  const line = `${paint.dim(`${gutter} |`)} ${before}${marked}${after}`;
  const marker = `${paint.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(displayWidth(before))}${mark('^'.repeat(Math.max(1, displayWidth(marked))))}`;
  return [line, marker];
}

function keepStart(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  const points = [...text];
  while (points.length > 0 && displayWidth(points.join('')) > room - 1)
    points.length -= Math.max(1, Math.ceil((displayWidth(points.join('')) - room) / 2));
  return room > 0 ? `${points.join('')}…` : '';
}

function keepEnd(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let points = [...text];
  while (points.length > 0 && displayWidth(points.join('')) > room - 1)
    points = points.slice(Math.max(1, Math.ceil((displayWidth(points.join('')) - room) / 2)));
  return room > 0 ? `…${points.join('')}` : '';
}
