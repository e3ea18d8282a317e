// The detector `upload-mixed-body`: a route that takes a file and a JSON body. In: functions with a decorator of FastAPI, their parameters as
// written. Out: a detection for each that has both. Leaves alone: forms, dependencies, values of the query.
import type { FunctionNode } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';

const routing = /^(?:post|put|patch|api_route)$/;

export const uploadMixedBody: CreateDetector<'upload-mixed-body'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const others = new RegExp(rule.others, 'u');
  const uploads = ['UploadFile', 'File'].map((name) => project.names.find(name)).filter((name) => name !== 0);

  /** What a parameter is: of a model that no mark says is something else, the JSON body. */
  const roleOf = (module: Module, item: FunctionNode, parameter: number): 'file' | 'body' | undefined => {
    const { tree } = module;
    let isFile = false;
    let isBody = false;
    let isModel = false;
    let isMarked = false;
    for (let node = parameter + 1; node < tree.next(parameter); node++) {
      const kind = tree.kind(node);
      if (kind !== Kind.identifier && kind !== Kind.attribute) continue;
      const definition = project.dotted(module, item.parent, node);
      const name = definition?.kind === 'external' ? definition.name : '';
      isFile ||= rule.files.includes(name);
      isBody ||= rule.bodies.includes(name);
      isMarked ||= others.test(name);
      isModel ||=
        definition?.kind === 'class' &&
        project.ancestry(definition).external.some((base) => rule.models.includes(base));
    }
    if (isFile) return 'file';
    return isBody || (isModel && !isMarked) ? 'body' : undefined;
  };

  return {
    module: (module) => {
      const { tree, index, bindings } = module;
      const isUsed = uploads.some((name) => bindings.byName.has(name)) || module.importTargets().includes('fastapi');
      if (!isUsed || knowledge.context(module).isTest) return;
      for (const [functionIndex, item] of index.functions.entries()) {
        if (item.decorated < 0 || item.parameters < 0 || !isRoute(module, item)) continue;
        const parameters = tree.children(item.parameters);
        const body = parameters.find((parameter) => roleOf(module, item, parameter) === 'body');
        if (body === undefined || !parameters.some((parameter) => roleOf(module, item, parameter) === 'file')) continue;
        report({
          module,
          functionIndex,
          node: tree.child(item.node, Field.name),
          values: { name: tree.names.text(item.name), other: parameterText(module, body) },
        });
      }
    },
  };
};

function isRoute({ tree }: Module, { decorated }: FunctionNode): boolean {
  return tree.children(decorated).some((child) => {
    if (tree.kind(child) !== Kind.decorator || tree.kind(child + 1) !== Kind.call) return false;
    const callee = tree.child(child + 1, Field.function);
    return tree.kind(callee) === Kind.attribute && routing.test(tree.text(tree.child(callee, Field.attribute)));
  });
}

/** Of `name: type = default` the name. */
function parameterText({ tree }: Module, parameter: number): string {
  return tree.text(parameter) || tree.text(parameter + 1);
}
