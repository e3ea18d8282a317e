// The stage `advisories`. In: where advisories are (a folder, a zip file, or OSV's database) and which versions the checkout names. Out: what
// is published about these packages. It is the only stage that asks anybody outside before the result is delivered, and only if told to.
// Leaves alone: whether a version is affected.
import { statSync } from 'node:fs';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { AdvisorySource } from '../base/options.ts';
import type { NamedVersion } from '../model/named-versions.ts';
import type { Advisories } from './advisory.ts';
import { collectAdvisories } from './collect-advisories.ts';

/** What is published about the packages. Throws ConfigurationError for a source that holds no advisories. */
export async function loadAdvisories(source: AdvisorySource, named: readonly NamedVersion[]): Promise<Advisories> {
  if (source.kind === 'online') {
    const { askOsv } = await import('./ask-osv.ts');
    return askOsv(named);
  }
  const { path, shown } = source;
  const stats = statSync(path, { throwIfNoEntry: false });
  const collector = collectAdvisories(new Set(named.map(({ dependency }) => dependency.name)), shown);
  if (stats?.isDirectory() === true) (await import('./read-folder.ts')).readFolder(path, collector);
  else if (stats?.isFile() === true) (await import('./read-zip.ts')).readZip(path, shown, collector);
  else throw new ConfigurationError(`advisories: ${shown} does not exist`);
  return collector.finish();
}
