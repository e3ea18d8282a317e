// Imports go one way, by the rules of .dependency-cruiser.mjs, and the rules had something to look at.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { beforeAll, expect, test } from 'vitest';

const { default: configuration, stages } = (await import(
  new URL('../.dependency-cruiser.mjs', import.meta.url).href
)) as { default: IConfiguration; stages: string[] };
const root = fileURLToPath(new URL('../', import.meta.url));
let result: ICruiseResult;

beforeAll(async () => {
  const { options, ...ruleSet } = configuration;
  const cruised = await cruise(
    ['src'],
    { ...options, baseDir: root, validate: true, ruleSet },
    { ...options?.enhancedResolveOptions },
    { tsConfig: extractTSConfig(`${root}tsconfig.json`) },
  );
  result = cruised.output as ICruiseResult;
}, 60_000);

test('no import breaks a rule', () => {
  const { violations } = result.summary;
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`)).toEqual([]);
});

test('the rules saw the modules and their imports', () => {
  const own = result.modules.filter(({ source }) => source.startsWith('src/'));
  const files = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.d)\.ts$/.test(name),
  );
  expect(own.length).toBeGreaterThanOrEqual(files.length);
  expect(files.length).toBeGreaterThan(50);
  // Types count as imports too: the products of the stages are little else.
  const between = own.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ resolved }) => stageOf(resolved) !== stageOf(source)).map(({ resolved }) => resolved),
  );
  expect(between.length).toBeGreaterThan(100);
});

test.each(stages)('the stage %s exists', (stage) => {
  expect(result.modules.filter(({ source }) => source.startsWith(`src/${stage}/`)).length).toBeGreaterThan(0);
});

test('every folder of src is a stage or the options of the entry points', () => {
  const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...stages, 'options'].sort());
});

function stageOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}
