// A taint path as a Mermaid flowchart (`github-delivery.md` §11.5). The step list beside it says everything in text; the
// diagram is never the only place for a fact.
import type { FoundStep } from '../../findings/finding-set.ts';
import { shortenSteps } from '../flow-steps.ts';
import { fenced } from '../rule-help.ts';
import { count } from '../text/count.ts';
import { shortenMiddle } from '../text/shorten.ts';
import { visibleText } from '../text/visible-text.ts';

const nodeLimit = 12;
const characterLimit = 4000;

/** The fenced diagram; undefined where it would show no more than the list, or be too large for Mermaid to be asked to draw it. */
export function flowDiagram(steps: readonly FoundStep[]): string | undefined {
  if (steps.length < 3) return undefined;
  const labels: string[] = [];
  // A gap is a node too, so the steps get half as many nodes as there could be gaps.
  for (const { step, omitted } of shortenSteps(steps, nodeLimit - (steps.length > nodeLimit ? 3 : 0))) {
    if (omitted > 0) labels.push(nodeText(`… ${count(omitted, 'step')}`));
    labels.push(
      // A label is no Markdown.
      `${nodeText(step.message.replaceAll('`', ''), 80)}<br/>${nodeText(`${shortenMiddle(step.file, 60)}:${step.region.startLine}`, 80)}`,
    );
  }
  const shown = collapsed(labels);
  const lines = [
    'flowchart TD',
    ...shown.map((label, index) => `  n${index}["${label}"]`),
    ...shown.slice(1).map((_, index) => `  n${index} --> n${index + 1}`),
  ];
  const text = lines.join('\n');
  return text.length > characterLimit ? undefined : fenced(text, 'mermaid');
}

// Gaps between single steps can push the number of nodes over the limit: then the middle becomes one node.
function collapsed(labels: readonly string[]): readonly string[] {
  if (labels.length <= nodeLimit) return labels;
  const tail = Math.floor((nodeLimit - 1) / 2);
  const head = nodeLimit - 1 - tail;
  return [...labels.slice(0, head), nodeText('… steps omitted'), ...labels.slice(labels.length - tail)];
}

/** Text of a label: everything but a few harmless characters as `#N;`, Mermaid's way to write a character. */
export function nodeText(text: string, limit = 80): string {
  return [...shortenMiddle(visibleText(text), limit)]
    .map((character) => (/[A-Za-z0-9 ._/-]/.test(character) ? character : `#${character.codePointAt(0) ?? 0xfffd};`))
    .join('');
}
