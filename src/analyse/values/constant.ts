// Python constants, and the operations on them that decide branches, texts and budgets.
// Leaves alone: everything that is not constant.

export type Constant =
  | { readonly type: 'str' | 'bytes'; readonly value: string }
  | { readonly type: 'int' | 'float'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'none' };

export const none: Constant = { type: 'none' };
export const trueConstant: Constant = { type: 'bool', value: true };
export const falseConstant: Constant = { type: 'bool', value: false };

export const bool = (value: boolean): Constant => (value ? trueConstant : falseConstant);
export const str = (value: string): Constant => ({ type: 'str', value });
export const int = (value: number): Constant => ({ type: 'int', value });

/** Python's equality: `1 == 1.0 == True`, text and bytes differ. */
export function equalConstants(a: Constant, b: Constant): boolean {
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== undefined && right !== undefined) return left === right;
  if (a.type !== b.type) return false;
  return a.type === 'none' || b.type === 'none' || a.value === b.value;
}

/** The numeric value, with booleans as 0 and 1. */
export function numberOf(constant: Constant): number | undefined {
  switch (constant.type) {
    case 'int':
    case 'float':
      return constant.value;
    case 'bool':
      return constant.value ? 1 : 0;
    default:
      return undefined;
  }
}

/** The text of str and bytes. */
export function textOf(constant: Constant): string | undefined {
  return constant.type === 'str' || constant.type === 'bytes' ? constant.value : undefined;
}

export function isTrue(constant: Constant): boolean {
  switch (constant.type) {
    case 'none':
      return false;
    case 'bool':
      return constant.value;
    case 'str':
    case 'bytes':
      return constant.value !== '';
    default:
      return constant.value !== 0;
  }
}

/** A key that is equal for equal constants, for dict entries. */
export function constantKey(constant: Constant): string {
  const number = numberOf(constant);
  if (number !== undefined) return `n${number}`;
  return constant.type === 'none' ? 'none' : `${constant.type[0]!}${textOf(constant)!}`;
}

/** As `str()` prints it. */
export function display(constant: Constant): string {
  switch (constant.type) {
    case 'none':
      return 'None';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'float':
      return Number.isInteger(constant.value) ? `${constant.value}.0` : String(constant.value);
    default:
      return String(constant.value);
  }
}

/** The result of a binary operator, or undefined if it raises, is not computed here, or is too large. */
export function binaryOperation(operator: string, a: Constant, b: Constant): Constant | undefined {
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== undefined && right !== undefined)
    return arithmetic(operator, left, right, a.type === 'float' || b.type === 'float');
  if (operator === '+' && a.type === b.type && (a.type === 'str' || a.type === 'bytes')) {
    const value = a.value + textOf(b)!;
    return value.length > MAX_TEXT ? undefined : { type: a.type, value };
  }
  if (operator === '*') {
    const [text, count] = textOf(a) === undefined ? [b, left] : [a, right];
    if ((text.type !== 'str' && text.type !== 'bytes') || count === undefined) return undefined;
    if (text.value.length * count > MAX_TEXT) return undefined;
    return { type: text.type, value: text.value.repeat(Math.max(0, count)) };
  }
  return undefined;
}

// A text longer than this decides nothing that a rule asks about.
const MAX_TEXT = 100_000;

function arithmetic(operator: string, a: number, b: number, isFloat: boolean): Constant | undefined {
  const result = compute(operator, a, b);
  if (result === undefined || !Number.isFinite(result)) return undefined;
  if (isFloat || operator === '/') return { type: 'float', value: result };
  return Number.isSafeInteger(result) ? { type: 'int', value: result } : undefined;
}

function compute(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case '**':
      return a ** b;
    case '|':
    case '&':
    case '^':
      return bitwise(operator, a, b);
    case '<<':
      return b >= 0 && b < 53 ? a * 2 ** b : undefined;
    case '>>':
      return b >= 0 && b < 53 ? Math.floor(a / 2 ** b) : undefined;
    default:
      return undefined;
  }
}

// JavaScript's operators work on 32 bits; larger numbers go through BigInt.
function bitwise(operator: '|' | '&' | '^', a: number, b: number): number | undefined {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return undefined;
  const [x, y] = [BigInt(a), BigInt(b)];
  return Number(operator === '|' ? x | y : operator === '&' ? x & y : x ^ y);
}

/** The result of a comparison, or undefined where it is not decided here. */
export function compareConstants(operator: string, a: Constant, b: Constant): boolean | undefined {
  switch (operator) {
    case '==':
      return equalConstants(a, b);
    case '!=':
    case '<>':
      return !equalConstants(a, b);
    case 'is':
      return a.type === 'none' || b.type === 'none' || a.type === 'bool' || b.type === 'bool'
        ? a.type === b.type && equalConstants(a, b)
        : undefined;
    case 'is not': {
      const same = compareConstants('is', a, b);
      return same === undefined ? undefined : !same;
    }
    case 'in':
    case 'not in': {
      const [needle, text] = [textOf(a), textOf(b)];
      if (needle === undefined || text === undefined) return undefined;
      return text.includes(needle) === (operator === 'in');
    }
    default: {
      const [x, y] = [numberOf(a) ?? textOf(a), numberOf(b) ?? textOf(b)];
      if (x === undefined || y === undefined || typeof x !== typeof y) return undefined;
      return operator === '<'
        ? x < y
        : operator === '<='
          ? x <= y
          : operator === '>'
            ? x > y
            : operator === '>='
              ? x >= y
              : undefined;
    }
  }
}
