// Annotations as the lines a GitHub runner reads: `--format github`, for a workflow that runs the command line. In: the
// annotations. Out: text. Every other character than our own is escaped as the runner unescapes it.
import type { Annotation } from '../annotations.ts';

/** One command a line; empty without annotations. */
export function githubCommands(annotations: readonly Annotation[]): string {
  return annotations.map((annotation) => `${command(annotation)}\n`).join('');
}

function command({ level, title, message, place }: Annotation): string {
  const properties = [
    ...(place === undefined
      ? []
      : [
          ['file', place.file],
          ['line', String(place.line)],
          ['endLine', String(place.line)],
          ['col', String(place.column)],
          ['endColumn', String(place.endColumn)],
        ]),
    ['title', title],
  ].map(([name, value]) => `${name}=${escapeProperty(value!)}`);
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
