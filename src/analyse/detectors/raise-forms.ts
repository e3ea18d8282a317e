// BP309, BP311: errors that tell less than they could. In: `raise` statements in handlers, and blocks that expect an error. Out: a note at a
// new error that does not name its cause, or at an expectation over several statements.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit, Repair } from '../analysis.ts';
import { runsOnPython2 } from '../repairs/runs-on-python-2.ts';
import { freeName } from '../repairs/reachable-name.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, written } from './written-expression.ts';

/** How often the handler binds a name, its own `as` among it. */
function timesBound({ tree }: Module, handler: number, name: number): number {
  return ownNodes(tree, handler, Kind.identifier).filter((node) => {
    if (tree.name(node) !== name) return false;
    const kind = tree.kind(tree.parent(node));
    return (kind === Kind.assignment && tree.field(node) === Field.left) || kind === Kind.as_pattern_target;
  }).length;
}

const expecting = /^(?:assertRaises(?:Regexp?)?|raises)$/;

export const raiseForms: CreateDetector<'raise-forms'> = ({ rule, knowledge, report }) => {
  const tell = (
    module: Module,
    node: number,
    values: Readonly<Record<string, string | number>>,
    repair?: Repair,
  ): void => {
    const functionIndex = module.functionAround(node);
    if (functionIndex === MODULE) return;
    const name = module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function';
    report({ module, functionIndex, node, values: { function: name, ...values }, repair });
  };

  /** `raise Other(...)` in a handler, without `from`. */
  const lookAtRaise = (module: Module, node: number): void => {
    const { tree } = module;
    const [raised] = tree.children(node);
    if (raised === undefined || tree.child(node, Field.cause) >= 0) return;
    const isCall = tree.kind(raised) === Kind.call;
    const error = isCall ? tree.child(raised, Field.function) : raised;
    const name = written(tree, error);
    // What is no class was caught or made before.
    if (!/^[A-Z]/.test(name.slice(name.lastIndexOf('.') + 1))) return;
    if (/\b(?:SkipTest|SystemExit|StopIteration)$/.test(name)) return;
    const handler = handlerAround(module, node);
    if (handler < 0) return;
    const value = tree.child(handler, Field.value);
    // Python 2's `raise Error, text`, and files for both, have no `from`.
    if (tree.children(node).length > 1) return;
    const caught =
      value < 0 ? '' : tree.kind(value) === Kind.as_pattern ? written(tree, value + 1) : written(tree, value);
    if (/\bAttributeError$/.test(name) && /KeyError|LookupError/.test(caught)) return;
    const told = { error: name, caught: caught === '' ? 'what it caught' : caught };
    tell(module, node, told, namedCause(module, handler, raised));
  };

  /** ` from error`, with a name for the error if the handler has none. */
  const namedCause = (module: Module, handler: number, raised: number): Repair | undefined => {
    const { tree } = module;
    const value = tree.child(handler, Field.value);
    const at = (offset: number, text: string): Edit => ({ range: { start: offset, end: offset }, parts: [text] });
    if (value < 0 || runsOnPython2(module)) return undefined;
    // Tests of tracebacks look at how errors hang together.
    const safe = !knowledge.context(module).isTest;
    if (tree.kind(value) === Kind.as_pattern) {
      const target = tree.child(value, Field.alias) + 1;
      const name = tree.kind(target) === Kind.identifier ? tree.text(target) : '';
      // Under a name that is bound again it may be another error, or none.
      const bindings = tree.names.find(name) === 0 ? 0 : timesBound(module, handler, tree.name(target));
      return name === '' || bindings > 1 ? undefined : { edits: [at(tree.end(raised), ` from ${name}`)], safe };
    }
    const name = freeName(module, ['error', 'exc', 'cause']);
    const kind = tree.kind(value);
    const isPlain = kind === Kind.identifier || kind === Kind.attribute || kind === Kind.tuple;
    // `except A, b` of Python 2 has a second one.
    if (name === undefined || !isPlain || tree.children(handler).length !== 2) return undefined;
    const named: Edit = { ...at(tree.end(value), ` as ${name}`), shared: true };
    return { edits: [named, at(tree.end(raised), ` from ${name}`)], safe };
  };

  /** The handler whose block a node stands in directly or under conditions. */
  const handlerAround = ({ tree }: Module, node: number): number => {
    for (let parent = tree.parent(node); parent >= 0; parent = tree.parent(parent)) {
      const kind = tree.kind(parent);
      if (kind === Kind.except_clause) return parent;
      if (kind === Kind.function_definition || kind === Kind.lambda || kind === Kind.class_definition) return -1;
    }
    return -1;
  };

  /** `with self.assertRaises(X):` over more than one statement. */
  const lookAtExpectation = (module: Module, call: number): void => {
    const { tree } = module;
    const callee = tree.child(call, Field.function);
    const object = tree.kind(callee) === Kind.attribute ? tree.text(tree.child(callee, Field.object)) : '';
    if (!expecting.test(calledName(tree, call)) || (object !== 'self' && object !== 'pytest')) return;
    let item = tree.parent(call);
    if (tree.kind(item) === Kind.as_pattern) item = tree.parent(item);
    if (tree.kind(item) !== Kind.with_item) return;
    const statement = tree.parent(tree.parent(item));
    if (tree.kind(statement) !== Kind.with_statement) return;
    const body = tree.child(statement, Field.body);
    const risky = tree.children(body).filter((one) => mayRaise(module, one));
    if (risky.length < 2) return;
    tell(module, call, { count: risky.length, error: 'one of them', caught: '' });
  };

  const mayRaise = ({ tree }: Module, statement: number): boolean =>
    ownNodes(tree, statement, Kind.call, Kind.await, Kind.subscript, Kind.raise_statement, Kind.import_statement)
      .length > 0 || tree.kind(statement) === Kind.raise_statement;

  return {
    module: (module) => {
      if (rule.find === 'without-cause') module.index.raises.forEach((node) => lookAtRaise(module, node));
      else if (knowledge.context(module).isTest) module.index.calls.forEach((call) => lookAtExpectation(module, call));
    },
  };
};
