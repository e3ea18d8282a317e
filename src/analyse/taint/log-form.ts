// The arguments of a log message: `%r` quotes one, `%d` makes a number of it. In: a call that logs. Out: which of its arguments can do harm.
import { textOf } from '../values/constant.ts';
import { onlyConstant } from '../values/value.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';

/** Whether the message before an argument writes it as a literal or a number. */
export function isQuotedByMessage({ positional }: Arguments, argument: Argument): boolean {
  const index = positional.indexOf(argument);
  if (index < 1) return false;
  const message = positional.findIndex(({ value }) => {
    const constant = onlyConstant(value);
    return constant !== undefined && textOf(constant)?.includes('%') === true;
  });
  if (message < 0 || message >= index) return false;
  const text = textOf(onlyConstant(positional[message]!.value)!)!;
  const conversions = [...text.matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([a-zA-Z%])/g)].flatMap(
    ([, type]) => (type === '%' ? [] : [type!]),
  );
  return /^[radiouxXeEfFgG]$/.test(conversions[index - message - 1] ?? '');
}
