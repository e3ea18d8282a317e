// What state a loop waits for. In: a loop and what its body does. Out: the places that read the state anew in each
// round, the names they are kept in, and whether the loop can end because of it. Leaves alone: values.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { isClock } from './clocks.ts';
import { isTime } from './clock-terms.ts';
import { calledName } from '../detectors/written-expression.ts';
import { bare, conditionLeaves, lastName, ownNodes, readNames } from './expressions.ts';
import type { Guard } from './loop-body.ts';
import type { LoopReader } from './wait-limit.ts';
import { isBoundCondition } from './wait-limit.ts';

type Reader = Omit<LoopReader, 'looks'>;

interface Kept {
  /** Bound from a look itself, not from a part of what it gave. */
  readonly direct: boolean;
  /** It is more than yes or no, the loop looks at more than whether there is anything, and no log shows it. */
  readonly tells: boolean;
}

export interface WaitState {
  /** Calls, or attributes and subscripts where there is no call, that read the state; in file order. */
  readonly looks: readonly number[];
  /** Names that hold what was seen last. */
  readonly kept: ReadonlyMap<number, Kept>;
  /** The loop ends once the state is as wanted. */
  readonly ends: boolean;
}

// These compute, they do not look.
const pure =
  /^(?:range|len|min|max|int|float|str|repr|bool|abs|round|sum|sorted|list|tuple|set|dict|any|all|format|isinstance|issubclass|type|enumerate|zip|lower|upper|strip|split|join|append|timedelta|super|getattr|hasattr)$/;

/** Reads a loop's state. */
export function waitState(reader: Reader): WaitState {
  const looks = findLooks(reader);
  const kept = keptNames(reader, looks);
  return { looks, kept, ends: canEnd(reader, kept) };
}

function findLooks({ module, loop, body, sleeps }: Reader): number[] {
  const { tree } = module;
  // What is logged or raised is no look.
  const skipped = new Set<number>([...body.logs, ...sleeps]);
  for (const { node, kind } of body.exits) {
    if (
      kind === 'raise' ||
      (kind === 'fail' && tree.kind(node) === Kind.call && !/^assert/.test(calledName(tree, node)))
    )
      skipped.add(node);
  }
  const calls: number[] = [];
  const computed: number[] = [];
  const reads: number[] = [];
  const end = tree.next(loop);
  const isFor = tree.kind(loop) === Kind.for_statement;
  const alternative = tree.child(loop, Field.alternative);
  for (let node = isFor ? tree.child(loop, Field.body) : loop + 1; node < end;) {
    const kind = tree.kind(node);
    if (skipped.has(node) || node === alternative || kind === Kind.lambda) {
      node = tree.next(node);
      continue;
    }
    if (kind === Kind.call && !isClock(tree, node)) {
      (pure.test(calledName(tree, node)) ? computed : calls).push(node);
    } else if (kind === Kind.attribute || kind === Kind.subscript) {
      const parent = tree.parent(node);
      const isCallee = tree.kind(parent) === Kind.call && tree.field(node) === Field.function;
      if (!isCallee && tree.kind(parent) !== Kind.attribute) reads.push(node);
    }
    node++;
  }
  if (calls.length > 0) return calls;
  return reads.length > 0 ? reads : computed;
}

/** Names bound in the loop from a look, directly or through another such name. */
function keptNames(reader: Reader, looks: readonly number[]): Map<number, Kept> {
  const { module, loop, body, functionIndex } = reader;
  const { tree } = module;
  const kept = new Map<number, Kept>();
  const place = { module, loop, functionIndex };
  const logged = new Set(body.logs.flatMap((log) => [...readNames(tree, log)].map((node) => tree.name(node))));
  const holdsLook = (value: number): boolean => looks.some((look) => look >= value && look < tree.next(value));
  const derives = (value: number): boolean => {
    for (const name of readNames(tree, value)) if (kept.has(tree.name(name))) return true;
    for (const node of ownNodes(tree, value)) {
      if (tree.kind(node) === Kind.attribute || tree.kind(node) === Kind.subscript) return true;
    }
    return false;
  };
  // Twice, since a name may be bound from one that is bound further down.
  for (let round = 0; round < 2; round++) {
    for (const { name, value } of body.assignments) {
      const before = kept.get(name);
      const direct = value < 0 || holdsLook(value);
      if (value >= 0 && (isTime(place, value) || !(direct || derives(value)))) continue;
      const tells =
        before?.tells === true ||
        (value >= 0 &&
          !isYesOrNo(tree, value) &&
          !mentions(tree, value, name) &&
          !logged.has(name) &&
          isExamined(reader, name));
      kept.set(name, { direct: direct || before?.direct === true, tells });
    }
  }
  return kept;
}

/** `workers = [address(w) for w in workers]` only changes the form of what was there. */
function mentions(tree: LoopReader['module']['tree'], value: number, name: number): boolean {
  for (const node of readNames(tree, value)) if (tree.name(node) === name) return true;
  return false;
}

/** Whether the loop does more with a name than wait until there is something in it. */
function isExamined({ module, loop, body }: Reader, name: number): boolean {
  const { tree } = module;
  for (const node of ownNodes(tree, loop)) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name) continue;
    if (body.logs.some((log) => log < node && node < tree.next(log))) continue;
    let top = node;
    let negated = false;
    for (let parent = tree.parent(top); parent >= 0; parent = tree.parent(top)) {
      const kind = tree.kind(parent);
      if (kind === Kind.not_operator) negated = !negated;
      else if (
        kind === Kind.comparison_operator &&
        tree.children(parent).some((child) => tree.kind(child) === Kind.none)
      ) {
        if (
          tree.children(parent).some((child) => tree.kind(child) === Kind["'is'"] || tree.kind(child) === Kind["'=='"])
        )
          negated = !negated;
      } else if (kind !== Kind.boolean_operator && kind !== Kind.parenthesized_expression) break;
      top = parent;
    }
    const parent = tree.parent(top);
    const kind = tree.kind(parent);
    if (tree.field(top) === Field.condition && (kind === Kind.if_statement || kind === Kind.elif_clause)) {
      if (negated) return true;
    } else if (tree.field(top) === Field.condition && kind === Kind.while_statement) {
      if (!negated) return true;
    } else if (
      kind !== Kind.return_statement &&
      tree.field(node) !== Field.left &&
      tree.field(top) !== Field.left &&
      !isTarget(tree, node)
    ) {
      return true;
    }
  }
  return false;
}

/** A name that is bound there: in a list of targets, behind `as`. */
function isTarget(tree: LoopReader['module']['tree'], node: number): boolean {
  const parent = tree.kind(tree.parent(node));
  return parent === Kind.pattern_list || parent === Kind.tuple_pattern || parent === Kind.as_pattern_target;
}

const yesOrNo =
  /^(?:is|has|can|was|exists|isfile|isdir|is_set|poll|contains|done|ready|alive|any|all|bool|startswith|endswith|wait|access|connect_ex|ping|check|verify)(?=$|_|[A-Z])/;

/** An expression that is true or false and nothing more. */
function isYesOrNo(tree: LoopReader['module']['tree'], expression: number): boolean {
  const node = bare(tree, expression);
  switch (tree.kind(node)) {
    case Kind.comparison_operator:
    case Kind.not_operator:
    case Kind.true:
    case Kind.false:
    case Kind.none:
      return true;
    case Kind.boolean_operator:
      return isYesOrNo(tree, tree.child(node, Field.left)) && isYesOrNo(tree, tree.child(node, Field.right));
    case Kind.call:
      return yesOrNo.test(calledName(tree, node));
    default:
      return false;
  }
}

function canEnd(reader: Reader, kept: WaitState['kept']): boolean {
  const { module, loop, body } = reader;
  const { tree } = module;
  const readsState = (condition: number): boolean =>
    conditionLeaves(tree, condition).some((leaf) => isStateLeaf(reader, kept, leaf));
  if (tree.kind(loop) === Kind.while_statement && readsState(tree.child(loop, Field.condition))) return true;
  const dependsOnState = (guards: readonly Guard[]): boolean =>
    guards.some((guard) => {
      if (guard.kind === 'if') return guard.conditions.some(readsState);
      return guard.kind === 'try' ? holdsLook(reader, guard.body) : false;
    });
  // An exit that nothing guards is reached where no `continue` above it was.
  const skips = body.exits.filter(({ kind, guards }) => kind === 'continue' && dependsOnState(guards));
  const leaves = body.exits.filter(({ kind }) => kind === 'return' || kind === 'break');
  if (leaves.some(({ node, guards }) => dependsOnState(guards) || skips.some((skip) => skip.node < node))) return true;
  return endsByException(reader);
}

function isStateLeaf(reader: Reader, kept: WaitState['kept'], leaf: number): boolean {
  const { tree } = reader.module;
  if (isBoundCondition(reader, leaf)) return false;
  for (const node of ownNodes(tree, leaf)) {
    const kind = tree.kind(node);
    if (kind === Kind.call && !isClock(tree, node)) return true;
    if (kind === Kind.attribute || kind === Kind.subscript) return true;
    if (kind === Kind.identifier && kept.has(tree.name(node))) return true;
  }
  return false;
}

/** A call that may raise: anything but the sleep, the clock and the log. */
function holdsLook({ module, body, sleeps }: Reader, root: number): boolean {
  const { tree } = module;
  const end = tree.next(root);
  for (let node = root; node < end;) {
    if (sleeps.includes(node) || body.logs.includes(node)) {
      node = tree.next(node);
      continue;
    }
    const kind = tree.kind(node);
    if (kind === Kind.call && !isClock(tree, node)) return true;
    if (kind === Kind.await) return true;
    node++;
  }
  return false;
}

/** `try: <the loop> except E: return`: waiting until a lookup fails. */
function endsByException(reader: Reader): boolean {
  const { module, loop } = reader;
  const { tree } = module;
  const block = tree.parent(loop);
  const attempt = tree.parent(block);
  if (attempt < 0 || tree.kind(attempt) !== Kind.try_statement || tree.child(attempt, Field.body) !== block)
    return false;
  if (!holdsLook(reader, tree.child(loop, Field.body))) return false;
  // Behind the loop only the failure may stand.
  const behind = tree.children(block).filter((statement) => statement > loop);
  if (!behind.every((statement) => isFailure(tree, statement))) return false;
  return tree.children(attempt).some((child) => {
    if (tree.kind(child) !== Kind.except_clause) return false;
    const statements = tree.children(tree.childOfKind(child, Kind.block));
    const [only] = statements;
    const caught = tree.child(child, Field.value);
    // Ctrl-C ends a loop too, but nobody waits for it.
    if (
      caught >= 0 &&
      [...ownNodes(tree, caught)].some(
        (node) =>
          lastName(tree, node) >= 0 &&
          /KeyboardInterrupt|SystemExit|CancelledError/.test(tree.text(lastName(tree, node))),
      )
    )
      return false;
    return (
      statements.length === 1 &&
      only !== undefined &&
      (tree.kind(only) === Kind.return_statement || tree.kind(only) === Kind.pass_statement)
    );
  });
}

function isFailure(tree: LoopReader['module']['tree'], statement: number): boolean {
  if (tree.kind(statement) === Kind.raise_statement) return true;
  const call = tree.kind(statement) === Kind.expression_statement ? bare(tree, statement + 1) : -1;
  return call >= 0 && tree.kind(call) === Kind.call && calledName(tree, call) === 'fail';
}
