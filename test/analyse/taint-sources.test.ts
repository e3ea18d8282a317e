// Where data from outside enters, by framework: each call of os.system in test/analyse/taint-sources/*.py is one row. A line with
// `# finding` brings a source to the shell, a line without brings what no caller chooses. `# --- path` begins another file of the
// same project; a first line `# sources: ipc` asks for other kinds than the rule's. `# known` behind it: the engine is not there yet,
// and says something else; the row fails as soon as it does not.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceKind } from '../../src/rules/kinds.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { ruleFolder } from '../rule-folder.ts';
import type { ScannedExample } from '../../src/scan-example.ts';
import { scanExample } from '../scan-example.ts';

const folder = new URL('./taint-sources/', import.meta.url);
const mark = / {2}# finding(?:: (\w+))?$/;
const known = / {2}# known$/;

interface Row {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly expected: 'defect' | 'hotspot' | 'nothing';
  readonly isKnown: boolean;
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.py')))('%s', (name) => {
  const { files, rows, sources } = readProject(readFileSync(new URL(name, folder), 'utf8'));
  let scanned: ScannedExample;
  beforeAll(() => {
    scanned = scanExample(files, commandInjection(sources));
  });

  test('is read without a problem', () => expect(scanned.problems).toEqual([]));

  test.each(rows)('$path:$line $expected: $code', ({ path, line, expected, isKnown }) => {
    const found = scanned.findings.filter((finding) => finding.path === path && finding.line === line);
    const tiers = found.map(({ tier }) => tier);
    const wanted = expected === 'nothing' ? [] : [expected];
    if (isKnown) expect(tiers).not.toEqual(wanted);
    else expect(tiers).toEqual(wanted);
  });
});

function readProject(text: string): {
  readonly files: Record<string, string>;
  readonly rows: readonly Row[];
  readonly sources: readonly string[] | undefined;
} {
  const rows: Row[] = [];
  const lines = new Map<string, string[]>();
  let path = 'main.py';
  for (const written of text.split('\n')) {
    const isKnown = known.test(written);
    const line = written.replace(known, '');
    const begins = /^# --- (\S+)$/.exec(line);
    if (begins !== null) {
      path = begins[1]!;
      continue;
    }
    const file = lines.get(path) ?? [];
    lines.set(path, file);
    file.push(line.replace(mark, ''));
    const code = /os\.system\((.*)\)/.exec(line)?.[1];
    if (code === undefined) continue;
    const found = mark.exec(line);
    const expected = found === null ? 'nothing' : found[1] === 'hotspot' ? 'hotspot' : 'defect';
    rows.push({ path, line: file.length, code, expected, isKnown });
  }
  const files = Object.fromEntries([...lines].map(([name, content]) => [name, content.join('\n')]));
  return { files, rows, sources: /^# sources: (.*)$/m.exec(text)?.[1]?.split(' ') };
}

function commandInjection(sources: readonly string[] | undefined): Rule {
  const rule = ruleFolder.rules.find((file) => file.rule.id === 'command-injection')?.rule;
  if (rule?.detector !== 'taint') throw new Error('the rule command-injection is gone');
  return sources === undefined ? rule : { ...rule, sources: sources as SourceKind[], reviewSources: [] };
}
