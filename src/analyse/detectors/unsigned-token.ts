// The detector `unsigned-token`: a token of a client that is taken apart and believed without a look at its signature. In: JSON that is read from the base64
// of a part between dots. Out: a detection at the call that reads it. Leaves alone: functions and files that check a signature, clients that
// read what their own server gave them.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { callsByName } from './calls-by-name.ts';
import { says } from './definition-around.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

const MAX_DEPTH = 6;
const decoding =
  /^(?:urlsafe_b64decode|b64decode|standard_b64decode|base64url_decode|b64_?url_?decode|decode_base64\w*|a2b_base64)$/;

export const unsignedToken: CreateDetector<'unsigned-token'> = ({ rule, knowledge, report }) => {
  const { names } = knowledge.project;
  const loads = names.find('loads');
  const [checking, serving] = [new RegExp(rule.checking, 'iu'), new RegExp(rule.serving, 'u')];

  return {
    module: (module) => {
      if (loads === 0 || knowledge.context(module).isTest) return;
      for (const call of callsByName(module).get(loads) ?? []) {
        const [text = -1] = argumentsOf(module.tree, call).positional;
        const functionIndex = module.functionAround(call);
        if (text < 0 || functionIndex === MODULE) continue;
        const found = { isDecoded: false, isPart: false };
        trace(module, functionIndex, text, found, 0);
        if (!found.isDecoded || !found.isPart) continue;
        if (!module.importTargets().some((target) => serving.test(target)) || says(module, 0, checking)) continue;
        report({ module, functionIndex, node: call });
      }
    },
  };
};

/** What goes into a text: the decoding of base64, one of the parts between dots. */
function trace(
  module: Module,
  functionIndex: number,
  root: number,
  found: { isDecoded: boolean; isPart: boolean },
  depth: number,
): void {
  const { tree, index } = module;
  if (depth > MAX_DEPTH) return;
  const { body } = index.functions[functionIndex]!;
  const seen = new Set<number>();
  for (let node = root; node < tree.next(root); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.call) {
      const name = calledName(tree, node);
      if (decoding.test(name)) found.isDecoded = true;
      const [separator = -1] = argumentsOf(tree, node).positional;
      if (/^r?split$|^r?partition$/.test(name) && /^\.$/.test(literalText(tree, separator) ?? '')) found.isPart = true;
    } else if (kind === Kind.identifier && !seen.has(tree.name(node))) {
      seen.add(tree.name(node));
      for (const assignment of index.assignments) {
        if (assignment < body || assignment >= root) continue;
        const left = tree.child(assignment, Field.left);
        const right = tree.child(assignment, Field.right);
        if (right < 0 || !binds(module, left, tree.name(node))) continue;
        trace(module, functionIndex, right, found, depth + 1);
      }
    }
  }
}

function binds({ tree }: Module, left: number, name: number): boolean {
  for (let node = left; node < tree.next(left); node++)
    if (tree.kind(node) === Kind.identifier && tree.name(node) === name) return true;
  return false;
}
