// Loaded before the Action: its pauses end at once, and their lengths go to the file that PAUSES names. The timeouts of its HTTP
// client stay as they are: a pause hands the timer nothing but a promise's own function.
import { appendFileSync } from 'node:fs';

const wait = globalThis.setTimeout;

globalThis.setTimeout = (call, milliseconds = 0, ...rest) => {
  if (!String(call).includes('[native code]')) return wait(call, milliseconds, ...rest);
  appendFileSync(process.env.PAUSES, `${milliseconds}\n`);
  return wait(call, 0, ...rest);
};
