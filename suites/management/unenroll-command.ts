import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, set } from '../../harness/engine/rule/departures.ts';
import { allCommands } from './shared/commands.ts';

const node = /^\.(?:\/Device)?\/Vendor\/MSFT\/DMClient\/(?:Provider\/[^/]+\/)?Unenroll$/i;

/** The device ends the session at once, without a Status, and begins another one to say that it left. */
export const managementUnenrollCommand = defineCheck({
  id: 'management/unenroll-command',
  title:
    'A device that its operator unenrolled is told so in its next session, by Exec on the node Unenroll of its provider',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-21', 'SYN-54'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device stays enrolled, although its operator took it out',
    evidence: { by: 'specified', source: 'Learn: Disconnecting from the management infrastructure' },
  },
  remedy:
    'Send Exec with Target ./Vendor/MSFT/DMClient/Provider/ and the PROVIDER-ID of the account, then /Unenroll, in the next session of the device.',
  needs: { across: 'manage', atLeast: 1, where: { deviation: 'state-unenroll' } },

  *judge(exchanges) {
    const served = exchanges.filter(({ state }) => state === 'success');
    const executed = served.flatMap(({ managed }) =>
      allCommands(managed.commands).filter(({ name }) => name === 'Exec'),
    );
    const last = exchanges.at(-1);
    if (executed.some(({ items }) => items.some(({ target = '' }) => node.test(target))) || !last) return;
    const [other] = executed;
    yield {
      message: other ? `Exec is for ${other.items[0]?.target ?? 'nothing'}` : 'No message of the server holds Exec',
      at: other?.node ?? last.at('body'),
      expected: './Vendor/MSFT/DMClient/Provider/…/Unenroll',
    };
  },

  counterexamples: [
    { name: 'no command', ...behaves({ leaving: 'unasked' }) },
    {
      name: 'another node',
      ...set('manage', '//sync:Exec/sync:Item/sync:Target/sync:LocURI', './Vendor/MSFT/DMClient/Leave'),
      asked: '<SessionID>U1</SessionID>',
      matching: '<MsgID>2</MsgID>',
    },
  ],
});
