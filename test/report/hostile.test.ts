// Nothing from a repository can become markup, a link, a command or a control character in what we print.
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { render } from '../../src/report/render.ts';
import { safeLogLine } from '../../src/report/text/safe-log-line.ts';
import { codeSpan, prose } from '../../src/report/text/markdown-text.ts';
import { hostileOptions, hostileRun, hostileSet, hostileTexts, mixedTexts } from './hostile-corpus.ts';
import { sampleOutcome, sampleRules } from './samples.ts';

const sets: [string, FindingSet][] = [
  ['the corpus', hostileSet()],
  ...hostileTexts.map((text, index): [string, FindingSet] => [`text ${index}`, hostileSet([text])]),
  ...[1, 2, 3].map((seed): [string, FindingSet] => [`mixture ${seed}`, hostileSet(mixedTexts(30, seed))]),
];
// What a terminal or a reader's eye would act on; our own line ends are no part of it.
const control = /[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u;

describe.each(sets)('%s', (_, set) => {
  const report = render(set, sampleRules, hostileOptions, hostileRun);
  const summary = report.summary({
    ...sampleOutcome,
    upload: { status: 'failed', reason: 'unknown', serverMessage: set.reviewed.description },
  });

  test('leaves no control character and no workflow command on the console', () => {
    const text = report.console(hostileOptions);
    expect(text).not.toMatch(control);
    for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*::|##\[/);
  });

  test('stands in the summary as code or plain words', () => {
    expect(summary).not.toMatch(control);
    const rest = withoutOurMarkup(summary);
    expect(rest).not.toMatch(/[<>`|[\]{}@\\]|https?:|www\.|\]\(|javascript/);
  });

  test("is text in the labels of a diagram, of which nothing else is the repository's", () => {
    const diagrams = [...summary.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, text]) => text!);
    expect(diagrams.length).toBeGreaterThan(0);
    for (const diagram of diagrams) {
      expect(diagram.length).toBeLessThanOrEqual(4000);
      const [head, ...lines] = diagram.split('\n');
      expect(head).toBe('flowchart TD');
      for (const line of lines)
        expect(line).toMatch(/^ {2}n\d+(?: --> n\d+|\["(?:[A-Za-z0-9 ._/-]|#\d+;|<br\/>)*"\])$/);
    }
  });

  test('leaves the tables whole', () => {
    const rows = summary.split('\n').filter((line) => line.startsWith('|'));
    const defects = Math.min(50, set.findings.filter((item) => item.tier === 'defect' && !item.suppression).length);
    // What the pull request touched stands in a table of its own, and not again in that of what is to review.
    const hotspots = set.findings.filter((item) => item.tier === 'hotspot').length;
    const touched = Math.min(20, hotspots);
    const others = Math.min(20, hotspots - touched);
    expect(rows).toHaveLength(defects + touched + others + (others > 0 ? 6 : 4));
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(6);
  });

  test('stays text in SARIF', () => {
    const json = JSON.stringify(report.sarif);
    // A lone half would have been written as an escape.
    expect(json).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/i);
    for (const result of report.sarif.runs[0]!.results!) {
      expect(result.message.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(result.message.text!.replace(/\\./g, '').replace(/\[[^[\]]*\]\(\d+\)/g, '')).not.toMatch(/[[\]\\]/);
      const { uri } = result.locations![0]!.physicalLocation!.artifactLocation!;
      expect(uri).toMatch(/^(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})+$/);
    }
  });
});

describe('a span of code', () => {
  test.each(hostileTexts)('has only entities where Markdown looks: %j', (text) => {
    const inside = codeSpan(text)
      .replace(/^<code>|<\/code>$/g, '')
      .replace(/<!-- -->&#64;|&#\d+;/g, '');
    expect(inside).not.toMatch(/[&<>"'`|*_[\](){}#!~@\\$+\-.:]/);
    expect(inside).not.toMatch(control);
  });

  test('is cut by code points in the middle', () => {
    expect(codeSpan('😀'.repeat(400), 5)).toBe('<code>😀😀…😀😀</code>');
  });
});

describe('prose', () => {
  test.each([
    [
      'plain words stay: it polls 10 times (twice), then 1,200 more.',
      'plain words stay: it polls 10 times (twice), then 1,200 more.',
    ],
    ['uses f("a b", (c,)) here', 'uses <code>f&#40;&#34;a b&#34;, &#40;c,&#41;&#41;</code> here'],
    ['the parameter `a b` of `q`.', 'the parameter <code>a b</code> of <code>q</code>.'],
    ['IndexError in GitHub, see (x_y)', '<code>IndexError</code> in GitHub, see (<code>x&#95;y</code>)'],
    ['an open ( stays', 'an open ( stays'],
    ['commit deadbeef @user #1', 'commit <code>deadbeef <!-- -->&#64;user &#35;1</code>'],
  ])('%s', (message, shown) => {
    expect(prose(message)).toBe(shown);
  });
});

test.each([
  ['::error::x', '> ::error::x'],
  ['  ::error::x', '>   ::error::x'],
  ['a ##[error]b ##[x]', 'a ## [error]b ## [x]'],
  ['\x1b[31mred\r', '\\u001B[31mred\\u000D'],
  ['\u202E\u2028\u0085', '\\u202E\\u2028\\u0085'],
  ['\u200B::error::x', '\\u200B::error::x'],
])('the log line %j', (line, shown) => {
  expect(safeLogLine(line)).toBe(shown);
});

// Debian's cmark-gfm is not part of the repository: where it is missing, the checks above stand alone.
const hasCmark = spawnSync('cmark-gfm', ['--version']).status === 0;

describe.runIf(hasCmark)('rendered as GitHub does', () => {
  test.each(sets)('%s becomes no element and no link of its own', (_, set) => {
    const markdown = render(set, sampleRules, hostileOptions, hostileRun).summary(sampleOutcome);
    const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name]);
    const html = execFileSync('cmark-gfm', [...extensions, '--unsafe'], {
      input: markdown,
      encoding: 'utf8',
    }).replaceAll('<!-- -->', '');
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1]!.toLowerCase()));
    const ours = [
      'h2',
      'h3',
      'p',
      'strong',
      'code',
      'a',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'br',
      'details',
      'summary',
      'ol',
      'ul',
      'li',
      'pre',
      'blockquote',
      'sub',
    ];
    expect([...tags].filter((tag) => !ours.includes(tag))).toEqual([]);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(0);
    expect(
      links.filter((link) => !/^https:\/\/(github\.example\/openstack\/nova|cwe\.mitre\.org)\//.test(link)),
    ).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
  });
});

/** The summary without what we write ourselves: spans of code, links by our templates, list marks, tables, diagrams. */
function withoutOurMarkup(markdown: string): string {
  return markdown
    .replace(/```mermaid\n[^`]*```/g, '')
    .replaceAll('<!-- -->&#64;', '')
    .replace(/<code>[^<]*<\/code>/g, '')
    .replace(/\]\(https:\/\/(?:github\.example|cwe\.mitre\.org)\/[^\s()]*\)/g, ' ')
    .replace(/`results\.(?:sarif|json)`/g, '')
    .replace(/^\|.*\|$/gm, (row) => row.replaceAll('|', ''))
    .replace(/<\/?(?:details|summary|sub|br)>/g, '')
    .replace(/\[(?=[\w ]* )/g, '')
    .replace(/^> /gm, '');
}
