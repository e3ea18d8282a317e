// What environment variables can do: some of them decide what a program runs, reads or loads. In: one name or value, or the dict of all
// for a program that is started. Out: the names that somebody from outside may choose, and the values of dangerous names.
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

// Where programs and libraries are looked for, and what shells, interpreters and tools run or read of their own accord.
const dangerous =
  /^s(?:PATH|IFS|ENV|BASH_ENV|SHELLOPTS|PS4|PROMPT_COMMAND|EDITOR|VISUAL|PAGER|BROWSER|LD_\w+|DYLD_\w+|PYTHON\w+|PERL5(?:LIB|OPT|DB)|RUBY(?:LIB|OPT)|NODE_(?:OPTIONS|PATH)|JAVA_TOOL_OPTIONS|GIT_\w+|CLASSPATH)$/;

/** The harmful parts of an environment; of one name or value (`os.environ[name] = value`) its entry has asked already. */
export function environmentParts(frame: Frame, value: Value, { item, shape }: ModelEntry): SinkPart[] {
  const kind = 'env';
  if (item !== undefined || shape === 'text') return [{ kind, value }];
  const holds = frame.holds(value);
  if (holds.length === 0) return [{ kind, value, objectsOnly: true }];
  return holds.flatMap(({ entries, keys, base }) => [
    ...[...entries].flatMap(([key, entry]): SinkPart[] => (dangerous.test(key) ? [{ kind, value: entry }] : [])),
    ...(keys === undefined ? [] : [{ kind, value: keys } as const]),
    ...(base === undefined ? [] : [{ kind, value: base, objectsOnly: true } as const]),
  ]);
}
