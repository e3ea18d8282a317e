// The detector `logged-request`: a request's headers, its whole body or a function's whole event written to a log. In: calls of loggers
// and of print, as they are written; names are followed to their only assignment. Out: a detection for each call. Leaves alone: single
// fields, what is masked, requests that nothing says carry a secret.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

type Part = 'headers' | 'body' | 'event';

const levels = /^(?:debug|info|warning|warn|error|critical|fatal|exception|log|print)$/;
const loggers = /(?:^|\.)_*(?:log|logs|logger|logging|LOG|LOGGER|audit|audit_log)$|get_?logger\(\)$/i;
const requests = /^(?:self\.)?(?:_?request|req|flask\.request|bottle\.request|info\.context\.request)$/;
const headerNames = /^(?:headers|cookies|COOKIES|META|environ)$/;
const bodyNames =
  /^(?:form|POST|data|json|body|values|forms|media|params|content|text|raw_body|arguments|body_arguments)$/;
const readers = /^(?:get_json|json|form|post|body|read|get_data|get_media|text|getMultiDict)$/;
// What only changes the form of a whole.
const wrapping = /^(?:dict|str|repr|dumps|pformat|to_dict|dict|jsonable_encoder|items|decode|list|format)$/;
const credentialHeader = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|x-auth-token)$/i;
const MAX_DEPTH = 6;

export const loggedRequest: CreateDetector<'logged-request'> = ({ rule, knowledge, report }) => {
  const worth = new RegExp(rule.worth, 'iu');
  const masking = new RegExp(rule.masking, 'iu');
  const mayLog = createNameTest(knowledge.project.names, (text) => levels.test(text));

  const look = (module: Module, call: number): void => {
    const { tree } = module;
    const functionIndex = module.functionAround(call);
    const { positional, keywords } = argumentsOf(tree, call);
    for (const argument of [...positional, ...keywords.values()]) {
      const found = wholeIn(module, functionIndex, argument, 0);
      if (found === undefined) continue;
      if (found.part === 'body' && !isWorth(module, functionIndex)) continue;
      if (isMasked(module, functionIndex)) continue;
      report({
        module,
        functionIndex,
        node: call,
        wording: found.part,
        values: { name: written(tree, tree.child(call, Field.function)), what: written(tree, found.node) || 'it' },
        ...(calledName(tree, call) === 'debug' ? { level: 'note' as const, tier: 'hotspot' as const } : {}),
      });
      return;
    }
  };

  /** What the function, its class or its texts are called says that passwords, tokens or cards come with the request. */
  const isWorth = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    if (functionIndex === MODULE) return false;
    const { node } = index.functions[functionIndex]!;
    for (let inner = node; inner < tree.next(node); inner++) {
      const kind = tree.kind(inner);
      if ((kind === Kind.identifier || kind === Kind.string) && worth.test(tree.text(inner))) return true;
    }
    return false;
  };

  const isMasked = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    if (functionIndex === MODULE) return false;
    const { node } = index.functions[functionIndex]!;
    for (let inner = node; inner < tree.next(node); inner++)
      if (tree.kind(inner) === Kind.identifier && masking.test(tree.text(inner))) return true;
    return false;
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const call of index.calls) {
        const callee = tree.child(call, Field.function);
        const kind = tree.kind(callee);
        const last = kind === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
        if (!mayLog(tree.name(last))) continue;
        const isPrint = kind === Kind.identifier && tree.text(callee) === 'print';
        const isLogger = kind === Kind.attribute && loggers.test(written(tree, tree.child(callee, Field.object)));
        if (isPrint || isLogger) look(module, call);
      }
    },
  };
};

interface Whole {
  readonly part: Part;
  readonly node: number;
}

/** What of a request goes in as a whole. */
function wholeIn(module: Module, functionIndex: number, node: number, depth: number): Whole | undefined {
  const { tree } = module;
  if (node < 0 || depth > MAX_DEPTH) return undefined;
  const into = (inner: number): Whole | undefined => wholeIn(module, functionIndex, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.string:
    case Kind.concatenated_string:
      for (const child of tree.children(node)) {
        const found = into(tree.kind(child) === Kind.interpolation ? tree.child(child, Field.expression) : child);
        if (found !== undefined) return found;
      }
      return undefined;
    case Kind.binary_operator:
      return into(tree.child(node, Field.left)) ?? into(tree.child(node, Field.right));
    case Kind.tuple:
      for (const child of tree.children(node)) {
        const found = into(child);
        if (found !== undefined) return found;
      }
      return undefined;
    case Kind.parenthesized_expression:
    case Kind.await:
      return into(node + 1);
    case Kind.attribute: {
      const name = tree.text(tree.child(node, Field.attribute));
      if (!requests.test(written(tree, tree.child(node, Field.object)))) return undefined;
      if (headerNames.test(name)) return { part: 'headers', node };
      return bodyNames.test(name) ? { part: 'body', node } : undefined;
    }
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      const name = calledName(tree, node);
      const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
      const { positional, keywords } = argumentsOf(tree, node);
      if (object >= 0 && readers.test(name) && requests.test(written(tree, object))) return { part: 'body', node };
      if (!wrapping.test(name)) return undefined;
      for (const child of [object, ...positional, ...keywords.values()]) {
        const found = into(child);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case Kind.dictionary: {
      const isCredentials = tree.children(node).some((child) => {
        const key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : undefined;
        const value = tree.kind(child) === Kind.pair ? tree.child(child, Field.value) : -1;
        return key !== undefined && credentialHeader.test(key) && literalText(tree, value) === undefined;
      });
      return isCredentials ? { part: 'headers', node } : undefined;
    }
    case Kind.identifier: {
      if (isEvent(module, functionIndex, node)) return { part: 'event', node };
      const value = onlyValue(module, functionIndex, tree.name(node));
      const found = value < 0 ? undefined : into(value);
      return found && { ...found, node };
    }
    default:
      return undefined;
  }
}

/** `event` of `def handler(event, context)`. */
function isEvent({ tree, index }: Module, functionIndex: number, node: number): boolean {
  if (functionIndex === MODULE || tree.text(node) !== 'event') return false;
  const { parameters } = index.functions[functionIndex]!;
  if (parameters < 0) return false;
  const [first, second] = tree.children(parameters);
  const nameOf = (one: number | undefined): string =>
    one === undefined ? '' : tree.text(tree.kind(one) === Kind.identifier ? one : one + 1);
  return nameOf(first) === 'event' && /^_*(?:ctx|context)$/.test(nameOf(second));
}

function onlyValue(module: Module, functionIndex: number, name: number): number {
  if (functionIndex === MODULE) return -1;
  const bindings = module.functionBindings(module.index.functions[functionIndex]!).byName.get(name);
  const only = bindings?.length === 1 ? bindings[0]! : undefined;
  return only?.kind === 'value' ? only.value : -1;
}
