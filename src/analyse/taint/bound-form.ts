// How the query at a SQL sink is written with bound parameters, in the form of that very driver. In: a sink of kind `sql` and the
// text that reaches it. Out: a sentence with the call, or undefined where the driver is not known.
import type { ParameterStyle } from '../../rules/model-schema.ts';
import { argumentNode } from './flow-steps.ts';
import { listForm } from './list-form.ts';
import type { QueryPart } from './query-parts.ts';
import { queryParts } from './query-parts.ts';
import type { SinkSite } from './sink-log.ts';
import { sinkName } from './sink-name.ts';

const MAX_SHOWN = 160;

/** "Pass values as parameters: `cursor.execute("... WHERE id = ?", (order_id,))`." */
export function boundForm(site: SinkSite): string | undefined {
  const { style } = site.entry.entry;
  if (site.kind !== 'sql' || style === undefined) return undefined;
  const parts = queryParts(site.module, site.functionIndex, argumentNode(site));
  const query = parts === undefined ? undefined : boundQuery(parts, style);
  if (query !== undefined && query.names.length > 0) {
    const names = query.names.map((name) => `\`${name}\``).join(' and ');
    return `Take ${names} from a fixed set of names: a parameter can stand for a value only, not for a name or a part of the statement.`;
  }
  if (query?.list !== undefined) return listForm(style, sinkName(site), query.list.name);
  const shown =
    query === undefined || query.values.length === 0 ? undefined : call(site, query.text, query.values, style);
  if (shown !== undefined && shown.length <= MAX_SHOWN) return `Pass values as parameters: \`${shown}\`.`;
  return `Pass values as parameters: \`${call(site, `... = ${placeholder(style, 0, 'value')}`, ['value'], style)}\`.`;
}

type Hole = Exclude<QueryPart, string>;

interface BoundQuery {
  readonly text: string;
  /** Expressions for the placeholders, in order. */
  readonly values: readonly string[];
  /** Expressions that stand where a name does. */
  readonly names: readonly string[];
  /** All that stands in `IN (...)` is one hole; `name`: the list that was joined for it. */
  readonly list?: { readonly name: string | undefined };
}

// A sign for each hole while the text is put together; no query has these characters.
const FIRST_SIGN = 0xe000;
const sign = /[\ue000-\uefff]/g;

function boundQuery(parts: readonly QueryPart[], style: ParameterStyle): BoundQuery | undefined {
  const holes = parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  let count = 0;
  const raw = parts
    .map((part) => (typeof part === 'string' ? part : String.fromCharCode(FIRST_SIGN + count++)))
    .join('');
  const partOf = (found: string): Hole => holes[found.charCodeAt(0) - FIRST_SIGN]!;
  const holeOf = (found: string): string => partOf(found).hole;
  const values: string[] = [];
  const names: string[] = [];
  let list: BoundQuery['list'];
  const isPercent = style === 'format' || style === 'pyformat' || style === 'composed';
  const plain = (text: string): string => (isPercent && style !== 'composed' ? text.replaceAll('%', '%%') : text);
  let text = '';
  let last = 0;
  const bind = (value: string): void => {
    text += placeholder(style, values.length, value);
    values.push(value);
  };
  // A text between quotes becomes one parameter, with what stands around the hole.
  for (const match of raw.matchAll(/'([^']*)'|[\ue000-\uefff]/g)) {
    text += plain(raw.slice(last, match.index));
    last = match.index + match[0].length;
    const inside = match[1];
    const only = (inside ?? match[0]).search(sign) === 0 && (inside ?? match[0]).length === 1;
    if (only && /\bin\s*\($/i.test(raw.slice(0, match.index).trimEnd()) && /^\s*\)/.test(raw.slice(last)))
      list = { name: partOf(inside ?? match[0]).list };
    if (inside === undefined) {
      if (isValue(raw.slice(0, match.index))) bind(holeOf(match[0]));
      else {
        names.push(holeOf(match[0]));
        text += 'x';
      }
    } else if (inside.search(sign) < 0) text += plain(match[0]);
    else if (inside.length === 1) bind(holeOf(inside));
    else bind(`f"${inside.replaceAll(sign, (one) => `{${holeOf(one)}}`)}"`);
  }
  text = (text + plain(raw.slice(last))).replaceAll(/\s+/g, ' ').trim();
  if (
    /["\\]/.test(text) ||
    values.some((value) => value.length > 60 || (value.startsWith('f"') && /["\\].*["\\]/.test(value.slice(2, -1))))
  )
    return names.length > 0 || list !== undefined
      ? { text, values, names, ...(list === undefined ? {} : { list }) }
      : undefined;
  return { text, values, names, ...(list === undefined ? {} : { list }) };
}

/** What follows this text is a value, not the name of a table or column or a part of the syntax. */
function isValue(before: string): boolean {
  const text = before.trimEnd();
  if (
    /(?:[=<>!+*/|-]|\b(?:like|ilike|limit|offset|fetch|between|then|else|values|top)|\b(?:in|values|any|all)\s*\()$/i.test(
      text,
    )
  )
    return true;
  if (/\b(?:where|set|having)\b.*\b(?:and|or|not)$/is.test(text)) return /\bbetween\s+\S+\s+and$/i.test(text);
  return /\b(?:in|values|coalesce|lower|upper|trim|date)\s*\((?:[^()]*,)?$/i.test(text);
}

function placeholder(style: ParameterStyle, index: number, value: string): string {
  switch (style) {
    case 'qmark':
      return '?';
    case 'format':
      return '%s';
    case 'pyformat':
      return `%(${nameOf(value)})s`;
    case 'named':
    case 'keywords':
    case 'text':
    case 'bindparams':
      return `:${nameOf(value)}`;
    case 'numeric':
      return `:${index + 1}`;
    case 'dollar':
      return `$${index + 1}`;
    case 'composed':
      return '{}';
  }
}

/** A name for a value: the last name or key in it. */
function nameOf(value: string): string {
  return /([A-Za-z_]\w*)\W*$/.exec(value)?.[1] ?? 'value';
}

function call(site: SinkSite, text: string, values: readonly string[], style: ParameterStyle): string {
  const name = sinkName(site);
  const query = `"${text}"`;
  const named = values.map((value) => `"${nameOf(value)}": ${value}`).join(', ');
  const keywords = values.map((value) => `${nameOf(value)}=${value}`).join(', ');
  switch (style) {
    case 'dollar':
      return `${name}(${query}, ${values.join(', ')})`;
    case 'named':
    case 'pyformat':
      return `${name}(${query}, {${named}})`;
    case 'text':
      return `${name.replace(/exec_driver_sql$/, 'execute')}(text(${query}), {${named}})`;
    case 'bindparams':
      return `${name}(${query}).bindparams(${keywords})`;
    case 'keywords':
      return `${name}(${query}, ${keywords})`;
    case 'composed':
      return `${name}(${query}).format(${values.map((value) => `${name.replace(/\w+$/, 'Literal')}(${value})`).join(', ')})`;
    default:
      return `${name}(${query}, ${values.length === 1 ? `(${values[0]!},)` : `(${values.join(', ')})`})`;
  }
}
