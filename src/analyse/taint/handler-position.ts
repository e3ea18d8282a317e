// Which parameter of a handler one is, as models count: from the first after self.
import { MODULE } from '../../model/file-index.ts';
import type { Frame } from '../interpreter/frame.ts';

/** Position of the parameter with an index, from 0; -1 for self. */
export function parameterPosition(frame: Frame, index: number): number {
  const { methodOf } = frame.module.index.functions[frame.functionIndex]!;
  return methodOf !== MODULE && frame.selfName !== 0 ? index - 1 : index;
}
