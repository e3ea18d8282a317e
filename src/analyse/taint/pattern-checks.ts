// Checks by a pattern: `re.fullmatch(pattern, x)`, `fnmatch(host, pattern)`. In: the pattern and the text that it is tried on. Out: what holds
// of the text where the pattern fits, or does not.
import { literalBeginnings } from '../patterns/literal-beginning.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Constant } from '../values/constant.ts';
import { urlKinds } from '../values/kind-set.ts';
import type { Check, Checks } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, constantValue } from '../values/value.ts';
import { checkOf, viewCheck, whenFalse, whenTrue } from './checks.ts';
import { isOwnHost } from './host-checks.ts';
import { conditions } from './given.ts';
import { absentKinds, patternCleans, removedCleans, triedAtBeginning } from './pattern-class.ts';
import { prefixChecks } from './prefix-checks.ts';
import { asOrigin } from './views.ts';

/** `re.fullmatch(settings.ORIGINS, f"{url.scheme}://{url.netloc}")`: a pattern that is not the client's decides about the host. */
export function originChecks(frame: Frame, node: number, pattern: Value, subject: Argument): Checks | undefined {
  const { taint } = asOrigin(subject).value;
  if (taint?.view?.as !== 'host') return undefined;
  const given = conditions(frame, pattern, 'ours');
  return given === undefined ? undefined : whenTrue(viewCheck(frame, node, taint, urlKinds, given));
}

/** `fnmatch(url.netloc, pattern)`: a pattern that is not the client's, or the host that he is on. */
export function hostPatternChecks(frame: Frame, node: number, pattern: Value, subject: Argument): Checks | undefined {
  const { taint } = asOrigin(subject).value;
  if (taint?.view?.as !== 'host') return undefined;
  if (isTainted(frame.whole(pattern).taint) && isOwnHost(pattern))
    return whenTrue(viewCheck(frame, node, taint, urlKinds));
  return originChecks(frame, node, pattern, subject);
}

/** What the letters show with which a pattern begins: as `startswith()` would. */
function beginningChecks(
  frame: Frame,
  node: number,
  how: string,
  pattern: string,
  subject: Argument,
): readonly Check[] {
  const tree = how === 'fullmatch' ? undefined : triedAtBeginning(pattern, how);
  const begins = tree === undefined ? undefined : literalBeginnings(tree);
  if (begins === undefined) return [];
  const constants = begins.map((text): Constant => ({ type: 'str', value: text }));
  const value = changeValue(constantValue(constants[0]!), { constants });
  return prefixChecks(frame, node, subject, { node, value })?.whenTrue ?? [];
}

/** What `re.fullmatch(pattern, x)` and the like show. */
export function patternChecks(
  frame: Frame,
  node: number,
  how: string,
  pattern: string,
  subject: Argument,
): Checks | undefined {
  if (!isTainted(subject.value.taint)) return undefined;
  const kinds = patternCleans(pattern, how);
  const shown = [
    ...(kinds === 0n ? [] : [checkOf(frame, subject, kinds, `re.${how}()`, node)]),
    ...beginningChecks(frame, node, how, pattern, subject),
  ];
  if (shown.length > 0) return whenTrue(...shown);
  // Nothing that a negated class matches is in it: `re.search("[^a-z]", x)` finds nothing.
  const without = how === 'search' ? removedCleans(pattern, '') | absentKinds(pattern) : 0n;
  return without === 0n ? undefined : whenFalse(checkOf(frame, subject, without, `re.${how}()`, node));
}
