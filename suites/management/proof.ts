import { isChallenge } from '../../harness/engine/evidence/challenge.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { sessionsOf } from './shared/sessions.ts';

/** The device computes its proof from the account that this server gave it. */
export const managementProof = defineCheck({
  id: 'management/proof',
  title: 'A device that is asked to prove itself can do so by its account, and is then believed for the whole session',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-29', 'SYN-46', 'SYN-47', 'SYN-48'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device is enrolled, and gets no session',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 53197' },
  },
  remedy:
    'Give the account an APPAUTH of level APPSRV, and compare the proof with the MD5 digest of its name, its secret and the decoded nonce (MS-MDM 1.3.1).',
  needs: { across: 'manage', filter: 'response', atLeast: 1 },
  applies: {
    when: 'the server asks the device to prove itself',
    test: (exchanges) => exchanges.some((item) => isChallenge(item)),
  },

  *judge(exchanges) {
    for (const session of sessionsOf(exchanges).filter(isPlain)) {
      const last = session.at(-1);
      if (last && isChallenge(last)) {
        if (!isDue(session)) continue;
        const message = last.managing.credential
          ? 'The server did not believe the proof of the account'
          : 'The server asked for a proof that no message of the session gave';
        yield { message, at: last.at('body', last.managed.header?.path) };
        continue;
      }
      const proven = session.findIndex((item) => item.state === 'success' && item.managing.credential !== undefined);
      const again = proven === -1 ? undefined : session.slice(proven).find((item) => isChallenge(item));
      if (again) yield { message: 'The server asked once more after it had believed a proof', at: again.at('body') };
    }
  },

  counterexamples: [
    { name: 'a server that never believes', ...behaves({ proof: 'never-believed' }) },
    { name: 'a server that asks again', ...behaves({ challengesAgain: true }) },
  ],
});

/**
 * Whether a session that ends with a challenge tells of the server. A recording may break off, and its device may have had a wrong secret
 * once: there, a proof has to be refused twice.
 */
function isDue(session: readonly Evidence[]): boolean {
  const isOurs = session.some(({ exchange }) => exchange.label !== undefined);
  return isOurs || session.filter((item) => isChallenge(item) && item.managing.credential !== undefined).length > 1;
}

/** Without a message that proves nothing on purpose. */
function isPlain(session: readonly Evidence[]): boolean {
  return session.every(({ facts, exchange }) => facts.deviations.length === 0 && exchange.label?.variant === undefined);
}
