import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-WDQR7IUN.js";
import "./chunk-XB3SI5ZU.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
