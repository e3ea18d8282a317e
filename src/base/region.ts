// Places in a source file, as bytes while we analyse and as lines and columns once a finding is shown.

/** Half-open range of bytes in the text of a file as the parser saw it (UTF-8; for a notebook, its joined cells). */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Lines and columns from 1; columns count UTF-16 code units; `endColumn` is one past the end. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
