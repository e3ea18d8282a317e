import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/report/text/count.ts
function count(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
function listed(words) {
  return words.length < 2 ? words[0] ?? "" : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

export {
  count,
  grouped,
  listed
};
