import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-F6ILKOFC.js";
import "./chunk-Z7EJV536.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
