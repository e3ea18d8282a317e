// From the trace of a mark to the steps a reader follows: source, assignments, calls, returns, sink. In: a hit at a sink.
// Out: a Flow in order of execution. Steps that stand at one place are one step.
import { filePath } from '../../base/file-path.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Flow, FlowStep, FlowStepKind } from '../analysis.ts';
import { constructRange } from '../constructs.ts';
import type { Source, Trace } from '../values/taint.ts';
import type { Hit, SinkSite } from './sink-log.ts';
import { sinkName } from './sink-name.ts';

const MAX_STEPS = 32;
const MAX_TRACE = 4096;

/** The way from a source to a sink. */
export function flowOf(hit: Hit, site: SinkSite): Flow {
  const steps: FlowStep[] = [];
  let depth = 0;
  for (const trace of inOrder(hit.trace)) {
    if (trace.kind === 'return') depth = Math.max(0, depth - 1);
    const step = stepOf(trace, hit.source, depth);
    if (trace.kind === 'call') depth++;
    if (!isSamePlace(steps.at(-1), step)) steps.push(step);
  }
  if (steps.length === 0) {
    const { module, node, kind, name } = { ...hit.source, kind: 'source' as const };
    steps.push(stepOf({ kind, module, node, name, before: undefined }, hit.source, 0));
  }
  const argument = site.argument >= 0 ? site.argument : site.node;
  const { place } = site;
  if (place !== undefined) {
    const name = place.file.slice(place.file.lastIndexOf('/') + 1);
    steps.push(step('call', site.module, site.node, `passed to ${name}`, depth));
  }
  const message = `sink: ${sinkName(site)}`;
  const sink: FlowStep =
    place === undefined
      ? step('sink', site.module, argument, message, depth)
      : { kind: 'sink', message, depth, file: place.file, range: place.range };
  return { steps: shortened([...steps.filter((one) => !isSamePlace(one, sink) || one.kind === 'source'), sink]) };
}

/** Steps of a trace from the source on; what a summary holds stands between the call and what follows. */
function inOrder(last: Trace | undefined): Trace[] {
  const found: Trace[] = [];
  // Collected from the end; the inside of a call is executed after the call itself.
  const open: (Trace | undefined)[] = [last];
  while (open.length > 0 && found.length < MAX_TRACE) {
    const trace = open.pop();
    if (trace === undefined) continue;
    if (trace.inside === undefined) {
      found.push(trace);
      open.push(trace.before);
    } else {
      open.push({ ...trace, inside: undefined }, trace.inside);
    }
  }
  return found.toReversed();
}

function stepOf(trace: Trace, source: Source, depth: number): FlowStep {
  const { module, node, name } = trace;
  switch (trace.kind) {
    case 'source':
      return step('source', module, node, `source: ${describeSource(source)}`, depth);
    case 'assignment':
      return step('assignment', module, node, `assigned to ${name}`, depth);
    case 'call':
      return step('call', module, node, `passed to parameter ${trace.parameter ?? ''} of ${name}`, depth);
    case 'return':
      return step('return', module, node, `returned by ${name}`, depth);
  }
}

function step(kind: FlowStepKind, module: Module, node: number, message: string, depth: number): FlowStep {
  return { kind, message, depth, file: filePath(module.path), range: constructRange(module.tree, node) };
}

function isSamePlace(a: FlowStep | undefined, b: FlowStep): boolean {
  return (
    a !== undefined &&
    a.kind === b.kind &&
    a.file === b.file &&
    a.range.start === b.range.start &&
    a.message === b.message
  );
}

/** At most 32 steps: the beginning, the end, and the calls between (`github-delivery.md` §5). */
function shortened(steps: readonly FlowStep[]): FlowStep[] {
  if (steps.length <= MAX_STEPS) return [...steps];
  const head = steps.slice(0, 11);
  const tail = steps.slice(-11);
  const between = steps
    .slice(11, -11)
    .filter(({ kind }) => kind === 'call' || kind === 'return')
    .slice(0, MAX_STEPS - 22);
  const omitted = steps.length - head.length - tail.length - between.length;
  const [next, ...rest] = [...between, ...tail];
  return [...head, { ...next!, message: `${next!.message} (${omitted} steps omitted before)` }, ...rest];
}

const nouns: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^|\.)(?:args|GET|query_params|query|query_arguments|get_query_argument|query_args|params)(?:\(\))?$/,
    'query parameter',
  ],
  [/(?:^|\.)(?:form|forms|POST|get_body_argument|body_arguments)(?:\(\))?$/, 'form field'],
  [/(?:^|\.)(?:headers|META|getHeader|get_header)(?:\(\))?$/, 'header'],
  [/(?:^|\.)(?:cookies|COOKIES|get_cookie)(?:\(\))?$/, 'cookie'],
  [/(?:^|\.)(?:files|FILES)(?:\(\))?$/, 'uploaded file'],
  [/(?:^|\.)(?:json|get_json|data|body|content|get_data|text)(?:\(\))?$/, 'request body'],
  [/(?:^|\.)(?:match_info|path_params|view_args|path_kwargs|kwargs)$/, 'path parameter'],
  [/(?:^|\.)(?:get_argument|get_arguments|arguments|values)(?:\(\))?$/, 'request parameter'],
  [/(?:^|\.)filename$/, 'file name of the upload'],
];

/** "the query parameter `id` (`request.args`)". */
export function describeSource({ name, key, handler, kind }: Source): string {
  if (handler !== undefined) return `the parameter \`${name}\` of \`${handler}\``;
  if (kind === 'response') return `the answer of another server (\`${name}\`)`;
  if (kind === 'exception') return `the exception \`${name}\``;
  if (kind === 'settings') return `\`${name}\``;
  const noun = nouns.find(([pattern]) => pattern.test(name))?.[1];
  if (key !== undefined) return `the ${noun ?? 'value'} \`${key}\` (\`${name}\`)`;
  return noun === undefined ? `\`${name}\`` : `${wholes[noun] ?? `a ${noun}`} (\`${name}\`)`;
}

// What is said of all of them, where no key tells which: one thing, as the sentences go on in the singular.
const wholes: Readonly<Record<string, string>> = {
  'query parameter': 'the query',
  'form field': 'the form',
  'uploaded file': 'the upload',
  'request body': 'the request body',
  'file name of the upload': 'the file name of the upload',
};

/** The expression that reaches the sink, as far as it is a short one. */
export function argumentNode(site: SinkSite): number {
  const { tree } = site.module;
  return site.argument >= 0 && tree.kind(site.argument) === Kind.keyword_argument
    ? tree.child(site.argument, Field.value)
    : site.argument;
}
