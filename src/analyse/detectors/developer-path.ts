// BP205: a path below somebody's home directory. In: text literals. Out: a note where one goes to a function of files and processes, or
// to a name that promises a path. Leaves alone: names that stand for anybody.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { MODULE } from '../../model/file-index.ts';
import { externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { calledName, literalText } from './written-expression.ts';

const users = /^(?:\/home\/|\/Users\/|[A-Za-z]:[\\/]+Users[\\/]+)([^\\/]+)[\\/]+[^\\/]/;
const pathName = /(?:path|dir|directory|file|filename|folder|root|home)s?$/i;
const ofFiles =
  /^(?:open|io\.open|codecs\.open|os\.\w+|os\.path\.\w+|shutil\.\w+|subprocess\.\w+|pathlib\.\w+|glob\.\w+|sys\.path\.\w+)$/;

export const developerPath: CreateDetector<'developer-path'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const isHome = createNameTest(
    project.names,
    (text) => /home|users/i.test(text) && /^[a-zA-Z]*["']+(?:\/home\/|\/Users\/|[A-Za-z]:)/.test(text),
  );
  const placeholder = new RegExp(rule.placeholders, 'iu');

  /** What the text is given to: a call, or the name it is assigned to; undefined if that says nothing about files. */
  const given = (module: Module, text: number): { readonly node: number; readonly to: string } | undefined => {
    const { tree } = module;
    for (let node = text, parent = tree.parent(text); parent >= 0; node = parent, parent = tree.parent(parent)) {
      switch (tree.kind(parent)) {
        case Kind.argument_list: {
          const call = tree.parent(parent);
          if (tree.kind(call) !== Kind.call) return undefined;
          const name = externalName(project, module, call);
          return name !== undefined && ofFiles.test(name)
            ? { node: call, to: `${calledName(tree, call)}()` }
            : undefined;
        }
        case Kind.assignment: {
          if (tree.child(parent, Field.right) !== node) return undefined;
          const left = tree.child(parent, Field.left);
          const target = tree.kind(left) === Kind.attribute ? tree.child(left, Field.attribute) : left;
          const name = tree.text(target);
          return pathName.test(name) ? { node: text, to: name } : undefined;
        }
        case Kind.list:
        case Kind.tuple:
        case Kind.parenthesized_expression:
        case Kind.concatenated_string:
        case Kind.binary_operator:
          break;
        default:
          return undefined;
      }
    }
    return undefined;
  };

  return {
    module: (module) => {
      if (/path/i.test(module.path.slice(module.path.lastIndexOf('/') + 1))) return;
      const { tree } = module;
      for (const node of module.index.strings) {
        if (!isHome(tree.name(node))) continue;
        const path = literalText(tree, node) ?? '';
        const user = users.exec(path)?.[1];
        if (user === undefined || placeholder.test(user)) continue;
        const place = given(module, node);
        if (place === undefined) continue;
        const functionIndex = module.functionAround(node);
        if (
          functionIndex !== MODULE &&
          isPatched(project, module, functionIndex, /^(?:open|os|path|exists|\w*dir|expanduser|Popen|execute)$/)
        )
          continue;
        report({ module, functionIndex, node: place.node, values: { path, user, to: place.to } });
      }
    },
  };
};
