import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, rename, swap } from '../../harness/engine/rule/departures.ts';
import { validate } from '../../harness/protocol/xml/schema.ts';
import { faultKinds } from './shared/fault-kinds.ts';

/** Order, namespaces and number of the elements of a fault; its header and what is inside its detail have checks of their own. */
export const faultSchema = defineCheck({
  id: 'faults/schema',
  title: 'A fault has the structure that SOAP 1.2 gives it',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['FLT-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds the reason in a fault that is put together otherwise' },
  remedy: 'Send Code (Value, Subcode), Reason (Text) and Detail in this order and in the namespace of SOAP 1.2.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault is SOAP 1.2 in its letter case',
    test: ({ fault }) => fault.form === 'soap-1.2',
  },

  *judge({ answer, at }) {
    for (const { message, path } of validate(answer, 'fault')) {
      if (!/\/s:(Header|Detail)(\[\d+\])?\//.test(path)) yield { message, at: at('body', path) };
    }
  },

  counterexamples: [
    { name: 'the reason before the code', ...swap('issue fault', '//s:Code') },
    { name: 'a reason in another namespace', ...rename('get-policies fault', '//s:Reason', '{urn:example}Reason') },
    { name: 'two children of Body', ...append('issue fault', '//s:Body', '<error>refused</error>') },
  ],
});
