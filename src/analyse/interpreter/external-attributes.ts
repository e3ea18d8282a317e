// Attributes and results of what stands outside the checkout, by its models: sources, types, what is carried on.
import { makeHeld } from '../values/held.ts';
import { written } from '../detectors/written-expression.ts';
import type { ApiEntry } from '../taint/api-models.ts';
import type { Source, Taint } from '../values/taint.ts';
import { cleanTaint, derivedTaint, sourceTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, denoting, instanceOf, unknown } from '../values/value.ts';
import { MODULE } from '../../model/file-index.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { declaredArguments } from '../taint/declared-arguments.ts';
import { typedFields } from '../taint/clean-fields.ts';
import type { Frame } from './frame.ts';

/** An attribute of an instance of a class outside the checkout, or of one of the checkout that derives from it (`by`); undefined if no model knows it. */
export function externalAttribute(
  frame: Frame,
  of: string,
  name: string,
  node: number,
  by?: ClassRef,
): Value | undefined {
  const entries = frame.engine.models.attribute(`${of}.${name}`);
  return entries === undefined ? undefined : modelledValue(frame, entries, node, { kind: 'member', of, name }, by);
}

/** What the models' entries for an attribute or a call make of it. `otherwise`: what it denotes if none says its type. */
export function modelledValue(
  frame: Frame,
  entries: readonly ApiEntry[],
  node: number,
  otherwise?: Value['denotes'][number],
  by?: ClassRef,
): Value {
  const type = entries.find(({ entry }) => entry.returns !== undefined && entry.returns !== 'self')?.entry.returns;
  const holder = entries.find(({ entry }) => entry.elements !== undefined)?.entry;
  const elements = holder?.elements;
  const taint = sourceOf(frame, entries, node, by);
  const base = type !== undefined ? instanceOf(type) : otherwise === undefined ? unknown : denoting(otherwise);
  if (elements === undefined) return taint === undefined ? base : changeValue(base, { taint });
  const rest: Value = changeValue(instanceOf(elements), { taint });
  // What a call gives is gone through; an attribute, or the form of a request, is asked for its entries.
  if (holder?.call !== undefined && holder.shape !== 'mapping')
    return changeValue(base, { taint, held: makeHeld('list', new Map(), rest) });
  return changeValue(base, { taint, held: makeHeld('dict', new Map(), rest, changeValue(unknown, { taint })) });
}

/** The taint of a place that entries say is a source; undefined if they do not. */
export function sourceOf(frame: Frame, entries: readonly ApiEntry[], node: number, by?: ClassRef): Taint | undefined {
  if (node < 0) return undefined;
  const taints = entries.flatMap(({ sources, entry }) =>
    sources.map((kind) => {
      const { module, engine, tree } = frame;
      const name = written(tree, node) || tree.text(node);
      const source = engine.source({
        kind,
        name,
        key: undefined,
        handler: undefined,
        module,
        node,
        ...entriesSaid(frame, entry, by, node),
      });
      return sourceTaint(source, entry.shape ?? 'text');
    }),
  );
  const taint = derivedTaint(taints);
  let harmless = 0n;
  for (const { sanitizes } of entries) harmless |= sanitizes;
  if (harmless === 0n) return taint;
  // What a client sends can be harmless for some uses: the address he himself has asked for.
  const { module, tree } = frame;
  const name = `\`${written(tree, node) || 'the request'}\``;
  return cleanTaint(taint, harmless, { kind: 'sanitizer', name, module, node, kinds: harmless });
}

/** What an entry, and the class whose fields it reads, say of a source's entries: which no caller chooses, and which are uploads. */
export function entriesSaid(
  frame: Frame,
  entry: ModelEntry,
  by: ClassRef | undefined,
  node: number,
): Pick<Source, 'except' | 'files'> {
  const isDeclared = entry.fields === 'declared';
  if (entry.fields === undefined || (by === undefined && !isDeclared)) return { except: entry.except };
  const { clean, files } = isDeclared
    ? declaredArguments(frame, node)
    : typedFields(frame.engine, by!, isMethodOf(frame, by!));
  const except = clean.length === 0 ? entry.except : [...(entry.except ?? []), ...clean];
  return files.length === 0 ? { except } : { except, files };
}

/** Whether a function is a method of the class, or of one that it derives from. */
function isMethodOf({ engine, module, functionIndex }: Frame, reference: ClassRef): boolean {
  const methodOf = functionIndex === MODULE ? MODULE : module.index.functions[functionIndex]!.methodOf;
  if (methodOf === MODULE) return false;
  return engine.project.ancestry(reference).classes.some((one) => one.module === module && one.index === methodOf);
}
