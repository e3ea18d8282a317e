// How the query at a SQL sink is written with bound parameters, in the form of that very driver. In: a sink of kind `sql` and the
// text that reaches it. Out: a sentence with the call, or undefined where the text or the driver is not known.
import type { ParameterStyle } from '../../rules/model-schema.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { written } from '../detectors/written-expression.ts';
import type { SinkSite } from './sink-log.ts';
import { sinkName } from './sink-log.ts';

const MAX_SHOWN = 80;

/** "Pass the value as a parameter: `cursor.execute("... WHERE id = ?", (order_id,))`." */
export function boundForm(site: SinkSite): string | undefined {
  const { style } = site.entry.entry;
  if (site.kind !== 'sql' || style === undefined) return undefined;
  const query = writtenQuery(site, style);
  const shown = query === undefined ? undefined : `${sinkName(site)}(${query.text}, ${bound(query.holes, style)})`;
  if (shown !== undefined && shown.length <= MAX_SHOWN * 2) return `Pass values as parameters: \`${shown}\`.`;
  return `Pass values as parameters: \`${sinkName(site)}("... = ${placeholder(style, 0, 'value')}", ${bound(['value'], style)})\`.`;
}

/** The f-string at the sink with placeholders in the place of its holes; undefined if none stands there. */
function writtenQuery(site: SinkSite, style: ParameterStyle): { text: string; holes: string[] } | undefined {
  const { tree } = site.module;
  const node = site.argument;
  if (node < 0 || tree.kind(node) !== Kind.string || tree.next(node) === node + 1) return undefined;
  const holes: string[] = [];
  let text = '';
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.string_content) text += tree.text(child);
    else if (tree.kind(child) === Kind.interpolation) {
      const hole = written(tree, tree.child(child, Field.expression));
      if (hole === '') return undefined;
      text += placeholder(style, holes.length, hole);
      holes.push(hole);
    }
  }
  // A placeholder is no text of its own: quotes and wildcards around it go.
  text = text.replaceAll(/'(\?|%s|:\w+|%\(\w+\)s|\$\d+)'/g, '$1');
  if (holes.length === 0 || /["\n\\]|[%']/.test(text.replaceAll(/%s|%\(\w+\)s/g, ''))) return undefined;
  return { text: JSON.stringify(text), holes };
}

function placeholder(style: ParameterStyle, index: number, hole: string): string {
  switch (style) {
    case 'qmark':
      return '?';
    case 'format':
      return '%s';
    case 'pyformat':
      return `%(${nameOf(hole)})s`;
    case 'named':
      return `:${nameOf(hole)}`;
    case 'numeric':
      return `:${index + 1}`;
    case 'dollar':
      return `$${index + 1}`;
  }
}

function nameOf(hole: string): string {
  return /(\w+)\W*$/.exec(hole)?.[1] ?? 'value';
}

function bound(holes: readonly string[], style: ParameterStyle): string {
  if (style === 'dollar') return holes.join(', ');
  if (style === 'named' || style === 'pyformat') return `{${holes.map((hole) => `"${nameOf(hole)}": ${hole}`).join(', ')}}`;
  return holes.length === 1 ? `(${holes[0]},)` : `(${holes.join(', ')})`;
}
