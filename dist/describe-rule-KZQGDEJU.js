import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  describeRule,
  peersText,
  severityText
} from "./chunk-GNBVX7WW.js";
import "./chunk-4VJFYAOQ.js";
import "./chunk-RVTCQXDU.js";
export {
  describeRule,
  peersText,
  severityText
};
