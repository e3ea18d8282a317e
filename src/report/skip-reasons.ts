// Why a file was left out, in words.
import type { SkipReason } from '../discover/source-set.ts';

export const skipReasonText: Readonly<Record<SkipReason, string>> = {
  'virtual-environment': 'in a virtual environment',
  vendored: 'vendored',
  generated: 'generated',
  'too-large': 'too large',
  binary: 'binary',
  excluded: 'excluded by configuration',
  'symlink-outside': 'a link that leaves the checkout',
  symlink: 'a link to a file listed elsewhere',
  'other-language': 'a notebook in another language',
  unreadable: 'unreadable',
  encoding: 'unknown encoding',
  'cell-magic': 'a notebook cell in another language',
};
