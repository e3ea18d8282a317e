// The first bytes of a file, read once for every question that discover asks.
// In: a path or its bytes. Out: the bytes, yes or no. Leaves alone: the rest of the file.
import { closeSync, openSync, readSync } from 'node:fs';

/** Enough for the binary test; one page read more or less costs nothing beside opening the file. */
const headBytes = 8192;
const buffer = Buffer.allocUnsafe(headBytes);

/** Reads the head of a regular file; the bytes are valid until the next call. `undefined`: the system refused. */
export function readHead(absolutePath: string): Uint8Array | undefined {
  let file: number;
  try {
    file = openSync(absolutePath, 'r');
  } catch {
    return undefined;
  }
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, headBytes, 0));
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** True if a zero byte is there, and it is not UTF-16 with a byte order mark. */
export function isBinary(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return false;
  if (head[0] === 0xfe && head[1] === 0xff) return false;
  return head.includes(0);
}

const pythonShebang =
  /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*(?:\S*\/)?)?(?:python|pypy)[\d.]*(?:[a-z]{1,2}|-dbg)?(?:[ \t\r\n]|$)/;
/** `#!/usr/bin/env -S uv run --script`: a script with inline metadata. */
const uvShebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+)*)?(?:\S*\/)?uv[ \t]+run\b/;

/** True if the first line asks for a Python interpreter. */
export function hasPythonShebang(head: Uint8Array): boolean {
  if (head[0] !== 0x23 || head[1] !== 0x21) return false;
  const firstLine = Buffer.from(head.subarray(0, 128)).toString('latin1').split('\n', 1)[0] ?? '';
  return pythonShebang.test(firstLine) || uvShebang.test(firstLine);
}
