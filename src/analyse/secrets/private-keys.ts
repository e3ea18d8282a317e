// Private keys in a text. In: a text, which may be the beginning of a key. Out: what kind of key, and its size where that can be
// read. Leaves alone: public keys, certificates, headers without a body.
import { Buffer } from 'node:buffer';
import { isExampleToken } from '../detectors/secret-value.ts';
import { keyBody } from './secret-limits.ts';

export interface PrivateKey {
  /** "RSA private key", "PGP private key". */
  readonly name: string;
  /** Bits of an RSA modulus. */
  readonly bits: number | undefined;
  /** Protected by a passphrase. */
  readonly encrypted: boolean;
  /** Characters of the body. */
  readonly length: number;
  /** Where it begins in the text. */
  readonly index: number;
}

const header = /-----BEGIN (?:([A-Z0-9]+(?: [A-Z0-9]+)*) )?PRIVATE KEY( BLOCK)?-----/g;

// An age key and its quotes.
const shortestKey = 74;
const DASH = 45;

/** True if a text may hold a private key, or the beginning of one. Cheap. */
export function mayHoldKey(text: string): boolean {
  // Most texts are too short for a key. A first line alone, with what is in front of it in a literal or comment, has its
  // dashes there.
  if (text.length < shortestKey) return text.charCodeAt(5) === DASH && text.includes('PRIVATE KEY');
  return (
    text.includes('PRIVATE KEY') ||
    text.includes('PuTTY-User-Key-File-') ||
    text.includes('AGE-SECRET-KEY-1') ||
    text.includes('"kty"')
  );
}

/** The header stands there, but not the end: the key may go on in the next literal. */
export function isUnfinished(text: string): boolean {
  return /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(text) && !/-----END [A-Z0-9 ]*PRIVATE KEY/.test(text);
}

/** Private keys in a text whose escapes are resolved. */
export function findPrivateKeys(text: string): PrivateKey[] {
  const found: PrivateKey[] = [];
  for (const match of text.matchAll(header)) {
    const key = readBlock(match[1] ?? '', text.slice(match.index + match[0].length));
    if (key !== undefined) found.push({ ...key, index: match.index });
  }
  const putty = /PuTTY-User-Key-File-\d: (\S+)[^]*?Encryption: (\S+)[^]*?Private-Lines: \d+\s+([A-Za-z0-9+/=\s]+)/.exec(
    text,
  );
  if (putty !== null && putty[3]!.length >= keyBody.length) {
    found.push({
      name: `PuTTY private key (${putty[1]!})`,
      bits: undefined,
      encrypted: putty[2] !== 'none',
      length: putty[3]!.replaceAll(/\s/g, '').length,
      index: putty.index,
    });
  }
  const age = /\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/.exec(text);
  if (age !== null && !isExampleToken(age[0].slice(16)))
    found.push({ name: 'age secret key', bits: undefined, encrypted: false, length: age[0].length, index: age.index });
  const jwk = /"kty"\s*:\s*"(?:RSA|EC|OKP)"/.test(text) ? /"d"\s*:\s*"([A-Za-z0-9_-]{40,})"/.exec(text) : null;
  if (jwk !== null && !isExampleToken(jwk[1]!))
    found.push({
      name: 'JSON Web Key with its private part',
      bits: undefined,
      encrypted: false,
      length: jwk[1]!.length,
      index: jwk.index,
    });
  return found;
}

function readBlock(kind: string, rest: string): Omit<PrivateKey, 'index'> | undefined {
  if (!(kind in names)) return undefined;
  const end = rest.search(/-----END /);
  const lines = (end < 0 ? rest : rest.slice(0, end))
    .split(/[\r\n]+|\\n|\\r/)
    .map((line) => line.replace(/^[\s#*"'\\]+|[\s"'\\,+]+$/g, ''));
  const isHeader = (line: string): boolean => /^[A-Za-z-]+: /.test(line);
  const encrypted = kind === 'ENCRYPTED' || lines.some((line) => /^Proc-Type: .*ENCRYPTED/.test(line));
  // `=abcd` is the checksum of a PGP block.
  const body = lines.filter((line) => !isHeader(line) && !/^=[A-Za-z0-9+/]{4}$/.test(line)).join('');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body) || isTyped(body)) return undefined;
  const bytes = Buffer.from(body, 'base64');
  const structured = kind !== 'PGP' && !encrypted && isWhole(kind, bytes);
  if (body.length < (structured ? keyBody.structured : keyBody.length)) return undefined;
  const bits = encrypted ? undefined : rsaBits(bytes);
  return {
    name: `${kind === '' && bits !== undefined ? 'RSA ' : names[kind]!}private key`,
    bits,
    encrypted,
    length: body.length,
  };
}

const names: Readonly<Record<string, string>> = {
  '': '',
  RSA: 'RSA ',
  EC: 'EC ',
  DSA: 'DSA ',
  OPENSSH: 'OpenSSH ',
  PGP: 'PGP ',
  ENCRYPTED: 'encrypted ',
};

/** One character goes on and on. Zeros are part of real keys, so runs have to be long. */
function isTyped(body: string): boolean {
  return /([^A])\1{15}/.test(body) || /example|xxxxxx/i.test(body.slice(0, 60));
}

/** A DER sequence from the first to the last byte, or OpenSSH's own form. */
function isWhole(kind: string, bytes: Buffer): boolean {
  if (kind === 'OPENSSH') return bytes.toString('latin1', 0, 14) === 'openssh-key-v1';
  const outer = element(bytes, 0);
  return outer !== undefined && outer.tag === 0x30 && outer.end === bytes.length;
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The DER element (ITU-T X.690) at an offset: tag, and where its content starts and ends. */
function element(bytes: Buffer, offset: number): Element | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: offset + 2, end: offset + 2 + first };
  let length = 0;
  const count = first & 0x7f;
  if (count > 4) return undefined;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[offset + 2 + i] ?? 0);
  return { tag, start: offset + 2 + count, end: offset + 2 + count + length };
}

/** Bits of the modulus of an RSA key in PKCS #1 (RFC 8017 A.1.2) or PKCS #8 (RFC 5208) form; undefined for other keys. */
function rsaBits(bytes: Buffer): number | undefined {
  const outer = element(bytes, 0);
  if (outer?.tag !== 0x30) return undefined;
  const version = element(bytes, outer.start);
  if (version?.tag !== 0x02) return undefined;
  const second = element(bytes, version.end);
  if (second?.tag === 0x30) {
    const wrapped = element(bytes, second.end);
    return wrapped?.tag === 0x04 ? rsaBits(bytes.subarray(wrapped.start, wrapped.end)) : undefined;
  }
  const third = second === undefined ? undefined : element(bytes, second.end);
  if (second?.tag !== 0x02 || third?.tag !== 0x02) return undefined;
  // DSA keys are integers only, too; an RSA key's third number is its small public exponent.
  if (third.end - third.start > 5) return undefined;
  const sign = bytes[second.start] === 0 ? 1 : 0;
  const leading = Math.clz32(bytes[second.start + sign] ?? 0) - 24;
  return (second.end - second.start - sign) * 8 - leading;
}
