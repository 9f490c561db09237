import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, rename } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { serviceError } from './shared/fault-nodes.ts';

const expected = `DeviceEnrollmentServiceError in ${namespaces.wstep}`;
const limited = answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' });

/** Device registration has the same element under another name; the documents mix the two. */
export const detailName = defineCheck({
  id: 'faults/detail-name',
  title:
    'The detail that carries an ErrorType is DeviceEnrollmentServiceError in the namespace of certificate enrollment',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds the ErrorType under another name' },
  remedy: `Name the element DeviceEnrollmentServiceError, in ${namespaces.wstep}.`,
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has a detail that carries an ErrorType',
    test: ({ fault }) => serviceError(fault) !== undefined,
  },

  *judge({ fault }) {
    const node = serviceError(fault)?.node;
    if (!node) return;
    const isNamed = node.name.toLowerCase() === 'deviceenrollmentserviceerror';
    if (isNamed && node.namespace === namespaces.wstep) return;
    yield { message: `The detail is ${node.name} in "${node.namespace}"`, at: node, expected };
  },

  counterexamples: [
    {
      name: 'the name of device registration',
      ...limited,
      and: [rename('issue fault', '//wstep:DeviceEnrollmentServiceError', 'WindowsDeviceEnrollmentServiceError')],
    },
    {
      name: 'no namespace',
      ...limited,
      and: [{ on: 'issue fault', replace: ` xmlns="${namespaces.wstep}"`, by: '' }],
    },
  ],
});
