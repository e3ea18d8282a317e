// BP153, BP160: an assertion that something equals what the clock, or the time zone of the machine, says. In: equality assertions of
// test code. Out: a note at each. Leaves alone: tests that stop the clock.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { isPatched, ownNodesOfDecorated, runsUnder } from '../waiting/patched-names.ts';
import { callsByName, externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { equalityAssertions } from './equality-assertions.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

// What keeps the moment in the value: `int(time.time())`, `str(date.today())`.
const keeping = /^(?:int|float|str|repr|round|list|tuple|bytes|isoformat|strftime)$/;

export const clockExpectation: CreateDetector<'clock-expectation'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const any = new Map(rule.calls.map((name) => [name, 0]));
  const bareOnly = new Map((rule.bare ?? []).map((name) => [name, 0]));
  const local = new Map(Object.entries(rule.local ?? {}));
  const lastNames = [...any.keys(), ...bareOnly.keys(), ...local.keys()].map((name) => lastPart(name));
  const numbers = [...new Set(lastNames.map((name) => project.names.find(name)))].filter((name) => name !== 0);
  const stops = new RegExp(rule.stops, 'u');
  const patched = new RegExp(rule.patched, 'iu');

  /** The clock that an operand is read from. */
  const clockIn = (module: Module, node: number, depth = 0): number => {
    const { tree } = module;
    if (node < 0 || depth > 8) return -1;
    const inside = (...nodes: number[]): number => {
      for (const inner of nodes) {
        const found = clockIn(module, inner, depth + 1);
        if (found >= 0) return found;
      }
      return -1;
    };
    switch (tree.kind(node)) {
      case Kind.attribute: {
        const name = tree.text(tree.child(node, Field.attribute));
        return /^(?:tzinfo|tzname|utcoffset|__class__)$/.test(name) ? -1 : inside(tree.child(node, Field.object));
      }
      case Kind.subscript:
        return inside(tree.child(node, Field.value));
      case Kind.binary_operator:
        return inside(tree.child(node, Field.left), tree.child(node, Field.right));
      case Kind.parenthesized_expression:
      case Kind.unary_operator:
        return inside(tree.next(node) - 1 > node ? node + 1 : -1);
      case Kind.list:
      case Kind.tuple:
        return inside(...tree.children(node));
      case Kind.dictionary:
        return inside(...tree.children(node).map((pair) => tree.child(pair, Field.value)));
      case Kind.call: {
        if (isClock(module, node)) return node;
        const callee = tree.child(node, Field.function);
        const given = keeping.test(calledName(tree, node)) ? argumentsOf(tree, node).positional : [];
        return inside(...given, ...(tree.kind(callee) === Kind.attribute ? [callee] : []));
      }
      default:
        return -1;
    }
  };

  const isClock = (module: Module, call: number): boolean => {
    const { tree } = module;
    if (!numbers.includes(project.names.find(calledName(tree, call))) && !isAlias(module, call)) return false;
    const name = externalName(project, module, call);
    if (name === undefined) return false;
    if (any.has(name)) return true;
    const { positional, keywords, hasSplat } = argumentsOf(tree, call);
    const given = positional.length + keywords.size;
    if (bareOnly.has(name)) return given === 0 && !hasSplat;
    // A zone is given as a further argument; of a format, directives that the locale fills.
    const most = local.get(name);
    if (most === undefined || hasSplat) return false;
    if (most === 'format') return /%[aAbBcpxX]/.test(literalText(tree, positional[0] ?? -1) ?? '');
    return given > 0 && given <= most;
  };

  const isAlias = (module: Module, call: number): boolean => {
    const calls = callsByName(module);
    return numbers.some((name) => calls.get(name)?.includes(call) === true);
  };

  const stopsClock = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    const { parameters } = index.functions[functionIndex]!;
    const names = (root: number, where: Module): boolean => {
      for (const node of ownNodesOfDecorated(where.tree, root)) {
        const kind = where.tree.kind(node);
        if (kind === Kind.call && stops.test(calledName(where.tree, node))) return true;
      }
      return false;
    };
    if (parameters >= 0 && tree.children(parameters).some((node) => stops.test(tree.text(node)))) return true;
    return (
      runsUnder(project, module, functionIndex, (where, root) => names(root, where)) ||
      isPatched(project, module, functionIndex, patched)
    );
  };

  return {
    module: (module) => {
      const calls = callsByName(module);
      if (!numbers.some((name) => calls.has(name)) || !knowledge.context(module).isTest) return;
      for (const { node, operands } of equalityAssertions(module)) {
        const [left, right] = operands.map((operand) => clockIn(module, operand)) as [number, number];
        const clock = left >= 0 ? left : right;
        const functionIndex = module.functionAround(node);
        // Where both sides ask the machine they agree on every machine.
        if (clock >= 0 && rule.local !== undefined && !isLiteral(module, left >= 0 ? operands[1] : operands[0]))
          continue;
        if (clock < 0 || functionIndex === MODULE || knowledge.role(module, functionIndex) === 'nested') continue;
        if (stopsClock(module, functionIndex)) continue;
        const other = written(module.tree, left >= 0 ? operands[1] : operands[0]);
        // Of a day there is little to say and one remedy for the file, so that its notes are one.
        const isDay = rule.local === undefined && readsDay(module, left >= 0 ? operands[0] : operands[1], clock);
        report({
          module,
          functionIndex,
          node,
          ...(isDay ? { wording: 'day', groupKey: `${module.path} day` } : {}),
          values: {
            function: module.tree.names.text(module.index.functions[functionIndex]!.name),
            clock: written(module.tree, clock),
            other: other === '' ? (rule.local === undefined ? 'a value' : 'a constant') : other,
          },
        });
      }
    },
  };
};

/** The operand keeps no more of the clock than the day: `date.today()`, `datetime.now().day`, `strftime("%Y-%m-%d")`. */
function readsDay({ tree }: Module, operand: number, clock: number): boolean {
  if (calledName(tree, clock) === 'today' && /(?:^|\.)date\.today/.test(written(tree, clock))) return true;
  const part = tree.parent(clock);
  const name = tree.kind(part) === Kind.attribute ? tree.text(tree.child(part, Field.attribute)) : '';
  if (/^(?:year|month|day|date|weekday|isoweekday|isocalendar)$/.test(name)) return true;
  const format = name === 'strftime' ? argumentsOf(tree, tree.parent(part)).positional[0] : undefined;
  const directives = format === undefined ? undefined : literalText(tree, format)?.match(/%[-#]?[a-zA-Z]/g);
  return (
    operand >= 0 &&
    directives !== undefined &&
    directives !== null &&
    directives.every((one) => /[YymdBbaAjUWuwGV]$/.test(one))
  );
}

/** Made of literals only, a `datetime(...)` of them included. */
function isLiteral({ tree }: Module, node: number): boolean {
  for (let inner = node; inner < tree.next(node); inner++) {
    if (
      tree.kind(inner) === Kind.identifier &&
      !/^(?:datetime|date|time|timedelta|struct_time|timezone|utc)$/.test(tree.text(inner))
    )
      return false;
  }
  return true;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
