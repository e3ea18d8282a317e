// Parts of a request that some rules single out: what its headers say about the host it was sent to and about the address it comes
// from. In: a source of a whole set of headers and the key that is read. Out: the kind that the value has besides.
import { changeMark } from '../values/taint.ts';
import type { SourceKind } from '../../rules/kinds.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Mark, Source } from '../values/taint.ts';

const headers = /header|META|environ|\benv\b/i;
const headersKey = /^(?:multivalue)?headers$/i;
const address =
  /^(?:http[-_])?(?:x[-_])?(?:forwarded(?:[-_]for)?|real[-_]ip|(?:true[-_]|cluster[-_]|fastly[-_])?client[-_]ip|cf[-_]connecting[-_]ip|originating[-_]ip|remote[-_](?:ip|addr))$/i;
const host = /^(?:http[-_])?(?:x[-_](?:forwarded[-_]|original[-_])?)?host$/i;

/** `client-ip` or `host` for an entry of headers, META or environ; undefined for any other. */
export function headerLabel(source: Source, key: string): SourceKind | undefined {
  if (source.kind !== 'remote') return undefined;
  if (!headers.test(source.name) && !headersKey.test(source.key ?? '')) return undefined;
  // Not what the server itself puts there.
  if (/^remote_addr$/i.test(key)) return undefined;
  if (address.test(key)) return 'client-ip';
  return host.test(key) ? 'host' : undefined;
}

/** The host that a visitor's browser asked for: no link makes it say another one, so a redirect there stays here. */
export function ownHost(mark: Mark, label: SourceKind): Mark {
  return label === 'host' ? changeMark(mark, { cleaned: mark.cleaned | kindSet('redirect') }) : mark;
}
