import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/deadline.ts
function deadline(minutes, now = () => performance.now()) {
  if (minutes === 0) return () => !1;
  let end = now() + minutes * 6e4;
  return () => now() >= end;
}

export {
  deadline
};
