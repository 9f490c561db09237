import type { Witness } from './impact.ts';

/** What several claims about devices rest on. */
export const witnesses = {
  /** A device that does not get the answer of one step cannot take the next. */
  steps: { by: 'specified', source: 'MS-MDE2 18.0, section 1.3: each step needs the answer of the one before' },
  /** The documented meaning of the HRESULTs of enrollment. */
  constants: { by: 'specified', source: 'Microsoft Learn, MDM registration constants' },
  /** The only recording of a whole enrollment that shows each message. */
  windows10: { by: 'seen', source: 'Windows 10 19043, enrollment log published by fleetdm/fleet' },
  /** What it was answered is known from the code of the server, and that it enrolled from published captures. */
  windows11: { by: 'seen', source: 'Windows 11 26200, enrollments published by deploymenttheory/go-microsoft-dm' },
} as const satisfies Record<string, Witness>;
