// The detector `taint`: untrusted data that reaches a sink without having been made harmless for it. In: what the interpreter
// recorded at sinks. Out: one detection for each sink, with at most four ways that lead there.
import { MODULE } from '../../model/file-index.ts';
import type { Hit, SinkSite } from '../taint/sink-log.ts';
import { sinkName } from '../taint/sink-log.ts';
import { boundForm } from '../taint/bound-form.ts';
import { argumentNode, describeSource, flowOf } from '../taint/flow-steps.ts';
import type { CreateDetector } from './detector.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { written } from './written-expression.ts';

const MAX_FLOWS = 4;

export const taint: CreateDetector<'taint'> = (context) => {
  const { rule, report } = context;
  const finish = (): void => {
    for (const site of context.engine().sinks?.sites() ?? []) {
      if (!rule.sinks.includes(site.kind)) continue;
      const wanted = site.hits.filter(({ source }) => rule.sources.includes(source.kind));
      const lesser = site.hits.filter(({ source }) => rule.reviewSources.includes(source.kind));
      const sure = wanted.filter(({ review }) => !review);
      const hits = sure.length > 0 ? sure : wanted.length > 0 ? wanted : lesser;
      if (hits.length > 0) tell(site, hits, sure.length === 0);
    }
  };
  const tell = (site: SinkSite, hits: readonly Hit[], isReview: boolean): void => {
    const { module, node, functionIndex } = site;
    const holds = (circumstance: Parameters<typeof circumstancesHold>[0]): boolean =>
      circumstancesHold(circumstance, site, undefined, context);
    if (rule.unless?.some(holds) === true) return;
    const lowered = rule.lower?.find(({ when }) => when.some(holds));
    const ways = hits
      .map((hit) => ({ hit, flow: flowOf(hit, site) }))
      .toSorted((a, b) => a.flow.steps.length - b.flow.steps.length);
    const { source } = ways[0]!.hit;
    const described = describeSource(source);
    const bound = boundForm(site);
    report({
      module,
      functionIndex,
      node,
      values: {
        source: described,
        Source: described.slice(0, 1).toUpperCase() + described.slice(1),
        ...sinkHoles(site),
      },
      ...(isReview ? { tier: 'hotspot' as const } : {}),
      ...(lowered === undefined ? {} : { tier: lowered.tier }),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      ...(bound === undefined ? {} : { fix: bound }),
      flows: ways.slice(0, MAX_FLOWS).map(({ flow }) => flow),
      taint: { source: source.kind, sink: site.kind },
    });
  };
  return { finish };
};

/** What messages may say of a sink. */
export function sinkHoles(site: SinkSite): Readonly<Record<string, string>> {
  const { module, functionIndex } = site;
  const argument = argumentNode(site);
  return {
    sink: sinkName(site),
    argument: (argument < 0 ? '' : written(module.tree, argument)) || 'the value',
    function: functionIndex === MODULE ? 'the module' : module.qualifiedName(functionIndex),
  };
}
