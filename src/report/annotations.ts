// Findings as annotations of a workflow run (`github-delivery.md` §10). GitHub shows ten of each level for a step and drops
// the rest without a word: so nine are made, and the tenth says how many there are. Leaves alone: how they are printed.
import type { Finding } from '../findings/finding-set.ts';
import { shownSeverity } from './severity.ts';
import { ruleOf, type RulesByCode } from './rule-view.ts';
import { count } from './text/count.ts';
import { shortenMiddle } from './text/shorten.ts';
import { visibleText } from './text/visible-text.ts';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  /** Absent: it is about the whole run. */
  readonly place?: {
    readonly file: string;
    readonly line: number;
    /** Both, or none: columns are only allowed on one line. */
    readonly column: number;
    readonly endColumn: number;
  };
}

const perLevel = 9;
const titleLimit = 255;
const messageLimit = 500;

/** Annotations of findings given in the order of their importance; `fails`: it makes the gate fail. */
export function annotationsOf(
  findings: readonly Finding[],
  rules: RulesByCode,
  fails: (finding: Finding) => boolean,
): Annotation[] {
  const levels: AnnotationLevel[] = ['error', 'warning', 'notice'];
  return levels.flatMap((level) => {
    const own = findings.filter((finding) => levelOf(finding, fails) === level);
    const shown = own.slice(0, perLevel).map((finding) => annotationOf(finding, level, rules));
    const rest = own.length - shown.length;
    if (rest === 0) return shown;
    const message = `… and ${count(rest, 'more', 'more')}: see the job summary.`;
    return [...shown, { level, title: 'pyverdict', message }];
  });
}

function levelOf(finding: Finding, fails: (finding: Finding) => boolean): AnnotationLevel {
  if (fails(finding)) return 'error';
  return finding.tier === 'note' ? 'notice' : 'warning';
}

function annotationOf(finding: Finding, level: AnnotationLevel, rules: RulesByCode): Annotation {
  const rule = ruleOf(rules, finding.rule);
  const grade =
    finding.tier === 'note' ? '' : ` (${finding.tier === 'hotspot' ? 'to review' : shownSeverity(finding)})`;
  return {
    level,
    title: shortenMiddle(visibleText(`${finding.rule} ${rule.id}${grade}`), titleLimit),
    message: shortenMiddle(visibleText(finding.message.trim() || `${rule.title}.`), messageLimit),
    place: {
      file: visibleText(finding.file),
      line: finding.region.startLine,
      column: finding.region.startColumn,
      endColumn: finding.region.endColumn,
    },
  };
}
