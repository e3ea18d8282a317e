// What the interpreter knows at each call of `probe(value)`, in words.
import { Engine } from '../../src/analyse/interpreter/engine.ts';
import { ApiModels } from '../../src/analyse/taint/api-models.ts';
import type { CallEvent } from '../../src/analyse/interpreter/events.ts';
import { display } from '../../src/analyse/values/constant.ts';
import type { Value } from '../../src/analyse/values/value.ts';
import { MODULE } from '../../src/model/file-index.ts';
import { projectOf } from '../model/project-of.ts';

/** One line for each call of `probe`, in the order of path and line: what its arguments are. */
export function probe(files: Readonly<Record<string, string>> | string): string[] {
  const project = projectOf(typeof files === 'string' ? { 'main.py': files } : files);
  const found: { path: string; line: number; text: string }[] = [];
  const call = (event: CallEvent): void => {
    if (!event.targets.some((target) => target.kind === 'symbol' && target.name === 'probe')) return;
    const { positional, keywords, hasDoubleStar } = event.arguments;
    const texts = positional.map((argument) => describe(argument.value, event));
    for (const [name, argument] of keywords) texts.push(`${name}=${describe(argument.value, event)}`);
    if (hasDoubleStar) texts.push('**');
    found.push({ path: event.module.path, line: event.module.tree.lineOf(event.node), text: texts.join(', ') });
  };
  const models = new ApiModels([{ model: 'test', call: ['ssl.create_default_context'], returns: 'ssl.SSLContext' }]);
  const engine = new Engine(project, { observers: [{ call }], models });
  for (const module of project.modules) {
    engine.runModule(module);
    module.index.functions.forEach((_, index) => index !== MODULE && engine.summary(module, index));
  }
  return found.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1)).map(({ text }) => text);
}

/** `1`, `'a' or 'b'`, `requests.Session()`, `'SELECT ' + ?`, `{a: 1}`, `?`; the origin in brackets if it is not plain. */
function describe(value: Value, event: CallEvent): string {
  const origin = ['parameter', 'config', 'class', 'module'].includes(value.origin) ? ` [${value.origin}]` : '';
  const fallback = value.origin === 'config' && value.fallback !== undefined ? ` else ${display(value.fallback)}` : '';
  return bare(value, event) + origin + fallback;
}

function bare(value: Value, event: CallEvent): string {
  if (value.constants !== undefined) {
    return value.constants
      .map((constant) => (constant.type === 'str' ? `'${constant.value}'` : display(constant)))
      .join(' or ');
  }
  const [held] = event.holds(value);
  if (held !== undefined && held.kind !== 'instance') {
    const entries = [...held.entries].map(
      ([key, entry]) => (held.kind === 'dict' ? `${key.slice(1)}: ` : '') + bare(entry, event),
    );
    if (held.rest !== undefined) entries.push(`*${bare(held.rest, event)}`);
    return `${held.kind}(${entries.join(', ')})`;
  }
  if (value.text !== undefined)
    return value.text.map((part) => (typeof part === 'string' ? `'${part}'` : '?')).join(' + ');
  const names = value.denotes.map((denotation) => {
    switch (denotation.kind) {
      case 'symbol':
        return denotation.name;
      case 'instance':
        return `${denotation.of}()`;
      case 'member':
        return `${denotation.of}().${denotation.name}`;
      case 'module':
        return denotation.module.name;
      case 'function':
        return `def ${denotation.module.qualifiedName(denotation.index)}`;
      case 'class':
        return `class ${denotation.module.qualifiedClassName(denotation.index)}`;
      case 'object':
        return `${denotation.module.qualifiedClassName(denotation.index)}()`;
    }
  });
  return names.length === 0 ? '?' : names.join(' | ');
}
