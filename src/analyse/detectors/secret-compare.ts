// The detector `secret-compare`: a secret or digest that is compared with `==` or `!=`, which take the longer the more of it is right.
// In: comparisons with the values of both sides, and how they are written. Out: a detection for each. Leaves alone: what others cannot
// send (two stored values, a cached hash), a form whose two fields must be equal, constants.
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit, Repair } from '../analysis.ts';
import { createNameTest } from '../name-test.ts';
import type { Argument, CompareEvent } from '../interpreter/events.ts';
import { holdsComment } from '../repairs/argument-edits.ts';
import { reachableName } from '../repairs/reachable-name.ts';
import { harmless } from '../values/taint.ts';
import type { CreateDetector } from './detector.ts';
import type { Leaf } from './expression-leaves.ts';
import { hashing, leavesOf } from './expression-leaves.ts';
import { secretName, wordsOf } from './secret-name.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { calledName, written } from './written-expression.ts';

interface Side {
  readonly node: number;
  readonly leaves: readonly Leaf[];
  /** A keyed digest, or a hash of a secret. */
  readonly isDigest: boolean;
  /** A secret that the program keeps. */
  readonly isKept: boolean;
  /** The entry of a table that another value finds: `passwords.get(user)`. */
  readonly isLookedUp: boolean;
  /** It is called a password, a token or a key. */
  readonly isNamed: boolean;
  readonly isRemote: boolean;
  /** What another server has answered: nobody tries it out on this one. */
  readonly isAnswer: boolean;
  /** The signature that came with a request: `request.headers["X-Signature"]`. */
  readonly isSignature: boolean;
  /** A function gives it: what is compared with a signature has been worked out from the same data. */
  readonly isMade: boolean;
  /** A parameter whose name says that it is to be checked. */
  readonly isHandedIn: boolean;
}

// Headers and fields in which a signature comes: X-Hub-Signature-256, HTTP_X_SIGN, hmac.
const signing = /(?:^|[-_])(?:signature|sign|sig|hmac)(?:$|[-_](?:v?\d+|sha\d+|hex)$)/i;
// Of a form: two fields that must be equal.
const twice =
  /^(?:confirm\w*|repeat\w*|again|retype\w*|verify|verification|re|old|new|current|second|check|2|original|previous|same)$/;
/** `hmac.compare_digest(a, b)`, which raises where `==` said no: one side is text beyond ASCII, or None. */
function comparedInConstantTime({ operator, module, functionIndex, node }: CompareEvent): Repair | undefined {
  const { tree } = module;
  const name = reachableName({ module, functionIndex, node }, 'hmac', 'compare_digest');
  const sides = tree
    .children(node)
    .filter((child) => tree.kind(child) !== Kind["'=='"] && tree.kind(child) !== Kind["'!='"]);
  const [left = -1, right = -1] = sides;
  if (name === undefined || sides.length !== 2) return undefined;
  const between = { start: tree.end(left), end: tree.start(right) };
  if (holdsComment(tree, between)) return undefined;
  const at = (offset: number): { start: number; end: number } => ({ start: offset, end: offset });
  const edits: Edit[] = [
    ...name.edits,
    { range: at(tree.start(left)), parts: [`${operator === '!=' ? 'not ' : ''}${name.text}(`] },
    { range: between, parts: [', '] },
    { range: at(tree.end(right)), parts: [')'] },
  ];
  return { edits, safe: false };
}

const otherForms = /(?:confirm\w*|repeat|again|retype|password_?2|password_?1|old_|new_)/i;

export const secretCompare: CreateDetector<'secret-compare'> = (context) => {
  const { rule, knowledge, report } = context;
  const given = new RegExp(rule.given, 'u');
  const worth = new RegExp(rule.worth, 'iu');
  const isWorth = createNameTest(knowledge.project.names, (text) => worth.test(text));

  const isSigned = createNameTest(
    knowledge.project.names,
    (text) => /^[a-z]?(['"])[\w-]+\1$/i.test(text) && signing.test(text.replace(/^\w?['"]|['"]$/g, '')),
  );

  const onCompare = (event: CompareEvent): void => {
    const { operator, left, right, module, functionIndex, node } = event;
    if ((operator !== '==' && operator !== '!=') || isConstant(left) || isConstant(right)) return;
    const a = sideOf(event, left);
    const b = sideOf(event, right);
    const found = verdict(a, b) ?? verdict(b, a);
    if (found === undefined || isForm(a, b) || isQueried(module, node)) return;
    const site = { module, functionIndex, node };
    const holds = (one: Parameters<typeof circumstancesHold>[0]): boolean =>
      circumstancesHold(one, site, undefined, context);
    if (rule.unless?.some(holds) === true) return;
    const lowered = rule.lower?.find(({ when }) => when.some(holds));
    report({
      ...site,
      values: { name: written(module.tree, found.secret.node) || 'a secret', operator },
      repair: comparedInConstantTime(event),
      ...(found.isReview ? { tier: 'hotspot' as const } : {}),
      ...(lowered === undefined ? {} : { tier: lowered.tier }),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
    });
  };

  /** `secret` is worth protecting, and `other` is what somebody tries. */
  const verdict = (secret: Side, other: Side): { readonly secret: Side; readonly isReview: boolean } | undefined => {
    if (other.isAnswer && !other.isRemote) return undefined;
    if (secret.isDigest) return other.isDigest ? undefined : { secret, isReview: false };
    if (secret.isMade && other.isSignature) return { secret, isReview: false };
    if (!(secret.isKept || (secret.isLookedUp && other.isNamed)) || secret.isRemote) return undefined;
    if (other.isRemote) return { secret, isReview: false };
    return other.isHandedIn && !other.isKept ? { secret, isReview: true } : undefined;
  };

  const sideOf = ({ module, functionIndex }: CompareEvent, { node, value }: Argument): Side => {
    const leaves = leavesOf(module, functionIndex, node);
    const marks = value.taint?.marks ?? [];
    const has = (kind: string): boolean => marks.some((mark) => mark.source?.kind === kind && !harmless(mark));
    const only = leaves.length === 1 ? leaves[0]! : undefined;
    return {
      node,
      leaves,
      isDigest: has('digest') || leaves.some(isKeyed),
      isKept: has('secret') || leaves.some((leaf) => isStored(module, leaf)),
      isLookedUp: isLookUp(module, node),
      isNamed: leaves.some(({ name }) => isSecretName(name)),
      isRemote: has('remote'),
      isAnswer: has('response'),
      isSignature: leaves.length > 0 && leaves.every(({ kind, name }) => kind === 'key' && signing.test(name)),
      isMade: leaves.some(({ kind, through }) => kind === 'call' || through.some((one) => hashing.test(one))),
      isHandedIn:
        only?.kind === 'name' &&
        given.test(wordsOf(only.name).join('_')) &&
        isParameter(module, functionIndex, only.name),
    };
  };

  return {
    observer: { compare: onCompare },
    interest: {
      calls: [
        { name: 'new', package: 'hmac' },
        { name: 'digest', package: 'hmac' },
      ],
      functions: (module) => (knowledge.context(module).isTest ? [] : comparingFunctions(module, isWorth, isSigned)),
    },
  };
};

/** The digest of a key, or a hash of something that only its owner knows. */
function isKeyed({ kind, name, variables, through }: Leaf): boolean {
  if (kind === 'call' && /^(?:hmac|pbkdf2_hmac|scrypt)$/.test(name)) return true;
  if (!through.some((one) => hashing.test(one))) return false;
  return [name, ...variables].some((one) => secretName(one) === 'password' || secretName(one) === 'key');
}

/** A secret by its name that is read from where it is kept: an attribute, an entry, a function, a constant of the module. */
function isStored(module: Module, { kind, name, variables }: Leaf): boolean {
  const isNamed = [name, ...variables].some(isSecretName);
  return isNamed && (kind !== 'name' || isModuleName(module, name));
}

function isSecretName(name: string): boolean {
  const secret = secretName(name);
  return secret !== undefined && secret !== 'salt';
}

/** `table[user]`, `table.get(user)`: which entry it is, a variable decides. */
function isLookUp({ tree }: Module, node: number): boolean {
  if (node < 0) return false;
  if (tree.kind(node) === Kind.subscript) return isOpen(tree, tree.child(node, Field.subscript));
  if (tree.kind(node) !== Kind.call || calledName(tree, node) !== 'get') return false;
  const [key] = tree.children(tree.child(node, Field.arguments));
  return tree.kind(tree.child(node, Field.function)) === Kind.attribute && key !== undefined && isOpen(tree, key);
}

function isOpen(tree: LoweredTree, key: number): boolean {
  return tree.kind(key) === Kind.identifier || tree.kind(key) === Kind.attribute;
}

function isModuleName(module: Module, name: string): boolean {
  return module.bindings.byName.has(module.tree.names.find(name));
}

/** Both sides are what a person types twice, or what was and what shall be. */
function isForm(a: Side, b: Side): boolean {
  const names = [...a.leaves, ...b.leaves].flatMap(({ name, variables }) => [name, ...variables]);
  const isPassword = (side: Side): boolean =>
    side.leaves.some(({ name, variables }) => [name, ...variables].some((one) => secretName(one) === 'password'));
  const says = (name: string): boolean => wordsOf(name).some((word) => twice.test(word)) || otherForms.test(name);
  return isPassword(a) && !a.isDigest && !b.isDigest && names.some(says);
}

const asking =
  /^(?:filter|where|having|get_or_404|one_or_404|exists|and_|or_|not_|case|join|outerjoin|filter_by|delete|update|select)$/;

/** `query.filter(Access.token == token)`: a condition that the database answers, by an index; nothing is compared here. */
function isQueried({ tree }: Module, node: number): boolean {
  for (let inner = node, at = tree.parent(node); at >= 0; inner = at, at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (kind === Kind.argument_list) continue;
    if (kind !== Kind.call) {
      if (kind === Kind.parenthesized_expression || kind === Kind.binary_operator || kind === Kind.unary_operator)
        continue;
      return false;
    }
    if (tree.field(inner) !== Field.arguments) return false;
    const name = calledName(tree, at);
    // `filter(lambda ...)` of Python has no comparison as its argument.
    if (asking.test(name)) return true;
  }
  return false;
}

function isConstant({ value }: Argument): boolean {
  return value.constants !== undefined;
}

function isParameter(module: Module, functionIndex: number, name: string): boolean {
  const { tree, index } = module;
  const item = index.functions[functionIndex];
  if (item === undefined || item.parameters < 0) return false;
  return tree.children(item.parameters).some((child) => tree.text(child) === name || tree.text(child + 1) === name);
}

/** Functions with a comparison in which something is called like a secret, or that name where a signature comes. */
function* comparingFunctions(
  module: Module,
  isWorth: (name: number) => boolean,
  isSigned: (name: number) => boolean,
): Iterable<number> {
  const { tree, index } = module;
  for (const string of index.strings) if (isSigned(tree.name(string))) yield module.functionAround(string);
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== Kind.comparison_operator) continue;
    for (let inner = node + 1; inner < tree.next(node); inner++) {
      if (!isWorth(tree.name(inner))) continue;
      yield module.functionAround(node);
      break;
    }
  }
}
