// Cuts long text by code points, never inside a surrogate pair.

/** At most `limit` code points; what is too long loses its middle to `…`. */
export function shortenMiddle(text: string, limit: number): string {
  // Code units are at least as many as code points: most text is settled without splitting it.
  if (text.length <= limit) return text;
  const points = [...text];
  if (points.length <= limit) return text;
  const head = Math.ceil((limit - 1) / 2);
  return `${points.slice(0, head).join('')}…${points.slice(points.length - (limit - 1 - head)).join('')}`;
}

/** At most `limit` code points; what is too long ends in `…`. */
export function shortenEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
