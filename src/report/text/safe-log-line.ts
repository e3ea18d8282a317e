// One line for a terminal or a workflow log (`github-delivery.md` §10). A runner executes what looks like a command in
// any line a step prints, whoever wrote it.
import { visibleText } from './visible-text.ts';

/** Makes one line harmless: control characters visible, no `::command::`, no `##[command]`. */
export function safeLogLine(line: string): string {
  return withoutCommands(visibleText(line));
}

/**
 * The part against workflow commands alone, for lines whose pieces were made visible before (they may hold our own
 * colour codes, which are looked through).
 */
export function withoutCommands(line: string): string {
  const broken = line.replaceAll('##[', '## [');
  return /^\s*(?:\x1b\[\d*m)*\s*::/.test(broken) ? `> ${broken}` : broken;
}
