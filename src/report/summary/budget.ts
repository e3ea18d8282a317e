// Keeps the job summary within GitHub's size (`github-delivery.md` §11.2): above it, the whole summary is dropped. What
// must be there comes first; the rest is added by priority while it fits, in shorter forms where the long one does not.

export interface Section {
  /** Lower is more important; 0 is mandatory. */
  readonly priority: number;
  /** The same content from rich to poor, each complete Markdown. The last one is always short. Empty: no section. */
  readonly forms: readonly string[];
}

export interface Budget {
  /** Bytes of UTF-8 up to which optional sections are added. */
  readonly target: number;
  /** Bytes of UTF-8 that are never exceeded. */
  readonly hardStop: number;
}

export const summaryBudget: Budget = { target: 200 * 1024, hardStop: 900 * 1024 };

/** The sections in the order given, each in the richest form for which there is room after the more important ones. */
export function assemble(sections: readonly Section[], budget: Budget = summaryBudget): string {
  const chosen = new Map<Section, string>();
  // What every section takes at least, so that a rich one cannot push out the last word of a later one.
  let used = sections.reduce((sum, section) => sum + bytes(section.forms.at(-1) ?? ''), 0);
  for (const section of [...sections].sort((a, b) => a.priority - b.priority)) {
    const least = bytes(section.forms.at(-1) ?? '');
    const limit = section.priority === 0 ? budget.hardStop : budget.target;
    const form = section.forms.find((text) => used - least + bytes(text) <= limit);
    if (form !== undefined) {
      used += bytes(form) - least;
      chosen.set(section, form);
    } else {
      used -= least;
    }
  }
  const texts = sections.flatMap((section) => chosen.get(section) ?? []).filter((text) => text !== '');
  return `${texts.join('\n\n')}\n`;
}

function bytes(text: string): number {
  return text === '' ? 0 : Buffer.byteLength(text) + 2;
}
