// The detector `file-mode`: constant modes by which others may write a file, or read one that holds a secret by its name.
// In: calls that set a mode or make something with one, and umask. Out: a detection for the worst right that is granted.
// Leaves alone: modes that are not known, and access lists.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CallEvent, Site } from '../interpreter/events.ts';
import { numberOf, textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { callInterest } from './call-interest.ts';
import type { CreateDetector } from './detector.ts';
import { grantsRight } from './file-mode-rights.ts';
import { qualifiedTargets } from './qualified-targets.ts';
import { usage } from './usage.ts';
import { argumentOf } from './use-conditions.ts';
import { calledName } from './written-expression.ts';

const STICKY = 0o1000;
const SET_GROUP = 0o2000;
const OTHER_READ_OR_SEARCH = 0o005;

interface Verdict {
  readonly wording?: string;
  readonly tier?: 'hotspot';
  readonly level?: 'note';
}

// Calls that give the text of a private key, to be written to a file.
const keyMakers =
  /^(?:private_bytes|private_bytes_raw|export_private_key|save_pkcs1|exportKey|export_key|write_private_key_file|dump_privatekey|generate_private_key)$/;

export const fileMode: CreateDetector<'file-mode'> = (context) => {
  const { rule, knowledge, report } = context;
  const asData = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  const credentials = new RegExp(rule.credentials, 'iu');
  const secretFiles = new RegExp(rule.secretFiles, 'iu');
  const publicFiles = new RegExp(rule.publicFiles, 'iu');

  /** What a mode that is set as given means for a file of this name. */
  const judgeSet = (mode: number, name: string): Verdict | undefined => {
    if (grantsRight(mode, 'other-write')) return (mode & STICKY) !== 0 ? { tier: 'hotspot' } : {};
    const isCredential = credentials.test(name) && !publicFiles.test(name);
    if (grantsRight(mode, 'group-write') && isCredential) return { wording: 'group_credentials' };
    if (grantsRight(mode, 'other-read') && secretFiles.test(name) && !publicFiles.test(name))
      return { wording: 'read' };
    // 0o775; a mode for one group alone (0o770) or with its bit set (0o2775) is made for sharing.
    const shared = (mode & OTHER_READ_OR_SEARCH) !== OTHER_READ_OR_SEARCH || (mode & SET_GROUP) !== 0;
    return grantsRight(mode, 'group-write') && !shared ? { wording: 'group', tier: 'hotspot' } : undefined;
  };

  /** The same for a mode that the umask still takes rights from. */
  const judgeMade = (mode: number, name: string, isDirectory: boolean, site: Site): Verdict | undefined => {
    if (grantsRight(mode, 'other-write'))
      return (mode & STICKY) === 0 && clearsUmask(site) ? {} : { wording: 'made', tier: 'hotspot', level: 'note' };
    if (isDirectory || !grantsRight(mode, 'other-read')) return undefined;
    return secretFiles.test(name) && !publicFiles.test(name) ? { wording: 'read' } : undefined;
  };

  /** The module sets the umask to 0, for good or in this function. */
  const clearsUmask = ({ module, functionIndex }: Site): boolean =>
    module.index.calls.some((call) => {
      const argument = onlyArgument(module, call);
      if (argument < 0 || !/^0o?0*$/.test(module.tree.text(argument)) || !isUmask(module, call)) return false;
      return module.functionAround(call) === functionIndex || !isHandedBack(module, call);
    });

  const isUmask = (module: Module, call: number): boolean => {
    const definition = knowledge.project.dotted(
      module,
      module.functionAround(call),
      module.tree.child(call, Field.function),
    );
    return definition?.kind === 'external' && rule.umask.includes(definition.name);
  };

  /** The mask that a call of umask returned is handed back, in this call or another: it was only read or set for a while. */
  const isHandedBack = (module: Module, call: number): boolean => {
    const { tree, index } = module;
    const parent = tree.parent(call);
    if (tree.kind(parent) === Kind.argument_list) return isUmask(module, tree.parent(parent));
    if (tree.kind(parent) !== Kind.assignment) return false;
    const kept = lastName(module, tree.child(parent, Field.left));
    return (
      kept !== '' &&
      index.calls.some((other) => {
        const argument = onlyArgument(module, other);
        return argument >= 0 && lastName(module, argument) === kept && isUmask(module, other);
      })
    );
  };

  /** The function makes a private key, and nothing in the name says that this file is another one. */
  const isBesideKey = ({ module, functionIndex }: Site, name: string): boolean =>
    !publicFiles.test(name) &&
    module.index.calls.some(
      (call) => keyMakers.test(calledName(module.tree, call)) && module.functionAround(call) === functionIndex,
    );

  const onCall = (event: CallEvent): void => {
    const isKnown = qualifiedTargets(event.targets).some((name) => (rule.sets[name] ?? rule.makes[name]) !== undefined);
    if (!isKnown) asData.observer?.call?.(event);
    for (const qualified of qualifiedTargets(event.targets)) {
      const set = rule.sets[qualified];
      const made = rule.makes[qualified];
      const asked = set ?? made;
      if (rule.umask.includes(qualified)) {
        const mask = modesOf(event.arguments.positional[0]?.value);
        if (mask?.every((mode) => mode === 0) !== true || isHandedBack(event.module, event.node)) return;
        report({ ...siteOf(event), wording: 'umask', values: { name: qualified } });
        return;
      }
      if (asked === undefined) continue;
      const argument = argumentOf(event.arguments, asked.mode);
      const modes = modesOf(argument?.value);
      if (modes === undefined) {
        if (set !== undefined && argument !== undefined && addsOtherWrite(event.module, argument.node))
          report({ ...siteOf(event), values: { name: qualified, mode: 'the right added' } });
        return;
      }
      const name = nameOfFile(event, asked.path);
      const verdicts = modes.map((mode) =>
        set === undefined
          ? judgeMade(mode, name, asked.directory === true, event)
          : (judgeSet(mode, name) ??
            (grantsRight(mode, 'other-read') && isBesideKey(event, name)
              ? { wording: 'read_beside', tier: 'hotspot' as const }
              : undefined)),
      );
      const [first] = verdicts;
      // Of several possible modes all have to be too wide.
      if (first === undefined || verdicts.includes(undefined)) return;
      report({
        ...siteOf(event),
        ...first,
        values: { name: qualified, mode: modes.map((mode) => `0o${mode.toString(8)}`).join(' or ') },
      });
      return;
    }
  };

  const names = [...Object.keys(rule.sets), ...Object.keys(rule.makes), ...rule.umask];
  return {
    observer: { ...asData.observer, call: onCall },
    hears: {
      ...asData.hears,
      calls: [...(asData.hears?.calls ?? []), ...names.map((name) => name.slice(name.lastIndexOf('.') + 1))],
    },
    interest: {
      ...asData.interest,
      calls: [...(asData.interest?.calls ?? []), ...names.map(callInterest)],
    },
  };
};

function siteOf({ module, functionIndex, node }: Site): Site {
  return { module, functionIndex, node };
}

/** `mode | stat.S_IWOTH`: the right is added to whatever there is. */
function addsOtherWrite(module: Module, node: number): boolean {
  const { tree } = module;
  if (node < 0) return false;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return addsOtherWrite(module, node + 1);
    case Kind.binary_operator: {
      if (tree.kind(tree.child(node, Field.operator)) !== Kind["'|'"]) return false;
      return [Field.left, Field.right].some((field) => addsOtherWrite(module, tree.child(node, field)));
    }
    case Kind.integer:
      return grantsRight(Number(tree.text(node).replaceAll('_', '')), 'other-write');
    case Kind.attribute:
    case Kind.identifier:
      return /^S_I(?:WOTH|RWXO)$/.test(lastName(module, node));
    default:
      return false;
  }
}

function modesOf(value: Value | undefined): number[] | undefined {
  const modes = value?.constants?.map(numberOf);
  return modes === undefined || modes.length === 0 || modes.includes(undefined) ? undefined : (modes as number[]);
}

/** What is known of a file's name: its text, and the names and texts that its expression is made of. */
function nameOfFile(event: CallEvent, key: string): string {
  const { tree } = event.module;
  const callee = tree.child(event.node, Field.function);
  const isReceiver = key === 'self';
  const argument = isReceiver ? undefined : argumentOf(event.arguments, key);
  const node = isReceiver ? tree.child(callee, Field.object) : argument?.node;
  const words = (argument?.value.constants ?? []).map((constant) => textOf(constant) ?? '');
  for (const part of argument?.value.text ?? []) if (typeof part === 'string') words.push(part);
  if (node !== undefined) {
    for (let inner = node; inner < tree.next(node); inner++) if (tree.text(inner) !== '') words.push(tree.text(inner));
  }
  return words.join(' ');
}

function onlyArgument({ tree }: Module, call: number): number {
  const [first, second] = tree.children(tree.child(call, Field.arguments));
  return first === undefined || second !== undefined ? -1 : first;
}

function lastName({ tree }: Module, node: number): string {
  return tree.text(tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node);
}
