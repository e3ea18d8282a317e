// BP309, BP311: errors that tell less than they could. In: `raise` statements in handlers, and blocks that expect an error. Out: a note at a
// new error that does not name its cause, or at an expectation over several statements.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, written } from './written-expression.ts';

const expecting = /^(?:assertRaises(?:Regexp?)?|raises)$/;

export const raiseForms: CreateDetector<'raise-forms'> = ({ rule, knowledge, report }) => {
  const tell = (module: Module, node: number, values: Readonly<Record<string, string | number>>): void => {
    const functionIndex = module.functionAround(node);
    if (functionIndex === MODULE) return;
    const name = module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function';
    report({ module, functionIndex, node, values: { function: name, ...values } });
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
    tell(module, node, { error: name, caught: caught === '' ? 'what it caught' : caught });
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
