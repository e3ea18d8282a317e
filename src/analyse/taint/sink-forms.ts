// How the parts of a value matter to a sink: of a command the program and its arguments, of a URL host and path, of a query
// text and filter. In: a sink kind and the value that reaches it. Out: the parts, each with the kind of harm it can do.
import type { SinkKind } from '../../rules/kinds.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { answeredHeader, headerAmong, headerBeside } from './answer-form.ts';
import { commandParts, shellParts } from './command-form.ts';
import { environmentParts } from './environment-form.ts';
import { fieldParts } from './field-form.ts';
import { filterParts, filterPatterns } from './filter-form.ts';
import { htmlParts } from './html-form.ts';
import { mailBodyParts, mailParts } from './mail-form.ts';
import { messageParts } from './message-form.ts';
import { pathParts } from './path-form.ts';
import type { SinkPart } from './sink-part.ts';
import { elementsOf, startsConstant } from './sink-part.ts';
import { taggedParts } from './tagged-form.ts';
import { uploadParts } from './upload-form.ts';
import { redirectParts, urlParts } from './url-form.ts';
import { xpathParts } from './xpath-form.ts';

/** The parts of a value by the harm they can do at a sink of a kind, as its entry describes it. */
export function sinkParts(frame: Frame, kind: SinkKind, value: Value, entry: ModelEntry): SinkPart[] {
  switch (kind) {
    case 'argv':
      return commandParts(frame, value, entry.program);
    case 'shell':
      return shellParts(frame, value);
    case 'url':
      return urlParts(frame, value);
    case 'redirect':
      return headersOf(frame, value, entry, 'location').flatMap((header) => redirectParts(frame, header));
    case 'cookie':
      return headersOf(frame, value, entry, 'set-cookie').map((header) => ({ kind, value: header }));
    case 'path':
      return pathParts(kind, value);
    case 'html':
    case 'safe-html':
    case 'mail-html':
      return htmlParts(frame, kind, value, entry);
    case 'mail':
      return mailParts(value);
    case 'mail-body':
      return mailBodyParts(frame, value, entry);
    case 'sql':
      // What `as_sql` returns is the text with its parameters.
      return [{ kind, value: entry.arg === 'return' ? (elementsOf(frame, value)?.[0] ?? value) : value }];
    case 'xpath':
      return xpathParts(value);
    case 'nosql':
      return filterParts(frame, value, entry.shape);
    case 'regex':
      return entry.shape === 'object' ? filterPatterns(frame, value) : [{ kind, value }];
    case 'module':
      // With a constant package or directory in front it is a choice among few.
      return [{ kind, value, review: startsConstant(value) }];
    case 'env':
      return environmentParts(frame, value, entry);
    case 'fields':
      return fieldParts(frame, value, entry);
    case 'markup': {
      // What is only that has its tags from somewhere.
      const isWhole = entry.shape === 'text' && value.text === undefined;
      return isWhole ? [{ kind, value }] : taggedParts(kind, value);
    }
    case 'html-text':
      return taggedParts(kind, value);
    case 'upload':
      return uploadParts(value);
    case 'prompt':
    case 'user-prompt':
      return messageParts(frame, kind, value, entry);
    case 'reflection':
      return startsConstant(value) ? [] : [{ kind, value }];
    default:
      return [{ kind, value }];
  }
}

/** What a function in a cloud returns. */
/** What a sink gets as one header: the value itself, unless it is an answer or a set of headers that has it. */
function headersOf(frame: Frame, value: Value, entry: ModelEntry, name: string): Value[] {
  if (entry.shape === 'mapping') return headerBeside(frame, value, name);
  if (isAnswer(entry)) return answeredHeader(frame, value, name);
  return /\bheader(?:s|list)$/.test(String(entry.arg ?? '')) ? headerAmong(frame, value, name) : [value];
}

function isAnswer(entry: ModelEntry): boolean {
  return entry.function !== undefined && entry.arg === 'return';
}
