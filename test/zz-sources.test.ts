import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { analyseText } from './analyse-text.ts';
import { ruleFolder } from './rule-folder.ts';
test('x', () => {
  const rules = ruleFolder.rules.map((f) => f.rule).filter((r) => r.detector === 'taint' && /./.test(r.id));
  const files: Record<string, string> = {};
  const walk = (dir: string, rel: string) => { for (const n of readdirSync(dir)) { const p = join(dir, n); if (statSync(p).isDirectory()) { if (!/^(node_modules|tests?|testing|migrations)$/.test(n)) walk(p, rel + n + '/'); } else if (n.endsWith('.py')) files[rel + n] = readFileSync(p, 'utf8'); } };
  walk('/tmp/w/sources/real/mlflow_skinny', '');
  const t = Date.now();
  const a = analyseText(files, { rules, models: ruleFolder.models, all: rules, hash: 'x', familiesNotExamined: [] } as never);
  console.log(Object.keys(files).length, 'files', Date.now() - t, 'ms', a.detections.length);
  const lines = a.detections.filter((d) => d.tier === 'defect').map((d) => d.file + ':' + (new TextDecoder().decode(new TextEncoder().encode(files[d.file]!).subarray(0, d.range.start)).split('\n').length) + ' ' + (d as any).rule + ' ' + d.message.slice(0, 140));
  console.log(lines.sort().join('\n'));
}, 300000);
