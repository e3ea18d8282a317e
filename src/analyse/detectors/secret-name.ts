// Whether a name promises a secret (security-catalogue.md §9.1). In: an identifier, attribute, key or keyword. Out: what kind of
// secret, or undefined. Leaves alone: the value; a name alone is never a finding.

/**
 * `password`: people choose it, so any text can be one. `key`: made by a program. `token`: the word alone means other things
 * too. `connection`: a text that holds a password among other things. `salt`: weak, counts only beside other evidence.
 */
export type SecretNameKind = 'password' | 'key' | 'token' | 'connection' | 'salt';

/**
 * Words that turn a name into one about a secret, wherever they stand: `has_password`, `hashed_password`, `conf_password`,
 * `pad_token`. What ends in such a word (`token_type`, `password_url`) needs no list: its head is no secret.
 */
const about = new Set(
  [
    'name names type types uri url path file field fields label hint prefix suffix header param params env var expire ttl len length min max',
    'count regex pattern policy validator hash hashed encrypted masked redacted format version question is has no not un needs require required',
    'requires use uses enable enabled disable allow pagination page next previous continuation csrf header tokenizer tokenize pad bos eos cls sep mask',
    'unk special vocab num stop secretary public reset forgot forgotten lost change changed conf config cfg opt option arg argument attr attribute col column meta',
    'msg message text title desc description help prompt placeholder error err invalid missing wrong bad status mode format sort cache primary foreign',
    'dummy fake example update always',
  ]
    .join(' ')
    .split(' '),
);

const passwordWord =
  /^(?:.*(?:password|passwd|passphrase|passcode)|pwd|(?:db|my|user|admin|root|mysql|sql|smtp|ftp|ssh)pwd|pw|passw)$/;
/** `pass` alone is the statement, a count, a mountain; with an account before it, it is a password. */
const passOwners = new Set(
  'db database user usr smtp mail email imap pop3 admin root ftp sftp ssh mysql pg postgres redis mongo rabbitmq amqp auth login proxy ldap sql my http basic bind svn git key cert pfx'.split(
    ' ',
  ),
);
const keyOwners = new Set(
  'api access private auth secret encryption signing signature master account storage app application license consumer client crypto aes hmac jwt shared token cookie webhook fernet cipher'.split(
    ' ',
  ),
);
const tokenOwners = new Set(
  'auth access refresh bearer api bot secret session oauth user github gitlab slack id jwt personal service account'.split(
    ' ',
  ),
);

const known = new Map<string, SecretNameKind | undefined>();

/** The kind of secret that a name promises; undefined for other names and for names about secrets. */
export function secretName(name: string): SecretNameKind | undefined {
  // Names come again and again; most have none of the letters that matter.
  if (!/pass|pwd|pw|secret|key|token|credential|bearer|dsn|salt|conn/i.test(name)) return undefined;
  let kind = known.get(name);
  if (kind === undefined && !known.has(name)) known.set(name, (kind = kindOf(name, wordsOf(name))));
  return kind;
}

/** `dbPassword`, `DB_PASSWORD`, `db-password` to their words in lower case. */
export function wordsOf(name: string): readonly string[] {
  let words = knownWords.get(name);
  if (words === undefined) knownWords.set(name, (words = splitWords(name)));
  return words;
}

// Names repeat; a run has some ten thousand.
const knownWords = new Map<string, readonly string[]>();

function splitWords(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function kindOf(name: string, words: readonly string[]): SecretNameKind | undefined {
  // Palau.
  if (name === 'PW' || words.length === 0 || words.length > 8 || words.some((word) => about.has(word)))
    return undefined;
  // Of `metadata_for_secret` the head stands in front.
  const joint = words.findIndex((word, at) => at > 0 && (word === 'for' || word === 'of'));
  if (joint > 0 && kindOf(name, words.slice(0, joint)) === undefined) return undefined;
  // The head of the name is its last word; numbers behind it only count (`password2`).
  const counted = words.filter((word) => !/^\d+$/.test(word));
  const last = counted.at(-1)?.replace(/\d+$/, '') ?? '';
  const before = counted.at(-2) ?? '';
  if (
    passwordWord.test(last) ||
    (last === 'pass' && passOwners.has(before)) ||
    last === 'userpass' ||
    last === 'dbpass'
  )
    return 'password';
  if (last === 'secret' || /^(?:client|app|api|consumer|shared|jwt)secret$/.test(last) || last === 'credential')
    return 'key';
  if (last === 'credentials' || last === 'creds') return 'key';
  if (/^(?:api|secret|access|private|auth|encryption|signing|master)key$/.test(last)) return 'key';
  if (last === 'key' && keyOwners.has(before)) return 'key';
  if (last === 'bearer') return 'token';
  if (/^(?:auth|access|refresh|api|bearer)token$/.test(last)) return 'key';
  if (last === 'token') return tokenOwners.has(before) ? 'key' : 'token';
  if (last === 'dsn' || (last === 'string' && /^conn(?:ection)?$/.test(before))) return 'connection';
  if (last === 'connectionstring') return 'connection';
  if (last === 'salt') return 'salt';
  return undefined;
}
