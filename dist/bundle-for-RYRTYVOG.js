import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-QHDLSV5H.js";
import "./chunk-PSUPXIOS.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
