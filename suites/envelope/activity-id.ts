import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const padded: Impact = {
  kind: 'tolerated',
  says: 'Windows 10 went on with white space around it',
  evidence: witnesses.windows10,
};

/** Ties the answer to the server's log, for which it has to be an id. */
export const activityId = defineCheck({
  id: 'envelope/activity-id',
  title: 'ActivityId and its CorrelationId, where they are sent, are GUIDs without white space',
  level: 'MAY',
  basis: 'documentation',
  requirements: ['ENV-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of an ActivityId that is no GUID' },
  remedy: 'Write the GUID under which the server logs the request, or leave ActivityId out.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'the answer has an ActivityId',
    test: ({ header }) => header?.find('*[local-name()="ActivityId"]') !== undefined,
  },

  *judge({ header }) {
    const ids = header?.all('*[local-name()="ActivityId"] | *[local-name()="ActivityId"]/@CorrelationId') ?? [];
    for (const id of ids) {
      if (!guid.test(id.text)) {
        const message = `${id.name} is ${JSON.stringify(id.text)}`;
        const isPadded = guid.test(id.text.trim());
        yield { message, at: id, expected: 'a GUID', actual: id.text, ...(isPadded && { impact: padded }) };
      }
    }
  },

  counterexamples: [
    { name: 'a fixed text', ...set('discover', '//diag:ActivityId', '...') },
    {
      name: 'white space behind it',
      ...set('discover', '//diag:ActivityId', '8c6060c4-3d78-4d73-ae17-e8bce88426ee\n\t'),
    },
    { name: 'a CorrelationId that is no id', ...set('issue', '//diag:ActivityId/@CorrelationId', '...') },
  ],
});
