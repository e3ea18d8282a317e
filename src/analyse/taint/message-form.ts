// Messages to a language model: who says what. In: a list of messages, as dicts with a role and its content or as pairs of the two, or a text
// that is an instruction by itself. Out: what stands in the role of the system (or of the user), and whole messages that a client sends, for it
// chooses their role.
import type { HeapObject } from '../values/held.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { elementsOf } from './sink-part.ts';

type PromptKind = 'prompt' | 'user-prompt';

const roles: Readonly<Record<PromptKind, ReadonlySet<string>>> = {
  prompt: new Set(['system', 'developer']),
  'user-prompt': new Set(['user', 'human']),
};

/** `shape: object` on the entry says that its argument is a list of messages. */
export function messageParts(frame: Frame, kind: PromptKind, value: Value, { shape }: ModelEntry): SinkPart[] {
  if (shape !== 'object') return [{ kind, value }];
  const messages = elementsOf(frame, value);
  if (messages !== undefined) return messages.flatMap((message) => partsOfMessage(frame, kind, message));
  // A prompt of one text is the user's.
  if (kind === 'user-prompt') return [{ kind, value }];
  return [{ kind, value, review: true, objectsOnly: true }];
}

function partsOfMessage(frame: Frame, kind: PromptKind, message: Value): SinkPart[] {
  const held = frame.holds(message);
  if (held.length > 0) return held.flatMap((one) => partsOfHeld(kind, one));
  if (kind === 'user-prompt' || !isTainted(message.taint)) return [];
  return [{ kind, value: message, review: true, objectsOnly: true }];
}

/** `{"role": "system", "content": text}`, `("system", text)` */
function partsOfHeld(kind: PromptKind, { kind: container, entries }: HeapObject): SinkPart[] {
  const [role, content] =
    container === 'dict' ? [entries.get('srole'), entries.get('scontent')] : [entries.get('n0'), entries.get('n1')];
  if (role === undefined || content === undefined) return [];
  if (role.constants !== undefined)
    return role.constants.some((one) => roles[kind].has(textOf(one) ?? '')) ? [{ kind, value: content }] : [];
  return kind === 'prompt' && isTainted(role.taint) ? [{ kind, value: content, review: true }] : [];
}
