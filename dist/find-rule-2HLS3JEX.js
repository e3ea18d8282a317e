import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  findRule,
  requireRule
} from "./chunk-NCHKHIWC.js";
import "./chunk-LSZVFLMB.js";
import "./chunk-RVTCQXDU.js";
export {
  findRule,
  requireRule
};
