// The detector `committed-secret`: a file that is made to hold credentials, with credentials in it, in the checkout. In: the project's
// files by name. Out: a detection for each file, at its first secret. Leaves alone: what ignore files keep out, which was never listed.
import { Buffer } from 'node:buffer';
import { credentialForm } from '../../discover/credential-file.ts';
import { configuredSecrets } from '../secrets/configured-secrets.ts';
import type { CreateDetector } from './detector.ts';

export const committedSecret: CreateDetector<'committed-secret'> = ({ rule, knowledge, reportFile }) => ({
  finish: () => {
    const typed = new RegExp(rule.typed, 'u');
    for (const { path, text } of knowledge.project.projectFiles) {
      const form = credentialForm(path);
      const secrets = form === undefined ? [] : configuredSecrets(text, form, typed);
      const [first, ...others] = secrets;
      if (first === undefined) continue;
      const byte = (offset: number): number => Buffer.byteLength(text.slice(0, offset));
      reportFile({
        file: path,
        range: { start: byte(first.line), end: byte(first.end) },
        // The fingerprint is made of the name: nobody can try values against it.
        statement: { start: byte(first.line), end: byte(first.start) },
        ...(others.length > 0 ? { wording: 'several' } : {}),
        values: {
          file: path.slice(path.lastIndexOf('/') + 1),
          name: first.name,
          length: first.length,
          count: secrets.length,
        },
        secret: true,
        ...(secrets.every(({ isProtected }) => isProtected) ? { level: 'note' as const } : {}),
      });
    }
  },
});
