import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-V5C32LMS.js";
import "./chunk-RVTCQXDU.js";
export {
  bundle
};
