// The detector `client-claim`: who somebody is, or what they may do, by what the client says of itself: a cookie `is_admin`, a header `X-Role`, a
// cookie with the number of a user. In: keys under which requests are read. Out: a detection at each test or look-up that believes one.
// Leaves alone: signed cookies, values that are checked by a signature, fields of forms by which nothing is refused.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { callsByName } from './calls-by-name.ts';
import { decidesAccess, isAsked, wholeTest } from './access-decision.ts';
import { says } from './definition-around.ts';
import type { CreateDetector } from './detector.ts';
import { isFixed } from './fixed-operand.ts';
import type { Reading } from './request-reading.ts';
import { readingOfKey, readingOfParameter } from './request-reading.ts';
import { mentions, usesOfValue } from './value-uses.ts';
import { argumentsOf, calledName, lastWord, literalText } from './written-expression.ts';

const named = { cookie: 'The cookie', header: 'The header', query: 'The query field', body: 'The field' };

export const clientClaim: CreateDetector<'client-claim'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const [flags, roles, offers, identity, guarding, checking, lookup] = (
    ['flags', 'roles', 'offers', 'identity', 'guarding', 'checking', 'lookup'] as const
  ).map((key) => new RegExp(rule[key], 'iu')) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
  const mayMatter = createNameTest(project.names, (token) => {
    const key = token
      .replace(/^\w?["']+|["']+$/g, '')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .replace(/^(?:http_)?x_/i, '');
    return [flags, roles, offers, identity].some((pattern) => pattern.test(key));
  });

  /** The test that a use is part of: a comparison with something fixed, a membership; the use itself if it is asked for truth. */
  const testOf = (module: Module, use: number, { key }: Reading): number => {
    const { tree } = module;
    const parent = tree.parent(use);
    if (tree.kind(parent) === Kind.comparison_operator) {
      const [left = -1, , right = -1, more] = tree.children(parent);
      const other = left === use ? right : left;
      if (more !== undefined || !isFixed(module, other)) return -1;
      // Whether it is there at all says something only of a flag.
      return tree.kind(other) === Kind.none && !flags.test(key) ? -1 : parent;
    }
    return flags.test(key) && isTruth(module, use) ? use : -1;
  };

  const believes = (module: Module, test: number, { part, key }: Reading): boolean => {
    if (part === 'cookie') return isAsked(module, test);
    // A field with a role says as often what to make, or what to look for.
    if (!flags.test(key) && (part !== 'header' || !roles.test(key))) return false;
    // A field may say which way of signing in is meant.
    if (decidesAccess(module, test, guarding, part === 'header')) return true;
    // `request.GET.get("staff") or request.user.is_staff`
    return flags.test(key) && isBesideCheck(module, test, flags);
  };

  /** A look-up of whom the cookie names: `users[uid]`, `User.query.get(uid)`. */
  const lookUp = (module: Module, use: number): boolean => {
    const { tree } = module;
    const parent = tree.parent(use);
    if (tree.kind(parent) === Kind.subscript) {
      const isLoad = tree.field(parent) !== Field.left || tree.kind(tree.parent(parent)) !== Kind.assignment;
      return tree.child(parent, Field.subscript) === use && isLoad;
    }
    if (tree.kind(parent) === Kind.return_statement) {
      const around = module.functionAround(use);
      return around !== MODULE && /^get_current_user$/.test(tree.names.text(module.index.functions[around]!.name));
    }
    const list =
      tree.kind(parent) === Kind.keyword_argument || tree.kind(parent) === Kind.tuple ? tree.parent(parent) : parent;
    const call = tree.parent(list);
    return (
      tree.kind(list) === Kind.argument_list && tree.kind(call) === Kind.call && lookup.test(calledName(tree, call))
    );
  };

  const look = (module: Module, reading: Reading, uses: readonly number[]): void => {
    const functionIndex = module.functionAround(uses[0] ?? reading.node);
    const root = functionIndex === MODULE ? -1 : module.index.functions[functionIndex]!.node;
    if (root >= 0 && says(module, root, checking)) return;
    const values = { source: `${named[reading.part]} ${reading.key}`, key: reading.key };
    const isIdentity = reading.part === 'cookie' && identity.test(reading.key);
    const isRole = [flags, roles, offers].some((pattern) => pattern.test(reading.key));
    for (const use of uses) {
      const test = isRole ? testOf(module, use, reading) : -1;
      if (test >= 0 && believes(module, test, reading)) report({ module, functionIndex, node: test, values });
      else if (isIdentity && lookUp(module, use)) {
        report({ module, functionIndex, node: use, wording: 'identity', values });
        return;
      }
    }
  };

  const setting = project.names.find('set_cookie');

  /** `response.set_cookie("user_id", str(user.id))` where somebody signs in: the number alone will say who they are. */
  const lookAtGiven = (module: Module): void => {
    const { tree, index } = module;
    for (const call of setting === 0 ? [] : (callsByName(module).get(setting) ?? [])) {
      const functionIndex = module.functionAround(call);
      if (functionIndex === MODULE) continue;
      const { positional, keywords } = argumentsOf(tree, call);
      const key = literalText(tree, positional[0] ?? keywords.get('key') ?? keywords.get('name') ?? -1) ?? '';
      const value = positional[1] ?? keywords.get('value') ?? -1;
      if (
        value < 0 ||
        keywords.has('secret') ||
        !/(?:^|_)(?:id|uid)$/i.test(key) ||
        !isNumberOfSomebody(module, value, identity)
      )
        continue;
      const cls = module.classAround(call);
      const root = cls === MODULE ? index.functions[functionIndex]!.node : index.classes[cls]!.node;
      if (!says(module, root, /log_?in|sign_?in|passw/iu) || says(module, root, checking)) continue;
      report({ module, functionIndex, node: call, wording: 'given', values: { source: `The cookie ${key}`, key } });
    }
  };

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      lookAtGiven(module);
      const { tree, index } = module;
      for (const literal of index.strings) {
        if (!mayMatter(tree.name(literal))) continue;
        const reading = readingOfKey(project, module, literal);
        if (reading !== undefined) look(module, reading, usesOfValue(module, reading.node));
      }
      for (const item of index.functions) {
        for (const parameter of item.parameters < 0 ? [] : tree.children(item.parameters)) {
          const kind = tree.kind(parameter);
          if (kind !== Kind.typed_default_parameter && kind !== Kind.default_parameter && kind !== Kind.typed_parameter)
            continue;
          const reading = readingOfParameter(module, parameter);
          const name = tree.kind(parameter + 1) === Kind.identifier ? tree.name(parameter + 1) : 0;
          if (reading === undefined || name === 0) continue;
          const uses = mentions(module, item.body, name).flatMap((node) => usesOfValue(module, node));
          if (uses.length > 0) look(module, reading, uses);
        }
      }
    },
  };
};

/** `if flag:`, `not flag`, `flag and other` */
function isTruth(module: Module, use: number): boolean {
  const { tree } = module;
  const top = wholeTest(module, use);
  return top !== use ? isAsked(module, use) : tree.field(top) === Field.condition;
}

/** Joined by `or` with a test of what the program itself knows. */
function isBesideCheck(module: Module, test: number, flags: RegExp): boolean {
  const { tree } = module;
  const parent = tree.parent(test);
  if (tree.kind(parent) !== Kind.boolean_operator) return false;
  if (tree.kind(tree.child(parent, Field.operator)) !== Kind["'or'"]) return false;
  return tree.children(parent).some((side) => {
    if (side === test || tree.kind(side) !== Kind.attribute) return false;
    return flags.test(tree.text(tree.child(side, Field.attribute)));
  });
}

/** `user.id`, `row["user_id"]`, `str(account.pk)` */
function isNumberOfSomebody(module: Module, value: number, identity: RegExp): boolean {
  const { tree } = module;
  for (let node = value; node < tree.next(value); node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.attribute && kind !== Kind.subscript) continue;
    const name = lastWord(tree, node);
    const owner = lastWord(tree, tree.child(node, kind === Kind.attribute ? Field.object : Field.value));
    if (/^(?:_?id|pk|uid)$/.test(name) && identity.test(owner)) return true;
    if (/_id$|^uid$/.test(name) && identity.test(name)) return true;
  }
  return false;
}
