import { mostMessages } from '../../harness/protocol/syncml/message.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { commandsIn } from './shared/commands.ts';

/** A device that gets no command in a message with Final sends nothing more: a message with nothing but a Status it may not send. */
export const managementSessionEnd = defineCheck({
  id: 'management/session-end',
  title: `The server ends a session before its message ${mostMessages}`,
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-60'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'when a device gives up a session that does not end' },
  remedy: 'Answer a message with nothing but Status elements and Final when you have no more commands.',
  needs: { each: 'manage' },

  *judge({ managed, managing, at }) {
    if (Number(managing.messageId) < mostMessages || commandsIn(managed).length === 0) return;
    yield { message: `Message ${managing.messageId ?? ''} of the session got commands again`, at: at('body') };
  },

  counterexamples: [{ name: 'commands in each message', ...behaves({ sessions: 'endless' }) }],
});
