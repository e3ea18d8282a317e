// From an example in a rule file to files to scan and what must be found there. The marks are taken out before scanning,
// since a comment is something rules look at; the lines keep their numbers.
import { ConfigurationError } from '../base/configuration-error.ts';
import { fillTokens } from './example-tokens.ts';
import { findingMark, type Example, type Rule } from './schema.ts';

export interface ExpectedFinding {
  readonly path: string;
  readonly line: number;
  readonly message?: string;
  readonly tier?: 'defect' | 'hotspot' | 'note';
  readonly level?: 'error' | 'warning' | 'note';
}

export interface ReadExample {
  readonly files: Readonly<Record<string, string>>;
  readonly expected: {
    /** By path, then line. */
    readonly findings: readonly ExpectedFinding[];
    /** Places that are only counted. */
    readonly inventory: number;
    /** An example that could not be analysed shows nothing. */
    readonly problems: readonly never[];
  };
}

type Words = Pick<ExpectedFinding, 'tier' | 'level'> & { readonly inventory?: true };

/**
 * Files of the example without marks, secrets filled in, and the findings that its marks and `expect` ask for. Throws
 * ConfigurationError for a mark or a secret that is not known.
 */
export function readExample(example: Example, rule: Rule): ReadExample {
  const sources = example.files ?? { [example.path ?? 'example.py']: example.code ?? '' };
  const files: Record<string, string> = {};
  const findings: ExpectedFinding[] = [];
  let inventory = 0;
  const add = ({ inventory: counted, ...words }: Words, place: ExpectedFinding): void => {
    if (counted) inventory++;
    else findings.push({ ...words, ...place });
  };
  for (const [path, text] of Object.entries(sources)) {
    const lines = text.split('\n').map((line, index) => {
      for (const mark of line.matchAll(findingMark)) add(markWords(mark[1], rule), { path, line: index + 1 });
      return line.search(findingMark) < 0 ? line : line.replace(findingMark, '').trimEnd();
    });
    files[path] = fillTokens(lines.join('\n'));
  }
  for (const { path = Object.keys(sources)[0]!, tier, message, ...rest } of example.expect ?? []) {
    const marked = findings.findIndex(
      (finding) => finding.path === path && finding.line === rest.line && !finding.message,
    );
    const more = { ...rest, ...(message === undefined ? {} : { message: fillTokens(message) }) };
    if (marked >= 0 && tier !== 'inventory') {
      findings[marked] = { ...findings[marked]!, ...more, ...(tier ? { tier } : {}) };
    } else {
      add(tier === 'inventory' ? { inventory: true } : tier ? { tier } : headWords(rule), { path, ...more });
    }
  }
  findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { files, expected: { findings, inventory, problems: [] } };
}

/** What `# finding: hotspot` or `# finding: note` asks for; a bare mark means the rule's own tier. */
function markWords(text: string | undefined, rule: Rule): Words {
  const words = text?.split(',').map((word) => word.trim()) ?? [];
  let asked = headWords(rule);
  for (const word of words) {
    switch (word) {
      case 'inventory':
        asked = { inventory: true };
        break;
      case 'defect':
      case 'hotspot':
        asked = { ...(asked.level ? { level: asked.level } : {}), tier: word };
        break;
      case 'note':
        // In a security rule a lowered finding is a hotspot whose result has the level note.
        asked = { tier: rule.category === 'security' ? 'hotspot' : 'note', level: word };
        break;
      case 'warning':
      case 'error':
        asked = { ...asked, level: word };
        break;
      default:
        throw new ConfigurationError(`${rule.id}: "# finding: ${word}" is no tier and no level`);
    }
  }
  return asked;
}

function headWords(rule: Rule): Words {
  if (rule.category === 'practice') return { tier: 'note' };
  return rule.tier === 'inventory' ? { inventory: true } : { tier: rule.tier };
}
