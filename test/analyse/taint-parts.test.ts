// Small engine parts behind the data rules, vulnerable and safe twins that differ in one thing: signatures that are checked first,
// parsers that change, classes that restrict, filters, receivers of unknown type, places of this program.
import { describe, expect, test } from 'vitest';
import { ruleFolder } from '../rule-folder.ts';
import { scanExample } from '../scan-example.ts';

/** Tiers of what a rule finds in a view with these statements behind the set-up. */
function tiers(code: string, setUp: string, statements: string): string[] {
  const { rule } = ruleFolder.rules.find((file) => file.rule.code === code)!;
  const text = [
    'from flask import Flask, request, abort',
    setUp,
    'app = Flask(__name__)',
    '@app.post("/")',
    'def view(path):',
    ...statements.split('\n').map((line) => `    ${line}`),
  ].join('\n');
  const { findings, problems } = scanExample({ 'example.py': text }, rule);
  expect(problems).toEqual([]);
  return findings.map(({ tier }) => tier);
}

const signing = `import hmac, hashlib, pickle
KEY = open("/etc/key", "rb").read()
def sign(data):
    return hmac.new(KEY, data, hashlib.sha256).hexdigest()
def verify(data, mac):
    return hmac.compare_digest(sign(data), mac)`;

describe('a signature over the same bytes', () => {
  const check = (condition: string): string =>
    `data = request.data\nother = request.args["a"].encode()\nmac = request.headers["M"]\nif not ${condition}:\n    abort(403)\npickle.loads(data)`;
  test.each([
    ['compared at once', 'hmac.compare_digest(hmac.new(KEY, data, "sha256").hexdigest(), mac)', []],
    ['of the other value', 'hmac.compare_digest(hmac.new(KEY, other, "sha256").hexdigest(), mac)', ['defect']],
    ['digest without a key', 'hmac.compare_digest(hashlib.sha256(data).hexdigest(), mac)', ['defect']],
    ['made by a function', 'hmac.compare_digest(sign(data), mac)', []],
    ['checked by a function', 'verify(data, mac)', []],
    ['checked by a function, of the other value', 'verify(other, mac)', ['defect']],
    ['within a text', 'hmac.compare_digest("sha256=" + sign(data), mac)', []],
    ['compared with ==', 'sign(data) == mac', []],
    ['in one call', 'hmac.compare_digest(hmac.digest(KEY, data, "sha256"), mac)', []],
  ])('%s', (_, condition, expected) => expect(tiers('PV114', signing, check(condition))).toEqual(expected));
});

describe('a parser that changes', () => {
  const sax = 'import xml.sax\nfrom xml.sax.handler import feature_external_ges, feature_namespaces';
  test.each([
    [
      'told to resolve',
      'p = xml.sax.make_parser()\np.setFeature(feature_external_ges, True)\np.parse(request.stream)',
      ['defect'],
    ],
    [
      'told not to',
      'p = xml.sax.make_parser()\np.setFeature(feature_external_ges, False)\np.parse(request.stream)',
      [],
    ],
    [
      'told something else',
      'p = xml.sax.make_parser()\np.setFeature(feature_namespaces, True)\np.parse(request.stream)',
      [],
    ],
    [
      'told too late',
      'p = xml.sax.make_parser()\np.parse(request.stream)\np.setFeature(feature_external_ges, True)',
      [],
    ],
    [
      'told back',
      'p = xml.sax.make_parser()\np.setFeature(feature_external_ges, True)\np.setFeature(feature_external_ges, False)\np.parse(request.stream)',
      [],
    ],
  ])('%s', (_, statements, expected) => expect(tiers('PV115', sax, statements)).toEqual(expected));
});

describe('a class that restricts', () => {
  const unpickler = (body: string): string =>
    `import io, pickle\nALLOWED = {}\nclass U(pickle.Unpickler):\n    ${body}`;
  test.each([
    [
      'a method that chooses',
      'def find_class(self, m, n):\n        if (m, n) not in ALLOWED: raise ValueError\n        return super().find_class(m, n)',
      [],
    ],
    ['a table', 'def find_class(self, m, n):\n        return ALLOWED[m, n]', []],
    [
      'a method that lets all through',
      'def find_class(self, m, n):\n        return super().find_class(m, n)',
      ['defect'],
    ],
    ['another method', 'def persistent_load(self, pid):\n        raise ValueError(pid)', ['defect']],
  ])('%s', (_, body, expected) =>
    expect(tiers('PV114', unpickler(body), 'U(io.BytesIO(request.data)).load()')).toEqual(expected),
  );
});

describe('a filter', () => {
  const mongo = 'from pymongo import MongoClient\nc = MongoClient().a.b';
  test.each([
    ['value that may be an object', '{"a": request.json["a"]}', ['defect']],
    ['value that is a text', '{"a": request.args["a"]}', []],
    ['compared only', '{"a": {"$eq": request.json["a"]}}', []],
    ['deep down', '{"$or": [{"a": {"$in": [1]}}, {"b": request.json["a"]}]}', ['defect']],
    ['key', '{request.args["a"]: 1}', ['defect']],
    ['code', '{"$where": "this.a == " + request.args["a"]}', ['defect']],
    ['argument of code', '{"$expr": {"$function": {"body": "f", "args": [request.args["a"]], "lang": "js"}}}', []],
    ['whole', 'request.json', ['defect']],
    ['whole, of texts', 'request.args.to_dict()', ['defect']],
    ['a text for an id', 'request.args["a"]', []],
  ])('%s', (_, filter, expected) => expect(tiers('PV102', mongo, `c.find_one(${filter})`)).toEqual(expected));
});

describe('a receiver', () => {
  const other = 'from somewhere import db, Task, make\nclass Own:\n    def execute(self, text):\n        return text';
  test.each([
    ['result of an unknown function', 'make().execute("SELECT " + request.args["a"])', ['hotspot']],
    ['unknown object', 'db.execute("SELECT " + request.args["a"])', ['hotspot']],
    ['no statement', 'db.execute("run " + request.args["a"])', []],
    ['other class', 'Task().execute("SELECT " + request.args["a"])', []],
    ['class of the checkout', 'Own().execute("SELECT " + request.args["a"])', []],
  ])('%s', (_, statement, expected) => expect(tiers('PV101', other, statement)).toEqual(expected));
});

describe('a place of this program', () => {
  const files = 'import os, pickle\nfrom pathlib import Path\nHERE = Path(__file__).parent\nNAME = "x.pickle"';
  test.each([
    ['file beside the code', 'pickle.loads((HERE / "x.pickle").read_bytes())', []],
    ['joined', 'pickle.load(open(os.path.join(os.path.dirname(__file__), NAME), "rb"))', []],
    ['with', 'with open("x.pickle", "rb") as f:\n    pickle.load(f)', []],
    ['place of the caller', 'with open(path, "rb") as f:\n    pickle.load(f)', ['hotspot']],
    ['a part from the caller', 'pickle.loads((HERE / path).read_bytes())', ['hotspot']],
    ['directory for everybody', 'pickle.load(open("/tmp/x.pickle", "rb"))', ['hotspot']],
  ])('%s', (_, statements, expected) =>
    expect(tiers('PV209', files, `def load(path):\n    ${statements.replaceAll('\n', '\n    ')}`)).toEqual(expected),
  );
});
