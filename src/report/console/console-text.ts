// The review for a terminal: verdict first, then defects with code frames, hotspots to review, practice notes by family,
// coverage, caveat. Pure text of at most 88 columns wherever the words allow it; everything from the repository has its
// control characters made visible, and no line can be taken for a workflow command.
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import type { OwnRules } from '../../rules/bundle.ts';
import { coverageText } from '../coverage-text.ts';
import { orderO } from '../../findings/rank.ts';
import { shortenSteps, shownFlows } from '../flow-steps.ts';
import { noPracticeNotes, practiceGroups, practiceTail, type FamilyGroup } from '../practice-groups.ts';
import { ruleOf, rulesByCode, type RulesByCode, type RuleView } from '../rule-view.ts';
import { shownSeverity } from '../severity.ts';
import { activeFindings, tally } from '../tally.ts';
import { count } from '../text/count.ts';
import { withoutCommands } from '../text/safe-log-line.ts';
import { shortenEnd, shortenMiddle } from '../text/shorten.ts';
import { visibleText } from '../text/visible-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import { caveat, verdictText } from '../verdict-text.ts';
import { codeFrame } from './code-frame.ts';
import { style, type Style } from './style.ts';

const width = 88;
const shownDefects = 50;
const shownHotspots = 20;
const shownNotes = 5;
const messageLimit = 600;

/** The console's text, ending in a newline; `own`: what the checkout added to the rules. */
export function consoleText(set: FindingSet, rules: readonly RuleView[], colour: boolean, own?: OwnRules): string {
  const paint = style(colour);
  const byCode = rulesByCode(rules);
  const active = activeFindings(set.findings).sort(orderO(byCode));
  const tier = (name: Finding['tier']) => active.filter((finding) => finding.tier === name);
  const lines = [
    ...verdictLines(set, rules, paint),
    ...securityLines('Defects', tier('defect'), shownDefects, byCode, paint, paint.red),
    ...securityLines('To review', tier('hotspot'), shownHotspots, byCode, paint, paint.yellow),
    ...suppressedLines(set, paint),
    ...noteLines(set, rules, tier('note'), byCode, paint),
    ...coverageLines(set, rules, paint, own),
    '',
    ...wrapText(caveat, width),
  ];
  return `${lines.map(withoutCommands).join('\n')}\n`;
}

function verdictLines(set: FindingSet, rules: readonly RuleView[], paint: Style): string[] {
  const { sentence, reviewed } = verdictText(set, rules);
  const counts = tally(set.findings);
  const mark =
    set.verdict === 'no-explicit-defects' ? paint.green : set.verdict === 'incomplete' ? paint.yellow : paint.red;
  const rest = [
    `${count(counts.hotspots, 'hotspot')} to review`,
    count(counts.notes, 'practice note'),
    ...(counts.suppressed > 0 ? [`${counts.suppressed} suppressed in source`] : []),
  ];
  return [
    ...wrapText(safe(sentence), width).map((line) => mark(paint.bold(line))),
    '',
    ...wrapText(safe(reviewed), width),
    ...wrapText(`Beside the verdict: ${rest.join(', ')}.`, width),
    ...repairLines(set),
  ];
}

function repairLines({ findings }: FindingSet): string[] {
  const mended = activeFindings(findings).filter(({ repairs = [] }) => repairs.length > 0).length;
  if (mended === 0) return [];
  const whose = mended === 1 ? '1 finding has a mechanical fix' : `${mended} findings have mechanical fixes`;
  return wrapText(`${whose}: pyverdict scan --diff prints ${mended === 1 ? 'it' : 'them'} as a patch.`, width);
}

function securityLines(
  title: string,
  findings: readonly Finding[],
  limit: number,
  rules: RulesByCode,
  paint: Style,
  mark: (text: string) => string,
): string[] {
  if (findings.length === 0) return [];
  const rest = findings.length - limit;
  return [
    ...heading(`${title} (${findings.length})`, paint),
    ...findings
      .slice(0, limit)
      .flatMap((finding) => ['', ...securityFinding(finding, ruleOf(rules, finding.rule), paint, mark)]),
    ...(rest > 0 ? ['', `  And ${count(rest, 'more', 'more')}: see --json or --sarif.`] : []),
  ];
}

function securityFinding(finding: Finding, rule: RuleView, paint: Style, mark: (text: string) => string): string[] {
  const cwe = rule.cwe.length > 0 ? ` (${rule.cwe.map((number) => `CWE-${number}`).join(', ')})` : '';
  const fix = finding.fix === '' ? rule.fix : finding.fix;
  return [
    place(finding, paint),
    `  ${mark(paint.bold(shownSeverity(finding)))}  ${finding.rule} ${safe(rule.id)}${cwe}`,
    ...(finding.secret
      ? [`  ${paint.dim('(the line is not shown: it holds a secret)')}`]
      : codeFrame(finding, width, paint, mark)),
    ...wrapText(safe(shortenEnd(finding.message, messageLimit)), width, '  '),
    ...flowLines(finding, paint),
    ...finding.evidence.flatMap((sentence) => wrapText(safe(shortenEnd(sentence, messageLimit)), width, '  ')),
    ...labelled('Fix:', shortenEnd(fix, messageLimit), paint),
  ];
}

function flowLines(finding: Finding, paint: Style): string[] {
  const [steps] = shownFlows(finding, 1);
  if (!steps) return [];
  return [
    `  ${paint.dim('How the value gets there:')}`,
    ...shortenSteps(steps, 8).flatMap(({ step, omitted }) => [
      ...(omitted > 0 ? [`    … ${count(omitted, 'step')} omitted`] : []),
      ...wrapText(
        `${pathOf(step.file)}:${step.region.startLine}  ${safe(shortenEnd(step.message, 200))}`,
        width,
        '    ',
      ),
    ]),
  ];
}

function suppressedLines(set: FindingSet, paint: Style): string[] {
  const suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== 'note');
  if (suppressed.length === 0) return [];
  return [
    ...heading(`Suppressed in source, security (${suppressed.length})`, paint),
    '',
    ...suppressed
      .slice(0, shownHotspots)
      .flatMap((finding) =>
        wrapText(
          `${pathOf(finding.file)}:${finding.region.startLine}  ${finding.rule}  by ${safe(shortenEnd(finding.suppression?.mark ?? '', 120))}`,
          width,
          '  ',
        ),
      ),
    ...(suppressed.length > shownHotspots ? [`  And ${suppressed.length - shownHotspots} more.`] : []),
  ];
}

function noteLines(
  set: FindingSet,
  rules: readonly RuleView[],
  notes: readonly Finding[],
  byCode: RulesByCode,
  paint: Style,
): string[] {
  const tail = wrapText(safe(practiceTail(rules, set)), width, '  ');
  if (notes.length === 0) {
    const ran = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === 'practice');
    const none = ran ? wrapText(noPracticeNotes(set), width, '  ') : [];
    return [...heading('Practice notes', paint), '', ...none, ...tail];
  }
  return [
    ...heading(`Practice notes (${notes.length})`, paint),
    ...practiceGroups(notes, byCode, set).flatMap((group) => ['', ...familyLines(group, paint)]),
    '',
    ...tail,
  ];
}

function familyLines(group: FamilyGroup, paint: Style): string[] {
  const shown = group.evidence.slice(0, shownNotes);
  const rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0);
  const advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== '').join(' ');
  return [
    ...wrapText(`${safe(group.family.title)}: ${group.claim}`, width).map((line, index) =>
      index === 0 ? paint.cyan(line) : line,
    ),
    ...shown.flatMap(({ finding, rule, more, fix }) => [
      `  ${place(finding, paint)}  ${finding.rule} ${safe(rule.id)}${finding.level === 'warning' ? `  ${paint.yellow('warning')}` : ''}`,
      ...wrapText(
        safe(shortenEnd(finding.message, messageLimit)) + (more > 0 ? ` And ${more} more like it in this file.` : ''),
        width,
        '    ',
      ),
      ...(fix === undefined ? [] : wrapText(safe(shortenEnd(fix, messageLimit)), width, '    ')),
    ]),
    ...(rest > 0 ? [`  And ${count(rest, 'more', 'more')}: see --json or --sarif.`] : []),
    ...group.facts.map((fact) => `  ${fact}`),
    ...(advice === '' ? [] : wrapText(advice, width, '  ').map(paint.dim)),
  ];
}

function coverageLines(set: FindingSet, rules: readonly RuleView[], paint: Style, own: OwnRules | undefined): string[] {
  const text = coverageText(set, rules, own);
  const bullets = (items: readonly string[]) =>
    items.flatMap((item) => wrapText(safe(shortenEnd(item, messageLimit)), width, '  '));
  return [
    ...heading('What was analysed, and what was not', paint),
    '',
    ...bullets([text.analysed, ...text.sinks, ...text.facts]),
    ...(text.gaps.length > 0 ? ['', '  Not covered, or not wholly:', ...bullets(text.gaps)] : []),
  ];
}

function heading(title: string, paint: Style): string[] {
  return ['', paint.bold(title), paint.dim('-'.repeat(title.length))];
}

function labelled(label: string, text: string, paint: Style): string[] {
  const [first = '', ...rest] = wrapText(`${label} ${safe(text)}`, width, '  ');
  return [first.replace(label, paint.bold(label)), ...rest];
}

function place(finding: Finding, paint: Style): string {
  return paint.bold(`${pathOf(finding.file)}:${finding.region.startLine}:${finding.region.startColumn}`);
}

function pathOf(path: string): string {
  return shortenMiddle(visibleText(path), 200);
}

function safe(text: string): string {
  return visibleText(text.replaceAll('\n', ' '));
}
