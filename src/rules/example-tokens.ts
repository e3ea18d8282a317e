// Secrets for the examples of rules. They have the form of real ones, checksums included, and open nothing; they are made
// when an example runs, so that no literal token stands in the repository, where push protection would stop it.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ConfigurationError } from '../base/configuration-error.ts';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const hex = `${digits}abcdef`;
/** In this order base 62 of GitHub's and npm's checksums is written. */
const base62 = digits + upper + lower;
const base32 = `${upper}234567`;
const base64url = `${upper}${lower}${digits}-_`;
const base64 = `${upper}${lower}${digits}+/`;

type Make = (random: (alphabet: string, length: number) => string) => string;

const tokens: Readonly<Record<string, Make>> = {
  'aws-access-key-id': (random) => `AKIA${random(base32, 16)}`,
  'aws-secret': (random) => random(base64, 40),
  'azure-storage': (random) => `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${random(base64, 86)}==`,
  'google-api': (random) => `AIza${random(base64url, 35)}`,
  github: (random) => withChecksum('ghp_', random(base62, 30)),
  'github-app': (random) => withChecksum('ghs_', random(base62, 30)),
  /** As `github`, with a checksum that does not fit. */
  'github-wrong-checksum': (random) => `${withChecksum('ghp_', random(base62, 30)).slice(0, -6)}AAAAAA`,
  'github-fine-grained': (random) => `github_pat_${random(base62, 22)}_${random(base62, 59)}`,
  gitlab: (random) => `glpat-${random(base64url, 20)}`,
  npm: (random) => withChecksum('npm_', random(base62, 30)),
  pypi: (random) => `pypi-AgEIcHlwaS5vcmc${random(base64url, 140)}`,
  slack: (random) => `xoxb-${random(digits, 12)}-${random(digits, 12)}-${random(base62, 24)}`,
  'slack-webhook': (random) =>
    `https://hooks.slack.com/services/T${random(upper + digits, 8)}/B${random(upper + digits, 8)}/${random(base62, 24)}`,
  'stripe-live': (random) => `sk_live_${random(base62, 24)}`,
  'stripe-test': (random) => `sk_test_${random(base62, 24)}`,
  'stripe-public': (random) => `pk_live_${random(base62, 24)}`,
  openai: (random) => `sk-${random(base62, 20)}T3BlbkFJ${random(base62, 20)}`,
  'openai-project': (random) => `sk-proj-${random(base64url, 74)}T3BlbkFJ${random(base64url, 74)}`,
  anthropic: (random) => `sk-ant-api03-${random(base64url, 93)}AA`,
  'hugging-face': (random) => `hf_${random(upper + lower, 34)}`,
  sendgrid: (random) => `SG.${random(base64url, 22)}.${random(base64url, 43)}`,
  twilio: (random) => `SK${random(hex, 32)}`,
  telegram: (random) => `${random('123456789', 9)}:AA${random(base64url, 33)}`,
  digitalocean: (random) => `dop_v1_${random(hex, 64)}`,
  databricks: (random) => `dapi${random(hex, 32)}`,
  doppler: (random) => `dp.pt.${random(base62, 43)}`,
  vault: (random) => `hvs.${random(base64url, 90)}`,
  pulumi: (random) => `pul-${random(hex, 40)}`,
  shopify: (random) => `shpat_${random(hex, 32)}`,
  postman: (random) => `PMAK-${random(hex, 24)}-${random(hex, 34)}`,
  'new-relic': (random) => `NRAK-${random(upper + digits, 27)}`,
  linear: (random) => `lin_api_${random(base62, 40)}`,
  mailgun: (random) => `key-${random(hex, 32)}`,
  mailchimp: (random) => `${random(hex, 32)}-us12`,
  groq: (random) => `gsk_${random(base62, 52)}`,
  replicate: (random) => `r8_${random(base62, 37)}`,
  grafana: (random) => withHexChecksum(`glsa_${random(base62, 32)}`),
  age: (random) => `AGE-SECRET-KEY-1${random('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
  /** The private part of a JSON Web Key on a curve of 256 bits. */
  'jwk-d': (random) => random(base64url, 43),
  /** What a person chooses who was told to use four kinds of characters. */
  password: (random) => `${random(upper, 1)}${random(lower, 5)}${random(digits, 3)}!`,
  jwt: (random) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'shop', iat: 1700000000 })}.${random(base64url, 43)}`;
  },
  /** Text that no person chose, of no provider. */
  random: (random) => random(base62, 32),
};

/** How a key is written: as it is, as literals line by line, with escaped line ends, with the head of a protected one. */
const keyForms: Readonly<Record<string, (key: string) => string>> = {
  'private-key': (key) => key,
  'private-key-lines': (key) =>
    key
      .split('\n')
      .map((line) => `'${line}',`)
      .join('\n'),
  'private-key-strings': (key) =>
    key
      .split('\n')
      .map((line) => `'${line}\\n'`)
      .join('\n'),
  'private-key-escaped': (key) => key.split('\n').join('\\n'),
  'private-key-encrypted': (key) =>
    key.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,5AE1B30C2D9F47E6A1B2C3D4E5F60718\n\n'),
};

const placeholder = /\{\{([a-z-]+):([a-z0-9-]+)\}\}/g;

/**
 * The text with `{{token:github}}` and `{{private-key:2048}}` (a PEM block of an RSA key of that many bits, lines joined by
 * LF and indented like the placeholder's line; its other forms are those of `keyForms`) replaced. The same placeholder always gives the same secret.
 * Throws ConfigurationError for a name that is not known.
 */
export function fillTokens(text: string): string {
  return text.replace(placeholder, (whole, kind: string, name: string, offset: number) => {
    const write = keyForms[kind];
    if (write !== undefined) {
      const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset) + 1))![0];
      return write(privateKey(Number(name)))
        .split('\n')
        .join(`\n${indent}`);
    }
    const make = kind === 'token' ? tokens[name] : undefined;
    if (!make)
      throw new ConfigurationError(
        `${whole}: known are {{private-key:BITS}} and {{token:NAME}} with ${Object.keys(tokens).join(', ')}`,
      );
    return make(randomText(name));
  });
}

/** Grafana's tokens end in the CRC-32 of all before it, lowest byte first, in hexadecimal. */
function withHexChecksum(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(text));
  return `${text}_${bytes.toString('hex')}`;
}

/** GitHub's and npm's tokens end in the CRC-32 of the random part, six digits of base 62. */
function withChecksum(prefix: string, random: string): string {
  let rest = crc32(random);
  let checksum = '';
  for (let i = 0; i < 6; i++) {
    checksum = base62[rest % 62]! + checksum;
    rest = Math.floor(rest / 62);
  }
  return prefix + random + checksum;
}

/** Text that looks random and is the same in every run: a chain of SHA-256 from the seed. */
function randomText(seed: string): (alphabet: string, length: number) => string {
  const bytes = randomBytes(seed);
  return (alphabet, length) => Array.from({ length }, () => alphabet[bytes.next().value % alphabet.length]!).join('');
}

function* randomBytes(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) yield* createHash('sha256').update(`${seed} ${block}`).digest();
}

/** PEM of a PKCS #1 structure whose modulus has that many bits. The numbers are no primes, so it is no key. */
function privateKey(bits: number): string {
  if (!Number.isInteger(bits) || bits < 512 || bits > 16384)
    throw new ConfigurationError(`{{private-key:${bits}}}: bits from 512 to 16384`);
  const bytes = randomBytes(`private key ${bits}`);
  const integer = (byteCount: number): Buffer => {
    const value = Buffer.from(Array.from({ length: byteCount }, () => bytes.next().value));
    // The highest bit set gives the number its full length; DER then wants a zero in front, or it would be negative.
    value[0]! |= 0x80;
    return der(0x02, Buffer.concat([Buffer.of(0), value]));
  };
  const size = bits / 8;
  const half = size / 2;
  const version = der(0x02, Buffer.of(0));
  const exponent = der(0x02, Buffer.of(1, 0, 1));
  const parts = [
    version,
    integer(size),
    exponent,
    integer(size),
    integer(half),
    integer(half),
    integer(half),
    integer(half),
    integer(half),
  ];
  const body = der(0x30, Buffer.concat(parts)).toString('base64');
  // Put together here, so that the header does not stand in this file either.
  const label = ['RSA', 'PRIVATE', 'KEY'].join(' ');
  return [`-----BEGIN ${label}-----`, ...(body.match(/.{1,64}/g) ?? []), `-----END ${label}-----`].join('\n');
}

/** DER: tag, length (short form, or long with a count of bytes), content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const lengthBytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, 0x80 | lengthBytes.length, ...lengthBytes), content]);
}
