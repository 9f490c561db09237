import {
  defaultNamespaces,
  futureWindows,
  legacyDocumentation,
  specificationSample,
  windows81,
} from './other-profiles.ts';
import { windows10 } from './profile.ts';
import type { Profile } from './profile.ts';
import { windows11 } from './windows-11.ts';

/** Every client that a run can be, P1 to P7. */
export const profiles: readonly Profile[] = [
  windows10,
  specificationSample,
  legacyDocumentation,
  defaultNamespaces,
  futureWindows,
  windows81,
  windows11,
];
