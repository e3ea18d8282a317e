// Shape of the JSON report, written once: the type, the check in the tests and `rules/report.schema.json` come from it.
// `docs/report.md` lists the fields.
import * as z from 'zod/mini';
import { reportSchemaVersion } from './report-schema-version.ts';

const path = z.string();
const line = z.int().check(z.minimum(1));
const number = z.int().check(z.minimum(0));

const region = z.strictObject({ startLine: line, startColumn: line, endLine: line, endColumn: line });

const step = z.strictObject({
  kind: z.enum(['source', 'assignment', 'call', 'return', 'sanitizer', 'guard', 'sink']),
  path,
  region,
  message: z.string(),
  depth: number,
  snippet: z.optional(z.string()),
});

const finding = z.strictObject({
  rule: z.string(),
  ruleId: z.string(),
  name: z.string(),
  title: z.string(),
  family: z.string(),
  category: z.enum(['security', 'practice']),
  tier: z.enum(['defect', 'hotspot', 'note']),
  level: z.enum(['error', 'warning', 'note']),
  severity: z.optional(z.enum(['critical', 'high', 'medium', 'low'])),
  securitySeverity: z.optional(z.number()),
  cwe: z.array(z.int()),
  path,
  region,
  context: region,
  snippet: z.optional(z.string()),
  scope: z.string(),
  inTest: z.boolean(),
  message: z.string(),
  fix: z.string(),
  evidence: z.array(z.string()),
  places: z.array(z.strictObject({ path, line })),
  related: z.array(z.strictObject({ path, region, message: z.string(), snippet: z.optional(z.string()) })),
  flows: z.array(z.strictObject({ steps: z.array(step) })),
  mergedRules: z.array(z.string()),
  fingerprint: z.string(),
  lineHash: z.string(),
  suppression: z.optional(
    z.strictObject({ mark: z.string(), reason: z.string(), path, line, added: z.optional(z.literal(true)) }),
  ),
  reopened: z.optional(
    z.strictObject({ mark: z.string(), path, line, changed: z.array(z.enum(['source', 'way', 'checks', 'sink'])) }),
  ),
  baseline: z.optional(z.enum(['new', 'unchanged'])),
  removedBy: z.optional(z.string()),
  change: z.optional(z.strictObject({ touched: z.boolean(), fresh: z.optional(z.boolean()) })),
  repairs: z.optional(
    z.array(
      z.strictObject({ path, safe: z.boolean(), replacements: z.array(z.strictObject({ region, text: z.string() })) }),
    ),
  ),
});

const counts = z.strictObject({
  security: number,
  critical: number,
  high: number,
  medium: number,
  low: number,
  hotspots: number,
  practice: number,
  suppressed: number,
});

const coverage = z.strictObject({
  files: z.array(z.strictObject({ path, lines: number, test: z.boolean(), description: z.string() })),
  fileCount: number,
  lines: number,
  functions: number,
  filesNotAnalysed: number,
  rulesRun: z.array(z.string()),
  familiesNotExamined: z.array(z.string()),
  sinks: z.array(
    z.strictObject({
      kind: z.string(),
      seen: number,
      constant: number,
      cleaned: number,
      guarded: number,
      noSource: number,
      unresolved: number,
      reported: number,
      cleanedBy: z.array(z.string()),
      guardedBy: z.array(z.string()),
      unresolvedAt: z.array(z.strictObject({ path, line: number })),
    }),
  ),
  credited: z.array(
    z.strictObject({
      path,
      line: number,
      kind: z.enum(['sanitizer', 'guard']),
      name: z.string(),
      sinks: number,
      kinds: z.array(z.string()),
      refusedAt: z.optional(z.strictObject({ path, line: number })),
    }),
  ),
  entryPoints: number,
  inventory: z.array(z.strictObject({ rule: z.string(), places: number })),
  unresolvedImports: number,
  deferred: z.array(z.strictObject({ rule: z.string(), to: z.string() })),
  facts: z.array(z.string()),
  leftOut: z.array(z.strictObject({ paths: z.array(z.string()), security: number, practice: number })),
  listedBy: z.enum(['git', 'ignore-files']),
  ownRules: z.optional(
    z.strictObject({
      rules: number,
      entries: number,
      removing: z.array(z.strictObject({ names: z.array(z.string()), kinds: z.array(z.string()), path, line })),
    }),
  ),
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(reportSchemaVersion),
  tool: z.strictObject({ name: z.literal('pyverdict'), version: z.string(), ruleSetHash: z.string() }),
  verdict: z.enum(['defects', 'no-explicit-defects', 'incomplete', 'failed']),
  sentence: z.string(),
  caveat: z.string(),
  reviewed: z.strictObject({ description: z.string(), subject: z.optional(z.string()) }),
  counts,
  findings: z.array(finding),
  coverage,
  comparison: z.optional(
    z.strictObject({
      by: z.optional(z.enum(['git', 'api'])),
      unavailable: z.optional(z.string()),
      base: z.optional(z.string()),
      baseScanned: z.boolean(),
      lostChecks: z.array(
        z.strictObject({ path, line: number, kind: z.enum(['sanitizer', 'guard']), name: z.string() }),
      ),
    }),
  ),
  skipped: z.array(z.strictObject({ path, reason: z.string(), detail: z.string() })),
  problems: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      level: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      path: z.optional(path),
      paths: z.optional(z.array(path)),
      line: z.optional(line),
      rule: z.optional(z.string()),
      hidesCode: z.boolean(),
    }),
  ),
});

export type ReportJson = z.infer<typeof reportSchema>;

/** JSON Schema of the report, for `rules/report.schema.json`. */
export function reportJsonSchema(): object {
  return { title: 'pyverdict report', ...z.toJSONSchema(reportSchema) };
}
