// BP403: comments that hold code somebody switched off. In: runs of own-line comments. Out: a note at each run.
// The comment's text is parsed as Python; what parses by accident (one word, a plain `x = y`) does not count.
import { bareText, commentsOf, hasReason, isDirective, isLicenceHeader } from '../../model/comments.ts';
import type { CommentBlock } from '../../model/comments.ts';
import type { Module } from '../../model/module.ts';
import { todoComment } from '../../model/todo-comment.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { SnippetParser } from '../../parse/snippet.ts';
import { withoutLines } from '../repairs/line-edits.ts';
import { nodeAtComment } from './comment-place.ts';
import type { CreateDetector } from './detector.ts';

// A cheap look before anything is parsed: brackets, an assignment, a keyword that starts or ends a statement.
const looksLikeCode =
  /^#+\s*(?:[\w.[\]'"]+(?:,\s*[\w.[\]'"]+)*\s*[-+*/|]?=[^=]|[\w.]+\(|(?:import|from|return|raise|assert|del|yield|await|with|for|while|if|elif|else|try|except|finally|def|class|async|@)\b.*|@\w)/;
const MAX_PROSE_SHARE = 1 / 3;
const OWNED_LINES = 5;
// Words of a sentence that says why code is off.
const explaining =
  /\b(?:not|no longer|never|fails?|failing|broken|breaks?|too|until|only|once|when|temporar\w+|uncomment|currently|slow|expensive|debug(?:ging)?|neither|disabled|performance|\w+n't)\b/i;

export const commentedOutCode: CreateDetector<'commented-out-code'> = (context) => {
  const { rule, knowledge } = context;
  const prose = new RegExp(rule.prose, 'iu');

  const explains = (text: string): boolean => hasReason(text) || explaining.test(text);

  const look = (module: Module, block: CommentBlock, before: CommentBlock | undefined): boolean => {
    if (!block.ownLine || block.comments.length < rule.statements) return false;
    if (block.comments.filter((comment) => looksLikeCode.test(comment.text)).length < rule.statements) return false;
    if (prose.test(block.text)) return false;
    if (block.comments.some((comment) => isDirective(comment.text)) || isLicenceHeader(module, block)) return false;
    const code = readCode(block, knowledge.parseSnippet, explains);
    if (code === undefined || code.statements < rule.statements) return false;
    // Two blocks with an empty line between them are one remark.
    if (before !== undefined && explains(before.text.replaceAll('\n', ' '))) return false;
    const node = nodeAtComment(module, block.start);
    context.report({
      module,
      functionIndex: module.functionAround(node),
      node,
      range: { start: block.start, end: block.end },
      values: { lines: code.lines, statements: code.statements, first: code.first },
      // A sentence among the lines may be worth keeping.
      repair: code.hasText ? undefined : { edits: [withoutLines(module.tree, block)], safe: false },
    });
    return true;
  };
  return {
    module: (module) => {
      const candidates = module.tree.comments.texts.filter((text) => looksLikeCode.test(text));
      if (candidates.length < rule.statements) return;
      let before: CommentBlock | undefined;
      let found = false;
      // Last line of the last remark with an owner or issue: what stands close below it belongs to it.
      let owned = -Infinity;
      for (const block of commentsOf(module).blocks) {
        const near = before !== undefined && before.ownLine && block.firstLine - before.lastLine <= 2;
        // What goes on below an empty line belongs to the note above it.
        if (block.comments.some((comment) => todoComment(comment.text)?.owned === true)) owned = block.lastLine;
        if (block.firstLine - owned <= OWNED_LINES) continue;
        found = (near && found) || look(module, block, near ? before : undefined);
        before = block;
      }
    },
  };
};

interface CommentedCode {
  readonly lines: number;
  readonly statements: number;
  /** The first statement, as far as it can be written short. */
  readonly first: string;
  readonly hasText: boolean;
}

/** The code of a block; undefined if it is text, or text about code. */
function readCode(
  block: CommentBlock,
  parse: SnippetParser,
  explains: (text: string) => boolean,
): CommentedCode | undefined {
  const lines = block.comments.map((comment) => comment.text.replace(/^#+ ?/, '').trimEnd());
  const filled = lines.filter((line) => line !== '');
  const isCode = lines.map((line, i) => line !== '' && !isProse(line, block.comments[i]!.text));
  const code = dedent(lines.map((line, i) => (isCode[i] ? line : '')));
  const talk = filled.length - isCode.filter(Boolean).length;
  if (talk > filled.length * MAX_PROSE_SHARE) return undefined;
  const text = lines.filter((line, i) => line !== '' && !isCode[i]);
  // A sentence that leads to code explains it; one with a reason, an owner or a link says why it waits.
  if (text.some((line) => /[:,]$/.test(line)) || explains(text.join(' '))) return undefined;
  // A remark inside the code.
  if (lines.some((line, i) => isCode[i] && / # .* \w/.test(line))) return undefined;
  const tree = parse(`${code.join('\n')}\n`);
  if (tree === undefined || hasError(tree)) return undefined;
  const counted: number[] = [];
  const covered = new Set<number>();
  for (let node = 1; node < tree.size; node++) {
    if (!counts(tree, node)) continue;
    counted.push(node);
    for (let line = tree.lineOf(node); line <= tree.line(Math.max(tree.start(node), tree.end(node) - 1)); line++)
      covered.add(line);
  }
  // Values alone, or names for types alone, are notes about what comes next.
  if (counted.every((node) => isNote(tree, node))) return undefined;
  if (counted.length === 0 || filled.length - covered.size > filled.length * MAX_PROSE_SHARE) return undefined;
  return {
    lines: filled.length,
    statements: counted.length,
    first: firstWords(tree, counted[0]!, code),
    hasText: talk > 0,
  };
}

// Words without an operator between them, or a sentence: capital letter, full stop, no bracket.
function isProse(line: string, comment: string): boolean {
  if (looksLikeCode.test(comment))
    return /^\s*(?:if|for|while|with|from|import|return|raise|assert|else|try|except|del|class|finally|yield|def)\b[^=()[\]:]*\b(?:the|a|an|is|are|we|this|it|to|of|and)\b[^=()[\]]*$/i.test(
      line,
    );
  // A line of its own that only continues code above has a bracket, a comma or an operator.
  return (
    !/^\s*(?:["'([{\])}]|[\w.'"[\]]+\s*(?:[,=(:)\]}]|$)|\*|pass\b|break\b|continue\b|\.)/.test(line) ||
    /^\s*[A-Z][a-z]+ [a-z]+/.test(line)
  );
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common));
}

function hasError(tree: LoweredTree): boolean {
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === Kind.ERROR || tree.isMissing(node)) return true;
  return false;
}

/** A statement that nobody writes as a sentence. */
function counts(tree: LoweredTree, node: number): boolean {
  switch (tree.kind(node)) {
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.raise_statement:
    case Kind.assert_statement:
    case Kind.delete_statement:
    case Kind.for_statement:
    case Kind.while_statement:
    case Kind.if_statement:
    case Kind.try_statement:
    case Kind.with_statement:
    case Kind.function_definition:
    case Kind.class_definition:
      return true;
    case Kind.return_statement:
      return tree.next(node) > node + 1 && tree.kind(node + 1) !== Kind.identifier;
    case Kind.expression_statement:
      return isAct(tree, node + 1);
    default:
      return false;
  }
}

function isAct(tree: LoweredTree, expression: number): boolean {
  let node = expression;
  if (tree.kind(node) === Kind.await) node += 1;
  if (tree.kind(node) === Kind.call) return tree.kind(tree.child(node, Field.function)) === Kind.attribute;
  if (tree.kind(node) !== Kind.assignment && tree.kind(node) !== Kind.augmented_assignment) return false;
  const value = tree.child(node, Field.right);
  const made: readonly number[] = [
    Kind.call,
    Kind.attribute,
    Kind.list,
    Kind.tuple,
    Kind.dictionary,
    Kind.set,
    Kind.list_comprehension,
    Kind.dictionary_comprehension,
    Kind.subscript,
    Kind.await,
  ];
  return value >= 0 && made.includes(tree.kind(value));
}

/** `tp = [0, 1, 1]`, `Dates = Union[Column, List[Column]]`. */
function isNote(tree: LoweredTree, statement: number): boolean {
  const assignment = statement + 1;
  if (tree.kind(statement) !== Kind.expression_statement || tree.kind(assignment) !== Kind.assignment) return false;
  const value = tree.child(assignment, Field.right);
  if (tree.kind(value) === Kind.subscript) {
    const isType = (node: number): boolean => /^[A-Z][a-z]\w*$/.test(tree.text(node));
    return isType(tree.child(assignment, Field.left)) && isType(tree.child(value, Field.value));
  }
  if (tree.kind(value) !== Kind.list && tree.kind(value) !== Kind.tuple) return false;
  const literals: readonly number[] = [Kind.integer, Kind.float, Kind.unary_operator, Kind.true, Kind.false, Kind.none];
  const entries = tree.children(value);
  return entries.length > 0 && entries.every((entry) => literals.includes(tree.kind(entry)));
}

const MAX_FIRST = 40;

/** The statement's first line, cut. */
function firstWords(tree: LoweredTree, node: number, code: readonly string[]): string {
  const line = bareText(code[tree.lineOf(node) - 1]!);
  return line.length <= MAX_FIRST ? line : `${line.slice(0, MAX_FIRST).replace(/\W*\w*$/, '')}...`;
}
