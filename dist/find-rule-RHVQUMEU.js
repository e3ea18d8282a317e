import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  findRule,
  requireRule
} from "./chunk-W65A6XST.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";
export {
  findRule,
  requireRule
};
