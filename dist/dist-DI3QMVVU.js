import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  TomlDate,
  TomlError,
  dist_default,
  parse,
  stringify
} from "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";
export {
  TomlDate,
  TomlError,
  dist_default as default,
  parse,
  stringify
};
