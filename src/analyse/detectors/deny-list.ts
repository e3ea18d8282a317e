// The detector `deny-list`: checks by a list of what must not be there: characters of a shell, endings of files. In: tests by constant lists. Out: a
// detection at each by which something is decided, with what the list lacks. Leaves alone: lists of what is allowed, and those by which nothing is decided.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import { refuses } from './deciding-test.ts';
import type { CreateDetector } from './detector.ts';
import { literalText } from './written-expression.ts';

export const denyList: CreateDetector<'deny-list'> = ({ rule, knowledge, report }) => {
  const named = new RegExp(rule.named, 'iu');
  const guarding = new RegExp(rule.guarding, 'iu');

  const tell = rule.find === 'shell' ? /^(?:;|&&|\||`)\s*$/ : /^\.?(?:php|exe|jsp|asp|bat|sh)$/i;
  const isTelling = createNameTest(knowledge.project.names, (token) => {
    const constant = /^[bruBRU]*['"]/.test(token) ? stringConstant(token) : undefined;
    const text = constant === undefined ? undefined : textOf(constant);
    // A text can be a list of its characters.
    return (
      text !== undefined &&
      (tell.test(text) || (rule.find === 'shell' && /^[^\w\s]{2,}$/.test(text) && text.includes(';')))
    );
  });

  return {
    module: (module) => {
      const { tree, index } = module;
      if (knowledge.context(module).isTest || !index.strings.some((one) => isTelling(tree.name(one)))) return;
      const comparisons = rule.find === 'shell' ? eachOfList(module) : membership(module);
      for (const { node, list } of comparisons) {
        const texts = textsOf(module, list);
        const name = tree.kind(list) === Kind.identifier ? tree.text(list) : '';
        const lacks =
          texts === undefined ? undefined : rule.find === 'shell' ? missingSigns(texts) : missingEndings(texts);
        if (lacks === undefined || lacks.length === 0) continue;
        if (!named.test(name) && (rule.find === 'extension' || !isRefused(module, node, guarding))) continue;
        report({
          module,
          functionIndex: module.functionAround(node),
          node,
          values: { name: name === '' ? 'this list' : name, lacks: lacks.slice(0, 3).join(', ') },
        });
      }
    },
  };
};

interface Test {
  readonly node: number;
  readonly list: number;
}

/** `one in text for one in LIST`, `for one in LIST: if one in text`. */
function eachOfList(module: Module): Test[] {
  const { tree } = module;
  return comparisonsWithIn(module).flatMap(({ node, left }) => {
    if (tree.kind(left) !== Kind.identifier) return [];
    for (let at = tree.parent(node); at >= 0 && tree.kind(at) !== Kind.function_definition; at = tree.parent(at)) {
      const kind = tree.kind(at);
      const clause = kind === Kind.for_statement ? at : tree.childOfKind(at, Kind.for_in_clause);
      if (
        clause < 0 ||
        (kind !== Kind.for_statement && kind !== Kind.generator_expression && kind !== Kind.list_comprehension)
      )
        continue;
      const target = tree.child(clause, Field.left);
      if (tree.kind(target) === Kind.identifier && tree.name(target) === tree.name(left))
        return [{ node, list: tree.child(clause, Field.right) }];
    }
    return [];
  });
}

/** `ending in LIST`, `ending not in LIST`. */
function membership(module: Module): Test[] {
  return comparisonsWithIn(module).map(({ node, right }) => ({ node, list: right }));
}

function comparisonsWithIn({
  tree,
}: Module): { readonly node: number; readonly left: number; readonly right: number }[] {
  const found = [];
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== Kind.comparison_operator) continue;
    const [left = -1, operator = -1, right = -1, more] = tree.children(node);
    const kind = tree.kind(operator);
    if (more === undefined && (kind === Kind["'in'"] || kind === Kind["'not in'"])) found.push({ node, left, right });
  }
  return found;
}

/** Texts of a list, tuple or set, or of the one that a name of the function or the top level stands for. */
function textsOf(module: Module, node: number): readonly string[] | undefined {
  const { tree } = module;
  const kind = tree.kind(node);
  if (kind === Kind.identifier) {
    const at = module.functionAround(node);
    const own =
      at === MODULE ? undefined : module.functionBindings(module.index.functions[at]!).byName.get(tree.name(node));
    const [only, ...more] = own ?? module.bindings.byName.get(tree.name(node)) ?? [];
    const isList = only?.kind === 'value' && more.length === 0 && tree.kind(only.value) !== Kind.identifier;
    return isList ? textsOf(module, only.value) : undefined;
  }
  // A text as a list of characters.
  const text = literalText(tree, node);
  if (text !== undefined) return [...text];
  if (kind !== Kind.list && kind !== Kind.tuple && kind !== Kind.set) return undefined;
  const found = tree.children(node).map((element) => literalText(tree, element));
  return found.length === 0 || found.some((one) => one === undefined) ? undefined : (found as string[]);
}

const signs = [';', '|', '&', '`', '$(', '>', '<', '\n'];

/** Of a list of signs of a shell those it lacks, as they are written; undefined for another list. */
function missingSigns(texts: readonly string[]): string[] | undefined {
  const found = new Set(texts.map((text) => text.trim()));
  const has = (sign: string): boolean =>
    texts.includes(sign) || found.has(sign) || (sign === '$(' && (found.has('$') || found.has('(')));
  const known = [';', '|', '&', '&&', '||', '`', '$(', '$', '>', '<'].filter((sign) => found.has(sign));
  if (known.length < 2 || !(found.has(';') || found.has('|') || found.has('`') || found.has('&&')) || texts.length > 40)
    return undefined;
  if (
    texts.some(
      (text) =>
        /^\w{4,}$/.test(text.trim()) &&
        !/^(?:sudo|curl|wget|bash|eval|exec|chmod|mkfs|reboot|shutdown)$/.test(text.trim()),
    )
  )
    return undefined;
  return signs.filter((sign) => !has(sign)).map((sign) => (sign === '\n' ? 'a line break' : sign));
}

const endings = ['.php', '.phtml', '.html', '.svg', '.jsp', '.asp', '.exe', '.bat', '.cmd', '.sh', '.py', '.js'];

/** Of a list of endings of programs and pages those it lacks; undefined for another list. */
function missingEndings(texts: readonly string[]): string[] | undefined {
  const found = new Set(texts.map((text) => `.${text.replace(/^\./, '').toLowerCase()}`));
  if (!texts.every((text) => /^\.?\w{1,6}$/.test(text))) return undefined;
  return endings.filter((ending) => found.has(ending)).length < 2
    ? undefined
    : endings.filter((ending) => !found.has(ending));
}

/** The test is a condition that refuses, or what a function returns whose name says that it decides. */
function isRefused(module: Module, test: number, guarding: RegExp): boolean {
  const { tree, index } = module;
  let at = tree.parent(test);
  for (; at >= 0; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === Kind.if_statement || kind === Kind.elif_clause)
      return refuses(module, tree.child(at, Field.consequence));
    if (kind === Kind.return_statement) break;
    if (kind === Kind.function_definition || kind === Kind.expression_statement || kind === Kind.assignment)
      return false;
  }
  const around = at < 0 ? MODULE : module.functionAround(at);
  return around !== MODULE && guarding.test(tree.names.text(index.functions[around]!.name));
}
