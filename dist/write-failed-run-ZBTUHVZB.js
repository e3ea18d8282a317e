import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  descriptorReference,
  escapeMessage,
  notificationDescriptors,
  toolName
} from "./chunk-LGCGVRD7.js";
import "./chunk-JON3PTKK.js";
import {
  writeResultFile
} from "./chunk-BNZUG7BT.js";
import "./chunk-TAZYNEVG.js";
import "./chunk-CCYPABZL.js";
import "./chunk-4VJFYAOQ.js";
import {
  version
} from "./chunk-TEBEN6QG.js";
import "./chunk-QIWHAPUH.js";
import "./chunk-RVTCQXDU.js";

// src/deliver/write-failed-run.ts
import { realpathSync } from "node:fs";
import { resolve } from "node:path";

// src/report/sarif/failed-run.ts
function failedRun(reason, isConfiguration, informationUri = void 0) {
  let message = { text: escapeMessage(reason) }, notice = isConfiguration ? { descriptor: descriptorReference("PVC001"), level: "error", message } : { level: "error", message };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            semanticVersion: version,
            version,
            ...informationUri === void 0 ? {} : { informationUri },
            rules: [],
            notifications: [...notificationDescriptors]
          }
        },
        columnKind: "utf16CodeUnits",
        defaultSourceLanguage: "python",
        invocations: [
          {
            executionSuccessful: !1,
            toolExecutionNotifications: isConfiguration ? [] : [notice],
            toolConfigurationNotifications: isConfiguration ? [notice] : []
          }
        ],
        results: []
      }
    ]
  };
}

// src/report/render-failure.ts
function renderFailure(reason, isConfiguration, informationUri) {
  return `${JSON.stringify(failedRun(reason, isConfiguration, informationUri), null, 2)}
`;
}

// src/deliver/write-failed-run.ts
function writeFailedRun(workspace, paths, reason, isConfiguration, informationUri) {
  let text = renderFailure(reason, isConfiguration, informationUri);
  return paths.find((path) => {
    try {
      let within = realpathSync(workspace);
      return writeResultFile(resolve(within, path), text, within), !0;
    } catch {
      return !1;
    }
  });
}
export {
  writeFailedRun
};
