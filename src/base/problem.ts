// Something that kept us from analysing. Never a defect of the scanned code.
import type { FilePath } from './file-path.ts';

/** SARIF notification descriptors; what each means is in `problemKinds`. */
export type ProblemId =
  | 'PVN001'
  | 'PVN002'
  | 'PVN003'
  | 'PVN004'
  | 'PVN005'
  | 'PVN006'
  | 'PVN007'
  | 'PVN008'
  | 'PVN009'
  | 'PVN010'
  | 'PVC001'
  | 'PVC002'
  | 'PVC003'
  | 'PVC004';

export interface Problem {
  readonly id: ProblemId;
  /** A sentence that names the thing and, where the user can act, says what to do. */
  readonly message: string;
  readonly file?: FilePath;
  /** All files that were not looked at, where one problem stands for several. */
  readonly files?: readonly FilePath[];
  /** Line of the file, from 1. */
  readonly line?: number;
  /** Code of the rule that failed or was limited. */
  readonly rule?: string;
  /** True if a clean verdict must not be given in spite of it (`design.md` §6: incomplete). */
  readonly hidesCode: boolean;
}

export const problemKinds: Readonly<
  Record<ProblemId, { readonly name: string; readonly level: 'error' | 'warning' | 'note' }>
> = {
  PVN001: { name: 'FileNotParsed', level: 'warning' },
  PVN002: { name: 'FileSkipped', level: 'note' },
  PVN003: { name: 'UploadTruncated', level: 'warning' },
  PVN004: { name: 'AnalysisLimit', level: 'warning' },
  PVN005: { name: 'RuleFailed', level: 'error' },
  PVN006: { name: 'UnresolvedImport', level: 'note' },
  PVN007: { name: 'UnmodelledFramework', level: 'note' },
  PVN008: { name: 'OpaqueConstruct', level: 'note' },
  PVN009: { name: 'MissingDependency', level: 'note' },
  PVN010: { name: 'AdvisoriesNotRead', level: 'warning' },
  PVC001: { name: 'ConfigProblem', level: 'warning' },
  PVC002: { name: 'UnusedSuppression', level: 'note' },
  PVC003: { name: 'SuppressionWithoutReason', level: 'note' },
  PVC004: { name: 'SuppressionReopened', level: 'warning' },
};
