// Sources x ways x sinks: every source of a request goes each way of test/analyse/propagators.py, and each way leads to every sink in
// turn. The harmless twin of a way goes from the same source to the same sink. One project for each way: one handler for each source.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/rules/load-rule-set.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { ruleFolder } from '../rule-folder.ts';

/** What a handler reads into `p`. */
const sources = [
  'request.args.get("item")',
  'request.args["item"]',
  'request.args.get("item", "none")',
  'request.form["item"]',
  'request.form.getlist("item")[0]',
  'request.values.get("item")',
  'request.cookies.get("item")',
  'urllib.parse.unquote_plus(request.cookies.get("item", "none"))',
  'request.headers.get("X-Item")',
  'request.headers.getlist("X-Item")[0]',
  'request.json["item"]',
  'request.get_json(silent=True).get("item")',
  'request.data.decode()',
  'request.get_data(as_text=True)',
  'urllib.parse.parse_qs(request.query_string.decode())["item"][0]',
  'request.headers["User-Agent"]',
  'request.files["item"].filename',
  'request.files["item"].read().decode()',
  'dict(request.args)["item"]',
  'request.form.to_dict()["item"]',
  'json.loads(request.data)["item"]',
  'request.stream.read().decode()',
  'list(request.form.keys())[0]',
  '[v for k, v in request.args.items()][0]',
  'request.environ.get("HTTP_X_ITEM")',
];

/** Where `q` does harm, by the rule that says so; the line that is reported has the mark. */
const sinks: readonly (readonly [rule: string, code: string])[] = [
  ['PV101', 'sqlite3.connect("x.db").execute("SELECT * FROM t WHERE a = \'" + q + "\'")  # sink\nreturn "ok"'],
  ['PV103', 'os.system("echo " + q)  # sink\nreturn "ok"'],
  ['PV105', 'exec(q)  # sink\nreturn "ok"'],
  ['PV106', 'return render_template_string("<b>" + q + "</b>")  # sink'],
  ['PV107', 'return "<p>" + q + "</p>"  # sink'],
  ['PV109', 'with open("/srv/files/" + q) as file:  # sink\n    return Response(file.read(), mimetype="text/plain")'],
  ['PV111', 'requests.get("https://" + q + "/x")  # sink\nreturn "ok"'],
  ['PV113', 'return redirect(q)  # sink'],
  ['PV114', 'pickle.loads(q.encode())  # sink\nreturn "ok"'],
  ['PV117', 'tree = lxml.etree.parse("x.xml")\ntree.xpath("//a[@n=\'" + q + "\']")  # sink\nreturn "ok"'],
  ['PV119', 'ldap3.Connection(ldap3.Server("ldap://x")).search("dc=x", "(uid=" + q + ")")  # sink\nreturn "ok"'],
];

const imports = `import base64, collections, configparser, contextlib, dataclasses, functools, hashlib, io, json, os, pickle, re, sqlite3
import string, types, urllib.parse, uuid
import ldap3, lxml.etree, requests
from flask import Flask, Response, redirect, render_template_string, request
app = Flask(__name__)
def second(a, b):
    return b
`;

interface Way {
  readonly name: string;
  readonly beside: string;
  readonly code: string;
  readonly safe: string;
}

const rules: RuleSet = {
  rules: ruleFolder.rules.map(({ rule }) => rule).filter(({ code }) => sinks.some(([wanted]) => wanted === code)),
  models: ruleFolder.models,
  all: [],
  hash: 'propagators',
  familiesNotExamined: [],
};

describe('from every source to a sink', () => {
  const ways = readWays(readFileSync(new URL('./propagators.py', import.meta.url), 'utf8'));

  test('ways have twins', () => {
    expect(rules.rules).toHaveLength(sinks.length);
    expect(ways.length).toBeGreaterThan(60);
    expect(ways.filter(({ code, safe }) => code === '' || safe === '' || code === safe)).toEqual([]);
  });

  test.each(ways.map((way, index) => ({ ...way, index })))('$name', (way) => {
    const expected: string[] = [];
    const lines = `${imports}${way.beside}`.trimEnd().split('\n');
    for (const [number, source] of sources.entries()) {
      const [rule, sink] = sinks[(number + way.index) % sinks.length]!;
      for (const [kind, code] of [
        ['', way.code],
        ['_safe', way.safe],
      ] as const) {
        lines.push(`@app.route("/${number}${kind}", methods=["POST"])`, `def view_${number}${kind}():`);
        for (const line of `p = ${source}\n${code}\n${sink}`.split('\n')) {
          lines.push(`    ${line.replace('  # sink', '')}`);
          if (kind === '' && line.endsWith('# sink')) expected.push(`${rule} ${source} (line ${lines.length})`);
        }
      }
    }
    expect(reported(lines)).toEqual(expected);
  });
});

/** `PV103 request.args["item"] (line 12)`: every defect with the source that its handler reads, in the order of lines. */
function reported(lines: readonly string[]): string[] {
  const { detections, problems } = analyseTexts({ 'main.py': lines.join('\n') }, rules);
  expect(problems.filter(({ hidesCode }) => hidesCode)).toEqual([]);
  return detections
    .filter(({ tier }) => tier === 'defect')
    .toSorted((a, b) => a.range.start - b.range.start)
    .map(({ rule, range }) => {
      const line = lineAt(lines, range.start);
      const read = lines.slice(0, line).findLast((one) => one.startsWith('    p = '));
      return `${rule} ${read?.slice('    p = '.length) ?? ''} (line ${line})`;
    });
}

function lineAt(lines: readonly string[], offset: number): number {
  return Buffer.from(lines.join('\n')).subarray(0, offset).toString().split('\n').length;
}

function readWays(text: string): Way[] {
  return text
    .split(/^# == /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...rest] = block.trimEnd().split('\n');
      const [way = '', safe = ''] = rest.join('\n').split(/^# -- safe\n/m);
      const [before = '', after] = way.split(/^# -- with\n/m);
      const [beside, code] = after === undefined ? ['', before] : [before, after];
      return { name: head, beside, code: code.trimEnd(), safe };
    });
}
