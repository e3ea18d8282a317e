import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readOwnFiles,
  withOwnRules
} from "./chunk-UQQM5WQ3.js";
import "./chunk-EUTYEI3G.js";
import "./chunk-X3BV3OCD.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-ETEU7JQO.js";
import "./chunk-RVTCQXDU.js";
export {
  readOwnFiles,
  withOwnRules
};
