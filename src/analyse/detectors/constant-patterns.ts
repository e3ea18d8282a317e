// Regular expressions whose text is known. In: a module. Out: each place where one is handed over, parsed, with what it is called and used
// for. Leaves alone: patterns that are computed, and what values a subject has.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { ParsedPattern } from '../patterns/parse-pattern.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import { writtenFlags } from '../patterns/written-flags.ts';
import type { Wanted } from './calls-by-name.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import { argumentsOf, literalText } from './written-expression.ts';

export interface ConstantPattern {
  readonly call: number;
  /** The literal, or the name that stands for it. */
  readonly node: number;
  readonly text: string;
  readonly parsed: ParsedPattern;
  /** `match`, `sub`, `compile`; `route` and `validator` for those of web frameworks. */
  readonly how: string;
  /** What is searched, -1 if it is not given here. */
  readonly subject: number;
}

const functions = 'compile match fullmatch search findall finditer split sub subn'.split(' ');
const frameworks: Readonly<Record<string, string>> = {
  'django.urls.re_path': 'route',
  'django.urls.conf.re_path': 'route',
  'django.conf.urls.url': 'route',
  'django.core.validators.RegexValidator': 'validator',
  'django.forms.RegexField': 'validator',
  'wtforms.validators.Regexp': 'validator',
};

const wantedOf = new WeakMap<ProjectModel, Wanted>();
// Several rules ask about one module after the other.
let latest: { readonly module: Module; readonly found: readonly ConstantPattern[] } | undefined;

/** Patterns of a module, each literal once, in file order. */
export function constantPatterns(project: ProjectModel, module: Module): readonly ConstantPattern[] {
  if (latest?.module === module) return latest.found;
  let wanted = wantedOf.get(project);
  if (wanted === undefined) {
    const names = functions.flatMap((name) => [`re.${name}`, `regex.${name}`]);
    wanted = wantedCalls(project.names, [...names, ...Object.keys(frameworks)]);
    wantedOf.set(project, wanted);
  }
  const seen = new Set<number>();
  const found: ConstantPattern[] = [];
  for (const { node: call, name } of externalCalls(project, module, wanted)) {
    const { positional, keywords } = argumentsOf(module.tree, call);
    const node = positional[0] ?? keywords.get('pattern') ?? keywords.get('regex') ?? -1;
    const literal = literalBehind(project, module, module.functionAround(call), node);
    if (literal === undefined || seen.has(literal.node)) continue;
    const how = frameworks[name] ?? name.slice(name.indexOf('.') + 1);
    const parsed = parsePattern(literal.text, writtenFlags(module, call));
    if (parsed === undefined) continue;
    seen.add(literal.node);
    const takesSubject = /^(?:match|fullmatch|search|findall|finditer|split|sub|subn)$/.test(how);
    const place = how === 'sub' || how === 'subn' ? 2 : 1;
    const subject = takesSubject ? (positional[place] ?? keywords.get('string') ?? -1) : -1;
    found.push({ call, node, text: literal.text, parsed, how, subject });
  }
  latest = { module, found };
  return found;
}

/** A literal, texts that are added, or the only value of a name, here or in the module it is imported from. */
export function literalBehind(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  node: number,
  depth = 0,
): { readonly node: number; readonly text: string } | undefined {
  const { tree } = module;
  if (node < 0 || depth > 6) return undefined;
  const behind = (inner: number): ReturnType<typeof literalBehind> =>
    literalBehind(project, module, functionIndex, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return behind(node + 1);
    case Kind.binary_operator: {
      const left = behind(tree.child(node, Field.left));
      const right = behind(tree.child(node, Field.right));
      const isSum = tree.kind(tree.child(node, Field.operator)) === Kind["'+'"];
      return left === undefined || right === undefined || !isSum ? undefined : { node, text: left.text + right.text };
    }
    case Kind.identifier: {
      const name = tree.name(node);
      const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
      const own = item === undefined ? undefined : module.functionBindings(item).byName.get(name);
      const bindings = own ?? module.bindings.byName.get(name);
      const only = bindings?.length === 1 ? bindings[0]! : undefined;
      if (only?.kind === 'value') return behind(only.value);
      const text = only?.kind === 'import' ? importedText(project, only.target, depth) : undefined;
      return text === undefined ? undefined : { node, text };
    }
    default: {
      const text = literalText(tree, node);
      return text === undefined ? undefined : { node, text };
    }
  }
}

/** The text that another module of the checkout gives a name. */
function importedText(project: ProjectModel, target: string, depth: number): string | undefined {
  const known = project.resolve(target);
  const only = known.kind === 'value' && known.bindings.length === 1 ? known.bindings[0]! : undefined;
  if (known.kind !== 'value' || only?.kind !== 'value') return undefined;
  return literalBehind(project, known.module, MODULE, only.value, depth + 1)?.text;
}
