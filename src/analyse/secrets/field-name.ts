// Whether a literal under a secret-like name is the name of a field or key and no secret.
// In: the name, the literal, and their places in a module. Out: yes or no. Leaves alone: whether the text could be a secret at all (secret-value.ts).
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { wordsOf } from '../detectors/secret-name.ts';
import { passesSecretTest } from '../detectors/secret-value.ts';
import { literalText } from '../detectors/written-expression.ts';

/** A literal with the name it is given to. */
interface Named {
  readonly name: string;
  readonly nameNode: number;
  readonly value: string;
  readonly valueNode: number;
  readonly kind: 'password' | 'key' | 'token';
}

/** True if the literal names something: itself, a thing of the file, a key, or a field as most of its neighbours do. */
export function isFieldName(module: Module, named: Named, lookups: RegExp): boolean {
  return (
    namesItself(named.name, named.value) ||
    isNameInFile(module, named.value, named.valueNode) ||
    isUsedAsKey(module, named.nameNode, lookups) ||
    isEnumMember(module, named.nameNode) ||
    isRepeated(module, named) ||
    isOneOfNames(module, named) ||
    neighboursNameThemselves(module, named)
  );
}

/** `PASSWORD = 'password'`, `CONF_API_KEY = 'api_key'`: the words of the value are the last words of the name. */
function namesItself(name: string, written: string): boolean {
  const value = written.replace(/\0+$/, '');
  if (!/^[A-Za-z][\w .:/-]*$/.test(value)) return false;
  const [own, other] = [wordsOf(name).join(''), wordsOf(value).join('')];
  return (
    own === other ||
    own === `${other}s` ||
    `${own}s` === other ||
    (other.length > 4 && other.endsWith('s') && own.endsWith(other.slice(0, -1))) ||
    own.endsWith(`key${other}`) ||
    (other.length > own.length && other.endsWith(own) && /[_-]/.test(value) && !/\d/.test(value))
  );
}

/** The value is an identifier that stands in the same file. */
function isNameInFile({ tree }: Module, value: string, valueNode: number): boolean {
  if (!/^[A-Za-z_]\w*$/.test(value)) return false;
  const number = tree.names.find(value);
  if (number === 0) return false;
  for (let node = 0; node < tree.size; node++) {
    if (tree.name(node) === number && node !== valueNode && tree.kind(node) === Kind.identifier) return true;
  }
  return false;
}

/** The name stands elsewhere in the file as a key: `config[PASSWORD]`, `data.get(PASSWORD)`, `{PASSWORD: ...}`. */
function isUsedAsKey({ tree }: Module, nameNode: number, lookups: RegExp): boolean {
  const number = tree.name(nameNode);
  if (tree.kind(nameNode) !== Kind.identifier) return false;
  for (let node = 1; node < tree.size; node++) {
    if (tree.name(node) !== number || tree.kind(node) !== Kind.identifier) continue;
    if (tree.field(node) === Field.subscript || tree.field(node) === Field.key) return true;
    // First argument of a method that looks something up.
    const list = tree.parent(node);
    if (tree.kind(list) !== Kind.argument_list || list + 1 !== node) continue;
    const callee = tree.child(tree.parent(list), Field.function);
    if (tree.kind(callee) === Kind.attribute && lookups.test(tree.text(tree.next(callee) - 1))) return true;
  }
  return false;
}

/** A member of an enumeration is one of a few names. */
function isEnumMember({ tree, index }: Module, nameNode: number): boolean {
  if (tree.kind(nameNode) !== Kind.identifier) return false;
  const body = tree.parent(tree.parent(tree.parent(nameNode)));
  const around = index.classes.find((item) => item.body === body);
  if (around === undefined || around.superclasses < 0) return false;
  return tree.children(around.superclasses).some((base) => /(?:Enum|Flag)$/.test(tree.text(tree.next(base) - 1)));
}

/** `{"user": "mail", "password": "mail", "host": "mail"}`: what several entries say is a name for what they have in common. */
function isRepeated({ tree }: Module, { nameNode, value }: Named): boolean {
  if (tree.kind(nameNode - 1) !== Kind.pair || tree.field(nameNode) !== Field.key) return false;
  const pairs = tree.children(tree.parent(nameNode - 1)).filter((child) => tree.kind(child) === Kind.pair);
  return pairs.filter((pair) => literalText(tree, tree.child(pair, Field.value)) === value).length > 2;
}

/** Fewer names under the same name say nothing about what stands there. */
const fewestNames = 2;

/**
 * `Sensor(api_key='chargePower'), Sensor(api_key='capacity'), Sensor(api_key='pac1')`: at least half of what the file gives to that
 * argument or entry are plain words, so the rest are names too. A text that passes for random stays what it is.
 */
function isOneOfNames({ tree }: Module, { nameNode, value, kind }: Named): boolean {
  const field = tree.field(nameNode);
  const holder = tree.kind(nameNode - 1);
  if (holder !== Kind.keyword_argument && holder !== Kind.pair) return false;
  if (!isIdentifier(value) || passesSecretTest('high-entropy', value)) return false;
  const others = new Map<string, boolean>();
  const number = tree.name(nameNode);
  for (let node = 1; node < tree.size; node++) {
    if (tree.name(node) !== number || tree.field(node) !== field || tree.kind(node - 1) !== holder) continue;
    const other = literalText(tree, node + 1);
    if (other === undefined || other === value || other === '') continue;
    others.set(other, isName(kind, other));
  }
  const names = [...others.values()].filter(Boolean).length;
  return names >= fewestNames && names * 2 >= others.size;
}

/** The file gives a keyword of that name literals, and all of them name something: `Sensor(api_key='chargePower')`. */
export function holdsFieldNames({ tree }: Module, name: string): boolean {
  const number = tree.names.find(name);
  let isGiven = false;
  for (let node = 1; number !== 0 && node < tree.size; node++) {
    if (tree.name(node) !== number || tree.kind(node - 1) !== Kind.keyword_argument) continue;
    const value = tree.field(node) === Field.name ? literalText(tree, node + 1) : undefined;
    if (value === undefined || value === '') continue;
    if (!isName('key', value)) return false;
    isGiven = true;
  }
  return isGiven;
}

/** Words, and no stand-in for a secret. */
function isName(kind: Named['kind'], text: string): boolean {
  return isIdentifier(text) && !passesSecretTest(kind, text) && !passesSecretTest('placeholder', text);
}

function isIdentifier(text: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(text);
}

/**
 * `API_SCOPE = 'scope'` beside `API_PASSWORD = 'password'`: constants that begin alike and say their own last words are
 * names of fields, all of them.
 */
function neighboursNameThemselves({ tree, index }: Module, { nameNode, name, value }: Named): boolean {
  if (tree.kind(nameNode) !== Kind.identifier || !saysLastWords(name, value)) return false;
  const first = wordsOf(name)[0];
  const block = tree.parent(tree.parent(tree.parent(nameNode)));
  return index.assignments.some((assignment) => {
    const target = assignment + 1;
    if (target === nameNode || tree.kind(target) !== Kind.identifier) return false;
    if (tree.parent(tree.parent(assignment)) !== block) return false;
    const text = tree.text(target);
    const right = tree.child(assignment, Field.right);
    const other = right < 0 ? undefined : literalText(tree, right);
    return other !== undefined && wordsOf(text)[0] === first && saysLastWords(text, other);
  });
}

/** The words of a value are the last words of a name that has more. */
function saysLastWords(name: string, value: string): boolean {
  if (!/^[A-Za-z][\w -]*$/.test(value)) return false;
  const [own, other] = [wordsOf(name), wordsOf(value)];
  return other.length < own.length && own.slice(-other.length).join('') === other.join('');
}
