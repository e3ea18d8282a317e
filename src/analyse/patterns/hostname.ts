// Host names in a pattern. In: the tree of a pattern. Out: what in it lets other hosts through: a dot that stands for any character, or
// nothing after the last label. Leaves alone: whether the pattern is meant for hosts.
import type { Pattern } from './parse-pattern.ts';

/** Ends of host names that people write, those of networks of their own and of documentation (RFC 2606) too; no ends of file names. */
export const topLevel = new RegExp(
  `^(?:${[
    'com org net edu gov mil int info biz io co ai app dev cloud online shop store tech site news xyz',
    'uk de fr eu us ca au nl ch at es it ru cn jp in br me tv se no fi dk pl cz pt be gr hu ie kr tw hk sg nz za mx ar il ua',
    'local internal intranet corp lan home example',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
);

/** A host name and what is wrong with it. */
export interface LooseHost {
  readonly host: string;
  readonly flaw: 'dot' | 'end';
}

/** The first host name that admits others. */
export function looseHost(tree: Pattern): LooseHost | undefined {
  const parts = flat(tree);
  let host = '';
  let hasDot = false;
  let labels = 0;
  let label = '';
  for (let i = 0; i <= parts.length; i++) {
    const part = parts[i];
    const character = part?.kind === 'set' ? part.character : undefined;
    const isDot = part?.kind === 'set' && part.isDot === true;
    if (character !== undefined && /[A-Za-z0-9-]/.test(character)) {
      label += character;
      continue;
    }
    if ((isDot || character === '.') && label !== '') {
      host += `${label}.`;
      labels++;
      label = '';
      hasDot ||= isDot;
      continue;
    }
    if (labels > 0 && topLevel.test(label) && isName(host)) {
      const whole = host + label;
      if (hasDot) return { host: whole, flaw: 'dot' };
      if (part === undefined) return { host: whole, flaw: 'end' };
    }
    host = '';
    label = '';
    labels = 0;
    hasDot = false;
  }
  return undefined;
}

/** A pattern for origins that other sites fit, where it is tried from the beginning, and to the end unless `isOpen`. */
export function looseOrigin(
  tree: Pattern,
  isOpen: boolean,
): { readonly host: string; readonly flaw: 'dot' | 'end' | 'wild' } | undefined {
  const loose = looseHost(tree);
  if (loose !== undefined && (loose.flaw === 'dot' || isOpen)) return loose;
  const parts = flat(tree);
  for (const [i, part] of parts.entries()) {
    // Anything, and a label without a dot before it: `.*shop\.com`.
    const next = parts[i + 1];
    if (part.kind !== 'repeat' || part.item.kind !== 'set' || next?.kind !== 'set' || !hasLetters(part.item)) continue;
    if (next.character === undefined || !/[A-Za-z0-9]/.test(next.character)) continue;
    const host = written(parts.slice(i + 1));
    if (topLevel.test(host.slice(host.lastIndexOf('.') + 1)) && host.includes('.')) return { host, flaw: 'wild' };
  }
  return undefined;
}

function hasLetters(part: Pattern): boolean {
  return (
    part.kind === 'set' &&
    (part.isDot === true || (part.character === undefined && part.ranges?.some(({ from }) => from === 97) !== false))
  );
}

/** Characters that stand for themselves, up to something else. */
function written(parts: readonly Pattern[]): string {
  const end = parts.findIndex(
    (part) => part.kind !== 'set' || part.character === undefined || !/[\w.-]/.test(part.character),
  );
  return (end < 0 ? parts : parts.slice(0, end)).map((part) => (part.kind === 'set' ? part.character : '')).join('');
}

/** The label before the last is a name, no `a` or `1`. */
function isName(host: string): boolean {
  return /(?:^|\.)(?=[\w-]*[A-Za-z])[\w-]{2,}\.$/.test(host);
}

/** What stands side by side, groups opened; a repeated or alternative part is one thing. */
function flat(pattern: Pattern): Pattern[] {
  switch (pattern.kind) {
    case 'sequence':
      return pattern.items.flatMap(flat);
    case 'group':
      return pattern.item.kind === 'choice' ? [pattern] : flat(pattern.item);
    default:
      return [pattern];
  }
}
