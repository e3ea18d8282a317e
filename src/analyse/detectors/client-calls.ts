// Calls of an API's client, known by their names: `self.api.get_servers(...)`. In: calls. Out: receiver and method.
// Leaves alone: what class the client is of (client-class.ts).
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

export interface ClientCall {
  readonly node: number;
  /** The receiver's expression. */
  readonly receiver: number;
  readonly method: string;
}

/** Patterns of a rule: for the receiver's last name, for any name of a stand-in, for the method. */
export interface ClientNames {
  readonly receiver: string;
  readonly fakes: string;
  readonly verb: string;
}

/** A test for calls. Answers are kept by the numbers of names, so that a call costs two look-ups. */
export function createClientCalls(names: ClientNames): (module: Module, call: number) => ClientCall | undefined {
  const receivers = new RegExp(names.receiver, 'u');
  const fakes = new RegExp(names.fakes, 'iu');
  const verbs = new RegExp(names.verb, 'u');
  const isVerb = new Map<number, boolean>();

  return (module, node) => {
    const { tree } = module;
    const callee = tree.child(node, Field.function);
    if (tree.kind(callee) !== Kind.attribute) return undefined;
    const attribute = tree.child(callee, Field.attribute);
    const number = tree.name(attribute);
    let known = isVerb.get(number);
    if (known === undefined) isVerb.set(number, (known = verbs.test(tree.text(attribute))));
    if (!known) return undefined;
    const receiver = tree.child(callee, Field.object);
    const parts: string[] = [];
    let part = receiver;
    for (; tree.kind(part) === Kind.attribute; part = tree.child(part, Field.object))
      parts.push(tree.text(tree.child(part, Field.attribute)));
    if (tree.kind(part) !== Kind.identifier) return undefined;
    parts.push(tree.text(part));
    if (!receivers.test(parts[0]!) || parts.some((name) => fakes.test(name))) return undefined;
    return { node, receiver, method: tree.text(attribute) };
  };
}

/** `get_servers`, `list_volumes`, `search`: the answer is a list. */
export function isListLike(method: string): boolean {
  return (
    /^(?:list|search)(?:_|$)/.test(method) ||
    (/s$/.test(method) && !/(?:ss|us|is|status|details|settings|options)$/.test(method))
  );
}
