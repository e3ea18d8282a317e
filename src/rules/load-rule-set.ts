// Stage 1. In: the options that choose rules (profile, select, ignore). Out: the rules of this run and the framework
// models. Leaves alone: the scanned checkout; whether a rule has something to say is decided later.
import { createHash } from 'node:crypto';
import type { Options } from '../base/options.ts';
import { bundle, type Bundle, type OwnRules } from './bundle.ts';
import { ruleProfile, optedIn } from './derived.ts';
import { familiesNotExamined } from './families.ts';
import { requireRule } from './find-rule.ts';
import type { ModelEntry } from './model-schema.ts';
import type { Rule } from './schema.ts';

export interface RuleSet {
  /** What this run looks for, sorted by code. */
  readonly rules: readonly Rule[];
  readonly models: readonly ModelEntry[];
  /** Every rule there is, chosen or not: help pages, ids in suppressions. */
  readonly all: readonly Rule[];
  /** Changes when a rule or model of this run changes, or the choice of rules; part of the cache's key. */
  readonly hash: string;
  /** Names of security families of which nothing runs: no verdict about them ("injection"). */
  readonly familiesNotExamined: readonly string[];
  /** What the checkout itself added. */
  readonly own?: OwnRules;
}

const profiles = ['default', 'extended', 'audit'] as const;
const groups = ['security', 'practice'] as const;

/**
 * Chooses the rules of a run. A code or id in `select` takes that rule whatever its profile; a group (`security`,
 * `practice`) takes the profile's rules of that category; nothing selected means the whole profile. `ignore` then takes
 * away. Throws ConfigurationError for a name that is no rule and no group.
 */
export function loadRuleSet(options: Pick<Options, 'profile' | 'select' | 'ignore'>, from: Bundle = bundle): RuleSet {
  const inProfile = from.rules.filter(
    (rule) => profiles.indexOf(ruleProfile(rule)) <= profiles.indexOf(options.profile),
  );
  const selected = options.select.length === 0 ? inProfile : named(options.select, from.rules, inProfile);
  const ignored = new Set(named(options.ignore, from.rules, from.rules));
  const chosen = new Set(selected.filter((rule) => !ignored.has(rule)));
  const asked = new Set(
    named(
      options.select.filter((name) => !isGroup(name)),
      from.rules,
      [],
    ),
  );
  const rules = from.rules
    .filter((rule) => chosen.has(rule))
    .map((rule) => (options.profile !== 'default' || asked.has(rule) ? optedIn(rule) : rule));
  const hash = createHash('sha256').update(from.hash);
  for (const rule of rules) hash.update(` ${rule.code}`);
  return {
    rules,
    models: modelsOf(from.models, options.profile),
    all: from.rules,
    hash: hash.digest('hex'),
    familiesNotExamined: familiesNotExamined(rules),
    ...(from.own && { own: from.own }),
  };
}

// Threat models that are off: nobody but the operator sends these (`security-catalogue.md` §3). The command line is on from `extended` on.
const offInDefault: ReadonlySet<string> = new Set(['source:local', 'source:ipc', 'source:stored']);
const offInOthers: ReadonlySet<string> = new Set(['source:ipc', 'source:stored']);

/** The models with the sources of the profile; an entry of which nothing is left is left out. */
function modelsOf(models: readonly ModelEntry[], profile: Options['profile']): readonly ModelEntry[] {
  const off = profile === 'default' ? offInDefault : offInOthers;
  return models.flatMap((entry) => {
    const { kind, ...rest } = entry;
    if (kind?.some((one) => off.has(one)) !== true) return [entry];
    const left = kind.filter((one) => !off.has(one));
    if (left.length > 0) return [{ ...rest, kind: left }];
    return rest.returns === undefined && rest.elements === undefined ? [] : [rest];
  });
}

function isGroup(name: string): boolean {
  return groups.some((group) => group === name);
}

/** The rules that a list of codes, ids and groups means; a group means its part of `grouped`. */
function named(list: readonly string[], all: readonly Rule[], grouped: readonly Rule[]): Rule[] {
  return list.flatMap((name) =>
    isGroup(name) ? grouped.filter((rule) => rule.category === name) : [requireRule(all, name, groups)],
  );
}
