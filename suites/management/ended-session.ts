import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';
import { commandsIn } from './shared/commands.ts';

export const managementEndedSession = defineCheck({
  id: 'management/ended-session',
  title: 'A device that ends the session gets no more commands in it',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-44'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does with commands after it has ended the session' },
  remedy: 'Answer the alert 1223 with Status elements and Final, and keep the commands for the next session.',
  needs: { each: 'manage' },
  applies: {
    when: 'the device ends the session by alert 1223',
    test: ({ managing }) => managing.commands.some(({ name, data }) => name === 'Alert' && data === '1223'),
  },

  *judge({ managed }) {
    for (const { name, node } of commandsIn(managed)) {
      yield { message: `${name} answers a device that has ended the session`, at: node };
    }
  },

  counterexamples: [
    {
      name: 'a command all the same',
      ...append(
        'manage',
        '/*/sync:SyncBody',
        '<Get xmlns="SYNCML:SYNCML1.2"><CmdID>99</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>',
      ),
      asked: '<Data>1223</Data>',
    },
  ],
});
