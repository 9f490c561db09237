import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { membersNamed } from './shared/responses.ts';

/** The schema type is a string, so white space belongs to it and changes the id. */
export const requestId = defineCheck({
  id: 'enrollment/request-id',
  title: 'RequestID has no white space around it',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-10'],
  since: '0.1.0',
  impact: {
    kind: 'tolerated',
    says: 'a RequestID with white space around it is passed over',
    evidence: witnesses.windows10,
  },
  remedy: 'Write RequestID on one line with its tags.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the response has a RequestID',
    test: ({ payload }) => membersNamed(payload, 'RequestID').length > 0,
  },

  *judge({ payload }) {
    for (const id of membersNamed(payload, 'RequestID')) {
      if (id.text !== id.text.trim()) {
        yield { message: `RequestID is ${JSON.stringify(id.text)}`, at: id, expected: id.text.trim(), actual: id.text };
      }
    }
  },

  counterexamples: [
    { name: 'an id that is followed by a line break', ...set('issue', '//wstep:RequestID', '0\n\t\t') },
  ],
});
