import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-E2FDWH7U.js";
import "./chunk-MWTCKF7C.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
