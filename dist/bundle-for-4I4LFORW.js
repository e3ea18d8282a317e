import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-MNZFIHI6.js";
import "./chunk-5MIGWAFQ.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
