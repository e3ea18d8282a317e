// From the ids that suppression marks name to our rules: codes and ids of ours, and those of other tools
// (`security-catalogue.md` §12, `practices-catalogue.md` §7, both as the rules' `peers`).
import { banditNumber } from './bandit-test-names.ts';
import type { Peer, RuleTable } from './rule-view.ts';
import type { MarkForm } from './suppression-marks.ts';

export interface PeerIndex {
  /** Codes of the rules an id means in a mark of that form; empty: none of ours. */
  readonly codes: (form: MarkForm, id: string) => ReadonlySet<string>;
  /** Whether a word is the id of a rule of ours or the name of a Bandit test. */
  readonly isName: (word: string) => boolean;
}

// Bandit's B numbers and Ruff's S numbers are one id, so both forms see both; pylint's names also stand in `noqa`
// when Ruff runs its rules, then under Ruff's own codes.
const peersOf: Readonly<Record<MarkForm, readonly Peer[]>> = {
  pyverdict: [],
  noqa: ['ruff', 'flake8', 'hacking', 'bandit'],
  'file-noqa': ['ruff', 'flake8', 'hacking', 'bandit'],
  pylint: ['pylint'],
  nosonar: ['sonar'],
  nosec: ['bandit', 'ruff'],
  nosemgrep: ['semgrep'],
  codeql: ['codeql'],
  lgtm: ['codeql'],
};

const none: ReadonlySet<string> = new Set();

/** Makes the index of a rule set. Case does not matter. */
export function createPeerIndex(rules: RuleTable): PeerIndex {
  const own = new Map<string, Set<string>>();
  const foreign = new Map<string, Set<string>>();
  const ids = new Set<string>();
  for (const rule of rules.values()) {
    add(own, rule.code.toLowerCase(), rule.code);
    add(own, rule.id.toLowerCase(), rule.code);
    ids.add(rule.id.toLowerCase());
    for (const peer of Object.keys(rule.peers) as Peer[]) {
      for (const entry of rule.peers[peer] ?? []) {
        for (const id of entry.split(/\s+/)) add(foreign, `${peer} ${normalise(peer, id)}`, rule.code);
      }
    }
  }
  return {
    codes(form, id) {
      const plain = id.toLowerCase().replace(/\/review$/, '');
      const ours = own.get(plain);
      // A rule of ours may be named in every form: somebody who writes a code of ours means it.
      if (ours !== undefined) return ours;
      const found = new Set<string>();
      for (const peer of peersOf[form]) {
        for (const code of foreign.get(`${peer} ${normalise(peer, id)}`) ?? none) found.add(code);
      }
      return found;
    },
    isName: (word) => ids.has(word.toLowerCase()) || banditNumber(word) !== undefined,
  };
}

function normalise(peer: Peer, id: string): string {
  const lower = id.toLowerCase();
  switch (peer) {
    case 'bandit':
    case 'ruff':
      return (banditNumber(lower) ?? lower).toLowerCase().replace(/^[bs](?=\d{3}$)/, 'b');
    case 'semgrep':
      return lower.slice(lower.lastIndexOf('.') + 1);
    case 'pylint':
      return lower.replace(/^pl(?=[cefrw]\d)/, '');
    default:
      return lower;
  }
}

function add(map: Map<string, Set<string>>, key: string, code: string): void {
  const codes = map.get(key);
  if (codes === undefined) map.set(key, new Set([code]));
  else codes.add(code);
}
