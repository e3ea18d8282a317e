// Whether a host, or the host of a URL, is this machine.

/** True for `localhost`, 127.0.0.0/8, `::1`, and URLs with such a host. */
export function isLoopback(text: string): boolean {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/?#]*)/i.exec(text)?.[1] ?? text;
  const host = authority.startsWith('[')
    ? authority.slice(1).split(']', 1)[0]!
    : authority.includes('::')
      ? authority
      : authority.split(':', 1)[0]!;
  return /^(?:localhost(?:\.localdomain)?|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1)$/i.test(host);
}
