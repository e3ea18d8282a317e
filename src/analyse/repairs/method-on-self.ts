// Whether a function can use the methods of its test case. In: a function. Out: yes for a method whose first parameter is `self`.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';

export function isMethodOnSelf({ tree, index }: Module, functionIndex: number): boolean {
  const { methodOf, parameters } = index.functions[functionIndex]!;
  return methodOf !== MODULE && parameters >= 0 && tree.text(parameters + 1) === 'self';
}
