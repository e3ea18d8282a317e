import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-XQDXTJB7.js";
import "./chunk-DI577EUD.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
