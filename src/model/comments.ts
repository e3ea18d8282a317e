// A module's comments and docstrings: which stand alone on their lines, which belong together, which give a reason.
// In: a module. Out: comments, blocks, answers about nodes and lines. Leaves alone: what a comment asks for (TODO, noqa).
import type { ByteRange } from '../base/region.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import type { Module } from './module.ts';

export interface Comment extends ByteRange {
  /** With its `#`. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/** Own-line comments on consecutive lines, or one trailing comment. */
export interface CommentBlock extends ByteRange {
  readonly comments: readonly Comment[];
  readonly firstLine: number;
  readonly lastLine: number;
  readonly ownLine: boolean;
  /** The lines without `#` and the blanks around, joined by LF. */
  readonly text: string;
}

export interface ModuleComments {
  /** In file order. */
  readonly comments: readonly Comment[];
  readonly blocks: readonly CommentBlock[];
  /** The block whose last line is the one above the node's first (above the decorators of a decorated definition). */
  readonly commentBefore: (node: number) => CommentBlock | undefined;
  readonly commentOnLine: (line: number) => Comment | undefined;
  /** Comments that start in a range of bytes. */
  readonly commentsIn: (range: ByteRange) => readonly Comment[];
}

const views = new WeakMap<Module, ModuleComments>();

/** The comments of a module; computed at the first call. */
export function commentsOf(module: Module): ModuleComments {
  let view = views.get(module);
  if (view === undefined) views.set(module, (view = readComments(module.tree)));
  return view;
}

/** Gives back what `commentsOf` computed; it is computed again when it is asked for again. */
export function forgetComments(module: Module): void {
  views.delete(module);
}

function readComments(tree: LoweredTree): ModuleComments {
  const { ranges, texts } = tree.comments;
  const standsAlone = createOwnLineTest(tree);
  const comments: Comment[] = texts.map((text, i) => {
    const start = ranges[2 * i]!;
    const line = tree.line(start);
    return { text, start, end: ranges[2 * i + 1]!, line, ownLine: standsAlone(tree.lineStarts[line - 1]!, start) };
  });
  const blocks = toBlocks(comments);
  // Most modules are asked for their blocks only.
  let atLine: ReadonlyMap<number, Comment> | undefined;
  let endingAt: ReadonlyMap<number, CommentBlock> | undefined;
  return {
    comments,
    blocks,
    commentBefore: (node) => {
      const parent = tree.kind(node) === Kind.module ? -1 : tree.parent(node);
      const outer = parent >= 0 && tree.kind(parent) === Kind.decorated_definition ? parent : node;
      endingAt ??= new Map(blocks.filter((block) => block.ownLine).map((block) => [block.lastLine, block]));
      return endingAt.get(tree.lineOf(outer) - 1);
    },
    commentOnLine: (line) => (atLine ??= new Map(comments.map((comment) => [comment.line, comment]))).get(line),
    commentsIn: ({ start, end }) => comments.filter((comment) => comment.start >= start && comment.start < end),
  };
}

/**
 * A test for "nothing but blanks between a line's start and a comment", asked in file order.
 * Code before a comment means that a node starts there, or that the innermost node around the line's start ends there
 * (a closing bracket). A token that has no node and no bracket in front (a lone comma) goes unseen: the one inexact case.
 * The cursor only moves forward, so all comments of a file cost one walk along the paths to them.
 */
function createOwnLineTest(tree: LoweredTree): (lineStart: number, comment: number) => boolean {
  // Nodes around the line's start, outermost first, and for each the next child to look at.
  const around: number[] = [];
  const cursor: number[] = [];
  const enter = (node: number): void => {
    around.push(node);
    cursor.push(node + 1);
  };
  return (lineStart, comment) => {
    if (tree.size === 0) return true;
    if (around.length === 0) {
      if (tree.start(0) >= lineStart) return tree.start(0) >= comment;
      enter(0);
    }
    while (around.length > 1 && tree.end(around.at(-1)!) <= lineStart) {
      around.pop();
      cursor.pop();
    }
    for (;;) {
      const top = around.length - 1;
      const end = tree.next(around[top]!);
      let child = cursor[top]!;
      while (child < end && tree.end(child) <= lineStart) child = tree.next(child);
      cursor[top] = child;
      if (child >= end || tree.start(child) >= lineStart) {
        const startsHere = child < end && tree.start(child) < comment;
        return !startsHere && (top === 0 || tree.end(around[top]!) > comment);
      }
      enter(child);
    }
  };
}

function toBlocks(comments: readonly Comment[]): CommentBlock[] {
  const blocks: CommentBlock[] = [];
  for (let i = 0; i < comments.length;) {
    const first = i++;
    if (comments[first]!.ownLine) {
      while (i < comments.length && comments[i]!.ownLine && comments[i]!.line === comments[i - 1]!.line + 1) i++;
    }
    const run = comments.slice(first, i);
    blocks.push({
      comments: run,
      start: run[0]!.start,
      end: run.at(-1)!.end,
      firstLine: run[0]!.line,
      lastLine: run.at(-1)!.line,
      ownLine: run[0]!.ownLine,
      get text() {
        return run.map((comment) => bareText(comment.text)).join('\n');
      },
    });
  }
  return blocks;
}

/** A comment's text without `#` and blanks around. */
export function bareText(comment: string): string {
  return comment.replace(/^#+[:!]?/, '').trim();
}

// Words of a comment that tells why, not what (practices-catalogue.md, BP408).
const reasonWords = new RegExp(
  [
    String.raw`\b(?:because|since|so that|otherwise|to avoid|in order to|due to|needed|needs? to|wants? to|ensures?|make sure|must`,
    'workarounds?|work around|unless|as (?:the|it|we)|if we|why|instead|therefore|hence|however|even if|races?|racy',
    String.raw`requires?|required|prevents?|guarantees?|guaranteed)\b`,
  ].join('|'),
  'i',
);
const trackerReference =
  /\b(?:bugs?|issues?|tickets?|bpo|gh|lp|rhbz|closes|fixes|pr)\b[\s:#-]*#?\d+|(?:^|[\s(])#\d{2,}\b|https?:\/\/\S*(?:bug|issue|ticket|pull)/i;

/** True if a comment's or docstring's text gives a reason, by its words. */
export function hasReason(text: string): boolean {
  return reasonWords.test(text) || trackerReference.test(text);
}

const directive =
  /^(?:!|-\*-|noqa\b|type:|pragma\b|pylint:|fmt:|ruff:|isort:|mypy:|pyright:|yapf:|flake8:|nosec\b|nosemgrep\b|pyverdict:|coding[:=]|vim?:)/i;
const licence = /\blicen[cs]ed?\b|\bcopyright\b|\(c\)\s*\d{4}|spdx-|all rights reserved/i;

/** True for a comment that talks to a tool: `noqa`, `type: ignore`, a shebang, an encoding. */
export function isDirective(comment: string): boolean {
  return directive.test(comment.replace(/^#+\s*/, ''));
}

/** True for a block above the first statement that speaks of a licence or copyright. */
export function isLicenceHeader(module: Module, block: CommentBlock): boolean {
  const { tree } = module;
  return (tree.size < 2 || block.end <= tree.start(1)) && licence.test(block.text);
}

/** Texts of the comments above a module's first statement, its docstring included among the statements. */
export function commentsBeforeCode({ tree }: Module): readonly string[] {
  const { ranges, texts } = tree.comments;
  const code = tree.size < 2 ? Infinity : tree.start(1);
  let count = 0;
  while (count < texts.length && ranges[2 * count]! < code) count++;
  return texts.slice(0, count);
}

const MIN_BLOCKS = 5;

/** How many of a module's comment blocks give a reason; undefined below five blocks. Licence headers and directives do not count. */
export function commentReasons(module: Module): { readonly withReason: number; readonly blocks: number } | undefined {
  // Most files have fewer comments than that: they need no walk.
  if (module.tree.comments.texts.length < MIN_BLOCKS) return undefined;
  // Asked of every file for a statistic: the view is not kept for that.
  const blocks = (views.get(module) ?? readComments(module.tree)).blocks.filter(
    (block) =>
      block.comments.some((comment) => !isDirective(comment.text) && bareText(comment.text) !== '') &&
      !isLicenceHeader(module, block),
  );
  if (blocks.length < MIN_BLOCKS) return undefined;
  return {
    withReason: blocks.filter((block) => hasReason(block.text.replaceAll('\n', ' '))).length,
    blocks: blocks.length,
  };
}

/** The docstring's string node of a module (node 0), class or function, or -1. Bytes and f-strings are none. */
export function docstring({ tree }: Module, node: number): number {
  if (tree.size === 0) return -1;
  const body = tree.kind(node) === Kind.module ? node : tree.child(node, Field.body);
  if (body < 0 || tree.next(body) <= body + 1) return -1;
  const statement = body + 1;
  if (tree.kind(statement) !== Kind.expression_statement) return -1;
  const value = statement + 1;
  if (value >= tree.next(statement) || tree.next(value) !== tree.next(statement)) return -1;
  if (tree.kind(value) === Kind.concatenated_string) return value;
  // A string with interpolation is no leaf.
  if (tree.kind(value) !== Kind.string || tree.next(value) !== value + 1) return -1;
  return /^[a-z]*[bf]/i.test(tree.text(value)) ? -1 : value;
}

/** Docstring of a function of the module. */
export function functionDocstring(module: Module, functionIndex: number): number {
  return docstring(module, module.index.functions[functionIndex]!.node);
}

/** Docstring of a class of the module. */
export function classDocstring(module: Module, classIndex: number): number {
  return docstring(module, module.index.classes[classIndex]!.node);
}

/** Text between a docstring's quotes, escapes as written. '' for -1, and for a text of more than 4096 bytes, which is not kept. */
export function docstringText({ tree }: Module, node: number): string {
  if (node < 0) return '';
  const parts = tree.kind(node) === Kind.concatenated_string ? tree.children(node) : [node];
  return parts.map((part) => tree.text(part).replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, '$2')).join('');
}
