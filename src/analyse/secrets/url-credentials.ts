// Users and passwords in URLs. In: a text. Out: those URLs whose password can be a real one. Leaves alone: where they stand.
import { isPlaceholder, isTemplate } from '../detectors/secret-value.ts';

export interface UrlCredentials {
  readonly whole: string;
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
}

/** True if a text may hold some. Cheap. */
export function mayHoldCredentials(text: string): boolean {
  return text.length > 10 && text.includes('://') && text.includes('@');
}

const url = /\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s/?#:@'"<>{}()[\]|\\]*):([^\s/?#@'"<>]{1,120})@([^\s/?#'"<>@,;)]*)/giu;

/** URLs with a password; `words` are passwords that only say that one stands there. */
export function credentialsIn(text: string, words: RegExp): UrlCredentials[] {
  return [...text.matchAll(url)].flatMap(([whole, scheme, user, password, host]) =>
    isReal(user!, password!, host!, words)
      ? [{ whole, scheme: scheme!.toLowerCase(), user: user!, password: password!, host: host! }]
      : [],
  );
}

function isReal(user: string, password: string, host: string, words: RegExp): boolean {
  // `http://host:80/x@y` has a path before its @; here a port would have to be the password.
  if (
    isTemplate(password) ||
    isTemplate(user) ||
    /[{}$%<>*\\]|^\d{1,5}$/.test(password.replaceAll(/%[0-9A-Fa-f]{2}/g, '')) ||
    words.test(password)
  )
    return false;
  return !isPlaceholder(password) && !/^(?:example|test)$/i.test(host) && !/^\$|^%/.test(host);
}
