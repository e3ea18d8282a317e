// Whether a checkout switches off the escaping of its templates for one package: `autoescape=False` in a call, `"autoescape": None` in a dict
// of settings. In: the modules that import the package. Out: yes or no. Leaves alone: for which of several applications.
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Module } from '../../model/module.ts';
import { literalText } from '../detectors/written-expression.ts';

const cache = new WeakMap<ProjectModel, Map<string, boolean>>();

/** Whether some module that imports `owner` switches escaping off. */
export function escapingIsOff(project: ProjectModel, owner: string | undefined): boolean {
  if (owner === undefined || !mentions(project)) return false;
  let known = cache.get(project);
  if (known === undefined) cache.set(project, (known = new Map<string, boolean>()));
  let found = known.get(owner);
  if (found === undefined) {
    found = project.modules.some(
      (module) =>
        module.importTargets().some((name) => name === owner || name.startsWith(`${owner}.`)) && switchesOff(module),
    );
    known.set(owner, found);
  }
  return found;
}

function mentions({ names }: ProjectModel): boolean {
  return names.find('autoescape') !== 0 || names.find('"autoescape"') !== 0 || names.find("'autoescape'") !== 0;
}

function switchesOff({ tree, index }: Module): boolean {
  const isOff = (node: number): boolean => tree.kind(node) === Kind.false || tree.kind(node) === Kind.none;
  const byKeyword = index.calls.some((call) => {
    const list = tree.child(call, Field.arguments);
    return (
      list >= 0 &&
      tree
        .children(list)
        .some(
          (one) =>
            tree.kind(one) === Kind.keyword_argument &&
            tree.text(tree.child(one, Field.name)) === 'autoescape' &&
            isOff(tree.child(one, Field.value)),
        )
    );
  });
  const byAttribute = (): boolean =>
    index.assignments.some((one) => {
      const left = tree.child(one, Field.left);
      if (tree.kind(left) !== Kind.attribute && tree.kind(left) !== Kind.subscript) return false;
      const name =
        tree.kind(left) === Kind.attribute
          ? tree.text(tree.child(left, Field.attribute))
          : literalText(tree, tree.child(left, Field.subscript));
      const right = tree.child(one, Field.right);
      return name === 'autoescape' && right >= 0 && isOff(right);
    });
  const byEntry = (): boolean =>
    index.strings.some((text) => {
      const pair = tree.parent(text);
      return (
        pair >= 0 &&
        tree.kind(pair) === Kind.pair &&
        tree.child(pair, Field.key) === text &&
        literalText(tree, text) === 'autoescape' &&
        isOff(tree.child(pair, Field.value))
      );
    });
  return byKeyword || byAttribute() || byEntry();
}
