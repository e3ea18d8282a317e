// Where a module gives an HTTP header a value by hand: an entry of a dict, `headers[NAME] = value`, `set_header(NAME, value)`,
// a pair in a list. In: a module and the names. Out: places with the value. Leaves alone: whose headers they are.
import type { Module } from '../../model/module.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Site } from '../interpreter/events.ts';
import { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';

export interface GivenHeader extends Site {
  /** As the caller writes it. */
  readonly name: string;
  readonly value: Value;
  readonly valueNode: number;
}

const setters = new Set('add add_header append putHeader send_header set set_header setHeader setdefault'.split(' '));

/** Numbers of the literals in which headers are named, with the header as the caller writes it. */
export function headerTokens(texts: Names, headers: Iterable<string>): ReadonlyMap<number, string> {
  const tokens = new Map<number, string>();
  for (const name of headers) {
    for (const written of [name, name.toLowerCase()]) {
      for (const quote of ["'", '"']) {
        const token = texts.find(`${quote}${written}${quote}`);
        if (token !== 0) tokens.set(token, name);
      }
    }
  }
  return tokens;
}

/** The headers that are set in the module, in file order. The node is the call that sets it, else the value. */
export function givenHeaders(module: Module, tokens: ReadonlyMap<number, string>, engine: Engine): GivenHeader[] {
  const given: GivenHeader[] = [];
  if (tokens.size === 0) return given;
  const { tree, index } = module;
  for (const node of index.strings) {
    const name = tokens.get(tree.name(node));
    const found = name === undefined ? undefined : valueOf(module, node);
    if (name === undefined || found === undefined) continue;
    const functionIndex = module.functionAround(node);
    const frame = new Frame(engine, module, functionIndex, { observing: false, depth: 1 });
    given.push({
      name,
      module,
      functionIndex,
      node: found.place,
      value: frame.evaluateAlone(found.value),
      valueNode: found.value,
    });
  }
  return given;
}

function valueOf({ tree }: Module, key: number): { readonly value: number; readonly place: number } | undefined {
  const parent = tree.parent(key);
  switch (tree.kind(parent)) {
    case Kind.pair: {
      if (tree.field(key) !== Field.key) return undefined;
      const value = tree.child(parent, Field.value);
      return { value, place: value };
    }
    case Kind.subscript: {
      const assignment = tree.parent(parent);
      if (tree.kind(assignment) !== Kind.assignment || tree.field(parent) !== Field.left) return undefined;
      const value = tree.child(assignment, Field.right);
      return value < 0 ? undefined : { value, place: parent };
    }
    case Kind.tuple: {
      const [first, second, more] = tree.children(parent);
      return first === key && second !== undefined && more === undefined ? { value: second, place: second } : undefined;
    }
    case Kind.argument_list: {
      const call = tree.parent(parent);
      const callee = tree.child(call, Field.function);
      const [first, second] = tree.children(parent);
      if (first !== key || second === undefined || tree.kind(callee) !== Kind.attribute) return undefined;
      return setters.has(tree.text(tree.child(callee, Field.attribute))) ? { value: second, place: call } : undefined;
    }
    default:
      return undefined;
  }
}
