// Which names make what they hold a secret, for the source label `secret` (security-catalogue.md §3.4, §9.1). In: a name, a value and its
// expression. Out: yes or no. Leaves alone: where the value goes.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { secretName, wordsOf } from '../detectors/secret-name.ts';
import { argumentsOf, calledName, literalText } from '../detectors/written-expression.ts';
import type { Value } from '../values/value.ts';

/**
 * Whether a variable, parameter, attribute, key or function of this name holds or gives a secret: `smtp_password`, `API_KEY`, `get_password`.
 * `token` and `salt` alone do not say enough.
 */
export function promisesSecret(name: string): boolean {
  const kind = secretName(name);
  return kind === 'password' || kind === 'key' || kind === 'connection';
}

/** Whether what stands under such a name can be its text. `node` is the value's expression, -1 if it has none. */
export function mayHoldSecret(tree: LoweredTree, node: number, value: Value): boolean {
  if (value.constants !== undefined) return false;
  const call = node >= 0 && tree.kind(node) === Kind.await ? node + 1 : node;
  if (
    call >= 0 &&
    tree.kind(call) === Kind.call &&
    (protectsSecret(calledName(tree, call)) || isWithoutSecret(tree, call))
  )
    return false;
  return !(
    value.denotes.length > 0 &&
    value.denotes.every(
      (one) =>
        one.kind === 'function' ||
        one.kind === 'class' ||
        one.kind === 'module' ||
        // An object is shown by its type; what is capitalised is a class.
        one.kind === 'object' ||
        (one.kind === 'instance' && /(?:^|\.)_?[A-Z]\w*$/.test(one.of)) ||
        (one.kind === 'instance' && harmless.test(one.of)),
    )
  );
}

/** `ftp.pwd()` is a folder; `format_dsn({**options, "password": None})` leaves the password out. */
function isWithoutSecret(tree: LoweredTree, call: number): boolean {
  const { positional, keywords } = argumentsOf(tree, call);
  if (calledName(tree, call) === 'pwd' && positional.length === 0) return true;
  const pairs = [...positional, ...keywords.values()]
    .filter((one) => tree.kind(one) === Kind.dictionary)
    .flatMap((one) => tree.children(one))
    .filter((one) => tree.kind(one) === Kind.pair)
    .map((pair): [string, number] => [
      literalText(tree, tree.child(pair, Field.key)) ?? '',
      tree.child(pair, Field.value),
    ]);
  return [...pairs, ...keywords].some(
    ([name, value]) =>
      secretName(name) === 'password' && (tree.kind(value) === Kind.none || literalText(tree, value) === ''),
  );
}

const protectingWords = new Set(
  (
    'hash hashed hashpw hasher encrypt encrypted encryptor crypt digest hexdigest hmac sign signed mask masked redact redacted obfuscate censor scrub hide ' +
    'anonymize anonymise fingerprint derive kdf pbkdf2 bcrypt argon2 scrypt verify check validate exists has is len bool seal abbreviate abbreviated truncate truncated shorten shortened preview'
  ).split(' '),
);

// What is said to people about it: `{"password": _("This field is required.")}`
const translating = /^(?:_|_l|u?gettext(?:_lazy)?|n?gettext|pgettext|lazy_gettext|translate)$/;

/** Whether a function of this name gives something that no longer shows the secret it got: `mask_token`, `hash_password`, `check_password`. */
export function protectsSecret(name: string): boolean {
  return translating.test(name) || wordsOf(name).some((word) => protectingWords.has(word));
}

// What is made with or around a secret and does not hold its text.
const harmless =
  /^(?:int|float|bool|complex|NoneType|re\.Pattern|datetime\..+|uuid\.UUID|decimal\.Decimal|logging\.Logger|pydantic\.(?:types\.)?Secret(?:Str|Bytes)|hmac\.HMAC|.*\.(?:u?gettext(?:_lazy)?|pgettext|lazy_gettext)|.*(?:Field|Form|Widget|Serializer|Column|Hasher|PasswordHash|CryptContext|Validator|Parser))(?:\(\))?$/;
