// Whether a call can give an argument, by what is written.
import { describe, expect, test } from 'vitest';
import { mayGive } from '../../src/analyse/argument-test.ts';
import { projectOf } from '../model/project-of.ts';

function gives(call: string, key: string): boolean {
  const module = projectOf({ 'a.py': `${call}\n` }).modules[0]!;
  return mayGive(module, module.index.calls[0]!, key);
}

describe('an argument by its key', () => {
  test.each([
    ['f(1)', '0', true],
    ['f()', '0', false],
    ['f(1)', '1|url', false],
    ['f(1, 2)', '1|url', true],
    ['f(url=1)', '0|url', true],
    ['f(path=1)', '0|url', false],
    ['f(path=1, *rest)', '0|url', true],
    ['f(path=1, **rest)', '0|url', true],
    ['f(x for x in y)', '0', true],
    ['f(x for x in y)', 'key', true],
    ['f(\n  # first\n  path=1,\n)', '0', false],
  ])('%s gives %s: %s', (call, key, expected) => expect(gives(call, key)).toBe(expected));
});
