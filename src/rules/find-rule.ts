// From what a user writes (`PV513`, `PV513/review`, `cert-validation-off`) to the rule.
import { ConfigurationError } from '../base/configuration-error.ts';
import { didYouMean } from '../base/nearest.ts';

interface Named {
  readonly code: string;
  readonly id: string;
}

/** The rule with that code or id. `/review` after a code means the same rule. Undefined if there is none. */
export function findRule<R extends Named>(rules: readonly R[], name: string): R | undefined {
  const plain = name.replace(/\/review$/, '');
  return rules.find((rule) => rule.code === plain || rule.id === plain);
}

/** The same; throws ConfigurationError with the nearest valid name. `also`: further names allowed there. */
export function requireRule<R extends Named>(rules: readonly R[], name: string, also: readonly string[] = []): R {
  const rule = findRule(rules, name);
  if (rule) return rule;
  const valid = [...rules.flatMap(({ code, id }) => [code, id]), ...also];
  throw new ConfigurationError(
    `there is no rule "${name}"${didYouMean(name, valid) || '; "pyverdict rules" lists them'}`,
  );
}
