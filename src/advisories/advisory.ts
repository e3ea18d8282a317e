// Product of `advisories`: what is published about the packages that the checkout names.
import type { Problem } from '../base/problem.ts';

/** One step of a range: from this version on the package is affected, or is not any more. */
export interface RangeEvent {
  readonly kind: 'introduced' | 'fixed' | 'last_affected';
  /** As written; `0` is before every version. */
  readonly version: string;
}

/** A part of a package that an advisory is about: `attribute` of one of the modules. */
export interface AffectedSymbol {
  readonly modules: readonly string[];
  readonly attribute: string;
}

/** What one advisory says about one package. */
export interface Advisory {
  readonly id: string;
  /** Other names of the same flaw, `CVE-...` among them; sorted. */
  readonly aliases: readonly string[];
  /** One line in the publisher's words; '' for none. */
  readonly summary: string;
  /** 0.1 to 10, or absent if the advisory says nothing that can be read. */
  readonly severity?: number;
  /** Each range by itself, its events as published. */
  readonly ranges: readonly (readonly RangeEvent[])[];
  /** Single versions that are affected, as written. */
  readonly versions: readonly string[];
  /** Empty: the whole package. */
  readonly symbols: readonly AffectedSymbol[];
}

/** The answer of the stage. */
export interface Advisories {
  /** Of packages that were asked about only; names as in PEP 503. Sorted by id. */
  readonly byPackage: ReadonlyMap<string, readonly Advisory[]>;
  /** How many advisories about Python packages were looked through. */
  readonly count: number;
  /** Where they came from, as a sentence names it: `advisories/all.zip`, "OSV's public database". */
  readonly from: string;
  /** There is no answer; a problem says why. */
  readonly failed?: true;
  readonly problems: readonly Problem[];
}
