// Whether a path alone says "test". In: a path. Out: yes or no. Leaves alone: the file's contents, which the model looks at.
import type { FilePath } from '../base/file-path.ts';

const testFolders = new Set([
  'test',
  'tests',
  '_tests',
  'testing',
  'unittests',
  'functional_tests',
  'integration_tests',
  'e2e',
]);
const testName = /^(?:test_.*|.*_tests?|tests|conftest|locustfile.*)\.(?:py|pyw|pyi|ipynb)$/;

/**
 * True for a file that its name or folder makes a test (the two rows of `practices-catalogue.md` §1.1 that need no reading).
 * Used where a file could not be read, to tell whether that leaves the verdict incomplete.
 */
export function looksLikeTestPath(path: FilePath): boolean {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  return testName.test(name) || segments.some((segment) => testFolders.has(segment.toLowerCase()));
}
