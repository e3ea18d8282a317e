import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-DDF6Q7SJ.js";
import "./chunk-DARR2CE4.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
