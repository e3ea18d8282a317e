// The SARIF of a run that ended before there was anything to report: a wrong input, a broken configuration, a fault of ours.
// In: the sentence that says why. Out: a document with one run that was not successful and no result.
import type { Log } from 'sarif';
import { homepage, version } from '../../base/version.ts';
import { escapeMessage } from './message-text.ts';
import { descriptorReference, notificationDescriptors } from './notifications.ts';
import { toolName } from './sarif-log.ts';

/**
 * One run that says of itself that it failed, and why. `isConfiguration` tells whether the user can mend it: then it is a notification
 * about the configuration, else one about the tool. `informationUri` is where the tool is from, if that is known.
 */
export function failedRun(
  reason: string,
  isConfiguration: boolean,
  informationUri: string | undefined = homepage,
): Log {
  const message = { text: escapeMessage(reason) };
  const notice = isConfiguration
    ? { descriptor: descriptorReference('PVC001'), level: 'error' as const, message }
    : { level: 'error' as const, message };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            semanticVersion: version,
            version,
            ...(informationUri === undefined ? {} : { informationUri }),
            rules: [],
            notifications: [...notificationDescriptors],
          },
        },
        columnKind: 'utf16CodeUnits',
        defaultSourceLanguage: 'python',
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: isConfiguration ? [] : [notice],
            toolConfigurationNotifications: isConfiguration ? [notice] : [],
          },
        ],
        results: [],
      },
    ],
  };
}
