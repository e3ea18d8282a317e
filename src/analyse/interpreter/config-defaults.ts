// Settings that are read from the environment: not constant, but with a constant that holds where nothing is set.
// In: the call that reads. Out: a value of origin `config` with that constant as its fallback. What is computed from such
// a value has the fallback computed from it.
import type { Constant } from '../values/constant.ts';
import { isTrue } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { changeValue, constantValue, fromConfig, onlyConstant } from '../values/value.ts';
import type { Arguments } from './events.ts';

// Position of the default; it can be given as `default=` too.
const readers: Readonly<Record<string, number>> = {
  'os.getenv': 1,
  'os.environ.get': 1,
  'os.environ.setdefault': 1,
  'decouple.config': 1,
  'environ.Env.bool': 1,
  'environ.Env.str': 1,
  'environ.Env.int': 1,
  'environ.Env.__call__': 2,
  'environs.Env.bool': 1,
  'environs.Env.str': 1,
  'environs.Env.int': 1,
  'environs.Env.__call__': 1,
  'starlette.config.Config.__call__': 2,
};

/** The value of a call that reads a setting; undefined if the function is none that does. */
export function settingRead(name: string, args: Arguments): Value | undefined {
  const position = readers[name];
  if (position === undefined) return undefined;
  const given = args.keywords.get('default') ?? args.positional[position];
  return settingWithDefault(given === undefined ? undefined : onlyConstant(given.value));
}

/** What an operation gives on a setting with a default, computed on the default; undefined if the value is none or the result not constant. */
export function onDefault(value: Value, operate: (assumed: Value) => Value | undefined): Value | undefined {
  if (value.origin !== 'config' || value.fallback === undefined || value.constants !== undefined) return undefined;
  const result = operate(constantValue(value.fallback));
  const constant = result === undefined ? undefined : onlyConstant(result);
  return constant === undefined ? undefined : settingWithDefault(constant);
}

/** `setting or constant`: the constant holds where nothing is set. Undefined if the left side is no setting or the right not constant. */
export function settingOr(left: Value, right: Value): Value | undefined {
  const constant = onlyConstant(right);
  if (left.origin !== 'config' || left.constants !== undefined || constant === undefined) return undefined;
  return left.fallback !== undefined && isTrue(left.fallback) ? left : settingWithDefault(constant);
}

function settingWithDefault(fallback: Constant | undefined): Value {
  return changeValue(fromConfig, { fallback });
}
