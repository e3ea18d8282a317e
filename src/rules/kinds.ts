// The kinds that connect models and rules: a model says which API is of which kind, a rule which kinds must not meet.
// Every name stands here once; the schemas check against these lists.

/** Where untrusted data enters. */
export const sourceKinds = [
  'remote',
  'local',
  'llm',
  'ipc',
  'stored',
  'response',
  // parts of a request that rules single out
  'host',
  'client-ip',
  // names in an archive from outside, and in one of unknown origin
  'member',
  'packed',
  // labels: what a value is, wherever it came from
  'secret',
  'exception',
  'traceback',
  // all settings or the whole environment at once; one that is named is none
  'settings',
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
  'module',
  'expression',
  'template',
  'html',
  // text that is declared to be HTML
  'safe-html',
  // text with tags, wherever it goes
  'html-text',
  'path',
  'archive',
  'url',
  'url-path',
  'redirect',
  'deserialize',
  'xml',
  'xml-bomb',
  'xpath',
  'xslt',
  'ldap',
  'ldap-dn',
  'header',
  'cookie',
  'log',
  'regex',
  'regex-subject',
  'format',
  // headers and addresses of a mail, its HTML part, its text
  'mail',
  'mail-html',
  'mail-body',
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
  // another form of the same text, made after it was checked
  'unicode-form',
  'number',
  'decision',
  'upload',
  'content',
  'signal',
  // other families
  'answer',
  // terminals and logs, where others read; for secrets, which escaping does not hide as it does for `log`
  'output',
  // payload of a signed token, which everybody can read
  'claims',
  'storage',
  // what tells a language model what it is to do, and what a user asks of one that has tools
  'prompt',
  'user-prompt',
  'hash',
  'key',
  'compare',
] as const;

/**
 * What a check or a conversion makes sure of, short of making a value harmless. `path-inside`: no part is `..`; `path-relative`: it
 * does not start at the root; both together make a path harmless. `path-resolved`: made absolute, without `..`, so that its
 * beginning can be checked. `path-below`: it begins with
 * the right directory, which counts once it was resolved before. `path-segment`: no slash, so beside other signs it is a part of one
 * name. `url-segment`: neither slash nor colon, so at the beginning of an address it leads to no other site; as a host it does. `single-line`: no line break. `text`: a str, no dict or list.
 * `rooted`: begins with a slash; `single-slash`: not with two; both together make the place of a redirect harmless. `by-parser`: joined to
 * this site's address it stays here, as Python reads it; a browser reads `///host` and `\\host` as another site. `no-single-quote` and
 * `no-double-quote`: it does not end a text that stands in such quotes. `no-tag`: no `<`, so outside of attributes it is text.
 */
export const properties = [
  'path-inside',
  'path-relative',
  'path-resolved',
  'path-below',
  'path-segment',
  'url-segment',
  'single-line',
  'text',
  'rooted',
  'single-slash',
  'by-parser',
  'no-single-quote',
  'no-double-quote',
  'no-tag',
] as const;

export type Property = (typeof properties)[number];

export type SourceKind = (typeof sourceKinds)[number];
export type SinkKind = (typeof sinkKinds)[number];

/** What an entry of a model says about an API. */
export type ModelKind =
  | `source:${SourceKind}`
  | `sink:${SinkKind}`
  | `sanitizer:${SinkKind | Property | 'any'}`
  | `guard:${SinkKind | Property | 'any'}`
  | 'propagator';

export const modelKinds: readonly ModelKind[] = [
  ...sourceKinds.map((kind) => `source:${kind}` as const),
  ...sinkKinds.map((kind) => `sink:${kind}` as const),
  ...[...sinkKinds, ...properties, 'any' as const].map((kind) => `sanitizer:${kind}` as const),
  ...[...sinkKinds, ...properties, 'any' as const].map((kind) => `guard:${kind}` as const),
  'propagator',
];
