import type { DeviceIdentity } from './identity.ts';
import type { ContextItem } from './messages/request-security-token.ts';
import type { ContextItemOf } from './more-context.ts';
import type { Profile } from './profile.ts';

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
