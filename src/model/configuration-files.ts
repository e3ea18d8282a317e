// The checkout's own configuration, read once per project: INI and TOML files as plain values.
// In: the texts that `discover` kept. Out: tables by path; a TOML file that cannot be read is a problem, never a crash.
import { Buffer } from 'node:buffer';
import { parse as parseToml } from 'smol-toml';
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import type { ProjectFile } from '../discover/source-set.ts';
import type { IniFile } from './ini-file.ts';
import { readIni } from './ini-file.ts';
import type { ProjectModel } from './project-model.ts';

/** A value of a TOML file, which is trusted for nothing: look before you use. */
export type Toml = unknown;

export interface ConfigurationFile<T> {
  readonly path: FilePath;
  /** Folder with a slash at its end; '' for the root. */
  readonly folder: string;
  readonly name: string;
  /** Without its byte order mark. */
  readonly text: string;
  /** Bytes of the file before the text. */
  readonly start: number;
  readonly content: T;
}

export interface ConfigurationFiles {
  /** Outermost first, then by path. */
  readonly ini: readonly ConfigurationFile<IniFile>[];
  readonly toml: readonly ConfigurationFile<Toml>[];
  /** All files, of whatever form. */
  readonly all: readonly ConfigurationFile<undefined>[];
  readonly problems: readonly Problem[];
}

const iniNames = /(^|\.)(cfg|ini|flake8|pylintrc|coveragerc|conf|gitreview)$|^pylintrc$|^pycodestyle$/;
const tomlNames = /\.toml$|^Pipfile$|^(poetry|uv|pdm)\.lock$/;

const cache = new WeakMap<ProjectModel, ConfigurationFiles>();

/** The configuration files of a project. */
export function configurationFiles(project: ProjectModel): ConfigurationFiles {
  let found = cache.get(project);
  if (found === undefined) cache.set(project, (found = readAll(project.projectFiles)));
  return found;
}

function readAll(files: readonly ProjectFile[]): ConfigurationFiles {
  const depth = (path: string): number => path.split('/').length;
  const sorted = [...files].sort(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
  );
  const ini: ConfigurationFile<IniFile>[] = [];
  const toml: ConfigurationFile<Toml>[] = [];
  const all: ConfigurationFile<undefined>[] = [];
  const problems: Problem[] = [];
  for (const { path, text: raw } of sorted) {
    const text = raw.replace(/^\uFEFF/, '');
    const cut = path.lastIndexOf('/') + 1;
    const base = {
      path,
      text,
      start: Buffer.byteLength(raw) - Buffer.byteLength(text),
      folder: path.slice(0, cut),
      name: path.slice(cut),
    };
    all.push({ ...base, content: undefined });
    if (iniNames.test(base.name)) ini.push({ ...base, content: readIni(text) });
    else if (tomlNames.test(base.name)) {
      try {
        toml.push({ ...base, content: parseToml(text) });
      } catch (error) {
        problems.push(brokenToml(path, error));
      }
    }
  }
  return { ini, toml, all, problems };
}

function brokenToml(path: FilePath, error: unknown): Problem {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0]! : 'it is not TOML';
  const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : undefined;
  return {
    id: 'PVC001',
    message: `${path} could not be read (${reason}), so what it says about versions, tests and linters is not known. Correct the file.`,
    file: path,
    ...(line === undefined ? {} : { line }),
    hidesCode: false,
  };
}

/** A value inside nested tables: `tomlAt(file, 'tool', 'ruff')`; undefined if a step is missing or no table. */
export function tomlAt(value: Toml, ...keys: readonly string[]): Toml {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null || Array.isArray(current) || !Object.hasOwn(current, key))
      return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

/** The strings of a list, or a lone string as a list of one. */
export function tomlStrings(value: Toml): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Keys and values of a table, none for anything else. */
export function tomlEntries(value: Toml): [string, Toml][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
