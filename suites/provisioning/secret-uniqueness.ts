import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { accountValues } from './shared/account-values.ts';
import { areSeveralDevices, sharedBetweenDevices } from './shared/between-devices.ts';

/**
 * The secret proves that a device, or its server, is the one of the account (MS-MDE2 2.2.9.5). No document says that it differs between
 * devices, and a server that knows devices by their certificates may do without it.
 */
export const secretUniqueness = defineCheck({
  id: 'provisioning/secret-uniqueness',
  title: 'Each device gets secrets of its own',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ROB-06'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'one device can pass for another, or for its server, wherever only the secret counts',
  },
  remedy: 'Draw each AAUTHSECRET at random when a device enrolls.',
  needs: { across: 'issue', atLeast: 2 },
  applies: {
    when: 'several devices enrolled, and their documents have an AAUTHSECRET',
    test: (issues) => areSeveralDevices(issues.filter((issue) => secretsIn(issue).length > 0)),
  },

  *judge(issues) {
    for (const { node, first } of sharedBetweenDevices(issues, secretsIn)) {
      yield { message: `AAUTHSECRET is that of another device, in exchange ${first.exchange.index}`, at: node };
    }
  },

  counterexamples: [
    { name: 'one secret of devices for all', ...sameSecret('APPSRV') },
    { name: 'one secret of the server for all', ...sameSecret('CLIENT') },
  ],
});

function secretsIn(issue: Evidence) {
  return accountValues(issue, 'AAUTHSECRET');
}

function sameSecret(level: 'CLIENT' | 'APPSRV') {
  return provisioning.set(
    `//characteristic[parm[@value="${level}"]]/parm[@name="AAUTHSECRET"]/@value`,
    'one secret for all of them',
  );
}
