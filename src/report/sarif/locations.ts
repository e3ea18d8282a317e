// Locations of SARIF from the places of findings: relative percent-encoded URIs under SRCROOT, one-line regions.
import type { Location, PhysicalLocation, Region as SarifRegion } from 'sarif';
import type { Region } from '../../base/region.ts';
import type { FoundPlace } from '../../findings/finding-set.ts';
import { encodePath } from '../text/markdown-text.ts';
import { shortenEnd } from '../text/shorten.ts';
import { wellFormed } from '../text/visible-text.ts';
import { escapeMessage } from './message-text.ts';

export const rootId = 'SRCROOT';
const snippetLimit = 300;

/** Shown instead of source text on a line that holds a secret. */
export const redacted = '(not shown: this line holds a secret)';

export function artifactLocation(path: string): { uri: string; uriBaseId: string } {
  return { uri: encodePath(path), uriBaseId: rootId };
}

/** A place with its own snippet; `secret` puts the redaction in its stead. */
export function physicalLocation(place: FoundPlace, secret: boolean): PhysicalLocation {
  const text = secret ? redacted : snippetOf(place);
  return {
    artifactLocation: artifactLocation(place.file),
    region: text === undefined ? regionOf(place.region) : { ...regionOf(place.region), snippet: { text } },
  };
}

/** A place with an id that messages link to, and its own message. */
export function linkedLocation(id: number, place: FoundPlace, message: string, secret: boolean): Location {
  return { id, physicalLocation: physicalLocation(place, secret), message: { text: escapeMessage(message) } };
}

/** The four numbers, never an inverted or empty-negative range. */
export function regionOf(region: Region): SarifRegion {
  const { startLine, startColumn } = region;
  const endLine = Math.max(region.endLine, startLine);
  const endColumn = endLine === startLine ? Math.max(region.endColumn, startColumn) : region.endColumn;
  return { startLine, startColumn, endLine, endColumn };
}

/** Whether `outer` holds all of `inner` and more: SARIF's condition for a context region. */
export function surrounds(outer: Region, inner: Region): boolean {
  const starts =
    outer.startLine < inner.startLine ||
    (outer.startLine === inner.startLine && outer.startColumn <= inner.startColumn);
  const ends = outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn);
  const same =
    outer.startLine === inner.startLine &&
    outer.startColumn === inner.startColumn &&
    outer.endLine === inner.endLine &&
    outer.endColumn === inner.endColumn;
  return starts && ends && !same;
}

// The text of the region, cut out of the line where the line was kept that far.
function snippetOf(place: FoundPlace): string | undefined {
  if (place.snippet === undefined) return undefined;
  const part = place.snippet.slice(place.region.startColumn - 1, place.region.endColumn - 1);
  const whole = place.region.endColumn - 1 <= place.snippet.length && part !== '';
  return shortenEnd(wellFormed(whole ? part : place.snippet), snippetLimit);
}
