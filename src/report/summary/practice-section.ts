// The paragraphs of the practice notes (`practices-catalogue.md` §8): claim, evidence, why it matters, what to do, when
// it is fine. The sentence that says what was looked at closes them, always.
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import { noPracticeNotes, practiceGroups, practiceTail, type Evidence, type FamilyGroup } from '../practice-groups.ts';
import { rulesByCode, type RuleView } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { grouped } from '../text/count.ts';
import { prose } from '../text/markdown-text.ts';
import { ruleCode } from './finding-table.ts';
import { placeLink } from './links.ts';

/** The section with at most `links` pieces of evidence for each family. */
export function practiceSection(
  set: FindingSet,
  rules: readonly RuleView[],
  notes: readonly Finding[],
  run: RunFacts,
  links: number,
): string {
  const byCode = rulesByCode(rules);
  const oneFile = set.coverage.files.length === 1;
  const practiceRan = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === 'practice');
  const paragraphs = practiceGroups(notes, byCode, set).map((group) => paragraph(group, run, links, oneFile));
  return [
    '### Best-practice notes',
    ...(notes.length === 0 && practiceRan ? [noPracticeNotes(set)] : paragraphs),
    prose(practiceTail(rules, set)),
  ].join('\n\n');
}

function paragraph(group: FamilyGroup, run: RunFacts, links: number, oneFile: boolean): string {
  const shown = group.evidence.slice(0, links);
  const rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0);
  const items = [
    ...shown.map((evidence) => evidenceText(evidence, run, oneFile)),
    ...(rest > 0 ? [`and ${grouped(rest)} more (see the Security tab / SARIF)`] : []),
    ...group.facts,
  ];
  const advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== '').join(' ');
  return [
    `**${prose(group.family.title)}.** ${group.claim}`,
    items.map((item) => `- ${item}`).join('\n'),
    ...(advice === '' ? [] : [advice]),
  ].join('\n\n');
}

function evidenceText({ finding, rule, more, fix }: Evidence, run: RunFacts, oneFile: boolean): string {
  const line = finding.region.startLine;
  // The header names the file when there is only one.
  const where = placeLink(run, finding.file, line, oneFile ? `line ${line}` : undefined);
  const parts = [
    `${where}: ${prose(finding.message)}`,
    ...(more > 0 ? [`And ${grouped(more)} more like it in this file.`] : []),
    ...(fix === undefined ? [] : [prose(fix)]),
  ];
  return `${parts.join(' ')} (${ruleCode(rule, run)})`;
}
