// Secrets in files that are made to hold them. In: a file's text and its form. Out: for each the name it is given and where it stands.
// Leaves alone: which files these are, placeholders, values that are filled in from elsewhere, words that people take for development.
import type { CredentialForm } from '../../discover/credential-file.ts';
import { secretName, wordsOf } from '../detectors/secret-name.ts';
import { passesSecretTest } from '../detectors/secret-value.ts';
import { findPrivateKeys } from './private-keys.ts';

export interface ConfiguredSecret {
  readonly name: string;
  /** Of the secret. */
  readonly length: number;
  /** Offsets in the text: of the line's beginning, of the secret's, and its end. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** A key that only a passphrase opens. */
  readonly isProtected: boolean;
}

/** Secrets of a file, in its order; `typed` are values that somebody types for a machine of their own. */
export function configuredSecrets(text: string, form: CredentialForm, typed: RegExp): ConfiguredSecret[] {
  if (form === 'key') {
    return findPrivateKeys(text).map((key) => ({
      name: key.name,
      length: key.length,
      line: key.index,
      start: key.index,
      end: text.length,
      isProtected: key.encrypted,
    }));
  }
  const entries = [...entriesOf(text, form)];
  return entries
    .filter((entry) => isSecret(entry, entries) && !typed.test(entry.value))
    .map(({ name, value, line, start }) => ({
      name,
      length: value.length,
      line,
      start,
      end: start + value.length,
      isProtected: false,
    }));
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly start: number;
}

const assignment =
  /^[ \t]*(?:export[ \t]+|set[ \t]+)?([\w./:@-]{1,120}?)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"']\S*))[ \t\r]*(?:[ \t][#;].*)?$/gm;
const yamlEntry =
  /^[ \t]*(?:-[ \t]+)?([\w-]{1,60}):[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'{[]\S*))[ \t\r]*(?:[ \t]#.*)?$/gm;
const netrcEntry = /\b(password)[ \t\n]+()()([^\s#]+)/g;

function* entriesOf(text: string, form: Exclude<CredentialForm, 'key'>): Iterable<Entry> {
  const pattern = form === 'yaml' ? yamlEntry : form === 'netrc' ? netrcEntry : assignment;
  for (const match of text.matchAll(pattern)) {
    const value = match[2] || match[3] || match[4];
    if (value === undefined || value === '') continue;
    // Of the last place: a name can be in its own value.
    yield { name: match[1]!, value, line: match.index, start: match.index + match[0].lastIndexOf(value) };
  }
}

// Names that package indexes and clusters have for a secret.
const ownNames =
  /^(?:_authToken|_auth|_password|client-key-data|client-secret|id-token|refresh-token|token|aws_session_token)$/;

function isSecret({ name, value }: Entry, entries: readonly Entry[]): boolean {
  // Of `//packages.example.com/:_authToken` the last part.
  const last = /[^/:.]*$/.exec(name)![0];
  const kind = ownNames.test(last) ? 'key' : secretName(last);
  if (kind === undefined || kind === 'salt' || isFilledIn(value)) return false;
  if (kind === 'connection') return passesSecretTest('connection', value);
  // The user's name for a password is what a container on one's own machine has; so is a word of the name.
  if (entries.some((other) => other.name !== name && other.value === value)) return false;
  if (wordsOf(name).some((word) => word === value.toLowerCase())) return false;
  // A plain word is what somebody types for a machine of their own.
  return passesSecretTest('key', value) && (kind !== 'token' || passesSecretTest('token', value));
}

/** `$NAME`, `${NAME}`, `vault:path#key`, `op://...`, `ENC[...]`: the secret is elsewhere, or sealed. */
function isFilledIn(value: string): boolean {
  return /^\$|\$\{|\{\{|^(?:vault|op|ssm|arn|sm|gcp|awskms|file|keyring|env):|^ENC\[|^AQ(?:IC|EC)A|^encrypted:|^!/i.test(
    value,
  );
}
