// BP158, BP202, BP203: a network or database call goes to a host that is written down. In: such calls. Out: a note at each. Leaves alone:
// hosts of this machine, of documentation and tests; constants with a name; tests that put something else in the place of the network.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Site } from '../interpreter/events.ts';
import type { Value } from '../values/value.ts';
import { ownNodesOfDecorated, runsUnder } from '../waiting/patched-names.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { qualifiedTargets } from './qualified-targets.ts';
import { expectsError, isReplaced, startsServer } from './stand-ins.ts';
import { argumentOf } from './use-conditions.ts';
import { textBeginning, valueAlone } from './value-alone.ts';
import type { HostKind } from './written-host.ts';
import { hostOf, kindOfHost } from './written-host.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const wantedKinds: Readonly<Record<'public' | 'name' | 'address', readonly HostKind[]>> = {
  public: ['public-name', 'public-address'],
  name: ['public-name'],
  address: ['public-address', 'private-address'],
};

export const fixedAddress: CreateDetector<'fixed-address'> = ({ rule, knowledge, engine, report }) => {
  const { project } = knowledge;
  const calls = new Map(Object.entries(rule.calls));
  const methods = new Map(Object.entries(rule.methods));
  const owners = new Set(rule.on);
  const packages = [...new Set(rule.on.map((name) => name.split('.', 1)[0]!))];
  const kinds = wantedKinds[rule.hosts];
  const numbers = [...new Set([...calls.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)))]
    .map((name) => project.names.find(name))
    .filter((name) => name !== 0);
  const replacing = new RegExp(rule.replacing, 'u');
  const marks = new RegExp(rule.marks, 'iu');

  /** The argument with the host, of a call of a function that goes to the network. */
  const addressOf = (module: Module, call: number): number => {
    const { tree } = module;
    const external = externalName(project, module, call);
    const key = external === undefined ? undefined : calls.get(external);
    if (key === undefined) return -1;
    const { positional, keywords } = argumentsOf(tree, call);
    for (const part of key.split('|')) {
      const node = /^\d+$/.test(part) ? positional[Number(part)] : keywords.get(part);
      if (node !== undefined) return urlOfRequest(tree, node);
    }
    return -1;
  };

  /** The host that a value names: of a URL, a host, a pair of host and port. */
  const hostIn = (value: Value): string | undefined => {
    const { held } = value;
    const first = held?.kind === 'tuple' ? held.entries.get('n0') : value;
    // A name for it, a parameter or a setting is where such a value belongs; in tests a constant is as fixed as a literal.
    const isWritten = first?.origin === 'literal' || first?.origin === 'local';
    if (first === undefined || (!isWritten && (rule.hosts !== 'public' || first.origin !== 'module'))) return undefined;
    const text = textBeginning(first);
    return text === undefined || text === '' ? undefined : hostOf(text);
  };

  /** Something in the function, its class or the set-up stands in for the network. */
  const isStandIn = (module: Module, functionIndex: number, node: number): boolean =>
    expectsError({ module, functionIndex, node }) ||
    isReplaced({ module, functionIndex, node }) ||
    startsServer(module) ||
    isMarked(module) ||
    runsUnder(project, module, functionIndex, (where, root) => {
      for (const inner of ownNodesOfDecorated(where.tree, root)) {
        if (replacing.test(calledName(where.tree, inner))) return true;
      }
      return false;
    });

  /** `support.requires("network")`, `pytest.mark.network`: who runs the file has asked for the network. */
  const isMarked = ({ tree, index }: Module): boolean =>
    index.calls.some(
      (call) =>
        /requires|resource/i.test(calledName(tree, call)) &&
        argumentsOf(tree, call).positional.some((node) => marks.test(literalText(tree, node) ?? '')),
    ) ||
    index.attributes.some(
      (node) =>
        marks.test(tree.text(tree.child(node, Field.attribute))) &&
        /\bmark$/.test(written(tree, tree.child(node, Field.object))),
    );

  const look = ({ module, functionIndex, node }: Site, address: Value): void => {
    const { isTest, kinds: fileKinds } = knowledge.context(module);
    const host = functionIndex === MODULE ? undefined : hostIn(address);
    if (host === undefined || !kinds.includes(kindOfHost(host))) return;
    if (!isTest && isNamedAfter(module, host)) return;
    if (isTest && (knowledge.role(module, functionIndex) === 'nested' || isStandIn(module, functionIndex, node)))
      return;
    report({
      module,
      functionIndex,
      node,
      ...(isTest && fileKinds.includes('functional') ? { level: 'note' as const } : {}),
      values: {
        function: module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function',
        call: written(module.tree, module.tree.child(node, Field.function)),
        host,
      },
    });
  };

  /** In production code an address may begin with a constant, or an attribute that somebody can set: that is a name for it. */
  const beginsElsewhere = (module: Module, functionIndex: number, node: number): boolean =>
    rule.hosts !== 'public' && beginsWithName(module, functionIndex, node);

  const speaksAbout = (module: Module): boolean => knowledge.context(module).isTest === (rule.hosts === 'public');

  return {
    module: (module) => {
      if (!speaksAbout(module)) return;
      const byName = callsByName(module);
      for (const node of numbers.flatMap((name) => byName.get(name) ?? []).sort((a, b) => a - b)) {
        const argument = addressOf(module, node);
        if (argument < 0) continue;
        const functionIndex = module.functionAround(node);
        if (!beginsElsewhere(module, functionIndex, argument))
          look({ module, functionIndex, node }, valueAlone(engine(), module, functionIndex, argument));
      }
    },
    // Whose method it is, only the interpreter knows.
    interest: {
      calls: [...methods.keys()].flatMap((name) => packages.map((from) => ({ name, package: from }))),
    },
    hears: { calls: methods.keys() },
    observer: {
      call: (event) => {
        const method = qualifiedTargets(event.targets).find((name) => owners.has(name.slice(0, name.lastIndexOf('.'))));
        const key = method === undefined ? undefined : methods.get(method.slice(method.lastIndexOf('.') + 1));
        const argument = key === undefined ? undefined : argumentOf(event.arguments, key);
        if (argument === undefined || !speaksAbout(event.module)) return;
        if (!beginsElsewhere(event.module, event.functionIndex, argument.node)) look(event, argument.value);
      },
    },
  };
};

// Shorter ones are words of any path: `api`, `web`.
const MIN_SERVICE = 5;

/** A folder or file on the module's path has the name of the host's domain: `foursquare/services.py` for `api.foursquare.com`. */
function isNamedAfter(module: Module, host: string): boolean {
  const service = (host.split('.').at(-2) ?? '').replaceAll(/[^a-z0-9]/g, '');
  const parts = module.path.replace(/\.py$/, '').split('/');
  return (
    service.length >= MIN_SERVICE &&
    parts.some((part) =>
      part
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
        .includes(service),
    )
  );
}

/** What an address begins with is a name of the module or an attribute, also by way of one local. */
function beginsWithName(module: Module, functionIndex: number, node: number, isLocal = false): boolean {
  const { tree } = module;
  if (node < 0) return false;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return beginsWithName(module, functionIndex, node + 1, isLocal);
    case Kind.concatenated_string:
      return beginsWithName(module, functionIndex, node + 1, isLocal);
    case Kind.binary_operator:
      return beginsWithName(module, functionIndex, tree.child(node, Field.left), isLocal);
    case Kind.string: {
      const [first] = tree.children(node).filter((child) => tree.kind(child) !== Kind.string_start);
      if (first === undefined || tree.kind(first) !== Kind.interpolation) return false;
      return beginsWithName(module, functionIndex, tree.child(first, Field.expression), isLocal);
    }
    case Kind.attribute:
      return true;
    case Kind.identifier: {
      const own =
        functionIndex === MODULE
          ? undefined
          : module.functionBindings(module.index.functions[functionIndex]!).byName.get(tree.name(node));
      if (own === undefined) return true;
      const [only] = own;
      if (isLocal || own.length !== 1 || only?.kind !== 'value') return false;
      return beginsWithName(module, functionIndex, only.value, true);
    }
    default:
      return false;
  }
}

/** `urlopen(Request(url))` asks for the URL of the request. */
function urlOfRequest(tree: LoweredTree, node: number): number {
  if (tree.kind(node) !== Kind.call || calledName(tree, node) !== 'Request') return node;
  const { positional, keywords } = argumentsOf(tree, node);
  return positional[0] ?? keywords.get('url') ?? node;
}
