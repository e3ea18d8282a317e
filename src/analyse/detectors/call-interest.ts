// A qualified name as something to listen for.
import type { CallInterest } from './detector.ts';

/**
 * The interest in calls of `os.path.join` or `requests.Session.get`. A name without a package is of interest anywhere, and so is one
 * that begins with `*`. What stands in something with a small first letter is a function of a module or an entry of its table; what
 * stands in a class may be called on any object.
 */
export function callInterest(qualified: string): CallInterest {
  const parts = qualified.split('.');
  const name = parts.at(-1)!;
  const owner = parts.at(-2);
  if (owner === undefined || parts[0] === '*') return { name };
  return { name, package: parts[0]!, ...(/^[a-z_]/.test(owner) ? { module: owner } : {}) };
}
