import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands, completionScript } from '../../src/options/completion.ts';
import { fromCommandLine } from '../../src/options/from-command-line.ts';
import { helpText } from '../../src/options/help-text.ts';
import { optionsTable } from '../../src/options/options-table.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const flags = optionsTable.flatMap(({ flag }) => flag ?? []);
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

test.each(['bash', 'zsh', 'fish'])('the script for %s has every command and option', (shell) => {
  const script = completionScript(shell);
  for (const name of Object.keys(commands)) expect(script).toContain(name);
  for (const flag of flags) expect(script).toContain(shell === 'fish' ? `-l ${flag.slice(2)} ` : flag);
});

test('the commands are those that there are', () => {
  for (const name of Object.keys(commands)) {
    let message = '';
    try {
      fromCommandLine([name, '--nonsense']);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).not.toContain('unknown command');
    if (name !== 'help' && name !== 'version') expect(helpText()).toContain(`pyverdict ${name}`);
  }
  expect(() => completionScript('bsh')).toThrow('completion knows bash, zsh, fish, not bsh; did you mean bash?');
});

describe.runIf(has('bash'))('bash completes', () => {
  const complete = (...words: string[]): string[] => {
    const script = `${completionScript('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pyverdict; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const directory = temporaryDirectory({ 'settings.toml': '', 'a.py': '' });
    const out = execFileSync('bash', ['--norc', '-c', script, 'bash', 'pyverdict', ...words], {
      encoding: 'utf8',
      cwd: directory,
    });
    return out.split('\n').filter((line) => line !== '');
  };
  test.each<[string[], string[]]>([
    [['s'], ['scan', 'suppress']],
    [['scan', '--fo'], ['--format']],
    [['scan', '--format', 's'], ['sarif']],
    [['scan', '--config', 'se'], ['settings.toml']],
    [['scan', '--select', 'a'], []],
    [['scan', 'a'], ['a.py']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
  ])('%j', (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });
});

test.each(['zsh', 'fish'])('%s reads its script', (shell) => {
  if (!has(shell)) return;
  expect(spawnSync(shell, ['-n'], { input: completionScript(shell), encoding: 'utf8' }).stderr).toBe('');
});
