// What `pyverdict explain RULE` and `pyverdict rules` print: plain text, no colour, lines of at most 100 characters
// except code and links.
import { describeRule, peersText, severityText } from './describe-rule.ts';
import { families, familyOf } from './families.ts';
import type { Rule } from './schema.ts';

/** The page of one rule: what it finds, why, an example, how to fix it, and what it is called elsewhere. */
export function explainRule(rule: Rule): string {
  const described = describeRule(rule);
  const peers = peersText(rule);
  const parts = [
    `${rule.code} ${rule.id}\n${rule.title}`,
    [
      `  Severity    ${severityText(rule)}`,
      `  Profile     ${described.profile}`,
      ...(rule.cwe.length > 0 ? [`  CWE         ${rule.cwe.map((cwe) => `CWE-${cwe}`).join(', ')}`] : []),
      ...(peers ? [`  Elsewhere   ${peers}`] : []),
    ].join('\n'),
    `Why\n${wrapped(rule.why)}`,
    `Found\n${indented(rule.help.bad)}`,
    `Better\n${indented(rule.help.good)}`,
    `How to fix\n${wrapped(rule.fix)}`,
    ...(rule.references.length > 0 ? [`See\n${indented(rule.references.join('\n'), 2)}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** All rules by family, a checkout's own last, one line each: code, id, how serious, title. */
export function listRules(rules: readonly Rule[]): string {
  const idWidth = Math.max(0, ...rules.map((rule) => rule.id.length));
  const linesOf = (shown: readonly Rule[]): string =>
    shown
      .map((rule) => `  ${rule.code}  ${rule.id.padEnd(idWidth)}  ${briefly(rule).padEnd(9)}  ${rule.title}`)
      .join('\n');
  const groups = families.flatMap((family) => {
    const members = rules.filter((rule) => familyOf(rule.code) === family);
    return members.length === 0 ? [] : [`${family.name} (${family.category})\n${linesOf(members)}`];
  });
  const own = rules.filter((rule) => familyOf(rule.code) === undefined);
  if (own.length > 0) groups.push(`of this checkout (.pyverdict/rules)\n${linesOf(own)}`);
  return `${groups.join('\n\n')}\n`;
}

/** The tier of a security rule, the level of a practice rule. */
function briefly(rule: Rule): string {
  return rule.category === 'security' ? rule.tier : describeRule(rule).level;
}

function indented(text: string, by = 4): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = ' ';
  for (const word of text.trim().split(/\s+/)) {
    if (line.length + 1 + word.length > 100 && line.trim() !== '') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
