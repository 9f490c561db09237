/** The action that WCF gives a fault; it has no meaning (MS-WSTEP 4.1.4.2). */
export const faultAction = 'http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher/fault';

const configurationManager = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment';

/** Token and value types (MS-MDE2 3.4.4.1.1). */
export const tokens = {
  deviceEnrollment: `${configurationManager}/DeviceEnrollmentToken`,
  provisioningDocument: `${configurationManager}/DeviceEnrollmentProvisionDoc`,
  user: `${configurationManager}/DeviceEnrollmentUserToken`,
  base64Binary: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd#base64binary',
} as const;

const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';

/** The RequestTypes of a first enrollment (MS-WSTEP 3.1.4.1.2.7) and of a renewal (MS-MDE2 3.5.4.1.1.1). */
export const requestTypes = { issue: `${trust}/Issue`, renew: `${trust}/Renew` } as const;

/** Object identifiers that the certificate policy names. */
export const oids = {
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
  extendedKeyUsage: '2.5.29.37',
  /** Below the arc that RFC 5612 reserves for documentation. */
  policy: '1.3.6.1.4.1.32473.1.1',
} as const;

/** The lifetime of issued certificates, the period before its end in which a device renews, and between two tries, in days. */
export interface Lifetime {
  readonly days: number;
  readonly renewalDays: number;
  readonly retryDays: number;
}

/**
 * A lifetime of at least two days, a year by default. The device renews in the last 42 days, the default of MS-MDE2 2.2.9.2, or in
 * the second half of a shorter lifetime.
 */
export function lifetimeOf(days = 365): Lifetime {
  const renewalDays = Math.min(42, Math.floor(days / 2));
  return { days, renewalDays, retryDays: Math.min(7, renewalDays) };
}

/** The language of every text; the server offers no other. */
export const language = 'en-US';
