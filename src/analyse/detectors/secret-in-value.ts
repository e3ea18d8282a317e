// Whether a secret goes into a value: by a mark, by what its dicts hold under a name that promises one, and by how its expression is
// written. In: an argument at a place. Out: the secret as the code writes it, or undefined. Leaves alone: names and hashes of secrets, a
// few of their characters, what is encrypted or masked, fields whose type hides them.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Argument, Holds, Site } from '../interpreter/events.ts';
import { holdsFieldNames } from '../secrets/field-name.ts';
import { fieldType } from '../taint/harmless-types.ts';
import { mayHoldSecret, promisesSecret, protectsSecret } from '../taint/secret-names.ts';
import { harmless } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { Leaf } from './expression-leaves.ts';
import { aFew, hashing, leavesOf } from './expression-leaves.ts';
import { secretName, wordsOf } from './secret-name.ts';
import { argumentsOf, calledName, lastWord, written } from './written-expression.ts';

/** A secret that goes into a value. */
export interface Found {
  /** As the code writes it, or the name of the entry. */
  readonly name: string;
  readonly module: Module;
  readonly node: number;
  /** The name means other things too. */
  readonly isVague: boolean;
}

/** `evaluate` reads the value of an expression there; `key` is the name under which the argument is given. */
export type SecretIn = (
  site: Site,
  argument: Argument,
  holds: Holds,
  evaluate: (node: number) => Value,
  key?: string,
) => Found | undefined;

export interface SecretFinder {
  readonly secretIn: SecretIn;
  /** A name that promises a secret which the rule is about. */
  readonly isMeant: (name: string) => boolean;
}

// Functions that do something with a secret and hand out none.
const doing = new Set(
  'set update save store delete remove send post push upload sync register rotate revoke change test ask enter prompt need require reset try list count log print show write'.split(
    ' ',
  ),
);
// An object that stands for one, an id.
const vague =
  /(?:^|_)(?:credentials?|creds|secrets)$|^(?:get_|load_|read_|find_|fetch_)?(?:\w+_)?(?:account|app|client|license|storage|access|application|consumer)_?key$|^(?:get_|load_|read_|find_|fetch_)?secret$/;
// Last words of names of what everybody may know.
const identifying =
  /^(?:id|ids|uuid|name|names|serial|number|host|hostname|url|uri|user|username|email|type|kind|status|count|mac|model|version)$/;
const isVague = (name: string): boolean => vague.test(wordsOf(name).join('_'));

// `private_key_path = entry.get('private_key')`: where a secret is kept.
const locating = /^(?:path|file|filename|folder|dir|directory)$/;

/** `exceptNames` is a pattern for names (words in lower case, joined by `_`); what comes from one of `notFrom` is no secret of the program. */
export function createSecretFinder(
  engine: () => Engine,
  exceptNames: string | undefined,
  notFrom: readonly SourceKind[],
): SecretFinder {
  const except = exceptNames === undefined ? undefined : new RegExp(exceptNames, 'iu');
  const isMeant = (name: string): boolean => promisesSecret(name) && except?.test(wordsOf(name).join('_')) !== true;

  /** The secret that goes into an argument, by marks, by what its containers hold, and as it is written. */
  const secretIn: SecretIn = (site, argument, holds, evaluate, key) => {
    const { value, node } = argument;
    if (value.constants !== undefined) return undefined;
    const marks = value.taint?.marks ?? [];
    if (notFrom.some((kind) => marks.some(({ source }) => source?.kind === kind))) return undefined;
    for (const mark of marks) {
      const { source } = mark;
      if (source?.kind !== 'secret' || harmless(mark) || except?.test(source.key ?? '') === true) continue;
      return { name: source.name, module: source.module, node: source.node, isVague: false };
    }
    if (node < 0) return undefined;
    const { module, functionIndex } = site;
    const leaves = leavesOf(module, functionIndex, node);
    for (const leaf of leaves) {
      const name = secretOf(key === undefined ? leaf : { ...leaf, variables: [key, ...leaf.variables] });
      if (name === undefined || (leaf.kind === 'attribute' && holdsFieldNames(module, leaf.name))) continue;
      const known = evaluate(leaf.node);
      const isFromSender = notFrom.some((kind) => known.taint?.marks.some(({ source }) => source?.kind === kind));
      if (
        isFromSender ||
        isClean(known) ||
        !mayHoldSecret(module.tree, assignedBefore(module, functionIndex, leaf.node), known) ||
        isHidden(module, leaf.node, evaluate) ||
        isNameOfIt(module, functionIndex, leaf)
      )
        continue;
      return { name: written(module.tree, leaf.node) || name, module, node: leaf.node, isVague: isVague(name) };
    }
    // What is written in place has been looked at; a container that comes from elsewhere is looked into.
    const only = leaves.length === 1 ? leaves[0]! : undefined;
    const isContainer =
      only !== undefined &&
      only.kind !== 'other' &&
      only.through.every((one) => one === 'dumps' || one === 'str' || one === 'repr');
    return isContainer ? heldSecret(site, node, value, holds, 0) : undefined;
  };

  /** A field whose type shows stars in its place. */
  const isHidden = (module: Module, node: number, evaluate: (node: number) => Value): boolean => {
    const { tree } = module;
    if (tree.kind(node) !== Kind.attribute) return false;
    const name = tree.text(tree.child(node, Field.attribute));
    return evaluate(tree.child(node, Field.object)).denotes.some((one) => {
      const type = one.kind === 'object' ? fieldType(engine(), one, name) : undefined;
      return type !== undefined && /Secret/.test(sourceText(type.module, type.node));
    });
  };

  /** The promising name that a leaf has, of the variables it went through too. */
  const secretOf = ({ kind, name, variables, through }: Leaf): string | undefined => {
    if (through.some((one) => one === aFew || hashing.test(one)) || kind === 'other') return undefined;
    if (protectsSecret(name) || (kind === 'call' && doing.has(wordsOf(name)[0] ?? ''))) return undefined;
    if (variables.some((variable) => protectsSecret(variable) || locating.test(wordsOf(variable).at(-1) ?? '')))
      return undefined;
    // `dsn = device.serial_number`: what it is read from says what it is.
    if ((kind === 'attribute' || kind === 'key') && identifying.test(wordsOf(name).at(-1) ?? '')) return undefined;
    // An entry that is named otherwise is another field, whatever it stands in.
    return [name, ...variables].find(isMeant);
  };

  const heldSecret = (site: Site, node: number, value: Value, holds: Holds, depth: number): Found | undefined => {
    for (const held of holds(value)) {
      if (held.kind !== 'dict') continue;
      for (const [key, entry] of held.entries) {
        const name = key.startsWith('s') ? key.slice(1) : '';
        if (isMeant(name) && !isClean(entry) && mayHoldSecret(site.module.tree, -1, entry))
          return { name, module: site.module, node, isVague: isVague(name) };
        const inner = depth < 2 ? heldSecret(site, node, entry, holds, depth + 1) : undefined;
        if (inner !== undefined) return inner;
      }
    }
    return undefined;
  };

  return { secretIn, isMeant };
}

/** `open(settings.DB_KEY)`, `config["dsns"][dsn]`: the function itself takes it for the name of a file, or of an entry. */
function isNameOfIt(module: Module, functionIndex: number, { node, name }: Leaf): boolean {
  const { tree, index } = module;
  const text = written(tree, node);
  if (functionIndex === MODULE || text === '') return false;
  const isIt = (one: number): boolean => one >= 0 && one !== node && written(tree, one) === text;
  const around = index.functions[functionIndex]!.node;
  const isEntry = secretName(name) === 'connection' || secretName(name) === 'password';
  for (let inner = around; inner < tree.next(around); inner++) {
    const kind = tree.kind(inner);
    if (kind === Kind.call && calledName(tree, inner) === 'open' && isIt(argumentsOf(tree, inner).positional[0] ?? -1))
      return true;
    // Where the table holds them, the key is the name of one.
    if (kind !== Kind.subscript || !isEntry || !isIt(tree.child(inner, Field.subscript))) continue;
    if (secretName(lastWord(tree, tree.child(inner, Field.value))) !== undefined) return true;
  }
  return false;
}

/** Of a variable the expression that it was assigned last, in the order of the text; else the node itself. */
function assignedBefore(module: Module, functionIndex: number, node: number): number {
  const { tree, index } = module;
  if (tree.kind(node) !== Kind.identifier) return node;
  let last = node;
  for (const assignment of index.assignments) {
    if (assignment >= node) break;
    const right = tree.child(assignment, Field.right);
    const isMeant = tree.kind(assignment + 1) === Kind.identifier && tree.name(assignment + 1) === tree.name(node);
    // The assignment that the node stands in comes after it.
    if (isMeant && right >= 0 && tree.next(assignment) <= node && module.functionAround(assignment) === functionIndex)
      last = right;
  }
  return last;
}

/** Marks that were made harmless: a hash, something encrypted. */
function isClean({ taint }: Value): boolean {
  const marks = taint?.marks ?? [];
  return marks.length > 0 && marks.every((mark) => harmless(mark));
}

function sourceText({ tree }: Module, root: number): string {
  let text = '';
  for (let node = root; node < tree.next(root); node++) if (tree.next(node) === node + 1) text += ` ${tree.text(node)}`;
  return text;
}
