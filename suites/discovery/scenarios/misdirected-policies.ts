import { policiesFamily } from '../../../harness/device/run/family.ts';

/** A valid message at the address of another service. If both services share an address, there is no wrong one. */
export const misdirectedPolicies = policiesFamily({
  id: 'misdirected-policies',
  title: 'GetPolicies is sent to the discovery address',
  variations: ({ context, services: { policyUrl, enrollmentUrl } }) => {
    const { url } = context.discovery();
    if ([policyUrl, enrollmentUrl].some((other) => other !== undefined && isSame(url, other))) return [];
    return [{ variant: 'GetPolicies at the discovery address', deviations: ['endpoint'], edits: [{ url }] }];
  },
});

/** The letter case of the host and a default port do not make another address. */
function isSame(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}
