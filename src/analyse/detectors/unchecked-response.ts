// BP304, form c: the body of an HTTP response is used and nobody has looked at its status. In: calls that return a response
// whatever the server says. Out: one note for each function, at the first such use.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { statementAround } from '../constructs.ts';
import { lineBehind } from '../repairs/line-edits.ts';
import type { CallEvent } from '../interpreter/events.ts';
import { callInterest } from './call-interest.ts';
import type { Detector, DetectorContext } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { qualifiedTargets } from './qualified-targets.ts';
import { calledName, literalText, written } from './written-expression.ts';

export function uncheckedResponses(
  context: DetectorContext<'unchecked-api-result'>,
): Pick<Detector, 'interest' | 'observer' | 'hears'> {
  const { rule, knowledge } = context;
  const calls = new Set(rule.calls);
  const sessions = new Set(rule.sessions);
  const body = new Set(rule.body);
  const status = new Set(rule.status);
  const reported = new Set<string>();

  const onCall = (event: CallEvent): void => {
    const names = qualifiedTargets(event.targets);
    const ofSession = names.some((name) => sessions.has(name));
    if (!ofSession && !names.some((name) => calls.has(name))) return;
    const { module, functionIndex, node } = event;
    if (functionIndex === MODULE || (ofSession && hasHook(module))) return;
    const role = knowledge.role(module, functionIndex);
    if (role === 'set-up' || role === 'nested' || reported.has(`${module.path} ${functionIndex}`)) return;
    const use = firstUse(module, functionIndex, node, body, status);
    if (use === undefined) return;
    reported.add(`${module.path} ${functionIndex}`);
    const { tree } = module;
    context.report({
      module,
      functionIndex,
      node: use.node,
      wording: use.key === undefined ? 'status' : 'status_key',
      values: {
        function: tree.names.text(module.index.functions[functionIndex]!.name) || 'lambda',
        use: use.text,
        call: written(tree, node),
        key: use.key === undefined ? '' : `'${use.key}'`,
      },
      repair: raising(module, node, status),
      related: use.node === node ? [] : [{ module, node, message: 'the response' }],
    });
  };

  const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
  return {
    observer: { call: onCall },
    hears: { calls: [...rule.calls, ...rule.sessions].map(last) },
    interest: {
      calls: [...rule.calls, ...rule.sessions].map(callInterest),
    },
  };
}

/** `response.raise_for_status()` behind the statement that binds the response. */
function raising(module: Module, call: number, status: ReadonlySet<string>): Repair | undefined {
  const { tree } = module;
  const value = tree.kind(tree.parent(call)) === Kind.await ? tree.parent(call) : call;
  const statement = statementAround(tree, call);
  const assignment = tree.parent(value);
  if (tree.parent(assignment) !== statement || !status.has('raise_for_status')) return undefined;
  const name = boundTo(module, value);
  const edit =
    name === undefined ? undefined : lineBehind(tree, statement, `${tree.names.text(name)}.raise_for_status()`);
  return edit && { edits: [edit], safe: false };
}

interface BodyUse {
  readonly node: number;
  readonly text: string;
  /** Of `.json()["id"]`. */
  readonly key: string | undefined;
}

/** The first use of the response's body, if the function never looks at the status and keeps the response to itself. */
function firstUse(
  module: Module,
  functionIndex: number,
  call: number,
  body: ReadonlySet<string>,
  status: ReadonlySet<string>,
): BodyUse | undefined {
  const { tree } = module;
  const item = module.index.functions[functionIndex]!;
  const nodes = ownNodes(tree, item.body);
  if (nodes.some((node) => looksForErrors(module, node, status))) return undefined;
  let value = call;
  if (tree.kind(tree.parent(value)) === Kind.await) value = tree.parent(value);
  if (tree.kind(tree.parent(value)) === Kind.parenthesized_expression) value = tree.parent(value);
  if (tree.kind(tree.parent(value)) === Kind.attribute) return bodyUse(module, value, body);
  const name = boundTo(module, value);
  if (name === undefined) return undefined;
  let first: BodyUse | undefined;
  for (const node of nodes) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name || node < call) continue;
    const parent = tree.parent(node);
    const isObject = tree.kind(parent) === Kind.attribute && tree.child(parent, Field.object) === node;
    if (isObject) first ??= bodyUse(module, node, body);
    // The response goes elsewhere, or is tested as a whole: others may look at it.
    else if (tree.kind(parent) !== Kind.assignment || tree.child(parent, Field.left) !== node) return undefined;
  }
  return first;
}

/** `response.json()`, where nothing around it catches or asserts. */
function bodyUse(module: Module, response: number, body: ReadonlySet<string>): BodyUse | undefined {
  const { tree } = module;
  const attribute = tree.parent(response);
  if (!body.has(tree.text(tree.child(attribute, Field.attribute)))) return undefined;
  const isCalled =
    tree.kind(tree.parent(attribute)) === Kind.call && tree.child(tree.parent(attribute), Field.function) === attribute;
  let use = isCalled ? tree.parent(attribute) : attribute;
  const text = written(tree, use);
  if (isExpected(module, use) || isArgumentOfOwn(module, use)) return undefined;
  if (tree.kind(tree.parent(use)) === Kind.await) use = tree.parent(use);
  const around = tree.parent(use);
  const key = tree.kind(around) === Kind.subscript ? literalText(tree, tree.child(around, Field.subscript)) : undefined;
  return text === '' ? undefined : { node: attribute, text, key };
}

/** An argument of a method of the same object, which may look at it. */
function isArgumentOfOwn({ tree }: Module, use: number): boolean {
  for (let current = tree.parent(use); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) === Kind.call) {
      const callee = tree.child(current, Field.function);
      if (tree.kind(callee) === Kind.attribute && /^(?:self|cls)$/.test(tree.text(tree.child(callee, Field.object))))
        return true;
    }
    if (tree.kind(current) === Kind.block) return false;
  }
  return false;
}

/** Inside a `try` that catches something, an assertion, or a block that expects an error. */
function isExpected({ tree }: Module, node: number): boolean {
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
    switch (tree.kind(parent)) {
      case Kind.try_statement:
        if (tree.field(current) === Field.body && tree.childOfKind(parent, Kind.except_clause) >= 0) return true;
        break;
      case Kind.assert_statement:
        return true;
      case Kind.call:
        if (/^assert/.test(calledName(tree, parent))) return true;
        break;
      case Kind.with_statement:
        if (
          ownNodes(tree, parent + 1, Kind.call).some((call) =>
            /^(?:assertRaises\w*|raises)$/.test(calledName(tree, call)),
          )
        )
          return true;
        break;
      case Kind.function_definition:
        return false;
      default:
        break;
    }
  }
  return false;
}

/** An attribute that tells how the request went, or an entry that does (`data.get("error")`). */
function looksForErrors({ tree }: Module, node: number, status: ReadonlySet<string>): boolean {
  if (tree.kind(node) === Kind.attribute) return status.has(tree.text(tree.child(node, Field.attribute)));
  // `"token" in answer`: somebody asks what came.
  if (tree.kind(node) === Kind.comparison_operator) {
    return (
      literalText(tree, node + 1) !== undefined && tree.children(node).some((child) => isMembership(tree.kind(child)))
    );
  }
  if (tree.kind(node) !== Kind.string) return false;
  return /^(?:errors?|error_\w+|ok|status|status_code|success)$/i.test(literalText(tree, node) ?? '');
}

function isMembership(kind: number): boolean {
  return kind === Kind["'in'"] || kind === Kind["'not in'"];
}

/** The local that a value is assigned to, or that `with ... as` gives it. */
function boundTo({ tree }: Module, value: number): number | undefined {
  const parent = tree.parent(value);
  const target =
    tree.kind(parent) === Kind.assignment && tree.child(parent, Field.right) === value
      ? tree.child(parent, Field.left)
      : tree.kind(parent) === Kind.as_pattern
        ? tree.child(parent, Field.alias) + 1
        : -1;
  return target >= 0 && tree.kind(target) === Kind.identifier ? tree.name(target) : undefined;
}

/** A hook of a session or client that may raise: `session.hooks["response"]`, `event_hooks=`. */
function hasHook({ tree, index }: Module): boolean {
  const hooks = tree.names.find('hooks');
  const events = tree.names.find('event_hooks');
  if (hooks !== 0 && index.attributes.some((node) => tree.name(tree.child(node, Field.attribute)) === hooks))
    return true;
  return (
    events !== 0 &&
    index.calls.some((call) => ownNodes(tree, call, Kind.identifier).some((node) => tree.name(node) === events))
  );
}
