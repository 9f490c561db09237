import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { accountValues } from './shared/account-values.ts';
import { areSeveralDevices, sharedBetweenDevices } from './shared/between-devices.ts';

/** A digest of a nonce that never changes can be sent again by whoever has seen it (MS-MDE2 2.2.9.5; OMA DM security, 5.4). */
export const nonceUniqueness = defineCheck({
  id: 'provisioning/nonce-uniqueness',
  title: 'Each device gets a first nonce of its own',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['ROB-06'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever recorded the first digest of a device can send it again' },
  remedy: 'Draw AAUTHDATA at random when a device enrolls.',
  needs: { across: 'issue', atLeast: 2 },
  applies: {
    when: 'several devices enrolled, and their documents have an AAUTHDATA for DIGEST',
    test: (issues) => areSeveralDevices(issues.filter((issue) => noncesIn(issue).length > 0)),
  },

  *judge(issues) {
    for (const { node, first } of sharedBetweenDevices(issues, noncesIn)) {
      yield { message: `AAUTHDATA is that of another device, in exchange ${first.exchange.index}`, at: node };
    }
  },

  counterexamples: [
    { name: 'one nonce for all', ...provisioning.set('//parm[@name="AAUTHDATA"]/@value', 'b25lIG5vbmNlIGZvciBhbGw=') },
  ],
});

function noncesIn(issue: Evidence) {
  return accountValues(issue, 'AAUTHDATA', true);
}
