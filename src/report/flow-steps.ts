// Which steps of a taint path are shown (`github-delivery.md` §5). Shared by SARIF, summary and console.
import type { Finding, FoundStep } from '../findings/finding-set.ts';

export interface ShownStep {
  readonly step: FoundStep;
  /** Place in the whole path, from 0. */
  readonly position: number;
  /** Steps left out right before this one. */
  readonly omitted: number;
}

/** Flows that are shown: the shortest first, at most `limit`. */
export function shownFlows(finding: Finding, limit: number): (readonly FoundStep[])[] {
  return finding.flows
    .map((flow) => flow.steps)
    .filter((steps) => steps.length > 0)
    .sort((a, b) => a.length - b.length)
    .slice(0, limit);
}

/**
 * At most `limit` steps of a path: its ends (a third of the limit each), then the calls and returns in between as far as
 * there is room. What is left out is counted at the step that follows.
 */
export function shortenSteps(steps: readonly FoundStep[], limit: number): ShownStep[] {
  const chosen = steps.length <= limit ? steps.map((_, index) => index) : keptPositions(steps, limit);
  return chosen.flatMap((position, index) => {
    const step = steps[position];
    const previous = index === 0 ? -1 : (chosen[index - 1] ?? -1);
    return step ? [{ step, position, omitted: position - previous - 1 }] : [];
  });
}

function keptPositions(steps: readonly FoundStep[], limit: number): number[] {
  const ends = Math.floor((limit - 1) / 3);
  // The source and what follows it; the sink and what leads to it.
  const kept = new Set<number>();
  for (let index = 0; index <= ends; index++) kept.add(index);
  for (let index = 0; index < Math.max(ends, 1); index++) kept.add(steps.length - 1 - index);
  for (const [index, step] of steps.entries()) {
    if (kept.size >= limit) break;
    if (step.kind === 'call' || step.kind === 'return') kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}
