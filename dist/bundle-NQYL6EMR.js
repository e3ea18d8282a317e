import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-A2VC3PVH.js";
import "./chunk-RVTCQXDU.js";
export {
  bundle
};
