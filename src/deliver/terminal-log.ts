// The log of the command line: standard error, and a progress line there if it is a terminal and the scan takes long.
import type { Logger } from '../base/logger.ts';
import { safeLogLine } from '../report/text/safe-log-line.ts';

const QUIET_MS = 1_000;
const STEP_MS = 100;

export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** `quiet`: warnings only. `now`: milliseconds since the start of the program. */
export function terminalLog(
  stream: TerminalStream,
  quiet: boolean,
  now: () => number = () => performance.now(),
): Logger {
  let shown = false;
  let last = 0;
  const clear = (): void => {
    if (shown) stream.write('\r\x1b[2K');
    shown = false;
  };
  const line = (text: string): void => {
    clear();
    stream.write(`pyverdict: ${safeLines(text)}\n`);
  };
  return {
    info: (message) => {
      if (!quiet) line(message);
    },
    warning: line,
    progress: (stage, done, total) => {
      if (quiet || stream.isTTY !== true) return;
      if (done >= total) return clear();
      const time = now();
      if (time < QUIET_MS || time - last < STEP_MS) return;
      last = time;
      shown = true;
      const text = `${stage} ${done} of ${total} files`;
      stream.write(`\r\x1b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
    },
  };
}

/** Each line made harmless. */
export function safeLines(text: string): string {
  return text.split('\n').map(safeLogLine).join('\n');
}
