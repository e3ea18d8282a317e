// What an expression reads from a request: a cookie, a header, a part of the query or of the body, by its key. In: a literal key, or a name.
// Out: the reading with where it is from. Signed cookies are no such reading. Leaves alone: what is done with it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { onlyValue } from './expression-leaves.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

export type Part = 'cookie' | 'header' | 'query' | 'body';

export interface Reading {
  /** The call, subscript or parameter that reads. */
  readonly node: number;
  readonly part: Part;
  /** In lower case, words joined by `_`, without `HTTP_` and `X-`: `role` for `X-Role`. */
  readonly key: string;
}

const parts: Readonly<Record<string, Part>> = {
  cookies: 'cookie',
  COOKIES: 'cookie',
  headers: 'header',
  META: 'header',
  environ: 'header',
  GET: 'query',
  args: 'query',
  query: 'query',
  rel_url: 'query',
  query_params: 'query',
  params: 'query',
  queryStringParameters: 'query',
  POST: 'body',
  form: 'body',
  forms: 'body',
  values: 'body',
  json: 'body',
  data: 'body',
};
// Methods of a request or handler that take the key.
const methods: Readonly<Record<string, Part>> = {
  get_cookie: 'cookie',
  getCookie: 'cookie',
  get_header: 'header',
  getHeader: 'header',
  get_param: 'query',
  get_argument: 'query',
  get_query_argument: 'query',
  get_body_argument: 'body',
};
const markers: Readonly<Record<string, Part>> = { Cookie: 'cookie', Header: 'header', Query: 'query', Form: 'body' };
const reading = /^(?:get|pop|getone|getlist|getfirst|get_all|getall)$/;
const MAX_DEPTH = 4;

/** What a literal is the key of: `request.cookies["role"]`, `request.headers.get("X-Role", "")`. */
export function readingOfKey(project: ProjectModel, module: Module, literal: number): Reading | undefined {
  const { tree } = module;
  const parent = tree.parent(literal);
  const functionIndex = module.functionAround(literal);
  const found = (node: number, part: Part | undefined): Reading | undefined =>
    part === undefined ? undefined : { node, part, key: normalKey(literalText(tree, literal) ?? '', part) };
  if (tree.kind(parent) === Kind.subscript) {
    if (tree.child(parent, Field.subscript) !== literal) return undefined;
    return found(parent, partOf(project, module, functionIndex, tree.child(parent, Field.value)));
  }
  const call = tree.parent(parent);
  if (tree.kind(parent) !== Kind.argument_list || tree.kind(call) !== Kind.call) return undefined;
  const { positional, keywords } = argumentsOf(tree, call);
  const callee = tree.child(call, Field.function);
  if (positional[0] !== literal || tree.kind(callee) !== Kind.attribute) return undefined;
  const object = tree.child(callee, Field.object);
  const name = calledName(tree, call);
  if (reading.test(name)) return found(call, partOf(project, module, functionIndex, object));
  // Of Bottle a cookie with a secret is signed.
  if (!(name in methods) || keywords.has('secret')) return undefined;
  return isRequest(module, object) || isHandler(project, module, object) ? found(call, methods[name]) : undefined;
}

/** A parameter that FastAPI fills from the request: `x_role: str = Header()`, `role: Annotated[str, Cookie()]`. */
export function readingOfParameter(module: Module, parameter: number): Reading | undefined {
  const { tree } = module;
  for (let node = parameter + 1; node < tree.next(parameter); node++) {
    if (tree.kind(node) !== Kind.call) continue;
    const part = markers[calledName(tree, node)];
    if (part === undefined) continue;
    const alias = argumentsOf(tree, node).keywords.get('alias') ?? -1;
    const name =
      literalText(tree, alias) ?? tree.text(tree.kind(parameter) === Kind.identifier ? parameter : parameter + 1);
    return { node: parameter, part, key: normalKey(name, part) };
  }
  return undefined;
}

/** Which part of a request an expression is. */
function partOf(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  node: number,
  depth = 0,
): Part | undefined {
  const { tree } = module;
  if (depth > MAX_DEPTH) return undefined;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
    case Kind.await:
      return partOf(project, module, functionIndex, node + 1, depth + 1);
    case Kind.identifier: {
      const value = onlyValue(module, functionIndex, tree.name(node));
      return value < 0 ? undefined : partOf(project, module, functionIndex, value, depth + 1);
    }
    case Kind.boolean_operator:
      return partOf(project, module, functionIndex, tree.child(node, Field.left), depth + 1);
    case Kind.attribute: {
      const name = tree.text(tree.child(node, Field.attribute));
      const object = tree.child(node, Field.object);
      if (!Object.hasOwn(parts, name)) return undefined;
      if (isRequest(module, object)) return parts[name];
      // `request.rel_url.query`
      if (tree.kind(object) === Kind.attribute) return partOf(project, module, functionIndex, object, depth + 1);
      return name === 'headers' && isHandler(project, module, object) ? 'header' : undefined;
    }
    case Kind.subscript: {
      const key = literalText(tree, tree.child(node, Field.subscript)) ?? '';
      const isEvent = tree.text(tree.child(node, Field.value)) === 'event';
      return isEvent && Object.hasOwn(parts, key) ? parts[key] : undefined;
    }
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      if (tree.kind(callee) !== Kind.attribute) return undefined;
      const isRead = /^(?:get_json|json|form|post)$/.test(calledName(tree, node));
      return isRead && isRequest(module, tree.child(callee, Field.object)) ? 'body' : undefined;
    }
    default:
      return undefined;
  }
}

/** `request`, `self.request`, `flask.request` */
export function isRequest({ tree }: Module, node: number): boolean {
  const name = tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node;
  return (
    tree.kind(name) === Kind.identifier &&
    /^(?:_?req|_?request|http_?request|websocket|connection)$/.test(tree.text(name))
  );
}

/** `self` in a class that answers requests itself. */
function isHandler(project: ProjectModel, module: Module, node: number): boolean {
  if (module.tree.kind(node) !== Kind.identifier || module.tree.text(node) !== 'self') return false;
  const around = module.classAround(node);
  if (around === MODULE) return false;
  return project
    .ancestry({ module, index: around })
    .external.some((base) => /HTTPRequestHandler$|(?:^|\.)RequestHandler$|WebSocketHandler$/.test(base));
}

function normalKey(key: string, part: Part): string {
  const text = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll('-', '_');
  return part === 'header' ? text.replace(/^http_/, '').replace(/^x_/, '') : text;
}
