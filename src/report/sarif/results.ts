// SARIF results from findings (`github-delivery.md` §2, §5, §6.1): one location each, the paths inline, suppressions kept.
import type { CodeFlow, Fix, Location, Result, Suppression as SarifSuppression, ThreadFlowLocation } from 'sarif';
import type { Finding, FoundStep } from '../../findings/finding-set.ts';
import { shortenSteps, shownFlows } from '../flow-steps.ts';
import type { RuleView } from '../rule-view.ts';
import { count } from '../text/count.ts';
import { wellFormed } from '../text/visible-text.ts';
import { artifactLocation, linkedLocation, physicalLocation, regionOf, surrounds } from './locations.ts';
import { escapeMessage, linkedMessage, type LinkTarget } from './message-text.ts';
import type { Descriptors } from './rule-descriptors.ts';

export const flowLimit = 4;
export const stepLimit = 32;
export const relatedLimit = 20;

/** The result of a finding, as `results.sarif` holds it. */
export function sarifResult(finding: Finding, rule: RuleView, descriptors: Descriptors): Result {
  const flows = shownFlows(finding, flowLimit);
  const related = relatedLocations(finding, flows);
  const codeFlows = flows.map((steps) => codeFlow(steps, finding.secret));
  const suppressions = suppressionsOf(finding);
  const primary = physicalLocation(finding, finding.secret);
  return {
    ruleId: finding.ruleId,
    ruleIndex: descriptors.indexOf.get(finding.ruleId) ?? -1,
    ...(descriptors.levelOf.get(finding.ruleId) === finding.level ? {} : { level: finding.level }),
    kind: 'fail',
    message: { text: messageOf(finding, rule, related) },
    locations: [
      {
        physicalLocation: surrounds(finding.context, finding.region)
          ? { ...primary, contextRegion: regionOf(finding.context) }
          : primary,
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related.map(({ location }) => location) } : {}),
    ...(codeFlows.length > 0 ? { codeFlows } : {}),
    partialFingerprints: { primaryLocationLineHash: finding.lineHash, 'pyverdictContext/v1': finding.fingerprint },
    ...(finding.repairs === undefined ? {} : { fixes: fixesOf(finding) }),
    ...(suppressions.length > 0 ? { suppressions } : {}),
    ...(finding.baseline === undefined ? {} : { baselineState: finding.baseline }),
    properties: {
      tier: finding.tier,
      ...(finding.mergedRules.length > 0 ? { mergedRules: [...finding.mergedRules] } : {}),
    },
  };
}

interface Related {
  readonly target: LinkTarget;
  readonly location: Location;
}

// The source of a path comes first, so that the message can link it as number 1.
function relatedLocations(finding: Finding, flows: readonly (readonly FoundStep[])[]): Related[] {
  const sources = flows.slice(0, 1).flatMap((steps) => steps[0] ?? []);
  return [...sources, ...finding.related].slice(0, relatedLimit).map((place, index) => ({
    target: { id: index + 1, file: place.file, line: place.region.startLine },
    location: linkedLocation(index + 1, place, place.message, finding.secret),
  }));
}

function messageOf(finding: Finding, rule: RuleView, related: readonly Related[]): string {
  // The rule's own fix is on its help page; one in the words of this place is nowhere else.
  const ownFix = finding.fix.trim() !== '' && finding.fix.trim() !== rule.fix.trim() ? ` ${finding.fix.trim()}` : '';
  // GitHub rejects a result without a text.
  const said = finding.message.trim() === '' ? `${rule.title}.` : finding.message;
  let message = linkedMessage(
    finding,
    said + ownFix,
    related.map(({ target }) => target),
  );
  const source = related[0]?.target;
  if (source && finding.flows.length > 0 && !message.includes(`](${source.id})`)) {
    const place = source.file === finding.file ? `line ${source.line}` : `${source.file} line ${source.line}`;
    message += ` The value comes from [${escapeMessage(place)}](${source.id}).`;
  }
  const more = finding.furtherPlaces + Math.max(0, finding.related.length - relatedLimit);
  if (more > 0 && !/\b\d[\d,]* (?:more|other)\b/.test(finding.message))
    message += ` And ${count(more, 'more place', 'more places')}.`;
  return message;
}

function codeFlow(steps: readonly FoundStep[], secret: boolean): CodeFlow {
  const locations = shortenSteps(steps, stepLimit).map(({ step, position, omitted }): ThreadFlowLocation => {
    const gap = omitted > 0 ? `… ${count(omitted, 'step')} omitted; ` : '';
    return {
      location: {
        physicalLocation: physicalLocation(step, secret),
        message: { text: escapeMessage(gap + step.message) },
      },
      kinds: [step.kind],
      nestingLevel: step.depth,
      executionOrder: position + 1,
      importance: step.kind === 'assignment' ? 'unimportant' : 'essential',
    };
  });
  return { threadFlows: [{ locations }] };
}

/** One for each place that has one; each stands on its own, so that a viewer may apply any of them. */
function fixesOf(finding: Finding): Fix[] {
  return (finding.repairs ?? []).map(({ file, replacements, safe }) => ({
    description: { text: escapeMessage(finding.fix) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: replacements.map(({ region, text }) => ({
          deletedRegion: { ...region },
          insertedContent: { text: wellFormed(text) },
        })),
      },
    ],
    properties: { safe },
  }));
}

function suppressionsOf(finding: Finding): SarifSuppression[] {
  const made: SarifSuppression[] = [];
  if (finding.suppression) {
    const { mark, reason, file, line } = finding.suppression;
    made.push({
      kind: 'inSource',
      status: 'accepted',
      ...(reason === '' ? {} : { justification: wellFormed(reason) }),
      location: { physicalLocation: { artifactLocation: artifactLocation(file), region: { startLine: line } } },
      properties: { mark: wellFormed(mark) },
    });
  }
  // Known before this change: other viewers may hide it, GitHub gets it as an ordinary result (upload view).
  if (finding.baseline === 'unchanged')
    made.push({ kind: 'external', status: 'accepted', justification: 'Known in the baseline.' });
  return made;
}
