// The detector `provider-token`: tokens in the formats of the providers that issue them (rules/provider-tokens.ts).
// In: strings, parts of f-strings, comments. Out: a defect for each place; to review where the token is public, short-lived or of
// a sandbox, and outside production code unless its checksum shows that it was issued. Never shown: more than the published start.
import type { Module } from '../../model/module.ts';
import { contentOf } from '../secrets/content-of.ts';
import type { FoundToken } from '../secrets/find-tokens.ts';
import { assignedTokens, findNamedToken, findTokens, isOpaque } from '../secrets/find-tokens.ts';
import type { WrittenText } from '../secrets/text-search.ts';
import { nameBefore, rangeOf, textsWith } from '../secrets/text-search.ts';
import { provesIssue } from '../secrets/token-checks.ts';
import type { CreateDetector } from './detector.ts';

export const providerToken: CreateDetector<'provider-token'> = ({ rule, knowledge, report }) => {
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
      values: {
        name: withArticle(token.format.name),
        start: token.shown,
        length: token.text.length,
        place: written.kind === 'comment' ? 'a comment' : 'the code',
      },
      ...(lowered ? { tier: 'hotspot', ...(isProduction ? {} : { level: 'note' }) } : {}),
      secret: true,
    });
  };

  return {
    module: (module) => {
      const { strings, comments } = textsWith('token', module);
      for (const written of [...strings, ...comments]) {
        const content = contentOf(written.text);
        const named =
          written.kind === 'string' && isOpaque(content)
            ? findNamedToken(nameBefore(module, written.node), content)
            : undefined;
        const seen = new Set<string>();
        for (const token of [
          ...findTokens(content),
          ...assignedTokens(content),
          ...(named === undefined ? [] : [named]),
        ]) {
          if (seen.has(token.text) || rule.except?.includes(token.format.id) === true) continue;
          seen.add(token.text);
          say(module, written, token);
        }
      }
    },
  };
};

/** "an npm token": by how the first letter sounds. */
function withArticle(name: string): string {
  return `${/^(?:[AEIOaeio]|npm|xAI|X |HCP)/.test(name) ? 'An' : 'A'} ${name}`;
}
