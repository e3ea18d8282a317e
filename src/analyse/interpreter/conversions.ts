// `int(x)`, `str(x)`, `len(x)` and their like. In: the call. Out: constants converted, and of what is untrusted what can still do harm.
import type { Constant } from '../values/constant.ts';
import { bool, display, int, isTrue, numberOf, str, textOf } from '../values/constant.ts';
import { kindSet, textKinds } from '../values/kind-set.ts';
import type { Credit, Taint } from '../values/taint.ts';
import { asText, changeTaint, cleanTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, constantValue, instanceOf, onlyConstant, withTaint } from '../values/value.ts';
import { onDefault } from './config-defaults.ts';
import type { Argument, Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { asWritten } from './own-operators.ts';

const converters: Readonly<Record<string, (constant: Constant) => Constant | undefined>> = {
  str: (constant) => str(display(constant)),
  int: (constant) => {
    const number = numberOf(constant) ?? Number.parseInt(textOf(constant) ?? '', 10);
    return Number.isSafeInteger(Math.trunc(number)) ? int(Math.trunc(number)) : undefined;
  },
  float: (constant) => {
    const number = numberOf(constant) ?? Number.parseFloat(textOf(constant) ?? '');
    return Number.isNaN(number) ? undefined : { type: 'float', value: number };
  },
  len: (constant) => (textOf(constant) === undefined ? undefined : int([...textOf(constant)!].length)),
  bool: (constant) => bool(isTrue(constant)),
  'distutils.util.strtobool': (constant) => int(/^(?:y|yes|t|true|on|1)$/i.test(textOf(constant) ?? '') ? 1 : 0),
  abs: (constant) => (numberOf(constant) === undefined ? undefined : int(Math.abs(numberOf(constant)!))),
};

/** The result of a conversion; undefined if the name is none, or nothing is converted. */
export function conversionCall(frame: Frame, node: number, name: string, args: Arguments): Value | undefined {
  const [first] = args.positional;
  const converter = converters[name];
  if (converter === undefined || first === undefined) return undefined;
  const base = name === 'int' ? (args.positional[1]?.value ?? args.keywords.get('base')?.value) : undefined;
  const written = name === 'str' ? asWritten(frame, node, first.value) : undefined;
  const result = written ?? converted(frame, node, name, first.value, base === undefined ? converter : fromBase(base));
  return name === 'str' && written === undefined ? textView(result, first) : result;
}

/** `str(path)`: what is shown of it is shown of the path; of a host, of its URL. */
function textView(result: Value, { node, value }: Argument): Value {
  if (!isTainted(result.taint) || value.taint === undefined || result.taint === value.taint) return result;
  const { view } = value.taint;
  return withTaint(
    result,
    changeTaint(result.taint, { view: view?.as === 'host' ? view : { of: value.taint, node, as: 'text' } }),
  );
}

/** `int(text, base)`. */
function fromBase(base: Value): (constant: Constant) => Constant | undefined {
  const given = onlyConstant(base);
  const radix = given === undefined ? undefined : numberOf(given);
  return (constant) => {
    // Base 0 goes by the prefix, as in source code.
    const text = (textOf(constant) ?? '').replaceAll('_', '').toLowerCase();
    const prefix = text.slice(0, 2);
    const own = prefix === '0o' ? 8 : prefix === '0x' ? 16 : prefix === '0b' ? 2 : undefined;
    const digits = own !== undefined && (radix === 0 || radix === own) ? text.slice(2) : text;
    const number = radix === undefined ? Number.NaN : Number.parseInt(digits, radix === 0 ? (own ?? 10) : radix);
    return Number.isSafeInteger(number) ? int(number) : undefined;
  };
}

function converted(
  frame: Frame,
  node: number,
  name: string,
  value: Value,
  converter: (constant: Constant) => Constant | undefined,
): Value {
  const type = name === 'len' || name.includes('.') ? 'int' : name;
  const withDefault = onDefault(value, (assumed) => converted(frame, node, name, assumed, converter));
  if (withDefault !== undefined) return withDefault;
  const results: Constant[] = [];
  for (const constant of value.constants ?? []) {
    const result = converter(constant);
    if (result === undefined) return instanceOf(type);
    results.push(result);
  }
  if (results.length === 0) {
    // str() keeps what is known of a text; a number carries none.
    if (name === 'str' && value.text !== undefined) return value;
    if (name === 'str')
      return changeValue(instanceOf(type), { origin: value.origin, taint: asText(frame.whole(value).taint) });
    return changeValue(instanceOf(type), { origin: value.origin, taint: numbersOnly(frame, node, name, value) });
  }
  return changeValue(constantValue(results[0]!, value.origin), { constants: results });
}

// A whole number may be a large one, or a process; of the others one may be none.
const numberConverters: Readonly<Record<string, bigint>> = {
  int: textKinds | kindSet('number'),
  float: textKinds | kindSet('signal'),
};

/** What is made into a number can do no harm as a text; that it was untrusted stays known. */
function numbersOnly(frame: Frame, node: number, name: string, value: Value): Taint | undefined {
  const kinds = numberConverters[name];
  if (kinds === undefined) return undefined;
  const credit: Credit = { kind: 'sanitizer', name: `\`${name}()\``, module: frame.module, node, kinds };
  return cleanTaint(value.taint, kinds, credit);
}
