// Which template language a file is written in, by its name and what stands in it. In: path and text. Out: the language.

/**
 * `braces`: Jinja, Django or Tornado, which share their delimiters; which of them is meant shows in what renders the file. Mako writes `${x}`,
 * bottle's own language `{{x}}` and `{{!x}}`.
 */
export type TemplateLanguage = 'braces' | 'mako' | 'bottle';

/** The language of a template; undefined where no delimiter of one stands in it. */
export function languageOf(path: string, text: string): TemplateLanguage | undefined {
  if (/\.(?:mako?|mao)$/i.test(path)) return 'mako';
  const hasBraces = text.includes('{{') || text.includes('{%');
  if (/<%(?:inherit|page|def|namespace|include|block|!)/.test(text) && text.includes('${') && !text.includes('{%'))
    return 'mako';
  if (/\.s?tpl$/i.test(path) && hasBraces && !text.includes('{%')) return 'bottle';
  return hasBraces ? 'braces' : undefined;
}

/** Whether a template makes HTML: of `page.txt.j2` the inner ending says no; elements must stand in its text, or another template around it. */
export function isPage(path: string, text: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:jinja2?|j2|tmpl|mako?|mao|s?tpl)$/i, '');
  if (/\.\w+$/.test(name) && !/\.(?:html?|xhtml|djhtml)$/i.test(name)) return false;
  return /<\/?[a-z][a-z\d-]*[\s/>]/i.test(text) || /\{%-?\s*extends\b/.test(text);
}

/** Whether it is the text of a mail, by its path. */
export function isMail(path: string): boolean {
  return /(?:^|[/_.-])(?:e?-?mails?|notifications?|newsletters?)(?:[/_.-]|$)/i.test(path);
}
