import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
