import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-SQEKAW2B.js";
import "./chunk-HC2LSNFR.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
