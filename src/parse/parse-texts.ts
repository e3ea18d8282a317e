// Parses texts in memory, as `parse` does files. In: Python texts by path. Out: their facts, by path. Leaves alone: encodings, notebooks and
// problems; the texts are those of examples.
import { filePath } from '../base/file-path.ts';
import type { SourceFile, SourceKind } from '../discover/source-set.ts';
import type { FileFacts } from './file-facts.ts';
import { createFlatParser } from './flat-parser.ts';
import { LoweredTree } from './lowered-tree.ts';
import { NameMapping, NameTable } from './name-table.ts';
import type { ParsedSources } from './parse.ts';
import { parserModule } from './parse.ts';

/** Sorted by path, as `discover` sorts files. */
export function parseTexts(files: Readonly<Record<string, string>>): ParsedSources {
  // A parser of its own, so that the project knows no texts but its own.
  const parser = createFlatParser(parserModule());
  const names = new NameTable();
  const mapping = new NameMapping(names);
  const facts = Object.keys(files)
    .sort()
    .map((path): FileFacts => {
      const bytes = new TextEncoder().encode(files[path]);
      const { words, lineStarts, comments } = parser.lower(bytes);
      const globalNames = mapping.add(parser.takeNewTexts());
      const texts: string[] = [];
      for (let i = 0; i < comments.length; i += 2) {
        texts.push(new TextDecoder().decode(bytes.subarray(comments[i], comments[i + 1])));
      }
      const tree = new LoweredTree(words, lineStarts, { ranges: comments, texts }, names, globalNames);
      return { file: sourceFile(path, bytes.length), tree, problems: [], skipped: [] };
    });
  return { facts, names };
}

function sourceFile(path: string, size: number): SourceFile {
  const kind: SourceKind = path.endsWith('.pyi') ? 'stub' : path.endsWith('.ipynb') ? 'notebook' : 'python';
  return { path: filePath(path), absolutePath: `/checkout/${path}`, kind, size };
}
