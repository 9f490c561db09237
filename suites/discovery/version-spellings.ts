import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** RequestVersion is a decimal, so 4.0, 4 and 04.00 are one number. */
export const versionSpellings = defineCheck({
  id: 'discovery/version-spellings',
  title: 'Every spelling of one RequestVersion is answered alike',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['DISC-10'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes 4.0; other clients that write it otherwise cannot enroll, or get another version',
  },
  remedy: 'Read RequestVersion as a decimal number.',
  needs: { across: 'discover', atLeast: 2, where: { family: 'version-spellings' } },

  *judge(answers) {
    for (const answer of answers) yield* answerSeen(answer);
    const [first, ...others] = answers.filter(({ state }) => state === 'success');
    if (!first) return;
    const expected = versionIn(first);
    for (const other of others) {
      const version = versionIn(other);
      if (version.number === expected.number) continue;
      yield {
        message: `EnrollmentVersion is ${version.text}, for another spelling ${expected.text}`,
        at: version.node ?? other.payload,
        expected: expected.text,
        actual: version.text,
      };
    }
  },

  counterexamples: [
    {
      name: 'a comparison of texts',
      on: 'discover',
      matching: '<RequestVersion>(?!\\d\\.0<)',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    {
      name: 'an old protocol for what is not understood',
      on: 'discover',
      asked: 'RequestVersion>4<',
      xml: { op: 'set', at: '//d:EnrollmentVersion', to: '3.0' },
    },
  ],
});

/** Nil and absent are one thing: the first version of the protocol. */
function versionIn({ payload }: Evidence): { number: number | undefined; text: string; node: XmlNode | undefined } {
  const node = payload.find('d:DiscoverResult/d:EnrollmentVersion');
  const text = node?.isNil === false ? node.text.trim() : '';
  return text === '' ? { number: undefined, text: 'nil', node } : { number: Number(text), text: `"${text}"`, node };
}
