import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { isAboutEnvelope } from './shared/fault-nodes.ts';

/** Says who has to act: Receiver means a failure of the server, Sender a wrong request. */
export const code = defineCheck({
  id: 'faults/code',
  title: 'The code of a fault is Receiver or Sender',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-03'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a fault of another code; no published fault has one' },
  remedy: 'Send s:Receiver, or s:Sender, as the Value of Code.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'SOAP itself does not refuse the envelope (VersionMismatch, MustUnderstand, DataEncodingUnknown)',
    test: ({ fault }) => !isAboutEnvelope(fault),
  },

  *judge({ fault }) {
    if (fault.code === 'Receiver' || fault.code === 'Sender') return;
    const noted = fault.tolerances.find(({ id }) => id === 'missing-code' || id === 'unknown-code');
    yield {
      message: fault.code === undefined ? 'The fault has no Code' : `Code is "${fault.code}"`,
      at: noted?.at ?? fault.node,
      expected: 'Receiver or Sender',
      ...(fault.code === undefined ? {} : { actual: fault.code }),
    };
  },

  counterexamples: [
    { name: 'a code of SOAP 1.1', ...set('get-policies fault', '//s:Code/s:Value', 's:Server') },
    { name: 'no code', ...remove('issue fault', '//s:Code') },
  ],
});
