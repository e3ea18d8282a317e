// What of a value is a path: texts and pathlib's objects, not files that are open, uploads or bytes in memory.
import { changeValue } from '../values/value.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';
import { hasKind } from '../values/kind-set.ts';
import type { TextPart } from '../values/value.ts';

const uploads: readonly Shape[] = ['file'];
const files =
  /(?:^|\.)(?:BytesIO|StringIO|TextIOWrapper|Buffered\w+|RawIOBase|IOBase|(?:Text|Binary)?IO|FileIO|FileStorage|UploadFile|\w*UploadedFile|FileUpload|FileField|SpooledTemporaryFile|NamedTemporaryFile|TemporaryFile|StreamReader|ContentFile|ResponseStream)$|(?:^|[.])(?:open|urlopen|makefile|open_file)\(\)$|TemporaryFile\(\)$/;

/** A file that is there already: opening it by a name is not what happens. */
export function isOpenFile({ denotes }: Value): boolean {
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && files.test(one.of));
}

/** A variable of which nothing was known turns out to be an open file: `isinstance(data, FileStorage)`, `data.seek(0)`. */
export function knownAs({ tree, state }: Frame, node: number, names: readonly string[]): void {
  if (node < 0 || tree.kind(node) !== Kind.identifier || names.length === 0) return;
  const value = state.variables.get(tree.name(node));
  if (value === undefined || value.denotes.length > 0 || value.constants !== undefined || value.text !== undefined)
    return;
  if (names.every((name) => files.test(name)))
    state.setVariable(tree.name(node), changeValue(value, { denotes: names.map((of) => ({ kind: 'instance', of })) }));
}

/** The value as a path, if it is one: without what is only a part of a name in it. */
export function pathParts(kind: SinkKind, value: Value): SinkPart[] {
  if (isOpenFile(value)) return [];
  const text = kind === 'path' ? soundParts(value) : [];
  if (!text.some((_, at) => isPartOfName(text, at))) return [{ kind, value, without: uploads }];
  return text.flatMap((part, at) =>
    typeof part === 'string' || isPartOfName(text, at) ? [] : [{ kind, value: part.hole, without: uploads }],
  );
}

/** `f"parcel-{code}.txt"`, `f"{uuid4()}{ending}"`: without slashes, and with other signs beside it, it is not `..` alone. */
function isPartOfName(text: readonly TextPart[], at: number): boolean {
  const part = text[at]!;
  if (typeof part === 'string') return false;
  const marks = part.hole.taint?.marks ?? [];
  if (marks.length === 0 || !marks.every(({ cleaned }) => hasKind(cleaned, 'path-segment'))) return false;
  const [before, after] = [text[at - 1], text[at + 1]];
  if (typeof before === 'object') return before.hole.denotes.some(isIdentifier);
  return /[^/\\.][^/\\]*$/.test(before ?? '') || /^[^/\\]*[^/\\.]/.test(typeof after === 'string' ? after : '');
}

function isIdentifier(one: Value['denotes'][number]): boolean {
  return one.kind === 'instance' && /^uuid\.(?:UUID|uuid[14])(?:\(\))?$/.test(one.of);
}
