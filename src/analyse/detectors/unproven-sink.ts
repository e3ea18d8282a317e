// The detector `unproven-sink`: what reaches a sink is built at run time, and nothing shows where it is from. For review only: whoever
// leaves another tool expects to be shown these. In: what the interpreter recorded at sinks. Out: one detection for each sink.
import type { Value } from '../values/value.ts';
import type { SinkSite } from '../taint/sink-log.ts';
import type { CreateDetector } from './detector.ts';
import { sinkHoles } from './taint.ts';
import { circumstancesHold } from './use-circumstances.ts';

export const unprovenSink: CreateDetector<'unproven-sink'> = (context) => {
  const { rule, report } = context;
  const finish = (): void => {
    for (const site of context.engine().sinks?.sites() ?? []) {
      if (!rule.sinks.includes(site.kind) || !isUnproven(site) || !readsAs(rule.text, site)) continue;
      const { module, node, functionIndex } = site;
      const holds = (circumstance: Parameters<typeof circumstancesHold>[0]): boolean =>
        circumstancesHold(circumstance, site, undefined, context);
      if (rule.unless?.some(holds) === true) continue;
      const lowered = rule.lower?.find(({ when }) => when.some(holds));
      report({
        module,
        functionIndex,
        node,
        values: sinkHoles(site),
        ...(lowered === undefined ? {} : { tier: lowered.tier }),
        ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      });
    }
  };
  return { finish };
};

/** Some value is not constant and its origin not known, or hangs on a parameter that no caller in the checkout fills. */
function isUnproven(site: SinkSite): boolean {
  return site.unproven || (site.open && !site.constant);
}

const statement =
  /^\s*(?:--[^\n]*\n\s*|\/\*.*?\*\/\s*)*(?:with\b.*?\)\s*)?(?:select\b.*\bfrom\b|insert\s+(?:or\s+\w+\s+)?into\b|replace\s+into\b|update\b.*\bset\b|delete\s+from\b|merge\s+into\b|create\s+(?:\w+\s+)*(?:table|index|view|database|schema|user|role|function|trigger)\b|alter\s+(?:table|user|role|database)\b|drop\s+(?:table|index|view|database|schema|user|role)\b|truncate\s+(?:table\s+)?\S|grant\b.*\bto\b|pragma\b|call\s+\w|exec(?:ute)?\s+\w)/is;

function readsAs(wanted: 'sql' | 'built' | undefined, site: SinkSite): boolean {
  if (wanted === undefined) return true;
  const text = site.text === undefined ? undefined : knownText(site.text);
  if (text === undefined) return false;
  return wanted === 'built' || statement.test(text);
}

/** Known parts with a sign for each hole; undefined if it has no hole. */
function knownText({ text }: Value): string | undefined {
  if (text === undefined || text.every((part) => typeof part === 'string')) return undefined;
  return text.map((part) => (typeof part === 'string' ? part : 'x')).join('');
}
