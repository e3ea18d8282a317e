import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  describeRule,
  peersText,
  severityText
} from "./chunk-WY7PQGSE.js";
import "./chunk-X3BV3OCD.js";
import "./chunk-RVTCQXDU.js";
export {
  describeRule,
  peersText,
  severityText
};
