import { readFileSync } from 'node:fs';
import type { Analysis, Detection } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import type { FilePath } from '../../src/base/file-path.ts';
import type { ByteRange } from '../../src/base/region.ts';
import type { SourceFile, SourceSet } from '../../src/discover/source-set.ts';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import type { RuleView } from '../../src/findings/rule-view.ts';
import { settle } from '../../src/findings/settle.ts';
import type { SettleInput } from '../../src/findings/settle.ts';
import type { FileFacts } from '../../src/parse/file-facts.ts';
import { createFlatParser } from '../../src/parse/flat-parser.ts';
import { LoweredTree } from '../../src/parse/lowered-tree.ts';
import { decodeFile } from '../../src/parse/read-source.ts';
import { createReader } from '../../src/parse/reread.ts';
import type { Reader } from '../../src/parse/reread.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));
const parser = createFlatParser(module);
const noNames = { size: 1, text: () => '', find: () => 0 };

export interface SmallProject {
  readonly facts: readonly FileFacts[];
  readonly sources: SourceSet;
  readonly reader: Reader;
  /** Bytes of a part of a file's text; `after`: the first occurrence behind that text. */
  readonly range: (path: string, part: string, after?: string) => ByteRange;
  /** A detection at a part of a file; its statement is the line without white space and comment unless given. */
  readonly detect: (
    path: string,
    rule: string,
    part: string,
    more?: Partial<Detection> & { readonly after?: string },
  ) => Detection;
}

/** Files in memory, parsed by the real parser. */
export function smallProject(files: Readonly<Record<string, string | Uint8Array>>): SmallProject {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  const listed = [...contents].map(([path, { length }]): SourceFile => ({
    path: filePath(path),
    absolutePath: `/nowhere/${path}`,
    kind: path.endsWith('.ipynb') ? 'notebook' : 'python',
    size: length,
  }));
  listed.sort((a, b) => (a.path < b.path ? -1 : 1));
  const textOf = (path: string): Buffer => {
    const source = decodeFile(
      listed.find((file) => file.path === path)!,
      contents.get(path)!,
    );
    if (source.kind !== 'text') throw new Error(`cannot decode ${path}`);
    return Buffer.from(source.bytes);
  };
  const facts = listed.map((file): FileFacts => {
    const bytes = textOf(file.path);
    const { words, comments, lineStarts } = parser.lower(bytes);
    const texts: string[] = [];
    for (let at = 0; at < comments.length; at += 2) texts.push(bytes.toString('utf8', comments[at], comments[at + 1]));
    return {
      file,
      tree: new LoweredTree(words, lineStarts, { ranges: comments, texts }, noNames),
      problems: [],
      skipped: [],
    };
  });
  const range = (path: string, part: string, after = ''): ByteRange => {
    const text = textOf(path);
    const from = text.indexOf(after);
    const start = text.indexOf(part, from + after.length);
    if (from < 0 || start < 0) throw new Error(`${path} has no ${JSON.stringify(part)}`);
    return { start, end: start + Buffer.byteLength(part) };
  };
  return {
    facts,
    sources: { root: '/nowhere', files: listed, skipped: [], projectFiles: [], listedBy: 'git', problems: [] },
    reader: createReader(
      () => parser,
      (file) => contents.get(file.path)!,
    ),
    range,
    detect(path, rule, part, { after, ...more } = {}) {
      const place = range(path, part, after);
      return {
        file: filePath(path),
        range: place,
        rule,
        tier: rule.startsWith('BP') ? 'note' : 'defect',
        message: `${rule} here.`,
        statement: lineRange(textOf(path), place.start),
        scope: '<module>',
        related: [],
        flows: [],
        rank: {},
        inTest: false,
        ...more,
      };
    },
  };
}

function lineRange(text: Buffer, offset: number): ByteRange {
  let start = offset;
  while (start > 0 && text[start - 1] !== 10 && text[start - 1] !== 13) start--;
  let end = offset;
  while (end < text.length && text[end] !== 10 && text[end] !== 13) end++;
  const line = text.toString('latin1', start, end).replace(/#.*$/, '');
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

/** A rule with what a test does not care about filled in. */
export function rule(code: string, more: Partial<RuleView> = {}): RuleView {
  const practice = code.startsWith('BP');
  return {
    code,
    id: `rule-${code.toLowerCase()}`,
    category: practice ? 'practice' : 'security',
    severity: practice ? { test: 'note', production: 'note' } : 8,
    precision: 'high',
    tier: 'defect',
    overlaps: [],
    peers: {},
    fix: `Mend ${code}.`,
    ...more,
  };
}

export function analysisOf(
  detections: readonly Detection[],
  paths: readonly FilePath[],
  rulesRun: readonly string[],
): Analysis {
  return {
    detections,
    coverage: {
      files: paths.map((path) => ({ path, lines: 1, test: false, description: '' })),
      functions: 0,
      rulesRun,
      familiesNotExamined: [],
      sinks: [],
      credited: [],
      entryPoints: 0,
      inventory: new Map(),
      unresolvedImports: 0,
      deferred: new Map(),
      facts: [],
    },
    reviewed: { description: '' },
    problems: [],
  };
}

/** Settles detections in a project under rules, all of which ran. */
export function settled(
  project: SmallProject,
  detections: readonly Detection[],
  rules: readonly RuleView[],
  more: Partial<SettleInput['options']> = {},
): FindingSet {
  return settle({
    analysis: analysisOf(
      detections,
      project.facts.map(({ file }) => file.path),
      rules.map(({ code }) => code),
    ),
    facts: project.facts,
    sources: project.sources,
    rules,
    options: { minSeverity: 'low', requireSuppressionReason: false, ...more },
    reader: project.reader,
  });
}
