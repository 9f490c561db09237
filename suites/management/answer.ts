import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import { headerCode } from '../../harness/protocol/syncml/header-code.ts';
import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close, rename, status } from '../../harness/engine/rule/departures.ts';

/** All other checks of this phase need this answer. Whether a proof is then believed, `management/proof` says. */
export const managementAnswer = defineCheck({
  id: 'management/answer',
  title: 'Each message of a device gets a message of SyncML with HTTP 200, which takes it or asks for a proof',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-01'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'what an enrolled device shows that gets no session; it is enrolled, and nobody can manage it',
  },
  remedy: 'Answer each message at ADDR with HTTP 200 and a SyncML document.',
  needs: { each: 'manage', filter: 'attempt' },

  *judge(evidence) {
    if (evidence.state !== 'page') yield* answerFinding(evidence);
    else if (!isChallenge(evidence)) {
      const { managed, at } = evidence;
      const code = headerCode(managed) ?? '';
      yield { message: `The Status for SyncHdr is ${code}`, at: at('body', managed.header?.path), actual: code };
    }
  },

  counterexamples: [
    { name: 'an empty answer', ...answer('manage', { as: 'empty' }) },
    { name: 'an HTML page', ...answer('manage', { as: 'html' }) },
    { name: 'HTTP 500', ...status('manage', 500) },
    { name: 'a closed connection', ...close('manage') },
    { name: 'an error of SyncML', on: 'manage', xml: { op: 'set', at: '//sync:Status[1]/sync:Data', to: '500' } },
    { name: 'another document', ...rename('manage', '/sync:SyncML', 'SyncMl') },
  ],
});
