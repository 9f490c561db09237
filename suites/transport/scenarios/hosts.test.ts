import { describe, expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { judge } from '../../../harness/engine/verdict/judge.ts';
import type { Judgement } from '../../../harness/engine/verdict/results.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import type { Answer, HttpRequest, Session, Transport } from '../../../harness/wire/exchange/exchange.ts';
import type { ReferenceRun } from '../../../harness/testing/reference-run.ts';
import { referenceSessionOverTls } from '../../../harness/testing/reference-run.ts';
import { noteOf } from '../../../harness/app/assess.ts';
import { clientCertificate } from '../client-certificate.ts';
import { commonTlsVersion } from '../common-tls-version.ts';
import { hostAnswer } from '../host-answer.ts';
import { oldTlsVersions } from '../old-tls-versions.ts';
import { tlsCertificate } from '../tls-certificate.ts';
import { tlsDates } from '../tls-dates.ts';
import { tlsIntermediates } from '../tls-intermediates.ts';
import { tlsName } from '../tls-name.ts';
import { tlsVersion } from '../tls-version.ts';
import { hosts, originsOf } from './hosts.ts';
import { managementHost } from './management-host.ts';

const federated = { on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Federated' } } as const;
const tlsChecks = [
  hostAnswer,
  tlsVersion,
  commonTlsVersion,
  oldTlsVersions,
  tlsCertificate,
  tlsIntermediates,
  tlsDates,
  tlsName,
];

async function recorded(run: ReferenceRun = {}): Promise<Session> {
  return await referenceSessionOverTls({ scenarios: [hosts, managementHost], ...run });
}

/** `service-control-before https://host` for each request to a host, with a letter in place of each port. */
function asked({ exchanges }: Session): readonly string[] {
  const ports = new Map<string, string>();
  return exchanges.flatMap(({ request, label }) => {
    if (!request.url.endsWith('/robots.txt')) return [];
    const { port } = new URL(request.url);
    ports.set(port, ports.get(port) ?? String.fromCharCode(65 + ports.size));
    return [`${label?.name ?? ''} ${ports.get(port) ?? ''} ${request.connection?.tlsVersion ?? ''}`.trim()];
  });
}

const scanOf = (service: string, host: string): readonly string[] => [
  `${service}-control-before ${host}`,
  `${service}-tlsv1 ${host} TLSv1`,
  `${service}-tlsv1.1 ${host} TLSv1.1`,
  `${service}-tlsv1.2 ${host} TLSv1.2`,
  `${service}-control-after ${host}`,
];

describe('each host is connected to once', () => {
  test('where all is on one', async () => {
    expect(asked(await recorded())).toEqual([...scanOf('discovery', 'A'), 'management-host A']);
  });

  test('where services and management have hosts of their own', async () => {
    expect(asked(await recorded({ apart: ['services', 'management'] }))).toEqual([
      ...scanOf('discovery', 'A'),
      ...scanOf('policy', 'B'),
      ...scanOf('management', 'C'),
      'management-host C',
    ]);
  });

  test('and the sign-in page, where the device is sent there', async () => {
    const session = await recorded({ apart: ['authentication'], departures: [federated] });
    expect(asked(session)).toEqual([...scanOf('discovery', 'A'), ...scanOf('sign-in', 'B')]);
    expect(asked(await recorded({ apart: ['authentication'], scenarios: [hosts] }))).toEqual(scanOf('discovery', 'A'));
  });

  test('and both ends of a redirect of the probe', () => {
    const ends = ['https://a.example/d', 'https://b.example/d'] as const;
    expect([...originsOf(ends, undefined)].flat()).toEqual([
      'https://a.example',
      'discovery',
      'https://b.example',
      'redirected',
    ]);
  });

  test('and none that is no HTTPS, or no address', () => {
    const services = {
      authPolicy: 'Federated',
      enrollmentUrl: 'http://a.example/e',
      policyUrl: '/p',
      authenticationUrl: 'x',
    };
    const url = 'https://A.example:443/d';
    expect([...originsOf([url, url], services)]).toEqual([['https://a.example', 'discovery']]);
    expect([...originsOf(['http://localhost:1/d', 'http://localhost:1/d'], undefined)]).toEqual([]);
  });
});

test('what is sent to a host carries nothing of the user, and declares what it shows', async () => {
  const session = await recorded({ apart: ['services', 'management'] });
  const sent = session.exchanges.filter(({ request }) => request.url.endsWith('/robots.txt'));
  expect(sent.length).toBe(16);
  for (const { request } of sent) {
    expect(request.method).toBe('GET');
    expect(request.body).toHaveLength(0);
    expect(JSON.stringify(request.headers)).not.toMatch(/contoso|authorization|cookie/i);
  }
  using dossier = openDossier(session);
  expect(ownDefects(dossier)).toEqual([]);
});

describe('a management server that demands the certificate of the device', () => {
  test.each(['demands-client-certificate', 'demands-client-certificate-in-tls-1.2'] as const)(
    'conforms: %s',
    async (tls) => {
      const session = await recorded({ departures: [{ tls, of: 'management' }] });
      const last = session.exchanges.at(-1);
      expect(last).toMatchObject({ answer: { kind: 'answered' } });
      expect(last?.request.connection?.clientCertificate?.certificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
      const judgements = [...tlsChecks, clientCertificate].map((check) => judgeBy(check, session));
      expect(judgements.map(({ check, outcome }) => [check, outcome])).toEqual(
        judgements.map(({ check }) => [check, 'passed']),
      );
    },
  );

  test('is not shown it where it is not trusted', async () => {
    const session = await recorded({ departures: [{ tls: 'self-signed', of: 'management' }] });
    expect(session.exchanges.some(({ request }) => request.connection?.clientCertificate)).toBe(false);
    expect(session.exchanges.at(-1)?.label?.name).toBe('management-control-before');
  });
});

describe('versions are not judged, and surely not passed,', () => {
  const broken = (reason: 'unoffered' | 'timeout' | 'refused'): Answer => ({
    kind: 'broken',
    reason,
    message: 'Nothing came.',
  });
  const onVersions =
    (answer: Answer) =>
    (transport: Transport): Transport =>
    (request: HttpRequest) =>
      request.connection?.tlsVersion === undefined ? transport(request) : Promise.resolve(answer);

  test.each(['unoffered', 'timeout', 'refused'] as const)('where they were %s', async (reason) => {
    const session = await recorded({ scenarios: [hosts], between: onVersions(broken(reason)) });
    for (const check of [oldTlsVersions, commonTlsVersion]) {
      const judgement = judgeBy(check, session);
      expect(judgement).toMatchObject({
        outcome: 'inconclusive',
        reason: expect.stringMatching(
          /^(exchange \d+ got no complete answer \(Nothing came\)|Nothing came)$/,
        ) as string,
      });
      expect(judgement).not.toHaveProperty('blockedBy');
    }
  });

  test('where the host accepts nothing any more behind them', async () => {
    let count = 0;
    const closing =
      (transport: Transport): Transport =>
      (request) => {
        count += request.url.endsWith('/robots.txt') ? 1 : 0;
        return count < 5 ? transport(request) : Promise.resolve(broken('refused'));
      };
    const session = await recorded({ scenarios: [hosts], between: closing });
    for (const check of [oldTlsVersions, commonTlsVersion]) {
      expect(judgeBy(check, session)).toMatchObject({ outcome: 'inconclusive', blockedBy: 'transport/host-answer' });
    }
    expect(judgeBy(hostAnswer, session)).toMatchObject({ outcome: 'failed' });
  });
});

function judgeBy(check: Parameters<typeof judge>[0], session: Session): Judgement {
  using dossier = openDossier(session);
  return judge(check, dossier, noteOf);
}
