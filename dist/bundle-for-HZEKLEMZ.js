import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-QNBFUDOQ.js";
import "./chunk-HWH7XQ7A.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
