// The command line gives no verdict about nothing. In and out: the source set.
import { relative } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Options } from '../base/options.ts';
import type { SourceSet } from './source-set.ts';

/**
 * The same source set. Throws ConfigurationError if it has nothing to report on and the host is the command line; the
 * Action goes on, since its empty run closes alerts, and calls the verdict incomplete.
 */
export function requireSources(sources: SourceSet, options: Pick<Options, 'host' | 'paths' | 'root'>): SourceSet {
  // Stubs are read for their types and never reported on.
  if (options.host === 'action' || sources.files.some((file) => file.kind !== 'stub')) return sources;
  const where = options.paths.map((path) => relative(process.cwd(), path) || '.').join(', ');
  const skipped = sources.skipped.length;
  const left =
    skipped === 0
      ? ''
      : ` (${skipped} left out, for instance ${sources.skipped[0]!.path}: ${sources.skipped[0]!.reason})`;
  throw new ConfigurationError(`no Python file found in ${where}${left}; nothing was analysed, so there is no verdict`);
}
