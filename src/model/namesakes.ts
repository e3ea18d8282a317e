// How many functions of a checkout have the same name. A name that many have says little about which one is meant.
import type { ProjectModel } from './project-model.ts';

const MAX_NAMESAKES = 4;

/** Whether more functions have a name, by its number, than a call of it could mean. */
export function createCommonNames(project: ProjectModel): (name: number) => boolean {
  const counts = new Map<number, number>();
  for (const { index } of project.modules) {
    for (const { name } of index.functions) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (name) => (counts.get(name) ?? 0) > MAX_NAMESAKES;
}
