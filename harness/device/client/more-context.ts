import type { DeviceIdentity } from './identity.ts';

/** A context item whose value is the same on all devices, or follows from the identity of the device. */
export type ContextItemOf = readonly [name: string, value: string | ((identity: DeviceIdentity) => string)];

/** The context items of a client besides those of Windows 10, in order. */
export interface MoreContext {
  /** What is to prove that a key is in a TPM; it stands in front of all other items. */
  readonly claims?: readonly ContextItemOf[];
  readonly behind: readonly ContextItemOf[];
}
