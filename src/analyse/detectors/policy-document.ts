// The detector `policy-document`: statements of AWS policies that allow everybody, or everything. In: the rule's `uses` for calls that make
// a statement, dicts with `Effect` and JSON texts. Out: a detection for each. Leaves alone: denials, statements with a condition.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import { onlyConstant } from '../values/value.ts';
import type { CreateDetector } from './detector.ts';
import { usage } from './usage.ts';
import { literalText } from './written-expression.ts';

/** What of a statement matters; `*` in `principals` for everybody. */
interface Statement {
  readonly effect: string | undefined;
  readonly principals: readonly string[];
  readonly hasPrincipal: boolean;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly hasCondition: boolean;
}

interface Verdict {
  readonly wording: string;
  readonly action?: string;
  readonly isReview?: boolean;
}

export const policyDocument: CreateDetector<'policy-document'> = (context) => {
  const { rule, knowledge, report } = context;
  const asData = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  const { names } = knowledge.project;
  const isEffect = createNameTest(names, (token) => contentOf(token) === 'Effect');
  const isDocument = createNameTest(names, (token) => /"Effect"\s*:\s*"Allow"/.test(token));
  const escalating = new RegExp(rule.escalating ?? '^$', 'u');

  const judge = (statement: Statement): Verdict | undefined => {
    const { effect, hasCondition, principals, hasPrincipal, actions, resources } = statement;
    if (effect !== 'Allow' || hasCondition) return undefined;
    if (rule.find === 'principal') return principals.includes('*') ? { wording: 'document' } : undefined;
    // In the policy of a key or bucket, `*` is that one.
    if (hasPrincipal || !resources.includes('*')) return undefined;
    if (actions.includes('*') || actions.includes('*:*')) return { wording: 'document' };
    const escalation = actions.find((action) => escalating.test(action));
    if (escalation !== undefined) return { wording: 'escalation', action: escalation };
    const service = actions.find((action) => /^\w[\w-]*:\*$/.test(action));
    return service === undefined ? undefined : { wording: 'service', action: service, isReview: true };
  };

  const tell = (module: Module, node: number, verdict: Verdict | undefined): void => {
    if (verdict === undefined) return;
    report({
      module,
      functionIndex: module.functionAround(node),
      node,
      wording: verdict.wording,
      values: { action: verdict.action ?? '' },
      ...(verdict.isReview === true ? { tier: 'hotspot' as const } : {}),
    });
  };

  /** Texts that an expression is or holds: a literal, a constant of the module, a list or a dict of them. */
  const textsOf = (module: Module, node: number): string[] => {
    const { tree } = module;
    if (node < 0) return [];
    switch (tree.kind(node)) {
      case Kind.list:
      case Kind.tuple:
        return tree.children(node).flatMap((child) => textsOf(module, child));
      case Kind.dictionary:
        // { 'AWS': '*' }
        return tree.children(node).flatMap((child) => textsOf(module, tree.child(child, Field.value)));
      case Kind.identifier: {
        if (!module.bindings.byName.has(tree.name(node))) return [];
        const constant = onlyConstant(context.engine().moduleValue(module, tree.name(node)));
        const text = constant === undefined ? undefined : textOf(constant);
        return text === undefined ? [] : [text];
      }
      default: {
        const text = literalText(tree, node);
        return text === undefined ? [] : [text];
      }
    }
  };

  const statementOf = (module: Module, dictionary: number): Statement => {
    const { tree } = module;
    const values = new Map<string, number>();
    for (const child of tree.children(dictionary)) {
      const key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : undefined;
      if (key !== undefined) values.set(key, tree.child(child, Field.value));
    }
    const texts = (key: string): string[] => textsOf(module, values.get(key) ?? -1);
    return {
      effect: texts('Effect')[0],
      principals: texts('Principal'),
      hasPrincipal: values.has('Principal'),
      actions: texts('Action'),
      resources: texts('Resource'),
      hasCondition: values.has('Condition'),
    };
  };

  return {
    ...asData,
    module: (module) => {
      asData.module?.(module);
      if (knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const node of index.strings) {
        const name = tree.name(node);
        const pair = tree.parent(node);
        if (isEffect(name) && tree.kind(pair) === Kind.pair && tree.field(node) === Field.key)
          tell(module, tree.parent(pair), judge(statementOf(module, tree.parent(pair))));
        else if (isDocument(name))
          for (const statement of statementsIn(literalText(tree, node) ?? '')) tell(module, node, judge(statement));
      }
    },
  };
};

function contentOf(token: string): string | undefined {
  const constant = stringConstant(token);
  return constant === undefined ? undefined : textOf(constant);
}

/** Statements of a JSON document; none if it is no JSON. */
function statementsIn(text: string): Statement[] {
  try {
    const document = JSON.parse(text) as { Statement?: unknown; Effect?: unknown };
    const statements = document.Statement ?? (document.Effect === undefined ? [] : document);
    return [statements].flat().map((one) => statementOfJson(one as Record<string, unknown>));
  } catch {
    return [];
  }
}

function statementOfJson(statement: Record<string, unknown>): Statement {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };
  return {
    effect: texts(statement['Effect'])[0],
    principals: texts(statement['Principal']),
    hasPrincipal: statement['Principal'] !== undefined,
    actions: texts(statement['Action']),
    resources: texts(statement['Resource']),
    hasCondition: statement['Condition'] !== undefined,
  };
}
