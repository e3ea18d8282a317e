import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-UZNR36SV.js";
import "./chunk-FB43WP56.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
