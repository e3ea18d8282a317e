import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  connect,
  withoutToken
} from "./chunk-Y6ZPZ3Z4.js";
import {
  runGit,
  version,
  visibleText,
  wellFormed,
  withoutCommands
} from "./chunk-J6TQLEPW.js";
import {
  Field,
  Kind,
  LoweredTree,
  ParserFailure,
  createFileParser,
  createFlatParser,
  decodeFile,
  looksLikeTestPath
} from "./chunk-M7NN52AD.js";
import {
  parse
} from "./chunk-4B76474W.js";
import {
  bundle
} from "./chunk-TUEHKYYJ.js";
import {
  cweTag,
  describeRule,
  familiesNotExamined,
  familyOf,
  levelOfSeverity,
  practiceLevel,
  ruleName,
  ruleProfile
} from "./chunk-R6RRCWGF.js";
import {
  requireRule
} from "./chunk-NCHKHIWC.js";
import {
  ConfigurationError,
  didYouMean
} from "./chunk-LSZVFLMB.js";
import {
  __commonJS,
  __toESM
} from "./chunk-RVTCQXDU.js";

// node_modules/ignore/index.js
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var UNDEFINED = void 0, EMPTY = "", SPACE = " ", ESCAPE = "\\", REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/, BOM = "\uFEFF", REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/, REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/, REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/, REGEX_SPLITALL_CRLF = /\r?\n/g, DOUBLE_SLASH = "//", SLASH_CODE = 47, DOT_CODE = 46, SLASH = "/", TMP_KEY_IGNORE = "node-ignore";
    typeof Symbol < "u" && (TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore"));
    var KEY_IGNORE = TMP_KEY_IGNORE, define = (object, key, value) => (Object.defineProperty(object, key, { value }), value), RETURN_FALSE = () => !1, POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    }, CLASS_MEMBERS_TO_ESCAPE = "\\]^-[", escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char, NON_SLASH = "(?!\\/)", classSource = (negated, body) => {
      if (negated)
        return `[^\\/${body}]`;
      let source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    }, scanBracket = (pattern, start) => {
      let { length } = pattern, index = start + 1, negated = EMPTY, lead = pattern[index];
      (lead === "!" || lead === "^") && (negated = "^", index++);
      let body = EMPTY, prev = EMPTY;
      for (; ; ) {
        let char = pattern[index];
        if (char === UNDEFINED)
          return null;
        if (char === ESCAPE) {
          let escaped = pattern[++index];
          body += escapeMember(escaped), prev = escaped;
        } else if (char === "-" && prev && index + 1 < length && pattern[index + 1] !== "]") {
          index++;
          let to = pattern[index];
          to === ESCAPE && (to = pattern[index += 1]), prev <= to && (body += `-${escapeMember(to)}`), prev = EMPTY;
        } else if (char === "[" && pattern[index + 1] === ":") {
          let nameStart = index + 2, end = nameStart;
          for (; end < length && pattern[end] !== "]"; )
            end++;
          if (end === length)
            return null;
          if (end > nameStart && pattern[end - 1] === ":") {
            let name = pattern.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name))
              return null;
            body += POSIX_CLASSES[name], prev = EMPTY, index = end;
          } else
            body += escapeMember("["), prev = "[", index = nameStart - 2;
        } else
          body += escapeMember(char), prev = char;
        if (index++, pattern[index] === "]")
          return {
            end: index,
            source: classSource(negated, body)
          };
      }
    }, NEVER_MATCH = "[]", PLACEHOLDER = "\0", REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    ), TRAILING_WILDCARD = "", TRAILING_DOUBLESTAR = "", isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR, extractBrackets = (pattern) => {
      let sources = [], hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`, { length } = pattern, out = EMPTY, index = 0;
      for (; index < length; ) {
        let char = pattern[index];
        if (char === ESCAPE) {
          let escaped = pattern[index + 1];
          escaped === SLASH && index + 2 === length ? out += hold(NEVER_MATCH) : escaped === "*" || escaped === "[" || escaped === SPACE ? out += pattern.slice(index, index + 2) : out += hold(
            REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
          ), index += 2;
        } else if (isReserved(char))
          out += hold(`[${char}]`), index++;
        else if (char === "[") {
          let scanned = scanBracket(pattern, index);
          scanned === null ? (out += hold(NEVER_MATCH), index = length) : (out += hold(scanned.source), index = scanned.end + 1);
        } else
          out += char, index++;
      }
      return {
        source: out,
        sources
      };
    }, DIRECT = null, REGEX_INNER_SLASH = /\/(?!$)/, WILDCARD = "[^\\/]*", REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run2, space) => space ? run2.slice(0, run2.length - run2.length % 2) + SPACE : run2,
        ESCAPE + SPACE
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match) => `\\${match}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern) => !source || source[0] === "^" || source[0] === "(" ? source : (REGEX_INNER_SLASH.test(pattern) ? "^" : "(?:^|\\/)") + source
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str2) => index + 6 < str2.length ? str2.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match, range, close) => `\\[${range}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          let last = source[source.length - 1];
          return !last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR ? source : last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ], REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/, MODE_IGNORE = "regex", MODE_CHECK_IGNORE = "checkRegex", UNDERSCORE = "_", replaceTrailingWildcard = (_, p1) => `${p1 ? `${p1}[^/]+` : "[^/]*"}(?=$|\\/$)`, REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/, replaceTrailingDoublestar = () => "[\\s\\S]", separatorAfter = (run2, at) => {
      let separator = EMPTY;
      for (let index = at + 1; index < run2.length && !run2[index].wildcard; index++)
        separator += run2[index].single;
      return separator;
    }, pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0)
        return source;
      let tokens = [], { length } = source, index = 0;
      for (; index < length; ) {
        let char = source[index];
        if (source.startsWith(WILDCARD, index))
          tokens.push({ wildcard: !0 }), index += WILDCARD.length;
        else if (char === "[") {
          let end = index + 1;
          for (source[end] === "^" && end++, source[end] === "]" && end++; end < length && source[end] !== "]"; )
            end += source[end] === ESCAPE ? 2 : 1;
          end++, tokens.push({ single: source.slice(index, end) }), index = end;
        } else if (char === ESCAPE)
          tokens.push({ single: source.slice(index, index + 2) }), index += 2;
        else if (char === "(") {
          let depth = 0, end = index;
          do
            source[end] === ESCAPE ? end++ : source[end] === "(" ? depth++ : source[end] === ")" && depth--, end++;
          while (end < length && depth > 0);
          "*+?".indexOf(source[end]) >= 0 && end++, tokens.push({ boundary: source.slice(index, end) }), index = end;
        } else char === "^" || char === "$" ? (tokens.push({ boundary: char }), index++) : (tokens.push({ single: char }), index++);
      }
      let out = EMPTY, run2 = [], flush = () => {
        let lastWildcard;
        run2.forEach((token, at) => {
          token.wildcard && (lastWildcard = at);
        }), run2.forEach((token, at) => {
          if (!token.wildcard) {
            out += token.single;
            return;
          }
          out += at === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run2, at)})[^\\/])*`;
        }), run2 = [];
      };
      return tokens.forEach((token) => {
        if (token.boundary === void 0) {
          run2.push(token);
          return;
        }
        flush(), out += token.boundary;
      }), flush(), out;
    }, makeRegexPrefix = (pattern) => {
      REGEX_ANCHORED_GLOBSTAR.test(pattern) && (pattern = "**");
      let { source, sources } = extractBrackets(pattern), replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required2]) => matcher === DIRECT ? replacer(prev, pattern) : required2 !== UNDEFINED && prev.indexOf(required2) < 0 ? prev : matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern)) : prev,
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match, index) => sources[index]
      ) : replaced;
    }, checkSourceOf = (body, prefix) => {
      body[body.length - 1] === SLASH && (prefix = makeRegexPrefix(body.slice(0, -1)));
      let head = prefix.slice(0, -1), last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head}$` : last === TRAILING_DOUBLESTAR ? head : NEVER_MATCH;
    }, matchesBasename = (body) => {
      let index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    }, basenameOf = (path2) => {
      let end = path2.length - 1, index = path2.lastIndexOf(
        SLASH,
        path2[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path2 : path2.slice(index + 1);
    }, parentOf3 = (path2) => {
      if (path2.charCodeAt(0) === SLASH_CODE || path2.indexOf(DOUBLE_SLASH) >= 0) {
        let slices = path2.split(SLASH).filter(Boolean);
        return slices.pop(), slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      let end = path2.length - 1, cut = path2.lastIndexOf(
        SLASH,
        path2.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut < 0 ? EMPTY : path2.slice(0, cut + 1);
    }, isString = (subject) => typeof subject == "string", checkPattern = (pattern) => pattern && isString(pattern), splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean), IgnoreRule = class {
      constructor(pattern, mark, body, ignoreCase, negative, prefix) {
        this.pattern = pattern, this.mark = mark, this.negative = negative, define(this, "body", body), define(this, "ignoreCase", ignoreCase), define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        let key = UNDERSCORE + MODE_IGNORE;
        return this[key] ? this[key] : this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        let key = UNDERSCORE + MODE_CHECK_IGNORE;
        return this[key] ? this[key] : this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        let str2 = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        ), regex = this.ignoreCase ? new RegExp(str2, "i") : new RegExp(str2);
        return define(this, key, regex);
      }
    }, hasTrailingBackslash = (str2) => {
      let count3 = 0;
      for (; str2[str2.length - count3 - 1] === ESCAPE; )
        count3++;
      return count3 % 2 === 1;
    }, trimEnd = (body, stripLineEnd) => {
      let lineEnd = body.length, end;
      for (; ; ) {
        for (stripLineEnd && body[lineEnd - 1] === "\r" && lineEnd--, end = lineEnd; body[end - 1] === SPACE; )
          end--;
        if (!stripLineEnd || body[end - 1] !== `
`)
          break;
        lineEnd = end - 1;
      }
      if (end === lineEnd)
        return body.slice(0, lineEnd);
      let backslashes = 0;
      for (; body[end - backslashes - 1] === ESCAPE; )
        backslashes++;
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE : body.slice(0, end);
    }, createRule = (pattern, mark, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern[0] === BOM ? pattern.slice(1) : pattern;
      if (body[0] === "#")
        return;
      let negative = !1;
      body[0] === "!" && (negative = !0, body = body.slice(1));
      let last = body[body.length - 1];
      if ((last === SPACE || stripLineEnd && (last === "\r" || last === `
`)) && (body = trimEnd(body, stripLineEnd)), !body || hasTrailingBackslash(body))
        return;
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      let regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern,
        mark,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    }, RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase, this._rules = [], this._basenameCount = 0;
      }
      _add(pattern, index) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules._rules), this._basenameCount += pattern._rules._basenameCount, this._added = !0;
          return;
        }
        let isStr = isString(pattern), raw = isStr ? pattern : pattern.pattern, rule = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        rule && (this._added = !0, this._rules.push(rule), matchesBasename(rule.body) && this._basenameCount++);
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern) {
        return this._added = !1, this._split = isString(pattern), this._stripBOM = !this._split || pattern[0] === BOM, makeArray(
          this._split ? splitPattern(pattern) : pattern
        ).forEach(this._add, this), this._added && (this._literalRules = UNDEFINED), this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path2) {
        let rules = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        )), ignored = !1, unignored = !1, matchedRule;
        for (let index = rules.length - 1; index >= 0; index--) {
          let rule = rules[index];
          if (rule.checkRegex.test(path2)) {
            ignored = !rule.negative, unignored = rule.negative, matchedRule = rule.negative ? UNDEFINED : rule;
            break;
          }
        }
        let ret = {
          ignored,
          unignored
        };
        return matchedRule && (ret.rule = matchedRule), ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path2, mode) {
        let rules = this._rules, { length } = rules, shortcut = this._basenameCount * 2 >= length, basename2 = shortcut ? basenameOf(path2) : path2;
        for (let index = length - 1; index >= 0; index--) {
          let rule = rules[index];
          if (rule[mode].test(
            shortcut && rule._basenameOnly ? basename2 : path2
          )) {
            let { negative } = rule, ret = {
              ignored: !negative,
              unignored: negative
            };
            return negative || (ret.rule = rule), ret;
          }
        }
        return {
          ignored: !1,
          unignored: !1
        };
      }
    }, throwError = (message, Ctor) => {
      throw new Ctor(message);
    }, checkPath = (path2, originalPath, doThrow) => isString(path2) ? path2 ? checkPath.isNotRelative(path2) ? doThrow(
      `path should be a \`path.relative()\`d string, but got "${originalPath}"`,
      RangeError
    ) : !0 : doThrow("path must not be empty", TypeError) : doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    ), isNotRelative = (path2) => {
      let first = path2.charCodeAt(0);
      if (first === SLASH_CODE)
        return !0;
      if (first !== DOT_CODE)
        return !1;
      if (path2.length === 1)
        return !0;
      let second = path2.charCodeAt(1);
      return second === SLASH_CODE ? !0 : second !== DOT_CODE ? !1 : path2.length === 2 || path2.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target), Ignore = class {
      constructor({
        ignorecase = !0,
        ignoreCase = ignorecase,
        allowRelativePaths = !1
      } = {}) {
        define(this, KEY_IGNORE, !0), this._rules = new RuleManager(ignoreCase), this._strictPathCheck = !allowRelativePaths, this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null), this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern) {
        return this._rules.add(pattern) && this._initCache(), this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      // @returns {TestResult}
      _test(originalPath, cache5, path2) {
        return checkPath(
          path2,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        ), path2 ? this._t(path2, cache5) : {
          ignored: !1,
          unignored: !1
        };
      }
      checkIgnore(target) {
        let path2 = convertPath(target);
        if (!path2 || path2.charCodeAt(path2.length - 1) !== SLASH_CODE)
          return this._test(target, this._testCache, path2);
        let dir = this._t(path2, this._testCache);
        if (dir.ignored)
          return dir;
        let literal3 = this._rules.testLiteral(path2);
        return literal3.ignored || literal3.unignored ? literal3 : dir;
      }
      _t(path2, cache5) {
        if (path2 in cache5)
          return cache5[path2];
        let parentPath = parentOf3(path2), parent = parentPath ? this._t(parentPath, cache5) : UNDEFINED;
        return cache5[path2] = parent && parent.ignored ? parent : this._rules.test(path2, MODE_IGNORE);
      }
      ignores(path2) {
        return this._test(path2, this._ignoreCache, convertPath(path2)).ignored;
      }
      createFilter() {
        return (path2) => !this.ignores(path2);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path2) {
        return this._test(path2, this._testCache, convertPath(path2));
      }
    }, factory = (options) => new Ignore(options), isPathValid = (path2) => checkPath(convertPath(path2), path2, RETURN_FALSE), setupWindows = () => {
      let makePosix = (str2) => /^\\\\\?\\/.test(str2) || /["<>|\u0000-\u001F]+/u.test(str2) ? str2 : str2.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      let REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path2) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path2) || isNotRelative(path2);
    };
    // Detect `process` so that it can run in browsers.
    typeof process < "u" && process.platform === "win32" && setupWindows();
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});

// src/base/file-path.ts
function filePath(path2) {
  if (path2.startsWith("/") || path2.split("/").includes("..")) throw new Error(`not a path inside the checkout: ${path2}`);
  return path2;
}

// src/model/comments.ts
var views = /* @__PURE__ */ new WeakMap();
function commentsOf(module) {
  let view = views.get(module);
  return view === void 0 && views.set(module, view = readComments(module.tree)), view;
}
function readComments(tree) {
  let { ranges, texts } = tree.comments, standsAlone = createOwnLineTest(tree), comments = texts.map((text2, i) => {
    let start = ranges[2 * i], line2 = tree.line(start);
    return { text: text2, start, end: ranges[2 * i + 1], line: line2, ownLine: standsAlone(tree.lineStarts[line2 - 1], start) };
  }), blocks = toBlocks(comments), atLine = new Map(comments.map((comment) => [comment.line, comment])), endingAt = new Map(blocks.filter((block) => block.ownLine).map((block) => [block.lastLine, block]));
  return {
    comments,
    blocks,
    commentBefore: (node) => {
      let parent = tree.kind(node) === Kind.module ? -1 : tree.parent(node), outer = parent >= 0 && tree.kind(parent) === Kind.decorated_definition ? parent : node;
      return endingAt.get(tree.lineOf(outer) - 1);
    },
    commentOnLine: (line2) => atLine.get(line2),
    commentsIn: ({ start, end }) => comments.filter((comment) => comment.start >= start && comment.start < end)
  };
}
function createOwnLineTest(tree) {
  let around2 = [], cursor = [], enter = (node) => {
    around2.push(node), cursor.push(node + 1);
  };
  return (lineStart, comment) => {
    if (tree.size === 0) return !0;
    if (around2.length === 0) {
      if (tree.start(0) >= lineStart) return tree.start(0) >= comment;
      enter(0);
    }
    for (; around2.length > 1 && tree.end(around2.at(-1)) <= lineStart; )
      around2.pop(), cursor.pop();
    for (; ; ) {
      let top = around2.length - 1, end = tree.next(around2[top]), child = cursor[top];
      for (; child < end && tree.end(child) <= lineStart; ) child = tree.next(child);
      if (cursor[top] = child, child >= end || tree.start(child) >= lineStart)
        return !(child < end && tree.start(child) < comment) && (top === 0 || tree.end(around2[top]) > comment);
      enter(child);
    }
  };
}
function toBlocks(comments) {
  let blocks = [];
  for (let i = 0; i < comments.length; ) {
    let first = i++;
    if (comments[first].ownLine)
      for (; i < comments.length && comments[i].ownLine && comments[i].line === comments[i - 1].line + 1; ) i++;
    let run2 = comments.slice(first, i);
    blocks.push({
      comments: run2,
      start: run2[0].start,
      end: run2.at(-1).end,
      firstLine: run2[0].line,
      lastLine: run2.at(-1).line,
      ownLine: run2[0].ownLine,
      text: run2.map((comment) => bareText(comment.text)).join(`
`)
    });
  }
  return blocks;
}
function bareText(comment) {
  return comment.replace(/^#+[:!]?/, "").trim();
}
var reasonWords = new RegExp(
  [
    String.raw`\b(?:because|since|so that|otherwise|to avoid|in order to|due to|needed|needs? to|ensures?|make sure|must`,
    "workarounds?|work around|unless|as (?:the|it|we)|if we|why|instead|therefore|hence|however|even if|races?|racy",
    String.raw`requires?|required|prevents?|guarantees?|guaranteed)\b`
  ].join("|"),
  "i"
), trackerReference = /\b(?:bugs?|issues?|tickets?|bpo|gh|lp|rhbz|closes|fixes|pr)\b[\s:#-]*#?\d+|(?:^|[\s(])#\d{2,}\b|https?:\/\/\S*(?:bug|issue|ticket|pull)/i;
function hasReason(text2) {
  return reasonWords.test(text2) || trackerReference.test(text2);
}
var directive = /^(?:!|-\*-|noqa\b|type:|pragma\b|pylint:|fmt:|ruff:|isort:|mypy:|pyright:|yapf:|flake8:|nosec\b|nosemgrep\b|pyverdict:|coding[:=]|vim?:)/i, licence = /\blicen[cs]ed?\b|\bcopyright\b|\(c\)\s*\d{4}|spdx-|all rights reserved/i;
function isDirective(comment) {
  return directive.test(comment.replace(/^#+\s*/, ""));
}
function isLicenceHeader(module, block) {
  let { tree } = module;
  return (tree.size < 2 || block.end <= tree.start(1)) && licence.test(block.text);
}
function commentsBeforeCode({ tree }) {
  let { ranges, texts } = tree.comments, code = tree.size < 2 ? 1 / 0 : tree.start(1), count3 = 0;
  for (; count3 < texts.length && ranges[2 * count3] < code; ) count3++;
  return texts.slice(0, count3);
}
var MIN_BLOCKS = 5;
function commentReasons(module) {
  if (module.tree.comments.texts.length < MIN_BLOCKS) return;
  let blocks = commentsOf(module).blocks.filter(
    (block) => block.comments.some((comment) => !isDirective(comment.text) && bareText(comment.text) !== "") && !isLicenceHeader(module, block)
  );
  if (!(blocks.length < MIN_BLOCKS))
    return {
      withReason: blocks.filter((block) => hasReason(block.text.replaceAll(`
`, " "))).length,
      blocks: blocks.length
    };
}
function docstring({ tree }, node) {
  if (tree.size === 0) return -1;
  let body = tree.kind(node) === Kind.module ? node : tree.child(node, Field.body);
  if (body < 0 || tree.next(body) <= body + 1) return -1;
  let statement = body + 1;
  if (tree.kind(statement) !== Kind.expression_statement) return -1;
  let value = statement + 1;
  return value >= tree.next(statement) || tree.next(value) !== tree.next(statement) ? -1 : tree.kind(value) === Kind.concatenated_string ? value : tree.kind(value) !== Kind.string || tree.next(value) !== value + 1 || /^[a-z]*[bf]/i.test(tree.text(value)) ? -1 : value;
}
function classDocstring(module, classIndex) {
  return docstring(module, module.index.classes[classIndex].node);
}
function docstringText({ tree }, node) {
  return node < 0 ? "" : (tree.kind(node) === Kind.concatenated_string ? tree.children(node) : [node]).map((part) => tree.text(part).replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, "$2")).join("");
}

// src/model/ini-file.ts
function readIni(text2) {
  let sections = /* @__PURE__ */ new Map(), section, key;
  for (let line2 of text2.split(/\r\n|[\n\r]/)) {
    if (/^\s*([#;]|$)/.test(line2)) continue;
    let header = /^\[([^\]]+)\]/.exec(line2);
    if (header !== null) {
      let name = header[1].trim();
      section = sections.get(name) ?? /* @__PURE__ */ new Map(), sections.set(name, section), key = void 0;
      continue;
    }
    if (section === void 0) continue;
    if (/^\s/.test(line2)) {
      key !== void 0 && section.set(key, `${section.get(key)}
${line2.trim()}`);
      continue;
    }
    let pair = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line2);
    pair !== null && (key = pair[1].toLowerCase(), section.set(key, pair[2].trim()));
  }
  return sections;
}
function iniList(value) {
  return value === void 0 ? [] : value.split(`
`).flatMap((line2) => line2.replace(/(^|\s)#.*$/, "").split(/[\s,]+/)).filter((item) => item !== "");
}

// src/model/configuration-files.ts
var iniNames = /(^|\.)(cfg|ini|flake8|pylintrc|coveragerc|conf|gitreview)$|^pylintrc$|^pycodestyle$/, tomlNames = /\.toml$|^Pipfile$|^(poetry|uv|pdm)\.lock$/, cache = /* @__PURE__ */ new WeakMap();
function configurationFiles(project) {
  let found2 = cache.get(project);
  return found2 === void 0 && cache.set(project, found2 = readAll(project.projectFiles)), found2;
}
function readAll(files) {
  let depth = (path2) => path2.split("/").length, sorted = [...files].sort(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  ), ini = [], toml = [], all = [], problems = [];
  for (let { path: path2, text: raw } of sorted) {
    let text2 = raw.replace(/^\uFEFF/, ""), cut = path2.lastIndexOf("/") + 1, base2 = { path: path2, text: text2, folder: path2.slice(0, cut), name: path2.slice(cut) };
    if (all.push({ ...base2, content: void 0 }), iniNames.test(base2.name)) ini.push({ ...base2, content: readIni(text2) });
    else if (tomlNames.test(base2.name))
      try {
        toml.push({ ...base2, content: parse(text2) });
      } catch (error) {
        problems.push(brokenToml(path2, error));
      }
  }
  return { ini, toml, all, problems };
}
function brokenToml(path2, error) {
  let reason2 = error instanceof Error ? error.message.split(`
`, 1)[0] : "it is not TOML", line2 = error instanceof Error && "line" in error && typeof error.line == "number" ? error.line : void 0;
  return {
    id: "PVC001",
    message: `${path2} could not be read (${reason2}), so what it says about versions, tests and linters is not known. Correct the file.`,
    file: path2,
    ...line2 === void 0 ? {} : { line: line2 },
    hidesCode: !1
  };
}
function tomlAt(value, ...keys) {
  let current = value;
  for (let key of keys) {
    if (typeof current != "object" || current === null || Array.isArray(current) || !Object.hasOwn(current, key))
      return;
    current = current[key];
  }
  return current;
}
function tomlStrings(value) {
  return typeof value == "string" ? [value] : Array.isArray(value) ? value.filter((item) => typeof item == "string") : [];
}
function tomlEntries(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

// src/model/display-name.ts
var names = {
  airflow: "Airflow",
  ansible: "Ansible",
  celery: "Celery",
  cinder: "Cinder",
  django: "Django",
  fastapi: "FastAPI",
  flask: "Flask",
  glance: "Glance",
  heat: "Heat",
  horizon: "Horizon",
  ironic: "Ironic",
  jupyter: "Jupyter",
  keystone: "Keystone",
  magnum: "Magnum",
  manila: "Manila",
  matplotlib: "Matplotlib",
  neutron: "Neutron",
  nova: "Nova",
  numpy: "NumPy",
  octavia: "Octavia",
  openstack: "OpenStack",
  pandas: "pandas",
  placement: "Placement",
  pytest: "pytest",
  pytorch: "PyTorch",
  scipy: "SciPy",
  sqlalchemy: "SQLAlchemy",
  swift: "Swift",
  tornado: "Tornado",
  twisted: "Twisted"
};
function displayName(name) {
  let key = name.toLowerCase();
  return Object.hasOwn(names, key) ? names[key] : name;
}

// src/model/file-index.ts
var MODULE = -1;
function indexFile(tree) {
  let functions = [], classes = [], imports = [], calls2 = [], loops = [], handlers = [], strings = [], assignments = [], attributes = [], open = [], decorated = -1, innermost2 = (isClass) => {
    for (let i = open.length - 1; i >= 0; i--) if (open[i].isClass === isClass) return open[i].index;
    return MODULE;
  };
  for (let node = 0; node < tree.size; node++) {
    for (; open.length > 0 && node >= open.at(-1).end; ) open.pop();
    switch (tree.kind(node)) {
      case Kind.call:
        calls2.push(node);
        break;
      case Kind.attribute:
        attributes.push(node);
        break;
      case Kind.string:
        strings.push(node);
        break;
      case Kind.assignment:
      case Kind.augmented_assignment:
        assignments.push(node);
        break;
      case Kind.for_statement:
      case Kind.while_statement:
        loops.push(node);
        break;
      case Kind.except_clause:
        handlers.push(node);
        break;
      case Kind.import_statement:
      case Kind.import_from_statement:
        imports.push(node);
        break;
      case Kind.decorated_definition:
        decorated = node;
        break;
      case Kind.function_definition:
      case Kind.lambda: {
        let nameNode = tree.child(node, Field.name), top = open.at(-1);
        functions.push({
          node,
          name: nameNode < 0 ? 0 : tree.name(nameNode),
          parent: innermost2(!1),
          parentClass: innermost2(!0),
          methodOf: top?.isClass === !0 ? top.index : MODULE,
          body: tree.child(node, Field.body),
          parameters: tree.child(node, Field.parameters),
          decorated: decorated >= 0 && tree.child(decorated, Field.definition) === node ? decorated : -1,
          isAsync: tree.childOfKind(node, Kind["'async'"]) >= 0
        }), open.push({ end: tree.next(node), isClass: !1, index: functions.length - 1 });
        break;
      }
      case Kind.class_definition: {
        let nameNode = tree.child(node, Field.name);
        classes.push({
          node,
          name: nameNode < 0 ? 0 : tree.name(nameNode),
          parent: innermost2(!1),
          parentClass: innermost2(!0),
          body: tree.child(node, Field.body),
          superclasses: tree.child(node, Field.superclasses),
          decorated: decorated >= 0 && tree.child(decorated, Field.definition) === node ? decorated : -1
        }), open.push({ end: tree.next(node), isClass: !0, index: classes.length - 1 });
        break;
      }
      default:
        break;
    }
  }
  return {
    functions,
    classes,
    imports,
    calls: calls2,
    loops,
    handlers,
    strings,
    assignments,
    attributes,
    functionOfNode: new Map(functions.map((item, index) => [item.node, index])),
    classOfNode: new Map(classes.map((item, index) => [item.node, index]))
  };
}

// src/model/version-range.ts
var preReleases = { a: 1, alpha: 1, b: 2, beta: 2, c: 3, rc: 3, pre: 3, preview: 3 };
function readVersion(text2) {
  let match = /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:[-_.]?(?:post|rev|r)[-_.]?(\d*)|-(\d+))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z\d._-]+)?\s*$/i.exec(
    text2
  );
  if (match === null) return;
  let [, epoch, release, pre, preNumber, post, postDash, dev, devNumber] = match, suffix = [];
  pre !== void 0 && suffix.push(-1, preReleases[pre.toLowerCase()], Number(preNumber || "0"));
  let postNumber = post ?? postDash;
  return postNumber !== void 0 && suffix.push(1, Number(postNumber || "0")), dev !== void 0 && suffix.push(suffix.length === 0 ? -2 : -1, Number(devNumber || "0")), { release: [Number(epoch ?? "0"), ...release.split(".").map(Number)], suffix, text: text2.trim() };
}
function compareVersions(a, b) {
  return compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix);
}
function compareNumbers(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    let difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
var anyVersion = { text: "" };
function readRange(text2, dialect = "pep440") {
  let joined3;
  for (let alternative of text2.split(dialect === "poetry" ? /\|\|?/ : /\|\|/)) {
    let range = readConjunction(alternative, dialect);
    if (range === void 0) return;
    joined3 = joined3 === void 0 ? range : union(joined3, range);
  }
  return { ...joined3, text: text2.trim() };
}
function readConjunction(text2, dialect) {
  let range = anyVersion;
  for (let part of text2.split(",").flatMap((item) => item.trim().split(/\s+(?=[<>=!~^])/))) {
    if (part === "" || part === "*") continue;
    let match = /^(===|==|~=|>=|<=|!=|<|>|\^|~|=)?\s*(\S+)$/.exec(part.trim());
    if (match === null) return;
    let operator = match[1] ?? (dialect === "poetry" ? "==" : void 0), one = operator === void 0 ? void 0 : readClause(operator, match[2]);
    if (one === void 0) return;
    range = intersect(range, one);
  }
  return { ...range, text: text2.trim() };
}
function readClause(operator, written) {
  let wildcard = written.endsWith(".*"), version3 = readVersion(wildcard ? written.slice(0, -2) : written);
  if (version3 === void 0) return;
  let lower = { version: version3, inclusive: !0 }, parts2 = version3.release.length - 1;
  switch (operator) {
    case "===":
    case "==":
    case "=":
      return wildcard ? { lower, upper: { version: bump(version3, parts2), inclusive: !1 }, text: "" } : { lower, upper: lower, text: "" };
    case ">=":
      return { lower, text: "" };
    case ">":
      return { lower: { version: version3, inclusive: !1 }, text: "" };
    case "<=":
      return { upper: { version: version3, inclusive: !0 }, text: "" };
    case "<":
      return { upper: { version: version3, inclusive: !1 }, text: "" };
    case "~=":
      return { lower, upper: { version: bump(version3, Math.max(1, parts2 - 1)), inclusive: !1 }, text: "" };
    case "~":
      return { lower, upper: { version: bump(version3, Math.min(parts2, 2)), inclusive: !1 }, text: "" };
    case "^": {
      let nonZero = version3.release.slice(1).findIndex((part) => part !== 0);
      return { lower, upper: { version: bump(version3, nonZero < 0 ? parts2 : nonZero + 1), inclusive: !1 }, text: "" };
    }
    default:
      return anyVersion;
  }
}
function bump(version3, count3) {
  let kept = version3.release.slice(1, count3 + 1);
  for (; kept.length < count3; ) kept.push(0);
  return kept[count3 - 1] += 1, { release: [version3.release[0], ...kept], suffix: [], text: kept.join(".") };
}
function stricter(a, b, sign) {
  if (a === void 0 || b === void 0) return a ?? b;
  let difference = compareVersions(a.version, b.version) * sign;
  return difference > 0 || difference === 0 && !a.inclusive ? a : b;
}
function looser(a, b, sign) {
  if (!(a === void 0 || b === void 0))
    return stricter(a, b, sign) === a ? b : a;
}
function toRange(lower, upper, text2) {
  return { ...lower === void 0 ? {} : { lower }, ...upper === void 0 ? {} : { upper }, text: text2 };
}
function intersect(a, b) {
  let text2 = [a.text, b.text].filter((part) => part !== "").join(",");
  return toRange(stricter(a.lower, b.lower, 1), stricter(a.upper, b.upper, -1), text2);
}
function union(a, b) {
  return toRange(looser(a.lower, b.lower, 1), looser(a.upper, b.upper, -1), `${a.text} || ${b.text}`);
}
function isEmpty({ lower, upper }) {
  if (lower === void 0 || upper === void 0) return !1;
  let difference = compareVersions(lower.version, upper.version);
  return difference > 0 || difference === 0 && !(lower.inclusive && upper.inclusive);
}
function admitsBelow(range, version3) {
  return !isEmpty(range) && (range.lower === void 0 || compareVersions(range.lower.version, version3) < 0);
}
function staysBelow({ upper }, version3) {
  if (upper === void 0) return !1;
  let difference = compareVersions(upper.version, version3);
  return difference < 0 || difference === 0 && !upper.inclusive;
}

// src/model/packaging.ts
function normalName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
var cache2 = /* @__PURE__ */ new WeakMap();
function packaging(project) {
  let found2 = cache2.get(project);
  return found2 === void 0 && cache2.set(project, found2 = readPackaging(project)), found2;
}
var kindOrder = ["pyproject", "setup.cfg", "setup.py", "metadata"];
function readPackaging(project) {
  let configuration = configurationFiles(project), files = [], dependencies = [], otherPython = [];
  for (let file of configuration.toml)
    file.name === "pyproject.toml" ? (files.push(pyproject(file)), pyprojectDependencies(file, dependencies, otherPython)) : file.name === "Pipfile" ? pipfileDependencies(file, dependencies, otherPython) : file.name.endsWith(".lock") && lockedPackages(file, tomlAt(file.content, "package"), dependencies);
  for (let file of configuration.ini) file.name === "setup.cfg" && readSetupCfg(file, files, dependencies);
  for (let file of configuration.all)
    if (file.name === "setup.py") readSetupPy(file, files, dependencies);
    else if (file.name === "PKG-INFO" || file.name === "METADATA") readMetadata(file, configuration.all, files, dependencies);
    else if (file.name === "Pipfile.lock") pipfileLock(file, dependencies);
    else if (/^(?:.*[-_])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/.test(file.name) || /(?:^|\/)requirements\/$/.test(file.folder))
      for (let line2 of requirementLines(file.text)) addRequirement(dependencies, line2, file.path);
  let depth = (path2) => path2.split("/").length;
  return files.sort(
    (a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)) || (a.path < b.path ? -1 : 1)
  ), { files, dependencies, otherPython };
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function text(value) {
  return typeof value == "string" && value.trim() !== "" ? value.trim() : void 0;
}
function pyproject(file) {
  let project = tomlAt(file.content, "project"), poetry = tomlAt(file.content, "tool", "poetry"), urls = tomlEntries(tomlAt(project, "urls")).find(([key]) => /^home-?page$/i.test(key)), authors = tomlAt(project, "authors");
  return {
    path: file.path,
    folder: file.folder,
    kind: "pyproject",
    ...optional("name", text(tomlAt(project, "name")) ?? text(tomlAt(poetry, "name"))),
    ...optional("requiresPython", text(tomlAt(project, "requires-python"))),
    classifiers: [...tomlStrings(tomlAt(project, "classifiers")), ...tomlStrings(tomlAt(poetry, "classifiers"))],
    ...optional("author", Array.isArray(authors) && authors.length === 1 ? text(tomlAt(authors[0], "name")) : void 0),
    ...optional("homePage", text(urls?.[1]) ?? text(tomlAt(poetry, "homepage")))
  };
}
function pyprojectDependencies(file, dependencies, otherPython) {
  let requirements = [
    ...tomlStrings(tomlAt(file.content, "project", "dependencies")),
    ...tomlEntries(tomlAt(file.content, "project", "optional-dependencies")).flatMap(([, list2]) => tomlStrings(list2)),
    ...tomlEntries(tomlAt(file.content, "dependency-groups")).flatMap(([, list2]) => tomlStrings(list2))
  ];
  for (let requirement of requirements) addRequirement(dependencies, requirement, file.path);
  let poetry = tomlAt(file.content, "tool", "poetry"), tables = [
    tomlAt(poetry, "dependencies"),
    tomlAt(poetry, "dev-dependencies"),
    ...tomlEntries(tomlAt(poetry, "group")).map(([, group]) => tomlAt(group, "dependencies"))
  ];
  for (let [name, value] of tables.flatMap(tomlEntries))
    for (let entry of Array.isArray(value) ? value : [value]) {
      let constraint = typeof entry == "string" ? entry : text(tomlAt(entry, "version"));
      if (name === "python") {
        constraint !== void 0 && otherPython.push({ file: file.path, text: constraint });
        continue;
      }
      let marker2 = text(tomlAt(entry, "markers")) ?? poetryPython(text(tomlAt(entry, "python"))), range = constraint === void 0 ? anyVersion : readRange(constraint, "poetry");
      dependencies.push({ name: normalName(name), range, locked: !1, marker: marker2, file: file.path });
    }
}
function poetryPython(constraint) {
  let match = /^(<=?)\s*([\d.]+)$/.exec(constraint ?? "");
  return match === null ? "" : `python_version ${match[1]} "${match[2]}"`;
}
function pipfileDependencies(file, dependencies, otherPython) {
  for (let section of ["packages", "dev-packages"])
    for (let [name, value] of tomlEntries(tomlAt(file.content, section))) {
      let constraint = typeof value == "string" ? value : text(tomlAt(value, "version")) ?? "*", marker2 = text(tomlAt(value, "markers")) ?? "";
      dependencies.push({ name: normalName(name), range: readRange(constraint), locked: !1, marker: marker2, file: file.path });
    }
  let version3 = text(tomlAt(file.content, "requires", "python_version"));
  version3 !== void 0 && otherPython.push({ file: file.path, text: `==${version3}.*` });
}
function lockedPackages(file, packages, dependencies) {
  if (Array.isArray(packages))
    for (let item of packages) {
      let name = text(tomlAt(item, "name")), version3 = text(tomlAt(item, "version"));
      name !== void 0 && version3 !== void 0 && addLocked(dependencies, name, `==${version3}`, file.path);
    }
}
function pipfileLock(file, dependencies) {
  let content;
  try {
    content = JSON.parse(file.text);
  } catch {
    return;
  }
  for (let section of ["default", "develop"])
    for (let [name, entry] of tomlEntries(tomlAt(content, section))) {
      let version3 = text(tomlAt(entry, "version"));
      version3 !== void 0 && addLocked(dependencies, name, version3, file.path);
    }
}
function addLocked(dependencies, name, constraint, file) {
  dependencies.push({ name: normalName(name), range: readRange(constraint), locked: !0, marker: "", file });
}
function requirementLines(content) {
  return content.replace(/\\\r?\n/g, " ").split(/\r\n|[\n\r]/).map((line2) => line2.replace(/(^|\s)#.*$/, "").replace(/\s--\w.*$/, "").trim()).filter((line2) => line2 !== "" && !line2.startsWith("-"));
}
function addRequirement(dependencies, requirement, file) {
  let match = /^\s*([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)\s*(?:\[[^\]]*\])?\s*([^;]*)(?:;(.*))?$/.exec(requirement);
  if (match === null) return;
  let constraint = match[2].trim().replace(/^\((.*)\)$/, "$1"), range = constraint === "" ? anyVersion : /^[<>=!~]/.test(constraint) ? readRange(constraint) : void 0;
  range === void 0 && !/^(?:@|[<>=!~])/.test(constraint) || dependencies.push({ name: normalName(match[1]), range, locked: !1, marker: (match[3] ?? "").trim(), file });
}
function readSetupCfg(file, files, dependencies) {
  let metadata = file.content.get("metadata"), options = file.content.get("options"), get2 = (...keys) => keys.map((key) => metadata?.get(key)).find((value) => value !== void 0 && value !== "");
  (metadata !== void 0 || options !== void 0) && files.push({
    path: file.path,
    folder: file.folder,
    kind: "setup.cfg",
    ...optional("name", get2("name")),
    ...optional("requiresPython", options?.get("python_requires") ?? get2("python-requires", "python_requires", "requires-python")),
    classifiers: (get2("classifiers", "classifier") ?? "").split(`
`).map((line2) => line2.trim()).filter((line2) => line2 !== ""),
    ...optional("author", get2("author")),
    ...optional("homePage", get2("url", "home-page", "home_page"))
  });
  let lists = [
    options?.get("install_requires"),
    options?.get("tests_require"),
    ...file.content.get("options.extras_require")?.values() ?? [],
    ...file.content.get("extras")?.values() ?? []
  ];
  for (let list2 of lists) for (let line2 of requirementLines(list2 ?? "")) addRequirement(dependencies, line2, file.path);
}
function readSetupPy(file, files, dependencies) {
  let source = file.text.replace(/^\s*#.*$/gm, ""), literal3 = (key) => new RegExp(`[(,\\s]${key}\\s*=\\s*(["'])([^"'\\n\\\\{}%]+)\\1\\s*[,)]`).exec(source)?.[2]?.trim();
  files.push({
    path: file.path,
    folder: file.folder,
    kind: "setup.py",
    ...optional("name", literal3("name")),
    ...optional("requiresPython", literal3("python_requires")),
    classifiers: [...source.matchAll(/["']((?:Environment|Framework) :: [^"'\n]+)["']/g)].map((match) => match[1]),
    ...optional("author", literal3("author")),
    ...optional("homePage", literal3("url"))
  });
  for (let key of ["install_requires", "tests_require"]) {
    let list2 = new RegExp(`[(,\\s]${key}\\s*=\\s*\\[([^\\]]*)\\]`).exec(source)?.[1];
    for (let item of (list2 ?? "").matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)) addRequirement(dependencies, item[1] ?? item[2], file.path);
  }
}
function readMetadata(file, all, files, dependencies) {
  let headers = /* @__PURE__ */ new Map();
  for (let line2 of file.text.split(/\r?\n\r?\n/, 1)[0].split(/\r?\n/)) {
    let match = /^([A-Za-z-]+):\s*(.*)$/.exec(line2);
    if (match === null) continue;
    let key = match[1].toLowerCase();
    headers.set(key, [...headers.get(key) ?? [], match[2].trim()]);
  }
  let first = (key) => text(headers.get(key)?.[0]), beside = (name) => all.find((other) => other.folder === file.folder && other.name === name)?.text, topLevel2 = beside("top_level.txt");
  files.push({
    path: file.path,
    // `nova-26.2.2.egg-info/PKG-INFO` describes what lies beside its folder.
    folder: file.folder.replace(/[^/]+\.(?:egg|dist)-info\/$/, ""),
    kind: "metadata",
    ...optional("name", first("name")),
    ...optional("requiresPython", first("requires-python")),
    classifiers: headers.get("classifier") ?? [],
    ...optional("author", first("author")),
    ...optional("homePage", first("home-page")),
    ...optional("topLevel", topLevel2 === void 0 ? void 0 : iniList(topLevel2))
  });
  let requirements = headers.get("requires-dist") ?? requirementLines(beside("requires.txt") ?? "").filter((line2) => !line2.startsWith("["));
  for (let requirement of requirements) addRequirement(dependencies, requirement, file.path);
}

// src/model/bindings.ts
function scopeBindings(tree, index, body, resolveModule) {
  let byName = /* @__PURE__ */ new Map(), stars = [], outer = /* @__PURE__ */ new Set(), bind = (name, binding) => {
    if (name === 0) return;
    let list2 = byName.get(name);
    list2 === void 0 ? byName.set(name, [binding]) : list2.push(binding);
  }, bindTargets = (target) => {
    switch (tree.kind(target)) {
      case Kind.identifier:
        bind(tree.name(target), { kind: "other", node: target });
        break;
      case Kind.attribute:
      case Kind.subscript:
        break;
      default:
        for (let child of tree.children(target)) bindTargets(child);
    }
  }, end = tree.next(body);
  for (let node = body + 1; node < end; ) {
    let next = node + 1;
    switch (tree.kind(node)) {
      case Kind.function_definition: {
        let found2 = index.functionOfNode.get(node);
        bind(index.functions[found2].name, { kind: "function", index: found2, node }), next = tree.next(node);
        break;
      }
      case Kind.class_definition: {
        let found2 = index.classOfNode.get(node);
        bind(index.classes[found2].name, { kind: "class", index: found2, node }), next = tree.next(node);
        break;
      }
      case Kind.lambda:
      case Kind.list_comprehension:
      case Kind.set_comprehension:
      case Kind.dictionary_comprehension:
      case Kind.generator_expression:
        next = tree.next(node);
        break;
      case Kind.import_statement:
        bindImport(tree, node, bind), next = tree.next(node);
        break;
      case Kind.import_from_statement:
        bindFromImport(tree, node, resolveModule, bind, stars), next = tree.next(node);
        break;
      case Kind.assignment: {
        let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
        tree.kind(left) === Kind.identifier ? right >= 0 && bind(tree.name(left), { kind: "value", value: innermostValue(tree, right), node }) : bindTargets(left);
        break;
      }
      case Kind.augmented_assignment:
      case Kind.for_statement:
        bindTargets(tree.child(node, Field.left));
        break;
      case Kind.named_expression:
        bindTargets(tree.child(node, Field.name));
        break;
      case Kind.as_pattern_target:
        bindTargets(node);
        break;
      case Kind.delete_statement:
        for (let child of tree.children(node)) bindTargets(child);
        break;
      case Kind.global_statement:
      case Kind.nonlocal_statement:
        for (let child of tree.children(node)) outer.add(tree.name(child));
        break;
      case Kind.case_pattern:
        bindPatternNames(tree, node, bind), next = tree.next(node);
        break;
      default:
        break;
    }
    node = next;
  }
  return { byName, stars, outer };
}
function innermostValue(tree, right) {
  let node = right;
  for (; tree.kind(node) === Kind.assignment; ) {
    let inner = tree.child(node, Field.right);
    if (inner < 0) break;
    node = inner;
  }
  return node;
}
function dottedText(tree, node) {
  return tree.kind(node) === Kind.identifier ? tree.text(node) : tree.children(node).map((child) => tree.text(child)).join(".");
}
function bindImport(tree, node, bind) {
  for (let child of tree.children(node))
    if (tree.kind(child) === Kind.aliased_import) {
      let target = dottedText(tree, tree.child(child, Field.name));
      bind(tree.name(tree.child(child, Field.alias)), { kind: "import", target, node: child });
    } else if (tree.kind(child) === Kind.dotted_name) {
      let first = child + 1;
      bind(tree.name(first), { kind: "import", target: tree.text(first), node: child });
    }
}
function fromImportModule(tree, node, resolveModule) {
  let module = tree.child(node, Field.module_name);
  if (tree.kind(module) !== Kind.relative_import) return dottedText(tree, module);
  let prefix = tree.childOfKind(module, Kind.import_prefix), level = tree.text(prefix).replace(/[^.]/g, "").length || tree.end(prefix) - tree.start(prefix), name = tree.childOfKind(module, Kind.dotted_name);
  return resolveModule(level, name < 0 ? "" : dottedText(tree, name));
}
function bindFromImport(tree, node, resolveModule, bind, stars) {
  let module = fromImportModule(tree, node, resolveModule), prefix = module === void 0 ? "?" : module;
  for (let child of tree.children(node)) {
    if (tree.kind(child) === Kind.wildcard_import) {
      module !== void 0 && stars.push(module);
      continue;
    }
    if (tree.field(child) !== Field.name) continue;
    let join4 = (name) => prefix === "" ? name : `${prefix}.${name}`;
    if (tree.kind(child) === Kind.aliased_import) {
      let target = join4(dottedText(tree, tree.child(child, Field.name)));
      bind(tree.name(tree.child(child, Field.alias)), { kind: "import", target, node: child });
    } else
      bind(tree.name(child + 1), { kind: "import", target: join4(dottedText(tree, child)), node: child });
  }
}
function bindPatternNames(tree, pattern, bind) {
  let end = tree.next(pattern);
  for (let node = pattern; node < end; node++) {
    let kind = tree.kind(node);
    kind === Kind.dotted_name && tree.kind(tree.parent(node)) === Kind.case_pattern && tree.next(node) === node + 2 ? bind(tree.name(node + 1), { kind: "other", node }) : kind === Kind.identifier && tree.kind(tree.parent(node)) !== Kind.dotted_name && bind(tree.name(node), { kind: "other", node });
  }
}

// src/model/test-imports.ts
var libraries = ["unittest", "pytest", "testtools", "nose", "testscenarios", "ddt", "hypothesis", "absl.testing", "django.test", "twisted.trial"], firstNames = /* @__PURE__ */ new WeakMap(), found = /* @__PURE__ */ new WeakMap();
function testImports(project, module) {
  let known = found.get(module);
  return known === void 0 && found.set(module, known = findImports(project, module)), known;
}
function findImports(project, module) {
  let { tree } = module, firsts = firstNames.get(project);
  firsts === void 0 && (firsts = new Set(libraries.map((name) => project.names.find(name.split(".", 1)[0])).filter((name) => name !== 0)), firstNames.set(project, firsts));
  let imports = [], take = (dotted) => {
    let library = libraries.find((name) => dotted === name || dotted.startsWith(`${name}.`));
    library !== void 0 && !imports.includes(library) && imports.push(library);
  };
  for (let node of module.index.imports) {
    if (tree.kind(node) === Kind.import_statement) {
      for (let child of tree.children(node)) {
        let name = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child;
        firsts.has(tree.name(name + 1)) && take(dottedText(tree, name));
      }
      continue;
    }
    let from = tree.child(node, Field.module_name);
    if (tree.kind(from) !== Kind.dotted_name || !firsts.has(tree.name(from + 1))) continue;
    let base2 = fromImportModule(tree, node, module.resolveModule);
    if (base2 !== void 0) {
      take(base2);
      for (let child of tree.children(node))
        tree.field(child) === Field.name && take(`${base2}.${dottedText(tree, tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child)}`);
    }
  }
  return imports;
}
function isMainGuard(project, module) {
  let { tree } = module;
  for (let statement of tree.children(0)) {
    if (tree.kind(statement) !== Kind.if_statement) continue;
    let body = tree.child(statement, Field.consequence);
    if (!(body < 0))
      for (let inner of tree.children(body)) {
        let call = inner + 1;
        if (tree.kind(inner) !== Kind.expression_statement || tree.kind(call) !== Kind.call) continue;
        let definition = project.dotted(module, -1, tree.child(call, Field.function));
        if (definition?.kind === "external" && /^(?:unittest2?|pytest|nose|absl\.testing\.absltest|testtools)\.(?:\w+\.)?(?:main|runmodule)$/.test(definition.name)) return !0;
      }
  }
  return !1;
}

// src/model/framework.ts
var bases = [
  [/^(?:testtools|oslotest|tempest)\./, "testtools"],
  [/^unittest2?\.(?:async_case\.)?IsolatedAsyncioTestCase$/, "unittest-async"],
  [/^aiohttp\.test_utils\./, "unittest-async"],
  [/^unittest2?\.(?:case\.)?(?:TestCase|FunctionTestCase)$/, "unittest"],
  [/^(?:absl\.testing|pyfakefs\.fake_filesystem_unittest|flask_testing|tornado\.testing)\.|^fixtures\.TestWithFixtures$/, "unittest"],
  [/^(?:django\.(?:test|contrib\.staticfiles\.testing)|rest_framework\.test)\./, "django"],
  [/^twisted\.trial\./, "trial"]
], order = ["testtools", "unittest", "unittest-async", "pytest", "django", "trial", "unittest-style", "pytest-style"], testtoolsMethods = ["useFixture", "addDetail", "assertThat"], ofFile = /* @__PURE__ */ new WeakMap();
function frameworkOf(project, module, classIndex = MODULE) {
  if (classIndex !== MODULE) {
    let ofClass = frameworkOfClass(project, module, classIndex);
    if (ofClass !== void 0) return ofClass;
  }
  let framework = ofFile.get(module);
  return framework === void 0 && ofFile.set(module, framework = frameworkOfFile(project, module)), framework;
}
function frameworkOfFile(project, module) {
  let counts2 = /* @__PURE__ */ new Map();
  for (let index = 0; index < module.index.classes.length; index++) {
    let framework = frameworkOfClass(project, module, index);
    framework !== void 0 && counts2.set(framework, (counts2.get(framework) ?? 0) + 1);
  }
  return order.reduce(
    (best, framework) => (counts2.get(framework) ?? 0) > (best === void 0 ? 0 : counts2.get(best)) ? framework : best,
    void 0
  ) ?? byImports(project, module) ?? byStyle(module);
}
function frameworkOfClass(project, module, classIndex) {
  let { classes, external } = project.ancestry({ module, index: classIndex }), names2 = [...external, ...classes.slice(1).map((item) => `${item.module.name}.${item.module.qualifiedClassName(item.index)}`)];
  for (let [pattern, framework] of bases) if (names2.some((name) => pattern.test(name))) return preferTesttools(module, classIndex, framework);
  return callsOwn(module, testtoolsMethods, classIndex) ? "testtools" : void 0;
}
function preferTesttools(module, classIndex, framework) {
  return framework === "unittest" && callsOwn(module, testtoolsMethods, classIndex) ? "testtools" : framework;
}
function byImports(project, module) {
  let imports = testImports(project, module);
  if (imports.includes("testtools")) return "testtools";
  let { functions } = module.index;
  if (functions.some(
    (item) => item.parent === MODULE && item.parentClass === MODULE && module.tree.names.text(item.name).startsWith("test_")
  ) || imports.includes("pytest")) return "pytest";
  if (imports.includes("django.test")) return "django";
  if (imports.includes("twisted.trial")) return "trial";
}
function byStyle(module) {
  let methods = /* @__PURE__ */ new Set();
  for (let call of ownCalls(module)) methods.add(call.name);
  return [...methods].some((name) => name.startsWith("assert")) ? "unittest-style" : "pytest-style";
}
var callsOfModules = /* @__PURE__ */ new WeakMap();
function ownCalls(module) {
  let calls2 = callsOfModules.get(module);
  return calls2 === void 0 && callsOfModules.set(module, calls2 = findOwnCalls(module)), calls2;
}
function findOwnCalls({ tree, index }) {
  let self = tree.names.find("self");
  if (self === 0) return [];
  let found2 = [];
  for (let node of index.calls) {
    let callee = node + 1;
    if (tree.kind(callee) !== Kind.attribute) continue;
    let object = callee + 1;
    if (tree.kind(object) !== Kind.identifier || tree.name(object) !== self) continue;
    let name = tree.text(tree.child(callee, Field.attribute));
    (name.startsWith("assert") || testtoolsMethods.includes(name)) && found2.push({ node, name });
  }
  return found2;
}
function callsOwn(module, names2, classIndex) {
  let { node } = module.index.classes[classIndex], end = module.tree.next(node);
  return ownCalls(module).some((call) => call.node > node && call.node < end && names2.includes(call.name));
}

// src/model/literal-share.ts
function literalShare({ tree }) {
  let literals = 0, others = 0;
  for (let node = 0; node < tree.size; ) {
    let next = tree.next(node);
    switch (tree.kind(node)) {
      case Kind.import_statement:
      case Kind.import_from_statement:
      case Kind.future_import_statement:
        node = next;
        continue;
      case Kind.expression_statement:
        if (tree.kind(node + 1) === Kind.string && next === node + 2) {
          node = next;
          continue;
        }
        break;
      case Kind.string:
      case Kind.integer:
      case Kind.float:
      case Kind.true:
      case Kind.false:
      case Kind.none:
        literals++, node = next;
        continue;
      case Kind.identifier:
        others++;
        break;
      default:
        break;
    }
    node++;
  }
  return literals === 0 ? 0 : literals / (literals + others);
}

// src/model/glob.ts
function glob(pattern) {
  let tokens = toTokens(pattern);
  return (name) => {
    let token = 0, at = 0, star = -1, taken = 0;
    for (; at < name.length; ) {
      let current = tokens[token];
      if (current === "*")
        star = token++, taken = at;
      else if (current !== void 0 && current.test(name[at]))
        token++, at++;
      else if (star >= 0 && name[taken] !== "/")
        token = star + 1, at = ++taken;
      else return !1;
    }
    for (; tokens[token] === "*"; ) token++;
    return token === tokens.length;
  };
}
function toTokens(pattern) {
  let tokens = [];
  for (let i = 0; i < pattern.length; i++) {
    let character = pattern[i];
    if (character === "*")
      tokens.at(-1) !== "*" && tokens.push("*");
    else if (character === "?") tokens.push({ test: (other) => other !== "/" });
    else if (character === "[" && pattern.indexOf("]", i + 2) > 0) {
      let close = pattern.indexOf("]", i + 2);
      tokens.push({ test: characterSet(pattern.slice(i + 1, close)) }), i = close;
    } else tokens.push({ test: (other) => other === character });
  }
  return tokens;
}
function characterSet(inside) {
  let negated = inside.startsWith("!"), body = negated ? inside.slice(1) : inside;
  return (character) => {
    let found2 = !1;
    for (let i = 0; i < body.length; i++)
      body[i + 1] === "-" && i + 2 < body.length ? (found2 ||= body[i] <= character && character <= body[i + 2], i += 2) : found2 ||= body[i] === character;
    return found2 !== negated && character !== "/";
  };
}

// src/model/test-runners.ts
var pytestDefaults = ["test_*.py", "*_test.py"];
function createRunnerMatch(project) {
  let collections = readCollections(project);
  return collections.length === 0 ? () => {
  } : (path2) => {
    let name = path2.slice(path2.lastIndexOf("/") + 1);
    return collections.find(
      ({ folders, patterns: patterns2 }) => folders.some((folder) => path2.startsWith(folder)) && patterns2.some(({ onPath, matches }) => matches(onPath ? path2 : name))
    )?.origin;
  };
}
function readCollections(project) {
  let found2 = [], { ini, toml, all } = configurationFiles(project);
  for (let file of toml) {
    let options = pytestTable(file.content);
    options !== void 0 && addPytest(found2, file, tomlList(tomlAt(options, "testpaths")), tomlList(tomlAt(options, "python_files")));
  }
  for (let file of ini) {
    let pytest = file.content.get("tool:pytest") ?? (file.name === "setup.cfg" ? void 0 : file.content.get("pytest"));
    if (pytest !== void 0 && addPytest(found2, file, iniList(pytest.get("testpaths")), iniList(pytest.get("python_files"))), /^\.?(stestr|testr)\.conf$/.test(file.name)) {
      let section = file.content.get("DEFAULT"), path2 = section?.get("test_path") ?? section?.get("top_dir");
      path2 !== void 0 && add(found2, file, "test_path", [shellDefault(path2)], ["test*.py", "*_test.py", "*_tests.py"]);
    }
  }
  for (let file of all)
    for (let line2 of file.text.matchAll(/\bunittest\s+discover\b([^\n]*)/g)) {
      let start = /(?:\s-s|\s--start-directory)[\s=]+["']?([^\s"']+)/.exec(line2[1])?.[1], pattern = /(?:\s-p|\s--pattern)[\s=]+["']?([^\s"']+)/.exec(line2[1])?.[1], folder = /\.ya?ml$/.test(file.name) ? "" : file.folder;
      add(found2, { ...file, folder }, "unittest discover", [start ?? "."], [pattern ?? "test*.py"]);
    }
  return found2;
}
function pytestTable(content) {
  return tomlAt(content, "tool", "pytest", "ini_options") ?? tomlAt(content, "pytest") ?? tomlAt(content, "tool", "pytest");
}
function tomlList(value) {
  return tomlStrings(value).flatMap((item) => Array.isArray(value) ? [item] : item.split(/\s+/)).filter((item) => item !== "");
}
function addPytest(found2, file, testpaths, pythonFiles) {
  if (testpaths.length === 0 && pythonFiles.length === 0) return;
  let patterns2 = testpaths.length === 0 ? pythonFiles.filter((pattern) => !/^\*(\.py)?$/.test(pattern)) : pythonFiles;
  if (testpaths.length === 0 && patterns2.length === 0) return;
  let folders = testpaths.length === 0 ? ["."] : testpaths;
  add(
    found2,
    file,
    testpaths.length === 0 ? "python_files" : "testpaths",
    folders,
    patterns2.length === 0 ? pytestDefaults : patterns2
  );
}
function add(found2, file, setting, folders, patterns2) {
  let inside = folders.map((folder) => normalFolder(file.folder, folder)).filter((folder) => folder !== void 0);
  inside.length !== 0 && found2.push({ folders: inside, patterns: patterns2.map(toPattern), origin: `${setting} of ${file.path}` });
}
function normalFolder(base2, folder) {
  let segments = [];
  for (let segment of `${base2}${folder.replace(/^\.\//, "")}`.split("/"))
    if (!(segment === "" || segment === "."))
      if (segment === "..") {
        if (segments.pop() === void 0) return;
      } else {
        if (/[*?[$%]/.test(segment)) break;
        segments.push(segment);
      }
  return segments.length === 0 ? "" : `${segments.join("/")}/`;
}
function toPattern(pattern) {
  return { onPath: pattern.includes("/"), matches: glob(pattern.replace(/^\.\//, "")) };
}
function shellDefault(value) {
  return value.replace(/\$\{\w+:-([^}]*)\}/g, "$1");
}

// src/model/test-context.ts
var TEST_SCORE = 2, testFileName = /^(?:test_.*|.*_test|.*_tests|tests|conftest)\.pyw?$/, testFolders = new Set("test tests testing unittests functional_tests integration_tests e2e".split(" ")), sideFolders = /* @__PURE__ */ new Set(["examples", "docs", "benchmarks", "scripts", "tools"]), testBase = /(?:TestCase|TestBase|Tests?)$/, testClassName = /(?:^|[^A-Z])Tests?(?![a-z])/, setUpName = /^_?(?:setUp|tearDown|asyncSetUp|asyncTearDown)|^(?:setup|teardown)(?:_(?:method|class|module|function))?$/;
function createTestContexts(project) {
  let rows = createRows(project), contexts = /* @__PURE__ */ new Map();
  return (module) => {
    let context = contexts.get(module);
    return context === void 0 && contexts.set(module, context = toContext(project, module, rows)), context;
  };
}
function toContext(project, module, rows) {
  let decisive = rows.decisive(module), reasons, allReasons = () => reasons ??= rows.all(module), sum = () => allReasons().reduce((total, reason2) => total + reason2.points, 0), isTest = decisive || sum() >= TEST_SCORE, kinds2, framework, hasTests;
  return {
    isTest,
    role: roleOf(module.path, isTest),
    get score() {
      return sum();
    },
    get reasons() {
      return allReasons();
    },
    get isHelper() {
      return isTest && !(hasTests ??= module.index.functions.some((_, index) => isTestFunction(project, module, index)));
    },
    get kinds() {
      return kinds2 ??= kindsOf(module, isTest, this.isHelper);
    },
    get framework() {
      return isTest ? framework ??= frameworkOf(project, module) : void 0;
    }
  };
}
function createRows(project) {
  let collectedBy = createRunnerMatch(project), rows = [
    (_module, _folders, name) => testFileName.test(name) ? { points: 2, evidence: `file name ${name}` } : void 0,
    (_module, folders) => reason(2, "folder", folders.find((segment) => testFolders.has(segment))),
    (module) => reason(3, "collected by", collectedBy(module.path)),
    (module) => reason(2, "test function", firstFunction(module, (index) => isCollectedTest(module, index))),
    (module) => reason(2, "a test base class above class", firstClass(module, (index) => hasTestBase(project, module, index)))
  ], decisive = (module) => {
    let folders = module.path.split("/"), name = folders.pop();
    return rows.map((row2) => row2(module, folders, name)).filter((found2) => found2 !== void 0);
  };
  return {
    decisive: (module) => {
      let folders = module.path.split("/"), name = folders.pop();
      return rows.some((row2) => row2(module, folders, name) !== void 0);
    },
    all: (module) => {
      let strong = decisive(module), imported = testImports(project, module)[0], side = module.path.split("/").slice(0, -1).find((segment) => sideFolders.has(segment));
      return [
        ...strong,
        reason(1, "imports", imported),
        reason(1, "fixture", firstFixture(project, module)),
        reason(1, "runs", imported !== void 0 && isMainGuard(project, module) ? "unittest.main()" : void 0),
        reason(-1, "folder", strong.length === 0 ? side : void 0)
      ].filter((found2) => found2 !== void 0);
    }
  };
}
function reason(points, label, what) {
  return what === void 0 ? void 0 : { points, evidence: `${label} ${what}` };
}
function firstFunction(module, holds3) {
  let index = module.index.functions.findIndex((_, i) => holds3(i));
  return index < 0 ? void 0 : module.qualifiedName(index);
}
function firstClass(module, holds3) {
  let index = module.index.classes.findIndex((_, i) => holds3(i));
  return index < 0 ? void 0 : module.qualifiedClassName(index);
}
function hasTestBase(project, module, classIndex) {
  let { tree } = module, { superclasses } = module.index.classes[classIndex];
  if (superclasses < 0) return !1;
  if (baseNames(module, classIndex).some((name) => testBase.test(tree.names.text(name)))) return !0;
  if (!mayDeriveFromTestCase(project, module, classIndex)) return !1;
  let { classes, external } = project.ancestry({ module, index: classIndex });
  return external.some(isUnittestCase) || classes.slice(1).some((item) => isUnittestCase(`${item.module.name}.${item.module.qualifiedClassName(item.index)}`));
}
function isUnittestCase(name) {
  return /^unittest2?\.(?:case\.|async_case\.)?(?:TestCase|IsolatedAsyncioTestCase)$/.test(name);
}
var candidates = /* @__PURE__ */ new WeakMap();
function mayDeriveFromTestCase(project, module, classIndex) {
  let names2 = candidates.get(project);
  return names2 === void 0 && candidates.set(project, names2 = candidateNames(project)), baseNames(module, classIndex).some((name) => names2.has(name));
}
var MAX_DEPTH = 5;
function candidateNames(project) {
  let found2 = /* @__PURE__ */ new Set(), derived = /* @__PURE__ */ new Map();
  for (let module of project.modules)
    for (let index = 0; index < module.index.classes.length; index++) {
      let name = module.index.classes[index].name;
      for (let base2 of baseNames(module, index)) {
        let list2 = derived.get(base2);
        list2 === void 0 ? derived.set(base2, [name]) : list2.push(name);
      }
    }
  let round = [...derived.keys()].filter((name) => testBase.test(project.names.text(name)));
  for (let depth = 0; depth < MAX_DEPTH && round.length > 0; depth++) {
    for (let name of round) found2.add(name);
    round = round.flatMap((name) => derived.get(name) ?? []).filter((name) => !found2.has(name));
  }
  for (let name of round) found2.add(name);
  return found2;
}
function baseNames({ tree, index }, classIndex) {
  let { superclasses } = index.classes[classIndex];
  if (superclasses < 0) return [];
  let found2 = [], end = tree.next(superclasses);
  for (let node = superclasses + 1; node < end; node = tree.next(node)) {
    let kind = tree.kind(node);
    kind === Kind.identifier ? found2.push(tree.name(node)) : kind === Kind.attribute && found2.push(tree.name(tree.child(node, Field.attribute)));
  }
  return found2;
}
var testClasses = /* @__PURE__ */ new WeakMap();
function isTestClass(project, module, classIndex) {
  let known = testClasses.get(module);
  known === void 0 && testClasses.set(module, known = /* @__PURE__ */ new Map());
  let answer = known.get(classIndex);
  return answer === void 0 && known.set(classIndex, answer = looksLikeTestClass(project, module, classIndex)), answer;
}
function looksLikeTestClass(project, module, classIndex) {
  let { classes } = module.index, number4 = classes[classIndex].name;
  return testClassName.test(module.tree.names.text(number4)) || hasTestBase(project, module, classIndex) ? !0 : classes.some((_, index) => index !== classIndex && baseNames(module, index).includes(number4) && hasTestBase(project, module, index));
}
function isCollectedTest(module, functionIndex) {
  let item = module.index.functions[functionIndex], { names: names2 } = module.tree;
  return item.name === 0 || item.parent !== MODULE || !names2.text(item.name).startsWith("test") ? !1 : item.methodOf !== MODULE ? names2.text(module.index.classes[item.methodOf].name).startsWith("Test") : item.parentClass === MODULE && names2.text(item.name).startsWith("test_");
}
function firstFixture(project, module) {
  let { functions, classes } = module.index, decorated = functions.findIndex((_, index) => isFixtureFunction(project, module, index));
  if (decorated >= 0) return `${module.qualifiedName(decorated)}`;
  let fixture = project.names.find("Fixture");
  if (fixture === 0) return;
  let derived = classes.findIndex(
    (_, index) => baseNames(module, index).includes(fixture) && project.ancestry({ module, index }).external.some((name) => /^fixtures\.(?:fixture\.)?Fixture$/.test(name))
  );
  return derived >= 0 ? `${module.qualifiedClassName(derived)}` : void 0;
}
function isFixtureFunction(project, module, functionIndex) {
  let { tree } = module, item = module.index.functions[functionIndex], fixture = project.names.find("fixture");
  if (item.decorated < 0 || fixture === 0) return !1;
  for (let decorator of tree.children(item.decorated)) {
    if (tree.kind(decorator) !== Kind.decorator) continue;
    let expression = decorator + 1;
    tree.kind(expression) === Kind.call && (expression = tree.child(expression, Field.function));
    let last = tree.kind(expression) === Kind.attribute ? tree.child(expression, Field.attribute) : expression;
    if (tree.name(last) !== fixture) continue;
    let definition = project.dotted(module, item.parent, expression);
    if (definition?.kind === "external" && /^pytest(?:_asyncio)?(?:\.\w+)*\.fixture$/.test(definition.name)) return !0;
  }
  return !1;
}
function roleOf(path2, isTest) {
  if (isTest) return "test";
  let folders = path2.split("/").slice(0, -1);
  return folders.some((segment) => /^(?:examples?|samples?|demos?|tutorials?)$/.test(segment)) ? "example" : folders.some((segment) => /^docs?$/.test(segment)) ? "docs" : folders.some((segment, i) => /^(?:db_)?migrations?$/.test(segment) || segment === "versions" && /alembic|migrat/.test(folders[i - 1] ?? "")) ? "migration" : "production";
}
function pathKind(path2) {
  let folders = path2.split("/"), name = folders.pop(), firstTests = folders.findIndex((segment) => testFolders.has(segment));
  for (let i = folders.length - 1; i >= 0; i--) {
    let words3 = folders[i].toLowerCase().split(/[_-]/);
    if (words3.some((word) => /^(?:unit|units|unittests?)$/.test(word))) return "unit";
    if (words3.some((word) => /^(?:functional|integration|integrated|e2e)$/.test(word)) || i > firstTests && firstTests >= 0 && words3.some((word) => /^(?:scenarios?|system)$/.test(word)) || words3.length > 1 && words3.some((word) => testFolders.has(word)) && words3.some((word) => /^(?:scenarios?|system)$/.test(word))) return "functional";
  }
  return /(?:^|_)(?:functional|integration|e2e)(?:_|\.)/.test(name) ? "functional" : void 0;
}
var MIN_LITERAL_SHARE = 0.7, generatedMark = /@generated\b|\bauto-?generated\b|\bautomatically generated\b|\bgenerated (?:by|from|with|automatically)\b|\bdo not edit\b/i;
function kindsOf(module, isTest, isHelper) {
  let kinds2 = [];
  isTest && (kinds2.push(pathKind(module.path) ?? "unit"), isHelper && kinds2.push("helper"), literalShare(module) >= MIN_LITERAL_SHARE && kinds2.push("fixture-data"));
  let header = `${commentsBeforeCode(module).join(`
`)}
${docstringText(module, docstring(module, 0))}`;
  return generatedMark.test(header) && kinds2.push("generated"), kinds2;
}
function isTestFunction(project, module, functionIndex) {
  let item = module.index.functions[functionIndex];
  return item.name === 0 || item.parent !== MODULE || !module.tree.names.text(item.name).startsWith("test") ? !1 : item.methodOf === MODULE ? item.parentClass === MODULE && !isFixtureFunction(project, module, functionIndex) : isTestClass(project, module, item.methodOf) && !isFixtureFunction(project, module, functionIndex);
}
function createFunctionRoles(project, contextOf) {
  return (module, functionIndex) => contextOf(module).isTest ? computeRole(project, module, functionIndex) : "production";
}
function computeRole(project, module, functionIndex) {
  let { functions } = module.index, item = functions[functionIndex];
  for (let outer = item.parent; outer !== MODULE; outer = functions[outer].parent)
    if (isTestFunction(project, module, outer)) return "nested";
  if (isFixtureFunction(project, module, functionIndex)) return "set-up";
  if (isTestFunction(project, module, functionIndex)) return "test";
  let name = module.tree.names.text(item.name);
  return item.parent === MODULE && item.name !== 0 && setUpName.test(name) ? "set-up" : "helper";
}

// src/model/component.ts
function describeProject(project, contextOf, reviewed = project.modules.filter((module) => module.file.kind !== "stub"), hints = {}) {
  let tests = reviewed.filter((module) => contextOf(module).isTest), production = reviewed.length - tests.length, words3 = testWords(tests, contextOf), testCode = words3.length === 0 ? "test code" : `test code (${words3.join(", ")})`, of = owner(project, reviewed, hints), [only] = reviewed, subject = reviewed.length === 1 && contextOf(only).isTest ? subjectOf(project, only) : void 0, withSubject = subject === void 0 ? {} : { subject };
  return reviewed.length === 0 ? { description: "no code" } : production === 0 ? { description: `${testCode}${short(of)}`, ...withSubject } : tests.length === 0 ? { description: `production code${short(of)}` } : { description: `${`production code (${count(production)}) and test code (${[count(tests.length), ...words3].join(", ")})`}${long(of)}` };
}
function count(files) {
  return files === 1 ? "1 file" : `${files} files`;
}
function describeFile(module, context) {
  return context.isTest ? testWords([module], () => context).join(", ") : "";
}
var frameworkNames = {
  testtools: "testtools",
  unittest: "unittest",
  "unittest-async": "unittest with asyncio",
  pytest: "pytest",
  django: "Django tests",
  trial: "Twisted Trial"
}, MAX_FRAMEWORK_FILES = 50, MOSTLY = 0.9;
function testWords(tests, contextOf) {
  let words3 = [], kinds2 = new Set(tests.map((module) => pathKind(module.path)));
  kinds2.size > 0 && !kinds2.has(void 0) && words3.push(kinds2.size === 2 ? "unit and functional" : kinds2.has("unit") ? "unit" : "functional"), tests.length === 1 && contextOf(tests[0]).isHelper && words3.push("helper");
  let step2 = Math.max(1, tests.length / MAX_FRAMEWORK_FILES), counts2 = /* @__PURE__ */ new Map();
  for (let at = 0; at < tests.length; at += step2) {
    let framework = contextOf(tests[Math.floor(at)]).framework, name = framework === void 0 ? void 0 : frameworkNames[framework];
    name !== void 0 && counts2.set(name, (counts2.get(name) ?? 0) + 1);
  }
  let total = [...counts2.values()].reduce((sum, number4) => sum + number4, 0), [most] = [...counts2].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== void 0 && most[1] >= total * MOSTLY && words3.push(most[0]), words3;
}
function short({ project, part, parent, platform }) {
  if (project === void 0) return "";
  let whole2 = parent === void 0 ? project : `the ${project} component of ${parent}`;
  return part !== void 0 ? parent === void 0 ? ` for the ${part} of ${project}` : ` for the ${part} of ${project}, a component of ${parent}` : ` for ${whole2}${parent === void 0 && platform !== void 0 ? `, a package for ${platform}` : ""}`;
}
function long(owner2) {
  let { project, part, parent } = owner2;
  return project === void 0 || parent === void 0 || part !== void 0 ? short(owner2) : ` for ${project}, a component of ${parent}`;
}
function owner(project, reviewed, hints) {
  let { files } = packaging(project), packages = new Set(reviewed.map((module) => topPackage(project, module))), onlyPackage = packages.size === 1 ? [...packages][0] : void 0, homes = new Set(reviewed.map((module) => home(files, module, topPackage(project, module)))), member = homes.size === 1 ? [...homes][0] : void 0, root = files.find((file) => file.name !== void 0 && file.folder === "" && describes(file, onlyPackage)) ?? member, name = root?.name ?? repositoryName(hints) ?? onlyPackage ?? mainPackage(project) ?? hints.rootFolder;
  if (name === void 0) return {};
  let parent = parentOf(project, root, name, hints), part = member !== void 0 && root !== void 0 && member.folder !== root.folder ? `${displayName(member.name)} component` : djangoApp(project, reviewed, name);
  return {
    project: displayName(name),
    ...part === void 0 ? {} : { part },
    ...parent === void 0 ? {} : { parent: displayName(parent) },
    ...root === void 0 ? {} : platformOf(root, name)
  };
}
function describes(file, topLevel2) {
  return file.kind !== "metadata" ? !0 : topLevel2 === void 0 ? file.topLevel === void 0 : file.topLevel !== void 0 ? file.topLevel.includes(topLevel2) : normalName(file.name ?? "") === normalName(topLevel2);
}
function home(files, module, topLevel2) {
  return files.filter((file) => file.name !== void 0 && module.path.startsWith(file.folder) && describes(file, topLevel2)).reduce((best, file) => best === void 0 || file.folder.length > best.folder.length ? file : best, void 0);
}
var notProjects = /^(?:tests?|testing|unittests|functional_tests|integration_tests|e2e|src|lib|docs?|examples?|samples?|scripts?|tools?|benchmarks?|bin|usr|app|apps|packages)$/;
function topPackage(project, module) {
  let candidates2 = [module.name, module.names.at(-1) ?? ""].filter((name) => name.includes(".") || module.isPackage);
  for (let name of candidates2) {
    let first = name.split(".", 1)[0];
    if (notProjects.test(first)) continue;
    if (project.module(first)?.isPackage === !0 || importsFrom(module, first)) return first;
  }
}
function importsFrom({ tree, index }, name) {
  let number4 = tree.names.find(name);
  return index.imports.some((node) => {
    let from = tree.child(node, Field.module_name);
    return (from >= 0 ? [from] : tree.children(node).map((child) => tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child)).some((dotted) => tree.kind(dotted) === Kind.dotted_name && tree.name(dotted + 1) === number4);
  });
}
function mainPackage(project) {
  let found2 = /* @__PURE__ */ new Set();
  for (let module of project.modules) {
    let first = module.name.split(".", 1)[0];
    (module.isPackage || module.name.includes(".")) && !notProjects.test(first) && project.module(first)?.isPackage === !0 && found2.add(first);
  }
  return found2.size === 1 ? [...found2][0] : void 0;
}
function repositoryName({ repository }) {
  return repository?.split("/").at(-1);
}
var umbrellas = { openstack: /^https?:\/\/(?:[\w.-]+\.)?openstack\.org(?:\/|$)/ };
function parentOf(project, root, name, hints) {
  let reviewed = configurationFiles(project).ini.find((file) => file.name === ".gitreview" && file.folder === "")?.content.get("gerrit")?.get("project")?.replace(/\.git$/, "").split("/");
  if (reviewed?.length === 2 && reviewed[0] !== "x" && reviewed[0] !== name) return reviewed[0];
  let owner2 = hints.repository?.split("/", 1)[0]?.toLowerCase();
  return Object.entries(umbrellas).find(
    ([umbrella, site]) => umbrella !== name.toLowerCase() && (owner2 === umbrella || root?.author?.toLowerCase() === umbrella || root?.homePage !== void 0 && site.test(root.homePage) || root?.classifiers.some((classifier2) => new RegExp(`^(?:Environment|Framework) :: ${umbrella}$`, "i").test(classifier2)) === !0)
  )?.[0];
}
var techniques = /* @__PURE__ */ new Set(["AsyncIO", "AnyIO", "Trio", "OpenStack"]);
function platformOf(root, name) {
  let platforms = new Set(
    root.classifiers.map((classifier2) => /^Framework :: ([^:]+?)(?: ::|$)/.exec(classifier2)?.[1]).filter((platform) => platform !== void 0 && !techniques.has(platform) && platform.toLowerCase() !== name.toLowerCase())
  );
  return platforms.size === 1 ? { platform: [...platforms][0] } : {};
}
function djangoApp(project, reviewed, projectName) {
  let paths = new Set(project.modules.filter((module) => module.path.endsWith("/apps.py")).map((module) => module.path));
  if (paths.size === 0) return;
  let apps = new Set(
    reviewed.map((module) => {
      let folders = module.path.split("/").slice(0, -1);
      for (; folders.length > 0 && !paths.has(`${folders.join("/")}/apps.py`); ) folders.pop();
      return folders.at(-1);
    })
  ), [app] = apps;
  return apps.size === 1 && app !== void 0 && normalName(app) !== normalName(projectName) ? `${app} app` : void 0;
}
function subjectOf(project, module) {
  let stem = module.path.slice(module.path.lastIndexOf("/") + 1).replace(/\.pyw?$/, ""), bug = /(?:^|_)bug_?(\d+)(?:_|$)/.exec(stem)?.[1] ?? bugOfDocstring(module);
  if (bug !== void 0) return `regression test for bug ${bug}`;
  let target = moduleUnderTest(project, module, stem);
  return target === void 0 ? void 0 : `tests of ${target.path}`;
}
function bugOfDocstring(module) {
  let classes = module.index.classes.map((item, index) => ({ item, index })).filter(({ item }) => item.parent === MODULE && item.parentClass === MODULE), nodes = [docstring(module, 0), ...classes.length === 1 ? [classDocstring(module, classes[0].index)] : []];
  for (let node of nodes) {
    let found2 = /\bbug\s*#?\s*(\d{2,})\b/i.exec(docstringText(module, node).trim().split(`
`, 1)[0])?.[1];
    if (found2 !== void 0) return found2;
  }
}
function moduleUnderTest(project, module, stem) {
  let name = /^test_(.+)$|^(.+)_tests?$/.exec(stem), folders = module.path.split("/").slice(0, -1), tests = folders.findIndex((folder) => /^(?:tests?|unittests)$/.test(folder));
  if (name === null || tests < 0) return;
  let before = folders.slice(0, tests), tail = [...folders.slice(tests + 1).filter((folder, i) => i > 0 || !/^(?:unit|functional|integration)$/.test(folder)), `${name[1] ?? name[2]}.py`].join("/"), prefixes = [before.join("/"), [...before, "src"].join("/")].map((prefix) => prefix === "" ? "" : `${prefix}/`), found2 = project.modules.filter(
    (other) => other !== module && prefixes.some((prefix) => {
      if (!other.path.startsWith(prefix)) return !1;
      let rest = other.path.slice(prefix.length);
      return rest === tail || before.length === 0 && rest.slice(rest.indexOf("/") + 1) === tail && !/^tests?\//.test(rest);
    })
  );
  return found2.length === 1 ? found2[0] : void 0;
}

// src/analyse/deferred-rules.ts
function deferredRules(rules, { linters }) {
  let deferred = /* @__PURE__ */ new Map();
  for (let rule of rules)
    if (rule.category === "practice")
      for (let tool of ["ruff", "flake8", "pylint"]) {
        let enabled = rule.peers[tool]?.find((peer) => linters.enables(tool, peer));
        if (enabled !== void 0) {
          deferred.set(rule.code, `${tool} ${enabled}`);
          break;
        }
      }
  return deferred;
}

// src/analyse/values/constant.ts
var none = { type: "none" }, trueConstant = { type: "bool", value: !0 }, falseConstant = { type: "bool", value: !1 }, bool = (value) => value ? trueConstant : falseConstant, str = (value) => ({ type: "str", value }), int = (value) => ({ type: "int", value });
function equalConstants(a, b) {
  let left = numberOf(a), right = numberOf(b);
  return left !== void 0 && right !== void 0 ? left === right : a.type !== b.type ? !1 : a.type === "none" || b.type === "none" || a.value === b.value;
}
function numberOf(constant) {
  switch (constant.type) {
    case "int":
    case "float":
      return constant.value;
    case "bool":
      return constant.value ? 1 : 0;
    default:
      return;
  }
}
function textOf(constant) {
  return constant.type === "str" || constant.type === "bytes" ? constant.value : void 0;
}
function isTrue(constant) {
  switch (constant.type) {
    case "none":
      return !1;
    case "bool":
      return constant.value;
    case "str":
    case "bytes":
      return constant.value !== "";
    default:
      return constant.value !== 0;
  }
}
function constantKey(constant) {
  let number4 = numberOf(constant);
  return number4 !== void 0 ? `n${number4}` : constant.type === "none" ? "none" : `${constant.type[0]}${textOf(constant)}`;
}
function display(constant) {
  switch (constant.type) {
    case "none":
      return "None";
    case "bool":
      return constant.value ? "True" : "False";
    case "float":
      return Number.isInteger(constant.value) ? `${constant.value}.0` : String(constant.value);
    default:
      return String(constant.value);
  }
}
function binaryOperation(operator, a, b) {
  let left = numberOf(a), right = numberOf(b);
  if (left !== void 0 && right !== void 0)
    return arithmetic(operator, left, right, a.type === "float" || b.type === "float");
  if (operator === "+" && a.type === b.type && (a.type === "str" || a.type === "bytes")) {
    let value = a.value + textOf(b);
    return value.length > MAX_TEXT ? void 0 : { type: a.type, value };
  }
  if (operator === "*") {
    let text2 = textOf(a) ?? textOf(b), count3 = right ?? left;
    return text2 === void 0 || count3 === void 0 || text2.length * count3 > MAX_TEXT ? void 0 : {
      type: textOf(a) === void 0 ? b.type : a.type,
      value: text2.repeat(Math.max(0, count3))
    };
  }
}
var MAX_TEXT = 1e5;
function arithmetic(operator, a, b, isFloat) {
  let result = compute(operator, a, b);
  if (!(result === void 0 || !Number.isFinite(result)))
    return isFloat || operator === "/" ? { type: "float", value: result } : Number.isSafeInteger(result) ? { type: "int", value: result } : void 0;
}
function compute(operator, a, b) {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? void 0 : a / b;
    case "//":
      return b === 0 ? void 0 : Math.floor(a / b);
    case "%":
      return b === 0 ? void 0 : a - b * Math.floor(a / b);
    case "**":
      return a ** b;
    case "|":
    case "&":
    case "^":
      return bitwise(operator, a, b);
    case "<<":
      return b >= 0 && b < 53 ? a * 2 ** b : void 0;
    case ">>":
      return b >= 0 && b < 53 ? Math.floor(a / 2 ** b) : void 0;
    default:
      return;
  }
}
function bitwise(operator, a, b) {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return;
  let [x, y] = [BigInt(a), BigInt(b)];
  return Number(operator === "|" ? x | y : operator === "&" ? x & y : x ^ y);
}
function compareConstants(operator, a, b) {
  switch (operator) {
    case "==":
      return equalConstants(a, b);
    case "!=":
    case "<>":
      return !equalConstants(a, b);
    case "is":
      return a.type === "none" || b.type === "none" || a.type === "bool" || b.type === "bool" ? a.type === b.type && equalConstants(a, b) : void 0;
    case "is not": {
      let same = compareConstants("is", a, b);
      return same === void 0 ? void 0 : !same;
    }
    case "in":
    case "not in": {
      let [needle, text2] = [textOf(a), textOf(b)];
      return needle === void 0 || text2 === void 0 ? void 0 : text2.includes(needle) === (operator === "in");
    }
    default: {
      let [x, y] = [numberOf(a) ?? textOf(a), numberOf(b) ?? textOf(b)];
      return x === void 0 || y === void 0 || typeof x != typeof y ? void 0 : operator === "<" ? x < y : operator === "<=" ? x <= y : operator === ">" ? x > y : operator === ">=" ? x >= y : void 0;
    }
  }
}

// src/analyse/values/value.ts
var MAX_CONSTANTS = 8, MAX_DENOTATIONS = 8, MAX_TEXT_PARTS = 64, empty = [], base = {
  constants: void 0,
  denotes: empty,
  objects: empty,
  held: void 0,
  text: void 0,
  fallback: void 0,
  taint: void 0
}, unknown = { ...base, origin: "unknown" }, fromConfig = { ...base, origin: "config" };
function constantValue(constant, origin = "literal") {
  return { ...base, constants: [constant], origin };
}
function denoting(...denotes) {
  return { ...base, denotes, origin: "unknown" };
}
function instanceOf(of) {
  return denoting({ kind: "instance", of });
}
function textValue(parts2) {
  let merged = [];
  for (let part of parts2) {
    let last = merged.at(-1);
    typeof part == "string" && typeof last == "string" ? merged[merged.length - 1] = last + part : part !== "" && merged.push(part);
  }
  return merged.length > MAX_TEXT_PARTS && (merged.length = MAX_TEXT_PARTS), { ...base, denotes: [{ kind: "instance", of: "str" }], text: merged, origin: "local" };
}
function withOrigin(value, origin) {
  return value.origin === origin ? value : { ...value, origin };
}
function onlyConstant(value) {
  return value.constants?.length === 1 ? value.constants[0] : void 0;
}
function sameDenotation(a, b) {
  if (a.kind !== b.kind) return !1;
  switch (a.kind) {
    case "symbol":
      return a.name === b.name;
    case "instance":
      return a.of === b.of;
    case "member":
      return a.of === b.of && a.name === b.name;
    case "module":
      return a.module === b.module;
    default:
      return a.module === b.module && a.index === b.index;
  }
}
function joinValues(a, b) {
  if (a === b) return a;
  let denotes = union2(a.denotes, b.denotes, sameDenotation, MAX_DENOTATIONS), objects = union2(a.objects, b.objects, (x, y) => x === y, MAX_DENOTATIONS), constants;
  if (a.constants !== void 0 && b.constants !== void 0) {
    let all = union2(
      a.constants,
      b.constants,
      (x, y) => x.type === y.type && constantKey(x) === constantKey(y),
      MAX_CONSTANTS + 1
    );
    constants = all.length > MAX_CONSTANTS ? void 0 : all;
  }
  return {
    constants,
    denotes,
    objects,
    held: a.held ?? b.held,
    text: a.text ?? b.text,
    origin: a.origin === b.origin ? a.origin : "unknown",
    fallback: void 0,
    taint: joinTaint(a.taint, b.taint)
  };
}
function joinTaint(a, b) {
  return a === void 0 || b === void 0 || a === b ? a ?? b : { labels: /* @__PURE__ */ new Set([...a.labels, ...b.labels]) };
}
function union2(a, b, same, limit) {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  let all = [...a];
  for (let item of b) {
    if (all.length >= limit) break;
    all.some((known) => same(known, item)) || all.push(item);
  }
  return all.length === a.length ? a : all;
}
function sameValue(a, b) {
  return a === b ? !0 : a.constants?.length === b.constants?.length && (a.constants ?? []).every((constant, i) => constantKey(constant) === constantKey(b.constants[i])) && a.denotes.length === b.denotes.length && a.objects.length === b.objects.length && a.origin === b.origin && (a.taint?.labels.size ?? 0) === (b.taint?.labels.size ?? 0);
}
function truthOfValue(value) {
  if (value.constants === void 0 || value.constants.length === 0) return;
  let first = isTrue(value.constants[0]);
  return value.constants.every((constant) => isTrue(constant) === first) ? first : void 0;
}

// src/model/project-model.ts
var MAX_ANCESTRY_DEPTH = 8, MAX_REEXPORTS = 12, ProjectModel = class {
  /** In path order. */
  modules;
  names;
  projectFiles;
  #byName;
  #topLevel;
  #ancestry = /* @__PURE__ */ new Map();
  constructor(modules, names2, projectFiles) {
    this.modules = modules, this.names = names2, this.projectFiles = projectFiles;
    let byName = /* @__PURE__ */ new Map();
    for (let module of modules)
      if (module.file.kind !== "stub")
        for (let name of module.names) byName.has(name) || byName.set(name, module);
    this.#byName = byName, this.#topLevel = new Set([...byName.keys()].map((name) => name.split(".", 1)[0]));
  }
  /** The module with a dotted name, if the checkout has it. */
  module(name) {
    return this.#byName.get(name);
  }
  /** True if the first component of a dotted name is a package or module of the checkout. */
  isOwn(name) {
    return this.#topLevel.has(name.split(".", 1)[0]);
  }
  /** What an absolute dotted name stands for; follows re-exports and star imports inside the checkout. */
  resolve(dotted, depth = 0) {
    let external = { kind: "external", name: dotted };
    if (depth > MAX_REEXPORTS || !this.isOwn(dotted)) return external;
    let parts2 = dotted.split(".");
    for (let length = parts2.length; length > 0; length--) {
      let module = this.#byName.get(parts2.slice(0, length).join("."));
      if (module === void 0) continue;
      if (length === parts2.length) return { kind: "module", module };
      let member = this.member(module, parts2[length], depth);
      return member === void 0 ? external : this.#descend(member, parts2.slice(length + 1), depth) ?? external;
    }
    return external;
  }
  /** What a name at the top level of a module stands for; undefined if nothing there binds it. */
  member(module, name, depth = 0) {
    let number4 = this.names.find(name), bindings = number4 === 0 ? void 0 : module.bindings.byName.get(number4);
    if (bindings !== void 0) return this.#bound(module, number4, bindings, depth);
    let submodule = this.#byName.get(`${module.name}.${name}`);
    if (submodule !== void 0 && module.isPackage) return { kind: "module", module: submodule };
    if (!(depth > MAX_REEXPORTS))
      for (let star of module.bindings.stars) {
        let source = this.#byName.get(star);
        if (source === void 0 || source === module) continue;
        let found2 = this.member(source, name, depth + 1);
        if (found2 !== void 0) return found2;
      }
  }
  #bound(module, name, bindings, depth) {
    for (let binding of bindings) {
      if (binding.kind === "function" || binding.kind === "class")
        return { kind: binding.kind, module, index: binding.index };
      if (binding.kind === "import") return this.resolve(binding.target, depth + 1);
    }
    let only = bindings.length === 1 ? bindings[0] : void 0;
    if (only?.kind === "value") {
      let alias = this.dotted(module, MODULE, only.value, depth + 1);
      if (alias !== void 0 && alias.kind !== "value") return alias;
    }
    return { kind: "value", module, name, bindings };
  }
  #descend(definition, rest, depth) {
    if (rest.length === 0) return definition;
    switch (definition.kind) {
      case "module": {
        let member = this.member(definition.module, rest[0], depth + 1);
        return member === void 0 ? { kind: "external", name: `${definition.module.name}.${rest.join(".")}` } : this.#descend(member, rest.slice(1), depth + 1);
      }
      case "external":
        return { kind: "external", name: `${definition.name}.${rest.join(".")}` };
      case "class": {
        let method = this.method(definition, rest[0]);
        return method !== void 0 && rest.length === 1 ? { kind: "function", ...method } : {
          kind: "external",
          name: `${definition.module.name}.${definition.module.qualifiedClassName(definition.index)}.${rest.join(".")}`
        };
      }
      case "function":
      case "value":
        return;
    }
  }
  /**
   * What a name or dotted expression stands for, seen from a function of a module (MODULE: its top level), by scopes
   * alone. Undefined if it is not a dotted name, or its first part is a parameter or a local that says nothing.
   */
  dotted(module, functionIndex, node, depth = 0) {
    let { tree } = module;
    if (depth > MAX_REEXPORTS) return;
    let rest = [], root = node;
    for (; tree.kind(root) === Kind.attribute; )
      rest.unshift(tree.text(tree.child(root, Field.attribute))), root = tree.child(root, Field.object);
    if (tree.kind(root) === Kind.dotted_name) {
      let parts2 = dottedText(tree, root).split(".");
      rest.unshift(...parts2.slice(1)), root = root + 1;
    }
    if (tree.kind(root) !== Kind.identifier) return;
    let found2 = this.scopeLookup(module, functionIndex, tree.name(root), depth);
    return found2 === void 0 ? void 0 : this.#descend(found2, rest, depth);
  }
  /** What a plain name stands for in a function: enclosing functions, module, builtins. Undefined for parameters and opaque locals. */
  scopeLookup(module, functionIndex, name, depth = 0) {
    for (let current = functionIndex; current !== MODULE; ) {
      let item = module.index.functions[current], scope = module.functionBindings(item);
      if (!scope.outer.has(name)) {
        let bindings = scope.byName.get(name);
        if (bindings !== void 0) {
          let known = this.#bound(module, name, bindings, depth);
          return known.kind === "value" ? void 0 : known;
        }
        if (this.isParameter(module, item, name)) return;
      }
      current = item.parent;
    }
    let text2 = this.names.text(name);
    return this.member(module, text2, depth) ?? (module.bindings.stars.some((star) => !this.#byName.has(star)) && !builtins.has(text2) ? void 0 : { kind: "external", name: text2 });
  }
  /** True if a function has a parameter of that name. */
  isParameter(module, item, name) {
    return parameterNames(module, item).includes(name);
  }
  /** A method by name, in a class or its bases inside the checkout. */
  method(reference3, name) {
    let number4 = this.names.find(name);
    if (number4 !== 0)
      for (let { module, index } of this.ancestry(reference3).classes) {
        let found2 = module.classBindings(module.index.classes[index]).byName.get(number4)?.findLast((binding) => binding.kind === "function");
        if (found2?.kind === "function") return { module, index: found2.index };
      }
  }
  /** A class's bases, followed inside the checkout. */
  ancestry(reference3) {
    let { module, index } = reference3, ofModule = this.#ancestry.get(module);
    ofModule === void 0 && this.#ancestry.set(module, ofModule = /* @__PURE__ */ new Map());
    let found2 = ofModule.get(index);
    if (found2 === void 0) {
      let classes = [], external = [];
      this.#collect(reference3, 0, classes, external), found2 = { classes, external }, ofModule.set(index, found2);
    }
    return found2;
  }
  #collect(reference3, depth, classes, external) {
    if (!(depth > MAX_ANCESTRY_DEPTH || classes.some((seen) => seen.module === reference3.module && seen.index === reference3.index))) {
      classes.push(reference3);
      for (let base2 of this.bases(reference3))
        base2.kind === "class" ? this.#collect(base2, depth + 1, classes, external) : base2.kind === "external" && !external.includes(base2.name) && external.push(base2.name);
    }
  }
  /** The direct bases of a class that could be resolved. */
  bases({ module, index }) {
    let item = module.index.classes[index];
    if (item.superclasses < 0) return [];
    let found2 = [];
    for (let node of module.tree.children(item.superclasses)) {
      if (module.tree.kind(node) === Kind.keyword_argument) continue;
      let base2 = module.tree.kind(node) === Kind.subscript ? module.tree.child(node, Field.value) : node, definition = this.dotted(module, item.parent, base2);
      definition !== void 0 && found2.push(definition);
    }
    return found2;
  }
};
function parameterNames(module, item) {
  let { tree } = module;
  if (item.parameters < 0) return [];
  let found2 = [];
  for (let node of tree.children(item.parameters)) {
    let name = parameterName(module, node);
    name >= 0 && found2.push(tree.name(name));
  }
  return found2;
}
function parameterName({ tree }, node) {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return node;
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return tree.child(node, Field.name);
    case Kind.typed_parameter:
    case Kind.list_splat_pattern:
    case Kind.dictionary_splat_pattern: {
      let inner = node + 1;
      return tree.kind(inner) === Kind.identifier ? inner : inner < tree.next(node) ? tree.childOfKind(inner, Kind.identifier) : -1;
    }
    default:
      return -1;
  }
}
var builtins = new Set(
  "open print eval exec compile input len range int str float bool bytes bytearray list dict set tuple frozenset type object super isinstance issubclass getattr setattr hasattr delattr vars dir id hash repr ascii format sorted reversed enumerate zip map filter any all sum min max abs round pow divmod iter next callable globals locals property classmethod staticmethod memoryview complex chr ord hex oct bin slice __import__ breakpoint Exception BaseException ValueError TypeError KeyError IndexError AttributeError RuntimeError OSError IOError NotImplementedError AssertionError StopIteration TimeoutError".split(
    " "
  )
);

// src/analyse/values/state.ts
var State = class _State {
  /** False after return, raise, break or continue, and in a branch that cannot be taken. */
  reachable = !0;
  #variables = /* @__PURE__ */ new Map();
  #heap = /* @__PURE__ */ new Map();
  #ownsVariables = !0;
  #ownsHeap = !0;
  get variables() {
    return this.#variables;
  }
  get heap() {
    return this.#heap;
  }
  setVariable(name, value) {
    this.#ownVariables().set(name, value);
  }
  deleteVariable(name) {
    this.#variables.has(name) && this.#ownVariables().delete(name);
  }
  setObject(id, object) {
    this.#ownsHeap || (this.#heap = new Map(this.#heap), this.#ownsHeap = !0), this.#heap.set(id, object);
  }
  /** The same state, to be changed on its own. */
  copy() {
    let copy = new _State();
    return copy.become(this), copy;
  }
  /** Takes over what another state knows. */
  become(other) {
    other !== this && (this.reachable = other.reachable, this.takeVariables(other), this.#heap = other.#heap, this.#ownsHeap = other.#ownsHeap = !1);
  }
  /** Takes over another state's variables and keeps its own heap: leaving a class body. */
  takeVariables(other) {
    this.#variables = other.#variables, this.#ownsVariables = other.#ownsVariables = !1;
  }
  /** What is known where this and another way meet. A variable bound on one way only keeps that value: elsewhere it would raise. */
  join(other) {
    if (!this.reachable) return other.copy();
    let joined3 = this.copy();
    if (!other.reachable) return joined3;
    if (other.#variables !== this.#variables)
      for (let [name, value] of other.#variables) {
        let known = joined3.#variables.get(name);
        known !== value && joined3.setVariable(name, known === void 0 ? value : joinValues(known, value));
      }
    if (other.#heap !== this.#heap)
      for (let [id, object] of other.#heap) {
        let known = joined3.#heap.get(id);
        known !== object && joined3.setObject(id, known === void 0 ? object : joinObjects(known, object));
      }
    return joined3;
  }
  /** Nothing differs that another round of a loop could learn from. */
  equals(other) {
    return this.reachable !== other.reachable ? !1 : (this.#variables === other.#variables || sameEntries(this.#variables, other.#variables, sameValue)) && (this.#heap === other.#heap || sameEntries(this.#heap, other.#heap, sameObject));
  }
  #ownVariables() {
    return this.#ownsVariables || (this.#variables = new Map(this.#variables), this.#ownsVariables = !0), this.#variables;
  }
};
function joinAll(states) {
  return states.reduce((joined3, state) => joined3.join(state));
}
function joinObjects(a, b) {
  let entries = new Map(a.entries);
  for (let [key, value] of b.entries) {
    let other = entries.get(key) ?? a.rest;
    entries.set(key, other === void 0 ? value : joinValues(other, value));
  }
  let rest = a.rest === void 0 ? b.rest : b.rest === void 0 ? a.rest : joinValues(a.rest, b.rest);
  return { kind: a.kind, entries, rest };
}
function sameObject(a, b) {
  return a === b || sameEntries(a.entries, b.entries, sameValue);
}
function sameEntries(a, b, same) {
  if (a.size !== b.size) return !1;
  for (let [key, value] of a) {
    let other = b.get(key);
    if (other === void 0 || !same(value, other)) return !1;
  }
  return !0;
}

// src/analyse/values/literals.ts
function stringConstant(token) {
  let match = /^([A-Za-z]*)("""|'''|"|')/.exec(token);
  if (match === null) return;
  let prefix = match[1].toLowerCase(), quotes = match[2];
  if (token.length < prefix.length + 2 * quotes.length || !token.endsWith(quotes)) return;
  let body = token.slice(prefix.length + quotes.length, token.length - quotes.length);
  return { type: prefix.includes("b") ? "bytes" : "str", value: stringContent(body, prefix) };
}
function stringContent(body, prefix) {
  let text2 = prefix.includes("r") || !body.includes("\\") ? body : unescape(body, prefix.includes("b"));
  return (prefix.includes("f") || prefix.includes("t")) && (text2 = text2.replaceAll("{{", "{").replaceAll("}}", "}")), text2;
}
var simpleEscapes = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: `
`,
  r: "\r",
  t: "	",
  v: "\v",
  "\n": "",
  "\r": "",
  "\r\n": ""
};
function unescape(body, bytes2) {
  return body.replace(
    /\\(\r\n|[0-7]{1,3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]*\}|[^])/g,
    (whole2, escape) => {
      let simple = simpleEscapes[escape];
      if (simple !== void 0) return simple;
      if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8));
      if (escape.length === 3 && escape.startsWith("x") || !bytes2 && /^u.{4}$/.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 16));
      if (!bytes2 && /^U.{8}$/.test(escape)) {
        let code = parseInt(escape.slice(1), 16);
        return code <= 1114111 ? String.fromCodePoint(code) : whole2;
      }
      return !bytes2 && escape.startsWith("N{") ? "�" : whole2;
    }
  );
}
function numberConstant(token) {
  let text2 = token.replaceAll("_", "").toLowerCase();
  if (text2.endsWith("j")) return;
  if (/^\d*\.?\d*(e[+-]?\d+)?$/.test(text2) && /[.e]/.test(text2)) return { type: "float", value: Number(text2) };
  let digits = text2.replace(/l$/, ""), value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return Number.isSafeInteger(value) ? { type: "int", value } : void 0;
}

// src/analyse/interpreter/annotations.ts
var wrappers = /* @__PURE__ */ new Set(["Optional", "Union", "Annotated", "Final", "ClassVar", "Awaitable", "Coroutine"]);
function typeOfAnnotation(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? typeOfAnnotation(frame, node + 1) : [];
    case Kind.binary_operator:
    case Kind.union_type:
    case Kind.tuple:
      return tree.children(node).filter((child) => tree.field(child) !== Field.operator).flatMap((child) => typeOfAnnotation(frame, child));
    case Kind.subscript:
    case Kind.generic_type: {
      let base2 = node + 1, last = tree.kind(base2) === Kind.attribute ? tree.text(tree.child(base2, Field.attribute)) : tree.text(base2);
      return wrappers.has(last) ? tree.children(node).slice(1).flatMap((child) => tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]).flatMap((child) => typeOfAnnotation(frame, child)) : typeOfAnnotation(frame, base2);
    }
    case Kind.string: {
      let constant = stringConstant(tree.text(node)), name = constant?.type === "str" ? constant.value : "";
      if (!/^[A-Za-z_]\w*$/.test(name)) return [];
      let definition = frame.engine.project.member(frame.module, name);
      return definition?.kind === "class" ? [{ kind: "object", module: definition.module, index: definition.index }] : definition?.kind === "external" ? [{ kind: "instance", of: definition.name }] : [];
    }
    case Kind.identifier:
    case Kind.attribute: {
      let definition = frame.engine.project.dotted(frame.module, frame.functionIndex, node);
      return definition?.kind === "class" ? [{ kind: "object", module: definition.module, index: definition.index }] : definition?.kind === "external" ? [{ kind: "instance", of: definition.name }] : [];
    }
    default:
      return [];
  }
}

// src/analyse/interpreter/containers.ts
function entryOf(frame, object, key) {
  let joined3;
  for (let held of frame.holds(object)) {
    let value = held.entries.get(key) ?? held.rest;
    if (value === void 0) return;
    joined3 = join(joined3, value);
  }
  return joined3;
}
function elementOf(frame, container2) {
  let joined3;
  for (let held of frame.holds(container2)) {
    if (held.kind === "instance") return unknown;
    if (held.kind === "dict") {
      for (let key of held.entries.keys())
        joined3 = join(joined3, key.startsWith("s") ? constantValue(str(key.slice(1))) : unknown);
      held.rest !== void 0 && (joined3 = join(joined3, unknown));
      continue;
    }
    for (let value of held.entries.values()) joined3 = join(joined3, value);
    held.rest !== void 0 && (joined3 = join(joined3, held.rest));
  }
  return joined3 ?? unknown;
}
function anyValueOf(frame, container2) {
  let joined3;
  for (let held of frame.holds(container2)) {
    for (let value of held.entries.values()) joined3 = join(joined3, value);
    held.rest !== void 0 && (joined3 = join(joined3, held.rest));
  }
  return joined3 ?? unknown;
}
function join(a, b) {
  return a === void 0 ? b : joinValues(a, b);
}

// src/analyse/interpreter/assign.ts
function assign(frame, target, value, valueNode) {
  let { tree } = frame;
  switch (tree.kind(target)) {
    case Kind.identifier:
      frame.state.setVariable(tree.name(target), value.origin === "literal" ? withOrigin(value, "local") : value), tell(frame, target, { kind: "name", name: tree.text(target) }, value, valueNode);
      break;
    case Kind.attribute: {
      let object = frame.evaluate(tree.child(target, Field.object)), name = tree.text(tree.child(target, Field.attribute));
      if (setEntry(frame, object, name, value), tree.name(tree.child(target, Field.object)) === frame.selfName && frame.selfName !== 0) {
        let before = frame.selfStores.get(name);
        frame.selfStores.set(name, before === void 0 ? value : joinValues(before, value));
      }
      tell(frame, target, { kind: "attribute", object, name }, value, valueNode);
      break;
    }
    case Kind.subscript: {
      let object = frame.evaluate(tree.child(target, Field.value)), key = frame.evaluate(tree.child(target, Field.subscript)), constant = onlyConstant(key);
      setEntry(frame, object, constant === void 0 ? void 0 : constantKey(constant), value), tell(frame, target, { kind: "subscript", object, key }, value, valueNode);
      break;
    }
    case Kind.pattern_list:
    case Kind.tuple_pattern:
    case Kind.list_pattern:
    case Kind.tuple:
    case Kind.list:
      unpack(frame, target, value, valueNode);
      break;
    case Kind.list_splat_pattern:
    case Kind.parenthesized_expression:
    case Kind.list_splat:
      assign(frame, target + 1, tree.kind(target) === Kind.parenthesized_expression ? value : unknown, -1);
      break;
    default:
      break;
  }
}
function tell(frame, node, target, value, valueNode) {
  if (!frame.observing) return;
  let { module, functionIndex, holds: holds3 } = frame, event = { module, functionIndex, node, target, value, valueNode, holds: holds3 };
  for (let observer of frame.engine.observers) observer.assign?.(event);
}
function unpack(frame, target, value, valueNode) {
  let { tree } = frame, targets = tree.children(target), splat = targets.findIndex(
    (node) => tree.kind(node) === Kind.list_splat_pattern || tree.kind(node) === Kind.list_splat
  ), valueKind = valueNode < 0 ? void 0 : tree.kind(valueNode), parts2 = valueKind === Kind.expression_list || valueKind === Kind.tuple || valueKind === Kind.list ? tree.children(valueNode) : [];
  targets.forEach((node, index) => {
    let known = splat < 0 || index < splat, part = known ? entryOf(frame, value, `n${index}`) : void 0;
    assign(frame, node, part ?? elementOf(frame, value), known && parts2.length === targets.length ? parts2[index] : -1);
  });
}
function setEntry(frame, object, key, value) {
  let only = object.objects.length === 1;
  for (let id of object.objects) {
    let held = frame.state.heap.get(id);
    held !== void 0 && frame.state.setObject(id, withEntry(held, key, value, only));
  }
}
function withEntry(held, key, value, strong) {
  if (key === void 0)
    return { ...held, rest: held.rest === void 0 ? value : joinValues(held.rest, value) };
  let before = held.entries.get(key), entries = new Map(held.entries);
  return entries.set(key, strong || before === void 0 ? value : joinValues(before, value)), { ...held, entries };
}
function forget(frame, target) {
  let { tree } = frame;
  if (tree.kind(target) === Kind.identifier)
    frame.state.deleteVariable(tree.name(target));
  else if (tree.kind(target) === Kind.subscript) {
    let object = frame.evaluate(tree.child(target, Field.value)), key = onlyConstant(frame.evaluate(tree.child(target, Field.subscript)));
    for (let id of object.objects) {
      let held = frame.state.heap.get(id);
      if (held === void 0 || key === void 0) continue;
      let entries = new Map(held.entries);
      entries.delete(constantKey(key)), frame.state.setObject(id, { ...held, entries });
    }
  } else
    for (let child of tree.children(target)) forget(frame, child);
}

// src/analyse/interpreter/attributes.ts
var configNames = /^(?:CONF|conf|cfg|settings|config|options|opts|args|os\.environ|environ)$/;
function evaluateAttribute(frame, node) {
  return attributeOn(frame, node, frame.evaluate(frame.tree.child(node, Field.object)));
}
function attributeOn(frame, node, object) {
  let { tree } = frame, objectNode = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute)), value = attributeOf(frame, object, name);
  return tellReference(frame, node, value), (value === unknown || value.origin === "unknown") && isConfiguration(frame, objectNode, object) ? withOrigin(value, "config") : value;
}
function isConfiguration(frame, objectNode, object) {
  let { tree } = frame;
  if (object.origin === "config") return !0;
  let last = tree.kind(objectNode) === Kind.attribute ? tree.text(tree.child(objectNode, Field.attribute)) : tree.text(objectNode);
  return configNames.test(last) || object.denotes.some((denotation) => denotation.kind === "symbol" && denotation.name === "os.environ");
}
function attributeOf(frame, object, name) {
  let joined3, add3 = (value) => {
    joined3 = joined3 === void 0 ? value : joinValues(joined3, value);
  }, holds3 = frame.holds(object);
  if (holds3.length > 0 && holds3.every((held) => held.kind === "instance" && held.entries.has(name))) {
    for (let held of holds3) add3(held.entries.get(name));
    return joined3;
  }
  for (let denotation of object.denotes) add3(memberOf(frame, object, denotation, name));
  if (joined3 === void 0 && object.constants !== void 0 && object.constants.length > 0) {
    let type = typeName(object.constants[0]);
    return denoting({ kind: "member", of: type, name });
  }
  return joined3 === void 0 && object.text !== void 0 ? denoting({ kind: "member", of: "str", name }) : joined3 ?? (object.origin === "config" ? fromConfig : unknown);
}
function typeName(constant) {
  return constant.type === "none" ? "NoneType" : constant.type;
}
function memberOf(frame, object, denotation, name) {
  let { engine } = frame;
  switch (denotation.kind) {
    case "symbol":
      return denoting({ kind: "symbol", name: `${denotation.name}.${name}` });
    case "instance":
      return denoting({ kind: "member", of: denotation.of, name });
    case "member":
      return denoting({ kind: "member", of: `${denotation.of}.${denotation.name}`, name });
    case "module": {
      let member = engine.project.member(denotation.module, name);
      return member === void 0 ? unknown : engine.definitionValue(member);
    }
    case "class":
      return engine.classAttribute(denotation, name, void 0);
    case "object":
      return engine.classAttribute(denotation, name, object);
    case "function":
      return unknown;
  }
}
function tellReference(frame, node, value) {
  if (!frame.observing) return;
  let { tree, engine } = frame, last = tree.kind(node) === Kind.attribute ? tree.text(tree.child(node, Field.attribute)) : tree.text(node);
  for (let denotation of value.denotes) {
    if (denotation.kind !== "symbol" || !(engine.wantedReferences.has(last) || engine.wantedReferences.has(denotation.name.slice(denotation.name.lastIndexOf(".") + 1)))) continue;
    let event = { module: frame.module, functionIndex: frame.functionIndex, node, name: denotation.name };
    for (let observer of engine.observers) observer.reference?.(event);
  }
}

// src/analyse/interpreter/operators.ts
function operatorText(frame, token) {
  return operatorNames.get(frame.tree.kind(token)) ?? "";
}
var operatorNames = new Map(
  Object.entries(Kind).flatMap(([name, kind]) => name.startsWith("'") ? [[kind, name.slice(1, -1)]] : [])
);
function combine(a, b, operate) {
  if (a.constants === void 0 || b.constants === void 0 || a.constants.length * b.constants.length > MAX_CONSTANTS) return;
  let results = [];
  for (let x of a.constants)
    for (let y of b.constants) {
      let result = operate(x, y);
      if (result === void 0) return;
      results.some((known) => known.type === result.type && compareConstants("==", known, result) === !0) || results.push(result);
    }
  return results;
}
function binary(frame, node, operator, left, right) {
  let taint = joinTaint(left.taint, right.taint);
  if (operator === "%" && isText(left)) return { ...percentFormat(frame, left, right), taint };
  let constants = combine(left, right, (x, y) => binaryOperation(operator, x, y));
  if (constants !== void 0)
    return {
      ...constantValue(constants[0]),
      constants,
      origin: left.origin === right.origin ? left.origin : mixedOrigin(left, right),
      taint
    };
  if (operator === "+" && (isText(left) || isText(right)))
    return { ...textValue([...parts(left), ...parts(right)]), taint };
  if (operator === "+") {
    let joined3 = concatenated(frame, node, left, right);
    if (joined3 !== void 0) return joined3;
  }
  return { ...unknown, taint, denotes: operator === "/" ? pathType(left) : [], origin: mixedOrigin(left, right) };
}
function mixedOrigin(a, b) {
  for (let origin of ["config", "parameter", "unknown", "class", "module", "local"])
    if (a.origin === origin || b.origin === origin) return origin;
  return "literal";
}
function pathType(left) {
  return left.denotes.filter((denotation) => denotation.kind === "instance" && denotation.of.startsWith("pathlib."));
}
function concatenated(frame, node, left, right) {
  let [a] = frame.holds(left), [b] = frame.holds(right);
  if (a === void 0 || b === void 0 || a.kind !== b.kind || a.kind !== "list" && a.kind !== "tuple" || a.rest !== void 0 || b.rest !== void 0) return;
  let entries = new Map(a.entries), index = a.entries.size;
  for (let value of b.entries.values()) entries.set(`n${index++}`, value);
  return frame.allocate(node, { kind: a.kind, entries, rest: void 0 }, a.kind);
}
function isText(value) {
  return value.text !== void 0 || value.constants !== void 0 && value.constants.length > 0 && value.constants.every((constant) => textOf(constant) !== void 0);
}
function parts(value) {
  if (value.text !== void 0) return value.text;
  let constant = value.constants?.length === 1 ? value.constants[0] : void 0;
  return [(constant === void 0 ? void 0 : textOf(constant)) ?? { hole: value }];
}
function percentFormat(frame, format, values) {
  let text2 = format.constants?.length === 1 ? textOf(format.constants[0]) : void 0;
  if (text2 === void 0) return textValue([...parts(format), { hole: values }]);
  let result = [], index = 0, last = 0;
  for (let match of text2.matchAll(
    /%(?:\((?<key>[^)]*)\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?<type>[a-zA-Z%])/g
  )) {
    result.push(text2.slice(last, match.index)), last = match.index + match[0].length;
    let { key, type } = match.groups;
    if (type === "%") {
      result.push("%");
      continue;
    }
    let isTuple = frame.holds(values).some((held) => held.kind === "tuple"), value = key === void 0 ? isTuple ? entryOf(frame, values, `n${index++}`) : values : entryOf(frame, values, `s${key}`);
    result.push(filled(value ?? unknown, type));
  }
  return result.push(text2.slice(last)), finished(result);
}
function filled(value, conversion) {
  let constant = value.constants?.length === 1 ? value.constants[0] : void 0;
  return constant !== void 0 && (conversion === "s" || conversion === "d" || conversion === "") ? display(constant) : "diouxXeEfFgGc".includes(conversion) && conversion !== "" ? { hole: { ...value, taint: void 0, denotes: instanceOf("int").denotes } } : { hole: value };
}
function finished(result) {
  return result.every((part) => typeof part == "string") ? { ...constantValue({ type: "str", value: result.join("") }), origin: "local" } : textValue(result);
}
function comparison(frame, operator, left, right) {
  if (operator === "in" || operator === "not in") {
    let [held] = frame.holds(right);
    if (held !== void 0 && held.rest === void 0 && left.constants?.length === 1 && held.kind !== "instance") {
      let members2 = held.kind === "dict" ? void 0 : [...held.entries.values()];
      if (members2?.every((member) => member.constants?.length === 1) === !0) {
        let found2 = members2.some(
          (member) => compareConstants("==", left.constants[0], member.constants[0]) === !0
        );
        return constantValue(bool(found2 === (operator === "in")));
      }
    }
  }
  let constants = combine(left, right, (x, y) => {
    let result = compareConstants(operator, x, y);
    return result === void 0 ? void 0 : bool(result);
  });
  return constants === void 0 ? instanceOf("bool") : { ...constantValue(constants[0]), constants };
}
function unary(operator, value) {
  let results = [];
  for (let constant of value.constants ?? []) {
    let number4 = numberOf(constant);
    if (number4 === void 0) return unknown;
    let result = operator === "-" ? -number4 : operator === "~" ? ~number4 : number4;
    results.push({ type: constant.type === "float" ? "float" : "int", value: result });
  }
  return results.length === 0 ? { ...unknown, origin: value.origin } : { ...constantValue(results[0], value.origin), constants: results };
}
function augmented(frame, node, left, right) {
  let operator = operatorText(frame, frame.tree.child(node, Field.operator)).replace(/=$/, "");
  return binary(frame, node, operator, frame.evaluate(left), frame.evaluate(right));
}

// src/analyse/interpreter/builtin-calls.ts
var converters = {
  str: (constant) => str(display(constant)),
  int: (constant) => {
    let number4 = numberOf(constant) ?? Number.parseInt(textOf(constant) ?? "", 10);
    return Number.isSafeInteger(Math.trunc(number4)) ? int(Math.trunc(number4)) : void 0;
  },
  float: (constant) => {
    let number4 = numberOf(constant) ?? Number.parseFloat(textOf(constant) ?? "");
    return Number.isNaN(number4) ? void 0 : { type: "float", value: number4 };
  },
  len: (constant) => textOf(constant) === void 0 ? void 0 : int([...textOf(constant)].length),
  abs: (constant) => numberOf(constant) === void 0 ? void 0 : int(Math.abs(numberOf(constant)))
}, containers = {
  list: "list",
  tuple: "tuple",
  set: "set",
  frozenset: "set",
  sorted: "list"
};
function builtinCall(frame, node, name, args) {
  let first = args.positional[0]?.value, converter = converters[name];
  if (converter !== void 0 && first !== void 0) return converted(name, first, converter);
  let kind = containers[name];
  if (kind !== void 0) return container(frame, node, kind, first);
  switch (name) {
    case "dict": {
      let base2 = first === void 0 ? void 0 : frame.holds(first)[0], entries = new Map(base2?.entries ?? []);
      for (let [keyword, argument] of args.keywords) entries.set(`s${keyword}`, argument.value);
      let rest = first !== void 0 && base2 === void 0 || args.hasDoubleStar ? unknown : base2?.rest;
      return frame.allocate(node, { kind: "dict", entries, rest }, "dict");
    }
    case "getattr": {
      let attribute = args.positional[1] === void 0 ? void 0 : onlyConstant(args.positional[1].value), text2 = attribute === void 0 ? void 0 : textOf(attribute);
      return first === void 0 || text2 === void 0 ? unknown : attributeOf(frame, first, text2);
    }
    case "os.path.join":
    case "posixpath.join": {
      let pieces2 = args.positional.flatMap(
        (argument, index) => index === 0 ? [...parts(argument.value)] : ["/", ...parts(argument.value)]
      );
      return args.hasStar ? instanceOf("str") : finished(pieces2);
    }
    case "os.getenv":
    case "os.environ.get":
      return fromConfig;
    case "super": {
      let self = frame.state.variables.get(frame.selfName);
      return self === void 0 ? unknown : superOf(frame, self);
    }
    default:
      return;
  }
}
function converted(name, value, converter) {
  let type = name === "len" ? "int" : name, results = [];
  for (let constant of value.constants ?? []) {
    let result = converter(constant);
    if (result === void 0) return instanceOf(type);
    results.push(result);
  }
  return results.length === 0 ? name === "str" && value.text !== void 0 ? value : { ...instanceOf(type), origin: value.origin, taint: name === "str" ? value.taint : void 0 } : { ...constantValue(results[0], value.origin), constants: results };
}
function container(frame, node, kind, source) {
  if (source === void 0) return frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: void 0 }, kind);
  let [held] = frame.holds(source);
  return held !== void 0 && (held.kind === "list" || held.kind === "tuple") && held.rest === void 0 && kind !== "set" ? frame.allocate(node, { kind, entries: held.entries, rest: void 0 }, kind) : frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, source) }, kind);
}
function superOf(frame, self) {
  let denotes = self.denotes.flatMap((denotation) => {
    if (denotation.kind !== "object") return [];
    let { project } = frame.engine;
    return project.bases(denotation).flatMap((base2) => base2.kind === "class" ? [{ kind: "object", module: base2.module, index: base2.index }] : base2.kind === "external" ? [{ kind: "instance", of: base2.name }] : []);
  });
  return { ...unknown, denotes, objects: self.objects };
}

// src/analyse/interpreter/method-calls.ts
function methodCall(frame, node, receiver, name, args) {
  if (isText(receiver)) return textMethod(frame, receiver, name, args);
  if (receiver.objects.length > 0 || receiver.held !== void 0) return containerMethod(frame, node, receiver, name, args);
}
var sameText = {
  lower: (text2) => text2.toLowerCase(),
  upper: (text2) => text2.toUpperCase(),
  strip: (text2, [characters]) => characters === void 0 ? text2.trim() : void 0,
  lstrip: (text2, [characters]) => characters === void 0 ? text2.trimStart() : void 0,
  rstrip: (text2, [characters]) => characters === void 0 ? text2.trimEnd() : void 0,
  replace: (text2, [from, to]) => from === void 0 || from === "" || to === void 0 ? void 0 : text2.replaceAll(from, to),
  removeprefix: (text2, [prefix]) => prefix !== void 0 && text2.startsWith(prefix) ? text2.slice(prefix.length) : text2,
  removesuffix: (text2, [suffix]) => suffix !== void 0 && suffix !== "" && text2.endsWith(suffix) ? text2.slice(0, -suffix.length) : text2,
  title: () => {
  },
  capitalize: (text2) => text2.slice(0, 1).toUpperCase() + text2.slice(1).toLowerCase()
};
function textMethod(frame, receiver, name, args) {
  let texts = args.positional.map((argument) => onlyConstant(argument.value)).map((constant2) => constant2 === void 0 ? void 0 : textOf(constant2)), constant = onlyConstant(receiver), own2 = constant === void 0 ? void 0 : textOf(constant);
  switch (name) {
    case "format":
      return own2 === void 0 ? finished([...parts(receiver), ...args.positional.map((argument) => ({ hole: argument.value }))]) : braceFormat(own2, args);
    case "join":
      return own2 === void 0 ? instanceOf("str") : joined(frame, own2, args.positional[0]?.value ?? unknown);
    case "encode":
    case "decode":
      return receiver.constants === void 0 ? receiver : { ...receiver, constants: receiver.constants.map((known) => recoded(known, name)) };
    default: {
      let same = sameText[name];
      if (same === void 0) return;
      if (own2 !== void 0 && texts.every((text2) => text2 !== void 0)) {
        let result = same(own2, texts);
        if (result !== void 0)
          return constantValue({ type: constant.type, value: result }, receiver.origin);
      }
      return { ...instanceOf("str"), taint: receiver.taint };
    }
  }
}
function recoded(constant, name) {
  let text2 = textOf(constant);
  return text2 === void 0 ? constant : { type: name === "encode" ? "bytes" : "str", value: text2 };
}
function braceFormat(format, args) {
  let result = [], last = 0, index = 0;
  for (let match of format.matchAll(/\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g)) {
    if (result.push(format.slice(last, match.index)), last = match.index + match[0].length, match[0] === "{{" || match[0] === "}}") {
      result.push(match[0][0]);
      continue;
    }
    let field = match[1], argument = field === "" ? args.positional[index++] : /^\d+$/.test(field) ? args.positional[Number(field)] : args.keywords.get(field);
    result.push(filled(argument?.value ?? unknown, ""));
  }
  return result.push(format.slice(last)), finished(result);
}
function joined(frame, separator, list2) {
  let [held] = frame.holds(list2);
  if (held === void 0 || held.rest !== void 0 || held.kind === "dict") {
    let element = elementOf(frame, list2);
    return finished([{ hole: { ...element, taint: joinTaint(element.taint, list2.taint) } }]);
  }
  let pieces2 = [...held.entries.values()].flatMap(
    (value, index) => index === 0 ? [...parts(value)] : [separator, ...parts(value)]
  );
  return finished(pieces2);
}
function containerMethod(frame, node, receiver, name, args) {
  let [held] = frame.holds(receiver);
  if (!(held === void 0 || held.kind === "instance"))
    return held.kind === "dict" ? dictMethod(frame, node, receiver, held, name, args) : listMethod(frame, receiver, held, name, args);
}
function replace(frame, receiver, change) {
  for (let id of receiver.objects) {
    let held = frame.state.heap.get(id);
    held !== void 0 && frame.state.setObject(id, change(held));
  }
}
function listMethod(frame, receiver, held, name, args) {
  let first = args.positional[0]?.value ?? unknown, known = held.rest === void 0 && receiver.objects.length === 1;
  switch (name) {
    case "append":
    case "add":
      return known ? setEntry(frame, receiver, `n${held.entries.size}`, first) : setEntry(frame, receiver, void 0, first), unknown;
    case "extend":
    case "update": {
      let [other] = frame.holds(first);
      if (known && other !== void 0 && other.rest === void 0 && other.kind !== "dict") {
        let values = [...held.entries.values(), ...other.entries.values()];
        replace(frame, receiver, (object) => ({ ...object, entries: indexed(values) }));
      } else setEntry(frame, receiver, void 0, elementOf(frame, first));
      return unknown;
    }
    case "insert": {
      let index = args.positional[0] === void 0 ? void 0 : onlyConstant(args.positional[0].value), value = args.positional[1]?.value ?? unknown;
      return known && index?.type === "int" && index.value >= 0 ? replace(frame, receiver, (object) => ({
        ...object,
        entries: indexed([...object.entries.values()].toSpliced(index.value, 0, value))
      })) : replace(frame, receiver, (object) => ({
        ...object,
        entries: /* @__PURE__ */ new Map(),
        rest: joinValues(elementOf(frame, receiver), value)
      })), unknown;
    }
    case "pop": {
      let index = args.positional[0] === void 0 ? -1 : constantInteger(args.positional[0].value);
      if (!known || index === void 0) return elementOf(frame, receiver);
      let values = [...held.entries.values()], value = values.at(index);
      return replace(frame, receiver, (object) => ({ ...object, entries: indexed(values.toSpliced(index, 1)) })), value ?? unknown;
    }
    case "clear":
      return replace(frame, receiver, (object) => ({ ...object, entries: /* @__PURE__ */ new Map(), rest: void 0 })), unknown;
    case "remove":
    case "sort":
    case "reverse":
      return replace(frame, receiver, (object) => ({ ...object, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, receiver) })), unknown;
    case "copy":
      return receiver;
    default:
      return;
  }
}
function constantInteger(value) {
  let constant = onlyConstant(value);
  return constant?.type === "int" ? constant.value : void 0;
}
function indexed(values) {
  return new Map(values.map((value, index) => [`n${index}`, value]));
}
function dictMethod(frame, node, receiver, held, name, args) {
  let first = args.positional[0]?.value, key = first === void 0 ? void 0 : onlyConstant(first), fallback = args.positional[1]?.value;
  switch (name) {
    case "get":
    case "pop":
    case "setdefault": {
      let found2 = key === void 0 ? anyValueOf(frame, receiver) : entryOf(frame, receiver, constantKey(key));
      return name === "setdefault" && key !== void 0 && found2 === void 0 && setEntry(frame, receiver, constantKey(key), fallback ?? unknown), found2 !== void 0 && key !== void 0 && held.entries.has(constantKey(key)) ? found2 : found2 === void 0 ? fallback ?? unknown : fallback === void 0 ? found2 : joinValues(found2, fallback);
    }
    case "update": {
      for (let [keyword, argument] of args.keywords) setEntry(frame, receiver, `s${keyword}`, argument.value);
      if (args.hasDoubleStar && setEntry(frame, receiver, void 0, unknown), first === void 0) return unknown;
      let [other] = frame.holds(first);
      if (other?.kind !== "dict") setEntry(frame, receiver, void 0, unknown);
      else {
        for (let [entry, value] of other.entries) setEntry(frame, receiver, entry, value);
        other.rest !== void 0 && setEntry(frame, receiver, void 0, other.rest);
      }
      return unknown;
    }
    case "values":
      return frame.allocate(
        node,
        { kind: "list", entries: /* @__PURE__ */ new Map(), rest: anyValueOf(frame, receiver) },
        "dict_values"
      );
    case "keys":
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, receiver) }, "dict_keys");
    case "copy":
      return frame.allocate(node, held, "dict");
    case "items": {
      let pair = /* @__PURE__ */ new Map([
        ["n0", elementOf(frame, receiver)],
        ["n1", anyValueOf(frame, receiver)]
      ]), item = frame.allocate(-2 - node, { kind: "tuple", entries: pair, rest: void 0 }, "tuple");
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: item }, "dict_items");
    }
    default:
      return;
  }
}

// src/analyse/interpreter/calls.ts
function evaluateCall(frame, node) {
  let { tree } = frame, calleeNode = tree.child(node, Field.function), receiver = tree.kind(calleeNode) === Kind.attribute ? frame.evaluate(tree.child(calleeNode, Field.object)) : void 0, callee = receiver === void 0 ? frame.evaluate(calleeNode) : attributeOn(frame, calleeNode, receiver), args = evaluateArguments(frame, tree.child(node, Field.arguments)), targets = callTargets(frame, callee), result = callResult(frame, node, calleeNode, callee, receiver, args);
  if (frame.observing) {
    let { module, functionIndex, holds: holds3 } = frame, event = {
      module,
      functionIndex,
      node,
      targets,
      arguments: args,
      receiver,
      result,
      evaluate: frame.evaluateSilently,
      holds: holds3
    };
    for (let observer of frame.engine.observers) observer.call?.(event);
  }
  return result;
}
function evaluateArguments(frame, node) {
  let { tree } = frame, positional = [], keywords = /* @__PURE__ */ new Map(), hasStar = !1, hasDoubleStar = !1;
  if (node < 0) return { positional, keywords, hasStar, hasDoubleStar };
  if (tree.kind(node) === Kind.generator_expression)
    return { positional: [{ node, value: frame.evaluate(node) }], keywords, hasStar, hasDoubleStar };
  for (let child of tree.children(node))
    switch (tree.kind(child)) {
      case Kind.keyword_argument: {
        let valueNode = tree.child(child, Field.value);
        keywords.set(tree.text(tree.child(child, Field.name)), { node: valueNode, value: frame.evaluate(valueNode) });
        break;
      }
      case Kind.list_splat: {
        let held = frame.holds(frame.evaluate(child));
        if (held.length === 1 && held[0].rest === void 0 && held[0].kind !== "dict")
          for (let value of held[0].entries.values()) positional.push({ node: child, value });
        else hasStar = !0;
        break;
      }
      case Kind.dictionary_splat: {
        let held = frame.holds(frame.evaluate(child));
        if (held.length !== 1 || held[0].kind !== "dict") {
          hasDoubleStar = !0;
          break;
        }
        for (let [key, value] of held[0].entries)
          key.startsWith("s") && keywords.set(key.slice(1), { node: child, value });
        held[0].rest !== void 0 && (hasDoubleStar = !0);
        break;
      }
      default:
        positional.push({ node: child, value: frame.evaluate(child) });
    }
  return { positional, keywords, hasStar, hasDoubleStar };
}
function callTargets(frame, callee) {
  return callee.denotes.flatMap((denotation) => {
    switch (denotation.kind) {
      case "symbol":
        return [{ kind: "symbol", name: denotation.name }];
      case "member":
        return [{ kind: "method", on: denotation.of, name: denotation.name }];
      case "function":
        return [{ kind: "function", module: denotation.module, index: denotation.index }];
      case "class": {
        let { external } = frame.engine.project.ancestry(denotation), bases2 = external.map((name) => ({ kind: "symbol", name }));
        return [{ kind: "class", module: denotation.module, index: denotation.index }, ...bases2];
      }
      default:
        return [];
    }
  });
}
function callResult(frame, node, calleeNode, callee, receiver, args) {
  if (receiver !== void 0) {
    let name = frame.tree.text(frame.tree.child(calleeNode, Field.attribute)), known = methodCall(frame, node, receiver, name, args);
    if (known !== void 0) return known;
  }
  let joined3;
  for (let denotation of callee.denotes) {
    let value = resultOf(frame, node, denotation, args);
    joined3 = joined3 === void 0 ? value : joinValues(joined3, value);
  }
  return joined3 ?? (callee.origin === "config" ? { ...unknown, origin: "config" } : unknown);
}
function resultOf(frame, node, denotation, args) {
  let { engine } = frame;
  switch (denotation.kind) {
    case "symbol":
      return builtinCall(frame, node, denotation.name, args) ?? madeBy(frame, denotation.name);
    case "member":
      return madeBy(frame, `${denotation.of}.${denotation.name}`);
    case "function":
      return engine.callResult(denotation.module, denotation.index, exported(frame, args), denotation.self, frame.depth);
    case "class":
      return construct(frame, node, denotation);
    case "object": {
      let method = engine.project.method(denotation, "__call__");
      return method === void 0 ? unknown : engine.callResult(method.module, method.index, exported(frame, args), unknown, frame.depth);
    }
    default:
      return unknown;
  }
}
function exported(frame, args) {
  let leave = (argument) => ({ node: argument.node, value: frame.export(argument.value) });
  return {
    ...args,
    positional: args.positional.map(leave),
    keywords: new Map([...args.keywords].map(([name, argument]) => [name, leave(argument)]))
  };
}
function madeBy(frame, name) {
  let type = frame.engine.returnTypes.get(name);
  if (type !== void 0) return instanceOf(type);
  let last = name.slice(name.lastIndexOf(".") + 1);
  return instanceOf(/^_?[A-Z]/.test(last) ? name : `${name}()`);
}
function construct(frame, node, reference3) {
  return frame.state.setObject(node, { kind: "instance", entries: /* @__PURE__ */ new Map(), rest: void 0 }), { ...denoting({ kind: "object", module: reference3.module, index: reference3.index }), objects: [node], origin: "local" };
}

// src/analyse/interpreter/conditions.ts
function truth(frame, node, value) {
  return isTypeChecking(frame, node) ? !1 : truthOfValue(value);
}
function isTypeChecking(frame, node) {
  let { tree } = frame, kind = tree.kind(node);
  return kind === Kind.identifier ? tree.text(node) === "TYPE_CHECKING" : kind === Kind.attribute && tree.text(tree.child(node, Field.attribute)) === "TYPE_CHECKING";
}
function refine(frame, node, holds3) {
  let { tree } = frame;
  if (frame.state.reachable)
    switch (tree.kind(node)) {
      case Kind.parenthesized_expression:
        refine(frame, node + 1, holds3);
        break;
      case Kind.not_operator:
        refine(frame, tree.child(node, Field.argument), !holds3);
        break;
      case Kind.boolean_operator: {
        tree.kind(tree.child(node, Field.operator)) === Kind["'and'"] === holds3 && (refine(frame, tree.child(node, Field.left), holds3), refine(frame, tree.child(node, Field.right), holds3));
        break;
      }
      case Kind.comparison_operator:
        refineComparison(frame, node, holds3);
        break;
      case Kind.identifier:
        narrow(
          frame,
          node,
          (value) => value.constants?.filter((constant) => truthOfValue(constantValue(constant)) === holds3)
        );
        break;
      default:
        break;
    }
}
function refineComparison(frame, node, holds3) {
  let { tree } = frame, children = tree.children(node), operands = children.filter((child) => tree.field(child) !== Field.operators), operators = children.filter((child) => tree.field(child) === Field.operators);
  if (operators.length !== 1 || operands.length !== 2) return;
  let kind = tree.kind(operators[0]), equal2 = kind === Kind["'=='"] || kind === Kind["'is'"], different = kind === Kind["'!='"] || kind === Kind["'is not'"];
  if (!equal2 && !different) return;
  let same = equal2 === holds3;
  for (let [variable, other] of [operands, operands.toReversed()]) {
    if (tree.kind(variable) !== Kind.identifier) continue;
    let against = frame.peek(other)?.constants;
    if (against?.length !== 1) continue;
    let constant = against[0];
    narrow(frame, variable, (value) => same ? value.constants?.filter((known) => equalConstants(known, constant)) ?? [constant] : value.constants?.filter((known) => !equalConstants(known, constant)));
  }
}
function narrow(frame, node, choose) {
  let name = frame.tree.name(node), value = frame.state.variables.get(name);
  if (value === void 0) return;
  let constants = choose(value);
  if (constants !== void 0) {
    if (constants.length === 0 && value.constants !== void 0) {
      value.denotes.length === 0 && (frame.state.reachable = !1);
      return;
    }
    frame.state.setVariable(name, { ...value, constants });
  }
}

// src/analyse/interpreter/names.ts
function lookUp(frame, name) {
  let local = frame.state.variables.get(name);
  if (local !== void 0) return local;
  let { module, engine } = frame;
  for (let current = frame.functionIndex; current !== MODULE; ) {
    let item = module.index.functions[current], scope = module.functionBindings(item);
    if (!scope.outer.has(name)) {
      if (scope.byName.has(name))
        return current === frame.functionIndex && frame.depth === 0 ? unknown : withOrigin(engine.bindingsValue(module, item.parent, scope, name), "local");
      if (parameterNames(module, item).includes(name)) return withOrigin(unknown, "parameter");
    }
    current = item.parent;
  }
  let definition = engine.project.scopeLookup(module, MODULE, name);
  return definition === void 0 ? unknown : engine.definitionValue(definition);
}

// src/analyse/interpreter/expressions.ts
var noneValue = constantValue(none), trueValue = constantValue(trueConstant), falseValue = constantValue(falseConstant);
function evaluate(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.identifier: {
      let value = lookUp(frame, tree.name(node));
      return tellReference(frame, node, value), value;
    }
    case Kind.string:
      return evaluateString(frame, node);
    case Kind.concatenated_string: {
      let pieces2 = tree.children(node).flatMap((child) => [...parts(frame.evaluate(child))]);
      return finished(pieces2);
    }
    case Kind.integer:
    case Kind.float:
      return literal(numberConstant(tree.text(node)));
    case Kind.true:
      return trueValue;
    case Kind.false:
      return falseValue;
    case Kind.none:
      return noneValue;
    case Kind.attribute:
      return evaluateAttribute(frame, node);
    case Kind.call:
      return evaluateCall(frame, node);
    case Kind.subscript:
      return evaluateSubscript(frame, node);
    case Kind.parenthesized_expression:
    case Kind.await:
    case Kind.list_splat:
    case Kind.dictionary_splat:
    case Kind.type:
    case Kind.parenthesized_list_splat:
      return node + 1 < tree.next(node) ? frame.evaluate(node + 1) : unknown;
    case Kind.binary_operator: {
      let left = frame.evaluate(tree.child(node, Field.left)), right = frame.evaluate(tree.child(node, Field.right));
      return binary(frame, node, operatorText(frame, tree.child(node, Field.operator)), left, right);
    }
    case Kind.unary_operator:
      return unary(
        operatorText(frame, tree.child(node, Field.operator)),
        frame.evaluate(tree.child(node, Field.argument))
      );
    case Kind.not_operator: {
      let argument = tree.child(node, Field.argument), known = truth(frame, argument, frame.evaluate(argument));
      return known === void 0 ? instanceOf("bool") : known ? falseValue : trueValue;
    }
    case Kind.boolean_operator:
      return evaluateBoolean(frame, node);
    case Kind.comparison_operator:
      return evaluateComparison(frame, node);
    case Kind.conditional_expression:
      return evaluateConditional(frame, node);
    case Kind.list:
    case Kind.tuple:
    case Kind.expression_list:
    case Kind.set:
      return evaluateSequence(frame, node);
    case Kind.dictionary:
      return evaluateDictionary(frame, node);
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
    case Kind.dictionary_comprehension:
      return evaluateComprehension(frame, node);
    case Kind.named_expression: {
      let value = frame.evaluate(tree.child(node, Field.value));
      return assign(frame, tree.child(node, Field.name), value, tree.child(node, Field.value)), value;
    }
    case Kind.lambda:
      return denoting({ kind: "function", module: frame.module, index: frame.module.index.functionOfNode.get(node) });
    case Kind.assignment: {
      let right = tree.child(node, Field.right);
      return right < 0 ? unknown : frame.evaluate(right);
    }
    case Kind.yield:
    case Kind.slice:
    case Kind.as_pattern:
    case Kind.keyword_argument:
    case Kind.expression_statement:
    case Kind.chevron:
    case Kind.pair:
    case Kind.ERROR:
      for (let child of tree.children(node)) tree.kind(child) !== Kind.as_pattern_target && frame.evaluate(child);
      return unknown;
    default:
      return unknown;
  }
}
function literal(constant) {
  return constant === void 0 ? unknown : constantValue(constant);
}
function evaluateString(frame, node) {
  let { tree } = frame, next = tree.next(node);
  if (next === node + 1) {
    let token = tree.text(node);
    return token === "" ? { ...instanceOf("str"), origin: "literal" } : literal(stringConstant(token));
  }
  let prefix = tree.text(node + 1).replace(/['"]+$/, "").toLowerCase(), pieces2 = [];
  for (let child = node + 1; child < next; child = tree.next(child))
    if (tree.kind(child) === Kind.string_content)
      pieces2.push(stringContent(tree.text(child), prefix));
    else if (tree.kind(child) === Kind.interpolation) {
      let expression = tree.child(child, Field.expression), value = expression < 0 ? unknown : frame.evaluate(expression), specifier = tree.child(child, Field.format_specifier);
      specifier >= 0 && evaluateNested(frame, specifier), pieces2.push(
        specifier >= 0 || tree.child(child, Field.type_conversion) >= 0 ? { hole: value } : filled(value, "")
      );
    }
  return finished(pieces2);
}
function evaluateNested(frame, specifier) {
  let { tree } = frame;
  for (let child of tree.children(specifier)) {
    let expression = tree.child(child, Field.expression);
    expression >= 0 && frame.evaluate(expression);
  }
}
function evaluateSubscript(frame, node) {
  let { tree } = frame, object = frame.evaluate(tree.child(node, Field.value)), subscripts = tree.children(node).filter((child) => tree.field(child) === Field.subscript), keys = subscripts.map((child) => frame.evaluate(child));
  if (isConfiguration(frame, tree.child(node, Field.value), object)) return fromConfig;
  let key = subscripts.length === 1 ? onlyConstant(keys[0]) : void 0, holds3 = frame.holds(object);
  if (holds3.length > 0) {
    if (key !== void 0) {
      let index = negativeIndex(holds3, key), found2 = entryOf(frame, object, index ?? constantKey(key));
      return found2 !== void 0 ? found2 : unknown;
    }
    return tree.kind(subscripts[0] ?? node) === Kind.slice ? object : holds3.some((held) => held.kind === "dict") ? anyValueOf(frame, object) : elementOf(frame, object);
  }
  let text2 = key === void 0 ? void 0 : object.constants?.length === 1 ? textOf(object.constants[0]) : void 0, position = key === void 0 ? void 0 : numberOf(key);
  if (text2 !== void 0 && position !== void 0) {
    let character = text2.at(position);
    return character === void 0 ? unknown : constantValue({ type: "str", value: character }, object.origin);
  }
  return { ...unknown, taint: object.taint };
}
function negativeIndex(holds3, key) {
  let number4 = numberOf(key);
  if (number4 === void 0 || number4 >= 0 || holds3.length !== 1) return;
  let [held] = holds3;
  if (!(held.rest !== void 0 || held.kind === "dict"))
    return `n${held.entries.size + number4}`;
}
function evaluateBoolean(frame, node) {
  let { tree } = frame, leftNode = tree.child(node, Field.left), rightNode = tree.child(node, Field.right), isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"], left = frame.evaluate(leftNode), known = truth(frame, leftNode, left);
  if (known === !isAnd) return left;
  let before = frame.state.copy();
  refine(frame, leftNode, isAnd);
  let right = frame.evaluate(rightNode);
  return frame.state.become(before.join(frame.state)), known === isAnd ? right : joinValues(left, right);
}
function evaluateComparison(frame, node) {
  let { tree } = frame, operands = [], operators = [];
  for (let child of tree.children(node))
    tree.field(child) === Field.operators ? operators.push(operatorText(frame, child)) : operands.push({ node: child, value: frame.evaluate(child) });
  let result;
  return operators.forEach((operator, index) => {
    let left = operands[index], right = operands[index + 1];
    if (!(left === void 0 || right === void 0)) {
      if (frame.observing) {
        let event = { module: frame.module, functionIndex: frame.functionIndex, node, operator, left, right };
        for (let observer of frame.engine.observers) observer.compare?.(event);
      }
      operator === "==" && isMainGuard2(frame, left, right) ? result = instanceOf("bool") : result = comparison(frame, operator, left.value, right.value);
    }
  }), operators.length === 1 ? result ?? unknown : instanceOf("bool");
}
function isMainGuard2(frame, left, right) {
  return [left, right].some(
    ({ node }) => frame.tree.kind(node) === Kind.identifier && frame.tree.text(node) === "__name__"
  );
}
function evaluateConditional(frame, node) {
  let { tree } = frame, [body, condition, otherwise] = tree.children(node);
  if (body === void 0 || condition === void 0 || otherwise === void 0) return unknown;
  let known = truth(frame, condition, frame.evaluate(condition));
  if (known !== void 0) return frame.evaluate(known ? body : otherwise);
  let before = frame.state.copy();
  refine(frame, condition, !0);
  let left = frame.evaluate(body), after = frame.state.copy();
  frame.state.become(before), refine(frame, condition, !1);
  let right = frame.evaluate(otherwise);
  return frame.state.become(after.join(frame.state)), joinValues(left, right);
}
var MAX_ENTRIES = 256;
function evaluateSequence(frame, node) {
  let { tree } = frame, entries = /* @__PURE__ */ new Map(), rest, index = 0;
  for (let child of tree.children(node)) {
    let value = frame.evaluate(child);
    if (tree.kind(child) === Kind.list_splat) {
      let element = elementOf(frame, value);
      rest = rest === void 0 ? element : joinValues(rest, element);
    } else rest === void 0 && index < MAX_ENTRIES ? entries.set(`n${index++}`, value) : rest = rest === void 0 ? value : joinValues(rest, value);
  }
  let kind = tree.kind(node) === Kind.list ? "list" : tree.kind(node) === Kind.set ? "set" : "tuple";
  return { ...frame.allocate(node, { kind, entries, rest }, kind), origin: "literal" };
}
function evaluateDictionary(frame, node) {
  let { tree } = frame, entries = /* @__PURE__ */ new Map(), rest, addRest = (value) => {
    rest = rest === void 0 ? value : joinValues(rest, value);
  };
  for (let child of tree.children(node))
    if (tree.kind(child) === Kind.pair) {
      let key = onlyConstant(frame.evaluate(tree.child(child, Field.key))), value = frame.evaluate(tree.child(child, Field.value));
      key !== void 0 && entries.size < MAX_ENTRIES ? entries.set(constantKey(key), value) : addRest(value);
    } else if (tree.kind(child) === Kind.dictionary_splat) {
      let value = frame.evaluate(child), holds3 = frame.holds(value);
      holds3.length === 0 && addRest(unknown);
      for (let held of holds3) {
        for (let [key, inner] of held.entries) entries.set(key, inner);
        held.rest !== void 0 && addRest(held.rest);
      }
    }
  return { ...frame.allocate(node, { kind: "dict", entries, rest }, "dict"), origin: "literal" };
}
function evaluateComprehension(frame, node) {
  let { tree } = frame, before = frame.state.copy(), end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child))
    if (tree.kind(child) === Kind.for_in_clause) {
      let iterable = frame.evaluate(tree.child(child, Field.right));
      assign(frame, tree.child(child, Field.left), elementOf(frame, iterable), -1);
    } else tree.kind(child) === Kind.if_clause && (frame.evaluate(child + 1), refine(frame, child + 1, !0));
  let body = tree.child(node, Field.body), isDictionary = tree.kind(node) === Kind.dictionary_comprehension, element = unknown;
  body >= 0 && isDictionary ? (frame.evaluate(tree.child(body, Field.key)), element = frame.evaluate(tree.child(body, Field.value))) : body >= 0 && (element = frame.evaluate(body)), frame.state.become(before);
  let kind = isDictionary ? "dict" : tree.kind(node) === Kind.set_comprehension ? "set" : "list", value = frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: element }, kind);
  return tree.kind(node) === Kind.generator_expression ? { ...value, denotes: instanceOf("generator").denotes } : value;
}

// src/analyse/interpreter/statements.ts
var MAX_ROUNDS = 3, MAX_SETTLING_DEPTH = 2;
function runBlock(frame, block) {
  let { tree } = frame, end = tree.next(block);
  for (let node = block + 1; node < end && frame.state.reachable; node = tree.next(node)) runStatement(frame, node);
}
function runStatement(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.expression_statement:
      for (let child of tree.children(node)) evaluateStatement(frame, child);
      break;
    case Kind.return_statement: {
      let value = node + 1 < tree.next(node) ? frame.evaluate(node + 1) : void 0;
      value !== void 0 && (frame.returns = frame.returns === void 0 ? value : joinValues(frame.returns, value)), frame.state.reachable = !1;
      break;
    }
    case Kind.raise_statement:
      for (let child of tree.children(node)) frame.evaluate(child);
      frame.state.reachable = !1;
      break;
    case Kind.if_statement:
      runIf(frame, node);
      break;
    case Kind.for_statement:
    case Kind.while_statement:
      runLoop(frame, node);
      break;
    case Kind.try_statement:
      runTry(frame, node);
      break;
    case Kind.with_statement:
      runWith(frame, node);
      break;
    case Kind.match_statement:
      runMatch(frame, node);
      break;
    case Kind.break_statement:
    case Kind.continue_statement: {
      let exits = frame.loops.at(-1);
      (tree.kind(node) === Kind.break_statement ? exits?.breaks : exits?.continues)?.push(frame.state.copy()), frame.state.reachable = !1;
      break;
    }
    case Kind.assert_statement:
      for (let child of tree.children(node)) frame.evaluate(child);
      refine(frame, node + 1, !0);
      break;
    case Kind.delete_statement:
      for (let child of tree.children(node)) forget(frame, child);
      break;
    case Kind.decorated_definition:
      for (let child of tree.children(node))
        if (tree.kind(child) === Kind.decorator) for (let inner of tree.children(child)) frame.evaluate(inner);
        else runStatement(frame, child);
      break;
    case Kind.function_definition:
      defineFunction(frame, node);
      break;
    case Kind.class_definition:
      defineClass(frame, node);
      break;
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.future_import_statement:
      bindImports(frame, node);
      break;
    case Kind.print_statement:
    case Kind.exec_statement:
      for (let child of tree.children(node)) frame.evaluate(child);
      break;
    case Kind.block:
      runBlock(frame, node);
      break;
    case Kind.ERROR:
      for (let child of tree.children(node)) frame.evaluate(child);
      break;
    default:
      break;
  }
}
function evaluateStatement(frame, node) {
  let { tree } = frame, kind = tree.kind(node);
  if (kind === Kind.assignment)
    runAssignment(frame, node);
  else if (kind === Kind.augmented_assignment) {
    let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
    assign(frame, left, augmented(frame, node, left, right), -1);
  } else kind !== Kind.string && frame.evaluate(node);
}
function runAssignment(frame, node) {
  let { tree } = frame, left = tree.child(node, Field.left), right = tree.child(node, Field.right);
  if (right < 0) return unknown;
  let value = tree.kind(right) === Kind.assignment ? runAssignment(frame, right) : frame.evaluate(right), valueNode = right;
  for (; tree.kind(valueNode) === Kind.assignment; ) valueNode = tree.child(valueNode, Field.right);
  return assign(frame, left, value, valueNode), value;
}
function runIf(frame, node) {
  let { tree } = frame, ends = [], fallsThrough = !0, condition = tree.child(node, Field.condition), consequence = tree.child(node, Field.consequence), alternatives = tree.children(node).filter((child) => tree.field(child) === Field.alternative), next = 0;
  for (; ; ) {
    let known = truth(frame, condition, frame.evaluate(condition)), before = frame.state.copy();
    known === !1 && (frame.state.reachable = !1), refine(frame, condition, !0), runBlock(frame, consequence), ends.push(frame.state.copy()), frame.state.become(before), known === !0 && (frame.state.reachable = !1), refine(frame, condition, !1);
    let alternative = alternatives[next++];
    if (alternative === void 0) break;
    if (tree.kind(alternative) === Kind.else_clause) {
      runBlock(frame, tree.child(alternative, Field.body)), ends.push(frame.state.copy()), fallsThrough = !1;
      break;
    }
    if (condition = tree.child(alternative, Field.condition), consequence = tree.child(alternative, Field.consequence), !frame.state.reachable) {
      fallsThrough = !1;
      break;
    }
  }
  fallsThrough && ends.push(frame.state.copy()), frame.state.become(joinAll(ends));
}
function runLoop(frame, node) {
  let { tree } = frame, isFor = tree.kind(node) === Kind.for_statement, body = tree.child(node, Field.body), iterable = isFor ? frame.evaluate(tree.child(node, Field.right)) : unknown, condition = isFor ? -1 : tree.child(node, Field.condition);
  if (frame.observing) {
    let event = { module: frame.module, functionIndex: frame.functionIndex, node, evaluate: frame.evaluateSilently };
    for (let observer of frame.engine.observers) observer.loop?.(event);
  }
  if (body < 0) return;
  let round = () => {
    let exits = { breaks: [], continues: [] };
    if (frame.loops.push(exits), isFor ? assign(frame, tree.child(node, Field.left), elementOf(frame, iterable), -1) : (truth(frame, condition, frame.evaluate(condition)) === !1 && (frame.state.reachable = !1), refine(frame, condition, !0)), runBlock(frame, body), frame.loops.pop(), frame.state.become(joinAll([frame.state, ...exits.continues])), exits.breaks.length > 0) return joinAll(exits.breaks);
    let none4 = frame.state.copy();
    return none4.reachable = !1, none4;
  }, entry = frame.state.copy(), observing = frame.observing;
  frame.observing = !1;
  let rounds = frame.loops.length < MAX_SETTLING_DEPTH ? MAX_ROUNDS : 1;
  for (let i = 0; i < rounds; i++) {
    round();
    let joined3 = entry.join(frame.state);
    if (joined3.equals(entry)) break;
    entry = joined3, frame.state.become(entry);
  }
  frame.observing = observing, frame.state.become(entry);
  let broken = round(), left = entry.join(frame.state);
  frame.state.become(left), condition >= 0 && truth(frame, condition, frame.evaluateSilently(condition)) === !0 ? frame.state.reachable = !1 : condition >= 0 && refine(frame, condition, !1);
  let alternative = tree.child(node, Field.alternative);
  alternative >= 0 && frame.state.reachable && runBlock(frame, tree.child(alternative, Field.body)), frame.state.become(frame.state.join(broken));
}
function runTry(frame, node) {
  let { tree } = frame, before = frame.state.copy();
  runBlock(frame, tree.child(node, Field.body));
  let after = frame.state.copy();
  after.reachable = !0;
  let raised = before.join(after);
  raised.reachable = !0;
  let ends = [], finallyClause = -1, elseClause = -1, handlers = [];
  for (let child of tree.children(node))
    tree.kind(child) === Kind.except_clause ? handlers.push(child) : tree.kind(child) === Kind.else_clause ? elseClause = child : tree.kind(child) === Kind.finally_clause && (finallyClause = child);
  elseClause >= 0 && frame.state.reachable && runBlock(frame, tree.child(elseClause, Field.body)), ends.push(frame.state.copy());
  for (let handler of handlers) {
    frame.state.become(raised), bindException(frame, handler);
    let block2 = tree.childOfKind(handler, Kind.block);
    block2 >= 0 && runBlock(frame, block2), ends.push(frame.state.copy());
  }
  let joined3 = joinAll(ends);
  if (frame.state.become(joined3), finallyClause < 0) return;
  let reachable = frame.state.reachable;
  reachable || frame.state.become(raised);
  let block = tree.childOfKind(finallyClause, Kind.block);
  block >= 0 && runBlock(frame, block), reachable || (frame.state.reachable = !1);
}
function bindException(frame, handler) {
  let { tree } = frame;
  for (let child of tree.children(handler))
    if (tree.kind(child) !== Kind.block)
      if (tree.kind(child) === Kind.as_pattern) {
        let type = frame.evaluate(child + 1), target = tree.childOfKind(child, Kind.as_pattern_target), instances = type.denotes.flatMap(
          (denotation) => denotation.kind === "symbol" ? [{ kind: "instance", of: denotation.name }] : []
        );
        target >= 0 && assign(frame, target + 1, denoting(...instances), -1);
      } else tree.kind(child) !== Kind["'*'"] && frame.evaluate(child);
}
function runWith(frame, node) {
  let { tree } = frame, clause = tree.childOfKind(node, Kind.with_clause);
  for (let item of tree.children(clause)) {
    if (tree.kind(item) !== Kind.with_item) continue;
    let value = tree.child(item, Field.value);
    if (tree.kind(value) === Kind.as_pattern) {
      let context = frame.evaluate(value + 1), target = tree.childOfKind(value, Kind.as_pattern_target);
      target >= 0 && assign(frame, target + 1, entered(frame, context), value + 1);
    } else
      frame.evaluate(value);
  }
  runBlock(frame, tree.child(node, Field.body));
}
function entered(frame, value) {
  for (let denotation of value.denotes) {
    if (denotation.kind !== "object") continue;
    let method = frame.engine.project.method(denotation, "__enter__") ?? frame.engine.project.method(denotation, "__aenter__");
    if (method === void 0) continue;
    let summary = frame.engine.summary(method.module, method.index);
    return summary.returns === summary.parameters[0] ? value : summary.returns;
  }
  return value;
}
function runMatch(frame, node) {
  let { tree } = frame;
  frame.evaluate(tree.child(node, Field.subject));
  let body = tree.child(node, Field.body), before = frame.state.copy(), ends = [before];
  for (let clause of tree.children(body)) {
    if (tree.kind(clause) !== Kind.case_clause) continue;
    frame.state.become(before);
    let end = tree.next(clause);
    for (let inner = clause + 1; inner < end; inner = tree.next(inner))
      tree.kind(inner) === Kind.case_pattern && forgetPattern(frame, inner);
    let guard = tree.child(clause, Field.guard);
    if (guard >= 0) for (let child of tree.children(guard)) frame.evaluate(child);
    let consequence = tree.child(clause, Field.consequence);
    consequence >= 0 && runBlock(frame, consequence), ends.push(frame.state.copy());
  }
  frame.state.become(joinAll(ends));
}
function forgetPattern(frame, pattern) {
  let { tree } = frame, end = tree.next(pattern);
  for (let node = pattern; node < end; node++)
    tree.kind(node) === Kind.identifier && frame.state.deleteVariable(tree.name(node));
}
function defineFunction(frame, node) {
  let { tree, module } = frame, index = module.index.functionOfNode.get(node), parameters = tree.child(node, Field.parameters);
  if (parameters >= 0)
    for (let parameter of tree.children(parameters)) {
      let value = tree.child(parameter, Field.value);
      value >= 0 && frame.evaluate(value);
    }
  frame.state.setVariable(module.index.functions[index].name, denoting({ kind: "function", module, index }));
}
function defineClass(frame, node) {
  let { tree, module } = frame, index = module.index.classOfNode.get(node), item = module.index.classes[index];
  if (item.superclasses >= 0)
    for (let child of tree.children(item.superclasses))
      frame.evaluate(tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child);
  let outside = frame.state.copy();
  item.body >= 0 && runBlock(frame, item.body), frame.state.takeVariables(outside), frame.state.setVariable(item.name, denoting({ kind: "class", module, index }));
}
function bindImports(frame, node) {
  let { module, engine } = frame, scope = frame.functionIndex < 0 ? module.bindings : module.functionBindings(module.index.functions[frame.functionIndex]);
  for (let [name, bindings] of scope.byName)
    for (let binding of bindings)
      binding.kind !== "import" || binding.node < node || binding.node >= frame.tree.next(node) || frame.state.setVariable(name, engine.definitionValue(engine.project.resolve(binding.target)));
}

// src/analyse/interpreter/frame.ts
var MAX_EXPORT_DEPTH = 4, MAX_STEPS = 2e5, plain = /* @__PURE__ */ new Set([
  Kind.identifier,
  Kind.attribute,
  Kind.string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none
]), SELF_OBJECT = -1, Frame = class {
  engine;
  module;
  tree;
  functionIndex;
  depth;
  state = new State();
  /** False while a loop is still settling, or nobody asked. */
  observing;
  loops = [];
  selfStores = /* @__PURE__ */ new Map();
  selfName;
  returns;
  #steps = 0;
  #args;
  #self;
  #parameters = [];
  constructor(engine, module, functionIndex, options) {
    this.engine = engine, this.module = module, this.tree = module.tree, this.functionIndex = functionIndex, this.observing = options.observing && engine.observers.length > 0, this.depth = options.depth, this.#args = options.args, this.#self = options.self, this.selfName = this.#firstParameter();
  }
  /** Walks the body and returns what it does. */
  run() {
    if (this.functionIndex === MODULE)
      return runBlock(this, 0), { returns: unknown, parameters: [], selfStores: this.selfStores };
    let item = this.module.index.functions[this.functionIndex];
    if (this.#bindParameters(item.parameters), this.tree.kind(item.node) === Kind.lambda) {
      let value = item.body < 0 ? unknown : this.evaluate(item.body);
      return { returns: this.#exported(value), parameters: this.#parameters, selfStores: this.selfStores };
    }
    item.body >= 0 && runBlock(this, item.body);
    let returns = this.returns;
    this.state.reachable && (returns = returns === void 0 ? constantValue(none) : joinValues(returns, constantValue(none)));
    for (let [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return { returns: this.#exported(returns ?? unknown), parameters: this.#parameters, selfStores: this.selfStores };
  }
  // A result that is a parameter stays that very value: it passes the argument on.
  #exported(value) {
    return this.#parameters.includes(value) ? value : this.export(value);
  }
  /** A value for use outside this frame: what its heap objects hold goes with it, as it is now. */
  export(value, depth = 0) {
    if (value.objects.length === 0) return value;
    let only = value.objects.length === 1 && depth < MAX_EXPORT_DEPTH ? this.state.heap.get(value.objects[0]) : void 0;
    if (only === void 0 || value.objects[0] === SELF_OBJECT) return { ...value, objects: [] };
    let entries = new Map([...only.entries].map(([key, entry]) => [key, this.export(entry, depth + 1)])), rest = only.rest === void 0 ? void 0 : this.export(only.rest, depth + 1);
    return { ...value, objects: [], held: { kind: only.kind, entries, rest } };
  }
  /** An expression by itself, without what ran before it. */
  evaluateAlone(node) {
    return this.functionIndex !== MODULE && this.#bindParameters(this.module.index.functions[this.functionIndex].parameters), this.evaluate(node);
  }
  /** The value of an expression that has no effects, a name or a literal; undefined for any other. */
  peek(node) {
    if (!plain.has(this.tree.kind(node))) return;
    let { observing } = this;
    this.observing = !1;
    let value = this.evaluate(node);
    return this.observing = observing, value;
  }
  /** Counts a step; false once the bound is hit, which is recorded. */
  step() {
    return ++this.#steps < MAX_STEPS ? !0 : (this.#steps === MAX_STEPS && this.engine.limits.push({ module: this.module, functionIndex: this.functionIndex, what: `${MAX_STEPS} steps` }), !1);
  }
  /** What the heap objects that a value may be hold. */
  holds = (value) => {
    let found2 = value.held === void 0 ? [] : [value.held];
    for (let id of value.objects) {
      let object = this.state.heap.get(id);
      object !== void 0 && found2.push(object);
    }
    return found2;
  };
  /** Makes (or replaces) the heap object of a place and returns a value that is it. */
  allocate(id, object, of) {
    return this.state.setObject(id, object), { ...instanceOf(of), objects: [id], origin: "local" };
  }
  /** The value of an expression, with its effects on the state. */
  evaluate(node) {
    return this.step() ? evaluate(this, node) : unknown;
  }
  /** The value of an expression at this point, without telling observers and without its effects. */
  evaluateSilently = (node) => {
    let { observing, state } = this;
    this.observing = !1, this.state = state.copy();
    let value = this.evaluate(node);
    return this.state = state, this.observing = observing, value;
  };
  #firstParameter() {
    if (this.functionIndex === MODULE) return 0;
    let item = this.module.index.functions[this.functionIndex];
    if (item.methodOf === MODULE || item.parameters < 0) return 0;
    let first = item.parameters + 1;
    return first >= this.tree.next(item.parameters) || this.tree.kind(first) !== Kind.identifier || isStatic(this.module, item.decorated) ? 0 : this.tree.name(first);
  }
  #bindParameters(parameters) {
    if (parameters < 0) return;
    let { tree } = this, args = this.#args, given2 = [
      ...this.#self === void 0 ? [] : [this.#self],
      ...args?.positional.map((argument) => argument.value) ?? []
    ], position = 0, keywordOnly = !1;
    for (let node of tree.children(parameters)) {
      let kind = tree.kind(node);
      if (kind === Kind.keyword_separator) {
        keywordOnly = !0;
        continue;
      }
      let nameNode = parameterName(this.module, node);
      if (nameNode < 0) continue;
      let name = tree.name(nameNode), symbolic = this.#symbolicParameter(node, name), isSplat = kind === Kind.list_splat_pattern || kind === Kind.dictionary_splat_pattern, value = symbolic;
      if (args !== void 0 && !isSplat) {
        let keyword = args.keywords.get(tree.names.text(name)), positional = keywordOnly || args.hasStar ? void 0 : given2[position], defaultNode = tree.child(node, Field.value);
        keyword !== void 0 ? value = keyword.value : positional !== void 0 ? value = positional : defaultNode >= 0 && !args.hasStar && !args.hasDoubleStar && (value = this.evaluate(defaultNode));
      }
      kind === Kind.list_splat_pattern && (keywordOnly = !0), position++, this.#parameters.push(symbolic), this.state.setVariable(name, value);
    }
  }
  #symbolicParameter(node, name) {
    let { tree } = this;
    if (name === this.selfName && this.#parameters.length === 0) {
      let { methodOf } = this.module.index.functions[this.functionIndex];
      return this.state.setObject(SELF_OBJECT, { kind: "instance", entries: /* @__PURE__ */ new Map(), rest: unknown }), { ...denoting({ kind: "object", module: this.module, index: methodOf }), objects: [SELF_OBJECT], origin: "parameter" };
    }
    let annotation = tree.child(node, Field.type), types = annotation < 0 ? [] : typeOfAnnotation(this, annotation), defaultNode = tree.child(node, Field.value), fallback = defaultNode < 0 ? void 0 : onlyConstant(this.evaluate(defaultNode));
    return { ...denoting(...types), origin: "parameter", fallback };
  }
};
function isStatic(module, decorated) {
  if (decorated < 0) return !1;
  let { tree } = module;
  return tree.children(decorated).some((child) => tree.kind(child) === Kind.decorator && tree.text(child + 1) === "staticmethod");
}

// src/analyse/detectors/given-headers.ts
var setters = new Set("add add_header append putHeader send_header set set_header setHeader setdefault".split(" "));
function givenHeaders(module, names2, engine) {
  let { tree, index } = module, tokens = /* @__PURE__ */ new Map();
  for (let name of names2)
    for (let written of [name, name.toLowerCase()])
      for (let quote of ["'", '"']) {
        let token = tree.names.find(`${quote}${written}${quote}`);
        token !== 0 && tokens.set(token, name);
      }
  return tokens.size === 0 ? [] : index.strings.flatMap((node) => {
    let name = tokens.get(tree.name(node)), found2 = name === void 0 ? void 0 : valueOf(module, node);
    if (name === void 0 || found2 === void 0) return [];
    let functionIndex = module.functionAround(node), frame = new Frame(engine, module, functionIndex, { observing: !1, depth: 1 });
    return [{ name, module, functionIndex, node: found2.place, value: frame.evaluateAlone(found2.value) }];
  });
}
function valueOf({ tree }, key) {
  let parent = tree.parent(key);
  switch (tree.kind(parent)) {
    case Kind.pair: {
      if (tree.field(key) !== Field.key) return;
      let value = tree.child(parent, Field.value);
      return { value, place: value };
    }
    case Kind.subscript: {
      let assignment = tree.parent(parent);
      if (tree.kind(assignment) !== Kind.assignment || tree.field(parent) !== Field.left) return;
      let value = tree.child(assignment, Field.right);
      return value < 0 ? void 0 : { value, place: parent };
    }
    case Kind.tuple: {
      let [first, second, more] = tree.children(parent);
      return first === key && second !== void 0 && more === void 0 ? { value: second, place: second } : void 0;
    }
    case Kind.argument_list: {
      let call = tree.parent(parent), callee = tree.child(call, Field.function), [first, second] = tree.children(parent);
      return first !== key || second === void 0 || tree.kind(callee) !== Kind.attribute ? void 0 : setters.has(tree.text(tree.child(callee, Field.attribute))) ? { value: second, place: call } : void 0;
    }
    default:
      return;
  }
}

// src/analyse/detectors/qualified-targets.ts
function qualifiedTargets(targets) {
  return targets.flatMap((target) => target.kind === "symbol" ? [target.name] : target.kind === "method" ? [`${target.on}.${target.name}`] : []);
}

// src/base/unreachable.ts
function unreachable(value) {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

// src/analyse/detectors/surroundings.ts
function standsIn(surrounding, site, knowledge) {
  switch (surrounding) {
    case "settings":
      return isSettingsModule(site.module);
    case "development":
      return isDevelopmentModule(site.module);
    case "test":
      return knowledge.context(site.module).isTest;
    case "production":
      return !knowledge.context(site.module).isTest;
    case "main-guard":
      return underMainGuard(site);
    case "handler":
      return isHandler(site);
    default:
      return unreachable(surrounding);
  }
}
function isSettingsModule(module) {
  let segments = module.path.split("/");
  if (/^(?:settings|config).*\.py$/.test(segments.at(-1)) || segments.at(-2) === "settings") return !0;
  let { names: names2 } = module.tree;
  return ["INSTALLED_APPS", "SECRET_KEY"].some((name) => module.bindings.byName.has(names2.find(name)) && names2.find(name) !== 0);
}
function isDevelopmentModule(module) {
  return /local|dev|test|debug|example/i.test(module.path.split("/").at(-1));
}
function underMainGuard({ module, node }) {
  let { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) !== Kind.if_statement) continue;
    let condition = tree.child(current, Field.condition);
    if (tree.kind(condition) === Kind.comparison_operator && tree.children(condition).some((child) => tree.text(child) === "__name__"))
      return !0;
  }
  return !1;
}
var routeDecorators = new Set("route get post put patch delete head options websocket api_route view_config expose api_view".split(" "));
function isHandler({ module, functionIndex }) {
  if (functionIndex === MODULE) return !1;
  let { tree } = module, item = module.index.functions[functionIndex];
  if (item.decorated >= 0)
    for (let child of tree.children(item.decorated)) {
      if (tree.kind(child) !== Kind.decorator) continue;
      let name = child + 1;
      tree.kind(name) === Kind.call && (name = tree.child(name, Field.function));
      let last = tree.kind(name) === Kind.attribute ? tree.child(name, Field.attribute) : name;
      if (routeDecorators.has(tree.text(last))) return !0;
    }
  return item.methodOf !== MODULE && /(?:View|Handler|Resource|Endpoint|ViewSet)$/.test(module.qualifiedClassName(item.methodOf));
}

// src/analyse/detectors/file-mode-rights.ts
var bits = { "other-read": 4, "other-write": 2, "group-write": 16, "set-id": 3072 };
function grantsRight(mode, right) {
  return (mode & bits[right]) !== 0;
}

// src/analyse/detectors/loopback.ts
function isLoopback(text2) {
  let authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/?#]*)/i.exec(text2)?.[1] ?? text2, host = authority.startsWith("[") ? authority.slice(1).split("]", 1)[0] : authority.includes("::") ? authority : authority.split(":", 1)[0];
  return /^(?:localhost(?:\.localdomain)?|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1)$/i.test(host);
}

// src/analyse/detectors/secret-value.ts
function passesSecretTest(test, text2) {
  let minimum = test === "password" ? 4 : 6;
  return text2.length >= minimum && !/^(.)\1*$/.test(text2);
}

// src/analyse/detectors/use-conditions.ts
function conditionsHold(where, given2) {
  return Object.entries(where).every(([key, condition]) => holds(condition, ask(key, given2), given2));
}
function ask(key, given2) {
  if ("value" in given2) return { value: key === "value" ? given2.value : void 0, certain: !0 };
  let argument = argumentOf(given2.arguments, key), { hasStar, hasDoubleStar } = given2.arguments;
  return { value: argument?.value, certain: !hasStar && !hasDoubleStar };
}
function argumentOf(args, key) {
  for (let part of key.split("|")) {
    let found2 = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (found2 !== void 0) return found2;
  }
}
function holds(condition, asked, sight) {
  return condition === null || typeof condition != "object" ? holds({ is: [condition] }, asked, sight) : Object.keys(condition).every((test) => testHolds(condition, test, asked, sight));
}
function testHolds(condition, test, asked, sight) {
  let { value } = asked;
  if (test === "missing") return value === void 0 ? condition.missing === !0 && asked.certain : condition.missing === !1;
  if (test === "any") return condition.any.some((one) => holds(one, asked, sight));
  if (test === "all") return condition.all.every((one) => holds(one, asked, sight));
  if (value === void 0) return !1;
  let { constants } = value, heap = sight.holds, every = (check) => constants !== void 0 && constants.length > 0 && constants.every(check);
  switch (test) {
    case "is":
      return every((constant) => condition.is.some((literal3) => equalsLiteral(constant, literal3)));
    case "not":
      return every((constant) => !condition.not.some((literal3) => equalsLiteral(constant, literal3)));
    case "name":
      return value.denotes.some((denotation) => denotation.kind === "symbol" && condition.name.includes(denotation.name));
    case "constant":
      return condition.constant === isConstant(value, heap);
    case "below":
      return every((constant) => (numberOf(constant) ?? 1 / 0) < condition.below);
    case "above":
      return every((constant) => (numberOf(constant) ?? -1 / 0) > condition.above);
    case "empty":
      return every((constant) => textOf(constant) === "") || heap(value).some((held) => held.entries.size === 0 && held.rest === void 0);
    case "startsWith":
      return withText(value, (text2, whole2) => condition.startsWith.some((start) => text2.startsWith(start)) && (whole2 || text2 !== ""));
    case "endsWith":
      return every((constant) => condition.endsWith.some((end) => textOf(constant)?.endsWith(end) === !0));
    case "contains":
      return withText(value, (text2) => condition.contains.some((part) => text2.includes(part)));
    case "matches":
      return withText(value, (text2) => compiled(condition.matches).test(text2));
    case "type":
      return value.denotes.some((denotation) => denotation.kind === "instance" && condition.type.includes(denotation.of));
    case "subclassOf":
      return isSubclass(value, condition.subclassOf, sight.engine);
    case "returns":
      return value.denotes.some(
        (denotation) => denotation.kind === "function" && holds(condition.returns, { value: sight.engine.summary(denotation.module, denotation.index).returns, certain: !0 }, sight)
      );
    case "secret":
      return every((constant) => passesSecretTest(condition.secret, textOf(constant) ?? ""));
    case "grants":
      return every((constant) => condition.grants.some((right) => grantsRight(numberOf(constant) ?? 0, right)));
    case "loopback":
      return withText(value, (text2) => isLoopback(text2)) === condition.loopback;
    case "item":
      return heap(value).some((held) => [...held.entries.values()].some((item) => holds(condition.item, { value: item, certain: !0 }, sight)));
    case "entries":
      return heap(value).some(
        (held) => Object.entries(condition.entries).every(
          ([key, one]) => holds(one, { value: held.entries.get(`s${key}`), certain: held.rest === void 0 }, sight)
        )
      );
  }
}
function isConstant(value, heap) {
  if (value.constants !== void 0) return !0;
  let held = heap(value);
  return held.length > 0 && held.every(({ kind, entries, rest }) => kind !== "instance" && rest === void 0 && [...entries.values()].every((entry) => isConstant(entry, heap)));
}
function isSubclass(value, names2, engine) {
  return value.denotes.some((denotation) => denotation.kind === "symbol" ? names2.includes(denotation.name) : denotation.kind === "class" && engine.project.ancestry(denotation).external.some((name) => names2.includes(name)));
}
function withText(value, check) {
  if (value.constants !== void 0 && value.constants.length > 0)
    return value.constants.every((constant) => textOf(constant) !== void 0 && check(textOf(constant), !0));
  let first = value.text?.[0];
  return typeof first == "string" && check(first, !1);
}
function equalsLiteral(constant, literal3) {
  return typeof literal3 == "string" ? textOf(constant) === literal3 : equalConstants(constant, literal3 === null ? none : typeof literal3 == "boolean" ? bool(literal3) : int(literal3));
}
var patterns = /* @__PURE__ */ new Map();
function compiled(pattern) {
  let regex = patterns.get(pattern);
  return regex === void 0 && patterns.set(pattern, regex = new RegExp(pattern, "u")), regex;
}

// src/analyse/detectors/use-circumstances.ts
function circumstancesHold(circumstance, site, given2, { knowledge, engine }) {
  if (circumstance.python !== void 0 && !satisfies(knowledge.facts.requiresPython, circumstance.python)) return !1;
  if (circumstance.dependency !== void 0) {
    let [, name, bound] = /^([\w.-]+?)([<>].*)$/.exec(circumstance.dependency);
    if (!satisfies(knowledge.facts.floor(name), bound)) return !1;
  }
  return !(circumstance.called !== void 0 && !circumstance.called.some((name) => calls(site.module, name, knowledge)) || circumstance.assigned !== void 0 && !circumstance.assigned.some((name) => assignsAttribute(site.module, name)) || circumstance.calledInFunction !== void 0 && !circumstance.calledInFunction.some((name) => calls(site.module, name, knowledge, site.functionIndex)) || circumstance.text !== void 0 && !hasText(site.module, circumstance.text) || circumstance.bound !== void 0 && !boundTo(circumstance.bound, site.module, engine()) || circumstance.beside !== void 0 && !hasNeighbour(site.module, circumstance.beside, knowledge) || circumstance.in !== void 0 && !circumstance.in.some((surrounding) => standsIn(surrounding, site, knowledge)) || circumstance.where !== void 0 && (given2 === void 0 || !conditionsHold(circumstance.where, given2)));
}
function satisfies(floor, bound) {
  let version3 = bound.replace(/^[<>=]+/, ""), admitsBelow2 = floor?.admitsBelow(version3) ?? !1;
  return bound.startsWith("<") ? admitsBelow2 : !admitsBelow2;
}
function calls(module, name, knowledge, functionIndex) {
  let { tree, index } = module, last = name.slice(name.lastIndexOf(".") + 1);
  return index.calls.some((call) => {
    if (functionIndex !== void 0 && module.functionAround(call) !== functionIndex) return !1;
    let callee = tree.child(call, Field.function), isAttribute = tree.kind(callee) === Kind.attribute;
    if (isAttribute && tree.text(tree.child(callee, Field.attribute)) !== last) return !1;
    let definition = knowledge.project.dotted(module, module.functionAround(call), callee);
    return definition?.kind === "external" ? definition.name === name : isAttribute && definition === void 0;
  });
}
function hasText(module, pattern) {
  let { tree, index } = module, regex = new RegExp(pattern, "u");
  return index.strings.some((node) => {
    if (tree.kind(tree.parent(node)) === Kind.expression_statement) return !1;
    if (tree.next(node) === node + 1) {
      let constant = stringConstant(tree.text(node));
      return constant !== void 0 && regex.test(textOf(constant) ?? "");
    }
    return tree.children(node).some((part) => tree.kind(part) === Kind.string_content && regex.test(tree.text(part)));
  });
}
function boundTo(conditions, module, engine) {
  return Object.entries(conditions).every(([name, condition]) => {
    let number4 = module.tree.names.find(name);
    return number4 === 0 || !module.bindings.byName.has(number4) ? !1 : conditionsHold({ value: condition }, { value: engine.moduleValue(module, number4), holds: () => [], engine });
  });
}
function hasNeighbour(module, pattern, knowledge) {
  let regex = new RegExp(pattern, "u"), directory = module.path.slice(0, module.path.lastIndexOf("/") + 1);
  return knowledge.project.projectFiles.some(({ path: path2 }) => path2.startsWith(directory) && regex.test(path2.slice(directory.length)));
}
function assignsAttribute(module, name) {
  let { tree, index } = module;
  return index.assignments.some((assignment) => {
    let left = tree.child(assignment, Field.left);
    return tree.kind(left) === Kind.attribute && tree.text(tree.child(left, Field.attribute)) === name;
  });
}

// src/analyse/detectors/usage.ts
var usage = (context) => {
  let { rule, knowledge } = context, calls2 = indexed2(rule.uses, "call"), assigns = indexed2(rule.uses, "assign"), references = indexed2(rule.uses, "reference"), settings = indexed2(rule.uses, "setting"), headers = indexed2(rule.uses, "header"), tryUses = (uses, event, given2, what) => {
    for (let use of uses ?? []) {
      if (use.where !== void 0 && (given2 === void 0 || !conditionsHold(use.where, given2)) || use.in !== void 0 && !use.in.some((surrounding) => standsIn(surrounding, event, knowledge))) continue;
      let holds3 = (circumstance) => circumstancesHold(circumstance, event, given2, context);
      if (use.when?.some(holds3) === !1 || use.unless?.some(holds3) === !0) continue;
      let lowered = rule.lower?.find(({ when }) => when.some(holds3));
      return context.report({
        module: event.module,
        functionIndex: event.functionIndex,
        node: event.node,
        values: { name: writtenName(event, what), value: given2 === void 0 ? what : describeGiven(use, given2) },
        ...use.message === void 0 ? {} : { message: use.message },
        ...use.fix === void 0 ? {} : { fix: use.fix },
        ...use.tier === void 0 ? {} : { tier: use.tier },
        ...use.level === void 0 ? {} : { level: use.level, tier: use.tier ?? "hotspot" },
        ...lowered === void 0 ? {} : { tier: lowered.tier },
        ...lowered?.level === void 0 ? {} : { level: lowered.level }
      }), !0;
    }
    return !1;
  }, onCall = (event) => {
    for (let name of qualifiedTargets(event.targets))
      if (tryUses(calls2.get(name), event, { arguments: event.arguments, holds: event.holds, engine: context.engine() }, name)) return;
    settings.size > 0 && tryConfigurationCall(event);
  }, tryConfigurationCall = (event) => {
    let method = event.targets.length === 0 ? calledName(event) : event.targets[0].kind === "method" ? event.targets[0].name : calledName(event);
    if (method !== "update" && method !== "from_mapping" || !isConfiguration2(event)) return;
    let keyed = [...event.arguments.keywords].map(([key, argument]) => [key, argument.value]), first = event.arguments.positional[0];
    for (let held of first === void 0 ? [] : event.holds(first.value))
      for (let [key, value] of held.entries) key.startsWith("s") && keyed.push([key.slice(1), value]);
    for (let [key, value] of keyed)
      if (tryUses(settings.get(key), event, { value, holds: event.holds, engine: context.engine() }, key)) return;
  }, onAssign = (event) => {
    let given2 = { value: event.value, holds: event.holds, engine: context.engine() }, { target } = event;
    for (let name of assignedNames(event)) if (tryUses(assigns.get(name), event, given2, name)) return;
    if (settings.size !== 0) {
      if (target.kind === "name")
        isSettingPlace(event) && tryUses(settings.get(target.name), event, given2, target.name);
      else if (target.kind === "subscript" && isConfiguration2(event)) {
        let key = onlyConstant(target.key), text2 = key === void 0 ? void 0 : textOf(key);
        text2 !== void 0 && tryUses(settings.get(text2), event, given2, text2);
      }
    }
  };
  return {
    observer: {
      ...calls2.size > 0 || settings.size > 0 ? { call: onCall } : {},
      ...assigns.size > 0 || settings.size > 0 ? { assign: onAssign } : {},
      ...references.size > 0 ? { reference: (event) => {
        tryUses(references.get(event.name), event, void 0, event.name);
      } } : {}
    },
    ...headers.size === 0 ? {} : {
      module: (module) => {
        for (let header of givenHeaders(module, headers.keys(), context.engine()))
          tryUses(headers.get(header.name), header, { value: header.value, holds: () => [], engine: context.engine() }, header.name);
      }
    },
    interest: {
      calls: [...[...calls2.keys()].map(callInterest), ...settings.size > 0 ? [{ name: "from_mapping" }] : []],
      assigns: [...[...assigns.keys()].map(lastPart), ...settings.keys()],
      references: [...references.keys()],
      functions: settings.size > 0 ? (module) => configurationUpdates(module) : () => []
    }
  };
};
function writtenName({ module, node }, qualified) {
  let { tree } = module, written = dottedSource(module, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node);
  return written === "" ? qualified : written;
}
function dottedSource(module, node) {
  let { tree } = module;
  if (tree.kind(node) === Kind.identifier) return tree.text(node);
  if (tree.kind(node) === Kind.subscript) {
    let object2 = dottedSource(module, tree.child(node, Field.value)), key = tree.child(node, Field.subscript);
    return object2 === "" || tree.text(key) === "" ? "" : `${object2}[${tree.text(key)}]`;
  }
  if (tree.kind(node) !== Kind.attribute) return "";
  let object = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute)), before = dottedSource(module, tree.kind(object) === Kind.call ? tree.child(object, Field.function) : object);
  return before === "" ? name : `${before}${tree.kind(object) === Kind.call ? "()" : ""}.${name}`;
}
function describeGiven(use, given2) {
  if ("value" in given2) return describeValue(given2.value) ?? "this value";
  for (let key of Object.keys(use.where ?? {})) {
    let value = argumentOf(given2.arguments, key)?.value, text2 = value === void 0 ? void 0 : describeValue(value), keyword = key.split("|").find((part) => given2.arguments.keywords.has(part));
    if (text2 !== void 0) return keyword === void 0 ? text2 : `${keyword}=${text2}`;
    if (value !== void 0 && keyword !== void 0) return `${keyword}=...`;
  }
  return "these arguments";
}
function describeValue(value) {
  let constant = onlyConstant(value);
  if (constant !== void 0) return textOf(constant) === void 0 ? display(constant) : JSON.stringify(textOf(constant));
  let symbol = value.denotes.find((denotation) => denotation.kind === "symbol");
  return symbol?.kind === "symbol" ? symbol.name : void 0;
}
function indexed2(uses, subject) {
  let map = /* @__PURE__ */ new Map();
  for (let use of uses)
    for (let name of use[subject] ?? [])
      for (let owner2 of use.on ?? [""]) {
        let qualified = owner2 === "" ? name : `${owner2}.${name}`, list2 = map.get(qualified);
        list2 === void 0 ? map.set(qualified, [use]) : list2.push(use);
      }
  return map;
}
function callInterest(qualified) {
  let name = lastPart(qualified), first = qualified.split(".", 1)[0];
  return first === qualified ? { name } : { name, package: first };
}
function lastPart(qualified) {
  let subscript = /\[(\w+)\]$/.exec(qualified);
  return subscript !== null ? subscript[1] : qualified.slice(qualified.lastIndexOf(".") + 1);
}
function assignedNames({ target }) {
  if (target.kind === "name") return [];
  if (target.kind === "attribute")
    return target.object.denotes.flatMap(
      (denotation) => denotation.kind === "symbol" ? [`${denotation.name}.${target.name}`] : denotation.kind === "instance" ? [`${denotation.of}.${target.name}`] : denotation.kind === "member" ? [`${denotation.of}.${denotation.name}.${target.name}`] : []
    );
  let key = onlyConstant(target.key), text2 = key === void 0 ? void 0 : textOf(key);
  return text2 === void 0 ? [] : target.object.denotes.flatMap((denotation) => denotation.kind === "symbol" ? [`${denotation.name}[${text2}]`] : []);
}
function isConfiguration2({ module, node }) {
  let { tree } = module, object = node + 1;
  tree.next(object) > object + 1 && /^(?:update|from_mapping)$/.test(tree.text(lastChild(module, object))) && (object += 1);
  let last = tree.next(object) === object + 1 ? object : lastChild(module, object);
  return /^(?:config|conf|settings)$/.test(tree.text(last));
}
function lastChild({ tree }, node) {
  return tree.children(node).at(-1) ?? node;
}
function calledName({ module, node }) {
  let { tree } = module, callee = node + 1;
  return tree.next(callee) === callee + 1 ? tree.text(callee) : tree.text(lastChild(module, callee));
}
function isSettingPlace(event) {
  if (event.functionIndex !== MODULE || !isSettingsModule(event.module)) return !1;
  let classIndex = event.module.classAround(event.node);
  return classIndex === MODULE ? !0 : /(?:Config|Settings|Configuration)$/.test(event.module.qualifiedClassName(classIndex));
}
function configurationUpdates(module) {
  let { tree, index } = module;
  return index.calls.filter((call) => tree.text(lastChild(module, call + 1)) === "update" && isConfiguration2({ module, node: call })).map((call) => module.functionAround(call));
}

// src/analyse/detectors/table.ts
var detectors = {
  usage
};

// src/analyse/interest.ts
var ANYWHERE = "";
function createInterest(project, interests) {
  let packagesOfCall = /* @__PURE__ */ new Map(), referencePackages = /* @__PURE__ */ new Map(), assigned = /* @__PURE__ */ new Set(), add3 = (map, name, from) => {
    let number4 = project.names.find(name);
    if (number4 === 0) return;
    let known = map.get(number4);
    known === void 0 ? map.set(number4, /* @__PURE__ */ new Set([from])) : known.add(from);
  };
  for (let interest of interests) {
    for (let call of interest.calls ?? []) add3(packagesOfCall, call.name, call.package ?? ANYWHERE);
    for (let name of interest.references ?? [])
      add3(referencePackages, name.slice(name.lastIndexOf(".") + 1), name.split(".", 1)[0]);
    for (let name of interest.assigns ?? []) {
      let number4 = project.names.find(name);
      number4 !== 0 && assigned.add(number4);
      for (let quoted2 of [`'${name}'`, `"${name}"`]) project.names.find(quoted2) !== 0 && assigned.add(project.names.find(quoted2));
    }
  }
  let reach = createReach(project), inReach = (module, packages) => {
    if (packages === void 0) return !1;
    if (packages.has(ANYWHERE)) return !0;
    let reachable = reach(module);
    for (let name of packages) if (reachable.has(name)) return !0;
    return !1;
  };
  return (module) => {
    let { tree, index } = module, found2 = /* @__PURE__ */ new Set(), note = (node) => {
      found2.add(module.functionAround(node));
    }, aliases = aliasedNames(module, packagesOfCall, referencePackages);
    for (let call of index.calls) {
      let callee = tree.child(call, Field.function), kind = tree.kind(callee), last = kind === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
      (inReach(module, packagesOfCall.get(last)) || kind === Kind.identifier && aliases.has(last)) && note(call);
    }
    for (let attribute of index.attributes)
      inReach(module, referencePackages.get(tree.name(tree.child(attribute, Field.attribute)))) && note(attribute);
    for (let assignment of index.assignments) {
      let left = tree.child(assignment, Field.left), kind = tree.kind(left), name = kind === Kind.attribute ? tree.name(tree.child(left, Field.attribute)) : kind === Kind.subscript ? tree.name(tree.child(left, Field.subscript)) : tree.name(left);
      assigned.has(name) && note(assignment);
    }
    if (aliases.hasReference) for (let i = MODULE; i < index.functions.length; i++) found2.add(i);
    for (let interest of interests) for (let extra of interest.functions?.(module) ?? []) found2.add(extra);
    return found2;
  };
}
function aliasedNames(module, calls2, references) {
  let names2 = /* @__PURE__ */ new Set(), hasReference = !1, { tree } = module;
  for (let node of module.index.imports)
    if (tree.kind(node) === Kind.import_from_statement)
      for (let child of tree.children(node)) {
        if (tree.field(child) !== Field.name) continue;
        let isAlias = tree.kind(child) === Kind.aliased_import, dotted = isAlias ? tree.child(child, Field.name) : child, original = tree.name(dotted + 1);
        isAlias && calls2.has(original) && names2.add(tree.name(tree.child(child, Field.alias)));
        let packages = references.get(original);
        if (packages !== void 0) {
          let from = tree.child(node, Field.module_name);
          hasReference ||= packages.has(tree.text(tree.kind(from) === Kind.dotted_name ? from + 1 : from));
        }
      }
  for (let [name, bindings] of module.bindings.byName)
    for (let binding of bindings)
      binding.kind !== "value" || tree.kind(binding.value) !== Kind.attribute || calls2.has(tree.name(tree.child(binding.value, Field.attribute))) && names2.add(name);
  return { has: (name) => names2.has(name), hasReference };
}
function createReach(project) {
  let direct = /* @__PURE__ */ new Map(), reachable = /* @__PURE__ */ new Map(), importsOf = (module) => {
    let found2 = direct.get(module);
    return found2 === void 0 && direct.set(module, found2 = directImports(project, module)), found2;
  };
  return (module) => {
    let packages = reachable.get(module);
    if (packages === void 0) {
      let { external, own: own2 } = importsOf(module);
      packages = new Set(external);
      for (let other of own2) for (let name of importsOf(other).external) packages.add(name);
      reachable.set(module, packages);
    }
    return packages;
  };
}
function directImports(project, module) {
  let external = /* @__PURE__ */ new Set(), own2 = /* @__PURE__ */ new Set(), add3 = (dotted) => {
    if (!project.isOwn(dotted)) {
      external.add(dotted.split(".", 1)[0]);
      return;
    }
    let found2 = project.module(dotted) ?? project.module(dotted.slice(0, dotted.lastIndexOf(".")));
    found2 !== void 0 && own2.add(found2), external.add(dotted.split(".", 1)[0]);
  };
  for (let target of module.importTargets()) add3(target);
  return { external, own: [...own2] };
}

// src/analyse/interpreter/engine.ts
var MAX_INLINE_DEPTH = 3, MAX_INLINE_NODES = 160, MAX_ATTRIBUTE_SITES = 12, nothingDone = { returns: unknown, parameters: [], selfStores: /* @__PURE__ */ new Map() }, Engine = class {
  project;
  observers;
  /** Type that an external function or method returns, by `subprocess.Popen` or `ssl.SSLContext.wrap_socket`. */
  returnTypes;
  limits = [];
  /** Symbols whose mention observers want to hear of, by last component. */
  wantedReferences;
  #summaries = /* @__PURE__ */ new Map();
  #moduleValues = /* @__PURE__ */ new Map();
  #attributeSites = /* @__PURE__ */ new Map();
  #inProgress = /* @__PURE__ */ new Set();
  constructor(project, observers, returnTypes2, wantedReferences) {
    this.project = project, this.observers = observers, this.returnTypes = returnTypes2, this.wantedReferences = wantedReferences;
  }
  /** Walks a module's top level, its class bodies included, and tells observers. */
  runModule(module) {
    new Frame(this, module, MODULE, { observing: !0, depth: 0 }).run();
  }
  /** What a function does; the first time it is asked, observers hear of what happens inside. */
  summary(module, index) {
    let ofModule = this.#summaries.get(module);
    ofModule === void 0 && this.#summaries.set(module, ofModule = /* @__PURE__ */ new Map());
    let known = ofModule.get(index);
    if (known !== void 0) return known;
    ofModule.set(index, nothingDone);
    let summary = new Frame(this, module, index, { observing: !0, depth: 0 }).run();
    return ofModule.set(index, summary), summary;
  }
  /** The result of calling a function of the checkout. Small callees are evaluated with the constants given. */
  callResult(module, index, args, self, depth) {
    let item = module.index.functions[index], summary = this.summary(module, index), given2 = self === void 0 ? args.positional.map((argument) => argument.value) : [self, ...args.positional.map((argument) => argument.value)], passed = summary.parameters.indexOf(summary.returns);
    if (passed >= 0) return (args.hasStar ? void 0 : given2[passed]) ?? unknown;
    let small = module.tree.next(item.node) - item.node <= MAX_INLINE_NODES, hasConstant = [...args.positional, ...args.keywords.values()].some(
      (argument) => argument.value.constants !== void 0
    ), key = `${module.path}:${index}`;
    if (small && hasConstant && depth < MAX_INLINE_DEPTH && !this.#inProgress.has(key) && summary.returns.constants === void 0) {
      this.#inProgress.add(key);
      let result = new Frame(this, module, index, {
        observing: !1,
        depth: depth + 1,
        args,
        ...self ? { self } : {}
      }).run().returns;
      return this.#inProgress.delete(key), result;
    }
    return summary.returns;
  }
  /** What a definition is as a value. */
  definitionValue(definition) {
    switch (definition.kind) {
      case "external":
        return denoting({ kind: "symbol", name: definition.name });
      case "module":
        return denoting({ kind: "module", module: definition.module });
      case "function":
      case "class":
        return denoting({ kind: definition.kind, module: definition.module, index: definition.index });
      case "value":
        return this.moduleValue(definition.module, definition.name);
    }
  }
  /** The value of a name at the top level of a module, from its assignments alone; constants only if all are. */
  moduleValue(module, name) {
    let ofModule = this.#moduleValues.get(module);
    ofModule === void 0 && this.#moduleValues.set(module, ofModule = /* @__PURE__ */ new Map());
    let known = ofModule.get(name);
    if (known !== void 0) return known;
    ofModule.set(name, unknown);
    let value = withOrigin(this.bindingsValue(module, MODULE, module.bindings, name), "module");
    return ofModule.set(name, value), value;
  }
  /** Join of what a scope assigns to a name; unknown if it is bound in a way that tells nothing. */
  bindingsValue(module, functionIndex, scope, name) {
    let joined3;
    for (let binding of scope.byName.get(name) ?? []) {
      if (binding.kind === "other") return unknown;
      let value;
      binding.kind === "value" ? value = new Frame(this, module, functionIndex, { observing: !1, depth: 1 }).evaluateAlone(binding.value) : binding.kind === "import" ? value = this.definitionValue(this.project.resolve(binding.target)) : value = denoting({ kind: binding.kind, module, index: binding.index }), joined3 = joined3 === void 0 ? value : joinValues(joined3, value);
    }
    return joined3 ?? unknown;
  }
  /** An attribute read on a class of the checkout or an instance of it: methods, class attributes, what methods store on self. */
  classAttribute(reference3, name, self) {
    let { classes, external } = this.project.ancestry(reference3), number4 = this.project.names.find(name);
    if (number4 !== 0) {
      let found2;
      for (let owner2 of classes) {
        let item = owner2.module.index.classes[owner2.index], scope = owner2.module.classBindings(item), bindings = scope.byName.get(number4), last = bindings?.at(-1);
        if (last?.kind === "function") {
          let method = owner2.module.index.functions[last.index];
          return isProperty(owner2.module, method.decorated) ? this.summary(owner2.module, last.index).returns : denoting({
            kind: "function",
            module: owner2.module,
            index: last.index,
            ...self === void 0 ? {} : { self }
          });
        }
        bindings !== void 0 && (found2 = join2(found2, withOrigin(this.bindingsValue(owner2.module, item.parent, scope, number4), "class")));
        for (let functionIndex of this.#storesOf(owner2).get(name) ?? []) {
          let stored = this.summary(owner2.module, functionIndex).selfStores.get(name);
          found2 = join2(
            found2,
            stored === void 0 ? unknown : withOrigin(stored, stored.origin === "config" ? "config" : "class")
          );
        }
        if (found2 !== void 0) return found2;
      }
    }
    return external.length > 0 ? denoting(...external.map((of) => ({ kind: "member", of, name }))) : unknown;
  }
  /** Methods of a class that assign to an attribute of their first parameter: attribute to function indexes. */
  #storesOf({ module, index }) {
    let ofModule = this.#attributeSites.get(module);
    return ofModule === void 0 && this.#attributeSites.set(module, ofModule = /* @__PURE__ */ new Map()), ofModule.size === 0 && collectStores(module, ofModule), ofModule.get(index) ?? /* @__PURE__ */ new Map();
  }
};
function join2(a, b) {
  return a === void 0 ? b : joinValues(a, b);
}
function isProperty(module, decorated) {
  if (decorated < 0) return !1;
  let { tree } = module;
  return tree.children(decorated).some((child) => {
    if (tree.kind(child) !== Kind.decorator) return !1;
    let text2 = tree.kind(child + 1) === Kind.attribute ? tree.text(tree.child(child + 1, Field.attribute)) : tree.text(child + 1);
    return text2 === "property" || text2 === "cached_property";
  });
}
function collectStores(module, ofClass) {
  let { tree, index } = module;
  ofClass.set(MODULE, /* @__PURE__ */ new Map());
  for (let assignment of index.assignments) {
    let left = tree.child(assignment, Field.left);
    if (tree.kind(left) !== Kind.attribute) continue;
    let object = tree.child(left, Field.object);
    if (tree.kind(object) !== Kind.identifier) continue;
    let functionIndex = module.functionAround(assignment);
    if (functionIndex === MODULE) continue;
    let item = index.functions[functionIndex];
    if (item.methodOf === MODULE || item.parameters < 0) continue;
    let first = item.parameters + 1;
    if (first >= tree.next(item.parameters) || tree.name(first) !== tree.name(object)) continue;
    let attributes = ofClass.get(item.methodOf);
    attributes === void 0 && ofClass.set(item.methodOf, attributes = /* @__PURE__ */ new Map());
    let name = tree.text(tree.child(left, Field.attribute)), sites = attributes.get(name);
    sites === void 0 ? attributes.set(name, [functionIndex]) : !sites.includes(functionIndex) && sites.length < MAX_ATTRIBUTE_SITES && sites.push(functionIndex);
  }
}
var returnsNone = constantValue(none);

// src/model/project-facts.ts
var distributions = {
  Crypto: "pycryptodome",
  Cryptodome: "pycryptodomex",
  MySQLdb: "mysqlclient",
  OpenSSL: "pyopenssl",
  PIL: "pillow",
  bs4: "beautifulsoup4",
  cv2: "opencv-python",
  dateutil: "python-dateutil",
  dotenv: "python-dotenv",
  jose: "python-jose",
  jwt: "pyjwt",
  ldap: "python-ldap",
  magic: "python-magic",
  nacl: "pynacl",
  pkg_resources: "setuptools",
  rest_framework: "djangorestframework",
  serial: "pyserial",
  sklearn: "scikit-learn",
  yaml: "pyyaml",
  zmq: "pyzmq"
}, cache3 = /* @__PURE__ */ new WeakMap();
function projectFacts(project) {
  let facts = cache3.get(project);
  return facts === void 0 && cache3.set(project, facts = readFacts(project)), facts;
}
function readFacts(project) {
  let { files, dependencies, otherPython } = packaging(project), written = files.find((file) => file.requiresPython !== void 0)?.requiresPython, python = written !== void 0 ? readRange(written) : otherPython.length > 0 ? readRange(otherPython[0].text, "poetry") : void 0, byName = /* @__PURE__ */ new Map();
  for (let dependency of dependencies) {
    let list2 = byName.get(dependency.name);
    list2 === void 0 ? byName.set(dependency.name, [dependency]) : list2.push(dependency);
  }
  let requiresPython = python === void 0 ? void 0 : toFloor(python), floor = (name) => {
    let declarations = byName.get(normalName(name));
    return declarations === void 0 ? void 0 : toFloor(rangeOf(declarations, python));
  };
  return {
    requiresPython,
    floor,
    distribution: (module) => floor(distributions[module] ?? module),
    pythonSatisfies: (bound) => satisfies2(requiresPython, bound),
    dependencySatisfies: (requirement) => {
      let match = /^([\w.-]+?)\s*((?:>=|<).*)$/.exec(requirement);
      if (match === null) throw new Error(`not a requirement: ${requirement}`);
      return satisfies2(floor(match[1]), match[2]);
    },
    declared: (name) => byName.has(normalName(name)),
    problems: configurationFiles(project).problems
  };
}
function rangeOf(declarations, python) {
  let locked = declarations.filter((item) => item.locked), ranges = (locked.length > 0 ? locked : declarations).filter((item) => appliesTo(item.marker, python)).map((item) => item.range ?? anyVersion);
  if (ranges.length === 0) return anyVersion;
  let together = ranges.reduce(intersect);
  return locked.length > 0 || isEmpty(together) ? ranges.reduce(union) : together;
}
function appliesTo(marker2, python) {
  let match = /^\(?\s*python(?:_full)?_version\s*(<=?|==)\s*["']([\d.]+)(?:\.\*)?["']\s*\)?$/.exec(marker2);
  if (match === null) return !0;
  let limit = readVersion(match[2]);
  if (limit === void 0) return !0;
  if (python?.lower === void 0) return !1;
  let difference = compareVersions(python.lower.version, limit);
  return match[1] === "<" ? difference < 0 : difference <= 0;
}
function satisfies2(floor, bound) {
  let match = /^(>=|<)\s*(\S+)$/.exec(bound);
  if (match === null) throw new Error(`not a version bound: ${bound}`);
  return match[1] === "<" ? floor !== void 0 && floor.staysBelow(match[2]) : floor === void 0 || !floor.admitsBelow(match[2]);
}
function toFloor(range) {
  let bounded = range.lower !== void 0 || range.upper !== void 0;
  return {
    ...range.lower === void 0 ? {} : { min: range.lower.version.text },
    admitsBelow: (text2) => bounded && admitsBelow(range, parsed(text2)),
    staysBelow: (text2) => staysBelow(range, parsed(text2))
  };
}
function parsed(text2) {
  let version3 = readVersion(text2);
  if (version3 === void 0) throw new Error(`not a version: ${text2}`);
  return version3;
}

// src/model/todo-comment.ts
var marker = /^#+[:\s]*(TODO|FIXME|XXX|HACK)(?=$|[^\w])|\s@?(TODO|FIXME|XXX|HACK)(?=[:(])/, reference = /https?:\/\/|\b[A-Z][A-Z\d]+-\d+\b|(?:^|[\s(\[])#\d+\b|\b(?:bugs?|issues?|ticket|bpo|gh|pr|lp)[\s:#-]*\d+/i;
function todoComment(comment, following = "") {
  let match = marker.exec(comment);
  if (match === null) return;
  let rest = comment.slice(match.index + match[0].length), owned = /^\s?[([]\s*@?[A-Za-z][^)\]]*[)\]]/.test(rest) || /^\s?[([]\s*#?\d+\s*[)\]]/.test(rest) || reference.test(`${rest} ${following}`);
  return { word: match[1] ?? match[2], owned };
}

// src/model/configured-linters.ts
var cache4 = /* @__PURE__ */ new WeakMap();
function configuredLinters(project) {
  let found2 = cache4.get(project);
  return found2 === void 0 && cache4.set(project, found2 = readLinters(project)), found2;
}
function readLinters(project) {
  let facts = projectFacts(project), tools = { ruff: ruff(project), flake8: flake8(project, facts), pylint: pylint(project) };
  return { configured: ["flake8", "pylint", "ruff"].filter((tool) => tools[tool] !== void 0), enables: (tool, rule) => tools[tool]?.(rule) === !0 };
}
function longestSays(selected, ignored, length) {
  let longest = (list2) => list2.reduce((best, selector) => Math.max(best, length(selector)), -1), chosen = longest(selected), refused = longest(ignored);
  return chosen < 0 && refused < 0 ? void 0 : chosen > refused;
}
var ruffDefaults = ["E4", "E7", "E9", "F"];
function ruff(project) {
  let tables = configurationFiles(project).toml.flatMap((file) => {
    let table2 = /^\.?ruff\.toml$/.test(file.name) ? file.content : tomlAt(file.content, "tool", "ruff");
    return table2 === void 0 ? [] : [table2];
  }), [table] = tables;
  if (table === void 0) return;
  let list2 = (key) => {
    let values = tomlAt(table, "lint", key) ?? tomlAt(table, key);
    return values === void 0 ? void 0 : tomlStrings(values);
  }, selected = [...list2("select") ?? ruffDefaults, ...list2("extend-select") ?? []], ignored = [...list2("ignore") ?? [], ...list2("extend-ignore") ?? []];
  return (rule) => longestSays(selected, ignored, (selector) => ruffLength(selector, rule)) === !0;
}
function ruffLength(selector, rule) {
  if (selector === "ALL") return 0;
  let [, letters, digits] = /^([A-Z]+)(\d*)$/.exec(selector) ?? [], [, ruleLetters, ruleDigits] = /^([A-Z]+)(\d*)$/.exec(rule) ?? [];
  return letters === void 0 || ruleLetters === void 0 || !ruleDigits.startsWith(digits) ? -1 : letters === ruleLetters || letters === "PL" && /^PL[CREW]$/.test(ruleLetters) ? selector.length : -1;
}
var flake8Own = /^(?:[EWF]\d|C90)/, flake8Ignored = ["E121", "E123", "E126", "E226", "E24", "E704", "W503", "W504"], flake8Plugins = [
  [/^ASYNC\d/, ["flake8-async"]],
  [/^B\d/, ["flake8-bugbear"]],
  [/^BLE\d/, ["flake8-blind-except"]],
  [/^D\d/, ["flake8-docstrings"]],
  [/^DTZ\d/, ["flake8-datetimez"]],
  [/^ERA\d|^E800/, ["flake8-eradicate"]],
  [/^H\d/, ["hacking"]],
  [/^PT\d/, ["flake8-pytest-style"]],
  [/^S\d/, ["flake8-bandit"]],
  [/^SIM\d/, ["flake8-simplify"]],
  [/^(?:TD|T10)\d/, ["flake8-todos", "flake8-todo"]],
  [/^FIX\d/, ["flake8-fixme"]],
  [/^WPS\d/, ["wemake-python-styleguide"]]
], offByDefault = /^H(?:106|203|204|205|210|904)$/;
function flake8(project, facts) {
  let file = configurationFiles(project).ini.find(({ name, content }) => /^(?:\.flake8|setup\.cfg|tox\.ini)$/.test(name) && content.has("flake8"));
  if (file === void 0) return;
  let section = file.content.get("flake8"), select = optionalList(section, "select"), selected = [...select ?? [], ...iniList(get(section, "extend-select"))], extensions = iniList(get(section, "enable-extensions")), ignored = [...optionalList(section, "ignore") ?? flake8Ignored, ...iniList(get(section, "extend-ignore"))], local = iniList(file.content.get("flake8:local-plugins")?.get("extension")?.replace(/\s*=\s*\S+/g, "")), length = (rule) => (selector) => rule.startsWith(selector) ? selector.length : -1;
  return (rule) => {
    if (extensions.some((extension) => rule.startsWith(extension))) return !0;
    let said = longestSays(selected, ignored, length(rule));
    return said !== void 0 ? said : select !== void 0 || offByDefault.test(rule) ? !1 : flake8Own.test(rule) && rule !== "E800" ? !rule.startsWith("C90") || section.has("max-complexity") : local.includes(rule) || flake8Plugins.some(([prefix, plugins]) => prefix.test(rule) && plugins.some(facts.declared));
  };
}
function get(section, key) {
  return section?.get(key) ?? section?.get(key.replaceAll("-", "_"));
}
function optionalList(section, key) {
  let value = get(section, key);
  return value === void 0 ? void 0 : iniList(value);
}
var pylintMessages = [
  { code: "C0116", names: ["missing-function-docstring", "missing-docstring"] },
  { code: "R1732", names: ["consider-using-with"] },
  { code: "R2004", names: ["magic-value-comparison"], extension: "pylint.extensions.magic_value" },
  { code: "W0511", names: ["fixme"] },
  { code: "W0702", names: ["bare-except"] },
  { code: "W0707", names: ["raise-missing-from"] },
  { code: "W0718", names: ["broad-exception-caught", "broad-except", "W0703"] },
  { code: "W3101", names: ["missing-timeout"] }
];
function pylint(project) {
  let settings = pylintSettings(project);
  if (settings !== void 0)
    return (rule) => {
      let message = pylintMessages.find(({ code, names: names3 }) => code === rule || names3.includes(rule)), names2 = message === void 0 ? [rule] : [message.code, ...message.names];
      if (names2.some((name) => settings.enable.includes(name))) return !0;
      if (names2.some((name) => settings.disable.includes(name))) return !1;
      let category = message?.code[0] ?? (/^[CREWF]\d{4}$/.test(rule) ? rule[0] : "");
      return category !== "" && settings.enable.includes(category) ? !0 : settings.disable.includes("all") || category !== "" && settings.disable.includes(category) || message === void 0 ? settings.enable.includes("all") : message.extension === void 0 || settings.plugins.includes(message.extension);
    };
}
function pylintSettings(project) {
  let { ini, toml } = configurationFiles(project);
  for (let { name, content } of ini) {
    let sections = /^\.?pylintrc$/.test(name) ? [...content.values()] : /^(?:setup\.cfg|tox\.ini)$/.test(name) ? pylintSections(content) : [];
    if (sections.length > 0) {
      let list2 = (key) => sections.flatMap((section) => iniList(get(section, key)));
      return { enable: list2("enable"), disable: list2("disable"), plugins: list2("load-plugins") };
    }
  }
  for (let { name, content } of toml) {
    let table = /^\.?pylintrc\.toml$/.test(name) ? tomlAt(content, "tool", "pylint") ?? content : tomlAt(content, "tool", "pylint");
    if (table === void 0) continue;
    let tables = [table, ...tomlEntries(table).map(([, section]) => section)], list2 = (key) => tables.flatMap((section) => tomlStrings(tomlAt(section, key) ?? tomlAt(section, key.replaceAll("-", "_")))).flatMap((item) => iniList(item));
    return { enable: list2("enable"), disable: list2("disable"), plugins: list2("load-plugins") };
  }
}
function pylintSections(content) {
  return [...content].filter(([name]) => /^pylint\b/i.test(name)).map(([, section]) => section);
}

// src/model/conventions.ts
function findConventions(project, contextOf) {
  let todos = once(() => countTodos(project)), uuidSentinel = once(() => findUuidSentinel(project)), seededBy = once(() => findSeeding(project, contextOf)), waitHelpers = once(() => findWaitHelpers(project, contextOf)), timeoutVariable = once(() => findTimeoutVariable(project)), globalTimeouts = once(() => findGlobalTimeouts(project));
  return {
    get todos() {
      return todos();
    },
    get uuidSentinel() {
      return uuidSentinel();
    },
    get seededBy() {
      return seededBy();
    },
    get waitHelpers() {
      return waitHelpers();
    },
    get timeoutVariable() {
      return timeoutVariable();
    },
    get globalTimeouts() {
      return globalTimeouts();
    }
  };
}
function once(compute2) {
  let result;
  return () => (result ??= { value: compute2() }).value;
}
function countTodos(project) {
  let total = 0, owned = 0;
  for (let module of project.modules) {
    let { texts } = module.tree.comments;
    for (let i = 0; i < texts.length; i++) {
      let alone = todoComment(texts[i]);
      alone !== void 0 && (total++, (alone.owned || todoComment(texts[i], textBelow(module, i)).owned) && owned++);
    }
  }
  return { total, owned, share: total === 0 ? 0 : owned / total };
}
function textBelow(module, index) {
  let { comments } = commentsOf(module), lines = [];
  for (let i = index + 1; i < comments.length; i++) {
    let comment = comments[i];
    if (!comment.ownLine || comment.line !== comments[i - 1].line + 1 || todoComment(comment.text) !== void 0) break;
    lines.push(comment.text);
  }
  return lines.join(" ");
}
function findUuidSentinel(project) {
  let wanted = new Set(["uuidsentinel", "uuids"].map(project.names.find).filter((name2) => name2 !== 0));
  if (wanted.size === 0) return;
  let counts2 = /* @__PURE__ */ new Map();
  for (let module of project.modules) {
    let { tree } = module;
    for (let node of module.index.imports)
      for (let child of tree.children(node)) {
        let aliased = tree.kind(child) === Kind.aliased_import, name2 = aliased ? tree.child(child, Field.name) : child;
        if (tree.kind(name2) !== Kind.dotted_name || tree.field(child) !== Field.name) continue;
        let last = tree.children(name2).at(-1), bound = aliased ? tree.child(child, Field.alias) : last;
        if (!wanted.has(tree.name(last)) && !wanted.has(tree.name(bound))) continue;
        let from = tree.kind(node) === Kind.import_from_statement ? fromImportModule(tree, node, module.resolveModule) : void 0, target2 = from === void 0 ? dottedText(tree, name2) : `${from}.${dottedText(tree, name2)}`, key = `${tree.text(bound)} ${target2}`;
        counts2.set(key, (counts2.get(key) ?? 0) + 1);
      }
  }
  let [most] = [...counts2].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === void 0) return;
  let [name, target] = most[0].split(" ");
  return { name, target, files: most[1] };
}
function findSeeding(project, contextOf) {
  let facts = projectFacts(project), plugin = ["pytest-randomly", "pytest-random-order"].find(facts.declared);
  if (plugin !== void 0) return plugin;
  let seed = project.names.find("seed");
  if (seed !== 0)
    for (let module of project.modules) {
      let { tree, index } = module, seeds = index.calls.filter((call) => {
        let callee = call + 1, last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
        return tree.name(last) === seed;
      });
      if (seeds.length === 0 || !runsTests(project, module, contextOf(module))) continue;
      let isRandom = (call) => {
        let definition = project.dotted(module, module.functionAround(call), call + 1);
        return definition?.kind === "external" && /^(?:random|numpy\.random)\.seed$/.test(definition.name);
      };
      if (seeds.some(isRandom)) return module.path;
    }
}
function runsTests(project, module, context) {
  return /(?:^|\/)(?:conftest|noxfile|run_?tests?|\w*test_?runner\w*)\.py$/.test(module.path) ? !0 : context.isHelper && module.index.classes.some((_, index) => hasTestBase(project, module, index));
}
var waitName = /^_*(?:wait_for|wait_until|poll|eventually)/, boundNames = new Set("timeout deadline max_retries retries attempts tries max_wait".split(" "));
function findWaitHelpers(project, contextOf) {
  let found2 = [];
  for (let module of project.modules) {
    if (module.file.kind === "stub") continue;
    let { names: names2 } = module.tree;
    module.index.functions.forEach((item, functionIndex) => {
      if (item.name === 0 || item.parent >= 0 || !waitName.test(names2.text(item.name))) return;
      let parameters = parameterNames(module, item).map((name) => names2.text(name)).filter((name, i) => i > 0 || !/^(?:self|cls)$/.test(name)), bounds = parameters.filter((name) => boundNames.has(name));
      bounds.length !== 0 && found2.push({ name: names2.text(item.name), module, functionIndex, parameters, bounds, inTest: contextOf(module).isTest });
    });
  }
  return found2;
}
var timeoutName = /^(["'])([A-Z][A-Z\d_]*TIMEOUT[A-Z\d_]*)\1$/;
function findTimeoutVariable(project) {
  let found2 = [];
  for (let number4 = 1; number4 < project.names.size; number4++) {
    let text2 = project.names.text(number4);
    if (text2.length > 60 || text2[0] !== "'" && text2[0] !== '"' || !text2.includes("TIMEOUT")) continue;
    let name = timeoutName.exec(text2)?.[2];
    name !== void 0 && /(?:^|_)TESTS?_/.test(name) && found2.push(name);
  }
  return found2.sort()[0];
}
function findGlobalTimeouts(project) {
  let { ini, toml } = configurationFiles(project), found2 = [], add3 = (name, value, file) => {
    if (value === void 0 || value === "" || found2.some((other) => other.name === name)) return;
    let seconds = typeof value == "number" ? value : typeof value == "string" && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : void 0;
    seconds !== 0 && found2.push({ name, ...seconds === void 0 ? {} : { seconds }, file: filePath(file) });
  }, addPytest2 = (get2, file) => {
    add3("pytest-timeout", get2("timeout"), file), add3("faulthandler_timeout", get2("faulthandler_timeout"), file);
    let options = get2("addopts"), text2 = Array.isArray(options) ? options.join(" ") : typeof options == "string" ? options : "";
    add3("pytest-timeout", /(?:^|\s)--timeout[=\s](\S+)/.exec(text2)?.[1], file);
  };
  for (let file of toml) {
    let table = tomlAt(file.content, "tool", "pytest", "ini_options") ?? tomlAt(file.content, "tool", "pytest");
    table !== void 0 && addPytest2((key) => tomlAt(table, key), file.path);
  }
  for (let file of ini) {
    let section = file.content.get("tool:pytest") ?? (file.name === "setup.cfg" ? void 0 : file.content.get("pytest"));
    section !== void 0 && addPytest2((key) => section.get(key), file.path);
    for (let values of file.content.values()) {
      let variable = /^\s*(\w*TEST_TIMEOUT\w*)\s*=\s*(\S+)/m.exec(values.get("setenv") ?? values.get("set_env") ?? "");
      variable !== null && add3(variable[1], variable[2], file.path);
    }
  }
  return found2;
}

// src/analyse/knowledge.ts
function gatherKnowledge(project) {
  let context = createTestContexts(project), conventions, linters;
  return {
    project,
    context,
    role: createFunctionRoles(project, context),
    facts: projectFacts(project),
    get conventions() {
      return conventions ??= findConventions(project, context);
    },
    get linters() {
      return linters ??= configuredLinters(project);
    }
  };
}

// src/rules/fill-message.ts
function fillMessage(template, values) {
  return template.replace(/\{([a-z][a-z_]*)\}/g, (_, name) => {
    let value = values[name];
    if (value === void 0) throw new Error(`no value for {${name}} in the message "${template}"`);
    return String(value);
  });
}

// src/analyse/constructs.ts
function constructRange(tree, node) {
  if (tree.kind(node) === Kind.call) {
    let callee = tree.child(node, Field.function), name = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
    return { start: tree.start(name), end: tree.end(node) };
  }
  return headerRange(tree, node);
}
var clauses = /* @__PURE__ */ new Set([
  Kind.elif_clause,
  Kind.else_clause,
  Kind.except_clause,
  Kind.finally_clause,
  Kind.case_clause,
  Kind.decorator
]);
function statementAround(tree, node) {
  let current = node;
  for (; ; ) {
    if (clauses.has(tree.kind(current))) return current;
    let parent = tree.parent(current);
    if (parent < 0) return current;
    let parentKind = tree.kind(parent);
    if (parentKind === Kind.block || parentKind === Kind.module || parentKind === Kind.decorated_definition) return current;
    current = parent;
  }
}
function headerRange(tree, node) {
  let start = tree.start(node), end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child))
    if (tree.kind(child) === Kind.block) return { start, end: tree.start(child) };
  return { start, end: tree.end(node) };
}

// src/analyse/reporter.ts
function createReporter(knowledge) {
  let detections = [], inventory = /* @__PURE__ */ new Map();
  return { report: (rule, draft) => {
    let { module } = draft;
    if (module.file.kind === "stub") return;
    let placed = place(rule, draft, knowledge);
    if (placed !== "silent") {
      if (placed.tier === "inventory") {
        inventory.set(rule.code, (inventory.get(rule.code) ?? 0) + 1);
        return;
      }
      detections.push(toDetection(rule, draft, placed.tier, placed.level, knowledge));
    }
  }, detections, inventory };
}
function place(rule, draft, knowledge) {
  let { isTest, role } = knowledge.context(draft.module);
  if (rule.category === "practice") {
    let level = practiceLevel(rule, isTest);
    return level === "off" ? "silent" : { tier: "note", level: draft.level ?? level };
  }
  let tier = draft.tier ?? rule.tier;
  return tier === "inventory" ? { tier, level: void 0 } : isTest && rule.test === "off" ? "silent" : isTest && rule.test === "note" || role !== "production" && !isTest && rule.test !== "on" ? { tier: "hotspot", level: "note" } : { tier, level: draft.level };
}
function toDetection(rule, draft, tier, level, knowledge) {
  let { module, node, functionIndex } = draft, { tree } = module, statement = statementAround(tree, node), scopeHeader = functionIndex === MODULE ? void 0 : headerRange(tree, module.index.functions[functionIndex].node);
  return {
    rule: rule.code,
    tier,
    ...level === void 0 ? {} : { level },
    file: filePath(module.path),
    range: draft.range ?? constructRange(tree, node),
    message: messageOf(rule, draft),
    ...draft.fix === void 0 ? {} : { fix: draft.fix },
    statement: headerRange(tree, statement),
    scope: scopeName(module, functionIndex, node),
    ...scopeHeader === void 0 ? {} : { scopeHeader },
    related: (draft.related ?? []).map((related) => ({
      file: filePath(related.module.path),
      range: constructRange(related.module.tree, related.node),
      message: related.message
    })),
    flows: [],
    ...draft.groupKey === void 0 ? {} : { groupKey: draft.groupKey },
    otherPlaces: (draft.otherPlaces ?? []).map((other) => ({
      file: filePath(other.module.path),
      range: constructRange(other.module.tree, other.node)
    })),
    rank: draft.rank ?? {},
    inTest: knowledge.context(module).isTest,
    ...draft.mergedRules === void 0 ? {} : { mergedRules: draft.mergedRules },
    ...draft.secret === void 0 ? {} : { secret: draft.secret }
  };
}
function messageOf(rule, draft) {
  if (draft.message !== void 0) return fillMessage(draft.message, draft.values ?? {});
  let template = draft.wording === void 0 ? rule.message : rule.messages?.[draft.wording];
  if (template === void 0) throw new Error(`${rule.code} has no message "${draft.wording}"`);
  return fillMessage(template, draft.values ?? {});
}
function scopeName(module, functionIndex, node) {
  let classIndex = module.classAround(node);
  return classIndex !== MODULE && (functionIndex === MODULE || module.index.classes[classIndex].node > module.index.functions[functionIndex].node) ? module.qualifiedClassName(classIndex) : module.qualifiedName(functionIndex);
}

// src/analyse/return-types.ts
function returnTypes(models, knowledge) {
  let types = /* @__PURE__ */ new Map();
  for (let entry of models)
    if (!(entry.returns === void 0 || !holds2(entry, knowledge)))
      for (let name of [...entry.call ?? [], ...entry.attr ?? []])
        for (let owner2 of entry.on ?? [""]) types.set(owner2 === "" ? name : `${owner2}.${name}`, entry.returns);
  return types;
}
function holds2(entry, { facts }) {
  if (entry.since === void 0 && entry.before === void 0) return !0;
  let name = (entry.call ?? entry.attr ?? [""])[0].split(".", 1)[0], floor = facts.floor(name);
  return entry.before === void 0 || floor !== void 0 && floor.admitsBelow(entry.before);
}

// src/analyse/analyse.ts
function analyse(project, rules, options) {
  let knowledge = gatherKnowledge(project), reporter = createReporter(knowledge), deferred = options.deferToConfiguredLinters ? deferredRules(rules.rules, knowledge) : /* @__PURE__ */ new Map(), running = rules.rules.filter((rule) => !deferred.has(rule.code)), failures = createFailures(), engine, active = running.map((rule) => ({ rule, detector: createDetector(rule, knowledge, () => engine, reporter.report) })), interests = active.flatMap(({ detector }) => detector.interest === void 0 ? [] : [detector.interest]), references = new Set(interests.flatMap((interest) => interest.references ?? []).map((name) => name.slice(name.lastIndexOf(".") + 1))), observers = active.flatMap(({ rule, detector }) => detector.observer === void 0 ? [] : [guarded(rule, detector.observer, failures)]);
  engine = new Engine(project, observers, returnTypes(rules.models, knowledge), references);
  let interesting = createInterest(project, interests), functions = 0;
  for (let module of project.modules)
    if (module.file.kind !== "stub") {
      functions += module.index.functions.length;
      for (let { rule, detector } of active)
        detector.module !== void 0 && failures.guard(rule, module, () => detector.module(module));
      for (let index of [...interesting(module)].toSorted((a, b) => a - b)) evaluate2(engine, module, index, failures);
    }
  for (let { rule, detector } of active)
    detector.finish !== void 0 && failures.guard(rule, void 0, () => detector.finish());
  let problems = [...failures.problems, ...knowledge.facts.problems, ...limitProblems(engine, knowledge)];
  return {
    detections: reporter.detections.toSorted(
      (a, b) => compare(a.file, b.file) || a.range.start - b.range.start || compare(a.rule, b.rule) || compare(a.message, b.message)
    ),
    coverage: {
      files: project.modules.filter((module) => module.file.kind !== "stub").map((module) => analysedFile(module, knowledge)),
      functions,
      rulesRun: running.map((rule) => rule.code).toSorted(),
      familiesNotExamined: rules.familiesNotExamined,
      sinks: [],
      inventory: reporter.inventory,
      unresolvedImports: 0,
      deferred,
      facts: statistics(knowledge)
    },
    reviewed: describeProject(project, knowledge.context, void 0, options.hints),
    problems
  };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function createDetector(rule, knowledge, engine, report) {
  let create = detectors[rule.detector];
  return create === void 0 ? {} : create({ rule, knowledge, engine, report: (draft) => report(rule, draft) });
}
function createFailures() {
  let problems = [], failed2 = /* @__PURE__ */ new Set();
  return { problems, guard: (rule, module, work) => {
    let key = `${rule.code} ${module?.path ?? ""}`;
    if (!failed2.has(key))
      try {
        work();
      } catch (error) {
        failed2.add(key);
        let where = module === void 0 ? "" : ` on ${module.path}`, message = `${rule.code} failed${where} (${error instanceof Error ? error.message : String(error)}); please report it.`;
        problems.push({ id: "PVN005", message, rule: rule.code, hidesCode: !0, ...module ? { file: filePath(module.path) } : {} });
      }
  } };
}
function guarded(rule, observer, failures) {
  let wrap = (handler) => handler === void 0 ? {} : { handler: (event) => failures.guard(rule, event.module, () => handler(event)) }, parts2 = {
    call: wrap(observer.call).handler,
    assign: wrap(observer.assign).handler,
    reference: wrap(observer.reference).handler,
    loop: wrap(observer.loop).handler,
    compare: wrap(observer.compare).handler
  };
  return Object.fromEntries(Object.entries(parts2).filter(([, handler]) => handler !== void 0));
}
function evaluate2(engine, module, index, failures) {
  try {
    index === MODULE ? engine.runModule(module) : engine.summary(module, index);
  } catch (error) {
    let message = `${`${module.qualifiedName(index)} in ${module.path}`} could not be followed (${error instanceof Error ? error.message : String(error)}); please report it.`;
    failures.problems.push({ id: "PVN004", message, file: filePath(module.path), hidesCode: !0 });
  }
}
function limitProblems(engine, knowledge) {
  return engine.limits.map(({ module, functionIndex, what }) => ({
    id: "PVN004",
    message: `${module.qualifiedName(functionIndex)} in ${module.path} was followed only in part: ${what} reached.`,
    file: filePath(module.path),
    hidesCode: !knowledge.context(module).isTest
  }));
}
function statistics({ conventions: { todos } }) {
  return todos.total === 0 || todos.share >= 0.5 ? [] : [`${todos.owned} of ${todos.total} TODO comments name an owner, an issue or a link.`];
}
function analysedFile(module, knowledge) {
  let context = knowledge.context(module), reasons = commentReasons(module);
  return {
    path: filePath(module.path),
    lines: module.tree.lineCount,
    test: context.isTest,
    description: describeFile(module, context),
    ...reasons === void 0 ? {} : { commentReasons: reasons }
  };
}

// src/deliver/deliver.ts
import { relative, sep as sep2 } from "node:path";

// src/findings/verdict.ts
function verdictOf({ findings, coverage: coverage2, sources, problems }) {
  if (coverage2.files.length === 0) return sources.files.some(({ kind }) => kind !== "stub") ? "failed" : "incomplete";
  if (findings.some(({ tier, suppression }) => tier === "defect" && suppression === void 0)) return "defects";
  let tests = new Set(coverage2.files.filter(({ test }) => test).map(({ path: path2 }) => path2)), isTest = (path2) => tests.has(path2) || looksLikeTestPath(path2);
  return sources.skipped.some(({ path: path2, reason: reason2 }) => hidingReasons.has(reason2) && !isTest(path2)) || problems.some((problem) => hides(problem, isTest)) ? "incomplete" : "no-explicit-defects";
}
var hidingReasons = /* @__PURE__ */ new Set(["too-large", "unreadable", "encoding"]);
function hides(problem, isTest) {
  return problem.id === "PVN005" ? problem.hidesCode || !(problem.rule?.startsWith("BP") ?? !1) : problem.hidesCode ? !((problem.id === "PVN001" || problem.id === "PVN002") && problem.file !== void 0 && isTest(problem.file)) : !1;
}

// src/findings/severity.ts
var REVIEW_LIMIT = 6.9;
function findingSeverity(rule, tier) {
  if (!(typeof rule.severity != "number" || tier === "note"))
    return tier === "hotspot" ? rule.caseSeverity?.hotspot ?? Math.min(rule.severity, REVIEW_LIMIT) : rule.caseSeverity?.defect ?? rule.severity;
}
function severityBand(severity) {
  return severity > 9 ? "critical" : severity >= 7 ? "high" : severity >= 4 ? "medium" : "low";
}
function compareBands(a, b) {
  return Math.sign(bands.indexOf(a) - bands.indexOf(b));
}
var bands = ["low", "medium", "high", "critical"];
function defaultLevel(rule, tier, inTest) {
  let severity = findingSeverity(rule, tier);
  return severity !== void 0 ? levelOfSeverity(severity) : typeof rule.severity != "object" ? "note" : (inTest ? rule.severity.test : rule.severity.production) === "warning" ? "warning" : "note";
}

// src/report/severity.ts
var severityNames = ["critical", "high", "medium", "low"];
function shownSeverity(finding2) {
  return finding2.severity === void 0 ? finding2.level : severityBand(finding2.severity);
}

// src/report/tally.ts
function tally(findings) {
  let active = activeFindings(findings), defects = active.filter((finding2) => finding2.tier === "defect"), bySeverity2 = { critical: 0, high: 0, medium: 0, low: 0 };
  for (let defect of defects) bySeverity2[severityBand(defect.severity ?? 0.1)]++;
  return {
    defects: defects.length,
    bySeverity: bySeverity2,
    hotspots: active.filter((finding2) => finding2.tier === "hotspot").length,
    notes: active.filter((finding2) => finding2.tier === "note").length,
    suppressed: findings.length - active.length
  };
}
function activeFindings(findings) {
  return findings.filter((finding2) => !finding2.suppression);
}

// src/report/text/count.ts
function count2(number4, one, many = `${one}s`) {
  return `${grouped(number4)} ${number4 === 1 ? one : many}`;
}
function grouped(number4) {
  return String(number4).replace(/\B(?=(\d{3})+$)/g, ",");
}
function listed(words3) {
  return words3.length < 2 ? words3[0] ?? "" : `${words3.slice(0, -1).join(", ")} and ${words3.at(-1) ?? ""}`;
}

// src/deliver/gate.ts
function gate(set, options) {
  let looked = inScope(set.findings, options.failScope), where = options.failScope === "new" ? " that the baseline lacks" : "", failures = [], defects = looked.filter((finding2) => finding2.tier === "defect" && failsOn(finding2, options.failOn));
  if (defects.length > 0) {
    let above = options.failOn === "critical" ? "critical" : `${options.failOn} or above`;
    failures.push(
      `${count2(defects.length, "security defect")} of severity ${above}${where} (fail-on: ${options.failOn})`
    );
  }
  let notes = looked.filter((finding2) => finding2.tier === "note" && practiceFails(finding2, options.failOnPractice));
  if (notes.length > 0) {
    let above = options.failOnPractice === "note" ? "note or above" : "warning";
    failures.push(
      `${count2(notes.length, "best-practice note")} of level ${above}${where} (fail-on-practice: ${options.failOnPractice})`
    );
  }
  let failed2 = failures.length > 0, incomplete = options.failOnIncomplete ? whyIncomplete(set) : void 0;
  if (incomplete !== void 0 && failures.push(`${incomplete} (fail-on-incomplete)`), failures.length > 0) return { result: "failed", text: failures.join("; "), exitCode: failed2 ? 1 : 4 };
  let off = options.failScope === "none" || options.failOn === "none" && options.failOnPractice === "none";
  return off && !options.failOnIncomplete ? { result: "off", text: `off (${offBecause(options)})`, exitCode: 0 } : { result: "passed", text: `passed (${off ? "fail-on-incomplete" : options.failOn === "none" ? `fail-on-practice: ${options.failOnPractice}` : `fail-on: ${options.failOn}`}${where})`, exitCode: 0 };
}
function inScope(findings, scope) {
  let active = activeFindings(findings);
  switch (scope) {
    case "all":
      return active;
    case "new":
      return active.filter((finding2) => finding2.baseline !== "unchanged");
    case "none":
      return [];
    case "changed-lines":
      throw new Error("the gate cannot look at changed lines");
  }
}
function failsOn(finding2, limit) {
  return limit === "none" ? !1 : severityNames.indexOf(severityBand(finding2.severity ?? 0.1)) <= severityNames.indexOf(limit);
}
function practiceFails(finding2, limit) {
  return limit === "none" ? !1 : limit === "note" || finding2.level !== "note";
}
function whyIncomplete(set) {
  if (set.coverage.files.length === 0) return "no Python file was analysed";
  let sources = { files: [], skipped: set.skipped };
  return verdictOf({ findings: [], coverage: set.coverage, sources, problems: set.problems }) === "incomplete" ? "the analysis is incomplete" : void 0;
}
function offBecause(options) {
  return options.failScope === "none" ? "fail-scope: none" : "fail-on: none";
}

// src/deliver/job.ts
async function setOutputs(outputs2) {
  let core = await import("./core-M6RT6TSB.js");
  for (let [name, value] of Object.entries(outputs2)) core.setOutput(name, value);
}
async function appendJobSummary(markdown) {
  let { summary } = await import("./core-M6RT6TSB.js");
  await summary.emptyBuffer().addRaw(markdown, !0).write();
}

// src/report/rule-view.ts
function rulesByCode(rules) {
  return new Map(rules.map((rule) => [rule.code, rule]));
}
function ruleOf(rules, code) {
  let rule = rules.get(code);
  if (!rule) throw new Error(`a finding names the rule ${code}, which is not in the rule set`);
  return rule;
}

// src/report/verdict-text.ts
function verdictText(set, rules) {
  let families = set.coverage.familiesNotExamined, notExamined = families.length > 0 ? ` · ${families.join(", ")} not examined` : "", { headline, statement } = wording(set, rules);
  return { verdict: set.verdict, headline, sentence: `${statement}${notExamined}.`, reviewed: reviewedLine(set) };
}
var caveat = "The verdict covers only the code analysed, by static rules. Configuration, dependencies, deployment and design were not reviewed; a review of the whole system is still needed.";
function wording(set, rules) {
  let files = set.coverage.files.length, counts2 = tally(set.findings);
  switch (set.verdict) {
    case "defects": {
      let parts2 = severityNames.flatMap(
        (name) => counts2.bySeverity[name] > 0 ? [`${grouped(counts2.bySeverity[name])} ${name}`] : []
      ), found2 = `${count2(counts2.defects, "security defect")} found`;
      return { headline: found2, statement: `${found2}: ${parts2.join(", ")}` };
    }
    case "no-explicit-defects":
      return {
        headline: "No explicit security defects found",
        statement: `No explicit security defects found in what was analysed: ${count2(files, "Python file")}, ${count2(securityRulesRun(set, rules), "security rule")}`
      };
    case "incomplete":
      return {
        headline: "Incomplete: no security defects found in the part that was analysed",
        statement: `Incomplete: no security defects found, but ${listed(whatIsMissing(set))}`
      };
    case "failed":
      return { headline: "Failed", statement: "Failed: the analysis did not finish" };
    default:
      return unreachable(set.verdict);
  }
}
function securityRulesRun(set, rules) {
  let byCode = rulesByCode(rules);
  return set.coverage.rulesRun.filter((code) => {
    let rule = byCode.get(code);
    return rule?.category === "security" && rule.tier !== "inventory";
  }).length;
}
function filesNotAnalysed(set) {
  return lostFiles(set).size;
}
function lostFiles(set) {
  let unread = set.skipped.filter(
    ({ reason: reason2 }) => reason2 === "too-large" || reason2 === "unreadable" || reason2 === "encoding"
  );
  return /* @__PURE__ */ new Set([
    ...hidden(set, ["PVN001", "PVN002"]).flatMap((problem) => problem.file ?? []),
    ...unread.map(({ path: path2 }) => path2)
  ]);
}
function whatIsMissing(set) {
  let missing = [], lost = lostFiles(set);
  if (lost.size > 0) {
    let all = /* @__PURE__ */ new Set([...set.coverage.files.map((file) => file.path), ...lost]);
    missing.push(`${grouped(lost.size)} of ${count2(all.size, "file")} could not be analysed`);
  } else set.coverage.files.length === 0 && missing.push("no Python file was analysed");
  let limits = hidden(set, ["PVN004"]).length;
  limits > 0 && missing.push(`a limit of the analysis was reached in ${count2(limits, "place")}`);
  let failed2 = new Set(hidden(set, ["PVN005"]).map((problem) => problem.rule ?? problem.message)).size;
  return failed2 > 0 && missing.push(`${count2(failed2, "rule")} failed`), missing.length > 0 ? missing : ["part of the code could not be analysed"];
}
function hidden(set, ids2) {
  return set.problems.filter((problem) => problem.hidesCode && ids2.includes(problem.id));
}
function reviewedLine(set) {
  let files = set.coverage.files, lines = files.reduce((sum, file) => sum + file.lines, 0), what = set.reviewed.description === "" ? "Python code" : set.reviewed.description, subject = set.reviewed.subject === void 0 ? "" : ` Subject: ${set.reviewed.subject}.`;
  return `Reviewed: ${what}, ${count2(files.length, "file")}, ${count2(lines, "line")}.${subject}`;
}

// src/deliver/outputs.ts
function outputs(set, files, upload, cut, compared) {
  let counts2 = tally(set.findings), fresh = tally(activeFindings(set.findings).filter((finding2) => finding2.baseline !== "unchanged"));
  return {
    verdict: set.verdict,
    "security-count": String(counts2.defects),
    "hotspot-count": String(counts2.hotspots),
    "practice-count": String(counts2.notes),
    "suppressed-count": String(counts2.suppressed),
    "critical-count": String(counts2.bySeverity.critical),
    "high-count": String(counts2.bySeverity.high),
    "medium-count": String(counts2.bySeverity.medium),
    "low-count": String(counts2.bySeverity.low),
    "new-security-count": compared ? String(fresh.defects) : "",
    "new-practice-count": compared ? String(fresh.notes) : "",
    "files-analysed": String(set.coverage.files.length),
    "files-not-analysed": String(filesNotAnalysed(set)),
    "sarif-file": files.sarifFile ?? "",
    "json-file": files.jsonFile ?? "",
    "summary-file": files.summaryFile ?? "",
    "sarif-id": upload.id ?? "",
    "upload-status": upload.status,
    "upload-status-reason": upload.reason ?? "",
    truncated: String(cut.truncated),
    "omitted-count": String(cut.omitted)
  };
}

// src/deliver/upload-step.ts
import { gzipSync } from "node:zlib";

// src/deliver/upload-sarif.ts
import { pathToFileURL } from "node:url";

// src/deliver/clock.ts
var systemClock = {
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  }),
  random: Math.random
};

// src/deliver/retry-delay.ts
var OUTAGE_DELAYS = [2e3, 8e3, 3e4], RATE_BUDGET = 12e4, TRANSIENT_AUTHENTICATION_DELAY = 5e3;
function retryDelay(failure2, state) {
  let { status } = failure2;
  if (status === void 0 || [408, 500, 502, 503, 504].includes(status)) {
    let delay = OUTAGE_DELAYS[state.tries - 1];
    return delay === void 0 ? void 0 : { delay, rate: !1 };
  }
  if (isRateLimit(failure2)) {
    let delay = rateDelay(failure2, state.now);
    return state.waitedForRate + delay > RATE_BUDGET ? void 0 : { delay, rate: !0 };
  }
  if ([401, 403, 404].includes(status) && state.tries === 1 && !state.fromFork)
    return { delay: TRANSIENT_AUTHENTICATION_DELAY, rate: !1 };
}
function isRateLimit({ status, headers, message }) {
  return status === 429 ? !0 : status !== 403 ? !1 : "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(message);
}
function rateDelay({ headers }, now) {
  let after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return Math.max(1e3, after * 1e3);
  let reset = Number(headers["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? Math.max(1e3, reset * 1e3 - now) : 6e4;
}

// src/deliver/upload-failure.ts
var remedies = {
  "no-permission": "Give the job `permissions: security-events: write` (and `contents: read`). In a reusable workflow the calling job needs them too.",
  fork: "Pull requests from forks run with a read-only token. The findings are below and in `results.sarif`; they reach code scanning when the branch is merged.",
  "dependabot-push": "Dependabot pushes run read-only: trigger on `pull_request` and leave Dependabot branches out of `push`.",
  "not-enabled": "Code scanning is free for public repositories; a private one needs GitHub Code Security. Set `upload: never` to silence this; all other outputs work without it.",
  archived: "The repository is archived.",
  "bad-token": "Leave `token` at its default.",
  "not-found": "The token cannot see this repository, or code scanning does not exist on this server.",
  "unknown-commit": "Upload needs a pushed commit: set `ref` and `sha` together.",
  invalid: "This is a defect in pyverdict: please report it with `results.sarif`.",
  "too-large": "Exclude directories with `exclude`.",
  "too-many": "Exclude directories with `exclude`.",
  "duplicate-category": "Give each run of pyverdict in this commit its own `category`.",
  "alert-limit": "GitHub has blocked uploads for this repository; see its documentation on alert limits.",
  "rate-limited": "Wait, or upload less often.",
  "processing-timeout": "GitHub is still processing the upload.",
  network: "The findings are in `results.sarif`.",
  unknown: "The findings are in `results.sarif`.",
  off: "The option `upload` is `never`.",
  event: "The inputs `ref` and `sha` must say which commit was scanned."
}, byText = [
  [
    "not-enabled",
    "advanced security must be enabled",
    "code security must be enabled",
    "code scanning is not enabled",
    "blocked by a policy"
  ],
  ["archived", "archived"],
  ["alert-limit", "too many logical alerts"],
  ["duplicate-category", "multiple runs with the same category", "same category"],
  ["too-many", "rejecting sarif, as there are more"],
  ["rate-limited", "rate limit"],
  ["bad-token", "bad credentials", "requires authentication"],
  ["unknown-commit", "commit not found", "not found in this repository"],
  [
    "invalid",
    "rejecting sarif",
    "an invalid uri was provided",
    "expected artifact location",
    "invalid security severity value",
    "sarif uri scheme"
  ]
];
function reasonOf(failure2, context) {
  let { status, message } = failure2;
  if (status === void 0) return "network";
  let text2 = message.toLowerCase();
  if (status === 429) return "rate-limited";
  if (status === 403 && context.actor === "dependabot[bot]" && context.eventName === "push") return "dependabot-push";
  if (status === 403 && text2.includes("resource not accessible by integration"))
    return context.fromFork ? "fork" : "no-permission";
  let found2 = byText.find(([, ...parts2]) => parts2.some((part) => text2.includes(part)));
  return found2 ? found2[0] : status === 401 ? "bad-token" : status === 404 ? "not-found" : status === 413 ? "too-large" : status === 400 || status === 422 ? "invalid" : "unknown";
}
function reasonOfErrors(errors) {
  let text2 = errors.join(`
`).toLowerCase();
  return byText.find(([, ...parts2]) => parts2.some((part) => text2.includes(part)))?.[0] ?? "unknown";
}

// src/deliver/upload-sarif.ts
var POLL_DELAYS = [5e3, 1e4, 2e4, 4e4, 8e4], TOTAL_BUDGET = 3e5;
async function uploadSarif(upload, github, clock = systemClock) {
  let api = await connect(github), start = clock.now(), path2 = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}/code-scanning/sarifs`, sent = await withRetries(() => api("POST", path2, bodyOf(upload)), github, clock, start);
  if (!sent.ok) {
    let reason2 = reasonOf(sent.failure, failureContext(github));
    return {
      status: reason2 === "fork" ? "skipped" : "failed",
      reason: reason2,
      remedy: remedies[reason2],
      serverMessage: describe(sent.failure)
    };
  }
  let id = textField(sent.answer.data, "id"), uploaded = { status: "uploaded", ...id !== void 0 && { id } };
  return !upload.waitForProcessing || id === void 0 ? uploaded : { ...await waitForProcessing(api, `${path2}/${encodeURIComponent(id)}`, github, clock, start), id };
}
function bodyOf(upload) {
  return {
    commit_sha: upload.sha,
    ref: upload.ref,
    sarif: Buffer.from(upload.gzip).toString("base64"),
    checkout_uri: pathToFileURL(`${upload.root}/`).href,
    // The scan began when this process did.
    started_at: new Date(performance.timeOrigin).toISOString(),
    tool_name: "pyverdict",
    ...upload.validate && { validate: !0 }
  };
}
async function withRetries(send, github, clock, start) {
  let { fromFork } = failureContext(github), waitedForRate = 0;
  for (let tries = 1; ; tries++) {
    let result = await send();
    if (result.ok) return result;
    let retry = retryDelay(result.failure, { tries, waitedForRate, fromFork, now: clock.now() });
    if (!retry) return result;
    let delay = Math.round(retry.delay * (1 + clock.random() / 4));
    if (clock.now() - start + delay > TOTAL_BUDGET) return result;
    retry.rate && (waitedForRate += retry.delay), await clock.pause(delay);
  }
}
async function waitForProcessing(api, path2, github, clock, start) {
  for (let delay of POLL_DELAYS) {
    if (clock.now() - start + delay > TOTAL_BUDGET) break;
    await clock.pause(delay);
    let result = await api("GET", path2);
    if (!result.ok) return { status: "processing", serverMessage: describe(result.failure) };
    let { data } = result.answer, status = textField(data, "processing_status");
    if (status === "complete") return complete(api, textField(data, "analyses_url"), github);
    if (status === "failed") return failed(data, github);
  }
  return { status: "processing", reason: "processing-timeout", remedy: remedies["processing-timeout"] };
}
async function complete(api, analysesUrl, github) {
  let prefix = `${github.apiUrl}/`;
  if (!analysesUrl?.startsWith(prefix)) return { status: "uploaded" };
  let result = await api("GET", analysesUrl.slice(prefix.length - 1)), [analysis] = result.ok && Array.isArray(result.answer.data) ? result.answer.data : [], warning = textField(analysis, "warning");
  return warning ? { status: "uploaded", serverMessage: withoutToken(warning, github.token()) } : { status: "uploaded" };
}
function failed(data, github) {
  let errors = data.errors, texts = Array.isArray(errors) ? errors.map((error) => withoutToken(String(error), github.token())) : [], serverMessage = texts.join(`
`);
  if (texts.length > 0 && texts.every((text2) => text2.startsWith("unsuccessful execution")))
    return { status: "uploaded", serverMessage };
  let reason2 = reasonOfErrors(texts);
  return { status: "failed", reason: reason2, remedy: remedies[reason2], serverMessage };
}
function failureContext(github) {
  return { fromFork: github.pullRequest?.fromFork ?? !1, actor: github.actor, eventName: github.eventName };
}
function describe(failure2) {
  return failure2.status === void 0 ? failure2.message : `${failure2.status}: ${failure2.message}`;
}
function textField(value, name) {
  if (typeof value != "object" || value === null) return;
  let found2 = value[name];
  return typeof found2 == "string" ? found2 : void 0;
}

// src/deliver/upload-target.ts
var foreignEvents = /* @__PURE__ */ new Set(["pull_request_target", "workflow_run"]);
function uploadTarget(options, github) {
  if (options.when === "never") return none2("off", "The option `upload` is `never`.");
  if (!github) return none2("network", "Not on a GitHub runner: GITHUB_REPOSITORY and GITHUB_API_URL are not set.");
  if (github.token() === "") return none2("bad-token", remedies["bad-token"]);
  if (options.target) return { upload: !0, ...options.target };
  let { eventName, pullRequest } = github;
  if (foreignEvents.has(eventName))
    return none2("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  if (eventName === "merge_group")
    return none2("event", "The ref of a merge queue is temporary; the push that follows uploads.");
  if (eventName === "pull_request") return pullRequestTarget(options, github);
  if (pullRequest)
    return none2("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  let sha = github.head ?? github.sha;
  return sha !== github.sha || !isCommit(sha) ? none2("unknown-commit", remedies["unknown-commit"]) : isRef(github.ref) ? { upload: !0, ref: github.ref, sha } : none2("unknown-commit", remedies["unknown-commit"]);
}
function pullRequestTarget(options, github) {
  let { pullRequest } = github;
  if (!pullRequest) return none2("unknown-commit", remedies["unknown-commit"]);
  if (pullRequest.fromFork && options.when !== "always") return none2("fork", remedies.fork);
  let sha = github.head ?? github.sha;
  return isCommit(sha) ? sha === github.sha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/merge`, sha } : sha === pullRequest.headSha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/head`, sha } : none2("unknown-commit", remedies["unknown-commit"]) : none2("unknown-commit", remedies["unknown-commit"]);
}
function none2(reason2, remedy) {
  return { upload: !1, reason: reason2, remedy };
}
function isCommit(text2) {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text2);
}
function isRef(text2) {
  return /^refs\/(heads|tags|pull)\/./.test(text2);
}

// src/deliver/upload-step.ts
var whole = { truncated: !1, omitted: 0 };
async function uploadStep(report, options, log) {
  let { github } = options, target = uploadTarget(options.upload, github);
  if (!target.upload || !github) {
    let reason2 = target.upload ? "unknown" : target.reason, remedy = target.upload ? "" : target.remedy;
    return reason2 !== "off" && tell2(log, reason2, remedy), { upload: { status: "skipped", reason: reason2, remedy }, cut: whole };
  }
  try {
    let view = report.uploadView(), cut = { truncated: view.truncated, omitted: view.omitted }, upload = await uploadSarif(
      {
        gzip: gzipSync(JSON.stringify(view.log), { level: 9 }),
        ref: target.ref,
        sha: target.sha,
        root: options.root,
        waitForProcessing: options.upload.waitForProcessing,
        validate: options.upload.when === "always"
      },
      github
    );
    return upload.reason !== void 0 && upload.status !== "uploaded" && tell2(log, upload.reason, upload.remedy ?? ""), upload.serverMessage && log.info(`GitHub said: ${upload.serverMessage}`), cut.truncated && log.warning(`${cut.omitted} findings were not sent to code scanning; results.sarif has all of them.`), { upload, cut };
  } catch (error) {
    let serverMessage = error instanceof Error ? error.message : String(error);
    return tell2(log, "unknown", serverMessage), { upload: { status: "failed", reason: "unknown", serverMessage }, cut: whole };
  }
}
var expected = /* @__PURE__ */ new Set(["fork", "event", "processing-timeout"]);
function tell2(log, reason2, remedy) {
  let text2 = `Upload to code scanning: ${reason2}. ${remedy}`;
  expected.has(reason2) ? log.info(text2) : log.warning(text2);
}

// src/deliver/write-file.ts
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join as join3, sep } from "node:path";
function writeResultFile(path2, text2, within) {
  if (within === void 0) {
    mkdirSync(dirname(path2), { recursive: !0 }), writeFileSync(path2, text2);
    return;
  }
  let directory = makeDirectory(dirname(path2), within), target = join3(directory, basename(path2));
  if (lstatSync(target, { throwIfNoEntry: !1 })?.isSymbolicLink())
    throw new Error(`${basename(path2)} is a symbolic link`);
  writeFileSync(target, text2);
}
function makeDirectory(directory, within) {
  if (directory === dirname(directory)) throw new Error("the file lies outside of the workspace");
  if (directory === within) return within;
  let real = join3(makeDirectory(dirname(directory), within), basename(directory));
  lstatSync(real, { throwIfNoEntry: !1 }) || mkdirSync(real);
  let resolved = realpathSync(real);
  if (!resolved.startsWith(within.endsWith(sep) ? within : within + sep))
    throw new Error("a symbolic link leads out of the workspace");
  return resolved;
}

// src/deliver/deliver.ts
async function deliver(findings, report, options, log) {
  let wanted = options.outputs, inAction = options.host === "action", failures = [], attempt = async (what, step2) => {
    try {
      return await step2(), !0;
    } catch (error) {
      let message = `${what} could not be written: ${reasonOf2(error)}`;
      return failures.push(message), log.warning(message), !1;
    }
  }, write = (path2, text2) => path2 === void 0 ? Promise.resolve(!1) : attempt(shownPath(path2, options), () => writeResultFile(path2, text2(), wanted.within));
  findings.coverage.files.length === 0 && log.warning("No Python file was analysed: this run says nothing about the code.");
  let sarifWritten = await write(wanted.sarif, () => pretty(report.sarif)), jsonWritten = await write(wanted.json, () => pretty(report.json)), { upload, cut } = await uploadStep(report, options, log), gated = gate(findings, options), outcome = {
    ...sarifWritten && { sarifFile: shownPath(wanted.sarif, options) },
    ...jsonWritten && { jsonFile: shownPath(wanted.json, options) },
    ...(inAction || options.upload.when !== "never") && { upload },
    gate: { result: gated.result, text: gated.text },
    ...cut,
    // The command line's outputs hold no clock: the same tree gives the same bytes.
    ...inAction && { durationSeconds: Math.round(performance.now() / 100) / 10 }
  };
  await attempt("Standard output", () => print(report, outcome, options));
  let summaryWritten = await write(wanted.summary, () => report.summary(outcome));
  if (inAction && wanted.summaryStyle !== "none") {
    let markdown = report.summary(outcome);
    await appendJobSummary(markdown).catch((error) => {
      log.info(
        `No job summary (${reasonOf2(error)}); it is in ${wanted.summary === void 0 ? "no file" : shownPath(wanted.summary, options)}.`
      );
    });
  }
  if (inAction) {
    let files = {
      ...outcome,
      ...summaryWritten && { summaryFile: shownPath(wanted.summary, options) }
    };
    await attempt("Outputs", () => setOutputs(outputs(findings, files, upload, cut, options.baseline !== void 0)));
  }
  let reasons = gated.result === "failed" ? [gated.text] : [];
  return findings.verdict === "failed" && reasons.push("none of the Python files could be analysed"), options.upload.when === "always" && (upload.status === "failed" || upload.status === "skipped") && reasons.push(`nothing was uploaded (${upload.reason ?? "unknown"}) and upload is "always"`), inAction || reasons.push(...failures), reasons.length === 0 ? { exitCode: 0 } : { exitCode: gated.exitCode === 0 ? 3 : gated.exitCode, failure: reasons.join("; ") };
}
function print(report, outcome, options) {
  switch (options.outputs.stdout) {
    case "text":
      process.stdout.write(report.console(options));
      break;
    case "json":
      process.stdout.write(pretty(report.json));
      break;
    case "sarif":
      process.stdout.write(pretty(report.sarif));
      break;
    case "markdown":
      process.stdout.write(report.summary(outcome));
      break;
    case void 0:
      break;
  }
}
function pretty(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
function shownPath(path2, options) {
  let shown = relative(options.outputs.within ?? process.cwd(), path2).split(sep2).join("/");
  return shown.startsWith("../") ? path2 : shown;
}
function reasonOf2(error) {
  if (!(error instanceof Error)) return String(error);
  let { code } = error;
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no permission to write there";
    case "EISDIR":
      return "it is a directory";
    case "ENOTDIR":
      return "part of its path is a file";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error.message;
  }
}

// src/discover/discover.ts
import { realpathSync as realpathSync6, statSync as statSync2 } from "node:fs";
import { isAbsolute, relative as relative2, sep as sep6 } from "node:path";

// src/discover/classify-file.ts
import { lstatSync as lstatSync2, realpathSync as realpathSync2, statSync } from "node:fs";
import { extname, sep as sep3 } from "node:path";

// src/discover/file-head.ts
import { closeSync, openSync, readSync } from "node:fs";
var headBytes = 8192, buffer = Buffer.allocUnsafe(headBytes);
function readHead(absolutePath) {
  let file;
  try {
    file = openSync(absolutePath, "r");
  } catch {
    return;
  }
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, headBytes, 0));
  } catch {
    return;
  } finally {
    closeSync(file);
  }
}
function isBinary(head) {
  return head[0] === 255 && head[1] === 254 || head[0] === 254 && head[1] === 255 ? !1 : head.includes(0);
}
var pythonShebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*(?:\S*\/)?)?(?:python|pypy)[\d.]*(?:[a-z]{1,2}|-dbg)?(?:[ \t\r\n]|$)/, uvShebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+)*)?(?:\S*\/)?uv[ \t]+run\b/;
function hasPythonShebang(head) {
  if (head[0] !== 35 || head[1] !== 33) return !1;
  let firstLine = Buffer.from(head.subarray(0, 128)).toString("latin1").split(`
`, 1)[0] ?? "";
  return pythonShebang.test(firstLine) || uvShebang.test(firstLine);
}

// src/discover/generated-code.ts
var generatedName = /_pb2(?:_grpc)?\.pyi?$/, saysGenerated = new RegExp(
  [
    /^#[#!\s*=:-]*(?:(?:note|warning|attention|notice)\b[:!\s]*)?/,
    /(?:this\s+(?:\w+\s+)?(?:file|module|code|script|class|package)\s+(?:is|was|has\s+been)\s+|form\s+implementation\s+|code\s+)?/,
    /(?:(?:auto|automatically|machine)[\s-]?)?generated(?:\s+(?:automatically|code|file|source))?/,
    // "Generated by Django" stands above migrations, which people edit: RunSQL and RunPython live there.
    /(?:\s+(?:by(?!\s+django\b)|from|with|using|via|on)\b|\s*[.,;:!]|\s*$)/
  ].map((part) => part.source).join(""),
  "i"
), saysDoNotEdit = /\bDO NOT (?:EDIT|MODIFY)\b|^#\W*do not (?:edit|modify)\b/, generatedTag = /(?:^|[^\w.])@generated\b/, maxHeaderLines = 25, maxHeaderBytes = 1024;
function generatedMark2(path2, head) {
  if (generatedName.test(path2)) return `named ${path2.slice(path2.lastIndexOf("/") + 1)}`;
  let text2 = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, maxHeaderBytes)).toString("latin1");
  if (!/generated|do not/i.test(text2)) return;
  let lines = headerLines(text2), index = lines.findIndex((line2, i) => isMark(line2, lines[i - 1] ?? ""));
  return index < 0 ? void 0 : `line ${index + 1}: ${(lines[index] ?? "").trim().slice(0, 80)}`;
}
function isMark(line2, before) {
  return line2.startsWith("#") ? saysDoNotEdit.test(line2) || generatedTag.test(line2) ? !0 : !(/^#+\s*generated\b/.test(line2) && /^#.*[\w,]\s*$/.test(before) && !/^#!|coding[:=]/.test(before)) && saysGenerated.test(line2) : !1;
}
function headerLines(text2) {
  let lines = [], closing;
  for (let line2 of text2.replace(/^\u00ef\u00bb\u00bf/, "").split(/\r\n|\n|\r/, maxHeaderLines))
    if (closing !== void 0)
      line2.includes(closing) && (closing = void 0), lines.push("");
    else if (/^\s*(?:#|$)/.test(line2))
      lines.push(line2);
    else {
      let opening = /^[rRuU]?("""|''')/.exec(line2), quotes = opening?.[1];
      if (opening === null || quotes === void 0) break;
      line2.slice(opening[0].length).includes(quotes) || (closing = quotes), lines.push("");
    }
  return lines;
}

// src/discover/ignore-patterns.ts
var import_ignore = __toESM(require_ignore(), 1), maxDoubleStars = 3, maxLength = 1e3;
function ignorePatterns(lines) {
  let refused = lines.filter((line2) => !line2.startsWith("#") && isCostly(line2)), used = lines.filter((line2) => !refused.includes(line2));
  return { matcher: (0, import_ignore.default)({ ignorecase: !1 }).add(used), refused };
}
function isCostly(line2) {
  return line2.length > maxLength || line2.split("**").length - 1 > maxDoubleStars;
}

// src/discover/classify-file.ts
var kinds = {
  ".py": "python",
  ".pyw": "python",
  ".pyi": "stub",
  ".ipynb": "notebook"
};
function classifier(root, options) {
  let exclude = globs("exclude", options.exclude), include = globs("include", options.include), excludedBy = (path2) => options.exclude.length > 0 && exclude.ignores(path2) ? "matches exclude" : options.include.length > 0 && !include.ignores(path2) ? "matches no include" : void 0;
  return {
    mayBeSource: (path2) => kindOf(path2) !== void 0,
    file: (path2, folder) => {
      let kind = kindOf(path2);
      if (kind === void 0 && path2.includes(".", path2.lastIndexOf("/") + 1)) return;
      let left = folder ?? exclusion(excludedBy(path2));
      return left !== void 0 ? kind === void 0 ? void 0 : skip(path2, left.reason, left.detail) : classify(root, path2, kind, !0);
    },
    named: (path2) => classify(root, path2, kindOf(path2) ?? "python", !1)
  };
}
function globs(option, patterns2) {
  let { matcher, refused } = ignorePatterns(patterns2);
  if (refused[0] === void 0) return matcher;
  throw new ConfigurationError(
    `${option}: ${refused[0].slice(0, 80)} is too costly to match: write it with at most three **.`
  );
}
function exclusion(detail) {
  return detail === void 0 ? void 0 : { reason: "excluded", detail };
}
function kindOf(path2) {
  return kinds[extname(path2).toLowerCase()];
}
function classify(root, path2, kind, asksForOrigin) {
  let absolutePath = root + sep3 + (sep3 === "/" ? path2 : path2.split("/").join(sep3)), stats = lstatSync2(absolutePath, { throwIfNoEntry: !1 });
  return stats === void 0 ? kind !== void 0 && path2.includes("�") ? skip(path2, "unreadable", "its name is not valid UTF-8") : void 0 : stats.isSymbolicLink() ? followLink(root, path2, absolutePath, kind, asksForOrigin) : classifyRegular(path2, absolutePath, stats, kind, asksForOrigin);
}
function classifyRegular(path2, absolutePath, stats, kind, asksForOrigin) {
  if (!stats.isFile()) return kind === void 0 ? void 0 : skip(path2, "unreadable", "not a regular file");
  let file = (known) => ({
    file: { path: filePath(path2), absolutePath, kind: known, size: stats.size }
  });
  if (stats.size === 0) return kind === void 0 ? void 0 : file(kind);
  let head = readHead(absolutePath);
  if (head === void 0)
    return kind === void 0 ? void 0 : skip(path2, "unreadable", "the system refuses to open it");
  let found2 = kind ?? (hasPythonShebang(head) ? "python" : void 0);
  if (found2 === void 0) return;
  let generated = asksForOrigin && found2 !== "notebook" ? generatedMark2(path2, head) : void 0;
  return generated !== void 0 ? skip(path2, "generated", generated) : isBinary(head) ? skip(path2, "binary", "a zero byte near its start") : stats.size > 5e6 ? skip(path2, "too-large", tooLarge(stats.size)) : file(found2);
}
function followLink(root, path2, absolutePath, kind, asksForOrigin) {
  let real, stats;
  try {
    real = realpathSync2(absolutePath), stats = statSync(real);
  } catch {
    return kind === void 0 ? void 0 : skip(path2, "symlink", "a symbolic link that leads nowhere");
  }
  if (!real.startsWith(root.endsWith(sep3) ? root : root + sep3))
    return kind !== void 0 || stats.isDirectory() ? skip(path2, "symlink-outside", "a symbolic link that leaves the checkout") : void 0;
  let target = real.slice(root.length).split(sep3).join("/").replace(/^\//, "");
  if (stats.isDirectory()) return skip(path2, "symlink", `a symbolic link to the directory ${target}`);
  let decision = classifyRegular(path2, real, stats, kind, asksForOrigin);
  return decision !== void 0 && "file" in decision ? { link: decision.file, target } : decision;
}
function tooLarge(size) {
  return `${(size / 1e6).toFixed(1)} MB, more than ${5e6 / 1e6} MB`;
}
function skip(path2, reason2, detail) {
  return { skipped: { path: filePath(path2), reason: reason2, detail } };
}

// src/discover/left-out-directory.ts
import { existsSync, lstatSync as lstatSync3, readdirSync, realpathSync as realpathSync3 } from "node:fs";
import { sep as sep4 } from "node:path";
var installedNames = /* @__PURE__ */ new Set(["node_modules", "__pypackages__", ".tox", ".nox", ".eggs"]), environmentNames = /* @__PURE__ */ new Set([".venv", "venv", ".env", "env", "ENV", "virtualenv"]), environmentScripts = ["bin/activate", "Scripts/activate", "Scripts/activate.bat"], vendoredNames = /* @__PURE__ */ new Set(["_vendor", "_vendored", "_vendored_packages", "vendored"]), perhapsVendoredNames = /* @__PURE__ */ new Set([
  "vendor",
  "vendors",
  "third_party",
  "third-party",
  "thirdparty",
  "3rdparty",
  "extern",
  "_extern",
  "external"
]), foreignEntry = /^(?:licen[cs]e|copying|notice)(?:[._-].*)?$|^vendor(?:ed)?\.(?:txt|toml)$|\.(?:dist-info|egg-info)$|^\.git$/i, maxChildren = 500;
function leftOutDirectories(root, wanted) {
  let known = /* @__PURE__ */ new Map([["", void 0]]);
  for (let path2 = wanted; path2 !== ""; path2 = parentOf2(path2)) known.set(path2, void 0);
  let look = (directory) => {
    if (known.has(directory)) return known.get(directory);
    let answer = look(parentOf2(directory)) ?? leftOutItself(root, directory);
    return known.set(directory, answer), answer;
  };
  return look;
}
function parentOf2(path2) {
  let slash = path2.lastIndexOf("/");
  return slash < 0 ? "" : path2.slice(0, slash);
}
function leftOutItself(root, directory) {
  let absolute = `${root}/${directory}`, name = directory.slice(directory.lastIndexOf("/") + 1);
  if (lstatSync3(absolute, { throwIfNoEntry: !1 })?.isSymbolicLink() === !0) {
    let inside = leadsInside(root, absolute);
    return { directory, reason: inside ? "symlink" : "symlink-outside", detail: inside ? "a directory that is a symbolic link" : "a symbolic link that leaves the checkout" };
  }
  let environment = environmentMark(absolute, name);
  if (environment !== void 0) return { directory, reason: "virtual-environment", detail: environment };
  if (vendoredNames.has(name)) return { directory, reason: "vendored", detail: `in ${directory}/` };
  if (!perhapsVendoredNames.has(name)) return;
  let mark = foreignMark(absolute);
  return mark === void 0 ? void 0 : { directory, reason: "vendored", detail: `in ${directory}/, which has ${mark}` };
}
function leadsInside(root, link) {
  try {
    let real = realpathSync3(link);
    return real === root || real.startsWith(root + sep4);
  } catch {
    return !1;
  }
}
function environmentMark(absolute, name) {
  if (installedNames.has(name)) return `named ${name}`;
  if (existsSync(`${absolute}/pyvenv.cfg`)) return "has pyvenv.cfg";
  if (environmentNames.has(name)) {
    let script = environmentScripts.find((path2) => existsSync(`${absolute}/${path2}`));
    if (script !== void 0) return `has ${script}`;
  }
  return existsSync(`${absolute}/conda-meta/history`) ? "has conda-meta/history" : void 0;
}
function foreignMark(absolute) {
  let entries = entriesOf(absolute), own2 = entries.find((entry) => foreignEntry.test(entry.name));
  if (own2 !== void 0) return own2.name;
  for (let child of entries.filter((entry) => entry.isDirectory()).slice(0, maxChildren)) {
    let mark = entriesOf(`${absolute}/${child.name}`).find((entry) => foreignEntry.test(entry.name));
    if (mark !== void 0) return `${child.name}/${mark.name}`;
  }
}
function entriesOf(absolute) {
  try {
    return readdirSync(absolute, { withFileTypes: !0 }).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch {
    return [];
  }
}

// src/discover/list-files.ts
import { existsSync as existsSync2, lstatSync as lstatSync5, realpathSync as realpathSync4 } from "node:fs";
import { dirname as dirname2 } from "node:path";

// src/discover/read-small-file.ts
import { lstatSync as lstatSync4, readFileSync } from "node:fs";
function readSmallFile(absolutePath, maxBytes2) {
  try {
    let stats = lstatSync4(absolutePath);
    return stats.isFile() && stats.size <= maxBytes2 ? readFileSync(absolutePath, "utf8") : void 0;
  } catch {
    return;
  }
}

// src/discover/walk-directory.ts
import { readdirSync as readdirSync2 } from "node:fs";
var maxIgnoreFileBytes = 1024 * 1024, neverSources = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "__pycache__"]);
function walkDirectory(root, directory, prune) {
  let files = [], unreadable = [], problems = [], readIgnoreFile = (path2) => {
    let name = path2 === "" ? ".gitignore" : `${path2}/.gitignore`, text2 = readSmallFile(`${root}/${name}`, maxIgnoreFileBytes);
    if (text2 === void 0) return;
    let { matcher, refused } = ignorePatterns(text2.split(/\r?\n/));
    for (let line2 of refused) problems.push(refusedLine(name, line2));
    return { prefixLength: path2 === "" ? 0 : path2.length + 1, matcher };
  }, pending = [
    { path: directory, ignoreFiles: ignoreFilesAbove(directory, readIgnoreFile) }
  ];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    let entries;
    try {
      entries = readdirSync2(next.path === "" ? root : `${root}/${next.path}`, { withFileTypes: !0 });
    } catch {
      unreadable.push(next.path);
      continue;
    }
    let own2 = entries.some((entry) => entry.name === ".gitignore") ? readIgnoreFile(next.path) : void 0, ignoreFiles = own2 === void 0 ? next.ignoreFiles : [...next.ignoreFiles, own2];
    for (let entry of entries) {
      let path2 = next.path === "" ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (neverSources.has(entry.name) || isIgnored(`${path2}/`, ignoreFiles) || prune(path2)) continue;
        pending.push({ path: path2, ignoreFiles });
      } else (entry.isFile() || entry.isSymbolicLink()) && !isIgnored(path2, ignoreFiles) && files.push(path2);
    }
  }
  return { files, unreadable, problems };
}
function ignoreFilesAbove(directory, read) {
  if (directory === "") return [];
  let segments = directory.split("/"), found2 = [];
  for (let depth = 0; depth < segments.length; depth++) {
    let ignoreFile = read(segments.slice(0, depth).join("/"));
    if (ignoreFile !== void 0 && found2.push(ignoreFile), isIgnored(`${segments.slice(0, depth + 1).join("/")}/`, found2)) return [];
  }
  return found2;
}
function isIgnored(path2, ignoreFiles) {
  for (let i = ignoreFiles.length - 1; i >= 0; i--) {
    let ignoreFile = ignoreFiles[i];
    if (ignoreFile === void 0) continue;
    let { ignored, unignored } = ignoreFile.matcher.test(path2.slice(ignoreFile.prefixLength));
    if (ignored || unignored) return ignored;
  }
  return !1;
}
function refusedLine(name, line2) {
  let shown = line2.length > 60 ? `${line2.slice(0, 60)}...` : line2;
  return {
    id: "PVC001",
    message: `${name}: the pattern ${shown} was not used, since matching it can take minutes: write it with at most three **.`,
    hidesCode: !1
  };
}

// src/discover/list-files.ts
var maxModulesBytes = 1024 * 1024;
async function listFiles(root, directory, prune) {
  let listed2 = await listByGit(root, directory);
  if (listed2 === void 0)
    return { ...walkDirectory(root, directory, prune), listedBy: "ignore-files" };
  if (listed2.length === 0)
    return { ...walkDirectory(root, directory, prune), listedBy: "git" };
  let submodules = submodulePaths(root), files = [], walks = [];
  for (let path2 of listed2)
    if (isNestedCheckout(root, path2, submodules)) {
      let nested = path2.endsWith("/") ? path2.slice(0, -1) : path2;
      prune(nested) || walks.push(walkDirectory(root, nested, prune));
    } else files.push(path2);
  return {
    files: walks.length === 0 ? files : files.concat(...walks.map((walk) => walk.files)),
    unreadable: walks.flatMap((walk) => walk.unreadable),
    problems: walks.flatMap((walk) => walk.problems),
    listedBy: "git"
  };
}
async function listByGit(root, directory) {
  let top = topLevel(root);
  if (top === void 0) return;
  let scope = directory === "" ? [] : ["--", directory], [listed2, claimedTop] = await Promise.all([
    runGit(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...scope]),
    runGit(root, ["rev-parse", "--show-toplevel"])
  ]);
  if (!(!listed2.ok || !claimedTop.ok) && isSameDirectory(top, claimedTop.stdout.toString("utf8").trimEnd()))
    return [...new Set(listed2.stdout.toString("utf8").split("\0"))].filter((path2) => path2 !== "");
}
function topLevel(root) {
  for (let folder = root; ; folder = dirname2(folder)) {
    if (existsSync2(`${folder}/.git`)) return folder;
    if (dirname2(folder) === folder) return;
  }
}
function isSameDirectory(a, b) {
  try {
    return realpathSync4.native(a) === realpathSync4.native(b);
  } catch {
    return !1;
  }
}
function isNestedCheckout(root, path2, submodules) {
  return path2.endsWith("/") ? !0 : path2.includes(".", path2.lastIndexOf("/") + 1) && !submodules.has(path2) ? !1 : lstatSync5(`${root}/${path2}`, { throwIfNoEntry: !1 })?.isDirectory() === !0;
}
function submodulePaths(root) {
  let text2 = readSmallFile(`${root}/.gitmodules`, maxModulesBytes) ?? "";
  return new Set(Array.from(text2.matchAll(/^[ \t]*path[ \t]*=[ \t]*(.+)$/gm), (match) => (match[1] ?? "").trim()));
}

// src/discover/project-files.ts
import { lstatSync as lstatSync6, readdirSync as readdirSync3, realpathSync as realpathSync5 } from "node:fs";
import { sep as sep5 } from "node:path";
var maxBytes = 256 * 1024, maxLockFileBytes = 1024 * 1024, exactNames = /* @__PURE__ */ new Set([
  "pyproject.toml",
  "setup.cfg",
  "setup.py",
  "Pipfile",
  "Pipfile.lock",
  "poetry.lock",
  "uv.lock",
  "pdm.lock",
  "tox.ini",
  "pytest.ini",
  ".pytest.ini",
  ".stestr.conf",
  "noxfile.py",
  ".gitreview",
  ".pre-commit-config.yaml",
  ".flake8",
  "ruff.toml",
  ".ruff.toml",
  ".pylintrc",
  "pylintrc",
  ".bandit",
  "mypy.ini",
  "Dockerfile",
  "Containerfile",
  "compose.yml",
  "compose.yaml",
  "PKG-INFO"
]), namePatterns = /^(?:(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)|Dockerfile\..+|.+\.[Dd]ockerfile|docker-compose(?:[.-].+)?\.ya?ml)$/, pathPatterns = /(?:^|\/)(?:requirements\/[^/]+\.txt|[^/]+\.(?:egg-info|dist-info)\/(?:PKG-INFO|METADATA|top_level\.txt)|\.github\/workflows\/[^/]+\.ya?ml)$/;
function isProjectFile(path2) {
  let name = path2.slice(path2.lastIndexOf("/") + 1);
  return exactNames.has(name) || namePatterns.test(name) || pathPatterns.test(path2);
}
function projectFilesAbove(root, given2) {
  let segments = given2 === "" ? [] : given2.split("/"), directories = segments.map((_, depth) => segments.slice(0, depth).join("/"));
  return given2 !== "" && directories.push(".github/workflows"), directories.flatMap(
    (directory) => filesOf(`${root}/${directory}`).map((name) => directory === "" ? name : `${directory}/${name}`).filter(isProjectFile)
  );
}
function readProjectFile(root, path2) {
  let limit = path2.endsWith(".lock") ? maxLockFileBytes : maxBytes, real;
  try {
    real = realpathSync5(`${root}/${path2}`);
  } catch {
    return;
  }
  if (!real.startsWith(root.endsWith(sep5) ? root : root + sep5)) return;
  let stats = lstatSync6(real, { throwIfNoEntry: !1 });
  if (stats?.isFile() !== !0) return;
  let text2 = readSmallFile(real, limit);
  if (text2 !== void 0) return { path: filePath(path2), text: text2 };
  let wrong = stats.size > limit ? `it is larger than ${limit / 1024} KB` : "the system refuses to open it; check its permissions";
  return { id: "PVN002", message: `${path2} was not read for project facts: ${wrong}.`, file: filePath(path2), hidesCode: !1 };
}
function filesOf(directory) {
  try {
    return readdirSync3(directory, { withFileTypes: !0 }).filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => entry.name);
  } catch {
    return [];
  }
}

// src/discover/discover.ts
async function discover(options) {
  let root = realDirectory(options.root), givens = (options.paths.length === 0 ? [root] : options.paths).map((path2) => given(root, path2)), classify2 = classifier(root, options), decisions = /* @__PURE__ */ new Map(), projectPaths = /* @__PURE__ */ new Set(), problems = [], listedBy = "git";
  for (let directory of givens.filter((one) => one.isDirectory).map((one) => one.path)) {
    let leftOut = leftOutDirectories(root, directory), leaveOut = (path2) => {
      let found2 = leftOut(path2);
      return found2 === void 0 || found2.reason === "vendored" ? !1 : (settle(decisions, { skipped: { path: filePath(found2.directory), reason: found2.reason, detail: found2.detail } }), !0);
    }, listing = await listFiles(root, directory, leaveOut);
    listing.listedBy === "ignore-files" && (listedBy = "ignore-files"), problems.push(...listing.problems);
    for (let path2 of listing.files) {
      let folder = leftOut(parentOf2(path2));
      if (folder !== void 0 && folder.reason !== "vendored") {
        classify2.mayBeSource(path2) && leaveOut(folder.directory);
        continue;
      }
      folder === void 0 && isProjectFile(path2) && projectPaths.add(path2), settle(decisions, classify2.file(path2, folder));
    }
    for (let path2 of listing.unreadable)
      settle(decisions, { skipped: { path: filePath(path2 === "" ? "." : path2), reason: "unreadable", detail: "the directory could not be listed" } });
  }
  for (let one of givens) {
    one.isDirectory || settle(decisions, classify2.named(one.path));
    for (let path2 of projectFilesAbove(root, one.path)) projectPaths.add(path2);
  }
  settleLinks(decisions);
  let sorted = [...decisions.values()].sort(byPath), files = sorted.flatMap((decision) => "file" in decision ? [decision.file] : []), skipped = sorted.flatMap((decision) => "skipped" in decision ? [decision.skipped] : []), read = [...projectPaths].sort(inCodeUnitOrder).flatMap((path2) => readProjectFile(root, path2) ?? []);
  return {
    root,
    files,
    skipped,
    projectFiles: read.filter((one) => "text" in one),
    listedBy,
    problems: [
      ...problems,
      ...read.filter((one) => "id" in one),
      ...skipped.flatMap(hidingProblem)
    ].sort((a, b) => inCodeUnitOrder(a.file ?? "", b.file ?? "") || inCodeUnitOrder(a.message, b.message))
  };
}
function realDirectory(path2) {
  try {
    let real = realpathSync6(path2);
    if (statSync2(real).isDirectory()) return real;
  } catch {
    throw new ConfigurationError(`The root ${path2} does not exist.`);
  }
  throw new ConfigurationError(`The root ${path2} is not a directory.`);
}
function given(root, path2) {
  let real;
  try {
    real = realpathSync6(path2);
  } catch {
    throw new ConfigurationError(`${path2} does not exist.`);
  }
  let below = relative2(root, real).split(sep6).join("/");
  if (below === ".." || below.startsWith("../") || isAbsolute(below))
    throw new ConfigurationError(`${path2} lies outside the root of the checkout, ${root}.`);
  let stats = statSync2(real);
  if (!stats.isDirectory() && !stats.isFile())
    throw new ConfigurationError(`${path2} is neither a file nor a directory.`);
  return { path: below, isDirectory: stats.isDirectory() };
}
function settle(decisions, decision) {
  if (decision === void 0) return;
  let path2 = pathOf(decision), earlier = decisions.get(path2);
  (earlier === void 0 || "skipped" in earlier && !("skipped" in decision)) && decisions.set(path2, decision);
}
function settleLinks(decisions) {
  let taken = new Set([...decisions.keys()].filter((path2) => !("link" in (decisions.get(path2) ?? {}))));
  for (let path2 of [...decisions.keys()].sort(inCodeUnitOrder)) {
    let decision = decisions.get(path2);
    if (!(decision === void 0 || !("link" in decision)))
      if (taken.has(decision.target)) {
        let detail = `a symbolic link to ${decision.target}`;
        decisions.set(path2, { skipped: { path: decision.link.path, reason: "symlink", detail } });
      } else
        taken.add(decision.target), decisions.set(path2, { file: decision.link });
  }
}
function pathOf(decision) {
  return "file" in decision ? decision.file.path : "link" in decision ? decision.link.path : decision.skipped.path;
}
function hidingProblem(skipped) {
  if (skipped.reason !== "too-large" && skipped.reason !== "unreadable") return [];
  if (looksLikeTestPath(skipped.path) || skipped.path.endsWith(".pyi")) return [];
  let advice = skipped.reason === "too-large" ? "exclude it if it is data or generated." : "mend its name or permissions, or exclude it.";
  return [
    {
      id: "PVN002",
      message: `${skipped.path} was not read: ${skipped.detail}; ${advice}`,
      file: skipped.path,
      hidesCode: !0
    }
  ];
}
function byPath(a, b) {
  return inCodeUnitOrder(pathOf(a), pathOf(b));
}
function inCodeUnitOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/discover/require-sources.ts
import { relative as relative3 } from "node:path";
function requireSources(sources, options) {
  if (options.host === "action" || sources.files.some((file) => file.kind !== "stub")) return sources;
  let where = options.paths.map((path2) => relative3(process.cwd(), path2) || ".").join(", "), skipped = sources.skipped.length, left = skipped === 0 ? "" : ` (${skipped} left out, for instance ${sources.skipped[0].path}: ${sources.skipped[0].reason})`;
  throw new ConfigurationError(`no Python file found in ${where}${left}; nothing was analysed, so there is no verdict`);
}

// src/findings/baseline.ts
import { readFileSync as readFileSync2 } from "node:fs";
var fingerprintName = "pyverdictContext/v1";
function readBaseline(path2) {
  let advice = 'Give a file that "pyverdict scan --sarif FILE" wrote, or leave the option out.', text2;
  try {
    text2 = readFileSync2(path2, "utf8");
  } catch (error) {
    let missing = error.code === "ENOENT";
    throw new ConfigurationError(
      `The baseline ${path2} ${missing ? "does not exist" : `cannot be read (${error.message})`}. ${advice}`
    );
  }
  let log;
  try {
    log = JSON.parse(text2.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigurationError(`The baseline ${path2} is not JSON: ${error.message}. ${advice}`);
  }
  let runs = property(log, "runs");
  if (!Array.isArray(runs))
    throw new ConfigurationError(`The baseline ${path2} is not SARIF: it has no "runs". ${advice}`);
  let known = /* @__PURE__ */ new Set(), results = 0, marked = 0;
  for (let run2 of runs)
    for (let result of list(property(run2, "results"))) {
      results++;
      let fingerprint2 = property(property(result, "partialFingerprints"), fingerprintName);
      if (typeof fingerprint2 != "string") continue;
      marked++, list(property(result, "suppressions")).some(
        (suppression) => property(suppression, "kind") === "inSource"
      ) || known.add(fingerprint2);
    }
  if (results > 0 && marked === 0)
    throw new ConfigurationError(
      `The baseline ${path2} has ${results} results without our fingerprints ("${fingerprintName}"): another tool wrote it. ${advice}`
    );
  return known;
}
function property(value, name) {
  return typeof value == "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function list(value) {
  return Array.isArray(value) ? value : [];
}

// src/findings/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprint(key, ordinal) {
  return createHash("sha256").update(`${joined2(key)}\0${ordinal}`, "utf8").digest("hex").slice(0, 32);
}
function fingerprints(keys) {
  let seen = /* @__PURE__ */ new Map();
  return keys.map((key) => {
    let text2 = joined2(key), ordinal = seen.get(text2) ?? 0;
    return seen.set(text2, ordinal + 1), fingerprint(key, ordinal);
  });
}
function joined2(key) {
  let fields = ["pv1", key.rule, key.path, key.scope, key.text];
  return key.taint !== void 0 && fields.push(key.taint.source, key.taint.sink), fields.join("\0");
}

// src/findings/group.ts
function groupDetections(detections, suppressions, line2) {
  let groups2 = /* @__PURE__ */ new Map();
  [...detections].sort(compareDetections).forEach((detection, index) => {
    let suppression = suppressions.get(detection), { by, key } = groupKey(detection, index), mark = suppression === void 0 ? "" : `${suppression.file}\0${suppression.line}\0${suppression.mark}`, full = `${key}\0\0${mark}`, group = groups2.get(full);
    group === void 0 ? groups2.set(full, { by, suppression, members: [detection] }) : group.members.push(detection);
  });
  let grouped2 = [...groups2.values()].map(({ by, suppression, members: members2 }) => {
    let [primary, ...others] = members2;
    return { primary, others, by, sameLine: [], ...suppression && { suppression } };
  });
  return oneALine(grouped2, line2);
}
function groupKey(detection, index) {
  let { rule, tier, file, scope, scopeHeader } = detection, name = `${rule}\0${tier}\0`;
  return detection.groupKey !== void 0 ? { by: "value", key: `${name}value\0${detection.groupKey}` } : tier !== "note" ? { by: "none", key: `${name}${index}` } : { by: "function", key: `${name}scope\0${file}\0${scope}\0${scopeHeader?.start ?? ""}` };
}
function oneALine(groups2, line2) {
  let kept = /* @__PURE__ */ new Map();
  for (let group of groups2) {
    let { rule, tier, file } = group.primary, key = `${rule}\0${tier}\0${file}\0${line2(group.primary)}\0${group.suppression === void 0 ? "" : "suppressed"}`, first = kept.get(key);
    first === void 0 ? kept.set(key, { ...group, sameLine: [] }) : first.sameLine.push(group);
  }
  return [...kept.values()];
}
function compareDetections(a, b) {
  return compareText(a.file, b.file) || a.range.start - b.range.start || a.range.end - b.range.end || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/findings/rank.ts
function rankScore(level, evidence, changed = "no") {
  let score = level === "note" ? 1 : 3;
  return changed !== "no" && (score += changed === "line" ? 2 : 1), evidence.numberKnown === !0 && score++, evidence.spansFiles === !0 && score++, (evidence.callingTests ?? 0) >= 3 && score++, evidence.explainedByComment === !0 && score--, evidence.fixtureData === !0 && score--, score;
}
function compareRank(a, b) {
  return b.rank - a.rank || familyOrder(a.rule) - familyOrder(b.rule) || compareText(a.file, b.file) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.ruleId, b.ruleId);
}
var familyIds = ["waiting", "flakiness", "errors", "hardcoded", "comments"];
function familyOrder(code) {
  let order2 = familyIds.indexOf(familyOf(code)?.id ?? "");
  return order2 < 0 ? familyIds.length : order2;
}
function orderO(rules) {
  let precision = (finding2) => {
    let order2 = precisions.indexOf(rules.get(finding2.rule)?.precision ?? "");
    return order2 < 0 ? precisions.length : order2;
  };
  return (a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (b.severity ?? 0) - (a.severity ?? 0) || levels.indexOf(a.level) - levels.indexOf(b.level) || precision(a) - precision(b) || compareFindings(a, b);
}
var tiers = ["defect", "hotspot", "note"], levels = ["error", "warning", "note"], precisions = ["very-high", "high", "medium", "low"];
function compareFindings(a, b) {
  return compareText(a.file, b.file) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.ruleId, b.ruleId) || compareText(a.fingerprint, b.fingerprint);
}

// src/findings/create-finding.ts
var RELATED_LIMIT = 10;
function createFindings(groups2, rules, places) {
  let prints = fingerprints(groups2.map(({ primary }) => fingerprintKey(primary, places)));
  return groups2.map((group, index) => createFinding(group, prints[index], rules, places));
}
function createFinding(group, fingerprint2, rules, places) {
  let { primary, suppression } = group, onLine = group.sameLine.flatMap((other) => [other.primary, ...other.others]), others = [...group.others, ...onLine].sort(compareDetections), members2 = [primary, ...others], rule = rules.get(primary.rule), secret = members2.some((member) => member.secret === !0), show = (place3) => {
    let { snippet, ...found3 } = places.found(place3);
    return secret || snippet === void 0 ? found3 : { ...found3, snippet };
  }, shown = others.slice(0, RELATED_LIMIT), related = [
    ...primary.related.map((place3) => ({ ...show(place3), message: place3.message })),
    ...shown.map((place3) => ({ ...show(place3), message: onLine.includes(place3) ? "also on this line" : "also here" }))
  ], allPlaces = everyPlace(members2, places), seen = new Set(
    [primary, ...primary.related, ...shown].map(
      (place3) => placeKey(place3.file, places.line(place3.file, place3.range.start))
    )
  ), further = allPlaces.filter(({ file, line: line2 }) => !seen.has(placeKey(file, line2))).length, level = members2.map((member) => member.level ?? (rule ? defaultLevel(rule, member.tier, member.inTest) : "note")).sort(bySeverity)[0], severity = rule === void 0 ? void 0 : findingSeverity(rule, primary.tier), found2 = show(primary);
  return {
    ...found2,
    rule: primary.rule,
    ruleId: primary.tier === "hotspot" ? `${primary.rule}/review` : primary.rule,
    tier: primary.tier,
    level,
    ...severity !== void 0 && { severity },
    message: withCount(primary.message, group),
    fix: primary.fix ?? rule?.fix ?? "",
    context: places.context({ file: primary.file, range: around(primary) }),
    scope: primary.scope,
    related,
    furtherPlaces: further,
    allPlaces,
    flows: members2.flatMap(
      ({ flows }) => flows.map(({ steps }) => ({
        steps: steps.map((step2) => ({ ...show(step2), kind: step2.kind, message: step2.message, depth: step2.depth }))
      }))
    ),
    lineHash: places.lineHash(primary.file, found2.region.startLine),
    fingerprint: fingerprint2,
    ...suppression && { suppression },
    inTest: primary.inTest,
    mergedRules: [...new Set(members2.flatMap(({ mergedRules }) => mergedRules ?? []))].sort(),
    secret,
    rank: Math.max(...members2.map(({ rank }) => rankScore(level, rank)))
  };
}
function fingerprintKey(detection, places) {
  let { rule, file, scope, statement, groupKey: groupKey2, taint } = detection, secret = detection.secret === !0;
  if (groupKey2 !== void 0 && !secret) return { rule, path: "", scope: "", text: groupKey2 };
  let text2 = places.tokens({ file, range: statement }, secret ? "hidden" : "kept");
  return { rule, path: file, scope, text: text2, ...taint && { taint } };
}
function withCount(message, { primary, others, by, sameLine }) {
  let counts2 = [], where = primary.scope === "<module>" ? "at module level" : "in this function";
  return by === "function" && others.length > 0 && counts2.push(`${others.length} more ${where}`), sameLine.length > 0 && counts2.push(`${sameLine.length} more on this line`), counts2.length === 0 ? message : `${message.endsWith(".") ? message.slice(0, -1) : message} (and ${counts2.join(", ")}).`;
}
function around({ range, statement }) {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}
function placeKey(file, line2) {
  return `${file}\0${line2}`;
}
function everyPlace(members2, places) {
  let all = /* @__PURE__ */ new Map(), add3 = ({ file, range }) => {
    let line2 = places.line(file, range.start);
    all.set(placeKey(file, line2), { file, line: line2 });
  };
  for (let member of members2)
    if (add3(member), !(member.otherPlaces === void 0 || member.otherPlaces.length === 0)) {
      for (let place3 of member.related) add3(place3);
      for (let place3 of member.otherPlaces) add3(place3);
    }
  return [...all.values()];
}
function bySeverity(a, b) {
  let order2 = ["error", "warning", "note"];
  return order2.indexOf(a) - order2.indexOf(b);
}

// src/findings/overlap.ts
function dropOverlapped(detections, rules, byte) {
  let dropped = /* @__PURE__ */ new Set();
  for (let file of byFile(detections)) {
    let extents = file.map((detection) => ({ detection, ...extent(detection) })).sort((a, b) => a.start - b.start);
    for (let first = 0; first < extents.length; first++) {
      let one = extents[first];
      for (let second = first + 1; second < extents.length && extents[second].start < one.end; second++) {
        let loser = loserOf(one.detection, extents[second].detection, rules, byte);
        loser !== void 0 && dropped.add(loser);
      }
    }
  }
  return detections.filter((detection) => !dropped.has(detection));
}
function loserOf(a, b, rules, byte) {
  let aNamesB = a.rule !== b.rule && (rules.get(a.rule)?.overlaps.includes(b.rule) ?? !1), bNamesA = a.rule !== b.rule && (rules.get(b.rule)?.overlaps.includes(a.rule) ?? !1);
  if (aNamesB || bNamesA) {
    let loser = aNamesB ? a : b;
    return (a.tier === "note" && b.tier === "note" ? sameStatement(a, b) : samePlace(a, b, byte)) ? loser : void 0;
  }
  if (!(weight[a.tier] === weight[b.tier] || !samePlace(a, b, byte)))
    return weight[a.tier] < weight[b.tier] ? a : b;
}
var weight = { note: 0, hotspot: 1, defect: 2 };
function sameStatement(a, b) {
  return equal(a.statement, b.statement) || intersect2(a.range, b.range);
}
function samePlace(a, b, byte) {
  if (equal(a.range, b.range)) return !0;
  if (!equal(a.statement, b.statement) || !contains(a.range, b.range) && !contains(b.range, a.range)) return !1;
  let isCall = (detection) => byte(detection.file, detection.range.end - 1) === 41;
  return !(isCall(a) && isCall(b));
}
function equal(a, b) {
  return a.start === b.start && a.end === b.end;
}
function contains(outer, inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}
function intersect2(a, b) {
  return a.start < b.end && b.start < a.end;
}
function extent({ range, statement }) {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}
function byFile(detections) {
  let files = /* @__PURE__ */ new Map();
  for (let detection of detections) {
    let file = files.get(detection.file);
    file === void 0 ? files.set(detection.file, [detection]) : file.push(detection);
  }
  return files.values();
}

// src/findings/line-hash.ts
var LEAVING = (1n << 64n) - 37n ** 100n % (1n << 64n), LEAVING_HIGH = Number(LEAVING >> 32n), LEAVING_LOW = Number(LEAVING & 0xffffffffn);
function lineHashes(text2) {
  let lineCount = countLines(text2), highs = new Uint32Array(lineCount), lows = new Uint32Array(lineCount), starts = new Uint32Array(lineCount), ring = new Uint16Array(100), high = 0, low = 0, pushed = 0, slot = 0, opened = 1, hashed = 0, push = (unit) => {
    let leaving = ring[slot];
    ring[slot] = unit, slot = slot === 99 ? 0 : slot + 1;
    let sum = low * 37 + unit + leaving * LEAVING_LOW;
    high = high * 37 + leaving * LEAVING_HIGH + Math.floor(sum / 4294967296) >>> 0, low = sum >>> 0, pushed++, hashed < opened && starts[hashed] + 100 === pushed && (highs[hashed] = high, lows[hashed] = low, hashed++);
  };
  for (let at = 0; at < text2.length; at++) {
    let unit = text2.charCodeAt(at);
    if (!(unit === 32 || unit === 9)) {
      if (unit !== 10 && unit !== 13) {
        push(unit);
        continue;
      }
      unit === 13 && text2.charCodeAt(at + 1) === 10 && at++, starts[opened] = pushed + 1, opened++, push(10);
    }
  }
  for (push(65535); hashed < lineCount; ) push(0);
  return {
    lineCount,
    hash(line2) {
      let index = line2 - 1;
      if (!(index >= 0 && index < lineCount)) throw new RangeError(`no line ${line2} in a text of ${lineCount} lines`);
      let ownHigh = highs[index], ownLow = lows[index], occurrence = 0;
      for (let other = 0; other <= index; other++)
        lows[other] === ownLow && highs[other] === ownHigh && occurrence++;
      return `${ownHigh === 0 ? ownLow.toString(16) : ownHigh.toString(16) + ownLow.toString(16).padStart(8, "0")}:${occurrence}`;
    }
  };
}
function countLines(text2) {
  let lines = 1;
  for (let at = 0; at < text2.length; at++) {
    let unit = text2.charCodeAt(at);
    (unit === 10 || unit === 13 && text2.charCodeAt(at + 1) !== 10) && lines++;
  }
  return lines;
}

// src/findings/line-index.ts
function createLineIndex(bytes2) {
  let starts = lineStarts(bytes2), decoder = new TextDecoder("utf-8", { ignoreBOM: !0 }), hasMark = bytes2[0] === 239 && bytes2[1] === 187 && bytes2[2] === 191, textStart = (line3) => line3 === 1 && hasMark ? 3 : starts[line3 - 1], line2 = (offset) => {
    let low = 0, high = starts.length - 1;
    for (; low < high; ) {
      let middle = low + high + 1 >> 1;
      starts[middle] <= offset ? low = middle : high = middle - 1;
    }
    return low + 1;
  }, lineEnd = (of) => {
    if (of >= starts.length) return bytes2.length;
    let end = starts[of] - 1;
    return bytes2[end] === 10 && bytes2[end - 1] === 13 && end > starts[of - 1] && end--, end;
  }, column = (offset) => {
    let start = textStart(line2(offset));
    return offset <= start ? 1 : decoder.decode(bytes2.subarray(start, offset)).length + 1;
  }, place3 = (start, end) => ({
    startLine: line2(start),
    startColumn: column(start),
    endLine: line2(end),
    endColumn: column(end)
  }), clamp = (offset) => Math.min(Math.max(offset, 0), bytes2.length);
  return {
    starts,
    line: line2,
    lineEnd,
    column,
    region: (range) => place3(clamp(range.start), Math.max(clamp(range.start), clamp(range.end))),
    firstLine(range) {
      let start = clamp(range.start), end = Math.min(Math.max(start, clamp(range.end)), Math.max(start, lineEnd(line2(start))));
      return place3(start, end);
    },
    lineText: (of) => decoder.decode(bytes2.subarray(textStart(of), lineEnd(of)))
  };
}
function lineStarts(bytes2) {
  let count3 = 1;
  for (let at = 0; at < bytes2.length; at++) endsLine(bytes2, at) && count3++;
  let starts = new Uint32Array(count3), next = 1;
  for (let at = 0; at < bytes2.length; at++) endsLine(bytes2, at) && (starts[next++] = at + 1);
  return starts;
}
function endsLine(bytes2, at) {
  let byte = bytes2[at];
  return byte === 10 || byte === 13 && bytes2[at + 1] !== 10;
}

// src/findings/place-finder.ts
var SNIPPET_LIMIT = 300, KEPT_BYTES = 16 * 1024 * 1024;
function createPlaceFinder(reader, files, facts, secrets) {
  let sources = new Map(files.map((file) => [file.path, file])), trees = new Map(facts.flatMap(({ file, tree }) => tree === void 0 ? [] : [[file.path, tree]])), open = /* @__PURE__ */ new Map(), artifacts2 = /* @__PURE__ */ new Map(), changed = /* @__PURE__ */ new Set(), keptBytes = 0, fileAt = (path2) => {
    if (open.has(path2)) {
      let file2 = open.get(path2);
      return open.delete(path2), open.set(path2, file2), file2;
    }
    let source = sources.get(path2), read = source === void 0 ? void 0 : reader(source), index = read && createLineIndex(read.bytes), file = read && index && !hasChanged(index, trees.get(path2)) ? { read, index } : void 0;
    if (read === void 0 || file === void 0) changed.add(path2);
    else {
      let { byteLength, sha256, encoding } = read;
      artifacts2.set(path2, { path: path2, length: byteLength, sha256, encoding }), keptBytes += read.bytes.length;
    }
    open.set(path2, file);
    for (let [oldest, closing] of open) {
      if (keptBytes <= KEPT_BYTES || oldest === path2) break;
      keptBytes -= closing?.read.bytes.length ?? 0, open.delete(oldest);
    }
    return file;
  }, hiddenLines = /* @__PURE__ */ new Map(), textLine = (path2, offset) => trees.get(path2)?.line(offset) ?? fileAt(path2)?.index.line(offset) ?? 1;
  for (let { file, range } of secrets) {
    let lines = hiddenLines.get(file) ?? /* @__PURE__ */ new Set();
    hiddenLines.set(file, lines);
    let last = textLine(file, range.end);
    for (let line2 = textLine(file, range.start); line2 <= last; line2++) lines.add(line2);
  }
  let region2 = (place3, whole2) => {
    let file = fileAt(place3.file);
    if (file === void 0) return unreadRegion(place3.file, place3.range);
    let { read, index } = file;
    if (read.position === void 0) return whole2 ? index.region(place3.range) : index.firstLine(place3.range);
    let lineEnd = index.lineEnd(index.line(place3.range.start)), start = read.position(place3.range.start), end = read.position(
      whole2 ? place3.range.end : Math.max(place3.range.start, Math.min(place3.range.end, lineEnd))
    );
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }, unreadRegion = (path2, range) => {
    let line2 = textLine(path2, range.start);
    return { startLine: line2, startColumn: 1, endLine: line2, endColumn: 1 };
  };
  return {
    found(place3) {
      let found2 = { file: place3.file, region: region2(place3, !1) }, index = fileAt(place3.file)?.index;
      if (index === void 0) return found2;
      let line2 = index.line(place3.range.start);
      return hiddenLines.get(place3.file)?.has(line2) === !0 ? found2 : { ...found2, snippet: clip(index.lineText(line2)) };
    },
    context: (place3) => region2(place3, !0),
    line(path2, offset) {
      return sources.get(path2)?.kind !== "notebook" ? textLine(path2, offset) : fileAt(path2)?.read.position?.(offset).line ?? textLine(path2, offset);
    },
    lineHash(path2, line2) {
      let file = fileAt(path2);
      return file === void 0 ? "" : (file.hashes ??= lineHashes(file.read.text), file.hashes.hash(Math.min(line2, file.hashes.lineCount)));
    },
    tokens: (place3, strings) => fileAt(place3.file)?.read.tokens(place3.range, strings).join(" ") ?? "",
    byte: (path2, offset) => fileAt(path2)?.read.bytes[offset],
    startsLine(path2, offset) {
      let bytes2 = fileAt(path2)?.read.bytes;
      if (bytes2 === void 0) return !1;
      let at = offset - 1;
      for (; at >= 0 && (bytes2[at] === 32 || bytes2[at] === 9 || bytes2[at] === 12); ) at--;
      return at < 0 || bytes2[at] === 10 || bytes2[at] === 13 || at === 2 && bytes2[0] === 239 && bytes2[1] === 187;
    },
    artifact(path2) {
      return !artifacts2.has(path2) && sources.has(path2) && fileAt(path2), artifacts2.get(path2);
    },
    changed: () => [...changed].sort()
  };
}
function hasChanged({ starts }, tree) {
  return tree === void 0 ? !1 : starts.length !== tree.lineStarts.length || starts.some((start, index) => start !== tree.lineStarts[index]);
}
function clip(text2) {
  if (text2.length <= SNIPPET_LIMIT) return text2;
  let last = text2.charCodeAt(SNIPPET_LIMIT - 1);
  return text2.slice(0, last >= 55296 && last <= 56319 ? SNIPPET_LIMIT - 1 : SNIPPET_LIMIT);
}

// src/findings/rule-view.ts
function ruleTable(rules) {
  let table = /* @__PURE__ */ new Map();
  for (let rule of rules) table.has(rule.code) || table.set(rule.code, rule);
  return table;
}

// src/findings/bandit-test-names.ts
function banditNumber(name) {
  return numbers.get(name.toLowerCase());
}
var numbers = /* @__PURE__ */ new Map([
  ["assert_used", "B101"],
  ["exec_used", "B102"],
  ["set_bad_file_permissions", "B103"],
  ["hardcoded_bind_all_interfaces", "B104"],
  ["hardcoded_password_string", "B105"],
  ["hardcoded_password_funcarg", "B106"],
  ["hardcoded_password_default", "B107"],
  ["hardcoded_tmp_directory", "B108"],
  ["password_config_option_not_marked_secret", "B109"],
  ["try_except_pass", "B110"],
  ["execute_with_run_as_root_equals_true", "B111"],
  ["try_except_continue", "B112"],
  ["request_without_timeout", "B113"],
  ["flask_debug_true", "B201"],
  ["tarfile_unsafe_members", "B202"],
  ["blacklist", "B001"],
  ["pickle", "B301"],
  ["marshal", "B302"],
  ["md5", "B303"],
  ["ciphers", "B304"],
  ["cipher_modes", "B305"],
  ["mktemp_q", "B306"],
  ["eval", "B307"],
  ["mark_safe", "B308"],
  ["httpsconnection", "B309"],
  ["urllib_urlopen", "B310"],
  ["random", "B311"],
  ["telnetlib", "B312"],
  ["xml_bad_celementtree", "B313"],
  ["xml_bad_elementtree", "B314"],
  ["xml_bad_expatreader", "B315"],
  ["xml_bad_expatbuilder", "B316"],
  ["xml_bad_sax", "B317"],
  ["xml_bad_minidom", "B318"],
  ["xml_bad_pulldom", "B319"],
  ["xml_bad_etree", "B320"],
  ["ftplib", "B321"],
  ["input", "B322"],
  ["unverified_context", "B323"],
  ["hashlib", "B324"],
  ["hashlib_insecure_functions", "B324"],
  ["tempnam", "B325"],
  ["import_telnetlib", "B401"],
  ["import_ftplib", "B402"],
  ["import_pickle", "B403"],
  ["import_subprocess", "B404"],
  ["import_xml_etree", "B405"],
  ["import_xml_sax", "B406"],
  ["import_xml_expat", "B407"],
  ["import_xml_minidom", "B408"],
  ["import_xml_pulldom", "B409"],
  ["import_lxml", "B410"],
  ["import_xmlrpclib", "B411"],
  ["import_httpoxy", "B412"],
  ["import_pycrypto", "B413"],
  ["import_pycryptodome", "B414"],
  ["import_pyghmi", "B415"],
  ["request_with_no_cert_validation", "B501"],
  ["ssl_with_bad_version", "B502"],
  ["ssl_with_bad_defaults", "B503"],
  ["ssl_with_no_version", "B504"],
  ["weak_cryptographic_key", "B505"],
  ["yaml_load", "B506"],
  ["ssh_no_host_key_verification", "B507"],
  ["snmp_insecure_version_check", "B508"],
  ["snmp_crypto_check", "B509"],
  ["paramiko_calls", "B601"],
  ["subprocess_popen_with_shell_equals_true", "B602"],
  ["subprocess_without_shell_equals_true", "B603"],
  ["any_other_function_with_shell_equals_true", "B604"],
  ["start_process_with_a_shell", "B605"],
  ["start_process_with_no_shell", "B606"],
  ["start_process_with_partial_path", "B607"],
  ["hardcoded_sql_expressions", "B608"],
  ["linux_commands_wildcard_injection", "B609"],
  ["django_extra_used", "B610"],
  ["django_rawsql_used", "B611"],
  ["logging_config_insecure_listen", "B612"],
  ["trojansource", "B613"],
  ["pytorch_load", "B614"],
  ["pytorch_load_insecure", "B614"],
  ["huggingface_unsafe_download", "B615"],
  ["jinja2_autoescape_false", "B701"],
  ["use_of_mako_templates", "B702"],
  ["django_mark_safe", "B703"],
  ["markupsafe_markup_xss", "B704"]
]);

// src/findings/peer-index.ts
var peersOf = {
  pyverdict: [],
  noqa: ["ruff", "flake8", "hacking", "bandit"],
  "file-noqa": ["ruff", "flake8", "hacking", "bandit"],
  pylint: ["pylint"],
  nosonar: ["sonar"],
  nosec: ["bandit", "ruff"],
  nosemgrep: ["semgrep"],
  codeql: ["codeql"],
  lgtm: ["codeql"]
}, none3 = /* @__PURE__ */ new Set();
function createPeerIndex(rules) {
  let own2 = /* @__PURE__ */ new Map(), foreign = /* @__PURE__ */ new Map(), ids2 = /* @__PURE__ */ new Set();
  for (let rule of rules.values()) {
    add2(own2, rule.code.toLowerCase(), rule.code), add2(own2, rule.id.toLowerCase(), rule.code), ids2.add(rule.id.toLowerCase());
    for (let peer of Object.keys(rule.peers))
      for (let entry of rule.peers[peer] ?? [])
        for (let id of entry.split(/\s+/)) add2(foreign, `${peer} ${normalise(peer, id)}`, rule.code);
  }
  return {
    codes(form, id) {
      let plain2 = id.toLowerCase().replace(/\/review$/, ""), ours = own2.get(plain2);
      if (ours !== void 0) return ours;
      let found2 = /* @__PURE__ */ new Set();
      for (let peer of peersOf[form])
        for (let code of foreign.get(`${peer} ${normalise(peer, id)}`) ?? none3) found2.add(code);
      return found2;
    },
    isName: (word) => ids2.has(word.toLowerCase()) || banditNumber(word) !== void 0
  };
}
function normalise(peer, id) {
  let lower = id.toLowerCase();
  switch (peer) {
    case "bandit":
    case "ruff":
      return (banditNumber(lower) ?? lower).toLowerCase().replace(/^[bs](?=\d{3}$)/, "b");
    case "semgrep":
      return lower.slice(lower.lastIndexOf(".") + 1);
    case "pylint":
      return lower.replace(/^pl(?=[cefrw]\d)/, "");
    default:
      return lower;
  }
}
function add2(map, key, code) {
  let codes2 = map.get(key);
  codes2 === void 0 ? map.set(key, /* @__PURE__ */ new Set([code])) : codes2.add(code);
}

// src/findings/suppression-marks.ts
var ANY = /pyverdict|noqa|nosec|nosem|nosonar|pylint|codeql|lgtm/i, HEADS = [
  { form: "pyverdict", head: /#\s*pyverdict\s*:\s*(?=ignore\b|\w+\s*\[)/gi },
  { form: "file-noqa", head: /#\s*(?:ruff|flake8)\s*:\s*noqa\b/gi },
  { form: "noqa", head: /#\s*noqa\b/gi },
  { form: "pylint", head: /#\s*pylint\s*:\s*disable\s*=\s*/gi },
  { form: "nosonar", head: /#\s*nosonar\b/gi },
  { form: "nosec", head: /#\s*nosec\b/gi },
  { form: "nosemgrep", head: /#\s*nosem(?:grep)?\b/gi },
  { form: "codeql", head: /#\s*codeql\s*(?=\[)/gi },
  { form: "lgtm", head: /#\s*lgtm\b/gi }
];
function suppressionMarks(comment, isName) {
  if (!ANY.test(comment)) return [];
  let found2 = [];
  for (let { form, head } of HEADS)
    for (let match of comment.matchAll(head))
      found2.push({ form, start: match.index, ids: readIds(form, comment, match.index + match[0].length, isName) });
  return found2.sort((a, b) => a.start - b.start), found2.map(({ form, start, ids: ids2 }, index) => ({
    form,
    ids: ids2.ids,
    text: comment.slice(start, ids2.end).trimEnd(),
    reason: trimReason(comment.slice(ids2.end, found2[index + 1]?.start ?? comment.length)),
    malformed: ids2.malformed ?? !1
  }));
}
function readIds(form, text2, from, isName) {
  switch (form) {
    case "pyverdict": {
      let list2 = sticky(/ignore\s*\[([^\]]*)\]/iy, text2, from);
      if (list2 !== void 0) return { ids: words(list2.match[1]), end: list2.end };
      let wrong = sticky(/\w+\s*(?:\[[^\]]*\]?)?/y, text2, from);
      return { ids: [], end: wrong?.end ?? from, malformed: !0 };
    }
    case "codeql":
    case "lgtm": {
      let list2 = sticky(/\s*\[([^\]]*)\]/y, text2, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "nosonar": {
      let list2 = sticky(/\s*\(([^)]*)\)/y, text2, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "pylint": {
      let list2 = sticky(/[\w-]+(?:\s*,\s*[\w-]+)*/y, text2, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[0]), end: list2.end };
    }
    case "nosemgrep": {
      let list2 = sticky(/\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*)/y, text2, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "noqa":
    case "file-noqa":
      return codes(/\s*:\s*/y, /[a-z]{1,8}\d{1,5}(?![\w-])/iy, !0, text2, from, isName);
    case "nosec":
      return codes(/\s*:?\s*/y, /(?:[BS]\d{3}|[A-Z]{2,6}\d{3})(?![\w-])/iy, !1, text2, from, isName);
  }
}
function codes(lead, code, needsLead, text2, from, isName) {
  let start = sticky(lead, text2, from);
  if (start === void 0 && needsLead) return { ids: [], end: from };
  let ids2 = [], end = from, at = start?.end ?? from;
  for (; ; ) {
    let next = sticky(code, text2, at) ?? sticky(/[a-z][\w-]*/iy, text2, at);
    if (next === void 0 || (code.lastIndex = at, !code.test(text2) && !isName(next.match[0]))) break;
    ids2.push(next.match[0]), end = next.end;
    let separator = sticky(/[\s,]+/y, text2, end);
    if (separator === void 0) break;
    at = separator.end;
  }
  return { ids: ids2, end };
}
function sticky(pattern, text2, at) {
  pattern.lastIndex = at;
  let match = pattern.exec(text2);
  return match === null ? void 0 : { match, end: at + match[0].length };
}
function words(list2) {
  return list2.split(/[\s,]+/).filter((word) => word !== "");
}
function trimReason(text2) {
  return text2.replace(/^[\s\-–—:;,.#]+/, "").replace(/[\s#]+$/, "");
}

// src/findings/suppressions.ts
var LONGEST_COMMENT = 40;
function findSuppressions(input) {
  let peers = createPeerIndex(input.rules), files = /* @__PURE__ */ new Map();
  for (let { file, tree } of input.facts) {
    if (tree === void 0 || file.kind === "stub") continue;
    let marks = marksOf(tree, peers);
    marks.length > 0 && files.set(file.path, { path: file.path, tree, marks });
  }
  let byDetection = /* @__PURE__ */ new Map();
  for (let detection of input.detections) {
    let file = files.get(detection.file);
    if (file === void 0) continue;
    let reaching = file.marks.filter(
      (mark2) => silences(mark2, detection, input.rules) && reaches(mark2, detection, file, input)
    );
    for (let mark2 of reaching) noteUse(mark2, detection.rule, peers);
    let mark = reaching.find(({ form, reason: reason2 }) => form !== "pyverdict" || reason2 !== "" || !input.requireReason);
    mark !== void 0 && byDetection.set(detection, {
      mark: mark.text,
      reason: mark.reason,
      file: file.path,
      line: input.places.line(file.path, mark.offset)
    });
  }
  for (let detection of input.detections)
    for (let rule of detection.mergedRules ?? []) {
      let file = files.get(detection.file);
      if (file === void 0) continue;
      let merged = { ...detection, rule };
      for (let mark of file.marks)
        silences(mark, merged, input.rules) && reaches(mark, merged, file, input) && noteUse(mark, rule, peers);
    }
  let problems = [...files.values()].flatMap(
    (file) => file.marks.flatMap((mark) => markProblems(mark, file, peers, input))
  );
  return { byDetection, problems };
}
function marksOf(tree, peers) {
  let { texts, ranges } = tree.comments, marks = texts.flatMap(
    (text2, index) => suppressionMarks(text2, peers.isName).map((mark) => {
      let offset = ranges[index * 2], codes2 = mark.ids.length === 0 ? void 0 : new Set(mark.ids.flatMap((id) => [...peers.codes(mark.form, id)]));
      return { ...mark, offset, line: tree.line(offset), codes: codes2, used: /* @__PURE__ */ new Set() };
    })
  );
  return [...marks.filter(({ form }) => form === "pyverdict"), ...marks.filter(({ form }) => form !== "pyverdict")];
}
function silences(mark, detection, rules) {
  if (mark.codes !== void 0) return mark.codes.has(detection.rule);
  let security = (rules.get(detection.rule)?.category ?? (detection.tier === "note" ? "practice" : "security")) === "security";
  switch (mark.form) {
    case "pyverdict":
    case "codeql":
    case "pylint":
      return !1;
    case "noqa":
    case "file-noqa":
      return !security;
    case "nosonar":
      return !0;
    case "nosec":
    case "nosemgrep":
    case "lgtm":
      return security;
  }
}
function reaches(mark, detection, file, input) {
  let { tree } = file, lines = (start, end) => ({
    first: tree.line(start),
    last: tree.line(Math.max(start, end - 1))
  }), shown = tree.line(detection.range.start), statement = lines(detection.statement.start, detection.statement.end), on = (area) => mark.line >= area.first && mark.line <= area.last, onStatement = on(statement) || mark.line === shown, alone = () => input.places.startsLine(file.path, mark.offset);
  switch (mark.form) {
    case "pyverdict": {
      if (onStatement || isAbove(mark, statement.first, file, input) || isAbove(mark, shown, file, input)) return !0;
      if (detection.tier !== "note" || detection.scopeHeader === void 0) return !1;
      let header = lines(detection.scopeHeader.start, detection.scopeHeader.end);
      return on(header) || isAbove(mark, header.first, file, input);
    }
    case "noqa":
    case "pylint":
    case "nosonar":
    case "nosec":
      return onStatement;
    case "file-noqa":
      return alone();
    case "nosemgrep": {
      let places = [shown, statement.first];
      return places.includes(mark.line) || places.includes(mark.line + 1) && alone();
    }
    case "codeql":
      return (mark.line + 1 === shown || mark.line + 1 === statement.first) && alone();
    case "lgtm":
      return mark.line === shown;
  }
}
function isAbove(mark, line2, file, input) {
  if (mark.line >= line2 || line2 - mark.line > LONGEST_COMMENT) return !1;
  let { ranges } = file.tree.comments, free = /* @__PURE__ */ new Set();
  for (let at = 0; at < ranges.length; at += 2) {
    let comment = file.tree.line(ranges[at]);
    comment >= mark.line && comment < line2 && input.places.startsLine(file.path, ranges[at]) && free.add(comment);
  }
  return free.size === line2 - mark.line;
}
function noteUse(mark, rule, peers) {
  if (mark.form === "pyverdict")
    for (let id of mark.ids) peers.codes(mark.form, id).has(rule) && mark.used.add(id.toLowerCase());
}
function markProblems(mark, file, peers, input) {
  if (mark.form !== "pyverdict") return [];
  let line2 = input.places.line(file.path, mark.offset), problem = (id, message) => ({
    id,
    message,
    file: file.path,
    line: line2,
    hidesCode: !1
  }), where = `${file.path}:${line2}`;
  if (mark.malformed || mark.ids.length === 0)
    return [problem("PVC002", `${where}: "${mark.text}" silences nothing; write "# pyverdict: ignore[CODE] reason".`)];
  let problems = mark.ids.flatMap((id) => {
    let codes2 = peers.codes("pyverdict", id);
    return codes2.size === 0 ? [problem("PVC002", `${where}: there is no rule "${id}"${hint(id, peers, input.rules)}.`)] : ![...codes2].some((code) => input.rulesRun.has(code)) || mark.used.has(id.toLowerCase()) ? [] : [problem("PVC002", `${where}: nothing of ${id} is found here; remove it from "${mark.text}".`)];
  });
  return input.requireReason && mark.reason === "" && problems.push(problem("PVC003", `${where}: "${mark.text}" has no reason and does not count; write one behind it.`)), problems;
}
function hint(id, peers, rules) {
  let codes2 = new Set(
    ["noqa", "pylint", "nosonar", "nosec", "nosemgrep", "codeql"].flatMap((form) => [
      ...peers.codes(form, id)
    ])
  );
  return codes2.size > 0 ? `; ours for it: ${[...codes2].sort().join(", ")}` : didYouMean(
    id,
    [...rules.values()].flatMap((rule) => [rule.code, rule.id])
  );
}

// src/findings/settle.ts
function settle2(input) {
  let { analysis, facts, sources, options } = input, rules = ruleTable(input.rules), known = options.baseline === void 0 ? void 0 : readBaseline(options.baseline), secrets = analysis.detections.filter(({ secret }) => secret === !0).flatMap(secretPlaces), places = createPlaceFinder(input.reader, sources.files, facts, secrets), suppressions = findSuppressions({
    detections: analysis.detections,
    facts,
    rules,
    rulesRun: new Set(analysis.coverage.rulesRun.filter((code) => !analysis.coverage.deferred.has(code))),
    requireReason: options.requireSuppressionReason,
    places
  }), kept = dropOverlapped(analysis.detections, rules, places.byte).filter(
    (detection) => isSevereEnough(detection, rules, options.minSeverity)
  ), groups2 = groupDetections(kept, suppressions.byDetection, ({ file, range }) => places.line(file, range.start)), findings = createFindings(groups2, rules, places).map(
    (finding2) => known === void 0 ? finding2 : { ...finding2, baseline: known.has(finding2.fingerprint) ? "unchanged" : "new" }
  ).sort(compareFindings), problems = [
    ...sources.problems,
    ...facts.flatMap((file) => file.problems),
    ...analysis.problems,
    ...suppressions.problems,
    ...places.changed().map(changedFile)
  ].sort(compareProblems);
  return {
    verdict: verdictOf({ findings, coverage: analysis.coverage, sources, problems }),
    findings,
    artifacts: artifactsOf(findings, problems, places),
    coverage: analysis.coverage,
    reviewed: analysis.reviewed,
    skipped: [...sources.skipped, ...facts.flatMap((file) => file.skipped)].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.detail, b.detail)
    ),
    listedBy: sources.listedBy,
    problems
  };
}
function secretPlaces({
  file,
  range,
  statement,
  flows
}) {
  let sourcePlaces = flows.flatMap(({ steps }) => steps.slice(0, 1));
  return [{ file, range }, { file, range: statement }, ...sourcePlaces];
}
function isSevereEnough(detection, rules, least) {
  let rule = rules.get(detection.rule), severity = rule === void 0 ? void 0 : findingSeverity(rule, detection.tier);
  return severity === void 0 || compareBands(severityBand(severity), least) >= 0;
}
function changedFile(file) {
  return {
    id: "PVN002",
    message: `${file} changed or vanished during the scan, so its findings have no columns and no code; scan again.`,
    file,
    hidesCode: !1
  };
}
function artifactsOf(findings, problems, places) {
  let paths = /* @__PURE__ */ new Set();
  for (let { file, related, flows } of findings) {
    paths.add(file);
    for (let place3 of related) paths.add(place3.file);
    for (let { steps } of flows) for (let step2 of steps) paths.add(step2.file);
  }
  for (let { file } of problems) file !== void 0 && paths.add(file);
  return [...paths].sort(compareText).flatMap((path2) => places.artifact(path2) ?? []);
}
function compareProblems(a, b) {
  return compareText(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || compareText(a.id, b.id) || compareText(a.rule ?? "", b.rule ?? "") || compareText(a.message, b.message);
}

// src/model/module-names.ts
function moduleNames(path2, hasInit) {
  let segments = path2.replace(/\.(pyw?|pyi|ipynb)$/, "").split("/"), isPackage = segments.at(-1) === "__init__";
  isPackage && segments.pop();
  let rootDepth = isPackage ? segments.length : segments.length - 1;
  for (; rootDepth > 0 && hasInit(segments.slice(0, rootDepth).join("/")); ) rootDepth--;
  let names2 = [segments.slice(rootDepth).join(".")], base2 = segments[0] === "src" || segments[0] === "lib" ? 1 : 0, byPath2 = segments.slice(base2).join(".");
  return byPath2 !== "" && !names2.includes(byPath2) && names2.push(byPath2), names2.filter((name) => name !== "");
}
function isPackageFile(path2) {
  return /(^|\/)__init__\.pyi?$/.test(path2);
}
function relativeBase(module, isPackage, level) {
  let parts2 = module.split("."), drop = isPackage ? level - 1 : level;
  if (!(drop > parts2.length))
    return parts2.slice(0, parts2.length - drop).join(".");
}

// src/model/module.ts
var Module = class {
  file;
  tree;
  /** Dotted name; the first of `names`. */
  name;
  names;
  isPackage;
  index;
  #scopes = /* @__PURE__ */ new Map();
  constructor(file, tree, names2) {
    this.file = file, this.tree = tree, this.names = names2, this.name = names2[0] ?? "", this.isPackage = isPackageFile(file.path), this.index = indexFile(tree);
  }
  get path() {
    return this.file.path;
  }
  /** Absolute name of a module imported `from` here. */
  resolveModule = (level, name) => {
    if (level === 0) return name;
    let base2 = relativeBase(this.name, this.isPackage, level);
    if (base2 !== void 0)
      return name === "" ? base2 : base2 === "" ? name : `${base2}.${name}`;
  };
  /** Bindings of the module's top level. */
  get bindings() {
    return this.#scope(0);
  }
  /** Bindings of a function's body, without its parameters. */
  functionBindings(item) {
    return this.#scope(item.body);
  }
  /** Bindings of a class's body. */
  classBindings(item) {
    return this.#scope(item.body);
  }
  #scope(body) {
    let scope = this.#scopes.get(body);
    return scope === void 0 && (scope = scopeBindings(this.tree, this.index, body, this.resolveModule), this.#scopes.set(body, scope)), scope;
  }
  /** Absolute dotted names that the file's import statements name, wherever they stand: modules, and members of modules. */
  importTargets() {
    let { tree } = this, targets = [];
    for (let node of this.index.imports) {
      let isFrom = tree.kind(node) === Kind.import_from_statement, base2 = isFrom ? fromImportModule(tree, node, this.resolveModule) : "";
      if (base2 !== void 0)
        for (let child of tree.children(node)) {
          if (isFrom && tree.kind(child) === Kind.wildcard_import && targets.push(base2), tree.field(child) !== Field.name) continue;
          let dotted = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child;
          targets.push(base2 === "" ? dottedText(tree, dotted) : `${base2}.${dottedText(tree, dotted)}`);
        }
    }
    return targets;
  }
  /** Index of the innermost function around a node (itself excluded), or MODULE. */
  functionAround(node) {
    return innermost(this.index.functions, this.tree, node);
  }
  /** Index of the innermost class around a node (itself excluded), or MODULE. */
  classAround(node) {
    return innermost(this.index.classes, this.tree, node);
  }
  /** `Class.method`, `outer.inner`; `<module>` for MODULE. */
  qualifiedName(functionIndex) {
    let item = this.index.functions[functionIndex];
    if (item === void 0) return "<module>";
    let name = item.name === 0 ? "<lambda>" : this.tree.names.text(item.name), outer = this.#outerName(item);
    return outer === "" ? name : `${outer}.${name}`;
  }
  /** `Outer.Inner`. */
  qualifiedClassName(classIndex) {
    let item = this.index.classes[classIndex], outer = this.#outerName(item), name = this.tree.names.text(item.name);
    return outer === "" ? name : `${outer}.${name}`;
  }
  // Of the enclosing function and class, the one that starts later is the inner one.
  #outerName(item) {
    let { functions, classes } = this.index, functionStart = item.parent === MODULE ? -1 : functions[item.parent].node, classStart = item.parentClass === MODULE ? -1 : classes[item.parentClass].node;
    return functionStart < 0 && classStart < 0 ? "" : functionStart > classStart ? this.qualifiedName(item.parent) : this.qualifiedClassName(item.parentClass);
  }
};
function innermost(items, tree, node) {
  let low = 0, high = items.length;
  for (; low < high; ) {
    let middle = low + high >> 1;
    items[middle].node < node ? low = middle + 1 : high = middle;
  }
  for (let i = low - 1; i >= 0; i--) if (tree.next(items[i].node) > node) return i;
  return MODULE;
}

// src/model/build-model.ts
function buildModel(parsed2, sources) {
  let packages = new Set(
    sources.files.filter((file) => /(^|\/)__init__\.pyi?$/.test(file.path)).map((file) => file.path.replace(/\/?__init__\.pyi?$/, ""))
  ), modules = [];
  for (let { file, tree } of parsed2.facts)
    tree !== void 0 && modules.push(
      new Module(
        file,
        tree,
        moduleNames(file.path, (directory) => packages.has(directory))
      )
    );
  return new ProjectModel(modules, parsed2.names, sources.projectFiles);
}

// src/parse/parse.ts
import { readFileSync as readFileSync3 } from "node:fs";
import { Worker } from "node:worker_threads";

// src/parse/name-table.ts
var NameTable = class {
  #texts = [""];
  #numbers = /* @__PURE__ */ new Map();
  text = (name) => this.#texts[name] ?? "";
  find = (text2) => this.#numbers.get(text2) ?? 0;
  get size() {
    return this.#texts.length;
  }
  /** Number of a text; the same for the same text. */
  intern(text2) {
    let known = this.#numbers.get(text2);
    if (known !== void 0) return known;
    let number4 = this.#texts.length;
    return this.#texts.push(text2), this.#numbers.set(text2, number4), number4;
  }
}, NameMapping = class {
  #map = new Uint32Array(4096);
  #count = 1;
  #names;
  constructor(names2) {
    this.#names = names2;
  }
  /** Takes the texts that the parser met since the last call, in its order. Returns the mapping for its files so far. */
  add(texts) {
    if (this.#count + texts.length > this.#map.length) {
      let larger = new Uint32Array((this.#count + texts.length) * 2);
      larger.set(this.#map), this.#map = larger;
    }
    for (let text2 of texts) this.#map[this.#count++] = this.#names.intern(text2);
    return this.#map;
  }
};

// src/parse/parser-files.ts
import { existsSync as existsSync3 } from "node:fs";
function parserModuleUrl() {
  let beside = new URL("./parser.wasm", import.meta.url);
  return existsSync3(beside) ? beside : new URL("./native/parser.wasm", import.meta.url);
}
function workerUrl() {
  return new URL("./parse-worker.js", import.meta.url);
}

// src/parse/parse.ts
var SMALL_BYTES = 1e6;
async function parse2(sources, threads, log) {
  let module = parserModule(), names2 = new NameTable(), facts = new Array(sources.files.length), bytes2 = sources.files.reduce((sum, file) => sum + file.size, 0), done = 0, unpack2 = (mappings, index, packed) => {
    facts[index] = unpackFile(sources.files[index], packed, names2, mappings), log.progress("reading", ++done, sources.files.length);
  };
  if (threads <= 1 || bytes2 < SMALL_BYTES) {
    let parseFile = createFileParser(module), mappings = /* @__PURE__ */ new Map();
    return sources.files.forEach((file, index) => unpack2(mappings, index, parseFile(file))), { facts, names: names2 };
  }
  let input = { module, files: sources.files, counter: new SharedArrayBuffer(4) }, runWorker = () => new Promise((resolve, reject) => {
    let mappings = /* @__PURE__ */ new Map(), worker = new Worker(workerUrl(), { workerData: input });
    worker.on("message", (output) => unpack2(mappings, output.index, output.packed)), worker.on("error", reject), worker.on("exit", () => resolve());
  });
  return await Promise.all(Array.from({ length: threads }, runWorker)), { facts, names: names2 };
}
function parserModule() {
  return new WebAssembly.Module(readFileSync3(parserModuleUrl()));
}
function unpackFile(file, packed, names2, mappings) {
  let mapping = mappings.get(packed.parserNumber);
  mapping === void 0 && mappings.set(packed.parserNumber, mapping = new NameMapping(names2));
  let globalNames = mapping.add(packed.newTexts === "" ? [] : packed.newTexts.split("\0")), { lowered } = packed;
  if (lowered === void 0) return { file, problems: packed.problems, skipped: packed.skipped };
  let comments = {
    ranges: lowered.comments,
    texts: packed.commentTexts === "" ? [] : packed.commentTexts.split("\0")
  };
  return {
    file,
    tree: new LoweredTree(lowered.words, lowered.lineStarts, comments, names2, globalNames),
    problems: packed.problems,
    skipped: packed.skipped
  };
}

// src/parse/reread.ts
import { Buffer as Buffer2 } from "node:buffer";
import { readFileSync as readFileSync4 } from "node:fs";
function createReader(createParser, readBytes = ({ absolutePath }) => readFileSync4(absolutePath)) {
  let parser, parse4 = (source) => {
    try {
      parser ??= createParser();
      let tree = parser.parse(source);
      return parser.takeNewTexts(), tree;
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = void 0;
      return;
    }
  };
  return (file) => {
    let original;
    try {
      original = readBytes(file);
    } catch {
      return;
    }
    let source = decodeFile(file, original);
    if (source.kind !== "text") return;
    let { bytes: bytes2, encoding, map } = source;
    return {
      bytes: bytes2,
      text: new TextDecoder("utf-8", { ignoreBOM: !0 }).decode(original),
      encoding,
      byteLength: source.original.length,
      sha256: source.original.sha256(),
      ...map && { position: map },
      tokens: ({ start, end }, strings) => statementTokens(bytes2.subarray(start, end), strings, parse4)
    };
  };
}
function statementTokens(statement, strings, parse4) {
  let text2 = Buffer2.from(statement.buffer, statement.byteOffset, statement.byteLength), tree = text2.length === 0 ? void 0 : parse4(statement);
  return tree === void 0 ? text2.toString("utf8").split(/\s+/).filter((word) => word !== "") : leafTokens(tree, text2, strings);
}
var WORDS = 6, LEAF = 8 << 15;
function leafTokens({ words: words3, size }, text2, strings) {
  let tokens = [], covered = 0, add3 = (start, end, token) => {
    let between = text2.toString("utf8", covered, start).trim();
    between !== "" && tokens.push(between), token !== void 0 && token !== "" && tokens.push(token.replace(/\r\n?/g, `
`)), covered = Math.max(covered, end);
  }, node = 0;
  for (; node < size; ) {
    let head = words3[node * WORDS], kind = head & 511, start = words3[node * WORDS + 1], end = words3[node * WORDS + 2], next = words3[node * WORDS + 3];
    kind === Kind.comment || kind === Kind.line_continuation ? (add3(start, end), node = next) : kind === Kind.string && strings === "hidden" ? (add3(start, end, "str"), node = next) : kind === Kind.string_content ? (add3(start, end, text2.toString("utf8", start, end)), node = next) : ((head & LEAF) !== 0 && add3(start, end, text2.toString("utf8", start, end).trim()), node++);
  }
  return add3(text2.length, text2.length), tokens;
}

// src/report/facts-of-run.ts
function factsOfRun(options, ruleSetHash) {
  if (options.host === "command-line") return { version, ruleSetHash };
  let repository = repositoryFacts(options);
  return {
    version,
    ruleSetHash,
    ...repository && { repository },
    startTime: new Date(performance.timeOrigin).toISOString(),
    endTime: (/* @__PURE__ */ new Date()).toISOString()
  };
}
function repositoryFacts({ github }) {
  if (!github || !/^https?:\/\//.test(github.serverUrl)) return;
  let branch = /^refs\/heads\/(.+)$/.exec(github.ref)?.[1];
  return {
    serverUrl: github.serverUrl,
    owner: github.owner,
    repo: github.repository,
    sha: github.head ?? github.sha,
    ...branch !== void 0 && { branch },
    ...github.pullRequest && { pullRequest: github.pullRequest.number },
    ...github.runId !== "" && { runId: github.runId },
    ...github.runAttempt !== "" && { runAttempt: github.runAttempt }
  };
}

// src/base/problem.ts
var problemKinds = {
  PVN001: { name: "FileNotParsed", level: "warning" },
  PVN002: { name: "FileSkipped", level: "note" },
  PVN003: { name: "UploadTruncated", level: "warning" },
  PVN004: { name: "AnalysisLimit", level: "warning" },
  PVN005: { name: "RuleFailed", level: "error" },
  PVN006: { name: "UnresolvedImport", level: "note" },
  PVN007: { name: "UnmodelledFramework", level: "note" },
  PVN008: { name: "OpaqueConstruct", level: "note" },
  PVN009: { name: "MissingDependency", level: "note" },
  PVC001: { name: "ConfigProblem", level: "warning" },
  PVC002: { name: "UnusedSuppression", level: "note" },
  PVC003: { name: "SuppressionWithoutReason", level: "note" }
};

// src/report/group-by.ts
function groupBy(items, keyOf) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let item of items) {
    let key = keyOf(item), group = groups2.get(key);
    group ? group.push(item) : groups2.set(key, [item]);
  }
  return groups2;
}

// src/report/skip-reasons.ts
var skipReasonText = {
  "virtual-environment": "in a virtual environment",
  vendored: "vendored",
  generated: "generated",
  "too-large": "too large",
  binary: "binary",
  excluded: "excluded by configuration",
  "symlink-outside": "a link that leaves the checkout",
  symlink: "a link to a file listed elsewhere",
  "other-language": "a notebook in another language",
  unreadable: "unreadable",
  encoding: "unknown encoding",
  "cell-magic": "a notebook cell in another language"
};

// src/report/coverage-text.ts
var shownProblems = 10;
function coverageText(set, rules) {
  let { coverage: coverage2 } = set, lines = coverage2.files.reduce((sum, file) => sum + file.lines, 0), ran = new Set(coverage2.rulesRun), practice = rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).length, titles = new Map(rules.map((rule) => [rule.code, rule.id]));
  return {
    analysed: `${count2(coverage2.files.length, "Python file")}, ${count2(lines, "line")}, ${count2(coverage2.functions, "function")}; ${count2(securityRulesRun(set, rules), "security rule")}, ${count2(practice, "practice rule")}.`,
    sinks: coverage2.sinks.filter((sink) => sink.seen > 0).map((sink) => sinkText(sink, titles.get(sink.kind))),
    gaps: [...gapsOf(set)],
    facts: factsOf(set, titles)
  };
}
function sinkText(sink, ruleId) {
  let known = [
    [sink.reported, "reported"],
    [sink.constant, "constant"],
    [sink.cleaned, "sanitised"],
    [sink.guarded, "guarded"],
    [sink.noSource, "without an untrusted source"],
    [sink.unresolved, "unresolved"]
  ].filter(([number4]) => number4 > 0).map(([number4, word]) => `${grouped(number4)} ${word}`);
  return `${ruleId === void 0 ? sink.kind : `${sink.kind} ${ruleId}`}: ${grouped(sink.seen)} seen${known.length > 0 ? ` (${known.join(", ")})` : ""}.`;
}
function* gapsOf(set) {
  let { coverage: coverage2, problems, skipped } = set;
  coverage2.familiesNotExamined.length > 0 && (yield `Not examined: ${coverage2.familiesNotExamined.join(", ")}.`);
  let single = [...problems].sort((a, b) => Number(b.hidesCode) - Number(a.hidesCode)).filter((problem) => problemKinds[problem.id].level !== "note" || problem.hidesCode);
  for (let problem of single.slice(0, shownProblems)) yield problemText(problem);
  single.length > shownProblems && (yield `And ${count2(single.length - shownProblems, "more problem")} of this kind (all are in the SARIF and JSON files).`), skipped.length > 0 && (yield `Skipped: ${[...groupBy(skipped, (file) => skipReasonText[file.reason])].sort(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b)
  ).map(([reason2, files]) => `${grouped(files.length)} ${reason2}`).join(", ")}.`), coverage2.unresolvedImports > 0 && (yield `${count2(coverage2.unresolvedImports, "import")} could not be resolved.`);
  let notes = groupBy(
    problems.filter((problem) => !single.includes(problem) && problem.id !== "PVN002" && problem.id !== "PVN006"),
    (problem) => problem.id
  );
  for (let [, group] of [...notes].sort(([a], [b]) => compareText(a, b))) {
    let [first] = group;
    first && (yield problemText(first) + (group.length > 1 ? ` (and ${grouped(group.length - 1)} more like it)` : ""));
  }
  set.listedBy === "ignore-files" && (yield "The files were listed from the ignore files, without git.");
}
function problemText(problem) {
  return (problem.file === void 0 || problem.message.includes(problem.file) ? "" : `${problem.file}${problem.line === void 0 ? "" : ` line ${problem.line}`}: `) + problem.message;
}
function factsOf(set, titles) {
  let { coverage: coverage2 } = set, inventory = [...coverage2.inventory].filter(([, places]) => places > 0).sort(([a], [b]) => compareText(a, b)), deferred = [...coverage2.deferred].sort(([a], [b]) => compareText(a, b));
  return [
    ...coverage2.facts,
    ...inventory.length > 0 ? [
      `Counted only: ${inventory.map(([code, places]) => `${grouped(places)} ${titles.get(code) ?? code}`).join(", ")}.`
    ] : [],
    ...deferred.length > 0 ? [`Left to the linters this project has: ${deferred.map(([code, linter]) => `${code} (${linter})`).join(", ")}.`] : []
  ];
}

// src/report/flow-steps.ts
function shownFlows(finding2, limit) {
  return finding2.flows.map((flow) => flow.steps).filter((steps) => steps.length > 0).sort((a, b) => a.length - b.length).slice(0, limit);
}
function shortenSteps(steps, limit) {
  let chosen = steps.length <= limit ? steps.map((_, index) => index) : keptPositions(steps, limit);
  return chosen.flatMap((position, index) => {
    let step2 = steps[position], previous = index === 0 ? -1 : chosen[index - 1] ?? -1;
    return step2 ? [{ step: step2, position, omitted: position - previous - 1 }] : [];
  });
}
function keptPositions(steps, limit) {
  let ends = Math.floor((limit - 1) / 3), kept = /* @__PURE__ */ new Set();
  for (let index = 0; index <= ends; index++) kept.add(index);
  for (let index = 0; index < Math.max(ends, 1); index++) kept.add(steps.length - 1 - index);
  for (let [index, step2] of steps.entries()) {
    if (kept.size >= limit) break;
    (step2.kind === "call" || step2.kind === "return") && kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

// src/report/practice-families.ts
var practiceFamilies = [
  {
    family: "waiting",
    title: "Waiting",
    lookedAt: "waiting",
    about: ["BP101", "BP103"],
    claim: (n) => `${count2(n, "place")} ${n === 1 ? "waits" : "wait"} by sleeping and looking again.`,
    why: "Each success costs up to one interval more than needed, and a slow run fails although nothing is broken.",
    whyInProduction: "Callers wait up to one interval longer than needed and hold the thread meanwhile.",
    whatToDo: "Wait on an event or notification, or use one shared helper with a timeout.",
    fine: "Fine when the state can only be read from outside and the budget is a parameter."
  },
  {
    family: "flakiness",
    title: "Potential for flakiness",
    lookedAt: "flakiness",
    claim: (n) => `${count2(n, "place")} can pass or fail with machine speed, order or environment.`,
    why: "A test that fails one time in a hundred is rerun, then ignored.",
    whatToDo: "Make the budget a parameter, undo global changes, compare without order.",
    fine: "Fine for a bound that is ten times the usual duration and says so."
  },
  {
    family: "hardcoded",
    title: "Hardcoded values",
    lookedAt: "hardcoded values",
    about: ["BP201"],
    claim: (n) => `${count2(n, "literal")} ${n === 1 ? "stands" : "stand"} for something defined elsewhere.`,
    why: "When the fixture changes, these tests fail far from the cause.",
    whyInProduction: "When the value changes, this code fails far from the cause.",
    whatToDo: "Import the constant or read it from the fixture.",
    fine: "Fine for the object's own arbitrary identity, for sentinels and for sample data."
  },
  {
    family: "errors",
    title: "Error handling",
    lookedAt: "error handling",
    about: ["BP304", "BP306", "BP313", "BP316"],
    claim: (n) => `${count2(n, "place")} would fail without saying why.`,
    why: "The person who reads the CI log sees an IndexError and has to reproduce it.",
    whyInProduction: "The person who reads the log has to reproduce the failure to learn its cause.",
    whatToDo: "Assert on status or length with the body as message.",
    fine: "Fine when the client already raises with the response text and the result is used whole."
  },
  {
    family: "comments",
    title: "Comments",
    lookedAt: "comments",
    about: ["BP406", "BP407"],
    claim: (n) => `${count2(n, "helper or constant", "helpers or constants")} ${n === 1 ? "lacks" : "lack"} the reason.`,
    why: "The next person cannot tell a measured value from a guess.",
    whatToDo: "One line of why is enough.",
    fine: "Fine for steps that the code already names."
  }
];
function unknownFamily(family) {
  return { family, title: family, lookedAt: family, about: [], claim: () => "", why: "", whatToDo: "", fine: "" };
}

// src/report/practice-groups.ts
var groupedAbove = 3;
function practiceGroups(notes, rules, set) {
  let byFamily = groupBy(notes, (note) => ruleOf(rules, note.rule).family), known = practiceFamilies.filter((family) => byFamily.has(family.family)), others = [...byFamily.keys()].filter((family) => !practiceFamilies.some((entry) => entry.family === family)).sort(compareText).map(unknownFamily);
  return [...known, ...others].map((family) => familyGroup(family, byFamily.get(family.family) ?? [], rules, set));
}
function familyGroup(family, notes, rules, set) {
  let spokenOf = notes.filter((note) => !family.about || family.about.includes(note.rule)), others = notes.length - spokenOf.length, claims = spokenOf.length > 0 ? [family.claim(spokenOf.length)] : [];
  others > 0 && claims.push(`${count2(others, spokenOf.length > 0 ? "further note" : "note")}.`);
  let says = spokenOf.length > 0, production = spokenOf.every((note) => !note.inTest);
  return {
    family,
    notes: notes.length,
    claim: claims.join(" "),
    why: says ? (production ? family.whyInProduction : void 0) ?? family.why : "",
    whatToDo: says ? family.whatToDo : "",
    fine: says ? family.fine : "",
    evidence: evidenceOf(notes, family, rules),
    facts: family.family === "comments" ? commentFacts(set.coverage.files) : []
  };
}
function familiesLookedAt(rules, rulesRun) {
  let ran = new Set(rulesRun), families = new Set(
    rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).map((rule) => rule.family)
  ), known = practiceFamilies.filter((family) => families.has(family.family)).map((family) => family.lookedAt), others = [...families].filter((family) => !practiceFamilies.some((entry) => entry.family === family)).sort(compareText);
  return [...known, ...others];
}
function practiceTail(rules, set) {
  let lookedAt = familiesLookedAt(rules, set.coverage.rulesRun);
  return lookedAt.length === 0 ? "No practice rule ran, so nothing is said about practice." : `Looked at: ${lookedAt.join(", ")}. These are notes on the files given; they say nothing about the system's behaviour at run time or about its dependencies.`;
}
function noPracticeNotes(set) {
  let test = set.coverage.files.filter((file) => file.test).length, production = set.coverage.files.length - test;
  return `No practice notes in ${count2(test, "file")} of test code and ${production} of production code.`;
}
function evidenceOf(notes, family, rules) {
  return [...groupBy([...notes].sort(compareRank), (note) => `${note.rule} ${note.file}`).values()].flatMap(
    (group) => group.length > groupedAbove ? group.slice(0, 1).map((finding2) => ({ finding: finding2, more: group.length - 1 })) : group.map((finding2) => ({ finding: finding2, more: 0 }))
  ).sort((a, b) => compareRank(a.finding, b.finding)).map(({ finding: finding2, more }) => {
    let rule = ruleOf(rules, finding2.rule), general = !family.about || family.about.includes(finding2.rule), fix = finding2.fix.trim() !== "" && finding2.fix.trim() !== rule.fix.trim() ? finding2.fix : general ? void 0 : rule.fix;
    return { finding: finding2, rule, more, ...fix === void 0 ? {} : { fix } };
  });
}
function commentFacts(files) {
  let withReason = 0, blocks = 0;
  for (let file of files)
    withReason += file.commentReasons?.withReason ?? 0, blocks += file.commentReasons?.blocks ?? 0;
  return blocks === 0 ? [] : [`${withReason} of ${count2(blocks, "comment block")} ${withReason === 1 ? "gives" : "give"} a reason.`];
}

// src/report/text/shorten.ts
function shortenMiddle(text2, limit) {
  if (text2.length <= limit) return text2;
  let points = [...text2];
  if (points.length <= limit) return text2;
  let head = Math.ceil((limit - 1) / 2);
  return `${points.slice(0, head).join("")}…${points.slice(points.length - (limit - 1 - head)).join("")}`;
}
function shortenEnd(text2, limit) {
  if (text2.length <= limit) return text2;
  let points = [...text2];
  return points.length <= limit ? text2 : `${points.slice(0, limit - 1).join("").trimEnd()}…`;
}

// src/report/text/wrap-text.ts
function wrapText(text2, width2, indent = "") {
  let room = Math.max(10, width2 - indent.length), lines = [], line2 = "";
  for (let word of text2.split(" ").flatMap((long2) => pieces(long2, room)))
    line2 === "" ? line2 = word : displayWidth(line2) + 1 + displayWidth(word) <= room ? line2 += ` ${word}` : (lines.push(line2), line2 = word);
  return (line2 !== "" || lines.length === 0) && lines.push(line2), lines.map((content) => indent + content);
}
function displayWidth(text2) {
  if (/^[\x20-\x7e]*$/.test(text2)) return text2.length;
  let width2 = 0;
  for (let character of text2) width2 += characterWidth(character);
  return width2;
}
var zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u, wide = /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
function characterWidth(character) {
  return zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
function pieces(word, room) {
  if (displayWidth(word) <= room) return [word];
  let points = [...word], out = [], size = displayWidth(word) === points.length ? room : Math.floor(room / 2);
  for (let from = 0; from < points.length; from += size) out.push(points.slice(from, from + size).join(""));
  return out;
}

// src/report/console/code-frame.ts
function codeFrame(place3, width2, paint, mark) {
  if (place3.snippet === void 0 || place3.snippet.trim() === "") return [];
  let gutter = String(place3.region.startLine).padStart(6), room = width2 - gutter.length - 3, start = place3.region.startColumn - 1, end = Math.max(start + 1, place3.region.endColumn - 1), indent = /^\s*/.exec(place3.snippet)?.[0].length ?? 0, part = (from, to) => visibleText(place3.snippet?.slice(from, to).replaceAll("	", "  ") ?? ""), before = part(Math.min(indent, start), start), marked = part(start, end), after = part(end, place3.snippet.length).trimEnd();
  displayWidth(before + marked + after) > room && (before = keepEnd(before, Math.floor(room / 4)), marked = keepStart(marked, room - displayWidth(before) - 1), after = keepStart(after, room - displayWidth(before) - displayWidth(marked)));
  let line2 = `${paint.dim(`${gutter} |`)} ${before}${marked}${after}`, marker2 = `${paint.dim(`${" ".repeat(gutter.length)} |`)} ${" ".repeat(displayWidth(before))}${mark("^".repeat(Math.max(1, displayWidth(marked))))}`;
  return [line2, marker2];
}
function keepStart(text2, room) {
  if (displayWidth(text2) <= room) return text2;
  let points = [...text2];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points.length -= Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2));
  return room > 0 ? `${points.join("")}…` : "";
}
function keepEnd(text2, room) {
  if (displayWidth(text2) <= room) return text2;
  let points = [...text2];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points = points.slice(Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2)));
  return room > 0 ? `…${points.join("")}` : "";
}

// src/report/console/style.ts
function style(colour) {
  let code = (open, close) => (text2) => colour && text2 !== "" ? `\x1B[${open}m${text2}\x1B[${close}m` : text2;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    cyan: code(36, 39)
  };
}

// src/report/console/console-text.ts
var width = 88, shownDefects = 50, shownHotspots = 20, shownNotes = 5, messageLimit = 600;
function consoleText(set, rules, colour) {
  let paint = style(colour), byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding2) => finding2.tier === name);
  return `${[
    ...verdictLines(set, rules, paint),
    ...securityLines("Defects", tier("defect"), shownDefects, byCode, paint, paint.red),
    ...securityLines("To review", tier("hotspot"), shownHotspots, byCode, paint, paint.yellow),
    ...suppressedLines(set, paint),
    ...noteLines(set, rules, tier("note"), byCode, paint),
    ...coverageLines(set, rules, paint),
    "",
    ...wrapText(caveat, width)
  ].map(withoutCommands).join(`
`)}
`;
}
function verdictLines(set, rules, paint) {
  let { sentence, reviewed } = verdictText(set, rules), counts2 = tally(set.findings), mark = set.verdict === "no-explicit-defects" ? paint.green : set.verdict === "incomplete" ? paint.yellow : paint.red, rest = [
    `${count2(counts2.hotspots, "hotspot")} to review`,
    count2(counts2.notes, "practice note"),
    ...counts2.suppressed > 0 ? [`${counts2.suppressed} suppressed in source`] : []
  ];
  return [
    ...wrapText(safe(sentence), width).map((line2) => mark(paint.bold(line2))),
    "",
    ...wrapText(safe(reviewed), width),
    ...wrapText(`Beside the verdict: ${rest.join(", ")}.`, width)
  ];
}
function securityLines(title, findings, limit, rules, paint, mark) {
  if (findings.length === 0) return [];
  let rest = findings.length - limit;
  return [
    ...heading(`${title} (${findings.length})`, paint),
    ...findings.slice(0, limit).flatMap((finding2) => ["", ...securityFinding(finding2, ruleOf(rules, finding2.rule), paint, mark)]),
    ...rest > 0 ? ["", `  And ${count2(rest, "more", "more")}: see --json or --sarif.`] : []
  ];
}
function securityFinding(finding2, rule, paint, mark) {
  let cwe = rule.cwe.length > 0 ? ` (${rule.cwe.map((number4) => `CWE-${number4}`).join(", ")})` : "", fix = finding2.fix === "" ? rule.fix : finding2.fix;
  return [
    place2(finding2, paint),
    `  ${mark(paint.bold(shownSeverity(finding2)))}  ${finding2.rule} ${safe(rule.id)}${cwe}`,
    ...finding2.secret ? [`  ${paint.dim("(the line is not shown: it holds a secret)")}`] : codeFrame(finding2, width, paint, mark),
    ...wrapText(safe(shortenEnd(finding2.message, messageLimit)), width, "  "),
    ...flowLines(finding2, paint),
    ...labelled("Fix:", shortenEnd(fix, messageLimit), paint)
  ];
}
function flowLines(finding2, paint) {
  let [steps] = shownFlows(finding2, 1);
  return steps ? [
    `  ${paint.dim("How the value gets there:")}`,
    ...shortenSteps(steps, 8).flatMap(({ step: step2, omitted }) => [
      ...omitted > 0 ? [`    … ${count2(omitted, "step")} omitted`] : [],
      ...wrapText(
        `${pathOf2(step2.file)}:${step2.region.startLine}  ${safe(shortenEnd(step2.message, 200))}`,
        width,
        "    "
      )
    ])
  ] : [];
}
function suppressedLines(set, paint) {
  let suppressed = set.findings.filter((finding2) => finding2.suppression && finding2.tier !== "note");
  return suppressed.length === 0 ? [] : [
    ...heading(`Suppressed in source, security (${suppressed.length})`, paint),
    "",
    ...suppressed.slice(0, shownHotspots).flatMap(
      (finding2) => wrapText(
        `${pathOf2(finding2.file)}:${finding2.region.startLine}  ${finding2.rule}  by ${safe(shortenEnd(finding2.suppression?.mark ?? "", 120))}`,
        width,
        "  "
      )
    ),
    ...suppressed.length > shownHotspots ? [`  And ${suppressed.length - shownHotspots} more.`] : []
  ];
}
function noteLines(set, rules, notes, byCode, paint) {
  let tail = wrapText(safe(practiceTail(rules, set)), width, "  ");
  if (notes.length === 0) {
    let none4 = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice") ? wrapText(noPracticeNotes(set), width, "  ") : [];
    return [...heading("Practice notes", paint), "", ...none4, ...tail];
  }
  return [
    ...heading(`Practice notes (${notes.length})`, paint),
    ...practiceGroups(notes, byCode, set).flatMap((group) => ["", ...familyLines(group, paint)]),
    "",
    ...tail
  ];
}
function familyLines(group, paint) {
  let shown = group.evidence.slice(0, shownNotes), rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0), advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    ...wrapText(`${safe(group.family.title)}: ${group.claim}`, width).map(
      (line2, index) => index === 0 ? paint.cyan(line2) : line2
    ),
    ...shown.flatMap(({ finding: finding2, rule, more, fix }) => [
      `  ${place2(finding2, paint)}  ${finding2.rule} ${safe(rule.id)}${finding2.level === "warning" ? `  ${paint.yellow("warning")}` : ""}`,
      ...wrapText(
        safe(shortenEnd(finding2.message, messageLimit)) + (more > 0 ? ` And ${more} more like it in this file.` : ""),
        width,
        "    "
      ),
      ...fix === void 0 ? [] : wrapText(safe(shortenEnd(fix, messageLimit)), width, "    ")
    ]),
    ...rest > 0 ? [`  And ${count2(rest, "more", "more")}: see --json or --sarif.`] : [],
    ...group.facts.map((fact) => `  ${fact}`),
    ...advice === "" ? [] : wrapText(advice, width, "  ").map(paint.dim)
  ];
}
function coverageLines(set, rules, paint) {
  let text2 = coverageText(set, rules), bullets = (items) => items.flatMap((item) => wrapText(safe(shortenEnd(item, messageLimit)), width, "  "));
  return [
    ...heading("What was analysed, and what was not", paint),
    "",
    ...bullets([text2.analysed, ...text2.sinks, ...text2.facts]),
    ...text2.gaps.length > 0 ? ["", "  Not covered, or not wholly:", ...bullets(text2.gaps)] : []
  ];
}
function heading(title, paint) {
  return ["", paint.bold(title), paint.dim("-".repeat(title.length))];
}
function labelled(label, text2, paint) {
  let [first = "", ...rest] = wrapText(`${label} ${safe(text2)}`, width, "  ");
  return [first.replace(label, paint.bold(label)), ...rest];
}
function place2(finding2, paint) {
  return paint.bold(`${pathOf2(finding2.file)}:${finding2.region.startLine}:${finding2.region.startColumn}`);
}
function pathOf2(path2) {
  return shortenMiddle(visibleText(path2), 200);
}
function safe(text2) {
  return visibleText(text2.replaceAll(`
`, " "));
}

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
  let numericValues = Object.values(entries).filter((v) => typeof v == "number");
  return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
  return typeof value == "bigint" ? value.toString() : value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter, this._value = void 0;
  }
  get value() {
    let getter = this._getter;
    return getter !== void 0 && (this._value = getter(), this._getter = void 0), this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function cleanRegex(source) {
  let start = source.startsWith("^") ? 1 : 0, end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: !0,
    enumerable: !0,
    configurable: !0
  });
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data == "object" && data !== null && !Array.isArray(data);
}
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
function escapeRegex(str2) {
  return str2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  let cl = new inst._zod.constr(def ?? inst._zod.def);
  return (!def || params?.parent) && (cl._zod.parent = inst), cl;
}
function normalizeParams(_params) {
  let params = _params;
  if (!params)
    return {};
  if (typeof params == "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  return delete params.message, typeof params.error == "string" ? { ...params, error: () => params.error } : params;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional");
}
var NUMBER_FORMAT_RANGES = {
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
};
function aborted(x, startIndex = 0) {
  if (x.aborted === !0)
    return !0;
  for (let i = startIndex; i < x.issues.length; i++)
    if (x.issues[i]?.continue !== !0)
      return !0;
  return !1;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === !0)
    return !0;
  for (let i = startIndex; i < x.issues.length; i++)
    if (x.issues[i]?.continue === !1)
      return !0;
  return !1;
}
function prefixIssues(path2, issues) {
  return issues.map((iss) => {
    var _a2;
    return (_a2 = iss).path ?? (_a2.path = []), iss.path.unshift(path2), iss;
  });
}
function unwrapMessage(message) {
  return typeof message == "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  let caps = [];
  for (let ch of defChecks ?? []) {
    let d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    let max = d.maximum ?? d.length ?? d.size;
    max >= 0 && caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a2;
  for (let i = start; i < issues.length; i++)
    (_a2 = issues[i]).schema ?? (_a2.schema = inst);
}
function finalizeIssue(iss, ctx, config2) {
  var _a2;
  let traits = iss.inst?._zod?.traits;
  traits?.has("$ZodType") && (traits.has("$ZodCheck") ? (_a2 = iss).schema ?? (_a2.schema = iss.inst) : iss.schema = iss.inst);
  let schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0, message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input", full = {};
  for (let k of Object.keys(iss))
    k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__" || (full[k] = iss[k]);
  return full.path ?? (full.path = []), full.message = message, ctx?.reportInput && (full.input = iss.input), full;
}
function members(proto, table) {
  for (let key in table) {
    let desc = Object.getOwnPropertyDescriptor(table, key);
    desc.get ? Object.defineProperty(proto, key, { ...desc, enumerable: !1 }) : defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = !0) {
  return Object.defineProperty(inst, key, { configurable: !0, writable: !0, enumerable, value }), value;
}
function hide(inst, key, value) {
  return own(inst, key, value, !1);
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  let proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing, broke = !1, breaker = {
  configurable: !0,
  get() {
    broke = !0;
  }
};
function defineLazyInternal(inst, key, compute2) {
  let proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod, Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      Object.defineProperty(this, key, breaker);
      let outer = broke;
      broke = !1;
      try {
        let value = compute2(this);
        return broke ? delete this[key] : Object.defineProperty(this, key, { configurable: !0, writable: !0, value }), broke = broke || outer, value;
      } catch (err) {
        throw delete this[key], broke = broke || outer, err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  let proto = claim(inst, key);
  proto && Object.defineProperty(proto, key, {
    configurable: !0,
    get() {
      let desc = { configurable: !0, writable: !0, enumerable, value: void 0 };
      return Object.defineProperty(this, key, desc), desc.value = make(this), Object.defineProperty(this, key, desc), desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: !0, writable: !0, enumerable, value });
    }
  });
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: !1 }, _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  let E = _E;
  if (E) {
    let saved = E.stackTraceLimit;
    if (typeof saved == "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        return _E = null, new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer2, proto, params) {
  let zodProto = {};
  function Internals(def) {
    this.def = def, this.constr = _, this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  let protoMembers = proto, initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (inst._zod) {
      if (inst._zod.traits.has(name))
        return;
    } else {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    }
    if (inst._zod.traits.add(name), initializer2(inst, def), initialized) {
      let own2 = Object.getPrototypeOf(inst), ctorProto = inst._zod.constr.prototype, up = own2;
      for (; up && up !== ctorProto; )
        up = Object.getPrototypeOf(up);
      let target = up ?? own2;
      initialized.has(target) || (initialized.add(target), members(target, protoMembers));
    }
    let proto2 = _.prototype;
    for (let k in proto2)
      Object.prototype.hasOwnProperty.call(proto2, k) && (k in inst || (inst[k] = proto2[k].bind(inst)));
  }
  let Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    let inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    let deferred = inst._zod.deferred;
    if (deferred) {
      for (let fn of deferred)
        fn();
      inst._zod.deferred = void 0;
    }
    let pp = globalThis.__zod_globalConfig?.postProcessor;
    return pp && pp(inst), inst;
  }
  return Object.defineProperty(_, "init", { value: init }), Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => params?.Parent && inst instanceof params.Parent ? !0 : inst?._zod?.traits?.has(name)
  }), Object.defineProperty(_, "name", { value: name }), _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  return newConfig && Object.assign(globalConfig, newConfig), globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  let internals = this._zod;
  return internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2)), internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: !0,
  configurable: !0
}, _issuesDesc = { value: void 0, enumerable: !1 }, _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]), initializer = (inst, def) => {
  inst.name = "$ZodError", _issuesDesc.value = def, Object.defineProperty(inst, "issues", _issuesDesc), _issuesDesc.value = void 0, Object.defineProperty(inst, "message", _messageDesc);
  let proto = Object.getPrototypeOf(inst);
  _installedToString.has(proto) || (_installedToString.add(proto), Object.defineProperty(proto, "toString", {
    configurable: !0,
    enumerable: !1,
    get() {
      let value = () => this.message;
      return Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 }), value;
    },
    set(value) {
      Object.defineProperty(this, "toString", { value, configurable: !0, writable: !0 });
    }
  }));
}, $ZodError = $constructor("$ZodError", initializer), $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});

// node_modules/zod/v4/core/parse.js
var _parse = (_Err) => {
  let fn = (schema, value, _ctx, _params) => {
    let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      throw new $ZodAsyncError();
    if (result.issues.length) {
      let e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e, _params?.callee ?? fn), e;
    }
    return result.value;
  };
  return fn;
}, parse3 = /* @__PURE__ */ _parse($ZodRealError), _parseAsync = (_Err) => {
  let fn = async (schema, value, _ctx, params) => {
    let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise && (result = await result), result.issues.length) {
      let e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      throw captureStackTrace(e, params?.callee ?? fn), e;
    }
    return result.value;
  };
  return fn;
}, parseAsync = /* @__PURE__ */ _parseAsync($ZodRealError), _safeParse = (_Err) => (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !1 } : { async: !1 }, result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    throw new $ZodAsyncError();
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParse = /* @__PURE__ */ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
  let error;
  return {
    success: !1,
    get error() {
      return error || (error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config()))), issues = void 0, ctx = void 0), error;
    },
    set error(e) {
      error = e, issues = void 0, ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  let ctx = _ctx ? { ..._ctx, async: !0 } : { async: !0 }, result = schema._zod.run({ value, issues: [] }, ctx);
  return result instanceof Promise && (result = await result), result.issues.length ? failure(_Err, result.issues, ctx) : { success: !0, data: result.value };
}, safeParseAsync = /* @__PURE__ */ _safeParseAsync($ZodRealError);

// node_modules/zod/v4/core/regexes.js
var anyString = /^[\s\S]{0,}$/;
var number = /^-?\d+(?:\.\d+)?$/, boolean = /^(?:true|false)$/i;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a2;
  inst._zod ?? (inst._zod = {}), inst._zod.def = def, (_a2 = inst._zod).onattach ?? (_a2.onattach = []);
});
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  let origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    (def.inclusive ? payload.value >= def.value : payload.value > def.value) || payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value == "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def), def.format = def.format || "float64";
  let isInt = def.format?.includes("int"), origin = isInt ? "int" : "number", [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    let input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: !1,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        input > 0 ? payload.issues.push({
          input,
          code: "too_big",
          maximum: Number.MAX_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        }) : payload.issues.push({
          input,
          code: "too_small",
          minimum: Number.MIN_SAFE_INTEGER,
          note: "Integers must be within the safe integer range.",
          inst,
          origin,
          inclusive: !0,
          continue: !def.abort
        });
        return;
      }
    }
    input < minimum && payload.issues.push({
      origin: "number",
      input,
      code: "too_small",
      minimum,
      inclusive: !0,
      inst,
      continue: !def.abort
    }), input > maximum && payload.issues.push({
      origin: "number",
      input,
      code: "too_big",
      maximum,
      inclusive: !0,
      inst,
      continue: !def.abort
    });
  };
});

// node_modules/zod/v4/core/versions.js
var version2 = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a2;
  inst ?? (inst = {}), inst._zod.def = def, inst._zod.bag = inst._zod.bag || {}, inst._zod.version = version2;
  let defChecks = inst._zod.def.checks, checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (let ch of checks)
    for (let fn of ch._zod.onattach)
      fn(inst);
  if (checks.length === 0)
    (_a2 = inst._zod).deferred ?? (_a2.deferred = []), inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  else {
    let runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload), asyncResult;
      for (let ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload) || !ch._zod.def.when(payload))
            continue;
        } else if (isAborted)
          continue;
        let currLen = payload.issues.length, _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === !1)
          throw new $ZodAsyncError();
        if (asyncResult || _ instanceof Promise)
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _, payload.issues.length !== currLen && (attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen)));
          });
        else {
          if (payload.issues.length === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst), isAborted || (isAborted = aborted(payload, currLen));
        }
      }
      return asyncResult ? asyncResult.then(() => payload) : payload;
    }, handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary))
        return canary.aborted = !0, canary;
      let checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks)
        return inst._zod.parse(payload, ctx);
      if (ctx.direction === "backward") {
        let canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: !0 });
        return canary instanceof Promise ? canary.then((canary2) => handleCanaryResult(canary2, payload, ctx)) : handleCanaryResult(canary, payload, ctx);
      }
      let result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === !1)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
}), toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
  let ctx = { async: !0 };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      let ctx = { async: !1 };
      try {
        let r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch {
      }
      return validateAsync(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = def.pattern ?? anyString, inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch {
      }
    return typeof payload.value == "string" || payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    }), payload;
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = number, inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch {
      }
    let input = payload.value;
    if (typeof input == "number" && !Number.isNaN(input) && Number.isFinite(input))
      return payload;
    let received = typeof input == "number" ? Number.isNaN(input) ? "NaN" : Number.isFinite(input) ? void 0 : String(input) : void 0;
    return payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    }), payload;
  };
}), $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def), $ZodNumber.init(inst, def);
}), $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.pattern = boolean, inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = !!payload.value;
      } catch {
      }
    let input = payload.value;
    return typeof input == "boolean" || payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    }), payload;
  };
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def), inst._zod.parse = (payload, _ctx) => (payload.issues.push({
    expected: "never",
    code: "invalid_type",
    input: payload.value,
    inst
  }), payload);
});
function capSize(inst, size) {
  let caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  let cap = Math.min(...caps.map((c) => c[0])), parse4 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    let n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (let [max, ch] of sizeCaps(inst._zod.def.checks))
        if (n > max && ch._zod.def.when(payload)) {
          let start = payload.issues.length;
          return ch._zod.check(payload), payload.issues[start].continue = !1, attachSchema(payload.issues, start, inst), payload;
        }
    }
    return parse4(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  result.issues.length && final.issues.push(...prefixIssues(index, result.issues)), final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  let memo = globalConfig.memoizer;
  memo?.attach(inst), inst._zod.parse = (payload, ctx) => {
    let input = payload.value;
    if (!Array.isArray(input))
      return payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    let proms = [], abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      let item = input[i], result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise)
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      else if (handleArrayResult(result, payload, i), abortEarly && result.issues.length !== 0 && aborted(result))
        break;
    }
    return proms.length ? Promise.all(proms).then(() => payload) : payload;
  }, capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  let isPresent = key in input, isOptionalOut = optout === "optional";
  if (!(!isPresent && isOptionalOut && optin === "optional")) {
    if (result.issues.length) {
      if (optin !== void 0 && isOptionalOut && !isPresent)
        return;
      final.issues.push(...prefixIssues(key, result.issues));
    }
    if (!isPresent && optin === void 0) {
      result.issues.length || final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
      return;
    }
    result.value === void 0 ? (isPresent || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  let keys = Object.keys(def.shape), ownSymbols = Object.getOwnPropertySymbols(def.shape), symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS, allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (let k of allKeys)
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType"))
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
  let okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  let unrecognized = [], keySet = def.keySet, _catchall = def.catchall._zod, t = _catchall.def.type, optin = _catchall.optin, optout = _catchall.optout, seen = 0;
  for (let key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      t === "never" && unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    let r = _catchall.run({ value: input[key], issues: [] }, ctx);
    r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
  }
  return unrecognized.length && payload.issues.push({
    code: "unrecognized_keys",
    keys: unrecognized,
    input,
    inst,
    // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
    continue: !0
  }), proms.length ? Promise.all(proms).then(() => payload) : payload;
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  let desc = Object.getOwnPropertyDescriptor(def, "shape"), sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    let get2 = () => {
      let newSh = { ...sh };
      return Object.defineProperty(def, "shape", { value: newSh }), get2.raw = newSh, newSh;
    };
    get2.raw = sh, Object.defineProperty(def, "shape", { get: get2 });
  }
  let _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    let shape = zod.def.shape, propValues = {};
    for (let key in shape) {
      let field = shape[key]._zod;
      if (field.values) {
        Object.prototype.hasOwnProperty.call(propValues, key) || assignProp(propValues, key, /* @__PURE__ */ new Set());
        for (let v of field.values)
          propValues[key].add(v);
        field.optin !== void 0 && propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  let isObject2 = isObject, catchall = def.catchall, value, memo = globalConfig.memoizer;
  memo?.attach(inst), inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    let input = payload.value;
    if (!isObject2(input))
      return payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      }), payload;
    payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
    let proms = [], shape = value.shape, abortEarly = ctx?.abortEarly, seen = payload.issues.length;
    for (let key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      let el = shape[key], optin = el._zod.optin, optout = el._zod.optout, r = el._zod.run({ value: input[key], issues: [] }, ctx);
      r instanceof Promise ? proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
    }
    return catchall ? handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === !0) : proms.length ? Promise.all(proms).then(() => payload) : payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  let values = getEnumValues(def.entries), valuesSet = new Set(values);
  inst._zod.values = valuesSet, defineLazyInternal(inst, "pattern", (zod) => {
    let patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  }), inst._zod.parse = (payload, _ctx) => {
    let input = payload.value;
    return valuesSet.has(input) || payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    }), payload;
  };
}), $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  let values = new Set(def.values);
  inst._zod.values = values, defineLazyInternal(inst, "pattern", (zod) => {
    let vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o == "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  }), inst._zod.parse = (payload, _ctx) => {
    let input = payload.value;
    return values.has(input) || payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    }), payload;
  };
});
function handleOptionalResult(payload, result) {
  return payload.value = result.issues.length ? void 0 : result.value, payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def), defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional"), inst._zod.optout = "optional", defineLazyInternal(inst, "values", (zod) => {
    let values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  }), defineLazyInternal(inst, "pattern", (zod) => {
    let pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  }), inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      let result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      return result instanceof Promise ? result.then((result2) => handleOptionalResult(payload, result2)) : handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  return def.checks && (def.checks = [...def.checks]), def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
  return new Class(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
  return new Class(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
  return new Class({
    type: "number",
    check: "number_format",
    abort: !1,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
  return new Class({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
  return new Class({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: !0
  });
}

// node_modules/zod/v4/mini/schemas.js
var ZodMiniType = /* @__PURE__ */ $constructor("ZodMiniType", (inst, def) => {
  if (!inst._zod)
    throw new Error("Uninitialized schema in ZodMiniType.");
  $ZodType.init(inst, def), inst.def = def, inst.type = def.type;
}, {
  // `with` is an alias for `check`: the same function object, not a wrapper.
  get with() {
    return this.check;
  },
  set with(value) {
    own(this, "with", value);
  },
  parse(data, params) {
    return parse3(this, data, params, { callee: this.parse });
  },
  parseAsync(data, params) {
    return parseAsync(this, data, params, { callee: this.parseAsync });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  check(...checks) {
    let def = this.def;
    return this.clone({
      ...def,
      checks: [
        ...def.checks ?? [],
        ...checks.map((ch) => typeof ch == "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }, { parent: !0 });
  },
  clone(_def, params) {
    return clone(this, _def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    return reg.add(this, meta2), this;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  }
}), ZodMiniString = /* @__PURE__ */ $constructor("ZodMiniString", (inst, def) => {
  $ZodString.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string2(params) {
  return _string(ZodMiniString, params);
}
var ZodMiniNumber = /* @__PURE__ */ $constructor("ZodMiniNumber", (inst, def) => {
  $ZodNumber.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function number2(params) {
  return _number(ZodMiniNumber, params);
}
var ZodMiniNumberFormat = /* @__PURE__ */ $constructor("ZodMiniNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def), ZodMiniNumber.init(inst, def);
});
function int2(params) {
  return _int(ZodMiniNumberFormat, params);
}
var ZodMiniBoolean = /* @__PURE__ */ $constructor("ZodMiniBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function boolean2(params) {
  return _boolean(ZodMiniBoolean, params);
}
var ZodMiniNever = /* @__PURE__ */ $constructor("ZodMiniNever", (inst, def) => {
  $ZodNever.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
  return _never(ZodMiniNever, params);
}
var ZodMiniArray = /* @__PURE__ */ $constructor("ZodMiniArray", (inst, def) => {
  $ZodArray.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
  return new ZodMiniArray({
    type: "array",
    element,
    ...normalizeParams(params)
  });
}
var ZodMiniObject = /* @__PURE__ */ $constructor("ZodMiniObject", (inst, def) => {
  $ZodObject.init(inst, def), ZodMiniType.init(inst, def), installLazyProp(inst, "shape", (self) => self._zod.def.shape, !1);
});
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
  return new ZodMiniObject({
    type: "object",
    shape,
    catchall: /* @__PURE__ */ never(),
    ...normalizeParams(params)
  });
}
var ZodMiniEnum = /* @__PURE__ */ $constructor("ZodMiniEnum", (inst, def) => {
  $ZodEnum.init(inst, def), ZodMiniType.init(inst, def), inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
  let entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodMiniEnum({
    type: "enum",
    entries,
    ...normalizeParams(params)
  });
}
var ZodMiniLiteral = /* @__PURE__ */ $constructor("ZodMiniLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal2(value, params) {
  return new ZodMiniLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...normalizeParams(params)
  });
}
var ZodMiniOptional = /* @__PURE__ */ $constructor("ZodMiniOptional", (inst, def) => {
  $ZodOptional.init(inst, def), ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional2(innerType) {
  return new ZodMiniOptional({
    type: "optional",
    innerType
  });
}

// src/report/report-schema.ts
var reportSchemaVersion = "1", path = string2(), line = int2().check(_gte(1)), number3 = int2().check(_gte(0)), region = strictObject({ startLine: line, startColumn: line, endLine: line, endColumn: line }), step = strictObject({
  kind: _enum(["source", "assignment", "call", "return", "sanitizer", "guard", "sink"]),
  path,
  region,
  message: string2(),
  depth: number3,
  snippet: optional2(string2())
}), finding = strictObject({
  rule: string2(),
  ruleId: string2(),
  name: string2(),
  title: string2(),
  family: string2(),
  category: _enum(["security", "practice"]),
  tier: _enum(["defect", "hotspot", "note"]),
  level: _enum(["error", "warning", "note"]),
  severity: optional2(_enum(["critical", "high", "medium", "low"])),
  securitySeverity: optional2(number2()),
  cwe: array(int2()),
  path,
  region,
  context: region,
  snippet: optional2(string2()),
  scope: string2(),
  inTest: boolean2(),
  message: string2(),
  fix: string2(),
  places: array(strictObject({ path, line })),
  related: array(strictObject({ path, region, message: string2(), snippet: optional2(string2()) })),
  flows: array(strictObject({ steps: array(step) })),
  mergedRules: array(string2()),
  fingerprint: string2(),
  lineHash: string2(),
  suppression: optional2(strictObject({ mark: string2(), reason: string2(), path, line })),
  baseline: optional2(_enum(["new", "unchanged"]))
}), counts = strictObject({
  security: number3,
  critical: number3,
  high: number3,
  medium: number3,
  low: number3,
  hotspots: number3,
  practice: number3,
  suppressed: number3
}), coverage = strictObject({
  files: array(strictObject({ path, lines: number3, test: boolean2(), description: string2() })),
  fileCount: number3,
  lines: number3,
  functions: number3,
  filesNotAnalysed: number3,
  rulesRun: array(string2()),
  familiesNotExamined: array(string2()),
  sinks: array(
    strictObject({
      kind: string2(),
      seen: number3,
      constant: number3,
      cleaned: number3,
      guarded: number3,
      noSource: number3,
      unresolved: number3,
      reported: number3
    })
  ),
  inventory: array(strictObject({ rule: string2(), places: number3 })),
  unresolvedImports: number3,
  deferred: array(strictObject({ rule: string2(), to: string2() })),
  facts: array(string2()),
  listedBy: _enum(["git", "ignore-files"])
}), reportSchema = strictObject({
  schemaVersion: literal2(reportSchemaVersion),
  tool: strictObject({ name: literal2("pyverdict"), version: string2(), ruleSetHash: string2() }),
  verdict: _enum(["defects", "no-explicit-defects", "incomplete", "failed"]),
  sentence: string2(),
  caveat: string2(),
  reviewed: strictObject({ description: string2(), subject: optional2(string2()) }),
  counts,
  findings: array(finding),
  coverage,
  skipped: array(strictObject({ path, reason: string2(), detail: string2() })),
  problems: array(
    strictObject({
      id: string2(),
      name: string2(),
      level: _enum(["error", "warning", "note"]),
      message: string2(),
      path: optional2(path),
      line: optional2(line),
      rule: optional2(string2()),
      hidesCode: boolean2()
    })
  )
});

// src/report/json-report.ts
function jsonReport(set, rules, run2) {
  let byCode = rulesByCode(rules), counts2 = tally(set.findings), { coverage: coverage2 } = set;
  return {
    schemaVersion: reportSchemaVersion,
    tool: { name: "pyverdict", version: run2.version, ruleSetHash: run2.ruleSetHash },
    verdict: set.verdict,
    sentence: verdictText(set, rules).sentence,
    caveat,
    reviewed: {
      description: wellFormed(set.reviewed.description),
      ...set.reviewed.subject === void 0 ? {} : { subject: wellFormed(set.reviewed.subject) }
    },
    counts: {
      security: counts2.defects,
      ...counts2.bySeverity,
      hotspots: counts2.hotspots,
      practice: counts2.notes,
      suppressed: counts2.suppressed
    },
    findings: [...set.findings].sort(compareFindings).map((finding2) => findingJson(finding2, byCode)),
    coverage: {
      files: coverage2.files.map(({ path: path2, lines, test, description }) => ({
        path: wellFormed(path2),
        lines,
        test,
        description: wellFormed(description)
      })),
      fileCount: coverage2.files.length,
      lines: coverage2.files.reduce((sum, file) => sum + file.lines, 0),
      functions: coverage2.functions,
      filesNotAnalysed: filesNotAnalysed(set),
      rulesRun: [...coverage2.rulesRun],
      familiesNotExamined: [...coverage2.familiesNotExamined],
      sinks: coverage2.sinks.map((sink) => ({ ...sink })),
      inventory: [...coverage2.inventory].sort(([a], [b]) => compareText(a, b)).map(([rule, places]) => ({ rule, places })),
      unresolvedImports: coverage2.unresolvedImports,
      deferred: [...coverage2.deferred].sort(([a], [b]) => compareText(a, b)).map(([rule, to]) => ({ rule, to })),
      facts: coverage2.facts.map(wellFormed),
      listedBy: set.listedBy
    },
    skipped: set.skipped.map(({ path: path2, reason: reason2, detail }) => ({
      path: wellFormed(path2),
      reason: reason2,
      detail: wellFormed(detail)
    })),
    problems: set.problems.map((problem) => ({
      id: problem.id,
      name: problemKinds[problem.id].name,
      level: problemKinds[problem.id].level,
      message: wellFormed(problem.message),
      ...problem.file === void 0 ? {} : { path: wellFormed(problem.file) },
      ...problem.line === void 0 ? {} : { line: problem.line },
      ...problem.rule === void 0 ? {} : { rule: problem.rule },
      hidesCode: problem.hidesCode
    }))
  };
}
function findingJson(finding2, rules) {
  let rule = ruleOf(rules, finding2.rule), snippet = (place3) => place3.snippet === void 0 || finding2.secret ? {} : { snippet: wellFormed(place3.snippet) };
  return {
    rule: finding2.rule,
    ruleId: finding2.ruleId,
    name: rule.id,
    title: rule.title,
    family: rule.family,
    category: rule.category,
    tier: finding2.tier,
    level: finding2.level,
    ...finding2.severity === void 0 ? {} : { severity: severityBand(finding2.severity), securitySeverity: finding2.severity },
    cwe: [...rule.cwe],
    path: wellFormed(finding2.file),
    region: { ...finding2.region },
    context: { ...finding2.context },
    ...snippet(finding2),
    scope: wellFormed(finding2.scope),
    inTest: finding2.inTest,
    message: wellFormed(finding2.message),
    fix: wellFormed(finding2.fix),
    places: finding2.allPlaces.map(({ file, line: line2 }) => ({ path: wellFormed(file), line: line2 })),
    related: finding2.related.map((place3) => ({
      path: wellFormed(place3.file),
      region: { ...place3.region },
      message: wellFormed(place3.message),
      ...snippet(place3)
    })),
    flows: finding2.flows.map((flow) => ({
      steps: flow.steps.map((step2) => ({
        kind: step2.kind,
        path: wellFormed(step2.file),
        region: { ...step2.region },
        message: wellFormed(step2.message),
        depth: step2.depth,
        ...snippet(step2)
      }))
    })),
    mergedRules: [...finding2.mergedRules],
    fingerprint: finding2.fingerprint,
    lineHash: finding2.lineHash,
    ...finding2.suppression ? {
      suppression: {
        mark: wellFormed(finding2.suppression.mark),
        reason: wellFormed(finding2.suppression.reason),
        path: wellFormed(finding2.suppression.file),
        line: finding2.suppression.line
      }
    } : {},
    ...finding2.baseline === void 0 ? {} : { baseline: finding2.baseline }
  };
}

// src/report/text/markdown-text.ts
var special = /[&<>"'`|*_[\](){}#!~@\\$+\-.:]/g, pathLimit = 120, codeLimit = 160;
function codeSpan(text2, limit = codeLimit) {
  let shown = shortenMiddle(visibleText(text2), limit).trim();
  return shown === "" ? "" : `<code>${entities(shown)}</code>`;
}
function entities(text2) {
  return text2.replace(special, (character) => {
    let entity = `&#${character.charCodeAt(0)};`;
    return character === "@" ? `<!-- -->${entity}` : entity;
  });
}
function prose(message, limit = 600) {
  return shortenMiddle(visibleText(message).replace(/\s+/g, " ").trim(), limit).split("`").map((part, index, parts2) => index % 2 === 1 && index < parts2.length - 1 ? codeSpan(part) : words2(part)).join("");
}
function words2(text2) {
  let out = [], code = [], flush = () => {
    if (code.length === 0) return;
    let { before, body, after } = peeled(code.join(" "));
    out.push(before + codeSpan(body) + after), code = [];
  };
  for (let token of wholeExpressions(text2.split(" "))) {
    let { before, body, after } = peeled(token);
    isPlain(body) ? (flush(), out.push(before + body + after)) : (code.push(token), /[,.;:]$/.test(after) && flush());
  }
  return flush(), out.join(" ");
}
var expressionWords = 16;
function wholeExpressions(tokens) {
  let out = [];
  for (let index = 0; index < tokens.length; index++) {
    let token = tokens[index] ?? "", joined3 = token, taken = 0;
    if (/[\w\])"']["'([{]/.test(token) || /^\(?["'[{]/.test(token))
      for (; taken < expressionWords && index + taken + 1 < tokens.length && isOpen(joined3); )
        taken++, joined3 += ` ${tokens[index + taken] ?? ""}`;
    taken > 0 && !isOpen(joined3) ? index += taken : joined3 = token, out.push(joined3);
  }
  return out;
}
function isOpen(text2) {
  let bare = text2.replace(/(["'])(?:(?!\1).)*\1/g, "");
  return /["]/.test(bare) ? !0 : (bare.match(/[([{]/g)?.length ?? 0) > (bare.match(/[)\]}]/g)?.length ?? 0);
}
function peeled(token) {
  let after = /[,.;:!?]*$/.exec(token)?.[0] ?? "", body = token.slice(0, token.length - after.length), before = "", closing = "";
  body.startsWith("(") && (before = "(", body = body.slice(1));
  let opened = body.split("(").length - 1, closed = body.split(")").length - 1;
  return body.endsWith(")") && closed > opened && (closing = ")", body = body.slice(0, -1)), { before, body, after: closing + after };
}
function isPlain(word) {
  return /^(?:|[·…–—=/]|\d{1,10}(?:\.\d{1,4})?|\d{1,3}(?:,\d{3})+)$/.test(word) ? !0 : !/^[A-Za-z]+(['’-][A-Za-z]+)*$/.test(word) || /^[0-9a-f]{7,}$/i.test(word) ? !1 : word.length <= 24 && (properNames.has(word) || !/[a-z][A-Z]/.test(word));
}
var properNames = /* @__PURE__ */ new Set([
  "GitHub",
  "GitLab",
  "JavaScript",
  "MongoDB",
  "MySQL",
  "OpenSSL",
  "OpenStack",
  "PostgreSQL",
  "PyJWT",
  "PyPI",
  "PyYAML"
]);
function encodePath(path2) {
  return path2.split("/").map(encodeSegment).join("/");
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replace(new RegExp("\\p{Surrogate}", "gu"), "�")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/report/rule-help.ts
function ruleHelpMarkdown(rule) {
  let parts2 = [`**Why it matters.** ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts2.push("**What is found**", fenced(rule.badExample, "python")), parts2.push(`**What to do.** ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts2.push(fenced(rule.goodExample, "python"));
  let links = [...rule.cwe.map((number4) => `[CWE-${number4}](${cweUri(number4)})`), ...rule.references.map(reference2)];
  return links.length > 0 && parts2.push(`**References**

${links.map((link) => `- ${link}`).join(`
`)}`), `${parts2.join(`

`)}
`;
}
function ruleHelpText(rule) {
  let parts2 = [`Why it matters: ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts2.push(`What is found:

${indented(rule.badExample)}`), parts2.push(`What to do: ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts2.push(indented(rule.goodExample));
  let links = [...rule.cwe.map((number4) => `CWE-${number4}: ${cweUri(number4)}`), ...rule.references];
  return links.length > 0 && parts2.push(`References:
${links.join(`
`)}`), `${parts2.join(`

`)}
`;
}
function cweUri(number4) {
  return `https://cwe.mitre.org/data/definitions/${number4}.html`;
}
function fenced(code, language) {
  let longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run2) => run2[0].length)), fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}
${code.trimEnd()}
${fence}`;
}
function reference2(link) {
  return /^https?:\/\/[^\s<>]+$/.test(link) ? `<${link}>` : codeSpan(link);
}
function indented(code) {
  return code.trimEnd().split(`
`).map((line2) => line2 === "" ? "" : `    ${line2}`).join(`
`);
}

// src/report/sarif/cwe-names.ts
var cweNames = {
  15: "External Control of System or Configuration Setting",
  20: "Improper Input Validation",
  22: "Improper Limitation of a Pathname to a Restricted Directory",
  73: "External Control of File Name or Path",
  78: "Improper Neutralization of Special Elements used in an OS Command",
  79: "Improper Neutralization of Input During Web Page Generation",
  88: "Improper Neutralization of Argument Delimiters in a Command",
  89: "Improper Neutralization of Special Elements used in an SQL Command",
  90: "Improper Neutralization of Special Elements used in an LDAP Query",
  91: "XML Injection",
  93: "Improper Neutralization of CRLF Sequences",
  94: "Improper Control of Generation of Code",
  95: "Improper Neutralization of Directives in Dynamically Evaluated Code",
  96: "Improper Neutralization of Directives in Statically Saved Code",
  113: "Improper Neutralization of CRLF Sequences in HTTP Headers",
  116: "Improper Encoding or Escaping of Output",
  117: "Improper Output Neutralization for Logs",
  134: "Use of Externally-Controlled Format String",
  155: "Improper Neutralization of Wildcards or Matching Symbols",
  176: "Improper Handling of Unicode Encoding",
  200: "Exposure of Sensitive Information to an Unauthorized Actor",
  208: "Observable Timing Discrepancy",
  209: "Generation of Error Message Containing Sensitive Information",
  250: "Execution with Unnecessary Privileges",
  259: "Use of Hard-coded Password",
  276: "Incorrect Default Permissions",
  283: "Unverified Ownership",
  284: "Improper Access Control",
  285: "Improper Authorization",
  287: "Improper Authentication",
  290: "Authentication Bypass by Spoofing",
  295: "Improper Certificate Validation",
  297: "Improper Validation of Certificate with Host Mismatch",
  306: "Missing Authentication for Critical Function",
  311: "Missing Encryption of Sensitive Data",
  312: "Cleartext Storage of Sensitive Information",
  319: "Cleartext Transmission of Sensitive Information",
  321: "Use of Hard-coded Cryptographic Key",
  322: "Key Exchange without Entity Authentication",
  326: "Inadequate Encryption Strength",
  327: "Use of a Broken or Risky Cryptographic Algorithm",
  328: "Use of Weak Hash",
  329: "Generation of Predictable IV with CBC Mode",
  338: "Use of Cryptographically Weak Pseudo-Random Number Generator",
  340: "Generation of Predictable Numbers or Identifiers",
  346: "Origin Validation Error",
  347: "Improper Verification of Cryptographic Signature",
  348: "Use of Less Trusted Source",
  352: "Cross-Site Request Forgery",
  353: "Missing Support for Integrity Check",
  359: "Exposure of Private Personal Information to an Unauthorized Actor",
  377: "Insecure Temporary File",
  379: "Creation of Temporary File in Directory with Insecure Permissions",
  390: "Detection of Error Condition Without Action",
  400: "Uncontrolled Resource Consumption",
  409: "Improper Handling of Highly Compressed Data",
  426: "Untrusted Search Path",
  434: "Unrestricted Upload of File with Dangerous Type",
  441: "Unintended Proxy or Intermediary",
  454: "External Initialization of Trusted Variables or Data Stores",
  470: "Use of Externally-Controlled Input to Select Classes or Code",
  477: "Use of Obsolete Function",
  489: "Active Debug Code",
  494: "Download of Code Without Integrity Check",
  501: "Trust Boundary Violation",
  502: "Deserialization of Untrusted Data",
  506: "Embedded Malicious Code",
  521: "Weak Password Requirements",
  522: "Insufficiently Protected Credentials",
  523: "Unprotected Transport of Credentials",
  532: "Insertion of Sensitive Information into Log File",
  552: "Files or Directories Accessible to External Parties",
  601: "URL Redirection to Untrusted Site",
  605: "Multiple Binds to the Same Port",
  611: "Improper Restriction of XML External Entity Reference",
  614: "Sensitive Cookie in HTTPS Session Without Secure Attribute",
  617: "Reachable Assertion",
  643: "Improper Neutralization of Data within XPath Expressions",
  644: "Improper Neutralization of HTTP Headers for Scripting Syntax",
  668: "Exposure of Resource to Wrong Sphere",
  676: "Use of Potentially Dangerous Function",
  693: "Protection Mechanism Failure",
  704: "Incorrect Type Conversion or Cast",
  706: "Use of Incorrectly-Resolved Name or Reference",
  732: "Incorrect Permission Assignment for Critical Resource",
  760: "Use of a One-Way Hash with a Predictable Salt",
  770: "Allocation of Resources Without Limits or Throttling",
  776: "Improper Restriction of Recursive Entity References in DTDs",
  789: "Memory Allocation with Excessive Size Value",
  798: "Use of Hard-coded Credentials",
  807: "Reliance on Untrusted Inputs in a Security Decision",
  829: "Inclusion of Functionality from Untrusted Control Sphere",
  862: "Missing Authorization",
  863: "Incorrect Authorization",
  915: "Improperly Controlled Modification of Dynamically-Determined Object Attributes",
  916: "Use of Password Hash With Insufficient Computational Effort",
  918: "Server-Side Request Forgery",
  939: "Improper Authorization in Handler for Custom URL Scheme",
  942: "Permissive Cross-domain Policy with Untrusted Domains",
  943: "Improper Neutralization of Special Elements in Data Query Logic",
  1004: "Sensitive Cookie Without HttpOnly Flag",
  1007: "Insufficient Visual Distinction of Homoglyphs Presented to User",
  1104: "Use of Unmaintained Third Party Components",
  1188: "Initialization of a Resource with an Insecure Default",
  1236: "Improper Neutralization of Formula Elements in a CSV File",
  1275: "Sensitive Cookie with Improper SameSite Attribute",
  1333: "Inefficient Regular Expression Complexity",
  1336: "Improper Neutralization of Special Elements Used in a Template Engine",
  1357: "Reliance on Insufficiently Trustworthy Component",
  1395: "Dependency on Vulnerable Third-Party Component",
  1426: "Improper Validation of Generative AI Output",
  1427: "Improper Neutralization of Input Used for LLM Prompting"
};

// src/report/sarif/cwe-taxonomy.ts
function cweTaxonomy(rules) {
  let numbers2 = [...new Set(rules.flatMap((rule) => rule.cwe))].sort((a, b) => a - b), indexes = new Map(numbers2.map((number4, index) => [number4, index]));
  return {
    component: {
      name: "CWE",
      version: "4.15",
      organization: "MITRE",
      informationUri: "https://cwe.mitre.org/",
      shortDescription: { text: "Common Weakness Enumeration" },
      isComprehensive: !1,
      taxa: numbers2.map(taxon)
    },
    relationships: (rule) => rule.cwe.map((number4) => ({
      target: { id: `CWE-${number4}`, index: indexes.get(number4) ?? -1, toolComponent: { name: "CWE", index: 0 } },
      kinds: ["superset"]
    }))
  };
}
function taxon(number4) {
  let name = cweNames[number4];
  return {
    id: `CWE-${number4}`,
    ...name === void 0 ? {} : { name: name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next) => (next ?? "").toUpperCase()) },
    shortDescription: { text: name ?? `CWE-${number4}` },
    helpUri: cweUri(number4)
  };
}

// src/report/sarif/message-text.ts
function escapeMessage(text2) {
  return visibleText(text2).replace(/[\\[\]]/g, "\\$&").replace(/[{}]/g, "$&$&");
}
function linkedMessage(finding2, message, targets) {
  let open = /* @__PURE__ */ new Map();
  for (let target of targets) {
    let phrases2 = target.file === finding2.file ? [`line ${target.line}`] : [];
    for (let phrase of [`${target.file} line ${target.line}`, ...phrases2])
      open.has(phrase) || open.set(phrase, target);
  }
  if (open.size === 0) return escapeMessage(message);
  let linked = /* @__PURE__ */ new Set(), phrases = [...open.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escapeRegExp), pattern = new RegExp(`(?<![\\w./-])(?:${phrases.join("|")})(?!\\d)`, "g"), out = "", from = 0;
  for (let match of message.matchAll(pattern)) {
    let target = open.get(match[0]);
    !target || linked.has(target.id) || match[0].startsWith("line ") && /[\w-]\.\w+ $/.test(message.slice(0, match.index)) || (linked.add(target.id), out += `${escapeMessage(message.slice(from, match.index))}[${escapeMessage(match[0])}](${target.id})`, from = match.index + match[0].length);
  }
  return out + escapeMessage(message.slice(from));
}
function escapeRegExp(text2) {
  return text2.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

// src/report/sarif/locations.ts
var rootId = "SRCROOT", snippetLimit = 300, redacted = "(not shown: this line holds a secret)";
function artifactLocation(path2) {
  return { uri: encodePath(path2), uriBaseId: rootId };
}
function physicalLocation(place3, secret) {
  let text2 = secret ? redacted : snippetOf(place3);
  return {
    artifactLocation: artifactLocation(place3.file),
    region: text2 === void 0 ? regionOf(place3.region) : { ...regionOf(place3.region), snippet: { text: text2 } }
  };
}
function linkedLocation(id, place3, message, secret) {
  return { id, physicalLocation: physicalLocation(place3, secret), message: { text: escapeMessage(message) } };
}
function regionOf(region2) {
  let { startLine, startColumn } = region2, endLine = Math.max(region2.endLine, startLine), endColumn = endLine === startLine ? Math.max(region2.endColumn, startColumn) : region2.endColumn;
  return { startLine, startColumn, endLine, endColumn };
}
function surrounds(outer, inner) {
  let starts = outer.startLine < inner.startLine || outer.startLine === inner.startLine && outer.startColumn <= inner.startColumn, ends = outer.endLine > inner.endLine || outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn, same = outer.startLine === inner.startLine && outer.startColumn === inner.startColumn && outer.endLine === inner.endLine && outer.endColumn === inner.endColumn;
  return starts && ends && !same;
}
function snippetOf(place3) {
  if (place3.snippet === void 0) return;
  let part = place3.snippet.slice(place3.region.startColumn - 1, place3.region.endColumn - 1), whole2 = place3.region.endColumn - 1 <= place3.snippet.length && part !== "";
  return shortenEnd(wellFormed(whole2 ? part : place3.snippet), snippetLimit);
}

// src/report/sarif/notifications.ts
var ids = Object.keys(problemKinds), skippedPerReason = 20, descriptions = {
  PVN001: "A file could not be parsed, wholly or in part.",
  PVN002: "A file was left out: too large, binary, in an unknown encoding, excluded, generated or vendored.",
  PVN003: "Not every finding was sent to code scanning.",
  PVN004: "A limit on time, call depth or number of paths was reached.",
  PVN005: "A rule failed on a file; the other rules went on.",
  PVN006: "Imports could not be resolved.",
  PVN007: "A framework is used that no model describes.",
  PVN008: "Code is built or changed at run time, out of sight of the analysis.",
  PVN009: "A declared dependency is not in the checkout.",
  PVC001: "Something in the configuration is wrong or has no effect.",
  PVC002: "A suppression names an unknown rule or suppresses nothing.",
  PVC003: "A suppression gives no reason, and reasons are required."
}, notificationDescriptors = ids.map((id) => ({
  id,
  name: problemKinds[id].name,
  shortDescription: { text: descriptions[id] },
  fullDescription: { text: descriptions[id] },
  help: { text: descriptions[id] },
  defaultConfiguration: { level: problemKinds[id].level }
}));
function notifications(problems, skipped, descriptors) {
  let named2 = new Set(
    problems.flatMap((problem) => problem.id === "PVN002" && problem.file !== void 0 ? [problem.file] : [])
  ), tool = problems.filter((problem) => !problem.id.startsWith("PVC")), configuration = problems.filter((problem) => problem.id.startsWith("PVC"));
  return {
    tool: [
      ...tool.map((problem) => notification(problem, descriptors)),
      ...skippedNotifications(skipped.filter((file) => !named2.has(file.path)))
    ],
    configuration: configuration.map((problem) => notification(problem, descriptors))
  };
}
function truncationNotification(text2) {
  return {
    descriptor: descriptorReference("PVN003"),
    level: problemKinds.PVN003.level,
    message: { text: escapeMessage(text2) }
  };
}
function notification(problem, descriptors) {
  let associated = [problem.rule ?? "", `${problem.rule ?? ""}/review`].find((id) => descriptors.indexOf.has(id));
  return {
    descriptor: descriptorReference(problem.id),
    level: problemKinds[problem.id].level,
    message: { text: escapeMessage(problem.message) },
    ...associated === void 0 ? {} : { associatedRule: { id: associated, index: descriptors.indexOf.get(associated) ?? -1 } },
    ...problem.file === void 0 ? {} : {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(problem.file),
            ...problem.line === void 0 ? {} : { region: { startLine: problem.line } }
          }
        }
      ]
    }
  };
}
function skippedNotifications(skipped) {
  let byPath2 = [...skipped].sort((a, b) => compareText(a.path, b.path));
  return [...groupBy(byPath2, (file) => file.reason)].sort(([a], [b]) => compareText(a, b)).flatMap(([, files]) => {
    let named2 = files.slice(0, skippedPerReason).map((file) => ({
      descriptor: descriptorReference("PVN002"),
      level: problemKinds.PVN002.level,
      message: { text: escapeMessage(`Skipped: ${skippedBecause(files)} (${file.detail}).`) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(file.path) } }]
    })), rest = files.length - named2.length;
    if (rest === 0) return named2;
    let text2 = `Skipped: ${count2(rest, "more file")} (${skippedBecause(files)}).`;
    return [
      ...named2,
      { descriptor: descriptorReference("PVN002"), level: problemKinds.PVN002.level, message: { text: text2 } }
    ];
  });
}
function skippedBecause([first]) {
  return first ? skipReasonText[first.reason] : "";
}
function descriptorReference(id) {
  return { id, index: ids.indexOf(id) };
}

// src/report/sarif/results.ts
var flowLimit = 4, stepLimit = 32, relatedLimit = 20;
function sarifResult(finding2, rule, descriptors) {
  let flows = shownFlows(finding2, flowLimit), related = relatedLocations(finding2, flows), codeFlows = flows.map((steps) => codeFlow(steps, finding2.secret)), suppressions = suppressionsOf(finding2), primary = physicalLocation(finding2, finding2.secret);
  return {
    ruleId: finding2.ruleId,
    ruleIndex: descriptors.indexOf.get(finding2.ruleId) ?? -1,
    ...descriptors.levelOf.get(finding2.ruleId) === finding2.level ? {} : { level: finding2.level },
    kind: "fail",
    message: { text: messageOf2(finding2, rule, related) },
    locations: [
      {
        physicalLocation: surrounds(finding2.context, finding2.region) ? { ...primary, contextRegion: regionOf(finding2.context) } : primary
      }
    ],
    ...related.length > 0 ? { relatedLocations: related.map(({ location }) => location) } : {},
    ...codeFlows.length > 0 ? { codeFlows } : {},
    partialFingerprints: { primaryLocationLineHash: finding2.lineHash, "pyverdictContext/v1": finding2.fingerprint },
    ...suppressions.length > 0 ? { suppressions } : {},
    ...finding2.baseline === void 0 ? {} : { baselineState: finding2.baseline },
    properties: {
      tier: finding2.tier,
      ...finding2.mergedRules.length > 0 ? { mergedRules: [...finding2.mergedRules] } : {}
    }
  };
}
function relatedLocations(finding2, flows) {
  return [...flows.slice(0, 1).flatMap((steps) => steps[0] ?? []), ...finding2.related].slice(0, relatedLimit).map((place3, index) => ({
    target: { id: index + 1, file: place3.file, line: place3.region.startLine },
    location: linkedLocation(index + 1, place3, place3.message, finding2.secret)
  }));
}
function messageOf2(finding2, rule, related) {
  let ownFix = finding2.fix.trim() !== "" && finding2.fix.trim() !== rule.fix.trim() ? ` ${finding2.fix.trim()}` : "", message = linkedMessage(
    finding2,
    finding2.message + ownFix,
    related.map(({ target }) => target)
  ), source = related[0]?.target;
  if (source && finding2.flows.length > 0 && !message.includes(`](${source.id})`)) {
    let place3 = source.file === finding2.file ? `line ${source.line}` : `${source.file} line ${source.line}`;
    message += ` The value comes from [${escapeMessage(place3)}](${source.id}).`;
  }
  let more = finding2.furtherPlaces + Math.max(0, finding2.related.length - relatedLimit);
  return more > 0 && !/\b\d[\d,]* (?:more|other)\b/.test(finding2.message) && (message += ` And ${count2(more, "more place", "more places")}.`), message;
}
function codeFlow(steps, secret) {
  return { threadFlows: [{ locations: shortenSteps(steps, stepLimit).map(({ step: step2, position, omitted }) => {
    let gap = omitted > 0 ? `… ${count2(omitted, "step")} omitted; ` : "";
    return {
      location: {
        physicalLocation: physicalLocation(step2, secret),
        message: { text: escapeMessage(gap + step2.message) }
      },
      kinds: [step2.kind],
      nestingLevel: step2.depth,
      executionOrder: position + 1,
      importance: step2.kind === "assignment" ? "unimportant" : "essential"
    };
  }) }] };
}
function suppressionsOf(finding2) {
  let made = [];
  if (finding2.suppression) {
    let { mark, reason: reason2, file, line: line2 } = finding2.suppression;
    made.push({
      kind: "inSource",
      status: "accepted",
      ...reason2 === "" ? {} : { justification: wellFormed(reason2) },
      location: { physicalLocation: { artifactLocation: artifactLocation(file), region: { startLine: line2 } } },
      properties: { mark: wellFormed(mark) }
    });
  }
  return finding2.baseline === "unchanged" && made.push({ kind: "external", status: "accepted", justification: "Known in the baseline." }), made;
}

// src/report/sarif/rule-descriptors.ts
var reviewSeverityCap = 6.9, tagLimit = 9;
function ruleDescriptors(rules, findings, taxonomy, rulePages) {
  let used = /* @__PURE__ */ new Map();
  for (let finding2 of findings) used.set(finding2.ruleId, finding2.severity ?? used.get(finding2.ruleId));
  let made = rules.flatMap((rule) => idsOf(rule, used).map((id) => ({ id, ...describe3(rule, id, used.get(id)) }))).sort((a, b) => compareText(a.id, b.id));
  return {
    rules: made.map(({ id, descriptor, rule }) => {
      let page = rulePages === void 0 ? rule.references[0] : `${rulePages}${rule.id}.md`, relationships = taxonomy.relationships(rule);
      return {
        id,
        ...descriptor,
        ...page === void 0 ? {} : { helpUri: page },
        ...relationships.length > 0 ? { relationships } : {}
      };
    }),
    indexOf: new Map(made.map(({ id }, index) => [id, index])),
    levelOf: new Map(made.map(({ id, level }) => [id, level]))
  };
}
function idsOf(rule, used) {
  let review = `${rule.code}/review`;
  if (rule.category === "practice") return [rule.code];
  let plainExpected = rule.tier === "defect" || rule.caseSeverity?.defect !== void 0, reviewExpected = rule.tier === "defect" || rule.tier === "hotspot" || rule.caseSeverity?.hotspot !== void 0;
  return [
    ...plainExpected || used.has(rule.code) ? [rule.code] : [],
    ...reviewExpected || used.has(review) ? [review] : []
  ];
}
function describe3(rule, id, usedSeverity) {
  let review = id.endsWith("/review"), severity = rule.category === "practice" ? void 0 : usedSeverity ?? ruleSeverity(rule, review), level = severity === void 0 ? practiceLevel2(rule) : reviewLevel(levelOfSeverity(severity), review);
  return { descriptor: {
    name: ruleName(rule) + (review ? "Review" : ""),
    shortDescription: { text: shortenEnd(rule.title, review ? 108 : 120) + (review ? " (to review)" : "") },
    fullDescription: { text: shortenEnd(rule.why.trim(), 900) },
    help: { text: ruleHelpText(rule), markdown: ruleHelpMarkdown(rule) },
    defaultConfiguration: { level },
    properties: {
      tags: tagsOf(rule),
      precision: rule.precision,
      "problem.severity": level === "note" ? "recommendation" : level,
      ...severity === void 0 ? {} : { "security-severity": severity.toFixed(1) }
    }
  }, level, rule };
}
function ruleSeverity(rule, review) {
  let severity = rule.severity ?? 0.1;
  return review ? Math.min(rule.caseSeverity?.hotspot ?? severity, reviewSeverityCap) : rule.caseSeverity?.defect ?? severity;
}
function reviewLevel(level, review) {
  return review && level === "error" ? "warning" : level;
}
function practiceLevel2(rule) {
  return rule.practiceLevels?.test === "warning" || rule.practiceLevels?.production === "warning" ? "warning" : "note";
}
function tagsOf(rule) {
  let own2 = rule.tags.filter((tag) => tag !== "security" && tag !== "practice");
  return [.../* @__PURE__ */ new Set([rule.category, ...rule.cwe.map(cweTag), "python", ...own2, rule.family])].slice(0, tagLimit);
}

// src/report/sarif/sarif-log.ts
var toolName = "pyverdict";
function sarifLog(set, rules, options, run2) {
  let byCode = rulesByCode(rules), ran = rules.filter(
    (rule) => set.coverage.rulesRun.includes(rule.code) || set.findings.some((finding2) => finding2.rule === rule.code)
  ), taxonomy = cweTaxonomy(ran), descriptors = ruleDescriptors(ran, set.findings, taxonomy, run2.rulePages), { tool, configuration } = notifications(set.problems, set.skipped, descriptors), hasCwe = (taxonomy.component.taxa ?? []).length > 0;
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [{
    tool: {
      driver: {
        name: toolName,
        semanticVersion: run2.version,
        version: run2.version,
        ...run2.informationUri === void 0 ? {} : { informationUri: run2.informationUri },
        rules: descriptors.rules,
        notifications: [...notificationDescriptors],
        ...hasCwe ? { supportedTaxonomies: [{ name: "CWE", index: 0 }] } : {},
        properties: { ruleSetHash: run2.ruleSetHash }
      }
    },
    automationDetails: { id: `${options.category}/` },
    columnKind: "utf16CodeUnits",
    defaultSourceLanguage: "python",
    originalUriBaseIds: { [rootId]: { description: { text: "The root of the checkout that was scanned." } } },
    ...run2.repository ? { versionControlProvenance: [provenance(run2.repository)] } : {},
    invocations: [
      {
        executionSuccessful: set.verdict !== "failed",
        ...run2.startTime === void 0 ? {} : { startTimeUtc: run2.startTime },
        ...run2.endTime === void 0 ? {} : { endTimeUtc: run2.endTime },
        ...run2.exitCode === void 0 ? {} : { exitCode: run2.exitCode },
        toolExecutionNotifications: tool,
        toolConfigurationNotifications: configuration
      }
    ],
    ...hasCwe ? { taxonomies: [taxonomy.component] } : {},
    artifacts: artifacts(set),
    results: [...set.findings].sort(compareFindings).map((finding2) => sarifResult(finding2, ruleOf(byCode, finding2.rule), descriptors))
  }] };
}
function artifacts(set) {
  let facts = new Map(set.artifacts.map((artifact) => [artifact.path, artifact])), paths = new Set(set.problems.flatMap((problem) => problem.file ?? []));
  for (let finding2 of set.findings) {
    for (let place3 of [finding2, ...finding2.related, ...finding2.flows.flatMap((flow) => flow.steps)])
      paths.add(place3.file);
    finding2.suppression && paths.add(finding2.suppression.file);
  }
  return [...paths].sort(compareText).map((path2) => {
    let known = facts.get(path2);
    return {
      location: artifactLocation(path2),
      roles: ["analysisTarget"],
      sourceLanguage: "python",
      ...known ? { length: known.length, encoding: known.encoding, hashes: { "sha-256": known.sha256 } } : {}
    };
  });
}
function provenance(repository) {
  let server = new URL(repository.serverUrl);
  return server.username = "", server.password = "", {
    repositoryUri: `${server.href.replace(/\/$/, "")}/${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.repo)}`,
    revisionId: repository.sha,
    ...repository.branch === void 0 ? {} : { branch: repository.branch },
    mappedTo: { uriBaseId: rootId }
  };
}

// src/report/sarif/upload-view.ts
import { gzipSync as gzipSync2 } from "node:zlib";

// src/report/sarif/shortened-thread-flow.ts
function shortenedThreadFlow(flow, limit) {
  return {
    ...flow,
    threadFlows: flow.threadFlows.map((thread) => {
      if (thread.locations.length <= limit) return thread;
      let head = thread.locations.slice(0, Math.ceil(limit / 2)), tail = thread.locations.slice(thread.locations.length - Math.floor(limit / 2)), omitted = thread.locations.length - head.length - tail.length, [after, ...rest] = tail, location = after?.location, marked = after && location ? [
        {
          ...after,
          location: {
            ...location,
            message: { text: `… ${count2(omitted, "step")} omitted; ${location.message?.text ?? ""}` }
          }
        }
      ] : [];
      return { ...thread, locations: [...head, ...marked, ...rest] };
    })
  };
}

// src/report/sarif/upload-view.ts
var uploadLimits = { results: 5e3, gzipBytes: 9e6 };
function uploadView(log, weighed2, limits = uploadLimits) {
  let run2 = log.runs[0];
  if (!run2) throw new Error("a SARIF log without a run");
  let total = weighed2.length, view = (kept, steps2) => {
    let omitted = total - kept.length, results = kept.map(({ result }) => steps2.reduce((shrunk2, step2) => step2.result(shrunk2), forUpload(result))), shrunk = steps2.reduce((current, step2) => step2.run(current, results), run2);
    return { ...log, runs: [{ ...withNotice(shrunk, omitted, total, limits), results }] };
  }, done = (kept, steps2) => ({
    log: view(kept, steps2),
    truncated: kept.length < total,
    omitted: total - kept.length
  }), capped = heaviest(weighed2, limits.results), steps = [];
  if (fits(view(capped, steps), limits)) return done(capped, steps);
  for (let step2 of sizeSteps)
    if (steps.push(step2), fits(view(capped, steps), limits)) return done(capped, steps);
  let fitting = -1, tooMany = capped.length;
  for (; tooMany - fitting > 1; ) {
    let middle = Math.floor((fitting + tooMany) / 2);
    fits(view(heaviest(capped, middle), steps), limits) ? fitting = middle : tooMany = middle;
  }
  if (fitting < 0) throw new Error("the SARIF of a run without results is too large to upload");
  return done(heaviest(capped, fitting), steps);
}
var sameRun = (run2) => run2, sizeSteps = [
  { run: sameRun, result: withoutContext },
  {
    run: sameRun,
    result: (result) => mapPlaces(result, (place3) => place3.region ? { ...place3, region: withoutSnippet(place3.region) } : place3)
  },
  {
    run: sameRun,
    result: (result) => result.codeFlows ? { ...result, codeFlows: result.codeFlows.slice(0, 1).map((flow) => shortenedThreadFlow(flow, 16)) } : result
  },
  {
    run: sameRun,
    result: (result) => result.relatedLocations ? { ...result, relatedLocations: keptRelated(result, 5) } : result
  },
  { run: withoutUnreferencedArtifacts, result: (result) => result }
];
function heaviest(weighed2, limit) {
  if (weighed2.length <= limit) return weighed2;
  let kept = new Set([...weighed2].sort((a, b) => a.weight - b.weight).slice(0, limit));
  return weighed2.filter((item) => kept.has(item));
}
function forUpload(result) {
  let { suppressions: _suppressions, baselineState: _baselineState, ...rest } = result;
  return rest;
}
function fits(log, limits) {
  let bytes2 = Buffer.from(JSON.stringify(log));
  return bytes2.length + 1024 < limits.gzipBytes ? !0 : gzipSync2(bytes2, { level: 9 }).length <= limits.gzipBytes;
}
function truncationText(omitted, sent, limit = uploadLimits.results) {
  let cause = sent >= limit ? `limit: ${grouped(limit)} per upload` : "the file would be too large";
  return `${grouped(omitted)} of ${grouped(omitted + sent)} findings were not sent to code scanning (${cause}). The complete list is in \`results.sarif\`.`;
}
function withNotice(run2, omitted, total, limits) {
  let invocation = run2.invocations?.[0];
  if (omitted === 0 || !invocation) return run2;
  let notice = truncationNotification(truncationText(omitted, total - omitted, limits.results));
  return {
    ...run2,
    invocations: [
      { ...invocation, toolExecutionNotifications: [...invocation.toolExecutionNotifications ?? [], notice] }
    ]
  };
}
function withoutContext(result) {
  return mapPlaces(result, (place3) => {
    let { contextRegion: _contextRegion, ...rest } = place3;
    return rest;
  });
}
function withoutSnippet(region2) {
  let { snippet: _snippet, ...rest } = region2;
  return rest;
}
function mapPlaces(result, change) {
  let mapped = (location) => location.physicalLocation ? { ...location, physicalLocation: change(location.physicalLocation) } : location, mappedStep = (step2) => step2.location ? { ...step2, location: mapped(step2.location) } : step2;
  return {
    ...result,
    ...result.locations ? { locations: result.locations.map(mapped) } : {},
    ...result.relatedLocations ? { relatedLocations: result.relatedLocations.map(mapped) } : {},
    ...result.codeFlows ? {
      codeFlows: result.codeFlows.map((flow) => ({
        ...flow,
        threadFlows: flow.threadFlows.map((thread) => ({ ...thread, locations: thread.locations.map(mappedStep) }))
      }))
    } : {}
  };
}
function keptRelated(result, limit) {
  let related = result.relatedLocations ?? [], linked = new Set([...(result.message.text ?? "").matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1])));
  return related.filter((location, index) => index < limit || location.id !== void 0 && linked.has(location.id));
}
function withoutUnreferencedArtifacts(run2, results) {
  let referenced = /* @__PURE__ */ new Set();
  for (let result of results)
    mapPlaces(result, (place3) => (place3.artifactLocation?.uri !== void 0 && referenced.add(place3.artifactLocation.uri), place3));
  return {
    ...run2,
    artifacts: (run2.artifacts ?? []).filter((artifact) => referenced.has(artifact.location?.uri ?? ""))
  };
}

// src/report/summary/budget.ts
var summaryBudget = { target: 204800, hardStop: 921600 };
function assemble(sections, budget = summaryBudget) {
  let chosen = /* @__PURE__ */ new Map(), used = sections.reduce((sum, section) => sum + bytes(section.forms.at(-1) ?? ""), 0);
  for (let section of [...sections].sort((a, b) => a.priority - b.priority)) {
    let least = bytes(section.forms.at(-1) ?? ""), limit = section.priority === 0 ? budget.hardStop : budget.target, form = section.forms.find((text2) => used - least + bytes(text2) <= limit);
    form !== void 0 ? (used += bytes(form) - least, chosen.set(section, form)) : used -= least;
  }
  return `${sections.flatMap((section) => chosen.get(section) ?? []).filter((text2) => text2 !== "").join(`

`)}
`;
}
function bytes(text2) {
  return text2 === "" ? 0 : Buffer.byteLength(text2) + 2;
}

// src/report/summary/links.ts
function placeLink(run2, path2, line2, label) {
  let text2 = label ?? codeSpan(`${shortenMiddle(visibleText(path2), pathLimit)}:${line2}`, pathLimit + 12);
  return run2.repository ? `[${text2}](${fileUrl(run2.repository, path2)}#L${line2})` : text2;
}
function fileUrl(repository, path2) {
  return `${repositoryUrl(repository)}/blob/${encodeSegment(repository.sha)}/${encodePath(path2)}`;
}
function repositoryUrl(repository) {
  return `${repository.serverUrl.replace(/\/+$/, "")}/${encodeSegment(repository.owner)}/${encodeSegment(repository.repo)}`;
}
function commitLink(repository) {
  return `[${codeSpan(repository.sha.slice(0, 12))}](${repositoryUrl(repository)}/commit/${encodeSegment(repository.sha)})`;
}
function alertsLink(repository) {
  let { pullRequest, branch } = repository, subject = pullRequest === void 0 ? branch === void 0 ? void 0 : `branch:${quoted(branch)}` : `pr:${pullRequest}`;
  if (subject === void 0) return;
  let query = ["is:open", subject, `tool:${toolName}`].map(encodeSegment).join("+");
  return `[alerts](${repositoryUrl(repository)}/security/code-scanning?query=${query}) (maintainers)`;
}
function quoted(branch) {
  return /\s/.test(branch) ? `"${branch}"` : branch;
}

// src/report/summary/coverage-section.ts
var shownSuppressed = 50;
function coverageSection(set, rules, run2, outcome, uploadable) {
  let text2 = coverageText(set, rules), sent = Math.min(uploadable - outcome.omitted, uploadLimits.results), gaps = [
    ...text2.gaps.map((gap) => prose(gap)),
    ...outcome.truncated ? [prose(truncationText(outcome.omitted, sent))] : []
  ], analysed = [text2.analysed, ...text2.sinks, ...text2.facts].map((sentence) => prose(sentence)), suppressed = set.findings.filter((finding2) => finding2.suppression && finding2.tier !== "note");
  return [
    "### What was analysed, and what was not",
    bulleted(analysed),
    ...gaps.length > 0 ? ["Not covered, or not wholly:", bulleted(gaps)] : [],
    ...suppressed.length > 0 ? [suppressedDetails(suppressed, run2)] : []
  ].join(`

`);
}
function bulleted(items) {
  return items.map((item) => `- ${item}`).join(`
`);
}
function coverageLine(set, rules) {
  return `### What was analysed, and what was not

${prose(coverageText(set, rules).analysed)} The details are in \`results.json\`.`;
}
function suppressedDetails(findings, run2) {
  let rest = findings.length - shownSuppressed;
  return [
    "<details>",
    `<summary>${count2(findings.length, "security finding")} suppressed in source</summary>`,
    "",
    ...findings.slice(0, shownSuppressed).map((finding2) => {
      let reason2 = finding2.suppression?.reason ?? "";
      return `- ${finding2.rule} ${placeLink(run2, finding2.file, finding2.region.startLine)} by ${codeSpan(finding2.suppression?.mark ?? "")}` + (reason2 === "" ? "" : `, reason: ${codeSpan(reason2)}`);
    }),
    ...rest > 0 ? [`- and ${grouped(rest)} more in \`results.sarif\``] : [],
    "",
    "</details>"
  ].join(`
`);
}

// src/report/summary/finding-table.ts
function findingTable(findings, limit, rules, run2) {
  let rows = findings.slice(0, limit).map((finding2) => row(finding2, ruleOf(rules, finding2.rule), run2)), rest = findings.length - rows.length, table = ["| Severity | Rule | Where | What | CWE |", "| --- | --- | --- | --- | --- |", ...rows].join(`
`);
  return rest > 0 ? `${table}

${count2(rest, "more", "more")} in \`results.sarif\`.` : table;
}
function row(finding2, rule, run2) {
  let message = prose(finding2.message, 400), fix = finding2.fix === "" || finding2.message.includes(finding2.fix) ? "" : `<br>**Fix:** ${prose(finding2.fix, 300)}`;
  return `| ${[
    shownSeverity(finding2),
    ruleName2(rule, run2),
    placeLink(run2, finding2.file, finding2.region.startLine),
    message + fix,
    rule.cwe.map((number4) => `[${number4}](${cweUri(number4)})`).join(", ")
  ].join(" | ")} |`;
}
function ruleCode(rule, run2) {
  return linkedToPage(rule.code, rule, run2);
}
function ruleName2(rule, run2) {
  return linkedToPage(`${rule.code} ${codeSpan(rule.id)}`, rule, run2);
}
function linkedToPage(text2, rule, run2) {
  return run2.rulePages === void 0 ? text2 : `[${text2}](${run2.rulePages}${encodeSegment(rule.id)}.md)`;
}

// src/report/summary/flow-diagram.ts
var nodeLimit = 12, characterLimit = 4e3;
function flowDiagram(steps) {
  let labels = [];
  for (let { step: step2, omitted } of shortenSteps(steps, nodeLimit - (steps.length > nodeLimit ? 3 : 0)))
    omitted > 0 && labels.push(nodeText(`… ${count2(omitted, "step")}`)), labels.push(
      `${nodeText(step2.message, 80)}<br/>${nodeText(`${shortenMiddle(step2.file, 60)}:${step2.region.startLine}`, 80)}`
    );
  let shown = collapsed(labels), text2 = [
    "flowchart TD",
    ...shown.map((label, index) => `  n${index}["${label}"]`),
    ...shown.slice(1).map((_, index) => `  n${index} --> n${index + 1}`)
  ].join(`
`);
  return text2.length > characterLimit ? void 0 : fenced(text2, "mermaid");
}
function collapsed(labels) {
  if (labels.length <= nodeLimit) return labels;
  let tail = Math.floor((nodeLimit - 1) / 2), head = nodeLimit - 1 - tail;
  return [...labels.slice(0, head), nodeText("… steps omitted"), ...labels.slice(labels.length - tail)];
}
function nodeText(text2, limit = 80) {
  return [...shortenMiddle(visibleText(text2), limit)].map((character) => /[A-Za-z0-9 ._/-]/.test(character) ? character : `#${character.codePointAt(0) ?? 65533};`).join("");
}

// src/report/summary/flow-section.ts
var flowsShown = 5;
function flowSection(findings, rules, run2, diagrams) {
  let withFlow = findings.filter((finding2) => shownFlows(finding2, 1).length > 0);
  if (withFlow.length === 0) return "";
  let rest = withFlow.length - flowsShown;
  return [
    "### Data flow",
    ...withFlow.slice(0, flowsShown).map((finding2) => flowDetails(finding2, rules, run2, diagrams)),
    ...rest > 0 ? [`${count2(rest, "more path", "more paths")} in \`results.sarif\`.`] : []
  ].join(`

`);
}
function flowDetails(finding2, rules, run2, diagrams) {
  let steps = shownFlows(finding2, 1)[0] ?? [], title = `${finding2.rule} ${codeSpan(ruleOf(rules, finding2.rule).id)} at ${codeSpan(finding2.file, 80)} line ${finding2.region.startLine}`, list2 = shortenSteps(steps, stepLimit).map(({ step: step2, position, omitted }) => {
    let gap = omitted > 0 ? `(${count2(omitted, "step")} omitted) ` : "";
    return `${position + 1}. ${gap}${placeLink(run2, step2.file, step2.region.startLine)} ${prose(step2.message, 300)}`;
  }), diagram = diagrams ? flowDiagram(steps) : void 0;
  return [
    "<details>",
    `<summary>${title}</summary>`,
    "",
    ...list2,
    "",
    ...diagram === void 0 ? [] : [diagram, ""],
    "</details>"
  ].join(`
`);
}

// src/report/summary/practice-section.ts
function practiceSection(set, rules, notes, run2, links) {
  let byCode = rulesByCode(rules), oneFile = set.coverage.files.length === 1, practiceRan = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice"), paragraphs = practiceGroups(notes, byCode, set).map((group) => paragraph(group, run2, links, oneFile));
  return [
    "### Best-practice notes",
    ...notes.length === 0 && practiceRan ? [noPracticeNotes(set)] : paragraphs,
    prose(practiceTail(rules, set))
  ].join(`

`);
}
function paragraph(group, run2, links, oneFile) {
  let shown = group.evidence.slice(0, links), rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0), items = [
    ...shown.map((evidence) => evidenceText(evidence, run2, oneFile)),
    ...rest > 0 ? [`and ${grouped(rest)} more (see the Security tab / SARIF)`] : [],
    ...group.facts
  ], advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    `**${prose(group.family.title)}.** ${group.claim}`,
    items.map((item) => `- ${item}`).join(`
`),
    ...advice === "" ? [] : [advice]
  ].join(`

`);
}
function evidenceText({ finding: finding2, rule, more, fix }, run2, oneFile) {
  let line2 = finding2.region.startLine;
  return `${[
    `${placeLink(run2, finding2.file, line2, oneFile ? `line ${line2}` : void 0)}: ${prose(finding2.message)}`,
    ...more > 0 ? [`And ${grouped(more)} more like it in this file.`] : [],
    ...fix === void 0 ? [] : [prose(fix)]
  ].join(" ")} (${ruleCode(rule, run2)})`;
}

// src/report/summary/verdict-section.ts
function verdictSection(set, rules, options, run2, outcome) {
  let { headline, sentence, reviewed } = verdictText(set, rules);
  return [
    `## pyverdict: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`,
    `**${ourSentence(sentence)}**`,
    prose(reviewed),
    statusLine(set, options, run2, outcome)
  ].join(`

`);
}
function ourSentence(sentence) {
  return prose(sentence);
}
function statusLine(set, options, run2, outcome) {
  let counts2 = tally(set.findings), severities = severityNames.filter((name) => counts2.bySeverity[name] > 0).map((name) => `${grouped(counts2.bySeverity[name])} ${name}`), lost = filesNotAnalysed(set);
  return [
    counts2.defects === 0 ? "0 defects" : `${count2(counts2.defects, "defect")} (${severities.join(", ")})`,
    `${grouped(counts2.hotspots)} to review`,
    count2(counts2.notes, "practice note"),
    ...counts2.suppressed > 0 ? [`${grouped(counts2.suppressed)} suppressed in source`] : [],
    ...lost > 0 ? [`${count2(lost, "file")} not analysed`] : [],
    ...gateText(outcome),
    ...outcome.upload ? [uploadText(outcome.upload, run2)] : [],
    ...options.category === "pyverdict" ? [] : [`category ${codeSpan(options.category)}`]
  ].join(" · ");
}
function gateText({ gate: gate2 }) {
  return gate2 ? [gate2.result === "failed" ? `**gate failed**: ${prose(gate2.text)}` : `gate ${prose(gate2.text)}`] : [];
}
function uploadText(upload, run2) {
  let reason2 = upload.reason === void 0 ? "" : ` (${upload.reason})`, remedy = upload.remedy === void 0 ? "" : `: ${prose(upload.remedy)}`, server = upload.serverMessage === void 0 ? "" : ` GitHub says: ${codeSpan(upload.serverMessage)}`;
  switch (upload.status) {
    case "uploaded":
    case "processing": {
      let link = run2.repository ? alertsLink(run2.repository) : void 0;
      return `${upload.status === "uploaded" ? "uploaded to code scanning" : "uploaded, still being processed by GitHub"}${link === void 0 ? "" : `: ${link}`}${server}`;
    }
    case "skipped":
      return `not uploaded${reason2}${remedy}${server}`;
    case "failed":
      return `upload failed${reason2}${remedy}${server} The findings are below and in \`results.sarif\`.`;
  }
}

// src/report/summary/job-summary.ts
var defectRows = 50, hotspotRows = 20, evidenceLinks = 5;
function jobSummary(input, budget = summaryBudget) {
  let { set, rules, options, run: run2, outcome, uploadable } = input;
  if (options.outputs.summaryStyle === "none") return "";
  let byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding2) => finding2.tier === name), security = active.filter((finding2) => finding2.tier !== "note"), full = [
    { priority: 1, forms: tableForms("Security findings", tier("defect"), defectRows, byCode, run2) },
    { priority: 2, forms: tableForms("To review", tier("hotspot"), hotspotRows, byCode, run2) },
    { priority: 5, forms: flowForms(security, byCode, run2) },
    { priority: 3, forms: practiceForms(input, tier("note")) },
    { priority: 4, forms: [coverageSection(set, rules, run2, outcome, uploadable), coverageLine(set, rules)] }
  ];
  return assemble(
    [
      { priority: 0, forms: [verdictSection(set, rules, options, run2, outcome)] },
      { priority: 1, forms: [newFindings(active, byCode, run2)] },
      ...options.outputs.summaryStyle === "short" ? [] : full,
      { priority: 0, forms: [`> ${caveat}`] },
      { priority: 0, forms: [footer(run2, outcome)] }
    ],
    budget
  );
}
function newFindings(active, rules, run2) {
  if (!active.some((finding2) => finding2.baseline !== void 0)) return "";
  let fresh = active.filter((finding2) => finding2.baseline === "new"), security = fresh.filter((finding2) => finding2.tier !== "note"), notes = fresh.length - security.length;
  return [
    "### New since the baseline",
    ...security.length > 0 ? [findingTable(security, hotspotRows, rules, run2)] : ["No new security finding."],
    ...notes > 0 ? [`${count2(notes, "new practice note")}.`] : []
  ].join(`

`);
}
function tableForms(title, findings, rows, rules, run2) {
  if (findings.length === 0) return [""];
  let heading2 = `### ${title}`;
  return [
    ...[rows, 10, 3].filter((size, index) => index === 0 || size < Math.min(rows, findings.length)).map((size) => `${heading2}

${findingTable(findings, size, rules, run2)}`),
    `${heading2}

${grouped(findings.length)} in \`results.sarif\`.`
  ];
}
function flowForms(findings, rules, run2) {
  let full = flowSection(findings, rules, run2, !0);
  return full === "" ? [""] : [full, flowSection(findings, rules, run2, !1), "### Data flow\n\nThe paths are in `results.sarif`."];
}
function practiceForms({ set, rules, run: run2 }, notes) {
  return [
    practiceSection(set, rules, notes, run2, evidenceLinks),
    practiceSection(set, rules, notes, run2, 1),
    `### Best-practice notes

${count2(notes.length, "note")} in \`results.sarif\`.`
  ];
}
function footer(run2, outcome) {
  return `<sub>${[
    `pyverdict ${codeSpan(run2.version)}`,
    ...outcome.durationSeconds === void 0 ? [] : [`${outcome.durationSeconds} s`],
    ...run2.repository ? [`commit ${commitLink(run2.repository)}`] : [],
    `rule set ${codeSpan(run2.ruleSetHash.slice(0, 12))}`,
    ...outcome.sarifFile === void 0 ? [] : [`complete list: ${codeSpan(outcome.sarifFile)}`]
  ].join(" · ")}</sub>`;
}

// src/report/render.ts
function render(findings, rules, options, run2) {
  let byCode = rulesByCode(rules), sarif = sarifLog(findings, rules, options, run2), uploadable = [...findings.findings].sort(compareFindings).map((finding2) => isUploaded(finding2, options));
  return {
    sarif,
    uploadView: (limits) => uploadView(sarif, weighed(sarif, findings, uploadable, byCode), limits),
    json: jsonReport(findings, rules, run2),
    console: (shown) => shown.outputs.quiet ? "" : consoleText(findings, rules, shown.outputs.colour),
    summary: (outcome) => jobSummary({ set: findings, rules, options, run: run2, outcome, uploadable: uploadable.filter(Boolean).length })
  };
}
function isUploaded(finding2, options) {
  return !finding2.suppression && (options.uploadFindings === "all" || finding2.tier !== "note");
}
function weighed(sarif, set, uploadable, rules) {
  let sorted = [...set.findings].sort(compareFindings), weights = new Map([...sorted].sort(orderO(rules)).map((finding2, index) => [finding2, index])), results = sarif.runs[0]?.results ?? [];
  return sorted.flatMap((finding2, index) => {
    let result = results[index];
    return result && uploadable[index] === !0 ? [{ result, weight: weights.get(finding2) ?? 0 }] : [];
  });
}

// src/rules/load-rule-set.ts
import { createHash as createHash2 } from "node:crypto";
var profiles = ["default", "extended", "audit"], groups = ["security", "practice"];
function loadRuleSet(options, from = bundle) {
  let inProfile = from.rules.filter(
    (rule) => profiles.indexOf(ruleProfile(rule)) <= profiles.indexOf(options.profile)
  ), selected = options.select.length === 0 ? inProfile : named(options.select, from.rules, inProfile), ignored = new Set(named(options.ignore, from.rules, from.rules)), chosen = new Set(selected.filter((rule) => !ignored.has(rule))), rules = from.rules.filter((rule) => chosen.has(rule)), hash = createHash2("sha256").update(from.hash);
  for (let rule of rules) hash.update(` ${rule.code}`);
  return {
    rules,
    models: from.models,
    all: from.rules,
    hash: hash.digest("hex"),
    familiesNotExamined: familiesNotExamined(rules)
  };
}
function named(list2, all, grouped2) {
  return list2.flatMap(
    (name) => groups.some((group) => group === name) ? grouped2.filter((rule) => rule.category === name) : [requireRule(all, name, groups)]
  );
}

// src/run.ts
async function run(options, log) {
  let rules = loadRuleSet(options), sources = requireSources(await discover(options), options), parsed2 = await parse2(sources, options.threads, log), model = buildModel(parsed2, sources), analysis = analyse(model, rules, options), reader = createReader(() => createFlatParser(parserModule())), findings = settle2({ analysis, facts: parsed2.facts, sources, rules: rules.all, options, reader }), report = render(findings, rules.all.map(describeRule), options, factsOfRun(options, rules.hash));
  return deliver(findings, report, options, log);
}
export {
  run
};
