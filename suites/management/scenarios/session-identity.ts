import { asClientCertificate } from '../../../harness/device/client/held-certificate.ts';
import type { Header } from '../../../harness/wire/exchange/exchange.ts';
import type { Scenario, ScenarioContext } from '../../../harness/device/run/scenario.ts';
import { betweenSessions, enrollForSessions } from './shared/managed-device.ts';
import { signWrongly } from './shared/signatures.ts';

/** Where proxies that end TLS put the certificate of a client. */
const forwarding = ['X-Client-Cert', 'X-SSL-Client-Cert', 'X-ARR-ClientCert', 'Client-Cert'];

/** A certificate of the connection says whose device it is; what a message or a header says, anybody can say. */
export const sessionIdentity: Scenario = {
  id: 'session-identity',
  title:
    'The management server is asked without a certificate, with one of a stranger, with one in a header, and in the name of another device',
  effect: 'enroll',
  devices: 2,

  async drive(context) {
    const managed = await enrollForSessions(context, 'session-identity');
    const other = managed && (await enrollForSessions(context, 'session-identity-other'));
    if (!managed) return;
    const { device, document, held, services, session, isSigned } = managed;
    // Whoever knows the secret is no stranger; these guess it, where the server asks for it.
    const guess = { sessionId: '3', isWrongProof: true } as const;
    await betweenSessions(managed, async () => {
      await session({
        name: 'hardware-id',
        sessionId: '5',
        ownId: device.identity.hardwareId,
        family: 'session-device-id',
        variant: 'the hardware id in place of the DeviceID',
      });
      await device.manage(document, {
        ...guess,
        name: 'no-certificate',
        variant: 'no certificate',
        deviations: ['manage-no-certificate'],
      });
      await device.manage(document, {
        name: 'unknown-device',
        sessionId: '3',
        isKnock: true,
        as: '0'.repeat(32),
        variant: 'no certificate, and an unknown DeviceID',
        deviations: ['manage-no-certificate'],
      });
      const stranger = await device.imitate(held, services.enrollmentUrl);
      await session({
        ...guess,
        name: 'stranger',
        variant: 'a certificate of another issuer with the same subject',
        deviations: ['manage-stranger'],
        held: stranger,
      });
      if (isSigned) await signWrongly(managed, stranger);
      const pem = encodeURIComponent(asClientCertificate(held).certificate);
      const names = forgeable(context.certificateHeader());
      await device.manage(document, {
        name: 'forged-header',
        sessionId: '6',
        variant: `no certificate but one in ${names.join(', ')}`,
        headers: names.map((name): Header => [name, pem]),
        deviations: ['manage-forged-header', 'manage-no-certificate'],
      });
      await device.manage(document, {
        name: 'secret-alone',
        sessionId: '7',
        variant: 'no certificate, and the secret of its account',
        deviations: ['manage-secret-alone'],
      });
      if (!other) return;
      await session({
        name: 'other-device',
        sessionId: '4',
        as: other.device.identity.deviceId,
        variant: 'the DeviceID of another device',
        deviations: ['manage-other-device'],
      });
    });
  },
};

/** The header fields in which a message can bring a certificate from outside. */
function forgeable({ ofTarget, ofTransport }: ReturnType<ScenarioContext['certificateHeader']>): readonly string[] {
  const names = ofTarget === undefined ? forwarding : [...new Set([...forwarding, ofTarget])];
  return names.filter((name) => name.toLowerCase() !== ofTransport?.toLowerCase());
}
