// What a call or a view puts into a template, and where the template writes it so that escaping does not make it harmless. In: a call with its
// values, an entry that says how it renders, the templates of the checkout. Out: the values with their places. Leaves alone: templates
// of other packages, and what macros get.
import type { FilePath } from '../../base/file-path.ts';
import type { ByteRange } from '../../base/region.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Template } from '../../model/templates.ts';
import { templatesOf } from '../../model/templates.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Operand } from '../../parse/templates/expression.ts';
import { pathOf } from '../../parse/templates/expression.ts';
import type { Harm } from '../../parse/templates/harm.ts';
import { harmfulOperands } from '../../parse/templates/harm.ts';
import type { TemplateLanguage } from '../../parse/templates/language.ts';
import type { TemplateFacts } from '../../parse/templates/read-template.ts';
import { PARAMETER, readTemplate } from '../../parse/templates/read-template.ts';
import { literalText } from '../detectors/written-expression.ts';
import { attributeOf } from '../interpreter/attributes.ts';
import { elementOf, entryOf } from '../interpreter/containers.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import { escapingIsOff } from './escaping-off.ts';
import { constantText, startsAsOurs } from './sink-part.ts';
import type { PendingSink } from './sink-log.ts';

/** Where a template of the checkout writes a value. */
export interface TemplatePlace {
  readonly file: FilePath;
  readonly range: ByteRange;
  /** The expression as the template has it. */
  readonly written: string;
}

export interface RenderedPart {
  /** Absent where the template's text stands in the code. */
  readonly place: TemplatePlace | undefined;
  readonly harm: Harm;
  readonly argument: Argument;
  readonly value: Value;
}

type Renders = NonNullable<ApiEntry['entry']['renders']>;

/** A template's facts, with the file it stands in. */
interface Text {
  readonly facts: TemplateFacts;
  readonly template: Template | undefined;
  readonly escapes: boolean;
}

/** Finds the variable of a name among what is passed. */
type Variables = (name: string) => Argument | undefined;

const MAX_PARTS = 20;

/** Values that reach a place of the template that does not make them harmless. */
export function renderedParts(frame: Frame, call: PendingSink, { entry }: ApiEntry): RenderedPart[] {
  const { renders } = entry;
  if (renders === undefined) return [];
  const variables = variablesOf(frame, call, renders.values);
  if (variables === undefined) return [];
  const texts = textsOf(frame, call, renders, String(entry.arg ?? '0'));
  const found: RenderedPart[] = [];
  const seen = new Set<string>();
  for (const { facts, template, escapes } of texts) {
    for (const output of facts.outputs) {
      for (const { operand, harm } of harmfulOperands(output, facts, escapes)) {
        const argument = argumentFor(variables, operand);
        const value = argument === undefined ? undefined : valueAt(frame, argument.value, operand);
        if (argument === undefined || value === undefined || !isTainted(frame.whole(value).taint)) continue;
        if (harm === 'address' && startsAsOurs(frame, value)) continue;
        const key = `${template?.path ?? ''}:${output.start}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const { written } = output;
        const place = template && { file: template.path, range: template.range(output.start, output.end), written };
        found.push({ place, harm, argument, value });
      }
    }
  }
  return found;
}

function argumentFor(variables: Variables, { path, call }: Operand): Argument | undefined {
  const [name] = path ?? pathOf(call ?? '') ?? [];
  return name === undefined || name === PARAMETER ? undefined : variables(name);
}

// Methods of texts that give back what they got; of a mapping one of its values.
const carrying = /^(?:replace|strip|lstrip|rstrip|upper|lower|title|capitalize|format|join|decode|get)$/;

/** What is read of a variable; undefined where that is computed. */
function valueAt(frame: Frame, variable: Value, { path, call }: Operand): Value | undefined {
  const steps = path ?? pathOf(call ?? '');
  if (steps === undefined) return undefined;
  if (path === undefined && !carrying.test(steps.at(-1)!)) return undefined;
  return steps
    .slice(1, path === undefined ? -1 : undefined)
    .reduce((value, step) => stepInto(frame, value, step), variable);
}

function stepInto(frame: Frame, value: Value, step: string): Value {
  if (step === '*') return elementOf(frame, value);
  const entry = entryOf(frame, value, /^\d+$/.test(step) ? `n${step}` : `s${step}`);
  if (entry !== undefined) return entry;
  return attributeOf(frame, value, step);
}

/** Undefined where nothing of what is passed can be untrusted. */
function variablesOf(frame: Frame, { args, entry }: PendingSink, values: string): Variables | undefined {
  const dicts: Argument[] = [];
  let hasKeywords = false;
  for (const part of values.split('|')) {
    if (part === '**') hasKeywords = true;
    else if (part === 'return' && entry !== undefined) dicts.push(...args.positional.slice(0, 1));
    else {
      const given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
      if (given !== undefined) dicts.push(given);
    }
  }
  const all = [...dicts, ...(hasKeywords ? args.keywords.values() : [])].map(({ value }) => value);
  if (hasKeywords && args.doubleStar !== undefined) all.push(args.doubleStar);
  if (!all.some((value) => isTainted(frame.whole(value).taint))) return undefined;
  return (name) => {
    const keyword = hasKeywords ? args.keywords.get(name) : undefined;
    if (keyword !== undefined) return keyword;
    for (const dict of dicts) {
      const held = frame.holds(dict.value).filter(({ kind }) => kind === 'dict');
      const value = held.length === 0 ? undefined : entryOf(frame, dict.value, `s${name}`);
      if (value !== undefined) return { node: dict.node, value };
    }
    return undefined;
  };
}

/** The template that is rendered, and those that it takes in. */
function textsOf(frame: Frame, call: PendingSink, renders: Renders, argument: string): Text[] {
  const { by } = renders;
  const language = renders.language ?? 'braces';
  if (by === 'class') return classNames(frame, call).flatMap((name) => filesOf(frame, call, name, renders));
  if (by === 'decorator') return decoratorNames(frame, call).flatMap((name) => filesOf(frame, call, name, renders));
  if (by === 'receiver') {
    const made = makerOf(call);
    if (made === undefined) return [];
    if (!made.isText) return filesOf(frame, call, made.text, renders);
    return [inline(made.text, language, made.escapes || renders.escapes !== 'never')];
  }
  for (const part of argument.split('|')) {
    const given = /^\d+$/.test(part) ? call.args.positional[Number(part)] : call.args.keywords.get(part);
    if (given === undefined) continue;
    const names = (given.value.constants ?? []).flatMap((constant) => textOf(constant) ?? []);
    const held =
      names.length > 0
        ? []
        : frame.holds(given.value).flatMap(({ kind, entries }) => (kind === 'dict' ? [] : [...entries.values()]));
    names.push(...held.flatMap((value) => constantText(value) ?? []));
    if (names.length === 0) continue;
    const isText = by === 'text' || (by === 'either' && names.some((name) => /[{%$\n]/.test(name)));
    if (isText) return names.map((text) => inline(text, language, renders.escapes !== 'never'));
    return names.flatMap((name) => filesOf(frame, call, name, renders));
  }
  return [];
}

function inline(text: string, language: TemplateLanguage, escapes: boolean): Text {
  return { facts: readTemplate(text, language), template: undefined, escapes };
}

const endings = ['', '.html', '.tpl', '.mako', '.jinja2', '.stpl'];

/** A template by its name, with what it includes and extends. */
function filesOf(frame: Frame, { module }: PendingSink, name: string, renders: Renders): Text[] {
  const { project } = frame.engine;
  const templates = templatesOf(project);
  const open: (Template | undefined)[] = [];
  const find = (asked: string, from: string): Template | undefined => {
    for (const ending of /\.\w+$/.test(asked) ? [''] : endings) {
      const found = templates.named(`${asked}${ending}`, from);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  open.push(find(name, module.path));
  const found = new Set<Template>();
  for (const template of open) {
    if (template === undefined || found.has(template) || found.size >= MAX_PARTS) continue;
    found.add(template);
    for (const part of template.facts.parts) open.push(find(part, template.path));
  }
  return [...found]
    .filter((template) => template.isPage)
    .map((template) => ({ facts: template.facts, template, escapes: escapesFile(frame, template, renders) }));
}

function escapesFile(
  { engine: { project } }: Frame,
  { path, language }: Template,
  { escapes, package: owner }: Renders,
): boolean {
  if (language === 'mako') return project.names.find('default_filters') !== 0;
  if (language === 'bottle') return true;
  switch (escapes) {
    case 'never':
      return false;
    case 'suffix':
      if (project.names.find('select_jinja_autoescape') !== 0) return true;
      return /\.(?:html?|xml|xhtml|svg)$/i.test(path) && !escapingIsOff(project, owner);
    default:
      return !escapingIsOff(project, owner);
  }
}

/** Texts in the calls of the decorators of the function whose result it is. */
function decoratorNames(frame: Frame, { module, functionIndex }: PendingSink): string[] {
  const item = module.index.functions[functionIndex];
  if (item === undefined || item.decorated < 0) return [];
  const { tree } = module;
  return tree.children(item.decorated).flatMap((child) => {
    if (tree.kind(child) !== Kind.decorator || tree.kind(child + 1) !== Kind.call) return [];
    const list = tree.child(child + 1, Field.arguments);
    return list < 0
      ? []
      : tree.children(list).flatMap((one) => {
          const value = tree.kind(one) === Kind.keyword_argument ? tree.child(one, Field.value) : one;
          const text = literalText(tree, value);
          return text !== undefined && /^[\w./:-]+$/.test(text) && /\.\w+$|^\w+$/.test(text) ? [text] : [];
        });
  });
}

/** The text of `template_name` in the class around, or in one that it derives from. */
function classNames({ engine: { project } }: Frame, { module, functionIndex }: PendingSink): string[] {
  const owner = module.index.functions[functionIndex]?.methodOf ?? MODULE;
  if (owner === MODULE) return [];
  for (const one of project.ancestry({ module, index: owner }).classes) {
    const { tree, index } = one.module;
    const found = index.assignments.flatMap((assignment) => {
      const left = tree.child(assignment, Field.left);
      if (tree.kind(left) !== Kind.identifier || tree.text(left) !== 'template_name') return [];
      if (one.module.classAround(assignment) !== one.index || one.module.functionAround(assignment) !== MODULE)
        return [];
      return literalText(tree, tree.child(assignment, Field.right)) ?? [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The call that made the template whose method is called: its text or name. */
function makerOf({
  module,
  node,
  functionIndex,
}: PendingSink): { text: string; isText: boolean; escapes: boolean } | undefined {
  const { tree, index } = module;
  const callee = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : -1;
  if (callee < 0 || tree.kind(callee) !== Kind.attribute) return undefined;
  let maker = tree.child(callee, Field.object);
  if (tree.kind(maker) === Kind.identifier) {
    const name = tree.name(maker);
    const assigned = index.assignments.filter((one) => {
      const left = tree.child(one, Field.left);
      const around = module.functionAround(one);
      return (
        tree.kind(left) === Kind.identifier && tree.name(left) === name && (around === functionIndex || around < 0)
      );
    });
    maker = assigned.length === 1 ? tree.child(assigned[0]!, Field.right) : -1;
  }
  if (maker < 0 || tree.kind(maker) !== Kind.call) return undefined;
  const made = tree.child(maker, Field.function);
  const name = tree.text(tree.kind(made) === Kind.attribute ? tree.child(made, Field.attribute) : made);
  const list = tree.child(maker, Field.arguments);
  const given = list < 0 ? [] : tree.children(list);
  const first = given.find((one) => tree.kind(one) !== Kind.keyword_argument);
  const text = first === undefined ? undefined : literalText(tree, first);
  if (text === undefined) return undefined;
  const escapes = given.some(
    (one) =>
      tree.kind(one) === Kind.keyword_argument &&
      /^(?:default_filters|autoescape)$/.test(tree.text(tree.child(one, Field.name))),
  );
  return { text, isText: !/^(?:get_template|select_template|load|lookup)$/.test(name), escapes };
}
