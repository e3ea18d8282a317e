// Builtin functions and a few of the standard library whose result can be told from their arguments.
import type { Constant } from '../values/constant.ts';
import { bool, display, int, isTrue, numberOf, str, textOf } from '../values/constant.ts';
import type { HeapObject } from '../values/state.ts';
import type { Denotation, Value } from '../values/value.ts';
import { constantValue, instanceOf, onlyConstant, unknown } from '../values/value.ts';
import { onDefault, settingRead } from './config-defaults.ts';
import { elementOf } from './containers.ts';
import type { Arguments } from './events.ts';
import { attributeOf } from './attributes.ts';
import type { Frame } from './frame.ts';
import { finished, parts } from './operators.ts';

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

const containers: Readonly<Record<string, HeapObject['kind']>> = {
  list: 'list',
  tuple: 'tuple',
  set: 'set',
  frozenset: 'set',
  sorted: 'list',
};

/** The result of calling an external function by name, or undefined where its arguments do not tell. */
export function builtinCall(frame: Frame, node: number, name: string, args: Arguments): Value | undefined {
  const first = args.positional[0]?.value;
  const converter = converters[name];
  const base = name === 'int' ? (args.positional[1]?.value ?? args.keywords.get('base')?.value) : undefined;
  if (converter !== undefined && first !== undefined)
    return converted(name, first, base === undefined ? converter : fromBase(base));
  const kind = containers[name];
  if (kind !== undefined) return container(frame, node, kind, first);
  switch (name) {
    case 'dict': {
      const base = first === undefined ? undefined : frame.holds(first)[0];
      const entries = new Map(base?.entries ?? []);
      for (const [keyword, argument] of args.keywords) entries.set(`s${keyword}`, argument.value);
      const rest = (first !== undefined && base === undefined) || args.hasDoubleStar ? unknown : base?.rest;
      return frame.allocate(node, { kind: 'dict', entries, rest }, 'dict');
    }
    case 'getattr': {
      const attribute = args.positional[1] === undefined ? undefined : onlyConstant(args.positional[1].value);
      const text = attribute === undefined ? undefined : textOf(attribute);
      return first === undefined || text === undefined ? unknown : attributeOf(frame, first, text);
    }
    case 'os.path.join':
    case 'posixpath.join': {
      const pieces = args.positional.flatMap((argument, index) =>
        index === 0 ? [...parts(argument.value)] : ['/', ...parts(argument.value)],
      );
      return args.hasStar ? instanceOf('str') : finished(pieces);
    }
    case 'super': {
      const self = frame.state.variables.get(frame.selfName);
      return self === undefined ? unknown : superOf(frame, self);
    }
    default:
      return settingRead(name, args);
  }
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

function converted(name: string, value: Value, converter: (constant: Constant) => Constant | undefined): Value {
  const type = name === 'len' || name.includes('.') ? 'int' : name;
  const withDefault = onDefault(value, (assumed) => converted(name, assumed, converter));
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
    return { ...instanceOf(type), origin: value.origin, taint: name === 'str' ? value.taint : undefined };
  }
  return { ...constantValue(results[0]!, value.origin), constants: results };
}

function container(frame: Frame, node: number, kind: HeapObject['kind'], source: Value | undefined): Value {
  if (source === undefined) return frame.allocate(node, { kind, entries: new Map(), rest: undefined }, kind);
  const [held] = frame.holds(source);
  if (
    held !== undefined &&
    (held.kind === 'list' || held.kind === 'tuple') &&
    held.rest === undefined &&
    kind !== 'set'
  ) {
    return frame.allocate(node, { kind, entries: held.entries, rest: undefined }, kind);
  }
  return frame.allocate(node, { kind, entries: new Map(), rest: elementOf(frame, source) }, kind);
}

/** `super()`: the bases of the class the method stands in. */
function superOf(frame: Frame, self: Value): Value {
  const denotes = self.denotes.flatMap((denotation): Denotation[] => {
    if (denotation.kind !== 'object') return [];
    const { project } = frame.engine;
    return project.bases(denotation).flatMap((base): Denotation[] => {
      if (base.kind === 'class') return [{ kind: 'object', module: base.module, index: base.index }];
      return base.kind === 'external' ? [{ kind: 'instance', of: base.name }] : [];
    });
  });
  return { ...unknown, denotes, objects: self.objects };
}
