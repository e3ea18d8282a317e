// Builds dist/ from src/: the command line, the Action and the parser's worker, with the parser beside them.
// The same sources give the same bytes, wherever the checkout lies. --check builds elsewhere and compares;
// --out DIRECTORY builds there.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Builds into `out`, which is emptied first. */
export async function buildDist(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const result = await build({
    absWorkingDir: root,
    // `index.js` is the name that action.yml gives the Action.
    entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts', 'parse-worker': 'src/parse/worker.ts' },
    outdir: out,
    bundle: true,
    // Chunks lie beside the entries, where the parser's module is looked for.
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    // White space and names stay: people should be able to read what they run. Dead code goes.
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    // CommonJS packages inside the bundle call require for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [rulesAsText],
    logLevel: 'warning',
  });
  const cli = join(out, 'cli.js');
  writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`, { mode: 0o755 });
  copyFileSync(join(root, 'src/parse/native/parser.wasm'), join(out, 'parser.wasm'));
  writeFileSync(join(out, 'licenses.txt'), licences(Object.keys(result.metafile.inputs)));
}

// V8 reads JSON text several times faster than the same object as a program.
const rulesAsText = {
  name: 'rules-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/]bundled\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/** Licence texts of the packages that ended up in the bundle. */
function licences(inputs) {
  // These two are inside parser.wasm, where esbuild does not see them.
  const names = new Set(['node_modules/tree-sitter', 'node_modules/tree-sitter-python']);
  for (const input of inputs) {
    const found = [...input.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1);
    if (found) names.add(input.slice(0, found.index + found[0].length - 1));
  }
  const parts = [...names].sort().map((folder) => {
    const directory = join(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
    const file = readdirSync(directory)
      .sort()
      .find((entry) => /^licen[cs]e/i.test(entry));
    const text = file
      ? readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim()
      : `Licence: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return `Packages bundled in this directory, with their licences.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Names of the files in which two directories differ. */
function differences(a, b) {
  const list = (directory) => {
    try {
      return readdirSync(directory, { recursive: true }).map(String).sort();
    } catch {
      return [];
    }
  };
  const names = new Set([...list(a), ...list(b)]);
  return [...names].sort().filter((name) => {
    try {
      return !readFileSync(join(a, name)).equals(readFileSync(join(b, name)));
    } catch {
      return true;
    }
  });
}

async function main(args) {
  const dist = join(root, 'dist');
  const at = args.indexOf('--out');
  if (!args.includes('--check')) return buildDist(at < 0 ? dist : resolve(args[at + 1]));
  const directory = mkdtempSync(join(tmpdir(), 'pyverdict-dist-'));
  try {
    await buildDist(join(directory, 'dist'));
    const changed = differences(join(directory, 'dist'), dist);
    for (const name of changed) console.error(`dist/${name} is not what the sources give: run "npm run build"`);
    process.exitCode = changed.length > 0 ? 1 : 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
