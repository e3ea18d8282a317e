import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-ITKUUXMR.js";
import "./chunk-WW7RR52F.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
