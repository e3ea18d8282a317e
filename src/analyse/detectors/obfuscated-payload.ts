// The detector `obfuscated-payload`: code that is decoded from a long literal and run. In: calls that run code, as written. Out: a detection
// for each. Leaves alone: literals that are read as they stand, data that is decoded and not run, code from files.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalCalls, wantedCalls } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const MAX_DEPTH = 12;

export const obfuscatedPayload: CreateDetector<'obfuscated-payload'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const wanted = wantedCalls(project.names, rule.running);
  const decoding = new RegExp(rule.decoding, 'u');
  const hiding = rule.hiding === undefined ? undefined : new RegExp(rule.hiding, 'u');

  /** Length of the longest literal that goes through one of these decoders on its way into an expression. */
  const decodedLength = (
    module: Module,
    functionIndex: number,
    node: number,
    decoders: RegExp,
    isDecoded = false,
    depth = 0,
  ): number => {
    const { tree } = module;
    if (node < 0 || depth > MAX_DEPTH) return 0;
    const into = (inner: number, decoded = isDecoded): number =>
      decodedLength(module, functionIndex, inner, decoders, decoded, depth + 1);
    switch (tree.kind(node)) {
      case Kind.string:
      case Kind.concatenated_string:
        return isDecoded ? (literalText(tree, node)?.length ?? 0) : 0;
      case Kind.identifier:
        return into(onlyValue(module, functionIndex, tree.name(node)));
      case Kind.call: {
        const decodes = isDecoded || decoders.test(originalName(module, node));
        const callee = tree.child(node, Field.function);
        const receiver = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
        const { positional, keywords } = argumentsOf(tree, node);
        return Math.max(0, ...[receiver, ...positional, ...keywords.values()].map((inner) => into(inner, decodes)));
      }
      case Kind.attribute:
        return into(tree.child(node, Field.object));
      case Kind.subscript:
      case Kind.binary_operator:
      case Kind.parenthesized_expression:
      case Kind.generator_expression:
      case Kind.list_comprehension:
      case Kind.for_in_clause:
      case Kind.list:
        return Math.max(0, ...tree.children(node).map((inner) => into(inner)));
      default:
        return 0;
    }
  };

  return {
    module: (module) => {
      for (const { node } of externalCalls(project, module, wanted)) {
        const functionIndex = module.functionAround(node);
        const code = argumentsOf(module.tree, node).positional[0] ?? -1;
        let length = decodedLength(module, functionIndex, code, decoding);
        const isShort = length < rule.length;
        // A short one can be read with one command; that it is written so is odd all the same.
        if (isShort) length = hiding === undefined ? 0 : decodedLength(module, functionIndex, code, hiding);
        if (length === 0) continue;
        // Of `exec(compile(...))` the outer call.
        const outer = module.tree.parent(module.tree.parent(node));
        if (module.tree.kind(outer) === Kind.call && /^(?:exec|eval)$/.test(calledName(module.tree, outer))) continue;
        const name = written(module.tree, module.tree.child(node, Field.function));
        report({
          module,
          functionIndex,
          node,
          values: { name, length },
          ...(isShort ? { tier: 'hotspot' as const } : {}),
        });
      }
    },
  };
};

/** What is called, by its own name where it was imported under another. */
function originalName(module: Module, call: number): string {
  const { tree, index } = module;
  const name = calledName(tree, call);
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) !== Kind.identifier) return name;
  for (const node of index.imports) {
    for (const child of tree.children(node)) {
      if (tree.kind(child) !== Kind.aliased_import || tree.name(tree.child(child, Field.alias)) !== tree.name(callee))
        continue;
      const dotted = tree.child(child, Field.name);
      return tree.text(tree.children(dotted).at(-1) ?? dotted);
    }
  }
  return name;
}

/** The only value of a name in the function or the module; -1 if there is none. */
function onlyValue(module: Module, functionIndex: number, name: number): number {
  const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
  const bindings =
    (item === undefined ? undefined : module.functionBindings(item).byName.get(name)) ??
    module.bindings.byName.get(name);
  const only = bindings?.length === 1 ? bindings[0]! : undefined;
  return only?.kind === 'value' ? only.value : -1;
}
