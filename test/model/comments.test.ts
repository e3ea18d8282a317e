import { describe, expect, test } from 'vitest';
import {
  commentReasons,
  commentsOf,
  docstring,
  docstringText,
  functionDocstring,
  hasReason,
} from '../../src/model/comments.ts';
import { functionOf, moduleOf } from './project-of.ts';

describe('own-line comments', () => {
  test.each<[name: string, text: string, own: boolean[]]>([
    ['first line', '# a\nx = 1  # b\n', [true, false]],
    ['nothing but a comment', '# a', [true]],
    ['indented, first in a body', 'def f():\n    # a\n    return 1  # b\n    # c\n', [true, false, true]],
    ['closing bracket before', 'f(\n    1,  # a\n    # b\n)  # c\n', [false, true, false]],
    ['brackets that close after an inner one', 'x = [\n  (1,\n  # a\n  )]  # b\n', [true, false]],
    ['else and try', 'try:  # a\n    pass\nelse:  # b\n    pass\n', [false, false]],
    ['end of a long string', 'x = """\n# no comment\n"""  # a\n', [false]],
    ['semicolon', 'x = 1;  # a\n', [false]],
    ['carriage returns', 'x = 1\r\n# a\r\nf()  # b\r\n', [true, false]],
    ['text that is not ASCII', 'x = "äöü"  # ä\n    # ö\n', [false, true]],
    ['broken code', 'def f(:\n  # a\n  x = (1 # b\n', [true, false]],
  ])('%s', (_, text, own) => {
    const { module } = moduleOf(text);
    expect(commentsOf(module).comments.map((comment) => comment.ownLine)).toEqual(own);
  });
});

describe('blocks', () => {
  const { module } = moduleOf('# a\n# b\nx = 1  # c\n# d\n\n# e\n@deco\ndef f():\n    pass\n');
  const { blocks, commentBefore, commentOnLine, commentsIn } = commentsOf(module);
  test('runs of own lines, and trailing comments alone', () => {
    expect(blocks.map(({ text, firstLine, lastLine, ownLine }) => [text, firstLine, lastLine, ownLine])).toEqual([
      ['a\nb', 1, 2, true],
      ['c', 3, 3, false],
      ['d', 4, 4, true],
      ['e', 6, 6, true],
    ]);
  });
  test('before a node, above its decorators', () => {
    expect(commentBefore(module.index.assignments[0]!)?.text).toBe('a\nb');
    expect(commentBefore(module.index.functions[0]!.node)?.text).toBe('e');
    expect(commentBefore(module.index.functions[0]!.decorated)?.text).toBe('e');
  });
  test('a trailing comment is not before the next line', () => {
    const other = moduleOf('x = 1  # c\ny = 2\n').module;
    expect(commentsOf(other).commentBefore(other.index.assignments[1]!)).toBeUndefined();
  });
  test('on a line, in a range', () => {
    expect(commentOnLine(3)?.text).toBe('# c');
    expect(commentOnLine(5)).toBeUndefined();
    expect(commentsIn({ start: 4, end: 18 }).map((comment) => comment.text)).toEqual(['# b', '# c']);
  });
});

describe('reasons', () => {
  test.each<[text: string, reason: boolean]>([
    ['lookup servers created by the multi-create request.', false],
    ['Since API version 2.34 the call always succeeds', true],
    ['wait, otherwise the next step fails', true],
    ['Verify that it succeeded as the instance is gone', true],
    ['see bug #1718455', true],
    ['bpo-1234', true],
    ['https://example.org/issues/1', true],
    ['https://example.org/guide', false],
    ['mustard and bracelets', false],
    ['step #1', false],
    ['the current racks', false],
  ])('%s', (text, reason) => {
    expect(hasReason(text)).toBe(reason);
  });

  const header = '#!/usr/bin/env python\n# Copyright 2020 A\n# You must obey, because it is the law.\n\n';
  test('a licence header and directives are no blocks', () => {
    const four = 'a = 1  # because of b\n# c\nd = 2  # e\nf = 3  # noqa: E501\n# g\n';
    expect(commentReasons(moduleOf(header + four).module)).toBeUndefined();
    expect(commentReasons(moduleOf(`${header}${four}h = 1  # i\n`).module)).toEqual({ withReason: 1, blocks: 5 });
  });
});

describe('docstrings', () => {
  test.each<[name: string, text: string, expected: string | undefined]>([
    ['plain', 'def f():\n    """One.\n\n    Two."""\n', 'One.\n\n    Two.'],
    ['below a comment', "def f():\n    # c\n    'One'\n", 'One'],
    ['raw', 'def f():\n    r"One\\d"\n', 'One\\d'],
    ['joined', 'def f():\n    "One " "two"\n', 'One two'],
    ['f-string', 'def f():\n    f"One"\n', undefined],
    ['bytes', 'def f():\n    b"One"\n', undefined],
    ['an expression', 'def f():\n    "One".strip()\n', undefined],
    ['second statement', 'def f():\n    pass\n    "One"\n', undefined],
    ['on the header line', 'def f(): "One"\n', 'One'],
  ])('%s', (_, text, expected) => {
    const { module } = moduleOf(text);
    const node = functionDocstring(module, functionOf(module, 'f'));
    expect(node < 0 ? undefined : docstringText(module, node)).toBe(expected);
  });

  test('of modules and classes', () => {
    const { module } = moduleOf('# c\n"""Module."""\nclass A:\n    """Class."""\n');
    expect(docstringText(module, docstring(module, 0))).toBe('Module.');
    expect(docstringText(module, docstring(module, module.index.classes[0]!.node))).toBe('Class.');
    expect(docstring(moduleOf('').module, 0)).toBe(-1);
  });
});
