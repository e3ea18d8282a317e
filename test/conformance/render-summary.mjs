// Draws a job summary as GitHub would show it: `node render-summary.mjs SUMMARY.md OUT.png [HEIGHT]`. Needs Debian's
// cmark-gfm and chromium, and `npm ci` in this folder for the style sheet. Without the sanitiser GitHub has, so what
// renders harmlessly here does so there. Diagrams are shown as text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The body of the page as HTML. */
export function summaryHtml(markdown) {
  const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name]);
  return execFileSync('cmark-gfm', [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' });
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
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [markdown, picture, height = '1700'] = process.argv.slice(2);
  if (!markdown || !picture) {
    console.error('usage: node render-summary.mjs SUMMARY.md OUT.png [HEIGHT]');
    process.exit(2);
  }
  const style = readFileSync(join(here, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  const page = join(folder, 'page.html');
  const body = summaryHtml(readFileSync(markdown, 'utf8'));
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>${style} body{margin:32px;background:#fff}</style><article class="markdown-body">${body}</article>`,
  );
  try {
    chromium(page, `--window-size=1000,${height}`, `--screenshot=${resolve(picture)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
