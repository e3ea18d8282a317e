// What of a value is a path: texts and pathlib's objects, not files that are open, uploads or bytes in memory.
import { changeValue } from '../values/value.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

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

/** The value as a path, if it is one. */
export function pathParts(kind: SinkKind, value: Value): SinkPart[] {
  return isOpenFile(value) ? [] : [{ kind, value, without: uploads }];
}
