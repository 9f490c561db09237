import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { reasonTexts } from './shared/fault-nodes.ts';

/** What administrators find in the log of the device, and with CustomServerError what the user sees. */
export const reason = defineCheck({
  id: 'faults/reason',
  title: 'A fault has a Reason with a text that people can read',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anybody learns what went wrong; the log of a device shows this text' },
  remedy: 'Write into Reason/Text, in words, why the request was refused.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge({ fault }) {
    const texts = reasonTexts(fault);
    if (texts.length === 0) yield { message: 'The fault has no Reason with a Text', at: fault.node };
    for (const text of texts) {
      if (!isReadable(text.text)) yield { message: `The Reason is "${text.text}"`, at: text, actual: text.text };
    }
  },

  counterexamples: [
    { name: 'no reason', ...remove('issue fault', '//s:Reason') },
    { name: 'an empty reason', ...set('get-policies fault', '//s:Reason/s:Text', ' ') },
    { name: 'a number', ...set('issue fault', '//s:Reason/s:Text', '0x80180002') },
  ],
});

/** Two letters in a row that are not part of a number, in any script. */
function isReadable(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(/\b(0x)?[0-9a-f]{8}\b/gi, ''));
}
