import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-LB5ZP76H.js";
import "./chunk-I4DH6LSQ.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
