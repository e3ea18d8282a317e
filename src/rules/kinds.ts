// The kinds that connect models and rules: a model says which API is of which kind, a rule which kinds must not meet.
// Every name stands here once; the schemas check against these lists.

/** Where untrusted data enters. The last four are labels: what a value is, wherever it came from. */
export const sourceKinds = [
  'remote',
  'local',
  'llm',
  'ipc',
  'stored',
  'response',
  'secret',
  'exception',
  'weak-random',
  'digest',
] as const;

/** What a value can do harm in, be made harmless for, or be checked against: sinks, sanitizers and guards share the names. */
export const sinkKinds = [
  // injection
  'sql',
  'nosql',
  'shell',
  'argv',
  'code',
  'template',
  'html',
  'path',
  'archive',
  'url',
  'redirect',
  'deserialize',
  'xml',
  'xpath',
  'xslt',
  'ldap',
  'header',
  'cookie',
  'log',
  'regex',
  'regex-subject',
  'format',
  'mail',
  'csv',
  'markup',
  'config',
  'reflection',
  'fields',
  'session',
  'env',
  'size',
  'decompress',
  'unicode',
  'number',
  'decision',
  'upload',
  'content',
  'signal',
  // other families
  'answer',
  'storage',
  'prompt',
  'hash',
  'key',
  'compare',
] as const;

export type SourceKind = (typeof sourceKinds)[number];
export type SinkKind = (typeof sinkKinds)[number];

/** What an entry of a model says about an API. */
export type ModelKind =
  `source:${SourceKind}` | `sink:${SinkKind}` | `sanitizer:${SinkKind}` | `guard:${SinkKind}` | 'propagator';

export const modelKinds: readonly ModelKind[] = [
  ...sourceKinds.map((kind) => `source:${kind}` as const),
  ...sinkKinds.map((kind) => `sink:${kind}` as const),
  ...sinkKinds.map((kind) => `sanitizer:${kind}` as const),
  ...sinkKinds.map((kind) => `guard:${kind}` as const),
  'propagator',
];
