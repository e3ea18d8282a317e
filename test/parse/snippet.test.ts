// Parsing texts that are in memory: several with one parser, broken ones, names.
import { expect, test } from 'vitest';
import { Kind } from '../../src/parse/lowered-tree.ts';
import { createSnippetParser } from '../../src/parse/snippet.ts';

test('gives a tree with names and positions', () => {
  const tree = createSnippetParser()('x = 1\ny.close()\n')!;
  const identifiers = Array.from({ length: tree.size }, (_, node) => node).filter(
    (node) => tree.kind(node) === Kind.identifier,
  );
  expect(identifiers.map((node) => tree.text(node))).toEqual(['x', 'y', 'close']);
  expect(identifiers.map((node) => tree.lineOf(node))).toEqual([1, 2, 2]);
});

test('keeps the trees of earlier texts readable', () => {
  const parse = createSnippetParser();
  const first = parse('first()\n')!;
  const second = parse('second()\n')!;
  expect([first, second].map((tree) => tree.text(tree.size - 2))).toEqual(['first', 'second']);
});

test('shows what is no Python as an error', () => {
  const tree = createSnippetParser()('Return the server once it is open.\n')!;
  expect(Array.from({ length: tree.size }, (_, node) => tree.kind(node))).toContain(Kind.ERROR);
});
