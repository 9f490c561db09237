import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { Place } from '../../harness/protocol/xml/place.ts';

/** The name that people gave the device. A server need not repeat it, but if it does, the name has to be right. */
export const deviceNameEncoding = defineCheck({
  id: 'enrollment/device-name-encoding',
  title: 'A DeviceName outside of ASCII enrolls, and is not garbled where the server repeats it',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENV-25'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether people recognise the device by the name that the server keeps' },
  remedy: 'Read requests as UTF-8, and write names into certificates as UTF8String and into documents as UTF-8.',
  needs: { each: 'issue', where: { family: 'device-name-encoding' } },

  *judge(evidence) {
    yield* answerFinding(evidence);
    if (evidence.state === 'success') yield* garbledNames(evidence);
  },

  counterexamples: [
    {
      name: 'a server that reads UTF-8 as Latin-1',
      on: 'issue',
      asked: 'Zoë',
      provisioningReplace: 'Zoë',
      by: 'ZoÃ«',
    },
    {
      name: 'a server that wants ASCII',
      on: 'issue',
      asked: 'Zoë',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});

/**
 * How a wrong encoding shows a character outside ASCII: two characters of Latin-1 or CP437, or a replacement character.
 */
const garbled = /^[Ã├?\uFFFD]/;

function* garbledNames(evidence: Evidence): Generator<Seen> {
  const name = evidence.request.text('//ac:ContextItem[@Name="DeviceName"]/ac:Value')?.trim() ?? '';
  const [stem = ''] = /^[\x20-\x7e]*/.exec(name) ?? [];
  for (const { text, at } of repetitions(evidence)) {
    const found = text.indexOf(stem);
    if (found !== -1 && garbled.test(text.slice(found + stem.length))) {
      yield { message: `DeviceName came back as "${text}"`, at, expected: name, actual: text };
    }
  }
}

/** Every text of the answer that may repeat the name. */
function* repetitions({ provisioning }: Evidence): Generator<{ readonly text: string; readonly at: Place }> {
  const { node, certificate } = provisioning.client;
  for (const { value } of certificate.subject.rdns.flat()) yield { text: value, at: node };
  for (const value of provisioning.tree.all('//parm/@value')) yield { text: value.text, at: value };
}
