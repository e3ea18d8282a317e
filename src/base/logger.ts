// Where a run says what it is doing. The command line writes to stderr, the Action to the workflow log.

export interface Logger {
  readonly info: (message: string) => void;
  readonly warning: (message: string) => void;
  /** Progress of a stage: `done` of `total` files. Shown only on a terminal, and only when a scan takes long. */
  readonly progress: (stage: string, done: number, total: number) => void;
}
