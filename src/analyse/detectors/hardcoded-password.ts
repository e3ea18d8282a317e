// The detector `hardcoded-password`: a name that promises a secret and a literal that can be one.
// In: assignments (of containers too, `API_KEYS = {...}`), dict entries, keyword arguments, comparisons with `==`, as they are written. Out: a detection for each.
// Leaves alone: defaults of parameters and of reads of the environment (another rule), names of secrets rather than secrets.
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { inShowingFunction, purposeOf } from '../secrets/data-holder.ts';
import { isFieldName } from '../secrets/field-name.ts';
import type { CreateDetector } from './detector.ts';
import type { SecretNameKind } from './secret-name.ts';
import { isLoginTable } from './login-table.ts';
import { secretName, wordsOf } from './secret-name.ts';
import { mainGuardAround } from './surroundings.ts';
import { passesSecretTest } from './secret-value.ts';
import { literalText } from './written-expression.ts';

// As a dict's value or an argument it is the name of a field that the other side uses.
const passwordWord = /^(?:password|passwd|passwort|passphrase|passcode|pass|pwd|pw)$/i;

// The name of an environment variable: `PGPASSWORD`.
const variable = /^[A-Z]{2,}(?:PASSWORD|PASSWD|SECRET|TOKEN)$/;
// Where something is to be found: `shop.api.token:ApiToken`.
const reference = /^\.{0,2}[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+:[A-Za-z_]\w*$/;

/** Below `if __name__ == "__main__":` beside an assertion: a trial of the module, with values of its own. */
function isOfTrial(module: Module, place: number): boolean {
  const { tree } = module;
  const guard = mainGuardAround(module, place);
  for (let node = guard; guard >= 0 && node < tree.next(guard); node++)
    if (tree.kind(node) === Kind.assert_statement) return true;
  return false;
}

export const hardcodedPassword: CreateDetector<'hardcoded-password'> = ({ rule, knowledge, report }) => {
  const lookups = new RegExp(rule.lookups, 'u');
  /** Whether an identifier, or the text of a string, promises a secret. */
  const promises = createNameTest(knowledge.project.names, (text) => kindOf(bareName(text)) !== undefined);

  const contains = createNameTest(knowledge.project.names, (text) => heldKind(text) !== undefined);

  const look = (module: Module, place: number, nameNode: number, valueNode: number, wording: string): void => {
    const { tree } = module;
    const name = bareName(tree.text(nameNode));
    const kind = kindOf(name);
    const value = literalText(tree, unwrapped(module, valueNode));
    if (kind === undefined || value === undefined || !canBeSecret(kind, value)) return;
    if (wording !== 'assigned' && wording !== 'compared' && (passwordWord.test(value) || variable.test(value))) return;
    if (reference.test(value)) return;
    if (purposeOf(module, place) !== undefined || inShowingFunction(module, place) || isOfTrial(module, place)) return;
    if (isRefused(name) || isFieldName(module, { name, nameNode, value, valueNode, kind: testOf(kind) }, lookups))
      return;
    report({
      module,
      node: place,
      functionIndex: module.functionAround(place),
      wording,
      values: { name, length: value.length },
      secret: true,
    });
  };

  const lookAtAssignments = (module: Module): void => {
    const { tree, index } = module;
    for (const assignment of index.assignments) {
      const left = assignment + 1;
      const kind = tree.kind(left);
      if (kind === Kind.pattern_list || kind === Kind.tuple_pattern) {
        lookAtSeveral(module, assignment, left);
        continue;
      }
      // Of an attribute or subscript the last node is its name or key.
      const nameNode = kind === Kind.identifier ? left : tree.next(left) - 1;
      if (!promises(tree.name(nameNode)) || (kind === Kind.subscript && tree.kind(nameNode) !== Kind.string)) continue;
      const right = tree.child(assignment, Field.right);
      if (right >= 0) look(module, assignment, nameNode, right, 'assigned');
    }
  };

  /** `API_KEYS = {'mail': '...'}`, `KEYS['mail'] = '...'`: the container's name says what is in it, the keys whose it is. */
  const lookAtContainers = (module: Module): void => {
    const { tree, index } = module;
    for (const assignment of index.assignments) {
      const left = assignment + 1;
      const right = tree.child(assignment, Field.right);
      if (right < 0) continue;
      const isEntry = tree.kind(left) === Kind.subscript;
      const owner = isEntry ? tree.child(left, Field.value) : left;
      const nameNode = lastName(module, owner);
      if (tree.kind(nameNode) !== Kind.identifier) continue;
      // `USERS = {"anna": "..."}`, of which an entry is compared with a password.
      const isTable = holdsTexts(tree, right) && isLoginTable(module, tree.name(nameNode));
      if (!isTable && !contains(tree.name(nameNode))) continue;
      for (const { key, value } of isEntry
        ? [{ key: -1, value: right }]
        : elementsOf(module, right).filter((one) => one.key < 0 || !promises(tree.name(one.key)))) {
        const text = literalText(tree, unwrapped(module, value));
        const name = tree.text(nameNode);
        if (
          text === undefined ||
          !(isTable ? canBeSecret('password', text) : canBeHeld(name, text)) ||
          purposeOf(module, value) !== undefined ||
          isRefused(name)
        )
          continue;
        report({
          module,
          node: key < 0 ? value : tree.parent(value),
          functionIndex: module.functionAround(value),
          wording: 'held',
          values: { name, length: text.length },
          secret: true,
        });
      }
    }
  };

  /** `user, password = 'root', '...'` */
  const lookAtSeveral = (module: Module, assignment: number, left: number): void => {
    const { tree } = module;
    const right = tree.child(assignment, Field.right);
    if (right < 0 || (tree.kind(right) !== Kind.expression_list && tree.kind(right) !== Kind.tuple)) return;
    const targets = tree.children(left);
    const values = tree.children(right);
    if (targets.length !== values.length) return;
    targets.forEach((target, i) => {
      if (promises(tree.name(target))) look(module, values[i]!, target, values[i]!, 'assigned');
    });
  };

  const lookAtStrings = (module: Module): void => {
    const { tree, index } = module;
    for (const string of index.strings) {
      // The nodes stand in the order of the text: what names the string stands just before it, with an operator between
      // in a comparison. In an assignment the target does.
      let before = string - 1;
      if (before > 1 && tree.kind(before) === Kind.concatenated_string) before--;
      if (before < 2) continue;
      if (promises(tree.name(before))) {
        const holder = tree.kind(before - 1);
        if (tree.field(before) === Field.key && holder === Kind.pair)
          look(module, before - 1, before, before + 1, 'entry');
        else if (tree.field(before) === Field.name && holder === Kind.keyword_argument) lookAtKeyword(module, before);
      } else if (tree.kind(before) === Kind["'=='"] && promises(tree.name(before - 1))) {
        lookAtComparison(module, string, before - 1);
      } else if (tree.kind(string + 1) === Kind["'=='"]) {
        const other = lastName(module, string + 2);
        if (promises(tree.name(other))) lookAtComparison(module, string, other);
      }
    }
  };

  const lookAtKeyword = (module: Module, nameNode: number): void => {
    // `dict(password='...')` is a dict entry; everything else an argument.
    look(module, nameNode - 1, nameNode, nameNode + 1, 'argument');
  };

  const lookAtComparison = (module: Module, string: number, nameNode: number): void => {
    const { tree } = module;
    const comparison = tree.parent(string);
    // `a == 'x'` alone: in a chain the neighbour may belong to another operand.
    if (tree.kind(comparison) !== Kind.comparison_operator) return;
    look(module, comparison, nameNode, string, 'compared');
  };

  return {
    module: (module) => {
      // Test code is not spoken about: nothing to look for.
      if (knowledge.context(module).isTest) return;
      lookAtAssignments(module);
      lookAtContainers(module);
      lookAtStrings(module);
    },
  };
};

/** What a container's name says is in it: `PASSWORDS`, `API_KEYS`; of `KEYS` and `TOKENS` alone it may be something else. */
function heldKind(name: string): 'password' | 'key' | 'any' | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (!/^(?:password|passphrase|passcode|secret|token|key|credential)s$/.test(last)) return undefined;
  if (words.length === 1)
    return /^(?:password|passphrase|passcode)s$/.test(last) ? 'password' : last === 'secrets' ? 'key' : 'any';
  const kind = kindOf([...words.slice(0, -1), last.slice(0, -1)].join('_'));
  return kind === 'password' || kind === 'key' ? kind : undefined;
}

/** Only what passes for random; digests and fingerprints are kept under such names too. */
function canBeHeld(name: string, text: string): boolean {
  if (heldKind(name) === 'password') return passesSecretTest('password', text) && /\d|[^A-Za-z\d]/.test(text);
  if (!passesSecretTest('high-entropy', text) || !passesSecretTest('key', text)) return false;
  return heldKind(name) === 'key' || !/^[\dA-Fa-f: ]+$|^[A-Z\d]+$/.test(text);
}

/** A dict of which every key and value is a text. */
function holdsTexts(tree: LoweredTree, node: number): boolean {
  if (tree.kind(node) !== Kind.dictionary) return false;
  const entries = tree.children(node);
  return (
    entries.length > 0 &&
    entries.every(
      (one) => tree.kind(one) === Kind.pair && tree.children(one).every((part) => tree.kind(part) === Kind.string),
    )
  );
}

/** The elements of a list, tuple or set; the values of a dict with their keys. */
function elementsOf({ tree }: Module, node: number): readonly { readonly key: number; readonly value: number }[] {
  switch (tree.kind(node)) {
    case Kind.dictionary:
      return tree
        .children(node)
        .filter((child) => tree.kind(child) === Kind.pair)
        .map((pair) => ({ key: tree.child(pair, Field.key), value: tree.child(pair, Field.value) }));
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
      return tree.children(node).map((value) => ({ key: -1, value }));
    default:
      return [];
  }
}

/** Kinds that this rule speaks about: a connection text has its password in it, salts are no secrets. */
function kindOf(name: string): SecretNameKind | undefined {
  if (name === '') return undefined;
  const kind = secretName(name);
  return kind === 'salt' || kind === 'connection' ? undefined : kind;
}

function canBeSecret(kind: SecretNameKind, value: string): boolean {
  return passesSecretTest(testOf(kind), value);
}

function testOf(kind: SecretNameKind): 'password' | 'key' | 'token' {
  return kind === 'password' || kind === 'key' ? kind : 'token';
}

const refusing = new Set(
  'weak insecure common breached leaked compromised revoked denied forbidden disallowed blocked banned'.split(' '),
);

/** `REVOKED_TOKEN`, `LEGACY_DEFAULT_PASSWORD`: it is there so that it can be refused. */
function isRefused(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => refusing.has(word)) ||
    (words.includes('default') && words.some((word) => word === 'legacy' || word === 'former' || word === 'old'))
  );
}

/** An identifier as it is; of a string token the text, if it is a short word. */
function bareName(text: string): string {
  if (!/['"]$/.test(text)) return text;
  return /^[A-Za-z]{0,2}['"]([\w.-]{1,60})['"]$/.exec(text)?.[1] ?? '';
}

/** The last identifier of a dotted name; the node itself otherwise. */
function lastName({ tree }: Module, node: number): number {
  return tree.kind(node) === Kind.attribute ? tree.next(node) - 1 : node;
}

/** Without parentheses, `.encode()` and `str()`. */
function unwrapped({ tree }: Module, node: number): number {
  let current = node;
  for (;;) {
    if (tree.kind(current) === Kind.parenthesized_expression) current += 1;
    else if (
      tree.kind(current) === Kind.call &&
      tree.kind(current + 1) === Kind.attribute &&
      tree.text(tree.next(current + 1) - 1) === 'encode'
    )
      current += 2;
    else return current;
  }
}
