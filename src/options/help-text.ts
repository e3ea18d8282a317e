// The text of `pyverdict --help`, from the options table.
import { optionsTable } from './options-table.ts';

const WIDTH = 100;
const INDENT = 30;

/** The whole page, with a line end. */
export function helpText(): string {
  const options = optionsTable
    .filter((row) => row.flag !== undefined)
    .map((row) => {
      const flag = row.valueName === undefined ? row.flag! : `${row.flag!} ${row.valueName}`;
      const fallback = row.commandLineDefault ?? row.default;
      const shown = row.type === 'choice' ? ` ${row.allowed!.join(', ')} (default ${fallback}).` : '';
      return entry(flag, row.help + shown);
    });
  return [
    'pyverdict: is there an explicit security defect in this Python code, and what would a good engineer do better?',
    '',
    'Usage:',
    entry('pyverdict scan [PATH...]', 'Scan directories and files (default: the current directory).'),
    entry(
      'pyverdict baseline [PATH...]',
      'Scan and write pyverdict-baseline.sarif (or --sarif FILE) for --baseline; nothing fails.',
    ),
    entry(
      'pyverdict compare OTHER.sarif [PATH...]',
      "Answer each alert of Bandit, Ruff, Semgrep or CodeQL: confirmed, contradicted, not found, or outside of this tool's view.",
    ),
    entry(
      'pyverdict suppress FILE:LINE RULE [REASON...]',
      'Write the comment that accepts a finding; of untrusted data it accepts this path only, and is void when that changes.',
    ),
    entry('pyverdict init', 'Write a workflow and a configuration, with what Bandit and Ruff are told here.'),
    entry('pyverdict explain RULE', "Print a rule's page; RULE is a code (PV301) or an id."),
    entry('pyverdict rules [--json]', 'List all rules.'),
    entry(
      'pyverdict test-rules [RULE...]',
      'Run the examples of the rules in .pyverdict/rules, all or those named by code, id or file.',
    ),
    entry('pyverdict completion SHELL', 'Print a script that completes commands and options: bash, zsh or fish.'),
    entry('pyverdict --version', 'Print the version.'),
    '',
    'Options of scan (--flag VALUE or --flag=VALUE; lists by comma):',
    ...options,
    '',
    'Exit codes: 0 passed, 1 the gate failed (--fail-on) or an example did (test-rules), 2 wrong usage or configuration, or',
    'no Python file, 3 internal failure or nothing could be analysed, 4 incomplete (with --fail-on-incomplete).',
    '',
  ].join('\n');
}

function entry(left: string, text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - INDENT) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  const head = `  ${left}`;
  const start = head.length < INDENT ? head.padEnd(INDENT) + lines.shift()! : head;
  return [start, ...lines.map((rest) => ' '.repeat(INDENT) + rest)].join('\n');
}
