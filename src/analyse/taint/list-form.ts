// How the values of a list are bound, `WHERE id IN (...)`: one placeholder for each of them, or the driver's own way for lists. In: the
// list's expression, the call's name and the driver's style. Out: a sentence. Leaves alone: what else is in the query.
import type { ParameterStyle } from '../../rules/model-schema.ts';

/** "Write one placeholder for each value: `marks = ", ".join("?" for _ in ids)`, then `db.execute(f"... IN ({marks})", ids)`." */
export function listForm(style: ParameterStyle, call: string, list: string | undefined): string {
  const values = list ?? 'values';
  switch (style) {
    case 'qmark':
      return oneByOne(`"?" for _ in ${values}`, call, values);
    case 'format':
      return oneByOne(`"%s" for _ in ${values}`, call, `tuple(${values})`);
    case 'numeric':
      return oneByOne(`f":{n}" for n, _ in enumerate(${values}, 1)`, call, values);
    case 'pyformat':
      return oneByOne(`f"%(v{n})s" for n, _ in enumerate(${values})`, call, named(values));
    case 'named':
    case 'keywords':
      return oneByOne(
        `f":v{n}" for n, _ in enumerate(${values})`,
        call,
        style === 'named' ? named(values) : `**${named(values)}`,
      );
    case 'dollar':
      return `Pass the whole list as one parameter: \`${call}("... = ANY($1)", ${values})\`.`;
    case 'text':
    case 'bindparams':
      return `Pass the whole list as one parameter that is expanded: \`text("... IN :ids").bindparams(bindparam("ids", ${values}, expanding=True))\`.`;
    case 'composed': {
      const owner = call.replace(/\.?\w+$/, '');
      const of = (name: string): string => (owner === '' ? name : `${owner}.${name}`);
      return `Write one placeholder for each value: \`${of('SQL')}("... IN ({})").format(${of('SQL')}(", ").join(map(${of('Literal')}, ${values})))\`.`;
    }
  }
}

function oneByOne(marks: string, call: string, given: string): string {
  return `Write one placeholder for each value: \`marks = ", ".join(${marks})\`, then \`${call}(f"... IN ({marks})", ${given})\`.`;
}

function named(values: string): string {
  return `{f"v{n}": value for n, value in enumerate(${values})}`;
}
