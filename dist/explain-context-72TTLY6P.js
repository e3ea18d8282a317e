import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  discover,
  projectHints
} from "./chunk-R5LKLLCZ.js";
import {
  buildModel,
  createFunctionRoles,
  createTestContexts,
  describeProject,
  parse
} from "./chunk-HHQEKI7M.js";
import "./chunk-AB43IXLW.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import {
  existingPaths,
  isInside,
  toOptions
} from "./chunk-HDUKUS7W.js";
import "./chunk-MVIZP4WT.js";
import {
  safeLogLine
} from "./chunk-QY6Q7WH2.js";
import "./chunk-QIWHAPUH.js";
import "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import "./chunk-YMQPTKG4.js";
import "./chunk-R2UB2633.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/explain-context.ts
import { join } from "node:path";
async function explainContext(file, settings, directory, log) {
  let [path, here] = existingPaths([file, "."], directory), others = settings.path ?? (isInside(here, path) ? ["."] : []), facts = { host: "command-line", directory, colour: !1, changing: [] }, options = await toOptions({ ...settings, path: [...others, file] }, facts), sources = await discover(options), parsed = await parse(sources, options.threads, log), model = buildModel(parsed, sources), module = model.modules.find((one) => one.file.absolutePath === path);
  if (module === void 0) {
    let found = parsed.facts.find((one) => one.file.absolutePath === path), skipped = [...found?.skipped ?? [], ...sources.skipped].find(
      (one) => join(options.root, one.path) === path
    ), why = found?.problems[0]?.message ?? skipped?.detail ?? "it is no Python file";
    throw new ConfigurationError(`${file} has no context: ${why}`);
  }
  let contextOf = createTestContexts(model), role = createFunctionRoles(model, contextOf), { description, subject } = describeProject(model, contextOf, [module], projectHints(options, sources));
  return `${[
    ...contextLines(module, contextOf(module)),
    `component: ${description}`,
    ...subject === void 0 ? [] : [`subject: ${subject}`],
    ...functionLines(module, (index) => role(module, index))
  ].map(safeLogLine).join(`
`)}
`;
}
function contextLines(module, context) {
  let { isTest, score, reasons, kinds, framework } = context, points = (number) => number > 0 ? `+${number}` : String(number);
  return [
    `${module.path}: ${isTest ? "test code" : "production code"}, score ${score} (2 or more is test code)`,
    ...reasons.map((reason) => `  ${points(reason.points)}  ${reason.evidence}`),
    `role: ${context.role}`,
    ...kinds.length > 0 ? [`kinds: ${kinds.join(", ")}`] : [],
    ...framework === void 0 ? [] : [`framework: ${framework}`]
  ];
}
function functionLines(module, roleOf) {
  let named = module.index.functions.flatMap((item, index) => item.name === 0 ? [] : [index]);
  if (named.length === 0) return ["functions: none"];
  let roles = named.map(roleOf), width = Math.max(...roles.map((role) => role.length));
  return ["functions:", ...named.map((index, i) => `  ${roles[i].padEnd(width)}  ${module.qualifiedName(index)}`)];
}
export {
  explainContext
};
