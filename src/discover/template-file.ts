// Templates of pages: which files of a checkout are such, by their names. In: paths. Out: yes or no.
// Leaves alone: their language, and pages that a browser fetches as they are.

const names = /\.(?:html?|xhtml|djhtml|jinja2?|j2|tmpl|mako?|mao|s?tpl)$/i;
const elsewhere =
  /(?:^|\/)(?:static|public|assets|dist|build|docs?|_build|htmlcov|coverage|site|node_modules|bower_components|vendor|_templates|_themes?)\//i;

/** Whether a path names a template of pages. */
export function isTemplateFile(path: string): boolean {
  return names.test(path) && !elsewhere.test(path) && !path.includes('{{');
}

/** Whether a template language's delimiters stand in a text. */
export function hasTemplateMarks(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes('${');
}
