import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  require_dist
} from "./chunk-ETEU7JQO.js";
import "./chunk-RVTCQXDU.js";
export default require_dist();
