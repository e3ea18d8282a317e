import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-FVVNO5EO.js";
import "./chunk-TSFG6FFK.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
