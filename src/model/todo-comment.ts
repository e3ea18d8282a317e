// Comments that ask for work: TODO, FIXME, XXX, HACK, with or without somebody or something to ask about it.
// In: texts of comments. Out: whether one is such a comment and has an owner, a number or a link.

export interface TodoComment {
  /** The word it starts with, in capitals. */
  readonly word: string;
  /** Names an owner in parentheses, an issue number or a URL. */
  readonly owned: boolean;
}

// At the start of a comment, or later if a colon or parenthesis follows: "see the TODO below" asks for nothing.
const marker = /^#+[:\s]*(TODO|FIXME|XXX|HACK)(?=$|[^\w])|\s@?(TODO|FIXME|XXX|HACK)(?=[:(])/;
const reference = /https?:\/\/|\b[A-Z][A-Z\d]+-\d+\b|(?:^|[\s(\[])#\d+\b|\b(?:bugs?|issues?|ticket|bpo|gh|pr|lp)[\s:#-]*\d+/i;

/** Reads one comment, with its `#`; `following` is the text of the comment lines below that belong to it. */
export function todoComment(comment: string, following = ''): TodoComment | undefined {
  const match = marker.exec(comment);
  if (match === null) return undefined;
  const rest = comment.slice(match.index + match[0].length);
  // An issue's number in parentheses is found by the reference; anything else there that has a letter is a person.
  const owned = /^\s?[([]\s*@?[A-Za-z][^)\]]*[)\]]/.test(rest) || /^\s?[([]\s*#?\d+\s*[)\]]/.test(rest) || reference.test(`${rest} ${following}`);
  return { word: match[1] ?? match[2]!, owned };
}
