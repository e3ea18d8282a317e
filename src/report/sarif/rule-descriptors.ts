// Reporting descriptors: one for every rule that ran, and the sub-rule `<code>/review` that findings to review carry
// (`github-delivery.md` §2.3). GitHub takes the severity from here alone.
import type { ReportingDescriptor } from 'sarif';
import type { Finding } from '../../findings/finding-set.ts';
import { compareText } from '../../findings/group.ts';
import { ruleHelpMarkdown, ruleHelpText } from '../rule-help.ts';
import { cweTag, levelOfSeverity, ruleName } from '../../rules/derived.ts';
import type { RuleLevel, RuleView } from '../rule-view.ts';
import { shortenEnd } from '../text/shorten.ts';
import type { CweTaxonomy } from './cwe-taxonomy.ts';

/** Most a finding to review can weigh: never "high", so that it fails no check. */
export const reviewSeverityCap = 6.9;
const tagLimit = 9;

export interface Descriptors {
  readonly rules: ReportingDescriptor[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly levelOf: ReadonlyMap<string, RuleLevel>;
}

/**
 * Descriptors of the rules that ran, sorted by id. A defect rule has both ids, since test code lowers any of its
 * findings; a hotspot rule has `/review`, and the plain id where a case of it is a defect. An id that is not
 * expected is there when a finding carries it.
 */
export function ruleDescriptors(
  rules: readonly RuleView[],
  findings: readonly Finding[],
  taxonomy: CweTaxonomy,
  rulePages: string | undefined,
): Descriptors {
  const used = new Map<string, number | undefined>();
  for (const finding of findings) used.set(finding.ruleId, finding.severity ?? used.get(finding.ruleId));
  const made = rules
    .flatMap((rule) => idsOf(rule, used).map((id) => ({ id, ...describe(rule, id, used.get(id)) })))
    .sort((a, b) => compareText(a.id, b.id));
  return {
    rules: made.map(({ id, descriptor, rule }) => {
      const page = rulePages === undefined ? rule.references[0] : `${rulePages}${rule.id}.md`;
      const relationships = taxonomy.relationships(rule);
      return {
        id,
        ...descriptor,
        ...(page === undefined ? {} : { helpUri: page }),
        ...(relationships.length > 0 ? { relationships } : {}),
      };
    }),
    indexOf: new Map(made.map(({ id }, index) => [id, index])),
    levelOf: new Map(made.map(({ id, level }) => [id, level])),
  };
}

function idsOf(rule: RuleView, used: ReadonlyMap<string, unknown>): string[] {
  const review = `${rule.code}/review`;
  if (rule.category === 'practice') return [rule.code];
  const plainExpected = rule.tier === 'defect' || rule.caseSeverity?.defect !== undefined;
  const reviewExpected = rule.tier === 'defect' || rule.tier === 'hotspot' || rule.caseSeverity?.hotspot !== undefined;
  return [
    ...(plainExpected || used.has(rule.code) ? [rule.code] : []),
    ...(reviewExpected || used.has(review) ? [review] : []),
  ];
}

function describe(rule: RuleView, id: string, usedSeverity: number | undefined) {
  const review = id.endsWith('/review');
  const severity = rule.category === 'practice' ? undefined : (usedSeverity ?? ruleSeverity(rule, review));
  const level = severity === undefined ? practiceLevel(rule) : reviewLevel(levelOfSeverity(severity), review);
  const descriptor: Omit<ReportingDescriptor, 'id'> = {
    name: ruleName(rule) + (review ? 'Review' : ''),
    shortDescription: { text: shortenEnd(rule.title, review ? 108 : 120) + (review ? ' (to review)' : '') },
    fullDescription: { text: shortenEnd(rule.why.trim(), 900) },
    help: { text: ruleHelpText(rule), markdown: ruleHelpMarkdown(rule) },
    defaultConfiguration: { level },
    properties: {
      tags: tagsOf(rule),
      precision: rule.precision,
      'problem.severity': level === 'note' ? 'recommendation' : level,
      ...(severity === undefined ? {} : { 'security-severity': severity.toFixed(1) }),
    },
  };
  return { descriptor, level, rule };
}

function ruleSeverity(rule: RuleView, review: boolean): number {
  const severity = rule.severity ?? 0.1;
  if (!review) return rule.caseSeverity?.defect ?? severity;
  return Math.min(rule.caseSeverity?.hotspot ?? severity, reviewSeverityCap);
}

function reviewLevel(level: RuleLevel, review: boolean): RuleLevel {
  return review && level === 'error' ? 'warning' : level;
}

/** The heavier of the levels a practice rule has in test and production code; never `error`. */
function practiceLevel(rule: RuleView): RuleLevel {
  return rule.practiceLevels?.test === 'warning' || rule.practiceLevels?.production === 'warning' ? 'warning' : 'note';
}

// The tag `security` would make a practice rule a security rule for GitHub, whoever wrote it into the rule.
function tagsOf(rule: RuleView): string[] {
  const own = rule.tags.filter((tag) => tag !== 'security' && tag !== 'practice');
  return [...new Set([rule.category, ...rule.cwe.map(cweTag), 'python', ...own, rule.family])].slice(0, tagLimit);
}
