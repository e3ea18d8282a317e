// BP155, BP169: the order of a directory listing or a set is taken for given. In: test code's equality assertions, and entries read by
// position. Out: a note where an unsorted listing is compared with a list, or its first entry is taken.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import type { Edit, Repair } from '../analysis.ts';
import { replace } from '../repairs/argument-edits.ts';
import { bare } from '../waiting/expressions.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { equalityAssertions } from './equality-assertions.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const MAX_DEPTH = 6;

export const unorderedListing: CreateDetector<'unordered-listing'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const functions = new Set(rule.calls);
  const methods = new Set(rule.methods);
  const names = [...new Set([...rule.calls.map(lastPart), ...rule.methods, 'set', 'frozenset'])];
  const numbers = names.map((name) => project.names.find(name)).filter((name) => name !== 0);

  /** The call, or set, whose order nothing defines; -1 if the expression is something else, or sorted. */
  const listingIn = (module: Module, functionIndex: number, expression: number, depth = 0): number => {
    const { tree } = module;
    const node = bare(tree, expression);
    if (node < 0 || depth > MAX_DEPTH) return -1;
    const again = (inner: number): number => listingIn(module, functionIndex, inner, depth + 1);
    switch (tree.kind(node)) {
      case Kind.identifier: {
        const value = onlyValue(module, functionIndex, node);
        return value < 0 || isSorted(module, functionIndex, tree.name(node)) ? -1 : again(value);
      }
      case Kind.list_comprehension: {
        const clauses = tree.children(node).filter((child) => tree.kind(child) === Kind.for_in_clause);
        return clauses.length === 1 ? again(tree.child(clauses[0]!, Field.right)) : -1;
      }
      case Kind.call: {
        const name = calledName(tree, node);
        const external = externalName(project, module, node);
        if (external !== undefined && functions.has(external)) return node;
        if (external === 'list' || external === 'tuple') {
          const [given] = argumentsOf(tree, node).positional;
          if (given === undefined) return -1;
          return isSet(module, functionIndex, given) ? node : again(given);
        }
        // `glob.glob` of the module is among the functions.
        const isMethod = tree.kind(tree.child(node, Field.function)) === Kind.attribute && external === undefined;
        return isMethod && methods.has(name) ? node : -1;
      }
      default:
        return -1;
    }
  };

  const isSet = (module: Module, functionIndex: number, expression: number): boolean => {
    const { tree } = module;
    let node = bare(tree, expression);
    if (tree.kind(node) === Kind.identifier) node = bare(tree, onlyValue(module, functionIndex, node));
    if (node < 0) return false;
    if (tree.kind(node) === Kind.set) return tree.children(node).length > 1;
    if (tree.kind(node) === Kind.set_comprehension) return true;
    if (tree.kind(node) !== Kind.call || argumentsOf(tree, node).positional.length === 0) return false;
    return /^(?:set|frozenset)$/.test(externalName(project, module, node) ?? '');
  };

  const tell = (
    module: Module,
    functionIndex: number,
    node: number,
    listing: number,
    count: number,
    repair: Repair | undefined,
  ): void => {
    if (isPatched(project, module, functionIndex, /listdir|scandir|glob|iterdir/)) return;
    const text = written(module.tree, listing);
    const isSetMade = /^(?:list|tuple)\(\)$/.test(text);
    report({
      module,
      functionIndex,
      node,
      values: {
        function: module.tree.names.text(module.index.functions[functionIndex]!.name),
        listing: isSetMade ? `${text.slice(0, -2)}(set(...))` : text === '' ? 'the listing' : text,
        count,
      },
      rank: { numberKnown: true },
      repair,
    });
  };

  const lookAtAssertions = (module: Module): void => {
    for (const { node, operands } of equalityAssertions(module)) {
      const functionIndex = module.functionAround(node);
      if (functionIndex === MODULE) continue;
      for (const [expected, actual] of [operands, [operands[1], operands[0]]] as const) {
        const count = listLength(module, functionIndex, expected);
        if (count < 2) continue;
        const listing = listingIn(module, functionIndex, actual);
        if (listing < 0) continue;
        tell(module, functionIndex, node, listing, count, comparedSorted(module, node, expected, actual));
        break;
      }
    }
  };

  /** `os.listdir(path)[0]`: a plain position of a listing, or of a name that is one. */
  const lookAtPositions = (module: Module): void => {
    const { tree } = module;
    for (let node = 0; node < tree.size; node++) {
      if (tree.kind(node) !== Kind.subscript || tree.kind(tree.child(node, Field.subscript)) !== Kind.integer) continue;
      const functionIndex = module.functionAround(node);
      if (functionIndex === MODULE) continue;
      const listing = listingIn(module, functionIndex, tree.child(node, Field.value));
      if (listing < 0 || countIsKnown(module, functionIndex)) continue;
      const value = tree.child(node, Field.value);
      // What a comprehension or a set holds may have no order.
      const isPlain = bare(tree, value) === listing && namesOf.test(calledName(tree, listing));
      tell(module, functionIndex, node, listing, 1, { edits: sorted(tree, value), safe: isPlain });
    }
  };

  return {
    module: (module) => {
      const calls = callsByName(module);
      if (!numbers.some((name) => calls.has(name)) || !knowledge.context(module).isTest) return;
      if (rule.use === 'compared') lookAtAssertions(module);
      else lookAtPositions(module);
    },
  };
};

/** Functions and methods whose entries are texts or paths. */
const namesOf = /^(?:listdir|glob|iglob|rglob|iterdir)$/;
const equalities = /^assert(?:Equals?|ListEqual|SequenceEqual)$/;

function sorted(tree: LoweredTree, node: number): Edit[] {
  const [start, end] = [tree.start(node), tree.end(node)];
  return [
    { range: { start, end: start }, parts: ['sorted('] },
    { range: { start: end, end }, parts: [')'] },
  ];
}

/** `assertCountEqual`, or both sides sorted; what is sorted already stays. */
function comparedSorted(module: Module, assertion: number, expected: number, actual: number): Repair | undefined {
  const { tree } = module;
  if (tree.kind(assertion) === Kind.call && equalities.test(calledName(tree, assertion))) {
    const callee = tree.child(assertion, Field.function);
    const given = argumentsOf(tree, assertion);
    const isPlain = given.keywords.size === 0 && !given.hasSplat;
    if (tree.kind(callee) !== Kind.attribute || tree.text(tree.child(callee, Field.object)) !== 'self')
      return undefined;
    const edit = replace(tree, tree.child(callee, Field.attribute), 'assertCountEqual');
    return edit && isPlain ? { edits: [edit], safe: true } : undefined;
  }
  const list = bare(tree, expected);
  const texts = tree.kind(list) === Kind.list ? tree.children(list).map((child) => literalText(tree, child)) : [];
  const known = texts.filter((text) => text !== undefined);
  const areTexts = known.length > 0 && known.length === texts.length;
  // Python compares code points, JavaScript halves of them; within ASCII that is the same.
  const inOrder = known.every((text, i) => /^[ -~]*$/.test(text) && (i === 0 || known[i - 1]! <= text));
  return {
    edits: [...(areTexts && inOrder ? [] : sorted(tree, expected)), ...sorted(tree, actual)],
    safe: areTexts,
  };
}

/** Elements of a list or tuple, of a name's only value too; 0 for anything else. */
function listLength(module: Module, functionIndex: number, expression: number): number {
  const { tree } = module;
  let node = bare(tree, expression);
  if (node >= 0 && tree.kind(node) === Kind.identifier) node = bare(tree, onlyValue(module, functionIndex, node));
  if (node < 0 || (tree.kind(node) !== Kind.list && tree.kind(node) !== Kind.tuple)) return 0;
  return tree.children(node).length;
}

/** The expression a local is bound to, if that happens once. */
function onlyValue(module: Module, functionIndex: number, node: number): number {
  const item = module.index.functions[functionIndex]!;
  const bindings = module.functionBindings(item).byName.get(module.tree.name(node)) ?? [];
  const [only] = bindings;
  return bindings.length === 1 && only?.kind === 'value' ? only.value : -1;
}

/** `names.sort()` somewhere in the function. */
function isSorted(module: Module, functionIndex: number, name: number): boolean {
  const { tree } = module;
  const { body } = module.index.functions[functionIndex]!;
  return (callsByName(module).get(tree.names.find('sort')) ?? []).some((call) => {
    if (call < body || call >= tree.next(body)) return false;
    const callee = tree.child(call, Field.function);
    return tree.kind(callee) === Kind.attribute && tree.name(tree.child(callee, Field.object)) === name;
  });
}

/** The function looks at some length: that there is one entry is then no accident. */
function countIsKnown(module: Module, functionIndex: number): boolean {
  const { body } = module.index.functions[functionIndex]!;
  const calls = callsByName(module);
  return ['len', 'assertLength', 'assertCountEqual'].some((name) =>
    (calls.get(module.tree.names.find(name)) ?? []).some((call) => call >= body && call < module.tree.next(body)),
  );
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
