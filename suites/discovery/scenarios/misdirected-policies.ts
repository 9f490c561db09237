import { policiesFamily } from '../../../harness/device/run/family.ts';

/** A valid message at the wrong door. Where both services are at one address, no door is wrong. */
export const misdirectedPolicies = policiesFamily({
  id: 'misdirected-policies',
  title: 'GetPolicies is sent to the discovery address',
  variations: ({ context, services: { policyUrl, enrollmentUrl } }) => {
    const { url } = context.discovery();
    if ([policyUrl, enrollmentUrl].some((other) => other !== undefined && isSame(url, other))) return [];
    return [{ variant: 'GetPolicies at the discovery address', deviations: ['endpoint'], edits: [{ url }] }];
  },
});

/** Letter case of the host and a default port make no other address. */
function isSame(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}
