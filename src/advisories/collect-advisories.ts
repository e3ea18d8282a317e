// Documents in OSV format to the advisories of the packages that are asked about. In: one text after the other. Out: advisories by package;
// documents that cannot be read become one problem that names them, since what they say is missing from the answer.
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Problem } from '../base/problem.ts';
import type { Advisories, Advisory } from './advisory.ts';
import { readOsv } from './read-osv.ts';

export interface Collector {
  /** Takes a document; `name` is what a problem calls it. */
  readonly add: (name: string, text: string) => void;
  /** A document that cannot be taken. */
  readonly reject: (name: string, reason: string) => void;
  /** Throws ConfigurationError if no document was one. */
  readonly finish: () => Advisories;
}

/** A folder that is given by mistake has files that are too long; an advisory has some kilobytes. */
export const maxDocumentBytes = 8 * 1024 * 1024;
export const maxDocuments = 500_000;

const shownBroken = 5;

/** Collects what is about `packages` (normal names). `from`: where the documents come from, for messages. */
export function collectAdvisories(packages: ReadonlySet<string>, from: string): Collector {
  const byPackage = new Map<string, Advisory[]>();
  const broken: string[] = [];
  let documents = 0;
  let count = 0;
  const reject = (name: string, reason: string): void => void broken.push(`${name} (${reason})`);
  return {
    reject,
    add: (name, text) => {
      let document: unknown;
      try {
        document = JSON.parse(text.replace(/^\uFEFF/, ''));
      } catch (error) {
        reject(name, `it is not JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}`);
        return;
      }
      const read = readOsv(document);
      if (!read.ok) {
        reject(name, read.reason);
        return;
      }
      documents++;
      if (read.packages.size > 0) count++;
      for (const [name, advisory] of read.packages) {
        if (!packages.has(name)) continue;
        const known = byPackage.get(name);
        if (known === undefined) byPackage.set(name, [advisory]);
        else known.push(advisory);
      }
    },
    finish: () => {
      if (documents === 0) throw new ConfigurationError(nothingIn(from, broken));
      return { byPackage: sorted(byPackage), count, from, problems: brokenProblem(from, broken) };
    },
  };
}

/** The same advisories, whatever order the documents came in. */
export function sorted(byPackage: ReadonlyMap<string, readonly Advisory[]>): Map<string, readonly Advisory[]> {
  return new Map([...byPackage].map(([name, list]) => [name, list.toSorted((a, b) => (a.id < b.id ? -1 : 1))]));
}

function nothingIn(from: string, broken: readonly string[]): string {
  const advice =
    'Give a folder with JSON files in OSV format or a zip file of them, such as the one that OSV publishes for PyPI.';
  if (broken.length === 0) return `advisories: ${from} has no file that ends in .json. ${advice}`;
  return `advisories: ${from} has no advisory that can be read: ${named(broken)}. ${advice}`;
}

function brokenProblem(from: string, broken: readonly string[]): Problem[] {
  if (broken.length === 0) return [];
  const [what, says] = broken.length === 1 ? ['One advisory', 'it says'] : [`${broken.length} advisories`, 'they say'];
  const message = `${what} in ${from} could not be read, so what ${says} about dependencies is not known: ${named(broken)}. Mend what is broken, or take it out.`;
  return [{ id: 'PVN010', message, hidesCode: true }];
}

function named(broken: readonly string[]): string {
  const list = broken.toSorted().slice(0, shownBroken).join('; ');
  return broken.length > shownBroken ? `${list}; and ${broken.length - shownBroken} more` : list;
}
