import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';

const values: readonly string[] = ['value', 'faultcode', 'errortype'];

/** XML Schema strips the white space around a qualified name; a client that compares texts does not. */
export const padding = defineCheck({
  id: 'faults/padding',
  title: 'Code, subcode and ErrorType are written without white space around them',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['FLT-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that compares texts knows the code' },
  remedy: 'Write the values of a fault on one line with their tags.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge({ fault }) {
    for (const { id, message, at } of fault.tolerances) {
      if (id === 'padded-value' && values.includes(at.name.toLowerCase())) yield { message, at, actual: at.text };
    }
  },

  counterexamples: [
    { name: 'a padded subcode', ...set('issue fault', '//s:Subcode/s:Value', '\n  s:Authentication\n') },
    { name: 'a padded code', ...set('get-policies fault', '//s:Code/s:Value', ' s:Receiver ') },
  ],
});
