import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-36Y32I7O.js";
import "./chunk-6ONM2SDZ.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
