// PV405: a password or key that holds where nobody gives another. In: defaults of parameters, of reads of the environment or a
// configuration, of options of a command and of fields, as they are written. Out: a detection at each literal that can be a secret.
// Leaves alone: literals that are simply assigned or passed (other rules), test code.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { purposeOf } from '../secrets/data-holder.ts';
import { isFieldName } from '../secrets/field-name.ts';
import { createNameTest } from '../name-test.ts';
import type { CreateDetector } from './detector.ts';
import { secretName } from './secret-name.ts';
import { passesSecretTest } from './secret-value.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

/** Calls whose first argument names a setting, and the position of its default; by keyword it is `default` or `fallback`. */
const readers = /^(?:getenv|get|env|config|str|get_env|getenv_or_default|env_var|environ_get|get_setting|getconfig)$/;
const environments = /(?:^|\.|_)(?:env|environ|os|config|settings|decouple)$/i;

export const credentialDefault: CreateDetector<'credential-default'> = ({ rule, knowledge, report }) => {
  const lookups = new RegExp(rule.lookups, 'u');
  /** Whether an identifier, or a short text, is called like a secret; most are not, so this comes first. */
  const promises = createNameTest(knowledge.project.names, (text) => {
    const bare = /['"]$/.test(text) ? (/^[A-Za-z]{0,2}['"]([\w.-]{1,60})['"]$/.exec(text)?.[1] ?? '') : text;
    return secretName(bare) !== undefined;
  });

  const look = (module: Module, name: string, nameNode: number, valueNode: number, wording?: string): void => {
    const { tree } = module;
    const kind = secretName(name);
    const value = literalText(tree, valueNode);
    if (kind === undefined || kind === 'salt' || kind === 'connection' || value === undefined) return;
    const test = kind === 'token' ? 'token' : kind;
    if (!passesSecretTest(test, value) || purposeOf(module, valueNode) !== undefined) return;
    if (isFieldName(module, { name, nameNode, value, valueNode, kind: test }, lookups)) return;
    report({
      module,
      node: valueNode,
      functionIndex: module.functionAround(valueNode),
      ...(wording === undefined ? {} : { wording }),
      values: { name, length: value.length },
      secret: true,
    });
  };

  /** `def connect(password="...")`, and `password: str = Option("...")` of a command. */
  const lookAtParameters = (module: Module, parameters: number): void => {
    const { tree } = module;
    for (let parameter = parameters + 1; parameter < tree.next(parameters); parameter = tree.next(parameter)) {
      const kind = tree.kind(parameter);
      if (kind !== Kind.default_parameter && kind !== Kind.typed_default_parameter) continue;
      const nameNode = tree.child(parameter, Field.name);
      const value = tree.child(parameter, Field.value);
      if (value < 0 || nameNode < 0 || !promises(tree.name(nameNode))) continue;
      const name = tree.text(nameNode);
      if (tree.kind(value) === Kind.call) look(module, name, nameNode, wrappedDefault(module, value));
      else look(module, name, nameNode, value, 'parameter');
    }
  };

  const lookAtCall = (module: Module, call: number): void => {
    const { tree } = module;
    const called = calledName(tree, call);
    const { positional, keywords } = argumentsOf(tree, call);
    const [first, second] = positional;
    const key = first === undefined ? undefined : literalText(tree, first);
    if (key === undefined || first === undefined) return;
    const byKeyword = keywords.get('default') ?? keywords.get('fallback') ?? -1;
    if (/^(?:add_argument|option|add_option)$/.test(called)) {
      const option = positional.map((node) => literalText(tree, node) ?? '').find((text) => text.startsWith('--'));
      look(module, (option ?? key).replace(/^-+/, ''), first, byKeyword);
    } else if (readers.test(called) && isReader(module, call, called)) {
      look(module, key, first, byKeyword >= 0 ? byKeyword : (second ?? -1), 'read');
    }
  };

  /** `os.environ.get`, `env("...")`, `config("...")`: what reads settings, and no dict of something else. */
  const isReader = ({ tree }: Module, call: number, called: string): boolean => {
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute) return called !== 'get' && called !== 'str';
    const object = tree.child(callee, Field.object);
    return environments.test(tree.text(tree.kind(object) === Kind.identifier ? object : tree.next(object) - 1));
  };

  /** `password: str = Field("...")` of a class. */
  const lookAtField = (module: Module, assignment: number): void => {
    const { tree } = module;
    const left = assignment + 1;
    const right = tree.child(assignment, Field.right);
    if (tree.kind(left) !== Kind.identifier || !promises(tree.name(left))) return;
    if (right < 0 || tree.kind(right) !== Kind.call) return;
    if (!/^(?:Field|field|Option|CharField|StringField)$/.test(calledName(tree, right))) return;
    look(module, tree.text(left), left, wrappedDefault(module, right));
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const { parameters } of index.functions) {
        if (parameters >= 0) lookAtParameters(module, parameters);
      }
      for (const string of index.strings) {
        const list = promises(tree.name(string)) ? tree.parent(string) : -1;
        if (list >= 0 && tree.kind(list) === Kind.argument_list) lookAtCall(module, tree.parent(list));
      }
      for (const assignment of index.assignments) lookAtField(module, assignment);
    },
  };
};

/** `Option("...")`, `Field(default="...")`: the literal that holds; -1 if it is none. */
function wrappedDefault({ tree }: Module, call: number): number {
  const { positional, keywords } = argumentsOf(tree, call);
  if (!/^(?:Field|field|Option|Argument|Query|Header|Form|Body|CharField|StringField)$/.test(calledName(tree, call)))
    return -1;
  return keywords.get('default') ?? positional[0] ?? -1;
}
