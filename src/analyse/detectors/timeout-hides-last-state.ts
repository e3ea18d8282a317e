// The detector `timeout-hides-last-state` (BP313). In: bounded waiting loops. Out: a note at the `raise` or `fail` that
// ends one, if its text shows nothing of what the loop saw last.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from './written-expression.ts';
import { bare, ownNodes, readNames, writtenName } from '../waiting/expressions.ts';
import { standsApart } from '../waiting/noteworthy-wait.ts';
import type { WaitingLoop } from '../waiting/waiting-loop.ts';
import { waitingLoops } from '../waiting/waiting-loop.ts';
import type { CreateDetector } from './detector.ts';

export const timeoutHidesLastState: CreateDetector<'timeout-hides-last-state'> = ({
  rule,
  knowledge,
  engine,
  report,
}) => {
  const loops = waitingLoops(knowledge, engine, rule.calls);
  return {
    interest: { functions: loops.functions },
    observer: {
      loop: (event) => {
        const loop = loops.at(event);
        if (loop === undefined || loop.limit.kind === 'none' || standsApart(loop, knowledge)) return;
        const { module, functionIndex } = loop;
        const { tree } = module;
        const telling = tellingNames(loop);
        if (telling.length === 0) return;
        for (const statement of loop.givesUpAt.flatMap((node) => failures(module, node))) {
          const text = messageText(module, statement);
          if (text === undefined || showsState(loop, statement)) continue;
          report({
            module,
            functionIndex,
            node: statement,
            values: { text, names: list(telling.map((name) => tree.names.text(name))) },
            related: [{ module, node: loop.node, message: 'the loop that waits' }],
          });
        }
      },
    },
  };
};

/** Names whose content says more than that the wait went on; those that hold the whole of it, if there are any. */
function tellingNames(loop: WaitingLoop): number[] {
  const { state } = loop;
  const telling = [...state.kept].filter(([name, { tells }]) => tells && !isEmptyAtLast(loop, name));
  const direct = telling.filter(([, kept]) => kept.direct);
  return (direct.length > 0 ? direct : telling).map(([name]) => name);
}

/** `if ready: break`, and nothing else asks about it: whoever gives up has seen it empty. */
function isEmptyAtLast({ module, node }: WaitingLoop, name: number): boolean {
  const { tree } = module;
  const conditions = [...ownNodes(tree, tree.child(node, Field.body))]
    .filter((inner) => tree.kind(inner) === Kind.if_statement)
    .map((inner) => bare(tree, tree.child(inner, Field.condition)));
  const isBare = (condition: number): boolean =>
    tree.kind(condition) === Kind.identifier && tree.name(condition) === name;
  return (
    conditions.some(isBare) &&
    conditions.every(
      (condition) => isBare(condition) || [...readNames(tree, condition)].every((one) => tree.name(one) !== name),
    )
  );
}

/** `raise X(...)`, `self.fail(...)`: the statement itself, or what an `if` behind the loop holds. */
function failures(module: Module, node: number): number[] {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.raise_statement:
      return [node];
    case Kind.call:
      return calledName(tree, node) === 'fail' ? [node] : [];
    case Kind.expression_statement:
      return failures(module, bare(tree, node + 1));
    case Kind.if_statement: {
      const [first] = tree.children(tree.child(node, Field.consequence));
      return first === undefined ? [] : failures(module, first);
    }
    default:
      return [];
  }
}

// Longer texts are cut in the note.
const MAX_TEXT = 60;

/** The first text of the message, as far as it is constant; undefined if there is none, or the message is made elsewhere. */
function messageText({ tree }: Module, statement: number): string | undefined {
  for (const node of ownNodes(tree, statement)) {
    if (tree.kind(node) !== Kind.string) continue;
    const isLeaf = tree.next(node) === node + 1;
    const content = isLeaf
      ? tree.text(node).replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, '$2')
      : tree
          .children(node)
          .map((part) =>
            tree.kind(part) === Kind.string_content
              ? tree.text(part)
              : tree.kind(part) === Kind.interpolation
                ? '{}'
                : '',
          )
          .join('');
    const text = content.replaceAll(/\s+/g, ' ').trim();
    if (!/[A-Za-z]/.test(text)) return undefined;
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT).trimEnd()}...` : text;
  }
  return undefined;
}

// These put a text together; any other call may ask for the state.
const formatting =
  /^(?:format|join|str|repr|int|float|round|len|_|_LE|dict|type|format_map|strip|lower|upper|gettext|locals|vars)$/;

/** The text shows a name of the loop, what the loop looked at, or asks for the state again. */
function showsState({ module, functionIndex, state }: WaitingLoop, statement: number): boolean {
  const { tree } = module;
  const looked = new Set(state.looks.map((look) => writtenName(tree, look)));
  looked.delete('');
  const shows = (root: number, depth: number): boolean => {
    for (const node of ownNodes(tree, root)) {
      const kind = tree.kind(node);
      if (
        kind === Kind.call &&
        node !== root &&
        !isException(module, statement, node) &&
        !formatting.test(calledName(tree, node))
      )
        return true;
      if (kind === Kind.call && /^(?:locals|vars)$/.test(calledName(tree, node))) return true;
      if ((kind === Kind.attribute || kind === Kind.subscript) && looked.has(writtenName(tree, node))) return true;
    }
    for (const name of readNames(tree, root)) {
      if (state.kept.has(tree.name(name))) return true;
      if (depth < 2 && boundValues(module, functionIndex, tree.name(name)).some((value) => shows(value, depth + 1)))
        return true;
    }
    return false;
  };
  return shows(statement, 0);
}

/** The exception that is raised, or the call that fails. */
function isException({ tree }: Module, statement: number, call: number): boolean {
  return call === statement || call === statement + 1;
}

function boundValues(module: Module, functionIndex: number, name: number): number[] {
  if (functionIndex === MODULE) return [];
  const bindings = module.functionBindings(module.index.functions[functionIndex]!).byName.get(name) ?? [];
  return bindings.flatMap((binding) => (binding.kind === 'value' ? [binding.value] : []));
}

function list(names: readonly string[]): string {
  const sorted = [...new Set(names)];
  return sorted.length < 2 ? sorted.join('') : `${sorted.slice(0, -1).join(', ')} or ${sorted.at(-1)!}`;
}
