// Regular expressions whose text is known. In: a module. Out: each place where one is handed over, parsed, with what it is called and used
// for. Leaves alone: patterns that are computed, and what values a subject has.
import { constantText } from './constant-text.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import type { ParsedPattern } from '../patterns/parse-pattern.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import { writtenFlags } from '../patterns/written-flags.ts';
import type { Wanted } from './calls-by-name.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import { argumentsOf } from './written-expression.ts';

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
    const literal = constantText(project, module, module.functionAround(call), node);
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
