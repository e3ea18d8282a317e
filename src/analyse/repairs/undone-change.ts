// How a test puts back what it changes in the process. In: the change, in a test or set-up function. Out: edits in the way of the
// framework: `addCleanup` before the change, or pytest's `monkeypatch` in its place. Leaves alone: changes of other kinds.
import type { Framework } from '../../model/framework.ts';
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit, EditPart, Repair } from '../analysis.ts';
import { statementAround } from '../constructs.ts';
import { argumentsOf, written } from '../detectors/written-expression.ts';
import type { Site } from '../interpreter/events.ts';
import { holdsComment } from './argument-edits.ts';
import { linesBefore } from './line-edits.ts';
import { freeName, reachableName } from './reachable-name.ts';

/** What is changed: `call` of that function, the environment, or an attribute of something imported. */
export interface ProcessChange extends Site {
  /** Qualified name of the function; absent for an assignment, of which `node` is the target. */
  readonly call?: string;
}

/** Undefined where the function has no way to put things back, or the change has no simple opposite. */
export function undoneChange(change: ProcessChange, framework: Framework, isFixture: boolean): Repair | undefined {
  const { module, functionIndex, node } = change;
  const { tree, index } = module;
  const item = index.functions[functionIndex]!;
  const statement = statementAround(tree, node);
  // Only a statement of its own can be put back by another one.
  const inner = statement + 1;
  const isWhole =
    tree.kind(node) === Kind.call ? inner === node : tree.kind(inner) === Kind.assignment && inner + 1 === node;
  if (tree.kind(statement) !== Kind.expression_statement || !isWhole) return undefined;
  if (framework === 'pytest' || framework === 'pytest-style') {
    const name = tree.names.text(item.name);
    const repair = name.startsWith('test') || isFixture ? withMonkeypatch(change, statement) : undefined;
    // Without a sign of pytest a script of its own may call a function of such a name.
    const isCalledByPytest =
      framework === 'pytest' || (item.parameters >= 0 && tree.children(item.parameters).length > 0);
    return repair && { ...repair, safe: repair.safe && isCalledByPytest };
  }
  const isMethod = item.methodOf !== MODULE && item.parameters >= 0 && tree.text(item.parameters + 1) === 'self';
  return isMethod && framework !== 'unittest-style' ? withCleanup(change, statement) : undefined;
}

function withCleanup(change: ProcessChange, statement: number): Repair | undefined {
  const { module, node, call } = change;
  const { tree } = module;
  const before = (...lines: string[]): Repair => ({ edits: [linesBefore(tree, statement, ...lines)], safe: true });
  if (call === undefined)
    return tree.kind(node) === Kind.subscript ? environment(change, statement) : attribute(change, statement);
  const callee = tree.child(node, Field.function);
  const name = written(tree, callee);
  const owner = name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined;
  // Its neighbours are not imported.
  if (owner === undefined) return undefined;
  switch (call) {
    case 'os.chdir':
      return before(`self.addCleanup(${name}, ${owner}.getcwd())`);
    case 'sys.path.insert':
    case 'sys.path.append':
      return owner.endsWith('.path')
        ? before(`self.addCleanup(setattr, ${owner.slice(0, -'.path'.length)}, 'path', ${owner}[:])`)
        : undefined;
    case 'socket.setdefaulttimeout':
      return before(`self.addCleanup(${name}, ${owner}.getdefaulttimeout())`);
    case 'logging.disable':
      return before(`self.addCleanup(${name}, ${owner}.root.manager.disable)`);
    case 'locale.setlocale': {
      const category = written(tree, argumentsOf(tree, node).positional[0] ?? -1);
      return category === '' ? undefined : before(`self.addCleanup(${name}, ${category}, ${name}(${category}))`);
    }
    case 'os.umask':
      return {
        edits: [
          { range: at(tree.start(node)), parts: [`self.addCleanup(${name}, `] },
          { range: at(tree.end(node)), parts: [')'] },
        ],
        safe: true,
      };
    default:
      return undefined;
  }
}

function environment(change: ProcessChange, statement: number): Repair | undefined {
  const { module, node } = change;
  const { tree } = module;
  const patch = reachableName(change, 'unittest.mock', 'patch.dict');
  const environ = written(tree, tree.child(node, Field.value));
  const kept = freeName(module, ['patcher', 'environ_patcher', 'environment']);
  if (patch === undefined || kept === undefined || environ === '') return undefined;
  const lines = [`${kept} = ${patch.text}(${environ})`, `${kept}.start()`, `self.addCleanup(${kept}.stop)`];
  return { edits: [...patch.edits, linesBefore(tree, statement, ...lines)], safe: true };
}

function attribute({ module, node }: ProcessChange, statement: number): Repair | undefined {
  const { tree } = module;
  const owner = written(tree, tree.child(node, Field.object));
  const name = tree.text(tree.child(node, Field.attribute));
  if (owner === '' || name === '' || !/(?:^|\.)[a-z_]\w*$/.test(owner)) return undefined;
  // Of a class a method would come back as what reading it gives. The attribute may not be there before.
  return {
    edits: [linesBefore(tree, statement, `self.addCleanup(setattr, ${owner}, '${name}', ${owner}.${name})`)],
    safe: false,
  };
}

function withMonkeypatch(change: ProcessChange, statement: number): Repair | undefined {
  const { module, functionIndex, node, call } = change;
  const { tree, index } = module;
  const { parameters, methodOf } = index.functions[functionIndex]!;
  const given = parameters < 0 ? [] : tree.children(parameters);
  if (parameters < 0 || (methodOf !== MODULE && given.length === 0)) return undefined;
  if (given.some((one) => tree.kind(one) !== Kind.identifier && tree.kind(one) !== Kind.typed_parameter))
    return undefined;
  const last = given.at(-1);
  const parameter: Edit = {
    range: at(last === undefined ? tree.start(parameters) + 1 : tree.end(last)),
    parts: [last === undefined ? 'monkeypatch' : ', monkeypatch'],
    shared: true,
  };
  if (call !== undefined) {
    const callee = tree.child(node, Field.function);
    const range = { start: tree.start(callee), end: tree.end(callee) };
    const { positional } = argumentsOf(tree, node);
    if (call === 'os.chdir') return { edits: [parameter, { range, parts: ['monkeypatch.chdir'] }], safe: true };
    const [place, path] = positional;
    if (call !== 'sys.path.insert' || place === undefined || path === undefined || tree.text(place) !== '0')
      return undefined;
    const upToPath = { start: range.start, end: tree.start(path) };
    return { edits: [parameter, { range: upToPath, parts: ['monkeypatch.syspath_prepend('] }], safe: true };
  }
  const assignment = statement + 1;
  const right = tree.child(assignment, Field.right);
  // `a = b = c`, or with an annotation.
  if (tree.kind(right) === Kind.assignment || tree.child(assignment, Field.type) >= 0) return undefined;
  const range = { start: tree.start(node), end: tree.end(right) };
  if (holdsComment(tree, range)) return undefined;
  const value: EditPart = { copy: { start: tree.start(right), end: tree.end(right) } };
  if (tree.kind(node) === Kind.subscript) {
    const key = tree.child(node, Field.subscript);
    const name: EditPart = { copy: { start: tree.start(key), end: tree.end(key) } };
    return { edits: [parameter, { range, parts: ['monkeypatch.setenv(', name, ', ', value, ')'] }], safe: true };
  }
  const owner: EditPart = { copy: { start: tree.start(node), end: tree.end(tree.child(node, Field.object)) } };
  const name = tree.text(tree.child(node, Field.attribute));
  const parts: EditPart[] = ['monkeypatch.setattr(', owner, `, '${name}', `, value, ')'];
  // `setattr` of an attribute that is not there yet is an error.
  return { edits: [parameter, { range, parts }], safe: false };
}

function at(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}
