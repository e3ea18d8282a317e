// The base score of a vector of CVSS 3.0 or 3.1 (specification, section 7.1 "Base Metrics Equations"). In: `CVSS:3.1/AV:N/...`. Out: the
// score, 0 to 10. Leaves alone: temporal and environmental metrics, other versions of CVSS.

const weights: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};

// Privileges weigh less against a change of scope.
const privilegesIfChanged: Readonly<Record<string, number>> = { N: 0.85, L: 0.68, H: 0.5 };

/** The base score; undefined for a text that is no vector of CVSS 3. */
export function cvss3Score(vector: string): number | undefined {
  if (!/^CVSS:3\.[01]\//.test(vector)) return undefined;
  const metrics = new Map(
    vector
      .split('/')
      .slice(1)
      .map((part) => part.split(':', 2) as [string, string]),
  );
  const scope = metrics.get('S');
  if (scope !== 'U' && scope !== 'C') return undefined;
  const changed = scope === 'C';
  const weight = (metric: string): number => {
    const table = metric === 'PR' && changed ? privilegesIfChanged : weights[metric]!;
    const value = metrics.get(metric) ?? '';
    return Object.hasOwn(table, value) ? table[value]! : Number.NaN;
  };
  const base = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  const exploitability = 8.22 * weight('AV') * weight('AC') * weight('PR') * weight('UI');
  const score = impact <= 0 ? 0 : Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10);
  return Number.isNaN(impact + exploitability) ? undefined : roundUp(score);
}

/** Up to one decimal, without being led astray by binary fractions (appendix A of the specification). */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
