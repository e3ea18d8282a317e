import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-UJFYF4CJ.js";
import "./chunk-6A2KSPGD.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
