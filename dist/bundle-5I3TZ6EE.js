import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-6IW5QSYA.js";
import "./chunk-RVTCQXDU.js";
export {
  bundle
};
