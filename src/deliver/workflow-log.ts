// The log of the Action: plain lines and warning annotations. No line of it can be taken for a workflow command.
import type { Logger } from '../base/logger.ts';
import { safeLines } from './terminal-log.ts';

/** The part of `@actions/core` that is used here. */
export interface WorkflowCommands {
  readonly info: (message: string) => void;
  readonly warning: (message: string) => void;
}

export function workflowLog(core: WorkflowCommands): Logger {
  return {
    info: (message) => core.info(safeLines(message)),
    // The toolkit escapes the line ends of a warning, but not what a terminal would make of the rest.
    warning: (message) => core.warning(safeLines(message)),
    progress: () => {},
  };
}
