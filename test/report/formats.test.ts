// The formats that other programs read: exact, and nothing from a repository breaks out of them.
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { githubCommands } from '../../src/report/formats/github-commands.ts';
import { render } from '../../src/report/render.ts';
import { hostileSet, hostileTexts } from './hostile-corpus.ts';
import { sampleOptions, sampleRules, sampleRun, webReview } from './samples.ts';

// GitLab's description of the report, as far as it goes.
const gitlabSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\.?/' } },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};
const isGitlab = new Ajv().compile(gitlabSchema);

describe.each<[string, FindingSet]>([
  ['a web application', webReview],
  ['the hostile corpus', hostileSet()],
  ...hostileTexts.map((text, index) => [`hostile text ${index}`, hostileSet([text])] as [string, FindingSet]),
])('%s', (_, set) => {
  const report = render(set, sampleRules, sampleOptions, sampleRun);
  const active = set.findings.filter(({ suppression }) => !suppression);

  test('GitLab', () => {
    const issues = report.gitlab();
    expect(isGitlab(JSON.parse(JSON.stringify(issues)))).toBe(true);
    expect(issues).toHaveLength(active.length);
  });

  test('JUnit', () => {
    const { cases, failures } = readJunit(report.junit());
    expect(cases).toBe(active.length + 1);
    expect(failures).toBe(active.filter(({ tier }) => tier === 'defect').length);
  });

  test('GitHub: one command a line, at most ten of each level', () => {
    const annotations = report.annotations((finding) => finding.tier === 'defect');
    const lines = githubCommands(annotations).split('\n').slice(0, -1);
    expect(lines).toHaveLength(annotations.length);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) (?:file=[^,:\r\n]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,)?title=[^,:\r\n]+::[^\r\n]+$/,
      );
      expect(line).not.toMatch(/\p{Cc}|\p{Cf}/u);
    }
    for (const level of ['error', 'warning', 'notice']) {
      expect(lines.filter((line) => line.startsWith(`::${level} `)).length).toBeLessThanOrEqual(10);
    }
  });
});

test('a clean run, an incomplete one', () => {
  const set = { ...webReview, findings: [] };
  const junit = (verdict: 'no-explicit-defects' | 'incomplete'): string =>
    render({ ...set, verdict }, sampleRules, sampleOptions, sampleRun).junit();
  expect(junit('no-explicit-defects')).toContain('tests="1" failures="0" errors="0" skipped="0"');
  expect(junit('incomplete')).toMatch(/<error message="Incomplete: /);
});

/** A strict reader of the little XML we write: it throws at anything that is not well-formed. */
function readJunit(text: string): { cases: number; failures: number } {
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  const open: string[] = [];
  const seen: string[] = [];
  while (rest.trim() !== '') {
    const token =
      /^\s*<(\/?)([a-z]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)>/.exec(rest) ??
      /^(?:[^<&]|&(?:amp|lt|gt|quot);)+/.exec(rest);
    if (token === null) throw new Error(`not well-formed at ${JSON.stringify(rest.slice(0, 80))}`);
    rest = rest.slice(token[0].length);
    if (token[2] === undefined) continue;
    if (token[1] === '/') expect(open.pop()).toBe(token[2]);
    else {
      open.push(token[2]);
      seen.push(token[2]);
    }
  }
  expect(open).toEqual([]);
  const count = (name: string): number => seen.filter((one) => one === name).length;
  return { cases: count('testcase'), failures: count('failure') };
}
