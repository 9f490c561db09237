import { policiesFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';
import type { AuthenticatedStep } from '../../../harness/device/client/steps.ts';
import type { XmlEdit } from '../../../harness/protocol/xml/xml-edit.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';

const client = '//x:GetPolicies/x:client';
const deviations = ['schema', 'client-missing'];

/** A server has to know what the device has before it can answer (MS-XCEP 3.1.4.1.2.1). */
export const policyClient = policiesFamily({
  id: 'policy-client',
  title: 'GetPolicies is sent with a client element that is missing, nil or empty',
  variations: [
    variation('no client', { op: 'remove', at: client }),
    variation(
      'a nil client',
      { op: 'remove', at: `${client}/*` },
      { op: 'attribute', at: client, name: `{${namespaces.xsi}}nil`, to: 'true' },
    ),
    variation('an empty client', { op: 'remove', at: `${client}/*` }),
  ],
});

function variation(variant: string, ...edits: readonly XmlEdit[]): Variation<AuthenticatedStep> {
  return { variant, edits: edits.map((xml) => ({ xml })), deviations };
}
