// What an expression is made of, as it is written: names, attributes, keys and calls, behind the functions that only change the form
// (`encode`, `join`, `str`, a hash). In: an expression. Out: its leaves. Variables are followed to their only assignment. Leaves
// alone: values, other functions, loops that build something up.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

export interface Leaf {
  readonly kind: 'name' | 'attribute' | 'key' | 'call' | 'other';
  /** Last name, the key's text, or what is called last; '' for `other`. */
  readonly name: string;
  readonly node: number;
  /** Variables and keys of dicts it was followed through, first the one that the expression mentions. */
  readonly variables: readonly string[];
  /** Functions it went into on its way: `encode`, `sha256`, `hexdigest`; `aFew` for a slice of a few characters. */
  readonly through: readonly string[];
}

const MAX_DEPTH = 10;
const MAX_LEAVES = 64;

// What these give says no more than what they get.
const transforming = new Set(
  (
    'encode decode lower upper casefold title strip lstrip rstrip ljust rjust center zfill join format format_map replace removeprefix removesuffix split partition translate ' +
    'bytes bytearray str int float repr ascii chr ord hex oct bin abs round list tuple sorted reversed digest hexdigest hash hex_digest memoryview ' +
    'md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s new ' +
    'b64encode b64decode urlsafe_b64encode urlsafe_b64decode standard_b64encode b32encode b16encode b85encode hexlify unhexlify fromhex ' +
    'to_bytes from_bytes force_bytes force_text force_str smart_bytes smart_str smart_text text_type to_native to_unicode utf8 pad quote dumps isoformat strftime total_seconds timestamp'
  ).split(' '),
);

/** What `through` says of a slice that leaves a few characters, as a hint is. */
export const aFew = '[:4]';
const MAX_FEW = 4;
/** What `through` says of a subscript that names an entry: what is left is not the whole. */
export const anEntry = '[]';

const methods =
  /^(?:encode|decode|format|format_map|join|replace|split|translate|strip|lower|upper|title|digest|hexdigest|hash|hex|partition)$/;
const form = /^(?:hex|bytes|int|urn|value|data|text|content)$/;

/** Functions that nothing comes back from but a digest. */
export const hashing = /^(?:md5|sha\d+\w*|sha3_\d+|blake2[bs]|new|digest|hexdigest|hash|hex_digest)$/;

/** The leaves of an expression; constants have none. */
export function leavesOf(module: Module, functionIndex: number, node: number): Leaf[] {
  const found: Leaf[] = [];
  if (node >= 0) collect(module, functionIndex, node, { variables: [], through: [] }, found, 0);
  return found;
}

interface Way {
  readonly variables: readonly string[];
  readonly through: readonly string[];
}

function collect(module: Module, functionIndex: number, node: number, way: Way, found: Leaf[], depth: number): void {
  const { tree } = module;
  if (found.length >= MAX_LEAVES) return;
  const add = (kind: Leaf['kind'], name: string): void => void found.push({ kind, name, node, ...way });
  const into = (inner: number, taken = way): void => {
    if (inner >= 0) collect(module, functionIndex, inner, taken, found, depth + 1);
  };
  if (depth > MAX_DEPTH) {
    add('other', '');
    return;
  }
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.float:
    case Kind.none:
    case Kind.true:
    case Kind.false:
      return;
    case Kind.string:
      for (const child of tree.children(node))
        if (tree.kind(child) === Kind.interpolation) into(tree.child(child, Field.expression));
      return;
    case Kind.concatenated_string:
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
    case Kind.expression_list:
    case Kind.parenthesized_expression:
    case Kind.await:
      for (const child of tree.children(node)) into(child);
      return;
    case Kind.dictionary:
      // Which of its entries is meant is not known.
      if (way.through.includes(anEntry)) return add('other', '');
      for (const child of tree.children(node)) {
        const key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : undefined;
        const value = tree.kind(child) === Kind.pair ? tree.child(child, Field.value) : child + 1;
        into(value, key === undefined ? way : { ...way, variables: [...way.variables, key] });
      }
      return;
    case Kind.binary_operator:
    case Kind.boolean_operator:
      into(tree.child(node, Field.left));
      into(tree.child(node, Field.right));
      return;
    case Kind.conditional_expression: {
      const [body, , otherwise] = tree.children(node);
      into(body ?? -1);
      into(otherwise ?? -1);
      return;
    }
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
      into(tree.child(node, Field.body));
      return;
    case Kind.named_expression:
      into(tree.child(node, Field.value));
      return;
    case Kind.attribute: {
      const object = tree.child(node, Field.object);
      const name = tree.text(tree.child(node, Field.attribute));
      // `uuid1().hex` is another form of what the call gives.
      if (tree.kind(object) === Kind.call && form.test(name)) into(object, { ...way, through: [...way.through, name] });
      else add('attribute', name);
      return;
    }
    case Kind.subscript: {
      const text = literalText(tree, tree.child(node, Field.subscript));
      if (text !== undefined) add('key', text);
      else into(tree.child(node, Field.value), partOf(module, tree.child(node, Field.subscript), way));
      return;
    }
    case Kind.call: {
      if (calledName(tree, node) === 'dict') {
        const { positional, keywords } = argumentsOf(tree, node);
        for (const argument of positional) into(argument);
        for (const [key, value] of keywords) into(value, { ...way, variables: [...way.variables, key] });
        return;
      }
      const inside = intoCall(module, functionIndex, node);
      if ('leaf' in inside) add(inside.leaf, inside.name);
      else for (const child of inside.nodes) into(child, { ...way, through: [...way.through, inside.name] });
      return;
    }
    case Kind.identifier: {
      const name = tree.text(node);
      const value = onlyValue(module, functionIndex, tree.name(node));
      if (value < 0 || way.variables.includes(name)) add('name', name);
      else into(value, { ...way, variables: [...way.variables, name] });
      return;
    }
    default:
      add('other', '');
  }
}

/** Last name of what a call calls, as it was defined: `randint` of `number(1, 6)` after `from random import randint as number`. */
export function definedName(module: Module, call: number): string {
  const { tree } = module;
  const callee = tree.child(call, Field.function);
  const binding =
    tree.kind(callee) === Kind.identifier ? module.bindings.byName.get(tree.name(callee))?.at(-1) : undefined;
  return binding?.kind === 'import'
    ? binding.target.slice(binding.target.lastIndexOf('.') + 1)
    : calledName(tree, call);
}

/** The expressions that go on through a call; or what it is as a leaf. */
function intoCall(
  module: Module,
  functionIndex: number,
  call: number,
):
  | { readonly name: string; readonly nodes: readonly number[] }
  | { readonly leaf: 'key' | 'call'; readonly name: string } {
  const { tree } = module;
  const name = definedName(module, call);
  const { positional, keywords, hasSplat } = argumentsOf(tree, call);
  const callee = tree.child(call, Field.function);
  const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
  // `form.get("email")`, `os.getenv("KEY")` read what they name.
  const key =
    /^(?:get|pop|getenv|getlist|getfirst|getone|get_argument|get_body_argument|get_query_argument|get_header|get_cookie|get_param|setdefault)$/.test(
      name,
    )
      ? positional.map((argument) => literalText(tree, argument))[0]
      : undefined;
  if (key !== undefined) return { leaf: 'key', name: key };
  if (/(?:^|\.)hmac\.(?:new|digest)$|(?:^|\.)HMAC(?:\.new)?$/.test(written(tree, callee)))
    return { leaf: 'call', name: 'hmac' };
  if (!transforming.has(name) || hasSplat) return { leaf: 'call', name };
  const ofModule = object >= 0 && isModule(module, functionIndex, object);
  // `jwt.encode(x)` is no `text.encode()`.
  // `numpy.random.bytes(16)` makes them.
  if (ofModule && name === 'bytes') return { leaf: 'call', name };
  if (ofModule && methods.test(name) && !/(?:^|\.)(?:codecs|json|str|bytes)$/.test(written(tree, object)))
    return { leaf: 'call', name };
  const receiver = object >= 0 && !ofModule ? [object] : [];
  return { name, nodes: [...receiver, ...positional, ...keywords.values()] };
}

/** The way through a subscript that is no literal key. */
function partOf(module: Module, subscript: number, way: Way): Way {
  if (isShort(module, subscript)) return { ...way, through: [...way.through, aFew] };
  return module.tree.kind(subscript) === Kind.slice ? way : { ...way, through: [...way.through, anEntry] };
}

/** `[:4]`, `[-4:]`, `[0]`. */
function isShort({ tree }: Module, subscript: number): boolean {
  if (tree.kind(subscript) === Kind.integer) return true;
  if (tree.kind(subscript) !== Kind.slice) return false;
  const bounds = tree
    .children(subscript)
    .filter((child) => tree.kind(child) === Kind.integer || tree.kind(child) === Kind.unary_operator);
  const only = bounds.length === 1 && tree.children(subscript).length <= 2 ? bounds[0]! : undefined;
  if (only === undefined) return false;
  const number = tree.kind(only) === Kind.integer ? only : tree.next(only) - 1;
  return Number(tree.text(number)) <= MAX_FEW;
}

/** `hashlib.md5(x)` is a function of a module, `text.encode()` a method of what matters. */
function isModule(module: Module, functionIndex: number, object: number): boolean {
  const { tree } = module;
  let root = object;
  while (tree.kind(root) === Kind.attribute) root += 1;
  if (tree.kind(root) !== Kind.identifier) return false;
  const name = tree.name(root);
  const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
  const bindings =
    (item === undefined ? undefined : module.functionBindings(item).byName.get(name)) ??
    module.bindings.byName.get(name);
  return bindings?.every(({ kind }) => kind === 'import') === true;
}

/** The only value that is assigned to a name in a function, or in the module; -1 if it is a parameter or there are several. */
export function onlyValue(module: Module, functionIndex: number, name: number): number {
  const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
  const own = item === undefined ? undefined : module.functionBindings(item).byName.get(name);
  if (item !== undefined && hasParameter(module, item.parameters, name)) return -1;
  const bindings = own ?? module.bindings.byName.get(name);
  const only = bindings?.length === 1 ? bindings[0]! : undefined;
  return only?.kind === 'value' ? only.value : -1;
}

function hasParameter({ tree }: Module, parameters: number, name: number): boolean {
  if (parameters < 0) return false;
  // Of `name: type = default` the name comes first.
  return tree.children(parameters).some((child) => tree.name(child) === name || tree.name(child + 1) === name);
}
