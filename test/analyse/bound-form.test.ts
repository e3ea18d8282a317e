// What PV101 proposes: the bound-parameter form of the driver at hand.
import { expect, test } from 'vitest';
import { ruleFolder } from '../rule-folder.ts';
import { analyseTexts } from '../../src/scan-example.ts';

const { rule } = ruleFolder.rules.find((file) => file.rule.code === 'PV101')!;

/** The fix for the only finding in a Flask view that has `a` and `b` of the request and the statements. */
function fixOf(setUp: string, statement: string): string | undefined {
  const code = [
    'from flask import Flask, request',
    setUp,
    'app = Flask(__name__)',
    '@app.route("/")',
    'def view():',
    '    a = request.args["a"]',
    '    b = request.args["b"]',
    ...statement.split('\n').map((line) => `    ${line}`),
  ].join('\n');
  const rules = { rules: [rule], models: ruleFolder.models, all: [rule], hash: 'PV101', familiesNotExamined: [] };
  const { detections } = analyseTexts({ 'example.py': code }, rules);
  expect(detections).toHaveLength(1);
  return detections[0]!.fix;
}

const sqlite = 'import sqlite3\ndb = sqlite3.connect("x")';
const psycopg = 'import psycopg\ncur = psycopg.connect("x").cursor()';
const alchemy = 'from sqlalchemy import create_engine, text\nconn = create_engine("x").connect()';

test.each([
  [
    'f-string',
    sqlite,
    `db.execute(f"SELECT * FROM t WHERE a = '{a}'")`,
    'db.execute("SELECT * FROM t WHERE a = ?", (a,))',
  ],
  [
    'two values',
    sqlite,
    `db.execute(f"SELECT * FROM t WHERE a = {a} AND b > {b}")`,
    'db.execute("SELECT * FROM t WHERE a = ? AND b > ?", (a, b))',
  ],
  [
    'plus',
    sqlite,
    `db.execute("SELECT * FROM t WHERE a = '" + a + "' LIMIT 1")`,
    'db.execute("SELECT * FROM t WHERE a = ? LIMIT 1", (a,))',
  ],
  [
    'percent',
    psycopg,
    `cur.execute("SELECT * FROM t WHERE a = '%s' AND b = %s" % (a, b))`,
    'cur.execute("SELECT * FROM t WHERE a = %s AND b = %s", (a, b))',
  ],
  [
    'format',
    sqlite,
    `db.execute("SELECT * FROM t WHERE a IN ({}, {})".format(a, b))`,
    'db.execute("SELECT * FROM t WHERE a IN (?, ?)", (a, b))',
  ],
  [
    'pattern',
    psycopg,
    `cur.execute(f"SELECT * FROM t WHERE a LIKE '%{a}%'")`,
    'cur.execute("SELECT * FROM t WHERE a LIKE %s", (f"%{a}%",))',
  ],
  [
    'variable',
    sqlite,
    `query = f"SELECT * FROM t WHERE a = '{a}'"\ndb.execute(query)`,
    'db.execute("SELECT * FROM t WHERE a = ?", (a,))',
  ],
  [
    'several lines',
    sqlite,
    `db.execute(f"""\n  SELECT *\n  FROM t WHERE a = {a}\n""")`,
    'db.execute("SELECT * FROM t WHERE a = ?", (a,))',
  ],
  [
    'SQLAlchemy text',
    alchemy,
    `conn.execute(text(f"SELECT * FROM t WHERE a = '{a}'"))`,
    'text("SELECT * FROM t WHERE a = :a").bindparams(a=a)',
  ],
  [
    'SQLAlchemy str',
    alchemy,
    `conn.execute(f"SELECT * FROM t WHERE a = '{a}'")`,
    'conn.execute(text("SELECT * FROM t WHERE a = :a"), {"a": a})',
  ],
  [
    'asyncpg',
    'import asyncpg\npool: asyncpg.Pool = None',
    `db = asyncpg.Connection()\ndb.fetch(f"SELECT * FROM t WHERE a = {a} AND b = {b}")`,
    'db.fetch("SELECT * FROM t WHERE a = $1 AND b = $2", a, b)',
  ],
  [
    'Oracle',
    'import oracledb\ncur = oracledb.connect().cursor()',
    `cur.execute("SELECT * FROM t WHERE a = " + a)`,
    'cur.execute("SELECT * FROM t WHERE a = :a", {"a": a})',
  ],
  [
    'psycopg.sql',
    'from psycopg import sql',
    `sql.SQL(f"SELECT * FROM t WHERE a = {a}")`,
    'sql.SQL("SELECT * FROM t WHERE a = {}").format(sql.Literal(a))',
  ],
  [
    'not shown',
    sqlite,
    `query = "SELECT * FROM t"\nquery += " WHERE a = " + a\ndb.execute(query)`,
    'db.execute("... = ?", (value,))',
  ],
])('%s', (_, setUp, statement, form) => {
  expect(fixOf(setUp, statement)).toBe(`Pass values as parameters: \`${form}\`.`);
});

test.each([
  ['table', `db.execute(f"SELECT * FROM {a} WHERE b = 1")`],
  ['column', `db.execute("SELECT * FROM t ORDER BY " + a)`],
  ['columns', `db.execute(f"SELECT id, {a} FROM t")`],
  ['list of columns', `db.execute(f"SELECT {', '.join([a])} FROM t")`],
])('a parameter can be no %s', (_, statement) => {
  expect(fixOf(sqlite, statement)).toMatch(/^Take `[^`]+` from a fixed set of names/);
});

test.each([
  [
    'a joined list',
    sqlite,
    `ids = request.args.getlist("a")\ndb.execute(f"SELECT * FROM t WHERE a IN ({','.join(ids)})")`,
    'Write one placeholder for each value: `marks = ", ".join("?" for _ in ids)`, then `db.execute(f"... IN ({marks})", ids)`.',
  ],
  [
    'a joined list between quotes',
    psycopg,
    `ids = request.args.getlist("a")\ncur.execute("SELECT * FROM t WHERE a in ('" + "','".join(map(str, ids)) + "')")`,
    'Write one placeholder for each value: `marks = ", ".join("%s" for _ in ids)`, then `cur.execute(f"... IN ({marks})", tuple(ids))`.',
  ],
  [
    'one text for a whole list',
    'import asyncpg',
    `db = asyncpg.Connection()\ndb.fetch(f"SELECT * FROM t WHERE a IN ({a})")`,
    'Pass the whole list as one parameter: `db.fetch("... = ANY($1)", values)`.',
  ],
])('the values of %s', (_, setUp, statement, fix) => {
  expect(fixOf(setUp, statement)).toBe(fix);
});
