import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import { answerSeen } from '../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, set } from '../../harness/engine/rule/departures.ts';
import { commandsIn } from './shared/commands.ts';

const leaving = { asked: '<Data>1226</Data>' } as const;

/** The device tells it once, and then removes everything, whatever the answer is. */
export const managementUnenrollment = defineCheck({
  id: 'management/unenrollment',
  title: 'A device that leaves gets a Status of success for its alert 1226, and no command',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-22'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device leaves all the same, and the server goes on with a device that is not there',
    evidence: { by: 'specified', source: 'Learn: Disconnecting from the management infrastructure' },
  },
  remedy: 'Answer the alert with 200, send no command, and take the device out.',
  needs: { each: 'manage', where: { family: 'unenrollment' } },

  *judge(evidence) {
    if (isChallenge(evidence)) return;
    yield* answerSeen(evidence);
    if (evidence.state !== 'success') return;
    const { managed, managing, at } = evidence;
    const alert = managing.commands.find(({ name, data }) => name === 'Alert' && data === '1226');
    if (!alert) return;
    const answer = managed.commands.find(({ name, commandRef }) => name === 'Status' && commandRef === alert.id);
    const code = answer?.data ?? 'none';
    if (code !== '200' && code !== '202') {
      yield {
        message: `The Status of alert 1226 is ${code}`,
        at: answer?.node ?? at('body'),
        expected: '200',
        actual: code,
      };
    }
    for (const { name, node } of commandsIn(managed))
      yield { message: `${name} is sent to a device that leaves`, at: node };
  },

  counterexamples: [
    {
      name: 'a refusal of the alert',
      ...set('manage', '//sync:Status[sync:Cmd="Alert"][3]/sync:Data', '406'),
      ...leaving,
    },
    { name: 'an error', on: 'manage', ...leaving, status: 500 },
    {
      name: 'a command',
      ...append(
        'manage',
        '/*/sync:SyncBody',
        '<Get xmlns="SYNCML:SYNCML1.2"><CmdID>99</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>',
      ),
      ...leaving,
    },
  ],
});
