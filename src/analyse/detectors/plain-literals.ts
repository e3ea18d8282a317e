// BP207, BP208, BP209: literals that should have a name. In: numbers in comparisons, texts that a file repeats, credentials of tests. Out: a
// note at each, of a repeated text at its first place. Leaves alone: constants with a name, and numbers about time, which other rules have.
import { docstringText } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { comparison } from '../waiting/expressions.ts';
import type { CreateDetector } from './detector.ts';
import { calledName, literalText, written } from './written-expression.ts';

const MAX_RELATED = 10;
const MAX_SHOWN = 50;
const aboutTime =
  /time|timeout|sleep|delay|interval|second|minute|hour|day|deadline|ttl|expir|age$|retr|attempt|elapsed|duration/i;
const plainNumbers = new Set([
  '0',
  '1',
  '2',
  '-1',
  '10',
  '100',
  '1000',
  '0.0',
  '1.0',
  '0.5',
  '2.0',
  '8',
  '16',
  '32',
  '64',
  '128',
  '255',
  '256',
  '512',
  '1024',
  '65535',
  '65536',
]);
const plainContext =
  /^(?:len|ord|version_info|hexversion|status_code|status|code|errno|returncode|ndim|count|getsizeof)$/;
const credential =
  /^(?:\w+_)?(?:password|passwd|passphrase|pwd|secret|api_?key|auth_?token|access_?token|secret_?key)$/i;

export const plainLiterals: CreateDetector<'plain-literals'> = ({ rule, knowledge, report }) => {
  const nameOf = (module: Module, functionIndex: number): string =>
    module.tree.names.text(module.index.functions[functionIndex]!.name) || 'this function';

  const lookForNumbers = (module: Module): void => {
    const { tree } = module;
    if (knowledge.context(module).isTest) return;
    for (let node = 0; node < tree.size; node++) {
      if (tree.kind(node) !== Kind.comparison_operator) continue;
      const functionIndex = module.functionAround(node);
      const compared = functionIndex === MODULE ? undefined : comparison(tree, node);
      if (compared === undefined) continue;
      for (const [literal, other] of [
        [compared.left, compared.right],
        [compared.right, compared.left],
      ] as const) {
        const kind = tree.kind(literal);
        if (kind !== Kind.integer && kind !== Kind.float) continue;
        const text = tree.text(literal);
        const name = written(tree, other);
        const last = tree.kind(other) === Kind.call ? calledName(tree, other) : name.slice(name.lastIndexOf('.') + 1);
        if (
          name === '' ||
          plainNumbers.has(text) ||
          /^0[xob]/i.test(text) ||
          plainContext.test(last) ||
          aboutTime.test(name)
        )
          continue;
        if (tree.kind(other) === Kind.subscript && /version/.test(name)) continue;
        report({
          module,
          functionIndex,
          node,
          values: { function: nameOf(module, functionIndex), name, value: text, count: 1 },
        });
      }
    }
  };

  const lookForTexts = (module: Module): void => {
    const { tree, index } = module;
    if (knowledge.context(module).isTest) return;
    const places = new Map<number, number[]>();
    for (const node of index.strings) {
      const name = tree.name(node);
      if (name === 0 || module.functionAround(node) === MODULE || isDocstring(module, node) || isKey(module, node))
        continue;
      const list = places.get(name);
      if (list === undefined) places.set(name, [node]);
      else list.push(node);
    }
    for (const nodes of places.values()) {
      if (nodes.length < (rule.times ?? Infinity)) continue;
      const [first, ...others] = nodes as [number, ...number[]];
      const text = literalText(tree, first) ?? '';
      if (text.length < (rule.length ?? 0) || /^\W*$/.test(text) || /^[\w.-]+$/.test(text)) continue;
      report({
        module,
        functionIndex: module.functionAround(first),
        node: first,
        values: {
          function: nameOf(module, module.functionAround(first)),
          name: '',
          value: shortened(text),
          count: nodes.length,
        },
        related: others.slice(0, MAX_RELATED).map((node) => ({ module, node, message: 'written here too' })),
        groupKey: `${module.path} ${tree.name(first)}`,
        rank: { numberKnown: true },
      });
    }
  };

  /** `login(password="...")`, `password = "..."` in a test. */
  const lookForCredentials = (module: Module): void => {
    const { tree } = module;
    if (!knowledge.context(module).isTest) return;
    for (const node of module.index.strings) {
      const parent = tree.parent(node);
      const kind = tree.kind(parent);
      const target =
        kind === Kind.keyword_argument
          ? tree.child(parent, Field.name)
          : kind === Kind.assignment && tree.child(parent, Field.right) === node
            ? tree.child(parent, Field.left)
            : -1;
      if (target < 0) continue;
      const name = tree.text(tree.kind(target) === Kind.attribute ? tree.child(target, Field.attribute) : target);
      const text = literalText(tree, node);
      if (!credential.test(name) || text === undefined || text === '' || name === name.toUpperCase()) continue;
      const functionIndex = module.functionAround(node);
      if (functionIndex === MODULE) continue;
      report({
        module,
        functionIndex,
        node,
        values: { function: nameOf(module, functionIndex), name, value: '', count: 1 },
        groupKey: `${module.path} ${name}`,
        secret: true,
      });
    }
  };

  const look = { numbers: lookForNumbers, texts: lookForTexts, credentials: lookForCredentials }[rule.find];
  return { module: look };
};

function isDocstring(module: Module, node: number): boolean {
  const { tree } = module;
  return tree.kind(tree.parent(node)) === Kind.expression_statement && docstringText(module, node) !== '';
}

/** A key of a dict or entry. */
function isKey({ tree }: Module, node: number): boolean {
  const kind = tree.kind(tree.parent(node));
  return (
    (kind === Kind.pair && tree.field(node) === Field.key) ||
    (kind === Kind.subscript && tree.field(node) === Field.subscript)
  );
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 3)}...` : line;
}
