// Writes corrections if that was asked for, and says what became of each mechanical fix. In: corrections and options. Out: lines of
// the log, and reasons for which the run fails.
import type { Logger } from '../base/logger.ts';
import type { Options } from '../base/options.ts';
import type { Corrections, LeftOut } from '../findings/finding-set.ts';
import { count } from '../report/text/count.ts';
import { writeCorrections } from './write-corrections.ts';

/** Names files that could not be written; the others were, if `--fix` asked for it. */
export function tellCorrections(corrections: Corrections, options: Options, log: Logger): string[] {
  const { files, leftOut, unsafe } = corrections;
  const failures: string[] = [];
  const sum = (written: readonly { readonly repairs: number }[]): string =>
    `${count(
      written.reduce((total, { repairs }) => total + repairs, 0),
      'fix',
      'fixes',
    )} in ${count(written.length, 'file')}`;
  if (options.repairs === 'show') log.info(`${sum(files)}; nothing was written.`);
  else {
    const results = writeCorrections(files, options.root);
    log.info(`${sum(results.filter(({ refused }) => refused === undefined))} written.`);
    for (const { file, refused } of results) {
      if (refused === undefined) continue;
      const message = `${file} was not fixed: ${refused}`;
      failures.push(message);
      log.warning(message);
    }
  }
  for (const one of leftOut) log.info(`${one.rule} in ${one.file} line ${one.line} was left out: ${reasonOf(one)}.`);
  if (unsafe > 0) {
    const need = unsafe === 1 ? 'fix needs' : 'fixes need';
    log.info(`${unsafe} more ${need} a look: pyverdict scan --diff shows ${unsafe === 1 ? 'it' : 'them'}.`);
  }
  return failures;
}

function reasonOf({ reason }: LeftOut): string {
  switch (reason) {
    case 'overlap':
      return 'another fix changes the same code; scan again after that one';
    case 'encoding':
      return "the file's encoding cannot be written here";
  }
}
