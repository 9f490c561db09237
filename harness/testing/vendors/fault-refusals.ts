import { answer } from '../../engine/rule/departures.ts';
import { errorTypes } from '../../protocol/faults/error-types.ts';
import { subcodes } from '../../protocol/faults/subcodes.ts';
import { refusalNamed } from '../../reference-server/services/particular-refusals.ts';
import { enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

type Told = Pick<VendorServer, 'verdict' | 'fails' | 'causes' | 'advice' | 'open'>;

const refused: Told = {
  verdict: 'nonconformant',
  fails: ['enrollment/answer'],
  advice: [],
  open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
};
/** The user, the license or the hour is in the way, and says nothing of the server. */
const notNow: Told = { ...refused, verdict: 'incomplete', fails: [] };

/** What a run says of a server that refuses every valid RequestSecurityToken with this subcode or ErrorType. */
const told: Readonly<Record<string, Told>> = {
  Authentication: {
    ...refused,
    fails: ['enrollment/answer', 'enrollment/credential-agreement'],
    causes: ['refused-credential-of-policies'],
  },
  Authorization: refused,
  CertificateRequest: { ...refused, advice: ['policy/accepted-request'] },
  InternalServiceFault: refused,
  DeviceCapReached: notNow,
  DeviceNotSupported: refused,
  NotSupported: refused,
  NotEligibleToRenew: refused,
  InMaintenance: notNow,
  UserLicense: notNow,
  InvalidEnrollmentData: refused,
  CustomServerError: refused,
};

/** Servers that refuse every certificate with one and the same correct fault: four subcodes and the eight ErrorTypes. */
export const faultRefusals: readonly VendorServer[] = Object.entries(told).map(([name, expected]) => ({
  name: `refuses every certificate with ${name}`,
  run: { scenarios: enrolling, departures: [answer('issue', { as: 'fault', ...refusalOf(name) })] },
  ...expected,
  first: [/exchange \d+/i, new RegExp(name), new RegExp(codeOf(name), 'i')],
}));

function refusalOf(name: string): { readonly subcode: string; readonly errorType?: string } {
  const { subcode, errorType } = refusalNamed(name);
  return { subcode, ...(errorType === undefined ? {} : { errorType }) };
}

/** The HRESULT that a device shows, as `0x80180013`. */
function codeOf(name: string): string {
  const { hresult } = [...errorTypes, ...subcodes].find(({ wireName }) => wireName === name) ?? { hresult: 0 };
  return `0x${hresult.toString(16)}`;
}
