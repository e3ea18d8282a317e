// Our parser: tree-sitter and its Python grammar as one WebAssembly module (native/flatten.c).
// In: UTF-8 bytes. Out: flat arrays, copied out of the module's memory, and the texts interned since the last file.
// Leaves alone: files, encodings, what the tree means.

export interface LoweredWords {
  readonly words: Uint32Array;
  /** Start and end byte of each comment. */
  readonly comments: Uint32Array;
  readonly lineStarts: Uint32Array;
}

/** Every visible node of tree-sitter in preorder; six words each: head, start, end, next, parent, name. */
export interface FullTree {
  readonly words: Uint32Array;
  readonly size: number;
}

export interface FlatParser {
  /** The lowered form. Throws ParserFailure if the parser gave up; the instance must then be thrown away. */
  readonly lower: (source: Uint8Array) => LoweredWords;
  /** The full form, in which every token has a node. Throws as `lower` does. UTF-16 is for the oracle test alone. */
  readonly parse: (source: Uint8Array, encoding?: 'utf-8' | 'utf-16le') => FullTree;
  /** Texts that were interned since the last call, in order of their numbers (which start at 1). */
  readonly takeNewTexts: () => string[];
  /** The same joined by NUL; '' for none. */
  readonly takeJoinedTexts: () => string;
  /** Size of the instance's memory. It never shrinks: after a huge file a new instance is the way to give it back. */
  readonly memoryBytes: () => number;
  /** Steps that the last parse took; a file is given up when it takes too many. Equal on all machines. */
  readonly work: () => number;
}

/** The file needs more memory, or more work than a file of its size may cost. */
export class ParserFailure extends Error {
  override readonly name = 'ParserFailure';
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly pv_init: () => void;
  readonly pv_source: (length: number) => number;
  readonly pv_parse: (length: number, form: number) => number;
  readonly pv_tree: () => number;
  readonly pv_tree_words: () => number;
  readonly pv_comments: () => number;
  readonly pv_comment_words: () => number;
  readonly pv_lines: () => number;
  readonly pv_line_count: () => number;
  readonly pv_work: () => number;
  readonly pv_text: () => number;
  readonly pv_text_length: () => number;
}

const FULL = 0;
const LOWERED = 1;
const FULL_UTF16 = 2;

// libc asks for these when it prints or reads a clock, which the parser never does.
const wasi = {
  wasi_snapshot_preview1: {
    clock_time_get: () => 52,
    fd_close: () => 52,
    fd_seek: () => 52,
    fd_write: () => 52,
  },
};

/** Makes a parser from the compiled module. Costs about a millisecond; its memory grows with the largest file. */
export function createFlatParser(module: WebAssembly.Module): FlatParser {
  const exports = new WebAssembly.Instance(module, wasi).exports as unknown as Exports;
  exports._initialize();
  exports.pv_init();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let textTaken = 0;

  // Views are made anew at every use: growth of the memory detaches the old buffer.
  const copy = (pointer: number, words: number): Uint32Array =>
    new Uint32Array(exports.memory.buffer, pointer, words).slice();

  const run = (source: Uint8Array, form: number): void => {
    let parsed: number;
    try {
      const pointer = exports.pv_source(source.length) >>> 0;
      new Uint8Array(exports.memory.buffer, pointer, source.length).set(source);
      parsed = exports.pv_parse(source.length, form);
    } catch (error) {
      throw new ParserFailure('the parser ran out of memory or stack', { cause: error });
    }
    if (parsed === 0) throw new ParserFailure('the parser gave up');
  };

  const takeJoinedTexts = (): string => {
    const length = exports.pv_text_length();
    if (length === textTaken) return '';
    const bytes = new Uint8Array(exports.memory.buffer, (exports.pv_text() >>> 0) + textTaken, length - textTaken - 1);
    textTaken = length;
    return decoder.decode(bytes);
  };

  return {
    lower(source) {
      run(source, LOWERED);
      return {
        words: copy(exports.pv_tree() >>> 0, exports.pv_tree_words()),
        comments: copy(exports.pv_comments() >>> 0, exports.pv_comment_words()),
        lineStarts: copy(exports.pv_lines() >>> 0, exports.pv_line_count()),
      };
    },
    parse(source, encoding) {
      run(source, encoding === 'utf-16le' ? FULL_UTF16 : FULL);
      const words = copy(exports.pv_tree() >>> 0, exports.pv_tree_words());
      return { words, size: words.length / 6 };
    },
    takeNewTexts() {
      const texts = takeJoinedTexts();
      return texts === '' ? [] : texts.split('\0');
    },
    takeJoinedTexts,
    memoryBytes: () => exports.memory.buffer.byteLength,
    work: () => exports.pv_work(),
  };
}
