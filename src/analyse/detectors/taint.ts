// The detector `taint`: untrusted data that reaches a sink without having been made harmless for it. In: what the interpreter
// recorded at sinks. Out: one detection for each sink, with at most four ways that lead there.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { Hit, SinkSite } from '../taint/sink-log.ts';
import { sinkName } from '../taint/sink-name.ts';
import type { Source, Trace } from '../values/taint.ts';
import { boundForm } from '../taint/bound-form.ts';
import { argumentNode, describeSource, flowOf } from '../taint/flow-steps.ts';
import type { CreateDetector } from './detector.ts';
import { usage } from './usage.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { written } from './written-expression.ts';
import type { FunctionPlace } from '../witness/test-witness.ts';
import { testWitness } from '../witness/test-witness.ts';

const MAX_FLOWS = 4;
// How much a place tells: untrusted data at a sink, at one that is worth a review, data that is worth a review itself.
const SURE = 3;
const LOWERED = 2;
const LESSER = 1;

interface Found {
  readonly site: SinkSite;
  readonly hits: readonly Hit[];
  readonly rank: number;
}

export const taint: CreateDetector<'taint'> = (context) => {
  const { rule, report } = context;
  const pairs = [{ sources: rule.sources, sinks: rule.sinks }, ...(rule.also ?? [])];
  // Sources that reach what another rule speaks about.
  const elsewhere = new Set<Source>();
  const finish = (): void => {
    for (const site of rule.unlessReaches === undefined ? [] : (context.engine().sinks?.sites() ?? []))
      if (rule.unlessReaches?.includes(site.kind) === true) for (const { source } of site.hits) elsewhere.add(source);
    const strongest = new Map<Module, Map<string, Found>>();
    for (const site of context.engine().sinks?.sites() ?? []) {
      const found = foundAt(site);
      if (found === undefined) continue;
      let ofModule = strongest.get(site.module);
      if (ofModule === undefined) strongest.set(site.module, (ofModule = new Map<string, Found>()));
      // One place can be a sink of several kinds: headers of a mail, and its HTML.
      const key = `${site.node}${keyOf(site) ?? ''}`;
      const other = ofModule.get(key);
      if (other === undefined || found.rank > other.rank) ofModule.set(key, found);
    }
    const told = new Set<string>();
    for (const ofModule of strongest.values())
      for (const { site, hits, rank } of ofModule.values()) {
        const key = keyOf(site);
        // Several views can fill one place of a template: one of them is enough.
        if (key !== undefined && told.has(key)) site.reported = true;
        else tell(site, hits, rank < SURE);
        if (key !== undefined) told.add(key);
      }
  };
  // Where something stands (`in`) can excuse the source as well: a stack trace that is only made while debugging.
  const places = rule.unless?.filter((one) => Object.keys(one).every((key) => key === 'in')) ?? [];
  const isExcused = ({ source, trace }: Hit): boolean => {
    if (places.length === 0) return false;
    const { module, node } = firstStep(trace) ?? source;
    const site = { module, node, functionIndex: module.functionAround(node) };
    return places.some((one) => circumstancesHold(one, site, undefined, context));
  };
  const isTest = (module: Module): boolean => context.knowledge.context(module).isTest;
  /** Only a server or a handler of the tests sends it here. */
  const isOfTests = ({ source, trace }: Hit, site: SinkSite): boolean => {
    if (isTest(site.module)) return false;
    let step = trace;
    while (step !== undefined && !isTest(step.module)) step = step.before;
    return step !== undefined || isTest(source.module);
  };
  const foundAt = (site: SinkSite): Found | undefined => {
    const sources = pairs.flatMap((pair) => (pair.sinks.includes(site.kind) ? pair.sources : []));
    if (sources.length === 0 && !rule.sinks.includes(site.kind)) return undefined;
    if (site.hits.some(({ source }) => rule.unlessFrom?.includes(source.kind) === true)) return undefined;
    const wanted = site.hits.filter(
      (hit) =>
        sources.includes(hit.source.kind) && !isExcused(hit) && !elsewhere.has(hit.source) && !isOfTests(hit, site),
    );
    const sure = wanted.filter(({ review }) => !review);
    if (sure.length > 0) return { site, hits: sure, rank: SURE };
    if (wanted.length > 0) return { site, hits: wanted, rank: LOWERED };
    const lesser = site.hits.filter(({ source }) => rule.reviewSources.includes(source.kind));
    return lesser.length > 0 ? { site, hits: lesser, rank: LESSER } : undefined;
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
    const untested = testWitness(context.engine(), context.knowledge).untested(wayOf(ways[0]!.hit, site));
    site.reported = true;
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
      ...(site.entry.entry.undeclared === true && rule.messages?.['undeclared'] !== undefined
        ? { wording: 'undeclared' }
        : {}),
      ...(hits.every(({ note }) => note === true) ? { level: 'note' as const } : {}),
      ...(lowered === undefined ? {} : { tier: lowered.tier }),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      ...(bound === undefined ? {} : { fix: bound }),
      ...(site.place === undefined
        ? {}
        : { page: site.place, fix: fixOfTemplates, related: [{ module, node, message: 'rendered here' }] }),
      ...(untested === undefined ? {} : { evidence: [untested] }),
      flows: ways.slice(0, MAX_FLOWS).map(({ flow }) => flow),
      taint: { source: source.kind, sink: site.kind },
    });
  };
  const { uses } = rule;
  return uses === undefined
    ? { finish }
    : { ...usage({ ...context, rule: { ...rule, detector: 'usage', uses } }), finish };
};

const fixOfTemplates =
  'Take out what switches escaping off, put the attribute into quotes, hand values to scripts with tojson or json_script, and let addresses begin with https:// or a slash; clean text that is meant to have markup with nh3 or bleach.';

/** Of a place in a template. */
function keyOf({ place }: SinkSite): string | undefined {
  return place === undefined ? undefined : `:${place.file}:${place.range.start}`;
}

/** The functions on a way, from the source to the sink. */
function wayOf({ source, trace }: Hit, site: SinkSite): FunctionPlace[] {
  const steps: { readonly module: Module; readonly node: number }[] = [];
  for (let step = trace; step !== undefined; step = step.before) steps.push(step);
  return [source, ...steps.reverse(), site].map(({ module, node }) => ({
    module,
    functionIndex: module.functionAround(node),
  }));
}

/** Where untrusted data enters, before a part of it was read. */
function firstStep(trace: Trace | undefined): Trace | undefined {
  let step = trace;
  while (step?.before !== undefined) step = step.before;
  return step;
}

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
