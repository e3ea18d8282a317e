// Tests of the scanned project as witnesses: which handlers no test mentions, which checks a test sees refuse a value.
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analyse/analysis.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { ruleFolder } from '../rule-folder.ts';

function analysed(files: Readonly<Record<string, string>>): Analysis {
  const rules = ruleFolder.rules.flatMap(({ rule }) => (rule.id === 'command-injection' ? [rule] : []));
  return analyseTexts(files, { rules, models: ruleFolder.models, all: rules, hash: 'test', familiesNotExamined: [] });
}

const app = `import os
from flask import Flask, request

app = Flask(__name__)


@app.route('/api/pings/<host>', methods=['POST'])
def ping_host(host):
    os.system('ping ' + host)
    return 'ok'
`;
const views = `import os
from django.views import View


class PingView(View):
    def get(self, request):
        os.system('ping ' + request.GET['host'])
`;
const urls = `from django.urls import path
from app.views import PingView

urlpatterns = [path('tools/pings/', PingView.as_view(), name='tool-ping')]
`;

describe('a handler that no test mentions', () => {
  const evidence = (files: Readonly<Record<string, string>>): readonly string[] => {
    const { detections } = analysed(files);
    expect(detections).toHaveLength(1);
    return detections[0]!.evidence ?? [];
  };
  const other = "def test_other(client):\n    assert client.open('/api/users', method='POST').status_code == 200\n";

  test('is said with what was looked for', () => {
    expect(evidence({ 'app.py': app, 'tests/test_app.py': other })).toEqual([
      'No test calls this handler: none mentions `ping_host` or `/api/pings/<host>`.',
    ]);
    expect(evidence({ 'app/views.py': views, 'app/urls.py': urls, 'tests/test_app.py': other })).toEqual([
      'No test calls this handler: none mentions `PingView` or `tools/pings/`.',
    ]);
  });

  test('also where the data is read in a helper', () => {
    const code = `import os
from flask import Flask, request

app = Flask(__name__)


def host_of():
    return request.args['host']


@app.route('/pings')
def ping():
    os.system('ping ' + host_of())
`;
    expect(evidence({ 'app.py': code, 'tests/test_app.py': other })).toEqual([
      'No test calls this handler: none mentions `ping` or `/pings`.',
    ]);
  });

  test.each([
    ['by its name', "from app import ping_host\n\ndef test_ping():\n    assert ping_host('a') == 'ok'\n"],
    ['by its route', "def test_ping(client):\n    assert client.get('/api/pings/10.0.0.1').data == b'ok'\n"],
    ['by its route, put together', "def test_ping(client, host):\n    client.get(f'{BASE}/pings/{host}')\n"],
    ['by its route in a format', "def test_ping(client, host):\n    client.get('/api/pings/%s' % host)\n"],
    ['by the name of its endpoint', "def test_ping(client):\n    client.get(url_for('main.ping_host', host='a'))\n"],
  ])('is not said of one that is mentioned %s', (_, code) => {
    expect(evidence({ 'app.py': app, 'tests/test_app.py': code })).toEqual([]);
  });

  test.each([
    ['by its class', 'def test_ping(rf):\n    PingView.as_view()(rf.get("/"))\n'],
    ['by its route', "def test_ping(client):\n    client.get('/tools/pings/?host=a')\n"],
    ['by the name of its route', "def test_ping(client):\n    client.get(reverse('tool-ping'))\n"],
  ])('is not said of a class that is mentioned %s', (_, code) => {
    expect(evidence({ 'app/views.py': views, 'app/urls.py': urls, 'tests/test_app.py': code })).toEqual([]);
  });

  test('is not said where there are no tests, or no handler', () => {
    expect(evidence({ 'app.py': app })).toEqual([]);
    expect(evidence({ 'app.py': app, 'tests/helpers.py': 'def make():\n    return 1\n' })).toEqual([]);
  });
});

describe('a check that a test sees refuse a value', () => {
  const guarded = (test: string): unknown => {
    const { coverage, detections } = analysed({
      'app.py': `import os
from flask import Flask, abort, request

app = Flask(__name__)
HOSTS = ['a', 'b']


def is_known(host):
    return host in HOSTS


def require_known(host):
    if host not in HOSTS:
        raise ValueError(host)


@app.route('/pings')
def ping():
    host = request.args['host']
    if not is_known(host):
        abort(400)
    os.system('ping ' + host)


@app.route('/traces')
def trace():
    host = request.args['host']
    require_known(host)
    os.system('trace ' + host)


@app.route('/routes')
def route():
    host = request.args['host']
    if host not in HOSTS:
        abort(404)
    os.system('route ' + host)
`,
      'tests/test_app.py': `import pytest\nfrom app import *\n\n${test}`,
    });
    expect(detections).toEqual([]);
    return coverage.credited.flatMap(({ line, refusedAt }) =>
      refusedAt === undefined ? [] : [`${line} by ${refusedAt.path}:${refusedAt.line}`],
    );
  };

  test.each([
    ['a check that says no', 'def test_it():\n    assert not is_known(";")\n', ['20 by tests/test_app.py:5']],
    ['compared', 'def test_it():\n    assert is_known(";") is False\n', ['20 by tests/test_app.py:5']],
    [
      'of a test case',
      'class CheckTest(TestCase):\n    def test_it(self):\n        self.assertFalse(is_known(";"))\n',
      ['20 by tests/test_app.py:6'],
    ],
    [
      'an error in a with statement',
      'def test_it():\n    with pytest.raises(ValueError):\n        require_known(";")\n',
      ['28 by tests/test_app.py:5'],
    ],
    [
      'an error of a call that is handed over',
      'class CheckTest(TestCase):\n    def test_it(self):\n        self.assertRaises(ValueError, require_known, ";")\n',
      ['28 by tests/test_app.py:6'],
    ],
    [
      'a status of the handler that checks itself',
      "def test_it(client):\n    assert client.get('/routes?host=;').status_code == 404\n",
      ['35 by tests/test_app.py:5'],
    ],
  ])('%s', (_, code, expected) => {
    expect(guarded(code)).toEqual(expected);
  });

  test.each([
    ['the check says yes', 'def test_it():\n    assert is_known("a")\n'],
    ['another status', "def test_it(client):\n    assert client.get('/routes?host=a').status_code == 200\n"],
    ['another handler', "def test_it(client):\n    assert client.get('/users').status_code == 404\n"],
    ['who asks is refused', "def test_it(client):\n    assert client.get('/routes').status_code == 401\n"],
    [
      'another error',
      'def test_it():\n    with pytest.raises(ValueError):\n        int("x")\n    require_known("a")\n',
    ],
  ])('not where %s', (_, code) => {
    expect(guarded(code)).toEqual([]);
  });
});
