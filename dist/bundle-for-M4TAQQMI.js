import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-RPIIUYAR.js";
import "./chunk-L47B3X5T.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
