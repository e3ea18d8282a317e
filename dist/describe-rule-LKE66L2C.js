import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  describeRule,
  peersText,
  severityText
} from "./chunk-FID4BVNU.js";
import "./chunk-FRDU35D3.js";
import "./chunk-RVTCQXDU.js";
export {
  describeRule,
  peersText,
  severityText
};
