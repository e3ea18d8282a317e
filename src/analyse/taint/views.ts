// Values by which another one is checked: the host of a URL, the address that a host resolves to, a URL that was joined to a base.
// In: calls and attributes that make one of another. Out: the taint with the view, and what its truth shows. Leaves alone:
// comparisons of a view (checks.ts).
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field } from '../../parse/lowered-tree.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Check, Checks, Credit, Taint, View } from '../values/taint.ts';
import { changeMark, changeTaint, cleanTaint, isTainted, makeTaint, mapMarks } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant, withTaint } from '../values/value.ts';
import type { KindSet } from '../values/kind-set.ts';
import { allKinds, hasKind, kindSet } from '../values/kind-set.ts';
import { parts } from '../interpreter/operators.ts';
import { textOf } from '../values/constant.ts';
import { absentKinds } from './pattern-class.ts';
import { signText } from '../values/path-signs.ts';
import { withoutHost } from './host-checks.ts';

const parsers =
  /^(?:(?:six\.moves\.)?urllib\.parse\.)?url(?:parse|split)$|^urlparse\.url(?:parse|split)$|^yarl\.URL$|^furl\.furl$|^httpx\.URL$/;
const origins = /^yarl\.URL\.origin$|^furl\.furl\.origin$/;
const joiners = /(?:^|\.)urljoin$/;
const addresses =
  /^(?:socket\.gethostbyname|ipaddress\.ip_address|ipaddress\.IPv[46]Address|ipaddr\.IPAddress|netaddr\.IPAddress)$/;
const lookups = /^(?:socket\.(?:getaddrinfo|gethostbyname_ex)|asyncio\.AbstractEventLoop\.getaddrinfo)$/;
const resolvers =
  /^(?:os\.path|posixpath|ntpath)\.(?:realpath|abspath|normpath)$|^(?:pathlib|anyio|trio)\.\w+\.resolve$/;
const sameCases = /^(?:os\.path|posixpath|ntpath)\.normcase$/;
const textMethods = /^(?:pathlib|anyio|trio)\.\w+\.(?:as_posix|__str__|__fspath__)$/;
const absolutes = /^(?:pathlib|anyio|trio)\.\w+\.absolute$/;
const replacers = /^re\.(?:Pattern\.)?sub$/;
const commons = /^(?:os\.path|posixpath)\.commonpath$/;
const relatives = /^(?:os\.path|posixpath)\.relpath$/;
const pathForms = /^(?:pathlib|anyio|trio)\.(?:Pure)?(?:Posix|Windows)?Path$/;
const textForms = /^(?:str|os\.fspath|os\.fsdecode)$/;
const urlKinds = kindSet('url') | kindSet('url-path') | kindSet('redirect');
// Addresses that nobody outside should be sent to, and their opposite.
const inside = /^is_(?:private|loopback|reserved|link_local|multicast|unspecified)$/;

/** The result of a call of that name as a view of its argument. */
export function viewOfCall(
  frame: Frame,
  name: string,
  receiver: Argument | undefined,
  { positional: [first, second, third] }: Arguments,
  taint: Taint,
): Taint {
  const from = first?.value.taint;
  if (joiners.test(name) && second?.value.taint !== undefined) {
    // With the address in front of it a browser reads it as Python does.
    const joined = mapMarks(taint, (mark) =>
      hasKind(mark.cleaned, 'by-parser') ? changeMark(mark, { cleaned: mark.cleaned | kindSet('redirect') }) : mark,
    );
    return changeTaint(joined ?? taint, { view: { of: second.value.taint, node: second.node, as: 'joined' } });
  }
  if (resolvers.test(name)) {
    const path = receiver ?? first;
    if (path?.value.taint === undefined) return taint;
    const as = /normpath$/.test(name) && isUntrustedAtFirst(path.value) ? 'normalised' : 'resolved';
    return changeTaint(taint, { view: { of: path.value.taint, node: path.node, as } });
  }
  if (replacers.test(name)) {
    const pattern = receiver?.value.held?.entries.get('pattern') ?? first?.value;
    const subject = receiver === undefined ? third : second;
    if (subject?.value.taint !== undefined && isTidied(frame, pattern, receiver === undefined ? second : first))
      return changeTaint(taint, { view: tidied(subject) });
    return replacedView(pattern, receiver === undefined ? third : second, taint);
  }
  const url = receiver?.value.taint?.view;
  if (url?.as === 'url' && origins.test(name)) return changeTaint(taint, { view: { ...url, as: 'host' } });
  if (receiver?.value.taint !== undefined && absolutes.test(name))
    return changeTaint(taint, { view: { of: receiver.value.taint, node: receiver.node, as: 'path' } });
  if (receiver?.value.taint !== undefined && textMethods.test(name))
    return changeTaint(taint, { view: { of: receiver.value.taint, node: receiver.node, as: 'text' } });
  if (first !== undefined && commons.test(name)) return commonView(frame, first, taint);
  if (first === undefined || from === undefined) return taint;
  const { view } = from;
  if (sameCases.test(name)) return changeTaint(taint, { view: view ?? { of: from, node: first.node, as: 'path' } });
  if (relatives.test(name) && second !== undefined && !isTainted(frame.whole(second.value).taint))
    return changeTaint(taint, { view: { of: from, node: first.node, as: 'relative' } });
  if (second === undefined && pathForms.test(name))
    return changeTaint(taint, { view: { of: from, node: first.node, as: 'path' } });
  if (textForms.test(name)) return changeTaint(taint, { view: { of: from, node: first.node, as: 'text' } });
  if (parsers.test(name)) return changeTaint(taint, { view: { of: from, node: first.node, as: 'url' } });
  if (addresses.test(name) || lookups.test(name)) {
    const as = lookups.test(name) ? 'addresses' : 'host';
    const isHost = view?.as === 'host' || view?.as === 'addresses';
    return changeTaint(taint, { view: isHost ? { ...view, as } : { of: from, node: first.node, as } });
  }
  return taint;
}

const pathKinds =
  kindSet('path') |
  kindSet('path-inside') |
  kindSet('path-relative') |
  kindSet('path-resolved') |
  kindSet('path-below');
const partKinds = kindSet('path') | kindSet('path-inside') | kindSet('path-relative');

// What holds of another form of a value and of the value itself.
const shared: Readonly<Partial<Record<View['as'], KindSet>>> = {
  text: allKinds,
  path: pathKinds,
  normalised: partKinds,
  resolved: kindSet('path'),
  // What a browser makes of it: it reads backslashes as slashes, and passes over white space.
  tidied: kindSet('redirect'),
  joined: kindSet('url') | kindSet('url-path') | kindSet('by-parser'),
  // A break at the end is a break.
  stripped:
    allKinds & ~(kindSet('single-line') | kindSet('header') | kindSet('log') | kindSet('mail') | kindSet('cookie')),
};

/** What holds of a path that was made absolute holds of the path it was made of; so of other forms of a value. */
export function withOrigins(checks: readonly Check[]): readonly Check[] {
  if (checks.length === 0) return checks;
  const found: Check[] = [];
  for (const check of checks) {
    found.push(check);
    for (let last = check, view = last.taint?.view; view !== undefined; view = last.taint?.view) {
      const kinds = kindsOfOrigin(last.kinds, view);
      if (kinds === 0n) break;
      last = { ...check, node: view.node, taint: view.of, kinds };
      found.push(last);
    }
  }
  return found;
}

/** What holds of the value that another one was made of. Of what is joined to an address, what a browser makes of it is not known. */
function kindsOfOrigin(kinds: KindSet, { as, of }: View): KindSet {
  if (as !== 'joined') return kinds & (shared[as] ?? 0n);
  if (of.view?.as === 'tidied' || of.view?.as === 'joined') return kinds & urlKinds;
  return (hasKind(kinds, 'redirect') ? kinds | kindSet('by-parser') : kinds) & shared.joined!;
}

/** The same for what a condition shows. */
export function checksOfOrigins(checks: Checks | undefined): Checks | undefined {
  if (checks === undefined) return undefined;
  return { whenTrue: withOrigins(checks.whenTrue), whenFalse: withOrigins(checks.whenFalse) };
}

/** `commonpath([base, path])` */
function commonView(frame: Frame, paths: Argument, taint: Taint): Taint {
  const [held] = frame.holds(paths.value);
  const nodes = frame.tree.children(paths.node);
  const found = [...(held?.entries ?? [])].flatMap(([key, value]) =>
    isTainted(value.taint) ? [{ of: value.taint, node: nodes[Number(key.slice(1))] ?? -1 }] : [],
  );
  const [path, other] = found;
  if (path === undefined) return taint;
  return changeTaint(taint, { view: { ...path, as: 'common', ...(other === undefined ? {} : { other }) } });
}

const ofSegments = kindSet('path-relative') | kindSet('path-segment');

/** `path.split("/")`: the parts of a path, none of which has a slash. */
export function partsOfPath(
  { module }: Frame,
  receiver: Argument,
  method: string,
  args: Arguments,
  result: Value,
): Value {
  const [sign] = args.positional;
  if (method !== 'split' || sign === undefined || !isTainted(receiver.value.taint) || result.taint === undefined)
    return result;
  const constant = onlyConstant(sign.value);
  const text = constant === undefined ? signText(sign.value) : textOf(constant);
  if (text !== '/') return result;
  const name = 'splitting at slashes';
  const credit: Credit = { kind: 'sanitizer', name, module, node: receiver.node, kinds: ofSegments };
  const view: View = { of: receiver.value.taint, node: receiver.node, as: 'parts' };
  return withTaint(result, changeTaint(cleanTaint(result.taint, ofSegments, credit) ?? result.taint, { view }));
}

/** Parts that are put together with slashes again: where the first of them is empty, that is a path from the root. */
export function joinedAgain(separator: string, taint: Taint | undefined): Taint | undefined {
  if (!separator.includes('/') || !isTainted(taint)) return taint;
  return mapMarks(taint, (mark) =>
    hasKind(mark.cleaned, 'path-segment') ? changeMark(mark, { cleaned: mark.cleaned & ~ofSegments }) : mark,
  );
}

/** `name.strip()` */
export function strippedView(receiver: Argument, { positional }: Arguments, result: Value): Value {
  const { taint } = result;
  const of = receiver.value.taint;
  if (positional.length > 0 || !isTainted(taint) || taint.view !== undefined || !isTainted(of)) return result;
  return withTaint(result, changeTaint(taint, { view: { of, node: receiver.node, as: 'stripped' } }));
}

/** `target.replace("\\\\", "/")`: as a browser reads it. */
export function tidiedView(receiver: Argument, { positional }: Arguments, result: Value): Value {
  const { taint } = result;
  const [from, to, ...others] = positional.map(({ value }) => onlyConstant(value));
  const text = from === undefined ? undefined : textOf(from);
  const put = to === undefined ? undefined : textOf(to);
  if (!isTainted(taint) || !isTainted(receiver.value.taint) || others.length > 0) return result;
  if (text === undefined || put === undefined || !/^(?:\\+|[\s\u0000-\u001f]+)$/.test(text) || !/^\/*$/.test(put))
    return result;
  return withTaint(result, changeTaint(taint, { view: tidied(receiver) }));
}

// White space, control characters, slashes and backslashes, as a pattern names them.
const white = String.raw`\\[srntfv\\/]|\\x[01][0-9a-f]|[ /-]`;
const tidying = new RegExp(String.raw`^(?:\^|\$|[*+?]|\{\d*,?\d*\}|${white}|\[(?:${white})+\])*$`, 'i');

/** What the pattern finds is no more than white space and slashes; what stands in its first group is kept. */
function isTidied({ tree }: Frame, pattern: Value | undefined, replacement: Argument | undefined): boolean {
  const constant = pattern === undefined ? undefined : onlyConstant(pattern);
  const text = constant === undefined ? undefined : textOf(constant);
  if (text === undefined || replacement === undefined) return false;
  const isKept = replacement.node >= 0 && keepsFirst(tree, replacement.node);
  return tidying.test(isKept ? withoutFirstGroup(text) : text);
}

/** `lambda m: m.group(1)`, `r"\\1"` */
function keepsFirst(tree: LoweredTree, replacement: number): boolean {
  for (let node = replacement; node < tree.next(replacement); node++) {
    if (/^(?:group|.*\\(?:1|g<1>).*)$/s.test(tree.text(node))) return true;
  }
  return false;
}

function withoutFirstGroup(pattern: string): string {
  const from = pattern.indexOf('(');
  let depth = 0;
  for (let i = from; i >= 0 && i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern[i] === '(') depth++;
    else if (pattern[i] === ')' && --depth === 0) return pattern.slice(0, from) + pattern.slice(i + 1);
  }
  return pattern;
}

function tidied({ node, value }: Argument): View {
  return { of: value.taint!, node, as: 'tidied' };
}

/** An attribute of a view: the host of a URL, whether an address is one of ours, the parents of a path. */
export function viewOfAttribute(frame: Frame, node: number, name: string, object: Value, value: Value): Value {
  const { taint } = object;
  if (value.taint === undefined || taint === undefined) return value;
  const { view } = taint;
  if (view?.as === 'url' && /^(?:netloc|hostname|host|authority|raw_host|origin)$/.test(name)) {
    const check = checkOf(frame, node, view, withoutHost(view), 'check for a host');
    return checked(frame, node, value, { ...view, as: 'host' }, { whenTrue: [], whenFalse: withOrigins([check]) });
  }
  if (view?.as === 'host' && (inside.test(name) || name === 'is_global')) {
    const check = withOrigins([checkOf(frame, node, view, urlKinds, `\`${name}\``)]);
    const isInside = name !== 'is_global';
    return checked(frame, node, value, view, { whenTrue: isInside ? [] : check, whenFalse: isInside ? check : [] });
  }
  if (view?.as === 'found' && !name.startsWith('__')) {
    // A mark that its author put on what may be looked up.
    const at = pathNode(frame, node);
    const check = checkOf(frame, node, { ...view, of: taint, node: at }, kindSet('reflection'), `\`.${name}\``);
    return checked(frame, node, value, view, { whenTrue: [check], whenFalse: [] });
  }
  if (name === 'parents' || name === 'parts')
    return withTaint(value, changeTaint(value.taint, { view: { of: taint, node: pathNode(frame, node), as: name } }));
  return value;
}

/** `f"{url.scheme}://{url.netloc}"`: what is compared with it is compared with the host. */
export function asOrigin(origin: Argument): Argument {
  const { text, taint } = origin.value;
  if (text === undefined || taint === undefined || taint.view !== undefined) return origin;
  const [only, ...others] = text.filter((part) => part !== '');
  // `"{url.hostname}".format(url=parsed)`
  if (only !== undefined && typeof only !== 'string' && others.length === 0 && only.hole.taint?.view !== undefined)
    return { ...origin, value: withTaint(origin.value, changeTaint(taint, { view: only.hole.taint.view })) };
  let before = '';
  for (const part of text) {
    if (typeof part === 'string') before += part;
    else if (before.endsWith('//') && part.hole.taint?.view?.as === 'host')
      return { ...origin, value: withTaint(origin.value, changeTaint(taint, { view: part.hole.taint.view })) };
    else before += 'x';
  }
  return origin;
}

/** `re.sub(pattern, "", text)` */
function replacedView(pattern: Value | undefined, subject: Argument | undefined, taint: Taint): Taint {
  const constant = pattern === undefined ? undefined : onlyConstant(pattern);
  const text = constant === undefined ? undefined : textOf(constant);
  const kinds = text === undefined ? 0n : absentKinds(text);
  if (kinds === 0n || subject?.value.taint === undefined) return taint;
  return changeTaint(taint, { view: { of: subject.value.taint, node: subject.node, as: 'replaced', kinds } });
}

/** Nothing of ours stands in front of it: what leads out of it stays to be seen. */
function isUntrustedAtFirst(value: Value): boolean {
  const [first] = parts(value);
  return first !== undefined && typeof first !== 'string' && isTainted(first.hole.taint);
}

function checkOf({ module }: Frame, at: number, { of, node }: View, kinds: KindSet, name: string): Check {
  return { node, taint: of, kinds, credit: { kind: 'guard', name, module, node: at, kinds } };
}

function checked(frame: Frame, node: number, value: Value, view: View, checks: NonNullable<Taint['checks']>): Value {
  if (node >= 0) frame.checks.set(node, checks);
  return withTaint(value, makeTaint(value.taint!.marks, undefined, checks, view));
}

/** The path whose parents are read. */
function pathNode({ tree }: Frame, node: number): number {
  return node < 0 ? -1 : tree.child(node, Field.object);
}
