// Whether a literal passes for a real secret (security-catalogue.md §9.3).
import type { SecretTest } from '../../rules/use-schema.ts';

/** True if a text could be a working password, key or token; false for placeholders and words. */
export function passesSecretTest(test: SecretTest, text: string): boolean {
  const minimum = test === 'password' ? 4 : 6;
  return text.length >= minimum && !/^(.)\1*$/.test(text);
}
