// The detector `hardcoded-password`: a name that promises a secret and a literal that can be one.
// In: assignments, dict entries, keyword arguments, comparisons with `==`, as they are written. Out: a detection for each.
// Leaves alone: defaults of parameters and of reads of the environment (another rule), names of secrets rather than secrets.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { purposeOf } from '../secrets/data-holder.ts';
import { isFieldName } from '../secrets/field-name.ts';
import type { CreateDetector } from './detector.ts';
import type { SecretNameKind } from './secret-name.ts';
import { secretName, wordsOf } from './secret-name.ts';
import { passesSecretTest } from './secret-value.ts';
import { literalText } from './written-expression.ts';

// As a dict's value or an argument it is the name of a field that the other side uses.
const passwordWord = /^(?:password|passwd|passwort|passphrase|passcode|pass|pwd|pw)$/i;

export const hardcodedPassword: CreateDetector<'hardcoded-password'> = ({ rule, knowledge, report }) => {
  const lookups = new RegExp(rule.lookups, 'u');
  /** Whether an identifier, or the text of a string, promises a secret. */
  const promises = createNameTest(knowledge.project.names, (text) => kindOf(bareName(text)) !== undefined);

  const look = (module: Module, place: number, nameNode: number, valueNode: number, wording: string): void => {
    const { tree } = module;
    const name = bareName(tree.text(nameNode));
    const kind = kindOf(name);
    const value = literalText(tree, unwrapped(module, valueNode));
    if (kind === undefined || value === undefined || !canBeSecret(kind, value)) return;
    if (wording !== 'assigned' && wording !== 'compared' && passwordWord.test(value)) return;
    if (purposeOf(module, place) !== undefined) return;
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
      lookAtStrings(module);
    },
  };
};

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
  'weak common breached leaked compromised revoked denied forbidden disallowed blocked banned'.split(' '),
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
