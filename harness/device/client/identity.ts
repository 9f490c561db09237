import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import type { ContextItem } from './messages/request-security-token.ts';
import type { ContextItemOf } from './more-context.ts';
import type { Profile } from './profile.ts';

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

/** What the server said before the device tells the issuer about itself. */
export interface Agreed {
  readonly enrollmentVersion?: string | undefined;
  /** The policy asks for a proof that the key is in a TPM. */
  readonly attestation?: true | undefined;
}

/**
 * The facts that Windows tells the issuer about itself, in its order (MS-MDE2 3.4.4.1.1.1). A simulated device has no TPM, so it claims
 * nothing where the policy asks for a proof: a server would be right to refuse that.
 */
export function contextItemsOf(
  identity: DeviceIdentity,
  profile: Profile,
  { enrollmentVersion, attestation }: Agreed = {},
): readonly ContextItem[] {
  const { moreContext, moreContextAt = {} } = profile;
  const [, more = moreContext] =
    Object.entries(moreContextAt).find(([version]) => Number(version) === Number(enrollmentVersion)) ?? [];
  const told = (items: readonly ContextItemOf[] = []): readonly ContextItem[] =>
    items.map(([name, value]) => [name, typeof value === 'string' ? value : value(identity)]);
  return [
    ...(attestation ? [] : told(more?.claims)),
    ['UXInitiated', 'true'],
    ['HWDevID', identity.hardwareId],
    ['Locale', profile.locale],
    ['TargetedUserLoggedIn', 'true'],
    ['OSEdition', profile.osEdition],
    ['DeviceName', identity.name],
    ...identity.macs.slice(0, profile.macItems).map((mac): ContextItem => ['MAC', mac]),
    ['DeviceID', identity.deviceId],
    ['EnrollmentType', 'Full'],
    ['DeviceType', profile.deviceType],
    ['OSVersion', profile.osVersion],
    ['ApplicationVersion', profile.applicationVersion],
    ['NotInOobe', 'false'],
    ...told(more?.behind),
  ];
}
