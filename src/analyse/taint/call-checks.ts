// What a call shows of its arguments where it comes out true or false: guards by the models, patterns, methods of texts, `all`, `isinstance`.
// In: a call with its values. Out: its checks, which the result carries.
import { written } from '../detectors/written-expression.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { patternOf } from '../interpreter/pattern-calls.ts';
import { flagLetters, writtenFlags } from '../patterns/written-flags.ts';
import { textOf } from '../values/constant.ts';
import { kindSet, urlKinds } from '../values/kind-set.ts';
import type { Check, Checks, Given } from '../values/taint.ts';
import { isTainted, makeTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, onlyConstant, unknown } from '../values/value.ts';
import type { ApiCall } from './api-call.ts';
import { argumentsOf, entriesOf, receiverNode } from './api-call.ts';
import type { ApiEntry } from './api-models.ts';
import { applyChecks } from './apply-checks.ts';
import { checkOf, keyCheck, methodChecks, viewCheck, whenFalse, whenTrue } from './checks.ts';
import { hostPatternChecks, originChecks, patternChecks } from './pattern-checks.ts';
import { constantText } from './sink-part.ts';
import { elementChecks } from './element-checks.ts';
import { conditions, noCondition } from './given.ts';
import { foundChecks } from './looked-up.ts';
import { belowKinds } from './prefix-checks.ts';
import { signatureOf } from './signatures.ts';
import { subsetCheck } from './subset-checks.ts';
import { typeChecks } from './type-checks.ts';
import { checksOfOrigins, withOrigins } from './views.ts';

/** The result of a call with what it shows. */
export function withChecks(
  frame: Frame,
  call: ApiCall,
  names: readonly string[],
  method: string,
  result: Value,
): Value {
  const checks = checksOfOrigins(checksOfCall(frame, call, names, method));
  if (checks === undefined) return result;
  frame.checks.set(call.node, checks);
  return changeValue(result, {
    taint: makeTaint(result.taint?.marks ?? [], result.taint?.is, checks, result.taint?.view),
  });
}

const hostPatterns = /^fnmatch\.fnmatch(?:case)?$/;

function checksOfCall(frame: Frame, call: ApiCall, names: readonly string[], method: string): Checks | undefined {
  const { args, receiver, node } = call;
  const receiverArgument = receiver === undefined ? undefined : { node: receiverNode(frame, call), value: receiver };
  const guards = entriesOf(frame.engine.models, names).filter(({ guards: kinds }) => kinds !== 0n);
  if (guards.length > 0) return modelledChecks(frame, call, guards);
  for (const name of names) {
    const pattern = matchedPattern(frame, name, call);
    if (pattern !== undefined) {
      const { how, value, text, subject } = pattern;
      if (text !== undefined) return patternChecks(frame, node, how, text, subject);
      return how === 'search' ? undefined : originChecks(frame, node, value, subject);
    }
    const [first, second] = args.positional;
    if (first !== undefined && second !== undefined && hostPatterns.test(name))
      return hostPatternChecks(frame, node, second.value, first);
    if ((name === 'all' || name === 'any') && first !== undefined)
      return elementChecks(frame, node, name === 'all', first.node);
    const found = first?.value.taint?.view?.as === 'found' ? foundChecks(frame, node, name, args) : undefined;
    if (found !== undefined) return found;
    if (name === 'isinstance' && first !== undefined && isTainted(first.value.taint))
      return typeChecks(frame, node, first, args.positional[1]);
    if (name === 'bool' && first !== undefined) return frame.checks.get(first.node) ?? first.value.taint?.checks;
  }
  if (receiverArgument === undefined) return undefined;
  const [first, ...others] = args.positional;
  if (method === 'get' && first !== undefined && others.length === 0 && isTainted(first.value.taint)) {
    const known = keyCheck(frame, node, receiverArgument.value, first);
    return known === undefined ? undefined : whenTrue(known);
  }
  if ((method === 'issubset' || method === 'difference') && first !== undefined && others.length === 0) {
    const subset = subsetCheck(frame, node, receiverArgument, first);
    if (subset === undefined) return undefined;
    return method === 'issubset' ? whenTrue(subset) : whenFalse(subset);
  }
  return methodChecks(frame, node, receiverArgument, method, args);
}

function modelledChecks(frame: Frame, call: ApiCall, entries: readonly ApiEntry[]): Checks | undefined {
  const holds: Check[] = [];
  const fails: Check[] = [];
  for (const entry of entries) {
    const name = `\`${written(frame.tree, call.calleeNode) || 'a check'}()\``;
    const meant =
      entry.argument === undefined || entry.argument === 'self'
        ? argumentsOf({ ...entry, argument: entry.argument ?? '0' }, call)
        : argumentsOf(entry, call);
    for (const argument of meant) {
      if (argument.value.taint === undefined && signatureOf(argument.value) === undefined) continue;
      const isPath = entry.guards === kindSet('path');
      const kinds = isPath ? belowKinds(argument.value) : entry.guards;
      // A directory that the client names keeps nobody in.
      const given = isPath && entry.argument === 'self' ? directoryGiven(frame, call.args) : noCondition;
      if (given === undefined) continue;
      const { taint } = argument.value;
      if (taint?.view?.as === 'host' && (kinds & urlKinds) !== 0n) {
        // Whoever looks at the host looks at the URL.
        const ofUrl = viewCheck(frame, call.node, taint, kinds);
        if (entry.entry.holds === 'returns') applyChecks(frame, withOrigins([ofUrl]));
        else if (entry.entry.holds === false) fails.push(ofUrl);
        else holds.push(ofUrl);
        continue;
      }
      const node = entry.argument === 'self' ? receiverNode(frame, call) : argument.node;
      const signature = signatureOf(argument.value);
      const checked =
        signature === undefined
          ? { node, value: argument.value }
          : { node: signature.node, value: changeValue(argument.value, { taint: signature.of }) };
      const check = checkOf(frame, checked, kinds, name, call.node, given);
      if (entry.entry.holds === 'returns') applyChecks(frame, withOrigins([check]));
      else if (entry.entry.holds === false) fails.push(check);
      else holds.push(check);
    }
  }
  return holds.length + fails.length === 0 ? undefined : { whenTrue: holds, whenFalse: fails };
}

/** The directory that a path is asked for has to be ours. */
function directoryGiven(frame: Frame, { positional: [directory] }: Arguments): readonly Given[] | undefined {
  return directory === undefined ? noCondition : conditions(frame, directory.value, 'ours');
}

/** `re.fullmatch(P, x)`, `compiled.match(x)`: the pattern, its text if that is constant, and what it is matched with. */
function matchedPattern(
  frame: Frame,
  name: string,
  { args, receiver, node }: ApiCall,
): { how: string; value: Value; text: string | undefined; subject: Argument } | undefined {
  const called = name.startsWith('re') ? /^(?:re|regex)\.(?:Pattern\.)?(fullmatch|match|search)$/.exec(name) : null;
  if (called === null) return undefined;
  const isCompiled = name.includes('.Pattern.');
  const given = isCompiled ? receiver : args.positional[0]?.value;
  const pattern = isCompiled ? given?.held?.entries.get('pattern') : given === undefined ? undefined : patternOf(given);
  const subject = args.positional[isCompiled ? 0 : 1] ?? args.keywords.get('string');
  const constant = pattern === undefined ? undefined : onlyConstant(pattern);
  const written = constant === undefined ? undefined : textOf(constant);
  const flags =
    constantText(given?.held?.entries.get('flags') ?? unknown) ?? flagLetters(writtenFlags(frame.module, node));
  const text = written === undefined || flags === '' ? written : `(?${flags})${written}`;
  return pattern === undefined || subject === undefined
    ? undefined
    : { how: called[1]!, value: pattern, text, subject };
}
