import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-3N3R262I.js";
import "./chunk-24VALN2J.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
