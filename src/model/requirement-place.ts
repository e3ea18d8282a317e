// Where in its file a dependency is written. In: the text of a packaging file and a dependency read from it. Out: the bytes of its version
// and of the whole entry. Packaging files are read as values, which have no places: the words are looked for again.
import { Buffer } from 'node:buffer';
import type { ByteRange } from '../base/region.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import type { Dependency } from './packaging.ts';

export interface RequirementPlace {
  /** What to point at: one line. */
  readonly range: ByteRange;
  /** The entry: name and version. */
  readonly entry: ByteRange;
}

/** The first place that says what the dependency says; undefined if the file writes it in a way that is not known here. */
export function requirementPlace(
  { name: file, text, start: before }: Pick<ConfigurationFile<undefined>, 'name' | 'text' | 'start'>,
  { name, range, locked }: Dependency,
): RequirementPlace | undefined {
  const constraint = (range?.text ?? '').trim();
  const pattern = !locked
    ? entry(name, constraint)
    : file === 'Pipfile.lock'
      ? jsonEntry(name, constraint)
      : tomlEntry(name, constraint.replace(/^===?\s*/, ''));
  for (const match of text.matchAll(pattern)) {
    const { lead = '', rest } = match.groups!;
    const start = match.index + lead.length;
    const end = match.index + match[0].length;
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    if (!locked && line.includes('#')) continue;
    const bytes = (from: number): ByteRange => ({
      start: before + Buffer.byteLength(text.slice(0, from)),
      end: before + Buffer.byteLength(text.slice(0, end)),
    });
    return { range: bytes(rest === undefined ? start : end - rest.length), entry: bytes(start) };
  }
  return undefined;
}

/** `name = "x"` and below it `version = "1"`; `rest` is what stands in the line of the version. */
function tomlEntry(name: string, version: string): RegExp {
  const between = '[^\\S\\n]*\\r?\\n';
  return new RegExp(`name\\s*=\\s*"${spelled(name)}"${between}(?<rest>version\\s*=\\s*"${escaped(version)}")`, 'gi');
}

/** `"x": { ... "version": "==1"`. */
function jsonEntry(name: string, constraint: string): RegExp {
  return new RegExp(`"${spelled(name)}"\\s*:\\s*\\{[^{}]*?(?<rest>"version"\\s*:\\s*"${escaped(constraint)}")`, 'gi');
}

/** `x==1`, `x[extra] >= 1`, `"x==1"`, `x = "^1"`, `x = { version = "^1", ...`. */
function entry(name: string, constraint: string): RegExp {
  const parts = constraint.split(',').map((part) => escaped(part.trim()).replace(/^((?:\\?[<>=!~^])+)/, '$1\\s*'));
  const words = parts.join('\\s*,\\s*');
  const before = '(?<lead>^[^\\S\\n]*["\']?|["\'])';
  const between = '\\s*(?:\\[[^\\]\\n]*\\])?["\']?\\s*(?:=\\s*)?(?:\\{[^}\\n]*?version\\s*=\\s*)?["\'(]?\\s*';
  return new RegExp(`${before}${spelled(name)}(?![\\w.-]*\\w)${constraint === '' ? '' : between + words}`, 'gim');
}

/** Any spelling of a normal name. */
function spelled(name: string): string {
  return name.split('-').map(escaped).join('[-_.]+');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
