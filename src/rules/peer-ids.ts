// Which of our rules a foreign id means: for suppression comments of other tools (`# nosec B501`, `# noqa: S501`).
import type { Peers, Rule } from './schema.ts';

export type PeerTool = keyof Peers;

/** Ids that Bandit and Ruff no longer have, by the id that replaced them; old comments still carry them. */
const retired: Readonly<Record<string, string>> = {
  B309: 'PV529', B320: 'PV115', B322: 'PV234', B325: 'PV213', B410: 'PV211', B414: 'PV230',
}; // prettier-ignore

/** Bandit's numbers that Ruff never took over. */
const banditOnly = new Set(['B613', 'B614', 'B615', 'B703']);

/** Bandit's own rules: 1xx to 7xx. flake8-bugbear's start with a 0 or a 9 and so never meet them. */
const banditId = /^B[1-7]\d\d$/;

/**
 * Codes by tool and foreign id, each list sorted. Bandit's `B501` is Ruff's `S501`: a rule names one, both are found.
 * Ids stand as their tool writes them; a Pylint rule may stand by number and by name.
 */
export function codesByPeerId(rules: readonly Rule[]): ReadonlyMap<PeerTool, ReadonlyMap<string, readonly string[]>> {
  const tables = new Map<PeerTool, Map<string, Set<string>>>();
  const add = (tool: PeerTool, id: string, code: string): void => {
    const table = tables.get(tool) ?? new Map<string, Set<string>>();
    tables.set(tool, table.set(id, (table.get(id) ?? new Set()).add(code)));
  };
  for (const { code, peers } of rules) {
    for (const [tool, ids] of Object.entries(peers) as [PeerTool, readonly string[]][]) {
      for (const id of ids) add(tool, id, code);
    }
    for (const id of peers.bandit ?? []) if (!banditOnly.has(id)) add('ruff', ruffId(id), code);
    for (const id of peers.ruff ?? []) if (isShared(id)) add('bandit', id.replace('S', 'B'), code);
  }
  const codes = new Set(rules.map((rule) => rule.code));
  for (const [id, code] of Object.entries(retired)) {
    if (!codes.has(code)) continue;
    add('bandit', id, code);
    add('ruff', ruffId(id), code);
  }
  return new Map(
    [...tables].map(([tool, table]) => [tool, new Map([...table].map(([id, set]) => [id, [...set].sort()]))]),
  );
}

function ruffId(bandit: string): string {
  return bandit.replace('B', 'S');
}

/** True for Ruff's `S` numbers that are Bandit's too; S320 and S410 are Ruff's alone. */
function isShared(ruff: string): boolean {
  return /^S\d{3}$/.test(ruff) && banditId.test(ruff.replace('S', 'B')) && ruff !== 'S320' && ruff !== 'S410';
}
