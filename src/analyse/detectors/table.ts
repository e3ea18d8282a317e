// Every detector by the name rules use for it. A mapped type over the parameter schemas: the compiler names the one
// that is missing.
import type { DetectorName } from '../../rules/schema.ts';
import type { CreateDetector } from './detector.ts';
import { usage } from './usage.ts';

export const detectors: { readonly [Name in DetectorName]?: CreateDetector<Name> } = {
  usage,
};
