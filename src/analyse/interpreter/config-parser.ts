// `configparser.ConfigParser` as what it is to the data that goes through it: a dict of sections that are dicts of options. In: a call of
// one of its methods. Out: the option's value, and the parser's object with what was set. Names of options count in lower case.
import { makeHeld } from '../values/held.ts';
import { textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { anyValueOf, entryOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';

const types = new Set(['ConfigParser', 'RawConfigParser', 'SafeConfigParser'].map((name) => `configparser.${name}`));

/** The type's name, if calling it makes such a parser. */
export function isConfigParser(name: string): boolean {
  return types.has(name);
}

/** The result of a method of a parser that is known to hold something; undefined for a method that neither sets nor gives an option. */
export function configMethod(
  frame: Frame,
  node: number,
  parser: Value,
  name: string,
  args: Arguments,
): Value | undefined {
  const [section, option, value] = args.positional.map((argument) => argument.value);
  switch (name) {
    case 'add_section':
      sectionOf(frame, node, parser, section);
      return unknown;
    case 'set': {
      const of = sectionOf(frame, node, parser, section);
      const given = value ?? args.keywords.get('value')?.value ?? unknown;
      const key = optionKey(option);
      if (of === undefined) setEntry(frame, parser, undefined, given);
      else setEntry(frame, of, key, given);
      return unknown;
    }
    case 'get':
      return optionOf(frame, parser, section, option, args.keywords.get('fallback')?.value);
    case 'read':
    case 'read_string':
    case 'read_file':
    case 'read_dict':
    case 'readfp':
      setEntry(frame, parser, undefined, changeValue(unknown, { taint: section && frame.whole(section).taint }));
      return undefined;
    default:
      return undefined;
  }
}

/** The dict of a section with a constant name, made if it is not there. */
function sectionOf(frame: Frame, node: number, parser: Value, section: Value | undefined): Value | undefined {
  const name = textOfValue(section);
  if (name === undefined) return undefined;
  const known = entryOf(frame, parser, `s${name}`);
  if (known !== undefined && known.objects.length > 0) return known;
  // The sections are objects of their own, told from other objects made here by a negative id.
  const made = frame.allocate(-2 - node, makeHeld('dict', new Map(), undefined), 'dict');
  setEntry(frame, parser, `s${name}`, made);
  return made;
}

function optionOf(
  frame: Frame,
  parser: Value,
  section: Value | undefined,
  option: Value | undefined,
  fallback: Value | undefined,
): Value {
  const name = textOfValue(section);
  const of = name === undefined ? undefined : entryOf(frame, parser, `s${name}`);
  const options = of ?? anyValueOf(frame, parser);
  const key = optionKey(option);
  const found = (key === undefined ? undefined : entryOf(frame, options, key)) ?? anyValueOf(frame, options);
  return fallback === undefined ? found : joinValues(found, fallback);
}

function optionKey(option: Value | undefined): string | undefined {
  const text = textOfValue(option);
  return text === undefined ? undefined : `s${text.toLowerCase()}`;
}

function textOfValue(value: Value | undefined): string | undefined {
  const constant = value === undefined ? undefined : onlyConstant(value);
  return constant === undefined ? undefined : textOf(constant);
}
