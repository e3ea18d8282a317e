// What the parts of a command can do: the program and what a shell reads, and the arguments of programs with dangerous options.
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { str } from '../values/constant.ts';
import { constantValue } from '../values/value.ts';
import { quotedTwice } from './shell-quoting.ts';
import { harmOfOptions, takesValue } from './program-options.ts';
import type { SinkPart } from './sink-part.ts';
import { constantText, elementsOf, startsConstant } from './sink-part.ts';

/** What a shell interprets: a text, or a list of which the first element is the command. */
export function shellParts(frame: Frame, value: Value): SinkPart[] {
  const elements = elementsOf(frame, value);
  if (elements === undefined) return readByShell(value);
  return elements.map((element, index) => ({ kind: 'shell', value: element, review: index > 0 }));
}

/** A text that a shell reads as a whole. */
function readByShell(value: Value): SinkPart[] {
  return [value, ...quotedTwice(value)].map((part) => ({ kind: 'shell', value: part }));
}

const interpreters =
  /^(?:sh|bash|dash|zsh|ksh|ash|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh|python[\d.]*|perl|ruby|node|nodejs|php|lua|Rscript|osascript)$/;
const commandOptions = /^(?:-\w*c|\/[cC]|-Command|-e|-r|-EncodedCommand)$/;

/** A command: program and arguments; only its arguments where the API says which program it is. */
export function commandParts(frame: Frame, value: Value, started?: string): SinkPart[] {
  const given = elementsOf(frame, value);
  const elements = started === undefined ? given : [constantValue(str(started)), ...(given ?? [value])];
  // A text is the program's name.
  if (elements === undefined) return [{ kind: 'shell', value, isProgram: true }];
  const [program, ...rest] = elements;
  if (program === undefined) return [];
  const name = lastPathPart(program);
  const found: SinkPart[] = [{ kind: 'shell', value: program, isProgram: true }];
  // `sudo bash -c X`: the interpreter may stand behind the program that starts it.
  let hasInterpreter = name !== undefined && interpreters.test(name);
  let isCommand = false;
  let isOperand = false;
  let isValue = false;
  const harm = name === undefined ? 'telling' : harmOfOptions(name);
  for (const element of rest) {
    const text = constantText(element);
    if (isCommand) found.push(...readByShell(element));
    else if (!isOperand && !isValue && harm !== undefined && !startsConstant(element))
      found.push({ kind: 'argv', value: element, review: harm === 'telling' });
    isValue = text !== undefined && name !== undefined && takesValue(name, text);
    isCommand = hasInterpreter && text !== undefined && commandOptions.test(text);
    if (isCommand) hasInterpreter = false;
    else if (interpreters.test(lastPathPart(element) ?? '')) hasInterpreter = true;
    if (text === '--') isOperand = true;
  }
  return found;
}

function lastPathPart(value: Value): string | undefined {
  return constantText(value)?.split(/[/\\]/).at(-1);
}
