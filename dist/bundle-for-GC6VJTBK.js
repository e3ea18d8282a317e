import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-P37OJOZD.js";
import "./chunk-HCN2NAN2.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
