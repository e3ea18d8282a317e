// Text that tries to be something else: markup, commands, links, control characters (`github-delivery.md` §12).
import { filePath } from '../../src/base/file-path.ts';
import type { Finding, FindingSet } from '../../src/findings/finding-set.ts';
import type { Options } from '../../src/base/options.ts';
import type { RunFacts } from '../../src/report/run-facts.ts';
import { emptyCoverage, finding, findingSet, sampleOptions, sampleRun } from './samples.ts';

/** Every text holds a mark of its own, so that a test can find out where it went. */
export const hostileTexts: readonly string[] = [
  '"\'`([{<>}])',
  'we|ird <b>.py\r\n::error::x @octocat #1 [x](javascript:1) https://evil.example',
  '`` ``` ```` `',
  '::error::x',
  '  ::set-output name=x::y',
  'a ##[error]b',
  '%0A::warning::x',
  'line\rbreak\ntwo\n\n# heading\n- item\n> quote',
  'nul\0 tab\t bell\x07',
  '\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m',
  '<!-- a --> --> <![CDATA[x]]>',
  '</details></table></summary>',
  '</code></pre><script>alert(1)</script>',
  '<img src=x onerror=alert(1)><iframe src="javascript:alert(1)">',
  '@user @org/team #1 GH-1 owner/repo#2 deadbeefdeadbeef :smile:',
  'https://evil.example www.evil.example mailto:a@evil.example a@evil.example',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png) [x]: https://evil.example',
  '"]; click a0 href "javascript:1" %%{init: {}}%% subgraph end',
  'rtl \u202Egnp.exe lrm \u200F \u2066x\u2069',
  'sep \u2028 \u2029 zero\u200Bwidth\u2060 \uFEFF soft\u00ADhyphen tag\u{E0041}',
  'n'.repeat(5000),
  '😀'.repeat(400),
  'lone \uD83D half \uDE00',
  '-leading -dash',
  ' spaces  around ',
  '#?&%2e%2e\\windows\\path',
  '{0} {{x}} \\[x\\](1) [line 1](1)',
  '*bold* _it_ ~~del~~ **b** __c__ $x$ $$y$$ 1. one + plus',
  'é ü 漢字',
  '',
];

/** A file name made of a text: what a path cannot hold is taken out, the rest stays. */
export function hostilePath(text: string, index: number): string {
  const name = text.replaceAll('/', '∕').replaceAll('\0', '').slice(0, 5000);
  return `dir ${index}/${name || 'x'}${index}.py`;
}

/** Findings of every tier, problems, suppressions and paths, each made of hostile text. */
export function hostileSet(texts: readonly string[] = hostileTexts): FindingSet {
  const findings = texts.flatMap((text, index): Finding[] => {
    const file = filePath(hostilePath(text, index));
    const place = { file, region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 9 }, snippet: text };
    const common: Partial<Finding> = {
      ...place,
      scope: text,
      fix: text,
      fingerprint: String(index).padStart(32, '0'),
      related: [{ ...place, message: text }],
      allPlaces: [{ file, line: 3 }],
      flows: [
        {
          steps: [
            { ...place, kind: 'source', message: text, depth: 0 },
            { ...place, kind: 'call', message: text, depth: 0 },
            { ...place, kind: 'sink', message: text, depth: 0 },
          ],
        },
      ],
    };
    return [
      finding('PV513', 3, text, common),
      finding('PV310', 3, text, {
        ...common,
        evidence: [text],
        reopened: { mark: text, file, line: 3, changed: ['source'] },
        change: { touched: true },
        removedBy: text,
        ruleId: 'PV310/review',
        tier: 'hotspot',
        level: 'warning',
        severity: 6.5,
      }),
      finding('BP101', 3, text, { ...common, flows: [] }),
      finding('PV101', 3, text, { ...common, suppression: { mark: `# noqa ${text}`, reason: text, file, line: 3 } }),
    ];
  });
  const lostChecks = texts.map((text) => ({
    kind: 'guard' as const,
    name: text,
    path: filePath(text),
    line: 1,
    sinks: 1,
    kinds: [],
  }));
  return findingSet(findings, {
    comparison: { by: 'git', base: texts[0] ?? '', baseScanned: true, lostChecks },
    leftOut: [{ paths: texts, security: 1, practice: 0 }],
    reviewed: { description: texts.join(' '), subject: texts[1] ?? '' },
    problems: texts.map((text, index) => ({
      id: 'PVN001',
      message: text,
      file: filePath(hostilePath(text, index)),
      line: 1,
      hidesCode: true,
    })),
    skipped: texts.map((text, index) => ({
      path: filePath(hostilePath(text, index)),
      reason: 'excluded',
      detail: text,
    })),
    artifacts: [],
    coverage: {
      ...emptyCoverage,
      files: texts.map((text, index) => ({
        path: filePath(hostilePath(text, index)),
        lines: 10,
        test: false,
        description: text,
      })),
      facts: [...texts],
      deferred: new Map(texts.map((text, index) => [`BP${index}`, text])),
    },
  });
}

/** A pull request whose configuration is hostile too. */
export const hostileOptions: Options = {
  ...sampleOptions,
  scope: 'changed-lines',
  changedConfiguration: {
    keys: hostileTexts,
    unreadable: hostileTexts[1]!,
    removing: hostileTexts,
    rules: { include: [], exclude: [], select: [], ignore: [], profile: 'default', minSeverity: 'low' },
  },
};

/** Rules and models of the checkout with hostile names. */
export const hostileRun: RunFacts = {
  ...sampleRun,
  ownRules: {
    rules: 1,
    entries: hostileTexts.length,
    removing: hostileTexts.map((text) => ({ names: [text], kinds: ['sanitizer:sql'], path: text, line: 1 })),
  },
};

/** Texts put together at random, always the same ones: a small linear congruential generator. */
export function mixedTexts(count: number, seed: number): string[] {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(6) }, () => {
      const text = hostileTexts[next(hostileTexts.length)] ?? '';
      const from = next(Math.max(1, text.length));
      return text.slice(from, from + 1 + next(40));
    }).join(['', ' ', '`', '|', '('][next(5)]),
  );
}
