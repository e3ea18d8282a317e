import { describe, expect, test } from 'vitest';
import { terminalLog } from '../../src/deliver/terminal-log.ts';
import { workflowLog } from '../../src/deliver/workflow-log.ts';

const hostile = 'a.py\n::error::x\n##[command]y\r\u001b[2Jz\u202e';

function terminal(isTTY: boolean): {
  stream: { isTTY: boolean; columns: number; write: (text: string) => void };
  text: () => string;
} {
  let written = '';
  return { stream: { isTTY, columns: 40, write: (text) => void (written += text) }, text: () => written };
}

describe('the log of the command line', () => {
  test('prints lines, made harmless', () => {
    const { stream, text } = terminal(false);
    const log = terminalLog(stream, false);
    log.info(hostile);
    expect(text()).toBe('pyverdict: a.py\n> ::error::x\n## [command]y\\u000D\\u001B[2Jz\\u202E\n');
  });

  test('quiet: warnings only', () => {
    const { stream, text } = terminal(true);
    const log = terminalLog(stream, true, () => 5000);
    log.info('hello');
    log.progress('reading', 1, 9);
    log.warning('watch out');
    expect(text()).toBe('pyverdict: watch out\n');
  });

  test('progress only on a terminal, after a second, and gone at the end', () => {
    let time = 0;
    const { stream, text } = terminal(true);
    const log = terminalLog(stream, false, () => time);
    log.progress('reading', 1, 9);
    expect(text()).toBe('');
    time = 1500;
    log.progress('reading', 2, 9);
    log.progress('reading', 3, 9);
    expect(text()).toBe('\r\x1b[2Kreading 2 of 9 files');
    log.progress('reading', 9, 9);
    expect(text()).toBe('\r\x1b[2Kreading 2 of 9 files\r\x1b[2K');

    const pipe = terminal(false);
    terminalLog(pipe.stream, false, () => 5000).progress('reading', 1, 9);
    expect(pipe.text()).toBe('');
  });
});

test('no line of the workflow log is a command', () => {
  const lines: string[] = [];
  const log = workflowLog({
    info: (message) => lines.push(...message.split('\n')),
    warning: (message) => lines.push(...message.split('\n')),
  });
  log.info(hostile);
  log.warning(hostile);
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).not.toMatch(/^\s*::|##\[|\r|\u001b/);
});
