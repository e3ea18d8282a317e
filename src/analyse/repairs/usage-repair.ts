// A repair that a rule describes as data. In: the `repair` of a Use and the place it matched. Out: edits, or none where the place
// does not have the form they are for. Leaves alone: whether the repair is right; the rule says so.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { UseRepair } from '../../rules/use-schema.ts';
import type { Edit, Repair } from '../analysis.ts';
import type { AssignEvent, Site } from '../interpreter/events.ts';
import { isPlain, removeArgument, replace, setArguments } from './argument-edits.ts';
import { reachableName } from './reachable-name.ts';

const nothing: Edit = { range: { start: 0, end: 0 }, parts: [] };

/** The repair of a call, an assignment or a mention at `node`. */
export function usageRepair(repair: UseRepair | undefined, site: Site | AssignEvent, node: number): Repair | undefined {
  if (repair === undefined) return undefined;
  const { tree } = site.module;
  const edits: (Edit | undefined)[] = [];
  const put = (text: string, edit: (text: string) => Edit | undefined): void => {
    const named = withNames(text, site);
    edits.push(...(named === undefined ? [undefined] : [...named.edits, edit(named.text)]));
  };
  if (repair.name !== undefined) {
    const named = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
    // A name of the code's own that stands for it is bound elsewhere, and the edit would not reach that.
    put(repair.name, (text) => replace(tree, named, text));
  }
  if (repair.arguments !== undefined && tree.kind(node) !== Kind.call) return undefined;
  const values: Record<string, string> = {};
  for (const [key, text] of Object.entries(repair.arguments ?? {})) {
    if (text === null) edits.push(removeArgument(tree, node, key));
    else
      put(text, (given) => {
        values[key] = given;
        return nothing;
      });
  }
  if (Object.keys(values).length > 0) edits.push(...(setArguments(tree, node, values) ?? [undefined]));
  if (repair.value !== undefined) {
    const value = 'valueNode' in site ? site.valueNode : -1;
    put(repair.value, (text) => (value < 0 || !isPlain(tree, value) ? undefined : replace(tree, value, text)));
  }
  const made = edits.filter((edit): edit is Edit => edit !== undefined && edit !== nothing);
  if (edits.includes(undefined)) return undefined;
  if (made.length === 0) return undefined;
  const unique = new Map(made.map((edit) => [JSON.stringify(edit), edit]));
  return { edits: [...unique.values()], safe: repair.safe };
}

/** `<ssl:TLSVersion.TLSv1_2>` becomes what the place calls that member of the module. */
function withNames(text: string, site: Site): { readonly text: string; readonly edits: readonly Edit[] } | undefined {
  const edits: Edit[] = [];
  let filled = text;
  for (const [hole, module = '', member = ''] of text.matchAll(/<([\w.]+):([\w.]+)>/g)) {
    const name = reachableName(site, module, member);
    if (name === undefined) return undefined;
    filled = filled.replace(hole, () => name.text);
    edits.push(...name.edits);
  }
  return { text: filled, edits };
}
