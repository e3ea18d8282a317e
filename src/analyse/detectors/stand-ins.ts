// What a call in a test reaches. In: a place. Out: whether the test expects it to fail, has put something else in its place, or
// runs the server itself. Found by what the file writes, without following values: enough to keep quiet.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Site } from '../interpreter/events.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const expecting = /^(?:assertRaises\w*|failUnlessRaises|raises|expectFailure|suppress)$/;

/** Inside `with self.assertRaises(...)`, `with pytest.raises(...)`, or an argument of `assertRaises`. */
export function expectsError({ module: { tree }, node }: Site): boolean {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.call && expecting.test(calledName(tree, current))) return true;
    if (kind === Kind.function_definition) return false;
    if (kind !== Kind.with_statement) continue;
    const clause = tree.childOfKind(current, Kind.with_clause);
    if (clause >= 0 && ownNodes(tree, clause, Kind.call).some((call) => expecting.test(calledName(tree, call))))
      return true;
  }
  return false;
}

// Libraries that answer in place of a server once they are imported.
const answering =
  /^(?:responses|requests_mock|httpretty|respx|vcr|pook|aioresponses|mocket|betamax|wsgi_intercept|pytest_httpserver)(?:\.|$)/;
const replacing =
  /^(?:patch|object|setattr|setitem|MonkeyPatch|MockPatch|MockPatchObject|stub_out|stub_with|Set|SetattrFixture|swap_attr)$/;

/** The file replaces what the call names (`mock.patch("requests.get")`, `monkeypatch.setattr(requests, "get", ...)`) or the server. */
export function isReplaced({ module, functionIndex, node }: Site): boolean {
  const called = written(module.tree, module.tree.child(node, Field.function));
  return (
    called !== '' &&
    (/(?:^|[._])(?:mock|fake|stub)/i.test(called) ||
      answersItself(module) ||
      fakesConnection(module, functionIndex) ||
      replacedNames(module).some((name) => `${called}.`.includes(`${name}.`)))
  );
}

const network = /^(?:http\.client|urllib\.request|urllib3|requests|httpx|aiohttp|socket|ssl|smtplib|ftplib)\.\w+$/;

/** The function puts a fake in place itself: `self.fake_http(...)`, `http.client.HTTPConnection = ...`. */
function fakesConnection({ tree, index }: Module, functionIndex: number): boolean {
  const item = index.functions[functionIndex];
  if (item === undefined) return false;
  return ownNodes(tree, item.body, Kind.call, Kind.assignment).some((node) =>
    tree.kind(node) === Kind.call
      ? /^_*(?:fake|mock|stub)/i.test(calledName(tree, node))
      : network.test(written(tree, tree.child(node, Field.left))),
  );
}

function answersItself(module: Module): boolean {
  return module.importTargets().some((target) => answering.test(target));
}

const serving = /^_*(?:listen|serve_forever|create_server|start_server|handle_request|accept|run_server|\w*Server)$/;
const servers =
  /^(?:http\.server|socketserver|wsgiref\.simple_server|xmlrpc\.server|aiohttp\.test_utils|werkzeug\.serving)(?:\.|$)/;

/** The file runs the server that it talks to. */
export function startsServer(module: Module): boolean {
  const { tree, index } = module;
  return (
    module.importTargets().some((target) => servers.test(target)) ||
    index.calls.some((call) => serving.test(calledName(tree, call)))
  );
}

const ofModules = new WeakMap<Module, readonly string[]>();

/** Last parts of the names that the file replaces: `get` of `requests.get`, `urlopen`. */
function replacedNames(module: Module): readonly string[] {
  let names = ofModules.get(module);
  if (names === undefined) {
    const { tree, index } = module;
    names = index.calls
      .filter((call) => replacing.test(calledName(tree, call)))
      .flatMap((call) => argumentsOf(tree, call).positional.slice(0, 2))
      .map((argument) => literalText(tree, argument)?.split('.').at(-1) ?? '')
      .filter((name) => name !== '');
    ofModules.set(module, names);
  }
  return names;
}
