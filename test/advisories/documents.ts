// Advisories of our own about packages that nobody has.

/** A document in OSV format about `shop-label`, with some of its parts replaced. */
export function document(id: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const events = [{ introduced: '1.0' }, { fixed: '1.4.3' }];
  const affected = [{ package: { ecosystem: 'PyPI', name: 'Shop.Label' }, ranges: [{ type: 'ECOSYSTEM', events }] }];
  return { schema_version: '1.6.0', id, modified: '2020-01-01T00:00:00Z', affected, ...more };
}

export const worst = [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }];
