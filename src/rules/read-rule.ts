// From the text of a rule file to a rule: schema, then the checks that concern several fields. Used where rules are
// bundled and tested; a scan uses what has passed here.
import { didYouMean } from '../base/nearest.ts';
import { ruleLevel, ruleName, ruleTags } from './derived.ts';
import { detectorSchemas, type DetectorName } from './detector-schemas.ts';
import { familyOf } from './families.ts';
import { findingMark, ruleSchema, type Example, type Rule, type RuleFile } from './schema.ts';
import { checkYamlFile, fieldError, parseYamlFile, type YamlFile } from './yaml-file.ts';

const placeholder = /\{\{([a-z-]+):([a-z0-9-]+)\}\}/g;
/** A place in a message that the detector fills. */
const hole = /\{([^{}]*)\}/g;

/**
 * The rule in `text`; `path` (`rules/security/x.yml`; `.pyverdict/rules/x.yml` of a checkout's own) is checked against id and
 * category. Throws ConfigurationError.
 */
export function readRule(path: string, text: string, origin: 'built-in' | 'own' = 'built-in'): RuleFile {
  const file = parseYamlFile(path, text);
  const head = (file.value ?? {}) as { category?: unknown; detector?: unknown };
  if (head.category !== 'security' && head.category !== 'practice') {
    throw fieldError(file, ['category'], "expected 'security' | 'practice'");
  }
  if (typeof head.detector !== 'string' || !Object.hasOwn(detectorSchemas, head.detector)) {
    const known = Object.keys(detectorSchemas);
    const hint = typeof head.detector === 'string' ? didYouMean(head.detector, known) : '';
    throw fieldError(file, ['detector'], `expected ${known.map((name) => `'${name}'`).join(' | ')}${hint}`);
  }
  const parsed = checkYamlFile(file, ruleSchema(head.category, head.detector as DetectorName));
  const { bad, good, ok, ...fields } = parsed;
  // The schema was chosen by category and detector, which the type of their union cannot express.
  const rule = { ...fields, help: { bad: helpText(bad[0]!), good: helpText(good[0]!) } } as unknown as Rule;
  checkOrigin(file, rule, origin);
  checkRule(file, rule, bad);
  return { path, rule, bad, good, ok };
}

function checkOrigin(file: YamlFile, rule: Rule, origin: 'built-in' | 'own'): void {
  if (origin === 'own') {
    if (!file.path.endsWith(`/${rule.id}.yml`)) throw fieldError(file, ['id'], `the file must be ${rule.id}.yml`);
    if (/^(?:PV|BP)/.test(rule.code))
      throw fieldError(
        file,
        ['code'],
        `${rule.code}: PV and BP are for built-in rules; take letters of your own, such as ACME101`,
      );
    return;
  }
  const expectedPath = `${rule.category}/${rule.id}.yml`;
  if (!file.path.endsWith(`/${expectedPath}`)) throw fieldError(file, ['id'], `the file must be rules/${expectedPath}`);
  const family = familyOf(rule.code);
  if (family?.category !== rule.category)
    throw fieldError(file, ['code'], `${rule.code} is not in a family of ${rule.category} rules`);
}

function checkRule(file: YamlFile, rule: Rule, bad: readonly Example[]): void {
  if (ruleName(rule).length > 80) throw fieldError(file, ['id'], 'the name made from it has over 80 characters');
  const tags = ruleTags(rule);
  if (tags.length > 9)
    throw fieldError(file, ['tags'], `with the generated ones ${tags.length} tags, GitHub keeps 9: ${tags.join(', ')}`);
  if (!bad.some((example) => example.expect?.some((expected) => expected.message !== undefined))) {
    throw fieldError(file, ['bad'], 'one `expect` must give the whole message');
  }
  if (rule.category === 'practice' && ruleLevel(rule) === 'note' && isOff(rule)) {
    throw fieldError(file, ['severity'], 'off in test and production: the rule would never speak');
  }
  for (const message of [rule.message, ...Object.values(rule.messages ?? {})]) checkHoles(file, message);
  checkCases(file, rule);
}

function isOff(rule: Extract<Rule, { category: 'practice' }>): boolean {
  return rule.severity.test === 'off' && rule.severity.production === 'off';
}

function checkHoles(file: YamlFile, message: string): void {
  for (const [, name = ''] of message.matchAll(hole)) {
    if (!/^[A-Za-z][a-z_]*$/.test(name))
      throw fieldError(file, ['message'], `{${name}} is no hole: expected a word such as {function}`);
  }
}

/** A case that is more than the rule's head needs a severity of its own; a practice rule has no tiers. */
function checkCases(file: YamlFile, rule: Rule): void {
  if (rule.detector !== 'usage') return;
  rule.uses.forEach((use, index) => {
    if (use.tier === undefined) return;
    if (rule.category === 'practice') throw fieldError(file, ['uses', index, 'tier'], 'a practice rule has no tiers');
    const raised = use.tier === 'defect' ? rule.tier !== 'defect' : use.tier === 'hotspot' && rule.tier === 'inventory';
    if (raised && rule.caseSeverity?.[use.tier as 'defect' | 'hotspot'] === undefined) {
      throw fieldError(
        file,
        ['uses', index, 'tier'],
        `a ${use.tier} in ${rule.tier} rule needs caseSeverity.${use.tier}`,
      );
    }
  });
}

/** Code of an example as help pages show it: without marks, several files one after the other, secrets as `<github token>`. */
function helpText(example: Example): string {
  const files = example.files ? Object.entries(example.files) : [];
  const code = example.code ?? files.map(([path, text]) => `# ${path}\n${text}`).join('\n');
  return code
    .split('\n')
    .map((line) => (line.search(findingMark) < 0 ? line : line.replace(findingMark, '').trimEnd()))
    .join('\n')
    .replace(placeholder, '<$2 $1>')
    .trimEnd();
}
