// Our own patterns meet texts that anybody may have written: none may take exponential time. The judge is the analysis behind PV255.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isExponential } from '../src/analyse/patterns/ambiguity.ts';
import { parsePattern } from '../src/analyse/patterns/parse-pattern.ts';

const root = join(import.meta.dirname, '..');

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** Regular expression literals of a source file, as `line: source`. */
function literalsOf(path: string): { readonly place: string; readonly source: string; readonly flags: string }[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest);
  const found: { place: string; source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ place: `${path}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const notPatterns = new Set(['bad', 'good', 'ok', 'message', 'messages', 'why', 'fix', 'title', 'references']);

/** Texts of a rule or model that have a loop in them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return /[)\]][+*]|\w[+*]/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (notPatterns.has(key) ? [] : textsOf(inner)));
}

function isSlow(source: string, flags: string): boolean {
  const parsed = parsePattern(source, { ignoreCase: flags.includes('i'), dotAll: flags.includes('s'), verbose: false });
  return parsed !== undefined && isExponential(parsed.tree, false);
}

describe('no pattern of ours takes exponential time', () => {
  test('the judge finds one', () => expect(isSlow('^[a-z]+(?:[_-]?[a-z]+)*$', '')).toBe(true));

  test('in the sources', () => {
    const all = filesIn('src', '.ts').flatMap(literalsOf);
    expect(all.length).toBeGreaterThan(500);
    expect(
      all.filter(({ source, flags }) => isSlow(source, flags)).map(({ place, source }) => `${place} ${source}`),
    ).toEqual([]);
  });

  test('in rules and models', () => {
    const slow = filesIn('rules', '.yml').flatMap((path) =>
      textsOf(parse(readFileSync(join(root, path), 'utf8')))
        .filter((text) => isSlow(text, 'i'))
        .map((text) => `${path} ${text}`),
    );
    expect(slow).toEqual([]);
  });
});
