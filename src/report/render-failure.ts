// What is reported of a run that ended before there was anything to report. In: why. Out: the text of its SARIF.
import { failedRun } from './sarif/failed-run.ts';

/** The SARIF of a failed run as text; `isConfiguration`: the user can mend it. */
export function renderFailure(reason: string, isConfiguration: boolean, informationUri?: string): string {
  return `${JSON.stringify(failedRun(reason, isConfiguration, informationUri), null, 2)}\n`;
}
