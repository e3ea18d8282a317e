// The detector `private-key`: private keys in strings and comments. In: literals, also those that stand side by side line by line.
// Out: a defect for each key; to review in test code and where a passphrase protects it.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { contentOf } from '../secrets/content-of.ts';
import { purposeOf } from '../secrets/data-holder.ts';
import type { PrivateKey } from '../secrets/private-keys.ts';
import { findPrivateKeys, isUnfinished } from '../secrets/private-keys.ts';
import type { WrittenText } from '../secrets/text-search.ts';
import { textsWith } from '../secrets/text-search.ts';
import { constructRange } from '../constructs.ts';
import type { CreateDetector, Draft } from './detector.ts';
import { isExampleToken } from './secret-value.ts';
import { literalText } from './written-expression.ts';

const MAX_LINES = 120;

export const privateKey: CreateDetector<'private-key'> = ({ rule, knowledge, report }) => {
  const { names } = knowledge.project;
  const keyTypes = ["'kty'", '"kty"'];

  const say = (module: Module, node: number, range: Draft['range'], key: PrivateKey, place: string): void => {
    const { isTest, role } = knowledge.context(module);
    const small = key.bits !== undefined && key.bits < rule.testBits;
    const explains = place === 'the code' && purposeOf(module, node) === 'documentation';
    const lowered: Partial<Draft> = isTest
      ? { tier: 'hotspot', ...(small ? { level: 'note' } : {}) }
      : role !== 'production' || explains
        ? { tier: 'hotspot', level: 'note' }
        : key.encrypted
          ? { tier: 'hotspot' }
          : {};
    report({
      module,
      node,
      functionIndex: module.functionAround(node),
      ...(range === undefined ? {} : { range }),
      values: {
        name: `${/^(?:RSA|EC|Open|enc|age)/.test(key.name) ? 'An' : 'A'} ${key.name}`,
        size: key.bits === undefined ? `${key.length} characters` : `${key.bits} bits`,
        place,
      },
      ...lowered,
      secret: true,
    });
  };

  const lookAtStrings = (module: Module, texts: readonly WrittenText[]): void => {
    const { tree, index } = module;
    let last = -1;
    for (const written of texts) {
      if (written.start <= last) continue;
      let text = contentOf(written.text);
      let end = tree.end(written.node);
      if (isUnfinished(text)) {
        const first = index.strings.indexOf(written.node);
        for (
          let i = first + 1;
          first >= 0 && i < index.strings.length && i - first < MAX_LINES && isUnfinished(text);
          i++
        ) {
          const next = literalText(tree, index.strings[i]!);
          if (next === undefined || !/^[A-Za-z0-9+/=\s:,-]*$/.test(next)) break;
          text += text.endsWith('\n') ? next : `\n${next}`;
          end = tree.end(index.strings[i]!);
        }
      }
      for (const key of findPrivateKeys(text)) {
        last = end;
        say(module, written.node, { start: written.start, end }, key, 'the code');
      }
    }
  };

  const lookAtComments = (module: Module, found: readonly WrittenText[]): void => {
    const { texts, ranges } = module.tree.comments;
    for (const { node, start } of found) {
      const first = [...texts.keys()].find((i) => ranges[2 * i] === start)!;
      let text = bare(texts[first]!);
      let i = first + 1;
      for (; i < texts.length && i - first < MAX_LINES && isUnfinished(text); i++) text += `\n${bare(texts[i]!)}`;
      for (const key of findPrivateKeys(text)) say(module, node, { start, end: ranges[2 * i - 1]! }, key, 'a comment');
    }
  };

  /** `{'kty': 'RSA', ..., 'd': '...'}` written as a dict. */
  const lookAtDicts = (module: Module): void => {
    const { tree, index } = module;
    const numbers = keyTypes.map((token) => names.find(token)).filter((number) => number !== 0);
    if (numbers.length === 0) return;
    for (const string of index.strings) {
      if (!numbers.includes(tree.name(string)) || tree.kind(string - 1) !== Kind.pair) continue;
      const dictionary = tree.parent(string - 1);
      for (const pair of tree.children(dictionary)) {
        if (tree.kind(pair) !== Kind.pair || literalText(tree, tree.child(pair, Field.key)) !== 'd') continue;
        const value = literalText(tree, tree.child(pair, Field.value)) ?? '';
        if (!/^[A-Za-z0-9_-]{40,}$/.test(value) || isExampleToken(value)) continue;
        const key: PrivateKey = {
          name: 'JSON Web Key with its private part',
          bits: undefined,
          encrypted: false,
          length: value.length,
          index: 0,
        };
        say(module, pair, constructRange(tree, pair), key, 'the code');
      }
    }
  };

  return {
    module: (module) => {
      const { strings, comments } = textsWith('key', module);
      lookAtStrings(module, strings);
      lookAtComments(module, comments);
      lookAtDicts(module);
    },
  };
};

function bare(comment: string): string {
  return comment.replace(/^#+[ \t]?/, '');
}
