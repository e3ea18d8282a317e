// The detector `unproven-sink`: what reaches a sink is built at run time, and nothing shows where it is from. For review only: whoever
// leaves another tool expects to be shown these. In: what the interpreter recorded at sinks. Out: one detection for each sink.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { Engine } from '../interpreter/engine.ts';
import { argumentNode } from '../taint/flow-steps.ts';
import type { SinkSite } from '../taint/sink-log.ts';
import type { Value } from '../values/value.ts';
import type { CreateDetector } from './detector.ts';
import { isOwnPlace } from './own-place.ts';
import { sinkHoles } from './taint.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { calledName, literalText, written } from './written-expression.ts';

export const unprovenSink: CreateDetector<'unproven-sink'> = (context) => {
  const { rule, report } = context;
  const finish = (): void => {
    for (const site of context.engine().sinks?.sites() ?? []) {
      // What a template does with values of unknown origin, the rules about templates say.
      if (site.entry.entry.renders !== undefined) continue;
      if (!rule.sinks.includes(site.kind) || !isUnproven(context.engine(), site) || !readsAs(rule.text, site)) continue;
      const parameter = rule.of === undefined ? '' : publicParameter(site);
      if (parameter === undefined) continue;
      const { module, node, functionIndex } = site;
      const holds = (circumstance: Parameters<typeof circumstancesHold>[0]): boolean =>
        circumstancesHold(circumstance, site, undefined, context);
      if (rule.unless?.some(holds) === true) continue;
      const lowered = rule.lower?.find(({ when }) => when.some(holds));
      const built = builtFrom(module, argumentNode(site));
      site.reported = true;
      report({
        module,
        functionIndex,
        node,
        values: { ...sinkHoles(site), parameter, ...(built === '' ? {} : { argument: built }) },
        ...(lowered === undefined ? {} : { tier: lowered.tier }),
        ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      });
    }
  };
  return { finish };
};

// Data from there is what the rules about untrusted data are for; of any other nobody has said that it is untrusted, and of what a server
// has answered only some of them speak.
const proven: ReadonlySet<SourceKind> = new Set<SourceKind>(['remote', 'llm', 'host', 'client-ip']);

// What a value is, wherever it came from, does not say who decides it.
const labels: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'exception',
  'traceback',
  'settings',
  'weak-random',
  'digest',
]);

/** Some value is not constant and its origin not known, or hangs on a parameter that no caller in the checkout fills. */
function isUnproven(engine: Engine, site: SinkSite): boolean {
  if (site.hits.some(({ source }) => proven.has(source.kind))) return false;
  if (site.hits.some(({ source }) => !labels.has(source.kind) && !isOwnSource(engine, source.module, source.node)))
    return true;
  if (!site.unproven && (!site.open || site.constant)) return false;
  return !isOwnPlace(engine, site.module, site.functionIndex, argumentNode(site));
}

function isOwnSource(engine: Engine, module: Module, node: number): boolean {
  return isOwnPlace(engine, module, module.functionAround(node), node);
}

/** The name of the parameter that fills a hole, if the function around is for others to call. */
function publicParameter({ module, functionIndex, text }: SinkSite): string | undefined {
  if (functionIndex === MODULE || text?.text === undefined) return undefined;
  const item = module.index.functions[functionIndex]!;
  const isInner = item.parent !== MODULE;
  const names = `${module.name}.${module.qualifiedName(functionIndex)}`.split('.');
  if (isInner || names.some((name) => name.startsWith('_') && name !== '__init__')) return undefined;
  const parameters = parameterNames(module, item).map((name) => module.tree.names.text(name));
  // What the text begins with is a command that is passed on whole.
  for (const part of text.text.slice(1)) {
    const is = typeof part === 'string' ? undefined : part.hole.taint?.is;
    const name = is?.path.length === 0 ? parameters[is.index] : undefined;
    if (name !== undefined && name !== 'self' && name !== 'cls') return name;
  }
  return undefined;
}

const statement =
  /^\s*(?:--[^\n]*\n\s*|\/\*(?:[^*]|\*(?!\/))*\*\/\s*)*(?:with\b.*?\)\s*)?(?:select\b.*\bfrom\b|insert\s+(?:or\s+\w+\s+)?into\b|replace\s+into\b|update\b.*\bset\b|delete\s+from\b|merge\s+into\b|create\s+(?:\w+\s+)*(?:table|index|view|database|schema|user|role|function|trigger)\b|alter\s+(?:table|user|role|database)\b|drop\s+(?:table|index|view|database|schema|user|role)\b|truncate\s+(?:table\s+)?\S|grant\b.*\bto\b|pragma\b|call\s+\w|exec(?:ute)?\s+\w)/is;

const tag = /<\/?[a-z][^<]*>/i;

function readsAs(wanted: 'sql' | 'markup' | 'built' | undefined, site: SinkSite): boolean {
  if (wanted === undefined) return true;
  const text = site.text === undefined ? undefined : knownText(site.text);
  if (text === undefined) return false;
  switch (wanted) {
    case 'built':
      return true;
    case 'markup':
      return tag.test(text);
    case 'sql':
      return statement.test(text) || site.entry.entry.fragment === true;
    default:
      return unreachable(wanted);
  }
}

/** Known parts with a sign for each hole; undefined if it has no hole. */
function knownText({ text }: Value): string | undefined {
  if (text === undefined || text.every((part) => typeof part === 'string')) return undefined;
  return text.map((part) => (typeof part === 'string' ? part : 'x')).join('');
}

/** What fills the first hole of a text that is put together here, as it is written; '' if no text is, or that is too long. */
function builtFrom(module: Module, node: number): string {
  const { tree } = module;
  if (node < 0) return '';
  const firstOf = (nodes: readonly number[]): string => {
    for (const one of nodes) {
      const found = literalText(tree, one) === undefined ? builtFrom(module, one) || written(tree, one) : '';
      if (found !== '') return found;
    }
    return '';
  };
  switch (tree.kind(node)) {
    case Kind.string:
      return firstOf(
        tree
          .children(node)
          .flatMap((child) => (tree.kind(child) === Kind.interpolation ? [tree.child(child, Field.expression)] : [])),
      );
    case Kind.parenthesized_expression:
    case Kind.concatenated_string:
    case Kind.tuple:
    case Kind.list:
      return firstOf(tree.children(node));
    case Kind.binary_operator:
      return firstOf([tree.child(node, Field.left), tree.child(node, Field.right)]);
    case Kind.call: {
      const list = tree.child(node, Field.arguments);
      return list >= 0 && /^(?:format|join)$/.test(calledName(tree, node)) ? firstOf(tree.children(list)) : '';
    }
    default:
      return '';
  }
}
