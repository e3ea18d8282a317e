// Reads a YAML file against a schema. A mistake is reported where it was made: path, line, field, what was expected.
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod/mini';
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';
import { knownKeys } from './known-keys.ts';

z.config(z.locales.en());

export interface YamlFile {
  /** Relative to the repository, for messages. */
  readonly path: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

/** Parses the text (YAML 1.2, unique keys). Throws ConfigurationError for what is no YAML. */
export function parseYamlFile(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new ConfigurationError(`${path}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
  try {
    return { path, document, lines, value: document.toJS() };
  } catch (fault) {
    // A few lines of aliases of aliases stand for more than any machine holds.
    if (!(fault instanceof ReferenceError)) throw fault;
    throw new ConfigurationError(`${path}:1: ${fault.message}`);
  }
}

/** The file's value as the schema gives it out. Throws ConfigurationError with one line per mistake, in file order. */
export function checkYamlFile<T>(file: YamlFile, schema: z.ZodMiniType<T>): T {
  const result = z.safeParse(schema, file.value, { reportInput: true });
  if (result.success) return result.data;
  const mistakes = result.error.issues
    .flatMap((issue) => {
      const inner = innermost(issue);
      return inner.code === 'unrecognized_keys' ? unknownKeys(file, inner, schema) : [described(file, inner)];
    })
    .sort((a, b) => a.line - b.line);
  throw new ConfigurationError(mistakes.map(({ line, message }) => `${file.path}:${line}: ${message}`).join('\n'));
}

/** Error about one field, for checks that a schema cannot make. */
export function fieldError(file: YamlFile, path: readonly PropertyKey[], message: string): ConfigurationError {
  return new ConfigurationError(`${file.path}:${lineOf(file, path)}: ${fieldName(path)}${message}`);
}

interface Mistake {
  readonly line: number;
  readonly message: string;
}

function described(file: YamlFile, issue: Issue): Mistake {
  const absent = issue.path.length > 0 && !file.document.hasIn(issue.path);
  return {
    line: lineOf(file, issue.path),
    message: `${fieldName(issue.path)}${absent ? 'missing, ' : ''}${complaint(issue)}`,
  };
}

function complaint(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_key' && issue.issues[0]) return issue.issues[0].message;
  return issue.message.replace(/^Invalid (?:input|option): /, '');
}

function unknownKeys(file: YamlFile, issue: Issue & { code: 'unrecognized_keys' }, schema: z.ZodMiniType): Mistake[] {
  const known = knownKeys(schema, issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    return { line: lineOf(file, path), message: `${fieldName(path)}unknown field${didYouMean(key, known)}` };
  });
}

/**
 * Of the alternatives of a union, the mistake of the one that came furthest: whoever wrote an object with a wrong field
 * is told about the field and not that a text was expected. The paths become absolute.
 */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const candidates = issue.errors
    .filter((alternative) => alternative.length > 0 && !alternative.some((inner) => wrongShape(inner)))
    .map((alternative) => innermost(alternative[0]!));
  const [best] = candidates.sort((a, b) => b.path.length - a.path.length);
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

/** True for a mistake that says the value is of another type altogether. */
function wrongShape(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((alternative) => alternative.some(wrongShape));
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== 'string');
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '';
  return `${path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')}: `;
}

/** Line of a field, of the nearest one around it that exists if it is missing. From 1. */
export function lineOf(file: YamlFile, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsetOf(file.document, path.slice(0, length));
    if (offset !== undefined) return file.lines.linePos(offset).line;
  }
  return 1;
}

/** Where a field's key stands; of a list's item, where the item does. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
  return node?.range?.[0];
}
