// Practice notes grouped for people: by family, and within it by (rule, file) where one rule has more than three notes in
// a file (`practices-catalogue.md` §7). SARIF and JSON keep every note.
import type { AnalysedFile } from '../analyse/analysis.ts';
import type { Finding, FindingSet } from '../findings/finding-set.ts';
import { compareText } from '../findings/group.ts';
import { compareRank } from '../findings/rank.ts';
import { groupBy } from './group-by.ts';
import { practiceFamilies, unknownFamily, type PracticeFamily } from './practice-families.ts';
import { ruleOf, type RulesByCode, type RuleView } from './rule-view.ts';
import { count } from './text/count.ts';

/** One line of evidence: a note, standing for `more` others of its rule in its file. */
export interface Evidence {
  readonly finding: Finding;
  readonly rule: RuleView;
  readonly more: number;
  /** Advice of its own, where the family's sentences do not speak of this rule or this place has better words. */
  readonly fix?: string;
}

export interface FamilyGroup {
  readonly family: PracticeFamily;
  /** Notes in all, grouped ones included. */
  readonly notes: number;
  /** One or two sentences with the counts. */
  readonly claim: string;
  /** Why it matters, what to do, when it is fine: empty where the evidence brings its own advice. */
  readonly why: string;
  readonly whatToDo: string;
  readonly fine: string;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Facts about the whole, each a sentence of our own: the share of comments that give a reason. */
  readonly facts: readonly string[];
}

const groupedAbove = 3;

/** The families that have notes, in the order of the paragraphs, families of a checkout's own rules last. */
export function practiceGroups(notes: readonly Finding[], rules: RulesByCode, set: FindingSet): FamilyGroup[] {
  const unexplained = notes.filter(({ mergedRules }) => mergedRules.includes('BP406')).length;
  const byFamily = groupBy(notes, (note) => ruleOf(rules, note.rule).family);
  const known = practiceFamilies.filter((family) => byFamily.has(family.family));
  const others = [...byFamily.keys()]
    .filter((family) => !practiceFamilies.some((entry) => entry.family === family))
    .sort(compareText)
    .map(unknownFamily);
  return [...known, ...others].map((family) =>
    familyGroup(family, byFamily.get(family.family) ?? [], rules, set, unexplained),
  );
}

function familyGroup(
  family: PracticeFamily,
  notes: readonly Finding[],
  rules: RulesByCode,
  set: FindingSet,
  unexplained: number,
): FamilyGroup {
  const spokenOf = notes.filter((note) => !family.about || family.about.includes(note.rule));
  const others = notes.length - spokenOf.length;
  const claims = spokenOf.length > 0 ? [family.claim(spokenOf.length)] : [];
  if (others > 0) claims.push(`${count(others, spokenOf.length > 0 ? 'further note' : 'note')}.`);
  const says = spokenOf.length > 0;
  const production = spokenOf.every((note) => !note.inTest);
  return {
    family,
    notes: notes.length,
    claim: claims.join(' '),
    why: says ? ((production ? family.whyInProduction : undefined) ?? family.why) : '',
    whatToDo: says ? family.whatToDo : '',
    fine: says ? family.fine : '',
    evidence: evidenceOf(notes, family, rules),
    facts:
      family.family === 'comments'
        ? [...commentFacts(set.coverage.files), ...unexplainedFacts(unexplained)]
        : family.family === 'flakiness'
          ? flakyFacts(notes)
          : [],
  };
}

/** Practice families that a rule looked at in this run, by the names of the tail sentence. */
export function familiesLookedAt(rules: readonly RuleView[], rulesRun: readonly string[]): string[] {
  const ran = new Set(rulesRun);
  const families = new Set(
    rules.filter((rule) => rule.category === 'practice' && ran.has(rule.code)).map((rule) => rule.family),
  );
  const known = practiceFamilies.filter((family) => families.has(family.family)).map((family) => family.lookedAt);
  const others = [...families]
    .filter((family) => !practiceFamilies.some((entry) => entry.family === family))
    .sort(compareText);
  return [...known, ...others];
}

/** The sentence that closes the notes, always. */
export function practiceTail(rules: readonly RuleView[], set: FindingSet): string {
  const lookedAt = familiesLookedAt(rules, set.coverage.rulesRun);
  if (lookedAt.length === 0) return 'No practice rule ran, so nothing is said about practice.';
  return (
    `Looked at: ${lookedAt.join(', ')}. These are notes on the files given; they say nothing about the system's behaviour ` +
    'at run time or about its dependencies.'
  );
}

/** "No practice notes in 3 files of test code and 9 of production code." */
export function noPracticeNotes(set: FindingSet): string {
  const test = set.coverage.files.filter((file) => file.test).length;
  const production = set.coverage.files.length - test;
  return `No practice notes in ${count(test, 'file')} of test code and ${production} of production code.`;
}

function evidenceOf(notes: readonly Finding[], family: PracticeFamily, rules: RulesByCode): Evidence[] {
  const groups = groupBy([...notes].sort(compareRank), (note) => `${note.rule} ${note.file}`);
  return [...groups.values()]
    .flatMap((group) =>
      group.length > groupedAbove
        ? group.slice(0, 1).map((finding) => ({ finding, more: group.length - 1 }))
        : group.map((finding) => ({ finding, more: 0 })),
    )
    .sort((a, b) => compareRank(a.finding, b.finding))
    .map(({ finding, more }) => {
      const rule = ruleOf(rules, finding.rule);
      const general = !family.about || family.about.includes(finding.rule);
      const ownWords = finding.fix.trim() !== '' && finding.fix.trim() !== rule.fix.trim();
      const fix = ownWords ? finding.fix : general ? undefined : rule.fix;
      return { finding, rule, more, ...(fix === undefined ? {} : { fix }) };
    });
}

/** Notes of other families that carry the one about unexplained numbers (BP406). */
function unexplainedFacts(waits: number): string[] {
  if (waits === 0) return [];
  return [`The numbers of ${count(waits, 'wait')} above have no reason either.`];
}

// Rules about what tests say of themselves: rerun until they pass, skipped because they are flaky.
const marksOfFlaky: readonly string[] = ['BP164', 'BP165'];

/** "6 tests are marked flaky." */
function flakyFacts(notes: readonly Finding[]): string[] {
  const marked = notes.filter(({ rule }) => marksOfFlaky.includes(rule));
  const tests = marked.reduce((sum, { allPlaces }) => sum + allPlaces.length, 0);
  return tests === 0 ? [] : [`${count(tests, 'test')} ${tests === 1 ? 'is' : 'are'} marked flaky.`];
}

function commentFacts(files: readonly AnalysedFile[]): string[] {
  let withReason = 0;
  let blocks = 0;
  for (const file of files) {
    withReason += file.commentReasons?.withReason ?? 0;
    blocks += file.commentReasons?.blocks ?? 0;
  }
  if (blocks === 0) return [];
  return [`${withReason} of ${count(blocks, 'comment block')} ${withReason === 1 ? 'gives' : 'give'} a reason.`];
}
