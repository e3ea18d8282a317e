// Constants of `os` that stand for a sign or a name in paths. In: a value. Out: the text. Leaves alone: which system it is, POSIX is assumed.
import type { Value } from './value.ts';

const signs: Readonly<Partial<Record<string, string>>> = {
  'os.sep': '/',
  'os.path.sep': '/',
  'posixpath.sep': '/',
  'os.pardir': '..',
  'os.path.pardir': '..',
  'os.curdir': '.',
};

/** The sign or name that a constant of `os` stands for. */
export function signText({ denotes }: Value): string | undefined {
  const [only, ...others] = denotes;
  return only?.kind === 'symbol' && others.length === 0 ? signs[only.name] : undefined;
}
