// The detector `pattern-flaw`: regular expressions that let through what they are to stop, or take exponential time. In: patterns whose text
// is known. Out: a detection at each. Leaves alone: patterns over a constant text, and those by which nothing is decided (for host names).
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { isExponential } from '../patterns/ambiguity.ts';
import { looseHost, looseOrigin } from '../patterns/hostname.ts';
import type { Pattern } from '../patterns/parse-pattern.ts';
import { missedScripts } from '../patterns/tag-filter.ts';
import { wideRange } from '../patterns/wide-range.ts';
import type { ConstantPattern } from './constant-patterns.ts';
import { constantPatterns } from './constant-patterns.ts';
import { originPatterns } from './origin-patterns.ts';
import { asksPart, partOfText } from '../patterns/part-of-text.ts';
import { compiledUses } from './compiled-uses.ts';
import { decides as refusesOn, isOfRefused } from './deciding-test.ts';
import type { CreateDetector } from './detector.ts';
import { tablePatterns } from './table-patterns.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { literalText } from './written-expression.ts';

interface Flaw {
  /** Which of the rule's messages; the one and only if absent. */
  readonly wording?: string;
  readonly values: Readonly<Record<string, string>>;
}

export const patternFlaw: CreateDetector<'pattern-flaw'> = (context) => {
  const { rule, knowledge, report } = context;
  const guarding = new RegExp(rule.guarding ?? '^$', 'iu');
  const subjects = new RegExp(rule.subject ?? '^$', 'iu');
  const find = finders[rule.find];
  const patternsOf = (module: Module): readonly ConstantPattern[] => {
    if (rule.find === 'origin') return originPatterns(module);
    const given = constantPatterns(knowledge.project, module);
    return rule.find === 'exponential' ? [...given, ...tablePatterns(knowledge.project, module)] : given;
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      for (const pattern of patternsOf(module)) {
        const flaw = find(module, pattern, { guarding, subjects });
        if (flaw === undefined) continue;
        const site = { module, functionIndex: module.functionAround(pattern.call), node: pattern.node };
        const lowered = rule.lower?.find(({ when }) =>
          when.some((one) => circumstancesHold(one, site, undefined, context)),
        );
        report({
          ...site,
          ...flaw,
          ...(lowered === undefined ? {} : { tier: lowered.tier }),
          ...(lowered?.level === undefined ? {} : { level: lowered.level }),
        });
      }
    },
  };
};

interface Words {
  readonly guarding: RegExp;
  readonly subjects: RegExp;
}

type Find = (module: Module, pattern: ConstantPattern, words: Words) => Flaw | undefined;

const finders: Readonly<Record<'hostname' | 'origin' | 'whole' | 'scripts' | 'range' | 'exponential', Find>> = {
  hostname: (module, pattern, words) => {
    const loose = looseHost(pattern.parsed.tree);
    if (loose === undefined || !decides(module, pattern, words)) return undefined;
    // Only where the whole text is not asked for anyway.
    if (loose.flaw === 'end' && isAskedWhole(module, pattern)) return undefined;
    return { wording: loose.flaw, values: { host: loose.host } };
  },
  origin: (module, { parsed, how }) => {
    const flaw = looseOrigin(parsed.tree, how === 'match');
    return flaw === undefined ? undefined : { wording: flaw.flaw, values: { host: flaw.host } };
  },
  whole: (module, pattern, { guarding }) => {
    const flaw = partOfText(pattern);
    // Whoever reads a group takes something out of the text, and need not know what is around it.
    if (flaw === undefined || captures(pattern.parsed.tree)) return undefined;
    const { how, call } = pattern;
    const tests =
      how === 'compile' ? compiledUses(module, call).filter((use) => use.how !== 'fullmatch') : [{ call, how }];
    const counts = tests.some(
      (test) => asksPart(flaw, test.how) && refusesOn(module, test.call, guarding) && !isOfRefused(module, test.call),
    );
    return counts ? { wording: flaw, values: {} } : undefined;
  },
  scripts: (module, pattern, { guarding }) => {
    const missed = missedScripts(pattern.text, pattern.parsed.flags);
    const isFilter = /^(?:subn?|compile)$/.test(pattern.how) && namesAround(module, pattern).some(matches(guarding));
    return missed === undefined || !isFilter ? undefined : { values: { missed } };
  },
  range: (module, pattern) => {
    const wide = wideRange(pattern.parsed.tree);
    return wide === undefined ? undefined : { values: { range: wide.written, also: wide.also } };
  },
  exponential: (module, pattern) => {
    if (literalText(module.tree, pattern.subject) !== undefined) return undefined;
    // A pattern without an end in sight is tried to the end by `fullmatch` alone.
    return isExponential(pattern.parsed.tree, pattern.how === 'fullmatch') ? { values: {} } : undefined;
  },
};

const matches =
  (words: RegExp) =>
  (name: string): boolean =>
    words.test(name);

/** Names say so; or the call is a condition about a URL or host, and no part of the text is taken. */
function decides(module: Module, pattern: ConstantPattern, { guarding, subjects }: Words): boolean {
  if (namesAround(module, pattern).some(matches(guarding))) return true;
  if (captures(pattern.parsed.tree)) return false;
  if (pattern.how === 'compile') {
    const isOfUrl = /^\^?https?\??:/.test(pattern.text);
    return compiledUses(module, pattern.call).some(
      ({ call, subject }) =>
        (isOfUrl || nameNodes(module, subject).some(matches(subjects))) && refusesOn(module, call, guarding),
    );
  }
  if (pattern.subject < 0) return false;
  return nameNodes(module, pattern.subject).some(matches(subjects)) && isCondition(module, pattern.call);
}

/** Only `fullmatch` asks the pattern. */
function isAskedWhole(module: Module, { how, call }: ConstantPattern): boolean {
  if (how !== 'compile') return how === 'fullmatch';
  const uses = compiledUses(module, call);
  return uses.length > 0 && uses.every((use) => use.how === 'fullmatch');
}

/** The variable or keyword that gets the pattern, and the functions around. */
function namesAround(module: Module, { call }: ConstantPattern): string[] {
  const { tree, index } = module;
  const names: string[] = [];
  for (let node = call, parent = tree.parent(call); parent >= 0; node = parent, parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.keyword_argument) names.push(tree.text(tree.child(parent, Field.name)));
    if (kind === Kind.assignment && tree.field(node) === Field.right)
      names.push(...nameNodes(module, tree.child(parent, Field.left)));
    if (kind === Kind.function_definition || kind === Kind.block) break;
  }
  for (let at = module.functionAround(call); at >= 0; at = index.functions[at]!.parent)
    names.push(tree.names.text(index.functions[at]!.name));
  return names;
}

/** All names in an expression. */
function nameNodes({ tree }: Module, root: number): string[] {
  const names: string[] = [];
  for (let node = root; root >= 0 && node < tree.next(root); node++)
    if (tree.kind(node) === Kind.identifier) names.push(tree.text(node));
  return names;
}

/** Its result is asked for yes or no. */
function isCondition({ tree }: Module, call: number): boolean {
  let node = call;
  for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case Kind.parenthesized_expression:
      case Kind.boolean_operator:
        continue;
      case Kind.not_operator:
        return true;
      case Kind.if_statement:
      case Kind.elif_clause:
        return tree.field(node) === Field.condition;
      case Kind.assert_statement:
        return true;
      case Kind.argument_list: {
        const callee = tree.child(tree.parent(parent), Field.function);
        return tree.text(callee) === 'bool';
      }
      default:
        return false;
    }
  }
  return false;
}

function captures(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'group':
      return pattern.captures || captures(pattern.item);
    case 'sequence':
    case 'choice':
      return pattern.items.some(captures);
    case 'repeat':
    case 'look':
      return captures(pattern.item);
    default:
      return false;
  }
}
