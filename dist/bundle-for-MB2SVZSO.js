import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-CMN6QSAW.js";
import "./chunk-CY4WIP3O.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
