// The templates of a checkout, read once per project and when first asked for. In: the texts that `discover` kept. Out: templates with what
// they write, by path and by the name that code renders them by.
import { Buffer } from 'node:buffer';
import type { FilePath } from '../base/file-path.ts';
import type { ByteRange } from '../base/region.ts';
import { isTemplateFile } from '../discover/template-file.ts';
import type { TemplateLanguage } from '../parse/templates/language.ts';
import { isPage, languageOf } from '../parse/templates/language.ts';
import type { TemplateFacts } from '../parse/templates/read-template.ts';
import { readTemplate } from '../parse/templates/read-template.ts';
import type { ProjectModel } from './project-model.ts';

/** One template file. */
export interface Template {
  readonly path: FilePath;
  readonly language: TemplateLanguage;
  /** It makes a page of HTML. */
  readonly isPage: boolean;
  readonly facts: TemplateFacts;
  /** Offsets of the text as bytes of the file. */
  readonly range: (start: number, end: number) => ByteRange;
}

export interface Templates {
  /** By path. */
  readonly all: readonly Template[];
  /** The template of a name, nearest to the file that names it; undefined if there is none. */
  readonly named: (name: string, from: string) => Template | undefined;
}

const cache = new WeakMap<ProjectModel, Templates>();

/** The templates of a project. */
export function templatesOf(project: ProjectModel): Templates {
  let found = cache.get(project);
  if (found === undefined) cache.set(project, (found = readAll(project)));
  return found;
}

function readAll({ projectFiles }: ProjectModel): Templates {
  const all = projectFiles.flatMap(({ path, text }): Template[] => {
    const language = isTemplateFile(path) ? languageOf(path, text) : undefined;
    if (language === undefined) return [];
    return [createTemplate(path, text, language)];
  });
  const byName = new Map<string, Template[]>();
  for (const template of all) {
    const name = lastOf(template.path);
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [template]);
    else list.push(template);
  }
  const named = (asked: string, from: string): Template | undefined => {
    const name = asked.replace(/^\/+|^[\w.]+:(?=[\w./-]+$)/g, '').replace(/^templates\//, '');
    const fits = ({ path }: Template): boolean => path === name || path.endsWith(`/${name}`);
    return (byName.get(lastOf(name)) ?? [])
      .filter(fits)
      .toSorted((a, b) => shared(b.path, from) - shared(a.path, from) || a.path.length - b.path.length)[0];
  };
  return { all, named };
}

function createTemplate(path: FilePath, text: string, language: TemplateLanguage): Template {
  let facts: TemplateFacts | undefined;
  return {
    path,
    language,
    isPage: isPage(path, text),
    get facts() {
      return (facts ??= readTemplate(text, language));
    },
    range: (start, end) => ({
      start: Buffer.byteLength(text.slice(0, start)),
      end: Buffer.byteLength(text.slice(0, end)),
    }),
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** How many folders two paths have in common. */
function shared(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < x.length - 1 && count < y.length - 1 && x[count] === y[count]) count++;
  return count;
}
