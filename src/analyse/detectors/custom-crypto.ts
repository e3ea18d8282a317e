// PV512: a cipher or password hash of one's own. In: functions whose name says that they encrypt, and classes that a framework takes for
// hashers of passwords. Out: a detection at each. Leaves alone: what calls a library to do it, code for teaching.
import type { Module } from '../../model/module.ts';
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { wordsOf } from './secret-name.ts';
import { calledName } from './written-expression.ts';

// Results of these are mixed in by a mode of a real cipher, a mask or a derivation.
const realCrypto =
  /^(?:Crypto|Cryptodome|cryptography|nacl|pyaes|Cryptography|hmac|M2Crypto|OpenSSL|oscrypto|pyasn1|impacket)(?:\.|$)/;

export const customCrypto: CreateDetector<'custom-crypto'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const pattern = new RegExp(rule.names, 'u');
  const named = createNameTest(project.names, (text) => pattern.test(wordsOf(text).join('_')));
  const taught = new RegExp(rule.places, 'iu');
  const bases = new Set(rule.bases);

  const lookAtFunctions = (module: Module): void => {
    const { tree, index } = module;
    index.functions.forEach(({ name, node, body }, functionIndex) => {
      if (!named(name) || !mixesBytes(module, body)) return;
      if (module.importTargets().some((target) => realCrypto.test(target))) return;
      report({ module, functionIndex, node: tree.child(node, Field.name), values: { name: tree.names.text(name) } });
    });
  };

  const lookAtClasses = (module: Module): void => {
    module.index.classes.forEach(({ name, node, superclasses }, index) => {
      if (superclasses < 0 || !project.ancestry({ module, index }).external.some((base) => bases.has(base))) return;
      // With the algorithm of its parent it only changes a number.
      const own = rule.methods.find((method) =>
        module.index.functions.some((item) => item.methodOf === index && module.tree.names.text(item.name) === method),
      );
      if (own === undefined) return;
      report({
        module,
        functionIndex: MODULE,
        node: module.tree.child(node, Field.name),
        wording: 'hasher',
        values: { name: module.tree.names.text(name) },
      });
    });
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest || taught.test(module.path)) return;
      lookAtFunctions(module);
      lookAtClasses(module);
    },
  };
};

const repeating: ReadonlySet<number> = new Set<number>([
  Kind.for_statement,
  Kind.while_statement,
  Kind.list_comprehension,
  Kind.generator_expression,
  Kind.set_comprehension,
]);

/** In a loop or comprehension a byte is put together with another by `^`, or moved along the alphabet. */
function mixesBytes({ tree }: Module, body: number): boolean {
  return ownNodes(tree, body, Kind.binary_operator, Kind.augmented_assignment).some((node) => {
    const operator = tree.kind(tree.child(node, Field.operator));
    const isMix = operator === Kind["'^'"] || operator === Kind["'^='"];
    if (!isMix && operator !== Kind["'%'"]) return false;
    if (!isRepeated(node)) return false;
    return isMix || movesLetters(node);
  });

  function isRepeated(start: number): boolean {
    for (let node = tree.parent(start); node > body; node = tree.parent(node)) {
      if (repeating.has(tree.kind(node))) return true;
    }
    return false;
  }

  /** `(ord(c) - 97 + shift) % 26` */
  function movesLetters(node: number): boolean {
    const right = tree.child(node, Field.right);
    if (!/^(?:26|94|95|128|256)$/.test(tree.text(right))) return false;
    return ownNodes(tree, node, Kind.call).some((call) => calledName(tree, call) === 'ord');
  }
}
