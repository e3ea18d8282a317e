// BP107: how long retries of a library go on. In: decorators and calls of tenacity, retrying, backoff and looping calls with literal
// numbers. Out: a note with the worst case. Leaves alone: numbers from parameters, settings or constants with a name.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { amountOf } from '../waiting/amount.ts';
import { saysWhy } from '../waiting/says-why.ts';
import { written as seconds } from '../waiting/seconds.ts';
import { callsByName, externalCalls, externalName, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { valueAlone } from './value-alone.ts';
import { argumentsOf, written } from './written-expression.ts';

interface Budget {
  readonly attempts?: number;
  /** Seconds between attempts, at most. */
  readonly pause?: number;
  /** Seconds in all. */
  readonly total?: number;
}

export const retryBudget: CreateDetector<'retry-budget'> = ({ rule, knowledge, engine, report }) => {
  const { project } = knowledge;
  const wanted = wantedCalls(project.names, rule.calls);
  const start = project.names.find('start');

  /** A number that the call itself writes down. */
  const number = (module: Module, node: number | undefined): number | undefined => {
    if (node === undefined) return undefined;
    const functionIndex = module.functionAround(node);
    const evaluate = (inner: number) => valueAlone(engine(), module, functionIndex, inner);
    const { value, source } = amountOf({ module, functionIndex, evaluate }, node);
    return source === 'fixed' ? value : undefined;
  };

  const given = (module: Module, call: number, name: string, at: number): number | undefined => {
    const { positional, keywords } = argumentsOf(module.tree, call);
    return number(module, keywords.get(name) ?? positional[at]);
  };

  const ofTenacity = (module: Module, call: number): Budget => {
    const { tree } = module;
    let budget: Budget = {};
    const list = tree.child(call, Field.arguments);
    for (let node = list; node >= 0 && node < tree.next(list); node++) {
      if (tree.kind(node) !== Kind.call) continue;
      switch (externalName(project, module, node)) {
        case 'tenacity.stop_after_attempt':
          budget = withNumber(budget, 'attempts', given(module, node, 'max_attempt_number', 0));
          break;
        case 'tenacity.stop_after_delay':
          budget = withNumber(budget, 'total', given(module, node, 'max_delay', 0));
          break;
        case 'tenacity.wait_fixed':
          budget = withNumber(budget, 'pause', given(module, node, 'wait', 0));
          break;
        case 'tenacity.wait_exponential':
          budget = withNumber(budget, 'pause', given(module, node, 'max', 1));
          break;
        default:
          break;
      }
    }
    return budget;
  };

  const ofLibrary = (module: Module, call: number, name: string): Budget => {
    if (name.startsWith('tenacity.')) return ofTenacity(module, call);
    const keyword = (key: string): number | undefined => given(module, call, key, -1);
    const milliseconds = (key: string): number | undefined => {
      const value = keyword(key);
      return value === undefined ? undefined : value / 1000;
    };
    const found: Budget = name.startsWith('retrying.')
      ? withNumber(
          withNumber(
            withNumber({}, 'attempts', keyword('stop_max_attempt_number')),
            'pause',
            milliseconds('wait_fixed') ?? milliseconds('wait_exponential_max'),
          ),
          'total',
          milliseconds('stop_max_delay'),
        )
      : withNumber(
          withNumber(
            withNumber({}, 'attempts', keyword('max_tries')),
            'pause',
            keyword('interval') ?? keyword('max_value'),
          ),
          'total',
          keyword('max_time'),
        );
    return found;
  };

  const tell = (module: Module, node: number, budget: Budget): void => {
    const { attempts, pause } = budget;
    const total = budget.total ?? (attempts === undefined || pause === undefined ? undefined : (attempts - 1) * pause);
    // An unknown pause makes an unknown total: nothing to say.
    if (total === undefined && (attempts === undefined || waits(module, node))) return;
    const decorated = decoratedFunction(module, node);
    const functionIndex = decorated ?? module.functionAround(node);
    const often = attempts === undefined ? '' : ` up to ${seconds(attempts)} times`;
    const pauses = pause === undefined ? '' : ` with pauses of at most ${seconds(pause)} s`;
    const end =
      total === undefined ? 'without a pause in between' : `and given up after at most ${seconds(total)} s of waiting`;
    const numbers = [attempts, pause, budget.total].filter((one) => one !== undefined);
    // A rule about tests; a decorator belongs to the function below it.
    const isUnexplained = knowledge.context(module).isTest && !saysWhy({ module, functionIndex, node });
    report({
      module,
      functionIndex: module.functionAround(node),
      node,
      values: {
        function:
          functionIndex === MODULE ? 'the file' : module.tree.names.text(module.index.functions[functionIndex]!.name),
        budget: `${often}${pauses}`,
        end,
        why: isUnexplained ? ` Nothing says why ${numbers.map(seconds).join(' and ')}.` : '',
      },
      rank: { numberKnown: total !== undefined },
      ...(isUnexplained ? { mergedRules: ['BP406'] } : {}),
    });
  };

  /** `FixedIntervalWithTimeoutLoopingCall(f).start(interval=1, timeout=60)`, directly or through a local. */
  const lookAtLoopingCalls = (module: Module): void => {
    const { tree } = module;
    for (const node of callsByName(module).get(start) ?? []) {
      const callee = tree.child(node, Field.function);
      if (tree.kind(callee) !== Kind.attribute) continue;
      const { denotes } = valueAlone(engine(), module, module.functionAround(node), tree.child(callee, Field.object));
      if (!denotes.some((one) => one.kind === 'instance' && /loopingcall\.\w+LoopingCall$/.test(one.of))) continue;
      const total = given(module, node, 'timeout', -1);
      if (total !== undefined) tell(module, node, withNumber({ total }, 'pause', given(module, node, 'interval', 0)));
    }
  };

  return {
    module: (module) => {
      for (const { node, name } of externalCalls(project, module, wanted))
        tell(module, node, ofLibrary(module, node, name));
      if (start !== 0 && module.importTargets().some((target) => target.includes('loopingcall')))
        lookAtLoopingCalls(module);
    },
  };
};

/** Something says how long the pauses are, in numbers that are not known. */
function waits({ tree }: Module, call: number): boolean {
  return (
    [...argumentsOf(tree, call).keywords.keys()].some((name) => /wait|interval|sleep/.test(name)) ||
    /^backoff/.test(written(tree, tree.child(call, Field.function)))
  );
}

function withNumber(budget: Budget, key: keyof Budget, value: number | undefined): Budget {
  return value === undefined ? budget : { ...budget, [key]: value };
}

/** The function that a decorator stands above. */
function decoratedFunction({ tree, index }: Module, call: number): number | undefined {
  const decorator = tree.parent(call);
  if (tree.kind(decorator) !== Kind.decorator) return undefined;
  return index.functionOfNode.get(tree.child(tree.parent(decorator), Field.definition));
}
