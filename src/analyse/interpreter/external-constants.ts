// Numbers of the standard library that rules compute with: the file modes of `stat`.
import type { Value } from '../values/value.ts';
import { changeValue, denoting } from '../values/value.ts';

const modes: Readonly<Record<string, number>> = {
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IREAD: 0o400,
  S_IWUSR: 0o200,
  S_IWRITE: 0o200,
  S_IXUSR: 0o100,
  S_IEXEC: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
};

/** The value of a name outside the checkout: what it denotes, and its number where it has one. */
export function externalValue(name: string): Value {
  const value = denoting({ kind: 'symbol', name });
  const mode = name.startsWith('stat.') ? modes[name.slice('stat.'.length)] : undefined;
  return mode === undefined ? value : changeValue(value, { constants: [{ type: 'int', value: mode }] });
}
