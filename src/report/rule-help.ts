// The help of a rule, as Markdown and as plain text: why, a bad and a good example, the fix, references.
import type { RuleView } from './rule-view.ts';
import { codeSpan } from './text/markdown-text.ts';

/** The page of a rule: what SARIF viewers show beside an alert. */
export function ruleHelpMarkdown(rule: RuleView): string {
  const parts = [`**Why it matters.** ${rule.why.trim()}`];
  if (rule.badExample !== undefined) parts.push('**What is found**', fenced(rule.badExample, 'python'));
  parts.push(`**What to do.** ${rule.fix.trim()}`);
  if (rule.goodExample !== undefined) parts.push(fenced(rule.goodExample, 'python'));
  const links = [...rule.cwe.map((number) => `[CWE-${number}](${cweUri(number)})`), ...rule.references.map(reference)];
  if (links.length > 0) parts.push(`**References**\n\n${links.map((link) => `- ${link}`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

/** The same for viewers without Markdown. */
export function ruleHelpText(rule: RuleView): string {
  const parts = [`Why it matters: ${rule.why.trim()}`];
  if (rule.badExample !== undefined) parts.push(`What is found:\n\n${indented(rule.badExample)}`);
  parts.push(`What to do: ${rule.fix.trim()}`);
  if (rule.goodExample !== undefined) parts.push(indented(rule.goodExample));
  const links = [...rule.cwe.map((number) => `CWE-${number}: ${cweUri(number)}`), ...rule.references];
  if (links.length > 0) parts.push(`References:\n${links.join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

export function cweUri(number: number): string {
  return `https://cwe.mitre.org/data/definitions/${number}.html`;
}

/** A code block whose fence is longer than any run of backticks inside. */
export function fenced(code: string, language: 'python' | 'mermaid'): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}

// A rule of the checkout can carry anything here: only what is plainly an address becomes a link.
function reference(link: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(link) ? `<${link}>` : codeSpan(link);
}

function indented(code: string): string {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
