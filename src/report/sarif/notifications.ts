// Notifications: what kept us from analysing and what is odd in the configuration (`github-delivery.md` §6.2).
import type { Notification, ReportingDescriptor } from 'sarif';
import { problemKinds, type Problem, type ProblemId } from '../../base/problem.ts';
import type { SkippedFile } from '../../discover/source-set.ts';
import { skipReasonText } from '../skip-reasons.ts';
import { compareText } from '../../findings/group.ts';
import { groupBy } from '../group-by.ts';
import { count } from '../text/count.ts';
import { artifactLocation } from './locations.ts';
import { escapeMessage } from './message-text.ts';
import type { Descriptors } from './rule-descriptors.ts';

const ids = Object.keys(problemKinds) as ProblemId[];

/** Skipped files named one by one, for each reason; a checkout with a vendored tree has thousands. */
const skippedPerReason = 20;

const descriptions: Readonly<Record<ProblemId, string>> = {
  PVN001: 'A file could not be parsed, wholly or in part.',
  PVN002: 'A file was left out: too large, binary, in an unknown encoding, excluded, generated or vendored.',
  PVN003: 'Not every finding was sent to code scanning.',
  PVN004: 'A limit on time, call depth or number of paths was reached.',
  PVN005: 'A rule failed on a file; the other rules went on.',
  PVN006: 'Imports could not be resolved.',
  PVN007: 'A framework is used that no model describes.',
  PVN008: 'Code is built or changed at run time, out of sight of the analysis.',
  PVN009: 'A declared dependency is not in the checkout.',
  PVN010: 'Advisories about dependencies could not be had, wholly or in part.',
  PVC001: 'Something in the configuration is wrong or has no effect.',
  PVC002: 'A suppression names an unknown rule or suppresses nothing.',
  PVC003: 'A suppression gives no reason, and reasons are required.',
  PVC004: 'A suppression accepts another path than the one that is there now, so the finding is reported again.',
};

export const notificationDescriptors: readonly ReportingDescriptor[] = ids.map((id) => ({
  id,
  name: problemKinds[id].name,
  shortDescription: { text: descriptions[id] },
  fullDescription: { text: descriptions[id] },
  help: { text: descriptions[id] },
  defaultConfiguration: { level: problemKinds[id].level },
}));

/** Problems and skipped files as tool and configuration notifications, in the order of the problems. */
export function notifications(
  problems: readonly Problem[],
  skipped: readonly SkippedFile[],
  descriptors: Descriptors,
): { tool: Notification[]; configuration: Notification[] } {
  const named = new Set(
    problems.flatMap((problem) => (problem.id === 'PVN002' && problem.file !== undefined ? [problem.file] : [])),
  );
  const tool = problems.filter((problem) => !problem.id.startsWith('PVC'));
  const configuration = problems.filter((problem) => problem.id.startsWith('PVC'));
  return {
    tool: [
      ...tool.map((problem) => notification(problem, descriptors)),
      ...skippedNotifications(skipped.filter((file) => !named.has(file.path))),
    ],
    configuration: configuration.map((problem) => notification(problem, descriptors)),
  };
}

/** `PVN003`, which only the uploaded file carries. */
export function truncationNotification(text: string): Notification {
  return {
    descriptor: descriptorReference('PVN003'),
    level: problemKinds.PVN003.level,
    message: { text: escapeMessage(text) },
  };
}

function notification(problem: Problem, descriptors: Descriptors): Notification {
  const associated = [problem.rule ?? '', `${problem.rule ?? ''}/review`].find((id) => descriptors.indexOf.has(id));
  return {
    descriptor: descriptorReference(problem.id),
    level: problemKinds[problem.id].level,
    message: { text: escapeMessage(problem.message) },
    ...(associated === undefined
      ? {}
      : { associatedRule: { id: associated, index: descriptors.indexOf.get(associated) ?? -1 } }),
    ...(problem.file === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: artifactLocation(problem.file),
                ...(problem.line === undefined ? {} : { region: { startLine: problem.line } }),
              },
            },
          ],
        }),
  };
}

function skippedNotifications(skipped: readonly SkippedFile[]): Notification[] {
  const byPath = [...skipped].sort((a, b) => compareText(a.path, b.path));
  const byReason = groupBy(byPath, (file) => file.reason);
  return [...byReason]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, files]) => {
      const named = files.slice(0, skippedPerReason).map((file): Notification => ({
        descriptor: descriptorReference('PVN002'),
        level: problemKinds.PVN002.level,
        message: { text: escapeMessage(`Skipped: ${skippedBecause(files)} (${file.detail}).`) },
        locations: [{ physicalLocation: { artifactLocation: artifactLocation(file.path) } }],
      }));
      const rest = files.length - named.length;
      if (rest === 0) return named;
      const text = `Skipped: ${count(rest, 'more file')} (${skippedBecause(files)}).`;
      return [
        ...named,
        { descriptor: descriptorReference('PVN002'), level: problemKinds.PVN002.level, message: { text } },
      ];
    });
}

function skippedBecause([first]: readonly SkippedFile[]): string {
  return first ? skipReasonText[first.reason] : '';
}

/** How a notification names what kind it is of. */
export function descriptorReference(id: ProblemId): { id: string; index: number } {
  return { id, index: ids.indexOf(id) };
}
