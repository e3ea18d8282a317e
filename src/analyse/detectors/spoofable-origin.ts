// The detector `spoofable-origin`: access by where a request says it comes from: its Referer, `localhost` as its Host, the name that the
// caller's own DNS gives. In: readings of these. Out: a detection at the test that decides. Leaves alone: names that are looked up forward
// again, checks of the Host that keep strangers' names out.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { decidesAccess } from './access-decision.ts';
import { callsByName } from './calls-by-name.ts';
import { says } from './definition-around.ts';
import type { CreateDetector } from './detector.ts';
import { isFixed } from './fixed-operand.ts';
import { isRequest, readingOfKey } from './request-reading.ts';
import { usesOfValue } from './value-uses.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

type Origin = 'referer' | 'host' | 'dns';

export const spoofableOrigin: CreateDetector<'spoofable-origin'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const { names } = project;
  const guarding = new RegExp(rule.guarding, 'iu');
  const harmless: Readonly<Record<Origin, RegExp>> = {
    referer: new RegExp(rule.forged, 'iu'),
    host: new RegExp(rule.rebinding, 'iu'),
    dns: new RegExp(rule.forward, 'iu'),
  };
  const isHeader = createNameTest(names, (token) => /^\w?["'](?:http_)?(?:referr?er|host)["']$/i.test(token));
  const referrer = names.find('referrer');
  const hosts = ['host', 'hostname', 'server_name'].map((name) => names.find(name));
  const getHost = names.find('get_host');
  const lookups = rule.lookups.map((name) => names.find(name)).filter((name) => name !== 0);

  const testOf = (module: Module, use: number, origin: Origin): number => {
    const { tree } = module;
    const parent = tree.parent(use);
    const fits = (operand: number): boolean =>
      isFixed(module, operand) && (origin !== 'host' || isLocal(module, operand));
    if (tree.kind(parent) === Kind.comparison_operator) {
      const [left = -1, , right = -1, more] = tree.children(parent);
      const other = left === use ? right : left;
      const isNone = tree.kind(other) === Kind.none || literalText(tree, other) === '';
      return more === undefined && !isNone && fits(other) ? parent : -1;
    }
    // `use.startswith("...")`
    const call = tree.parent(parent);
    if (tree.kind(parent) !== Kind.attribute || tree.kind(call) !== Kind.call) return -1;
    if (!/^(?:startswith|endswith)$/.test(calledName(tree, call))) return -1;
    const [argument = -1] = argumentsOf(tree, call).positional;
    return argument >= 0 && fits(argument) ? call : -1;
  };

  const look = (module: Module, node: number, origin: Origin): void => {
    const functionIndex = module.functionAround(node);
    if (functionIndex === MODULE) return;
    for (const use of usesOfValue(module, node)) {
      const test = testOf(module, use, origin);
      if (test < 0 || !decidesAccess(module, test, guarding)) continue;
      if (says(module, module.index.functions[functionIndex]!.node, harmless[origin])) return;
      report({ module, functionIndex, node: test, wording: origin, values: { name: written(module.tree, node) } });
    }
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const literal of index.strings) {
        if (!isHeader(tree.name(literal))) continue;
        const reading = readingOfKey(project, module, literal);
        if (reading?.part === 'header') look(module, reading.node, reading.key === 'host' ? 'host' : 'referer');
      }
      for (const attribute of index.attributes) {
        const name = tree.name(tree.child(attribute, Field.attribute));
        const object = tree.child(attribute, Field.object);
        if (name === referrer && referrer !== 0 && isRequest(module, object)) look(module, attribute, 'referer');
        // `request.url.hostname`; `request.client.host` is the address of the connection.
        const isUrl =
          tree.kind(object) === Kind.attribute &&
          tree.text(tree.child(object, Field.attribute)) === 'url' &&
          isRequest(module, tree.child(object, Field.object));
        if (name !== 0 && hosts.includes(name) && (isRequest(module, object) || isUrl)) look(module, attribute, 'host');
      }
      if (getHost !== 0) for (const call of callsByName(module).get(getHost) ?? []) look(module, call, 'host');
      for (const name of lookups) {
        for (const call of callsByName(module).get(name) ?? []) {
          const [asked = -1] = argumentsOf(tree, call).positional;
          // Without an argument, or with the machine's own name, it asks for itself.
          if (asked < 0 || says(module, asked, /^gethostname$/) || literalText(tree, asked) !== undefined) continue;
          look(module, call, 'dns');
        }
      }
    },
  };
};

/** `localhost`, an address of the machine itself, a name of an inner network; or a list of such. */
function isLocal(module: Module, node: number): boolean {
  const { tree } = module;
  const kind = tree.kind(node);
  if (kind === Kind.tuple || kind === Kind.list || kind === Kind.set)
    return tree.children(node).every((child) => isLocal(module, child));
  const text = literalText(tree, node) ?? '';
  return /^(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0)(?::\d+)?$|\.(?:local|internal|intranet|lan|corp)$/i.test(
    text,
  );
}
