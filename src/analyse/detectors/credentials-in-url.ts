// The detector `credentials-in-url`: `scheme://user:password@host` in a string or in the constant part of an f-string.
// Leaves alone: docstrings and comments (they explain), passwords that are filled in later or are only the word for one.
import { purposeOf } from '../secrets/data-holder.ts';
import { rangeOf, textsWith } from '../secrets/text-search.ts';
import { credentialsIn } from '../secrets/url-credentials.ts';
import type { CreateDetector, Draft } from './detector.ts';
import { isLoopback } from './loopback.ts';

export const credentialsInUrl: CreateDetector<'credentials-in-url'> = ({ rule, report }) => {
  const words = new RegExp(rule.words, 'iu');
  return {
    module: (module) => {
      for (const written of textsWith('url', module).strings) {
        if (purposeOf(module, written.node) === 'documentation') continue;
        for (const { whole, scheme, user, password, host } of credentialsIn(written.text, words)) {
          // A service on this machine, or a password that is the user's name: known to everybody or of no use elsewhere.
          const lowered: Partial<Draft> = isLoopback(host)
            ? { tier: 'hotspot', level: 'note' }
            : password === user
              ? { tier: 'hotspot' }
              : {};
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
