// The findings that were known before: fingerprints in a SARIF file of an earlier run (`github-delivery.md` §4.2).
import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../base/configuration-error.ts';
import { list, property } from '../base/foreign-json.ts';

/** Property of `partialFingerprints` that holds our fingerprint. */
export const fingerprintName = 'pyverdictContext/v1';

/**
 * Reads the fingerprints of a SARIF file. Results that were accepted in the source are left out: when the mark goes, the
 * finding is new. Throws ConfigurationError that names the file and says what to do.
 */
export function readBaseline(path: string): ReadonlySet<string> {
  const advice = 'Give a file that "pyverdict scan --sarif FILE" wrote, or leave the option out.';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ConfigurationError(
      `The baseline ${path} ${missing ? 'does not exist' : `cannot be read (${(error as Error).message})`}. ${advice}`,
    );
  }
  let log: unknown;
  try {
    log = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigurationError(`The baseline ${path} is not JSON: ${(error as Error).message}. ${advice}`);
  }
  const runs = property(log, 'runs');
  if (!Array.isArray(runs))
    throw new ConfigurationError(`The baseline ${path} is not SARIF: it has no "runs". ${advice}`);

  const known = new Set<string>();
  let results = 0;
  let marked = 0;
  for (const run of runs as unknown[]) {
    for (const result of list(property(run, 'results'))) {
      results++;
      const fingerprint = property(property(result, 'partialFingerprints'), fingerprintName);
      if (typeof fingerprint !== 'string') continue;
      marked++;
      const accepted = list(property(result, 'suppressions')).some(
        (suppression) => property(suppression, 'kind') === 'inSource',
      );
      if (!accepted) known.add(fingerprint);
    }
  }
  if (results > 0 && marked === 0) {
    throw new ConfigurationError(
      `The baseline ${path} has ${results} results without our fingerprints ("${fingerprintName}"): another tool wrote it. ${advice}`,
    );
  }
  return known;
}
