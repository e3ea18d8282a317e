import { describe, expect, test } from 'vitest';
import { harmfulOperands } from '../../src/parse/templates/harm.ts';
import type { TemplateLanguage } from '../../src/parse/templates/language.ts';
import { isPage, languageOf } from '../../src/parse/templates/language.ts';
import { readTemplate } from '../../src/parse/templates/read-template.ts';

const placesIn = (text: string, language: TemplateLanguage = 'braces'): string[] =>
  readTemplate(text, language).outputs.map(({ place, written }) => {
    if (place.in === 'attribute') return `${written}: ${place.name}=${place.quote}${place.isFirst ? '^' : ''}`;
    return place.in === 'script' ? `${written}: script${place.quote}` : `${written}: ${place.in}`;
  });

const harmIn = (text: string, language: TemplateLanguage = 'braces', escapes = true): string[] => {
  const facts = readTemplate(text, language);
  return facts.outputs.flatMap((output) =>
    harmfulOperands(output, facts, escapes).map(
      ({ operand, harm }) => `${harm} ${operand.path?.join('.') ?? operand.text}`,
    ),
  );
};

describe('where an expression stands', () => {
  test.each<[text: string, place: string]>([
    ['<p>{{ x }}</p>', 'x: text'],
    ['<a href="{{ x }}">', 'x: href="^'],
    ["<a href='/find?q={{ x }}'>", "x: href='"],
    ['<a href={{ x }}>', 'x: href=^'],
    ['<a class = a{{ x }}>', 'x: class='],
    ['<A HREF="{{ x }}">', 'x: href="^'],
    ['<input {{ x }}>', 'x: tag'],
    ['<br/><b>{{ x }}', 'x: text'],
    ['<!-- <a href="{{ x }}"> -->', 'x: comment'],
    ['<script>let a = {{ x }};</script>', 'x: script'],
    ['<script>let a = "\\"{{ x }}";</script>', 'x: script"'],
    ["<script>// it's\nlet a = {{ x }};</script>", 'x: script'],
    ['<script>/* " */ let a = `{{ x }}`;</script>', 'x: script`'],
    ['<script>// {{ x }}\n</script>', 'x: comment'],
    ['<script>a < b; if (a</b/) {}</script><p>{{ x }}', 'x: text'],
    ['<script type="text/template"><p>{{ x }}', 'x: text'],
    ['<script type="module">{{ x }}', 'x: script'],
    ['<style>p { color: {{ x }} }', 'x: style'],
    ['<textarea><script>{{ x }}', 'x: text'],
    ['1 < 2 {{ x }}', 'x: text'],
    ['<p {% if a %}class="b"{% else %}class=c{% endif %}>{{ x }}', 'x: text'],
    ['<p class={% if a %}"b{% else %}"c{% endif %}">{{ x }}', 'x: text'],
  ])('%s', (text, place) => expect(placesIn(text)).toEqual([place]));
});

describe('what an expression puts together', () => {
  test.each<[text: string, harm: string[]]>([
    ['{{ a.b["c"].0|safe }}', ['raw a.b.c.0']],
    ['{{ a if b|safe else c|safe }}', ['raw c']],
    ['{{ ("<b>" ~ a ~ "</b>")|safe }}', ['raw a']],
    ['{{ (a or "|")|safe }}', ['raw a']],
    ['{{ a|default:"x|y"|safe }}', ['raw a']],
    ['{{ a|safe|length }} {{ a|e|safe }} {{ a|tojson|safe }}', []],
    ['{% for t in tools %}{{ t.name|safe }}{% endfor %}{{ t|safe }}', ['raw tools.*.name', 'raw t']],
    ['{% for k, v in d.items() %}{{ v|safe }}{% endfor %}', ['raw d.*']],
    ['{% with b=a.c %}{{ b|safe }}{% endwith %}{{ b|safe }}', ['raw a.c', 'raw b']],
    ['{% set b = a|upper %}{{ b|safe }}', ['raw b']],
    ['{%- autoescape false -%}{{ a }}{% endautoescape %}{{ b }}', ['raw a']],
    ['{% autoescape None %}{{ a }}{% raw b %}', ['raw a', 'raw b']],
    ['{% verbatim %}{{ a|safe }}{% endverbatim %}{% comment %}{{ a|safe }}{% endcomment %}{# {{ a|safe }} #}', []],
    ['{% if a %}{{ b|safe }}{% end %}{% for c in d %}{{ c }}{% end %}', ['raw b']],
  ])('%s', (text, harm) => expect(harmIn(text)).toEqual(harm));

  test('Mako', () => {
    expect(harmIn('<p>${a | n,trim} ${b | h} ${c}</p>\n## ${d | n}\n<%text>${e|n}</%text>', 'mako')).toEqual(['raw a']);
    expect(harmIn('<p>${a} ${b | h} ${ {"x": c}["x"] }</p>', 'mako', false)).toEqual(['raw a', 'raw {"x": c}["x"]']);
    expect(harmIn('<%page expression_filter="h"/>${a} ${b|n}', 'mako', false)).toEqual(['raw b']);
    expect(harmIn('% for one in all:\n${one|n}\n% endfor', 'mako')).toEqual(['raw all.*']);
  });

  test('bottle', () => {
    expect(harmIn('% for one in all:\n{{!one}} {{one}}\n% end\n% include("part.tpl")', 'bottle')).toEqual([
      'raw all.*',
    ]);
    expect(readTemplate('% rebase("base.tpl")\n% include("part")\n', 'bottle').parts).toEqual(['base.tpl', 'part']);
  });

  test('templates that are taken in', () => {
    const text = '{% extends "a.html" %}{% include ["b.html", "c.html"] %}{% include d.html %}{% include name %}';
    expect(readTemplate(text, 'braces').parts).toEqual(['a.html', 'b.html', 'c.html', 'd.html']);
  });
});

test('language and kind', () => {
  expect(languageOf('a.html', '<p>plain')).toBeUndefined();
  expect(languageOf('a.html', '<%inherit file="b"/>${x}')).toBe('mako');
  expect(languageOf('views/a.tpl', '{{x}}')).toBe('bottle');
  expect(languageOf('a.tpl', '{% if x %}')).toBe('braces');
  expect(isPage('a.html', '<p>x')).toBe(true);
  expect(isPage('a.txt.j2', '<p>x')).toBe(false);
  expect(isPage('a.html', 'Dear {{ x }}')).toBe(false);
});

describe('hostile texts take no longer than others', () => {
  const many = 40_000;
  test.each<[name: string, text: string]>([
    ['open braces', '{{'.repeat(many)],
    ['open tags', '{%'.repeat(many)],
    ['tags without end', '{% raw %}'.repeat(many)],
    ['comments', '{% comment %}{# '.repeat(many)],
    ['blocks', '{% if x %}{% for a in b %}{% with c=d %}'.repeat(many / 4)],
    ['parentheses', `{{ ${'('.repeat(many)} }}`],
    ['pairs', `{{ ${'('.repeat(900)}x${')'.repeat(900)} }}`],
    ['bars', `{{ ${'x|'.repeat(900)} }}`],
    ['blanks', `{% for ${' '.repeat(many)} %}{{ ${' '.repeat(many)} }}`],
    ['quotes', `<a b="${"'".repeat(many)}{{ x }}`],
    ['markup', '<a <b <!-- <script '.repeat(many / 4)],
    ['conditions', `{{ ${' if x else y'.repeat(150)} }}`],
  ])('%s', (_, text) => {
    for (const language of ['braces', 'mako', 'bottle'] as const) {
      const before = performance.now();
      readTemplate(language === 'mako' ? text.replaceAll('{{', '${').replaceAll('{%', '<%') : text, language);
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });
});
