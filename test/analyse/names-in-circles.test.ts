// A long test function whose locals are made of each other: each is reached over every other, in more orders than can be looked at.
import { expect, test } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { projectOf } from '../model/project-of.ts';
import { ruleFolder } from '../rule-folder.ts';

test('names that are made of each other are looked up in bounded time', () => {
  const names = ['path', 'answer', 'data', 'image', 'headers', 'body', 'tag', 'member', 'task', 'url'];
  const lines = Array.from({ length: 8 }, (_, round) =>
    names.map((name, i) => {
      const others = names.filter((_other, at) => at !== i).join(', ');
      return `    ${name} = join(${others}, ${round})\n    requests.get(${name})\n`;
    }),
  ).flat();
  const text = `import requests\n\ndef test_images(join):\n${lines.join('')}    requests.get('https://images.acme-news.com/v2')\n`;
  const rules = ruleFolder.rules.map(({ rule }) => rule).filter((rule) => rule.code === 'BP158');
  const ruleSet = { rules, models: ruleFolder.models, all: rules, hash: '', familiesNotExamined: [] };
  const { detections } = analyse(projectOf({ 'tests/test_images.py': text }), ruleSet, {
    deferToConfiguredLinters: true,
  });
  expect(detections).toHaveLength(1);
});
