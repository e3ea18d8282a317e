// The job summary in a browser, with the Mermaid that GitHub uses, made of text that tries to be something else: nothing of it runs,
// nothing of it becomes an element, and every diagram is drawn.
import { describe, expect, test } from 'vitest';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { render } from '../../src/report/render.ts';
import { hostileOptions, hostileRun, hostileSet, hostileTexts, mixedTexts } from '../report/hostile-corpus.ts';
import { sampleOutcome, sampleRules, webReview } from '../report/samples.ts';
import { canRender, summaryDom } from './render-summary.mjs';

// Five findings have a diagram, so the texts are taken five at a time.
const parts = Array.from({ length: Math.ceil(hostileTexts.length / 5) }, (_, index) =>
  hostileTexts.slice(index * 5, index * 5 + 5),
);
const sets: [string, FindingSet][] = [
  ['one of everything', webReview],
  ...parts.map((texts, index): [string, FindingSet] => [`texts ${index * 5} to ${index * 5 + 4}`, hostileSet(texts)]),
  ['a mixture', hostileSet(mixedTexts(5, 1))],
];

describe.runIf(canRender())('in a browser', () => {
  test.each(sets)('%s', (_, set) => {
    const markdown = render(set, sampleRules, hostileOptions, hostileRun).summary(sampleOutcome);
    const diagrams = markdown.match(/^```mermaid$/gm)?.length ?? 0;
    expect(diagrams).toBeGreaterThan(0);
    const dom = summaryDom(markdown);
    expect(dom.match(/aria-roledescription="flowchart-v2"/g)).toHaveLength(diagrams);
    expect(dom).not.toContain('Syntax error');
    const article = dom.slice(dom.indexOf('<article'), dom.indexOf('</article>')).replace(/<style>[^<]*<\/style>/g, '');
    // What Mermaid draws are shapes and our own two lines.
    expect(article).not.toMatch(/<(?:script|img|iframe|object|embed|form|input|link|meta|base|video|audio)\b/i);
    expect(article).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(
      [...article.matchAll(/(?:xlink:)?href="([^"]*)"/g)]
        .map(([, href]) => href)
        .filter((href) => !/^https:\/\/(?:github\.example|cwe\.mitre\.org)\//.test(href!)),
    ).toEqual([]);
  });
});
