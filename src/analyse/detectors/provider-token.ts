// The detector `provider-token`: tokens in the formats of the providers that issue them (rules/provider-tokens.ts).
// In: strings, parts of f-strings, comments. Out: a defect for each place; to review where the token is public, short-lived or of
// a sandbox, and outside production code unless its checksum shows that it was issued. Never shown: more than the published start.
import type { Module } from '../../model/module.ts';
import type { FoundToken } from '../secrets/find-tokens.ts';
import { findNamedToken, findTokens, hasTokenRun, isOpaque } from '../secrets/find-tokens.ts';
import { longestToken, shortestTokenRun } from '../secrets/secret-limits.ts';
import type { WrittenText } from '../secrets/text-search.ts';
import { createTextSearch, nameBefore, rangeOf } from '../secrets/text-search.ts';
import { provesIssue } from '../secrets/token-checks.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import type { CreateDetector } from './detector.ts';

export const providerToken: CreateDetector<'provider-token'> = ({ rule, knowledge, report }) => {
  const { names } = knowledge.project;
  const published = createTextSearch(names, (text) => hasTokenRun(text) && tokensIn(text).length > 0);
  const opaque = createTextSearch(names, (text) => text.length > shortestTokenRun && text.length < longestToken && !text.includes(' ') && isOpaque(contentOf(text)));
  // Only in a text that has such a word can an assignment of a named token stand.
  const assigning = createTextSearch(names, (text) => text.length > shortestTokenRun && /key|token|secret/i.test(text) && assignedTokens(text).length > 0);

  const say = (module: Module, written: WrittenText, token: FoundToken): void => {
    const range = rangeOf(written, token.text);
    const isProduction = knowledge.context(module).role === 'production';
    const isCertain = provesIssue(token.format.check);
    const lowered = token.format.hotspot === true || (!isProduction && !isCertain);
    report({
      module,
      node: written.node,
      functionIndex: module.functionAround(written.node),
      range,
      ...(token.shown === '' ? { wording: 'unmarked' } : {}),
      values: { name: withArticle(token.format.name), start: token.shown, length: token.text.length, place: written.kind === 'comment' ? 'a comment' : 'the code' },
      ...(lowered ? { tier: 'hotspot', ...(isProduction ? {} : { level: 'note' }) } : {}),
      secret: true,
    });
  };

  const look = (module: Module, texts: readonly WrittenText[], tokensOf: (text: WrittenText) => readonly FoundToken[], seen: Set<string>): void => {
    for (const written of texts) {
      for (const token of tokensOf(written)) {
        const key = `${written.start} ${token.text}`;
        if (seen.has(key) || rule.except?.includes(token.format.id) === true) continue;
        seen.add(key);
        say(module, written, token);
      }
    }
  };

  return {
    module: (module) => {
      const seen = new Set<string>();
      look(module, [...published.strings(module), ...published.comments(module)], ({ text }) => tokensIn(text), seen);
      look(module, [...assigning.strings(module), ...assigning.comments(module)], ({ text }) => assignedTokens(text), seen);
      const byName = ({ node, text, kind }: WrittenText): FoundToken[] => {
        const found = kind === 'string' ? findNamedToken(nameBefore(module, node), contentOf(text)) : undefined;
        return found === undefined ? [] : [found];
      };
      look(module, opaque.strings(module), byName, seen);
    },
  };
};

/** "an npm token": by how the first letter sounds. */
function withArticle(name: string): string {
  return `${/^(?:[AEIOaeio]|npm|xAI|X |HCP)/.test(name) ? 'An' : 'A'} ${name}`;
}

function tokensIn(text: string): readonly FoundToken[] {
  return findTokens(contentOf(text));
}

/** What Python reads of a string token; parts of f-strings and comments stay as they are. */
function contentOf(text: string): string {
  const constant = /['"]$/.test(text) ? stringConstant(text) : undefined;
  return constant === undefined ? text : (textOf(constant) ?? text);
}

const assignment = /\b(\w*(?:key|token|secret)\w*)['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+=_.:-]{15,120})(?=['"\s,;&)]|$)/gi;

/** `AWS_SECRET_ACCESS_KEY=...` inside a comment or a longer text. */
function assignedTokens(text: string): readonly FoundToken[] {
  return [...contentOf(text).matchAll(assignment)].flatMap(([, name, value]) => {
    const found = isOpaque(value!) ? findNamedToken(name!, value!) : undefined;
    return found === undefined ? [] : [found];
  });
}
