// `pyverdict test-rules [RULE...]`: runs the examples of a checkout's own rules. In: names of rules, the checkout. Out: a text for the user and
// whether all of them hold. Throws ConfigurationError for files with mistakes, and where there is nothing to run.
import { ConfigurationError } from './base/configuration-error.ts';
import type { Difference } from './check-example.ts';
import { checkExample } from './check-example.ts';
import { safeLines } from './deliver/terminal-log.ts';
import { readOwnRules } from './options/own-rules.ts';
import { count } from './report/text/count.ts';
import { shortenMiddle } from './report/text/shorten.ts';
import { visibleText } from './report/text/visible-text.ts';
import { bundle } from './rules/bundle.ts';
import { findRule, requireRule } from './rules/find-rule.ts';
import { readOwnFiles } from './rules/own-rules.ts';
import type { RuleFile } from './rules/schema.ts';

export interface TestedRules {
  readonly text: string;
  readonly passed: boolean;
}

/** Runs the examples of the rules named (code, id or file; none: of all) below `.pyverdict/rules`, with the models beside them. */
export function testRules(names: readonly string[], directory: string): TestedRules {
  const files = readOwnRules(directory);
  const own = readOwnFiles(bundle, files);
  if (own.rules.length === 0) {
    const models =
      own.models.length > 0 ? ` The ${count(own.models.length, 'entry', 'entries')} of models can be read.` : '';
    throw new ConfigurationError(`there is no rule in .pyverdict/rules of this directory: nothing to test.${models}`);
  }
  const models = [...bundle.models, ...own.models];
  const results = chosen(own.rules, names).map((file) => ({
    file,
    examples: examplesOf(file).map(({ name, example }) => ({
      name,
      differences: checkExample(example, file.rule, models),
    })),
  }));
  const all = results.flatMap(({ examples }) => examples);
  const failed = all.filter(({ differences }) => differences.length > 0).length;
  const lines = results.flatMap(({ file, examples }) => {
    const wrong = examples.filter(({ differences }) => differences.length > 0);
    const state = wrong.length === 0 ? 'passed' : `${wrong.length} of ${examples.length} failed`;
    return [
      `${file.rule.code} ${file.rule.id} (${file.path}): ${count(examples.length, 'example')}, ${state}`,
      ...wrong.flatMap(({ name, differences }) => [`  ${shown(name)}`, ...differences.flatMap(differenceLines)]),
    ];
  });
  lines.push(
    `${count(results.length, 'rule')}, ${count(all.length, 'example')}: ${failed === 0 ? 'all passed' : `${failed} failed`}.`,
  );
  return { text: safeLines(`${lines.join('\n')}\n`), passed: failed === 0 };
}

function chosen(rules: readonly RuleFile[], names: readonly string[]): readonly RuleFile[] {
  if (names.length === 0) return rules;
  const wanted = new Set(
    names.map((name) => {
      // A file as a shell completes it.
      const path = name.replaceAll('\\', '/').replace(/^\.\//, '');
      const file = rules.find((one) => one.path === path);
      if (file !== undefined) return file.rule.code;
      if (findRule(bundle.rules, name) !== undefined)
        throw new ConfigurationError(`${name} is built in: only rules of your own are tested here`);
      return requireRule(
        rules.map(({ rule }) => rule),
        name,
      ).code;
    }),
  );
  return rules.filter(({ rule }) => wanted.has(rule.code));
}

function examplesOf({
  bad,
  good,
  ok,
}: RuleFile): { readonly name: string; readonly example: RuleFile['bad'][number] }[] {
  return Object.entries({ bad, good, ok }).flatMap(([kind, examples]) =>
    examples.map((example) => ({ name: `${kind}: ${example.name}`, example })),
  );
}

function differenceLines({ place, text }: Difference): string[] {
  if (place === undefined) return [`    ${shown(text)}`];
  return [`    ${shown(`${place.path}:${place.line}`)} ${shown(text)}`, `      ${shown(place.code)}`];
}

function shown(text: string): string {
  return visibleText(shortenMiddle(text, 1000));
}
