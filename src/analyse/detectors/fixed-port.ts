// BP157, BP204: a server listens at a port that is written down. In: calls that bind a port. Out: a note at each.
// Leaves alone: port 0, sockets without ports, binds that are expected to fail or whose failure is handled.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { replace } from '../repairs/argument-edits.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { expectsError } from './stand-ins.ts';
import { onlyNumber, valueAlone } from './value-alone.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

/**
 * Port 0, where the number is written at the call and nowhere else in the file: nobody there connects to it by number. Somebody
 * elsewhere may.
 */
function anyPort({ tree }: Module, argument: number, port: number): Repair | undefined {
  const written = tree.kind(argument) === Kind.tuple ? tree.children(argument)[1] : argument;
  if (written === undefined || tree.kind(written) !== Kind.integer) return undefined;
  for (let node = 0; node < tree.size; node++) {
    if (node !== written && tree.text(node).includes(String(port))) return undefined;
  }
  const edit = replace(tree, written, '0');
  return edit && { edits: [edit], safe: false };
}

// Families whose addresses hold other numbers.
const otherFamily =
  /^(?:AF_(?:VSOCK|UNIX|CAN|NETLINK|PACKET|ALG|TIPC|QIPCRTR|BLUETOOTH|RDS|SYSTEM)|BTPROTO_\w+|CAN_\w+)$/;

export const fixedPort: CreateDetector<'fixed-port'> = ({ rule, knowledge, engine, report }) => {
  const { project } = knowledge;
  const calls = new Map(Object.entries(rule.calls));
  const methods = new Map(Object.entries(rule.methods));
  const numbers = [
    ...new Set([...calls.keys(), ...methods.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1))),
  ]
    .map((name) => project.names.find(name))
    .filter((name) => name !== 0);

  /** The argument that holds the port, of a call of one of the functions or methods. */
  const address = (module: Module, call: number): number => {
    const { tree } = module;
    const external = externalName(project, module, call);
    const callee = tree.child(call, Field.function);
    const isMethod = tree.kind(callee) === Kind.attribute && external === undefined;
    const key =
      external === undefined
        ? isMethod
          ? methods.get(tree.text(tree.child(callee, Field.attribute)))
          : undefined
        : calls.get(external);
    if (key === undefined) return -1;
    if (isMethod && /fake|mock|stub|dummy/i.test(written(tree, callee))) return -1;
    // A coroutine that is kept has not run.
    const isCoroutine =
      /^(?:start_server|create_server)$/.test(calledName(tree, call)) && external !== 'socket.create_server';
    if (isCoroutine && tree.kind(tree.parent(call)) === Kind.assignment) return -1;
    const { positional, keywords, hasSplat } = argumentsOf(tree, call);
    if (hasSplat) return -1;
    // `make_server('', 80, app, FakeServer)` opens no socket.
    if (positional.some((node) => /fake|mock|stub|dummy/i.test(written(tree, node)))) return -1;
    for (const part of key.split('|')) {
      const node = /^\d+$/.test(part) ? positional[Number(part)] : keywords.get(part);
      if (node !== undefined) return node;
    }
    return -1;
  };

  const portOf = (module: Module, functionIndex: number, call: number, node: number): number | undefined => {
    const value = valueAlone(engine(), module, functionIndex, node);
    const { held } = value;
    const isPair = held?.kind === 'tuple' && held.entries.size >= 2;
    // `signature.bind(1)` is another method of that name: a socket's takes an address.
    if (!isPair && calledName(module.tree, call) === 'bind') return undefined;
    const port = isPair ? held.entries.get('n1') : value;
    if (port === undefined || port.origin === 'parameter' || port.origin === 'config') return undefined;
    const number = onlyNumber(port);
    return number !== undefined && Number.isInteger(number) && number > 0 && number < 65_536 ? number : undefined;
  };

  /** Some `try` around in the same function catches what goes wrong. */
  const isHandled = ({ tree }: Module, node: number): boolean => {
    for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
      const kind = tree.kind(parent);
      if (kind === Kind.function_definition) return false;
      if (kind !== Kind.try_statement || tree.field(current) !== Field.body) continue;
      if (tree.childOfKind(parent, Kind.except_clause) >= 0) return true;
    }
    return false;
  };

  const isOtherFamily = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    const root = index.functions[functionIndex]!.body;
    return ownNodes(tree, root, Kind.identifier).some((node) => otherFamily.test(tree.text(node)));
  };

  return {
    module: (module) => {
      const byName = callsByName(module);
      const candidates = numbers.flatMap((name) => byName.get(name) ?? []);
      for (const node of candidates.sort((a, b) => a - b)) {
        const functionIndex = module.functionAround(node);
        const argument = functionIndex === MODULE ? -1 : address(module, node);
        const port = argument < 0 ? undefined : portOf(module, functionIndex, node, argument);
        if (port === undefined || isHandled(module, node) || expectsError({ module, functionIndex, node })) continue;
        if (isOtherFamily(module, functionIndex)) continue;
        const { isTest } = knowledge.context(module);
        if (isTest && isPatched(project, module, functionIndex, /^(?:socket|\w*Server|make_server|bind)$/)) continue;
        report({
          module,
          functionIndex,
          node,
          values: {
            function: module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function',
            port,
          },
          // A server that people use has to be where they look for it.
          repair: isTest ? anyPort(module, argument, port) : undefined,
          rank: { numberKnown: true },
        });
      }
    },
  };
};
