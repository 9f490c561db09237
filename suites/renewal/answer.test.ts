import { answer, behaves, provisioning, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalAnswer } from './answer.ts';

const end = 'devices drop out of management when their certificates expire, this one on 2027-01-15';
const notEligible = { as: 'fault', subcode: 'Authorization', errorType: 'NotEligibleToRenew' } as const;

testCheck(renewalAnswer, {
  fails: [
    `The server answered with a fault (MessageFormat); ${end}; a device shows 0x80180001`,
    /HTTP 200 with .*; devices drop out .*; a device shows 0x801900C8$/,
    `The server answered with a fault (InternalServiceFault); ${end}; a device shows 0x80180006`,
    /^The server answered with no complete answer/,
    /a fault \(MessageFormat\)/,
  ],
  alsoFails: {
    'a Security header that is demanded': [
      answer('renew', { as: 'fault', subcode: 'InvalidSecurity' }),
      /InvalidSecurity/,
    ],
  },
  passes: {
    'another MessageID': set('renew', '//a:RelatesTo', 'urn:uuid:another'),
    'a demand for a UsernameToken, whose password is empty': {
      on: 'renew',
      matching: '^(?![^]*UsernameToken)',
      answer: { as: 'fault', subcode: 'InvalidSecurity' },
    },
    'a server that renews no certificate twice': behaves({ renewsOnce: true }),
  },
  inapplicable: {
    'a server that does not offer renewal': provisioning.remove('//characteristic[@type="WSTEP"]'),
    'a server that leaves renewal to users': provisioning.set('//parm[@name="ROBOSupport"]/@value', 'false'),
  },
  inconclusive: { 'a server that refuses what comes too early': answer('renew', notEligible) },
});
