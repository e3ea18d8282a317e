import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  describeRule,
  peersText,
  severityText
} from "./chunk-5Q5EGRIY.js";
import "./chunk-RVTCQXDU.js";
export {
  describeRule,
  peersText,
  severityText
};
