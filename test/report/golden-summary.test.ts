// Job summaries of small projects as files, so that a change of their words shows in review: `golden/<project>.md`.
// After a wanted change: npx vitest run test/report/golden-summary.test.ts -u
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { settle } from '../../src/findings/settle.ts';
import { render } from '../../src/report/render.ts';
import type { RunFacts } from '../../src/report/run-facts.ts';
import { describeRule } from '../../src/rules/describe-rule.ts';
import { smallProject } from '../findings/small-project.ts';
import { projectOf } from '../model/project-of.ts';
import { ruleFolder } from '../rule-folder.ts';
import { sampleOptions, sampleOutcome } from './samples.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));

// A few of each family: a new rule changes no count here.
const codes = new Set(
  [
    'BP101 BP102 BP103 BP151 BP153 BP156 BP159 BP201 BP302 BP303 BP304 BP306 BP307 BP308 BP310 BP313 BP403 BP407',
    'PV101 PV102 PV103 PV104 PV105 PV201 PV301 PV401 PV402 PV501 PV513',
  ].flatMap((line) => line.split(' ')),
);
const rules = ruleFolder.rules.map(({ rule }) => rule).filter(({ code }) => codes.has(code));

const run: RunFacts = {
  version: '0.1.0',
  ruleSetHash: '3f1c8a20d94be6a10c57',
  repository: {
    serverUrl: 'https://github.example',
    owner: 'acme',
    repo: 'shop',
    sha: '0123456789abcdef0123456789abcdef01234567',
    branch: 'main',
  },
};

function filesOf(project: string): Record<string, string> {
  const root = join(folder, project);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]).sort(),
  ) as Record<string, string>;
}

function summaryOf(project: string): string {
  const files = filesOf(project);
  const { facts, sources, reader } = smallProject(files);
  const ruleSet = { rules, models: ruleFolder.models, all: rules, hash: run.ruleSetHash, familiesNotExamined: [] };
  const analysis = analyse(projectOf(files), ruleSet, { deferToConfiguredLinters: true });
  const set = settle({ analysis, facts, sources, rules, options: sampleOptions, reader });
  return render(set, rules.map(describeRule), sampleOptions, run).summary(sampleOutcome);
}

describe('job summaries', () => {
  const projects = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  test('there are some', () => {
    expect(projects.map(({ name }) => name)).toEqual(['clean', 'findings', 'practice']);
  });

  test.each(projects.map(({ name }) => name))('%s', async (name) => {
    await expect(summaryOf(name)).toMatchFileSnapshot(`golden/${name}.md`);
  });
});
