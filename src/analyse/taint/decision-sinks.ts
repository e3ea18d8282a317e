// Decisions by an address that the client itself may state: comparisons, membership tests and beginnings of a value that comes
// from a header such as X-Forwarded-For, and tables that are kept by it. In: comparisons, method calls and entries with the values
// known there. Out: records in the sink log. Leaves alone: what the decision is about.
import type { Argument } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';

const entry: ApiEntry = {
  entry: { kind: ['sink:decision'], model: 'built in' },
  sources: [],
  sinks: ['decision'],
  sanitizes: 0n,
  guards: 0n,
  propagates: false,
  argument: undefined,
};

const operators = new Set(['==', '!=', 'in', 'not in']);
// In a helper only a parameter that by its name may be an address is worth asking its callers about.
const addressName = /(?:^|_)(?:ip|ips|addr|address|host|client|remote|peer|forwarded|origin)(?:_|$)|ip$|addr/i;

/** `left operator right`. */
export function comparedAddress(frame: Frame, node: number, operator: string, left: Argument, right: Argument): void {
  if (!isListening(frame) || !operators.has(operator)) return;
  if (!isPlaceholder(right.value)) record(frame, node, left);
  if (operator !== 'in' && operator !== 'not in' && !isPlaceholder(left.value)) record(frame, node, right);
}

/** `address.startswith("10.")` */
export function beginningOfAddress(frame: Frame, node: number, receiver: Value, method: string): void {
  if (method === 'startswith' && isListening(frame)) record(frame, node, { node, value: receiver });
}

/** `attempts[address] += 1` */
export function addressAsKey(frame: Frame, node: number, key: Argument): void {
  if (isListening(frame)) record(frame, node, key);
}

function isListening({ engine, recording }: Frame): boolean {
  return recording && engine.sinks?.isWanted('decision') === true;
}

/** What asks whether there is an address at all. */
function isPlaceholder(value: Value): boolean {
  const constant = onlyConstant(value);
  return constant !== undefined && (constant.type === 'none' || /^(?:|unknown|none)$/i.test(textOf(constant) ?? '-'));
}

function record(frame: Frame, node: number, argument: Argument): void {
  const { module, functionIndex, engine } = frame;
  if (!mayBeAddress(frame, argument)) return;
  const args = { ...noArguments, positional: [argument] };
  engine.sinks!.call(frame, { module, node, functionIndex, names: [], method: '', receiver: undefined, args, entry });
}

function mayBeAddress({ tree }: Frame, { node, value: { taint } }: Argument): boolean {
  if (taint === undefined) return false;
  if (taint.marks.some(({ source }) => source?.kind === 'client-ip')) return true;
  return taint.marks.some(({ parameter }) => parameter !== undefined) && node >= 0 && addressName.test(tree.text(node));
}
