// Findings as JUnit XML: `--format junit`, for servers that show test results. In: the findings and the verdict. Out: text.
// A defect is a failure; what is to review and notes are tests that were skipped, so that they are seen and fail nothing; a
// verdict that is incomplete is an error, since a green list would say more than is known.
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import { compareFindings } from '../../findings/rank.ts';
import { ruleOf, type RulesByCode } from '../rule-view.ts';
import { activeFindings } from '../tally.ts';
import { visibleText } from '../text/visible-text.ts';

/** The document, ending in a newline; `sentence`: the verdict in words. */
export function junitReport(set: FindingSet, sentence: string, rules: RulesByCode): string {
  const findings = activeFindings(set.findings).sort(compareFindings);
  const failures = findings.filter(({ tier }) => tier === 'defect').length;
  const unsure = set.verdict === 'incomplete' || set.verdict === 'failed';
  const counts = `tests="${findings.length + 1}" failures="${failures}" errors="${unsure ? 1 : 0}" skipped="${findings.length - failures}"`;
  const verdict = unsure
    ? `    <testcase classname="pyverdict" name="verdict">\n      <error message="${escape(sentence)}"></error>\n    </testcase>`
    : '    <testcase classname="pyverdict" name="verdict"></testcase>';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pyverdict" ${counts}>`,
    `  <testsuite name="pyverdict" ${counts}>`,
    verdict,
    ...findings.map((finding) => testCase(finding, rules)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(finding: Finding, rules: RulesByCode): string {
  const { file, region, ruleId, tier, message, fix } = finding;
  const place = `${file}:${region.startLine}`;
  const name = `${ruleId} ${ruleOf(rules, finding.rule).id} at ${place}`;
  const attributes = `classname="${escape(file)}" name="${escape(name)}" file="${escape(file)}" line="${region.startLine}"`;
  const inner =
    tier === 'defect'
      ? `<failure type="${escape(ruleId)}" message="${escape(message)}">${escape(`${place}: ${message} ${fix}`)}</failure>`
      : `<skipped message="${escape(message)}"></skipped>`;
  return `    <testcase ${attributes}>\n      ${inner}\n    </testcase>`;
}

/** XML 1.0 has no way to write most control characters: they are shown as escapes. */
function escape(text: string): string {
  return visibleText(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
