// JSON Schema of the configuration file, for editors: rules/configuration.schema.json. In: the options table. Out: text.
import type { OptionRow } from './options-table.ts';
import { optionsTable } from './options-table.ts';
import { pathRuleKeys, pathRulesKey } from './path-rules.ts';

/** Text of rules/configuration.schema.json. */
export function configurationJsonSchema(): string {
  const rows = optionsTable.filter((row) => row.configuration);
  const severity = rows.find(({ name }) => name === 'min-severity')!;
  const properties = {
    ...Object.fromEntries(rows.map((row) => [row.name, { description: row.help, ...typeOf(row), ...defaultOf(row) }])),
    [pathRulesKey]: {
      description: 'Rules that are left out under some paths.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['paths'],
        anyOf: ['select', 'ignore', 'min-severity'].map((key) => ({ required: [key] })),
        properties: {
          paths: { description: pathRuleKeys.paths, ...texts, minItems: 1 },
          select: { description: pathRuleKeys.select, ...texts },
          ignore: { description: pathRuleKeys.ignore, ...texts },
          'min-severity': { description: pathRuleKeys['min-severity'], ...typeOf(severity) },
        },
      },
    },
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'pyverdict.toml, and [tool.pyverdict] of pyproject.toml',
    type: 'object',
    additionalProperties: false,
    properties,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const texts = { type: 'array', items: { type: 'string' } };

function typeOf(row: OptionRow): Record<string, unknown> {
  switch (row.type) {
    case 'list':
      return texts;
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: 'number', minimum: 0 };
    case 'choice':
      return { enum: [...row.allowed!] };
    case 'text':
      return { type: 'string' };
  }
}

function defaultOf(row: OptionRow): Record<string, unknown> {
  if (row.default === '') return {};
  if (row.type === 'boolean') return { default: row.default === 'true' };
  return { default: row.type === 'number' ? Number(row.default) : row.default };
}
