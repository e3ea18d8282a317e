// Qualified names of what is called on an object, and whether they tell anything.
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { ApiModels } from './api-models.ts';

/** Qualified names of a method by the receiver's types outside the checkout. */
export function methodNames(frame: Frame, receiver: Value, method: string): string[] {
  const { models, project } = frame.engine;
  const names: string[] = [];
  for (const denotation of receiver.denotes) {
    switch (denotation.kind) {
      case 'symbol':
        names.push(`${denotation.name}.${method}`);
        break;
      case 'instance':
        names.push(`${models.canonical(denotation.of)}.${method}`);
        break;
      case 'member':
        names.push(`${denotation.of}.${denotation.name}.${method}`);
        break;
      case 'object':
      case 'class':
        if (project.method(denotation, method) !== undefined) break;
        for (const base of project.ancestry(denotation).external) names.push(`${models.canonical(base)}.${method}`);
        break;
      default:
    }
  }
  return names;
}

/** What is called is a method, or something of a module, of which neither model nor name tells anything: no class has it. */
export function isUnresolved(models: ApiModels, names: readonly string[]): boolean {
  return names.every((name) => {
    if (models.call(name) !== undefined) return false;
    const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return !/^_?[A-Z]/.test(owner.slice(owner.lastIndexOf('.') + 1)) && !builtinOwner.test(owner);
  });
}

const builtinOwner = /^(?:str|bytes|list|dict|set|tuple|int|float|bool)$/;
