import type { Seen } from '../../harness/engine/rule/check.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { AppAuth } from './shared/app-auths.ts';
import { appAuths } from './shared/app-auths.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

const types: Readonly<Record<string, readonly string[]>> = { CLIENT: ['DIGEST'], APPSRV: ['BASIC', 'DIGEST'] };

/** How the credential is sent; that of the server is never sent in plain text. */
export const authenticationType = defineCheck({
  id: 'provisioning/authentication-type',
  title: 'AAUTHTYPE is DIGEST for the level CLIENT, and BASIC or DIGEST for APPSRV',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-15'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes an account with credentials of this type' },
  remedy: 'Send AAUTHTYPE DIGEST with AAUTHLEVEL CLIENT, and BASIC or DIGEST with APPSRV.',
  needs: { each: 'issue' },
  applies: {
    when: 'an APPAUTH has the level CLIENT or APPSRV',
    test: ({ provisioning: { application } }) => appAuths(application).some(({ level }) => level in types),
  },

  *judge({ provisioning: { application } }) {
    for (const appAuth of appAuths(application)) yield* wrongType(appAuth);
  },

  counterexamples: [
    {
      name: 'a secret of the server in the clear',
      ...provisioning.set('//characteristic[parm[@value="CLIENT"]]/parm[@name="AAUTHTYPE"]/@value', 'BASIC'),
    },
    {
      name: 'a type that w7 does not know',
      ...provisioning.set('//characteristic[parm[@value="APPSRV"]]/parm[@name="AAUTHTYPE"]/@value', 'HMAC'),
    },
    {
      name: 'a server without type',
      ...provisioning.remove('//characteristic[parm[@value="CLIENT"]]/parm[@name="AAUTHTYPE"]'),
    },
  ],
});

/** For APPSRV the parm is optional (w7 APPLICATION CSP); for CLIENT it must say DIGEST. */
function* wrongType({ node, level }: AppAuth): Generator<Seen> {
  const allowed = types[level];
  if (!allowed) return;
  const expected = allowed.join(' or ');
  const parms = parmsNamed(node, 'AAUTHTYPE');
  if (parms.length === 0 && level === 'CLIENT') {
    yield { message: `AAUTHTYPE is missing for the level ${level}`, at: node, expected };
  }
  for (const parm of parms) {
    const actual = valueOf(parm);
    if (!allowed.includes(actual)) {
      yield { message: `AAUTHTYPE is "${actual}" for the level ${level}`, at: valuePlace(parm), expected, actual };
    }
  }
}
