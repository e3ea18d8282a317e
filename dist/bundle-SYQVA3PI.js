import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-MTE666VD.js";
import "./chunk-RVTCQXDU.js";
export {
  bundle
};
