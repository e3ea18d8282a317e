// From the bytes of a Python file to UTF-8, by the rules of PEP 263.
// In: the bytes as they are on disk. Out: valid UTF-8 and the encoding's name, or what is wrong. Leaves alone: files, line ends.
import { isAscii, isUtf8 } from 'node:buffer';

export type Decoded =
  | { readonly bytes: Uint8Array; readonly encoding: string }
  /** `wrong`: continues a sentence that starts with the file's name; `line` from 1. */
  | { readonly wrong: string; readonly line?: number };

/**
 * Decodes. UTF-8 and ASCII come back as the same object, uncopied and with their byte order mark; everything else is decoded
 * and encoded anew. A codec that we cannot decode is refused and never read as ASCII: `# coding: unicode_escape` turns
 * harmless-looking text into other code.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const utf16 = utf16Mark(bytes);
  if (utf16 !== undefined) return recode(bytes.subarray(2), utf16, utf16);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const declared = hasMark ? undefined : codingLine(bytes);
  const codec = declared === undefined ? 'utf-8' : normalName(declared.name);
  if (codec === 'utf-8') {
    if (isUtf8(bytes)) return { bytes, encoding: 'utf-8' };
    const line = lineOf(bytes, firstInvalidUtf8(bytes));
    if (declared === undefined && !hasMark)
      return { wrong: `is not UTF-8 (line ${line}) and has no coding line`, line };
    return { wrong: `says that it is UTF-8, but line ${line} is not`, line };
  }
  if (codec === 'ascii') {
    if (isAscii(bytes)) return { bytes, encoding: 'ascii' };
    const line = lineOf(
      bytes,
      bytes.findIndex((byte) => byte > 127),
    );
    return { wrong: `says that it is ASCII, but line ${line} is not`, line };
  }
  const label = decoderLabels.get(codec.replaceAll('-', ''));
  const declaredLine = declared?.line ?? 1;
  if (label === undefined)
    return {
      wrong: `has a coding line with ${declared?.name ?? codec}, which cannot be decoded here`,
      line: declaredLine,
    };
  if (!notOnTopOfAscii.has(label) && isAscii(bytes)) return { bytes, encoding: codec };
  return recode(bytes, label, codec, declaredLine);
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function recode(bytes: Uint8Array, label: string, encoding: string, line?: number): Decoded {
  if (label === 'latin1' || label === 'windows-1252') {
    const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    return { bytes: Buffer.from(label === 'latin1' ? latin1 : withWindows1252(latin1)), encoding };
  }
  try {
    return { bytes: Buffer.from(new TextDecoder(label, { fatal: true }).decode(bytes)), encoding };
  } catch {
    return { wrong: `cannot be decoded as ${encoding}`, ...(line === undefined ? {} : { line }) };
  }
}

/** Of 0x80 to 0x9f, the only bytes in which windows-1252 is not latin-1; five have no character and stay what they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** TextDecoder is not asked for either: the standard makes them one, and some versions of Node take that one for latin-1. */
function withWindows1252(latin1: string): string {
  return latin1.replace(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 0x80));
}

/** The patterns of PEP 263, as the language reference has them. */
const codingPattern = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const blankOrComment = /^[ \t\f]*(?:#.*)?$/;
const maxCodingBytes = 1024;

/** The coding declared in line 1 or, if line 1 is blank or a comment, in line 2. */
function codingLine(bytes: Uint8Array): { readonly name: string; readonly line: number } | undefined {
  const first = lineAt(bytes, 0);
  const inFirst = codingPattern.exec(first.text);
  if (inFirst?.[1] !== undefined) return { name: inFirst[1], line: 1 };
  if (!blankOrComment.test(first.text)) return undefined;
  const inSecond = codingPattern.exec(lineAt(bytes, first.next).text);
  return inSecond?.[1] === undefined ? undefined : { name: inSecond[1], line: 2 };
}

function lineAt(bytes: Uint8Array, start: number): { readonly text: string; readonly next: number } {
  const limit = Math.min(bytes.length, start + maxCodingBytes);
  let end = start;
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
  const isCut = end === limit;
  const next = isCut ? bytes.length : bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? end + 2 : end + 1;
  return { text: String.fromCharCode(...bytes.subarray(start, end)), next };
}

/** As Python's tokenizer does: case and `_` do not matter, and editors add `-unix` and the like. */
function normalName(name: string): string {
  const lower = name.toLowerCase().replaceAll('_', '-');
  if (/^utf-?8(?:-|$)/.test(lower) || lower === 'u8' || lower === 'utf' || lower === 'cp65001') return 'utf-8';
  if (/^(?:latin-?1|iso-8859-1|iso8859-1|iso-latin-1)(?:-|$)/.test(lower) || lower === 'l1') return 'iso-8859-1';
  if (/^(?:us-ascii|ascii|646|ansi-x3\.4-1968)$/.test(lower)) return 'ascii';
  return lower;
}

/** Python's names (without `-`) of the codecs that TextDecoder has too. */
const decoderLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    latin1: 'iso88591 latin 8859 cp819 iso8859',
    'windows-1250': 'cp1250 windows1250 1250',
    'windows-1251': 'cp1251 windows1251 1251',
    'windows-1252': 'cp1252 windows1252 1252',
    'windows-1253': 'cp1253 windows1253 1253',
    'windows-1254': 'cp1254 windows1254 1254 iso88599 latin5',
    'windows-1255': 'cp1255 windows1255 1255',
    'windows-1256': 'cp1256 windows1256 1256',
    'windows-1257': 'cp1257 windows1257 1257',
    'windows-1258': 'cp1258 windows1258 1258',
    'iso-8859-2': 'iso88592 latin2 l2',
    'iso-8859-3': 'iso88593 latin3 l3',
    'iso-8859-4': 'iso88594 latin4 l4',
    'iso-8859-5': 'iso88595 cyrillic',
    'iso-8859-6': 'iso88596 arabic',
    'iso-8859-7': 'iso88597 greek greek8',
    'iso-8859-8': 'iso88598 hebrew',
    'iso-8859-10': 'iso885910 latin6 l6',
    'iso-8859-13': 'iso885913 latin7 l7',
    'iso-8859-14': 'iso885914 latin8 l8',
    'iso-8859-15': 'iso885915 latin9 l9',
    'iso-8859-16': 'iso885916 latin10 l10',
    'windows-874': 'cp874 tis620 iso885911 thai',
    'koi8-r': 'koi8r',
    'koi8-u': 'koi8u',
    macintosh: 'macroman macintosh',
    ibm866: 'cp866 866 ibm866',
    gbk: 'gbk cp936 936 ms936 gb2312 euccn chinese',
    gb18030: 'gb18030',
    big5: 'big5 big5tw csbig5 cp950 950 ms950',
    'euc-jp': 'eucjp ujis',
    shift_jis: 'shiftjis sjis csshiftjis cp932 932 ms932 mskanji windows31j',
    'iso-2022-jp': 'iso2022jp csiso2022jp',
    'euc-kr': 'euckr korean ksc5601 cp949 949 uhc ms949',
  }).flatMap(([label, names]) => names.split(' ').map((name): [string, string] => [name, label])),
);
/** Here ASCII bytes can mean something else, so these are always decoded. */
const notOnTopOfAscii: ReadonlySet<string> = new Set(['iso-2022-jp']);

/** Offset of the first byte that is no UTF-8, by halving: only broken files pay for it. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    // Cut where a character starts, or a cut inside a character would look like an error.
    let cut = middle;
    while (cut > valid && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut--;
    if (cut === valid) break;
    if (isUtf8(bytes.subarray(valid, cut))) valid = cut;
    else invalid = cut;
  }
  return valid;
}

/** Lines end at LF, CRLF or CR. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) line++;
  }
  return line;
}
