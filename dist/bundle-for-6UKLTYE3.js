import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundleFor
} from "./chunk-D2G7UY7K.js";
import "./chunk-LBJQ5DEZ.js";
import "./chunk-RVTCQXDU.js";
export {
  bundleFor
};
