// Hosts in texts that go to network calls. In: a URL or host as text. Out: the host, and what kind of address it is.

export type HostKind =
  /** A name or address that anybody on the internet can ask for. */
  | 'public-name'
  | 'public-address'
  /** Of a private network. */
  | 'private-address'
  /** This machine, documentation, tests, netmasks, names without a dot. */
  | 'reserved';

/** Host of a URL, or of `host:port`; '' if the text has none. */
export function hostOf(text: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(text);
  if (url !== null) return url[1]!.toLowerCase();
  return /^[\w.-]+(?::\d+)?$/.test(text) ? text.split(':', 1)[0]!.toLowerCase() : '';
}

const reservedName =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|invalid|test|local|localhost|localdomain|internal|lan|home\.arpa|onion)$|(?:^|\.)example\./;
const schema = /^(?:www\.w3\.org|json-schema\.org|schemas?\.\S+|purl\.org|xmlns\.com|ns\.adobe\.com)$/;

export function kindOfHost(host: string): HostKind {
  const quad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  if (quad !== undefined) return kindOfAddress(quad as [number, number, number, number]);
  if (host.startsWith('[') || !/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(host))
    return 'reserved';
  return reservedName.test(host) || schema.test(host) ? 'reserved' : 'public-name';
}

// RFC 1122, 1918, 2544, 3927, 5737, 5771.
function kindOfAddress([a, b, c, d]: [number, number, number, number]): HostKind {
  if ([a, b, c, d].some((part) => part > 255)) return 'reserved';
  if (a === 0 || a === 127 || a >= 224 || (a === 169 && b === 254)) return 'reserved';
  if ((a === 192 && b === 0 && (c === 2 || c === 0)) || (a === 198 && b === 51 && c === 100)) return 'reserved';
  if ((a === 203 && b === 0 && c === 113) || (a === 198 && (b === 18 || b === 19))) return 'reserved';
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b < 128))
    return 'private-address';
  return 'public-address';
}
