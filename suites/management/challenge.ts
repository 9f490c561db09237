import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { commandsIn } from './shared/commands.ts';

const first = { on: 'manage fault', asked: '<MsgID>1</MsgID>' } as const;
const types = ['syncml:auth-md5', 'syncml:auth-basic'];

/** What a device needs to answer it. */
export const managementChallenge = defineCheck({
  id: 'management/challenge',
  title: 'A challenge says how the device proves itself, gives a nonce in base64, and holds no command',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-13', 'SYN-29'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'by which proof and which nonce a device answers' },
  remedy: 'Send Chal with Format b64, Type syncml:auth-md5 and NextNonce in base64, and no command in that message.',
  needs: { each: 'manage', filter: 'response' },
  applies: {
    when: 'the server asks the device to prove itself',
    test: isChallenge,
  },

  *judge({ managed, secret }) {
    const header = managed.commands.find(({ name, commandRef }) => name === 'Status' && commandRef === '0');
    if (!header) return;
    const { node, challenge } = header;
    if (!challenge) {
      yield { message: `Status ${header.data ?? ''} has no Chal`, at: node };
      return;
    }
    const { type = '', nonce } = challenge;
    if (!types.includes(type)) {
      yield { message: `Type of Chal is "${type}"`, at: node, expected: types.join(' or '), actual: type };
    }
    if (type === 'syncml:auth-md5' && nonce === undefined) yield { message: 'Chal has no NextNonce', at: node };
    if (nonce !== undefined && !secret(nonce).base64)
      yield { message: `NextNonce is "${nonce}"`, at: node, expected: 'base64' };
    for (const { name, node: command } of commandsIn(managed)) {
      yield { message: `${name} stands beside a challenge`, at: command };
    }
  },

  counterexamples: [
    { name: 'no Chal', ...first, xml: { op: 'remove', at: '//sync:Chal' } },
    { name: 'another type', ...first, xml: { op: 'set', at: '//metinf:Type', to: 'syncml:auth-sha256' } },
    { name: 'no nonce', ...first, xml: { op: 'remove', at: '//metinf:NextNonce' } },
    { name: 'a nonce that is no base64', ...first, xml: { op: 'set', at: '//metinf:NextNonce', to: 'a nonce' } },
    {
      name: 'a command beside it',
      ...first,
      xml: {
        op: 'append',
        at: '/*/sync:SyncBody',
        xml: '<Alert xmlns="SYNCML:SYNCML1.2"><CmdID>9</CmdID><Data>1200</Data></Alert>',
      },
    },
  ],
});
