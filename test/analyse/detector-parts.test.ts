// Pieces that several detectors share: names as the code writes them, calls of clients, comments and their places.
import { describe, expect, test } from 'vitest';
import { createClientCalls, isListLike } from '../../src/analyse/detectors/client-calls.ts';
import { nodeAtComment } from '../../src/analyse/detectors/comment-place.ts';
import { countStatements, ownNodes } from '../../src/analyse/detectors/own-nodes.ts';
import { argumentsOf, literalText, written } from '../../src/analyse/detectors/written-expression.ts';
import type { Module } from '../../src/model/module.ts';
import { Kind } from '../../src/parse/lowered-tree.ts';
import { moduleOf } from '../model/project-of.ts';

/** The expression of the only statement. */
function expression(text: string): { module: Module; node: number } {
  const { module } = moduleOf(`${text}\n`);
  return { module, node: 2 };
}

describe('as the code writes it', () => {
  test.each([
    ['cache.flush(1, x=2)', 'cache.flush()'],
    ["answer['id']", 'answer["id"]'],
    ['args[0]', 'args[0]'],
    ['make().run()', 'make().run()'],
    ["''.join(x)", 'join()'],
    ['await queue.get()', 'queue.get()'],
    ['x + y', ''],
    [`a.${'b'.repeat(80)}()`, ''],
  ])('%s', (text, expected) => {
    const { module, node } = expression(text);
    expect(written(module.tree, node)).toBe(expected);
  });

  test.each([
    ['"a" \'b\'', 'ab'],
    ['f"a"', 'a'],
    ['f"{a}"', undefined],
    ['name', undefined],
  ])('literal %s', (text, expected) => {
    const { module, node } = expression(text);
    expect(literalText(module.tree, node)).toBe(expected);
  });

  test('arguments', () => {
    const { module, node } = expression('f(1, *rest, x=2, **more)');
    const { positional, keywords, hasSplat } = argumentsOf(module.tree, node);
    expect([positional.length, [...keywords.keys()], hasSplat]).toEqual([1, ['x'], true]);
  });
});

test('own nodes leave out nested functions, classes and lambdas', () => {
  const { module } = moduleOf('a()\ndef f():\n    b()\nclass C:\n    c()\nd(lambda: e())\n');
  const calls = ownNodes(module.tree, 0, Kind.call).map((call) => written(module.tree, call));
  expect(calls).toEqual(['a()', 'd()']);
});

test('statements are counted with nested ones', () => {
  const { module } = moduleOf('def f():\n    a = 1\n    for b in c:\n        if d:\n            e()\n    return a\n');
  expect(countStatements(module.tree, module.index.functions[0]!.body)).toBe(5);
});

describe('calls of clients', () => {
  test.each([
    ['self.api.get_server(1)', 'get_server'],
    ['image_client.list_images()', 'list_images'],
    ['mock_client.list_images()', undefined],
    ['self.mocks.api.get_server(1)', undefined],
    ['self.api.start()', undefined],
    ['get_server(1)', undefined],
    ['make().api.get_server(1)', undefined],
  ])('%s', (text, method) => {
    const { module, node } = expression(text);
    // One test for one run: it remembers names by the run's numbers.
    const clientCall = createClientCalls({ receiver: '^api$|_client$', fakes: 'mock', verb: '^(?:get|list)_' });
    expect(clientCall(module, node)?.method).toBe(method);
  });

  test.each([
    ['get_servers', true],
    ['list_server', true],
    ['get_server', false],
    ['get_status', false],
    ['get_address', false],
  ])('list of %s', (method, expected) => expect(isListLike(method)).toBe(expected));
});

test('a comment stands at the statement below it, at the end of a block at the last one', () => {
  const text = '# one\na()\ndef f():\n    # two\n    b()\n    if c:\n        d()\n        # three\n    e()\n# four\n';
  const { module } = moduleOf(text);
  const lines = [...text.matchAll(/#/g)].map((match) => module.tree.lineOf(nodeAtComment(module, match.index)));
  expect(lines).toEqual([2, 5, 7, 3]);
});

test('raises and assertions are indexed in file order', () => {
  const { module } = moduleOf('assert a\ndef f():\n    raise b\n    assert c\n');
  const lines = (nodes: readonly number[]): number[] => nodes.map((node) => module.tree.lineOf(node));
  expect([lines(module.index.raises), lines(module.index.asserts)]).toEqual([[3], [1, 4]]);
});
