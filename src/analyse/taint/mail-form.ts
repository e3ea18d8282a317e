// What of a mail is header: of a raw message what stands before the first empty line. And whether its text is HTML.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import { literalText } from '../detectors/written-expression.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { htmlParts } from './html-form.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

/** The parts of an address, a header or a raw message in which a line break would add a header. */
export function mailParts(value: Value): SinkPart[] {
  const found: SinkPart[] = [];
  let before = '';
  for (const part of soundParts(value)) {
    if (typeof part === 'string') before += part;
    else {
      found.push({ kind: 'mail', value: part.hole });
      before += 'x';
    }
    if (/\r?\n\r?\n/.test(before)) break;
  }
  return found;
}

/** The text of a mail: HTML where the function says so afterwards, `message.content_subtype = "html"`. */
export function mailBodyParts(frame: Frame, value: Value, entry: ModelEntry): SinkPart[] {
  return [{ kind: 'mail-body', value }, ...(saysHtml(frame) ? htmlParts(frame, 'mail-html', value, entry) : [])];
}

function saysHtml({ module: { tree, index }, functionIndex }: Frame): boolean {
  const number = tree.names.find('content_subtype');
  const item = functionIndex === MODULE ? undefined : index.functions[functionIndex];
  if (number === 0 || item === undefined) return false;
  return index.assignments.some((assignment) => {
    const left = assignment + 1;
    return (
      assignment > item.node &&
      assignment < tree.next(item.node) &&
      tree.kind(left) === Kind.attribute &&
      tree.name(tree.child(left, Field.attribute)) === number &&
      literalText(tree, tree.child(assignment, Field.right)) === 'html'
    );
  });
}
