// The detector `loose-requirement`: requirement files that let the index choose what is installed. In: the project's files. Out: a place for
// each requirement without an exact version, or each file without hashes. Leaves alone: files beside a lock file, those that a package
// reads as its own dependencies, constraints and inputs of a compiler of requirements.
import { Buffer } from 'node:buffer';
import type { ConfigurationFile } from '../../model/configuration-files.ts';
import { configurationFiles } from '../../model/configuration-files.ts';
import type { CreateDetector } from './detector.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const looseRequirement: CreateDetector<'loose-requirement'> = ({ rule, knowledge, reportFile }) => ({
  finish: () => {
    const { all } = configurationFiles(knowledge.project);
    for (const file of all) {
      if (!isInstalled(file) || isLocked(file, all) || isDependencyList(file, all)) continue;
      const lines = linesOf(file.text);
      const requirements = lines.filter(({ text }) => /^[A-Za-z\d]/.test(text));
      const tell = ({ text, start, end }: Line): void => {
        const range = {
          start: file.start + Buffer.byteLength(file.text.slice(0, start)),
          end: file.start + Buffer.byteLength(file.text.slice(0, end)),
        };
        reportFile({ file: file.path, range, statement: range, values: { name: text.replace(/[\s;#].*$/, '') } });
      };
      const isConstrained = lines.some(({ text }) => /^(?:-c|--constraint)\b/.test(text));
      if (rule.find === 'version' && !isConstrained) requirements.filter(({ text }) => isLoose(text)).forEach(tell);
      const hasHashes = lines.some(({ text }) => /--hash[= ]|^--require-hashes/.test(text));
      const pinned = requirements.find(({ text }) => !isLoose(text));
      if (rule.find === 'hash' && !hasHashes && pinned !== undefined) tell(pinned);
    }
  },
});

function isInstalled({ name, folder }: ConfigurationFile<undefined>): boolean {
  if (!/\.txt$/.test(name) || /constraint/i.test(name)) return false;
  return /^(?:.*[-_.])?requirements(?:[-_.].*)?\.txt$/.test(name) || /(?:^|\/)requirements\/$/.test(folder);
}

const locks = /^(?:poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|pylock(?:\..+)?\.toml)$/;

/** A lock file in the folder or one around it, or the `.in` from which the file was made. */
function isLocked({ folder }: ConfigurationFile<undefined>, all: readonly ConfigurationFile<undefined>[]): boolean {
  return all.some((other) => locks.test(other.name) && folder.startsWith(other.folder));
}

/** The package that is built here reads it: what a library needs is a range. */
function isDependencyList(
  { name, folder }: ConfigurationFile<undefined>,
  all: readonly ConfigurationFile<undefined>[],
): boolean {
  return all.some(
    (other) =>
      /^(?:setup\.py|setup\.cfg|pyproject\.toml)$/.test(other.name) &&
      folder.startsWith(other.folder) &&
      other.text.includes(name),
  );
}

/** No exact version, no commit and no file of this checkout. */
function isLoose(requirement: string): boolean {
  const text = requirement.replace(/\s+#.*$/, '').replace(/;.*$/, '');
  return !/===?\s*[\w.!+-]+(?!.*\*)|@\s*\S+|^[\w.-]*\/|\.(?:whl|zip|tar\.gz)$/.test(text) || /==[^,]*\*/.test(text);
}

/** Lines with their offsets, those continued by a backslash as one. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/(?:[^\n\\]|\\\r?\n|\\)+/g)].map((match) => {
    const line = match[0].replace(/\\\r?\n/g, ' ').trim();
    return { text: line, start: match.index, end: match.index + match[0].split(/\r?\n/, 1)[0]!.length };
  });
}
