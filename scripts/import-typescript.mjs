// Lets a script use modules of src: bundles one entry with esbuild, imports the result, removes it.
import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

/** The exports of a TypeScript module; `path` is relative to the repository. */
export async function importTypeScript(path) {
  // Inside node_modules, so that packages resolve; by process, so that two scripts may run at once.
  const folder = new URL('node_modules/.cache/pyverdict/', root);
  mkdirSync(folder, { recursive: true });
  const outfile = fileURLToPath(new URL(`${path.replaceAll('/', '-')}.${process.pid}.mjs`, folder));
  await build({
    entryPoints: [fileURLToPath(new URL(path, root))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
