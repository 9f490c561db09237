import { describe, expect, test } from 'vitest';
import type { Session } from '../../../wire/exchange/exchange.ts';
import { referenceSession } from '../../../testing/reference-run.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { hosts } from '../../../../suites/transport/scenarios/hosts.ts';
import { plainDiscovery } from '../../../../suites/transport/scenarios/plain-discovery.ts';
import type { Dossier } from '../../evidence/dossier.ts';
import { openDossier } from '../../evidence/dossier.ts';
import type { Kind } from '../../evidence/kind.ts';
import { unsearched } from './unsearched.ts';
import { asThirdParty } from '../../../testing/as-third-party.ts';

const session = await referenceSession({ scenarios: [windowsEnrollment, hosts, plainDiscovery] });
const thirdParty: Session = { exchanges: asThirdParty(session.exchanges) };
const at = (target: string): Session => ({
  ...session,
  ...(session.meta ? { meta: { ...session.meta, target } } : {}),
});

function reasonFor(kinds: readonly Kind[], dossier: Dossier): string | undefined {
  const absence = unsearched({ needs: { each: kinds }, kinds, deviations: [], dossier, isPartial: false });
  if (absence) expect(absence.outcome).toBe('inapplicable');
  return absence?.reason;
}

describe('kinds', () => {
  test('a GET of robots.txt asks a host, one over plain HTTP beside HTTPS is a plain probe', () => {
    using dossier = openDossier(session);
    const kinds = dossier.evidence.slice(4).map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds.slice(0, 6)).toEqual(['discover success', ...Array<string>(5).fill('host success')]);
    expect(kinds.slice(6)).toEqual(['probe success', 'plain-probe success']);
  });

  test('where discovery is plain HTTP itself, and in a third-party recording, there is one kind of probe', () => {
    const plain = session.exchanges.map((exchange) => ({
      ...exchange,
      request: { ...exchange.request, url: exchange.request.url.replace('https:', 'http:') },
    }));
    for (const judged of [{ ...session, exchanges: plain }, thirdParty]) {
      using dossier = openDossier(judged);
      expect(dossier.evidence.at(-1)?.kind).toBe('probe');
    }
  });

  test('a version below 1.2 is a deviation that the request shows', () => {
    using dossier = openDossier(session);
    const shown = dossier.evidence.filter(({ kind }) => kind === 'host').map(({ facts }) => facts.shown.join());
    expect(shown).toEqual(['', 'tls-version', 'tls-version', '', '']);
  });
});

describe('where nobody looked for a host or for plain HTTP', () => {
  test.each([
    ['a third party recorded it', thirdParty, 'host', /^applies when this tool has connected to the server itself$/],
    [
      'a third party recorded it',
      thirdParty,
      'plain-probe',
      /^applies when this tool has connected to the server itself$/,
    ],
    ['there is no TLS', at('http://localhost:8080/Discovery.svc'), 'host', /offered over HTTPS$/],
    ['there is no TLS', at('http://localhost:8080/Discovery.svc'), 'plain-probe', /offered over HTTPS$/],
    [
      'discovery has a port of its own',
      at('https://a.example:8443/'),
      'plain-probe',
      /the target file has no "plainHttp"/,
    ],
  ] as const)('it is inapplicable where %s', (_, judged, kind, reason) => {
    using dossier = openDossier(judged);
    expect(reasonFor([kind], dossier)).toMatch(reason);
  });

  test.each([
    ['a host of a run of ours', session, ['host']],
    ['a host beside a port of its own', at('https://a.example:8443/'), ['host']],
    ['plain HTTP beside the standard port', session, ['plain-probe']],
    ['anything else', thirdParty, ['probe', 'host']],
  ] as const)('another reason is sought for %s', (_, judged, kinds) => {
    using dossier = openDossier(judged);
    expect(reasonFor(kinds, dossier)).toBeUndefined();
  });
});
