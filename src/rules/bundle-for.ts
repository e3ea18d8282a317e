// The rules and models of a run: those of the release, and those of the checkout if it has any.
import type { OwnFile } from '../base/options.ts';
import { bundle, type Bundle } from './bundle.ts';

/** Throws ConfigurationError with every mistake in the checkout's own files. */
export async function bundleFor(files: readonly OwnFile[] | undefined): Promise<Bundle> {
  if (files === undefined || files.length === 0) return bundle;
  // The YAML reader and the schemas: most scans need neither.
  const { withOwnRules } = await import('./own-rules.ts');
  return withOwnRules(bundle, files);
}
