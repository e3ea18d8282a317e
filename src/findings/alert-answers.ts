// What this scan says to each alert of another tool. In: the alerts, the findings and what was made of every sink. Out: an
// answer with its evidence. "Not found" is no proof of the contrary, and is not called one.
import type { SinkAnswer } from '../analyse/analysis.ts';
import type { Finding, FindingSet } from './finding-set.ts';
import type { ForeignAlert } from './foreign-alerts.ts';
import { createPeerIndex } from './peer-index.ts';
import type { RuleTable } from './rule-view.ts';

export type AnswerKind = 'confirmed' | 'contradicted' | 'not-found' | 'outside';

export interface AlertAnswer {
  readonly alert: ForeignAlert;
  readonly kind: AnswerKind;
  /** One sentence; holds words of the repository. */
  readonly why: string;
  /** The finding that confirms it. */
  readonly finding?: Finding;
}

/** A rule as far as it matters here: kinds of sinks it is about. */
export type SinksOfRule = (code: string) => readonly string[];

/** The answers in the order of the alerts. */
export function answerAlerts(
  alerts: readonly ForeignAlert[],
  set: FindingSet,
  rules: RuleTable,
  sinksOf: SinksOfRule,
): AlertAnswer[] {
  const peers = createPeerIndex(rules);
  const analysed = new Set<string>(set.coverage.files.map(({ path }) => path));
  const ran = new Set(set.coverage.rulesRun);
  return alerts.map((alert): AlertAnswer => {
    if (!analysed.has(alert.path)) return { alert, kind: 'outside', why: 'The file was not analysed.' };
    const codes = peers.codes(alert.form, alert.rule);
    if (codes.size === 0) return { alert, kind: 'outside', why: `There is no rule for ${alert.rule} here.` };
    const names = [...codes].sort().join(', ');
    const finding = set.findings.find((one) => confirms(one, alert, codes));
    if (finding !== undefined) return { alert, kind: 'confirmed', why: confirmedText(finding), finding };
    const kinds = new Set([...codes].flatMap((code) => [...sinksOf(code)]));
    const sites = (set.coverage.sinkAnswers ?? []).filter(
      (site) => site.path === alert.path && kinds.has(site.kind) && overlaps(site.line, site.endLine, alert),
    );
    const contrary = contraryText(sites);
    if (contrary !== undefined) return { alert, kind: 'contradicted', why: contrary };
    if (sites.some(({ outcome }) => outcome === 'unresolved'))
      return { alert, kind: 'not-found', why: `The type of the receiver is not known, so ${names} says nothing.` };
    if (![...codes].some((code) => ran.has(code)))
      return { alert, kind: 'outside', why: `${names} did not run (profile, select or ignore).` };
    return { alert, kind: 'not-found', why: `${names} ran and found nothing there.` };
  });
}

function confirms(finding: Finding, alert: ForeignAlert, codes: ReadonlySet<string>): boolean {
  if (![finding.rule, ...finding.mergedRules].some((code) => codes.has(code))) return false;
  if (finding.file === alert.path && overlaps(finding.context.startLine, finding.context.endLine, alert)) return true;
  return [...finding.allPlaces, ...finding.related.map(({ file, region }) => ({ file, line: region.startLine }))].some(
    ({ file, line }) => file === alert.path && overlaps(line, line, alert),
  );
}

function confirmedText(finding: Finding): string {
  const steps = finding.flows[0]?.steps ?? [];
  const source = steps[0];
  const way =
    source === undefined
      ? ''
      : ` The value comes from ${source.file}:${source.region.startLine}, in ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}.`;
  const accepted = finding.suppression === undefined ? '' : ` Accepted by "${finding.suppression.mark}".`;
  return `${finding.ruleId}: ${finding.message}${way}${accepted}`;
}

const outcomeText = {
  constant: 'what reaches the call is constant or bound',
  cleaned: 'what reaches the call is cleaned',
  guarded: 'what reaches the call is checked before',
  noSource: 'no untrusted value reaches the call',
} as const;

/** Undefined unless every place on those lines was found to be harmless. */
function contraryText(sites: readonly SinkAnswer[]): string | undefined {
  if (sites.length === 0) return undefined;
  const reasons = new Set<string>();
  for (const { outcome, by } of sites) {
    if (outcome === 'reported' || outcome === 'unresolved') return undefined;
    const names = by.length > 0 && (outcome === 'cleaned' || outcome === 'guarded') ? ` by ${by.join(', ')}` : '';
    reasons.add(outcomeText[outcome] + names);
  }
  const text = [...reasons].join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function overlaps(first: number, last: number, { line, endLine }: ForeignAlert): boolean {
  return first <= endLine && last >= line;
}
