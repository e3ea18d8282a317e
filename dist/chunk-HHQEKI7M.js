import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readSmallFile
} from "./chunk-AB43IXLW.js";
import {
  configurationFiles,
  normalName,
  packaging,
  tomlAt,
  tomlStrings
} from "./chunk-QHJQHKHC.js";
import {
  iniList
} from "./chunk-NKCLXYN7.js";
import {
  Field,
  Kind,
  LoweredTree,
  createFileParser
} from "./chunk-YMQPTKG4.js";

// src/base/file-path.ts
function filePath(path) {
  if (path.startsWith("/") || path.split("/").includes(".."))
    throw new Error(`not a path inside the checkout: ${path}`);
  return path;
}

// src/model/comments.ts
var views = /* @__PURE__ */ new WeakMap();
function commentsOf(module) {
  let view = views.get(module);
  return view === void 0 && views.set(module, view = readComments(module.tree)), view;
}
function forgetComments(module) {
  views.delete(module);
}
function readComments(tree) {
  let { ranges, texts } = tree.comments, standsAlone = createOwnLineTest(tree), comments = texts.map((text, i) => {
    let start = ranges[2 * i], line = tree.line(start);
    return { text, start, end: ranges[2 * i + 1], line, ownLine: standsAlone(tree.lineStarts[line - 1], start) };
  }), blocks = toBlocks(comments), atLine, endingAt;
  return {
    comments,
    blocks,
    commentBefore: (node) => {
      let parent = tree.kind(node) === Kind.module ? -1 : tree.parent(node), outer = parent >= 0 && tree.kind(parent) === Kind.decorated_definition ? parent : node;
      return endingAt ??= new Map(blocks.filter((block) => block.ownLine).map((block) => [block.lastLine, block])), endingAt.get(tree.lineOf(outer) - 1);
    },
    commentOnLine: (line) => (atLine ??= new Map(comments.map((comment) => [comment.line, comment]))).get(line),
    commentsIn: ({ start, end }) => comments.filter((comment) => comment.start >= start && comment.start < end)
  };
}
function createOwnLineTest(tree) {
  let around = [], cursor = [], enter = (node) => {
    around.push(node), cursor.push(node + 1);
  };
  return (lineStart, comment) => {
    if (tree.size === 0) return !0;
    if (around.length === 0) {
      if (tree.start(0) >= lineStart) return tree.start(0) >= comment;
      enter(0);
    }
    for (; around.length > 1 && tree.end(around.at(-1)) <= lineStart; )
      around.pop(), cursor.pop();
    for (; ; ) {
      let top = around.length - 1, end = tree.next(around[top]), child = cursor[top];
      for (; child < end && tree.end(child) <= lineStart; ) child = tree.next(child);
      if (cursor[top] = child, child >= end || tree.start(child) >= lineStart)
        return !(child < end && tree.start(child) < comment) && (top === 0 || tree.end(around[top]) > comment);
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
    let run = comments.slice(first, i);
    blocks.push({
      comments: run,
      start: run[0].start,
      end: run.at(-1).end,
      firstLine: run[0].line,
      lastLine: run.at(-1).line,
      ownLine: run[0].ownLine,
      get text() {
        return run.map((comment) => bareText(comment.text)).join(`
`);
      }
    });
  }
  return blocks;
}
function bareText(comment) {
  return comment.replace(/^#+[:!]?/, "").trim();
}
var reasonWords = new RegExp(
  [
    String.raw`\b(?:because|since|so that|otherwise|to avoid|in order to|due to|needed|needs? to|wants? to|ensures?|make sure|must`,
    "workarounds?|work around|unless|as (?:the|it|we)|if we|why|instead|therefore|hence|however|even if|races?|racy",
    String.raw`requires?|required|prevents?|guarantees?|guaranteed)\b`
  ].join("|"),
  "i"
), trackerReference = /\b(?:bugs?|issues?|tickets?|bpo|gh|lp|rhbz|closes|fixes|pr)\b[\s:#-]*#?\d+|(?:^|[\s(])#\d{2,}\b|https?:\/\/\S*(?:bug|issue|ticket|pull)/i;
function hasReason(text) {
  return reasonWords.test(text) || trackerReference.test(text);
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
  let { ranges, texts } = tree.comments, code = tree.size < 2 ? 1 / 0 : tree.start(1), count2 = 0;
  for (; count2 < texts.length && ranges[2 * count2] < code; ) count2++;
  return texts.slice(0, count2);
}
var MIN_BLOCKS = 5;
function commentReasons(module) {
  if (module.tree.comments.texts.length < MIN_BLOCKS) return;
  let blocks = (views.get(module) ?? readComments(module.tree)).blocks.filter(
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
function functionDocstring(module, functionIndex) {
  return docstring(module, module.index.functions[functionIndex].node);
}
function classDocstring(module, classIndex) {
  return docstring(module, module.index.classes[classIndex].node);
}
function docstringText({ tree }, node) {
  return node < 0 ? "" : (tree.kind(node) === Kind.concatenated_string ? tree.children(node) : [node]).map((part) => tree.text(part).replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, "$2")).join("");
}

// src/model/file-index.ts
var MODULE = -1;
function indexFile(tree) {
  let functions = [], classes = [], imports = [], calls = [], loops = [], handlers = [], raises = [], asserts = [], strings = [], assignments = [], attributes = [], functionOfNode = /* @__PURE__ */ new Map(), classOfNode = /* @__PURE__ */ new Map(), open = [], innerEnd = 1 / 0, decorated = -1, innermost2 = (isClass) => {
    for (let i = open.length - 1; i >= 0; i--) if (open[i].isClass === isClass) return open[i].index;
    return MODULE;
  };
  for (let node = 0; node < tree.size; node++) {
    for (; node >= innerEnd; )
      open.pop(), innerEnd = open.at(-1)?.end ?? 1 / 0;
    switch (tree.kind(node)) {
      case Kind.call:
        calls.push(node);
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
      case Kind.raise_statement:
        raises.push(node);
        break;
      case Kind.assert_statement:
        asserts.push(node);
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
        }), functionOfNode.set(node, functions.length - 1), innerEnd = tree.next(node), open.push({ end: innerEnd, isClass: !1, index: functions.length - 1 });
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
        }), classOfNode.set(node, classes.length - 1), innerEnd = tree.next(node), open.push({ end: innerEnd, isClass: !0, index: classes.length - 1 });
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
    calls: calls.slice(),
    loops,
    handlers,
    raises,
    asserts,
    strings: strings.slice(),
    assignments: assignments.slice(),
    attributes: attributes.slice(),
    functionOfNode,
    classOfNode
  };
}

// src/model/bindings.ts
function scopeBindings(tree, index, body, resolveImport) {
  let byName = /* @__PURE__ */ new Map(), stars = [], outer = /* @__PURE__ */ new Set(), bind = (name, binding) => {
    if (name === 0) return;
    let list = byName.get(name);
    list === void 0 ? byName.set(name, [binding]) : list.push(binding);
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
        bindImport(tree, node, resolveImport, bind), next = tree.next(node);
        break;
      case Kind.import_from_statement:
        bindFromImport(tree, node, resolveImport, bind, stars), next = tree.next(node);
        break;
      case Kind.assignment: {
        let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
        tree.kind(left) === Kind.identifier ? right >= 0 && bind(tree.name(left), { kind: "value", value: innermostValue(tree, right), node }) : bindElements(tree, left, right, node, bind) || bindTargets(left);
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
var lists = /* @__PURE__ */ new Set([
  Kind.pattern_list,
  Kind.tuple_pattern,
  Kind.list_pattern,
  Kind.expression_list,
  Kind.tuple,
  Kind.list
]);
function bindElements(tree, left, right, node, bind) {
  if (right < 0 || !lists.has(tree.kind(left)) || !lists.has(tree.kind(right))) return !1;
  let [targets, values] = [tree.children(left), tree.children(right)];
  return targets.length !== values.length || values.some((value) => tree.kind(value) === Kind.list_splat) || !targets.every((target) => tree.kind(target) === Kind.identifier) ? !1 : (targets.forEach((target, index) => bind(tree.name(target), { kind: "value", value: values[index], node })), !0);
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
function bindImport(tree, node, resolveImport, bind) {
  let absolute = (dotted) => resolveImport(0, dotted) ?? dotted;
  for (let child of tree.children(node))
    if (tree.kind(child) === Kind.aliased_import) {
      let target = absolute(dottedText(tree, tree.child(child, Field.name)));
      bind(tree.name(tree.child(child, Field.alias)), { kind: "import", target, node: child });
    } else if (tree.kind(child) === Kind.dotted_name) {
      let first = child + 1;
      bind(tree.name(first), { kind: "import", target: absolute(tree.text(first)), node: child });
    }
}
function importedFrom(tree, node) {
  let module = tree.child(node, Field.module_name);
  if (tree.kind(module) !== Kind.relative_import) return { level: 0, name: dottedText(tree, module) };
  let prefix = tree.childOfKind(module, Kind.import_prefix), level = tree.text(prefix).replace(/[^.]/g, "").length || tree.end(prefix) - tree.start(prefix), name = tree.childOfKind(module, Kind.dotted_name);
  return { level, name: name < 0 ? "" : dottedText(tree, name) };
}
function joinedName(base, name) {
  return base === "" ? name : `${base}.${name}`;
}
function bindFromImport(tree, node, resolveImport, bind, stars) {
  let { level, name: base } = importedFrom(tree, node), meant = (name) => resolveImport(level, joinedName(base, name)) ?? `?.${name}`;
  for (let child of tree.children(node)) {
    if (tree.kind(child) === Kind.wildcard_import) {
      let module = resolveImport(level, base);
      module !== void 0 && stars.push(module);
      continue;
    }
    if (tree.field(child) !== Field.name) continue;
    let isAliased = tree.kind(child) === Kind.aliased_import, target = meant(dottedText(tree, isAliased ? tree.child(child, Field.name) : child));
    bind(tree.name(isAliased ? tree.child(child, Field.alias) : child + 1), { kind: "import", target, node: child });
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
var libraries = [
  "unittest",
  "pytest",
  "testtools",
  "nose",
  "testscenarios",
  "ddt",
  "hypothesis",
  "absl.testing",
  "django.test",
  "twisted.trial"
], firstNames = /* @__PURE__ */ new WeakMap(), found = /* @__PURE__ */ new WeakMap();
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
    let base = dottedText(tree, from);
    take(base);
    for (let child of tree.children(node))
      tree.field(child) === Field.name && take(
        `${base}.${dottedText(tree, tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child)}`
      );
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
        if (definition?.kind === "external" && /^(?:unittest2?|pytest|nose|absl\.testing\.absltest|testtools)\.(?:\w+\.)?(?:main|runmodule)$/.test(
          definition.name
        ))
          return !0;
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
  [
    /^(?:absl\.testing|pyfakefs\.fake_filesystem_unittest|flask_testing|tornado\.testing)\.|^fixtures\.TestWithFixtures$/,
    "unittest"
  ],
  [/^(?:django\.(?:test|contrib\.staticfiles\.testing)|rest_framework\.test)\./, "django"],
  [/^twisted\.trial\./, "trial"]
], order = [
  "testtools",
  "unittest",
  "unittest-async",
  "pytest",
  "django",
  "trial",
  "unittest-style",
  "pytest-style"
], testtoolsMethods = ["useFixture", "addDetail", "assertThat"], ofFile = /* @__PURE__ */ new WeakMap();
function frameworkOf(project, module, classIndex = MODULE) {
  if (classIndex !== MODULE) {
    let ofClass = frameworkOfClass(project, module, classIndex);
    if (ofClass !== void 0) return ofClass;
  }
  let framework = ofFile.get(module);
  return framework === void 0 && ofFile.set(module, framework = frameworkOfFile(project, module)), framework;
}
function frameworkOfFile(project, module) {
  let counts = /* @__PURE__ */ new Map();
  for (let index = 0; index < module.index.classes.length; index++) {
    let framework = frameworkOfClass(project, module, index);
    framework !== void 0 && counts.set(framework, (counts.get(framework) ?? 0) + 1);
  }
  return order.reduce(
    (best, framework) => (counts.get(framework) ?? 0) > (best === void 0 ? 0 : counts.get(best)) ? framework : best,
    void 0
  ) ?? byImports(project, module) ?? byStyle(module);
}
function frameworkOfClass(project, module, classIndex) {
  let { classes, external } = project.ancestry({ module, index: classIndex }), names3 = [
    ...external,
    ...classes.slice(1).map((item) => `${item.module.name}.${item.module.qualifiedClassName(item.index)}`)
  ];
  for (let [pattern, framework] of bases)
    if (names3.some((name) => pattern.test(name))) return preferTesttools(module, classIndex, framework);
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
  let calls = callsOfModules.get(module);
  return calls === void 0 && callsOfModules.set(module, calls = findOwnCalls(module)), calls;
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
function callsOwn(module, names3, classIndex) {
  let { node } = module.index.classes[classIndex], end = module.tree.next(node);
  return ownCalls(module).some((call) => call.node > node && call.node < end && names3.includes(call.name));
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
  } : (path) => {
    let name = path.slice(path.lastIndexOf("/") + 1);
    return collections.find(
      ({ folders, patterns }) => folders.some((folder) => path.startsWith(folder)) && patterns.some(({ onPath, matches }) => matches(onPath ? path : name))
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
      let section = file.content.get("DEFAULT"), path = section?.get("test_path") ?? section?.get("top_dir");
      path !== void 0 && add(found2, file, "test_path", [shellDefault(path)], ["test*.py", "*_test.py", "*_tests.py"]);
    }
  }
  for (let file of all)
    for (let line of file.text.matchAll(/\bunittest\s+discover\b([^\n]*)/g)) {
      let start = /(?:\s-s|\s--start-directory)[\s=]+["']?([^\s"']+)/.exec(line[1])?.[1], pattern = /(?:\s-p|\s--pattern)[\s=]+["']?([^\s"']+)/.exec(line[1])?.[1], folder = /\.ya?ml$/.test(file.name) ? "" : file.folder;
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
  let patterns = testpaths.length === 0 ? pythonFiles.filter((pattern) => !/^\*(\.py)?$/.test(pattern)) : pythonFiles;
  if (testpaths.length === 0 && patterns.length === 0) return;
  let folders = testpaths.length === 0 ? ["."] : testpaths;
  add(
    found2,
    file,
    testpaths.length === 0 ? "python_files" : "testpaths",
    folders,
    patterns.length === 0 ? pytestDefaults : patterns
  );
}
function add(found2, file, setting, folders, patterns) {
  let inside = folders.map((folder) => normalFolder(file.folder, folder)).filter((folder) => folder !== void 0);
  inside.length !== 0 && found2.push({ folders: inside, patterns: patterns.map(toPattern), origin: `${setting} of ${file.path}` });
}
function normalFolder(base, folder) {
  let segments = [];
  for (let segment of `${base}${folder.replace(/^\.\//, "")}`.split("/"))
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
var TEST_SCORE = 2, testFileName = /^(?:test_.*|.*_test|.*_tests|tests|testing|conftest|locustfile.*)\.pyw?$/, likelyFileName = /^test\.pyw?$/, testFolders = new Set("test tests _tests testing unittests functional_tests integration_tests e2e".split(" ")), sideFolders = /* @__PURE__ */ new Set(["examples", "docs", "benchmarks", "scripts", "tools"]), testBase = /(?:TestCase|TestBase|Tests?)$/, testClassName = /(?:^|[^A-Z])Tests?(?![a-z])/, setUpName = /^_?(?:setUp|tearDown|asyncSetUp|asyncTearDown)|^(?:setup|teardown)(?:_(?:method|class|module|function))?$/;
function createTestContexts(project) {
  let rows = createRows(project), contexts = /* @__PURE__ */ new Map();
  return (module) => {
    let context = contexts.get(module);
    return context === void 0 && contexts.set(module, context = toContext(project, module, rows)), context;
  };
}
function toContext(project, module, rows) {
  let decisive = rows.decisive(module), reasons, allReasons = () => reasons ??= rows.all(module), sum = () => allReasons().reduce((total, reason2) => total + reason2.points, 0), isTest = decisive || sum() >= TEST_SCORE, kinds, framework, hasTests;
  return {
    isTest,
    role: roleOf(partsOf(module).folders, isTest),
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
      return kinds ??= kindsOf(module, isTest, this.isHelper);
    },
    get framework() {
      return isTest ? framework ??= frameworkOf(project, module) : void 0;
    }
  };
}
function createRows(project) {
  let collectedBy = createRunnerMatch(project), rows = [
    (_module, _folders, name) => testFileName.test(name) ? { points: 2, evidence: `file name ${name}` } : void 0,
    (_module, folders) => reason(
      2,
      "folder",
      folders.find((segment) => testFolders.has(segment.toLowerCase()))
    ),
    (module) => reason(3, "collected by", collectedBy(module.path)),
    (module) => reason(
      2,
      "test function",
      firstFunction(module, (index) => isCollectedTest(module, index) && tellsAlone(project, module, index))
    ),
    (module) => reason(
      2,
      "a test base class above class",
      firstClass(module, (index) => hasTestBase(project, module, index))
    )
  ], decisive = (module) => {
    let { folders, name } = partsOf(module);
    return rows.map((row) => row(module, folders, name)).filter((found2) => found2 !== void 0);
  };
  return {
    decisive: (module) => {
      let { folders, name } = partsOf(module);
      return rows.some((row) => row(module, folders, name) !== void 0);
    },
    all: (module) => {
      let strong = decisive(module), imported = testImports(project, module)[0], side = partsOf(module).folders.find((segment) => sideFolders.has(segment));
      return [
        ...strong,
        reason(
          1,
          "test function",
          firstFunction(module, (index) => isCollectedTest(module, index) && !tellsAlone(project, module, index))
        ),
        reason(1, "file name", likelyFileName.test(partsOf(module).name) ? "test.py" : void 0),
        reason(1, "imports", imported),
        reason(1, "fixture", firstFixture(project, module)),
        reason(1, "runs", imported !== void 0 && isMainGuard(project, module) ? "unittest.main()" : void 0),
        reason(-1, "folder", strong.length === 0 ? side : void 0)
      ].filter((found2) => found2 !== void 0);
    }
  };
}
function partsOf({ path, file }) {
  let folders = path.split("/"), name = folders.pop();
  return { folders: folders.slice(file.namedFolders ?? 0), name };
}
function reason(points, label, what) {
  return what === void 0 ? void 0 : { points, evidence: `${label} ${what}` };
}
function firstFunction(module, holds) {
  let index = module.index.functions.findIndex((_, i) => holds(i));
  return index < 0 ? void 0 : module.qualifiedName(index);
}
function firstClass(module, holds) {
  let index = module.index.classes.findIndex((_, i) => holds(i));
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
  let names3 = candidates.get(project);
  return names3 === void 0 && candidates.set(project, names3 = candidateNames(project)), baseNames(module, classIndex).some((name) => names3.has(name));
}
var MAX_DEPTH = 5;
function candidateNames(project) {
  let found2 = /* @__PURE__ */ new Set(), derived = /* @__PURE__ */ new Map();
  for (let module of project.modules)
    for (let index = 0; index < module.index.classes.length; index++) {
      let name = module.index.classes[index].name;
      for (let base of baseNames(module, index)) {
        let list = derived.get(base);
        list === void 0 ? derived.set(base, [name]) : list.push(name);
      }
    }
  let round = [...derived.keys()].filter((name) => testBase.test(project.names.text(name)));
  for (let depth2 = 0; depth2 < MAX_DEPTH && round.length > 0; depth2++) {
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
  let { classes } = module.index, number = classes[classIndex].name;
  return testClassName.test(module.tree.names.text(number)) || hasTestBase(project, module, classIndex) ? !0 : classes.some(
    (_, index) => index !== classIndex && baseNames(module, index).includes(number) && hasTestBase(project, module, index)
  );
}
function isCollectedTest(module, functionIndex) {
  let item = module.index.functions[functionIndex], { names: names3 } = module.tree;
  return item.name === 0 || item.parent !== MODULE || !names3.text(item.name).startsWith("test") ? !1 : item.methodOf !== MODULE ? names3.text(module.index.classes[item.methodOf].name).startsWith("Test") : item.parentClass === MODULE && names3.text(item.name).startsWith("test_");
}
function tellsAlone(project, module, functionIndex) {
  return module.index.functions[functionIndex].methodOf !== MODULE || testImports(project, module).length > 0;
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
    if (definition?.kind === "external" && /^pytest(?:_asyncio)?(?:\.\w+)*\.fixture$/.test(definition.name))
      return !0;
  }
  return !1;
}
function roleOf(folders, isTest) {
  return isTest ? "test" : folders.some((segment) => /^(?:examples?|samples?|demos?|tutorials?)$/.test(segment)) ? "example" : folders.some((segment) => /^docs?$/.test(segment)) ? "docs" : folders.some(
    (segment, i) => /^(?:db_)?migrations?$/.test(segment) || segment === "versions" && /alembic|migrat/.test(folders[i - 1] ?? "")
  ) ? "migration" : "production";
}
function pathKind(path) {
  let folders = path.split("/"), name = folders.pop(), firstTests = folders.findIndex((segment) => testFolders.has(segment.toLowerCase()));
  for (let i = folders.length - 1; i >= 0; i--) {
    let words = folders[i].toLowerCase().split(/[_-]/);
    if (words.some((word) => /^(?:unit|units|unittests?)$/.test(word))) return "unit";
    if (words.some((word) => /^(?:functional|integration|integrated|e2e)$/.test(word)) || i > firstTests && firstTests >= 0 && words.some((word) => /^(?:scenarios?|system)$/.test(word)) || words.length > 1 && words.some((word) => testFolders.has(word)) && words.some((word) => /^(?:scenarios?|system)$/.test(word)))
      return "functional";
  }
  return /(?:^|_)(?:functional|integration|e2e)(?:_|\.)/.test(name) ? "functional" : void 0;
}
var MIN_LITERAL_SHARE = 0.7, generatedMark = /@generated\b|\bauto-?generated\b|\bautomatically generated\b|\bgenerated (?:by|from|with|automatically)\b|\bdo not edit\b/i;
function kindsOf(module, isTest, isHelper) {
  let kinds = [];
  isTest && (kinds.push(pathKind(module.path) ?? "unit"), isHelper && kinds.push("helper"), literalShare(module) >= MIN_LITERAL_SHARE && kinds.push("fixture-data"));
  let header = `${commentsBeforeCode(module).join(`
`)}
${docstringText(module, docstring(module, 0))}`;
  return generatedMark.test(header) && kinds.push("generated"), kinds;
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

// src/model/component.ts
function describeProject(project, contextOf, reviewed = project.modules.filter((module) => module.file.kind !== "stub"), hints = {}) {
  let tests = reviewed.filter((module) => contextOf(module).isTest), production = reviewed.length - tests.length, words = testWords(tests, contextOf), testCode = words.length === 0 ? "test code" : `test code (${words.join(", ")})`, of = owner(project, reviewed, hints), [only] = reviewed, subject = reviewed.length === 1 && contextOf(only).isTest ? subjectOf(project, only) : void 0, withSubject = subject === void 0 ? {} : { subject };
  return reviewed.length === 0 ? { description: "no code" } : production === 0 ? { description: `${testCode}${short(of)}`, ...withSubject } : tests.length === 0 ? { description: `production code${short(of)}` } : { description: `${`production code (${count(production)}) and test code (${[count(tests.length), ...words].join(", ")})`}${long(of)}` };
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
  let words = [], kinds = new Set(tests.map((module) => pathKind(module.path)));
  kinds.size > 0 && !kinds.has(void 0) && words.push(kinds.size === 2 ? "unit and functional" : kinds.has("unit") ? "unit" : "functional"), tests.length === 1 && contextOf(tests[0]).isHelper && words.push("helper");
  let step = Math.max(1, tests.length / MAX_FRAMEWORK_FILES), counts = /* @__PURE__ */ new Map();
  for (let at = 0; at < tests.length; at += step) {
    let framework = contextOf(tests[Math.floor(at)]).framework, name = framework === void 0 ? void 0 : frameworkNames[framework];
    name !== void 0 && counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let total = [...counts.values()].reduce((sum, number) => sum + number, 0), [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== void 0 && most[1] >= total * MOSTLY && words.push(most[0]), words;
}
function short({ project, part, parent, platform }) {
  if (project === void 0) return "";
  let whole = parent === void 0 ? project : `the ${project} component of ${parent}`;
  return part !== void 0 ? parent === void 0 ? ` for the ${part} of ${project}` : ` for the ${part} of ${project}, a component of ${parent}` : ` for ${whole}${parent === void 0 && platform !== void 0 ? `, a package for ${platform}` : ""}`;
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
function describes(file, topLevel) {
  return file.kind !== "metadata" ? !0 : topLevel === void 0 ? file.topLevel === void 0 : file.topLevel !== void 0 ? file.topLevel.includes(topLevel) : normalName(file.name ?? "") === normalName(topLevel);
}
function home(files, module, topLevel) {
  return files.filter((file) => file.name !== void 0 && module.path.startsWith(file.folder) && describes(file, topLevel)).reduce(
    (best, file) => best === void 0 || file.folder.length > best.folder.length ? file : best,
    void 0
  );
}
var notProjects = /^(?:_?tests?|testing|unittests|functional_tests|integration_tests|e2e|src|lib|docs?|examples?|samples?|scripts?|tools?|benchmarks?|bin|usr|app|apps|packages)$/;
function topPackage(project, module) {
  let candidates2 = [module.name, module.names.at(-1) ?? ""].filter((name) => name.includes(".") || module.isPackage);
  for (let name of candidates2) {
    let first = name.split(".", 1)[0];
    if (notProjects.test(first)) continue;
    if (project.module(first)?.isPackage === !0 || importsFrom(module, first)) return first;
  }
}
function importsFrom({ tree, index }, name) {
  let number = tree.names.find(name);
  return index.imports.some((node) => {
    let from = tree.child(node, Field.module_name);
    return (from >= 0 ? [from] : tree.children(node).map((child) => tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child)).some((dotted) => tree.kind(dotted) === Kind.dotted_name && tree.name(dotted + 1) === number);
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
    ([umbrella, site]) => umbrella !== name.toLowerCase() && (owner2 === umbrella || root?.author?.toLowerCase() === umbrella || root?.homePage !== void 0 && site.test(root.homePage) || root?.classifiers.some(
      (classifier) => new RegExp(`^(?:Environment|Framework) :: ${umbrella}$`, "i").test(classifier)
    ) === !0)
  )?.[0];
}
var techniques = /* @__PURE__ */ new Set(["AsyncIO", "AnyIO", "Trio", "OpenStack"]);
function platformOf(root, name) {
  let platforms = new Set(
    root.classifiers.map((classifier) => /^Framework :: ([^:]+?)(?: ::|$)/.exec(classifier)?.[1]).filter(
      (platform) => platform !== void 0 && !techniques.has(platform) && platform.toLowerCase() !== name.toLowerCase()
    )
  );
  return platforms.size === 1 ? { platform: [...platforms][0] } : {};
}
function djangoApp(project, reviewed, projectName) {
  let paths = new Set(
    project.modules.filter((module) => module.path.endsWith("/apps.py")).map((module) => module.path)
  );
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
  let before = folders.slice(0, tests), tail = [...folders.slice(tests + 1).filter((folder, i) => i > 0 || !/^(?:unit|functional|integration)$/.test(folder)), `${name[1] ?? name[2]}.py`].join("/"), prefixes = [before.join("/"), [...before, "src"].join("/")].map(
    (prefix) => prefix === "" ? "" : `${prefix}/`
  ), found2 = project.modules.filter(
    (other) => other !== module && prefixes.some((prefix) => {
      if (!other.path.startsWith(prefix)) return !1;
      let rest = other.path.slice(prefix.length);
      return rest === tail || before.length === 0 && rest.slice(rest.indexOf("/") + 1) === tail && !/^tests?\//.test(rest);
    })
  );
  return found2.length === 1 ? found2[0] : void 0;
}

// src/parse/parse.ts
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

// src/parse/name-table.ts
var NameTable = class {
  #texts = [""];
  #numbers = /* @__PURE__ */ new Map();
  text = (name) => this.#texts[name] ?? "";
  find = (text) => this.#numbers.get(text) ?? 0;
  get size() {
    return this.#texts.length;
  }
  /** Number of a text; the same for the same text. */
  intern(text) {
    let known = this.#numbers.get(text);
    if (known !== void 0) return known;
    let number = this.#texts.length;
    return this.#texts.push(text), this.#numbers.set(text, number), number;
  }
}, NameMapping = class {
  #map = new Uint32Array(4096);
  #count = 1;
  #names;
  constructor(names3) {
    this.#names = names3;
  }
  /** Takes the texts that the parser met since the last call, in its order. Returns the mapping for its files so far. */
  add(texts) {
    if (this.#count + texts.length > this.#map.length) {
      let larger = new Uint32Array((this.#count + texts.length) * 2);
      larger.set(this.#map), this.#map = larger;
    }
    for (let text of texts) this.#map[this.#count++] = this.#names.intern(text);
    return this.#map;
  }
};

// src/parse/parser-files.ts
import { existsSync } from "node:fs";
function parserModuleUrl() {
  let beside = new URL("./parser.wasm", import.meta.url);
  return existsSync(beside) ? beside : new URL("./native/parser.wasm", import.meta.url);
}
function workerUrl() {
  return new URL("./parse-worker.js", import.meta.url);
}

// src/parse/parse.ts
var SMALL_BYTES = 1e6;
async function parse(sources, threads, log) {
  let module = parserModule(), names3 = new NameTable(), facts = new Array(sources.files.length), bytes = sources.files.reduce((sum, file) => sum + file.size, 0), done = 0, unpack = (mappings, index, packed) => {
    facts[index] = unpackFile(sources.files[index], packed, names3, mappings), log.progress("reading", ++done, sources.files.length);
  };
  if (threads <= 1 || bytes < SMALL_BYTES) {
    let parseFile = createFileParser(module), mappings = /* @__PURE__ */ new Map();
    return sources.files.forEach((file, index) => unpack(mappings, index, parseFile(file))), { facts, names: names3 };
  }
  let input = { module, files: sources.files, counter: new SharedArrayBuffer(4) }, runWorker = () => new Promise((resolve, reject) => {
    let mappings = /* @__PURE__ */ new Map(), worker = new Worker(workerUrl(), { workerData: input });
    worker.on("message", (output) => unpack(mappings, output.index, output.packed)), worker.on("error", reject), worker.on("exit", () => resolve());
  });
  return await Promise.all(Array.from({ length: threads }, runWorker)), { facts, names: names3 };
}
var compiled;
function parserModule() {
  return compiled ??= new WebAssembly.Module(readFileSync(parserModuleUrl()));
}
function unpackFile(file, packed, names3, mappings) {
  let mapping = mappings.get(packed.parserNumber);
  mapping === void 0 && mappings.set(packed.parserNumber, mapping = new NameMapping(names3));
  let globalNames = mapping.add(packed.newTexts === "" ? [] : packed.newTexts.split("\0")), { lowered } = packed;
  if (lowered === void 0) return { file, problems: packed.problems, skipped: packed.skipped };
  let comments = {
    ranges: lowered.comments,
    texts: packed.commentTexts === "" ? [] : packed.commentTexts.split("\0")
  };
  return {
    file,
    tree: new LoweredTree(lowered.words, lowered.lineStarts, comments, names3, globalNames),
    problems: packed.problems,
    skipped: packed.skipped
  };
}

// src/model/standard-library.ts
var python3 = "__future__ __main__ abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo", python2 = "BaseHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO commands cookielib copy_reg dbhash dummy_thread exceptions gdbm htmlentitydefs httplib itertools markupbase md5 new repr robotparser sets sgmllib sha string thread types urllib urllib2 urlparse user whichdb xmlrpclib", modules = new Set(`${python3} ${python2}`.split(" "));
function isStandardLibrary(name) {
  return modules.has(name.split(".", 1)[0]);
}

// src/model/module-names.ts
function packageFolders(paths) {
  return new Set(paths.filter(isPackageFile).map(folderOf));
}
function namesOfModules(paths, packages) {
  let natural = paths.map((path) => naturalName(path, packages)), owners = ownersOfTopNames(natural), given = new Set(paths);
  return new Map(
    natural.map(({ path, root, name }) => {
      let first = owners.get(topOf(name)) === root && !hidesStandardLibrary(name, root, given) || root === "" ? name : `${dots(root)}.${name}`;
      return [path, [.../* @__PURE__ */ new Set([first, belowSourceFolder(path)])].filter((item) => item !== "")];
    })
  );
}
function naturalName(path, packages) {
  let root = sourceRoot(path, packages);
  return { path, root, name: dots(modulePath(path).slice(root === "" ? 0 : root.length + 1)) };
}
function sourceRoot(path, packages) {
  let folders = foldersUpwards(folderOf(path)).filter((folder) => folder !== ""), innermost2 = folders.findIndex((folder) => packages.has(folder));
  if (innermost2 < 0) return folderOf(path);
  let outside = folders.findIndex((folder, index) => index > innermost2 && !packages.has(folder));
  return folders[outside] ?? "";
}
function ownersOfTopNames(natural) {
  let owners = /* @__PURE__ */ new Map();
  for (let { path, root, name } of natural) {
    if (path.endsWith(".pyi")) continue;
    let top = topOf(name), known = owners.get(top);
    (known === void 0 || depth(root) < depth(known)) && owners.set(top, root);
  }
  return owners;
}
function hidesStandardLibrary(name, root, paths) {
  return isStandardLibrary(name) && paths.has(`${root}/${name}.py`) && !paths.has(`${root}/os.py`);
}
function belowSourceFolder(path) {
  return dots(modulePath(path).replace(/^(?:src|lib)\//, ""));
}
function depth(folder) {
  return folder === "" ? 0 : folder.split("/").length;
}
function topOf(name) {
  return name.split(".", 1)[0];
}
function dots(path) {
  return path.replaceAll("/", ".");
}
function modulePath(path) {
  return path.replace(/(?:(?:^|\/)__init__)?\.(?:pyw?|pyi|ipynb)$/, "");
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function foldersUpwards(folder) {
  let found2 = [folder];
  for (let current = folder; current !== ""; )
    current = folderOf(current), found2.push(current);
  return found2;
}
function isPackageFile(path) {
  return /(^|\/)__init__\.pyi?$/.test(path);
}
function relativeBase(module, isPackage, level) {
  let parts = module.split("."), drop = isPackage ? level - 1 : level;
  if (!(drop > parts.length))
    return parts.slice(0, parts.length - drop).join(".");
}

// src/model/import-paths.ts
var ImportPaths = class {
  #nameByPath;
  #packages;
  /** Names of the files and folders that an import can begin with. */
  #firsts;
  /** First components of the modules' names: what an import finds without regard to where it stands. */
  #tops;
  #binds;
  #known = /* @__PURE__ */ new Map();
  /**
   * `names`: for each path of a Python file the name its module has in the checkout; `packages`: folders that are regular packages;
   * `binds`: whether the module with such a name has a function, class or value of that name at its top level.
   */
  constructor(names3, packages, binds) {
    this.#binds = binds, this.#tops = new Set([...names3.values()].map((name) => name.split(".", 1)[0]));
    let importable = [...names3].filter(([path]) => /\.pyw?$/.test(path));
    this.#nameByPath = new Map(importable.map(([path, name]) => [modulePath(path), name])), this.#packages = packages, this.#firsts = new Set(importable.flatMap(([path]) => modulePath(path).split("/")));
  }
  /**
   * What the absolute name `dotted` means in the file `path`, as a name that holds in the whole checkout: `db.User` is `orders.db.User` in
   * `orders/app.py` if another `db` has the short name. The same as `dotted` if no folder around has it. `used` are names that the file takes
   * from it after `import dotted`.
   */
  absolute(path, dotted, used) {
    let first = dotted.split(".", 1)[0];
    if (!this.#firsts.has(first)) return dotted;
    let folders = foldersUpwards(folderOf(path)).filter((folder) => !this.#packages.has(folder));
    for (let candidate of isStandardLibrary(first) ? folders.slice(0, 1) : folders)
      for (let base of candidate === "" ? ["", "src", "lib"] : [candidate, `${candidate}/src`, `${candidate}/lib`]) {
        let found2 = this.#below(base, dotted);
        if (found2 !== void 0) return found2;
      }
    return this.#tops.has(first) || isStandardLibrary(first) ? dotted : this.#sibling(path, dotted, used) ?? dotted;
  }
  /**
   * A module beside the importing one in a regular package, by its last name: so Python 2 has it, and a program that is started by the path of
   * its file. `import redis` in `pkg/cache.py` is not `pkg/redis.py` as a rule, so what is taken from it has to be there.
   */
  #sibling(path, dotted, used) {
    let found2 = this.#below(folderOf(path), dotted);
    if (found2 === void 0 || found2 === this.#nameByPath.get(modulePath(path))) return;
    let module = this.#nameByPath.get(`${folderOf(path)}/${dotted.split(".", 1)[0]}`);
    if (module === void 0) return found2;
    let taken = found2 === module ? used() : [found2.slice(module.length + 1)];
    return taken.length > 0 && taken.every((name) => !name.includes(".") && this.#binds(module, name)) ? found2 : void 0;
  }
  /** What `dotted` after `level` dots means in the file `path`; undefined if the checkout has no such module. */
  relative(path, level, dotted) {
    let folder = foldersUpwards(folderOf(path))[level - 1];
    if (folder === void 0) return;
    let found2 = dotted === "" ? void 0 : this.#below(folder, dotted);
    if (found2 !== void 0) return found2;
    let around = this.#nameByPath.get(folder);
    if (around !== void 0)
      return dotted === "" ? around : `${around}.${dotted}`;
  }
  /** The longest beginning of `dotted` that is a module below a folder, by its name in the checkout, and the rest. */
  #below(folder, dotted) {
    let whole = folder === "" ? dotted.replaceAll(".", "/") : `${folder}/${dotted.replaceAll(".", "/")}`;
    if (this.#known.has(whole)) return this.#known.get(whole);
    let found2 = this.#longest(whole, folder.length, dotted);
    return this.#known.set(whole, found2), found2;
  }
  #longest(whole, least, dotted) {
    for (let path = whole; path.length > least; path = folderOf(path)) {
      let name = this.#nameByPath.get(path);
      if (name !== void 0)
        return path === whole ? name : `${name}.${dotted.slice(dotted.length - (whole.length - path.length - 1))}`;
    }
  }
};

// src/model/module.ts
var Module = class {
  file;
  tree;
  /** Dotted name; the first of `names`. */
  name;
  names;
  isPackage;
  index;
  #importPaths;
  #scopes = /* @__PURE__ */ new Map();
  #found;
  constructor(file, tree, names3, importPaths) {
    this.file = file, this.tree = tree, this.names = names3, this.name = names3[0] ?? "", this.isPackage = isPackageFile(file.path), this.index = indexFile(tree), this.#importPaths = importPaths;
  }
  get path() {
    return this.file.path;
  }
  /** Absolute name of a module, or of a member of one, that an import statement here names after so many dots. Undefined above the top. */
  resolveImport = (level, name) => {
    if (level === 0) return this.#importPaths.absolute(this.path, name, () => this.#attributesOf(name));
    let found2 = this.#importPaths.relative(this.path, level, name);
    if (found2 !== void 0) return found2;
    let base = relativeBase(this.name, this.isPackage, level);
    if (base !== void 0)
      return name === "" ? base : base === "" ? name : `${base}.${name}`;
  };
  /** True for a function, class or value of that name outside of functions and classes. Asks no import, so imports may ask it. */
  definesAtTop(name) {
    let { tree, index } = this, number = tree.names.find(name);
    if (number === 0) return !1;
    let isThere = (item) => item.name === number && item.parent === MODULE && item.parentClass === MODULE;
    return index.functions.some(isThere) || index.classes.some(isThere) || index.assignments.some((node) => {
      let left = tree.child(node, Field.left);
      return tree.kind(left) === Kind.identifier && tree.name(left) === number && this.#isAtTop(node);
    });
  }
  #isAtTop(node) {
    return this.functionAround(node) === MODULE && this.classAround(node) === MODULE;
  }
  /** Names that are taken from a plain name somewhere in the file: `find` of `db.find()`. */
  #attributesOf(name) {
    let { tree, index } = this, number = tree.names.find(name);
    return index.attributes.flatMap((node) => {
      let object = tree.child(node, Field.object);
      return tree.kind(object) !== Kind.identifier || tree.name(object) !== number ? [] : [tree.text(tree.child(node, Field.attribute))];
    });
  }
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
  /** Gives back what was computed for functions and nodes; who asks again later has it computed again. */
  release() {
    this.tree.forgetParents();
    for (let body of this.#scopes.keys()) body !== 0 && this.#scopes.delete(body);
  }
  #scope(body) {
    let scope = this.#scopes.get(body);
    return scope === void 0 && (scope = scopeBindings(this.tree, this.index, body, this.resolveImport), this.#scopes.set(body, scope)), scope;
  }
  /** Absolute dotted names that the file's import statements name, wherever they stand: modules, and members of modules. */
  importTargets() {
    return this.#imports().targets;
  }
  /** The import statement of each of `importTargets`. */
  importNodes() {
    return this.#imports().nodes;
  }
  /** What a name stands for by the file's import statements, wherever they stand: absolute dotted names; none if it is no imported name. */
  importedAs(name) {
    return this.#imports().byName.get(name) ?? [];
  }
  #imports() {
    return this.#found ??= findImports2(this);
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
function findImports2({ tree, index, resolveImport }) {
  let targets = [], nodes = [], add2 = (target, node) => {
    targets.push(target), nodes.push(node);
  }, byName = /* @__PURE__ */ new Map();
  for (let node of index.imports) {
    let isFrom = tree.kind(node) === Kind.import_from_statement, { level, name: base } = isFrom ? importedFrom(tree, node) : { level: 0, name: "" };
    for (let child of tree.children(node)) {
      let isStar = isFrom && tree.kind(child) === Kind.wildcard_import;
      if (!isStar && tree.field(child) !== Field.name) continue;
      let alias = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.alias) : -1, dotted = alias < 0 ? child : tree.child(child, Field.name), target = resolveImport(level, isStar ? base : joinedName(base, dottedText(tree, dotted)));
      if (target === void 0 || (add2(target, node), isStar)) continue;
      let local = tree.name(alias < 0 ? dotted + 1 : alias), first = tree.text(dotted + 1), meant = isFrom || alias >= 0 ? target : resolveImport(0, first) ?? first, known = byName.get(local);
      known === void 0 ? byName.set(local, [meant]) : known.push(meant);
    }
  }
  return { targets, nodes, byName };
}
function innermost(items, tree, node) {
  let low = 0, high = items.length;
  for (; low < high; ) {
    let middle = low + high >> 1;
    items[middle].node < node ? low = middle + 1 : high = middle;
  }
  for (let i = low - 1; i >= 0; i--) if (tree.next(items[i].node) > node) return i;
  return MODULE;
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
  constructor(modules2, names3, projectFiles) {
    this.modules = modules2, this.names = names3, this.projectFiles = projectFiles;
    let byName = /* @__PURE__ */ new Map();
    for (let module of modules2)
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
    let dot = name.indexOf(".");
    return this.#topLevel.has(dot < 0 ? name : name.slice(0, dot));
  }
  /** What an absolute dotted name stands for; follows re-exports and star imports inside the checkout. */
  resolve(dotted, depth2 = 0) {
    let external = { kind: "external", name: dotted };
    if (depth2 > MAX_REEXPORTS || !this.isOwn(dotted)) return external;
    let parts = dotted.split(".");
    for (let length = parts.length; length > 0; length--) {
      let module = this.#byName.get(parts.slice(0, length).join("."));
      if (module === void 0) continue;
      if (length === parts.length) return { kind: "module", module };
      let member = this.member(module, parts[length], depth2);
      return member === void 0 ? external : this.#descend(member, parts.slice(length + 1), depth2) ?? external;
    }
    return external;
  }
  /** What a name at the top level of a module stands for; undefined if nothing there binds it. */
  member(module, name, depth2 = 0) {
    let number = this.names.find(name), bindings = number === 0 ? void 0 : module.bindings.byName.get(number);
    if (bindings !== void 0) return this.#bound(module, number, bindings, depth2);
    let submodule = this.#byName.get(`${module.name}.${name}`);
    if (submodule !== void 0 && module.isPackage) return { kind: "module", module: submodule };
    if (!(depth2 > MAX_REEXPORTS))
      for (let star of module.bindings.stars) {
        let source = this.#byName.get(star);
        if (source === void 0 || source === module) continue;
        let found2 = this.member(source, name, depth2 + 1);
        if (found2 !== void 0) return found2;
      }
  }
  #bound(module, name, bindings, depth2) {
    for (let binding of bindings) {
      if (binding.kind === "function" || binding.kind === "class")
        return { kind: binding.kind, module, index: binding.index };
      if (binding.kind === "import") return this.resolve(binding.target, depth2 + 1);
    }
    let only = bindings.length === 1 ? bindings[0] : void 0;
    if (only?.kind === "value") {
      let alias = this.dotted(module, MODULE, only.value, depth2 + 1);
      if (alias !== void 0 && alias.kind !== "value") return alias;
    }
    return { kind: "value", module, name, bindings };
  }
  #descend(definition, rest, depth2) {
    if (rest.length === 0) return definition;
    switch (definition.kind) {
      case "module": {
        let member = this.member(definition.module, rest[0], depth2 + 1);
        return member === void 0 ? { kind: "external", name: `${definition.module.name}.${rest.join(".")}` } : this.#descend(member, rest.slice(1), depth2 + 1);
      }
      case "external":
        return this.resolve(`${definition.name}.${rest.join(".")}`, depth2 + 1);
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
  dotted(module, functionIndex, node, depth2 = 0) {
    let { tree } = module;
    if (depth2 > MAX_REEXPORTS) return;
    let rest = [], root = node;
    for (; tree.kind(root) === Kind.attribute; )
      rest.unshift(tree.text(tree.child(root, Field.attribute))), root = tree.child(root, Field.object);
    if (tree.kind(root) === Kind.dotted_name) {
      let parts = dottedText(tree, root).split(".");
      rest.unshift(...parts.slice(1)), root = root + 1;
    }
    if (tree.kind(root) !== Kind.identifier) return;
    let found2 = this.scopeLookup(module, functionIndex, tree.name(root), depth2);
    return found2 === void 0 ? void 0 : this.#descend(found2, rest, depth2);
  }
  /** What a plain name stands for in a function: enclosing functions, module, builtins. Undefined for parameters and opaque locals. */
  scopeLookup(module, functionIndex, name, depth2 = 0) {
    for (let current = functionIndex; current !== MODULE; ) {
      let item = module.index.functions[current], scope = module.functionBindings(item);
      if (!scope.outer.has(name)) {
        let bindings = scope.byName.get(name);
        if (bindings !== void 0) {
          let known = this.#bound(module, name, bindings, depth2);
          return known.kind === "value" && known.module === module ? void 0 : known;
        }
        if (this.isParameter(module, item, name)) return;
      }
      current = item.parent;
    }
    let text = this.names.text(name);
    return this.member(module, text, depth2) ?? this.#fromElsewhere(module, text);
  }
  /** A name that nothing in the checkout binds: a builtin, or one of the module outside from which all names are imported. */
  #fromElsewhere(module, name) {
    let stars = module.bindings.stars.filter((star) => !this.#byName.has(star));
    return stars.length === 0 || builtins.has(name) ? { kind: "external", name } : stars.length === 1 ? { kind: "external", name: `${stars[0]}.${name}` } : void 0;
  }
  /** True if a function has a parameter of that name. */
  isParameter(module, item, name) {
    return parameterNames(module, item).includes(name);
  }
  /** A method by name, in a class or its bases inside the checkout. */
  method(reference, name) {
    let number = this.names.find(name);
    if (number !== 0)
      for (let { module, index } of this.ancestry(reference).classes) {
        let found2 = module.classBindings(module.index.classes[index]).byName.get(number)?.findLast((binding) => binding.kind === "function");
        if (found2?.kind === "function") return { module, index: found2.index };
      }
  }
  /** A class's bases, followed inside the checkout. */
  ancestry(reference) {
    let { module, index } = reference, ofModule = this.#ancestry.get(module);
    ofModule === void 0 && this.#ancestry.set(module, ofModule = /* @__PURE__ */ new Map());
    let found2 = ofModule.get(index);
    if (found2 === void 0) {
      let classes = [], external = [];
      this.#collect(reference, 0, classes, external), found2 = { classes, external }, ofModule.set(index, found2);
    }
    return found2;
  }
  #collect(reference, depth2, classes, external) {
    if (!(depth2 > MAX_ANCESTRY_DEPTH || classes.some((seen) => seen.module === reference.module && seen.index === reference.index))) {
      classes.push(reference);
      for (let base of this.bases(reference))
        base.kind === "class" ? this.#collect(base, depth2 + 1, classes, external) : base.kind === "external" && !external.includes(base.name) && external.push(base.name);
    }
  }
  /** The direct bases of a class that could be resolved. */
  bases({ module, index }) {
    let item = module.index.classes[index];
    if (item.superclasses < 0) return [];
    let found2 = [];
    for (let node of module.tree.children(item.superclasses)) {
      if (module.tree.kind(node) === Kind.keyword_argument) continue;
      let base = module.tree.kind(node) === Kind.subscript ? module.tree.child(node, Field.value) : node, definition = this.dotted(module, item.parent, base), made = definition === void 0 || definition.kind === "value" ? this.#madeBase(module, base) : void 0;
      made !== void 0 ? found2.push({ kind: "external", name: made }) : definition !== void 0 && found2.push(definition);
    }
    return found2;
  }
  /** A base that a call outside the checkout made, named after it: `declarative_base()`, `SQLAlchemy().Model`. */
  #madeBase(module, node, depth2 = 0) {
    let { tree } = module;
    if (!(depth2 > MAX_REEXPORTS))
      switch (tree.kind(node)) {
        case Kind.attribute: {
          let object = this.#madeBase(module, tree.child(node, Field.object), depth2 + 1);
          return object === void 0 ? void 0 : `${object}.${tree.text(tree.child(node, Field.attribute))}`;
        }
        case Kind.call: {
          let callee = this.dotted(module, MODULE, tree.child(node, Field.function));
          return callee?.kind === "external" && callee.name.includes(".") ? `${callee.name}()` : void 0;
        }
        case Kind.identifier: {
          let found2 = this.scopeLookup(module, MODULE, tree.name(node)), only = found2?.kind === "value" && found2.bindings.length === 1 ? found2.bindings[0] : void 0;
          return found2?.kind === "value" && only?.kind === "value" ? this.#madeBase(found2.module, only.value, depth2 + 1) : void 0;
        }
        default:
          return;
      }
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
function parameterKind({ tree }, node) {
  let inner = tree.kind(node) === Kind.typed_parameter ? node + 1 : node;
  return tree.kind(inner) === Kind.list_splat_pattern ? "star" : tree.kind(inner) === Kind.dictionary_splat_pattern ? "double-star" : "one";
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

// src/model/build-model.ts
function buildModel(parsed, sources) {
  let packages = packageFolders(sources.files.map((file) => file.path)), facts = parsed.facts.flatMap(({ file, tree }) => tree === void 0 ? [] : [{ file, tree }]), names3 = namesOfModules(
    facts.map(({ file }) => file.path),
    packages
  ), byName = /* @__PURE__ */ new Map(), importPaths = new ImportPaths(
    new Map([...names3].map(([path, [first = ""]]) => [path, first])),
    packages,
    (module, name) => byName.get(module)?.definesAtTop(name) === !0
  ), modules2 = facts.map(({ file, tree }) => new Module(file, tree, names3.get(file.path), importPaths));
  for (let module of modules2) byName.set(module.name, module);
  return new ProjectModel(modules2, parsed.names, sources.projectFiles);
}

// src/discover/project-files.ts
import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { sep } from "node:path";

// src/discover/credential-file.ts
var templates = /(?:^|[._-])(?:example|examples|sample|dist|template|tmpl|tpl|schema|defaults?)(?:[._-]|$)/i;
function credentialForm(path) {
  let name = path.slice(path.lastIndexOf("/") + 1);
  if (!templates.test(name))
    return /^id_(?:rsa|dsa|ecdsa|ed25519)$/.test(name) ? "key" : /^[._]netrc$/.test(name) ? "netrc" : /^\.?kubeconfig$|\.kubeconfig$/.test(name) || /(?:^|\/)\.kube\/config$/.test(path) ? "yaml" : /^\.env(?:\.[\w.-]+)?$|^[\w-]+\.env$|^\.pypirc$|^\.npmrc$|\.tfvars$/.test(name) || /(?:^|\/)\.aws\/credentials$/.test(path) || name === "credentials" ? "assignments" : void 0;
}

// src/discover/template-file.ts
var names2 = /\.(?:html?|xhtml|djhtml|jinja2?|j2|tmpl|mako?|mao|s?tpl)$/i, elsewhere = /(?:^|\/)(?:static|public|assets|dist|build|docs?|_build|htmlcov|coverage|site|node_modules|bower_components|vendor|_templates|_themes?)\//i;
function isTemplateFile(path) {
  return names2.test(path) && !elsewhere.test(path) && !path.includes("{{");
}
function hasTemplateMarks(text) {
  return text.includes("{{") || text.includes("{%") || text.includes("${");
}

// src/discover/project-files.ts
var maxBytes = 256 * 1024, maxLockFileBytes = 4 * 1024 * 1024, exactNames = /* @__PURE__ */ new Set([
  "pyproject.toml",
  "setup.cfg",
  "setup.py",
  "Pipfile",
  "Pipfile.lock",
  "poetry.lock",
  "uv.lock",
  "pdm.lock",
  "pylock.toml",
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
]), namePatterns = /^(?:(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)|pylock\.[^.]+\.toml|Dockerfile\..+|.+\.[Dd]ockerfile|docker-compose(?:[.-].+)?\.ya?ml)$/, pathPatterns = /(?:^|\/)(?:requirements\/[^/]+\.txt|[^/]+\.(?:egg-info|dist-info)\/(?:PKG-INFO|METADATA|top_level\.txt)|\.github\/workflows\/[^/]+\.ya?ml)$/;
function isProjectFile(path) {
  return describesProject(path) || credentialForm(path) !== void 0 || isTemplateFile(path);
}
function describesProject(path) {
  let name = path.slice(path.lastIndexOf("/") + 1);
  return exactNames.has(name) || namePatterns.test(name) || pathPatterns.test(path);
}
function projectFilesAbove(root, given) {
  let segments = given === "" ? [] : given.split("/"), directories = segments.map((_, depth2) => segments.slice(0, depth2).join("/"));
  return given !== "" && directories.push(".github/workflows"), directories.flatMap(
    (directory) => filesOf(`${root}/${directory}`).map((name) => directory === "" ? name : `${directory}/${name}`).filter(describesProject)
  );
}
function readProjectFile(root, path) {
  let limit = /\.lock$|(?:^|\/)pylock(?:\.[^.]+)?\.toml$/.test(path) ? maxLockFileBytes : maxBytes, real;
  try {
    real = realpathSync(`${root}/${path}`);
  } catch {
    return;
  }
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  let stats = lstatSync(real, { throwIfNoEntry: !1 });
  if (stats?.isFile() !== !0) return;
  let text = readSmallFile(real, limit);
  if (text !== void 0)
    return isTemplateFile(path) && !hasTemplateMarks(text) ? void 0 : { path: filePath(path), text };
  let wrong = stats.size > limit ? `it is larger than ${limit / 1024} KB` : "the system refuses to open it; check its permissions";
  return { id: "PVN002", message: `${path} was not read for project facts: ${wrong}.`, file: filePath(path), hidesCode: !1 };
}
function filesOf(directory) {
  try {
    return readdirSync(directory, { withFileTypes: !0 }).filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => entry.name);
  } catch {
    return [];
  }
}

export {
  filePath,
  commentsOf,
  forgetComments,
  bareText,
  hasReason,
  isDirective,
  isLicenceHeader,
  commentReasons,
  docstring,
  functionDocstring,
  docstringText,
  MODULE,
  dottedText,
  importedFrom,
  joinedName,
  frameworkOf,
  createTestContexts,
  hasTestBase,
  isTestClass,
  isFixtureFunction,
  createFunctionRoles,
  describeProject,
  describeFile,
  isStandardLibrary,
  parameterNames,
  parameterKind,
  parameterName,
  credentialForm,
  isTemplateFile,
  NameTable,
  NameMapping,
  parse,
  parserModule,
  isProjectFile,
  describesProject,
  projectFilesAbove,
  readProjectFile,
  buildModel
};
