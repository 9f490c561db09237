import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { subcodes } from '../../harness/protocol/faults/subcodes.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { isAboutEnvelope } from './shared/fault-nodes.ts';

const expected = subcodes.map(({ wireName }) => wireName).join(', ');

/** What a device turns into the HRESULT that it shows. Neither prefix nor namespace nor letter case matters. */
export const subcode = defineCheck({
  id: 'faults/subcode',
  title: 'The subcode of a fault is one of the seven that a device knows',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which code a device shows for a subcode that it does not know' },
  remedy: 'Send the one of the seven subcodes of MS-MDE2 section 2.2.10 that fits.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'SOAP itself does not refuse the envelope (VersionMismatch, MustUnderstand, DataEncodingUnknown)',
    test: ({ fault }) => !isAboutEnvelope(fault),
  },

  *judge({ fault }) {
    const found = fault.tolerances.find(({ id }) => id === 'missing-subcode' || id === 'unknown-subcode');
    if (!found) return;
    const { message, at } = found;
    yield { message, at, expected, ...(fault.subcode === undefined ? {} : { actual: fault.subcode }) };
  },

  counterexamples: [
    { name: 'a subcode of WS-Security', ...answer('issue fault', { as: 'fault', subcode: 'FailedAuthentication' }) },
    { name: 'no subcode', ...remove('get-policies fault', '//s:Subcode') },
    { name: 'a number', ...set('get-policies fault', '//s:Subcode/s:Value', '0x80180002') },
  ],
});
