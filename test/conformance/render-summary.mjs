// Draws a job summary as GitHub would show it: `node render-summary.mjs SUMMARY.md OUT.png [HEIGHT] [light|dark] [open]`. Needs Debian's
// cmark-gfm and chromium, and `npm ci` in this folder for the style sheet and Mermaid. Without the sanitiser GitHub has, so what
// renders harmlessly here does so there. `open`: what is folded is shown.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const backgrounds = { light: '#fff', dark: '#0d1117' };

/** Whether the programs are there. */
export function canRender() {
  return ['cmark-gfm', 'chromium'].every((program) => spawnSync(program, ['--version']).status === 0);
}

/** The body of the page as HTML. */
export function summaryHtml(markdown) {
  const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name]);
  return execFileSync('cmark-gfm', [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' });
}

/** The elements of the page after everything on it has run. */
export function summaryDom(markdown) {
  return withPage(markdown, { open: true }, (page) => chromium(page, '--dump-dom'));
}

function withPage(markdown, { theme = 'light', open = false }, use) {
  const style = readFileSync(join(here, `node_modules/github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  const mermaid = pathToFileURL(join(here, 'node_modules/mermaid/dist/mermaid.min.js')).href;
  const body = summaryHtml(markdown)
    .replace(/<pre><code class="language-mermaid">([^<]*)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>')
    // Mermaid cannot measure what is folded.
    .replaceAll('<details>', open ? '<details open>' : '<details>');
  const start = `mermaid.initialize({ startOnLoad: true, securityLevel: 'strict', theme: '${theme === 'dark' ? 'dark' : 'default'}' });`;
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><style>${style} body{margin:32px;background:${backgrounds[theme]}}</style>` +
        `<article class="markdown-body">${body}</article><script src="${mermaid}"></script><script>${start}</script>`,
    );
    return use(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chromium(page, ...options) {
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--allow-file-access-from-files',
    '--virtual-time-budget=15000',
    '--hide-scrollbars',
  ];
  return execFileSync('chromium', [...flags, ...options, pathToFileURL(page).href], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [markdown, picture, height = '1700', theme = 'light', open = ''] = process.argv.slice(2);
  if (!markdown || !picture || !(theme in backgrounds)) {
    console.error('usage: node render-summary.mjs SUMMARY.md OUT.png [HEIGHT] [light|dark] [open]');
    process.exit(2);
  }
  withPage(readFileSync(markdown, 'utf8'), { theme, open: open === 'open' }, (page) =>
    chromium(page, `--window-size=1000,${height}`, `--screenshot=${resolve(picture)}`),
  );
}
