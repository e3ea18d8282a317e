// Whether a literal passes for a real secret (security-catalogue.md §9.3). In: a text, and what it is said to be. Out: yes or no.
// Leaves alone: the name it is given to (secret-name.ts), formats of providers (rules/provider-tokens.ts).
import type { SecretTest } from '../../rules/use-schema.ts';
import { chanceLength, entropyLimits, exampleRun, shortest, shortestWords } from '../secrets/secret-limits.ts';
import { wordsOf } from './secret-name.ts';

/**
 * True if a text could be a working secret; false for placeholders, templates, names and prose.
 * `password`: chosen by a person, a plain word too. `key`, `token`: made by a program, so plain words are none.
 * `high-entropy`: passes for random. `used`: the API makes it a secret whatever it is; only templates are none.
 * `authorization`: the same behind the name of a scheme (`Bearer ...`).
 * `connection`: a text with parts like `password=...` of which one is a password. `placeholder`: it only says that one belongs there.
 */
export function passesSecretTest(test: SecretTest, text: string): boolean {
  if (test === 'high-entropy') return isRandom(text) && !isStructured(text);
  if (test === 'authorization') return isCredentials(text);
  if (test === 'placeholder') return isPlaceholder(text);
  if (test === 'connection') return passwordOfConnection(text) !== undefined;
  if (text.length < shortest[test] || isTemplate(text)) return false;
  if (test === 'used') return !/^\s*$/.test(text);
  if (isMonotonous(text) || isStructured(text) || isProse(text) || isPlaceholder(text) || isLabel(text)) return false;
  if (test === 'password') return !isName(text);
  return !isPlainWords(text) && !isCountedWords(text) && (test === 'key' || /\d/.test(text) || isRandom(text));
}

/** The password in `host=db user=shop password=...` or `UID=shop;PWD=...`. */
export function passwordOfConnection(text: string): string | undefined {
  const password = /(?:^|[\s;&?])(?:password|passwd|pwd)\s*=\s*(?:'([^']+)'|([^\s;&']+))/i.exec(text);
  const value = password?.[1] ?? password?.[2];
  return value !== undefined && passesSecretTest('password', value) ? value : undefined;
}

/** What an `Authorization` header holds: behind the name of a scheme a text that passes for random, or a name with a password. */
function isCredentials(header: string): boolean {
  const text = header.replace(/^[A-Za-z][\w-]*[ =:]+/, '');
  if (!/^basic\s/i.test(header)) return passesSecretTest('high-entropy', text);
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(text, 'base64').toString('latin1')) ?? [];
  return password !== undefined && passesSecretTest('password', password);
}

/** Shannon entropy, bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / text.length) * Math.log2(count / text.length);
  return sum;
}

/** Long and varied enough for its alphabet that nobody typed it. */
function isRandom(text: string): boolean {
  const limit = entropyLimits.find(({ alphabet }) => alphabet.test(text));
  return (
    limit !== undefined &&
    text.length >= limit.length &&
    entropy(text) >= limit.entropy &&
    classes(text) >= limit.classes
  );
}

function classes(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((one) => one.test(text)).length;
}

/** Something is to be filled in: `{}`, `%s`, `${NAME}`, `<token>`, `[token]`, `***`. */
export function isTemplate(text: string): boolean {
  return (
    /\{[^{}]*\}|%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[sdrifxgu](?![A-Za-z0-9])|\$\{|\$\(|^\$\w+$|^%\w+%$|^<.*>$|^\[.*\]$|^\(.*\)$|^__.*__$|^@\w+@$/.test(
      text,
    ) ||
    /^[*.•xX_#?-]+$/.test(text) ||
    /\.{3}|…|\*{3}/.test(text)
  );
}

/** One character repeated, or an alphabet: `aaaaaa`, `abcdefgh`. Digits in a row are what people choose: `123456`. */
function isMonotonous(text: string): boolean {
  return (
    /^(.)\1*$/s.test(text) ||
    (text.length >= 6 && !/^\d/.test(text) && isSequence(text)) ||
    /^(?:0123456789|1234567890){2}/.test(text)
  );
}

/** Each character follows the one before it in the alphabet. */
function isSequence(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - 1) + 1) return false;
  return true;
}

const structures: readonly RegExp[] = [
  /^[a-z][a-z0-9+.-]*:\/\//i, // URL
  /^(?:\/|\.{1,2}\/|~|[A-Za-z]:\\)/, // path
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/, // e-mail address
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, // UUID
  /^#[0-9a-f]{3,8}$/i, // colour
  /^\d{4}-\d\d-\d\d(?:[T ]|$)/, // date
  /^v?\d+(?:\.\d+)+(?:[-.]?(?:a|b|rc|dev|post|alpha|beta)\d*)?$/i, // version
  /^--?[a-z][a-z-]*$/, // option of a command
  /^ssh-(?:rsa|dss|ed25519) |^ecdsa-sha2-|^-----BEGIN /, // keys, which have a rule of their own
  /^[\w-]+(?:,\s*[\w-]+)+$/, // list
  /^\$(?:1|2[aby]?|5|6|y|argon2\w*|pbkdf2[\w-]*)\$|^\{[A-Z0-9]+\}|^pbkdf2_\w+\$|^(?:md5|sha\d+)[:$]/, // hash of a password
];
// What regular expressions have and passwords rarely.
const regexSyntax = /\\[dwsbDWSB.]|\(\?[:=!<P]|\[\^|\.\*|\.\+|\]\+|\]\*|^\^|\[[a-z]-[a-z]/;

// Dotted names, relative paths, names of a namespace, as far as words make them.
const qualifiedName = /^[A-Za-z_][A-Za-z_-]*\d{0,2}(?:[./:][A-Za-z_][A-Za-z_-]*\d{0,2})+$/;

function isStructured(text: string): boolean {
  return regexSyntax.test(text) || qualifiedName.test(text) || structures.some((structure) => structure.test(text));
}

/** Words of a text that a person reads: three or more of them, a question, a label, a line that ends. */
function isProse(text: string): boolean {
  if (/[\n\r\t]|[a-z]:$/i.test(text)) return true;
  const words = text.trim().split(/\s+/);
  if (words.length >= 3) return true;
  return (
    (text !== text.trim() && text.length > 1) ||
    (words.length === 2 && (/[:?.!]$/.test(text) || words.some((word) => vocabulary.has(word.toLowerCase()))))
  );
}

const vocabulary = new Set(
  'password passwords passwd passphrase secret key keys token tokens api access auth authentication credential credentials enter your new old invalid required missing private user'.split(
    ' ',
  ),
);

const placeholders = new Set(
  'changeme change changeit changethis example examples sample dummy fake mock test tests testing tester todo tbd fixme xxx xxxx xxxxx placeholder redacted hidden masked removed your insert replace replaceme none null nil undefined default foo bar baz foobar unset empty unknown unused'.split(
    ' ',
  ),
);

/** `changeme`, `your-token-here`, `test123`: a word of the text says that it is none. */
export function isPlaceholder(text: string): boolean {
  if (
    /change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|(?:put|enter|insert|paste)[-_ ]?(?:your|the)?[-_ ]|your[-_ ]|[-_ ]here$|x{4,}|0{6,}|example|placeholder/i.test(
      text,
    )
  )
    return true;
  const chance = text.length >= chanceLength && isRandom(text);
  return wordsOf(text).some((word) => {
    const bare = word.replace(/^\d+|\d+$/g, '');
    return placeholders.has(bare) && !(chance && bare.length <= 4);
  });
}

// Values of enumerations that stand under names such as `token` or `password`.
const labels = new Set(
  'clear guest anonymous bearer basic digest access refresh oauth oauth2 jwt mac negotiate ntlm kerberos plain plaintext raw text string str bytes int bool boolean true false yes on off optional always never ask prompt env environ keyring file stdin auto token apikey api_key query header cookie form body base64 hex utf8 ascii md5 sha1 sha256 hmac rsa ecdsa ed25519 aes keyboard-interactive publickey'.split(
    ' ',
  ),
);

function isLabel(text: string): boolean {
  return labels.has(text.toLowerCase());
}

/** Names of a secret rather than one: `refresh_token`, `client_secret_basic`, `userPassword`, `X-Auth-Token`. */
function isName(text: string): boolean {
  if (!/^[A-Za-z]+(?:[_-][A-Za-z]+)*$/.test(text)) return false;
  // A constant's name, or words of which one is about secrets.
  if (/^[A-Z]+(?:_[A-Z]+){2,}$/.test(text)) return true;
  const words = wordsOf(text);
  return words.length >= 2 && words.some((word) => nameWords.has(word));
}

const nameWords = new Set(
  'password passwd passphrase pwd secret secrets token tokens key keys credential credentials auth api access refresh client id user admin private encryption signing login'.split(
    ' ',
  ),
);

/** Letters only, as words are written: `keyboard`, `monkey_business`, `ClientSecret`, `SOME_KEY`. */
function isPlainWords(text: string): boolean {
  if (!/^[A-Za-z]+(?:[ _.:/-][A-Za-z]+)*$/.test(text)) return false;
  // Where case changes at random, what looks like words is two or three letters long.
  const oneCase = text === text.toLowerCase() || text === text.toUpperCase();
  return oneCase || text.length / wordsOf(text).length >= shortestWords;
}

/** Two or more words, of which one is counted: `pDischarge1`, `epv2Today`, `app_secret_v2`. Keys have digits all over. */
function isCountedWords(text: string): boolean {
  if (!/^[A-Za-z]+(?:[ _.:/-][A-Za-z]+)*\d{1,2}(?:[_.:/-]?[A-Za-z]+(?:[_.:/-][A-Za-z]+)*)?$/.test(text)) return false;
  const words = wordsOf(text);
  return words.length >= 2 && text.replace(/[^A-Za-z]/g, '').length / words.length >= shortestWords;
}

/** Typed for documentation: one character or an alphabet goes on and on, or it says EXAMPLE. */
export function isExampleToken(text: string): boolean {
  if (
    /example|sample|dummy|placeholder|redacted|x{4,}|your|insert|fake|12345678|87654321|deadbeef|0{5,}|abcdefgh|^(?:test|foo|bar)/i.test(
      text,
    )
  )
    return true;
  // `1234-1234-`: nobody issues the same part twice.
  if (/(?:^|-)(\w{4,})-\1(?:-|$)/.test(text)) return true;
  let same = 1;
  let rising = 1;
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    same = step === 0 ? same + 1 : 1;
    rising = step === 1 ? rising + 1 : 1;
    if (same >= exampleRun.repeated || rising >= exampleRun.sequence) return true;
  }
  return false;
}
