import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';

/** The ids and names of one simulated device. */
export interface DeviceIdentity {
  /** 32 upper-case hexadecimal digits, as Windows sends its DeviceID. */
  readonly deviceId: string;
  /** The GUID in the subject of the certificate request, upper case. */
  readonly guid: string;
  /** `mde-conformance-<run>-<n>`, so that the devices of a run can be found and removed on the server. */
  readonly name: string;
  /** 64 upper-case hexadecimal digits. */
  readonly hardwareId: string;
  /** One per network adapter and protocol, separated by dashes, locally administered; a client sends the first of them. */
  readonly macs: readonly string[];
}

/** `mde-conformance-<run>-<n>`. */
export function deviceName(runId: string, number: number): string {
  return `mde-conformance-${runId}-${number}`;
}

/** The identity that follows from a seed; `number` counts the devices of a run from 1. */
export function createIdentity(seed: string, runId: string, number: number): DeviceIdentity {
  const bytes = seededBytes(`${seed}/device/${number}`);
  const hex = (count: number) => Buffer.from(bytes(count)).toString('hex').toUpperCase();
  const mac = () => `02-${(hex(5).match(/../g) ?? []).join('-')}`;
  const first = mac();
  return {
    deviceId: hex(16),
    guid: [4, 2, 2, 2, 6].map(hex).join('-'),
    name: deviceName(runId, number),
    hardwareId: hex(32),
    // A real Windows names an adapter again for each protocol bound to it.
    macs: [first, mac(), first, ...Array.from({ length: 10 }, mac)],
  };
}
