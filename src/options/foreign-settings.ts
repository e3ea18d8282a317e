// What Bandit and Ruff are told in a checkout, in our words: a start for `pyverdict.toml`. In: the root. Out: rules to leave out,
// globs to leave out, both with where they come from, and what has no counterpart. The files are evidence: a broken one is named
// and passed over.
import { join } from 'node:path';
import { readSmallFile } from '../discover/read-small-file.ts';
import { createPeerIndex } from '../findings/peer-index.ts';
import type { RuleTable } from '../findings/rule-view.ts';
import { iniList, readIni } from '../model/ini-file.ts';

export interface Translated {
  /** In our words: a code of a rule, or a glob. */
  readonly ours: string;
  /** In the other tool's words. */
  readonly theirs: readonly string[];
}

export interface ForeignSettings {
  readonly ignore: readonly Translated[];
  readonly exclude: readonly Translated[];
  readonly perPath: readonly { readonly path: string; readonly ignore: readonly Translated[] }[];
  /** Ids for which there is no rule here. */
  readonly unknown: readonly string[];
  /** Files that were read, and those that could not be. */
  readonly read: readonly string[];
  readonly broken: readonly string[];
}

interface Said {
  readonly ignore: readonly string[];
  readonly exclude: readonly string[];
  readonly perPath: Readonly<Record<string, readonly string[]>>;
}

type Table = Readonly<Record<string, unknown>>;

const maxBytes = 1_000_000;

/** Reads `.bandit`, `bandit.yaml`, `pyproject.toml` and `ruff.toml` of the root. Never throws for what is in them. */
export async function readForeignSettings(root: string, rules: RuleTable): Promise<ForeignSettings> {
  const said: Said[] = [];
  const read: string[] = [];
  const broken: string[] = [];
  const look = async (name: string, understand: (text: string) => Promise<readonly Said[]> | readonly Said[]) => {
    const text = readSmallFile(join(root, name), maxBytes);
    if (text === undefined) return;
    try {
      const found = (await understand(text)).filter(
        ({ ignore, exclude, perPath }) => ignore.length + exclude.length + Object.keys(perPath).length > 0,
      );
      if (found.length > 0) read.push(name);
      said.push(...found);
    } catch {
      broken.push(name);
    }
  };
  await look('.bandit', (text) => {
    const section = readIni(text).get('bandit');
    const listOf = (key: string): readonly string[] => iniList(section?.get(key) ?? '');
    return [{ ignore: listOf('skips'), exclude: listOf('exclude'), perPath: {} }];
  });
  for (const name of ['bandit.yaml', 'bandit.yml', '.bandit.yml', '.bandit.yaml']) {
    await look(name, async (text) => [banditTable((await import('yaml')).parse(text, { maxAliasCount: 0 }))]);
  }
  await look('pyproject.toml', async (text) => {
    const tool = tableOf(await toml(text), 'tool');
    return [banditTable(tool['bandit']), ruffTable(tool['ruff'])];
  });
  for (const name of ['ruff.toml', '.ruff.toml']) await look(name, async (text) => [ruffTable(await toml(text))]);

  const peers = createPeerIndex(rules);
  const known = [...rules.values()].flatMap(({ peers: { ruff = [], bandit = [] } }) => [...ruff, ...bandit]);
  const unknown = new Set<string>();
  /** Ruff takes a prefix for all ids that begin with it. */
  const codesOf = (id: string): string[] => {
    const exact = [...peers.codes('nosec', id)];
    if (exact.length > 0) return exact;
    const digits = /^S(\d{0,2})$/.exec(id)?.[1];
    const prefixed = known.filter(
      (one) => digits !== undefined && /^[SB]\d{3}$/.test(one) && one.startsWith(digits, 1),
    );
    return prefixed.flatMap((one) => [...peers.codes('nosec', one)]);
  };
  const translate = (ids: readonly string[]): Translated[] => {
    const ours = new Map<string, Set<string>>();
    for (const id of ids) {
      const codes = codesOf(id);
      if (codes.length === 0) unknown.add(id);
      for (const code of codes) ours.set(code, (ours.get(code) ?? new Set()).add(id));
    }
    return [...ours]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, theirs]) => ({ ours: code, theirs: [...theirs].sort() }));
  };
  const globs = new Map<string, Set<string>>();
  for (const glob of said.flatMap(({ exclude }) => exclude)) {
    const ours = globOf(glob);
    if (ours !== '') globs.set(ours, (globs.get(ours) ?? new Set()).add(glob));
  }
  const perPath = said.flatMap((one) =>
    Object.entries(one.perPath).map(([path, ids]) => ({ path: globOf(path), ignore: translate(ids) })),
  );
  return {
    ignore: translate(said.flatMap(({ ignore }) => ignore)),
    exclude: [...globs].map(([ours, theirs]) => ({ ours, theirs: [...theirs] })),
    perPath: perPath.filter(({ path, ignore }) => path !== '' && ignore.length > 0),
    unknown: [...unknown].sort(),
    read,
    broken,
  };
}

async function toml(text: string): Promise<Table> {
  const { parse } = await import('smol-toml');
  return parse(text.replace(/^\uFEFF/, ''));
}

function banditTable(value: unknown): Said {
  const table = asTable(value);
  return { ignore: strings(table['skips']), exclude: strings(table['exclude_dirs'] ?? table['exclude']), perPath: {} };
}

/** Ruff's `S` rules are Bandit's; what it is told about others is not our business. */
function ruffTable(value: unknown): Said {
  const table = asTable(value);
  const lint = tableOf(table, 'lint');
  const both = (key: string): string[] => [...strings(table[key]), ...strings(lint[key])];
  const security = (ids: readonly string[]): string[] => ids.filter((id) => /^S\d*$/.test(id));
  const perPath: Record<string, readonly string[]> = {};
  for (const key of ['per-file-ignores', 'extend-per-file-ignores']) {
    for (const [path, ids] of [...Object.entries(tableOf(table, key)), ...Object.entries(tableOf(lint, key))]) {
      const own = security(strings(ids));
      if (own.length > 0) perPath[path] = [...(perPath[path] ?? []), ...own];
    }
  }
  return {
    ignore: security([...both('ignore'), ...both('extend-ignore')]),
    exclude: [...strings(table['exclude']), ...strings(table['extend-exclude'])],
    perPath,
  };
}

/** Theirs match any part of a path; ours are those of .gitignore, where a slash inside ties a pattern to the root. */
function globOf(pattern: string): string {
  return pattern.trim().replaceAll('\\', '/').replace(/^\.\//, '/').replace(/^\*\//, '**/').replace(/\/\*$/, '/**');
}

function asTable(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function tableOf(table: Table, name: string): Table {
  return asTable(Object.hasOwn(table, name) ? table[name] : undefined);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return iniList(value).map((item) => item.trim());
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}
