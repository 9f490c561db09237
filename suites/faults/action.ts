import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { headerBlocks } from './shared/fault-nodes.ts';

/** The text has no meaning: the documents differ about it, and a device stops at any fault. */
export const faultAction = defineCheck({
  id: 'faults/action',
  title: 'A fault carries an Action, whatever its text',
  level: 'MAY',
  basis: 'specification',
  requirements: ['ENV-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device misses the Action that WS-Addressing demands' },
  remedy: 'Write an Action into the header of the fault.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the request is SOAP 1.2 and shows by its MessageID that it uses WS-Addressing',
    test: ({ facts }) => facts.messageId !== undefined && !facts.deviations.includes('soap-version'),
  },

  *judge({ answer, fault }) {
    const actions = headerBlocks(answer, 'Action');
    if (actions.length === 0) yield { message: 'The fault has no Action', at: fault.node };
    for (const action of actions) {
      if (action.text.trim() === '') yield { message: 'The Action of the fault is empty', at: action };
    }
  },

  counterexamples: [
    { name: 'no Action', ...remove('issue fault', '//a:Action') },
    { name: 'an empty Action', ...set('get-policies fault', '//a:Action', ' ') },
  ],
});
