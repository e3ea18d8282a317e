// Checks that hold only if something they are made against is the project's own: the directory, the list of what is allowed, the
// expected text. In: that something, as a function sees it. Out: whether it is; of a parameter the condition on what a caller passes,
// which is answered at the call.
import { argumentsOf, calledName, lastWord, literalText } from '../detectors/written-expression.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Given } from '../values/taint.ts';
import type { Value } from '../values/value.ts';

// What is harmless for these is a place of ours, whoever chose among them: the folder of an upload, by its checked number.
const ownPlace = kindSet('path') | kindSet('url') | kindSet('redirect');

/** Nothing has to hold besides. */
export const noCondition: readonly Given[] = [];

/** What has to be so for the value to pass a test; undefined if it does not. */
export function conditions(frame: Frame, value: Value, test: Given['test']): readonly Given[] | undefined {
  const { taint } = test === 'ours' ? frame.whole(value) : value;
  if (test === 'ours') {
    const open = taint?.marks.filter(
      ({ source, cleaned }) => source === undefined || (cleaned & ownPlace) !== ownPlace,
    );
    if (open?.some(({ source }) => source !== undefined) === true) return undefined;
    return (open ?? []).map(({ parameter }) => ({ parameter: parameter!.text, test }));
  }
  if (taint?.marks.some(({ source }) => source !== undefined) === true) return undefined;
  if (passes(frame, value, test)) return conditions(frame, value, 'ours');
  return taint?.is === undefined ? undefined : [{ parameter: taint.is.text, test }];
}

function passes(frame: Frame, value: Value, test: Given['test']): boolean {
  return test === 'collection' ? isCollection(frame, value) : isSettled(value);
}

/** What a name in capitals or a setting holds is not up to the client. */
function isSettled(value: Value): boolean {
  return value.constants !== undefined || value.origin === 'config' || value.origin === 'module';
}

/** A list, tuple, set or dict: no text, of which any part would do. */
function isCollection(frame: Frame, value: Value): boolean {
  const held = frame.holds(value);
  if (held.length > 0) return held.every(({ kind }) => kind !== 'instance');
  if (value.constants !== undefined || value.text !== undefined) return false;
  return value.denotes.some(
    (one) =>
      one.kind === 'class' ||
      (one.kind === 'instance' &&
        /^(?:list|tuple|set|frozenset|dict|dict_keys|dict_values|range|typing\..*)$/.test(one.of)),
  );
}

const several = /(?:[^s]s|list|set|allowed|known)$/i;

/** Nothing of it comes from outside, and what it is called stands for several: `current_app.config["IMAGE_HOSTS"]`. */
export function isNamedCollection(frame: Frame, { node, value }: Argument): boolean {
  if (value.constants !== undefined || value.text !== undefined || frame.whole(value).taint !== undefined) return false;
  if (value.denotes.some((one) => one.kind === 'instance' && (one.of === 'str' || one.of === 'bytes'))) return false;
  const { tree } = frame;
  // Of a variable it is known what it was set to: to what a call outside the checkout gives, or to something else.
  if (tree.kind(node) === Kind.identifier && value.origin !== 'config' && !value.denotes.every(isGiven)) return false;
  if (tree.kind(node) === Kind.identifier && value.origin !== 'config' && value.denotes.length === 0) return false;
  // `settings.get("HOSTS", [])`
  const isAsked = tree.kind(node) === Kind.call && calledName(tree, node) === 'get';
  const name = isAsked ? argumentsOf(tree, node).positional[0] : undefined;
  return several.test(name === undefined ? lastWord(tree, node) : (literalText(tree, name) ?? ''));
}

/** What a call or an attribute outside the checkout gives. */
function isGiven(one: Value['denotes'][number]): boolean {
  return one.kind === 'member' || (one.kind === 'instance' && one.of.endsWith('()'));
}
