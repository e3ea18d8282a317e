// Whether the code around a response says that its content is HTML, or that it is something else. In: the function in which the
// response is made, filled or returned. Out: what was said there, or by the class for all its answers. A function makes one
// response as a rule, so which object a type is set on is not asked; the other branch of an `if` makes another one.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { inOtherBranch } from '../detectors/use-circumstances.ts';
import { calledName, literalText, written } from '../detectors/written-expression.ts';

interface Said {
  readonly node: number;
  readonly isHtml: boolean;
  /** Given to a constructor, which has decided for itself. */
  readonly isArgument: boolean;
}

const said = new WeakMap<Module, ReadonlyMap<number, readonly Said[]>>();

const attributes = /^(?:content_type|mimetype|media_type|default_content_type)$/;
const headerName = /^content-type$/i;
const makers = /(?:Response|response_class|make_response)$/;
// Methods in which a class says what all its answers are.
const defaults = /^(?:set_default_headers|prepare|initialize|setup|end_headers)$/;
// Methods that tell it to those.
const askers = /^(?:get_content_type|get_mimetype|get_mime_type)$/;

/**
 * Whether what stands at a node can be HTML: not where another type was said; with `isAsked` only where HTML was.
 * `isMaker`: it is the constructor of a response, whose own arguments have been looked at.
 */
export function canBeHtml(
  project: ProjectModel,
  { module, functionIndex, node }: { readonly module: Module; readonly functionIndex: number; readonly node: number },
  isAsked: boolean,
  isMaker: boolean,
): boolean {
  const here = (saidIn(module).get(functionIndex) ?? []).filter(
    (one) => !(isMaker && one.isArgument) && !inOtherBranch(module, Math.min(one.node, node), Math.max(one.node, node)),
  );
  if (here.length > 0) return nearest(module, here, node).some(({ isHtml }) => isHtml);
  const ofClass = saidByClass(project, module, functionIndex, isAsked);
  return ofClass.length > 0 ? ofClass.some(({ isHtml }) => isHtml) : !isAsked;
}

/** A type that was said in the same block is meant, before one that was said elsewhere in the function. */
function nearest({ tree }: Module, all: readonly Said[], node: number): readonly Said[] {
  const blockAround = (inner: number): number => {
    let current = inner;
    while (current >= 0 && tree.kind(current) !== Kind.block) current = tree.parent(current);
    return current;
  };
  const block = blockAround(node);
  const beside = all.filter((one) => blockAround(one.node) === block);
  return beside.length > 0 ? beside : all;
}

/** What the class says for all its answers; what its other methods say counts where HTML has to be said at all. */
function saidByClass(project: ProjectModel, module: Module, functionIndex: number, isAsked: boolean): readonly Said[] {
  if (functionIndex === MODULE) return [];
  const { methodOf } = module.index.functions[functionIndex]!;
  if (methodOf === MODULE) return [];
  const { classes } = project.ancestry({ module, index: methodOf });
  const asked = classes.map(typeAsked).find((type) => type !== undefined);
  if (asked !== undefined && !isAsked) return [asked];
  return classes.flatMap((owner) => {
    const found: Said[] = [];
    owner.module.index.functions.forEach((item, index) => {
      if (item.methodOf !== owner.index) return;
      if (!isAsked && !defaults.test(project.names.text(item.name))) return;
      found.push(...(saidIn(owner.module).get(index) ?? []));
    });
    return found;
  });
}

/** The type that a class gives to whoever asks it: `def get_content_type(self): return "application/json"`. */
function typeAsked({ module, index: classIndex }: ClassRef): Said | undefined {
  const { tree, index } = module;
  for (const item of index.functions) {
    if (item.methodOf !== classIndex || !askers.test(tree.names.text(item.name))) continue;
    const [statement] = item.body < 0 ? [] : tree.children(item.body).slice(-1);
    if (statement === undefined || tree.kind(statement) !== Kind.return_statement) continue;
    const isHtml = statement + 1 < tree.next(statement) ? namesHtml(module, statement + 1) : undefined;
    if (isHtml !== undefined) return { node: statement, isHtml, isArgument: false };
  }
  return undefined;
}

/** Content types by the function that names them; found once for a module. */
function saidIn(module: Module): ReadonlyMap<number, readonly Said[]> {
  const known = said.get(module);
  if (known !== undefined) return known;
  const found = new Map<number, Said[]>();
  const { tree, index } = module;
  const note = (node: number, value: number, isArgument = false): void => {
    const isHtml = value < 0 ? undefined : namesHtml(module, value);
    if (isHtml === undefined) return;
    const around = module.functionAround(node);
    const list = found.get(around);
    if (list === undefined) found.set(around, [{ node, isHtml, isArgument }]);
    else list.push({ node, isHtml, isArgument });
  };
  for (const node of index.assignments) {
    const left = tree.child(node, Field.left);
    const right = tree.child(node, Field.right);
    if (tree.kind(left) === Kind.attribute && attributes.test(tree.text(tree.child(left, Field.attribute))))
      note(node, right);
    if (tree.kind(left) === Kind.subscript && isHeaderName(module, tree.child(left, Field.subscript)))
      note(node, right);
  }
  for (const call of index.calls) {
    const list = tree.child(call, Field.arguments);
    if (list < 0) continue;
    const given = tree.children(list);
    const [first, second] = given;
    if (first !== undefined && second !== undefined && isHeaderName(module, first)) note(call, second);
    if (calledName(tree, call) === 'start_response' && second !== undefined) {
      // Headers that are named elsewhere: `start_response("200 OK", HTML)`.
      if (tree.kind(second) === Kind.list) notePairs(module, second, (value) => note(call, value));
      else note(call, second);
    }
    if (!makers.test(calledName(tree, call))) continue;
    for (const child of given) {
      if (tree.kind(child) !== Kind.keyword_argument) continue;
      if (attributes.test(tree.text(tree.child(child, Field.name)))) note(call, tree.child(child, Field.value), true);
    }
  }
  said.set(module, found);
  return found;
}

/** `[('Content-Type', 'text/html')]` */
function notePairs({ tree }: Module, list: number, note: (value: number) => void): void {
  for (const pair of tree.children(list)) {
    if (tree.kind(pair) !== Kind.tuple) continue;
    const [key, value] = tree.children(pair);
    const name = key === undefined ? undefined : literalText(tree, key);
    if (name !== undefined && headerName.test(name) && value !== undefined) note(value);
  }
}

function isHeaderName({ tree }: Module, node: number): boolean {
  const text = node < 0 ? undefined : literalText(tree, node);
  return text !== undefined && headerName.test(text);
}

/** Whether a type is HTML, as far as it can be read: a literal's beginning, or a name such as MEDIA_HTML. */
function namesHtml({ tree }: Module, node: number): boolean | undefined {
  const text = tree.text(node) || written(tree, node);
  const type = /\b(?:text|application|image|audio|video|multipart|font)\/[\w.+*-]+/.exec(text)?.[0];
  if (type !== undefined) return /html|svg/i.test(type);
  if (/^[\w.]*(?:HTML)[\w.]*$/.test(text)) return true;
  return /^[\w.]*(?:JSON|TEXT|PLAIN|CSV|XML|YAML|MSGPACK|PDF)[\w.]*$/.test(text) ? false : undefined;
}
