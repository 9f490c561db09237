import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { errorTypes } from '../../harness/protocol/faults/error-types.ts';
import { faultKinds } from './shared/fault-kinds.ts';

const expected = errorTypes.map(({ wireName }) => wireName).join(', ');

/** Decides the HRESULT before the subcode does. Other lists of the same name belong to device registration. */
export const errorType = defineCheck({
  id: 'faults/error-type',
  title: 'ErrorType is one of the eight that a device knows',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-13'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device falls back to the subcode where it does not know the ErrorType' },
  remedy: 'Send one of the eight values of MS-MDE2 section 2.2.10, or no detail.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has an ErrorType',
    test: ({ fault }) => (fault.errorType ?? '') !== '',
  },

  *judge({ fault }) {
    for (const { id, message, at } of fault.tolerances) {
      if (id === 'unknown-error-type') yield { message, at, expected, actual: at.text };
    }
  },

  counterexamples: [
    {
      name: 'a type of device registration',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'SqlError' }),
    },
  ],
});
