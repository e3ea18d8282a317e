import { expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { NotebookText } from '../../src/parse/notebook.ts';
import { readNotebook } from '../../src/parse/notebook.ts';

const path = filePath('n.ipynb');

function read(text: string): NotebookText {
  const notebook = readNotebook(path, Buffer.from(text));
  if (!('bytes' in notebook)) throw new Error(JSON.stringify(notebook));
  return notebook;
}

function sourceOf(text: string): string {
  return Buffer.from(read(text).bytes).toString('utf8');
}

function notebookOf(...cells: readonly (string | readonly string[])[]): string {
  return JSON.stringify({ cells: cells.map((source) => ({ cell_type: 'code', source })) });
}

/** What stands in the file where the joined source has `needle`. */
function shownAt(text: string, needle: string): string {
  const notebook = read(text);
  const { line, column } = notebook.map(Buffer.from(notebook.bytes).indexOf(needle));
  return (text.split(/\r\n|\n|\r/)[line - 1] ?? '').slice(column - 1);
}

const saved = `{
 "cells": [
  {
   "cell_type": "markdown",
   "source": ["# not code"]
  },
  {
   "cell_type": "code",
   "outputs": [{"data": {"text/plain": ["\\"source\\": [1]"], "image/png": "aGVs\\\\"}}],
   "source": [
    "import os\\n",
    "name = \\"é\\u00e9😀\\ud83d\\ude00\\"; after = 1\\n",
    "\\tlast"
   ]
  },
  {
   "source": "first = 1\\nsecond = 2\\n\\nthird = 3",
   "cell_type": "code"
  }
 ],
 "metadata": {"kernelspec": {"language": "python", "name": "python3"}},
 "nbformat": 4
}
`;

test('code cells are joined, each ended by a line end', () => {
  expect(sourceOf(saved)).toBe('import os\nname = "éé😀😀"; after = 1\n\tlast\nfirst = 1\nsecond = 2\n\nthird = 3\n');
});

test.each([
  ['import os', 11, 6],
  ['name', 12, 6],
  ['after', 12, 40],
  ['last', 13, 8],
  ['first', 17, 15],
  ['second', 17, 26],
  ['third', 17, 40],
])('%s stands at %i:%i', (needle, line, column) => {
  const notebook = read(saved);
  expect(notebook.map(Buffer.from(notebook.bytes).indexOf(needle))).toEqual({ line, column });
  expect(shownAt(saved, needle)).toMatch(new RegExp(`^${needle}`));
});

test('the ends of lines map to their place in the string', () => {
  const text = notebookOf(['a\n', 'b']);
  const notebook = read(text);
  const at = [1, 3, 4].map((offset) => text.slice(notebook.map(offset).column - 1).slice(0, 3));
  expect(at).toEqual(['\\n"', '"]}', '"]}']);
});

test('a line that the file breaks into several strings is mapped in parts', () => {
  const text = '{"cells":[{"cell_type":"code","source":["a",\n" = b",\r\n"c\\nd","\\n",\r"e"]}]}';
  expect(sourceOf(text)).toBe('a = bc\nd\ne\n');
  const notebook = read(text);
  expect([0, 3, 4, 5, 7, 9].map((offset) => notebook.map(offset).line)).toEqual([1, 2, 2, 3, 3, 4]);
  expect(shownAt(text, 'd')).toBe('d","\\n",');
  expect(shownAt(text, 'bc')).toBe('b",');
});

test('lines end at CR, LF and CRLF; a mark at the start is no column', () => {
  const text = '\ufeff{"cells":\r[{"cell_type":\r\n"code","source":\n"x"}]}';
  expect(read(text).map(0)).toEqual({ line: 4, column: 2 });
  expect(read('\ufeff{"cells":[{"cell_type":"code","source":"x"}]}').map(0)).toEqual({ line: 1, column: 41 });
});

test('format 3 has worksheets and inputs', () => {
  const text = '{"worksheets":[{"cells":[{"cell_type":"code","input":["x = 1"]}]}],"nbformat":3}';
  expect(sourceOf(text)).toBe('x = 1\n');
  expect(shownAt(text, 'x')).toBe('x = 1"]}]}],"nbformat":3}');
});

test('the last of two equal keys counts, as for everybody else who reads it', () => {
  expect(sourceOf('{"cells":[],"cells":[{"cell_type":"code","source":"a","source":"b"}]}')).toBe('b\n');
});

test.each<[string, string]>([
  ['%matplotlib inline', ''],
  ['!pip install x', ''],
  ['?print', ''],
  ['print?', ''],
  ['a.b[0].c?? ;', ''],
  ['  !ls', '  pass'],
  ['files = !ls *.py', 'files = get_ipython()'],
  ['a, b = %timeit -o f()', 'a, b = get_ipython()'],
  ['!ls \\\n  -l\nx', '\n\nx'],
  ['x = (a\n% b)', 'x = (a\n% b)'],
  ['x = a \\\n% b', 'x = a \\\n% b'],
  ['x = """\n!not a magic\n"""\n!magic', 'x = """\n!not a magic\n"""\n'],
  ["x = 'it\\'s ('\n!ls", "x = 'it\\'s ('\n"],
  ['x = 1  # (\n!ls', 'x = 1  # (\n'],
  ['x = "what?"', 'x = "what?"'],
  ['# really?', '# really?'],
  ['x != 1', 'x != 1'],
  ['x %= 2', 'x %= 2'],
  ['"%s" % x', '"%s" % x'],
  ['%%time\nx = 1', '\nx = 1'],
  ['\n%%timeit -n 1\nx = 1', '\n\nx = 1'],
  ['%%capture out\nx = 1', '\nx = 1'],
])('magics: %j becomes %j', (cell, expected) => {
  expect(sourceOf(notebookOf(cell))).toBe(`${expected}\n`);
});

test('behind a magic positions still hold', () => {
  const text = notebookOf(['%load_ext x\n', '  !ls\n', 'danger()']);
  expect(shownAt(text, 'danger')).toMatch(/^danger\(\)/);
  expect(shownAt(text, 'pass')).toMatch(/^ {2}!ls/);
});

test('cells for other programs are left out and named', () => {
  const notebook = read(notebookOf('x', '%%bash -e\nrm x', '%%writefile a.py\ny', 'z'));
  expect(Buffer.from(notebook.bytes).toString()).toBe('x\nz\n');
  expect(notebook.skippedCells).toEqual([
    { path, reason: 'cell-magic', detail: 'cell 2: %%bash' },
    { path, reason: 'cell-magic', detail: 'cell 3: %%writefile' },
  ]);
});

test.each([
  [{ language_info: { name: 'R' } }, true],
  [{ kernelspec: { language: 'julia' } }, true],
  [{ kernelspec: { language: 'python' } }, false],
  [{ language_info: { name: 'ipython3' } }, false],
  [{ kernelspec: { name: 'python3' } }, false],
  [{}, false],
  [undefined, false],
])('metadata %j: another language: %s', (metadata, isOther) => {
  expect('otherLanguage' in readNotebook(path, Buffer.from(JSON.stringify({ cells: [], metadata })))).toBe(isOther);
});

test.each([
  ['', 'is not valid JSON'],
  ['{"cells": [', 'is not valid JSON'],
  ['[]', 'is not a notebook: no object at the top'],
  ['{}', 'is not a notebook: it has no cells'],
  ['{"cells": 1}', 'is not a notebook: it has no cells'],
])('%j %s', (text, wrong) => {
  expect(readNotebook(path, Buffer.from(text))).toEqual({ wrong });
  expect(readNotebook(path, Buffer.from([0xff]))).toEqual({ wrong: 'is not UTF-8' });
});

test('odd cells do not stop the others', () => {
  const cells = [
    1,
    null,
    [],
    {},
    { cell_type: 'code' },
    { cell_type: 'code', source: null },
    { cell_type: 'code', source: [1, 'ok'] },
  ];
  expect(sourceOf(JSON.stringify({ cells, z: [1.5e3, true, null, '\\"'] }))).toBe('ok\n');
});

test('deep and long notebooks take linear time', () => {
  const deep = `{"cells":[{"cell_type":"code","metadata":${'['.repeat(100_000)}${']'.repeat(100_000)},"source":"x"}]}`;
  expect(sourceOf(deep)).toBe('x\n');
  const lines = 'y = "\\t"\n'.repeat(100_000);
  const long = read(notebookOf(lines));
  expect(long.bytes.length).toBe(lines.length);
  expect(long.map(lines.length - 2).line).toBe(1);
}, 5000);
