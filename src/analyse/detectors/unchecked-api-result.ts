// BP304: answers of an API that are used unseen. In: calls of clients in helpers of tests (one answer feeds the next call),
// and HTTP responses whose status nobody reads (unchecked-response.ts). Out: one note for each function.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { ClientCall } from './client-calls.ts';
import { createClientCalls, isListLike } from './client-calls.ts';
import { createClientClasses } from './client-class.ts';
import type { CreateDetector, DraftPlace } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { positionalUses } from './positional-uses.ts';
import { uncheckedResponses } from './unchecked-response.ts';
import { calledName, literalText, written } from './written-expression.ts';

const MAX_RELATED = 10;

export const uncheckedApiResult: CreateDetector<'unchecked-api-result'> = (context) => {
  const { rule, knowledge } = context;
  const clientCall = createClientCalls(rule);
  const badStatus = createClientClasses(knowledge.project, new RegExp(rule.fakes, 'iu'));
  const responses = uncheckedResponses(context);

  const lookAtHelper = (module: Module, functionIndex: number, calls: readonly ClientCall[]): void => {
    const { tree } = module;
    if (checks(module, functionIndex)) return;
    const chain = findChain(module, functionIndex, calls);
    if (chain === undefined) return;
    const list = calls.find(({ method, node }) => isListLike(method) && isReturned(module, functionIndex, node));
    const places = list === undefined ? [] : positionalUses(module, functionIndex);
    const status = badStatus([...new Set(calls.map(({ method }) => method))]);
    // A client that raises has told of the error, and an answer it lets pass has the key; most clients do. Without knowing
    // the client, only a list whose length nobody looks at is worth a note.
    if (status === 'raises' ? places.length === 0 : status === 'unknown' && list === undefined) return;
    const key = written(tree, chain.use);
    const first = places[0];
    const asked = first?.asked;
    const related: DraftPlace[] = [
      { module, node: chain.feeds, message: `asks ${calledName(tree, chain.feeds)}() with it` },
      ...places
        .slice(0, MAX_RELATED)
        .map((place) => ({ module, node: place.node, message: `takes ${place.text} of what it returns` })),
    ];
    context.report({
      module,
      functionIndex,
      node: chain.use,
      ...(status === 'raises' ? { wording: 'raises' } : status === 'handed-on' ? { wording: 'handed_on' } : {}),
      values: {
        function: tree.names.text(module.index.functions[functionIndex]!.name),
        uses: list === undefined ? key : `${key} and the list from ${list.method}()`,
        error: first === undefined ? 'KeyError' : 'KeyError or IndexError',
        key: `KeyError: ${JSON.stringify(chain.key).replaceAll('"', "'")}`,
        place: first === undefined ? key : first.text,
        line: tree.lineOf(first === undefined ? chain.use : first.node),
        hint:
          asked === undefined
            ? ''
            : ` with no hint that ${asked === 1 ? 'one was' : `${asked} ${nounOf(list!.method)} were`} asked for`,
      },
      related,
      rank: { numberKnown: asked !== undefined },
    });
  };

  const lookAtModule = (module: Module): void => {
    if (!knowledge.context(module).isTest) return;
    const byFunction = new Map<number, ClientCall[]>();
    for (const node of module.index.calls) {
      const call = clientCall(module, node);
      if (call === undefined) continue;
      const functionIndex = module.functionAround(node);
      const list = byFunction.get(functionIndex);
      if (list === undefined) byFunction.set(functionIndex, [call]);
      else list.push(call);
    }
    for (const [functionIndex, calls] of byFunction) {
      if (functionIndex === MODULE || calls.length < 2 || knowledge.role(module, functionIndex) !== 'helper') continue;
      if (module.index.functions[functionIndex]!.name !== 0) lookAtHelper(module, functionIndex, calls);
    }
  };

  return { module: lookAtModule, ...responses };
};

const checkingCall = /^_*(?:assert|fail|check|verify|expect|validate|ensure)|^raise_for_status$/i;

/** The function looks at some answer itself. */
function checks(module: Module, functionIndex: number): boolean {
  const { tree } = module;
  const { body } = module.index.functions[functionIndex]!;
  const wanted = [Kind.assert_statement, Kind.try_statement, Kind.raise_statement, Kind.call];
  return ownNodes(tree, body, ...wanted).some(
    (node) => tree.kind(node) !== Kind.call || checkingCall.test(calledName(tree, node)),
  );
}

interface Chain {
  /** `response["reservation_id"]` */
  readonly use: number;
  readonly key: string;
  /** The call that gets it. */
  readonly feeds: number;
}

/** The first entry of an answer that goes, itself or through a local, into a later call of a client. */
function findChain(module: Module, functionIndex: number, calls: readonly ClientCall[]): Chain | undefined {
  const { tree } = module;
  const { body } = module.index.functions[functionIndex]!;
  const clientCalls = new Set(calls.map(({ node }) => node));
  const answers = new Map<number, number>();
  const entries = new Map<number, number>();
  for (const node of ownNodes(tree, body, Kind.assignment, Kind.call, Kind.if_statement)) {
    switch (tree.kind(node)) {
      case Kind.if_statement:
        // Whoever asks about the answer has looked at it.
        for (const name of namesIn(module, tree.child(node, Field.condition))) {
          answers.delete(name);
          entries.delete(name);
        }
        break;
      case Kind.assignment: {
        const left = tree.child(node, Field.left);
        if (tree.kind(left) !== Kind.identifier) break;
        const name = tree.name(left);
        const right = tree.child(node, Field.right);
        const value = right >= 0 && tree.kind(right) === Kind.await ? right + 1 : right;
        const used = right < 0 ? undefined : entryIn(module, right, answers, entries);
        answers.delete(name);
        entries.delete(name);
        if (value >= 0 && clientCalls.has(value)) answers.set(name, value);
        else if (used !== undefined) entries.set(name, used);
        break;
      }
      default: {
        if (!clientCalls.has(node)) break;
        const used = entryIn(module, tree.child(node, Field.arguments), answers, entries);
        if (used !== undefined)
          return { use: used, key: literalText(tree, tree.child(used, Field.subscript))!, feeds: node };
      }
    }
  }
  return undefined;
}

/** An entry of an answer by a constant text inside an expression, or the entry that a local in it was taken from. */
function entryIn(
  { tree }: Module,
  expression: number,
  answers: ReadonlyMap<number, number>,
  entries: ReadonlyMap<number, number>,
): number | undefined {
  for (const node of [expression, ...ownNodes(tree, expression)]) {
    if (tree.kind(node) === Kind.subscript) {
      const object = tree.child(node, Field.value);
      if (tree.kind(object) !== Kind.identifier || !answers.has(tree.name(object))) continue;
      if (literalText(tree, tree.child(node, Field.subscript)) !== undefined) return node;
    } else if (tree.kind(node) === Kind.identifier && entries.has(tree.name(node))) {
      return entries.get(tree.name(node));
    }
  }
  return undefined;
}

function namesIn({ tree }: Module, node: number): number[] {
  const nodes = node < 0 ? [] : [node, ...ownNodes(tree, node)];
  return nodes.filter((inner) => tree.kind(inner) === Kind.identifier).map((inner) => tree.name(inner));
}

/** The call's result is what the function returns, by itself or through a local. */
function isReturned(module: Module, functionIndex: number, call: number): boolean {
  const { tree } = module;
  const { body } = module.index.functions[functionIndex]!;
  let parent = tree.parent(call);
  if (tree.kind(parent) === Kind.await) parent = tree.parent(parent);
  if (tree.kind(parent) === Kind.return_statement) return true;
  if (tree.kind(parent) !== Kind.assignment) return false;
  const left = tree.child(parent, Field.left);
  if (tree.kind(left) !== Kind.identifier) return false;
  return ownNodes(tree, body, Kind.return_statement).some(
    (node) =>
      tree.kind(node + 1) === Kind.identifier &&
      tree.next(node) === node + 2 &&
      tree.name(node + 1) === tree.name(left),
  );
}

/** `servers`, of `get_servers`. */
function nounOf(method: string): string {
  return method.replace(/^[a-z]+_/, '').replaceAll('_', ' ');
}
