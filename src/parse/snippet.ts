// Parses small pieces of code that are in memory already, such as the text of a comment.
// In: text. Out: a lowered tree with names of its own. Leaves alone: files; `parse` reads those.
import { createFlatParser, ParserFailure } from './flat-parser.ts';
import { LoweredTree } from './lowered-tree.ts';
import { NameMapping, NameTable } from './name-table.ts';
import { parserModule } from './parse.ts';

/** Undefined if the parser gives the text up. Numbers of names mean nothing outside the tree. */
export type SnippetParser = (text: string) => LoweredTree | undefined;

/** A parser that is made at the first call: most runs need none. */
export function createSnippetParser(): SnippetParser {
  const start = (): { lower: ReturnType<typeof createFlatParser>; names: NameTable; mapping: NameMapping } => {
    const names = new NameTable();
    return { lower: createFlatParser(parserModule()), names, mapping: new NameMapping(names) };
  };
  let parser: ReturnType<typeof start> | undefined;
  return (text) => {
    parser ??= start();
    try {
      const lowered = parser.lower.lower(new TextEncoder().encode(text));
      const names = parser.mapping.add(parser.lower.takeNewTexts());
      return new LoweredTree(
        lowered.words,
        lowered.lineStarts,
        { ranges: lowered.comments, texts: [] },
        parser.names,
        names,
      );
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = undefined;
      return undefined;
    }
  };
}
