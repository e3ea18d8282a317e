// The detector `template-unescaped`: values that a template writes into its page as they are, or where escaping does not help. In: the templates
// of a checkout. Out: a detection for each. Leaves alone: where the values come from, which the rules about untrusted data ask, and
// templates of checkouts in which nothing renders any.
import type { Template } from '../../model/templates.ts';
import { templatesOf } from '../../model/templates.ts';
import type { HarmfulOperand } from '../../parse/templates/harm.ts';
import { harmfulOperands, isPlainData, isSentByVisitor } from '../../parse/templates/harm.ts';
import { isMail } from '../../parse/templates/language.ts';
import type { TemplateOutput } from '../../parse/templates/read-template.ts';
import type { CreateDetector } from './detector.ts';

/** What the strict rule speaks about; the other one has the rest, and scripts with values that are only escaped for HTML. */
function isFound(find: 'unescaped' | 'places', found: HarmfulOperand, { path }: Template): boolean {
  const { harm } = found;
  if (isSentByVisitor(found)) return find === 'unescaped';
  if (harm === 'address' || harm === 'string') return false;
  const isStrict = harm !== 'script' && isPlainData(found) && !isMail(path);
  return isStrict === (find === 'unescaped');
}

export const templateUnescaped: CreateDetector<'template-unescaped'> = ({ rule, knowledge, reportFile }) => ({
  finish: () => {
    const { project } = knowledge;
    const templates = templatesOf(project).all.filter(({ isPage }) => isPage);
    if (templates.length === 0) return;
    const packages = new Set(rule.imports);
    const renders = project.modules.some((module) =>
      module.importTargets().some((name) => packages.has(name.split('.', 1)[0]!)),
    );
    if (!renders) return;
    for (const template of templates) {
      for (const output of template.facts.outputs) {
        const first = harmfulOperands(output, template.facts, true).find((one) => isFound(rule.find, one, template));
        if (first === undefined) continue;
        const range = template.range(output.start, output.end);
        reportFile({
          file: template.path,
          range,
          statement: range,
          ...(isSentByVisitor(first)
            ? { wording: 'sent', tier: 'defect' as const }
            : { wording: wordingOf(first, output) }),
          values: { value: output.written, by: first.by, place: placeName(output) },
        });
      }
    }
  },
});

function wordingOf({ harm, by }: HarmfulOperand, { place }: TemplateOutput): string {
  if (harm !== 'raw') return harm;
  if (place.in === 'script') return by === '' ? 'raw_script' : 'marked_script';
  return by === '' ? 'raw' : 'marked';
}

function placeName({ place }: TemplateOutput): string {
  if (place.in === 'attribute') return place.name;
  return place.in === 'script' ? 'a script' : 'the page';
}
