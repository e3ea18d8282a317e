import { expect, test } from 'vitest';
import { deadline } from '../src/deadline.ts';

test('the minutes count from the start; 0 is no limit', () => {
  let now = 5_000;
  const clock = (): number => now;
  const [half, none] = [deadline(0.5, clock), deadline(0, clock)];
  expect(half()).toBe(false);
  now += 29_999;
  expect(half()).toBe(false);
  now += 1;
  expect([half(), none()]).toEqual([true, false]);
});
