// The detector `reflected-origin`: the header Access-Control-Allow-Origin that says whatever origin the request names; and the rule's `uses`,
// for what calls and settings say. In: headers that are set by hand. Out: a detection for each; with `credentials` only where the same
// function allows them too, else only where it does not. Leaves alone: an origin that is compared with something, or handed to a check.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { textOf } from '../values/constant.ts';
import { onlyConstant } from '../values/value.ts';
import type { CreateDetector } from './detector.ts';
import { leavesOf } from './expression-leaves.ts';
import type { GivenHeader } from './given-headers.ts';
import { givenHeaders, headerTokens } from './given-headers.ts';
import { ownNodes } from './own-nodes.ts';
import { isOrigin, isRequestedOrigin, ORIGIN, valueNode } from './request-origin.ts';
import { usage } from './usage.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { argumentsOf, calledName } from './written-expression.ts';

const CREDENTIALS = 'Access-Control-Allow-Credentials';

export const reflectedOrigin: CreateDetector<'reflected-origin'> = (context) => {
  const { rule, knowledge, report } = context;
  const asData = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  let tokens: ReadonlyMap<number, string> | undefined;

  const lookAt = (module: Module): void => {
    tokens ??= headerTokens(knowledge.project.names, [ORIGIN, CREDENTIALS]);
    const given = givenHeaders(module, tokens, context.engine());
    for (const header of given) {
      if (header.name !== ORIGIN || header.functionIndex === MODULE) continue;
      const value = valueNode(header);
      if (!isRequestedOrigin(module, header.functionIndex, value) || isChecked(module, header.functionIndex)) continue;
      const credentials = given.some(
        (other) => other.name === CREDENTIALS && other.functionIndex === header.functionIndex && isTrue(other),
      );
      if (credentials !== rule.credentials) continue;
      const site = { module, functionIndex: header.functionIndex, node: header.node };
      const lowered = rule.lower?.find(({ when }) =>
        when.some((one) => circumstancesHold(one, site, undefined, context)),
      );
      report({
        ...site,
        wording: 'reflected',
        values: { name: ORIGIN },
        ...(lowered === undefined ? {} : { tier: lowered.tier }),
        ...(lowered?.level === undefined ? {} : { level: lowered.level }),
      });
    }
  };

  return {
    ...asData,
    module: (module) => {
      asData.module?.(module);
      if (!knowledge.context(module).isTest) lookAt(module);
    },
  };
};

/** The function compares the origin with something, or asks another function about it. */
function isChecked(module: Module, functionIndex: number): boolean {
  const { tree, index } = module;
  const { body } = index.functions[functionIndex]!;
  const mentions = (node: number): boolean => leavesOf(module, functionIndex, node).some(isOrigin);
  const isNothing = (node: number): boolean =>
    tree.kind(node) === Kind.none ||
    (tree.kind(node) === Kind.string && tree.next(node) === node + 1 && /^['"]{2}$/.test(tree.text(node)));
  return ownNodes(tree, body, Kind.comparison_operator, Kind.call).some((node) => {
    if (tree.kind(node) === Kind.comparison_operator) {
      const operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators);
      return operands.some(mentions) && !operands.some(isNothing);
    }
    if (setting.test(calledName(tree, node))) return false;
    const { positional, keywords } = argumentsOf(tree, node);
    const callee = tree.child(node, Field.function);
    const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
    return (
      (object >= 0 && mentions(object) && tree.kind(object) !== Kind.call) ||
      [...positional, ...keywords.values()].some(mentions)
    );
  });
}

// What takes the origin and does not judge it.
const setting =
  /^(?:add|add_header|append|putHeader|send_header|set|set_header|setHeader|setdefault|get|str|bool|print|debug|info|warning|strip|lower|encode|decode|HttpResponse|Response|JsonResponse|make_response|jsonify|update|dict)$/;

function isTrue({ value }: GivenHeader): boolean {
  const constant = onlyConstant(value);
  return constant !== undefined && (textOf(constant)?.toLowerCase() === 'true' || constant.type === 'bool');
}
