// BP316: a text for people with a placeholder that nothing fills. In: raises, failing calls, assertions, print. Out: a note at
// each text. Leaves alone: logging, which fills its texts itself, and texts that quote code.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit, Repair } from '../analysis.ts';
import { runsOnPython2 } from '../repairs/runs-on-python-2.ts';
import { holdsComment } from '../repairs/argument-edits.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText, written, type WrittenArguments } from './written-expression.ts';

/** A place where a text is shown as it stands. */
interface Shown {
  readonly module: Module;
  readonly functionIndex: number;
  /** `raise ValueError`, `self.fail()`, `assert`, `print()` */
  readonly where: string;
  readonly text: number;
  readonly arguments: WrittenArguments;
  /** Whether what stands here can fill `%` from its further arguments, or by name. */
  readonly fills: 'never' | 'maybe';
}

const percent = /%(?:\((\w+)\))?[-#0+]*\d*(?:\.\d+)?[sdrifxXeEgGcoa]\b/g;
const braces = /\{([A-Za-z_]\w*)(?:\.\w+|\[\w*\])*(?:![rsa])?(?::[^{}\s]*)?\}/g;

export const placeholderNeverFilled: CreateDetector<'placeholder-never-filled'> = (context) => {
  const { rule, knowledge } = context;
  const { project } = knowledge;
  const methods = new Set(rule.calls.filter((name) => !name.includes('.')));
  const functions = new Map(
    rule.calls.filter((name) => name.includes('.')).map((name) => [name, name.slice(name.lastIndexOf('.') + 1)]),
  );
  const lastNames = new Set([...methods, ...functions.values(), 'print']);

  const look = (shown: Shown): void => {
    const { module, text, where } = shown;
    const { tree } = module;
    const parts = tree.kind(text) === Kind.concatenated_string ? tree.children(text) : [text];
    const report = (
      node: number,
      wording: string | undefined,
      placeholder: string,
      value: string,
      repair?: Repair,
    ): void => {
      const { functionIndex } = shown;
      context.report({
        module,
        functionIndex,
        node,
        range: { start: tree.start(node), end: tree.end(node) },
        ...(wording === undefined ? {} : { wording }),
        values: { where, placeholder, value },
        repair,
      });
    };
    const whole = literalText(tree, text);
    if (whole !== undefined && shown.fills === 'never') {
      const found = [...whole.matchAll(percent)].filter(
        (match) => whole[match.index - 1] !== '%' && !isQuotedCode(whole, match),
      );
      const [first] = found;
      const further = shown.arguments.positional.filter((node) => node !== text);
      if (first !== undefined && further.length > 0)
        return report(text, undefined, first[0], written(tree, further[0]!) || 'the value', filledText(shown, whole));
      if (first?.[1] !== undefined) return report(text, 'named', first[0], first[1]);
    }
    for (const part of parts) {
      const name = unprefixed(shown, part);
      if (name !== undefined) return report(part, 'prefix', name[0], name[1], prefixed(module, part));
    }
  };

  /** Placeholder and name of a text that was meant as an f-string: all its braces hold locals. */
  const unprefixed = (
    { module, functionIndex, arguments: { keywords, hasSplat } }: Shown,
    part: number,
  ): [string, string] | undefined => {
    const text = /^[rRuU]*["']/.test(module.tree.text(part)) ? literalText(module.tree, part) : undefined;
    if (text === undefined || functionIndex === MODULE || hasSplat) return undefined;
    const found = [...text.matchAll(braces)];
    const [first] = found;
    if (first === undefined || text.replace(braces, '').search(/[{}]/) >= 0) return undefined;
    if (!found.every((match) => isLocal(module, functionIndex, match[1]!) && !keywords.has(match[1]!)))
      return undefined;
    return found.some((match) => isQuotedCode(text, match)) ? undefined : [first[0], first[1]!];
  };

  const isLocal = (module: Module, functionIndex: number, name: string): boolean => {
    const number = project.names.find(name);
    if (number === 0) return false;
    const item = module.index.functions[functionIndex]!;
    return project.isParameter(module, item, number) || module.functionBindings(item).byName.has(number);
  };

  const lookAtRaise = (module: Module, statement: number): void => {
    const { tree } = module;
    const call = statement + 1;
    if (call >= tree.next(statement) || tree.kind(call) !== Kind.call || tree.field(call) === Field.cause) return;
    const given = argumentsOf(tree, call);
    const text = given.positional[0];
    const raised = written(tree, tree.child(call, Field.function));
    if (text === undefined || !isText(module, text) || raised === '') return;
    const functionIndex = module.functionAround(statement);
    const fills =
      isPlainException(module, functionIndex, tree.child(call, Field.function)) &&
      given.keywords.size === 0 &&
      !given.hasSplat
        ? 'never'
        : 'maybe';
    look({ module, functionIndex, where: `raise ${raised}`, text, arguments: given, fills });
  };

  /** A builtin exception, or a class of the checkout that changes nothing about how one shows its arguments. */
  const isPlainException = (module: Module, functionIndex: number, node: number): boolean => {
    const definition = project.dotted(module, functionIndex, node);
    if (definition?.kind === 'external') return isBuiltinException(definition.name);
    if (definition?.kind !== 'class') return false;
    const { external, classes } = project.ancestry(definition);
    return external.length > 0 && external.every(isBuiltinException) && !classes.some(changesText);
  };

  const changesText = ({ module, index }: ClassRef): boolean => {
    const { byName } = module.classBindings(module.index.classes[index]!);
    return ['__init__', '__new__', '__str__', '__unicode__'].some(
      (name) => project.names.find(name) !== 0 && byName.has(project.names.find(name)),
    );
  };

  const lookAtCall = (module: Module, call: number): void => {
    const { tree } = module;
    const name = calledName(tree, call);
    if (!lastNames.has(name)) return;
    const given = argumentsOf(tree, call);
    const text = given.positional[0] ?? given.keywords.get('msg') ?? given.keywords.get('reason');
    if (text === undefined || !isText(module, text)) return;
    const functionIndex = module.functionAround(call);
    const callee = tree.child(call, Field.function);
    const definition = project.dotted(module, functionIndex, callee);
    const isFunction = definition?.kind === 'external' && functions.has(definition.name);
    const onSelf =
      methods.has(name) &&
      tree.kind(callee) === Kind.attribute &&
      tree.text(tree.child(callee, Field.object)) === 'self';
    const isMethod = onSelf && knowledge.context(module).isTest;
    const isPrint = definition?.kind === 'external' && definition.name === 'print';
    if (!isFunction && !isMethod && !isPrint) return;
    look({
      module,
      functionIndex,
      where: written(tree, call),
      text,
      arguments: given,
      fills: isPrint ? 'maybe' : 'never',
    });
  };

  const lookAtAssert = (module: Module, statement: number): void => {
    const { tree } = module;
    const message = tree.children(statement)[1];
    if (message === undefined) return;
    const functionIndex = module.functionAround(statement);
    const isTuple = tree.kind(message) === Kind.tuple;
    const positional = isTuple ? tree.children(message) : [message];
    const text = positional[0];
    if (text === undefined || !isText(module, text)) return;
    const given: WrittenArguments = { positional, keywords: new Map(), hasSplat: false };
    look({ module, functionIndex, where: 'assert', text, arguments: given, fills: 'never' });
  };

  return {
    module: (module) => {
      for (const call of module.index.calls) lookAtCall(module, call);
      for (const statement of module.index.raises) lookAtRaise(module, statement);
      for (const statement of module.index.asserts) lookAtAssert(module, statement);
    },
  };
};

/** `'... %s' % (value,)`, if each placeholder has its value. */
function filledText({ module: { tree }, text, arguments: given }: Shown, whole: string): Repair | undefined {
  const placeholders = [...whole.matchAll(percent)];
  const rest = whole.replace(percent, '').replaceAll('%%', '');
  const [first, ...values] = given.positional;
  const [next] = values;
  const last = values.at(-1);
  const isPlain = given.keywords.size === 0 && !given.hasSplat && placeholders.every(([, name]) => name === undefined);
  if (first !== text || next === undefined || last === undefined || !isPlain || rest.includes('%')) return undefined;
  if (placeholders.length !== values.length || placeholders.some(([one]) => one.includes('*'))) return undefined;
  const between = { start: tree.end(text), end: tree.start(next) };
  const end = tree.end(last);
  if (holdsComment(tree, { start: between.start, end })) return undefined;
  const edits: Edit[] = [
    { range: between, parts: [' % ('] },
    { range: { start: end, end }, parts: [values.length === 1 ? ',)' : ')'] },
  ];
  // `%d` wants a number.
  return { edits, safe: placeholders.every(([one]) => /[sra]$/.test(one)) };
}

function prefixed(module: Module, part: number): Repair | undefined {
  const { tree } = module;
  const text = tree.text(part);
  const start = tree.start(part);
  // `u` and `f` do not go together.
  if (/^[uU]/.test(text) || runsOnPython2(module)) return undefined;
  const found = [...text.matchAll(braces)];
  return {
    edits: [{ range: { start, end: start }, parts: ['f'] }],
    safe: found.every(([one]) => /^\{\w+(?:![rsa])?\}$/.test(one)),
  };
}

function isText({ tree }: Module, node: number): boolean {
  return tree.kind(node) === Kind.string || tree.kind(node) === Kind.concatenated_string;
}

function isBuiltinException(name: string): boolean {
  return /^(?:builtins\.)?(?:[A-Z]\w*(?:Error|Exception|Warning)|Exception|KeyboardInterrupt|StopIteration|SystemExit)$/.test(
    name,
  );
}

/** The placeholder is part of code that the text quotes: between backticks, or between quotes with something else. */
function isQuotedCode(text: string, { 0: placeholder, index }: RegExpMatchArray): boolean {
  const at = index!;
  const end = at + placeholder.length;
  for (const quoted of text.matchAll(/`[^`]*`|(?<=^|[\s([=:,])(["'])(?:(?!\1).)*\1(?=$|[\s.,;:)\]!?])/g)) {
    const after = quoted.index + quoted[0].length;
    if (quoted.index >= at || end >= after) continue;
    if (quoted[0].startsWith('`') || quoted[0].slice(1, -1) !== placeholder) return true;
    // `'%(n)s' % None` and `'{x}'.format(...)` are code themselves.
    if (/^(?:\s*%|\.format)/.test(text.slice(after))) return true;
  }
  return false;
}
