import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-SBXURS75.js";
import "./chunk-NIWCAK5D.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
