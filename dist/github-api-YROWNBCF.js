import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  connect,
  withoutToken
} from "./chunk-T4JXIMOV.js";
import "./chunk-TEBEN6QG.js";
import "./chunk-RVTCQXDU.js";
export {
  connect,
  withoutToken
};
