// What can go wrong where a template writes a value. In: an output, and whether the engine escapes by default. Out: for each operand that may
// do harm, how. Leaves alone: where the value comes from.
import type { Operand } from './expression.ts';
import { pathOf } from './expression.ts';
import type { TemplateFacts, TemplateOutput } from './read-template.ts';
import { PARAMETER } from './read-template.ts';

/**
 * `raw`: markup in the value becomes part of the page; `unquoted`: a blank in it begins another attribute; `handler` and `script`: it is read as
 * code, escaped or not; `string`: it stands in a string of a script, which escaping for HTML was not made for; `address`: it may begin
 * with `javascript:`.
 */
export type Harm = 'raw' | 'unquoted' | 'handler' | 'script' | 'string' | 'address';

export interface HarmfulOperand {
  readonly operand: Operand;
  readonly harm: Harm;
  /** What makes it raw: `safe`, the name of a filter; '' where a tag or the engine does. */
  readonly by: string;
}

const marking = /^(?:safe|safeseq|mark_safe|markup|unescape|raw|as_is)$/i;
const escaping =
  /escape|clean|saniti[sz]e|bleach|purify|json|^(?:e|h|x|u|entity|dumps|urlencode|urlize|quote|linebreaks|linebreaksbr|xmlattr|int|float|round|abs|length|length_is|count|wordcount|floatformat|filesizeformat|intcomma|intword|date|time|datetime|strftime|timesince|timeuntil|naturaltime|naturalday|pluralize|yesno|slugify|add|divisibleby|sum|md5|sha1|sha256|hash|b64encode|base64|attr|crispy|as_crispy_field|as_crispy_errors|add_class|addclass|render_field|widget_type|as_p|as_table|as_ul|localize|unlocalize|trans|translate|_)$/i;
// For HTML only: in a script, a handler or an address what they give is still what it was.
const escapingHtml =
  /^(?:e|escape|force_?escape|escape_html|xhtml_escape|h|x|entity|linebreaks|linebreaksbr|clean\w*|bleach|saniti[sz]e\w*)$/i;
// The text is still what it was, or part of it.
const passing =
  /^(?:safe|safeseq|n|trim|strip|default|d|default_if_none|replace|truncate|truncatechars|truncatewords|truncatechars_html|truncatewords_html|join|upper|lower|title|capitalize|capfirst|first|last|striptags|nl2br|newline_to_br|linebreaks_html|indent|wordwrap|center|ljust|rjust|cut|string|str|unicode|decode|format|stringformat|markdown|md|markdownify|commonmark|textile|rst|reverse|sort|unique|list)$/i;
const makers =
  /^(?:(?:\w+\.)*(?:url_for|static|url|reverse|reverse_url|static_url|route_url|route_path|asset\w*|media_url|get_absolute_url|csrf\w*|generate_csrf|xsrf\w*|get_csrf_token|super|caller|escape|xhtml_escape|url_escape|squeeze|json_encode|to_?json|dumps|h|e|hidden_tag|as_p|as_table|as_ul|as_div|media|n?gettext|lazy_gettext|get_flashed_messages|len|int|float|round|range|now|include\w*|strftime|isoformat|format_(?:date|time|datetime|number)|body|label|paginate|pager|links|render_template|render_field|vite\w*|webpack\w*|url_prefix)|_|context|capture)$/i;
const roots =
  /^(?:form|forms|formset|fieldset|self|super|block|loop|forloop|csrf\w*|field|widget|STATIC_URL|MEDIA_URL|static_url|caller|varargs|pagination|capture|local|parent|UNDEFINED|config|settings|debug|languages?|version|nonce|csp_nonce|[A-Z][A-Z\d_]+)$/;
const numbers =
  /^(?:id|pk|ids|index0?|(?:rev)?counter0?|idx|[ijnxy]|counts?|total|size|length|len|width|height|number|num|pages?|year|month|day|hour|minute|second|timestamp|level|depth|position|order|rank|port|percent|percentage|rowspan|colspan|version|uuid|slug|enabled|disabled|active|checked|selected|status_code|(?:has|is|num|max|min)_\w+|\w+_(?:id|pk|ids|index|counts?|total|size|length|width|height|number|num|nr|no|px|percent|timestamp|uuid|slug|ms|seconds|minutes|date|time|at))$/i;
/** Names that say: this is markup or code, made for the page. */
const declared =
  /html|markup|svg|icon|css|script|style|snippet|widget|render|embed|head(?:er|ing)?s?$|foot(?:er)?s?$|help_?text|json|button|link|tag(?:s)?$|menu|toolbar|breadcrumb|form|table|chart|plot|figure|diagram|layout|handler|callback|onclick|js$|^js_|action|template|content$|^body$|diff|highlight|attrs?$|attributes$|^class(?:es)?$|safe|saniti[sz]ed|escaped|cleaned/i;
const followed = /^(?:href|action|formaction|xlink:href)$/;
const loaded = /^(?:script|iframe|frame|embed|object)$/;

/** What may do harm of what an output writes. */
export function harmfulOperands(
  { operands, place, escapes }: TemplateOutput,
  { macros }: Pick<TemplateFacts, 'macros'>,
  escapesByDefault: boolean,
): HarmfulOperand[] {
  if (place.in === 'comment' || place.in === 'tag') return [];
  const isEscaped = escapes ?? escapesByDefault;
  return operands.flatMap((operand): HarmfulOperand[] => {
    const { filters } = operand;
    if (isOwnMarkup(operand, macros) || isNumber(operand)) return [];
    const mark = filters.find(({ name }) => marking.test(name));
    const isMadeHarmless = filters.some(({ name }) => escaping.test(name) && !escapingHtml.test(name));
    if (isMadeHarmless) return [];
    const isHtml = filters.some(({ name }) => escapingHtml.test(name)) || (mark === undefined && isEscaped);
    const by = mark?.name ?? '';
    if (place.in === 'attribute') {
      if (isHandler(place.name)) return [{ operand, harm: 'handler', by }];
      if (place.quote === '') return [{ operand, harm: 'unquoted', by }];
      if (!isHtml) return [{ operand, harm: 'raw', by }];
      return place.isFirst && isAddress(place) ? [{ operand, harm: 'address', by }] : [];
    }
    if (!isHtml) return [{ operand, harm: 'raw', by }];
    if (place.in !== 'script') return [];
    return [{ operand, harm: place.quote === '' || place.quote === '`' ? 'script' : 'string', by }];
  });
}

/** The value is data by all that its name and filters say, and no markup that is made for the page. */
export function isPlainData({ operand, harm }: HarmfulOperand): boolean {
  const { path, name, text, filters } = operand;
  // Addresses in handlers are made by the application: `location.href = '{{ cancel_url }}'`.
  if (harm === 'handler' && /(?:^|_)(?:url|uri|href)$/i.test(name ?? '')) return false;
  const isRead = path !== undefined || /^[\w.]+\.get\([^()]*\)$/.test(text) || name !== undefined;
  return (
    isRead &&
    path?.[0] !== PARAMETER &&
    !declared.test(name ?? '') &&
    filters.every((filter) => passing.test(filter.name))
  );
}

/** An address that may begin with `javascript:`, or of something that runs. */
function isAddress({ name, element }: { readonly name: string; readonly element: string }): boolean {
  if (name === 'src' || name === 'data') return loaded.test(element);
  return followed.test(name) && element !== 'link' && element !== 'base';
}

const sent = /^(?:args|form|forms|values|GET|POST|query_params|params|query|json|data)$/;

/** The visitor's own request, which frameworks hand to every template: `request.GET.term`, `request.args.get("term")`. */
export function isSentByVisitor({ operand, harm }: HarmfulOperand): boolean {
  const path = operand.path ?? pathOf(operand.call ?? '') ?? [];
  if (path[0] !== 'request' || !sent.test(path[1] ?? '') || path.length < 3) return false;
  if (harm === 'string') return false;
  return !/^(?:urlencode|items|keys|lists|page|csrf\w*)$/.test(path[2]!);
}

/** Attributes whose value is code: of the browser, and of libraries that read it as code. */
function isHandler(name: string): boolean {
  return /^(?:on[a-z]{3,}|@[\w.:-]+|x-on:[\w.:-]+|v-on:[\w.:-]+|hx-on[\w.:-]+)$/.test(name);
}

/** Constant, made by the framework, or written by other templates. */
function isOwnMarkup({ isLiteral, call, path, text }: Operand, macros: ReadonlySet<string>): boolean {
  if (isLiteral) return true;
  if (call !== undefined)
    return makers.test(call) || macros.has(call.split('.', 1)[0]!) || roots.test(call.split('.', 1)[0]!);
  if (path !== undefined)
    return roots.test(path[0]!) || macros.has(path[0]!) || /^(?:super|caller|forloop)$/.test(path[0]!);
  // `loop.index % 2`, `a == b`, `not x`: a number or a truth value.
  return /^(?:not\s|-|\d)|[%*/<>=]|\s(?:and|in|is)\s/.test(text);
}

/** By its name it is a number, or something as harmless. */
function isNumber({ name, filters }: Operand): boolean {
  return (
    (name !== undefined && numbers.test(name)) ||
    filters.some((filter) => /^(?:int|float|length|count)$/.test(filter.name))
  );
}
