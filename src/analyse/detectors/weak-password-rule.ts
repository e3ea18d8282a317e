// The detector `weak-password-rule`: new passwords that may be too short. In: fields and parameters with a least length, tests of a length, the
// rule's `uses` (settings). Out: a detection at each that admits fewer characters than `least`. Leaves alone: logins, where the length of what
// is typed protects nothing, other secrets such as PINs, tests whether anything was typed at all.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { callsByName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { usage } from './usage.ts';
import { argumentsOf, calledName, lastWord, literalText } from './written-expression.ts';

const keywords = ['min_length', 'min', 'minlength', 'min_len', 'minLength'];
// What states a length by position: the least, or the least and the most.
const byPosition = /^(?:MinLengthValidator|MinimumLengthValidator|MinLen)$/;

const orders: ReadonlySet<number> = new Set<number>([Kind["'<'"], Kind["'<='"], Kind["'>'"], Kind["'>='"]]);

export const weakPasswordRule: CreateDetector<'weak-password-rule'> = (context) => {
  const { rule, knowledge, report } = context;
  const { names } = knowledge.project;
  const settings = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  const [password, choosing, typing] = (['password', 'choosing', 'typing'] as const).map(
    (key) => new RegExp(rule[key], 'iu'),
  ) as [RegExp, RegExp, RegExp];
  const isPassword = createNameTest(names, (text) => password.test(text));
  const stating = keywords.map((keyword) => names.find(keyword)).filter((number) => number !== 0);
  const len = names.find('len');

  /** Where it stands: in what makes or changes a password, in what asks for one, or neither. */
  const purpose = (module: Module, node: number): 'choosing' | 'typing' | undefined => {
    const { tree, index } = module;
    const around: string[] = [];
    for (let at = module.functionAround(node); at !== MODULE; at = index.functions[at]!.parent)
      around.push(tree.names.text(index.functions[at]!.name));
    const cls = module.classAround(node);
    if (cls !== MODULE) around.push(tree.names.text(index.classes[cls]!.name));
    if (around.some((name) => choosing.test(name))) return 'choosing';
    return around.some((name) => typing.test(name)) ? 'typing' : undefined;
  };

  const tell = (module: Module, node: number, least: number): void => {
    const why = purpose(module, node);
    // One character is what forms ask that want any at all, unless the password is chosen there.
    if (least < 1 || least >= rule.least || why === 'typing' || (least === 1 && why !== 'choosing')) return;
    report({ module, functionIndex: module.functionAround(node), node, values: { least } });
  };

  /** `password = PasswordField(validators=[Length(min=4)])`, `password: str = Field(min_length=4)`, `"password": fields.Str(validate=Length(4))` */
  const lookAtFields = (module: Module): void => {
    const { tree, index } = module;
    for (const call of index.calls) {
      const list = tree.child(call, Field.arguments);
      if (list < 0) continue;
      const least = leastOf(module, call);
      if (least === undefined) continue;
      const field = fieldAround(module, call);
      if (field !== undefined && isPassword(field.name)) tell(module, field.call, least);
    }
  };

  const leastOf = (module: Module, call: number): number | undefined => {
    const { tree } = module;
    const list = tree.child(call, Field.arguments);
    if (tree.kind(list) !== Kind.argument_list) return undefined;
    for (const child of tree.children(list)) {
      if (tree.kind(child) !== Kind.keyword_argument) continue;
      if (stating.includes(tree.name(tree.child(child, Field.name))))
        return integer(module, tree.child(child, Field.value));
    }
    return byPosition.test(calledName(tree, call))
      ? integer(module, argumentsOf(tree, call).positional[0] ?? -1)
      : undefined;
  };

  /** `len(password) < 6`, `6 <= len(password)` */
  const lookAtLengths = (module: Module): void => {
    const { tree } = module;
    for (const call of len === 0 ? [] : (callsByName(module).get(len) ?? [])) {
      const [measured = -1] = argumentsOf(tree, call).positional;
      const comparison = tree.parent(call);
      if (measured < 0 || tree.kind(comparison) !== Kind.comparison_operator) continue;
      if (!password.test(lastWord(tree, measured)) || lastWord(tree, measured) === '') continue;
      const [left = -1, operator = -1, right = -1, more] = tree.children(comparison);
      if (more !== undefined) continue;
      const number = integer(module, left === call ? right : left);
      const sign = tree.kind(operator);
      if (number === undefined || !orders.has(sign)) continue;
      // The number itself is allowed by `>= n` and by a refusal of `< n`.
      const isIncluded =
        left === call ? sign === Kind["'>='"] || sign === Kind["'<'"] : sign === Kind["'<='"] || sign === Kind["'>'"];
      const least = isIncluded ? number : number + 1;
      // Of two or less it asks for something else: whether there is one, or how many.
      if (least > 2) tell(module, comparison, least);
    }
  };

  return {
    ...settings,
    module: (module) => {
      settings.module?.(module);
      if (knowledge.context(module).isTest) return;
      if (stating.length > 0) lookAtFields(module);
      lookAtLengths(module);
    },
  };
};

/** What a call is the value of, through lists and other calls: a field with its name, and the outermost call. */
function fieldAround({ tree }: Module, call: number): { readonly name: number; readonly call: number } | undefined {
  let outer = call;
  for (let node = call, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case Kind.call:
        outer = parent;
        break;
      case Kind.argument_list:
      case Kind.list:
      case Kind.tuple:
      case Kind.keyword_argument:
      case Kind.type:
      case Kind.generic_type:
      case Kind.type_parameter:
      case Kind.subscript:
        break;
      case Kind.assignment: {
        const left = tree.child(parent, Field.left);
        return tree.kind(left) === Kind.identifier ? { name: tree.name(left), call: outer } : undefined;
      }
      case Kind.typed_default_parameter:
      case Kind.default_parameter:
        return { name: tree.name(tree.child(parent, Field.name)), call: outer };
      case Kind.typed_parameter:
        return { name: tree.name(parent + 1), call: outer };
      case Kind.pair: {
        const key = tree.child(parent, Field.key);
        return literalText(tree, key) === undefined ? undefined : { name: tree.name(key), call: outer };
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

/** A literal integer, or a name of the module's top level for one. */
function integer(module: Module, node: number): number | undefined {
  const { tree } = module;
  if (node < 0) return undefined;
  if (tree.kind(node) === Kind.integer) return Number(tree.text(node));
  if (tree.kind(node) !== Kind.identifier) return undefined;
  const bindings = module.bindings.byName.get(tree.name(node)) ?? [];
  const [only] = bindings;
  return bindings.length === 1 && only?.kind === 'value' && tree.kind(only.value) === Kind.integer
    ? Number(tree.text(only.value))
    : undefined;
}
