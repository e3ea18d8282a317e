// The rules and models a release carries: `bundled.json`, written by scripts/generate.mjs from rules/**/*.yml after
// every check has passed, so a scan needs neither the YAML reader nor the schemas.
import data from './bundled.json' with { type: 'json' };
import type { ModelEntry } from './model-schema.ts';
import type { Rule } from './schema.ts';

export interface Bundle {
  /** Sorted by code. */
  readonly rules: readonly Rule[];
  /** Sorted by model, then in the order of its file. */
  readonly models: readonly ModelEntry[];
  /** SHA-256 over rules and models, hexadecimal. */
  readonly hash: string;
  /** What the checkout added; absent: it has nothing of its own. */
  readonly own?: OwnRules;
}

/** The part of rules and models that a checkout brought along. */
export interface OwnRules {
  readonly rules: number;
  /** Entries of models. */
  readonly entries: number;
  /** Entries that make findings go away. */
  readonly removing: readonly Removing[];
}

/** A sanitizer or guard in a model of the checkout. */
export interface Removing {
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly path: string;
  readonly line: number;
}

export const bundle = data as unknown as Bundle;
