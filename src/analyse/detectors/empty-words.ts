// BP401, BP402, BP405: comments and docstrings that are missing or add nothing. In: functions, docstrings, comments. Out: a note at a long
// function without a word, at a docstring that repeats the name, or one a file at the first of several comments that repeat the code.
import {
  bareText,
  commentsOf,
  docstringText,
  functionDocstring,
  isDirective,
  isLicenceHeader,
} from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { countStatements } from './own-nodes.ts';
import { calledName } from './written-expression.ts';

const FLAT = 0.6;
const filler = new Set(
  'a an the of for to in on is are be this that it its and or with from by as at if returns return function method class test tests'.split(
    ' ',
  ),
);

export const emptyWords: CreateDetector<'empty-words'> = ({ rule, knowledge, report }) => {
  const lookForLong = (module: Module): void => {
    const { tree, index } = module;
    const comments = commentsOf(module);
    index.functions.forEach((item, functionIndex) => {
      const name = tree.names.text(item.name);
      if (item.name === 0 || name.startsWith('_') || item.parent !== MODULE) return;
      const statements = countStatements(tree, item.body);
      if (statements < (rule.statements ?? Infinity) || functionDocstring(module, functionIndex) >= 0) return;
      const hasComment =
        comments.commentsIn({ start: tree.start(item.node), end: tree.end(item.node) }).length > 0 ||
        comments.commentBefore(item.node) !== undefined;
      if (hasComment || isFlat(module, item.body)) return;
      report({
        module,
        functionIndex,
        node: item.node,
        values: { function: name, count: statements, text: '' },
        rank: { numberKnown: true },
      });
    });
  };

  const lookForRepeats = (module: Module): void => {
    const { tree, index } = module;
    index.functions.forEach((item, functionIndex) => {
      const doc = item.name === 0 ? -1 : functionDocstring(module, functionIndex);
      if (doc < 0 || knowledge.role(module, functionIndex) === 'test') return;
      const text = docstringText(module, doc).trim();
      const name = tree.names.text(item.name);
      const words = wordsOf(text);
      if (words.length === 0 || text.length > 60 || text.includes('\n')) return;
      const known = new Set(wordsOf(`${name} ${parameters(module, item.parameters)} ${owner(module, item.methodOf)}`));
      if (!words.every((word) => known.has(word))) return;
      report({ module, functionIndex, node: doc, values: { function: name, count: 1, text } });
    });
  };

  /** Comments all of whose words stand in the statement below. */
  const lookForRestated = (module: Module): void => {
    const starts = statementsByLine(module);
    const restated = commentsOf(module).blocks.filter((block) => {
      if (
        !block.ownLine ||
        block.comments.length > 2 ||
        block.comments.some(({ text }) => isDirective(text)) ||
        isLicenceHeader(module, block)
      )
        return false;
      const statement = starts.get(block.lastLine + 1);
      const words = wordsOf(block.comments.map(({ text }) => bareText(text)).join(' '));
      if (statement === undefined || words.length < 2) return false;
      const code = new Set(wordsOf(textOf(module, statement)));
      return words.every((word) => code.has(word));
    });
    const [first] = restated;
    if (first === undefined || restated.length < (rule.comments ?? Infinity)) return;
    const node = starts.get(first.lastLine + 1)!;
    report({
      module,
      functionIndex: module.functionAround(node),
      node,
      range: { start: first.start, end: first.end },
      values: { function: '', count: restated.length, text: first.text.replaceAll('\n', ' ') },
      related: restated
        .slice(1, 11)
        .map((block) => ({ module, node: starts.get(block.lastLine + 1)!, message: 'repeated here too' })),
      groupKey: module.path,
      rank: { numberKnown: true },
    });
  };

  const find = { 'long-function': lookForLong, 'repeats-name': lookForRepeats, 'restates-code': lookForRestated }[
    rule.find
  ];
  return {
    module: (module) => {
      if (!knowledge.context(module).kinds.includes('generated')) find(module);
    },
  };
};

/** Words of names and text, in lower case, cut to their stems, without fillers. */
function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z][a-z\d]*/g) ?? []
  )
    .filter((word) => !filler.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/, ''))
    .filter((word) => word.length > 1);
}

function parameters({ tree }: Module, node: number): string {
  let text = '';
  for (let inner = node; node >= 0 && inner < tree.next(node); inner++)
    if (tree.kind(inner) === Kind.identifier) text += ` ${tree.text(inner)}`;
  return text;
}

function owner(module: Module, classIndex: number): string {
  return classIndex === MODULE ? '' : module.qualifiedClassName(classIndex);
}

/** The names and texts of a statement's first line's code; of a compound statement its header. */
function textOf({ tree }: Module, statement: number): string {
  let text = '';
  for (let node = statement; node < tree.next(statement); node++) {
    if (tree.kind(node) === Kind.block) break;
    const kind = tree.kind(node);
    if (kind === Kind.identifier || kind === Kind.string || kind === Kind.integer) text += ` ${tree.text(node)}`;
  }
  return `${text} ${tree.kind(statement) === Kind.return_statement ? 'return' : ''}`;
}

/** Statements by the line they begin on; the outermost of a line. */
function statementsByLine({ tree }: Module): Map<number, number> {
  const found = new Map<number, number>();
  for (let node = 0; node < tree.size; node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.block && kind !== Kind.module) continue;
    for (const statement of tree.children(node))
      if (!found.has(tree.lineOf(statement))) found.set(tree.lineOf(statement), statement);
  }
  return found;
}

/** Most statements have one shape: a parser's table, a formatter. */
function isFlat({ tree }: Module, body: number): boolean {
  const shapes = new Map<string, number>();
  let all = 0;
  for (let block = body; block < tree.next(body); block++) {
    if (tree.kind(block) !== Kind.block) continue;
    for (const statement of tree.children(block)) {
      const inner = tree.kind(statement) === Kind.expression_statement ? statement + 1 : statement;
      const call = tree.kind(inner) === Kind.assignment ? tree.child(inner, Field.right) : inner;
      const name = call >= 0 && tree.kind(call) === Kind.call ? calledName(tree, call) : '';
      const shape = `${tree.kind(inner)} ${name}`;
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      all++;
    }
  }
  return Math.max(0, ...shapes.values()) >= all * FLAT;
}
