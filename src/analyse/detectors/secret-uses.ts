// One finding for one secret, at the literal that has to go. In: drafts of findings at the places where a secret is used, with its text.
// Out: for each literal one draft, with the other uses as related places; where the literal is not found, the draft as it is.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import { literalBehind, writtenSecret } from '../secrets/written-secret.ts';
import type { Draft, DraftPlace } from './detector.ts';
import { written } from './written-expression.ts';

export interface SecretUses {
  /** `text`: undefined where it is changed on its way. `node`: the expression that gives the secret; -1 where it is what is assigned. */
  readonly add: (text: string | undefined, node: number, draft: Draft) => void;
  readonly report: () => void;
}

interface Group {
  draft: Draft;
  readonly uses: DraftPlace[];
}

/** Keeps the drafts about secrets until all uses of each are known. */
export function createSecretUses(context: {
  readonly knowledge: Knowledge;
  readonly report: (draft: Draft) => void;
}): SecretUses {
  const { project } = context.knowledge;
  const isTest = (module: Module): boolean => context.knowledge.context(module).isTest;
  const groups = new Map<Module, Map<number, Group>>();

  const add = (text: string | undefined, node: number, draft: Draft): void => {
    const expression = node < 0 ? statementOf(draft) : node;
    const literal =
      (text === undefined ? undefined : writtenSecret(project, draft.module, expression, text, isTest)) ??
      literalBehind(draft.module, draft.functionIndex, expression);
    if (literal === undefined) {
      context.report(draft);
      return;
    }
    let ofModule = groups.get(literal.module);
    if (ofModule === undefined) groups.set(literal.module, (ofModule = new Map<number, Group>()));
    const isThere = literal.module === draft.module && firstLine(draft) === literal.module.tree.lineOf(literal.node);
    const placed = isThere ? draft : moved(draft, literal.module, literal.node);
    const use = isThere ? [] : [useOf(draft)];
    const group = ofModule.get(literal.node);
    if (group === undefined) ofModule.set(literal.node, { draft: placed, uses: use });
    else {
      group.uses.push(...use);
      if (weight(placed) > weight(group.draft) || (weight(placed) === weight(group.draft) && isThere))
        group.draft = placed;
    }
  };

  const report = (): void => {
    for (const ofModule of groups.values())
      for (const { draft, uses } of ofModule.values())
        context.report(
          uses.length === 0 ? draft : { ...draft, related: [...(draft.related ?? []), ...different(uses)] },
        );
    groups.clear();
  };
  return { add, report };
}

function moved({ range: _, repair: _repair, ...draft }: Draft, module: Module, node: number): Draft {
  return { ...draft, module, node, functionIndex: module.functionAround(node) };
}

/** The line that the finding would stand at: of a call that of the name that is called. */
function firstLine({ module: { tree }, node }: Draft): number {
  if (tree.kind(node) !== Kind.call) return tree.lineOf(node);
  return tree.line(tree.end(tree.child(node, Field.function)) - 1);
}

function statementOf({ module: { tree }, node }: Draft): number {
  const parent = tree.parent(node);
  return parent >= 0 && tree.kind(parent) === Kind.assignment ? parent : node;
}

function useOf({ module, node }: Draft): DraftPlace {
  const { tree } = module;
  const name = written(tree, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node);
  return { module, node, message: name === '' ? 'used here' : `used here: ${name}` };
}

function different(uses: readonly DraftPlace[]): DraftPlace[] {
  return uses.filter(
    (one, i) => uses.findIndex(({ module, node }) => module === one.module && node === one.node) === i,
  );
}

/** A defect says more than a case to review, and that more than a note. */
function weight({ tier, level }: Draft): number {
  return (tier === undefined || tier === 'defect' ? 2 : 1) - (level === 'note' ? 1 : 0);
}
