import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-42DRWP6G.js";
import "./chunk-IJMW45IR.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
