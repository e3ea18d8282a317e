// What of a value is a path: texts and pathlib's objects, not files that are open, uploads or bytes in memory.
import type { SinkKind } from '../../rules/kinds.ts';
import type { Shape } from '../../rules/model-schema.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

const uploads: readonly Shape[] = ['file'];
const files =
  /(?:^|\.)(?:BytesIO|StringIO|TextIOWrapper|Buffered\w+|RawIOBase|IOBase|(?:Text|Binary)?IO|FileIO|FileStorage|UploadFile|\w*UploadedFile|FileUpload|FileField|SpooledTemporaryFile|NamedTemporaryFile|TemporaryFile|StreamReader|ContentFile|ResponseStream)$|(?:^|[.])(?:open|urlopen|makefile|open_file)\(\)$|TemporaryFile\(\)$/;

/** A file that is there already: opening it by a name is not what happens. */
export function isOpenFile({ denotes }: Value): boolean {
  return denotes.length > 0 && denotes.every((one) => one.kind === 'instance' && files.test(one.of));
}

/** The value as a path, if it is one. */
export function pathParts(kind: SinkKind, value: Value): SinkPart[] {
  return isOpenFile(value) ? [] : [{ kind, value, without: uploads }];
}
