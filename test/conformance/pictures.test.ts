// The pictures of docs/images: PYVERDICT_PICTURES=1 npx vitest run --config test/conformance/vitest.config.ts test/conformance/pictures.test.ts
// Three runs of the Action on a small shop, drawn as GitHub shows their summaries.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../action/run-action.ts';
import { runAction, useAction } from '../action/run-action.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

const script = fileURLToPath(new URL('render-summary.mjs', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const store = `"""Orders in SQLite."""
import sqlite3


def connect(path="shop.db"):
    return sqlite3.connect(path)


def order(db, number):
    return db.execute("select * from orders where id = ?", (number,)).fetchone()


def search(db, column, text):
    if column not in ("customer", "city"):
        raise ValueError(f"no such column: {column}")
    return db.execute(f"select * from orders where {column} = ?", (text,)).fetchall()
`;

const views = `"""Pages of the shop."""
import subprocess

from flask import Flask, abort, jsonify, request, send_from_directory

from shop import store

app = Flask(__name__)


@app.get("/orders/<int:number>")
def order(number):
    found = store.order(store.connect(), number)
    return jsonify(found) if found else abort(404)


@app.get("/orders")
def orders():
    rows = store.search(store.connect(), request.args["by"], request.args["q"])
    return jsonify(rows)


@app.get("/invoices/<name>")
def invoice(name):
    return send_from_directory("invoices", name)


@app.post("/report")
def report():
    subprocess.run(["shop-report", "--days", str(int(request.form["days"]))], check=True)
    return "", 204
`;

const tests = `from shop import store
from shop.views import app


def test_unknown_order():
    assert app.test_client().get("/orders/7").status_code == 404


def test_other_columns_are_refused():
    try:
        store.search(None, "password", "x")
    except ValueError:
        return
    raise AssertionError("accepted")
`;

const shop = {
  'shop/__init__.py': '',
  'shop/store.py': store,
  'shop/views.py': views,
  'tests/test_views.py': tests,
  'requirements.txt': 'flask==3.1\n',
};

// The check of the column goes, the report takes a text, and a test waits by sleeping.
const change = {
  'shop/store.py': store.replace(
    '    if column not in ("customer", "city"):\n        raise ValueError(f"no such column: {column}")\n',
    '',
  ),
  'shop/views.py': views
    .replace('import subprocess\n', 'import subprocess\n\nimport requests\n')
    .replace(
      'subprocess.run(["shop-report", "--days", str(int(request.form["days"]))], check=True)',
      'requests.post("https://reports.example", data=request.form, verify=False, timeout=10)  # nosec B501\n    subprocess.run("shop-report --days " + request.form["days"], shell=True, check=True)',
    ),
  'tests/test_report.py': `import time

from shop.views import app


def test_report_is_written(tmp_path):
    app.test_client().post("/report", data={"days": "7"})
    for _ in range(10):
        if (tmp_path / "report.csv").exists():
            return
        time.sleep(0.5)
    raise AssertionError("no report")
`,
};

const pictures: [string, Setup, string][] = [
  ['summary-clean', { files: shop }, '870'],
  [
    'summary-pull-request',
    {
      files: shop,
      pull: { files: change },
      event: 'pull_request',
      environment: () => ({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }),
    },
    '2190',
  ],
  [
    'summary-incomplete',
    {
      files: {
        ...shop,
        'shop/legacy.py':
          'def price(order):\n    print "total", order.total\n    return (order.total *\n\n\ndef tax(order:\n    exec order.rule\n',
      },
    },
    '930',
  ],
];

describe.runIf(process.env['PYVERDICT_PICTURES'] === '1')('pictures', () => {
  useAction();
  test.each(pictures)('%s', async (name, setup, height) => {
    const run = await runAction(setup);
    expect(run.summary).toContain('pyverdict');
    const directory = temporaryDirectory();
    const markdown = join(directory, 'summary.md');
    writeFileSync(markdown, run.summary);
    execFileSync('node', [script, markdown, join(images, `${name}.png`), height]);
    execFileSync('node', [script, markdown, join(directory, 'dark.png'), height, 'dark']);
    if (process.env['PYVERDICT_KEEP']) execFileSync('cp', ['-r', directory, join(process.env['PYVERDICT_KEEP'], name)]);
  });
});
