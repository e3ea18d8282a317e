import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/report/text/shorten.ts
function shortenMiddle(text, limit) {
  if (text.length <= limit) return text;
  let points = [...text];
  if (points.length <= limit) return text;
  let head = Math.ceil((limit - 1) / 2);
  return `${points.slice(0, head).join("")}…${points.slice(points.length - (limit - 1 - head)).join("")}`;
}
function shortenEnd(text, limit) {
  if (text.length <= limit) return text;
  let points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join("").trimEnd()}…`;
}

export {
  shortenMiddle,
  shortenEnd
};
