import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-CWGZRVB4.js";
import "./chunk-4PLHQAIL.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
