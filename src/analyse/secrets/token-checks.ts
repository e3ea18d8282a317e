// What a token says of itself: checksums and structures that providers have published. In: a token and its kind of check.
// Out: whether it holds. Sources: GitHub's post on its token formats of 5 April 2021 and npm's of 23 September 2021 (CRC-32 in
// base 62), Grafana's token generator (CRC-32 in hexadecimal, lowest byte first), RFC 7519 for JSON Web Tokens.
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { unreachable } from '../../base/unreachable.ts';
import type { TokenCheck } from '../../rules/provider-tokens.ts';

/** True if the token's checksum or structure is right. */
export function checkHolds(check: TokenCheck, token: string): boolean {
  switch (check) {
    case 'crc32-base62':
      return base62(crc32(token.slice(token.indexOf('_') + 1, -6))) === token.slice(-6);
    case 'crc32-hex':
      return littleEndianHex(crc32(token.slice(0, -9))) === token.slice(-8);
    case 'jwt-header':
      return hasAlgorithm(token.slice(0, token.indexOf('.')));
    case 'numeric-id':
      return /^\d{15,20}$/.test(Buffer.from(token.slice(0, token.indexOf('.')), 'base64').toString('latin1'));
    default:
      return unreachable(check);
  }
}

/** Checks by which an invented token is told from an issued one; the others only show the form. */
export function provesIssue(check: TokenCheck | undefined): boolean {
  return check === 'crc32-base62' || check === 'crc32-hex';
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Six digits, zeros in front. */
function base62(value: number): string {
  let text = '';
  for (let rest = value, i = 0; i < 6; i++, rest = Math.floor(rest / 62)) text = digits[rest % 62]! + text;
  return text;
}

function littleEndianHex(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}

function hasAlgorithm(part: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
}
