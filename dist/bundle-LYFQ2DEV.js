import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-BZUJGWSK.js";
import "./chunk-RVTCQXDU.js";
export {
  bundle
};
