// Our own fingerprint of a finding (`github-delivery.md` §4.2): it follows the statement, not the line, so edits around
// it do not change it. Used for baselines and "new in this pull request"; GitHub has its own (`line-hash.ts`).
import { createHash } from 'node:crypto';

export interface FingerprintKey {
  /** Plain code, also for findings to review. */
  readonly rule: string;
  /** Relative to the repository; '' for a rule that groups by value. */
  readonly path: string;
  /** Qualified name in the file; '' for a rule that groups by value. */
  readonly scope: string;
  /** Tokens of the statement joined by one space; the value for a rule that groups by value. */
  readonly text: string;
  /** What a taint result connects. */
  readonly taint?: { readonly source: string; readonly sink: string };
}

/** 32 hexadecimal digits. `ordinal` counts findings with an equal key, from 0, in file order. */
export function fingerprint(key: FingerprintKey, ordinal: number): string {
  return createHash('sha256')
    .update(`${joined(key)}\0${ordinal}`, 'utf8')
    .digest('hex')
    .slice(0, 32);
}

/** Fingerprints of findings in the order given, which decides the ordinals. */
export function fingerprints(keys: readonly FingerprintKey[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const text = joined(key);
    const ordinal = seen.get(text) ?? 0;
    seen.set(text, ordinal + 1);
    return fingerprint(key, ordinal);
  });
}

function joined(key: FingerprintKey): string {
  const fields = ['pv1', key.rule, key.path, key.scope, key.text];
  if (key.taint !== undefined) fields.push(key.taint.source, key.taint.sink);
  return fields.join('\0');
}
