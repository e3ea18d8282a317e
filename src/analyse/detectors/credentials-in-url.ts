// The detector `credentials-in-url`: `scheme://user:password@host` in a string or in the constant part of an f-string.
// Leaves alone: docstrings and comments (they explain), passwords that are filled in later or are only the word for one.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { createTextSearch, rangeOf } from '../secrets/text-search.ts';
import type { CreateDetector, Draft } from './detector.ts';
import { isLoopback } from './loopback.ts';
import { isPlaceholder, isTemplate } from './secret-value.ts';

const url = /\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s/?#:@'"<>{}()[\]|\\]*):([^\s/?#@'"<>]{1,120})@([^\s/?#'"<>@,;)]*)/giu;

export const credentialsInUrl: CreateDetector<'credentials-in-url'> = ({ rule, knowledge, report }) => {
  const words = new RegExp(rule.words, 'iu');
  const search = createTextSearch(knowledge.project.names, (text) => text.length > 10 && text.includes('://') && text.includes('@') && credentialsIn(text, words).length > 0);
  return {
    module: (module) => {
      for (const written of search.strings(module)) {
        if (isDocumentation(module, written.node)) continue;
        for (const { whole, scheme, user, password, host } of credentialsIn(written.text, words)) {
          // A service on this machine, or a password that is the user's name: known to everybody or of no use elsewhere.
          const lowered: Partial<Draft> = isLoopback(host) ? { tier: 'hotspot', level: 'note' } : password === user ? { tier: 'hotspot' } : {};
          report({
            module,
            node: written.node,
            functionIndex: module.functionAround(written.node),
            range: rangeOf(written, whole),
            values: { scheme, length: password.length },
            ...lowered,
            secret: true,
          });
        }
      }
    },
  };
};

interface Credentials {
  readonly whole: string;
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

function credentialsIn(text: string, words: RegExp): Credentials[] {
  return [...text.matchAll(url)].flatMap(([whole, scheme, user, password, host]) =>
    isReal(user!, password!, host!, words) ? [{ whole, scheme: scheme!.toLowerCase(), user: user!, password: password!, host: host! }] : [],
  );
}

function isReal(user: string, password: string, host: string, words: RegExp): boolean {
  // `http://host:80/x@y` has a path before its @; here a port would have to be the password.
  if (isTemplate(password) || isTemplate(user) || /[{}$%<>*\\]|^\d{1,5}$/.test(password.replaceAll(/%[0-9A-Fa-f]{2}/g, '')) || words.test(password)) return false;
  return !isPlaceholder(password) && !/^(?:example|test)$/i.test(host) && !/^\$|^%/.test(host);
}

/** A string that stands alone. */
function isDocumentation({ tree }: Module, node: number): boolean {
  const string = tree.kind(node) === Kind.string_content ? tree.parent(node) : node;
  const parent = tree.parent(string);
  return tree.kind(parent) === Kind.expression_statement || (tree.kind(parent) === Kind.concatenated_string && tree.kind(tree.parent(parent)) === Kind.expression_statement);
}
